/**
 * What people wrote, without what is not to leave the unit: names, dates of birth and addresses. It is
 * searched as if it had no accents and one kind of apostrophe and of hyphen; what is found is left out of
 * the words as they were written.
 */
import type { IsoDate } from '../dates';
import { addressSpans } from './addresses';
import { birthSpans } from './births';
import { folded, type Span } from './folded';
import { familySpans, type NameIndex, namesIn, wholeNameSpans } from './names';

/** What is private about one child. */
export interface PrivateOfChild {
  /** Of the child, of brothers and sisters and of the family, and what they like to be called. */
  readonly names: readonly string[];
  /** Birthdays of the child and of other children who belong to it. */
  readonly births: readonly IsoDate[];
  /** Where the child and the child's people live, as it is recorded. */
  readonly addresses: readonly string[];
}

/** Names that are known beyond one child's family. */
export interface KnownNames {
  /** Every child of the unit: one may be spoken of in another's record. */
  readonly children: NameIndex;
  /** Who works with them and may be named. */
  readonly colleagues: NameIndex;
}

/** The text without names, dates of birth and addresses; each says that it was left out. */
export function withoutPrivate(text: string, own: PrivateOfChild, known: KnownNames): string {
  const { letters, from, to } = folded(text);
  const whole = [...wholeNameSpans(letters, own.names), ...namesIn(letters, known.children)];
  const colleagues = namesIn(letters, known.colleagues);
  // A colleague may share a name with a child; but whoever is called just as the child is, is not named.
  const parts = familySpans(letters, own.names).filter(
    (part) => !colleagues.some((each) => each.from <= part.from && each.to >= part.to),
  );
  const spans = [
    ...whole,
    ...parts,
    ...birthSpans(letters, own.births),
    ...addressSpans(letters, own.addresses),
  ];
  let clean = '';
  let done = 0;
  for (const span of together(spans, letters)) {
    clean += `${text.slice(done, from[span.from])}(${span.is} left out)`;
    done = to[span.to - 1]!;
  }
  return clean + text.slice(done);
}

/** In order; what overlaps is one, and so are two of a kind with nothing but a gap between them. */
function together(spans: readonly Span[], letters: string): Span[] {
  const inOrder = [...spans].sort((a, b) => a.from - b.from || b.to - a.to);
  const joined: Span[] = [];
  for (const span of inOrder) {
    const last = joined.at(-1);
    const isNext =
      last !== undefined && last.is === span.is && /^[ _-]*$/.test(letters.slice(last.to, span.from));
    if (last === undefined || (span.from >= last.to && !isNext)) joined.push(span);
    else {
      const is = last.to - last.from >= span.to - span.from ? last.is : span.is;
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to), is };
    }
  }
  return joined;
}
