/** The words of the overdue report, which all its renderings share. */
import { capital } from '../../core/in-words';
import { type IsoDate, longDate } from '../../core/time/dates';
import { nobodysWords, withoutIroWords, withoutTeamWords } from '../../ui/unplaced-words';
import { compressedWords, dayIn, refAndReview } from '../../ui/words';
import { aboutLines } from '../about-words';
import {
  type ActionRow,
  AGES,
  type DutyRow,
  type Fate,
  type LateReviewRow,
  type OverdueReport,
  type Row,
  type TeamTotals,
  type ToPlanRow,
} from './model';

export const NO_TEAM = 'No team recorded';
export const NO_IRO = 'No IRO yet';

/** At the head of the numbers of each team; a narrow screen breaks them where it should. */
export const TOTALS = ['Over\u00addue', 'Statu\u00adtory'] as const;

/** `Overdue on Monday 30 March 2026`. */
export const titleOf = ({ today }: OverdueReport): string => `Overdue on ${longDate(today)}`;

/** The subject of a message: numbers and the day, without a name. */
export function subjectOf(report: OverdueReport): string {
  const { totals, today } = report;
  if (totals.overdue === 0) {
    const ofReport = isOfSome(report) ? ' in this report' : '';
    return `Reviews: nothing overdue${ofReport} on ${longDate(today)}`;
  }
  const statutory = totals.statutory === 0 ? '' : `, ${totals.statutory} by a statutory limit`;
  return `Reviews: ${totals.overdue} overdue on ${longDate(today)}${statutory}`;
}

/** Whose report it is, whom it is for and what of, below the title. */
export const aboutWords = (report: OverdueReport): string[] => [
  ...(report.unit === null ? [] : [report.unit]),
  ...aboutLines(report.for, report.team),
];

/** True of a report that leaves children out: it speaks of itself alone. */
const isOfSome = (report: OverdueReport): boolean => unplacedWords(report).length > 0;

/** The numbers in one sentence; said if there is nothing, so that silence is never taken for it. */
export function totalsWords(report: OverdueReport): string {
  const { totals, until, toPlan } = report;
  const { overdue, statutory, soon, toSettle } = totals;
  const nothing = isOfSome(report) ? 'Nothing in this report is' : 'Nothing is';
  const late = overdue === 0 ? `${nothing} overdue` : overdueWords(overdue, statutory);
  return `${late}; ${soon === 0 ? 'nothing' : soon} due by ${longDate(until)}; ${toPlan.length === 0 ? '' : `${toPlan.length} to plan; `}${toSettle === 0 ? 'nothing' : toSettle} to settle.`;
}

/**
 * What a report cannot hold, said where it might seem that nothing is late: children without a team or an
 * IRO to those who manage one, and those of whom no manager is told to whoever gets all.
 */
export function unplacedWords({ for: { scope }, team, unplaced }: OverdueReport): string[] {
  const { noTeam, noIro, noManager } = unplaced;
  if (team !== null) return noTeam.length === 0 ? [] : [withoutTeamWords(noTeam)];
  if (scope.all) return noManager.length === 0 ? [] : [nobodysWords(noManager)];
  return [
    ...(scope.teams.length === 0 || noTeam.length === 0 ? [] : [withoutTeamWords(noTeam)]),
    ...(scope.iros.length === 0 || noIro.length === 0 ? [] : [withoutIroWords(noIro)]),
  ];
}

/** What there is of applicants, in a sentence of its own. */
export function applicantsWords({ ofApplicants, until }: OverdueReport): string[] {
  const { overdue, soon, toSettle } = ofApplicants;
  if (overdue.length + soon.length + toSettle.length === 0) return [];
  return [
    `Of applicants to the review mechanism, who are counted apart: ${overdue.length} overdue, ${soon.length} due by ${longDate(until)}, ${toSettle.length} to settle.`,
  ];
}

/** `3 overdue, 1 of them by a statutory limit`. */
function overdueWords(overdue: number, statutory: number): string {
  if (overdue === 1) return `1 overdue, ${statutory === 0 ? 'not ' : ''}by a statutory limit`;
  const part = statutory === 0 ? 'none' : statutory === overdue ? 'all' : statutory;
  return `${overdue} overdue, ${part} of them by a statutory limit`;
}

/** What changed since an earlier report. */
export function sinceWords({ since }: OverdueReport): string | null {
  if (since === null) return null;
  const { on, cleared, elsewhere } = since;
  const putOff = cleared.filter(({ fate }) => fate.kind === 'moved').length;
  const parts = [
    `${cleared.length - putOff} cleared`,
    ...(putOff === 0 ? [] : [`${putOff} not done and put off`]),
    `${since.new} new`,
    ...(elsewhere.length === 0 ? [] : [`${elsewhere.length} still overdue with another team or IRO`]),
  ];
  return `Since the report of ${longDate(on)}: ${parts.join(', ')}.`;
}

