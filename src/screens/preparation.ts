/** How far reviews have been prepared, as `review prepare` shows it: on the screen, or as JSON. */

import { meetingWords } from '../cases/meeting/in-words';
import { calledOf, everyoneIn } from '../cases/people/who';
import { type BeingPrepared, dueOf, papersOf, preparationJson } from '../cases/review/preparation';
import type { Context, Unit } from '../context';
import { type PreparationStep, viewsIn } from '../core/reviews/preparation';
import { said } from '../core/reviews/record';
import type { IsoDate } from '../core/time/dates';
import { inRows, oneBelowAnother, type Part } from '../ui/rows';
import { dayIn } from '../ui/words';
import type { Shown } from './show';

/** How far each review has been prepared, and how a step is recorded of those whose invitations are still to be sent. */
export function preparationsShown(context: Context, unit: Unit, reviews: readonly BeingPrepared[]): Shown {
  const open = reviews
    .filter(
      ({ steps, inCare }) =>
        inCare && steps.some(({ kind, on }) => kind === 'invitations-sent' && on === null),
    )
    .map(({ child }) => child.ref);
  return {
    json: () => ({ reviews: reviews.map((review) => preparationJson(review, context.today)) }),
    screen: () => ({
      parts: oneBelowAnother(reviews.map((review) => screen(context, unit, review))),
      said:
        open.length === 0
          ? []
          : [`To record a step: irotool review prepare ${open.join(' ')} --invited today`],
    }),
  };
}

function screen(context: Context, unit: Unit, review: BeingPrepared): Part[] {
  const { child, number, plan, record } = review;
  const day = (on: IsoDate | null): string => (on === null ? 'not recorded' : dayIn(on, context.today));
  const when =
    plan === null ? 'no date is fixed' : `planned for ${meetingWords({ on: plan.meeting, time: plan.time })}`;
  const everyone = everyoneIn(unit, child, context.today);
  const rows = [
    ...review.steps.flatMap((step) => [
      [step.what, day(step.on), step.on === null ? dueWords(context, review, step.kind) : outcomeOf(step)],
      ...(step.kind === 'documents-received'
        ? papersOf(review, context.today).map(({ words, on }) => [`  ${words}`, day(on), ''])
        : []),
    ]),
    ...viewsIn(record).map(({ ref, how, on }) => [`Views of ${calledOf(everyone, ref)}`, day(on), how ?? '']),
    ...review.concerns.map(({ ref, takenUpOn, raisedOn }) => [
      `Concern ${ref} of the child`,
      takenUpOn === null
        ? `raised ${dayIn(raisedOn, context.today)}`
        : `taken up ${dayIn(takenUpOn, context.today)}`,
      takenUpOn === null ? 'to be taken up' : '',
    ]),
  ];
  return [
    inRows([[`${child.ref}/${number}`, when]], [{ whole: true }, { wraps: true }], 0),
    inRows(rows, [{ wraps: true, min: 24 }, {}, {}]),
  ];
}

/** How the child was not seen; empty for any other step. */
function outcomeOf({ kind, moment }: PreparationStep): string {
  const outcome = kind === 'iro-saw-child' && moment ? said(moment, 'outcome') : null;
  return outcome === null || outcome === 'seen' ? '' : `not seen: ${outcome}`;
}

function dueWords({ today }: Context, review: BeingPrepared, kind: string): string {
  const due = dueOf(review, kind);
  if (due === null) return '';
  return `${due < today ? 'was due' : 'by'} ${dayIn(due, today)}`;
}
