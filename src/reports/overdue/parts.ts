/** What the overdue report says, part by part: every rendering has all of it, in this order. */
import type { ActionRow, DutyRow, OverdueReport } from './model';
import * as words from './words';

/** A row of a list. */
export interface Line {
  /** Whom it is of: a child, or in the list of applicants one of them. */
  readonly whose: string;
  /** All of it, for a rendering of two columns. */
  readonly sentence: string;
  /** The same without who acts, and who does, for one of three; `who` is null if nobody has to act. */
  readonly what: string;
  readonly who: string | null;
}

export interface List {
  readonly heading: string;
  /** Over the column of whom it is of, and over the one beside it. */
  readonly of: 'Child' | 'Applicant';
  readonly column: string;
  readonly note: string | null;
  readonly lines: readonly Line[];
}

export interface Parts {
  readonly title: string;
  readonly opening: readonly string[];
  /** What is overdue, by team and IRO, and in each by age; the renderings put the table of teams before it. */
  readonly overdue: readonly { readonly heading: string; readonly ages: readonly List[] }[];
  /** The other lists: none is without lines. */
  readonly lists: readonly List[];
}

/** The report's words, in the order in which they are read. */
export function partsOf(report: OverdueReport): Parts {
  const since = words.sinceWords(report);
  const dutyLine = (row: DutyRow): Line => ({
    whose: words.childWords(row),
    sentence: words.dutySentence(row, report),
    what: `${words.dutyWords(row, report)}. ${words.dayWords(row, report)}.`,
    who: row.who,
  });
  const actionLine = (row: ActionRow): Line => ({
    whose: words.childWords(row),
    sentence: words.actionSentence(row, report),
    what: words.actionWords(row, report),
    who: row.who,
  });
  const owed = (heading: string, rows: readonly DutyRow[]): List =>
    list(heading, 'What is owed', rows, dutyLine);
  const { overdue, soon, toSettle } = report.ofApplicants;
  const ofApplicants = [...[...overdue, ...soon].map(dutyLine), ...toSettle.map(actionLine)];
  const lists = [
    owed('Due soon', report.soon),
    list('To plan', 'What is to be planned', report.toPlan, (row) => ({
      whose: words.childWords(row),
      sentence: words.toPlanSentence(row),
      what: `${row.what}.`,
      who: row.who,
    })),
    list('To settle', 'What is to be settled', report.toSettle, actionLine),
    list(
      'Reviews past their limit',
      'Review',
      report.lateReviews,
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
  return {
    title: words.titleOf(report),
    opening: [
      ...words.aboutWords(report),
      words.totalsWords(report),
      ...words.unplacedWords(report),
      ...(since === null ? [] : [since]),
      ...words.applicantsWords(report),
    ],
    overdue: report.groups.flatMap(({ team, iros }) =>
      iros.map(({ iro, ages }) => ({
        heading: `Overdue: ${team ?? words.NO_TEAM}, ${iro ?? words.NO_IRO}`,
        ages: ages.map(({ age, rows }) => ({ ...owed('', rows), heading: words.ageHeading(age, rows) })),
      })),
    ),
    lists: lists.filter(({ lines }) => lines.length > 0),
  };
}

function list<R>(
  heading: string,
  column: string,
  rows: readonly R[],
  line: (row: R) => Line,
  note: string | null = null,
): List {
  return { heading: `${heading} (${rows.length})`, of: 'Child', column, note, lines: rows.map(line) };
}

const told = (whose: string, sentence: string): Line => ({ whose, sentence, what: sentence, who: null });
