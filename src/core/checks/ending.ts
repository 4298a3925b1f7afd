/**
 * The end of a period of care: whether it has to be approved, and by whom (Care Planning Regulations
 * 2010, reg 39, as it stands since April 2015). Pure.
 */

import type { Chronology } from '../engine/chronology';
import type { Story } from '../engine/moment';
import { CARE_ORDER_CODES } from '../events/codes';
import type { Fact } from '../events/fact';
import { advice, type Objection, seeing, toRecord } from '../events/objection';
import { birthday, type IsoDate, plainDate } from '../time/dates';

export type Office = 'nominated-officer' | 'director';

export const OFFICE_WORDS: Readonly<Record<Office, string>> = {
  'nominated-officer': 'a nominated officer',
  director: 'the director',
};

/** The return's reasons that nobody decides on: died, adopted, turned 18. */
const OF_ITSELF: readonly string[] = ['E2', 'E11', 'E12', 'E17'];
export const REG_39 = 'Care Planning Regulations 2010, reg 39';

/** True if care ends whatever is decided: a death, an adoption, the 18th birthday. */
export function endsOfItself({ on, attributes }: Fact, { facts, born }: Chronology): boolean {
  if (OF_ITSELF.includes(attributes.reason ?? '')) return true;
  if (born !== null && birthday(born, 18) <= on) return true;
  return facts.some((fact) => fact.kind === 'adoption-order-made' && fact.on <= on && isOf(fact, facts, on));
}

/** An adoption of this period of care: none has started since. */
function isOf(adoption: Fact, facts: readonly Fact[], on: IsoDate): boolean {
  return !facts.some(
    ({ kind, on: start }) => kind === 'became-looked-after' && start > adoption.on && start <= on,
  );
}

/**
 * True if the ending has to be approved, and the IRO consulted: after so many working days in care, as the rule
 * of the approval says. They are the nominated officer's (reg 39(4)): the director approves the ending for a child
 * of 16 or 17 in any case (reg 39(5)).
 */
export function needsApproval(
  ending: Fact,
  known: Chronology,
  onceInCareFor: number,
  workingDaysBetween: (from: IsoDate, to: IsoDate) => number,
): boolean {
  if (endsOfItself(ending, known)) return false;
  const { story } = known;
  const period = periodOn(story, ending.on);
  if (!period) return false;
  // The end of a stay in a series of short breaks: the series goes on (reg 48), and nobody decides on each.
  if (legalStatusOn(story, ending.on) === 'V3') return false;
  if (officeFor(known, ending.on) === 'director') return true;
  // Already in care when the unit began: longer than is recorded.
  return period.alreadyInCare || workingDaysBetween(period.from, ending.on) >= onceInCareFor;
}

/** Whether a review of the period of care that ends on a day was held by then. */
export function wasReviewed({ story }: Chronology, on: IsoDate): boolean {
  const period = story.periods.findLastIndex(({ from, to }) => from <= on && (to === null || on <= to));
  return story.moments.some(
    (moment) => moment.counts && moment.isReview && moment.period === period && moment.on <= on,
  );
}

function periodOn({ periods }: Story, on: IsoDate): Story['periods'][number] | undefined {
  return periods.findLast(({ from, to }) => from <= on && (to === null || on <= to));
}

/** Who approves an ending on a day; null if the date of birth, and so the age, is not known. */
export function officeFor(known: Chronology, on: IsoDate): Office | null {
  const { born } = known;
  if (born === null) return null;
  if (on < birthday(born, 16)) return 'nominated-officer';
  const underCareOrder = CARE_ORDER_CODES.includes(legalStatusOn(known.story, on) ?? '');
  return underCareOrder ? 'nominated-officer' : 'director';
}

/** The legal status on a day, as recorded by its end; null if none is. */
export function legalStatusOn({ moments }: Story, on: IsoDate): string | null {
  const last = moments.findLast(
    ({ counts, fact }) =>
      (fact.kind === 'became-looked-after' || fact.kind === 'legal-status-changed') &&
      counts &&
      fact.on <= on,
  );
  return last?.fact.attributes.basis ?? null;
}

/** An unplanned ending has one review. */
export function exitObjection(fact: Fact, { facts, story }: Chronology, ref: string): Objection | null {
  if (fact.kind !== 'exit-review-held' && fact.kind !== 'exit-review-planned') return null;
  const { periods } = story;
  const endingOn = (on: IsoDate): IsoDate | null =>
    periods.findLast(({ to }) => to !== null && to <= on)?.to ?? null;
  const ended = endingOn(fact.on);
  if (ended === null) {
    if (fact.kind === 'exit-review-held') return null;
    return {
      what: `${ref}: care has not ended by ${plainDate(fact.on)}, so no ending of it is to be reviewed.`,
      next: advice`To record the end: ${toRecord('ceased-looked-after', ref, { unplanned: 'yes' })}`,
    };
  }
  const other = facts.find(
    ({ kind, on }) => kind === 'exit-review-held' && on !== fact.on && endingOn(on) === ended,
  );
  if (!other) return null;
  return {
    what: `${ref}: the ending of care on ${plainDate(ended)} was reviewed on ${plainDate(other.on)}, and one ending has one review.`,
    next: advice`To enter it again, strike that one out first: ${{ strike: other }}`,
  };
}

/** An ending is approved by the office that is right for the child. */
export function officeObjection(fact: Fact, known: Chronology, ref: string): Objection | null {
  const office = fact.attributes['approved-as'] as Office | undefined;
  if (office === undefined) return null;
  if (fact.kind === 'ceased-looked-after' && endsOfItself(fact, known)) return null;
  const ended =
    fact.kind === 'ceased-looked-after'
      ? fact.on
      : known.facts
          .filter(({ kind, on }) => kind === 'ceased-looked-after' && on <= fact.on)
          .reduce<IsoDate | null>((latest, { on }) => (latest === null || on > latest ? on : latest), null);
  const right = officeFor(known, ended ?? fact.on);
  if (right === null || right === office) return null;
  const why =
    right === 'director'
      ? 'for a 16 or 17 year old who is not under a care order the director approves that care ends'
      : 'a nominated officer approves that care ends: the director does so only for a 16 or 17 year old who is not under a care order';
  return {
    what: `${ref}, on ${plainDate(ended ?? fact.on)}: ${why} (${REG_39}).`,
    ...(right === 'director'
      ? {
          next: advice`Check who approved it (approved-as), or the legal status: ${toRecord('legal-status-changed', ref, { basis: 'C2' })}`,
        }
      : seeing('Check who approved it (approved-as), the date of birth and the legal status')),
  };
}
