/** What is kept of the things of a row: no more of each than its columns need. Pure. */
import type { Counted, FigureColumn } from './model';

/** What is kept for one column. */
interface TalliedCell {
  /** The references of what is counted, and of what it is a share of. */
  readonly counted: string[];
  readonly among: string[] | null;
  /** The days of each, if days are counted. */
  readonly each: number[] | null;
}

/** What is kept of a row. */
export interface Tally<T> {
  size: number;
  readonly cells: readonly TalliedCell[];
  /** The things themselves, if something hangs on all that is known of them. */
  readonly all: T[] | null;
}

/** A row without anything in it. `keeps`: its things are kept themselves. */
export const beginTally = <T extends Counted>(
  columns: readonly FigureColumn<T>[],
  keeps: boolean,
): Tally<T> => ({
  size: 0,
  cells: columns.map(({ of, days }) => ({ counted: [], among: of ? [] : null, each: days ? [] : null })),
  all: keeps ? [] : null,
});

/** Counts one more. */
export function takeIn<T extends Counted>(
  columns: readonly FigureColumn<T>[],
  tally: Tally<T>,
  one: T,
): void {
  tally.size += 1;
  tally.all?.push(one);
  for (let at = 0; at < columns.length; at++) {
    const { counts, of, days } = columns[at]!;
    const { counted, among, each } = tally.cells[at]!;
    if (of?.(one)) among!.push(one.ref);
    if (!counts(one)) continue;
    counted.push(one.ref);
    if (days) each!.push(days.each(one));
  }
}

/** Counts all that another row has too. */
export function join<T>(tally: Tally<T>, { size, cells, all }: Tally<T>): void {
  tally.size += size;
  cells.forEach(({ counted, among, each }, at) => {
    const own = tally.cells[at]!;
    for (const ref of counted) own.counted.push(ref);
    for (const ref of among ?? []) own.among!.push(ref);
    for (const days of each ?? []) own.each!.push(days);
  });
  for (const one of all ?? []) tally.all!.push(one);
}
