/**
 * The one cleaner of what people wrote: finds what is private, however it is written, and leaves it out of
 * the words as they stand. What is private is said once for a reader and made ready once, however many texts
 * are read for them. It is searched as if a text had no accents, one kind of apostrophe and of hyphen, and
 * no signs that nobody sees; and once more in every other way to read it (readings.ts). Pure.
 */
import type { IsoDate } from '../time/dates';
import { addressNeedles, withTheArticle, writtenAddresses } from './addresses';
import { birthSpans } from './births';
import { emailNeedles, telephoneNeedles } from './contacts';
import { type Folded, folded, type Span } from './folded';
import { puttingRight } from './mistyped';
import { type NameIndex, nameFinder, namesIn } from './names';
import { anyWord, type Compact, compact, type IsWord, type Needle, needleSpans, needlesOf } from './needles';
import { type Reading, readingsOf } from './readings';

/** What is to be kept from someone. */
export interface Private {
  /** Of people, and what they like to be called. */
  readonly names: readonly string[];
  /** Where they live: postal addresses, as they were recorded. */
  readonly addresses: readonly string[];
  /** What places are called by, whole. */
  readonly places?: readonly string[];
  readonly telephones?: readonly string[];
  readonly emails?: readonly string[];
  readonly births?: readonly IsoDate[];
  /** Names that others have too, of whom the reader may know: no word of them is private. */
  readonly others?: readonly string[];
  /** Whatever is written as an address or a long number is kept back too, whosever it is. */
  readonly allAddresses?: boolean;
  /** Tells a village from a word; without it, a part of an address that is one word may be either. */
  readonly isWord?: IsWord;
}

/** Names that are known beyond one child's family. */
export interface KnownNames {
  /** Every child of the unit: one may be spoken of in another's record. */
  readonly children: NameIndex;
  /** Who works with them and may be named. */
  readonly colleagues: NameIndex;
}

export interface Cleaner {
  /** The text with `mark`, which is told what it was and how it was written, in the place of all that is private. */
  without(text: string, mark: (is: Span['is'], written: string) => string): string;
  /** True if a text has anything private in it. */
  finds(text: string): boolean;
  /**
   * What of it names someone or somewhere whole, as it is written: no single names, and nothing that one of
   * the texts that may be told has in it too.
   */
  tells(text: string, mayBeTold: readonly string[]): string[];
}

/** Makes a cleaner of what is private. `known`: names that are told from it, and others that are kept back. */
export function cleanerOf(own: Private, known: KnownNames | null = null): Cleaner {
  const names = nameFinder(own.names, own.others);
  const needles = needlesFor(own);
  const { births = [], addresses, places = [], others = [], isWord = anyWord } = own;
  const putRight = puttingRight([...addresses, ...places], others, isWord);
  const asRead = (text: Compact, sought: readonly Needle[]): Span[] => {
    const { letters } = text;
    const places = needleSpans(text, sought).map((span) => withTheArticle(letters, span));
    const others = known === null ? [] : namesIn(letters, known.children);
    return [...names.whole(text), ...others, ...birthSpans(letters, births), ...places];
  };
  const found = (ways: readonly Way[], sought = needles): Span[] =>
    ways.flatMap(({ text, inText }) => asRead(text, sought).map(inText));
  const mistyped = (letters: string): Span[] => {
    const reading = putRight(letters);
    return reading === null ? [] : needleSpans(compact(reading.letters), needles).map(reading.inText);
  };
  const written = (letters: string): Span[] => (own.allAddresses ? writtenAddresses(letters) : []);
  const parts = (ways: readonly Way[]): Span[] => {
    const spans = ways.flatMap(({ letters, inText }) => names.parts(letters).map(inText));
    if (known === null || spans.length === 0) return spans;
    // A colleague may share a name with a child; but whoever is called just as the child is, is not named.
    const colleagues = namesIn(ways[0]!.letters, known.colleagues);
    return spans.filter(({ from, to }) => !colleagues.some((each) => each.from <= from && each.to >= to));
  };
  return {
    without(text, mark) {
      const { letters, from, to, ways } = read(text);
      let clean = '';
      let done = 0;
      const all = [...found(ways), ...mistyped(letters), ...parts(ways), ...written(letters)];
      for (const span of together(all, letters)) {
        const end = to[span.to - 1]!;
        clean += text.slice(done, from[span.from]) + mark(span.is, text.slice(from[span.from], end));
        done = end;
      }
      return clean + text.slice(done);
    },
    finds(text) {
      const { letters, ways } = read(text);
      return found(ways).length > 0 || parts(ways).length > 0 || mistyped(letters).length > 0;
    },
    tells(text, mayBeTold) {
      const { letters, ways } = read(text);
      const open = mayBeTold.map((each) => compact(folded(each).letters).sought);
      // A word of any sentence tells nothing in the words of a template.
      return found(
        ways,
        needles.filter(({ isNamed }) => !isNamed),
      )
        .map(({ from, to }) => letters.slice(from, to))
        .filter((words) => !open.some((each) => each.includes(compact(words).sought)));
    },
  };
}

interface Way extends Reading {
  readonly text: Compact;
}
interface Read extends Folded {
  readonly ways: readonly Way[];
}

let last: { readonly text: string; readonly read: Read } | undefined;

/** A text made ready for searching: once, for the same one is read for every household that is hidden. */
function read(text: string): Read {
  if (last?.text === text) return last.read;
  const plain = folded(text);
  const ways = readingsOf(plain.letters).map((each) => ({ ...each, text: compact(each.letters) }));
  last = { text, read: { ...plain, ways } };
  return last.read;
}

function needlesFor(own: Private): Needle[] {
  const { addresses, places = [], telephones = [], emails = [], isWord = anyWord } = own;
  const all = [
    ...addresses.flatMap((address) => addressNeedles(address, isWord)),
    ...places
      .flatMap((place) => [place, place.replace(/^the\s+(?=\S{4})/i, '')])
      .flatMap((place) => needlesOf(folded(place).letters, 'address', isWord)),
    ...telephones.flatMap(telephoneNeedles),
    ...emails.flatMap(emailNeedles),
  ];
  return [...new Map(all.map((needle) => [JSON.stringify(needle), needle])).values()];
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
