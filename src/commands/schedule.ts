/** `schedule`: what to give cron, systemd or Windows so that irotool runs by the clock. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Context } from '../context';
import { readTime } from '../core/time/typed-dates';
import { didYouMean, UsageError, UserError } from '../errors';
import { programFolder } from '../law/shipped';
import { cronLine, inWords, type Job, systemdUnits, windowsTask } from '../screens/schedule-lines';
import { refuseOtherFiles, refuseShare } from '../store/file/open';
import { wrap } from '../ui/words';

export interface ScheduleOptions {
  readonly what?: string;
  readonly at?: string;
  readonly system?: string;
  readonly into?: string;
}

type System = 'cron' | 'systemd' | 'windows';

const SYSTEMS: readonly System[] = ['cron', 'systemd', 'windows'];

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
export function schedule(context: Context, _: readonly string[], options: ScheduleOptions): undefined {
  const what = oneOf('--what', options.what, NAMES);
  const system = oneOf('--system', options.system, SYSTEMS);
  const at = timeOf(options);
  const folder = folderOf(context, options.into);
  checkDatabase(context);
  const jobs = (what ? [what] : NAMES).map((name) => jobFor(context, name, folder, at));
  refuseLineEnds(jobs);
  const systems = system ? [system] : SYSTEMS;
  if (context.flags.json) {
    context.json({ schema: 1, jobs: jobs.map((job) => asJson(job, systems)) });
    return undefined;
  }
  context.print(systems.map((each) => SECTIONS[each](jobs)).join('\n\n\n'));
  for (const note of notes(jobs, options)) context.say(wrap(note, 80).join('\n'));
  return undefined;
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

/** A line that names no database would fail each night where nobody sees it. */
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

const SECTIONS: Readonly<Record<System, (jobs: readonly Job[]) => string>> = {
  cron: (jobs) =>
    [
      '# For cron: add these lines with crontab -e',
      ...jobs.flatMap((job) => [`# irotool: ${inWords(job)}`, cronLine(job)]),
    ].join('\n'),
  systemd: (jobs) =>
    [
      '# For systemd: save each part in ~/.config/systemd/user under the name above it',
      ...jobs.flatMap((job) => {
        const { name, service, timer } = systemdUnits(job);
        return ['', `# ${name}.service`, service, '', `# ${name}.timer`, timer];
      }),
      '',
      '# Then type:',
      '# systemctl --user daemon-reload',
      ...jobs.map((job) => `# systemctl --user enable --now ${systemdUnits(job).name}.timer`),
      '# To run when nobody is logged in: loginctl enable-linger',
    ].join('\n'),
  windows: (jobs) =>
    ['rem For Windows: each job is a script to save, and a line for a Command Prompt']
      .concat(jobs.flatMap((job) => ['', ...windowsLines(job)]))
      .join('\n'),
};

function windowsLines(job: Job): string[] {
  const task = windowsTask(job);
  const title = `rem irotool: ${inWords(job)}`;
  if (task === null) return [title, 'rem The path is too long for schtasks: choose a folder with --into'];
  return [
    title,
    `rem Save these lines as ${task.file}`,
    task.script,
    'rem Then type in a Command Prompt:',
    task.schtasks,
  ];
}

function asJson(job: Job, systems: readonly System[]): object {
  const make = { cron: cronLine, systemd: systemdUnits, windows: windowsTask };
  const { name, at, weekdaysOnly, command, log } = job;
  const made = Object.fromEntries(
    SYSTEMS.map((each) => [each, systems.includes(each) ? make[each](job) : null]),
  );
  return { what: name, at, days: weekdaysOnly ? 'weekdays' : 'every day', command, log, ...made };
}

function notes(jobs: readonly Job[], { into, system }: ScheduleOptions): string[] {
  const found: string[] = [];
  if (jobs.some((job) => job.at.startsWith('01:'))) {
    found.push(
      'Between 1am and 2am a job may run twice, or not at all, on the nights the clocks change. Choose another time with --at.',
    );
  }
  if (into === undefined && jobs.some((job) => job.copy)) {
    found.push(
      'The copies go beside the database, on the same disk. For another place: --into FOLDER. Nothing takes old copies away.',
    );
  }
  if (system !== 'cron' && system !== 'systemd' && process.platform !== 'win32') {
    found.push('The paths are of this machine: for a Windows machine, run it there.');
  }
  found.push('Nothing was set up. If Node, irotool or the database moves, print this again.');
  return found;
}
