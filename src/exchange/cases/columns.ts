/** Which sheets a map speaks of, and in which columns of one the map's cells stand. */

import { columnsNamed } from '../../law/maps/columns-named';
import type { CaseMap, MapCell, MapTable } from '../../law/maps/map';
import type { FoundSheet } from './sheets';

/** One table of the map with the sheet that it is. */
export interface MappedTable {
  readonly sheet: FoundSheet;
  readonly table: MapTable;
  /** The columns of the sheet under any of these headings, in the order of the headings. */
  places(headings: readonly string[]): readonly number[];
}

/** As headings are compared: without capitals, spaces and signs. */
export const plainHeading = (heading: string): string =>
  heading.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Finds the columns of a sheet by their headings. */
export function placesIn({ csv }: FoundSheet): (headings: readonly string[]) => number[] {
  const byHeading = new Map<string, number>();
  csv.header?.values.forEach((heading, at) => {
    const plain = plainHeading(heading);
    if (plain !== '' && !byHeading.has(plain)) byHeading.set(plain, at);
  });
  return (headings) => headings.flatMap((heading) => byHeading.get(plainHeading(heading)) ?? []);
}

/** The tables of the map that a sheet is: by its name, or by its columns if the name is no table's. */
export function tablesIn(map: CaseMap, sheet: FoundSheet, isOnly: boolean): MappedTable[] {
  const { header } = sheet.csv;
  if (header === null) return [];
  const places = placesIn(sheet);
  const called = map.tables.filter(({ table }) => plainHeading(table) === plainHeading(sheet.table));
  const one = new Set(map.tables.map(({ table }) => table)).size === 1;
  const tables =
    called.length > 0
      ? called
      : map.tables.filter((table) => (one && isOnly) || hasItsColumns(table, places));
  return tables.map((table) => ({ sheet, table, places }));
}

/** Its child's number is there, and so is most of what else it reads. */
function hasItsColumns(table: MapTable, places: (headings: readonly string[]) => number[]): boolean {
  const named = columnsNamed(table);
  const there = named.filter((headings) => places(headings).length > 0).length;
  const key = table.key === null ? there > 0 : places(table.key.columns).length > 0;
  return key && there > 1 && there >= named.length / 2;
}

/** Headings of the sheet that no table of the map reads. */
export function headingsNotRead(tables: readonly MappedTable[], elsewhere: readonly string[]): string[] {
  const [first] = tables;
  if (first === undefined) return [];
  const read = new Set(tables.flatMap(({ table, places }) => columnsNamed(table).flatMap(places)));
  for (const at of first.places(elsewhere)) read.add(at);
  return first.sheet.csv.header!.values.filter((heading, at) => heading !== '' && !read.has(at));
}

/** What a row has in a cell of the map: the first of its columns that is not blank, in the map's own words. */
export function textIn(
  { sheet, places }: MappedTable,
  cell: MapCell,
  values: readonly string[],
): { readonly text: string; readonly column: string; readonly isDropped: boolean } {
  if (cell.is !== null) return { text: cell.is, column: '', isDropped: false };
  for (const at of places(cell.columns)) {
    const written = values[at] ?? '';
    if (written === '') continue;
    const word = cell.words[written.toLowerCase()];
    const column = sheet.csv.header!.values[at]!;
    if (word === null) return { text: '', column, isDropped: true };
    return { text: word ?? written, column, isDropped: false };
  }
  const [at] = places(cell.columns);
  const column = at === undefined ? (cell.columns[0] ?? '') : sheet.csv.header!.values[at]!;
  return { text: '', column, isDropped: false };
}
