/**
 * What a letter may say of an event. Of irotool's own: of a step before or after the review that the letter is about,
 * what was chosen, counted or dated and to whom it went; what was written only if its attribute says `inLetters`, for
 * most of it was written for the unit. Of a pack's own event: what its pack lets it say. Pure.
 */
import type { AttributeSpec, Kind } from '../events/attribute';
import type { EventSpec } from '../events/event';
import { shippedEvent } from '../events/fact';
import { EVENTS } from '../events/list';

/** Which review a letter is of, it says itself; other children and matters are spoken of in no letter. */
const NEVER: ReadonlySet<Kind> = new Set<Kind>([
  ...(['children', 'review', 'numberedReview', 'refTo', 'disputed', 'ofAction'] as const),
]);
const WRITTEN: ReadonlySet<Kind> = new Set<Kind>(['text', 'texts', 'someone']);

/** What a letter may say of an event besides its day, by the names under which it is kept. */
export function toldInLetters({ kind, attributes }: EventSpec): [name: string, attribute: AttributeSpec][] {
  const isOwn = shippedEvent(kind) === undefined;
  return Object.entries(attributes).filter(
    ([name, attribute]) =>
      name !== 'on' &&
      !NEVER.has(attribute.kind) &&
      (isOwn || (attribute.inLetters ?? !WRITTEN.has(attribute.kind))),
  );
}

/** Of one person, such as a copy of the record: it is told to that person alone. */
export const isOfOne = ({ kind, attributes }: EventSpec): boolean =>
  shippedEvent(kind) !== undefined && attributes.ref?.kind === 'who';

/** Those of irotool's own events of which letters may speak. */
export const LETTER_EVENTS: readonly EventSpec[] = EVENTS.filter(
  ({ belongs, toldInLetters }) => belongs === 'before' || belongs === 'after' || toldInLetters,
);
