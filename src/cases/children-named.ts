/** The children of several references, such as brothers and sisters with one meeting. */
import type { Unit } from '../context';
import { UsageError } from '../errors';
import type { Child } from '../store/children';
import { childNamed } from './find';

/** The children, in the order in which they were typed, each of them once. */
export function childrenNamed(unit: Unit, refs: readonly string[]): Child[] {
  const children = refs.map((ref) => childNamed(unit.db, ref));
  const twice = children.find((child, at) => children.findIndex(({ id }) => id === child.id) !== at);
  if (twice) throw new UsageError(`${twice.ref} is named twice.`, 'Name each child once.');
  return children;
}
