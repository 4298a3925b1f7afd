/**
 * The front matter of a template: YAML between two lines of `---`, its keys known and its values checked.
 */
import type { EventSpec } from '../../core/events/event';
import { listed } from '../../core/in-words';
import { didYouMean } from '../../errors';
import { type FileFault, readYaml } from '../../yaml';

/** A template's text in its two parts, and the line on which the body begins. */
export interface TemplateParts {
  readonly front: string;
  readonly body: string;
  readonly bodyLine: number;
}

/** What one key may hold. */
export type FrontMatterShape =
  | { readonly is: 'text' }
  | { readonly is: 'number' }
  | { readonly is: 'texts' }
  | { readonly is: 'one'; readonly of: readonly string[] }
  | { readonly is: 'some'; readonly of: readonly string[] }
  | { readonly is: 'ages' }
  | { readonly is: 'event'; readonly of: readonly EventSpec[] };

/** An event that is recorded, with what it says. */
export interface SentAs {
  readonly event: EventSpec;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Key {
  readonly shape: FrontMatterShape;
  readonly required: boolean;
}

export interface Front {
  readonly values: ReadonlyMap<string, unknown>;
  /** The line of the file on which a key stands, `needs` or `needs.0`. */
  readonly lines: Readonly<Record<string, number>>;
  readonly faults: readonly FileFault[];
}

/** The two parts; null if the text does not begin with front matter that ends. */
export function partsOf(text: string): TemplateParts | null {
  const found = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(text);
  if (found === null || found.index !== 0) return null;
  return {
    front: found[1]!,
    body: text.slice(found[0].length),
    bodyLine: found[0].trimEnd().split('\n').length + 1,
  };
}

/** Every key read as it should be, or what is wrong with it and where. */
export function readFront(file: string, front: string, keys: Readonly<Record<string, Key>>): Front {
  // The line of dashes stands above.
  const yaml = readYaml(file, front, 1);
  const lineAt = (path: readonly (string | number)[]): number => yaml.lineAt([...path]);
  const values = new Map<string, unknown>();
  const lines: Record<string, number> = {};
  const faults: FileFault[] = [...yaml.faults];
  const wrong = (path: readonly (string | number)[], message: string): void => {
    faults.push({ file, line: lineAt(path), message });
  };
  if (faults.length > 0) return { values, lines, faults };
  if (!isMapping(yaml.value)) {
    faults.push({ file, line: 1, message: 'its front matter has no keys' });
    return { values, lines, faults };
  }
  for (const [name, value] of Object.entries(yaml.value)) {
    const key = keys[name];
    if (key === undefined) {
      wrong([name], `there is no key "${name}".${didYouMean(name, Object.keys(keys))}`);
      continue;
    }
    lines[name] = lineAt([name]);
    if (Array.isArray(value)) for (const at of value.keys()) lines[`${name}.${at}`] = lineAt([name, at]);
    const read = readValue(value, key.shape);
    if ('fault' in read) wrong(read.at === undefined ? [name] : [name, read.at], `${name} ${read.fault}`);
    else values.set(name, read.value);
  }
  const given = yaml.value;
  const missing = Object.keys(keys).filter((name) => keys[name]!.required && !(name in given));
  if (missing.length > 0) {
    const message = `${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`;
    faults.push({ file, line: 1, message });
  }
  return { values, lines, faults };
}

type Read = { readonly value: unknown } | { readonly fault: string; readonly at?: number };

function readValue(value: unknown, shape: FrontMatterShape): Read {
  switch (shape.is) {
    case 'text':
      if (typeof value === 'string' && value.trim() !== '') return { value: value.trim() };
      return { fault: 'is a text; where it begins with a field, put it in quotes' };
    case 'number':
      return Number.isInteger(value) && (value as number) > 0
        ? { value }
        : { fault: 'is a whole number from 1' };
    case 'one':
      if (typeof value === 'string' && shape.of.includes(value)) return { value };
      return { fault: notOneOf(shape.of, String(value)) };
    case 'texts':
    case 'some':
      return readTexts(value, shape.is === 'some' ? shape.of : null);
    case 'ages':
      return readAges(value);
    case 'event':
      return readEvent(value, shape.of);
  }
}

/** More choices than these are not listed: who typed one that there is none of is told what is nearest. */
const MOST_LISTED = 30;

function notOneOf(of: readonly string[], typed: string): string {
  if (of.length <= MOST_LISTED) return `is one of ${of.join(', ')}; not "${typed}"`;
  return `cannot be "${typed}".${didYouMean(typed, of)} What it may be: docs/letters.md, “The council’s own”`;
}

function readTexts(value: unknown, of: readonly string[] | null): Read {
  if (!Array.isArray(value)) return { fault: 'is a list, such as [child, parent]' };
  for (const [at, each] of value.entries()) {
    if (typeof each !== 'string' || each.trim() === '') return { fault: 'has something that is no text', at };
    if (of !== null && !of.includes(each)) {
      return { fault: `has no "${each}".${didYouMean(each, of)} It may be ${of.join(', ')}`, at };
    }
    if (value.indexOf(each) !== at) return { fault: `has "${each}" twice`, at };
  }
  return { value };
}

/** `8-12`, or `16` alone. */
function readAges(value: unknown): Read {
  const found = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(String(value));
  const from = Number(found?.[1]);
  const to = Number(found?.[2] ?? found?.[1]);
  return found && from <= to ? { value: { from, to } } : { fault: `is such as 8-12; not "${value}"` };
}

/** `decisions-sent`, or `pathway-copied kind=plan`. */
function readEvent(value: unknown, of: readonly EventSpec[]): Read {
  const [kind = '', ...said] = String(value).split(/\s+/);
  const event = of.find((each) => each.kind === kind);
  if (!event) {
    const kinds = of.map((each) => each.kind);
    return { fault: `is an event, such as decisions-sent; not "${kind}".${didYouMean(kind, kinds)}` };
  }
  const pairs = said.map((each) => each.split('=') as [string, string?]);
  const names = Object.keys(event.attributes);
  const wrong = pairs.find(([name, text]) => !names.includes(name) || !text);
  if (wrong) return { fault: `: ${kind} has no ${wrong.join('=')}; it may have ${names.join(', ')}` };
  return { value: { event, attributes: Object.fromEntries(pairs) } };
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
