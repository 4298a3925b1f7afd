/** A line of `review show`. */
import { type PartlyTold, saidNothing, type TagNamed, type Told } from '../../cases/told';
import { type Event, keptAs } from '../../core/events/event';
import { attributeWords } from '../../core/events/words';
import type { IsoDate } from '../../core/time/dates';
import { listed } from '../../ui/words';

/** A label and what it says; null is left out. */
export type ReviewRow = readonly [label: string, words: string | null];

/** The parts of a sentence that there are, with semicolons between. */
export const joined = (...parts: readonly (string | null | false)[]): string =>
  parts.filter(Boolean).join('; ');

/** How a value of what an event says is put: by a function, or not at all if it is told elsewhere. */
export type Phrases<V> = {
  readonly [K in keyof V]?: ((value: NonNullable<Told<V>[K]>) => string | null) | null;
};

/**
 * What an event says, attribute by attribute: in a phrase of the screen's own if it reads better, else as it is told
 * everywhere. What was not said is left out.
 */
export function partsOf<V>(
  event: Event<V>,
  said: PartlyTold<V>,
  phrases: Phrases<V> = {},
): (string | null)[] {
  const parts: (string | null)[] = [];
  for (const key in event.typed) {
    const value: PartlyTold<V>[typeof key] = said[key];
    const phrase = phrases[key];
    if (phrase === null || saidNothing(event.typed[key], value)) continue;
    parts.push(phrase ? phrase(value as NonNullable<typeof value>) : inWords(event, key, value));
  }
  return parts;
}

/** The row of a step that was taken, or of none: its day, and what it says. */
export const stepRow =
  (day: (date: IsoDate) => string) =>
  <V>(label: string, event: Event<V>, said: Told<V> | null, phrases: Phrases<V> = {}): ReviewRow => [
    label,
    said && joined(day(said.on), ...partsOf(event, said, phrases)),
  ];

/** The same, a line for each: under the label that is given, else the attribute's own name; null if told elsewhere. */
export function linesOf<V>(
  event: Event<V>,
  said: PartlyTold<V>,
  labels: { readonly [K in keyof V]?: string | null } = {},
): ReviewRow[] {
  const lines: ReviewRow[] = [];
  for (const key in event.typed) {
    if (labels[key] === null || saidNothing(event.typed[key], said[key])) continue;
    const name = keptAs(key).replaceAll('-', ' ');
    const { words } = attributeWords('', { ...event.typed[key], label: '' }, keptText(said[key]), asWritten);
    const who =
      event.typed[key].kind === 'people' ? calledIn(said[key] as readonly TagNamed[]) : words || 'yes';
    lines.push([labels[key] ?? name.slice(0, 1).toUpperCase() + name.slice(1), who]);
  }
  return lines;
}

const inWords = <V>({ typed }: Event<V>, key: keyof V & string, value: unknown): string =>
  attributeWords(keptAs(key), typed[key], keptText(value), asWritten).words;

/** People as a sentence has them: `the child and mother`. */
function keptText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (!Array.isArray(value)) return String(value);
  return typeof value[0] === 'object' ? calledIn(value) : value.join(',');
}

/** A text as it was written. */
export const asWritten = (text: string): string => text;

/** `mother and the carer`. */
export const calledIn = (who: readonly TagNamed[]): string => listed(who.map(({ called }) => called));

/** `to mother and the carer`. */
export const toThem = (who: readonly TagNamed[]): string => `to ${calledIn(who)}`;

/** `mother (Anna Smith)`. */
export const nameWords = ({ called, name }: Omit<TagNamed, 'ref'>): string =>
  name === null ? called : `${called} (${name})`;
