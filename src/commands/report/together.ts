/** The options of reports, and which of them go together. */
import { UsageError } from '../../errors';
import type { GlobalFlags } from '../../io';
import type { PeriodOptions } from '../../reports/figures/period';
import { FILE_FLAGS, type FileOptions } from './files';

export interface ReportOptions {
  readonly to?: string;
  readonly team?: string;
  readonly send?: true;
  readonly ifAny?: true;
  readonly oncePerDay?: true;
  readonly attach?: string;
  readonly out?: string;
  readonly html?: string;
  readonly xlsx?: string;
  readonly names?: true;
  readonly preview?: true;
}

export interface FigureOptions extends Omit<PeriodOptions, 'to'>, FileOptions {
  readonly by?: string;
  readonly asAt?: string;
  readonly public?: true;
  readonly list?: string;
  /** A day, or whom it is for. */
  readonly to?: readonly string[];
  readonly send?: true;
  readonly oncePerDay?: true;
  readonly attach?: string;
  /** A Word document in which the report is made again. */
  readonly into?: string;
}

/** Refuses options that ask for two things at once, or for something of a thing that is not asked for. */
export function refuseTogether(options: ReportOptions, flags: Pick<GlobalFlags, 'csv' | 'json'>): void {
  const { send, preview, out, html, xlsx, attach, to } = options;
  const does = [
    ...(send ? ['--send'] : []),
    ...(preview ? ['--preview'] : []),
    ...(out === undefined ? [] : ['--out']),
  ];
  const shows = [
    ...(html === undefined ? [] : ['--html']),
    ...(xlsx === undefined ? [] : ['--xlsx']),
    ...(flags.csv ? ['--csv'] : []),
  ];
  const [first, second] = [...does, ...shows];
  if (does.length > 0 && second !== undefined) {
    throw new UsageError(`${WHAT[first!]}; not with ${second}.`, 'Run it twice, once for each.');
  }
  if (send && to === undefined) {
    throw new UsageError('--send needs to know to whom.', 'Such as: --to managers');
  }
  if (options.oncePerDay && !send) {
    throw new UsageError('--once-per-day is of what is sent.', 'Add --send.');
  }
  if (attach !== undefined && !send && out === undefined) {
    throw new UsageError('--attach is of an e-mail.', 'Add --send, or --out FOLDER for drafts.');
  }
  if (options.ifAny && (preview || shows.length > 0)) {
    throw new UsageError(
      `--if-any is of what is sent or printed; not with ${preview ? '--preview' : shows[0]}.`,
      'Leave it out.',
    );
  }
}

const WHAT: Readonly<Record<string, string>> = {
  '--send': '--send sends e-mail',
  '--preview': '--preview prints on the screen',
  '--out': '--out writes draft e-mails',
};

/**
 * Refuses to tell anyone who is behind a number; and what could be taken apart from the report of the year: other days, other
 * rows, the children of some, what stood recorded on another day.
 */
export function refusePublic(options: FigureOptions): void {
  if (!options.public) return;
  if (options.list !== undefined)
    throw new UsageError('--public tells nobody who is behind a number.', 'Leave out --list, or --public.');
  const { quarter, month, from, to, by, asAt, send } = options;
  const other = Object.entries({ quarter, month, from, to, by, 'as-at': asAt, send }).find(
    ([, value]) => value !== undefined,
  );
  if (other !== undefined)
    throw new UsageError(
      `--public is of a whole year, of all children, with its own rows; not with --${other[0]}.`,
      'Two reports that overlap could be taken apart. The quarters stand in: irotool report annual --year last --public',
    );
}

/** The same of a report of figures. */
export function refuseWithSend(
  options: FigureOptions,
  whom: string | undefined,
  flags: Pick<GlobalFlags, 'csv'>,
): void {
  const { send, attach, oncePerDay, list } = options;
  if (!send) {
    if (attach !== undefined) throw new UsageError('--attach is of an e-mail.', 'Add --send.');
    if (oncePerDay) throw new UsageError('--once-per-day is of what is sent.', 'Add --send.');
    return;
  }
  const other = FILE_FLAGS.find((flag) => options[flag] !== undefined);
  const another = other ?? (list === undefined ? (flags.csv ? 'csv' : undefined) : 'list');
  if (another !== undefined)
    throw new UsageError(`--send sends e-mail; not with --${another}.`, 'Run it twice, once for each.');
  if (whom === undefined) throw new UsageError('--send needs to know to whom.', 'Such as: --to managers');
}

/** The same of a report that is made again in a file. */
export function refuseWithInto(
  options: FileOptions & { readonly list?: string },
  flags: Pick<GlobalFlags, 'csv'>,
): void {
  const other = ([...FILE_FLAGS, 'list'] as const).find((flag) => options[flag] !== undefined);
  const another = other ?? (flags.csv ? 'csv' : undefined);
  if (another !== undefined)
    throw new UsageError(
      `--into makes one file again; not with --${another}.`,
      'Run it twice, once for each.',
    );
}
