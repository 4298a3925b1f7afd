/**
 * The list of bank holidays as a unit keeps it: the one that ships, with the days that came late. Pure.
 */
import type { Holiday, HolidayList } from './calendar';
import { type IsoDate, isoDate, yearOf } from './dates';

/** What differs from the list that ships: a day with a name is a bank holiday, one without is none. */
export interface HolidayChange {
  readonly on: IsoDate;
  readonly name: string | null;
  readonly source: string;
}

export interface OwnHolidays {
  readonly changes: readonly HolidayChange[];
  /** Years that a list of the unit's own covers whole. */
  readonly years: readonly number[];
}

/** The list with the unit's own changes; it goes as far as the years that follow on without a gap. */
export function withOwn<L extends HolidayList>(list: L, { changes, years }: OwnHolidays): L {
  const names = new Map(list.holidays.map(({ on, name }) => [on, name]));
  for (const { on, name } of changes) {
    if (name === null) names.delete(on);
    else names.set(on, name);
  }
  const covered = new Set(years);
  let [first, last] = [yearOf(list.first), yearOf(list.horizon)];
  while (covered.has(last + 1)) last++;
  while (covered.has(first - 1)) first--;
  return {
    ...list,
    first: isoDate(`${first}-01-01`),
    horizon: isoDate(`${last}-12-31`),
    holidays: [...names].map(([on, name]) => ({ on, name })).sort((a, b) => (a.on < b.on ? -1 : 1)),
  };
}

/** A published list: every bank holiday of each of its years. */
export interface PublishedList {
  readonly holidays: readonly Holiday[];
  readonly firstYear: number;
  readonly lastYear: number;
}

export interface HolidayDifference {
  /** Bank holidays that are new, and days that are none any more, the earliest first. */
  readonly added: readonly Holiday[];
  readonly gone: readonly Holiday[];
}

/** What a published list says otherwise than the one in use, in the years that it covers and in no others. */
export function differenceOf(inUse: HolidayList, published: PublishedList): HolidayDifference {
  const isCovered = ({ on }: Holiday): boolean =>
    yearOf(on) >= published.firstYear && yearOf(on) <= published.lastYear;
  const [was, is] = [inUse, published].map(({ holidays }) => new Set(holidays.map(({ on }) => on)));
  return {
    added: published.holidays.filter(({ on }) => !was!.has(on)),
    gone: inUse.holidays.filter((holiday) => isCovered(holiday) && !is!.has(holiday.on)),
  };
}

export function yearsOf({ firstYear, lastYear }: PublishedList): number[] {
  return Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at);
}
