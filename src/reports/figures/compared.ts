/** A table of a year beside that of the year before: each of its figures a row, with what it was then and the change. Pure. */
import type { Cell, Figures, Row } from './model';

const COLUMNS: Figures['columns'] = [
  { id: 'this-year', head: 'This year', says: 'What it is in the year of the report.', unit: 'count' },
  {
    id: 'last-year',
    head: 'Last year',
    says: 'What it was in the year before; a blank if irotool was not in use for all of it.',
    unit: 'count',
  },
  {
    id: 'change',
    head: 'Change',
    says: 'This year less last year; of a share, in points of a hundred.',
    unit: 'count',
  },
  { id: 'n', head: 'n', says: 'What a share or a median of this year is taken of.', unit: 'count' },
];

const NOTHING: Cell = { value: null, n: null, counted: [], among: null };

/** Both years of a table; `before` is null if there is no year before that could be compared. */
export function compared(table: Figures, before: Figures | null): Figures {
  const now = allOf(table);
  const then = before && (before.total ?? before.rows.find(({ key }) => key === now?.key));
  const rows = table.columns.map(({ id, head, unit }, at): Row => {
    const cell = now?.cells[at] ?? NOTHING;
    const last = then?.cells[at] ?? NOTHING;
    return { key: id, words: head, cells: [cell, last, changeOf(cell, last), nOf(cell, unit)] };
  });
  return {
    id: `${table.id}-years`,
    title: `${table.title}: this year and last year`,
    by: null,
    isWritten: false,
    isOfIros: false,
    head: 'Figure',
    columns: COLUMNS,
    rows,
    total: null,
  };
}

/** The row of all; of a table of one row that row. */
export const allOf = ({ total, rows }: Figures): Row | undefined =>
  total ?? (rows.length === 1 ? rows[0] : undefined);

const WITHHELD: Cell = { ...NOTHING, withheld: true };
/** What it is taken of is withheld with it. */
const nOf = ({ n, withheld }: Cell, unit: Figures['columns'][number]['unit']): Cell =>
  withheld && unit !== 'count' ? WITHHELD : { ...NOTHING, value: n };

function changeOf(now: Cell, then: Cell): Cell {
  const isBlank = [now, then].some(({ value, withheld }) => value === null && !withheld);
  if (isBlank) return NOTHING;
  if (now.value === null || then.value === null) return WITHHELD;
  return { ...NOTHING, value: Math.round((now.value - then.value) * 10) / 10 };
}
