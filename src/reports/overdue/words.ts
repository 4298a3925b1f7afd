/** The words of the overdue report, which all its renderings share. */
import { capital } from '../../core/in-words';
import { addDays, type IsoDate, longDate } from '../../core/time/dates';
import { farOff, type Late, lateOf, lateWords, plannedLate } from '../../ui/lateness';
import { WORKING_DAYS } from '../../ui/states';
import { nobodysWords, withoutIroWords, withoutTeamWords } from '../../ui/unplaced-words';
import { count, dayIn, refAndReview, WIDE } from '../../ui/words';
import { aboutLines, whoseWords } from '../about-words';
import type { ActionRow, BecameOf, DutyRow, LateReviewRow, OverdueReport, ReportRow } from './model';

export const NO_TEAM = 'No team recorded';
export const NO_IRO = 'No IRO yet';

/** At the head of the numbers of each team. */
export const TOTALS = ['Late', 'Past law'] as const;

/** `Overdue on Monday 30 March 2026`. */
export const titleOf = ({ today }: OverdueReport): string => `Overdue on ${longDate(today)}`;

/** The subject of a message: numbers and the day, without a name. */
export function subjectOf(report: OverdueReport): string {
  const { totals, today } = report;
  if (totals.overdue === 0) {
    const ofReport = isOfSome(report) ? ' in this report' : '';
    return `Reviews: nothing overdue${ofReport} on ${longDate(today)}`;
  }
  const statutory = totals.statutory === 0 ? '' : `, ${totals.statutory} past a limit of law`;
  return `Reviews: ${count(totals.overdue, 'step')} late on ${longDate(today)}${statutory}`;
}

/** Whose report it is, whom it is for and what of, below the title. */
export const aboutWords = (report: OverdueReport): string[] => [
  ...(report.unit === null ? [] : [report.unit]),
  ...aboutLines(report.for, report.team),
];

/** The same at the head of a text: what it is in one line, and below it whom it is for, if it is for somebody. */
export function headLines(report: OverdueReport): string[] {
  const { unit, for: whom, team } = report;
  const title = [titleOf(report), ...(unit === null ? [] : [unit])];
  const about = aboutLines(whom, team);
  if (whom.name !== null) return [title.join(', '), ...about];
  return [[...title, whoseWords(whom, team)].join(', '), ...about.slice(1)];
}

/** True of a report that leaves children out: it speaks of itself alone. */
const isOfSome = (report: OverdueReport): boolean => unplacedWords(report).length > 0;

/** What is late in it: applicants are counted apart. */
const lateIn = ({ groups }: OverdueReport): Late =>
  lateOf(
    groups
      .flatMap(({ iros }) => iros.flatMap(({ ages }) => ages.flatMap(({ rows }) => rows)))
      .map(({ ref, force }) => ({ ref, isLate: true, isLaw: force === 'statutory', isChild: true })),
  );

/** The numbers in one sentence; said if there is nothing, so that silence is never taken for it. */
export function totalsWords(report: OverdueReport): string {
  const { totals, until, toPlan } = report;
  const { overdue, soon, toSettle } = totals;
  const nothing = isOfSome(report) ? 'Nothing in this report is' : 'Nothing is';
  const late = overdue === 0 ? `${nothing} overdue` : lateWords(lateIn(report));
  return `${late}; ${soon === 0 ? 'nothing' : soon} due by ${longDate(until)}; ${toPlan.length === 0 ? '' : `${toPlan.length} to plan; `}${toSettle === 0 ? 'nothing' : toSettle} to settle.`;
}

