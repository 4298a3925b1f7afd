/**
 * What an event says, in words: the same in a chronology, an audit, a refusal and on a screen. Pure: names of
 * colleagues are asked for.
 */
import { type IsoDate, isIsoDate, plainDate, sayTime } from '../time/dates';
import { type AttributeSpec, type CodeList, isList, type Kind } from './attribute';
import { type Fact, specOf } from './fact';
import { listOf } from './lists';

/** A kind of event in a sentence: `IRO allocated`. */
export function eventWords(kind: string): string {
  return kind
    .replaceAll('-', ' ')
    .replace(/^sw iro/, 'social worker and IRO')
    .replace(/^cafcass referred/, 'referred to Cafcass')
    .replace(/^cafcass considered/, 'referral to Cafcass considered')
    .replace(/\biro\b/, 'IRO');
}

/** What a code of the return means; undefined if there is no such code. */
export type Meaning = (list: CodeList, code: string) => string | undefined;

/** As it stands within a sentence; an abbreviation keeps its capitals. */
const uncapital = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? words.slice(0, 1).toLowerCase() + words.slice(1) : words;

/** Longer than this a text is set apart from the rest. */
const SHORT = 24;
const WRITTEN: ReadonlySet<Kind> = new Set<Kind>(['text', 'someone', 'disputed']);
const OF_WORDS: ReadonlySet<Kind> = new Set<Kind>(['oneOf', 'someOf']);

/**
 * A fact in words: `legal status changed (basis C2)`, with a colleague's name for their number and what was
 * written at length after the rest: `not invited (father); concern: Threats at the last meeting`. The child's
 * people stay the tags by which events speak of them. Its day stands behind the event if it is given, and a code's
 * meaning behind the code.
 */
export function factWords(
  fact: Pick<Fact, 'kind' | 'own' | 'attributes'>,
  colleague: (id: string) => string,
  on?: IsoDate,
  meaning: Meaning = () => undefined,
): string {
  const short: string[] = [];
  const long: string[] = [];
  for (const [name, value] of Object.entries(fact.attributes)) {
    const spec = specOf(fact)?.attributes[name];
    const { words, isLong } = attributeWords(name, spec, value, colleague);
    const means = spec?.codes && meaning(spec.codes, value);
    (isLong ? long : short).push(means === undefined ? words : `${words}, ${uncapital(means)}`);
  }
  const words = on === undefined ? eventWords(fact.kind) : `${eventWords(fact.kind)} on ${plainDate(on)}`;
  const between = short.some((part) => part.includes(',')) ? '; ' : ', ';
  return [short.length === 0 ? words : `${words} (${short.join(between)})`, ...long].join('; ');
}

/**
 * One attribute in words: `to mother`, `why: …`. `isLong`: it was written at length, and stands apart from the rest.
 * One that an older irotool kept, and this one does not know, is a text.
 */
export function attributeWords(
  name: string,
  { kind, label = name.replaceAll('-', ' ') }: Pick<AttributeSpec, 'kind' | 'label'> = { kind: 'text' },
  value: string,
  colleague: (id: string) => string,
): { readonly words: string; readonly isLong: boolean } {
  const isLong = WRITTEN.has(kind) && (label === '' || value.length > SHORT || /[,;()]/.test(value));
  if (isLong) return { words: label === '' ? value : `${label}: ${value}`, isLong };
  return { words: [label, valueWords(kind, value, colleague)].filter(Boolean).join(' '), isLong };
}

/** The value of an attribute in words; nothing for a yes, which its label says. */
function valueWords(kind: Kind, value: string, colleague: (id: string) => string): string {
  if (kind === 'colleague') return colleague(value);
  if (kind === 'time') return sayTime(value);
  if (kind === 'yesNo' && value === 'yes') return '';
  const words = OF_WORDS.has(kind) ? value.replaceAll('-', ' ') : value;
  const parts = isList(kind) ? listOf(words) : [words];
  return parts.map((part) => (isIsoDate(part) ? plainDate(part) : part)).join(', ');
}
