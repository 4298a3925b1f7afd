/**
 * The birth family and the adopters in one meeting, of one child or of several: refused until it is recorded why
 * the birth family comes. Once, here, for whatever plans a meeting, puts someone on its list, invites to it or
 * sends what was said at it.
 */

import type { Unit } from '../../context';
import { BIRTH_FAMILY } from '../../core/children/family';
import { upTo, withNew } from '../../core/engine/chronology';
import { reviewsGoOn } from '../../core/engine/series';
import type { Fact } from '../../core/events/fact';
import { listOf } from '../../core/events/lists';
import { reviewRecords } from '../../core/reviews/record';
import type { IsoDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { reckon } from '../../store/agenda/reckoning';
import type { Child } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { everyoneOf } from '../../store/people/child-people';
import { type ListedWho, reviewList } from './participants';
import { togetherIn } from './same-meeting';

/** Someone who is to come to the meeting of one child. */
interface Coming extends Pick<ListedWho, 'ref' | 'role' | 'part' | 'why' | 'isProposed'> {
  /** The reference of the child. */
  readonly of: string;
}

/** A child with facts that are about to be recorded. */
export interface FactsToRecord {
  readonly child: Child;
  readonly facts: readonly Fact[];
}

/** Refuses facts that would bring both into one meeting, or send both what was said there. */
export function refuseMixedMeeting(unit: Unit, today: IsoDate, recordings: readonly FactsToRecord[]): void {
  for (const { child, facts } of recordings) {
    for (const fact of facts) {
      const mixed = mixedBy(unit, today, recordings, child, fact);
      if (mixed !== null) refuse(child.ref, mixed, fact.kind === 'record-sent', 'Nothing was saved.');
    }
  }
}

/** Refuses to make invitations out to both. `list`: of this child’s review, as it stands. */
export function refuseMixedInvitations(unit: Unit, today: IsoDate, child: Child, label: string): void {
  const mixed = mixedIn(comingTo(unit, today, [], child, undefined));
  if (mixed !== null) refuse(label, mixed, false, 'Nothing was written.');
}

function refuse(label: string, { ref, of }: Coming, isOfRecord: boolean, nothing: string): never {
  if (isOfRecord) {
    throw new UserError(
      `${label}: adopters were at the meeting, and ${ref} is of the birth family. ${nothing}`,
      `If social worker and IRO so decide: irotool review distribute ${of} ${ref} --record full --why "…" --decided-by "…" If not: --record none`,
    );
  }
  throw new UserError(
    `${label}: the adopters and the birth family (${ref} of ${of}) would be in one meeting. ${nothing}`,
    `If social worker and IRO so decide: irotool review participants ${of} --add ${ref} --why "…" If not: irotool review participants ${of} --add ${ref} --part consulted`,
  );
}

/** Who of the birth family a fact would bring together with adopters; null if nobody. */
function mixedBy(
  unit: Unit,
  today: IsoDate,
  recordings: readonly FactsToRecord[],
  child: Child,
  fact: Fact,
): Coming | null {
  const { kind, attributes } = fact;
  const ref = attributes.ref?.toLowerCase();
  const all = (): Coming[] => comingTo(unit, today, recordings, child, attributes.review);
  if (kind === 'review-planned' || kind === 'invitations-sent') {
    const to = listOf((attributes.to ?? '').toLowerCase());
    const here = all();
    return mixedIn(
      to.length === 0 ? here : here.filter((each) => each.of !== child.ref || to.includes(each.ref)),
    );
  }
  if (kind === 'participant-listed' && attributes.part === 'invited') {
    // Those who are only proposed are asked about when the meeting is planned.
    const here = all().filter((each) => !each.isProposed || each.ref === ref);
    const someone = here.find((each) => each.of === child.ref && each.ref === ref);
    if (someone === undefined) return null;
    return someone.role === 'adopter' || BIRTH_FAMILY.includes(someone.role) ? mixedIn(here) : null;
  }
  if (kind === 'record-sent' && attributes.record !== 'none' && attributes.why === undefined) {
    const everyone = everyoneOf(unit.db, child.id);
    const someone = everyone.find(({ tag }) => tag.toLowerCase() === ref);
    if (someone === undefined || !BIRTH_FAMILY.includes(someone.role)) return null;
    const adopters = everyone.filter(({ role }) => role === 'adopter').map(({ tag }) => tag.toLowerCase());
    const held = factsOf(unit.db, child.id).findLast(
      (each) => HELD.includes(each.kind) && each.on <= fact.on,
    );
    const came = listOf((held?.attributes.attended ?? '').toLowerCase());
    if (!came.some((each) => adopters.includes(each))) return null;
    return { ref: ref!, role: someone.role, part: 'invited', why: null, isProposed: false, of: child.ref };
  }
  return null;
}

const HELD: readonly string[] = ['review-held', 'adoption-review-held'];

/** The one of the birth family who comes without a reason, if adopters come; null if there is none. */
function mixedIn(all: readonly Coming[]): Coming | null {
  const invited = all.filter(({ part }) => part === 'invited');
  if (!invited.some(({ role }) => role === 'adopter')) return null;
  return (
    invited.find(
      ({ role, why, isProposed }) => BIRTH_FAMILY.includes(role) && (isProposed || why === null),
    ) ?? null
  );
}

/** Everyone of the next review of a child and of those who have the same meeting, once the facts are recorded. */
function comingTo(
  unit: Unit,
  today: IsoDate,
  recordings: readonly FactsToRecord[],
  child: Child,
  typed: string | undefined,
): Coming[] {
  const read = (other: Child, review?: string) => {
    const known = factsOf(unit.db, other.id);
    const added = recordings.filter((each) => each.child.id === other.id).flatMap(({ facts }) => facts);
    const reckoning = reckon(upTo(withNew(known, added), today), other.born, unit.engine);
    if (!reviewsGoOn(reckoning.story)) return null;
    const list = reviewList(unit, other, reckoning, today, review);
    const record = reviewRecords(reckoning.story).find(
      ({ period, number }) => period === list.period && number === list.number,
    );
    return { coming: list.participants.map((each): Coming => ({ ...each, of: other.ref })), record };
  };
  const own = read(child, typed);
  if (own === null) return [];
  const others = own.record === undefined ? [] : togetherIn(unit, own.record);
  return [...own.coming, ...others.flatMap((other) => read(other)?.coming ?? [])];
}
