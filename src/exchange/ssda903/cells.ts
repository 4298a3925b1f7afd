/** Dates and codes as cells of the return hold them. Empty is blank. */
import { type IsoDate, plainDate } from '../../core/time/dates';
import { type Problem, PUT_RIGHT, type Report, type ReturnRow, remark } from './report';

/** The cell's day, or the problem with it. A blank is a problem: ask first if it may be blank. */
export function dateIn(row: ReturnRow, column: string): IsoDate | Problem {
  const text = row.cells[column] ?? '';
  const date = row.days[column];
  if (date !== undefined) return date;
  const why =
    text === ''
      ? `${column} is blank.`
      : SERIAL_NUMBER.test(text)
        ? `${column} is a number, as a spreadsheet keeps a day that is not formatted as one.`
        : BIRTHS.has(column)
          ? `${column} is not a day written dd/mm/yyyy.`
          : `${column} ${held(text, DATE_LIKE)}, which is not a day written dd/mm/yyyy.`;
  return { column, reason: 'date', why, next: SERIAL_NUMBER.test(text) ? AS_DAYS : PUT_RIGHT };
}

/** The days since 1900 of a day from 1927 on. */
const SERIAL_NUMBER = /^[1-9]\d{4}(\.0+)?$/;
const AS_DAYS = 'Format the column as dd/mm/yyyy in the spreadsheet, save it as CSV and import again.';

/** The problem where the cell's code is not one of those known; null if it is. */
export function codeProblem(row: ReturnRow, column: string, codes: ReadonlySet<string>): Problem | null {
  const code = row.cells[column] ?? '';
  if (codes.has(code)) return null;
  const why =
    code === ''
      ? `${column} is blank.`
      : `${column} ${held(code, CODE_LIKE)}, which is not one of its codes.`;
  return { column, reason: 'code', why, next: PUT_RIGHT };
}

/** Dates of birth, of the child or of hers: a report repeats none, not even one that is no date. */
const BIRTHS: ReadonlySet<string> = new Set(['DOB', 'MC_DOB']);

const DATE_LIKE = /^(?=.*\d)[A-Za-z0-9/.:-]{1,20}$/;
const CODE_LIKE = /^([A-Za-z0-9]|(?=.*\d)[A-Za-z0-9]{2,5})$/;

/** Repeats a value only if it looks like what belongs there: a cell out of place may hold a name. */
function held(value: string, plain: RegExp): string {
  return plain.test(value) ? `holds "${value}"` : 'holds a text';
}

/** What a cell holds, in words: itself only if it looks like what belongs there. */
export const heldWords = (value: string, looksLike: 'day' | 'code'): string =>
  held(value, looksLike === 'day' ? DATE_LIKE : CODE_LIKE);

export function isProblem(value: object | string): value is Problem {
  return typeof value === 'object';
}

/** Says of a row that came in that a day of it is still to come. */
export function remarkFuture(
  report: Report,
  row: ReturnRow,
  column: string,
  on: IsoDate,
  today: IsoDate,
): void {
  if (on <= today) return;
  remark(report, row, {
    column,
    reason: 'future',
    why: `${column} is ${plainDate(on)}, a day still to come.`,
    next: 'It will count from that day on. If it is a mistake, put it right before then.',
  });
}
