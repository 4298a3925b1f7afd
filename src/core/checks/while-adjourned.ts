/**
 * Changes that a review must come before: what carries each out, whether a review came first, and
 * that none is carried out while a review is adjourned. Pure.
 */

import { type ChangeKind, OF_A_MOVE, CARRIED_OUT_BY as OWN_EVENT } from '../engine/changes';
import type { Chronology } from '../engine/chronology';
import type { Moment, Story } from '../engine/moment';
import type { Fact } from '../events/fact';
import { advice, type Objection, type ToRecord, toRecord } from '../events/objection';
import { CHANGE_WORDS } from '../reviews/early';
import { isRaisedBy } from '../rules/by-purpose';
import type { Rule } from '../rules/rule';
import { type IsoDate, plainDate } from '../time/dates';
import { endsOfItself } from './ending';

/** True if the event carries out the kind of change; of a placement that ends, any part of the move does. */
const carries = (event: string, change: ChangeKind): boolean =>
  event === OWN_EVENT[change] || (change === 'placement-end' && OF_A_MOVE.includes(event));
const CARRYING: ReadonlySet<string> = new Set([...Object.values(OWN_EVENT), ...OF_A_MOVE]);

const REGULATIONS = 'Care Planning Regulations 2010';

/** A change that was proposed, with no review completed since. */
interface Proposal {
  readonly moment: Moment;
  readonly kind: ChangeKind;
}

/** What a fact would carry out, and whether a review is adjourned on its day. */
interface Found {
  readonly proposals: readonly Proposal[];
  /** The day on which the review sat that is not completed; null if there is none. */
  readonly adjournedOn: IsoDate | null;
}

/**
 * The proposals that a fact would carry out. Held against the day and not the hour: a review completed
 * on the very day came first, and one adjourned on it is adjourned.
 */
function found(fact: Fact, story: Story, rules: readonly Rule[]): Found {
  const period = story.periods.findLastIndex(
    ({ from, to }) => from <= fact.on && (to === null || fact.on <= to),
  );
  const moments = story.moments.filter(
    (moment) => moment.counts && moment.period === period && moment.on <= fact.on,
  );
  const adjournedOn = moments.at(-1)?.adjournedOn ?? null;
  const proposals = moments.flatMap((moment, at): Proposal[] => {
    const kind = proposedKind(moment.fact);
    if (kind === undefined || !carries(fact.kind, kind)) return [];
    const isClosed = moments.slice(at + 1).some(({ fact: later }) => closes(later, moment.fact, rules));
    return isClosed ? [] : [{ moment, kind }];
  });
  return { proposals, adjournedOn };
}

const proposedKind = ({ kind, attributes }: Fact): ChangeKind | undefined =>
  kind === 'change-proposed' ? (attributes.kind as ChangeKind) : undefined;

/** A review was held, or it was settled that none is asked for any more: the proposal was withdrawn. */
function closes({ kind, attributes }: Fact, proposal: Fact, rules: readonly Rule[]): boolean {
  if (kind === 'review-held') return true;
  if (kind === 'change-withdrawn')
    return (attributes.kind ?? proposal.attributes.kind) === proposal.attributes.kind;
  const isAction = proposal.attributes.by === undefined;
  return (
    isAction &&
    kind === 'action-settled' &&
    rules.some((rule) => rule.id === attributes.action && isRaisedBy(rule, proposal.kind))
  );
}

/** A change that was proposed before a review was adjourned is not carried out until it is completed. */
export function adjournedObjection(
  fact: Fact,
  known: Chronology,
  ref: string,
  rules: readonly Rule[],
): Objection | null {
  const considered = consideredWhileAdjourned(fact, known, rules);
  if (!considered || couldNotWait(fact, known)) return null;
  const { proposal, adjournedOn } = considered;
  const { moment, kind } = proposal;
  const ofAMove = OF_A_MOVE.includes(fact.kind) ? ' (recorded alone: emergency="…")' : '';
  return {
    what: `${ref}: ${CHANGE_WORDS[kind].words} was proposed on ${plainDate(moment.on)}, and the review that sat on ${plainDate(adjournedOn)} is adjourned: nothing that was proposed may be carried out until it is completed (${REGULATIONS}, reg 36(2)).`,
    next: advice`When it is completed: ${toRecord('review-held', ref)}. If it could not wait: ${emergencyOf(fact, ref)}${ofAMove}. If it was withdrawn: ${toRecord('change-withdrawn', ref, { kind })}`,
  };
}

/** How one is recorded that could not wait; of a move, any of its events. */
function emergencyOf({ kind }: Fact, ref: string): ToRecord {
  if (kind === 'ceased-looked-after') return toRecord(kind, ref, { unplanned: 'yes' });
  return toRecord(OF_A_MOVE.includes(kind) ? 'placement-started' : kind, ref, { emergency: '…' });
}

