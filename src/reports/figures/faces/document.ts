/** A report of figures as a document, for Word on the council's letterhead. Pure. */
import type { Block, DocumentModel, Inline } from '../../../documents/model';
import type { Figures } from '../model';
import { cellWords, type MadeFigures, notBy, notesOf, SMALL_NUMBERS, shownRows, titleOf } from './head';

/** The tables in their order, below each what its numbers count. */
export const figuresDocument = (made: MadeFigures): DocumentModel => ({
  name: `report-${made.report.id}`,
  version: 1,
  title: titleOf(made),
  reference: '',
  letter: null,
  blocks: [
    ...[...(made.unit === null ? [] : [made.unit]), ...notesOf(made)].map(paragraph),
    ...made.tables.flatMap((table) => tableBlocks(table, made)),
    paragraph(SMALL_NUMBERS),
  ],
});

const text = (words: string): readonly Inline[] => [{ kind: 'text', text: words }];
const paragraph = (words: string): Block => ({ kind: 'paragraph', children: text(words) });

function tableBlocks(table: Figures, made: MadeFigures): Block[] {
  const { title, head, columns } = table;
  const rows = shownRows(table);
  return [
    { kind: 'heading', level: 2, children: text(`${title}${notBy(table, made)}`) },
    rows.length === 0
      ? paragraph('None.')
      : {
          kind: 'table',
          header: [head === '' ? 'What' : head, ...columns.map((column) => column.head)].map(text),
          rows: rows.map(({ words, cells }) =>
            [words, ...cells.map((cell, at) => cellWords(cell, columns[at]!.unit))].map(text),
          ),
        },
    {
      kind: 'list',
      ordered: false,
      items: columns.map(({ head: column, says }) => [
        {
          kind: 'paragraph',
          children: [{ kind: 'strong', children: text(column) }, ...text(`: ${says}`)],
        },
      ]),
    },
  ];
}
