/** A report of figures as one page: what is read first, then each table with what is drawn of it and what its numbers count. Pure. */
import { longDate } from '../../../core/time/dates';
import { escaped } from '../../html-text';
import { type HtmlCell, pageOf, paragraph, rowsTable } from '../../page/page';
import { styleOf } from '../../page/style';
import { type Chapter, isIn, ofTable } from '../chapters';
import { chartHtml } from '../charts/draw';
import { CHART_STYLE, rect } from '../charts/svg';
import type { Cell, CellUnit, Figures, Row } from '../model';
import {
  behind,
  cellWords,
  type MadeFigures,
  notBy,
  notesOf,
  pageWarning,
  smallNumbers,
  titleOf,
} from './head';

/** What a page has besides that is to be read across a room. */
const WALL_STYLE = `
@media screen and (min-width: 60rem) {
  body { max-width: none; padding: 0 3rem; font-size: 1.5rem; }
  h1 { font-size: 2.5rem; } h2 { font-size: 2rem; }
  ul.counts { grid-template-columns: repeat(4, 1fr); }
  ul.counts strong { font-size: 4rem; line-height: 1.1; }
  nav, ul.notes { display: none; }
}
`;

const behindWords = ({ report }: MadeFigures): string =>
  `Who is behind a number: irotool report ${report.id} --list, and the figure’s name.`;

/** The whole page; it ends with a line end. */
export function figuresPage(made: MadeFigures): string {
  const title = titleOf(made);
  const toCome = made.toCome === undefined ? null : drawnAlone(made.toCome());
  return pageOf({
    title,
    style: styleOf(pageWarning(made), `${CHART_STYLE}${made.report.forWall ? WALL_STYLE : ''}`),
    main: [
      `<h1>${escaped(title)}</h1>`,
      ...(made.unit === null ? [] : [paragraph(made.unit)]),
      ...notesOf(made).map(paragraph),
      counts(made),
      contents([...made.tables, ...(toCome?.tables ?? [])]),
      ...(made.report.chapters
        ? made.report.chapters.flatMap((chapter) => chapterHtml(chapter, made, toCome))
        : made.tables.map((table) => section(table, made, 'h2'))),
    ],
    footer: [
      paragraph(`Counted on ${longDate(made.madeOn)} from what is recorded. ${smallNumbers(made)}`),
      ...(made.isWithheld ? [] : [paragraph(behindWords(made))]),
    ],
  });
}

/** Of a table without a sum so many rows at most stand among what is read first. */
const MOST_COUNTS = 4;

/** The figures that are read first, as large as they are weighty. */
function counts({ report, tables }: MadeFigures): string {
  const items = (report.first ?? []).flatMap((figure) => {
    const { table, rows, column } = behind(tables, figure);
    const all = table.total ? [table.total] : rows.length > MOST_COUNTS ? [] : rows;
    const { head, unit } = table.columns[column]!;
    return all.map(({ words, cells }) => {
      const { value, n } = cells[column]!;
      const number =
        value === null
          ? cellWords(cells[column]!, unit)
          : unit === 'percent'
            ? `${value.toFixed(1)}%`
            : String(value);
      const of = unit === 'percent' && n !== null ? `, of ${n}` : '';
      const what = all.length === 1 ? table.title : words;
      return `<li><strong>${number}</strong> ${escaped(`${what}: ${head.replace(/, %$/, '')}${of}`)}</li>`;
    });
  });
  return items.length === 0 ? '' : `<ul class="counts">\n${items.join('\n')}\n</ul>`;
}

/** Links to each table; that of two years and that of quarters stand right below their own. */
const contents = (tables: readonly Figures[]): string =>
  tables.length < 3
    ? ''
    : `<nav aria-label="Tables"><ul>\n${tables
        .filter(({ id }) => ofTable(id) === id)
        .map(({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`)
        .join('\n')}\n</ul></nav>`;

/** A heading with its tables; what is written under it is written in the Word document. */
function chapterHtml(chapter: Chapter, made: MadeFigures, toCome: MadeFigures | null): string[] {
  const { title, parts = [] } = chapter;
  if (chapter.isToCome && toCome !== null) return [`<h2>${escaped(title)}</h2>`, ...toComeHtml(toCome)];
  const tables = made.tables.filter((table) => isIn(chapter, table));
  return [
    `<h2>${escaped(title)}</h2>`,
    ...(tables.length === 0 && parts.length === 0 ? [TO_WRITE] : []),
    ...parts.flatMap((part) => [`<h3>${escaped(part)}</h3>`, TO_WRITE]),
    ...tables.map((table) => section(table, made, 'h3')),
  ];
}

/** The tables of a report that are drawn, and no others. */
const drawnAlone = (made: MadeFigures): MadeFigures => ({
  ...made,
  tables: made.tables.filter(({ id }) => made.report.charts?.some(({ of }) => of === id)),
});

const toComeHtml = (made: MadeFigures): string[] => [
  ...notesOf({ ...made, about: [], isWithheld: false }).map(paragraph),
  ...made.tables.map((table) => section(table, made, 'h3')),
  ...(made.isWithheld ? [] : [paragraph(behindWords(made))]),
];

const TO_WRITE = paragraph('To be written, in the Word document.');

function section(table: Figures, made: MadeFigures, level: 'h2' | 'h3'): string {
  const charts = (made.report.charts ?? []).filter((chart) => chart.of === table.id && table.by === null);
  return [
    `<section aria-labelledby="${table.id}">`,
    `<${level} id="${table.id}">${escaped(`${table.title}${notBy(table, made)}`)}</${level}>`,
    ...charts.map((chart) => chartHtml(chart, table)),
    table.rows.length === 0 ? paragraph('None.') : tableHtml(table),
    notes(table),
    '</section>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function tableHtml({ head, columns, rows, total }: Figures): string {
  const cells = (row: Row): HtmlCell[] => [
    { html: escaped(row.words) },
    ...row.cells.map((cell, at) => ({ html: cellHtml(cell, columns[at]!.unit), isAmount: true })),
  ];
  return rowsTable(
    [
      { words: head === '' ? 'What' : head },
      ...columns.map((column) => ({ words: column.head, isAmount: true })),
    ],
    rows.map(cells),
    total && rows.length > 1 ? { last: cells(total) } : {},
  );
}

/** A number; behind a share its bar, which says nothing that the number does not. */
function cellHtml(cell: Cell, unit: CellUnit): string {
  const words = escaped(cellWords(cell, unit));
  if (unit !== 'percent' || cell.value === null) return `<span>${words}</span>`;
  const bar = `<svg class="small" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">${rect('band', 0, 0, 100, 1)}${rect('s0', 0, 0, cell.value, 1)}</svg>`;
  return `<span>${words}${bar}</span>`;
}

/** What each number of the table counts. */
const notes = ({ columns }: Figures): string =>
  `<ul class="notes">\n${columns.map(({ head, says }) => `<li><strong>${escaped(head)}</strong>: ${escaped(says)}</li>`).join('\n')}\n</ul>`;
