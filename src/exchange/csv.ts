/**
 * Bytes of a CSV file -> rows of text with their line numbers. The only file that imports
 * csv-parse. Nothing here throws on what a file holds: a file that cannot be read says why.
 */
import { parse } from 'csv-parse/sync';

export interface CsvRow {
  /** The line on which the row begins; the first line of the file is 1. */
  readonly line: number;
  /** Trimmed; an absent value is an empty text. */
  readonly values: readonly string[];
}

export interface CsvProblem {
  readonly line: number;
  readonly why: string;
  readonly next: string;
}

export interface CsvFile {
  /** The first row that is not blank; null where the file has none. */
  readonly header: CsvRow | null;
  readonly rows: readonly CsvRow[];
  /** What was noticed in reading the bytes, in words; empty where nothing was. */
  readonly notes: readonly string[];
  /** Why the file cannot be read as CSV; then there are no rows. */
  readonly problem: CsvProblem | null;
}

const AS_CSV = 'Save it as CSV (comma delimited) and import again.';

/** Reads a whole CSV file. Blank rows, and rows of nothing but commas, are left out. */
export function readCsv(bytes: Uint8Array): CsvFile {
  const decoded = decode(bytes);
  if (decoded.text === null) return unreadable([], { line: 1, why: decoded.why, next: AS_CSV });
  try {
    const [header, ...rows] = parseRows(decoded.text);
    return { header: header ?? null, rows, notes: decoded.notes, problem: null };
  } catch (error) {
    return unreadable(decoded.notes, quotingProblem(error));
  }
}

function unreadable(notes: readonly string[], problem: CsvProblem): CsvFile {
  return { header: null, rows: [], notes, problem };
}

type Decoded = { text: string; notes: string[] } | { text: null; why: string };

/**
 * UTF-8 where the bytes are UTF-8, else Windows-1252, which Excel writes and in which any byte
 * is a letter: so it is tried last, and said.
 */
function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { text: null, why: 'The file is in UTF-16, not in UTF-8 or Windows-1252.' };
  }
  if (bytes.includes(0)) return { text: null, why: 'The file is not text: it may be a spreadsheet.' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notes: [] };
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    return { text, notes: ['It is not UTF-8, so it was read as Windows-1252.'] };
  }
}

interface Parsed {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

function parseRows(text: string): CsvRow[] {
  // A quotation mark inside a value is let through; the number of values is the caller's to judge.
  const parsed = parse(text, {
    info: true,
    trim: true,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  }) as unknown as Parsed[];
  const rows: CsvRow[] = [];
  for (const { info, record } of parsed) {
    if (record.every((value) => value === '')) continue;
    rows.push({ line: info.lines - linesInside(record), values: record });
  }
  return rows;
}

/** csv-parse gives the line a record ends on. */
function linesInside(record: readonly string[]): number {
  return record.reduce((sum, value) => sum + (value.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

function quotingProblem(error: unknown): CsvProblem {
  const lines = error instanceof Error && 'lines' in error ? Number(error.lines) : 1;
  return {
    line: Number.isFinite(lines) ? lines : 1,
    why: 'A quotation mark is opened and never closed, so the rows after it cannot be told apart.',
    next: 'Close it, or take it out, and import again.',
  };
}
