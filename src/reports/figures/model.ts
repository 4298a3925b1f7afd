/**
 * What a figure is. Each table counts things of one kind (reviews, steps, children); each of its columns says in one
 * sentence what it counts, and each cell keeps the references behind it, so that a number in doubt can be looked up. Pure.
 */
import { compare } from '../../core/compare';
import type { IsoDate } from '../../core/time/dates';
import { monthWith, monthWords, quarterWith, quarterWords } from './period';
import { beginTally, join, type Tally, takeIn } from './tally';

/** One thing that is counted. */
export interface Counted {
  /** What to type to see it: `K1/3`. */
  readonly ref: string;
  /** The day by which it belongs to a period. */
  readonly on: IsoDate;
  /** What kind of review, step or dispute it is. */
  readonly kind: string;
  readonly team: string | null;
  readonly iro: string | null;
}

export const GROUPS = ['iro', 'team', 'kind', 'month', 'quarter'] as const;
export type Group = (typeof GROUPS)[number];
/** By what there can be rows of what is counted once, on the last day. */
export const STOCK: readonly Group[] = ['iro', 'team'];

/** A column of a table. `of`: a share of those, in per cent. `days`: the median of so many days of each that is counted. */
export interface Column<T extends Counted> {
  readonly id: string;
  readonly head: string;
  /** One sentence: what it counts. */
  readonly says: string;
  readonly counts: (one: T) => boolean;
  readonly of?: (one: T) => boolean;
  readonly days?: { readonly each: (one: T) => number; readonly take: 'median' | 'longest' };
  /** What all of a row comes to, if that is not how many are counted; null if it comes to nothing that can be said. */
  readonly amount?: (all: readonly T[]) => number | null;
}

/** A table as it is described: what it counts, by what, in which columns. */
export interface TableOf<T extends Counted> {
  readonly id: string;
  readonly title: string;
  /** What its rows are, if nothing else is asked for. */
  readonly by: {
    readonly head: string;
    readonly row: (one: T) => string | null;
    /** What the rows are of themselves, if they are one of the groups. */
    readonly group?: Group;
    /** What a row is called, if not by its key. */
    readonly words?: (key: string) => string;
    /** The rows are what people wrote: so many of those that were written most are shown, the rest together. */
    readonly written?: number;
  };
  /** Rows that there are though nothing is counted in them, in this order, with their words. */
  readonly rows?: readonly (readonly [key: string, words: string])[];
  /** False if what it counts cannot be added up over its rows, or need not be. */
  readonly hasTotal: boolean;
  /** By what its rows may be grouped instead; without it by anything. */
  readonly groups?: readonly Group[];
  readonly columns: readonly Column<T>[];
}

/** A number; null if there is nothing to take a share or a median of: not recorded is never nought. */
export interface Cell {
  readonly value: number | null;
  /** Of how many it is a share or a median. */
  readonly n: number | null;
  /** The references of what is counted, and of what it is a share of. */
  readonly counted: readonly string[];
  readonly among: readonly string[] | null;
  /** It is not told: it is small, or something small could be worked out with it. Its value is null then. */
  readonly withheld?: true;
}

/** One thing that is counted, and what of the table it has a part in. */
export interface Thing extends Pick<Counted, 'ref' | 'on'> {
  readonly parts: readonly Part[];
}

/** A part in a cell: `n` if the thing is counted there, `of` if the share is taken of it, or anything else that its value hangs on. */
export interface Part {
  /** The row; null for all. */
  readonly row: string | null;
  readonly column: number;
  readonly as: string;
}

export interface Row {
  readonly key: string;
  readonly words: string;
  readonly cells: readonly Cell[];
}

export interface Figures {
  readonly id: string;
  /** What its rows are, if they were asked for; null if they are its own. */
  readonly by: Group | null;
  /** Its rows are what people wrote, and may hold what is private: who it was is in the first column. */
  readonly isWritten: boolean;
  /** Each row is an IRO, or whoever chairs. */
  readonly isOfIros: boolean;
  readonly title: string;
  readonly head: string;
  readonly columns: readonly {
    readonly id: string;
    readonly head: string;
    readonly says: string;
    readonly unit: 'count' | 'percent' | 'days';
  }[];
  readonly rows: readonly Row[];
  readonly total: Row | null;
  /** What it counts, one by one, if that was asked for: no face shows it. */
  readonly things?: readonly Thing[];
}

const GROUP_HEADS: Readonly<Record<Group, string>> = {
  iro: 'IRO',
  team: 'Team',
  kind: 'Kind',
  month: 'Month',
  quarter: 'Quarter',
};
const GROUP_ROWS: Readonly<Record<Group, (one: Counted) => string | null>> = {
  iro: ({ iro }) => iro,
  team: ({ team }) => team,
  kind: ({ kind }) => kind,
  month: ({ on }) => monthWith(on),
  quarter: ({ on }) => quarterWith(on),
};
const NOT_RECORDED = 'not recorded';
const OTHERS = 'other reasons';
/** What a row is called, by what its rows are. */
const wordsOfRow = (key: string, group: Group | null): string =>
  group === 'month' ? monthWords(key) : group === 'quarter' && key !== NOT_RECORDED ? quarterWords(key) : key;

/** A table while its things are counted: each is taken in and let go. */
export interface Counting<T extends Counted> {
  take(one: T): void;
  figures(): Figures;
}

/** The table of these things, by its own rows or by those that were asked for. */
export function figuresOf<T extends Counted>(
  table: TableOf<T>,
  all: readonly T[],
  asked: Group | null,
  withThings = false,
): Figures {
  const counting = countingOf(table, asked, withThings);
  for (const one of all) counting.take(one);
  return counting.figures();
}

