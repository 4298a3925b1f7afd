/** `schedule`: what to give cron, systemd or Windows so that irotool runs by the clock. */

import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Context } from '../context';
import { readTime } from '../core/time/typed-dates';
import { didYouMean, UsageError, UserError } from '../errors';
import { programFolder } from '../law/shipped';
import type { Job } from '../screens/schedule/lines';
import { jobJson, notes, type ScheduleOptions, SECTIONS, SYSTEMS } from '../screens/schedule/sections';
import { present } from '../screens/show';
import { refuseOtherFiles, refuseShare } from '../store/file/open';
import { whole } from '../ui/rows';
import { wrap } from '../ui/words';

const JOBS = {
  morning: { called: 'the morning list', weekdaysOnly: true, at: '07:30' },
  report: { called: 'the nightly report', weekdaysOnly: false, at: '20:00' },
  backup: { called: 'the backup', weekdaysOnly: false, at: '21:00' },
} as const;

const TYPED: Readonly<Record<Job['name'], readonly string[]>> = {
  morning: ['due', '--week'],
  report: ['report', 'overdue', '--to', 'managers', '--send', '--once-per-day'],
  backup: ['backup'],
};

const NAMES = Object.keys(JOBS) as Job['name'][];

/** Runs `schedule`; sets nothing up: it prints what a person or an administrator puts in place. */
export async function schedule(
  context: Context,
  _: readonly string[],
  options: ScheduleOptions,
): Promise<undefined> {
  const what = oneOf('--what', options.what, NAMES);
  const system = oneOf('--system', options.system, SYSTEMS);
  const at = timeOf(options);
  const folder = folderOf(context, options.into);
  checkDatabase(context);
  const jobs = (what ? [what] : NAMES).map((name) => jobFor(context, name, folder, at));
  refuseLineEnds(jobs);
  const systems = system ? [system] : SYSTEMS;
  return present(context, {
    json: () => ({ jobs: jobs.map((job) => jobJson(job, systems)) }),
    screen: () => ({
      parts: [whole(systems.map((each) => SECTIONS[each](jobs)).join('\n\n\n'))],
      said: notes(jobs, options).map((note) => whole(wrap(note, 80).join('\n'))),
    }),
  });
}

function oneOf<T extends string>(flag: string, typed: string | undefined, known: readonly T[]): T | null {
  if (typed === undefined) return null;
  const found = known.find((each) => each === typed);
  if (found) return found;
  throw new UsageError(
    `${flag}: there is no "${typed}".${didYouMean(typed, known)}`,
    `It is one of ${known.join(', ')}.`,
  );
}

function timeOf({ at, what }: ScheduleOptions): string | null {
  if (at === undefined) return null;
  const time = readTime(at);
  if (time === null) throw new UsageError(`--at: "${at}" is not a time.`, 'Times are typed 07:30.');
  if (what === undefined) {
    throw new UsageError('--at is the time of one job.', `Say which: --what ${NAMES.join('|')}`);
  }
  return time;
}

/** Where the lists and copies go. */
function folderOf(context: Context, into: string | undefined): string {
  if (into === undefined) return dirname(context.file);
  const folder = resolve(context.io.cwd, into);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UserError(`There is no folder ${folder}.`, 'Make it, or choose another place.');
  }
  return folder;
}

/** A line that names no database would fail each night if nobody sees it. */
function checkDatabase({ file, flags }: Context): void {
  if (!existsSync(file)) throw new UserError(`There is no database at ${file}.`, 'To make one: irotool init');
  refuseShare(file, { allowShare: flags.allowShare ?? false });
  refuseOtherFiles(file);
}

function jobFor(context: Context, name: Job['name'], folder: string, at: string | null): Job {
  const database = [
    '--no-input',
    '--db',
    context.file,
    ...(context.flags.allowShare ? ['--allow-share'] : []),
  ];
  return {
    ...JOBS[name],
    name,
    at: at ?? JOBS[name].at,
    command: [process.execPath, join(programFolder(), 'bin', 'irotool.js'), ...TYPED[name], ...database],
    copy: name === 'backup' ? { before: join(folder, 'irotool-'), after: '.db' } : null,
    log: join(folder, `irotool-${name}.txt`),
  };
}

/** Neither cron, systemd nor Windows can be given a path that goes on over a line's end. */
function refuseLineEnds(jobs: readonly Job[]): void {
  const bad = jobs.flatMap((job) => [...job.command, job.log]).find((word) => /[\r\n]/.test(word));
  if (bad === undefined) return;
  throw new UserError(
    `A path has a line end in it: ${JSON.stringify(bad)}.`,
    'Rename the folder, then try again.',
  );
}
