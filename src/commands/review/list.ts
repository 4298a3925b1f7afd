/** `review list`: a child's reviews, or every planned meeting. */

import { childNamed } from '../../cases/find';
import { meetingsPlanned } from '../../cases/meeting/planned';
import { reckoned } from '../../cases/reckoned';
import { type ReviewHead, reviewHead } from '../../cases/review/account';
import type { Context, Unit } from '../../context';
import { listOf } from '../../core/events/lists';
import { plansOf, type ReviewRecord, reviewRecords, sittingOf } from '../../core/reviews/record';
import { EARLIEST, LATEST, longDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { meetingJson } from '../../screens/due/planned';
import { labelOf, reviewWords } from '../../screens/review/screen';
import { printRows, printScreen } from '../../screens/show';
import type { MeetingRow } from '../../store/agenda/planned';
import { factsInPassing } from '../../store/chronology';
import { personById } from '../../store/people/people';
import { meetingWho, placeWords, timeWords, whoHolds } from '../../ui/plan-words';
import { inRows } from '../../ui/rows';
import { dayIn, listed } from '../../ui/words';

/** A review in a list, with those it is held together with. */
type ListedReview = ReviewHead & { readonly with: readonly string[] };

/** Runs `review list [REF]`. */
export async function list(context: Context, [ref]: readonly [string | undefined]): Promise<undefined> {
  const unit = await context.open();
  if (ref === undefined) return listPlanned(context, unit);
  const child = childNamed(unit.db, ref);
  const { reckoning } = reckoned(context, unit, child);
  const { periods } = reckoning.story;
  const reviews = reviewRecords(reckoning.story).map((record) => listedReview(unit, record));
  if (context.flags.json) {
    context.json({ schema: 1, child: { ref: child.ref, name: child.name }, reviews });
    return undefined;
  }
  if (reviews.length === 0) {
    throw new UserError(
      `${child.ref} has no reviews yet.`,
      reckoning.standing.inCare
        ? `To plan one: irotool review plan ${child.ref}`
        : `Reviews are of children in care. To see the record: irotool child show ${child.ref}`,
    );
  }
  const lines = reviews.flatMap((review, at) => {
    const isNew = periods.length > 1 && review.period !== reviews[at - 1]?.period;
    const heading = isNew ? [`In care from ${longDate(periods[review.period]!.from)}`] : [];
    const row = [labelOf(child.ref, review.number), reviewWords(review) + togetherWords(review.with)];
    return [...heading, inRows([row], [{}, { wraps: true }], 0)];
  });
  printScreen(context, lines);
  return undefined;
}

function listedReview(unit: Unit, record: ReviewRecord): ListedReview {
  const head = reviewHead({
    record,
    sitting: sittingOf(record),
    personName: (id) => (id === null ? null : (personById(unit.db, id)?.name ?? null)),
  });
  return { ...head, with: plansOf(record).at(-1)?.with ?? [] };
}

/** The mark of a meeting held together with brothers and sisters. */
const togetherWords = (others: readonly string[]): string =>
  others.length === 0 ? '' : `, together with ${listed(others)}`;

function listPlanned(context: Context, unit: Unit): undefined {
  const { today } = context;
  // Secure and pathway reviews among them; conferences have a list of their own.
  const planned = meetingsPlanned(context, unit, LATEST, EARLIEST)
    .filter(({ what }) => what !== 'conference')
    .map((meeting) => ({ ...meeting, with: togetherWith(unit, meeting) }));
  if (context.flags.json) {
    context.json({
      schema: 1,
      meetings: planned.map((meeting) => ({
        ...meetingJson(meeting),
        iro: meeting.child.iro,
        with: meeting.with,
      })),
    });
    return undefined;
  }
  if (planned.length === 0) {
    context.print('No meetings are planned.');
    return undefined;
  }
  const rows = planned.map((meeting) => [
    dayIn(meeting.day, today),
    timeWords(meeting.time),
    meetingWho(meeting),
    whoHolds(meeting),
    [
      placeWords(meeting.venue, meeting.mode),
      meeting.with.length === 0 ? '' : `with ${listed(meeting.with)}`,
      meeting.day < today ? 'passed: was it held?' : '',
    ]
      .filter(Boolean)
      .join('; '),
  ]);
  const columns = [{ whole: true }, { whole: true }, { min: 8 }, {}, { wraps: true, min: 14 }] as const;
  printRows(context, rows, columns);
  return undefined;
}

/** The other children of a planned meeting, by the plan that fixed its day last. */
function togetherWith(unit: Unit, { child, day, what }: MeetingRow): string[] {
  if (what !== 'review') return [];
  const plan = factsInPassing(unit.db, child.id).findLast(
    ({ kind, attributes }) => kind === 'review-planned' && attributes.meeting === day,
  );
  return listOf(plan?.attributes.with);
}
