/** `review adjourn` and `review cancel`: a meeting that sat and was adjourned, or will not take place. What is recorded is in steps/meeting.ts. */

import { invitedWords } from '../../cases/meeting/participants';
import { withNew } from '../../core/engine/chronology';
import type { Duty } from '../../core/engine/duty';
import type { Fact } from '../../core/events/fact';
import { REVIEW_ADJOURNED } from '../../core/events/reviews';
import { invitedSince, plannedReview } from '../../core/reviews/planning';
import { planThatStands } from '../../core/reviews/record';
import { limitWords } from '../../core/rules/rule';
import { longDate, plainDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { admit } from '../../recording/saving';
import type { Read, StepCommand } from '../../recording/steps/command';
import { runOfOne } from '../../recording/steps/of-child';
import { wrongWith } from '../../recording/wrong-with';
import { plannedDay, sayReviews } from '../../screens/review/owed';
import { ADJOURNED, CANCELLED, type OfMeeting } from '../../steps/meeting';
import { type Case, newCase } from '../../steps/step';
import { reckon } from '../../store/agenda/reckoning';
import { factsOf } from '../../store/chronology';

interface Sitting extends Case {
  readonly read: Read;
}

const ADJOURN: StepCommand<Sitting> = {
  steps: [ADJOURNED],
  caseOf: (read) => ({ ...ofChild(read), read }),
  // One day is asked for, which all of them can have.
  opening({ context, unit, children }) {
    if (context.talk.turn?.isFirst ?? true) sayReviews(context, unit, children);
    return plannedDay(context, unit, children) ?? null;
  },
  checkDay: ({ read: { context, unit, children } }, on) =>
    wrongWith(() => {
      for (const child of children) admit([{ ...SAT, on }], factsOf(unit.db, child.id), child, context, unit);
    }),
  // None runs for a child who is placed for adoption.
  cameTo: (_, __, fact, duties) => untilWords(duties.find((duty) => isResuming(duty, fact))),
};

const CANCEL: StepCommand<OfMeeting> = {
  steps: [CANCELLED],
  caseOf(read) {
    const { meeting } = read.reckoning.standing;
    if (meeting !== null) return { ...ofChild(read), meeting, invited: invited(read) };
    const { ref } = read.child;
    throw new UserError(`${ref} has no meeting planned.`, `To see the reviews: irotool review list ${ref}`);
  },
  refuse: refuseBeforePlan,
};

const SAT = { kind: REVIEW_ADJOURNED.kind, attributes: {} };

const ofChild = ({ child: { ref } }: Read): Case => newCase(ref);

/** Runs `review adjourn REF --on D --reason TEXT`. */
export const adjourn = runOfOne(ADJOURN);

/** Runs `review cancel REF --reason TEXT --agreed-by NAME`. */
export const cancel = runOfOne(CANCEL);

/** The duty to complete what was adjourned. */
const isResuming = ({ rule, arose }: Duty, { on, kind }: Fact): boolean =>
  arose === on && rule.events.some((event) => event.kind === kind);

function untilWords(duty: Duty | undefined): string | null {
  if (!duty) return null;
  if (duty.metOn !== null) return `It was completed on ${longDate(duty.metOn)}.`;
  return `The last day to complete it is ${longDate(duty.due)} (${limitWords(duty.rule.limits[duty.decisive.at]!)}).`;
}

/** Whom the invitations had gone to. */
function invited({ context, unit, child, reckoning: { story } }: Read): string | null {
  const record = plannedReview(story);
  const plan = record ? planThatStands(record) : null;
  const since = record && plan ? invitedSince(record, plan) : null;
  return since === null ? null : invitedWords(context, unit, child, since);
}

/**
 * A cancellation is read before a plan of the same day, so that a new date may follow it: a plan made
 * that day or later would stand all the same.
 */
function refuseBeforePlan({ unit, child, facts }: Read, _: OfMeeting, [fact]: readonly Fact[]): void {
  if (reckon(withNew(facts, [fact!]), child.born, unit.engine).standing.meeting === null) return;
  const plan = facts.findLast((each) => each.kind === 'review-planned')!;
  throw new UserError(
    `${child.ref}: that meeting was planned on ${plainDate(plan.on)}, so a cancellation on ${plainDate(fact!.on)} would come before it. Nothing was saved.`,
    `Strike the plan out: irotool strike ${plan.id} --why "…"`,
  );
}
