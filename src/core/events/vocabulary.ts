/**
 * What can be recorded: the events that ship, then those of a council's own pack. A value, made of a
 * pack, and carried by whatever reads rules, scenarios and what people type. Pure.
 */
import type { EventSpec } from './event';
import { type Described, shippedEvent } from './fact';
import { EVENTS } from './list';

export interface Vocabulary {
  /** The events of the pack, and of the packs that it extends. */
  readonly own: readonly EventSpec[];
  /** The names of all events: those that ship first. */
  readonly kinds: readonly string[];
  /** What an event is; undefined if there is none of that name. */
  spec(kind: string): EventSpec | undefined;
  /** An event by its name, as a fact or a rule carries it. */
  named(kind: string): Described;
}

/** What can be recorded under a pack: what ships, and its own events after it. */
export function vocabularyOf({ events: own = [] }: { readonly events?: readonly EventSpec[] }): Vocabulary {
  const byKind = new Map(own.map((spec) => [spec.kind, spec]));
  return {
    own,
    kinds: [...EVENTS.map(({ kind }) => kind), ...byKind.keys()],
    spec: (kind) => shippedEvent(kind) ?? byKind.get(kind),
    named(kind) {
      const spec = byKind.get(kind);
      return spec === undefined ? { kind } : { kind, own: spec };
    },
  };
}

/** What can be recorded in every unit, whatever its pack. */
export const SHIPPED: Vocabulary = vocabularyOf({});
