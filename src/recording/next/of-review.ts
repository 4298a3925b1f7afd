/** The one thing to do next for a child, and how it is said. */

import { distributionList, leftOn } from '../../cases/distribution';
import { subjectOf } from '../../cases/find';
import { heldReview } from '../../cases/held-review';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import type { PlanToMake } from '../../core/engine/plan-by';
import { isSentFull } from '../../core/reviews/distribution';
import { longDate } from '../../core/time/dates';
import type { Shown } from '../../screens/show';
import { choicesIn } from '../../steps/next/command';
import type { NextStep } from '../../steps/next/situation';
import { nextStep, type WhatNext } from '../../steps/next/step';
import type { Child } from '../../store/children';
import { latenessOn } from '../../ui/lateness';
import { planByWords } from '../../ui/plan-words';
import { refAndReview, roleWords } from '../../ui/words';
import { nextShown } from './next-shown';

/** What is next by the duties; of copies of the record, whose is sent next. */
export function nextOfReview(
  context: Context,
  unit: Unit,
  child: Child,
  later?: ReadonlySet<string>,
): WhatNext & { readonly toPlan: PlanToMake | null; readonly key: string | null } {
  const { facts, reckoning } = reckoned(context, unit, child);
  const { toPlan } = reckoning.meetings.review;
  const { rules, calendars } = unit.engine;
  const now = {
    ...subjectOf(child),
    ...reckoning,
    today: context.today,
    rules,
    calendar: calendars.statutory,
  };
  const found = nextStep(now, later);
  const answer = { ...found, toPlan, key: found.step?.command ?? null };
  const { step } = answer;
  const rule = unit.engine.rules.find(({ id }) => id === step?.duty);
  if (step === null || !rule?.metBy.some(({ kind }) => kind === 'record-distributed')) return answer;
  // Who is to be sent a copy, and what, turns on who they are: on names and contact, not on the story.
  const number = step.review == null ? undefined : String(step.review);
  const held = heldReview(child, reckoning.story, number);
  const left = leftOn(distributionList(unit, child, held, facts, reckoning));
  const first = left[0];
  if (!first || left.some((each) => isSentFull(each, false))) return answer;
  const what =
    first.proposal === 'decide'
      ? '--record RECORD --why "WHY" --decided-by NAME'
      : `--record full${first.addressOut ? ' --redacted "WHAT"' : ''}`;
  return {
    ...answer,
    step: { ...step, command: `irotool review distribute ${held.again} ${first.ref} ${what}` },
  };
}

/** It as it is shown. */
export function nextOfReviewShown(
  context: Context,
  unit: Unit,
  child: Child,
  answer: ReturnType<typeof nextOfReview>,
): Shown {
  const { step } = answer;
  const json = ({ what, duty, due, who, command, planBy = null }: NextStep): object => ({
    ...{ what, duty, due, who, command, planBy },
  });
  return nextShown(child.ref, step && json(step), step?.command, () =>
    sentences(context, unit, child, answer),
  );
}

function sentences(
  context: Context,
  unit: Unit,
  { ref }: Child,
  { step, until, toPlan }: ReturnType<typeof nextOfReview>,
): string[] {
  if (step === null) {
    const when = until === null ? '' : ` until ${longDate(until.on)} (${until.what})`;
    return [`${ref}: nothing to do${when}.`];
  }
  const label = refAndReview(ref, step.review ?? null);
  const who = step.who === null ? '' : ` (${roleWords(step.who)})`;
  const choices = choicesIn(step.command);
  return [
    `${label}: ${step.what}${who}${step.due === null ? forWords(step) : dueWords(context, unit, step)}.`,
    ...(step.planBy ? [`${planByWords(toPlan!, context.today)}.`] : []),
    ...(step.besides === undefined ? [] : [step.besides]),
    ...(choices === null ? [] : [choices]),
  ];
}

/** `: “Hold the review that the IRO called early”`, where the step is on the way to what has no day. */
const forWords = ({ what, dutyWords }: NextStep): string =>
  dutyWords === null || dutyWords === what ? '' : `: “${dutyWords}”`;

/** `, due Friday 13 March 2026, 1 working day late`, with the duty where the step is on the way to it. */
function dueWords({ today }: Context, unit: Unit, { what, due, dutyWords }: NextStep): string {
  const day = `due ${longDate(due!)}, ${latenessOn(due!, today, unit)}`;
  return dutyWords === null || dutyWords === what ? `, ${day}` : `: “${dutyWords}” is ${day}`;
}