/** The same, and how days are counted. */
export const countsWords = (report: OverdueReport): string =>
  `${totalsWords(report)}${report.totals.overdue === 0 ? '' : ` ${WORKING_DAYS}`}`;

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
    `Of applicants to the review mechanism, who are counted apart: ${overdue.length} late, ${soon.length} due by ${longDate(until)}, ${toSettle.length} to settle.`,
  ];
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
export function fateWords(fate: BecameOf, today: IsoDate): string {
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
export function childWords({ ref, review, name, initials }: ReportRow): string {
  const called = name ?? initials;
  return called === null ? refAndReview(ref, review) : `${refAndReview(ref, review)} (${called})`;
}

/** What is to be known of a limit besides its day and its force. */
const remarks = (row: DutyRow, { today }: OverdueReport): string[] => [
  ...plannedLate({ ...row, isTakenUp: row.takenUp }, today),
  ...(row.provisional ? ['provisional: beyond the published bank holidays'] : []),
];

const withMarks = (what: string, marks: readonly string[]): string =>
  marks.length === 0 ? what : `${what} (${marks.join('; ')})`;

/** The duty with what must be known of its limit. */
export const dutyWithin = (row: DutyRow, report: OverdueReport): string =>
  withMarks(row.what, remarks(row, report));

/** The same as there is room for: under a hundred columns a duty has its short name. */
export function dutyAt(row: DutyRow, report: OverdueReport, width: number): string {
  return width >= WIDE ? dutyWithin(row, report) : withMarks(row.short, remarks(row, report));
}

/** What is to be settled, which has no day that it is due. */
export function actionWords({ what, since }: ActionRow, { today }: OverdueReport): string {
  return `${what} (since ${dayIn(since, today)})`;
}

/** `Hold the first review (limit of law): due Mon 23 Mar, it is planned for Mon 30 Mar. Why: …. Agreed by: …`. */
export function lateReviewWords(row: LateReviewRow, report: OverdueReport): string {
  const mark = row.force === 'statutory' ? ` (limit of law${row.eased ? ', eased then' : ''})` : '';
  return `${row.what}${mark}: due ${dayIn(row.due, report.today)}, it ${becameOf(row, report)}`;
}

/** What became of the review that is owed, said beside what is owed; null if there is nothing to tell. */
export function whyWords(row: DutyRow, report: OverdueReport): string | null {
  const review = report.lateReviews.find((each) => isOfRow(each, row));
  return review === undefined ? null : `It ${becameOf(review, report)}`;
}

/** Reviews past their limit that are not told of beside what is late. */
export const otherLateReviews = (report: OverdueReport, late: readonly DutyRow[]): LateReviewRow[] =>
  report.lateReviews.filter((review) => !late.some((row) => isOfRow(review, row)));

const isOfRow = (review: LateReviewRow, row: DutyRow): boolean =>
  review.ref === row.ref &&
  review.review === row.review &&
  review.what === row.what &&
  review.due === row.due;

/** `is planned for Mon 30 Mar. Why: …. Agreed by: …`. */
function becameOf(row: LateReviewRow, { today }: OverdueReport): string {
  const done = row.state === 'held' ? 'was held on' : 'is planned for';
  const sat = row.adjourned === null ? '' : `sat on ${dayIn(row.adjourned, today)}, was adjourned, and `;
  return [
    `${sat}${done} ${dayIn(row.on, today)}.`,
    `Why: ${row.because === null ? 'not recorded' : unended(row.because)}.`,
    `Agreed by: ${row.agreedBy === null ? 'not recorded' : unended(row.agreedBy)}.`,
  ].join(' ');
}

const unended = (text: string): string => text.replace(/\.$/, '');

/** `3 days late`, `today`, `in 2 days`, which are working days. */
export const farWords = (row: DutyRow): string => farOff(row);

/** `3 days`. */
export const daysLate = (row: DutyRow): string => farWords(row).replace(' late', '');

/** `4 today, 11 tomorrow, 6 on Wed 1 Apr`. */
export function soonWords({ soon, today }: OverdueReport): string {
  const days = [...new Set(soon.map(({ due }) => due))].sort();
  return days
    .map((day) => {
      const when =
        day === today ? 'today' : day === addDays(today, 1) ? 'tomorrow' : `on ${dayIn(day, today)}`;
      return `${soon.filter(({ due }) => due === day).length} ${when}`;
    })
    .join(', ');
}

/** `Children in Care East, Zofia Żuk`: whose child it is. */
export const placeWords = ({ team, iro }: ReportRow): string => `${team ?? NO_TEAM}, ${iro ?? NO_IRO}`;

/** All of a duty in one sentence, in a list that does not say whose limits its rows have. */
export function dutySentence(row: DutyRow, report: OverdueReport): string {
  const what = withMarks(row.what, [
    ...(row.force === 'statutory' ? ['limit of law'] : []),
    ...remarks(row, report),
  ]);
  return `${what}: ${farWords(row)}, due ${dayIn(row.due, report.today)}.`;
}

/** What the list of reviews past their limit holds. */
export const lateReviewsNote = ({ heldFrom }: OverdueReport): string =>
  `Planned past the limit, or held past it since ${longDate(heldFrom)}.`;

/** `over 20`: of an age below words that say what is counted. */
export const bareAge = (age: string): string => age.replace(' working days late', '');

/** `Over 20 days`: what a narrow column has room for. */
export const shortAge = (age: string): string => `${capital(bareAge(age))} days`;

/** Said at the foot: who may read it. */
export const CONFIDENTIAL =
  'This is about children in care, for the person it was made for. Do not send it on.';

/** Said at the foot of a message: with what it can be shown later that nothing recorded by then was changed. */
export const keptHeadWords = (head: string): string =>
  `To see later that nothing recorded until now was changed: irotool audit verify --from ${head}`;

/** The same at the foot of each printed page. */
export const PAGE_WARNING = 'Confidential: children in care';
