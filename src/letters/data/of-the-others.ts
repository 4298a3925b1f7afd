/** Of one letter about several children: those who are asked to come for the others, as its reader may know them. */
import { isSame } from '../../cases/meeting/same-meeting';
import type { Hidden } from '../../core/privacy/hidden';
import type { LetterCase } from '../letter-case';
import type { Addressee } from '../recipient';
import { recipientsOf } from '../recipients';
import { hiddenFrom } from '../withheld-from';
import { calledOf } from './child';

interface Told {
  readonly called: string;
  readonly name: string | undefined;
  readonly yours: string;
}

/** True of a meeting to which adopters are asked. */
export const adoptersCome = (list: LetterCase['list']): boolean =>
  (list?.participants ?? []).some(({ role, part }) => role === 'adopter' && part === 'invited');

/** Those who are asked for the other children of one letter, each as this reader may know them for that child. */
export function ofTheOthers(
  review: LetterCase,
  recipient: Addressee,
  known: readonly Told[],
  attendingOf: (of: LetterCase, reader: Addressee, hidden: Hidden | null) => readonly Told[],
): Told[] {
  // Birth family and adopters are kept apart by each child's own list alone: of such a meeting no lists are put together.
  if ([review, ...review.alongside].some(({ list }) => adoptersCome(list))) return [];
  const seen = new Set(known.map(({ name, called }) => name ?? called));
  return review.alongside.flatMap((other) => {
    const theirs = recipientsOf(other).find((each) => isSamePerson(each, recipient));
    if (theirs === undefined) return [];
    const own = { ...other, alongside: [] };
    const { child } = other;
    const childCalled = calledOf(other.unit, child);
    return attendingOf(own, theirs, hiddenFrom(own, theirs).own).flatMap(({ name, called, yours }) => {
      if (seen.has(name ?? called)) return [];
      seen.add(name ?? called);
      const whose = called === childCalled || childCalled === null ? called : `${called} of ${childCalled}`;
      return [{ name, called: whose, yours }];
    });
  });
}

const isSamePerson = (one: Addressee, other: Addressee): boolean =>
  one.name !== null && isSame({ ...one, name: one.name }, other);
