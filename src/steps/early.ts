/** An earlier review is asked for, and the IRO decides. */
import {
  EARLY_REVIEW_ASKED,
  EARLY_REVIEW_REFUSED,
  REVIEW_CALL_WITHDRAWN,
  REVIEW_CALLED,
} from '../core/events/reviews';
import { consultedOn, EARLY_REASON_WORDS, type EarlyRequest } from '../core/reviews/early';
import { type IsoDate, longDate, plainDate } from '../core/time/dates';
import { type Around, type Case, flag, type Refusal, saidWith, stepsOf } from './step';

/** A child of whom an earlier review is asked for. */
export interface OfEarly extends Case {
  /** The request on record that is decided on; null if it is made in the same command. */
  readonly open: EarlyRequest | null;
  /** Who made it, in words. */
  readonly askedBy: string | null;
  /** The days on which the IRO decided. */
  readonly decidedOn: ReadonlySet<IsoDate>;
  /** The day on which the review was called that is still to be held. */
  readonly calledOn: IsoDate | null;
  readonly meeting: IsoDate | null;
  /** By when a review is due in any case. */
  readonly due: IsoDate | null;
  /** The child and the parents, who are to be consulted. */
  family(on: IsoDate): readonly { readonly ref: string; readonly called: string }[];
}
type Here = Around<OfEarly>;
interface OnDay {
  readonly on: IsoDate;
}

const step = stepsOf<OfEarly>();
const decision = flag('--decision <granted|refused>', 'what the IRO decided');
const consulted = flag('--consulted <list>', 'who was consulted on it: child,mother', {
  ask: 'Who was consulted on it?',
});
const WHY = '--why <text>';
const tell = flag('--tell <text>', 'the reason as letters give it');
const ALONE = '--withdrawn takes --why and --on, and nothing else.';

/** What is decided on: asked for in the same command, or open. */
const requestOf = (here: Here): EarlyRequest | null => saidWith(here, EARLY_REVIEW_ASKED) ?? here.of.open;

export const ASKED = step(EARLY_REVIEW_ASKED, {
  what: 'Early review asked for',
  by: 'askedBy',
  byAny: ['askedBy', 'reason'],
  often: true,
  flags: {
    askedBy: flag('--asked-by <name>', 'who asked', {
      ask: 'Who asks for it? (child, mother, or a name)',
      needed: true,
    }),
    reason: flag('--reason <code>', 'why: care-plan, contact, placement, safeguarding, request …', {
      ask: 'Why?',
      needed: true,
      called: EARLY_REASON_WORDS,
    }),
    about: flag('--about <text>', 'in words', {
      ask: 'In words',
      elsewhere: 'the IRO’s reason: --why.',
    }),
    consulted,
  },
  notWith: [REVIEW_CALL_WITHDRAWN, ALONE],
  words: ({ askedBy, reason }, { someone }) =>
    `early review asked for by ${someone(askedBy)} (${EARLY_REASON_WORDS[reason]})`,
  notes: (said, here) => (isDecided(here) ? [] : [notConsulted(said.on, said.consulted, here)]),
  afterwards: (_, here) => [
    isDecided(here)
      ? null
      : `When the IRO has decided: irotool review call-early ${here.of.again} --decision granted, or refused --why "…"`,
  ],
  refusal: ({ on }, here) =>
    isDecided(here) || !here.of.decidedOn.has(on)
      ? null
      : [
          `the IRO’s decision of ${plainDate(on)} answers all that was asked for by that day.`,
          'If it was asked for on another day: --on DATE',
        ],
});

