/** The overdue report as a workbook: the only file that imports write-excel-file. */
import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import { shown } from '../../core/shown';
import { daysBetween, isIsoDate, isoDate } from '../../core/time/dates';
import type { OverdueReport } from './model';
import { type Cells, COLUMNS, overdueRows, teamRows } from './rows';

/** The bytes of an .xlsx file: the rows on one sheet, totals by team on another. No cell is a formula. */
export async function overdueWorkbook(report: OverdueReport): Promise<Uint8Array> {
  const heading = COLUMNS.map(([name]) => headingCell(name));
  const rows = overdueRows(report).map((row) => row.map((cell, at) => cellOf(cell, COLUMNS[at]![1])));
  const [teamHeading, ...teams] = teamRows(report);
  const bytes = await writeExcelFile([
    {
      sheet: 'Report',
      stickyRowsCount: 1,
      columns: COLUMNS.map(([name, kind]) => ({ width: WIDTHS[name] ?? (kind === 'date' ? 12 : 16) })),
      data: [heading, ...rows] as SheetData,
    },
    {
      sheet: 'Teams',
      stickyRowsCount: 1,
      columns: [{ width: 28 }, ...teamHeading!.slice(1).map(() => ({ width: 26 }))],
      data: [teamHeading!.map(headingCell), ...teams.map(plainCells)] as SheetData,
    },
  ]).toBuffer();
  return bytes;
}

const WIDTHS: Readonly<Record<string, number>> = { what: 60, reason: 50, review: 8 };

const headingCell = (words: string | number): CellObject => ({
  ...{ value: shown(String(words)), type: String, fontWeight: 'bold' },
});

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
