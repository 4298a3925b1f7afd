/**
 * The children of one meeting, such as brothers and sisters, and what was decided about one person for each
 * of them: whoever is kept from a part of it for one child is not given it by way of another.
 */

import type { Unit } from '../../context';
import { upTo } from '../../core/engine/chronology';
import type { Story } from '../../core/engine/moment';
import { readStory } from '../../core/engine/story';
import { REVIEW_PLANNED } from '../../core/events/reviews';
import { isSameName } from '../../core/names/likeness';
import { type Exclusion, exclusionsOn } from '../../core/reviews/exclusions';
import {
  lastTaken,
  plansOf,
  type ReviewRecord,
  reviewRecords,
  sentAfter,
  sittingOf,
} from '../../core/reviews/record';
import type { IsoDate } from '../../core/time/dates';
import { type Child, findChild } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { type ChildPerson, everyoneOf } from '../../store/people/child-people';
import { refAndReview } from '../../ui/words';

/** Someone, as two children's people may be the same. */
export type Somebody = Pick<ChildPerson, 'name' | 'role'> & { readonly personId: number | null };

/** True of one and the same person among two children's people: their number, or their name and role. */
export function isSame(
  person: Somebody,
  other: Somebody | (Omit<Somebody, 'name'> & { name: null }),
): boolean {
  if (person.personId !== null && person.personId === other.personId) return true;
  return other.name !== null && person.role === other.role && isSameName(person.name, other.name);
}

/** The other children of the meeting of a review, as it was last planned. */
export function togetherIn(unit: Unit, record: Pick<ReviewRecord, 'moments'>): Child[] {
  const others = lastTaken(record, REVIEW_PLANNED)?.with ?? [];
  return others.flatMap((ref) => findChild(unit.db, ref) ?? []);
}

/** What was decided about someone for another child of the same meeting. */
export interface KeptFrom {
  /** `K2/1`. */
  readonly label: string;
  readonly child: Child;
  readonly tag: string;
  /** They are not invited to any of it; null if they are. */
  readonly exclusion: Exclusion | null;
  /** What they are sent of the record, if it is not all of it. */
  readonly sent: 'part' | 'none' | null;
  readonly contact: ChildPerson['contact'];
}

/** What was decided about someone for each other child of a meeting, if it keeps something from them. */
export function keptFromOthers(
  unit: Unit,
  record: Pick<ReviewRecord, 'moments'>,
  somebody: Somebody | (Omit<Somebody, 'name'> & { name: null }),
  today: IsoDate,
): KeptFrom[] {
  return togetherIn(unit, record).flatMap((child) => {
    const person = everyoneOf(unit.db, child.id).find((each) => isSame(each, somebody));
    if (!person) return [];
    const story = readStory(upTo(factsOf(unit.db, child.id), today), child.born);
    const theirs = sameMeeting(story, record);
    if (!theirs) return [];
    const tag = person.tag.toLowerCase();
    const day = daysOf(theirs).at(-1)!;
    const exclusion =
      exclusionsOn(story, theirs.period, day).find((each) => each.ref === tag && !each.isForPart) ?? null;
    const sent = sentAfter(theirs).find(({ ref }) => ref === tag)?.record;
    return [
      {
        label: refAndReview(child.ref, theirs.number),
        child,
        tag,
        exclusion,
        sent: sent === 'part' || sent === 'none' ? sent : null,
        contact: person.contact,
      },
    ];
  });
}

/** The review of another child on a day of this one. */
function sameMeeting(story: Story, record: Pick<ReviewRecord, 'moments'>): ReviewRecord | undefined {
  const days = new Set(daysOf({ period: 0, number: null, moments: record.moments }));
  return reviewRecords(story).findLast((each) => daysOf(each).some((day) => days.has(day)));
}

/** The days on which a review was to be, or was. */
function daysOf(record: ReviewRecord): IsoDate[] {
  const sitting = sittingOf(record);
  return [...plansOf(record).map(({ meeting }) => meeting), ...(sitting === null ? [] : [sitting.on])];
}