export const GRANTED = step(REVIEW_CALLED, {
  what: 'Early review granted',
  takenBy: { flag: decision, word: 'granted' },
  often: true,
  flags: {
    why: flag(WHY, 'the reason', { ask: 'Why did the IRO grant it?' }),
    by: flag('--by <date>', 'the day by which it is to be held', { ask: 'By when is it to be held?' }),
    tell,
    visit: flag('--visit', 'it follows a visit that found the child not safeguarded (reg 30)'),
    consulted,
  },
  otherwise: {
    reason: (here) => requestOf(here)?.reason ?? null,
    askedBy: (here) => requestOf(here)?.askedBy ?? null,
  },
  notWith: [REVIEW_CALL_WITHDRAWN, ALONE],
  saysWhen: true,
  words: ({ on, by }) =>
    `early review granted by the IRO on ${longDate(on)}${by === null ? '' : `, to be held by ${longDate(by)}`}`,
  notes: (said, here) => [
    askedWords(here),
    notConsulted(said.on, consultedOn(here.of.open, said.consulted), here),
    ...inTime(said.by, here.of),
  ],
  afterwards: (_, { of: { meeting, again } }) => [
    meeting === null
      ? `It stays on the list until it is held. To plan it: irotool review plan ${again}`
      : `A meeting is planned for ${longDate(meeting)}. To plan it again: irotool review plan ${again}`,
  ],
  refusal: decidedBefore,
});

export const REFUSED = step(EARLY_REVIEW_REFUSED, {
  what: 'Early review refused',
  takenBy: { flag: decision, word: 'refused' },
  often: true,
  flags: { why: flag(WHY, 'the reason', { ask: 'Why did the IRO refuse?', needed: true }), tell },
  notWith: [REVIEW_CALL_WITHDRAWN, ALONE],
  words: () => 'early review refused by the IRO',
  notes: (_, here) => [askedWords(here)],
  refusal: decidedBefore,
});

export const EARLY = [
  ASKED,
  GRANTED,
  REFUSED,
  step(REVIEW_CALL_WITHDRAWN, {
    what: 'Early review withdrawn',
    takenBy: { flag: flag('--withdrawn', 'the IRO no longer asks for it') },
    often: true,
    flags: { why: flag(WHY, 'the reason') },
    notes: (_, { of: { calledOn } }) => [calledOn && `It was called for on ${longDate(calledOn)}.`],
    refusal: notCalled,
  }),
];

const isDecided = (here: Here): boolean =>
  saidWith(here, REVIEW_CALLED) !== undefined || saidWith(here, EARLY_REVIEW_REFUSED) !== undefined;

/** Of a request on record: what it was. */
const askedWords = ({ of: { open, askedBy } }: Here): string | null =>
  open && `It was asked for on ${longDate(open.on)} by ${askedBy}: ${EARLY_REASON_WORDS[open.reason]}.`;

/** The child and the parents are to be consulted on an additional review: who is not said to have been. */
function notConsulted(on: IsoDate, tags: readonly string[], { of }: Here): string | null {
  const missing = of.family(on).filter(({ ref }) => !tags.includes(ref));
  if (missing.length === 0) return null;
  const who = missing.map(({ called }) => called).join(', ');
  return `The child and the parents are to be consulted on an additional review (York’s procedure). Not recorded as consulted: ${who}.`;
}

const inTime = (by: IsoDate | null, { due, meeting, again }: OfEarly): (string | null)[] => [
  by !== null && due !== null && by > due
    ? `A review is due by ${longDate(due)} in any case, before that day.`
    : null,
  by !== null && meeting !== null && meeting > by
    ? `The meeting is planned for ${longDate(meeting)}, after that day. To bring it forward: irotool review plan ${again}`
    : null,
];

function decidedBefore({ on }: OnDay, here: Here): Refusal | null {
  const asked = requestOf(here);
  if (asked === null || on >= asked.on) return null;
  return [
    `it was asked for on ${plainDate(asked.on)}, so the IRO cannot have decided on ${plainDate(on)}.`,
    'Check --on.',
  ];
}

function notCalled({ on }: OnDay, { of: { calledOn, again } }: Here): Refusal | null {
  if (calledOn === null) {
    return [
      'there is no early review that the IRO called for and that is still to be held.',
      `To see what is recorded: irotool child show ${again}`,
    ];
  }
  if (on >= calledOn) return null;
  return [
    `it was called for on ${plainDate(calledOn)}, so it cannot have been withdrawn on ${plainDate(on)}.`,
    'Check --on.',
  ];
}
