/** Reviews as lists: those of a child, and every meeting that is planned, each with whether it is in time. */
import type { ReviewHead } from '../../cases/review/account';
import type { Unit } from '../../context';
import { isOfLaw } from '../../core/engine/standing';
import type { ReviewRecord } from '../../core/reviews/record';
import { type IsoDate, longDate, sayTime } from '../../core/time/dates';
import { codeInShort, codeWords } from '../../law/shipped';
import type { MeetingRow } from '../../store/agenda/planned';
import type { OpenDuty } from '../../store/agenda/read';
import type { Reckoning } from '../../store/agenda/reckoning';
import { meetingWho, placeWords, timeWords, whoHolds } from '../../ui/plan-words';
import { type Column, columnWidths, linesAt, type Part } from '../../ui/rows';
import { LAW, lawWord, WORKING_DAYS } from '../../ui/states';
import { count, dayIn, fullDayIn, listed, WIDE, wrap } from '../../ui/words';
import { deadlinesOf, inTime, lateBy } from './in-time';
import { labelOf } from './screen';

/** A review in a list, with those it is held together with. */
export interface ListedReview {
  readonly record: ReviewRecord;
  readonly head: ReviewHead;
  readonly with: readonly string[];
}

/** A child's reviews, the first at the head; under the period of care if there were several. */
export const childReviewParts = (
  { unit, today }: Shown,
  ref: string,
  reckoning: Reckoning,
  reviews: readonly ListedReview[],
): Part[] => [
  (width) => {
    const { periods } = reckoning.story;
    const rows = reviews.map(({ record, head, ...review }) => {
      const stands = inTime(unit, today, head, deadlinesOf(unit, today, reckoning, record));
      return [
        labelOf(ref, head.number),
        ...dayWords(head, today),
        stands.words ?? '',
        lawWord(stands.isLate && stands.isLaw),
        howWords(head, review.with, today, width),
      ];
    });
    const columns = [
      { whole: true },
      {},
      { whole: true },
      { whole: true },
      {},
      { wraps: true, min: 20 },
    ] as const;
    // All in one, so that the periods line up.
    const blocks = blocksOf(rows, columns, width);
    return reviews.flatMap(({ record: { period } }, at) => {
      const isNew = periods.length > 1 && period !== reviews[at - 1]?.record.period;
      return [...(isNew ? [`In care from ${longDate(periods[period]!.from)}`] : []), ...blocks[at]!];
    });
  },
];

interface Shown {
  readonly unit: Unit;
  readonly today: IsoDate;
}

/** The lines of each row, in columns as wide as all of them need. */
function blocksOf(
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  width: number,
): string[][] {
  const widths = columnWidths(rows, columns, width);
  return rows.map((row) => linesAt([row], widths));
}

function dayWords({ heldOn, meeting }: ReviewHead, today: IsoDate): [string, string] {
  if (heldOn !== null) return ['held', dayIn(heldOn, today)];
  return meeting === null ? ['to plan', ''] : ['planned', dayIn(meeting, today)];
}

/** `Attended and spoke (PN1)`. */
const partWords = (code: string, width: number): string =>
  width < WIDE ? `${codeInShort('participation', code)} (${code})` : codeWords('participation', code);