/** The same of things that come one by one. */
export function countingOf<T extends Counted>(
  { id, title, by, rows: known, hasTotal, groups = GROUPS, columns }: TableOf<T>,
  asked: Group | null,
  withThings: boolean,
): Counting<T> {
  const group = asked !== null && groups.includes(asked) ? asked : null;
  const called = group ?? by.group ?? null;
  const rowOf = group === null ? by.row : GROUP_ROWS[group];
  const keeps = withThings || columns.some(({ amount }) => amount !== undefined);
  const begin = (): Tally<T> => beginTally(columns, keeps);
  const byRow = new Map<string, Tally<T>>(
    (group === null ? (known ?? []) : []).map(([key]) => [key, begin()]),
  );
  const total = hasTotal || group !== null ? begin() : null;
  const words = new Map(known);
  const isWritten = group === null && by.written !== undefined;
  const calledIn = (key: string): string =>
    group === null && by.words !== undefined && key !== NOT_RECORDED
      ? by.words(key)
      : wordsOfRow(key, called);
  const row = (key: string, said: string, of: Tally<T>): Row => ({
    key,
    words: said,
    cells: columns.map((column, at) => cellOf(column, of, at)),
  });
  return {
    take(one) {
      const key = rowOf(one) ?? NOT_RECORDED;
      const found = byRow.get(key) ?? begin();
      if (found.size === 0) byRow.set(key, found);
      takeIn(columns, found, one);
      if (total !== null) takeIn(columns, total, one);
    },
    figures() {
      const shown = isWritten ? withRest(byRow, by.written, begin) : byRow;
      const rows = [...shown].map(([key, of]) => row(key, words.get(key) ?? calledIn(key), of));
      if (group !== null || known === undefined) rows.sort((a, b) => inOrder(a.key, b.key));
      return {
        ...{ id, title, isWritten, by: group, isOfIros: called === 'iro' },
        head: group === null ? by.head : GROUP_HEADS[group],
        columns: columns.map((column) => ({
          id: column.id,
          head: column.head,
          says: column.says,
          unit: column.of ? 'percent' : column.days ? 'days' : 'count',
        })),
        rows,
        total: total && row('all', 'All', total),
        ...(withThings && { things: thingsOf(columns, shown) }),
      };
    },
  };
}

/** Each thing of the rows with every part that it has in its row, and in all. */
function thingsOf<T extends Counted>(
  columns: readonly Column<T>[],
  byRow: ReadonlyMap<string, Tally<T>>,
): Thing[] {
  return [...byRow].flatMap(([row, { all }]) =>
    (all ?? []).map((one) => ({
      ...{ ref: one.ref, on: one.on },
      parts: columns.flatMap((column, at) =>
        partsIn(column, one).flatMap((as): Part[] => [
          { row, column: at, as },
          { row: null, column: at, as },
        ]),
      ),
    })),
  );
}

/** What a value comes to may hang on anything that is known of a thing, but for which one it is. */
function partsIn<T extends Counted>({ counts, of, days, amount }: Column<T>, one: T): string[] {
  const isCounted = counts(one);
  return [
    ...(isCounted ? ['n'] : []),
    ...(of?.(one) ? ['of'] : []),
    ...(days && isCounted ? [`days ${days.each(one)}`] : []),
    ...(amount ? [JSON.stringify({ ...one, ref: '', on: '' })] : []),
  ];
}

/** The rows that are the longest; what is in the others is one. */
function withRest<T>(
  byRow: ReadonlyMap<string, Tally<T>>,
  most: number,
  begin: () => Tally<T>,
): ReadonlyMap<string, Tally<T>> {
  const rest = [...byRow]
    .filter(([key]) => key !== NOT_RECORDED)
    .sort(([a, all], [b, others]) => others.size - all.size || compare(a, b))
    .slice(most);
  if (rest.length === 0) return byRow;
  const shown = new Map(byRow);
  const others = begin();
  for (const [key, tally] of rest) {
    shown.delete(key);
    join(others, tally);
  }
  return shown.set(OTHERS, others);
}

/** What is not recorded stands last, and before it what stands together. */
const inOrder = (a: string, b: string): number => rank(a) - rank(b) || compare(a, b);
const rank = (key: string): number => [OTHERS, NOT_RECORDED].indexOf(key);

function cellOf<T extends Counted>(
  { of, days, amount }: Column<T>,
  { cells, all }: Tally<T>,
  at: number,
): Cell {
  const { counted, among, each } = cells[at]!;
  if (of)
    return {
      value: among!.length === 0 ? null : Math.round((1000 * counted.length) / among!.length) / 10,
      ...{ n: among!.length, counted, among },
    };
  if (days) {
    const sorted = [...each!].sort((a, b) => a - b);
    return { value: taken(sorted, days.take), n: sorted.length, counted, among: null };
  }
  return { value: amount ? amount(all!) : counted.length, n: null, counted, among: null };
}

function taken(sorted: readonly number[], take: 'median' | 'longest'): number | null {
  const [middle, last] = [(sorted.length - 1) / 2, sorted.at(-1)];
  if (last === undefined) return null;
  return take === 'longest' ? last : (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

/** The same tables with every row that people wrote in other words: `clean` has the words, and who is counted there. */
export const cleaned = (
  tables: readonly Figures[],
  clean: (text: string, refs: readonly string[]) => string,
): readonly Figures[] =>
  tables.map((table) =>
    table.isWritten
      ? {
          ...table,
          rows: table.rows.map((row) => {
            const words = rank(row.key) >= 0 ? row.words : clean(row.key, row.cells[0]?.counted ?? []);
            return { ...row, key: words, words };
          }),
        }
      : table,
  );
