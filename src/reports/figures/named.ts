/** Every figure by its name: `reviews.in-time`; those of two years, `reviews-years.last-year`, and by quarter too. Pure. */
import { byQuarter, isByQuarter } from './annual-tables';
import { ANNUAL_REPORT, REPORTS, type ReportOfFigures } from './catalogue';
import { compared } from './compared';
import { figuresOf } from './counting';
import type { Figures } from './model';

export interface NamedFigure {
  readonly name: string;
  readonly report: string;
  readonly table: string;
  readonly head: string;
  readonly says: string;
  /** What it is a share or a median of is said by the sentence; this says that it is one. */
  readonly unit: 'count' | 'percent' | 'days';
}

/** The figures of a report, in the order of its tables. */
export const figuresWithin = (report: ReportOfFigures): NamedFigure[] =>
  report.parts
    .flatMap(({ tables }) => tables.map((table) => figuresOf(table, [], null)))
    .flatMap((table) => (report.id === ANNUAL_REPORT.id ? ofAnnual(table) : [table]))
    .flatMap(({ id: table, title, columns }) =>
      columns.map(({ id, head, says, unit }) => ({
        ...{ name: `${table}.${id}`, report: report.id, table: title, head, says, unit },
      })),
    );

/** A table of the annual report with those that stand behind it. */
const ofAnnual = (table: Figures): Figures[] => [
  table,
  ...[compared(table, null) ?? []].flat(),
  ...(isByQuarter(table) ? [byQuarter(table)] : []),
];

/** Every figure of every report, once: the annual one has tables of others. */
export function everyFigure(): NamedFigure[] {
  const all = [...REPORTS, ANNUAL_REPORT].flatMap(figuresWithin);
  return all.filter(({ name }, at) => all.findIndex((each) => each.name === name) === at);
}
