/** What the overdue report says, part by part: every rendering has all of it, in this order. */
import type { DutyRow, OverdueReport } from './model';
import {
  aboutWords,
  actionSentence,
  actionWords,
  ageHeading,
  childWords,
  clearedWords,
  dayWords,
  dutySentence,
  dutyWords,
  lateReviewsNote,
  lateReviewWords,
  NO_IRO,
  NO_TEAM,
  sinceWords,
  titleOf,
  toPlanSentence,
  totalsWords,
  unplacedWords,
} from './words';

/** A row of a list. */
export interface Line {
  readonly child: string;
  /** All of it, for a rendering of two columns. */
  readonly sentence: string;
  /** The same without who acts, and who does, for one of three; `who` is null if nobody has to act. */
  readonly what: string;
  readonly who: string | null;
}

export interface List {
  readonly heading: string;
  /** Over the column beside the child. */
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
  const since = sinceWords(report);
  const owed = (heading: string, rows: readonly DutyRow[]): List =>
    list(heading, 'What is owed', rows, (row) => ({
      child: childWords(row),
      sentence: dutySentence(row, report),
      what: `${dutyWords(row, report)}. ${dayWords(row, report)}.`,
      who: row.who,
    }));
  const lists = [
    owed('Due soon', report.soon),
    list('To plan', 'What is to be planned', report.toPlan, (row) => ({
      child: childWords(row),
      sentence: toPlanSentence(row),
      what: `${row.what}.`,
      who: row.who,
    })),
    list('To settle', 'What is to be settled', report.toSettle, (row) => ({
      child: childWords(row),
      sentence: actionSentence(row, report),
      what: actionWords(row, report),
      who: row.who,
    })),
    list(
      'Reviews past their limit',
      'Review',
      report.lateReviews,
      (row) => told(childWords(row), lateReviewWords(row, report)),
      lateReviewsNote(report),
    ),
    list('Since the last report', 'What became of it', clearedWords(report), (row) => told(...row)),
  ];
  return {
    title: titleOf(report),
    opening: [
      ...aboutWords(report),
      totalsWords(report),
      ...unplacedWords(report),
      ...(since === null ? [] : [since]),
    ],
    overdue: report.groups.flatMap(({ team, iros }) =>
      iros.map(({ iro, ages }) => ({
        heading: `Overdue: ${team ?? NO_TEAM}, ${iro ?? NO_IRO}`,
        ages: ages.map(({ age, rows }) => ({ ...owed('', rows), heading: ageHeading(age, rows) })),
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
  return { heading: `${heading} (${rows.length})`, column, note, lines: rows.map(line) };
}

const told = (child: string, sentence: string): Line => ({ child, sentence, what: sentence, who: null });
