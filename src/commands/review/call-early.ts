/** `review call-early`: an earlier review is asked for, and what the IRO decides. What is recorded is in steps/early.ts. */

import { wordsFor } from '../../cases/people/someone';
import { everyoneIn } from '../../cases/people/who';
import { nextReviewDueBy } from '../../cases/review/next-review-due';
import { openCall } from '../../core/checks/withdrawal';
import type { Fact } from '../../core/events/fact';
import { listOf } from '../../core/events/lists';
import { EARLY_REVIEW_REFUSED, REVIEW_CALLED } from '../../core/events/reviews';
import { consultedOn, undecidedRequest } from '../../core/reviews/early';
import { earlyAnswers } from '../../recording/planning/early-asked';
import { runOfOne } from '../../recording/steps/of-child';
import type { Options } from '../../recording/steps/options';
import type { Read, StepCommand } from '../../recording/steps/run';
import { EARLY, type OfEarly } from '../../steps/early';
import { newCase } from '../../steps/step';

const DECISIONS: ReadonlySet<string> = new Set([REVIEW_CALLED.kind, EARLY_REVIEW_REFUSED.kind]);

const COMMAND: StepCommand<OfEarly> = { steps: EARLY, caseOf, answers: earlyAnswers, factsOf };

/** Runs `review call-early REF --asked-by NAME --reason CODE [--decision granted|refused]`. */
export const callEarly = runOfOne(COMMAND);

function caseOf({ context, unit, child, facts, reckoning }: Read, { askedBy }: Options): OfEarly {
  const { story, standing } = reckoning;
  const open = askedBy === undefined ? undecidedRequest(story) : null;
  return {
    ...newCase(child.ref),
    open,
    askedBy: open && wordsFor(everyoneIn(unit, child, open.on), open.askedBy),
    decidedOn: new Set(facts.flatMap(({ kind, on }) => (DECISIONS.has(kind) ? [on] : []))),
    calledOn: openCall(story)?.on ?? null,
    meeting: standing.meeting,
    due: nextReviewDueBy(context, unit, reckoning, REVIEW_CALLED.kind),
    family: (on) =>
      everyoneIn(unit, child, on).filter(({ ref, person }) => ref === 'child' || person?.role === 'parent'),
  };
}

/** Whoever was consulted on the request was consulted on what it led to. */
function factsOf({ open }: OfEarly, fact: Fact): Fact[] {
  const consulted = consultedOn(open, listOf(fact.attributes.consulted)).join(',');
  return fact.kind === REVIEW_CALLED.kind && consulted !== ''
    ? [{ ...fact, attributes: { ...fact.attributes, consulted } }]
    : [fact];
}
