/**
 * The dictionary of fields: what a template may name.
 */
import { FIELD_ROWS } from './field-list';

export interface Field {
  /** `child.called`; of what a list holds, `attending[].called`. */
  readonly path: string;
  /** What it is, in a few words. */
  readonly about: string;
  /** The command that supplies it, with REF for the child. */
  readonly supplied: string;
  readonly list?: true;
  /** Only for a condition: it has no words. */
  readonly yesNo?: true;
  /** The machinery always supplies it: it needs no condition. */
  readonly always?: true;
}

export const FIELDS: readonly Field[] = FIELD_ROWS.map(([path, about, supplied, ...words]) => ({
  path,
  about,
  supplied,
  ...(words.includes('list') ? { list: true as const } : {}),
  ...(words.includes('yes') ? { yesNo: true as const } : {}),
  ...(words.includes('always') ? { always: true as const } : {}),
}));

const BY_PATH: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.path, field]));

/** The parts of what a list holds, by the list's path; none for a list of texts. */
const PARTS: ReadonlyMap<string, readonly string[]> = partsByList();

/** What a path names; undefined where there is no such field. */
export function fieldAt(path: string): Field | undefined {
  return BY_PATH.get(path);
}

/** The parts of each thing in a list: `called`, `name`; none for a list of texts. */
export function partsOfList(path: string): readonly string[] {
  return PARTS.get(path) ?? [];
}

/** Every path that may stand outside a list. */
export const PATHS: readonly string[] = FIELDS.map(({ path }) => path).filter((path) => !path.includes('[]'));

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
