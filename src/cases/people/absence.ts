/** How someone’s absence stands on a day, and who is told besides. */

import { plainAddress } from '../../core/address';
import { type IsoDate, plainDate } from '../../core/time/dates';
import { awayUntil } from '../../core/time/working-week';
import { type Person, personById } from '../../store/people/people';
import type { Db } from '../../store/sqlite';
import { leaveOf } from '../../store/working-days';

/** How someone’s absence stands on a day. */
export interface Absence {
  readonly until: IsoDate;
  /** Who is told besides; null if nobody is. */
  readonly cover: Person | null;
  /** Why nobody is; null if somebody is. */
  readonly nobodyBecause: string | null;
}

/** The absence of someone on a day; null if they are there. A cover’s own cover is not asked: it stops at one. */
export function absenceOn(db: Db, person: Person, on: IsoDate): Absence | null {
  const until = awayUntil(on, leaveOf(db, person.id));
  if (until === null) return null;
  const cover = person.coverId === null ? undefined : personById(db, person.coverId);
  const nobodyBecause = cover === undefined ? 'no cover is recorded' : unableBecause(db, cover, on);
  return { until, cover: nobodyBecause === null ? cover! : null, nobodyBecause };
}

function unableBecause(db: Db, cover: Person, on: IsoDate): string | null {
  const until = cover.active ? awayUntil(on, leaveOf(db, cover.id)) : null;
  const because = until === null ? neverBecause(cover) : `is away too, to ${plainDate(until)}`;
  return because === null ? null : `${cover.name}, who covers, ${because}`;
}

/** Why someone can be told on no day. */
export function neverBecause({ active, email }: Person): string | null {
  if (!active) return 'has left';
  return email === null || plainAddress(email) === null ? 'has no address on record' : null;
}
