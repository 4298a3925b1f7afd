/** What is recorded of a child by a day, and what it comes to by the rules of the unit. */
import type { Context, Unit } from '../context';
import type { Fact } from '../core/events/fact';
import type { IsoDate } from '../core/time/dates';
import { type Reckoning, reckon } from '../store/agenda/reckoning';
import type { Child } from '../store/children';
import { factsOf, type StoredFact } from '../store/chronology';
import { subjectOf } from './find';

/** Facts known and new, the new ones last in the order of entry: it tells two plans of one day apart. */
export function withNew(known: readonly Fact[], facts: readonly Fact[]): Fact[] {
  const first = Number.MAX_SAFE_INTEGER - facts.length;
  return [...known, ...facts.map((fact, at) => ({ ...fact, id: first + at }))];
}

/** The facts that the engine reads on a day. */
export function upTo<F extends Fact>(facts: readonly F[], today: IsoDate): F[] {
  return facts.filter((fact) => fact.on <= today);
}

/** The child's facts, with the names unless they are read as they are kept, and what they come to today. */
export function reckoned(
  context: Context,
  unit: Unit,
  child: Child,
  read: typeof factsOf = factsOf,
): { facts: StoredFact[]; reckoning: Reckoning } {
  const facts = upTo(read(unit.db, child.id), context.today);
  return { facts, reckoning: reckon(facts, subjectOf(child).born, unit.engine) };
}
