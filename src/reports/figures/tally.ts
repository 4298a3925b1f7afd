/** What is kept of the things of a row: no more of each than its columns need, and than is asked for. Pure. */
import type { Counted, FigureColumn } from './model';

/** What is kept of those that are counted. `refs`: of a large unit their references are dear, and most ask for none. */
interface Tallied {
  n: number;
  readonly refs: string[] | null;
}

/** What is kept for one column. */
interface TalliedCell {
  readonly counted: Tallied;
  /** Those of which it is a share. */
  readonly among: Tallied | null;
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

/** What is kept of each thing besides its numbers. */
export interface TallyKept {
  readonly refs: boolean;
  /** The things themselves. */
  readonly things: boolean;
}

/** A row without anything in it. */
export function beginTally<T extends Counted>(
  columns: readonly FigureColumn<T>[],
  keeping: TallyKept,
): Tally<T> {
  const tallied = (): Tallied => ({ n: 0, refs: keeping.refs ? [] : null });
  return {
    size: 0,
    cells: columns.map(({ of, days }) => ({
      ...{ counted: tallied(), among: of ? tallied() : null, each: days ? [] : null },
    })),
    all: keeping.things ? [] : null,
  };
}

/** Counts one more. `kept`: what is kept of it, if things are. */
export function takeIn<T extends Counted>(
  columns: readonly FigureColumn<T>[],
  tally: Tally<T>,
  one: T,
  kept: T,
): void {
  tally.size += 1;
  tally.all?.push(kept);
  for (let at = 0; at < columns.length; at++) {
    const { counts, of, days } = columns[at]!;
    const { counted, among, each } = tally.cells[at]!;
    if (of?.(one)) add(among!, one);
    if (!counts(one)) continue;
    add(counted, one);
    if (days) each!.push(days.each(one));
  }
}

function add(tallied: Tallied, { ref }: Counted): void {
  tallied.n += 1;
  tallied.refs?.push(ref);
}

/** Counts all that another row has too. */
export function join<T>(tally: Tally<T>, { size, cells, all }: Tally<T>): void {
  tally.size += size;
  cells.forEach(({ counted, among, each }, at) => {
    const own = tally.cells[at]!;
    addAll(own.counted, counted);
    if (among !== null) addAll(own.among!, among);
    for (const days of each ?? []) own.each!.push(days);
  });
  for (const one of all ?? []) tally.all!.push(one);
}

function addAll(tallied: Tallied, { n, refs }: Tallied): void {
  tallied.n += n;
  for (const ref of refs ?? []) tallied.refs!.push(ref);
}