/** What was cleared and how, one by one; then what is overdue elsewhere. */
export function clearedWords({ since, today }: OverdueReport): readonly (readonly [string, string])[] {
  if (since === null) return [];
  return [
    ...since.cleared.map(
      ({ ref, review, what, fate }) =>
        [refAndReview(ref, review), `${what}: ${fateWords(fate, today)}`] as const,
    ),
    ...since.elsewhere.map(
      ({ ref, review, what }) =>
        [refAndReview(ref, review), `${what}: still overdue, with another team or IRO`] as const,
    ),
  ];
}

/** `done on Tue 24 Mar`. */
export function fateWords(fate: Fate, today: IsoDate): string {
  switch (fate.kind) {
    case 'done':
      return `done on ${dayIn(fate.on, today)}`;
    case 'moved':
      return `not done, and now due ${dayIn(fate.due, today)}`;
    case 'ended':
      return 'not done, and no longer owed';
    case 'gone':
      return 'not owed, as the record now stands';
  }
}

/** `C1024/2 (JS)`; with the name where names are in it. */
export function childWords({ ref, review, name, initials }: Row): string {
  const called = name ?? initials;
  return called === null ? refAndReview(ref, review) : `${refAndReview(ref, review)} (${called})`;
}

/** What is to be known of a limit besides its day and its force. */
const remarks = (row: DutyRow, { today }: OverdueReport): string[] => [
  // Once overdue, that it was planned late says nothing more.
  ...(row.compressed ? [`${compressedWords(row.takenUp)}${row.due < today ? '' : ': do it now'}`] : []),
  ...(row.provisional ? ['provisional: beyond the published bank holidays'] : []),
];

const withMarks = (what: string, marks: readonly string[]): string =>
  marks.length === 0 ? what : `${what} (${marks.join('; ')})`;

/** The duty with its marks. */
export const dutyWords = (row: DutyRow, report: OverdueReport): string =>
  withMarks(row.what, [...(row.force === 'statutory' ? ['statutory limit'] : []), ...remarks(row, report)]);

/** The same in a list that says whose limits its rows have. */
export const dutyWithin = (row: DutyRow, report: OverdueReport): string =>
  withMarks(row.what, remarks(row, report));

/** What is to be planned, which is the unit's. */
export const toPlanSentence = ({ what, who }: ToPlanRow): string => `${what}. Who acts: ${who}.`;

/** What is to be settled, which has no day that it is due. */
export function actionWords({ what, since }: ActionRow, { today }: OverdueReport): string {
  return `${what} (no date is set; since ${dayIn(since, today)})`;
}

/** `Hold the first review, due Mon 23 Mar, is planned for Mon 30 Mar. Why: …. Agreed by …`. */
export function lateReviewWords(row: LateReviewRow, { today }: OverdueReport): string {
  const done = row.state === 'held' ? 'was held on' : 'is planned for';
  const sat = row.adjourned === null ? '' : `sat on ${dayIn(row.adjourned, today)}, was adjourned, and `;
  const mark = row.force === 'statutory' ? ` (statutory limit${row.eased ? ', eased then' : ''})` : '';
  return [
    `${row.what}${mark}: due ${dayIn(row.due, today)}, it ${sat}${done} ${dayIn(row.on, today)}.`,
    `Why: ${row.because === null ? 'not recorded' : unended(row.because)}.`,
    `Agreed by: ${row.agreedBy === null ? 'not recorded' : unended(row.agreedBy)}.`,
  ].join(' ');
}

const unended = (text: string): string => text.replace(/\.$/, '');

/** `over 20 working days late: 2, up to 5 working days late: 4`, without what there is none of. */
export function agesWords({ ages }: TeamTotals): string {
  return AGES.map((age, at) => [age, ages[at]!] as const)
    .filter(([, amount]) => amount > 0)
    .map(([age, amount]) => `${age}: ${amount}`)
    .join(', ');
}

/** The same of one team. */
export const teamWords = ({ overdue, statutory }: TeamTotals): string => overdueWords(overdue, statutory);

/** `3 working days late: due Mon 23 Mar`. */
export function dayWords(row: DutyRow, { today }: OverdueReport): string {
  return `${row.late}: due ${dayIn(row.due, today)}`;
}

/** The day, the duty and who acts: all in one cell, which a phone has room for. */
export const dutySentence = (row: DutyRow, report: OverdueReport): string =>
  `${dayWords(row, report)}. ${dutyWords(row, report)}. Who acts: ${row.who}.`;

/** The same of what is to be settled. */
export const actionSentence = (row: ActionRow, report: OverdueReport): string =>
  `${actionWords(row, report)}. Who acts: ${row.who}.`;

/** What the list of reviews past their limit holds. */
export const lateReviewsNote = ({ heldFrom }: OverdueReport): string =>
  `Planned past the limit, or held past it since ${longDate(heldFrom)}.`;

/** `Over 20 working days late (3)`. */
export const ageHeading = (age: string, rows: readonly unknown[]): string =>
  `${capital(age)} (${rows.length})`;

/** `Over 20 days`: what a narrow column has room for. */
export function shortAge(age: string): string {
  const short = age.replace(' working days late', '');
  return `${capital(short)} days`;
}

/** Said at the foot: who may read it. */
export const CONFIDENTIAL =
  'This is about children in care, for the person it was made for. Do not send it on.';

/** The same at the foot of each printed page. */
export const PAGE_WARNING = 'Confidential: children in care';
