/** Whole numbers as people type them for a flag. */
import { UsageError } from '../errors';

/** The number of a flag, or what stands if none was typed. `to`: the largest that is taken. */
export function numberTyped<T extends number | undefined>(
  typed: string | undefined,
  flag: string,
  otherwise: T,
  { from = 1, to = Number.POSITIVE_INFINITY, such = '' } = {},
): number | T {
  if (typed === undefined) return otherwise;
  const number = /^\d{1,10}$/.test(typed) ? Number(typed) : Number.NaN;
  if (number >= from && number <= to) return number;
  const upTo = to === Number.POSITIVE_INFINITY ? '' : ` to ${to}`;
  throw new UsageError(`${flag} is a whole number from ${from}${upTo}; not "${typed}".`, such);
}
