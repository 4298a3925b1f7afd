/** What keys do at a list: the number of a row picks it, and so do the letters with which it begins. */

/** A row of a list. */
export interface ListRow {
  readonly name: string;
  /** The number that picks it; null if none does. */
  readonly number: string | null;
}

/** What has been typed at a list, and the row that it picks; null if none. */
export interface TypedAtList {
  readonly text: string;
  readonly row: number | null;
}

/**
 * The numbers that pick the choices of a list: 1, 2, 3 … as they stand, unless some have numbers of their own, as codes
 * do. Then the others have none, so that no number means something else than it says.
 */
export function numbersOf(own: readonly (string | undefined)[]): (string | null)[] {
  const isOwn = own.some((number) => number !== undefined);
  return own.map((number, at) => (isOwn ? (number ?? null) : String(at + 1)));
}

/** What stands typed after a key. A number that no row can have any more begins anew with its last digit. */
export function typedAtList(rows: readonly ListRow[], before: string, key: string): TypedAtList {
  const text = before + key;
  const row = rowTyped(rows, text);
  const isBegun = IS_NUMBER.test(text) && rows.some(({ number }) => number?.startsWith(text));
  if (row !== null || isBegun || !IS_NUMBER.test(before)) return { text, row };
  return { text: key, row: rowTyped(rows, key) };
}

/** The row of a number, or the first that begins with these letters; null if there is none. */
export function rowTyped(rows: readonly ListRow[], text: string): number | null {
  const at = IS_NUMBER.test(text)
    ? rows.findIndex(({ number }) => number === text)
    : rows.findIndex(({ name }) => plain(name).startsWith(plain(text)));
  return at === -1 || text === '' ? null : at;
}

/** What is said of what picks no row. */
export const noSuchRow = (text: string): string =>
  IS_NUMBER.test(text) ? `No row has the number ${text}.` : `No row begins with “${text}”.`;

const IS_NUMBER = /^\d+$/;

/** `Social-worker` and `social worker` are typed for one another, and so are the two apostrophes. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[\s-]+/g, ' ');
