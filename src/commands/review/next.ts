/** `review next`: the one thing to do next for a child, why, and what to type; or it is asked for and recorded. */

import { childrenNamed } from '../../cases/children-named';
import { distributionList, leftOn } from '../../cases/distribution';
import { childNamed, subjectOf } from '../../cases/find';
import { heldReview } from '../../cases/held-review';
import { meetingsKey } from '../../cases/meeting/kept-together';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import type { PlanToMake } from '../../core/engine/plan-by';
import { isSentFull } from '../../core/reviews/distribution';
import { longDate } from '../../core/time/dates';
import { type DoOptions, taken } from '../../recording/next/take-next';
import { present, type Shown } from '../../screens/show';
import { choicesIn } from '../../steps/next/command';
import type { NextStep } from '../../steps/next/situation';
import { nextStep, type WhatNext } from '../../steps/next/step';
import type { Child } from '../../store/children';
import { latenessOn } from '../../ui/lateness';
import { planByWords } from '../../ui/plan-words';
import { refAndReview, roleWords } from '../../ui/words';

/** Runs `review next REF… [--do] [--all]`. */
export async function next(context: Context, [typed]: readonly [readonly string[]], options: DoOptions) {
  const refs = childrenNamed(await context.open(), typed).map(({ ref }) => ref);
  return taken(context, refs, options, async (own, ref, left) => {
    const unit = await own.open();
    const child = childNamed(unit.db, ref);
    const answer = whatNext(own, unit, child, left);
    const { key, step } = answer;
    return {
      key,
      command: step?.command ?? null,
      with: meetingsKey(unit, child.id, own.today),
      show: () => present(own, shown(own, unit, child, answer)),
    };
  });
}

function shown(context: Context, unit: Unit, child: Child, answer: ReturnType<typeof whatNext>): Shown {
  const { step } = answer;
  return {
    json: () => ({ child: { ref: child.ref }, next: step && stepJson(step) }),
    // A command is copied whole, so it is never broken, however long its references are.
    screen: () => [
      ...sentences(context, unit, child, answer),
      ...(step === null ? [] : [`  ${step.command}`]),
    ],
  };
}

function stepJson({ what, duty, due, who, command, planBy = null }: NextStep): object {
  return { what, duty, due, who, command, planBy };
}

function whatNext(
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

function sentences(
  context: Context,
  unit: Unit,
  { ref }: Child,
  { step, until, toPlan }: ReturnType<typeof whatNext>,
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
