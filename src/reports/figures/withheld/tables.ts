/**
 * What of a report's tables may be told to those who may not learn of anybody: small numbers are withheld, and as many
 * others as it takes that nobody can work one out. All tables of a report are looked at together. Pure.
 */

import { ofTable } from '../chapters';
import { BEFORE, type Cell, type Figures, type Row, type Thing, type ThingPart } from '../model';
import { type Hung, withheldCells } from './exchanges';
import { fteTold, isOfPosts, postsTold } from './posts';

/** A table, and what of it is told: all of it, the row of all alone, or nothing. `ofYear`: other years are told too. */
export interface ToTell {
  readonly table: Figures;
  readonly only: 'all' | 'none' | null;
  readonly ofYear?: true;
}

/** What a year has in common with the one before or after it, in the row of all: it is told in both, or in neither. */
const IN_TWO_YEARS: readonly (readonly [table: RegExp, row: string | null, column: string])[] = [
  [/^in-care/, null, 'at-start'],
  [/^in-care/, null, 'at-end'],
  [/^disputes/, null, 'open'],
  [/^disputes-quarters$/, BEFORE, 'disputes'],
];
/** Who is in such a row at the end of a year was in it when the next began: of these rows the end alone is told. */
const SAME_EACH_YEAR: ReadonlySet<string> = new Set([
  'in-care-by-sex',
  'in-care-by-ethnicity',
  'in-care-by-arrival',
]);

/** What one of the things of a table is in the world, so that those of several tables are known to be the same. */
type SameAs = { readonly what: string; readonly by: 'child' | 'reference' | 'day' };

const CHILD: SameAs = { what: 'child', by: 'child' };
const DISPUTE: SameAs = { what: 'dispute', by: 'reference' };
const REVIEW_DUE: SameAs = { what: 'review due', by: 'day' };
const REVIEW_HELD: SameAs = { what: 'review held', by: 'day' };
const STEP: SameAs = { what: 'step', by: 'day' };
const FORM: SameAs = { what: 'form', by: 'day' };
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
  'took-part-by-age': REVIEW_HELD,
  participation: REVIEW_HELD,
  'at-review': REVIEW_HELD,
  views: REVIEW_HELD,
  moved: REVIEW_HELD,
  permanence: REVIEW_HELD,
  seen: STEP,
  steps: STEP,
  disputes: DISPUTE,
  'disputes-by-theme': DISPUTE,
  'disputes-by-team': DISPUTE,
  beyond: DISPUTE,
  recommendations: { what: 'recommendation', by: 'reference' },
  quality: FORM,
  'quality-by-team': FORM,
  forecast: AHEAD,
  'forecast-by-chair': AHEAD,
  'forecast-by-day': AHEAD,
  board: AHEAD,
  'board-days': AHEAD,
  'board-overdue': AHEAD,
};

function keyOf(table: Figures, { ref, on }: Thing): string {
  const { what, by } = SAME[ofTable(table.id)] ?? CHILD;
  const which = by === 'child' ? ref.split('/')[0]! : by === 'day' ? `${ref} ${on}` : ref;
  return `${what}: ${which}`;
}
const kindOf = ({ id }: Figures): string => (SAME[ofTable(id)] ?? CHILD).what;

/** The tables without what is small and what would tell it, and without who is behind a number. */
const toldOf = (tables: readonly ToTell[]): Figures[] => withholding(tables).map(withNobodyBehind);

function withholding(tables: readonly ToTell[]): Figures[] {
  const cells: Hung[] = [];
  const places = tables.map((each) =>
    placesOf(isOfPosts(each.table) ? { ...each, only: 'none' } : each, cells),
  );
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
  return tables.map(({ table, only }, at) => {
    if (isOfPosts(table) && only === null) return postsTold(table);
    const row = (of: Row, key: string | null): Row => ({
      ...of,
      cells: of.cells.map((cell, column) => {
        const place = places[at]!.get(key)?.[column];
        return told(cell, place === undefined || withheld.has(place));
      }),
    });
    const { things: _, ...shown } = table;
    return fteTold({
      ...shown,
      rows: table.rows.map((each) => row(each, each.key)),
      total: table.total && row(table.total, null),
    });
  });
}

/** The number of each cell that is told, by its row and column. */
function placesOf(
  { table, only, ofYear }: ToTell,
  cells: Hung[],
): ReadonlyMap<string | null, readonly (number | undefined)[]> {
  const { rows, total, columns, id } = table;
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
        const column = columns[at]!;
        if (ofYear && key !== null && SAME_EACH_YEAR.has(id) && column.id !== 'at-end') return undefined;
        const isFixed =
          ofYear === true &&
          IN_TWO_YEARS.some(([of, inRow, which]) => of.test(id) && inRow === key && which === column.id);
        return (
          cells.push({
            isShare: column.unit === 'percent',
            value: value ?? 0,
            isOfAll: key === null,
            isFixed,
          }) - 1
        );
      }),
    ]),
  );
}

const partName = (place: number, { as }: ThingPart): string => `${place} ${as}`;

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

/**
 * What anyone may read of a year, the same in whichever report it is told: decided of all tables of the year at once, and of
 * no other year. `cuts` are by quarter.
 */
export function yearTold(
  tables: readonly Figures[],
  cuts: readonly Figures[],
): { readonly tables: Figures[]; readonly cuts: Figures[] } {
  const told = toldOf([
    ...tables.map((table): ToTell => ({ table, only: onlyAll(table), ofYear: true })),
    ...cuts.map((table): ToTell => ({ table, only: null, ofYear: true })),
  ]);
  return { tables: told.slice(0, tables.length).map(whole), cuts: told.slice(tables.length) };
}

/** What of a table anyone may read. */
const onlyAll = ({ isOfIros, isWritten, total }: Figures): ToTell['only'] =>
  !isOfIros && !isWritten ? null : total === null ? 'none' : 'all';

/** A table whose rows nobody but the unit may read, as one row of all. */
const whole = (table: Figures): Figures =>
  onlyAll(table) === 'all' ? { ...table, isWritten: false, rows: [table.total!], total: null } : table;
