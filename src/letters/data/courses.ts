/** What a document says of adoption, secure accommodation, a pathway plan and a remand. */
import { everyoneIn } from '../../cases/people/who';
import { openOn } from '../../core/children/open-matter';
import type { Moment } from '../../core/engine/moment';
import {
  ADOPTION_ORDER_MADE,
  ADOPTION_PLACEMENT_ENDED,
  PLACED_FOR_ADOPTION,
} from '../../core/events/adoption';
import { MEETINGS } from '../../core/events/meetings';
import * as events from '../../core/events/secure-and-pathway';
import { isSameName } from '../../core/names/likeness';
import { lastTaken, takenIn } from '../../core/reviews/record';
import { isMetBy } from '../../core/rules/by-purpose';
import type { LetterSays } from '../../documents/template/field-list';
import { COURSES, type CourseSort } from '../courses';
import type { LetterCase } from '../letter-case';
import type { Addressee } from '../recipient';
import type { MeetingData } from './meeting';
import type { OwnerOf } from './names';
import type { Says } from './words';

type OfCourses = 'meeting' | 'adoption' | 'secure' | 'pathway' | 'remand';

/** All of it; of another case nothing but where a child stands on the way to adoption. `meeting`: as this reader may have it. */
export function coursesData(
  of: LetterCase,
  recipient: Addressee,
  meeting: MeetingData['data']['review'],
  says: Says,
  ownerOf: OwnerOf,
): Pick<LetterSays, OfCourses> {
  const { date, time, venue, venueWithheld, link } = meeting;
  const hasMeeting = of.sort === 'secure' || of.sort === 'pathway' || of.sort === 'ending';
  return {
    meeting: hasMeeting ? { date, time, before: beforeItMoved(of, says), venue, venueWithheld, link } : null,
    adoption: adoptionData(of, says),
    secure: of.sort === 'secure' ? secureData(of, recipient, says, ownerOf) : null,
    pathway: of.sort === 'pathway' ? pathwayData(of, says) : null,
    remand: of.sort === 'remand' ? remandData(of, says) : null,
  };
}

/** When the meeting that is planned was to be before, if it was moved; null if it was not, or if the one before was held. */
function beforeItMoved({ plan, plans, record, sort }: LetterCase, says: Says): string | null {
  const before = plans[plans.findIndex(({ event }) => event === plan?.event) - 1];
  if (plan === null || before === undefined) return null;
  if (before.meeting === plan.meeting && before.time === plan.time) return null;
  const planned = COURSES[sort as CourseSort].planned;
  const heldBy = MEETINGS.find(({ plans: kind }) => kind === planned)?.heldBy ?? [];
  const wasHeld = record.moments.some(({ fact, on }) => heldBy.includes(fact.kind) && on >= before.meeting);
  return wasHeld
    ? null
    : [says.day(before.meeting), says.time(before.time ?? null)].filter(Boolean).join(' at ');
}

/** By the day of the review, or today: what came later is told in no record of it. */
function adoptionData({ reckoning, day, sort }: LetterCase, says: Says): LetterSays['adoption'] {
  if (sort !== 'adoption' && sort !== 'review') return null;
  const kinds = [PLACED_FOR_ADOPTION.kind, ADOPTION_PLACEMENT_ENDED.kind, ADOPTION_ORDER_MADE.kind];
  const last = reckoning.story.moments.findLast(
    ({ counts, on, fact }) => counts && on <= day && kinds.includes(fact.kind),
  );
  const on = (kind: string) => says.day(last?.fact.kind === kind ? last.on : null);
  const owed = reckoning.duties.findLast(
    ({ from, notBefore, metOn, endedOn }) =>
      from.event === ADOPTION_PLACEMENT_ENDED.kind &&
      from.on === last?.on &&
      notBefore !== null &&
      metOn === null &&
      (endedOn === null || endedOn > day),
  );
  return {
    placedOn: on(PLACED_FOR_ADOPTION.kind),
    endedOn: on(ADOPTION_PLACEMENT_ENDED.kind),
    reviewFrom: says.day(owed?.notBefore ?? null),
    reviewBy: says.day(owed?.due ?? null),
    reviewIsPast: says.isPast(owed?.due ?? null),
  };
}

function secureData(
  of: LetterCase,
  { name: reader }: Addressee,
  says: Says,
  ownerOf: OwnerOf,
): LetterSays['secure'] {
  const { record, reckoning, day } = of;
  const panel = lastTaken(record, events.SECURE_PANEL_APPOINTED);
  const held = lastTaken(record, events.SECURE_REVIEW_HELD);
  const started = lastTaken(record, events.SECURE_PLACEMENT_STARTED);
  return {
    since: says.day(openOn(reckoning.story, events.SECURE_PLACEMENT_STARTED.kind, day, true)),
    until: says.day(started?.until ?? null),
    chair: panel?.chair,
    // Nobody is told of themselves.
    panel: panel?.members.filter(
      (name) => ![reader ?? '?', panel.chair].some((each) => isSameName(name, each)),
    ),
    isChair: panel !== undefined && isSameName(panel.chair, reader ?? '?'),
    reports: takenIn(record, events.SECURE_REPORT_GIVEN)
      .filter(({ on }) => held === undefined || on > held.on)
      .map(({ ref, said }) => ({ from: ownerOf(ref)!, said })),
    heldOn: says.day(held?.on ?? null),
    outcome: held?.outcome,
    isReviewed:
      held !== undefined && [held.criteria, held.necessary, held.other].every((each) => each !== null),
    criteriaApply: held?.criteria,
    isNecessary: held?.necessary,
    isOtherRight: held?.other,
    reasons: held === undefined ? null : (of.tells ?? held.reasons),
  };
}

function pathwayData(of: LetterCase, says: Says): LetterSays['pathway'] {
  const { record, reckoning, day, unit, child } = of;
  const reviewed = lastTaken(record, events.PATHWAY_PLAN_REVIEWED);
  const asked = lastTaken(record, events.PATHWAY_REVIEW_ASKED);
  const adviser = lastTaken(record, events.PERSONAL_ADVISER_NAMED)?.ref.toLowerCase();
  const person = everyoneIn(unit, child, day).find(({ ref }) => ref === adviser)?.person;
  const owed = reckoning.duties.findLast(
    ({ rule, metOn, endedOn }) =>
      isMetBy(rule, events.PATHWAY_PLAN_REVIEWED.kind) && metOn === null && endedOn === null,
  );
  return {
    madeOn: says.day(openOn(reckoning.story, events.PATHWAY_PLAN_MADE.kind, day, true)),
    reviewedOn: says.day(reviewed?.on ?? null),
    isChanged: reviewed?.changed,
    outcome: reviewed?.outcome,
    nextBy: says.day(owed?.due ?? null),
    nextIsPast: says.isPast(owed?.due ?? null),
    isForMove: asked?.reason === 'move' && (reviewed === undefined || asked.on > reviewed.on),
    adviser: person?.name,
    adviserTelephone: person?.telephone,
    adviserEmail: person?.email,
  };
}

function remandData({ record }: LetterCase, says: Says): LetterSays['remand'] {
  const isOf = (kind: string) => (moment: Moment) => moment.fact.kind === kind;
  const ended = record.moments.findLastIndex(isOf(events.REMAND_ENDED.kind));
  const going = { moments: record.moments.slice(ended + 1) };
  const first = takenIn(going, events.REMANDED)[0];
  return {
    from: says.day(first?.on ?? null),
    isDetention: lastTaken(going, events.REMANDED)?.to === 'youth-detention',
  };
}
