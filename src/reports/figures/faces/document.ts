/** A report of figures as a document, for Word on the council's letterhead. Pure. */
import { longDate, yearOf } from '../../../core/time/dates';
import type { Block, DocumentModel, Inline } from '../../../documents/model';
import type { MarkedParagraph, MarkedTable } from '../../../documents/word/made-again';
import { type Chapter, isIn } from '../chapters';
import type { Figures } from '../model';
import { cellWords, type MadeFigures, notBy, notesOf, shownRows, smallNumbers, titleOf } from './head';

/** The tables in their order, below each what its numbers count; in chapters, if it has any, to be written under. */
export function figuresDocument(made: MadeFigures): DocumentModel {
  const { report, tables, unit } = made;
  const blocks = report.chapters
    ? [aboutMade(made), ...report.chapters.flatMap((chapter) => chapterBlocks(chapter, made))]
    : [
        ...[...(unit === null ? [] : [unit]), ...notesOf(made)].map(paragraph),
        ...tables.flatMap((table) => tableBlocks(table, made, 2)),
        paragraph(smallNumbers(made)),
      ];
  const name = `report-${report.id}`;
  return {
    name,
    version: 1,
    title: titleOf(made),
    reference: '',
    letter: null,
    blocks,
    ...(made.isWithheld && { keywords: FOR_ANYONE }),
  };
}

/** What is made again in a file that people wrote in: what is said of all, the tables, and what their numbers count. */
export const madeInto = (made: MadeFigures): readonly (MarkedTable | MarkedParagraph)[] => [
  aboutMade(made),
  ...made.tables.flatMap((table) => [tableMade(table), ...notesMade(table)]),
];

/** Stands among the keywords of a file that anyone may read, and of no other. */
export const FOR_ANYONE = 'irotool-public';

/** The mark of a table, and of what is said of the whole report of a year. */
export const tableMark = (id: string): string => `t_${id}`;
export const aboutMark = (year: number): string => `year_${year}`;
export const yearOfMade = ({ period }: Pick<MadeFigures, 'period'>): number => yearOf(period.to);

const text = (words: string): readonly Inline[] => [{ kind: 'text', text: words }];
const paragraph = (words: string): MarkedParagraph => ({ kind: 'paragraph', children: text(words) });
const heading = (words: string, level: 2 | 3): Block => ({ kind: 'heading', level, children: text(words) });
/** A line to write on. */
const EMPTY: Block = { kind: 'paragraph', children: [] };

const aboutMade = (made: MadeFigures): MarkedParagraph => ({
  ...paragraph(
    [
      ...(made.unit === null ? [] : [`${made.unit}.`]),
      `Counted on ${longDate(made.madeOn)} from what is recorded.`,
      ...notesOf(made),
      smallNumbers(made),
    ].join(' '),
  ),
  mark: aboutMark(yearOfMade(made)),
});

const chapterBlocks = (chapter: Chapter, made: MadeFigures): Block[] => [
  heading(chapter.title, 2),
  EMPTY,
  ...made.tables.filter((table) => isIn(chapter, table)).flatMap((table) => tableBlocks(table, made, 3)),
  ...(chapter.parts ?? []).flatMap((part) => [heading(part, 3), EMPTY]),
];

const tableBlocks = (table: Figures, made: MadeFigures, level: 2 | 3): Block[] => [
  heading(`${table.title}${notBy(table, made)}`, level),
  table.rows.length === 0 && level === 2 ? paragraph('None.') : tableMade(table),
  ...listOf(notesMade(table).filter((_, at) => !isSaidBefore(table, at, made))),
];

const listOf = (notes: readonly MarkedParagraph[]): Block[] =>
  notes.length === 0 ? [] : [{ kind: 'list', ordered: false, items: notes.map((note) => [note]) }];

/** True if a table before it says the same of a column of the same name: what is read on paper is said once. */
function isSaidBefore(table: Figures, at: number, { tables }: MadeFigures): boolean {
  const { head, says } = table.columns[at]!;
  return tables
    .slice(0, tables.indexOf(table))
    .some(({ columns }) => columns.some((other) => other.head === head && other.says === says));
}

/** A table that has no rows says so in one, so that there is a place for those of another day. */
function tableMade(table: Figures): MarkedTable {
  const { id, head, columns } = table;
  const rows = shownRows(table).map(({ words, cells }) =>
    [words, ...cells.map((cell, at) => cellWords(cell, columns[at]!.unit))].map(text),
  );
  const header = [head === '' ? 'What' : head, ...columns.map((column) => column.head)].map(text);
  const none = header.map((_, at) => text(at === 0 ? 'None.' : ''));
  return { kind: 'table', header, rows: rows.length === 0 ? [none] : rows, mark: tableMark(id) };
}

const notesMade = ({ id, columns }: Figures): MarkedParagraph[] =>
  columns.map(({ head, says }, at) => ({
    kind: 'paragraph',
    children: [{ kind: 'strong', children: text(head) }, ...text(`: ${says}`)],
    mark: `n_${id}_${at}`,
  }));
