/** Secure accommodation: the placement, the panel that reviews it, its review and who is told (the 1991 Regulations, regs 15 and 16). */
import { planIn } from '../../core/children/meetings-to-come';
import {
  SECURE_OUTCOME_TOLD,
  SECURE_PANEL_APPOINTED,
  SECURE_PLACEMENT_ENDED,
  SECURE_PLACEMENT_STARTED,
  SECURE_REPORT_GIVEN,
  SECURE_REVIEW_HELD,
  SECURE_REVIEW_PLANNED,
} from '../../core/events/secure-and-pathway';
import { isSameName } from '../../core/names/likeness';
import { birthday, dayAndTime, type IsoDate, plainDate } from '../../core/time/dates';
import type { OfChild } from '../care';
import { placeAsBefore, placeIn } from '../place';
import { type Around, flag, type Refusal, stepsOf } from '../step';

/** Those who review a placement in secure accommodation. */
interface Panel {
  readonly members: readonly string[];
  readonly independent: readonly string[];
}

/** A child in secure accommodation, by the day of the step. */
export interface OfSecure extends OfChild {
  readonly placedOn: IsoDate | null;
  /** The panel that was appointed last; null if none was. */
  readonly panel: Panel | null;
  /** The name of the child's IRO. */
  readonly iro: string | null;
  readonly born: IsoDate | null;
  /** The names of those who are recorded as working for the authority. */
  readonly officers: readonly string[];
}
type Here = Around<OfSecure>;

const step = stepsOf<OfSecure>();
const ONE = { always: true, often: true } as const;
const AT_LEAST = 3;

export const SECURE_PLACED = step(SECURE_PLACEMENT_STARTED, {
  what: 'Placed in secure accommodation',
  ...ONE,
  flags: { until: flag('--until <date>', 'the day on which the court’s authority ends') },
  notes: ({ on, until }, { of: { born } }) => [
    until === null
      ? 'Without a court’s authority a child may be kept there for 72 hours in 28 days, and no longer (reg 10). When it ends: --until'
      : null,
    born !== null && on < birthday(born, 13)
      ? 'A child under 13 may be placed there only if the Secretary of State has approved it first (reg 4).'
      : null,
  ],
  afterwards: (_, { of: { again } }) => [
    `The panel that reviews it: irotool secure panel ${again} --members "…" --chair "…" --independent "…"`,
  ],
  refusal: (_, { of: { placedOn, again } }) =>
    placedOn === null
      ? null
      : [
          `the child is in secure accommodation already, since ${plainDate(placedOn)}.`,
          `If that ended: irotool secure ended ${again} --on DATE`,
        ],
});

export const SECURE_PANEL = step(SECURE_PANEL_APPOINTED, {
  what: 'Panel appointed',
  ...ONE,
  flags: {
    members: flag('--members <list>', 'everyone on it, the chair too: three or more names', {
      ask: 'Who is on the panel (names, with commas)?',
      needed: true,
    }),
    chair: flag('--chair <name>', 'which of them chairs', { ask: 'Who of them chairs?', needed: true }),
    independent: flag('--independent <list>', 'who of them is neither member nor officer of the authority', {
      ask: 'Who of them is neither a member nor an officer of the authority?',
      needed: true,
    }),
  },
  words: ({ members, chair }, { listed }) => `panel appointed: ${listed(members)}, chaired by ${chair},`,
  refusal: noPanel,
});

const PLACE = placeAsBefore(SECURE_REVIEW_PLANNED, ({ story }: OfSecure) =>
  placeIn(planIn(story, 'secure review')?.fact.attributes),
);

export const SECURE_PLAN = step(SECURE_REVIEW_PLANNED, {
  what: 'Secure review planned',
  ...ONE,
  saysWhen: true,
  flags: {
    meeting: flag('--meeting <date>', 'the day of the meeting', {
      ask: 'On which day?',
      needed: true,
      passed: 'If it was held: irotool secure review REF --on DATE',
    }),
    time: flag('--time <time>', 'at what time: 14:30', { ask: 'At what time?' }),
    venue: flag('--venue <text>', 'where it is', { ask: 'Where?' }),
  },
  otherwise: { venue: PLACE.venue },
  notes: PLACE.notes,
  words: ({ meeting, time }) => `secure review planned for ${dayAndTime(meeting, time)}`,
  refusal: notSecure,
});

export const SECURE_REPORT = step(SECURE_REPORT_GIVEN, {
  what: 'Reported to the secure review',
  ...ONE,
  flags: {
    ref: flag('--from <who>', 'who: a tag such as child or mother, or in words', {
      ask: 'Who reported, or gave their view?',
      needed: true,
    }),
    said: flag('--said <text>', 'what they said', { ask: 'What did they say?', needed: true }),
  },
  words: ({ ref }, { someone }) => `what ${someone(ref)} said`,
  refusal: notSecure,
});

const YES_OR_NO = { needed: true } as const;

