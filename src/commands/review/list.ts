/** `review list`: a child's reviews, or every planned meeting. */

import { childNamed } from '../../cases/find';
import { meetingsPlanned } from '../../cases/meeting/planned';
import { reckoned } from '../../cases/reckoned';
import { reviewHead } from '../../cases/review/account';
import type { Context, Unit } from '../../context';
import { listOf } from '../../core/events/lists';
import { plansOf, type ReviewRecord, reviewRecords, sittingOf } from '../../core/reviews/record';
import { EARLIEST, LATEST } from '../../core/time/dates';
import { UserError } from '../../errors';
import { meetingJson } from '../../screens/due/planned';
import { childReviewParts, type ListedReview, plannedParts } from '../../screens/review/list';
import { present } from '../../screens/show';
import type { MeetingRow } from '../../store/agenda/planned';
import { openDuties } from '../../store/agenda/read';
import { factsInPassing } from '../../store/chronology';
import { personById } from '../../store/people/people';

/** Runs `review list [REF]`. */
export async function list(context: Context, [ref]: readonly [string | undefined]): Promise<undefined> {
  const unit = await context.open();
  if (ref === undefined) return listPlanned(context, unit);
  const child = childNamed(unit.db, ref);
  const { reckoning } = reckoned(context, unit, child);
  const reviews = reviewRecords(reckoning.story).map((record) => listedReview(unit, record));
  return present(context, {
    json: () => ({ child: { ref: child.ref, name: child.name }, reviews: reviews.map(inJson) }),
    screen() {
      if (reviews.length === 0) {
        throw new UserError(
          `${child.ref} has no reviews yet.`,
          reckoning.standing.inCare
            ? `To plan one: irotool review plan ${child.ref}`
            : `Reviews are of children in care. To see the record: irotool child show ${child.ref}`,
        );
      }
      return childReviewParts({ unit, today: context.today }, child.ref, reckoning, reviews);
    },
  });
}

function listedReview(unit: Unit, record: ReviewRecord): ListedReview {
  const head = reviewHead({
    record,
    sitting: sittingOf(record),
    personName: (id) => (id === null ? null : (personById(unit.db, id)?.name ?? null)),
  });
  return { record, head, with: plansOf(record).at(-1)?.with ?? [] };
}

const inJson = ({ head, ...review }: ListedReview): object => ({ ...head, with: review.with });

async function listPlanned(context: Context, unit: Unit): Promise<undefined> {
  const { today } = context;
  // Secure and pathway reviews among them; conferences have a list of their own.
  const planned = meetingsPlanned(context, unit, LATEST, EARLIEST)
    .filter(({ what }) => what !== 'conference')
    .map((meeting) => ({ ...meeting, with: togetherWith(unit, meeting) }));
  return present(context, {
    json: () => ({
      meetings: planned.map((meeting) => ({
        ...meetingJson(meeting),
        iro: meeting.child.iro,
        with: meeting.with,
      })),
    }),
    screen() {
      if (planned.length === 0) return ['No meetings are planned.'];
      const { duties } = openDuties(unit.db, unit.engine, { today, from: today, to: LATEST });
      return plannedParts({ unit, today }, planned, duties);
    },
  });
}

/** The other children of a planned meeting, by the plan that fixed its day last. */
function togetherWith(unit: Unit, { child, day, what }: MeetingRow): string[] {
  if (what !== 'review') return [];
  const plan = factsInPassing(unit.db, child.id).findLast(
    ({ kind, attributes }) => kind === 'review-planned' && attributes.meeting === day,
  );
  return listOf(plan?.attributes.with);
}
