/** The overdue report as a document, for Word on the council's letterhead. */
import type { Block, DocumentModel, Inline } from '../../documents/model';
import { AGES, type OverdueReport } from './model';
import { type List, partsOf } from './parts';
import { CONFIDENTIAL, NO_TEAM, shortAge } from './words';

/** The report's words and numbers. */
export function overdueDocument(report: OverdueReport): DocumentModel {
  const { title, opening, overdue, lists } = partsOf(report);
  return {
    name: 'report-overdue',
    version: 1,
    title,
    reference: '',
    letter: null,
    blocks: [
      ...opening.map(paragraph),
      ...teamBlocks(report),
      ...overdue.flatMap(({ heading: words, ages }) => [
        heading(2, words),
        ...ages.flatMap((each) => listBlocks(3, each)),
      ]),
      ...lists.flatMap((each) => listBlocks(2, each)),
      paragraph(CONFIDENTIAL),
    ],
  };
}

const text = (words: string): readonly Inline[] => [{ kind: 'text', text: words }];
const paragraph = (words: string): Block => ({ kind: 'paragraph', children: text(words) });
const heading = (level: 2 | 3, words: string): Block => ({ kind: 'heading', level, children: text(words) });

function table(header: readonly string[], rows: readonly (readonly string[])[]): Block {
  return { kind: 'table', header: header.map(text), rows: rows.map((row) => row.map(text)) };
}

function listBlocks(level: 2 | 3, { heading: words, note, of, column, lines }: List): Block[] {
  const rows = lines.map(({ whose, sentence }) => [whose, sentence]);
  return [heading(level, words), ...(note === null ? [] : [paragraph(note)]), table([of, column], rows)];
}

function teamBlocks({ teams }: OverdueReport): Block[] {
  if (teams.length === 0) return [];
  const rows = teams.map(({ team, overdue, statutory, ages }) =>
    [team ?? NO_TEAM, overdue, statutory, ...ages].map(String),
  );
  return [
    heading(2, 'Lateness by team'),
    table(['Team', 'Overdue', 'Statutory', ...AGES.map(shortAge)], rows),
  ];
}
