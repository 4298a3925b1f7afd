/** The overdue report as plain text, within a width: for terminals, pipes and the text part of a message. */
import { rowLines } from '../ui/rows';
import { wrap } from '../ui/words';
import type { DutyRow, Group, OverdueReport } from './overdue-model';
import {
  aboutWords,
  actionSentence,
  ageHeading,
  agesWords,
  CONFIDENTIAL,
  childWords,
  clearedWords,
  dutySentence,
  lateReviewsNote,
  lateReviewWords,
  NO_IRO,
  NO_TEAM,
  sinceWords,
  teamWords,
  titleOf,
  toPlanSentence,
  totalsWords,
  unplacedWords,
} from './overdue-words';

/** The report's lines; none is wider than `width`. */
export function overdueText(report: OverdueReport, width = 80): string[] {
  const since = sinceWords(report);
  const opening = [
    titleOf(report),
    ...aboutWords(report),
    totalsWords(report),
    ...unplacedWords(report),
    ...(since ? [since] : []),
  ];
  const lines = [
    ...opening.flatMap((words) => wrap(words, width)),
    ...teamLines(report, width),
    ...report.groups.flatMap((group) => groupLines(group, report, width)),
    ...section(`DUE SOON (${report.soon.length})`, dutyRows(report.soon, report), width),
    ...section(
      `TO PLAN (${report.toPlan.length})`,
      report.toPlan.map((row) => [childWords(row), toPlanSentence(row)]),
      width,
    ),
    ...section(
      `TO SETTLE (${report.toSettle.length})`,
      report.toSettle.map((row) => [childWords(row), actionSentence(row, report)]),
      width,
    ),
    ...section(
      `REVIEWS PAST THEIR LIMIT (${report.lateReviews.length})`,
      report.lateReviews.map((row) => [childWords(row), lateReviewWords(row, report)]),
      width,
      lateReviewsNote(report),
    ),
    ...section(
      `SINCE THE LAST REPORT (${clearedWords(report).length})`,
      clearedWords(report).map((row) => [...row]),
      width,
    ),
    '',
    ...wrap(CONFIDENTIAL, width),
  ];
  return lines;
}

function teamLines({ teams }: OverdueReport, width: number): string[] {
  if (teams.length === 0) return [];
  const rows = teams.map((each) => [each.team ?? NO_TEAM, `${teamWords(each)}; ${agesWords(each)}`]);
  return ['', 'LATENESS BY TEAM', ...rowLines(rows, [{ min: 8 }, { wraps: true, min: 24 }], width)];
}

function groupLines({ team, iros }: Group, report: OverdueReport, width: number): string[] {
  return iros.flatMap(({ iro, ages }) => [
    '',
    ...wrap(`OVERDUE: ${team ?? NO_TEAM}, ${iro ?? NO_IRO}`, width),
    ...ages.flatMap(({ age, rows }) => [
      ...wrap(ageHeading(age, rows), width - 1).map((line) => ` ${line}`),
      ...rowLines(dutyRows(rows, report), [{ min: 8 }, { wraps: true, min: 24 }], width, 2),
    ]),
  ]);
}

function dutyRows(rows: readonly DutyRow[], report: OverdueReport): string[][] {
  return rows.map((row) => [childWords(row), dutySentence(row, report)]);
}

function section(heading: string, rows: readonly string[][], width: number, note?: string): string[] {
  if (rows.length === 0) return [];
  return [
    '',
    heading,
    ...(note === undefined ? [] : wrap(note, width - 1).map((line) => ` ${line}`)),
    ...rowLines(rows, [{ min: 8 }, { wraps: true, min: 24 }], width),
  ];
}
