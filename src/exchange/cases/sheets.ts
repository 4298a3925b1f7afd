/** The files and sheets that may be tables of another system: a folder of CSV, one file of CSV, one workbook. */
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UserError } from '../../errors';
import { readBytes } from '../../text-file';
import { type CsvFile, readCsv } from '../csv';
import { readWorkbook } from './workbook';

/** A table as it was found: a file of CSV, or a sheet of a workbook. */
export interface FoundSheet {
  /** What it is called where a row of it is spoken of: `cases.csv`, `old list.xlsx, Children`. */
  readonly file: string;
  /** By which a map knows it: the name of the file without its ending, or of the sheet. */
  readonly table: string;
  readonly csv: CsvFile;
}

const MOST_BYTES = 400_000_000;

/** Reads what was named: every CSV file and workbook of a folder, or the one file. */
export async function sheetsOf(path: string): Promise<FoundSheet[]> {
  const files = filesIn(path);
  const sheets: FoundSheet[] = [];
  for (const file of files) {
    const bytes = readBytes(file, file, MOST_BYTES);
    const name = basename(file);
    const table = name.replace(/\.[^.]+$/, '');
    if (/\.csv$/i.test(name)) sheets.push({ file: name, table, csv: readCsv(bytes) });
    else {
      for (const { sheet, csv } of await readWorkbook(name, bytes))
        sheets.push({ file: `${name}, ${sheet}`, table: sheet, csv });
    }
  }
  return sheets;
}

function filesIn(path: string): string[] {
  const isFolder = inWords(path, () => statSync(path).isDirectory());
  if (!isFolder) {
    if (!READ.test(path)) {
      throw new UserError(
        `${path} is neither CSV nor a workbook (.xlsx).`,
        'Save it as CSV (comma delimited) and import that.',
      );
    }
    return [path];
  }
  const found = inWords(path, () => readdirSync(path, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && READ.test(entry.name) && !/^[.~]/.test(entry.name))
    .map(({ name }) => join(path, name))
    .sort();
  if (found.length > 0) return found;
  throw new UserError(`There is no CSV file and no workbook (.xlsx) in ${path}.`, NEXT);
}

const READ = /\.(?:csv|xlsx)$/i;
const NEXT = 'Name the folder or file: irotool import cases FILE --map NAME';

function inWords<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserError(`There is no file or folder ${path}.`, NEXT);
    throw new UserError(`${path} cannot be read (${code ?? 'unknown'}).`, 'Ask whoever owns it.');
  }
}
