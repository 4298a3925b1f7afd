/** Addresses of e-mail as people type them, and which machine is this one. */

/** What goes there goes over no network. */
export const LOOPBACK: readonly string[] = ['127.0.0.1', '::1', 'localhost'];

const PLAIN =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

/**
 * One plain address, `name@council.gov.uk`, or null. No display name, no list, and nothing that
 * could become another line of a message.
 */
export function plainAddress(text: string): string | null {
  if (isOneLine(text) && PLAIN.test(text.trim()) && text.trim().length <= 254) return text.trim();
  return null;
}

/** True for text without line breaks or other control characters. */
export function isOneLine(text: string): boolean {
  return !/\p{Cc}/u.test(text);
}

/** What to say of an address that is none. */
export const NOT_AN_ADDRESS = 'is not one plain e-mail address, such as name@council.gov.uk.';
