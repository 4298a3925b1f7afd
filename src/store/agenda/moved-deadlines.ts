/**
 * Which open deadlines move when dates are worked out otherwise: with other bank holidays. Nothing is written.
 */

import type { Duty } from '../../core/engine/duty';
import { isStillOwed } from '../../core/engine/standing';
import type { IsoDate } from '../../core/time/dates';
import { factsOf } from '../chronology';
import type { Db } from '../sqlite';
import type { ChildRow } from './agenda';
import { type Engine, reckon } from './reckoning';

export interface MovedDeadline {
  readonly child: { readonly ref: string; readonly name: string | null };
  readonly rule: string;
  readonly duty: string;
  readonly review: number | null;
  /** Which one, where there may be several: a recommendation's or dispute's own reference. */
  readonly ref: string | null;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Every deadline that is open today by either engine and has another day by the second, the earliest first. */
export function movedDeadlines(db: Db, before: Engine, after: Engine, today: IsoDate): MovedDeadline[] {
  const children = db.prepare('SELECT id, born, ref, name FROM subject ORDER BY ref').all() as (ChildRow & {
    ref: string;
    name: string | null;
  })[];
  const moved: MovedDeadline[] = [];
  for (const { id, born, ref, name } of children) {
    const facts = factsOf(db, id).filter((fact) => fact.on <= today);
    const is = dutiesByKey(reckon(facts, born, after).duties);
    for (const [key, was] of dutiesByKey(reckon(facts, born, before).duties)) {
      const now = is.get(key);
      if (!now || now.due === was.due || ![was, now].some((duty) => isOpenOn(duty, today))) continue;
      moved.push({
        child: { ref, name },
        ...{ rule: was.rule.id, duty: was.rule.duty, review: now.review, ref: was.ref },
        ...{ from: was.due, to: now.due },
      });
    }
  }
  return moved.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

const isOpenOn = (duty: Duty, today: IsoDate): boolean => isStillOwed(duty, today);

/** By what tells a duty apart from the child's others, whatever its day. */
function dutiesByKey(duties: readonly Duty[]): Map<string, Duty> {
  const found = new Map<string, Duty>();
  for (const duty of duties) {
    const key = [duty.rule.id, duty.arose, duty.from.on, duty.review, duty.ref].join('|');
    let place = 1;
    while (found.has(`${key}|${place}`)) place++;
    found.set(`${key}|${place}`, duty);
  }
  return found;
}
