/** The tables of the dataset as CSV, a file a table, given bit by bit as the rows are made. */
import type { Context, Unit } from '../../../context';
import { toCsv } from '../../csv-out';
import { SSD_TABLES, ssdRows } from './make';
import type { SsdColumns } from './table';

export const ssdFile = ({ name }: Pick<SsdColumns, 'name'>): string => `${name}.csv`;

/** Hands on the text of each file by its place among the tables. How many rows each table has, by its name. */
export function ssdAsCsv(
  context: Context,
  unit: Unit,
  names: boolean,
  append: (at: number, text: string) => void,
): ReadonlyMap<string, number> {
  const counts = new Map(SSD_TABLES.map(({ name }) => [name, 0]));
  const place = new Map(SSD_TABLES.map(({ name }, at) => [name, at]));
  for (const [at, { fields }] of SSD_TABLES.entries()) append(at, asCsv([fields.map(({ name }) => name)]));
  for (const { table, rows } of ssdRows(context, unit, names)) {
    // What is not recorded is blank.
    append(place.get(table)!, asCsv(rows.map((row) => row.map((value) => value ?? ''))));
    counts.set(table, counts.get(table)! + rows.length);
  }
  return counts;
}

const asCsv = (rows: readonly (readonly (string | number)[])[]): string => toCsv(rows, { bom: false });