/** How it was held, or where it will be. */
function howWords(head: ReviewHead, others: readonly string[], today: IsoDate, width: number): string {
  const { heldOn, meeting, code, onPapers, time, venue, adjournedOn } = head;
  const isPlanned = heldOn === null && meeting !== null;
  return [
    code === null ? null : partWords(code, width),
    onPapers ? 'on papers' : null,
    isPlanned && time !== null ? sayTime(time) : null,
    isPlanned ? venue : null,
    adjournedOn === null ? null : `first sat ${dayIn(adjournedOn, today)}`,
    others.length === 0 ? null : `together with ${listed(others)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** A meeting that is planned, with the children it is shared with. */
export type MeetingListed = MeetingRow & { readonly with: readonly string[] };

/** Below this width who chairs and where it is share a column. */
const ROOM_FOR_WHERE = 76;

/**
 * Every meeting that is planned: when, whose, where, and whether it comes before its limit. On a narrow screen the
 * days are headings, so that a meeting has a line.
 */
export const plannedParts = (
  { unit, today }: Shown,
  planned: readonly MeetingListed[],
  duties: readonly OpenDuty[],
): Part[] => [
  (width) => {
    const limits = limitsOf(duties);
    const all = planned.map((meeting) => ({ meeting, limit: limits(meeting) }));
    const late = all.filter(({ meeting, limit }) => limit !== undefined && meeting.day > limit.due);
    const law = late.filter(({ meeting, limit }) => isOfLaw(limit!.due, limit!.lawBy, meeting.day));
    const passed = planned.filter(({ day }) => day < today).length;
    const rows = all.map(({ meeting, limit }) => {
      const isLate = limit !== undefined && meeting.day > limit.due;
      const place = [
        width < WIDE && meeting.mode === 'in-person' && meeting.venue !== null
          ? meeting.venue
          : placeWords(meeting.venue, meeting.mode),
        meeting.with.length === 0 ? '' : `with ${listed(meeting.with)}`,
        meeting.day < today ? 'was it held?' : '',
      ];
      return [
        ...(width < WIDE ? [] : [dayIn(meeting.day, today)]),
        timeWords(meeting.time),
        isLate ? lateBy(unit, limit.due, meeting.day) : limit === undefined ? '' : 'in time',
        lawWord(isLate && isOfLaw(limit.due, limit.lawBy, meeting.day)),
        ...(width < WIDE ? [] : [limit === undefined ? '' : `by ${dayIn(limit.due, today)}`]),
        meetingWho(meeting),
        ...(width < ROOM_FOR_WHERE
          ? [[whoHolds(meeting), ...place].filter(Boolean).join('; ')]
          : [whoHolds(meeting), place.filter(Boolean).join('; ')]),
      ];
    });
    const columns = [
      ...(width < WIDE ? [] : [{ whole: true }]),
      ...[{ whole: true }, { whole: true }, {}],
      ...(width < WIDE ? [] : [{ whole: true }]),
      { min: 8, whole: true },
      ...(width < ROOM_FOR_WHERE ? [] : [{}]),
      { wraps: true, min: 14 },
    ] as Column[];
    const parts = [
      `${count(planned.length, 'meeting')} planned`,
      late.length === 0
        ? 'none after its limit'
        : law.length === late.length
          ? `${law.length} past a limit of ${LAW}`
          : `${late.length} after ${late.length === 1 ? 'its' : 'their'} limit${law.length === 0 ? '' : `, ${law.length} of them past a limit of ${LAW}`}`,
      ...(passed === 0 ? [] : [`${passed} ${passed === 1 ? 'has' : 'have'} passed`]),
    ];
    const blocks = blocksOf(rows, columns, width);
    return [
      ...wrap(`${parts.join('; ')}. ${WORKING_DAYS}`, width),
      '',
      ...planned.flatMap(({ day }, at) => {
        const isNew = width < WIDE && day !== planned[at - 1]?.day;
        return [...(isNew ? [fullDayIn(day, today).toUpperCase()] : []), ...blocks[at]!];
      }),
    ];
  },
];

/** The first limit that a meeting of this kind would meet, of a child. */
function limitsOf(duties: readonly OpenDuty[]): (meeting: MeetingRow) => OpenDuty | undefined {
  const first = new Map<string, OpenDuty>();
  for (const open of duties) {
    const key = `${open.child.id} ${open.rule.meeting}`;
    if (open.rule.meeting !== null && (first.get(key)?.due ?? open.due) >= open.due) first.set(key, open);
  }
  return ({ child, what }) => first.get(`${child.id} ${what}`);
}
