/** The overdue report as a document, for Word on the council's letterhead. */
import type { Block, DocumentModel, Inline } from '../documents/model';
import { AGES, type DutyRow, type OverdueReport } from './overdue-model';
import {
  aboutWords,
  actionSentence,
  ageHeading,
  CONFIDENTIAL,
  childWords,
  clearedWords,
  dutySentence,
  lateReviewsNote,
  lateReviewWords,
  NO_IRO,
  NO_TEAM,
  shortAge,
  sinceWords,
  titleOf,
  totalsWords,
} from './overdue-words';

/** The report's words and numbers, in the order in which every rendering has them. */
export function overdueDocument(report: OverdueReport): DocumentModel {
  const since = sinceWords(report);
  return {
    name: 'report-overdue',
    version: 1,
    title: titleOf(report),
    reference: '',
    letter: null,
    blocks: [
      ...[...aboutWords(report), totalsWords(report), ...(since ? [since] : [])].map(paragraph),
      ...teamBlocks(report),
      ...report.groups.flatMap(({ team, iros }) =>
        iros.flatMap(({ iro, ages }) => [
          heading(2, `Overdue: ${team ?? NO_TEAM}, ${iro ?? NO_IRO}`),
          ...ages.flatMap(({ age, rows }) => [
            heading(3, ageHeading(age, rows)),
            table(['Child', 'What is owed'], dutyCells(rows, report)),
          ]),
        ]),
      ),
      ...section('Due soon', ['Child', 'What is owed'], dutyCells(report.soon, report)),
      ...section(
        'To settle',
        ['Child', 'What is to be settled'],
        report.toSettle.map((row) => [childWords(row), actionSentence(row, report)]),
      ),
      ...section(
        'Reviews past their limit',
        ['Child', 'Review'],
        report.lateReviews.map((row) => [childWords(row), lateReviewWords(row, report)]),
        lateReviewsNote(report),
      ),
      ...section('Since the last report', ['Child', 'What became of it'], clearedWords(report)),
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

function section(
  words: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  note?: string,
): Block[] {
  if (rows.length === 0) return [];
  const said = note === undefined ? [] : [paragraph(note)];
  return [heading(2, `${words} (${rows.length})`), ...said, table(header, rows)];
}

function dutyCells(rows: readonly DutyRow[], report: OverdueReport): string[][] {
  return rows.map((row) => [childWords(row), dutySentence(row, report)]);
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
