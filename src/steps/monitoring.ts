/** The monitoring form of a review, of which at least one answer is given; and the forms as they go to the managers. */
import { MONITORING_FORM_COMPLETED, MONITORING_SENT } from '../core/events/after-review';
import type { papersBefore } from '../core/reviews/after';
import type { OfReview } from './after-review';
import { type Case, flag, stepsOf } from './step';

/** A review that was held, and how its papers reached the IRO by the record. */
export interface Monitored extends OfReview {
  readonly ref: string;
  readonly papers: ReturnType<typeof papersBefore>;
}

const words = (value: string): string => value.replaceAll('-', ' ');

export const MONITORING_FORM = stepsOf<Monitored>()(MONITORING_FORM_COMPLETED, {
  what: 'Monitoring form completed',
  always: true,
  needsAny: 'The monitoring form needs at least one answer:',
  flags: {
    goodPractice: flag('--good-practice <text>', 'good practice seen', { ask: 'Good practice seen' }),
    drift: flag('--drift <yes|no>', 'drift or delay', { ask: 'Drift or delay?' }),
    driftAbout: flag('--drift-about <text>', 'in what', {
      ask: 'Drift or delay in what?',
      askAlways: true,
      when: ['drift', 'yes'],
    }),
    planQuality: flag('--plan-quality <good|adequate|poor>', 'the care plan', {
      ask: 'The quality of the plan',
    }),
    papers: flag('--papers <in-time|late|missing>', 'the papers', { ask: 'The papers' }),
    participation: flag('--participation <good|adequate|poor>', undefined, {
      ask: 'How the child took part',
    }),
    note: flag('--note <text>', undefined, { ask: 'Anything else' }),
  },
  // What the record says of the papers is shown, not offered: Enter answers nothing.
  asking: {
    papers: ({ papers }) => `The papers${papers === null ? '' : ` (by the record: ${words(papers)})`}`,
  },
  notes: ({ papers }, { of }) => [
    of.papers !== null && papers !== null && papers !== of.papers
      ? `By ${of.label}’s record the papers were ${words(of.papers)}.`
      : null,
  ],
  afterwards: ({ drift }, { of }) =>
    drift
      ? [
          `To track a recommendation: irotool recommendation track ${of.ref} --about "…" --by DATE`,
          `To raise poor practice: irotool review after ${of.again} --poor-practice NAME --about "…"`,
        ]
      : [],
});

/** The reviews of a child of which the form is still to be sent. */
export interface OfForms extends Case {
  /** `1 and 2` */
  readonly reviews: string;
}

export const FORMS_SENT = stepsOf<OfForms>()(MONITORING_SENT, {
  what: 'Monitoring forms sent to the managers',
  by: 'to',
  often: true,
  flags: { to: flag('--sent-to <name>', 'they were sent to these managers') },
  words: ({ to }, _, { reviews }) => `monitoring form of ${reviews} sent to ${to}`,
});
