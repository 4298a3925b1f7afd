/** What is recorded of a child by a day, and what it comes to by the rules of the unit. */
import type { Context, Unit } from '../context';
import { upTo } from '../core/engine/chronology';
import { type Reckoning, reckon } from '../store/agenda/reckoning';
import type { Child } from '../store/children';
import { factsOf, type StoredFact } from '../store/chronology';
import { subjectOf } from './find';

/** The child's facts, with the names unless they are read as they are kept, and what they come to today. */
export function reckoned(
  context: Context,
  unit: Unit,
  child: Child,
  read: typeof factsOf = factsOf,
): { facts: readonly StoredFact[]; reckoning: Reckoning } {
  const facts = upTo(read(unit.db, child.id), context.today);
  return { facts, reckoning: reckon(facts, subjectOf(child).born, unit.engine) };
}
