/** A report of figures as the HTML part of a message: tables of two columns, which a phone has room for. Pure. */
import { heading, messagePage, messageParagraph, twoColumns } from '../../page/message';
import type { Figures, Row } from '../model';
import { cellWords, type MadeFigures, notBy, notesOf, shownRows, smallNumbers, titleOf } from './head';

/** The whole HTML part; it ends with a line end. */
export function figuresHtml(made: MadeFigures): string {
  const title = titleOf(made);
  return messagePage(title, [
    heading(1, title),
    ...[...(made.unit === null ? [] : [made.unit]), ...notesOf(made)].map(messageParagraph),
    ...made.tables.flatMap((table) => [
      heading(2, `${table.title}${notBy(table, made)}`),
      tablePart(table),
      ...table.columns.map(({ head, says }) => messageParagraph(`${head}: ${says}`)),
    ]),
    messageParagraph(smallNumbers(made)),
  ]);
}

/** A row with its numbers, each with its name; of one row alone, a row for each number. */
function tablePart(table: Figures): string {
  const { columns } = table;
  const rows = shownRows(table);
  if (rows.length === 0) return messageParagraph('None.');
  const numbers = ({ cells }: Row): [string, string][] =>
    cells.map((cell, at) => [columns[at]!.head, cellWords(cell, columns[at]!.unit)]);
  if (rows.length === 1) return twoColumns(numbers(rows[0]!));
  return twoColumns(
    rows.map((row) => [
      row.words,
      numbers(row)
        .map(([head, words]) => `${head}: ${words}`)
        .join('; '),
    ]),
  );
}
