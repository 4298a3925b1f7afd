/** What every face of a report of figures says in the same words: its title, its period, what is missing, a number. Pure. */

import { type IsoDate, longDate } from '../../../core/time/dates';
import type { ReportOfFigures } from '../catalogue';
import type { Figuring } from '../child';
import type { Cell, CellUnit, Figures, Group, Row } from '../model';
import { type Period, periodWords } from '../period';

export interface MadeFigures {
  readonly report: ReportOfFigures;
  readonly period: Period;
  readonly figuring: Figuring;
  /** Null if facts count whenever they were entered. */
  readonly recordedBy: Figuring['asAt'] | null;
  readonly group: Group | null;
  readonly tables: readonly Figures[];
  /** The unit, as it calls itself; null if it has no name. */
  readonly unit: string | null;
  /** Whom it is for, and whose children it is of; nothing is said of all children for nobody in particular. */
  readonly about: readonly string[];
  /** The day on which they were counted. */
  readonly madeOn: IsoDate;
  /** Small numbers are withheld, and nobody is behind a number. */
  readonly isWithheld: boolean;
  /** What is to come, as it is drawn on the page of a report of a year; counted if a page asks for it. */
  readonly toCome?: () => MadeFigures;
}

const PAGE_WARNING = 'For those who may know: small numbers may tell who somebody is';

/** Stands for a number that is withheld. */
export const WITHHELD_SIGN = 'c';
const WITHHELD_NOTE =
  'c stands for a number that is withheld: it is from 1 to 5, or one from 1 to 5 could be worked out with it.';

/** Stands at the foot of each printed page. */
export const pageWarning = ({ isWithheld }: MadeFigures): string =>
  isWithheld ? 'c: withheld, so that no small number tells who somebody is' : PAGE_WARNING;

const SMALL_NUMBERS =
  'Nobody is named. A small number may tell who somebody is all the same: think before you pass it on.';

/** Said at the foot of what others may see. */
export const smallNumbers = ({ isWithheld }: MadeFigures): string =>
  isWithheld ? 'Nobody is named, and small numbers are withheld.' : SMALL_NUMBERS;

/** `92.5% of 40`, `12`, `–`: a blank where there is nothing to take a share or a median of. */
export function cellWords({ value, n, withheld }: Cell, unit: CellUnit): string {
  if (withheld) return WITHHELD_SIGN;
  if (value === null) return '–';
  return unit === 'percent' ? `${value.toFixed(1)}% of ${n}` : String(value);
}

/** `How the unit did, March 2026: 1 March 2026 to 31 March 2026`. */
export function titleOf({ report, period }: MadeFigures): string {
  const called = period.called === null ? '' : `${period.called}: `;
  return `${report.title}, ${called}${periodWords(period)}`;
}

/** What is said above the tables besides the period: whom it is for, the day on which all this was known, what is missing. */
export function notesOf(made: MadeFigures): string[] {
  return [...knownOf(made), ...(made.isWithheld ? [WITHHELD_NOTE] : [])];
}

function knownOf({ report, period, figuring, recordedBy, about }: MadeFigures): string[] {
  if (report.looksAhead) return [...about, `As it is known on ${longDate(figuring.asAt)}.`];
  const { asAt, goLive, to } = figuring;
  return [
    ...about,
    ...(recordedBy === null
      ? to > asAt
        ? [`So far: what was due by ${longDate(asAt)}.`]
        : []
      : [`As it stood recorded at the end of ${longDate(recordedBy)}.`]),
    ...(goLive !== null && period.from < goLive
      ? [
          `irotool is in use since ${longDate(goLive)}: of what was before, only what was entered since is counted, and that is not all.`,
        ]
      : []),
  ];
}

/** Behind the title of a table: what was asked of it and cannot be. */
export const notBy = ({ by }: Figures, { group }: MadeFigures): string =>
  group === null || by === group ? '' : ` (not by ${group === 'iro' ? 'IRO' : group})`;

/** The rows as they are shown: the sum of all last, if there is more than one to add up. */
export const shownRows = ({ rows, total }: Figures): readonly Row[] =>
  total && rows.length > 1 ? [...rows, total] : rows;

/** The table and the column that a figure names. */
export function behind(
  tables: readonly Figures[],
  figure: string,
): { table: Figures; rows: readonly Row[]; column: number; says: string } {
  const [id, column] = figure.split('.');
  const table = tables.find((each) => each.id === id)!;
  const at = table.columns.findIndex((each) => each.id === column);
  return { table, rows: table.rows, column: at, says: table.columns[at]!.says };
}
