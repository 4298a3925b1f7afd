/** The monitoring forms of all children, each with its review and whether it was sent to the managers. */
import type { Context, Unit } from '../../context';
import { MONITORING_FORM_COMPLETED, MONITORING_SENT } from '../../core/events/after-review';
import { type HeldReview, heldReviews } from '../../core/reviews/after';
import { lastTaken } from '../../core/reviews/record';
import type { IsoDate } from '../../core/time/dates';
import { type Child, childById } from '../../store/children';
import { childrenWithForms } from '../../store/monitoring-events';
import { reckoned } from '../reckoned';
import { type ToldOf, told } from '../told';
import { whoIsWho } from './reading';

/** A form with its review, and when it was sent to the managers. */
export interface Form {
  readonly child: Child;
  readonly review: HeldReview;
  readonly form: ToldOf<typeof MONITORING_FORM_COMPLETED>;
  readonly sent: ToldOf<typeof MONITORING_SENT> | null;
}

/** Those completed in a span of days. */
export function formsIn(context: Context, unit: Unit, { from, to }: { from: IsoDate; to: IsoDate }): Form[] {
  return childrenWithForms(unit.db, from, to).flatMap(({ id }) => {
    const child = childById(unit.db, id)!;
    const { reckoning } = reckoned(context, unit, child);
    return heldReviews(reckoning.story).flatMap((review): Form[] => {
      const form = lastTaken(review.record, MONITORING_FORM_COMPLETED);
      if (!form || form.on < from || form.on > to) return [];
      const sent = lastTaken(review.record, MONITORING_SENT);
      const who = whoIsWho(unit, child, form.on, reckoning.standing.iroId);
      return [
        {
          child,
          review,
          form: told(MONITORING_FORM_COMPLETED, form, who),
          sent: sent === undefined ? null : told(MONITORING_SENT, sent, who),
        },
      ];
    });
  });
}
