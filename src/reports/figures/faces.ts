/** Figures as text, as rows and as JSON: the same numbers, each with what it is a share of. Pure. */

import { longDate } from '../../core/time/dates';
import { rowLines } from '../../ui/rows';
import { count, wrap } from '../../ui/words';
import type { NamedFigure, ReportOfFigures } from './catalogue';
import type { Figuring } from './child';
import type { Cell, Figures, Group, Row } from './model';
import { type Period, periodWords } from './period';

export interface MadeFigures {
  readonly report: ReportOfFigures;
  readonly period: Period;
  readonly figuring: Figuring;
  /** Null if facts count whenever they were entered. */
  readonly recordedBy: Figuring['asAt'] | null;
  readonly group: Group | null;
  readonly tables: readonly Figures[];
}

type Unit = Figures['columns'][number]['unit'];

/** `92.5%`, `12`, `not known`: a blank where there is nothing to take a share or a median of. */
function cellWords({ value, n }: Cell, unit: Unit): string {
  if (value === null) return '–';
  return unit === 'percent' ? `${value.toFixed(1)}% of ${n}` : String(value);
}

/** What is said above the tables: the period, the day on which all this was known, what is missing. */
function headWords({ report, period, figuring, recordedBy }: MadeFigures): string[] {
  const { asAt, goLive, to } = figuring;
  const called = period.called === null ? '' : `${period.called}: `;
  return [
    `${report.title}, ${called}${periodWords(period)}`,
    ...(recordedBy === null
      ? to > asAt
        ? [`So far: what was due by ${longDate(asAt)}.`]
        : []
      : [`As it stood recorded at the end of ${longDate(recordedBy)}.`]),
    ...(goLive !== null && period.from < goLive
      ? [
          `irotool is in use since ${longDate(goLive)}: of what was before, only what was entered since is counted, and that is not all.`,
        ]
      : []),
  ];
}

/** The report for a terminal or a pipe; of one figure, the references behind it too. */
export function figureLines(made: MadeFigures, figure: string | null, width: number): string[] {
  const head = headWords(made).flatMap((line) => wrap(line, width));
  if (figure !== null) return [...head, ...listLines(made, figure, width)];
  return [
    ...head,
    ...made.tables.flatMap((table) => ['', titleOf(table, made), ...tableLines(table, width)]),
    '',
    ...wrap('What a number counts: irotool report explain', width),
    ...wrap(
      `Who is behind one: irotool report ${made.report.id} --list ${made.tables[0]!.id}.${made.tables[0]!.columns[0]!.id}`,
      width,
    ),
  ];
}

/** With what was asked of it and cannot be. */
const titleOf = ({ title, by }: Figures, { group }: MadeFigures): string =>
  `${title.toUpperCase()}${group === null || by === group ? '' : ` (not by ${group === 'iro' ? 'IRO' : group})`}`;

function tableLines({ head, columns, rows, total }: Figures, width: number): string[] {
  if (rows.length === 0) return [' None.'];
  const all = [...rows, ...(total && rows.length > 1 ? [total] : [])];
  const cells = all.map((row) => [
    row.words,
    ...row.cells.map((cell, at) => cellWords(cell, columns[at]!.unit)),
  ]);
  const heads = [head, ...columns.map((column) => column.head)];
  const widest = heads.map((each, at) => Math.max(each.length, ...cells.map((row) => row[at]!.length)));
  const inColumns = widest.reduce((sum, each) => sum + each + 2, 0) <= Math.max(width, 76);
  const isOne = all.length === 1 && total === null;
  if (inColumns && !isOne)
    return rowLines(
      [heads, ...cells].map((row) => aligned(row, widest)),
      heads.map((_, at) => (at === 0 ? { wraps: true } : {})),
      width,
    );
  // Where they do not fit side by side, each number has its name before it.
  return cells.flatMap(([words, ...values]) => [
    ...(isOne ? [] : wrap(words ?? '', width - 1).map((line) => ` ${line}`)),
    ...rowLines(
      values.map((value, at) => [heads[at + 1]!, value]),
      [{}, {}],
      width,
      isOne ? 1 : 3,
    ),
  ]);
}

