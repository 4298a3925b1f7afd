/**
 * Facts with other texts in them: with the names for the references that they are kept with, or the other way
 * round. Apart from the texts themselves, for it knows every event. Pure.
 */

import type { Kind } from '../events/attribute';
import { type Fact, specOf } from '../events/fact';
import { inWords, type NameReference, type Telling } from './kept-names';

/** A fact with every text of it changed; the very fact if nothing changes. */
export function withTexts<F extends Fact>(
  fact: F,
  change: (text: string, attribute: string, kind: TextKind) => string,
): F {
  const attributes: Record<string, string> = {};
  let isSame = true;
  for (const [name, value] of Object.entries(fact.attributes)) {
    const kind = textKind(fact, name);
    attributes[name] = kind === null ? value : change(value, name, kind);
    if (attributes[name] !== value) isSame = false;
  }
  return isSame ? fact : { ...fact, attributes };
}

/** A fact for a reader. In a list no name brings a comma of its own. */
export function factInWords<F extends Fact>(fact: F, tell: (reference: NameReference) => Telling): F {
  return withTexts(fact, (text, _, kind) =>
    inWords(text, (reference) => {
      const telling = tell(reference);
      return kind !== 'text' && 'name' in telling ? { name: telling.name.replaceAll(',', ' ') } : telling;
    }),
  );
}

/** Words; a list of words; or tags of people, one or several with commas between. */
export type TextKind = 'text' | 'list' | 'tags';

/** What may be written there; null for dates, numbers, other children and what is chosen from a list. */
function textKind(fact: Fact, name: string): TextKind | null {
  return TEXT_KINDS[specOf(fact)?.attributes[name]?.kind ?? 'text'];
}

const TEXT_KINDS: Readonly<Record<Kind, TextKind | null>> = {
  text: 'text',
  someone: 'text',
  disputed: 'text',
  refTo: 'text',
  ofAction: 'text',
  texts: 'list',
  who: 'tags',
  people: 'tags',
  day: null,
  time: null,
  count: null,
  yesNo: null,
  oneOf: null,
  someOf: null,
  colleague: null,
  children: null,
  review: null,
  numberedReview: null,
};
