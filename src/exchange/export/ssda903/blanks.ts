/** What is blank in the rows that are given: columns that irotool does not keep, and cells of those that it does. Pure. */
import { COLUMNS, READ } from '../../ssda903/tables';
import type { Blanks, GivenTable, OutRow } from './model';

/** The columns of a table that irotool does not keep. */
export const columnsNotKept = (table: GivenTable): string[] =>
  COLUMNS[table].filter((column) => !READ[table].includes(column));

/** Why a cell may be blank, though the column is kept. An open episode has no end to be blank. */
const WHY: readonly (readonly [GivenTable, column: string, why: string])[] = [
  ['Header', 'SEX', 'It is not recorded. To record it: irotool child edit REF --sex M|F|U'],
  ['Header', 'ETHNIC', 'It is not recorded: it comes from a return.'],
  ['Header', 'UPN', 'It is not recorded: it comes from a return.'],
  [
    'Episodes',
    'RNE',
    'Whether the carers changed, or when care began, is not recorded. Of a move: irotool correct EVENT-ID carers=same|changed',
  ],
  ['Episodes', 'LS', 'The legal status is not recorded. To record it: irotool child status REF --basis CODE'],
  ['Episodes', 'PLACE', 'The placement is not recorded, or in words and not by its code.'],
  ['Episodes', 'REC', 'Why care ended is not recorded, or in words and not by its code.'],
];

/** The blank cells of these rows, column by column; no column in which there is none. */
export function blanksIn(rows: readonly OutRow[]): Blanks[] {
  return WHY.flatMap(([table, column, why]) => {
    const children = rows
      .filter((row) => row.table === table && row.cells[column] === '')
      .filter(({ cells }) => column !== 'REC' || cells.DEC !== '')
      .map(({ child }) => child);
    return children.length === 0 ? [] : [{ table, column, why, children }];
  });
}
