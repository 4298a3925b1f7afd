/** The overdue report as rows, for CSV and for a workbook: one heading, every row as long as it. */
import type { IsoDate } from '../../core/time/dates';
import {
  type ActionRow,
  AGES,
  type DutyRow,
  type LateReviewRow,
  type OverdueReport,
  type ReportRow,
  type ToPlanReported,
} from './model';
import { fateWords, NO_TEAM, unplacedWords } from './words';

/** `date` and `number` say what a column holds if it is not text; an empty cell is ''. */
export const COLUMNS = [
  ['list', 'text'],
  ['team', 'text'],
  ['iro', 'text'],
  ['age', 'text'],
  ['child', 'text'],
  ['initials', 'text'],
  ['name', 'text'],
  ['review', 'number'],
  ['what', 'text'],
  ['who', 'text'],
  ['force', 'text'],
  ['due', 'date'],
  ['working days left', 'number'],
  ['days left', 'number'],
  ['planned late', 'text'],
  ['provisional', 'text'],
  ['since', 'date'],
  ['held or planned', 'text'],
  ['on', 'date'],
  ['reason', 'text'],
  ['agreed by', 'text'],
  ['plan by', 'date'],
  ['applicant', 'text'],
] as const;

type ColumnName = (typeof COLUMNS)[number][0];
type Said = Partial<Readonly<Record<ColumnName, string | number>>>;
export type Cells = readonly (string | number)[];

/** The rows below the heading, in the order in which the report tells them. */
export function overdueRows(report: OverdueReport): Cells[] {
  const { ofApplicants } = report;
  const overdue = report.groups.flatMap(({ iros }) =>
    iros.flatMap(({ ages }) => ages.flatMap(({ age, rows }) => rows.map((row) => duty('overdue', row, age)))),
  );
  return [
    ...overdue,
    ...report.soon.map((row) => duty('due soon', row, '')),
    ...report.toPlan.map(toPlan),
    ...report.toSettle.map((row) => action(row)),
    ...report.lateReviews.map(lateReview),
    ...(report.since?.cleared ?? []).map(({ ref, review, what, fate }) =>
      cells({
        list: fate.kind === 'moved' ? 'put off' : 'cleared',
        child: ref,
        review: review ?? '',
        what,
        reason: fateWords(fate, report.today),
      }),
    ),
    ...(report.since?.elsewhere ?? []).map(({ ref, review, what }) =>
      cells({ list: 'overdue elsewhere', child: ref, review: review ?? '', what }),
    ),
    ...unplacedWords(report).map((what) => cells({ list: 'note', what })),
    ...ofApplicants.overdue.map((row) => duty('applicant overdue', row, '', ofApplicant)),
    ...ofApplicants.soon.map((row) => duty('applicant due soon', row, '', ofApplicant)),
    ...ofApplicants.toSettle.map((row) => action(row, 'applicant to settle', ofApplicant)),
  ];
}

/** The same below their heading. */
export const overdueTable = (report: OverdueReport): Cells[] => [
  COLUMNS.map(([name]) => name),
  ...overdueRows(report),
];

/** Totals by team, with its heading. */
export function teamRows({ teams, totals }: OverdueReport): Cells[] {
  const sum = (at: number): number => teams.reduce((total, { ages }) => total + ages[at]!, 0);
  return [
    ['team', 'overdue', 'statutory', ...AGES],
    ...teams.map(({ team, overdue, statutory, ages }) => [team ?? NO_TEAM, overdue, statutory, ...ages]),
    ['All', totals.overdue, totals.statutory, ...AGES.map((_, at) => sum(at))],
  ];
}

function cells(said: Said): Cells {
  return COLUMNS.map(([name]) => said[name] ?? '');
}

function ofChild({ team, iro, ref, initials, name, review }: ReportRow): Said {
  return {
    ...{ team: team ?? '', iro: iro ?? '', child: ref },
    ...{ initials: initials ?? '', name: name ?? '', review: review ?? '' },
  };
}

/** An applicant's row says nothing in the column of children. */
function ofApplicant(row: ReportRow): Said {
  return { ...ofChild(row), child: '', applicant: row.ref };
}

const yes = (is: boolean): string => (is ? 'yes' : '');

function duty(list: string, row: DutyRow, age: string, of = ofChild): Cells {
  return cells({
    ...of(row),
    ...{ list, age, what: row.what, who: row.who, force: row.force, due: row.due },
    ...{ 'working days left': row.workingDaysLeft, 'days left': row.daysLeft },
    ...{ 'planned late': yes(row.compressed && !row.takenUp), provisional: yes(row.provisional) },
  });
}

function action(row: ActionRow, list = 'to settle', of = ofChild): Cells {
  return cells({ ...of(row), list, what: row.what, who: row.who, since: row.since });
}

function toPlan(row: ToPlanReported): Cells {
  const { what, who, due, planBy } = row;
  return cells({ ...ofChild(row), list: 'to plan', what, who, due, 'plan by': planBy });
}

function lateReview(row: LateReviewRow): Cells {
  const on: IsoDate = row.on;
  return cells({
    ...ofChild(row),
    ...{ list: 'review past its limit', what: row.what, force: row.force, due: row.due },
    ...{ 'held or planned': row.state, on, reason: row.because ?? '', 'agreed by': row.agreedBy ?? '' },
  });
}
