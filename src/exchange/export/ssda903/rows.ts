/** The rows of one child, as the return has them. Pure. */
import { upTo } from '../../../core/engine/chronology';
import type { Story } from '../../../core/engine/moment';
import { storyOf } from '../../../core/engine/story';
import type { IsoDate } from '../../../core/time/dates';
import type { StoredFact } from '../../../store/kept-facts';
import { COLUMNS } from '../../ssda903/tables';
import { type EpisodeOut, episodesOf } from './episodes';
import type { GivenTable, OutRow, RecordedReview, ReturnYear } from './model';

/** Who a child is, as the Header says it. */
export interface ChildOut {
  readonly ref: string;
  readonly born: IsoDate | null;
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly upn: string | null;
}

export interface RowsOfChild {
  readonly child: ChildOut;
  readonly rows: Readonly<Record<GivenTable, readonly OutRow[]>>;
  /** The legal statuses under which the child was looked after in the year; before it, if not in it. */
  readonly statuses: ReadonlySet<string | null>;
}

/** A child's rows of a year; null if nothing of the year is recorded of them. */
export function rowsOfChild(
  child: ChildOut,
  facts: readonly StoredFact[],
  { from, to }: ReturnYear,
): RowsOfChild | null {
  const known = upTo(facts, to);
  const story = storyOf(known, child.born);
  const all = episodesOf(story);
  const episodes = all.filter((episode) => episode.to === null || episode.to >= from);
  const reviews = reviewsHeld(known, story, from);
  if (episodes.length === 0 && reviews.length === 0) return null;
  return {
    child,
    rows: {
      Header: episodes.length === 0 ? [] : [rowOf(child, 'Header', headerCells(child, to))],
      Episodes: episodes.map((each) => rowOf(child, 'Episodes', episodeCells(each), each.from)),
      Reviews: reviews.map(({ on, code, review }) =>
        rowOf(
          child,
          'Reviews',
          { DOB: inReturn(child.born), REVIEW: inReturn(on), REVIEW_CODE: code },
          on,
          review,
        ),
      ),
    },
    statuses: new Set((episodes.length > 0 ? episodes : all.slice(-1)).map(({ legalStatus }) => legalStatus)),
  };
}

/** Every column of the table; what is not said is blank. */
function rowOf(
  { ref }: ChildOut,
  table: GivenTable,
  said: Readonly<Record<string, string | null>>,
  on: IsoDate | null = null,
  review: RecordedReview | null = null,
): OutRow {
  const cells = COLUMNS[table].map((column) => [column, column === 'CHILD' ? ref : (said[column] ?? '')]);
  return { table, child: ref, cells: Object.fromEntries(cells) as Record<string, string>, on, review };
}

const headerCells = ({ born, sex, ethnicity, upn }: ChildOut, to: IsoDate) => ({
  SEX: sex === null ? null : to < LETTERS_FROM ? (IN_FIGURES[sex] ?? null) : sex,
  DOB: inReturn(born),
  ETHNIC: ethnicity,
  UPN: upn,
});

/** From the return to 31 March 2025 on, a sex is a letter; before, a figure. */
const LETTERS_FROM = '2025';
const IN_FIGURES: Readonly<Record<string, string>> = { M: '1', F: '2' };

const episodeCells = ({ from, began, legalStatus, placement, to, ended }: EpisodeOut) => ({
  DECOM: inReturn(from),
  RNE: began,
  LS: legalStatus,
  PLACE: placement,
  DEC: inReturn(to),
  REC: ended,
});

/** `dd/mm/yyyy`; blank if there is no day. */
const inReturn = (on: IsoDate | null): string =>
  on === null ? '' : `${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)}`;

interface ReviewOut {
  readonly on: IsoDate;
  readonly code: string | null;
  readonly review: RecordedReview;
}

/**
 * Reviews that were held from a day on, each as often as it is recorded. An adoption review is one of them; where one
 * meeting was both, it is told by the looked-after review, which has the participation code.
 */
function reviewsHeld(facts: readonly StoredFact[], { moments }: Story, from: IsoDate): ReviewOut[] {
  const both = new Set(facts.filter(({ kind }) => kind === 'review-held').map(({ on }) => on));
  return facts.flatMap(({ on, kind, id, attributes }): ReviewOut[] => {
    const isReview = kind === 'review-held' || (kind === 'adoption-review-held' && !both.has(on));
    if (!isReview || on < from) return [];
    // Of two of a day the story has one.
    const isInCare = moments.some((each) => each.counts && each.on === on && each.fact.kind === kind);
    return [{ on, code: attributes.code ?? null, review: { event: id, kind, isInCare } }];
  });
}
