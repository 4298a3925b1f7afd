/** Columns that most tables have, said once. */
import type { Counted, FigureColumn } from '../model';

/** Everything in the table. */
export const every = <T extends Counted>(id: string, head: string, says: string): FigureColumn<T> => ({
  ...{ id, head, says },
  counts: () => true,
});

/** Those of which something holds. */
export const those = <T extends Counted>(
  id: string,
  head: string,
  says: string,
  counts: (one: T) => boolean,
): FigureColumn<T> => ({ ...{ id, head, says, counts } });

/** The share of those of which something holds, of all, or of those of which it is known. */
export const shareOf = <T extends Counted>(
  id: string,
  head: string,
  says: string,
  counts: (one: T) => boolean,
  of: (one: T) => boolean = () => true,
): FigureColumn<T> => ({ ...{ id, head, says, of }, counts: (one) => of(one) && counts(one) });

/** The median, or the longest, of so many days. */
export const daysOf = <T extends Counted>(
  id: string,
  head: string,
  says: string,
  each: (one: T) => number | null,
  take: 'median' | 'longest',
): FigureColumn<T> => ({
  ...{ id, head, says },
  counts: (one) => each(one) !== null,
  days: { each: (one) => each(one) ?? 0, take },
});

/** What all of a row comes to; behind it are those of which something holds. */
export const amountOf = <T extends Counted>(
  id: string,
  head: string,
  says: string,
  counts: (one: T) => boolean,
  amount: (all: readonly T[]) => number | null,
): FigureColumn<T> => ({ ...{ id, head, says, counts, amount } });
