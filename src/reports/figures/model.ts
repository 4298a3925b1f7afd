/**
 * What a figure is. Each table counts things of one kind (reviews, steps, children); each of its columns says in one
 * sentence what it counts, and each cell keeps the references behind it, so that a number in doubt can be looked up. Pure.
 */
import { compare } from '../../core/compare';
import type { IsoDate } from '../../core/time/dates';

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
  /** Its day lies before the period, of which it is all the same: in no quarter or month of it. */
  readonly isOfBefore?: true;
}

export const GROUPS = ['iro', 'team', 'kind', 'month', 'quarter'] as const;
export type Group = (typeof GROUPS)[number];
/** By what there can be rows of what is counted once, on the last day. */
export const STOCK: readonly Group[] = ['iro', 'team'];

/** A column of a table. `of`: a share of those, in per cent. `days`: the median of so many days of each that is counted. */
export interface FigureColumn<T extends Counted> {
  readonly id: string;
  readonly head: string;
  /** One sentence: what it counts. */
  readonly says: string;
  readonly counts: (one: T) => boolean;
  readonly of?: (one: T) => boolean;
  /** The share is taken of those of all rows. */
  readonly ofAll?: boolean;
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
  /** The column of which years are compared row by row; `each`: every column so; `all`, or nothing said: each by the row of all. */
  readonly compares?: string | 'all' | 'each' | 'none';
  /** Things that are alike by this are the same to every amount: of a large unit one of them stands for all. */
  readonly alike?: (one: T) => string;
  readonly columns: readonly FigureColumn<T>[];
}

/** A number; null if there is nothing to take a share or a median of: not recorded is never nought. */
export interface Cell {
  readonly value: number | null;
  /** Of how many it is a share or a median. */
  readonly n: number | null;
  /** The references of what is counted, and of what it is a share of; none if nobody asked who is behind it. */
  readonly counted: readonly string[];
  readonly among: readonly string[] | null;
  /** It is not told: it is small, or something small could be worked out with it. Its value is null then. */
  readonly withheld?: true;
}

/** One thing that is counted, and what of the table it has a part in. */
export interface Thing extends Pick<Counted, 'ref' | 'on'> {
  readonly parts: readonly ThingPart[];
}

/** A part in a cell: `n` if the thing is counted there, `of` if the share is taken of it, or anything else that its value hangs on. */
export interface ThingPart {
  /** The row; null for all. */
  readonly row: string | null;
  readonly column: number;
  readonly as: string;
}

/** What the numbers of a column are. */
export type CellUnit = 'count' | 'percent' | 'days';

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
  /** The column of which years are compared row by row; `each`: every column so; `all`: each by the row of all. */
  readonly compares: string | 'all' | 'each' | 'none';
  readonly title: string;
  readonly head: string;
  readonly columns: readonly {
    readonly id: string;
    readonly head: string;
    readonly says: string;
    readonly unit: CellUnit;
  }[];
  readonly rows: readonly Row[];
  readonly total: Row | null;
  /** What it counts, one by one, if that was asked for: no face shows it. */
  readonly things?: readonly Thing[];
}

/** The rows of what began before the period, of what is not recorded, and of what stands together. */
export const BEFORE = 'before the period';
export const NOT_RECORDED = 'not recorded';
export const OTHERS = 'other reasons';
/** What is not recorded stands last, and before it what stands together. */
export const inOrder = (a: string, b: string): number => rank(a) - rank(b) || compare(a, b);
const rank = (key: string): number => [BEFORE, OTHERS, NOT_RECORDED].indexOf(key);

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
            const words =
              rank(row.key) >= 0
                ? row.words
                : clean(row.key, [...new Set(row.cells.flatMap(({ counted }) => counted))]);
            return { ...row, key: words, words };
          }),
        }
      : table,
  );
