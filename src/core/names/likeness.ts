/**
 * Names of people and teams: how one is kept, and when two that were typed are the same. Pure, and small: the
 * morning's list reads it. When two are close without being the same says core/names/closeness.ts.
 */

// Controls, the separators of lines and paragraphs, what turns the direction of reading, and what takes no
// room and says nothing. The joiners (U+200C, U+200D) are no such thing: Persian and Indic names have them.
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;
const JOINERS = /[\u200c\u200d]/g;
const APOSTROPHES = /[\u0060\u00b4\u02b9\u02bb\u02bc\u02bd\u02c8\u2018\u2019\u201b\u2032\uff07]/g;
const HYPHENS = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const SPACES = /[\s\u00a0]+/g;
const ORDINARY = /^[A-Za-z0-9'.,&()-]+(?: [A-Za-z0-9'.,&()-]+)*$/;

/** True if a sign is an apostrophe of whatever kind but the plain one. */
export const isApostrophe = (sign: string): boolean => sign.replace(APOSTROPHES, '') === '';

/** What a name may not hold, as `U+202E`; null if it holds nothing of the kind. */
export function hiddenIn(name: string): string | null {
  const found = HIDDEN.exec(name)?.[0];
  return found === undefined
    ? null
    : `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A name as it is kept: composed (NFC), without spaces around it, one space between its words. */
export function tidyName(name: string): string {
  return ORDINARY.test(name) ? name : name.normalize('NFC').replaceAll(SPACES, ' ').trim();
}

/**
 * By which a name is looked up: names that differ in case, Unicode form, kind of apostrophe, hyphen or space
 * alone have one key.
 */
export function nameKey(name: string): string {
  if (ORDINARY.test(name)) return name.toLowerCase();
  return (
    tidyName(name)
      .replaceAll(JOINERS, '')
      .replaceAll(APOSTROPHES, "'")
      .replaceAll(HYPHENS, '-')
      // By way of capitals, so that ß and SS are one, and a sigma is the same wherever it stands.
      .toUpperCase()
      .toLowerCase()
      .normalize('NFC')
  );
}

/** True if both are the same name; nobody's name is like none. */
export const isSameName = (a: string | null | undefined, b: string): boolean =>
  a === b || (typeof a === 'string' && nameKey(a) === nameKey(b));
