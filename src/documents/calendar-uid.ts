/** What a calendar knows a meeting by: it is the same whenever it is made of the same, and tells nothing. */
import { createHash } from 'node:crypto';

export const calendarUid = (of: readonly (string | number | null)[]): string =>
  `${createHash('sha256').update(of.join('/')).digest('hex').slice(0, 32)}@irotool`;
