/**
 * What is recorded of one child, as a list of facts, with the story that it tells. The list is the same one wherever
 * it is asked for, and the story of a list is read once (story.ts): so what several look at is worked out once.
 */

import type { Fact } from '../events/fact';
import type { IsoDate } from '../time/dates';
import type { Story } from './moment';
import { readStory } from './story';

/** A fact with its place in the order of entry. */
export interface Numbered extends Fact {
  readonly id: number;
}

export interface Chronology {
  readonly facts: readonly Fact[];
  readonly born: IsoDate | null;
  readonly story: Story;
  /** As it is with a fact entered last. */
  with(fact: Fact): Chronology;
  /** As it was at the end of a day. */
  upTo(day: IsoDate): Chronology;
}

/** A chronology of facts; its story is read when it is first asked for. */
export const chronologyOf = (facts: readonly Fact[], born: IsoDate | null): Chronology => ({
  facts,
  born,
  get story() {
    return readStory(facts, born);
  },
  with: (fact) => chronologyOf(withNew(facts, [fact]), born),
  upTo: (day) => chronologyOf(upTo(facts, day), born),
});

/** The first number of what is not saved yet, in the order of entry: after all that is. */
const NOT_SAVED = Number.MAX_SAFE_INTEGER - 1_000_000;

/** The number of a fact's event, to be typed; undefined if it is not saved yet. */
export const eventNumber = ({ id }: Fact): number | undefined =>
  id === undefined || id >= NOT_SAVED ? undefined : id;

/** Facts known and new, the new ones last in the order of entry: it tells two plans of one day apart. */
export function withNew(known: readonly Fact[], facts: readonly Fact[]): readonly Fact[] {
  return facts.reduce(withOne, known);
}

function withOne(known: readonly Fact[], fact: Fact): readonly Fact[] {
  const key = JSON.stringify([fact.on, fact.kind, fact.attributes, fact.id]);
  const last = known.at(-1)?.id ?? 0;
  const next = last < NOT_SAVED ? NOT_SAVED : last + 1;
  return onceFor(longer, known, key, () => [...known, { ...fact, id: fact.id ?? next }]);
}

/** Facts without those after a day. */
export function upTo<F extends Fact>(facts: readonly F[], day: IsoDate): readonly F[] {
  if (facts.every(({ on }) => on <= day)) return facts;
  return onceFor(shorter, facts, day, () => facts.filter(({ on }) => on <= day)) as readonly F[];
}

type Lists = WeakMap<readonly Fact[], Map<string, readonly Fact[]>>;
const longer: Lists = new WeakMap();
const shorter: Lists = new WeakMap();

/** The list that was made before of this one, by what it was made with; else made now. */
function onceFor(
  made: Lists,
  from: readonly Fact[],
  key: string,
  make: () => readonly Fact[],
): readonly Fact[] {
  const lists = made.get(from) ?? new Map<string, readonly Fact[]>();
  made.set(from, lists);
  const list = lists.get(key) ?? make();
  lists.set(key, list);
  return list;
}
