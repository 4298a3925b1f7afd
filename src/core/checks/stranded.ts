/** What counts for nothing once an event is struck out: what would fall outside care without it. Pure. */
import { readStory } from '../engine/story';
import type { Fact } from '../events/fact';
import type { IsoDate } from '../time/dates';

/** Those of a chronology's facts that count with the event, and not without it. */
export function strandedBy<F extends Fact>(event: F, facts: readonly F[], born: IsoDate | null): F[] {
  const counting = (list: readonly F[]): Set<number | undefined> =>
    new Set(readStory(list, born).moments.flatMap(({ counts, fact }) => (counts ? [fact.id] : [])));
  const left = facts.filter(({ id }) => id !== event.id);
  const [before, after] = [counting(facts), counting(left)];
  return left.filter(({ id }) => before.has(id) && !after.has(id));
}
