/** `schedule`: what to give cron, systemd or Windows so that irotool runs by the clock. */

import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Context } from '../context';
import { readTime } from '../core/time/typed-dates';
import { didYouMean, UsageError, UserError } from '../errors';
import { databaseAddress, isAddress } from '../exchange/export/postgres/address';
import { programFolder } from '../law/shipped';
import { ANNUAL_REPORT, REPORTS, type ReportOfFigures } from '../reports/figures/catalogue';
import type { Job } from '../screens/schedule/lines';
import { jobJson, notes, type ScheduleOptions, SECTIONS, SYSTEMS } from '../screens/schedule/sections';
import { present } from '../screens/show';
import { refuseOtherFiles, refuseShare } from '../store/file/open';
import { whole } from '../ui/rows';
import { wrap } from '../ui/words';

/** A job, but for what is of this machine. */
interface Kind extends Pick<Job, 'name' | 'called' | 'days' | 'at'> {
  /** What is typed after irotool. */
  readonly typed: readonly string[];
}

const NIGHTLY = ['report', 'overdue', '--to', 'managers', '--send', '--once-per-day'];

const JOBS: readonly Kind[] = [
  {
    ...{ name: 'morning', called: 'the morning list', days: 'weekdays', at: '07:30' },
    typed: ['due', '--week'],
  },
  { ...{ name: 'report', called: 'the nightly report', days: 'every day', at: '20:00' }, typed: NIGHTLY },
  { ...{ name: 'backup', called: 'the backup', days: 'every day', at: '21:00' }, typed: ['backup'] },
];

const NAMES = JOBS.map(({ name }) => name);

/** How often a report of figures may go, and on which days it does. */
const OFTEN = {
  daily: { days: 'weekdays', words: 'each morning' },
  weekly: { days: 'Mondays', words: 'each week' },
  monthly: { days: 'first of the month', words: 'each month' },
  yearly: { days: 'first of April', words: 'each year' },
} as const satisfies Readonly<Record<string, { readonly days: Kind['days']; readonly words: string }>>;
type Often = keyof typeof OFTEN;
const ALL_OFTEN = Object.keys(OFTEN) as Often[];

/** What of a period is typed for each of them: what looks ahead is of today, and the annual report of its year. */
function periodsOf({ id, looksAhead }: ReportOfFigures): Partial<Record<Often, readonly string[]>> {
  if (looksAhead) return { daily: [], weekly: [], monthly: [] };
  if (id === ANNUAL_REPORT.id) return { monthly: [], yearly: ['--year', 'last'] };
  return { monthly: ['--month', 'last'], yearly: ['--year', 'last'] };
}
const REPORTS_SENT = [...REPORTS, ANNUAL_REPORT];

/** A report of figures, to each manager of their own children. */
const sent = (report: string, often: Often, period: readonly string[]): Kind => ({
  name: report,
  called: `the report ${report}${period.length === 0 ? '' : ` of the ${often === 'yearly' ? 'year' : 'month'} before`}`,
  ...{ days: OFTEN[often].days, at: '07:00' },
  typed: ['report', report, ...period, '--to', 'managers', '--send', '--once-per-day'],
});

/** Runs `schedule`; sets nothing up: it prints what a person or an administrator puts in place. */
export async function schedule(
  context: Context,
  _: readonly string[],
  options: ScheduleOptions,
): Promise<undefined> {
  const kinds = kindsTyped(context, options);
  const system = oneOf('--system', options.system, SYSTEMS);
  const at = timeOf(options);
  const folder = folderOf(context, options.into);
  checkDatabase(context);
  const jobs = kinds.map((kind) => jobFor(context, kind, folder, at));
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

/** The tables of the dataset, to a folder in which those of the night before are, or to a database. */
function dataset({ io: { env, cwd } }: Context, { ssd: to, passwordFile, schema }: ScheduleOptions): Kind {
  const isDatabase = isAddress(to!);
  // Nothing is put in place that would be refused each night.
  if (isDatabase) databaseAddress(to!, env, cwd);
  const place = isDatabase ? [to!] : [resolve(cwd, to!), '--force'];
  const password = passwordFile === undefined ? [] : ['--password-file', resolve(cwd, passwordFile)];
  return {
    ...{ name: 'dataset', called: 'the dataset’s tables', days: 'every day', at: '05:00' },
    typed: ['export', 'ssd', ...place, ...password, ...(schema === undefined ? [] : ['--schema', schema])],
  };
}

/** The jobs that were asked for: all that there always are, one of them, a report of figures, or the dataset. */
function kindsTyped(context: Context, { what: typed, report, ...options }: ScheduleOptions): readonly Kind[] {
  if (options.ssd !== undefined) {
    if ((report ?? typed) === undefined) return [dataset(context, options)];
    throw new UsageError('--ssd, --report or --what, one of them.', 'Run it for each.');
  }
  if ((options.passwordFile ?? options.schema) !== undefined)
    throw new UsageError(
      '--password-file and --schema go with --ssd.',
      'Such as: --ssd postgres://NAME@HOST/DATABASE',
    );
  const often = ALL_OFTEN.filter((each) => options[each]);
  if (often.length > 0 && report === undefined)
    throw new UsageError(`--${often[0]} is of a report.`, 'Such as: --report performance --monthly');
  if (report !== undefined) {
    if (typed !== undefined) throw new UsageError('--report or --what, not both.', 'Run it twice.');
    const name = oneOf(
      '--report',
      report,
      REPORTS_SENT.map(({ id }) => id),
    )!;
    const periods = periodsOf(REPORTS_SENT.find(({ id }) => id === name)!);
    const may = ALL_OFTEN.filter((each) => periods[each] !== undefined);
    const [first] = often;
    if (first === undefined || often.length > 1)
      throw new UsageError(
        first === undefined
          ? 'How often is it to go?'
          : `One of ${may.map((each) => `--${each}`).join(', ')}.`,
        `Such as: --report ${name} --${may.at(-1)}`,
      );
    const period = periods[first];
    if (period === undefined)
      throw new UsageError(
        `The report ${name} does not go ${OFTEN[first].words}.`,
        `Such as: --report ${name} --${may.at(-1)}`,
      );
    return [sent(name, first, period)];
  }
  const what = oneOf('--what', typed, NAMES);
  return JOBS.filter(({ name }) => what === null || name === what);
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

function timeOf({ at, what, report, ssd }: ScheduleOptions): string | null {
  if (at === undefined) return null;
  const time = readTime(at);
  if (time === null) throw new UsageError(`--at: "${at}" is not a time.`, 'Times are typed 07:30.');
  if ((what ?? report ?? ssd) === undefined) {
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

function jobFor(context: Context, { typed, ...kind }: Kind, folder: string, at: string | null): Job {
  const database = [
    '--no-input',
    '--db',
    context.file,
    ...(context.flags.allowShare ? ['--allow-share'] : []),
  ];
  return {
    ...kind,
    at: at ?? kind.at,
    command: [process.execPath, join(programFolder(), 'bin', 'irotool.js'), ...typed, ...database],
    copy: kind.name === 'backup' ? { before: join(folder, 'irotool-'), after: '.db' } : null,
    log: join(folder, `irotool-${kind.name}.txt`),
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
