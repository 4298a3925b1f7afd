/** The steps after a review as facts, each on its own day, with the gaps worth naming. */

import { type Held, recordedAlready, stepAfter } from '../../cases/held-review';
import { tagsTyped } from '../../cases/someone';
import { whoNamed } from '../../cases/who';
import type { Unit } from '../../context';
import type { Fact } from '../../core/events/fact';
import { listOf } from '../../core/events/lists';
import { nextReference } from '../../core/events/next-reference';
import { disagreementOf } from '../../core/reviews/after';
import { dayOf, momentsOf, said } from '../../core/reviews/record';
import { type IsoDate, longDate, plainDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import type { Child } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { listed } from '../../ui/words';
import { given } from '../meeting';
import type { TypedSteps } from './after-typed';

/** A step to record, in words. */
export interface Step {
  readonly fact: Fact;
  /** `decisions sent on Friday 20 March 2026` */
  readonly words: string;
  /** Gaps worth naming. */
  readonly notes: readonly string[];
}

/** The steps as facts of the review, in the order in which they are taken. */
export function stepsOf(unit: Unit, child: Child, review: Held, typed: TypedSteps): Step[] {
  const steps: Step[] = [];
  const add = (
    on: IsoDate,
    kind: string,
    words: string,
    attributes: Readonly<Record<string, string | undefined>> = {},
    notes: readonly (string | null)[] = [],
  ): void => {
    const fact = stepAfter(review, on, kind, given(attributes));
    // Poor and good practice may be raised more than once.
    const repeat = MORE_THAN_ONCE.has(kind) ? null : recordedAlready(review, fact);
    steps.push({
      fact,
      words: `${words} on ${longDate(on)}`,
      notes: [repeat, ...notes].filter((note) => note !== null),
    });
  };
  const { manager: name, about } = typed;
  const has = (kind: string): boolean =>
    dayOf(review.record, kind) !== null || steps.some((step) => step.fact.kind === kind);

  if (typed.decisionsSent) {
    const to = tagsTyped(unit, child, typed.sentTo, typed.decisionsSent);
    add(typed.decisionsSent, 'decisions-sent', 'decisions sent', {
      to: to.join(',') || undefined,
      redacted: typed.redacted,
    });
  }
  if (typed.received) {
    const gap = has('decisions-sent') ? null : 'The decisions are not recorded as sent.';
    add(typed.received, 'decisions-received', 'decisions received by the manager', { name }, [gap]);
  }
  if (typed.response) {
    const gap = receivedGap(review, typed);
    const words = `the manager ${typed.response}`;
    const to = tagsTyped(unit, child, typed.told, typed.responded);
    const answer = { answer: typed.response, name, about, to: to.join(',') || undefined };
    add(typed.responded, 'manager-responded', words, answer, [gap, toldGap(review, typed, to)]);
  }
  if (typed.resolved) {
    refuseNoDisagreement(review, typed);
    add(typed.on, 'disagreement-resolved', 'disagreement resolved', { how: typed.resolved });
  }
  if (typed.dispute) steps.push(disputeStep(unit, child, review, typed));
  if (typed.carePlanUpdated) {
    add(typed.carePlanUpdated, 'care-plan-updated', 'care plan updated', { plans: typed.plans });
  }
  if (typed.copied) {
    const gap = has('care-plan-updated') ? null : 'The care plan is not recorded as updated.';
    const who = peopleTyped(unit, child, typed.copied, typed.on);
    add(
      typed.on,
      'plans-copied',
      `updated plans copied to ${listed(who.map(({ called }) => called))}`,
      {
        to: who.map(({ ref }) => ref).join(','),
      },
      [gap],
    );
  }
  if (typed.recordCompleted) add(typed.recordCompleted, 'record-completed', 'full record completed');
  if (typed.endorsedBy) {
    const gap = review.number === 3 ? null : `This is ${ordinalWords(review)}, not the third review.`;
    add(
      typed.on,
      'third-review-endorsed',
      'reasons for no permanence yet endorsed by the manager',
      {
        name: typed.endorsedBy,
      },
      [gap],
    );
  }
  if (typed.poorPractice) {
    add(typed.on, 'poor-practice-raised', `poor practice raised with ${typed.poorPractice}`, {
      to: typed.poorPractice,
      about: typed.response === undefined && !typed.dispute ? about : undefined,
    });
  }
  if (typed.goodPractice) {
    add(typed.on, 'good-practice-reported', `good practice reported to ${typed.goodPractice}`, {
      to: typed.goodPractice,
      about: typed.response === undefined && !typed.dispute ? about : undefined,
    });
  }
  return steps;
}

const MORE_THAN_ONCE: ReadonlySet<string> = new Set(['poor-practice-raised', 'good-practice-reported']);

/** A disagreement goes in writing to the IRO and to everyone who attended: those who are not named are. */
function toldGap(
  { record, sitting }: Held,
  { response, told }: TypedSteps,
  to: readonly string[],
): string | null {
  if (response !== 'disagreed') return null;
  const sat = momentsOf(record, 'review-adjourned').flatMap((moment) =>
    listOf(said(moment, 'attended') ?? ''),
  );
  const owed = new Set(['iro', ...[...sat, ...sitting.attended].map((ref) => ref.toLowerCase())]);
  if (told === undefined) {
    return `It is not recorded who was told in writing: the IRO and all who attended (--told ${owed.size > 1 ? [...owed].join(',') : 'iro,child,mother'}).`;
  }
  const left = [...owed].filter((ref) => !to.includes(ref));
  return left.length === 0
    ? null
    : `Not told of the disagreement in writing: ${left.join(', ')}. It goes to the IRO and to all who attended.`;
}

function receivedGap({ record }: Held, typed: TypedSteps): string | null {
  const received = typed.received ?? dayOf(record, 'decisions-received');
  if (received === null) return 'It is not recorded when the manager received the decisions.';
  return typed.responded < received
    ? `The manager is recorded as receiving the decisions only on ${plainDate(received)}.`
    : null;
}

/** A disagreement must be open, from before or from this very command, on the day it is resolved. */
function refuseNoDisagreement(review: Held, typed: TypedSteps): void {
  const known = typed.response === undefined ? disagreementOf(review.record) : null;
  const disagreedOn =
    typed.response === 'disagreed' ? typed.responded : known?.resolvedOn === null ? known.on : null;
  if (disagreedOn === null) {
    throw new UserError(
      `${review.label}: no disagreement of the manager is open. Nothing was saved.`,
      `To record one: irotool review after ${review.again} --response disagreed --about "…"`,
    );
  }
  if (typed.on < disagreedOn) {
    throw new UserError(
      `${review.label}: the manager disagreed on ${plainDate(disagreedOn)}, so it cannot have been resolved on ${plainDate(typed.on)}. Nothing was saved.`,
      'Check the date (--on).',
    );
  }
}

function disputeStep(unit: Unit, child: Child, review: Held, typed: TypedSteps): Step {
  const ref = nextReference('D', factsOf(unit.db, child.id));
  const disagreement = disagreementOf(review.record);
  const about = typed.about ?? (typed.response === undefined ? disagreement?.about : null) ?? undefined;
  const isOpen = typed.response === 'disagreed' || disagreement?.resolvedOn === null;
  return {
    fact: { on: typed.on, kind: 'dispute-opened', attributes: given({ ref, about }) },
    words: `dispute ${ref} opened, informally first, on ${longDate(typed.on)}`,
    notes: isOpen ? [] : ['No disagreement of the manager is open.'],
  };
}

function peopleTyped(
  unit: Unit,
  child: Child,
  typed: string,
  on: IsoDate,
): { readonly ref: string; readonly called: string }[] {
  const who = listOf(typed).map((each) => whoNamed(unit, child, each, on));
  return [...new Map(who.map((each) => [each.ref, each])).values()];
}

const ordinalWords = ({ number }: Held): string =>
  number === null ? 'the review of an unplanned ending' : `review ${number}`;
