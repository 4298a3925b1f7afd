/**
 * Bytes of a CSV file -> rows of text with their line numbers. The only file that imports
 * csv-parse. Nothing here throws on what a file holds: a file that cannot be read says why.
 */
import { parse } from 'csv-parse/sync';

interface CsvRow {
  /** The line on which the row begins; the first line of the file is 1. */
  readonly line: number;
  /** Trimmed; an absent value is an empty text. */
  readonly values: readonly string[];
}

interface CsvProblem {
  readonly line: number;
  readonly why: string;
  readonly next: string;
}

export interface CsvFile {
  /** The first row that is not blank; null if the file has none. */
  readonly header: CsvRow | null;
  readonly rows: readonly CsvRow[];
  /** What was noticed in reading the bytes, in words; empty if nothing was. */
  readonly notes: readonly string[];
  /** Why the file cannot be read as CSV; then there are no rows. */
  readonly problem: CsvProblem | null;
}

const AS_CSV = 'Save it as CSV (comma delimited) and import again.';

/** Reads a whole CSV file. Blank rows, and rows of nothing but commas, are left out. */
export function readCsv(bytes: Uint8Array): CsvFile {
  const decoded = decode(bytes);
  if (decoded.text === null) return unreadable([], { line: 1, why: decoded.why, next: AS_CSV });
  let lastLine = 0;
  try {
    const [header, ...rows] = parseRows(decoded.text, (line) => {
      lastLine = line;
    });
    return { header: withoutBlankEnd(header), rows, notes: decoded.notes, problem: null };
  } catch {
    return unreadable(decoded.notes, quotingProblem(lastLine));
  }
}

/** A spreadsheet may put commas after the last column: what has no name is no column. */
function withoutBlankEnd(header: CsvRow | undefined): CsvRow | null {
  if (header === undefined) return null;
  const last = header.values.findLastIndex((value) => value !== '');
  return { line: header.line, values: header.values.slice(0, last + 1) };
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
    return { text: fromWindows1252(bytes), notes: ['It is not UTF-8, so it was read as Windows-1252.'] };
  }
}

/** The letters of Windows-1252 that differ from Latin-1, for the bytes 80 to 9F; a space if there is none. */
const FROM_80 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** By hand, because several versions of Node decode windows-1252 as if it were Latin-1. */
function fromWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (letter) => FROM_80[letter.charCodeAt(0) - 0x80]!);
}

/** The rows that are not blank; `onLine` hears the line on which each row, blank or not, ends. */
function parseRows(text: string, onLine: (line: number) => void): CsvRow[] {
  const rows: CsvRow[] = [];
  // A quotation mark inside a value is let through; the number of values is the caller's to judge.
  parse(text, {
    trim: true,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    // Each record becomes a row at once: a return has too many to keep what the library tells of each.
    on_record(record, { lines }) {
      onLine(lines);
      // Again, for the other spaces that spreadsheets leave, such as the one that does not break.
      const values = record.map((value) => value.trim());
      if (values.some((value) => value !== '')) rows.push({ line: lines - linesInside(record), values });
      return null;
    },
  });
  return rows;
}

/** csv-parse gives the line a record ends on. */
function linesInside(record: readonly string[]): number {
  return record.reduce((sum, value) => sum + (value.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

/** With the other rules relaxed, only a quotation mark that swallows the rest of the file is an error. */
function quotingProblem(lastLine: number): CsvProblem {
  return {
    line: lastLine + 1,
    why: 'A quotation mark is opened and never closed, so the rows after it cannot be told apart.',
    next: 'Close it, or take it out, and import again.',
  };
}
