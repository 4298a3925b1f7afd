/** Refused rows as they stood, with the reason before each: to be put right, and imported again as they are. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors';
import type { FoundSheet } from '../cases/sheets';
import { toCsv } from '../csv-out';
import type { RefusedRow } from '../ssda903/report';

/** The columns that go before those of the file; the import leaves them out. */
const BEFORE = ['Refused because', 'What to do'];

/** A file of the rows that were refused. */
export interface RefusedFile {
  readonly name: string;
  readonly csv: string;
}

/** A file for each table of which rows were refused, by its name. */
export function refusedFiles(sheets: readonly FoundSheet[], refused: readonly RefusedRow[]): RefusedFile[] {
  return sheets.flatMap(({ file, table, csv }) => {
    const why = new Map<number, RefusedRow>();
    for (const row of refused) if (row.file === file && !why.has(row.line)) why.set(row.line, row);
    const rows = csv.rows.filter(({ line }) => why.has(line));
    if (rows.length === 0 || csv.header === null) return [];
    const heading = csv.header.values;
    const [first, second] = BEFORE.map((name) => heading.indexOf(name));
    const own = (values: readonly string[]): string[] =>
      values.filter((_, at) => at !== first && at !== second);
    const lines = rows.map(({ line, values }) => [why.get(line)!.why, why.get(line)!.next, ...own(values)]);
    return [{ name: `${table}.csv`, csv: toCsv([[...BEFORE, ...own(heading)], ...lines]) }];
  });
}

/** Writes them so that only their owner can read them: one file, or a folder of several. Gives where they are. */
export function writeRefused(path: string, files: readonly RefusedFile[]): string {
  const [first] = files;
  const write = (to: string, text: string): void => writeFileSync(to, text, { mode: 0o600, flag: 'wx' });
  try {
    if (files.length === 1) write(path, first!.csv);
    else {
      mkdirSync(path, { mode: 0o700 });
      for (const { name, csv } of files) write(join(path, name), csv);
    }
    return path;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'EEXIST'
      ? new UserError(`${path} is there already.`, 'Choose another name for --refused. Nothing was saved.')
      : new UserError(`${path} cannot be written (${code ?? 'unknown'}).`, 'Nothing was saved.');
  }
}
