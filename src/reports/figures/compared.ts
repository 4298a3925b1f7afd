/** A table of a year beside that of the year before: each of its figures a row, with what it was then and the change. Pure. */
import type { Cell, CellUnit, Figures, Row } from './model';

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
const NONE: Cell = { ...NOTHING, value: 0 };

/** Both years of a table, or null if it is not compared; `before` is null if there is no year before that could be. */
export function compared(table: Figures, before: Figures | null): Figures | null {
  const rows =
    table.compares === 'all'
      ? byColumn(table, before)
      : table.compares === 'each'
        ? byRowAndColumn(table, before)
        : byRow(table, before);
  if (rows === null) return null;
  const column = table.columns.find(({ id }) => id === table.compares);
  return {
    id: `${table.id}-years`,
    title: `${table.title}: ${column === undefined ? '' : `${column.head.replace(/, %$/, ', in per cent')}, `}this year and last year`,
    by: null,
    isWritten: table.isWritten,
    isOfIros: false,
    compares: 'none',
    head: column === undefined ? 'Figure' : table.head,
    columns: COLUMNS,
    rows,
    total: null,
  };
}

/** Each column of the row of all. */
function byColumn(table: Figures, before: Figures | null): Row[] | null {
  const now = allOf(table);
  if (now === undefined) return null;
  const then = before && (before.total ?? before.rows.find(({ key }) => key === now.key));
  return table.columns.map(({ id, head, unit }, at) => rowOf(id, head, now.cells[at], then?.cells[at], unit));
}

/** Every column of each row; what is recorded of neither year is left out, unless nothing is. */
function byRowAndColumn({ rows, columns }: Figures, before: Figures | null): Row[] {
  const last = before?.rows ?? [];
  const find = (of: readonly Row[], key: string): Row | undefined => of.find((row) => row.key === key);
  const all = [...rows, ...last.filter(({ key }) => find(rows, key) === undefined)];
  const every = all.flatMap(({ key, words }) =>
    columns.map(({ id, head, unit }, at) =>
      rowOf(
        `${key}.${id}`,
        `${words}: ${head}`,
        find(rows, key)?.cells[at],
        find(last, key)?.cells[at],
        unit,
      ),
    ),
  );
  const known = every.filter(({ cells: [now, then] }) =>
    [now!, then!].some(({ value, withheld }) => value !== null || withheld),
  );
  return known.length === 0 ? every : known;
}

/** One column of each row that there is in either year. */
function byRow(table: Figures, before: Figures | null): Row[] | null {
  const at = table.columns.findIndex(({ id }) => id === table.compares);
  if (at < 0) return null;
  const last = before?.rows ?? [];
  const { unit } = table.columns[at]!;
  // What nobody recorded in one of the years is none in it, if anything was counted there.
  const none = unit === 'count' ? NONE : NOTHING;
  const missing = before === null ? NOTHING : none;
  const find = (rows: readonly Row[], key: string): Cell | undefined =>
    rows.find((row) => row.key === key)?.cells[at];
  const keys = [...table.rows, ...last.filter(({ key }) => find(table.rows, key) === undefined)];
  return keys.map(({ key, words }) =>
    rowOf(key, words, find(table.rows, key) ?? none, find(last, key) ?? missing, unit),
  );
}

function rowOf(key: string, words: string, now: Cell = NOTHING, then: Cell = NOTHING, unit: CellUnit): Row {
  return { key, words, cells: [now, then, changeOf(now, then), nOf(now, unit)] };
}

/** The row of all; of a table of one row that row. */
const allOf = ({ total, rows }: Figures): Row | undefined =>
  total ?? (rows.length === 1 ? rows[0] : undefined);

const WITHHELD: Cell = { ...NOTHING, withheld: true };
/** What it is taken of is withheld with it. */
const nOf = ({ n, withheld }: Cell, unit: CellUnit): Cell =>
  withheld && unit !== 'count' ? WITHHELD : { ...NOTHING, value: n };

function changeOf(now: Cell, then: Cell): Cell {
  const isBlank = [now, then].some(({ value, withheld }) => value === null && !withheld);
  if (isBlank) return NOTHING;
  if (now.value === null || then.value === null) return WITHHELD;
  return { ...NOTHING, value: Math.round((now.value - then.value) * 100) / 100 };
}
