/** Sums of working days: the Nth after or before a day, and how many lie between two. Pure. */
import type { Calendar, SkippedDay } from './calendar';
import { addDays, type IsoDate } from './dates';

/** A sum as `--json` writes it, with `schema: 1`. */
export interface DaySum {
  /** The day that is not counted. */
  readonly from: IsoDate;
  /** The last day counted. */
  readonly to: IsoDate;
  /** Working days from `from` to `to`; negative backwards. */
  readonly count: number;
  /** What was asked for: the day, or the number of working days. */
  readonly answer: IsoDate | number;
  /** The days between that do not count, in order. */
  readonly skipped: readonly SkippedDay[];
  /** The count leaves the published list of bank holidays. */
  readonly provisional: boolean;
}

/** The Nth working day after or, negative, before a day. */
export function nth(calendar: Calendar, from: IsoDate, amount: number): DaySum {
  const to = calendar.addWorkingDays(from, amount);
  return {
    from,
    to,
    count: amount,
    answer: to,
    skipped: skipped(calendar, from, to),
    provisional: !calendar.isKnown(from, to),
  };
}

/** Working days after the first day up to and including the second. */
export function between(calendar: Calendar, from: IsoDate, to: IsoDate): DaySum {
  const amount = calendar.workingDaysBetween(from, to);
  return {
    from,
    to,
    count: amount,
    answer: amount,
    // Backwards it is the later day that is not counted of the two, as `-N` counts.
    skipped: to < from ? calendar.skippedBetween(to, from) : skipped(calendar, from, to),
    provisional: !calendar.isKnown(from, to),
  };
}

function skipped(calendar: Calendar, from: IsoDate, to: IsoDate): SkippedDay[] {
  if (to === from) return [];
  return to > from
    ? calendar.skippedBetween(from, to)
    : calendar.skippedBetween(addDays(to, -1), addDays(from, -1));
}
