/** Workbooks as tables: the only file that imports read-excel-file. Of a formula its value is read, as it was last worked out. */
import { UserError } from '../../errors';
import type { CsvFile } from '../csv';

/** The most rows of a sheet that are read: what is larger is read line by line, as CSV. */
const MOST_ROWS = 20_000;
/** A workbook is packed: of this many bytes it has far more rows. */
const MOST_BYTES = 30_000_000;

type Cell = string | number | boolean | Date | null;

/** Each sheet of a workbook with its rows, in order. */
export async function readWorkbook(
  name: string,
  bytes: Uint8Array,
): Promise<{ readonly sheet: string; readonly csv: CsvFile }[]> {
  if (bytes.length > MOST_BYTES) throw tooLarge(name);
  const { default: readSheets } = await import('read-excel-file/node');
  let sheets: { readonly sheet: string; readonly data: readonly (readonly Cell[])[] }[];
  try {
    sheets = (await readSheets(Buffer.from(bytes))) as typeof sheets;
  } catch {
    throw new UserError(
      `${name} cannot be read as a workbook: it may be damaged, or locked with a password.`,
      'Open it in your spreadsheet, save it as CSV, and import that.',
    );
  }
  return sheets.map(({ sheet, data }) => {
    if (data.length > MOST_ROWS + 1) throw tooLarge(name);
    const rows = data
      .map((row, at) => ({ line: at + 1, values: row.map(textOf) }))
      .filter(({ values }) => values.some((value) => value !== ''));
    const [header, ...rest] = rows;
    const last = header?.values.findLastIndex((value) => value !== '') ?? -1;
    return {
      sheet,
      csv: {
        header: header === undefined ? null : { ...header, values: header.values.slice(0, last + 1) },
        rows: rest,
        ...{ notes: [], problem: null },
      },
    };
  });
}

const tooLarge = (name: string): UserError =>
  new UserError(
    `${name} has more than ${MOST_ROWS.toLocaleString('en-GB')} rows in a sheet.`,
    'Save it as CSV and import that: irotool import cases FILE.csv --map NAME',
  );

/** A cell as CSV would have it. A day is kept without a time: it is midnight of that day in no time zone. */
function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}
