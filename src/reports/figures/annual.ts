/** The annual report: the tables of a year, those of the year before beside them, and some of them by quarter. */
import type { Context, Unit } from '../../context';
import { addDays, addMonths, longDate } from '../../core/time/dates';
import { unitName } from '../unit-name';
import { ANNUAL_REPORT } from './catalogue';
import type { Figuring } from './child';
import { allOf, compared } from './compared';
import type { MadeFigures } from './faces/head';
import { cleanerOfFigures, figureChildren } from './gather';
import type { AskedFigures } from './make';
import { cleaned, type Figures } from './model';
import { tablesOfPeriods } from './parts';
import { onlyAll, toldOf, whole } from './withheld/tables';

/** Tables that are cut by quarter too, if they are not by themselves. */
const BY_QUARTER: ReadonlySet<string> = new Set(['took-part', 'participation', 'steps', 'disputes']);

/** Makes the report of the year that was asked for, every child being read once. */
export function makeAnnual(
  context: Context,
  unit: Unit,
  { period, asAt, recordedBy, isPublic }: Omit<AskedFigures, 'report' | 'group'>,
): MadeFigures {
  const { goLive, calendars } = unit.engine;
  const known = { asAt, goLive, calendar: calendars.statutory, ladder: unit.pack.stages ?? [] };
  const figuring: Figuring = { ...known, from: period.from, to: period.to };
  // A year that is running is beside as much of the one before.
  const isRunning = asAt < period.to;
  const before: Figuring = {
    ...known,
    from: addMonths(period.from, -12),
    to: isRunning ? addMonths(asAt, -12) : addDays(period.from, -1),
  };
  const children = figureChildren(context, unit, { ...figuring, from: before.from }, recordedBy);
  const [[ofYear, ofQuarters], [ofBefore]] = tablesOfPeriods(
    ANNUAL_REPORT,
    children,
    [
      { figuring, cuts: [{ group: null }, { group: 'quarter', only: BY_QUARTER }] },
      { figuring: before, cuts: [{ group: null }] },
    ],
    isPublic,
  ) as [[Figures[], Figures[]], [Figures[]]];
  const counted = [ofYear, ofBefore, ofQuarters] as const;
  // A year of which irotool knows a part is compared with nothing.
  const isKnown = goLive === null || goLive <= before.from;
  const [now, then, quarters] = isPublic ? yearForAnyone(counted, isKnown) : counted;
  const tables = now.flatMap((table, at) => [
    table,
    ...(hasAll(table) ? [compared(table, isKnown ? then[at]! : null)] : []),
    ...(BY_QUARTER.has(table.id) ? [byQuarter(quarters[at]!)] : []),
  ]);
  return {
    ...{ report: ANNUAL_REPORT, period, figuring, recordedBy, group: null, isWithheld: isPublic },
    tables: cleaned(tables, cleanerOfFigures(unit)),
    unit: unitName(unit),
    about: [
      ...(isKnown
        ? []
        : [
            `Last year is left blank: irotool is in use since ${longDate(goLive)}, and what was before is not all there.`,
          ]),
      ...(isKnown && isRunning ? [`Last year is counted to ${longDate(before.to)} alone.`] : []),
    ],
    madeOn: context.today,
  };
}

/** What may be told of the year, of the year before and of the quarters, decided of all of it at once. */
function yearForAnyone(
  [now, then, quarters]: readonly [Figures[], Figures[], Figures[]],
  isKnown: boolean,
): [Figures[], Figures[], Figures[]] {
  const told = toldOf([
    ...now.map((table) => ({ table, only: onlyAll(table) })),
    ...then.map((table) => ({
      table,
      only: isKnown && hasAll(table) ? ('all' as const) : ('none' as const),
    })),
    ...quarters.map((table) => ({ table, only: BY_QUARTER.has(table.id) ? null : ('none' as const) })),
  ]);
  const part = (from: number): Figures[] => told.slice(from, from + now.length);
  return [part(0).map(whole), part(now.length), part(2 * now.length)];
}

const hasAll = (table: Figures): boolean => allOf(table) !== undefined;

const byQuarter = (table: Figures): Figures => ({
  ...table,
  id: `${table.id}-quarters`,
  title: `${table.title}, by quarter`,
});
