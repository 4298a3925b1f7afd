/**
 * What an event says, in words: the same in a chronology, an audit, a refusal and on a screen. Pure: names of
 * colleagues are asked for.
 */
import { type IsoDate, isIsoDate, plainDate, sayTime } from '../time/dates';
import { type AttributeSpec, isList, type Kind } from './attribute';
import { type Fact, specOf } from './fact';
import { listOf } from './lists';

/** A kind of event in a sentence: `IRO allocated`. */
export function eventWords(kind: string): string {
  return kind
    .replaceAll('-', ' ')
    .replace(/^sw iro/, 'social worker and IRO')
    .replace(/^cafcass referred/, 'referred to Cafcass')
    .replace(/\biro\b/, 'IRO');
}

/** Longer than this a text is set apart from the rest. */
const SHORT = 24;
const WRITTEN: ReadonlySet<Kind> = new Set<Kind>(['text', 'someone', 'disputed']);
const OF_WORDS: ReadonlySet<Kind> = new Set<Kind>(['oneOf', 'someOf']);

/**
 * A fact in words: `legal status changed (basis C2)`, with a colleague's name for their number and what was
 * written at length after the rest: `not invited (father); concern: Threats at the last meeting`. The child's
 * people stay the tags by which events speak of them. Its day stands behind the event if it is given.
 */
export function factWords(
  fact: Pick<Fact, 'kind' | 'own' | 'attributes'>,
  colleague: (id: string) => string,
  on?: IsoDate,
): string {
  const short: string[] = [];
  const long: string[] = [];
  for (const [name, value] of Object.entries(fact.attributes)) {
    const attribute = specOf(fact)?.attributes[name] ?? UNKNOWN;
    const label = attribute.label ?? name.replaceAll('-', ' ');
    if (isLong(value, label, attribute)) long.push(label === '' ? value : `${label}: ${value}`);
    else short.push([label, valueWords(attribute, value, colleague)].filter(Boolean).join(' '));
  }
  const words = on === undefined ? eventWords(fact.kind) : `${eventWords(fact.kind)} on ${plainDate(on)}`;
  const between = short.some((part) => part.includes(',')) ? '; ' : ', ';
  return [short.length === 0 ? words : `${words} (${short.join(between)})`, ...long].join('; ');
}

/** One that an older irotool kept, and this one does not know. */
const UNKNOWN: Pick<AttributeSpec, 'kind' | 'label'> = { kind: 'text' };

const isLong = (value: string, label: string, { kind }: Pick<AttributeSpec, 'kind'>): boolean =>
  WRITTEN.has(kind) && (label === '' || value.length > SHORT || /[,;()]/.test(value));

/** The value of an attribute in words; nothing for a yes, which its label says. */
function valueWords(
  { kind }: Pick<AttributeSpec, 'kind'>,
  value: string,
  colleague: (id: string) => string,
): string {
  if (kind === 'colleague') return colleague(value);
  if (kind === 'time') return sayTime(value);
  if (kind === 'yesNo' && value === 'yes') return '';
  const words = OF_WORDS.has(kind) ? value.replaceAll('-', ' ') : value;
  const parts = isList(kind) ? listOf(words) : [words];
  return parts.map((part) => (isIsoDate(part) ? plainDate(part) : part)).join(', ');
}
