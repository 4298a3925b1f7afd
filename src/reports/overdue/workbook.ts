/** The overdue report as a workbook: its rows on one sheet, totals by team on another. What is late stands out. */
import { capital } from '../../core/in-words';
import { isIsoDate } from '../../core/time/dates';
import { type BookCell, workbookOf } from '../workbook';
import type { OverdueReport } from './model';
import { type Cells, COLUMNS, overdueRows, teamRows } from './rows';
import { PAGE_WARNING } from './words';

/** The bytes of an .xlsx file. */
export function overdueWorkbook(report: OverdueReport): Promise<Uint8Array> {
  const [teamHeading, ...teams] = teamRows(report);
  return workbookOf(
    [
      {
        name: 'Report',
        heads: COLUMNS.map(([name, kind]) => ({
          words: NAMES[name] ?? capital(name),
          width: WIDTHS[name] ?? (kind === 'date' ? 12 : 16),
        })),
        rows: overdueRows(report).map(reportRow),
      },
      {
        name: 'Teams',
        heads: teamHeading!.map((words, at) => ({
          words: capital(String(words)),
          width: at === 0 ? 28 : 26,
        })),
        rows: teams,
      },
    ],
    PAGE_WARNING,
  );
}

const NAMES: Readonly<Record<string, string>> = { iro: 'IRO' };
const WIDTHS: Readonly<Record<string, number>> = { what: 60, reason: 50, review: 8 };
const LIST = COLUMNS.findIndex(([name]) => name === 'list');

/** Of a row that is late its first word in red; a limit of law in bold. */
function reportRow(row: Cells): BookCell[] {
  const isLate = String(row[LIST]).endsWith('overdue');
  return row.map((cell, at) => {
    const [name, kind] = COLUMNS[at]!;
    if (typeof cell === 'number') return cell;
    if (kind === 'date' && isIsoDate(cell)) return { day: cell };
    if (isLate && name === 'list') return { text: cell, looks: 'late' };
    return isLate && name === 'force' && cell === 'statutory' ? { text: cell, looks: 'strong' } : cell;
  });
}
