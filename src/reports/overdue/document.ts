/** The overdue report as a document, for Word on the council's letterhead. */
import { capital } from '../../core/in-words';
import type { Block, DocumentModel, Inline } from '../../documents/model';
import { lawWord } from '../../ui/states';
import { dayIn } from '../../ui/words';
import { AGES, type OverdueReport } from './model';
import { type DayList, type LateList, type PartList, partsOf } from './parts';
import * as words from './words';

/** The report's words and numbers. */
export function overdueDocument(report: OverdueReport): DocumentModel {
  const { title, about, counts, notes, late, soon, lists } = partsOf(report);
  return {
    name: 'report-overdue',
    version: 1,
    title,
    reference: '',
    letter: null,
    blocks: [
      ...[...about, counts, ...notes].map(paragraph),
      ...teamBlocks(report),
      ...late.flatMap((each) => lateBlocks(each, report)),
      ...(soon === null
        ? []
        : [heading(2, soon.heading), ...soon.days.flatMap((day) => dayBlocks(day, report))]),
      ...lists.flatMap(listBlocks),
      paragraph(words.CONFIDENTIAL),
    ],
  };
}

const text = (said: string): readonly Inline[] => [{ kind: 'text', text: said }];
const paragraph = (said: string): Block => ({ kind: 'paragraph', children: text(said) });
const heading = (level: 2 | 3, said: string): Block => ({ kind: 'heading', level, children: text(said) });

function table(header: readonly string[], rows: readonly (readonly string[])[]): Block {
  return { kind: 'table', header: header.map(text), rows: rows.map((row) => row.map(text)) };
}

function lateBlocks({ heading: title, rows }: LateList, report: OverdueReport): Block[] {
  const cells = rows.map((row) => {
    const why = words.whyWords(row, report);
    return [
      words.childWords(row),
      words.daysLate(row),
      dayIn(row.due, report.today),
      [words.dutyWithin(row, report), ...(why === null ? [] : [why])].join('. '),
      capital(row.who),
      words.placeWords(row),
    ];
  });
  return [heading(2, title), table(['Child', 'Late', 'Due', 'What', 'Who acts', 'Team, IRO'], cells)];
}

function dayBlocks({ caption, rows }: DayList, report: OverdueReport): Block[] {
  const cells = rows.map((row) => [
    words.childWords(row),
    lawWord(row.force === 'statutory'),
    words.dutyWithin(row, report),
    capital(row.who),
  ]);
  return [heading(3, caption), table(['Child', 'Limit', 'What', 'Who acts'], cells)];
}

function listBlocks({ heading: title, note, of, column, lines }: PartList): Block[] {
  const isActed = lines.some(({ who }) => who !== null);
  const rows = lines.map(({ whose, what, who }) => [whose, what, ...(isActed ? [capital(who ?? '')] : [])]);
  const heads = [of, column, ...(isActed ? ['Who acts'] : [])];
  return [heading(2, title), ...(note === null ? [] : [paragraph(note)]), table(heads, rows)];
}

function teamBlocks({ teams }: OverdueReport): Block[] {
  if (teams.length === 0) return [];
  const rows = teams.map(({ team, overdue, statutory, ages }) =>
    [team ?? words.NO_TEAM, overdue, statutory, ...ages].map(String),
  );
  return [heading(2, 'By team'), table(['Team', ...words.TOTALS, ...AGES.map(words.shortAge)], rows)];
}
