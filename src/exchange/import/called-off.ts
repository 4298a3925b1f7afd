/** What was planned for children whose care a return ends, or who died: it is called off, and said. */

import { plannedMeeting } from '../../core/engine/plan-by';
import { readStory } from '../../core/engine/story';
import { isDeath } from '../../core/events/death';
import { ENDS_PERIOD } from '../../core/events/fact';
import { type IsoDate, longDate } from '../../core/time/dates';
import { factsInPassing } from '../../store/chronology';
import type { Db } from '../../store/sqlite';
import type { ImportPlan } from './plan';

/** A sentence for each meeting that is called off. */
export function calledOffLines(db: Db, { writes }: ImportPlan, today: IsoDate): string[] {
  return writes.flatMap(({ known, facts }) => {
    const ending = facts.find(({ kind }) => ENDS_PERIOD.has(kind));
    if (known === null || ending === undefined) return [];
    const before = factsInPassing(db, known.id).filter(({ on }) => on <= today);
    const planned = plannedMeeting(readStory(before, known.born));
    if (planned === null) return [];
    const how = facts.some(isDeath) ? 'died' : 'left care';
    return [
      `${known.ref} ${how} on ${longDate(ending.on)}: the meeting planned for ${longDate(planned.day)} is called off. Who had been asked to come: irotool review show ${known.ref}`,
    ];
  });
}
