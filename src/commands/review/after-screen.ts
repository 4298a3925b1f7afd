/** What follows a review, as it is shown: each step with its due day, the day it was done, its standing. */

import type { Held } from '../../cases/held-review';
import type { Context, Unit } from '../../context';
import type { Duty } from '../../core/engine/duty';
import { deadlineOn, type Standing } from '../../core/engine/standing';
import { listOf } from '../../core/events/lists';
import { disagreementOf, dutyOfStep } from '../../core/reviews/after';
import { dayOf, lastOf, said } from '../../core/reviews/record';
import { type IsoDate, longDate } from '../../core/time/dates';
import type { Child } from '../../store/children';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { dayIn, wrap } from '../../ui/words';
import { standingWords } from '../standing-words';

/** Each step in order: what it is, and what to type to record it. */
const STEPS: readonly (readonly [kind: string, what: string, command: string])[] = [
  ['decisions-sent', 'Decisions sent', 'review after REF --decisions-sent DATE'],
  ['decisions-received', 'Decisions received by the manager', 'review after REF --received DATE'],
  ['manager-responded', 'The manager’s answer', 'review after REF --response agreed|disagreed'],
  ['disagreement-resolved', 'Disagreement resolved', 'review after REF --resolved "…"'],
  ['monitoring-form-completed', 'Monitoring form', 'review monitor REF'],
  ['care-plan-updated', 'Care plan updated', 'review after REF --care-plan-updated DATE'],
  ['plans-copied', 'Updated plans copied to the family', 'review after REF --copied LIST'],
  ['record-completed', 'Full record completed', 'review after REF --record-completed DATE'],
  ['record-distributed', 'Record sent out', 'review distribute REF'],
  ['third-review-endorsed', 'Reasons for no permanence yet endorsed', 'review after REF --endorsed-by NAME'],
  ['poor-practice-raised', 'Poor practice raised with a manager', 'review after REF --poor-practice NAME'],
  ['good-practice-reported', 'Good practice reported', 'review after REF --good-practice NAME'],
];

/** A step as the screen and its JSON have it. */
interface StepSeen {
  readonly step: string;
  readonly what: string;
  readonly command: string;
  readonly due: IsoDate | null;
  readonly doneOn: IsoDate | null;
  /** As a deadline's; null where no duty asks for the step. */
  readonly standing: Standing | null;
  readonly words: string;
}

/** The steps that are recorded, and those that are to come. */
export function stepsSeen(context: Context, unit: Unit, review: Held, duties: readonly Duty[]): StepSeen[] {
  return STEPS.filter(([kind]) => dayOf(review.record, kind) !== null || isAskedFor(kind, review)).map(
    ([step, what, command]) => {
      const duty = dutyOfStep(duties, review, step);
      const deadline = duty && deadlineOn(duty, context.today, unit.engine.calendars.statutory);
      // Entered twice, the day that met the duty is the day it was done.
      const doneOn = deadline?.metOn ?? dayOf(review.record, step);
      const done = doneOn === null ? 'not recorded' : `done ${dayIn(doneOn, context.today)}`;
      return {
        step,
        what: what + saidOf(review, step),
        command: command.replace('REF', review.again),
        due: deadline?.due ?? null,
        doneOn,
        standing: deadline?.standing ?? null,
        words: deadline ? standingWords(deadline, context.today) : done,
      };
    },
  );
}

/** Some steps are asked for only of some reviews. */
function isAskedFor(kind: string, { record, number }: Held): boolean {
  if (kind === 'poor-practice-raised' || kind === 'good-practice-reported') return false;
  if (kind === 'third-review-endorsed') return number === 3;
  return kind !== 'disagreement-resolved' || disagreementOf(record)?.resolvedOn === null;
}

/** What a step said, after its name: the manager's answer, the plans, to whom. */
function saidOf({ record }: Held, kind: string): string {
  const last = lastOf(record, kind);
  const words = [
    kind === 'manager-responded' ? said(last, 'answer') : null,
    kind === 'manager-responded' ? said(last, 'about') : null,
    kind === 'disagreement-resolved' ? said(last, 'how') : null,
    kind === 'poor-practice-raised' || kind === 'good-practice-reported' ? said(last, 'to') : null,
    kind === 'care-plan-updated' ? inWords(said(last, 'plans')) : null,
    kind === 'plans-copied' ? inWords(said(last, 'to')) : null,
  ].filter((word) => word !== null);
  return words.length === 0 ? '' : `: ${words.join('; ')}`;
}

const inWords = (list: string | null): string | null =>
  list === null
    ? null
    : listOf(list)
        .map((word) => (word === 'pep' ? 'personal education plan' : word.replaceAll('-', ' ')))
        .join(', ');

/** Shows the steps of a review, and how to record the first that is not. */
export function showSteps(
  context: Context,
  unit: Unit,
  child: Child,
  review: Held,
  duties: readonly Duty[],
): void {
  const steps = stepsSeen(context, unit, review, duties);
  if (context.flags.json) {
    context.json({
      schema: 1,
      child: { ref: child.ref, name: child.name },
      review: review.number,
      heldOn: review.on,
      steps: steps.map(({ step, due, doneOn, standing }) => ({ step, due, doneOn, standing })),
      disagreement: disagreementOf(review.record),
    });
    return;
  }
  const width = screenWidth(context.io, context.flags);
  const rows = steps.map(({ due, what, words }) => [
    due === null ? '' : dayIn(due, context.today),
    what,
    words,
  ]);
  const what = review.number === null ? 'review of an unplanned ending held' : 'held';
  context.print(
    [
      ...wrap(`${review.label}  ${what} ${longDate(review.on)}`, width),
      ...rowLines([['due', 'step', ''], ...rows], [{}, { wraps: true, min: 24 }, {}], width),
    ].join('\n'),
  );
  const next = steps.find(({ doneOn }) => doneOn === null);
  if (next) context.say(`Next: irotool ${next.command}`);
}
