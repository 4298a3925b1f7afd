/** Reviews that were due in a period: whether each was held by the day that the law gives, and if not, why. */

import { isOpen, lawByOf, standable, standingOn } from '../../../core/engine/standing';
import { type LateReview, lateReviews } from '../../../core/reviews/late';
import { isOfReview } from '../../../core/rules/by-purpose';
import { EARLIEST, type IsoDate } from '../../../core/time/dates';
import { type FigureChild, type Figuring, isWithin, onceForEach, yearBefore } from '../child';
import type { Counted, TableOf } from '../model';
import { quarterWith } from '../period';
import { shareOf } from './shares';

/** How a review that was due stands. */
export type How = 'in time' | 'late' | 'eased' | 'not held';

export interface ReviewDue extends Counted {
  readonly due: IsoDate;
  readonly how: How;
  /** Working days after its day: until it was held, or until now. */
  readonly daysLate: number;
  readonly because: string | null;
  readonly agreedBy: string | null;
}

/** A child's reviews whose day lies in the period and has passed, or that were held before it came. */
export const reviewsDue = (child: FigureChild, figuring: Figuring): readonly ReviewDue[] =>
  reviewsWithYearBefore(child, figuring).filter(({ on }) => on >= figuring.from);

/** The same from a year before the period on. */
export const reviewsWithYearBefore = onceForEach(
  (child: FigureChild, figuring: Figuring): readonly ReviewDue[] =>
    readReviews(child, { ...figuring, from: yearBefore(figuring.from) }),
);

function readReviews(child: FigureChild, figuring: Figuring): ReviewDue[] {
  const { reckoning } = child;
  const { asAt, calendar } = figuring;
  let late: readonly LateReview[] | undefined;
  return reckoning.duties.flatMap((duty) => {
    if (!isOfReview(duty.rule)) return [];
    // The day of the law, if a procedure asks for it sooner; a review that is taken up again has a later day than its limit.
    const law = lawByOf(duty);
    const due = law !== null && law > duty.due ? law : duty.due;
    const standing = standingOn({ ...standable(duty), due }, asAt);
    if (!isWithin(figuring, due) || standing === 'ended' || (isOpen(standing) && due >= asAt)) return [];
    if (standing !== 'met') late ??= lateReviews(reckoning, asAt, EARLIEST);
    const said = standing === 'met' ? undefined : late?.find((each) => each.duty === duty);
    const how: How =
      standing === 'met' ? 'in time' : standing !== 'late' ? 'not held' : said?.eased ? 'eased' : 'late';
    const until = how === 'not held' ? asAt : (duty.metOn ?? asAt);
    return [
      {
        ref: duty.review === null ? child.ref : `${child.ref}/${duty.review}`,
        ...{ on: due, due, kind: duty.rule.duty, team: child.team, iro: child.iroOn(due), how },
        daysLate: until > due ? -calendar.workingDaysBetween(until, due) : 0,
        because: said?.because ?? null,
        agreedBy: said?.agreedBy ?? null,
      },
    ];
  });
}

const isHow =
  (...hows: readonly How[]) =>
  ({ how }: ReviewDue): boolean =>
    hows.includes(how);
const isAny = (): boolean => true;
const isHeld = isHow('in time', 'late', 'eased');
/** Those that the table of reasons is about. */
export const isPast = isHow('late', 'eased', 'not held');
const isLate = isHow('late', 'not held');

export const REVIEWS: TableOf<ReviewDue> = {
  id: 'reviews',
  title: 'Reviews',
  by: { head: 'Quarter', row: ({ on }) => quarterWith(on), group: 'quarter' },
  hasTotal: true,
  columns: [
    {
      id: 'due',
      head: 'Due',
      says: 'Reviews of every kind whose last day by law lies in the period, and that nothing ended before it.',
      counts: isAny,
    },
    { id: 'held', head: 'Held', says: 'Those that have been held since, in time or not.', counts: isHeld },
    {
      id: 'in-time',
      head: 'In time',
      says: 'Those that were held on or before that day.',
      counts: isHow('in time'),
    },
    { id: 'late', head: 'Late', says: 'Those that were held after it.', counts: isHow('late') },
    {
      id: 'eased',
      head: 'Late, eased',
      says: 'Those held after it while the law of 2020 let them be: they are not counted as late.',
      counts: isHow('eased'),
    },
    {
      id: 'not-held',
      head: 'Not held',
      says: 'Those whose day has passed and that have not been held, or never will be.',
      counts: isHow('not held'),
    },
    {
      id: 'share-in-time',
      head: 'In time, %',
      says: 'Those held on or before that day, of all that were due but those eased.',
      counts: isHow('in time'),
      of: isHow('in time', 'late', 'not held'),
    },
  ],
};

/** The same by what kind of review it was. */
export const REVIEWS_BY_KIND: TableOf<ReviewDue> = {
  ...REVIEWS,
  id: 'reviews-by-kind',
  title: 'Reviews by kind',
  by: { head: 'Kind', row: ({ kind }) => kind },
  compares: 'share-in-time',
};

/** Of the late ones and those not held, the reason as it was recorded. */
export const WHY_LATE: TableOf<ReviewDue> = {
  id: 'why-late',
  title: 'Why reviews were late',
  by: { head: 'Reason', row: ({ because }) => because?.trim() || null, written: 15 },
  hasTotal: true,
  compares: 'reviews',
  columns: [
    {
      id: 'reviews',
      head: 'Reviews',
      says: 'Reviews due in the period that were held late, or not held.',
      counts: isLate,
    },
    {
      ...shareOf<ReviewDue>(
        'share',
        'Of the late, %',
        'Those of this reason, of all that were late or not held.',
        isLate,
        isLate,
      ),
      ofAll: true,
    },
    {
      id: 'longest',
      head: 'Longest, working days',
      says: 'The most working days that any of them was or is late.',
      counts: isLate,
      days: { each: ({ daysLate }) => daysLate, take: 'longest' },
    },
    {
      id: 'agreed',
      head: 'Agreed by someone',
      says: 'Those of them of which it is recorded who agreed to the delay.',
      counts: (one) => isLate(one) && one.agreedBy !== null,
    },
    {
      id: 'eased',
      head: 'Eased, apart',
      says: 'Reviews held late while the law of 2020 let them be: they are in no other column.',
      counts: isHow('eased'),
    },
  ],
};
