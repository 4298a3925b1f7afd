/** What counts for nothing once an event is struck out: what would fall outside care, or be of a matter not there. Pure. */
import { readStory } from '../engine/story';
import type { Fact } from '../events/fact';
import type { IsoDate } from '../time/dates';
import { matterOf } from './rewording';

/** Those of a chronology's facts that count with the event, and not without it. */
export function strandedBy<F extends Fact>(event: F, facts: readonly F[], born: IsoDate | null): F[] {
  const counting = (list: readonly F[]): Set<number | undefined> =>
    new Set(readStory(list, born).moments.flatMap(({ counts, fact }) => (counts ? [fact.id] : [])));
  const left = facts.filter(({ id }) => id !== event.id);
  const [before, after] = [counting(facts), counting(left)];
  return left.filter((fact) => (before.has(fact.id) && !after.has(fact.id)) || isOrphan(fact, event, facts));
}

/** True of a step of a dispute, a recommendation or a determination that the event began. */
function isOrphan<F extends Fact>(fact: F, event: F, facts: readonly F[]): boolean {
  const matter = matterOf(event);
  if (matter === null || matterOf(fact) !== matter) return false;
  const all = facts.filter((each) => matterOf(each) === matter);
  // Facts that stand before it, or another that begins it, hold the rest.
  return all[0]?.id === event.id && !all.some(({ id, kind }) => id !== event.id && kind === event.kind);
}
