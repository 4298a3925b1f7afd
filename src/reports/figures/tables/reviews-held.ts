/** The reviews of a child that were held in a period, for the tables that are about them. */
import {
  heldAt,
  type ReviewRecord,
  reviewRecords,
  type Sitting,
  sittingOf,
} from '../../../core/reviews/record';
import { type FigureChild, type Figuring, isWithin, onceForEach } from '../child';
import type { Counted } from '../model';

/** A review with how it sat, and what any table counts it by. */
interface ReviewHeld {
  readonly record: ReviewRecord;
  readonly number: number;
  readonly sitting: Sitting;
  readonly counted: Counted;
}

/** Those of a looked-after child: the review of an unplanned ending is of one who is looked after no more. */
export const reviewsHeld = onceForEach((child: FigureChild, figuring: Figuring): readonly ReviewHeld[] =>
  reviewRecords(child.reckoning.story).flatMap((record) => {
    const { number } = record;
    const on = heldAt(record)?.on;
    if (number === null || on === undefined || !isWithin(figuring, on)) return [];
    const counted = {
      ...{ ref: `${child.ref}/${number}`, on, kind: 'reviews held' },
      ...{ team: child.team, iro: child.iroOn(on) },
    };
    return [{ record, number, sitting: sittingOf(record)!, counted }];
  }),
);
