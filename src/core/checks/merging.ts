/**
 * Two records of one child: which facts of the first are entered under the second, and whether all
 * of them together can have happened. Pure.
 */

import { ASKED } from '../engine/asked';
import { chronologyOf, type Numbered } from '../engine/chronology';
import { readStory } from '../engine/story';
import { bareEvent, type Fact, specOf } from '../events/fact';
import type { Objection } from '../events/objection';
import { inOrder } from '../events/order';
import type { Rule } from '../rules/rule';
import type { IsoDate } from '../time/dates';
import { objectionTo } from './admissible';
import { type OtherNames, renamed, renumbered, sameMatters } from './rewording';

export interface RecordOfChild {
  readonly ref: string;
  readonly born: IsoDate | null;
  readonly facts: readonly Numbered[];
}

export interface MergeOptions {
  /** The child's people whom the second record calls by another tag. */
  readonly tags: ReadonlyMap<string, string>;
  /** What an action's `ref` is, by the action's id. */
  readonly refOfAction: NonNullable<OtherNames['refOfAction']>;
  /** Events of the first that are left out. */
  readonly without: ReadonlySet<number>;
  readonly today: IsoDate;
  readonly rules: readonly Rule[];
}

/** An event of either record as it is entered under the second. */
export interface MergedEntry {
  /** The number of the event as it is recorded now. */
  readonly of: number;
  /** True if it is one of the second's own, struck out and entered again with another number of review. */
  readonly isOwn: boolean;
  readonly fact: Fact;
}

/** What stands in the way of a merging. */
export interface Clash {
  readonly fact: Numbered;
  readonly isOfFirst: boolean;
  readonly objection: Objection;
  /** The fact of the other record without which it could stand; null if no single one is to blame. */
  readonly other: Numbered | null;
}

export interface Merging {
  /** In the order of entry. */
  readonly entries: readonly MergedEntry[];
  /** Events of the first that the second holds already. */
  readonly already: ReadonlySet<number>;
  /** References of decisions and other matters that both use for different things: what the first's become. */
  readonly matters: ReadonlyMap<string, string>;
  readonly clash: Clash | null;
}

/** Works out what becomes of the facts of two records of one child. */
export function merging(first: RecordOfChild, second: RecordOfChild, options: MergeOptions): Merging {
  const born = second.born ?? first.born;
  const kept = first.facts.filter(({ id }) => !options.without.has(id));
  const whole = readStory([...second.facts, ...kept], born);
  const own = renumbered(second.facts, readStory(second.facts, second.born), whole);
  const { tags, refOfAction } = options;
  const theirs = renumbered(kept, readStory(kept, first.born), whole).map((fact) =>
    renamed(fact, { tags, refOfAction }),
  );
  const matters = sameMatters(theirs, own);
  const reworded = theirs.map((fact) => renamed(fact, { matters, refOfAction }));
  const already = alreadyIn(reworded, own);
  const numbers = new Map(second.facts.map((fact) => [fact.id, fact]));
  const entries: MergedEntry[] = [
    ...own
      .filter((fact) => fact !== numbers.get(fact.id))
      .map((fact) => ({ of: fact.id, isOwn: true, fact: bare(fact) })),
    ...reworded
      .filter(({ id }) => !already.has(id))
      .map((fact) => ({ of: fact.id, isOwn: false, fact: bare(fact) })),
  ].sort((a, b) => (a.fact.on < b.fact.on ? -1 : a.fact.on > b.fact.on ? 1 : 0));
  const entered = reworded.filter(({ id }) => !already.has(id));
  return {
    entries,
    already,
    matters,
    clash: clashOf(entered, own, { first, second, born, today: options.today, rules: options.rules }),
  };
}

/** Gives what the `ref` is of the facts from which an action arises, by the action's id. */
export const refOfAction =
  (rules: readonly Pick<Rule, 'id' | 'events'>[]): MergeOptions['refOfAction'] =>
  (action) => {
    const rule = rules.find(({ id }) => id === action);
    const events = rule?.events ?? [{ kind: ASKED[action]?.of ?? '' }];
    return events.map((event) => specOf(event)?.attributes.ref).find(Boolean);
  };

const bare = (fact: Fact): Fact => ({ on: fact.on, ...bareEvent(fact), attributes: fact.attributes });

/** Events of one day and kind of which the second record says all that the first does. */
function alreadyIn(theirs: readonly Numbered[], own: readonly Numbered[]): Set<number> {
  const taken = new Set<number>();
  const already = new Set<number>();
  for (const fact of theirs) {
    const same = own.find((other) => !taken.has(other.id) && saysAll(other, fact));
    if (!same) continue;
    taken.add(same.id);
    already.add(fact.id);
  }
  return already;
}

/** True if one event says all that another of its day and kind does. */
export function saysAll(more: Fact, less: Fact): boolean {
  return (
    more.on === less.on &&
    more.kind === less.kind &&
    Object.entries(less.attributes).every(([name, value]) => more.attributes[name] === value)
  );
}

interface Records {
  readonly first: RecordOfChild;
  readonly second: RecordOfChild;
  readonly born: IsoDate | null;
  readonly today: IsoDate;
  readonly rules: readonly Rule[];
}

/** The first fact, day by day, that cannot have happened beside the other record's. */
function clashOf(
  entered: readonly Numbered[],
  own: readonly Numbered[],
  { first, second, born, today, rules }: Records,
): Clash | null {
  // What its own record could not hold either was taken there all the same.
  const odd = new Set([
    ...objectedTo(first.facts, first.ref, first.born, today, rules),
    ...objectedTo(second.facts, second.ref, second.born, today, rules),
  ]);
  const ofFirst = new Set(entered.map(({ id }) => id));
  const chronology: Numbered[] = [];
  for (const fact of dayByDay([...own, ...entered])) {
    const objectionIn = (facts: readonly Numbered[]): Objection | null =>
      objectionTo(fact, chronologyOf(facts, born), second.ref, today, rules);
    const objection = odd.has(fact.id) ? null : objectionIn([...chronology]);
    if (objection) {
      const isOfFirst = ofFirst.has(fact.id);
      const other = chronology.findLast(
        (each) =>
          ofFirst.has(each.id) !== isOfFirst && !objectionIn(chronology.filter((one) => one !== each)),
      );
      return { fact, isOfFirst, objection, other: other ?? null };
    }
    chronology.push(fact);
  }
  return null;
}

function objectedTo(
  facts: readonly Numbered[],
  ref: string,
  born: IsoDate | null,
  today: IsoDate,
  rules: readonly Rule[],
): number[] {
  const ordered = dayByDay(facts);
  return ordered
    .filter(
      (fact, at) => objectionTo(fact, chronologyOf(ordered.slice(0, at), born), ref, today, rules) !== null,
    )
    .map(({ id }) => id);
}

/** In the order in which they are read; what is read as one with another comes last of its day. */
function dayByDay(facts: readonly Numbered[]): Numbered[] {
  const ordered = inOrder(facts) as Numbered[];
  const read = new Set(ordered);
  for (const fact of facts) {
    if (read.has(fact)) continue;
    ordered.splice(ordered.findLastIndex(({ on }) => on <= fact.on) + 1, 0, fact);
  }
  return ordered;
}
