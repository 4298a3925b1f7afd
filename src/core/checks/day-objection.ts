/**
 * Whether a fact of its kind can have happened on its day, whatever else it says: asked as soon as the day is
 * known. Pure.
 */
import type { Chronology } from '../engine/chronology';
import type { Story } from '../engine/moment';
import { isAwayFrom, isWithin } from '../engine/series';
import { type Fact, specOf } from '../events/fact';
import { MEETINGS } from '../events/meetings';
import { advice, type Objection, seeing, toRecord } from '../events/objection';
import { eventWords } from '../events/words';
import { addMonths, birthday, type IsoDate, plainDate } from '../time/dates';
import { deathObjection } from './after-death';

/** Why a fact of its kind cannot have happened on its day, whatever else it says; null if it can. */
export function dayObjection(fact: Fact, known: Chronology, ref: string, today: IsoDate): Objection | null {
  return (
    timeObjection(fact, known, ref, today) ??
    deathObjection(fact, known.facts, ref) ??
    periodObjection(fact, known, ref)
  );
}

/** So many months before the birth nobody can have known of the child; a conference may come before the birth, care cannot. */
const EXPECTED = 10;

/** What to do about a date that cannot be. */
export const CHECK_THE_DATE = seeing('Check the date, or');

function timeObjection(fact: Fact, { born }: Chronology, ref: string, today: IsoDate): Objection | null {
  const day = plainDate(fact.on);
  if (fact.on > today) {
    return {
      what: `${day} has not come yet, and ${ref}’s record holds only what has happened.`,
      ...CHECK_THE_DATE,
    };
  }
  if (born !== null && fact.on < (specOf(fact)?.ofTheUnborn ? addMonths(born, -EXPECTED) : born)) {
    return {
      what: `${ref} was born on ${plainDate(born)}, after ${day}.`,
      ...seeing('Check both dates'),
    };
  }
  const { meeting, told } = fact.attributes;
  if (fact.kind === 'became-looked-after' && told !== undefined && told > today) {
    return {
      what: `The unit cannot have been told of ${ref} on ${plainDate(told as IsoDate)}: that day has not come yet.`,
      next: advice`Check that date.`,
    };
  }
  const held = MEETINGS.find(({ plans }) => plans === fact.kind)?.heldBy[0];
  if (held !== undefined && meeting !== undefined && meeting < fact.on) {
    return {
      what: `The meeting (${plainDate(meeting as IsoDate)}) would be before the day it was planned (${day}).`,
      next: advice`If it has been held: ${toRecord(held, ref, {}, meeting as IsoDate)}`,
    };
  }
  return null;
}

/** What follows "so" if a kind of event cannot have happened on a day. */
function called(kind: string): string {
  if (kind === 'review-held' || kind === 'adoption-review-held') return 'no review can have been held';
  if (kind === 'review-planned') return 'no review can have been planned';
  if (kind === 'ceased-looked-after') return 'the child cannot have left care';
  return `“${eventWords(kind)}” cannot be recorded`;
}

function periodObjection(fact: Fact, { story, born }: Chronology, ref: string): Objection | null {
  const belongs = specOf(fact)?.belongs;
  const { periods } = story;
  const within = periods.find((period) => isWithin(period, fact));
  if (fact.kind === 'became-looked-after') return startObjection(fact, periods, born, ref);
  if (belongs === 'after' || belongs === 'own' || fact.kind === 'exit-review-held') return null;
  if (belongs === 'closing' && periods.length > 0) return null;
  if (within) return null;
  const day = plainDate(fact.on);
  const first = periods[0];
  const last = periods.findLast((period) => period.to !== null && period.to < fact.on);
  if (!first) {
    return {
      what: `${ref} is not recorded as looked after, so ${called(fact.kind)} on ${day}.`,
      next: advice`If care has begun: ${toRecord('became-looked-after', ref)}`,
    };
  }
  if (last?.to && !periods.some((period) => period.from > fact.on)) {
    return {
      what: `${ref} ceased to be looked after on ${plainDate(last.to)}, so ${called(fact.kind)} on ${day}.`,
      ...CHECK_THE_DATE,
    };
  }
  const next = periods.find((period) => period.from > fact.on) ?? first;
  return {
    what: `${ref} became looked after on ${plainDate(next.from)}, so ${called(fact.kind)} on ${day}.`,
    ...CHECK_THE_DATE,
  };
}

function startObjection(
  fact: Fact,
  periods: Story['periods'],
  born: IsoDate | null,
  ref: string,
): Objection | null {
  if (born !== null && fact.on >= birthday(born, 18)) {
    return {
      what: `${ref} was 18 on ${plainDate(birthday(born, 18))}, before ${plainDate(fact.on)}.`,
      ...CHECK_THE_DATE,
    };
  }
  // A child may leave and come back on one day, so the days may touch.
  const open = periods.find((period) => isAwayFrom(period, fact.on));
  if (!open) return null;
  return {
    what: `${ref} is already looked after, since ${plainDate(open.from)}.`,
    ...(open.to === null
      ? {
          next: advice`To plan a review: ${toRecord('review-planned', ref)}. If care has ended: ${toRecord('ceased-looked-after', ref)}`,
        }
      : CHECK_THE_DATE),
  };
}
