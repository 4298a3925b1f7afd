/** Files that lie beside the return's CSV files and may hold a part of it. */

interface OtherKind {
  readonly why: string;
  readonly next: string;
}

const AS_CSV = 'Open it, save each table as CSV (comma delimited) in this folder, and import again.';
const EXPORTED =
  'Export Header, Episodes, Reviews and PlacedAdoption as CSV into this folder, and import again.';

const KINDS: Readonly<Record<string, OtherKind>> = {
  ...Object.fromEntries(
    ['xlsx', 'xlsm', 'xlsb', 'xls', 'ods', 'numbers'].map((ending) => [
      ending,
      { why: 'Not read: it is a spreadsheet, and only CSV files are read.', next: AS_CSV },
    ]),
  ),
  xml: { why: 'Not read: it is XML, and only CSV files are read.', next: EXPORTED },
  json: { why: 'Not read: it is JSON, and only CSV files are read.', next: EXPORTED },
  zip: { why: 'Not read: it is a zip file.', next: 'Unpack it into this folder and import again.' },
  ...Object.fromEntries(
    ['txt', 'tsv', 'tab', 'dat'].map((ending) => [
      ending,
      {
        why: 'Not read: only files that end in .csv are read.',
        next: 'If it is a table of the return, save it as CSV (comma delimited) in this folder, and import again.',
      },
    ]),
  ),
};

/** Why a file that is no CSV file is not read, and what to do; null if it is one, or nothing that could be read. */
export function otherKind(name: string): OtherKind | null {
  return KINDS[endingOf(name)] ?? null;
}

/** True if the file may be, or hold, a table of the return. */
export function mayBeOfReturn(name: string): boolean {
  return endingOf(name) === 'csv' || otherKind(name) !== null;
}

const endingOf = (name: string): string => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
