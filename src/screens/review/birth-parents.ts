/** The birth parents of a child for whom adoption is the plan, in `review show`. */
import type { ReviewAnswer } from '../../cases/review/account';
import { BIRTH_PARENT_DECIDED } from '../../core/events/adoption';
import { longDate } from '../../core/time/dates';
import { joined, linesOf, type Row } from './row';

const ANSWERS = { invited: 'invited', 'in-part': 'invited to part of it', 'not-invited': 'not invited' };

/** Whether each is invited to the review, why, and what they are told. */
export function birthParentRows({ birthParents }: ReviewAnswer): Row[] {
  return birthParents.flatMap(({ who, decision }): Row[] => [
    [who.called, joined(who.name, `${ANSWERS[decision.answer]}, decided ${longDate(decision.on)}`)],
    ...linesOf(BIRTH_PARENT_DECIDED, decision, {
      ...{
        ref: null,
        answer: null,
        why: '  why',
        tell: '  told',
        views: '  heard',
        decidedBy: '  decided by',
      },
    }),
  ]);
}
