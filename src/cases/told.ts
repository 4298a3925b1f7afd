/**
 * What an event says, whole, as it is handed on to screens and to JSON: people by their tags with what they are
 * called, colleagues by name. An attribute that is added to an event is handed on with the rest.
 */
import { type AttributeSpec, type Colleague, isList, type Tag, yesOrNoSaid } from '../core/events/attribute';
import { type Event, keptAs, type Taken } from '../core/events/event';
import type { Fact } from '../core/events/fact';
import type { IsoDate } from '../core/time/dates';

/** Someone as screens and their JSON have them. */
export interface TagNamed {
  /** The tag. */
  readonly ref: string;
  /** `mother`, `the child`. */
  readonly called: string;
  readonly name: string | null;
}

/** Who is who. */
export interface WhoIsWho {
  named(ref: string): TagNamed;
  /** A tag in words, or words as they were typed. */
  words(text: string | null): string | null;
  personName(id: number | null): string | null;
}

type InWords<T> = T extends readonly Tag[] ? readonly TagNamed[] : T extends Colleague ? string | null : T;

/** What an event that says `V` is told with. */
export type Told<V> = { readonly on: IsoDate } & { readonly [K in keyof V]: InWords<V[K]> };

/** The same, if some of it may be left open. */
export type PartlyTold<V> = { readonly [K in keyof Told<V>]: Told<V>[K] | null };

/** What an event is told with, by its constant: `ToldOf<typeof NOT_INVITED>`. */
export type ToldOf<E> = E extends Event<infer V> ? Told<V> : never;

/** What an event says, told. */
export function told<V>(event: Event<V>, said: Taken<V>, who: WhoIsWho): Told<V> {
  const values: Partial<Record<keyof V, unknown>> = {};
  for (const key in event.typed) values[key] = inWords(event.typed[key], said[key], who);
  // Every key of V was told, each by its kind: the one thing that the compiler cannot see.
  return { on: said.on, ...values } as Told<V>;
}

function inWords({ kind }: AttributeSpec, value: unknown, who: WhoIsWho): unknown {
  if (kind === 'people') return (value as readonly Tag[]).map(who.named);
  if (kind === 'colleague') return who.personName(value as Colleague | null);
  return kind === 'someone' ? who.words(value as string | null) : value;
}

type Ticked<T> = { readonly [K in keyof T]: T[K] extends boolean | null ? boolean | null : T[K] };

/** The same, with null for each yes or no that was not said: not having been ticked is not the same as no. */
export function ticked<V>({ typed }: Event<V>, said: Told<V>, { attributes }: Fact): Ticked<Told<V>> {
  const unsaid: Partial<Record<keyof V, null>> = {};
  for (const key in typed) {
    if (typed[key].kind === 'yesNo' && attributes[keptAs(key)] === undefined) unsaid[key] = null;
  }
  return { ...said, ...unsaid } as Ticked<Told<V>>;
}

/**
 * What an event says, flat among other things, as JSON has been published: `decisionsSentOn`, `decisionsSentTo`. `names`:
 * what is published under a name of its own. If it has not been, every key says nothing.
 */
export function flat<V>(
  event: Event<V>,
  said: Told<V> | null,
  prefix: string,
  names: { readonly [K in keyof V | 'on']?: string } = {},
): Readonly<Record<string, unknown>> {
  const called = (key: string): string =>
    prefix === '' ? key : `${prefix}${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;
  const keys: readonly (keyof V & string)[] = Object.keys(event.typed) as (keyof V & string)[];
  return Object.fromEntries([
    [names.on ?? called('on'), said?.on ?? null],
    ...keys.map((key) => [
      names[key] ?? called(key),
      said === null ? (isList(event.typed[key].kind) ? [] : null) : said[key],
    ]),
  ]);
}

/** True of a value that says no more than if nothing had been said. */
export const saidNothing = ({ default: usual }: AttributeSpec, value: unknown): boolean =>
  value === null ||
  (Array.isArray(value) && value.length === 0) ||
  usual === (typeof value === 'boolean' ? yesOrNoSaid(value) : value);
