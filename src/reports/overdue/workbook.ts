/** The overdue report as a workbook: the only file that imports write-excel-file. */
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeExcelFile, { type CellObject, type Feature, type SheetData } from 'write-excel-file/node';
import { capital } from '../../core/in-words';
import { shown } from '../../core/shown';
import { daysBetween, isIsoDate, isoDate } from '../../core/time/dates';
import type { OverdueReport } from './model';
import { type Cells, COLUMNS, overdueRows, teamRows } from './rows';

/**
 * The bytes of an .xlsx file: the rows on one sheet, totals by team on another. No cell is a formula. What is late
 * stands out, columns in which nothing stands are hidden, and a sheet prints on pages as wide as it is.
 */
export async function overdueWorkbook(report: OverdueReport): Promise<Uint8Array> {
  const heading = COLUMNS.map(([name]) => headingCell(NAMES[name] ?? capital(name)));
  const found = overdueRows(report);
  const rows = found.map((row) =>
    row.map((cell, at) => marked(cellOf(cell, COLUMNS[at]![1]), COLUMNS[at]![0], row)),
  );
  const [teamHeading, ...teams] = teamRows(report);
  const sheets = [
    {
      sheet: 'Report',
      columns: COLUMNS.map(([name, kind]) => ({ width: WIDTHS[name] ?? (kind === 'date' ? 12 : 16) })),
      data: [heading, ...rows] as SheetData,
      empty: COLUMNS.flatMap((_, at) => (found.every((row) => row[at] === '') ? [at + 1] : [])),
    },
    {
      sheet: 'Teams',
      columns: [{ width: 28 }, ...teamHeading!.slice(1).map(() => ({ width: 26 }))],
      data: [
        teamHeading!.map((words) => headingCell(capital(String(words)))),
        ...teams.map(plainCells),
      ] as SheetData,
      empty: [],
    },
  ];
  return writeExcelFile(
    sheets.map(({ empty: _empty, ...sheet }) => ({
      ...sheet,
      ...{ stickyRowsCount: 1, orientation: 'landscape' as const },
    })),
    { features: [laidOut(sheets)] },
  ).toBuffer();
}

const NAMES: Readonly<Record<string, string>> = { iro: 'IRO' };
const WIDTHS: Readonly<Record<string, number>> = { what: 60, reason: 50, review: 8 };

const headingCell = (words: string | number): CellObject => ({
  ...{ value: shown(String(words)), type: String, fontWeight: 'bold' },
});

const COLUMN_AT = Object.fromEntries(COLUMNS.map(([name], at) => [name, at]));

/** Of a row that is late its first word in red; a limit of law in bold. */
function marked(cell: CellObject | null, column: string, row: Cells): CellObject | null {
  const isLate = String(row[COLUMN_AT.list!]).endsWith('overdue');
  if (cell === null || !isLate) return cell;
  if (column === 'list') return { ...cell, fontWeight: 'bold', textColor: '#b10e1e' };
  return column === 'force' && cell.value === 'statutory' ? { ...cell, fontWeight: 'bold' } : cell;
}

interface Laid {
  readonly data: SheetData;
  /** The numbers of the columns in which nothing stands. */
  readonly empty: readonly number[];
}

/** A filter on the headings, one page across, and no empty columns: what the library has no option for. */
const laidOut = (sheets: readonly Laid[]): Feature<Stream | Buffer | Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _options, { sheetIndex }) => {
          const { data, empty } = sheets[sheetIndex]!;
          const to = `${columnName(data[0]!.length)}${data.length}`;
          const filtered = xml
            .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace('</sheetData>', `</sheetData><autoFilter ref="A1:${to}"/>`)
            .replace(/<pageSetup /, '<pageSetup fitToWidth="1" fitToHeight="0" ');
          return empty.reduce(
            (all, at) => all.replace(`<col min="${at}" `, `<col hidden="1" min="${at}" `),
            filtered,
          );
        },
      },
    },
  },
});

/** `A` for the first, `AA` for the 27th. */
const columnName = (at: number): string =>
  at > 26
    ? columnName(Math.floor((at - 1) / 26)) + columnName(((at - 1) % 26) + 1)
    : String.fromCharCode(64 + at);

const plainCells = (row: Cells): (CellObject | null)[] => row.map((cell) => cellOf(cell, 'text'));

function cellOf(cell: string | number, kind: 'text' | 'number' | 'date'): CellObject | null {
  if (cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (kind === 'date' && isIsoDate(cell)) {
    // A date is a count of days to a spreadsheet, which takes 1900 for a leap year: right from March on.
    const serial = daysBetween(isoDate('1900-03-01'), cell) + 61;
    return { value: serial, type: Number, format: 'dd/mm/yyyy' };
  }
  return { value: shown(cell), type: String };
}
