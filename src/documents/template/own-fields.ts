/**
 * The fields of a council's own events: `events.socialWorkerVisited.on`, its day, and `….saw`, what it says. A
 * document says the last one recorded.
 */
import type { AttributeSpec } from '../../core/events/attribute';
import type { EventSpec } from '../../core/events/event';
import type { Field } from './fields';

/** `socialWorkerVisited` of `social-worker-visited`. */
export const asKey = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What documents may say of an event besides its day: which review it was of, the document itself says. */
export const saidBy = ({ attributes }: EventSpec): [name: string, attribute: AttributeSpec][] =>
  Object.entries(attributes).filter(([name]) => name !== 'review' && name !== 'on');

/** The fields of some events, with the label and help that the pack gives them. */
export function ownFields(events: readonly EventSpec[]): Field[] {
  return events.flatMap((event) => {
    const { kind, says } = event;
    const path = `events.${asKey(kind)}`;
    const record = `irotool record REF ${kind}`;
    return [
      { path: `${path}.on`, about: `the day on which the child ${says}`, supplied: record },
      ...saidBy(event).map(([name, { help, label }]) => ({
        path: `${path}.${asKey(name)}`,
        about: help || label || name.replaceAll('-', ' '),
        supplied: `${record} ${name}=…`,
      })),
    ];
  });
}
