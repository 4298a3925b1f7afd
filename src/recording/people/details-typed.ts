/** Details of people as they are typed: one line of text, an address, yes or no. What may be a name is not echoed. */
import { isOneLine, NOT_AN_ADDRESS, plainAddress } from '../../core/address';
import { UsageError } from '../../errors';
import { oneOfTyped } from '../choice-typed';

type Read = (text: string, flag: string) => string;

/** One line of text. */
export function oneLineTyped(text: string, flag: string): string {
  if (isOneLine(text) && text.trim() !== '' && text.length <= 200) return text.trim();
  throw new UsageError(`${flag} is one line of text.`);
}

/** One plain e-mail address. */
export function addressTyped(text: string, flag: string): string {
  const address = plainAddress(text);
  if (address !== null) return address;
  // Not echoed if it has line breaks in it.
  throw new UsageError(`${flag}: ${isOneLine(text) ? `"${text}"` : 'that'} ${NOT_AN_ADDRESS}`);
}

/** True for yes, false for no; undefined if nothing was typed. */
export const yesTyped = (text: string | undefined, flag: string): boolean | undefined =>
  text === undefined ? undefined : oneOfTyped(['yes', 'no'], flag, text) === 'yes';

/** A detail as it is kept; null if an empty one takes away what was there, undefined if nothing was typed. */
export function orNone(
  text: string | undefined,
  flag: string,
  read: Read = oneLineTyped,
): string | null | undefined {
  return text === undefined ? undefined : text === '' ? null : read(text, flag);
}
