/** A decision or recommendation of a review, and what becomes of one: carried out, overtaken, tracked, looked at, taken further, resolved. */
import type { Meeting } from '../core/engine/moment';
import { DECISION_DONE, DECISION_MADE, DECISION_OVERTAKEN } from '../core/events/after-review';
import { DISPUTE_OPENED } from '../core/events/matters/disputes';
import {
  RECOMMENDATION_CHECKED,
  RECOMMENDATION_ESCALATED,
  RECOMMENDATION_RESOLVED,
  RECOMMENDATION_TRACKED,
} from '../core/events/matters/followed-up';
import { lastAbout, stateOf } from '../core/reviews/recommendation-state';
import { disputeAbout, type Recommendation } from '../core/reviews/recommendations';
import { type IsoDate, longDate } from '../core/time/dates';
import { SETTLED_BY, theme } from './dispute';
import { type Around, type Case, flag, type Refusal, saidWith, stepsOf } from './step';

/** One of a child's decisions and recommendations, or something that is tracked and was none. */
export interface OfRecommendation extends Case {
  readonly ref: string;
  /** In words, if it is on no list yet. */
  readonly about: string | null;
  readonly recommendation: Recommendation | null;
}
type Here = Around<OfRecommendation>;

/** A review that was held, and the reference of the next decision of it. */
export interface OfHeldMeeting extends Case {
  readonly ref: string;
  readonly meeting: Meeting;
}

const step = stepsOf<OfRecommendation>();
const ONE = { always: true, often: true } as const;

export const ADDED = stepsOf<OfHeldMeeting>()(DECISION_MADE, {
  what: 'Decision',
  by: 'text',
  ...ONE,
  saysWhen: true,
  flags: {
    text: flag('--text <text>', 'what is to be done', { ask: 'What is to be done?' }),
    owner: flag('--owner <name>', 'who is to do it', { ask: 'By whom?' }),
    by: flag('--by <date>', 'by when', { ask: 'By when?' }),
    kind: flag('--kind <kind>', 'decision, recommendation or adoption-panel', {
      ask: 'It is a',
      called: { 'adoption-panel': 'recommendation to the adoption panel' },
    }),
  },
  otherwise: { ref: ({ of }) => of.ref },
  words: ({ kind, by }, _, { meeting: { number, on } }) =>
    [
      kind === 'adoption-panel' ? 'recommendation to the adoption panel' : kind,
      `of ${number === null ? `the review of ${longDate(on)}` : `review ${number}`}${by === null ? '' : `, by ${longDate(by)}`}`,
    ].join(' '),
});

const ref = ({ of }: Here): string => of.ref;
const otherwise = { ref };

const tracked = {
  by: 'by',
  often: true,
  saysWhen: true,
  words: ({ by }: { readonly by: IsoDate }) => `tracked until ${longDate(by)}`,
} as const;

export const DONE = step(DECISION_DONE, {
  what: 'Carried out',
  ...ONE,
  otherwise,
  flags: { note: flag('--note <text>', 'how') },
});

export const OVERTAKEN = step(DECISION_OVERTAKEN, {
  what: 'Overtaken by events',
  by: 'why',
  ...ONE,
  otherwise,
  flags: { why: flag('--why <text>', 'by what', { ask: 'By what has it been overtaken?' }) },
});

export const TRACKED = step(RECOMMENDATION_TRACKED, {
  what: 'Tracked',
  ...tracked,
  always: true,
  otherwise: { ref, about: ({ of }) => of.about },
  flags: { by: flag('--by <date>', 'by when', { ask: 'The date agreed' }) },
});

export const CHECK = [
  step(RECOMMENDATION_CHECKED, {
    what: 'Looked at',
    by: 'finding',
    ...ONE,
    otherwise,
    flags: { finding: flag('--finding <text>', 'what was found', { ask: 'What was found?' }) },
    notes: (_, here) => (saidWith(here, RECOMMENDATION_TRACKED) ? [] : notTracked(here)),
  }),
  step(RECOMMENDATION_TRACKED, {
    what: 'Tracked again',
    ...tracked,
    askedWith: RECOMMENDATION_CHECKED,
    otherwise,
    flags: { by: flag('--by <date>', 'by when', { ask: 'A new date agreed?' }) },
  }),
];

export const ESCALATE = [
  step(RECOMMENDATION_ESCALATED, {
    what: 'Taken to a manager',
    by: 'to',
    ...ONE,
    otherwise,
    flags: { to: flag('--to <name>', 'to whom', { ask: 'To whom is it taken?' }) },
    words: ({ to }, { someone }) => `taken to ${someone(to)}`,
    notes: (_, here) => notTracked(here),
  }),
  step(DISPUTE_OPENED, {
    what: 'Dispute',
    by: 'ref',
    numbered: 'D',
    often: true,
    flags: {
      ref: flag('--dispute', 'as a dispute, informally first'),
      theme: theme(),
      by: flag('--by <date>', 'the day asked for to settle it informally'),
    },
    otherwise: { ...SETTLED_BY, about: ({ of }) => disputeAbout(of.ref) },
    words: (said) => `dispute ${said.ref} opened, informally first,`,
  }),
];

export const RESOLVED = step(RECOMMENDATION_RESOLVED, {
  what: 'Resolved',
  ...ONE,
  otherwise,
  flags: { how: flag('--how <text>', 'how') },
  refusal: notResolvable,
});

function notTracked({ of }: Here): string[] {
  if (of.recommendation && stateOf(of.recommendation) === 'tracked') return [];
  return [`It was not tracked. To track it: irotool recommendation track ${of.again} --by DATE`];
}

function notResolvable({ on }: { readonly on: IsoDate }, { of }: Here): Refusal | null {
  const since = of.recommendation && lastAbout(of.recommendation, 'recommendation-tracked')?.on;
  if (!since) {
    return [
      'it is not tracked, so there is nothing to resolve.',
      `If it was carried out: irotool recommendation done ${of.again}`,
    ];
  }
  return on < since ? [`it was tracked on ${longDate(since)}, after ${longDate(on)}.`, 'Check --on.'] : null;
}
