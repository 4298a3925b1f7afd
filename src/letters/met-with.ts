/** The other children of whose meeting a document tells. */
import { togetherIn } from '../cases/meeting/same-meeting';
import type { Child } from '../store/children';
import type { LetterCase } from './letter-case';

/** Those whose review is the same meeting, and those whose letter this is too. */
export function metWith({ unit, record, alongside }: LetterCase): Child[] {
  const all = [...togetherIn(unit, record), ...alongside.map(({ child }) => child)];
  return [...new Map(all.map((each) => [each.id, each])).values()];
}
