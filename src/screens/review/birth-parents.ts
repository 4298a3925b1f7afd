/** The birth parents of a child for whom adoption is the plan, in `review show`. */
import type { ReviewAnswer } from '../../cases/review/account';
import { BIRTH_PARENT_DECIDED } from '../../core/events/adoption';
import { BIRTH_PARENT_ANSWERS } from '../../core/events/codes';
import { longDate } from '../../core/time/dates';
import { joined, linesOf, type ReviewRow } from './row';

/** Whether each is invited to the review, why, and what they are told. */
export function birthParentRows({ birthParents }: ReviewAnswer): ReviewRow[] {
  return birthParents.flatMap(({ who, decision }): ReviewRow[] => [
    [
      who.called,
      joined(who.name, `${BIRTH_PARENT_ANSWERS[decision.answer]}, decided ${longDate(decision.on)}`),
    ],
    ...linesOf(BIRTH_PARENT_DECIDED, decision, {
      ...{ ref: null, answer: null, why: '  why', tell: '  told', views: '  heard' },
      decidedBy: '  decided by',
    }),
  ]);
}
