/** What is recorded of a child by a day, and what it comes to by the rules of the unit. */
import type { Context, Unit } from '../context';
import { upTo } from '../core/engine/chronology';
import { type Reckoning, reckon } from '../store/agenda/reckoning';
import type { Child } from '../store/children';
import { factsOf, type StoredFact } from '../store/chronology';
import { childNamed, subjectOf } from './find';

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

/** The child of a reference as a command reads it: with the unit, what is recorded, and what it comes to. */
export async function childRead(context: Context, ref: string) {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  return { context, unit, child, ...reckoned(context, unit, child) };
}

/** The same of whom nothing is worked out. */
export async function childOpened(context: Context, ref: string): Promise<{ unit: Unit; child: Child }> {
  const unit = await context.open();
  return { unit, child: childNamed(unit.db, ref) };
}
