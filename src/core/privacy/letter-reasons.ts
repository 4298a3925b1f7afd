/**
 * What a letter says of a reason. What was typed for the unit is not for the reader: a letter says what was
 * typed for them, or has words of its own for a usual reason, or does not say why. Pure.
 */
import type { Fact } from '../events/fact';
import { folded } from './folded';

/** What reasons are given for: a table of the usual ones each. */
export type ReasonsFor = 'meeting' | 'adjourned' | 'not-invited' | 'considered' | 'record' | 'taken-out';

/** Some ways of typing one reason, and what a letter says of it. */
export interface UsualReason {
  /** Words with a stroke between them may stand for one another: `IRO/chair ill/away`. */
  readonly reasons?: readonly string[];
  /** What was missing was on paper: whoever has it is asked for it. */
  readonly ofPapers?: true;
  /** For whatever is none of the others. */
  readonly otherwise?: boolean;
  readonly says: string;
  /** To the child, if that is other. */
  readonly child?: string;
}

export type UsualReasons = Readonly<Record<ReasonsFor, readonly UsualReason[]>>;

/** A text of a fact that was typed for the unit, and that a letter speaks of. */
interface ForTheUnit {
  readonly attribute: string;
  /** `The reason`. */
  readonly called: string;
  /** Null if none is usual. */
  readonly of: ReasonsFor | null;
  /** What was typed for the reader takes its place. */
  readonly isTold: boolean;
  /** There is a letter that cannot be without it. */
  readonly isNeeded: (fact: Fact) => boolean;
}

const optional = (attribute: string, of: ReasonsFor | null): ForTheUnit[] => [
  { attribute, called: 'The reason', of, isTold: true, isNeeded: () => false },
];

/** The reasons of which letters speak, by the events that have them; `tell` is what was typed for the reader. */
export const REASONS_IN_LETTERS: Readonly<Record<string, readonly ForTheUnit[]>> = {
  'review-planned': optional('because', 'meeting'),
  'review-cancelled': optional('reason', 'meeting'),
  'review-adjourned': optional('reason', 'adjourned'),
  'review-called': optional('why', null),
  'early-review-refused': optional('why', null),
  'manager-responded': optional('about', null),
  'not-invited': [
    {
      attribute: 'concern',
      called: 'The concern',
      of: 'not-invited',
      isTold: true,
      isNeeded: () => true,
    },
    {
      attribute: 'considered',
      called: 'What was considered',
      of: 'considered',
      isTold: false,
      isNeeded: () => false,
    },
  ],
  'record-sent': [
    {
      attribute: 'why',
      called: 'The reason',
      of: 'record',
      isTold: true,
      isNeeded: ({ attributes }) => attributes.record === 'part' || attributes.record === 'none',
    },
    {
      attribute: 'redacted',
      called: 'What was taken out',
      of: 'taken-out',
      isTold: false,
      isNeeded: () => false,
    },
  ],
};

/** Texts that a letter has as they were typed, by the events that have them: whoever they are about reads them. */
export const AS_TYPED: Readonly<Record<string, string>> = {
  'not-invited': 'views',
  'conference-excluded': 'instead',
  'birth-parent-decided': 'views',
  'secure-review-held': 'reasons',
  'pathway-plan-reviewed': 'outcome',
};

const SMALL_WORDS = new Set(
  'the a an is are was were be been being has have had will would can could should it its her his their them they she he i we of to at on in for with by from that this so too very now due because there did does do who may might'.split(
    ' ',
  ),
);

/** The words that count, each once told apart from the next by one space. */
const plain = (text: string): string =>
  (
    folded(text)
      .letters.toLowerCase()
      .replaceAll("'", '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .filter((word) => !SMALL_WORDS.has(word))
    .join(' ');

/** Every way of saying `IRO/chair ill/away`. */
function waysOf(phrase: string): string[] {
  const ways = phrase
    .split(/\s+/)
    .reduce<string[]>(
      (begun, word) => begun.flatMap((way) => word.split('/').map((each) => `${way} ${each}`)),
      [''],
    );
  return ways.map(plain);
}

const WAYS = new WeakMap<UsualReason, ReadonlySet<string>>();

function isMeantBy(row: UsualReason, words: string): boolean {
  const known = WAYS.get(row) ?? new Set((row.reasons ?? []).flatMap(waysOf));
  WAYS.set(row, known);
  return known.has(words);
}

/** The usual reasons that were typed; a hole for what is none of them. */
function meantBy(rows: readonly UsualReason[], typed: string): (UsualReason | undefined)[] {
  const whole = rows.find((row) => isMeantBy(row, plain(typed)));
  const parts = typed
    .split(/[,;:.\n]+|\s(?:and|or|but|&)\s/i)
    .map(plain)
    .filter((part) => part !== '');
  return whole ? [whole] : parts.map((part) => rows.find((row) => isMeantBy(row, part)));
}

/** True if missing papers are among what was typed for a reason. */
export const isOfPapers = (rows: readonly UsualReason[], typed: string): boolean =>
  meantBy(rows, typed).some((row) => row?.ofPapers === true);

/** What a letter says of a usual reason; null if it is none. Of several, each must be one. */
export function usualWords(rows: readonly UsualReason[], typed: string, isForChild: boolean): string | null {
  const found = meantBy(rows, typed);
  const usual = found.every((row) => row !== undefined) ? found : rows.filter(({ otherwise }) => otherwise);
  const said = usual.map((row) => (isForChild ? (row.child ?? row.says) : row.says));
  return said.length === 0 ? null : [...new Set(said)].join(' ');
}

/** What a letter says of one of a fact's reasons; null if it says nothing of it. */
export function saidOf(
  { kind, attributes }: Pick<Fact, 'kind' | 'attributes'>,
  attribute: string,
  usual: UsualReasons,
  isForChild: boolean,
): string | null {
  const reason = REASONS_IN_LETTERS[kind]?.find((each) => each.attribute === attribute);
  if (reason === undefined) return null;
  if (reason.isTold && attributes.tell !== undefined) return attributes.tell;
  const typed = attributes[attribute];
  return typed === undefined
    ? null
    : usualWords(reason.of === null ? [] : usual[reason.of], typed, isForChild);
}
