/** A child, parent or carer is not invited to a review; the reasons are sent, and it is looked at again. */
import { EXCLUSION_LOOKED_AT, NOT_INVITED, WRITTEN_REASONS_SENT } from '../core/events/before-review';
import type { Exclusion } from '../core/reviews/exclusions';
import { type IsoDate, longDate, plainDate } from '../core/time/dates';
import { type Around, type Case, flag, type Refusal, saidWith, stepsOf } from './step';

/** Someone who may be kept from the review of a child. */
export interface OfExclusion extends Case {
  /** By which events speak of them. */
  readonly ref: string;
  /** `the mother` */
  readonly called: string;
  /** What they are to the child. */
  readonly owed: 'child' | 'parent' | 'carer';
  /** The last decision on them. */
  readonly decision: Exclusion | undefined;
  /** What comes of it if it is ended: `, and invited`. */
  readonly outcomeWords: string;
  /** The day to look again that is offered. */
  lookAgain(on: IsoDate): IsoDate | null;
}
type Here = Around<OfExclusion>;
interface Look {
  readonly on: IsoDate;
  readonly by: IsoDate | null;
}

const step = stepsOf<OfExclusion>();
const otherwise = { ref: ({ of }: Here): string => of.ref };
const offered = { by: (of: OfExclusion, on: IsoDate): IsoDate | null => of.lookAgain(on) };
const LOOK_AGAIN = ['--look-again <date>', 'when it will be looked at again'] as const;
const ASK_AGAIN = { ask: 'When will it be looked at again?' };

const OWED: Readonly<Record<OfExclusion['owed'], string>> = {
  child:
    'A child is presumed to come: this is for exceptional circumstances. The IRO speaks with the child before the review.',
  parent:
    'This is for exceptional circumstances. A parent gets written reasons and another way to give their views (IRO Handbook, para 3.17), and the record of the review has those views.',
  carer: 'A carer gets a written explanation and another way to contribute.',
};

export const DECIDED = step(NOT_INVITED, {
  what: 'Not invited',
  by: 'ref',
  often: true,
  saysWhen: true,
  flags: {
    ref: flag('<who>'),
    concern: flag('--concern <text>', undefined, { ask: 'What is the concern?', needed: true }),
    tell: flag('--tell <text>', 'the reasons as the letter gives them; the concern is for the unit'),
    considered: flag('--considered <text>', undefined, {
      ask: 'What was considered instead (part of it, a supporter, two meetings)?',
      needed: true,
    }),
    views: flag('--views <text>', 'how their views will be heard: the letter says it', {
      ask: 'How will they be heard (letter, recording, separate meeting)?',
      needed: true,
    }),
    consulted: flag('--iro-consulted <date>', 'when the IRO was consulted', {
      ask: 'When was the IRO consulted?',
      needed: true,
    }),
    by: flag(...LOOK_AGAIN, ASK_AGAIN),
    part: flag('--part-of-meeting', 'for part of the meeting only', { value: 'some' }),
  },
  asking: { views: ({ called }) => `How will ${called} be heard (letter, recording, separate meeting)?` },
  otherwise: { ...otherwise, part: () => 'all' },
  offered,
  words: ({ ref, part, by }, { the }) =>
    `${the(ref)} is not invited${part === 'some' ? ' for part of the meeting' : ''}, to be looked at again ${by === null ? 'on no fixed day' : `by ${longDate(by)}`}`,
  notes: (said, here) => [
    OWED[here.of.owed],
    here.of.decision && here.of.decision.endedOn === null
      ? `It takes the place of the decision of ${longDate(here.of.decision.decidedOn)}.`
      : null,
    offeredWords(said, here),
    saidWith(here, WRITTEN_REASONS_SENT)
      ? null
      : `Once the reasons are sent: irotool review not-invite ${here.of.again} --reasons-sent DATE`,
  ],
  refusal: ({ on, consulted, by }) =>
    consulted !== null && consulted > on
      ? [
          `the IRO was consulted on ${plainDate(consulted)}, after ${plainDate(on)}, when it was decided.`,
          'The IRO is consulted first. Check --iro-consulted, or say with --on when it was decided.',
        ]
      : notAfter({ on, by }),
});

export const NOT_INVITE = [
  DECIDED,
  step(WRITTEN_REASONS_SENT, {
    what: 'Written reasons sent',
    often: true,
    insteadOf: NOT_INVITED,
    askedWith: NOT_INVITED,
    flags: {
      on: flag('--reasons-sent <date>', 'the written reasons were sent', {
        ask: 'When were the written reasons sent?',
      }),
    },
    otherwise,
    words: ({ ref }, { the }) => `written reasons sent to ${the(ref)}`,
    refusal: sentBefore,
  }),
  step(EXCLUSION_LOOKED_AT, {
    what: 'Looked at again',
    by: 'outcome',
    often: true,
    saysWhen: true,
    insteadOf: NOT_INVITED,
    notWith: [
      NOT_INVITED,
      'Looking at it again is not a new decision. Give --looked-at without the reasons.',
    ],
    flags: {
      outcome: flag('--looked-at <kept|ended>', 'it was looked at again, and kept or ended'),
      by: flag(...LOOK_AGAIN, { ...ASK_AGAIN, when: ['outcome', 'kept'], needed: ['outcome', 'kept'] }),
      why: flag('--why <text>', 'the reason'),
    },
    otherwise,
    offered,
    words: ({ ref, outcome, by }, { the }, { outcomeWords }) =>
      `not inviting ${the(ref)} looked at again and ${outcome}${by === null ? outcomeWords : `; next by ${longDate(by)}`}`,
    notes: (said, here) => [offeredWords(said, here)],
    refusal: cannotLook,
  }),
];

/** Which day was taken, if it is the one that is offered. */
const offeredWords = ({ on, by }: Look, { of }: Here): string | null =>
  by !== null && by === of.lookAgain(on)
    ? `To be looked at again by ${longDate(by)}, in time for whom the next meeting invites. For another day: --look-again`
    : null;

const notAfter = ({ on, by }: Look): Refusal | null =>
  by === null || by > on
    ? null
    : [
        `${plainDate(by)} is not after ${plainDate(on)}, so it cannot be looked at again then.`,
        'Check --look-again.',
      ];

/** The reasons follow the decision. */
function sentBefore({ on }: { readonly on: IsoDate }, here: Here): Refusal | null {
  const decidedOn = saidWith(here, NOT_INVITED)?.on ?? here.of.decision!.decidedOn;
  if (on >= decidedOn) return null;
  return [
    `the decision was made on ${plainDate(decidedOn)}, so its reasons cannot have been sent on ${plainDate(on)}.`,
    'Check --reasons-sent, or say with --on when it was decided.',
  ];
}

function cannotLook(look: Look, { of: { decision, again } }: Here): Refusal | null {
  const { decidedOn, endedOn } = decision!;
  if (endedOn !== null) {
    return [
      `that decision ended on ${plainDate(endedOn)}.`,
      `For a new one: irotool review not-invite ${again} --concern "…"`,
    ];
  }
  if (look.on >= decidedOn) return notAfter(look);
  return [
    `it was decided on ${plainDate(decidedOn)}, so it cannot have been looked at again on ${plainDate(look.on)}.`,
    'Check --on.',
  ];
}