interface Considered {
  readonly proposal: Proposal;
  readonly adjournedOn: IsoDate;
}

function consideredWhileAdjourned(
  fact: Fact,
  { facts, story }: Chronology,
  rules: readonly Rule[],
): Considered | null {
  if (!CARRYING.has(fact.kind)) return null;
  const { proposals, adjournedOn } = found(fact, story, rules);
  if (adjournedOn === null) return null;
  const proposal = proposals.find(
    ({ moment, kind }) =>
      moment.on <= adjournedOn && !carriedOut(kind, moment, facts, (on) => on < adjournedOn),
  );
  return proposal ? { proposal, adjournedOn } : null;
}

function carriedOut(
  change: ChangeKind,
  proposal: Moment,
  facts: readonly Fact[],
  within: (on: IsoDate) => boolean,
): boolean {
  return facts.some(
    (fact) =>
      carries(fact.kind, change) &&
      fact.on >= proposal.on &&
      within(fact.on) &&
      !(fact.on === proposal.on && beginsTheFirst(fact, facts)),
  );
}

/** A placement that took the place of none: it began on the day, and ended nothing that was proposed to end. */
function beginsTheFirst({ kind, on }: Fact, facts: readonly Fact[]): boolean {
  if (kind !== 'placement-started') return false;
  const began = facts.findLast((fact) => fact.kind === 'became-looked-after' && fact.on <= on)?.on ?? on;
  return !facts.some(
    (other) =>
      (other.kind === 'placement-started' && other.on >= began && other.on < on) ||
      (other.kind === 'placement-ended' && other.on === on),
  );
}

/** An emergency, an unplanned ending, or what happens whatever is decided: a death, an adoption, turning 18. */
function couldNotWait(fact: Fact, known: Chronology): boolean {
  const { kind, attributes } = fact;
  if (attributes.emergency !== undefined) return true;
  if (kind === 'placed-with-parents') return attributes.immediate === 'yes';
  if (kind === 'ceased-looked-after') {
    return attributes.unplanned === 'yes' || endsOfItself(fact, known);
  }
  // One move is several events: that it was an emergency is said of one of them.
  return known.facts.some(
    (other) =>
      other.on === fact.on && other.attributes.emergency !== undefined && isOneMove(other.kind, kind),
  );
}

const isOneMove = (a: string, b: string): boolean => [a, b].every((kind) => OF_A_MOVE.includes(kind));

/** What is worth saying of a change that was carried out without the review that comes before it. Sentences. */
export function changeRemarks(fact: Fact, known: Chronology, rules: readonly Rule[]): string[] {
  const { facts } = known;
  if (!CARRYING.has(fact.kind)) return [];
  // The other events of the same move have said it.
  if (facts.some((other) => other.on === fact.on && isOneMove(other.kind, fact.kind))) return [];
  const considered = consideredWhileAdjourned(fact, known, rules);
  if (considered) {
    return [
      `It was carried out while the review that sat on ${plainDate(considered.adjournedOn)} was adjourned (${REGULATIONS}, reg 36(2)).`,
    ];
  }
  if (fact.kind === 'ceased-looked-after' && endsOfItself(fact, known)) return [];
  const { proposals, adjournedOn } = found(fact, known.story, rules);
  const open = proposals.find(({ moment, kind }) => !carriedOut(kind, moment, facts, (on) => on <= fact.on));
  if (open) return [`No review was held before it (${REGULATIONS}, ${CHANGE_WORDS[open.kind].at}).`];
  if (adjournedOn === null || couldNotWait(fact, known)) return [];
  return [
    `The review that sat on ${plainDate(adjournedOn)} is adjourned: if this was proposed at it, it was to wait until it is completed (${REGULATIONS}, reg 36(2)).`,
  ];
}

/** Whether the end of a placement was proposed, and a review held on it, before a day. */
export function placementReview(
  { facts, story }: Chronology,
  on: IsoDate,
  rules: readonly Rule[],
): 'reviewed' | 'proposed' | 'not proposed' {
  const known = story.moments.filter((moment) => moment.counts && moment.on <= on);
  const at = known.findLastIndex(({ fact }) => proposedKind(fact) === 'placement-end');
  const proposal = known[at];
  if (!proposal || carriedOut('placement-end', proposal, facts, (day) => day <= on)) return 'not proposed';
  const closed = known.slice(at + 1).find(({ fact }) => closes(fact, proposal.fact, rules));
  if (!closed) return 'proposed';
  return closed.fact.kind === 'review-held' ? 'reviewed' : 'not proposed';
}