/** Numbers stand below each other by their last figure. */
const aligned = (row: readonly string[], widths: readonly number[]): string[] =>
  row.map((cell, at) => (at === 0 ? cell : cell.padStart(widths[at]!)));

/** The references behind a figure, row by row. */
function listLines({ tables }: MadeFigures, figure: string, width: number): string[] {
  const { rows, column, says } = behind(tables, figure);
  return [
    '',
    ...wrap(`${figure}: ${says}`, width),
    ...rows.flatMap(({ words, cells }) => {
      const { counted, among } = cells[column]!;
      const of = among === null ? '' : ` of ${among.length}`;
      return [
        '',
        ` ${words}: ${counted.length}${of}`,
        ...(counted.length === 0 ? [] : wrap(counted.join(', '), width - 3).map((line) => `   ${line}`)),
      ];
    }),
  ];
}

function behind(
  tables: readonly Figures[],
  figure: string,
): { rows: readonly Row[]; column: number; says: string } {
  const [id, column] = figure.split('.');
  const table = tables.find((each) => each.id === id)!;
  const at = table.columns.findIndex((each) => each.id === column);
  return { rows: table.rows, column: at, says: table.columns[at]!.says };
}

/** For a spreadsheet: a row for each number, or for each reference behind one. */
export function figuresRows({ tables }: MadeFigures, figure: string | null): (string | number)[][] {
  if (figure !== null) {
    const { rows, column } = behind(tables, figure);
    return [
      ['figure', 'row', 'ref', 'counted'],
      ...rows.flatMap(({ words, cells }) => {
        const { counted, among } = cells[column]!;
        const is = new Set(counted);
        return (among ?? counted).map((ref) => [figure, words, ref, is.has(ref) ? 'yes' : 'no']);
      }),
    ];
  }
  return [
    ['table', 'row', 'figure', 'value', 'of'],
    ...tables.flatMap(({ id, title, columns, rows, total }) =>
      [...rows, ...(total ? [total] : [])].flatMap(({ words, cells }) =>
        cells.map(({ value, n }, at) => [title, words, `${id}.${columns[at]!.id}`, value ?? '', n ?? '']),
      ),
    ),
  ];
}

/** The JSON contract of a report of figures; an absent value is null. */
export function figuresJson(
  { report, period, figuring, recordedBy, group, tables }: MadeFigures,
  figure: string | null,
): Record<string, unknown> {
  const rowJson = ({ key, words, cells }: Row, whole: boolean): unknown => ({
    ...{ key, words },
    cells: cells.map(({ value, n, counted, among }) => ({ value, n, ...(whole && { counted, among }) })),
  });
  const named = figure?.split('.')[0];
  return {
    schema: 1,
    report: report.id,
    period: { from: period.from, to: period.to, called: period.called },
    asAt: figuring.asAt,
    recordedBy,
    goLive: figuring.goLive,
    by: group,
    tables: tables
      .filter(({ id }) => named === undefined || id === named)
      .map(({ id, title, head, by, columns, rows, total }) => ({
        ...{ id, title, head, by },
        columns: columns.map((column) => ({ ...column, figure: `${id}.${column.id}` })),
        rows: rows.map((row) => rowJson(row, named !== undefined)),
        total: total && rowJson(total, named !== undefined),
      })),
  };
}

/** What figures count, in a sentence each. */
export function explanation(figures: readonly NamedFigure[], width: number): string[] {
  if (figures.length === 1) {
    const [{ name, table, head, says }] = figures as [NamedFigure];
    return [...wrap(`${name}: “${head}” of “${table}”`, width), ...wrap(says, width)];
  }
  return [
    count(figures.length, 'figure'),
    ...rowLines(
      figures.map(({ name, says }) => [name, says]),
      [{}, { wraps: true }],
      width,
    ),
  ];
}
