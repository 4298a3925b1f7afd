/**
 * What of a report's tables may be told to those who may not learn of anybody: small numbers are withheld, and as many
 * others as it takes that nobody can work one out. All tables of a report are looked at together. Pure.
 */
import type { Cell, Figures, Part, Row, Thing } from '../model';
import { type Hung, withheldCells } from './exchanges';

/** A table, and what of it is told: all of it, the row of all alone, or nothing. */
export interface ToTell {
  readonly table: Figures;
  readonly only: 'all' | 'none' | null;
}

/** What one of the things of a table is in the world, so that those of several tables are known to be the same. */
type SameAs = { readonly what: string; readonly by: 'child' | 'reference' | 'day' };

const CHILD: SameAs = { what: 'child', by: 'child' };
const DISPUTE: SameAs = { what: 'dispute', by: 'reference' };
const REVIEW_DUE: SameAs = { what: 'review due', by: 'day' };
const REVIEW_HELD: SameAs = { what: 'review held', by: 'day' };
const STEP: SameAs = { what: 'step', by: 'day' };
const AHEAD: SameAs = { what: 'to come', by: 'day' };

/** A table that is not named here counts children: whatever is of a child goes with the child, which is never too little. */
const SAME: Readonly<Record<string, SameAs>> = {
  reviews: REVIEW_DUE,
  'reviews-by-kind': REVIEW_DUE,
  'reviews-by-month': REVIEW_DUE,
  'how-late': REVIEW_DUE,
  'why-late': REVIEW_DUE,
  children: { what: 'child with a review', by: 'child' },
  'took-part': REVIEW_HELD,
  participation: REVIEW_HELD,
  seen: STEP,
  steps: STEP,
  disputes: DISPUTE,
  'disputes-by-theme': DISPUTE,
  beyond: DISPUTE,
  recommendations: { what: 'recommendation', by: 'reference' },
  quality: { what: 'form', by: 'day' },
  forecast: AHEAD,
  'forecast-by-chair': AHEAD,
  'forecast-by-day': AHEAD,
  board: AHEAD,
  'board-days': AHEAD,
  'board-overdue': AHEAD,
};

function keyOf(table: Figures, { ref, on }: Thing): string {
  const { what, by } = SAME[table.id] ?? CHILD;
  const which = by === 'child' ? ref.split('/')[0]! : by === 'day' ? `${ref} ${on}` : ref;
  return `${what}: ${which}`;
}
const kindOf = ({ id }: Figures): string => (SAME[id] ?? CHILD).what;

/** The tables without what is small and what would tell it, and without who is behind a number. */
export const toldOf = (tables: readonly ToTell[]): Figures[] => withholding(tables).map(withNobodyBehind);

function withholding(tables: readonly ToTell[]): Figures[] {
  const cells: Hung[] = [];
  const places = tables.map(({ table, only }) => placesOf(table, only, cells));
  const things = new Map<string, { kind: string; parts: string[] }>();
  tables.forEach(({ table, only }, at) => {
    if (only === 'none') return;
    for (const thing of table.things ?? []) {
      const key = keyOf(table, thing);
      const own = things.get(key) ?? { kind: kindOf(table), parts: [] };
      things.set(key, own);
      for (const part of thing.parts) {
        const place = places[at]!.get(part.row)?.[part.column];
        if (place !== undefined) own.parts.push(partName(place, part));
      }
    }
  });
  const withheld = withheldCells(cells, [...things.values()]);
  return tables.map(({ table }, at) => {
    const row = (of: Row, key: string | null): Row => ({
      ...of,
      cells: of.cells.map((cell, column) => told(cell, withheld.has(places[at]!.get(key)?.[column] ?? -1))),
    });
    const { things: _, ...shown } = table;
    return {
      ...shown,
      rows: table.rows.map((each) => row(each, each.key)),
      total: table.total && row(table.total, null),
    };
  });
}

/** The number of each cell that is told, by its row. */
function placesOf(
  { rows, total, columns }: Figures,
  only: ToTell['only'],
  cells: Hung[],
): ReadonlyMap<string | null, readonly number[]> {
  const shown: (readonly [string | null, Row])[] =
    only === 'none'
      ? []
      : [
          ...(only === 'all' && total !== null ? [] : rows.map((row) => [row.key, row] as const)),
          ...(total === null ? [] : [[null, total] as const]),
        ];
  return new Map(
    shown.map(([key, row]) => [
      key,
      row.cells.map(({ value }, at) => {
        const isShare = columns[at]!.unit === 'percent';
        return cells.push({ isShare, value: value ?? 0, isOfAll: key === null }) - 1;
      }),
    ]),
  );
}

const partName = (place: number, { as }: Part): string => `${place} ${as}`;

const told = (cell: Cell, isWithheld: boolean): Cell =>
  isWithheld ? { ...cell, value: null, n: null, withheld: true } : cell;

function withNobodyBehind(table: Figures): Figures {
  const row = (of: Row): Row => ({
    ...of,
    cells: of.cells.map((cell) => ({ ...cell, counted: [], among: null })),
  });
  return { ...table, rows: table.rows.map(row), total: table.total && row(table.total) };
}

/** For those who may not read a name. `clean` takes what is private out of what was written, while it is known of whom. */
export const withheldIn = (
  tables: readonly Figures[],
  clean: (tables: readonly Figures[]) => readonly Figures[],
): Figures[] => clean(withholding(tables.map((table) => ({ table, only: null })))).map(withNobodyBehind);

/** For anyone: without a row for an IRO, and without what people wrote. */
export const forAnyone = (tables: readonly Figures[]): Figures[] =>
  toldOf(tables.map((table) => ({ table, only: onlyAll(table) }))).flatMap((table) =>
    table.isOfIros && table.total === null ? [] : [whole(table)],
  );

/** What of a table anyone may read. */
export const onlyAll = ({ isOfIros, isWritten, total }: Figures): ToTell['only'] =>
  !isOfIros && !isWritten ? null : total === null ? 'none' : 'all';

/** A table whose rows nobody but the unit may read, as one row of all. */
export const whole = (table: Figures): Figures =>
  onlyAll(table) === 'all' ? { ...table, isWritten: false, rows: [table.total!], total: null } : table;
