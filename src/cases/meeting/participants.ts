/**
 * The list of a review: everyone of it with their part, recorded or offered, and who is missing. For
 * every command and letter that speaks of who comes.
 */

import type { Context, Unit } from '../../context';
import type { Story } from '../../core/engine/moment';
import { reviewsGoOn } from '../../core/engine/series';
import { isNumber } from '../../core/events/attribute';
import { exclusionsOn } from '../../core/reviews/exclusions';
import { languageOf, type Participant, participantsIn } from '../../core/reviews/participants';
import {
  listOfReview,
  type Plan,
  planThatStands,
  type ReviewRecord,
  reviewRecords,
  sittingOf,
} from '../../core/reviews/record';
import {
  type Circumstances,
  circumstancesOn,
  type Gap,
  type Someone,
  whoShouldCome,
} from '../../core/reviews/who-should-come';
import type { IsoDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import type { Reckoning } from '../../store/agenda/reckoning';
import { childDetails } from '../../store/child-details';
import type { Child } from '../../store/children';
import { personById } from '../../store/people/people';
import { listed } from '../../ui/words';
import { ROLES } from '../people/roles';
import { calledOf, everyoneIn, type Who } from '../people/who';
import { reckoned } from '../reckoned';

/** Someone of a review with their part. */
export interface ListedWho extends Participant {
  readonly who: Who;
  /** Null if it is not recorded. */
  readonly name: string | null;
  /** The role of a person; that of the child, the IRO and the social worker is their ref. */
  readonly role: string;
}

export interface ReviewList {
  /** Which period of care, from 0. */
  readonly period: number;
  readonly number: number;
  /** The day by which the child's people, age and placement are taken: the meeting's, else today. */
  readonly day: IsoDate;
  /** The plan that stands; null if none does. */
  readonly plan: Plan | null;
  readonly heldOn: IsoDate | null;
  readonly circumstances: Circumstances;
  readonly participants: readonly ListedWho[];
  readonly missing: readonly Gap[];
}

/** The list of the next review, or of the one that was named; of the last one if care has ended. */
export function reviewList(
  unit: Unit,
  child: Child,
  { story, standing }: Pick<Reckoning, 'story' | 'standing'>,
  today: IsoDate,
  typed?: string,
): ReviewList {
  const records = reviewRecords(story);
  const next = reviewsGoOn(story) ? { period: story.periods.length - 1, number: standing.reviews + 1 } : null;
  const { period, number } = chosenReview(child, records, next, typed);
  const record = records.find((each) => each.period === period && each.number === number);
  const sitting = record ? sittingOf(record) : null;
  const plan = record ? planThatStands(record) : null;
  const day = sitting?.on ?? (plan !== null && plan.meeting > today ? plan.meeting : today);

  const everyone = everyoneIn(unit, child, day)
    .filter(({ ref }) => ref !== 'social-worker' || child.socialWorker !== null)
    .sort((a, b) => placeOf(a) - placeOf(b));
  const people = everyone.map(asSomeone);
  const circumstances = circumstancesOn(story, day, {
    needs: childDetails(unit.db, child.id).needs,
    languages: languagesOf(record),
    withLegalAdviser: bringsLegalAdviser(record, people),
  });
  const { offers, missing } = whoShouldCome(people, circumstances);
  const earlier = records.filter((each) => isBefore(each, { period, number }));
  const exclusions = exclusionsOn(story, period, day);
  const iro = standing.iroId === null ? null : (personById(unit.db, standing.iroId)?.name ?? null);
  const names: Readonly<Record<string, string | null>> = {
    child: child.name,
    iro,
    'social-worker': child.socialWorker,
  };
  const participants = participantsIn(people, offers, record, earlier, exclusions).map((participant, at) => {
    const who = everyone[at]!;
    return { ...participant, who, name: who.person?.name ?? names[who.ref] ?? null, role: people[at]!.role };
  });
  return { period, number, day, plan, heldOn: sitting?.on ?? null, circumstances, participants, missing };
}

/** Those of every review first, then in the order of roles. */
const placeOf = ({ person }: Who): number => (person === null ? -1 : ROLES.indexOf(person.role));

/** Someone as the core speaks of them. */
export function asSomeone({ ref, person }: Who): Someone {
  return { ref, role: person?.role ?? ref, hasResponsibility: person?.hasResponsibility ?? false };
}

interface Chosen {
  readonly period: number;
  readonly number: number;
}

function chosenReview(
  child: Child,
  records: readonly ReviewRecord[],
  next: Chosen | null,
  typed: string | undefined,
): Chosen {
  if (typed !== undefined && !isNumber(typed.trim())) {
    throw new UsageError(`--review is a whole number from 1; not "${typed}".`);
  }
  const wanted = typed === undefined ? undefined : Number(typed);
  if (next && (wanted === undefined || wanted === next.number)) return next;
  const found = records.findLast(
    ({ number }) => number !== null && (wanted === undefined || number === wanted),
  );
  if (found) return { period: found.period, number: found.number! };
  if (wanted !== undefined) {
    throw new UserError(
      `${child.ref} has no review ${wanted}.`,
      `To see them: irotool review list ${child.ref}`,
    );
  }
  throw new UserError(
    `${child.ref} is not looked after, so there is no review.`,
    `If care has begun: irotool new-review --ref ${child.ref}`,
  );
}

function isBefore({ period, number }: ReviewRecord, chosen: Chosen): boolean {
  return period < chosen.period || (period === chosen.period && number !== null && number < chosen.number);
}

/** Languages in which someone on the list was recorded to need an interpreter. */
function languagesOf(record: ReviewRecord | undefined): string[] {
  const languages = (record ? listOfReview(record) : [])
    .filter(({ part }) => part === 'invited')
    .flatMap((each) => languageOf(each) ?? []);
  return [...new Set(languages)];
}

/** Someone invited brings a legal adviser, or is one. */
function bringsLegalAdviser(record: ReviewRecord | undefined, people: readonly Someone[]): boolean {
  return (record ? listOfReview(record) : []).some(
    ({ ref, part, legal }) =>
      part === 'invited' &&
      (legal || people.some((each) => each.ref === ref && each.role === 'legal-adviser')),
  );
}

/** The review that a step before a meeting belongs to, once it is in the story; null if to none. */
export function reviewOfStep(story: Story, factId: number): Chosen | null {
  const moment = story.moments.find(({ fact }) => fact.id === factId);
  if (!moment?.counts || moment.period === null || moment.review === null) return null;
  return { period: moment.period, number: moment.review };
}

/** A parent by birth, of a child who is placed for adoption. */
export function isBirthParent({ circumstances }: ReviewList, role: string): boolean {
  return circumstances.forAdoption && role === 'parent';
}

/** `the mother`, `the child`; also if the relationship was typed as `Mother`, but `the GP`. */
export function theirName({ called }: Pick<Who, 'called'>): string {
  if (called.startsWith('the ')) return called;
  const isWord = called.slice(1, 2) !== called.slice(1, 2).toUpperCase();
  return `the ${isWord ? called.slice(0, 1).toLowerCase() + called.slice(1) : called}`;
}

/** Those the invitations went to; where that is not recorded, whom the review's list would have invited. */
export function invitedWords(context: Context, unit: Unit, child: Child, invited: readonly string[]): string {
  if (invited.length > 0) {
    const everyone = everyoneIn(unit, child, context.today);
    return invited.map((ref) => calledOf(everyone, ref)).join(', ');
  }
  const { participants } = reviewList(unit, child, reckoned(context, unit, child).reckoning, context.today);
  const usual = participants.filter(({ part }) => part === 'invited').map(({ who }) => who.called);
  return `those invited. To whom is not recorded; by the list it would be ${listed(usual)}`;
}
