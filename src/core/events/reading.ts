/**
 * A fact from what someone wrote: its kind and attributes held against what can be recorded.
 */
import { type IsoDate, isIsoDate } from '../time/dates';
import { readTime } from '../time/typed-dates';
import { type AttributeSpec, isNumber } from './attribute';
import type { Fact } from './fact';
import { listOf } from './lists';
import type { Vocabulary } from './vocabulary';

type Suggest = (typed: string, candidates: Iterable<string>) => string;
/**
 * A typed date as ISO, or null: scenario files take ISO only, the command line takes any form, and is told
 * the attribute's name and whether it is of what happened or of what is planned.
 */
type ReadDate = (text: string, name: string, lies: AttributeSpec['lies']) => IsoDate | null;

export interface FactReading {
  readonly fact: Fact | null;
  readonly faults: readonly string[];
}

const isoOnly: ReadDate = (text) => (isIsoDate(text) ? text : null);

/** Checks an event's kind and attributes. Faults are sentences; none holds what was typed as free text. */
export function readFact(
  on: IsoDate,
  kind: string,
  attributes: Readonly<Record<string, string>>,
  vocabulary: Vocabulary,
  suggest: Suggest,
  readDate: ReadDate = isoOnly,
): FactReading {
  const spec = vocabulary.spec(kind);
  if (!spec) {
    return { fact: null, faults: [`There is no event "${kind}".${suggest(kind, vocabulary.kinds)}`] };
  }
  const faults: string[] = [];
  const checked: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    const attribute = spec.attributes[name];
    if (!attribute) {
      const names = Object.keys(spec.attributes);
      const has = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`;
      faults.push(`"${kind}" has no attribute "${name}": ${has}.${suggest(name, names)}`);
      continue;
    }
    const read = readAttribute(name, value, attribute, readDate);
    if ('fault' in read) faults.push(read.fault);
    else checked[name] = read.value;
  }
  for (const [name, attribute] of Object.entries(spec.attributes)) {
    if (attribute.required && attributes[name] === undefined) faults.push(`"${kind}" needs ${name}=…`);
  }
  if (faults.length > 0) return { fact: null, faults };
  return { fact: { on, ...vocabulary.named(kind), attributes: checked }, faults };
}

/** The value of one attribute as it is kept; a fault calls it by the name that it was typed for. */
export function readAttribute(
  name: string,
  value: string,
  { kind, choices, lies }: AttributeSpec,
  readDate: ReadDate = isoOnly,
): { value: string } | { fault: string } {
  if (value.trim() === '') return { fault: `"${name}" is empty.` };
  switch (kind) {
    case 'day': {
      const date = readDate(value, name, lies);
      return date ? { value: date } : { fault: `"${value}" is not a date (for ${name}).` };
    }
    case 'time': {
      const time = readTime(value);
      return time ? { value: time } : { fault: `"${value}" is not a time (for ${name}), such as 16:30.` };
    }
    case 'count':
    case 'numberedReview':
      return isNumber(value) ? { value } : { fault: `"${name}" is a whole number from 1; not "${value}".` };
    case 'review':
      return value === 'exit' || isNumber(value)
        ? { value }
        : { fault: `"${name}" is a whole number from 1, or exit.` };
    case 'yesNo':
    case 'oneOf':
      return choices?.includes(value)
        ? { value }
        : { fault: `"${name}" is one of ${choices?.join(', ')}; not "${value}".` };
    case 'someOf':
    case 'texts':
    case 'people':
    case 'children':
      return readList(name, value, choices);
    default:
      return { value: value.trim() };
  }
}

function readList(
  name: string,
  value: string,
  of: readonly string[] | undefined,
): { value: string } | { fault: string } {
  const parts = listOf(value);
  const wrong = of === undefined ? undefined : parts.find((part) => !of.includes(part));
  if (of && wrong !== undefined) {
    return { fault: `"${name}" is a list of ${of.join(', ')}; not "${wrong}".` };
  }
  return { value: parts.join(',') };
}

/**
 * `key=value` words as attributes. A word without `=` goes on with the value before it, so that
 * `reason=change of social worker` needs no quotes. Null for a word that stands before any key.
 */
export function readPairs(words: readonly string[]): Record<string, string> | null {
  const pairs: Record<string, string> = {};
  let last: string | undefined;
  for (const word of words) {
    const parts = /^([a-z][a-z-]*)=(.*)$/s.exec(word);
    if (parts) {
      last = parts[1]!;
      pairs[last] = parts[2]!;
    } else if (last === undefined) {
      return null;
    } else {
      pairs[last] = `${pairs[last]} ${word}`;
    }
  }
  return pairs;
}

/** A scenario's line: `2026-03-13 became-looked-after basis=V2`. */
export function readFactLine(line: string, vocabulary: Vocabulary, suggest: Suggest): FactReading {
  const [on, kind, ...words] = line.trim().split(/\s+/);
  if (on === undefined || !isIsoDate(on)) {
    return { fact: null, faults: [`"${on ?? ''}" is not a date (2026-03-13).`] };
  }
  if (kind === undefined) return { fact: null, faults: ['The line has a date and no event.'] };
  const pairs = readPairs(words.map((word) => word.replaceAll(/^(["'])(.*)\1$/g, '$2')));
  if (pairs === null) return { fact: null, faults: [`"${words[0]}" is not key=value.`] };
  return readFact(on, kind, stripQuotes(pairs), vocabulary, suggest);
}

function stripQuotes(pairs: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(pairs).map(([key, value]) => [key, value.replace(/^(["'])(.*)\1$/s, '$2')]),
  );
}
