/**
 * One review with all that is needed to tell of it: the story, the record, who people are. What a
 * review's own screen is read from.
 */
import type { Context, Unit } from '../../context';
import { iroOn, irosOf } from '../../core/children/iro-record';
import type { Story } from '../../core/engine/moment';
import { isStillOwed } from '../../core/engine/standing';
import type { Event } from '../../core/events/event';
import { heldReviews } from '../../core/reviews/after';
import {
  lastTaken,
  plansOf,
  planThatStands,
  type ReviewRecord,
  reviewRecords,
  type Sitting,
  sittingOf,
  takenIn,
} from '../../core/reviews/record';
import { reviewToShow } from '../../core/reviews/review-to-show';
import type { IsoDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import type { Reckoning } from '../../store/agenda/reckoning';
import type { Child } from '../../store/children';
import type { StoredFact } from '../../store/chronology';
import { everyoneOf } from '../../store/people/child-people';
import { personById } from '../../store/people/people';
import { refAndReview } from '../../ui/words';
import type { Held } from '../held-review';
import { wordsFor } from '../people/someone';
import { everyoneIn, type Who } from '../people/who';
import { reckoned } from '../reckoned';
import { type Told, told, type WhoIsWho } from '../told';

export interface ReviewRead extends WhoIsWho {
  readonly unit: Unit;
  readonly child: Child;
  readonly today: IsoDate;
  readonly facts: readonly StoredFact[];
  readonly reckoning: Reckoning;
  readonly story: Story;
  readonly record: ReviewRecord;
  readonly sitting: Sitting | null;
  /** The review as steps after it know it; null until it is held. */
  readonly held: Held | null;
  /** The day by which people are taken: the sitting's, the meeting's, else today. */
  readonly day: IsoDate;
  /** The number of the allocated IRO on that day. */
  readonly iro: number | null;
}

/** What the last event of a kind says of the review, told; null if there is none. */
export function lastTold<V>(reading: ReviewRead, event: Event<V>): Told<V> | null {
  const last = lastTaken(reading.record, event);
  return last === undefined ? null : told(event, last, reading);
}

/** What each event of a kind says of the review, told, in order. */
export const allTold = <V>(reading: ReviewRead, event: Event<V>): Told<V>[] =>
  takenIn(reading.record, event).map((each) => told(event, each, reading));

/** Reads the review that was asked for: by number, `exit`, or the one that there is something to do of. */
export function readReview(
  context: Context,
  unit: Unit,
  child: Child,
  typed: string | undefined,
): ReviewRead {
  const { facts, reckoning } = reckoned(context, unit, child);
  const { story } = reckoning;
  const record = chosen(context, child, reckoning, typed);
  const sitting = sittingOf(record);
  const day = sitting?.on ?? planThatStands(record)?.meeting ?? context.today;
  const iro = iroOn(irosOf(story), record.period, day)?.iro ?? null;
  return {
    unit,
    child,
    today: context.today,
    facts,
    reckoning,
    story,
    record,
    sitting,
    held: heldAs(child, story, record),
    day,
    iro,
    ...whoIsWho(unit, child, day, iro),
  };
}

/** Who is who of a child on a day, with the number of the IRO of that day. */
export function whoIsWho(unit: Unit, child: Child, day: IsoDate, iro: number | null): WhoIsWho {
  const everyone = everyoneEver(unit, child, day);
  const personName = (id: number | null): string | null =>
    id === null ? null : (personById(unit.db, id)?.name ?? null);
  const ownNames = new Map([
    ['child', child.name],
    ['iro', personName(iro)],
    ['social-worker', child.socialWorker],
  ]);
  return {
    named: (ref) => {
      const tag = ref.toLowerCase();
      const who = everyone.find((each) => each.ref === tag);
      const name = who?.person?.name ?? ownNames.get(tag) ?? null;
      return { ref: tag, called: who?.called ?? tag.replaceAll('-', ' '), name };
    },
    words: (text) => (text === null ? null : wordsFor(everyone, text)),
    personName,
  };
}

/** Those of every review, and everyone ever linked to the child: a tag means the same after a link ends. */
function everyoneEver(unit: Unit, child: Child, day: IsoDate): Who[] {
  const always = everyoneIn(unit, child, day).filter(({ person }) => person === null);
  const people = everyoneOf(unit.db, child.id).map((person) => ({
    ref: person.tag.toLowerCase(),
    called: person.relationship ?? person.tag.replaceAll('-', ' '),
    person,
  }));
  return [...always, ...people];
}

function chosen(
  { today }: Context,
  child: Child,
  { story, duties, standing }: Reckoning,
  typed: string | undefined,
): ReviewRecord {
  const records = reviewRecords(story);
  const isOwed = ({ period, number }: ReviewRecord): boolean =>
    duties.some(
      (duty) =>
        duty.review === number && duty.arose >= story.periods[period]!.from && isStillOwed(duty, today),
    );
  const found =
    typed === undefined
      ? reviewToShow(records, today, isOwed)
      : records.findLast(({ number }) => (typed === 'exit' ? number === null : number === Number(typed)));
  if (found) return found;
  throw new UserError(
    typed === undefined ? `${child.ref} has no reviews yet.` : notThere(child, typed),
    typed === undefined
      ? standing.inCare
        ? `To plan one: irotool review plan ${child.ref}`
        : `Reviews are of children in care. To see the record: irotool child show ${child.ref}`
      : `To see them: irotool review list ${child.ref}`,
  );
}

function notThere({ ref }: Child, typed: string): string {
  return typed === 'exit' ? `${ref} has no review of an unplanned ending.` : `${ref} has no review ${typed}.`;
}

function heldAs(child: Child, story: Story, record: ReviewRecord): Held | null {
  const all = heldReviews(story);
  const found = all.find((each) => each.record.period === record.period && each.number === record.number);
  if (!found) return null;
  const isLatest = found === all.at(-1);
  return {
    ...found,
    label: refAndReview(child.ref, found.number),
    again: isLatest ? child.ref : `${child.ref} --review ${found.number ?? 'exit'}`,
    earlier: all.slice(0, all.indexOf(found)),
  };
}

/** The number of whoever chaired, or is to: null if nobody but the allocated IRO was named. */
export function chairOf({ record, sitting }: Pick<ReviewRead, 'record' | 'sitting'>): number | null {
  return sitting?.chair ?? plansOf(record).at(-1)?.chair ?? null;
}
