/**
 * Names that stand as words in what was written of an applicant: of a child, or of a child's people, who were recorded only
 * afterwards or whom an applicant's record does not know. A letter tells them to nobody, as it tells those that were kept
 * as references.
 */
import { keepMoreNames, type Nameable, type NamesAround } from '../core/privacy/keep-names';
import { wordsOf } from '../core/privacy/kept-names';
import { mayHoldAName } from '../store/keeping';
import { wordKey } from '../store/people/called';
import { everyoneLinked } from '../store/people/child-people';
import { aroundChild } from '../store/people/nameable';
import type { LetterCase } from './letter-case';

/** The same data with a reference for each such name; that of any other case as it is. */
export function withNamesFound<T>(of: LetterCase, data: T): T {
  if (of.determination === null) return data;
  const around = aroundApplicant(of);
  const found = (value: unknown): unknown => {
    if (typeof value === 'string') return mayHoldAName(value) ? keepMoreNames(value, around).text : value;
    if (Array.isArray(value)) return value.map(found);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, found(each)]));
  };
  return found(data) as T;
}

/** Those whom an applicant's record may name, and everyone who is recorded with any child. */
function aroundApplicant({ unit, child }: LetterCase): NamesAround {
  const own = aroundChild(unit.db, child.id);
  const byWords = new Map<string, Nameable[]>();
  for (const { personId: id, name } of everyoneLinked(unit.db)) {
    const words = wordsOf(name);
    if (words.length < 2 || own.people.some((each) => each.of === 'person' && each.id === id)) continue;
    const someone: Nameable = {
      ...{ of: 'person', id, tag: `person ${id}`, name, knownAs: null, relationship: null, isFamily: false },
    };
    for (const key of new Set([wordKey(name), wordKey(`${words[0]} ${words.at(-1)}`)])) {
      byWords.set(key, [...(byWords.get(key) ?? []), someone]);
    }
  }
  return {
    ...own,
    others: (words) => {
      const children = own.others(words);
      // Whichever of several it is: nobody of them is named.
      return children.length > 0 ? children.slice(0, 1) : (byWords.get(words) ?? []).slice(0, 1);
    },
  };
}
