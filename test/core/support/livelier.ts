/** Invented lives with what comes before a meeting in every way that it can be entered. */

import type { EventSpec } from '../../../src/core/events/event';
import { type Fact, REVIEW_KINDS } from '../../../src/core/events/fact';
import { addDays, type IsoDate } from '../../../src/core/time/dates';
import { type Life, lifeOf } from './lives';

const STEPS = [
  ...['child-consulted', 'unit-notified', 'sw-iro-discussed', 'invitations-sent'],
  ...['documents-received', 'iro-saw-child', 'records-current', 'conference-reports-received'],
];

/**
 * The life with what the telling of lives leaves out: steps that say which review they are of, steps entered on
 * the day of a meeting, and review conferences with a day. A pack's own event is lived as talks with the child are.
 */
export function livelier(seed: number, own: readonly EventSpec[] = []): Life {
  const life = lifeOf(seed);
  const more: Fact[] = [];
  const add = (on: IsoDate, kind: string, attributes: Record<string, string> = {}): void =>
    void more.push({ on, kind, attributes });
  life.facts.forEach(({ on, kind }, at) => {
    const by = seed * 31 + at * 7;
    const step = STEPS[by % STEPS.length]!;
    const isMeeting =
      REVIEW_KINDS.has(kind) || kind === 'review-conference-held' || kind === 'review-adjourned';
    if (isMeeting && by % 2 === 0) add(on, step);
    if (isMeeting && by % 3 === 0) add(addDays(on, (by % 7) - 3), step, { review: String(1 + (by % 4)) });
    if (kind === 'initial-conference-held' || kind === 'review-conference-held') {
      const planned = addDays(on, by % 3);
      const meeting = addDays(planned, by % 30);
      add(planned, 'review-conference-planned', { meeting });
      if (by % 5 < 2) add(meeting, 'review-conference-held');
      if (by % 2 === 0) add(addDays(on, by % 9), 'conference-reports-received');
      if (by % 4 === 0) add(addDays(on, 1 + (by % 35)), 'review-conference-held');
    }
  });
  const facts = life.facts
    .filter(({ kind }) => kind !== 'review-conference-planned')
    .concat(more)
    .filter(({ on, kind }) => !STEPS.includes(kind) || on >= life.facts[0]!.on);
  const lived = facts.flatMap((fact) =>
    fact.kind === 'child-consulted' ? own.map((spec) => ({ ...fact, kind: spec.kind, own: spec })) : [],
  );
  return { ...life, facts: [...facts, ...lived] };
}
