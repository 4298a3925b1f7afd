/**
 * The dictionary of fields: what a template may name.
 */
import { either } from '../../core/in-words';
import { LETTER_EVENTS } from '../../core/privacy/told-in-letters';
import { eventFields } from './event-fields';
import { type Entries, type Field, isEntry } from './field-kinds';
import { FIELD_LIST } from './field-list';

const fieldsIn = (entries: Entries, before = ''): Field[] =>
  Object.entries(entries).flatMap(([name, entry]): Field[] => {
    const path = before + name;
    if (!isEntry(entry)) return fieldsIn(entry, `${path}.`);
    const { about, supplied, is, parts = {}, anyOf, sameAs } = entry;
    return [
      { path, about, supplied, ...KINDS[is], ...(anyOf && { anyOf }), ...(sameAs && { sameAs }) },
      ...fieldsIn(parts, `${path}[].`),
    ];
  });

const KINDS = { text: {}, always: { always: true }, yes: { yesNo: true }, list: { list: true } } as const;

/** What is worked out for a reader, then what the events of a review say. */
export const FIELDS: readonly Field[] = [...fieldsIn(FIELD_LIST), ...eventFields(LETTER_EVENTS)];

const BY_PATH: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.path, field]));

/** The parts of what a list holds, by the list's path; none for a list of texts. */
const PARTS: ReadonlyMap<string, readonly string[]> = partsByList();

/** What a field that is missing is called: the settings that supply it, if it has others' names. */
export const missingAs = ({ path, anyOf }: Pick<Field, 'path' | 'anyOf'>): string =>
  anyOf === undefined ? path : either(anyOf);

/** The fields that a template may name. */
export interface Dictionary {
  /** What a path names; undefined if there is no such field. */
  at(path: string): Field | undefined;
  /** Every path that may stand outside a list. */
  readonly paths: readonly string[];
}

/** Those of every unit, and `own`: those of a council's own events. */
export function dictionaryOf(own: readonly Field[]): Dictionary {
  const byPath = new Map(own.map((field) => [field.path, field]));
  return {
    at: (path) => BY_PATH.get(path) ?? byPath.get(path),
    paths: [...BY_PATH.keys(), ...byPath.keys()].filter((path) => !path.includes('[]')),
  };
}

/** The parts of each thing in a list: `called`, `name`; none for a list of texts. */
export function partsOfList(path: string): readonly string[] {
  return PARTS.get(path) ?? [];
}

/** Whether there is nothing in it: what is missing, no words, no entries. */
export function isAbsent(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value === 'number') return Number.isNaN(value);
  return Array.isArray(value) ? value.length === 0 : value === undefined || value === null || value === false;
}

/** The value at a path of nested data. Only what the data itself holds. */
export function valueAt(data: unknown, path: string): unknown {
  let value = data;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}

function partsByList(): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  for (const { path } of FIELDS) {
    const [list, part] = path.split('[].');
    if (part !== undefined) parts.set(list!, [...(parts.get(list!) ?? []), part]);
  }
  return parts;
}