export const SECURE_REVIEW = [
  step(SECURE_REVIEW_HELD, {
    what: 'Secure review held',
    by: 'outcome',
    often: true,
    flags: {
      on: flag('--on <date>', 'the day it was held (else today)'),
      outcome: flag('--outcome <stays|moves|leaves>', 'what came of it: stays, moves elsewhere, leaves', {
        ask: 'What came of it?',
      }),
      criteria: flag('--criteria <yes|no>', 'whether the criteria still apply', {
        ask: 'Do the criteria still apply?',
        ...YES_OR_NO,
      }),
      necessary: flag('--necessary <yes|no>', 'whether the placement is still necessary', {
        ask: 'Is the placement still necessary?',
        ...YES_OR_NO,
      }),
      other: flag('--other <yes|no>', 'whether another kind of accommodation would be appropriate', {
        ask: 'Would another kind of accommodation be appropriate?',
        ...YES_OR_NO,
      }),
      reasons: flag('--reasons <text>', 'why, as those who are told read it', { ask: 'Why?', needed: true }),
      views: flag('--views <list>', 'whose wishes and feelings were found out: child,mother', {
        ask: 'Whose wishes and feelings were found out?',
      }),
      attended: flag('--attended <list>', 'who of the panel sat, if not all'),
    },
    words: ({ outcome }) => `secure review held; the child ${outcome ?? 'was reviewed'}`,
    refusal: cannotBeReviewed,
    notes: ({ views }) => [
      views.length === 0
        ? 'Whose wishes and feelings were found out is not said (--views): reg 16(2).'
        : null,
    ],
    afterwards: ({ outcome }, { of: { again } }) => [
      `Once they are told the outcome and the reasons: irotool secure review ${again} --told child,mother`,
      outcome === 'stays' ? null : `Once the child has left: irotool secure ended ${again} --on DATE`,
    ],
  }),
  step(SECURE_OUTCOME_TOLD, {
    what: 'Outcome told',
    by: 'to',
    often: true,
    follows: { event: SECURE_REVIEW_HELD, gap: 'No secure review is recorded as held.', askedOnlyThen: true },
    flags: {
      to: flag('--told <list>', 'who was told the outcome and the reasons: child,mother', {
        ask: 'Who was told the outcome, and why?',
      }),
    },
    words: ({ to }, { called }) => `outcome told to ${called(to)}`,
  }),
];

export const SECURE_ENDED = step(SECURE_PLACEMENT_ENDED, {
  what: 'Left secure accommodation',
  ...ONE,
  notes: (_, { of }) => [`Where the child lives now: irotool child moved ${of.again}`],
  refusal: notSecure,
});

function notSecure({ on }: { readonly on: IsoDate }, { of: { placedOn, again } }: Here): Refusal | null {
  if (placedOn !== null) return null;
  return [
    `the child is not in secure accommodation on ${plainDate(on)}.`,
    `If the child was placed there: irotool secure placed ${again} --on DATE`,
  ];
}

const among = (names: readonly string[], name: string): boolean =>
  names.some((each) => isSameName(each, name));

function noPanel(
  { members, chair, independent }: Panel & { readonly chair: string },
  { of: { iro, officers } }: Here,
): Refusal | null {
  const stranger = [chair, ...independent].find((name) => !among(members, name));
  if (stranger !== undefined) return [`${stranger} is not among --members.`, 'Name everyone on it there.'];
  if (iro !== null && isSameName(iro, chair)) {
    return ['the child’s IRO does not chair the secure review.', 'Choose another of the panel: --chair'];
  }
  const officer = independent.find((name) => among(officers, name));
  if (officer !== undefined) {
    return [
      `${officer} is recorded as working for the authority, and --independent is someone who is neither a member nor an officer of it (reg 15).`,
      'Name someone else of the panel.',
    ];
  }
  return tooFew(members, independent);
}

/** Three or more review it, and one of them at least is no part of the authority. */
function tooFew(members: readonly string[], independent: readonly string[]): Refusal | null {
  const all = members.filter((name, at) => !among(members.slice(0, at), name));
  if (all.length < AT_LEAST) {
    return [
      'at least three people review it, one of whom is neither a member nor an officer of the authority (reg 15).',
      `Named: ${all.join(', ')}.`,
    ];
  }
  if (independent.some((name) => among(all, name))) return null;
  return [
    'at least one of those who review it is neither a member nor an officer of the authority (reg 15).',
    'Say who: --independent',
  ];
}

function cannotBeReviewed(
  said: {
    readonly on: IsoDate;
    readonly attended: readonly string[];
    readonly criteria: boolean | null;
    readonly outcome: string | null;
  },
  here: Here,
): Refusal | null {
  const { panel, again } = here.of;
  const { attended, criteria, outcome } = said;
  const misplaced = notSecure(said, here);
  if (misplaced) return misplaced;
  if (panel === null) {
    return [
      'no panel is recorded that could have reviewed it.',
      `irotool secure panel ${again} --members "…" --chair "…" --independent "…" --on DATE`,
    ];
  }
  const stranger = attended.find((name) => !among(panel.members, name));
  if (stranger !== undefined)
    return [`${stranger} is not on the panel.`, `It is ${panel.members.join(', ')}.`];
  if (criteria === false && outcome === 'stays') {
    return ['the criteria no longer apply, so the child cannot stay there.', '--outcome moves or leaves'];
  }
  return tooFew(attended.length === 0 ? panel.members : attended, panel.independent);
}
