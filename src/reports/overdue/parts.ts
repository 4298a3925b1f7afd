/** What the overdue report says, part by part: every rendering has all of it, in this order. */
import { compare } from '../../core/compare';
import type { IsoDate } from '../../core/time/dates';
import { fullDayIn } from '../../ui/words';
import type { ActionRow, DutyRow, OverdueReport } from './model';
import * as words from './words';

/** A row of a list. */
export interface Line {
  /** Whom it is of: a child, or in the list of applicants one of them. */
  readonly whose: string;
  readonly what: string;
  /** Null if nobody has to act. */
  readonly who: string | null;
}

export interface PartList {
  readonly heading: string;
  /** Over the column of whom it is of, and over the one beside it. */
  readonly of: 'Child' | 'Applicant';
  readonly column: string;
  readonly note: string | null;
  readonly lines: readonly Line[];
}

/** What is late, the oldest first. */
export interface LateList {
  readonly kind: 'law' | 'procedure';
  readonly heading: string;
  readonly rows: readonly DutyRow[];
}

/** What falls due on one day, limits of law first. */
export interface DayList {
  readonly caption: string;
  readonly rows: readonly DutyRow[];
}

export interface ReportParts {
  readonly title: string;
  /** Whose report it is and of whom. */
  readonly about: readonly string[];
  readonly counts: string;
  /** What else is to be known before the lists. */
  readonly notes: readonly string[];
  /** Past a limit of law, then the others; none is without rows. */
  readonly late: readonly LateList[];
  readonly soon: { readonly heading: string; readonly days: readonly DayList[] } | null;
  /** The other lists: none is without lines. */
  readonly lists: readonly PartList[];
}

/** The list that a page has in a form of its own. */
export const TO_SETTLE = 'To settle';

/** The report's words, in the order in which they are read. */
export function partsOf(report: OverdueReport): ReportParts {
  const since = words.sinceWords(report);
  const late = lateRows(report);
  const dutyLine = (row: DutyRow): Line => ({
    whose: words.childWords(row),
    what: words.dutySentence(row, report),
    who: row.who,
  });
  const actionLine = (row: ActionRow): Line => ({
    whose: words.childWords(row),
    what: words.actionWords(row, report),
    who: row.who,
  });
  const { overdue, soon, toSettle } = report.ofApplicants;
  const ofApplicants = [...[...overdue, ...soon].map(dutyLine), ...toSettle.map(actionLine)];
  const lists = [
    list('To plan', 'What is to be planned', report.toPlan, (row) => ({
      whose: words.childWords(row),
      what: `${row.what}.`,
      who: row.who,
    })),
    list(TO_SETTLE, 'What is to be settled', report.toSettle, actionLine),
    list(
      'Reviews past their limit',
      'Review',
      words.otherLateReviews(report, late),
      (row) => told(words.childWords(row), words.lateReviewWords(row, report)),
      words.lateReviewsNote(report),
    ),
    list('Since the last report', 'What became of it', words.clearedWords(report), (row) => told(...row)),
    {
      ...list('Applicants to the review mechanism', 'What is owed', ofApplicants, (line) => line),
      of: 'Applicant' as const,
      note: 'They are in none of the figures and lists of children.',
    },
  ];
  const isLaw = ({ force }: DutyRow): boolean => force === 'statutory';
  return {
    title: words.titleOf(report),
    about: words.aboutWords(report),
    counts: words.countsWords(report),
    notes: [
      ...words.unplacedWords(report),
      ...(since === null ? [] : [since]),
      ...words.applicantsWords(report),
    ],
    late: [
      lateList('law', 'Past a limit of law', late.filter(isLaw)),
      lateList(
        'procedure',
        'Late, by procedure',
        late.filter((row) => !isLaw(row)),
      ),
    ].filter(({ rows }) => rows.length > 0),
    soon:
      report.soon.length === 0
        ? null
        : { heading: `Due soon (${report.soon.length})`, days: soonDays(report) },
    lists: lists.filter(({ lines }) => lines.length > 0),
  };
}

/** What is late in one list, the oldest first. */
const lateRows = ({ groups }: OverdueReport): DutyRow[] =>
  groups
    .flatMap(({ iros }) => iros.flatMap(({ ages }) => ages.flatMap(({ rows }) => rows)))
    .sort((a, b) => compare(a.due, b.due) || compare(a.ref, b.ref) || compare(a.what, b.what));

const lateList = (kind: LateList['kind'], heading: string, rows: readonly DutyRow[]): LateList => ({
  kind,
  heading: `${heading} (${rows.length})`,
  rows,
});

function soonDays({ soon, today }: OverdueReport): DayList[] {
  const days = [...new Set(soon.map(({ due }) => due))].sort();
  return days.map((day) => {
    const rows = soon.filter(({ due }) => due === day);
    return { caption: dayCaption(day, today, rows.length), rows };
  });
}

const dayCaption = (day: IsoDate, today: IsoDate, amount: number): string =>
  `${day === today ? 'Today, ' : ''}${fullDayIn(day, today)} (${amount})`;

function list<R>(
  heading: string,
  column: string,
  rows: readonly R[],
  line: (row: R) => Line,
  note: string | null = null,
): PartList {
  return { heading: `${heading} (${rows.length})`, of: 'Child', column, note, lines: rows.map(line) };
}

const told = (whose: string, what: string): Line => ({ whose, what, who: null });
