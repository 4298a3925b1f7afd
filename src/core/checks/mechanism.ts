/**
 * What cannot be of an applicant's determination: two routes, a right that a specified conviction takes away, a step of
 * the mechanism if representations were made, the same thing twice, a determination that is not there. Pure.
 */
import { determinationsIn, isWithoutRight } from '../children/determinations';
import type { Chronology } from '../engine/chronology';
import type { Fact } from '../events/fact';
import {
  DETERMINATION_SENT,
  FINAL_DECISION_MADE,
  IRM_APPLIED,
  IRM_PANEL_ARRANGED,
  IRM_PAPERS_SENT,
  OF_APPLICANTS,
  REPRESENTATIONS_MADE,
} from '../events/mechanism';
import { advice, type Objection, seeing, toRecord } from '../events/objection';
import { eventWords } from '../events/words';
import { plainDate } from '../time/dates';

const KINDS: ReadonlySet<string> = new Set(OF_APPLICANTS.map(({ kind }) => kind));
const ROUTES: ReadonlySet<string> = new Set([IRM_APPLIED.kind, REPRESENTATIONS_MADE.kind]);
/** They may be sent in parts; and a day is fixed anew. */
const OFTEN: ReadonlySet<string> = new Set([IRM_PAPERS_SENT.kind, IRM_PANEL_ARRANGED.kind]);

const TO_SEE = seeing('To see it');

export const isOfTheMechanism = (kind: string): boolean => KINDS.has(kind);

/** Why a fact cannot be recorded of whom it is about: a child's of an applicant. */
export function strangerObjection({ kind, own }: Fact, ref: string): Objection | null {
  if (KINDS.has(kind) || kind === 'action-settled' || own !== undefined) return null;
  return {
    what: `${ref} is an applicant, and “${eventWords(kind)}” is recorded of a child.`,
    next: advice`What is recorded of an applicant: ${toRecord(DETERMINATION_SENT.kind, ref)}`,
  };
}

/** Why a step after a determination cannot be; null if it can, or is of nothing of the kind. */
export function mechanismObjection(fact: Fact, known: Chronology, ref: string): Objection | null {
  if (!KINDS.has(fact.kind)) return null;
  const own = fact.attributes.ref;
  if (own === undefined) return routeObjection(fact, known.facts, ref);
  if (fact.kind === DETERMINATION_SENT.kind) return sentAlready(fact, known, ref);
  const all = determinationsIn(known.story.moments);
  const found = all.find((each) => each.ref === own);
  if (!found) {
    const there = all.length === 0 ? '' : `; there is ${all.map((each) => each.ref).join(', ')}`;
    return {
      what: `${ref} has no determination “${own}”${there}.`,
      next: advice`To record one: ${toRecord(DETERMINATION_SENT.kind, ref, { kind: 'fostering' }, 'DATE')}`,
    };
  }
  const { sent, record, decided } = found;
  const called = `${ref} ${own}`;
  if (fact.on < sent.on) {
    return {
      what: `${called}: the letter is dated ${plainDate(sent.on)}, after ${plainDate(fact.on)}.`,
      ...TO_SEE,
    };
  }
  if (fact.kind === IRM_APPLIED.kind && isWithoutRight(found)) {
    const whose = sent.conviction === 'household' ? 'of someone in the household' : 'of their own';
    return {
      what: `${called}: there is no right to the review mechanism, because the reason is a specified conviction ${whose}.`,
      ...TO_SEE,
    };
  }
  const same = record.moments.find((each) => each.fact.kind === fact.kind);
  if (same && !OFTEN.has(fact.kind)) {
    return {
      what: `${called} already has “${eventWords(fact.kind)}”, on ${plainDate(same.on)}.`,
      next: advice`To enter it again, strike it out first: ${{ strike: same.fact }}`,
    };
  }
  if (ROUTES.has(fact.kind) && decided && decided.on <= fact.on) {
    return { what: `${called}: the final decision was made on ${plainDate(decided.on)}.`, ...TO_SEE };
  }
  const facts = record.moments.map((each) => each.fact);
  return routeObjection(fact, facts, called) ?? otherRoute(fact, facts, called);
}

/** The letter of one determination entered a second time. */
function sentAlready(fact: Fact, known: Chronology, ref: string): Objection | null {
  const same = known.facts.find(
    ({ kind, on, attributes }) =>
      kind === fact.kind &&
      ((on === fact.on && attributes.kind === fact.attributes.kind) ||
        attributes.ref === fact.attributes.ref),
  );
  if (!same) return null;
  return {
    what: `${ref} has a determination (${fact.attributes.kind?.replaceAll('-', ' ')}) of ${plainDate(same.on)} already${same.attributes.ref === undefined ? '' : `: ${same.attributes.ref}`}.`,
    ...TO_SEE,
  };
}

/** One route only: the review mechanism or representations to the agency. */
function routeObjection(fact: Fact, facts: readonly Fact[], called: string): Objection | null {
  const other = { 'irm-applied': 'representations-made', 'representations-made': 'irm-applied' }[fact.kind];
  if (other === undefined) return null;
  const determined =
    facts
      .filter((earlier) => earlier.kind === DETERMINATION_SENT.kind && earlier.on <= fact.on)
      .map((earlier) => earlier.on)
      .sort()
      .at(-1) ?? '';
  const taken = facts.find((earlier) => earlier.kind === other && earlier.on >= determined);
  return taken
    ? {
        what: `${called} took the other route on ${plainDate(taken.on)} (${eventWords(other)}): only one may be taken.`,
        ...TO_SEE,
      }
    : null;
}

/** What the mechanism does, if representations were made to the agency instead. */
function otherRoute(fact: Fact, facts: readonly Fact[], called: string): Objection | null {
  if (ROUTES.has(fact.kind) || fact.kind === FINAL_DECISION_MADE.kind) return null;
  const made = facts.find(({ kind }) => kind === REPRESENTATIONS_MADE.kind);
  return made
    ? {
        what: `${called}: representations were made to the agency on ${plainDate(made.on)}, so “${eventWords(fact.kind)}” cannot be of it: only one route may be taken.`,
        ...TO_SEE,
      }
    : null;
}
