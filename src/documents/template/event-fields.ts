/**
 * The fields of events, irotool's own and a council's: `events.decisionsSent.on`, the day, and `….how`, what it says,
 * with the help of its attribute. A document says the last one recorded.
 */
import type { EventSpec } from '../../core/events/event';
import { toldInLetters } from '../../core/privacy/told-in-letters';
import type { Field } from './field-kinds';

/** `socialWorkerVisited` of `social-worker-visited`. */
export const asKey = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** What has been called otherwise in templates, and the command that records it. */
const CALLED: Readonly<Record<string, readonly [path: string, command: string]>> = {
  'monitoring-form-completed': ['monitoring', 'irotool review monitor REF'],
};

/** Where a document finds what is said of an event: `events.decisionsSent`. */
export const pathOf = ({ kind }: Pick<EventSpec, 'kind'>): string =>
  CALLED[kind]?.[0] ?? `events.${asKey(kind)}`;

/** The fields of some events, with the label and help of each attribute. */
export function eventFields(events: readonly EventSpec[]): Field[] {
  return events.flatMap((event) => {
    const { kind, says } = event;
    const path = pathOf(event);
    const record = CALLED[kind]?.[1] ?? `irotool record REF ${kind}`;
    return [
      { path: `${path}.on`, about: `the day on which the child ${says}`, supplied: record },
      ...toldInLetters(event).map(([name, { help, label }]) => ({
        path: `${path}.${asKey(name)}`,
        about: help || label || name.replaceAll('-', ' '),
        supplied: CALLED[kind] ? `${record} --${name} …` : `${record} ${name}=…`,
      })),
    ];
  });
}
