/** What a review must come before, and reviews without a meeting. */
import type { ChangeKind } from '../core/engine/changes';
import { meetingMayBeLeftOutFrom } from '../core/engine/long-term-fostering';
import type { Story } from '../core/engine/moment';
import { CHANGE_WITHDRAWN, MEETING_NOT_NEEDED } from '../core/events/care';
import { CHANGE_KINDS } from '../core/events/codes';
import { CHANGE_PROPOSED } from '../core/events/reviews';
import { CHANGE_WORDS } from '../core/reviews/early';
import { type IsoDate, longDate, plainDate } from '../core/time/dates';
import { type Around, type Case, flag, type Refusal, stepsOf } from './step';

/** A child of whom a change is proposed. */
export interface OfChange extends Case {
  /** The day that the next review is planned for. */
  readonly meeting: IsoDate | null;
  /** The changes proposed that a review is still owed before, the first one first. */
  readonly open: readonly { readonly kind: ChangeKind; readonly on: IsoDate }[];
}

const step = stepsOf<OfChange>();
const KIND = '--kind <kind>';
const KINDS = 'care-plan, placement-end, placement-with-parents, end-of-accommodation …';
const called = Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, CHANGE_WORDS[kind].words]));

export const CHANGES = [
  step(CHANGE_PROPOSED, {
    what: 'Change proposed',
    by: 'kind',
    always: 'unless another',
    often: true,
    flags: {
      kind: flag(KIND, KINDS, { ask: 'What is proposed?', called }),
      by: flag('--by <date>', 'the day it is to happen', { ask: 'On which day is it to happen?' }),
      about: flag('--about <text>', 'in words', { ask: 'In words' }),
    },
    words: ({ kind, by }) =>
      `change proposed (${CHANGE_WORDS[kind].words}${by === null ? '' : `, for ${longDate(by)}`})`,
    notes: ({ kind, by }, { of }) => [
      `A review is to be held before it (Care Planning Regulations 2010, ${CHANGE_WORDS[kind].at}).`,
      planned(by, of),
    ],
    afterwards: (_, { of: { meeting, again } }) => [
      meeting === null
        ? `It stays on the list until a review is held. To plan one: irotool review plan ${again}`
        : null,
    ],
  }),
  step(CHANGE_WITHDRAWN, {
    what: 'Change withdrawn',
    takenBy: {
      flag: flag('--withdrawn', 'it will not happen: no review is owed before it any longer'),
    },
    by: 'kind',
    often: true,
    flags: {
      kind: flag(KIND, KINDS, { ask: 'Which change is withdrawn?', called }),
      why: flag('--why <text>', 'the reason'),
    },
    among: { kind: ({ open }) => open.map(({ kind }) => kind) },
    words: ({ kind }) => `change withdrawn${kind === null ? '' : ` (${CHANGE_WORDS[kind].words})`}`,
    notes: ({ kind }, { of }) =>
      of.open.filter((each) => each.kind === kind).map(({ on }) => `It was proposed on ${longDate(on)}.`),
    refusal: notOpen,
  }),
];

function planned(by: IsoDate | null, { meeting, again }: OfChange): string | null {
  if (meeting === null) return null;
  return by === null || meeting <= by
    ? `A review is planned for ${longDate(meeting)}.`
    : `The review is planned for ${longDate(meeting)}, after the day of the change. Plan it again (irotool review plan ${again}), or let the change wait.`;
}

function notOpen(
  { kind, on }: { readonly kind: ChangeKind | null; readonly on: IsoDate },
  { of: { open, again } }: Around<OfChange>,
): Refusal | null {
  const change = open.find((each) => each.kind === kind);
  if (!change) {
    const what = kind === null ? 'a change' : CHANGE_WORDS[kind].words;
    return [
      `no review is owed before ${what}, so there is nothing to withdraw.`,
      open.length === 0
        ? `To see what is recorded: irotool child show ${again}`
        : `Open: ${open.map((each) => `--kind ${each.kind}`).join(' and ')}.`,
    ];
  }
  if (on >= change.on) return null;
  return [
    `it was proposed on ${plainDate(change.on)}, so it cannot have been withdrawn on ${plainDate(on)}.`,
    'Check --on.',
  ];
}

/** A child in long-term fostering. */
export interface OfFostering extends Case {
  readonly story: Story;
  /** By when the next review with a meeting is owed. */
  readonly yearlyBy: IsoDate | null;
}

const GUIDANCE = 'Children Act 1989 guidance, volume 2, para 4.17';

export const NO_MEETING = stepsOf<OfFostering>()(MEETING_NOT_NEEDED, {
  what: 'Reviews need a meeting only yearly',
  by: 'factors',
  always: true,
  often: true,
  flags: {
    factors: flag('--factors <text>', 'what led to it, as the care plan has it', {
      ask: 'What led to it, as the care plan has it?',
    }),
    consulted: flag('--consulted <list>', 'who was consulted on it: child,mother'),
  },
  words: () => 'reviews need a meeting only yearly, decided',
  refusal: notLongTerm,
  notes: ({ consulted }, { of: { yearlyBy } }) => {
    const left = [
      ['child', 'the child'],
      ['iro', 'the IRO'],
    ].filter(([tag]) => !consulted.some((each) => each === tag));
    const next = yearlyBy === null ? '' : `: the next by ${longDate(yearlyBy)}`;
    return [
      `In long-term fostering for over a year (${GUIDANCE}). The reviews themselves go on, and one a year at least is a meeting${next}.`,
      left.length === 0
        ? null
        : `The child and the IRO are to be consulted on it. Not recorded as consulted: ${left.map(([, words]) => words).join(' and ')}.`,
      'What led to it belongs in the care plan.',
    ];
  },
});

function notLongTerm(
  { on }: { readonly on: IsoDate },
  { of: { story, again } }: Around<OfFostering>,
): Refusal | null {
  const from = meetingMayBeLeftOutFrom(story, on);
  if (from === null) {
    return [
      `the child is not recorded as in designated long-term fostering on ${plainDate(on)}, so the reviews need their meetings (${GUIDANCE}).`,
      `If so: irotool record ${again} long-term-foster-designated --on DATE`,
    ];
  }
  if (on >= from) return null;
  return [
    `the long-term foster placement is not yet more than a year old. Reviews may do without a meeting from ${longDate(from)} (${GUIDANCE}).`,
    `To see the placement: irotool child show ${again}`,
  ];
}
