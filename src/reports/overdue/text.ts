/** The overdue report as plain text, within a width: for terminals, pipes and the text part of a message. */
import { rowLines } from '../../ui/rows';
import { wrap } from '../../ui/words';
import type { OverdueReport } from './model';
import { type List, partsOf } from './parts';
import { agesWords, CONFIDENTIAL, NO_TEAM, teamWords } from './words';

/** The report's lines; none is wider than `width`. */
export function overdueText(report: OverdueReport, width = 80): string[] {
  const { title, opening, overdue, lists } = partsOf(report);
  return [
    ...[title, ...opening].flatMap((words) => wrap(words, width)),
    ...teamLines(report, width),
    ...overdue.flatMap(({ heading, ages }) => [
      '',
      ...wrap(loud(heading), width),
      ...ages.flatMap((each) => [
        ...wrap(each.heading, width - 1).map((line) => ` ${line}`),
        ...listLines(each, width, 2),
      ]),
    ]),
    ...lists.flatMap((each) => [
      '',
      loud(each.heading),
      ...(each.note === null ? [] : wrap(each.note, width - 1).map((line) => ` ${line}`)),
      ...listLines(each, width),
    ]),
    '',
    ...wrap(CONFIDENTIAL, width),
  ];
}

/** `OVERDUE: Court team, Sam Green`: in capitals up to what people are called. */
const loud = (heading: string): string => heading.replace(/^[^:]*/, (words) => words.toUpperCase());

function teamLines({ teams }: OverdueReport, width: number): string[] {
  if (teams.length === 0) return [];
  const rows = teams.map((each) => [each.team ?? NO_TEAM, `${teamWords(each)}; ${agesWords(each)}`]);
  return ['', 'LATENESS BY TEAM', ...inColumns(rows, width)];
}

const listLines = ({ lines }: List, width: number, indent?: number): string[] =>
  inColumns(
    lines.map(({ whose, sentence }) => [whose, sentence]),
    width,
    indent,
  );

const inColumns = (rows: readonly (readonly string[])[], width: number, indent?: number): string[] =>
  rowLines(rows, [{ min: 8 }, { wraps: true, min: 24 }], width, indent);
