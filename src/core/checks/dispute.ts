/** What cannot be of a dispute: of one that was never opened, or a stage that is passed over in silence. Pure. */
import { type Dispute, disputesOf, stageAt } from '../children/disputes';
import type { Chronology } from '../engine/chronology';
import type { EventSpec } from '../events/event';
import type { Fact } from '../events/fact';
import {
  DISPUTE_OPENED,
  DISPUTE_STAGE_ANSWERED,
  DISPUTE_STAGE_RAISED,
  DISPUTE_STAGE_SKIPPED,
  OF_A_DISPUTE,
} from '../events/matters/disputes';
import { advice, type Objection, toRecord } from '../events/objection';
import type { Stage } from '../rules/stages';
import { plainDate } from '../time/dates';
import { CHECK_THE_DATE } from './day-objection';

const kindsOf = (events: readonly EventSpec[]): ReadonlySet<string> =>
  new Set(events.map(({ kind }) => kind));
const OF_A_STAGE = kindsOf(OF_A_DISPUTE.filter(({ attributes }) => 'stage' in attributes));
const AFTER_OPENING = kindsOf(OF_A_DISPUTE.filter((each) => each !== DISPUTE_OPENED));

/** A stage, an end or a referral is of a dispute that was opened: a slip in its reference would leave two halves. */
export function disputeObjection(fact: Fact, facts: readonly Fact[], ref: string): Objection | null {
  const own = fact.attributes.ref;
  if (own === undefined || !AFTER_OPENING.has(fact.kind)) return null;
  const opened = facts.filter(({ kind }) => kind === DISPUTE_OPENED.kind);
  const found = opened.find(({ attributes }) => attributes.ref === own);
  if (found && found.on <= fact.on) return null;
  if (found) {
    return {
      what: `${ref}: the dispute “${own}” was opened on ${plainDate(found.on)}, after ${plainDate(fact.on)}.`,
      ...CHECK_THE_DATE,
    };
  }
  const others = [...new Set(opened.map(({ attributes }) => attributes.ref))];
  return {
    what: `${ref} has no dispute “${own}”${others.length === 0 ? '' : `; there ${others.length === 1 ? 'is' : 'are'} ${others.join(', ')}`}.`,
    next: advice`To open it first: ${toRecord(DISPUTE_OPENED.kind, ref, { ref: own }, fact.on)}`,
  };
}

/** A stage is one of the pack's ladder, taken in its order: raised or left out, and answered once it was raised. */
export function stageObjection(
  fact: Fact,
  known: Chronology,
  ref: string,
  ladder: () => readonly Stage[],
): Objection | null {
  const own = fact.attributes.ref;
  if (own === undefined || !OF_A_STAGE.has(fact.kind)) return null;
  const stages = ladder();
  // As it stood by then: what came later does not bear on it.
  const { story } = known.upTo(fact.on);
  const dispute = disputesOf(story, stages).find((each) => each.ref === own);
  if (!dispute) return null;
  const called = `${ref} ${own}`;
  if (dispute.resolved !== null) {
    return {
      what: `${called} was resolved on ${plainDate(dispute.resolved.on)}.`,
      next: advice`If it is not: ${toRecord(DISPUTE_OPENED.kind, ref)}`,
    };
  }
  return orderObjection(fact, dispute, called);
}

function orderObjection({ kind, on, attributes }: Fact, dispute: Dispute, called: string): Objection | null {
  const at = dispute.stages.findIndex(({ name }) => name === attributes.stage);
  const stage = dispute.stages[at];
  if (!stage) {
    return {
      what: `there is no stage “${attributes.stage}”.`,
      next: advice`The stages of your pack are ${dispute.stages.map(({ name }) => name).join(', ')}.`,
    };
  }
  const by = plainDate(on);
  if (kind === DISPUTE_STAGE_ANSWERED.kind) {
    if (stage.raisedOn !== null) return null;
    return {
      what: `${called}: it was not raised with ${stage.who} by ${by}, so there is no answer.`,
      next: advice`If it was: ${toRecord(DISPUTE_STAGE_RAISED.kind, called, { stage: stage.name, to: 'WHO' }, 'DATE')}`,
    };
  }
  if (kind === DISPUTE_STAGE_SKIPPED.kind && stage.raisedOn !== null) {
    return {
      what: `${called}: it was raised with ${stage.who} on ${plainDate(stage.raisedOn)}, so that stage was not left out.`,
      next: advice`If no answer came, take it further: ${toRecord(DISPUTE_STAGE_RAISED.kind, called, { to: 'WHO' })}`,
    };
  }
  const now = stageAt(dispute);
  if (now !== null && dispute.stages.indexOf(now) > at) {
    return {
      what: `${called} went on to the stage “${now.what}” on ${plainDate(now.raisedOn!)}.`,
      next: advice`To see it: ${{ see: 'a dispute', of: called }}`,
    };
  }
  const missed = dispute.stages
    .slice(0, at)
    .find(({ raisedOn, skipped }) => raisedOn === null && skipped === null);
  if (!missed) return null;
  return {
    what: `${called}: the stage before it, “${missed.what}”, is neither raised nor left out with a reason.`,
    next: advice`${toRecord(DISPUTE_STAGE_SKIPPED.kind, called, { stage: missed.name, why: 'WHY' })}`,
  };
}
