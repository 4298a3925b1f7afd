/** Figures as rows for a spreadsheet and as JSON: the same numbers, each with what it is a share of. Pure. */

import type { Row } from '../model';
import { behind, type MadeFigures, WITHHELD_SIGN } from './head';

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
        cells.map(({ value, n, withheld }, at) => [
          ...[title, words, `${id}.${columns[at]!.id}`],
          ...[withheld ? WITHHELD_SIGN : (value ?? ''), n ?? ''],
        ]),
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
    cells: cells.map(({ value, n, counted, among, withheld }) => ({
      ...{ value, n, ...(whole && { counted, among }), ...(withheld && { withheld }) },
    })),
  });
  const named = figure?.split('.')[0];
  return {
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
