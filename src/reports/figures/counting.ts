/** Things counted into the tables that describe them, one by one: each is taken in and let go. Pure. */
import { compare } from '../../core/compare';
import {
  BEFORE,
  type Cell,
  type Counted,
  type FigureColumn,
  type Figures,
  GROUPS,
  type Group,
  inOrder,
  NOT_RECORDED,
  OTHERS,
  type Row,
  type TableOf,
  type Thing,
  type ThingPart,
} from './model';
import { monthWith, monthWords, quarterWith, quarterWords } from './period';
import { beginTally, join, type Tally, type TallyKept, takeIn } from './tally';

export type { TallyKept } from './tally';

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
  month: ({ on, isOfBefore }) => (isOfBefore ? BEFORE : monthWith(on)),
  quarter: ({ on, isOfBefore }) => (isOfBefore ? BEFORE : quarterWith(on)),
};
/** What a row is called, by what its rows are. */
const wordsOfRow = (key: string, group: Group | null): string =>
  key === BEFORE || key === NOT_RECORDED
    ? key
    : group === 'month'
      ? monthWords(key)
      : group === 'quarter'
        ? quarterWords(key)
        : key;

/** A table while its things are counted: each is taken in and let go. */
export interface TableCounting<T extends Counted> {
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
  const counting = countingOf(table, asked, { refs: true, things: withThings });
  for (const one of all) counting.take(one);
  return counting.figures();
}

/** The same of things that come one by one. */
export function countingOf<T extends Counted>(
  { id, title, by, rows: known, hasTotal, groups = GROUPS, compares = 'all', alike, columns }: TableOf<T>,
  asked: Group | null,
  keeping: TallyKept,
): TableCounting<T> {
  const group = asked !== null && groups.includes(asked) ? asked : null;
  const called = group ?? by.group ?? null;
  const rowOf = group === null ? by.row : GROUP_ROWS[group];
  const isWritten = group === null && by.written !== undefined;
  const begin = (): Tally<T> =>
    beginTally(columns, {
      // What people wrote is shown without what is private of those behind it.
      refs: keeping.refs || isWritten,
      things: keeping.things || columns.some(({ amount }) => amount !== undefined),
    });
  const byRow = new Map<string, Tally<T>>(
    (group === null ? (known ?? []) : []).map(([key]) => [key, begin()]),
  );
  const total = hasTotal || group !== null ? begin() : null;
  const words = new Map(known);
  const calledIn = (key: string): string =>
    group === null && by.words !== undefined && key !== NOT_RECORDED
      ? by.words(key)
      : wordsOfRow(key, called);
  const row = (key: string, said: string, of: Tally<T>): Row => ({
    key,
    words: said,
    cells: columns.map((column, at) => cellOf(column, of, total, at)),
  });
  const stands = new Map<string, T>();
  const keptOf = (one: T): T => {
    if (alike === undefined || keeping.things) return one;
    const like = alike(one);
    const first = stands.get(like) ?? one;
    stands.set(like, first);
    return first;
  };
  return {
    take(one) {
      const kept = keptOf(one);
      const key = rowOf(one) ?? NOT_RECORDED;
      const found = byRow.get(key) ?? begin();
      if (found.size === 0) byRow.set(key, found);
      takeIn(columns, found, one, kept);
      if (total !== null) takeIn(columns, total, one, kept);
    },
    figures() {
      const shown = isWritten ? withRest(byRow, by.written, begin) : byRow;
      const rows = [...shown].map(([key, of]) => row(key, words.get(key) ?? calledIn(key), of));
      if (group !== null || known === undefined) rows.sort((a, b) => inOrder(a.key, b.key));
      return {
        ...{ id, title, isWritten, by: group, isOfIros: called === 'iro', compares },
        head: group === null ? by.head : GROUP_HEADS[group],
        columns: columns.map((column) => ({
          id: column.id,
          head: column.head,
          says: column.says,
          unit: column.of ? 'percent' : column.days ? 'days' : 'count',
        })),
        rows,
        total: total && row('all', 'All', total),
        ...(keeping.things && { things: thingsOf(columns, shown) }),
      };
    },
  };
}

/** Each thing of the rows with every part that it has in its row, and in all. */
function thingsOf<T extends Counted>(
  columns: readonly FigureColumn<T>[],
  byRow: ReadonlyMap<string, Tally<T>>,
): Thing[] {
  const rows = [...byRow.keys()];
  return [...byRow].flatMap(([row, { all }]) =>
    (all ?? []).map((one) => ({
      ...{ ref: one.ref, on: one.on },
      parts: columns.flatMap((column, at) =>
        partsIn(column, one).flatMap((as): ThingPart[] =>
          [...(as === 'of' && column.ofAll ? rows : [row]), null].map((each) => ({
            ...{ row: each, column: at, as },
          })),
        ),
      ),
    })),
  );
}

/** What a value comes to may hang on anything that is known of a thing, but for which one it is. */
function partsIn<T extends Counted>({ counts, of, days, amount }: FigureColumn<T>, one: T): string[] {
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

function cellOf<T extends Counted>(
  { of, ofAll, days, amount }: FigureColumn<T>,
  { cells, all }: Tally<T>,
  total: Tally<T> | null,
  at: number,
): Cell {
  const { counted, each } = cells[at]!;
  const refs = counted.refs ?? [];
  if (of) {
    const among = (ofAll && total !== null ? total : { cells }).cells[at]!.among!;
    return {
      value: among.n === 0 ? null : Math.round((1000 * counted.n) / among.n) / 10,
      ...{ n: among.n, counted: refs, among: among.refs ?? [] },
    };
  }
  if (days) {
    const sorted = [...each!].sort((a, b) => a - b);
    return { value: taken(sorted, days.take), n: sorted.length, counted: refs, among: null };
  }
  return { value: amount ? amount(all!) : counted.n, n: null, counted: refs, among: null };
}

function taken(sorted: readonly number[], take: 'median' | 'longest'): number | null {
  const [middle, last] = [(sorted.length - 1) / 2, sorted.at(-1)];
  if (last === undefined) return null;
  return take === 'longest' ? last : (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}
