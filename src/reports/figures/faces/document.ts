/** A report of figures as a document, for Word on the council's letterhead. Pure. */
import { longDate, yearOf } from '../../../core/time/dates';
import type { Block, DocumentModel, Inline } from '../../../documents/model';
import type { MarkedParagraph, MarkedTable } from '../../../documents/word/made-again';
import { type Chapter, isIn } from '../chapters';
import type { Figures } from '../model';
import { cellWords, type MadeFigures, notBy, notesOf, shownRows, smallNumbers, titleOf } from './head';

/**
 * The report's tables in their order, each with what its numbers count below it. If the report has chapters, the tables
 * stand under their headings, and below each heading is a line to write on.
 */
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
  ...made.tables.flatMap((table) => [
    tableMade(table),
    ...(table.rows.length === 0 ? [] : [{ ...noneMade(table, made), becomes: tableMade(table) }]),
    ...notesMade(table),
  ]),
];

/** True of a table that has a place in the document: one of a single row stands there as its numbers of both years, once. */
export const standsIn = ({ id, head }: Figures, { report, tables }: MadeFigures): boolean =>
  report.chapters === undefined || head !== '' || !tables.some((other) => other.id === `${id}-years`);

/** Stands among the keywords of a file that anyone may read, and of no other. */
export const FOR_ANYONE = 'irotool-public';

/** The mark of a table, and of what is said of the whole report of a year. */
export const tableMark = (id: string): string => `t_${id}`;
/** The mark of the line that stands for a table without rows. */
export const noneMark = (id: string): string => `none_${id}`;
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
  ...(chapter.parts ?? []).flatMap((part) => [heading(part, 3), EMPTY]),
  ...made.tables.filter((table) => isIn(chapter, table)).flatMap((table) => tableBlocks(table, made, 3)),
];

function tableBlocks(table: Figures, made: MadeFigures, level: 2 | 3): Block[] {
  if (!standsIn(table, made)) return [];
  const own = made.tables.find(({ id }) => `${id}-years` === table.id);
  const all = [...(own && !standsIn(own, made) ? notesSaid(own, made) : []), ...notesSaid(table, made)];
  if (table.rows.length === 0) return [noneMade(table, made), ...(made.report.chapters ? [] : all)];
  return [heading(titleOfTable(table, made), level), tableMade(table), ...all];
}

/** What its numbers count, but for what was said of a table before it. */
const notesSaid = (table: Figures, made: MadeFigures): readonly MarkedParagraph[] =>
  notesMade(table).filter((_, at) => !isSaidBefore(table, at, made));

const titleOfTable = (table: Figures, made: MadeFigures): string => `${table.title}${notBy(table, made)}`;

/** A table without rows is a line, which becomes its title if there are some on another day. */
function noneMade(table: Figures, made: MadeFigures): MarkedParagraph {
  const title: Inline = { kind: 'strong', children: text(titleOfTable(table, made)) };
  return {
    kind: 'paragraph',
    children: table.rows.length === 0 ? [title, ...text(': none.')] : [title],
    mark: noneMark(table.id),
  };
}

/** True if a table before it says the same of a column of the same name: what is read on paper is said once. */
function isSaidBefore(table: Figures, at: number, { report, tables }: MadeFigures): boolean {
  const { head, says } = table.columns[at]!;
  return tables
    .slice(0, tables.indexOf(table))
    .filter(({ rows }) => rows.length > 0 || report.chapters === undefined)
    .some(({ columns }) => columns.some((other) => other.head === head && other.says === says));
}

/** A table that has lost its rows since it was written says so in one, so that there is a place for those of another day. */
function tableMade(table: Figures): MarkedTable {
  const { id, head, columns } = table;
  const rows = shownRows(table).map(({ words, cells }) =>
    [words, ...cells.map((cell, at) => cellWords(cell, columns[at]!.unit))].map(text),
  );
  const header = [head === '' ? 'What' : head, ...columns.map((column) => column.head)].map(text);
  const none = header.map((_, at) => text(at === 0 ? 'None.' : ''));
  const shown = rows.length === 0 ? [none] : rows;
  return { kind: 'table', header, rows: shown, mark: tableMark(id), isOfNumbers: true };
}

const notesMade = ({ id, columns }: Figures): MarkedParagraph[] =>
  columns.map(({ head, says }, at) => ({
    kind: 'paragraph',
    children: [{ kind: 'strong', children: text(head) }, ...text(`: ${says}`)],
    mark: `n_${id}_${at}`,
    isNote: true,
  }));
