/**
 * Whether a fact can have happened, given the others. Only the impossible is refused; a step out
 * of order is accepted. Pure.
 */

import { proceedingsObjection } from '../children/proceedings';
import { type Chronology, eventNumber } from '../engine/chronology';
import { OUTSIDE_CARE } from '../engine/moment';
import { type EventPattern, type Fact, specOf } from '../events/fact';
import { advice, type Objection, toRecord } from '../events/objection';
import { REPLACED_BY, tellingApart } from '../events/order';
import { eventWords } from '../events/words';
import { isRaisedIn } from '../rules/force';
import type { Rule } from '../rules/rule';
import { ageOn, birthday, type IsoDate, plainDate } from '../time/dates';
import { placementObjection } from './adoption-placement';
import { conferenceObjection } from './conference';
import { dayObjection } from './day-objection';
import { disputeObjection } from './dispute';
import { exitObjection, officeObjection } from './ending';
import { mechanismObjection } from './mechanism';
import { adjournedObjection } from './while-adjourned';
import { withdrawalObjection } from './withdrawal';

/** Why a fact cannot be added to a chronology, by those of the unit's rules that bear on it; null if it can. */
export function objectionTo(
  fact: Fact,
  known: Chronology,
  ref: string,
  today: IsoDate,
  rules: readonly Rule[],
): Objection | null {
  return (
    dayObjection(fact, known, ref, today) ??
    sittingObjection(fact, known, ref, rules) ??
    exitObjection(fact, known, ref) ??
    adjournedObjection(fact, known, ref, rules) ??
    officeObjection(fact, known, ref) ??
    independenceObjection(fact, ref) ??
    proceedingsObjection(fact, known.facts, ref) ??
    codeObjection(fact, known, ref) ??
    conferenceObjection(fact, known, ref) ??
    mechanismObjection(fact, known, ref) ??
    disputeObjection(fact, known.facts, ref) ??
    withdrawalObjection(fact, known, ref) ??
    placementObjection(fact, known, ref) ??
    repeatObjection(fact, known.facts, ref) ??
    strandedObjection(fact, known, ref)
  );
}

/** True if a review could be adjourned again on that day: the rule that runs from an adjournment counts another. */
function mayAdjournAgain(rules: readonly Rule[], on: IsoDate): boolean {
  const isAdjournment = ({ kind }: EventPattern): boolean => kind === 'review-adjourned';
  return rules.some(
    ({ events, replacedBy }) =>
      events.some(isAdjournment) &&
      replacedBy.some((pattern) => isAdjournment(pattern) && isRaisedIn(pattern, on)),
  );
}

function sittingObjection(
  fact: Fact,
  known: Chronology,
  ref: string,
  rules: readonly Rule[],
): Objection | null {
  if (fact.kind !== 'review-adjourned' || mayAdjournAgain(rules, fact.on)) return null;
  const { moments } = known.with(fact).story;
  const sitting = moments.find((moment) => moment.fact.kind === fact.kind && moment.on === fact.on);
  const again = moments.find(
    (moment) =>
      moment.fact.kind === fact.kind &&
      moment.on > fact.on &&
      moment.adjournedOn === fact.on &&
      !mayAdjournAgain(rules, moment.on),
  );
  const other = sitting && sitting.adjournedOn !== null && sitting.adjournedOn !== fact.on;
  if (!other && !again) return null;
  const first = other ? sitting.adjournedOn! : again!.on;
  return {
    what: `${ref}: this review was adjourned on ${plainDate(first)}, and a review may be adjourned only once (Care Planning Regulations 2010, reg 36(2)).`,
    next: advice`To record that it was completed: ${toRecord('review-held', ref)}`,
  };
}

function codeObjection(fact: Fact, { born }: Chronology, ref: string): Objection | null {
  const { code } = fact.attributes;
  const isOfChild = specOf(fact)?.attributes.code?.codes === 'participation';
  if (code === undefined || !isOfChild || born === null || fact.on < born) return null;
  return isCodeForAge(code, born, fact.on)
    ? null
    : {
        what: `${ref} was ${ageOn(born, fact.on)} on ${plainDate(fact.on)}, and ${code} is ${code === 'PN0' ? 'for a child under 4' : 'for a child of 4 or over'}.`,
        next: code === 'PN0' ? advice`Choose from PN1 to PN7.` : advice`Use PN0.`,
      };
}

/** True if a participation code fits the child's age; on the 4th birthday every code does. */
export function isCodeForAge(code: string, born: IsoDate, on: IsoDate): boolean {
  const fourth = birthday(born, 4);
  return on === fourth || (code === 'PN0') === on < fourth;
}

/** No reason makes lawful an IRO who is not independent. */
function independenceObjection({ attributes }: Fact, ref: string): Objection | null {
  if (attributes.independent !== 'no') return null;
  return {
    what: `${ref}: someone who is not independent cannot be the IRO (Care Planning Regulations 2010, reg 46(3)).`,
    next: advice`Choose someone else: ${toRecord('iro-allocated', ref)}`,
  };
}

function repeatObjection(fact: Fact, facts: readonly Fact[], ref: string): Objection | null {
  const same = specOf(fact)?.replaces ? standsAlready(fact, facts) : repeated(fact, facts);
  if (!same) return null;
  const number = eventNumber(same);
  return {
    what: `${ref} already has “${eventWords(fact.kind)}” on ${plainDate(fact.on)}${number === undefined ? '' : ` (event ${number})`}.`,
    next: advice`To enter it again, strike it out first: ${{ strike: same }}`,
  };
}

function repeated(fact: Fact, facts: readonly Fact[]): Fact | undefined {
  return facts.find(
    (earlier) =>
      earlier.on === fact.on &&
      earlier.kind === fact.kind &&
      tellingApart(fact).every((name) => earlier.attributes[name] === fact.attributes[name]),
  );
}

/** What replaces an earlier one is a repeat only if it says all that the last one of that day says: the one that does. */
export function standsAlready(fact: Fact, facts: readonly Fact[]): Fact | undefined {
  const last = facts.findLast(
    (earlier) =>
      earlier.on === fact.on &&
      earlier.kind === fact.kind &&
      REPLACED_BY.every((name) => earlier.attributes[name] === fact.attributes[name]),
  );
  const names = Object.keys({ ...last?.attributes, ...fact.attributes });
  return names.every((name) => last?.attributes[name] === fact.attributes[name]) ? last : undefined;
}

/** A fact that would leave another outside care: an end of care before a review already recorded. */
function strandedObjection(fact: Fact, known: Chronology, ref: string): Objection | null {
  const counted = ({ story }: Chronology): Set<Fact> =>
    new Set(story.moments.flatMap((moment) => (moment.counts ? [moment.fact] : [])));
  const before = counted(known);
  const then = known.with(fact);
  const after = counted(then);
  for (const earlier of before) {
    if (!after.has(earlier) && known.facts.includes(earlier)) {
      return {
        what: `${ref}: with “${eventWords(fact.kind)}” on ${plainDate(fact.on)}, the “${eventWords(earlier.kind)}” of ${plainDate(earlier.on)} ${withoutCount(then.story.idle.get(earlier))}.`,
        next: advice`Check the date, or strike that one out first: ${{ strike: earlier }}`,
      };
    }
  }
  return null;
}

/** What a fact would come to that counts no more. */
export const withoutCount = (why: string | undefined): string =>
  why === undefined || why === OUTSIDE_CARE ? 'would fall outside care' : `would count for nothing: ${why}`;
