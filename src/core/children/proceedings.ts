/**
 * Court proceedings about a child: begun and ended, one after the other. Pure.
 */

import { type Fact, placeOf } from '../events/fact';
import { advice, type Objection, seeing, toRecord } from '../events/objection';
import { type IsoDate, plainDate } from '../time/dates';

const STARTED = 'proceedings-started';
const ENDED = 'proceedings-ended';

/** Proceedings begin if none are going on, and end if some are. */
export function proceedingsObjection(fact: Fact, facts: readonly Fact[], ref: string): Objection | null {
  if (fact.kind !== STARTED && fact.kind !== ENDED) return null;
  const known = inTime(facts.filter(({ kind }) => kind === STARTED || kind === ENDED));
  const before = known.findLast((other) => !isAfter(other, fact));
  const after = known.find((other) => isAfter(other, fact));
  const day = plainDate(fact.on);
  if (fact.kind === ENDED && before?.kind !== STARTED) {
    const what = before
      ? `ended on ${plainDate(before.on)} and none have begun since`
      : 'are not recorded as begun';
    return {
      what: `${ref}: court proceedings ${what}, so they cannot have ended on ${day}.`,
      next: advice`If they began: ${toRecord(STARTED, ref, {}, 'DATE')}`,
    };
  }
  if (fact.kind === STARTED && before?.kind === STARTED) {
    return {
      what: `${ref}: court proceedings began on ${plainDate(before.on)} and have not ended, so none can have begun on ${day}.`,
      next: advice`If those have ended: ${toRecord(ENDED, ref, {}, 'DATE')}`,
    };
  }
  if (after?.kind !== fact.kind) return null;
  const did = fact.kind === STARTED ? 'began' : 'ended';
  return {
    what: `${ref}: court proceedings ${did} on ${plainDate(after.on)}, so they cannot have ${fact.kind === STARTED ? 'begun' : 'ended'} on ${day}.`,
    ...seeing('To see them'),
  };
}

/** Court proceedings while they run. */
export interface Proceedings {
  readonly since: IsoDate;
  readonly timetable: string | null;
}

/** The proceedings that have begun and not ended, by all that is recorded; null if none go on. */
export function proceedingsIn(facts: readonly Fact[]): Proceedings | null {
  const last = inTime(facts.filter(({ kind }) => kind === STARTED || kind === ENDED)).at(-1);
  if (last?.kind !== STARTED) return null;
  return { since: last.on, timetable: last.attributes.timetable ?? null };
}

function inTime(facts: readonly Fact[]): Fact[] {
  return [...facts].sort((a, b) => (isAfter(a, b) ? 1 : isAfter(b, a) ? -1 : 0));
}

function isAfter(a: Fact, b: Fact): boolean {
  return a.on > b.on || (a.on === b.on && placeOf(a.kind) > placeOf(b.kind));
}
