/**
 * The count of a limit, day by day, as `explain` shows it and as its JSON carries it.
 */

import type { Unit } from '../../context';
import type { Duty } from '../../core/engine/duty';
import { beginsThatDay, limitWords } from '../../core/rules/rule';
import type { SkippedDay } from '../../core/time/calendar';
import { addDays, type IsoDate, longDate, shortDate } from '../../core/time/dates';

/** One limit counted day by day, so that the sum can be checked by hand. */
export interface CountedLine {
  readonly limit: string;
  readonly from: IsoDate;
  readonly due: IsoDate;
  readonly working: boolean;
  /** Working days of the count, in order; empty for calendar limits. */
  readonly days: readonly IsoDate[];
  readonly skipped: readonly SkippedDay[];
}

/** What a limit is called if the event itself gave the date. */
const BY_THE_DATE_GIVEN = 'by the date given';

/** Each limit of a duty with the days that make it up. */
export function countsOf(duty: Duty, unit: Pick<Unit, 'engine'>): CountedLine[] {
  return duty.limits.map(({ at, due, from = duty.countedFrom }) => {
    const limit = duty.rule.limits[at]!;
    const calendar =
      limit.force === 'practice' ? unit.engine.calendars.practice : unit.engine.calendars.statutory;
    const working = typeof limit.count !== 'string' && limit.count.unit === 'working days';
    const base = { limit: limitWords(limit), from, due, working };
    if (!working) return { ...base, days: [], skipped: [] };
    const forward = due >= from;
    // The day itself is not counted, unless the count begins with it.
    const includesFirst = beginsThatDay(duty.rule, limit);
    const [a, b] = forward
      ? [includesFirst ? addDays(from, -1) : from, due]
      : [addDays(due, -1), includesFirst ? from : addDays(from, -1)];
    const skipped = calendar.skippedBetween(a, b);
    const missing = new Set(skipped.map((day) => day.on));
    const days: IsoDate[] = [];
    for (let day = addDays(a, 1); day <= b; day = addDays(day, 1)) if (!missing.has(day)) days.push(day);
    return { ...base, days: forward ? days : days.reverse(), skipped };
  });
}

const isHoliday = ({ why }: SkippedDay): boolean => why !== 'Saturday' && why !== 'Sunday';

/** Day 1, the days either side of a holiday, and the last: enough to check by hand. */
export function countWords({ days, from, due, limit, working, skipped }: CountedLine): string {
  if (limit === BY_THE_DATE_GIVEN) return 'none: the date was given.';
  if (from === due) return `${longDate(due)} itself.`;
  if (!working) return `${limit} from ${longDate(from)} is ${longDate(due)}.`;
  const shown = new Set([0, days.length - 1]);
  days.forEach((day, at) => {
    const next = days[at + 1];
    if (next === undefined) return;
    const [a, b] = day < next ? [day, next] : [next, day];
    if (skipped.some((each) => isHoliday(each) && each.on > a && each.on < b)) shown.add(at).add(at + 1);
  });
  const parts = [...shown]
    .sort((a, b) => a - b)
    .map((at, order) => `${shortDate(days[at]!)} ${order === 0 ? 'is ' : ''}day ${at + 1}`);
  return `${parts.join('; ')}.`;
}

/** The days left out and why, in words. */
export function skippedWords(skipped: readonly SkippedDay[]): string {
  const holidays = skipped.filter(isHoliday);
  const weekends = skipped.length > holidays.length ? ['weekends'] : [];
  const parts = [...weekends, ...holidays.map((day) => `${shortDate(day.on)} (${day.why})`)];
  return parts.length === 0 ? 'none' : parts.join('; ');
}
