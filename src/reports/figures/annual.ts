/** The annual report: the tables of a year, those of the year before beside them, and some of them by quarter. */
import type { Context, Unit } from '../../context';
import { addDays, addMonths, longDate } from '../../core/time/dates';
import { keptPosts } from '../../store/posts';
import { aboutLines } from '../about-words';
import type { Recipient } from '../recipients';
import { unitName } from '../unit-name';
import { makeAhead } from './ahead/made';
import { BY_QUARTER, byQuarter, isByQuarter, quartersOf } from './annual-tables';
import { ANNUAL_REPORT, FORECAST_REPORT, tablesWithin } from './catalogue';
import type { Figuring } from './child';
import { compared } from './compared';
import type { MadeFigures } from './faces/head';
import { cleanerOfFigures, figureChildren } from './gather';
import { type AskedFigures, isOf } from './make';
import { cleaned, type Figures } from './model';
import { type PeriodWanted, tablesOfPeriods } from './parts';
import { REVIEWS_BY_MONTH, withoutYearBefore, withYearBefore } from './tables/by-month';
import { TEAM } from './tables/team';
import { yearTold } from './withheld/tables';

/** A year of the return as it was counted, with what stands by quarter. */
interface Year {
  readonly tables: readonly Figures[];
  readonly quarters: readonly Figures[];
}

/** Makes the report of the year that was asked for, one for each recipient; null is nobody in particular, and all children. */
export function makeAnnual<R extends Recipient | null>(
  context: Context,
  unit: Unit,
  asked: AskedYear,
  recipients: readonly R[],
): MadeFigures[] {
  const clean = cleanerOfFigures(unit);
  return twoYears(context, unit, asked, recipients).map(({ now, last, ...made }, of) => {
    const tables = now.tables.flatMap((table, at) => [
      table,
      ...[compared(table, last[at] ?? null) ?? []].flat(),
      ...now.quarters.filter(({ id }) => id === quartersOf(table.id)),
    ]);
    return {
      ...made,
      report: ANNUAL_REPORT,
      tables: cleaned(tables, clean),
      ...(looksOn(context, asked) && {
        toCome: () =>
          makeAhead(
            context,
            unit,
            { report: FORECAST_REPORT, group: null },
            recipients.slice(of, of + 1),
          )[0]!,
      }),
    };
  });
}

/** What is to come stands beside the year that is running and the one that ended last; it is of today, and not for anyone. */
const looksOn = ({ today }: Context, { period, recordedBy, isPublic }: AskedYear): boolean =>
  recordedBy === null && !isPublic && today <= addMonths(period.to, 12);

/** Another report of the year, for anyone to read: its tables tell no more than those of the annual one. */
export function makeForAnyone(context: Context, unit: Unit, asked: AskedFigures): MadeFigures {
  const { now, last: _, ...made } = twoYears(context, unit, asked, [null])[0]!;
  const ids = new Set(tablesWithin(asked.report));
  return { ...made, report: asked.report, about: [], tables: now.tables.filter(({ id }) => ids.has(id)) };
}

type AskedYear = Omit<AskedFigures, 'report' | 'group'>;

/** The year and the one before it for each recipient; of the latter null for a table that irotool does not know all of. */
function twoYears(
  context: Context,
  unit: Unit,
  { period, asAt, recordedBy, isListed, isPublic }: AskedYear,
  recipients: readonly (Recipient | null)[],
) {
  const { goLive, calendars } = unit.engine;
  const known = {
    ...{ asAt, goLive, calendar: calendars.statutory, ladder: unit.pack.stages ?? [] },
    posts: keptPosts(unit.db),
  };
  const figuring: Figuring = { ...known, from: period.from, to: period.to };
  // A year that is running is beside as much of the one before.
  const isRunning = asAt < period.to;
  const before: Figuring = {
    ...known,
    from: addMonths(period.from, -12),
    to: isRunning ? addMonths(asAt, -12) : addDays(period.from, -1),
  };
  const withholds = recipients.map((recipient) => isPublic || recipient?.mayHaveNames === false);
  const counted = tablesOfPeriods(
    ANNUAL_REPORT,
    figureChildren(context, unit, { ...figuring, from: before.from }, recordedBy),
    recipients.flatMap((recipient) =>
      [figuring, before].map(
        (each): PeriodWanted => ({
          figuring: each,
          cuts: [{ group: null }, { group: 'quarter', only: BY_QUARTER }],
          isWanted: isOf(recipient, asAt),
        }),
      ),
    ),
    { refs: isListed, things: withholds.includes(true) },
  );
  // A year of which irotool knows a part is compared with nothing.
  const isKnown = goLive === null || goLive <= before.from;
  return recipients.map((recipient, at) => {
    const both = [yearOf(counted[2 * at]!), yearOf(counted[2 * at + 1]!)] as const;
    const [now, then] = withholds[at] ? yearsForAnyone(both) : both;
    return {
      ...{ period, figuring, recordedBy, group: null, isWithheld: withholds[at]! },
      // Posts are typed with the day from which they are so, also of days before irotool was in use.
      ...{ now, last: then.tables.map((table) => (isKnown || table.id === TEAM.id ? table : null)) },
      unit: unitName(unit),
      about: [
        ...(recipient === null ? [] : aboutLines(recipient, null)),
        ...(isKnown
          ? []
          : [
              `Last year is left blank: irotool is in use since ${longDate(goLive)}, and what was before is not all there.`,
            ]),
        ...(isKnown && isRunning ? [`Last year is counted to ${longDate(before.to)} alone.`] : []),
      ],
      madeOn: context.today,
    };
  });
}

const yearOf = ([tables, quarters]: readonly Figures[][]): Year => ({
  tables: tables!,
  quarters: quarters!.filter(isByQuarter).map(byQuarter),
});

/** Each year as its own report tells it to anyone; what a table of this year has of the last one is as that one tells it. */
function yearsForAnyone([now, then]: readonly [Year, Year]): [Year, Year] {
  const [told, before] = [yearForAnyone(now), yearForAnyone(then)];
  const months = before.tables.find(({ id }) => id === REVIEWS_BY_MONTH.id)!;
  return [
    {
      ...told,
      tables: told.tables.map((table) => (table.id === months.id ? withYearBefore(table, months) : table)),
    },
    before,
  ];
}

function yearForAnyone({ tables, quarters }: Year): Year {
  const year = yearTold(tables.map(withoutYearBefore), quarters);
  return { tables: year.tables, quarters: year.cuts };
}
