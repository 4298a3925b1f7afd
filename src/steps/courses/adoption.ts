/** The way to adoption: authority, a match, a placement and its visits, the end of either; and whether a birth parent comes. */
import { BIRTH_FAMILY } from '../../core/children/family';
import {
  ADOPTION_AUTHORISED,
  ADOPTION_AUTHORITY_ENDED,
  ADOPTION_MATCHED,
  ADOPTION_PLACEMENT_ENDED,
  ADOPTION_VISITED,
  BIRTH_PARENT_DECIDED,
  PLACED_FOR_ADOPTION,
} from '../../core/events/adoption';
import { BIRTH_PARENT_ANSWERS } from '../../core/events/codes';
import { type IsoDate, plainDate } from '../../core/time/dates';
import type { OfChild } from '../care';
import { type Around, flag, type Refusal, saidWith, stepsOf } from '../step';

/** A child on the way to adoption, by the day of the step. */
export interface OfAdoption extends OfChild {
  /** The role of each of the child's people, by tag. */
  readonly roles: ReadonlyMap<string, string>;
  /** Since when the child may be placed, and is placed, for adoption; null if it is not so. */
  readonly authorisedOn: IsoDate | null;
  readonly placedOn: IsoDate | null;
}

/** One of the birth family. */
export interface OfBirthParent extends OfAdoption {
  readonly ref: string;
}
type Here = Around<OfAdoption>;

const step = stepsOf<OfAdoption>();
const ONE = { always: true, often: true } as const;
const ADOPTERS = flag('--with <list>', 'the adopters, by tag: adopter,adopter-2');

export const AUTHORISED = step(ADOPTION_AUTHORISED, {
  what: 'Authority to place for adoption given',
  ...ONE,
  flags: { ground: flag('--by <placement-order|consent>', 'by a placement order, or by consent') },
  notes: ({ ground }, { of }) => [
    ground === null ? 'Whether by a placement order or by consent is not said (--by).' : null,
    `The other reviews go on too, until the child is placed: irotool adoption show ${of.again}`,
  ],
});
export const AUTHORITY_ENDED = step(ADOPTION_AUTHORITY_ENDED, {
  what: 'Authority to place for adoption ended',
  ...ONE,
  flags: { reason: flag('--reason <text>', 'why it ended') },
});

export const PLACED = [
  step(ADOPTION_MATCHED, {
    what: 'Matched with adopters',
    often: true,
    flags: {
      on: flag('--matched <date>', 'the child was matched with adopters, and is not placed yet'),
      with: ADOPTERS,
      decidedBy: flag('--decided-by <name>', 'who decided the match'),
    },
    refusal: (match, here) => placedBefore(match, here) ?? notAdopters(match.with, here),
  }),
  step(PLACED_FOR_ADOPTION, {
    what: 'Placed for adoption',
    always: 'unless another',
    often: true,
    flags: { with: ADOPTERS },
    notes: (_, { of }) => [`Where the child lives now: irotool child moved ${of.again} --to A3`],
    afterwards: (_, { of: { again } }) => [
      'Child and adopters are visited within a week, and weekly until the first review.',
      `Once they are: irotool adoption visit ${again} --on DATE`,
    ],
    refusal: ({ with: adopters }, here) => notAdopters(adopters, here),
  }),
];
export const VISITED = step(ADOPTION_VISITED, {
  what: 'Child and adopters visited',
  ...ONE,
  flags: { report: flag('--report <text>', 'what the report of the visit says') },
  refusal: ({ on }, { of: { placedOn, again } }) =>
    placedOn === null
      ? [
          `the child is not placed for adoption on ${plainDate(on)}.`,
          `If the child was: irotool adoption placed ${again} --on DATE`,
        ]
      : null,
});
export const PLACEMENT_ENDED = step(ADOPTION_PLACEMENT_ENDED, {
  what: 'Adoption placement ended',
  ...ONE,
  flags: { reason: flag('--reason <text>', 'why it ended') },
  notes: (_, { of }) => [`Where the child lives now: irotool child moved ${of.again}`],
});

export const BIRTH_PARENT = stepsOf<OfBirthParent>()(BIRTH_PARENT_DECIDED, {
  what: 'Whether a birth parent is invited',
  by: 'ref',
  often: true,
  flags: {
    ref: flag('<who>'),
    answer: flag('--answer <invited|in-part|not-invited>', 'what social worker and IRO decided', {
      ask: 'Do social worker and IRO invite this birth parent?',
      needed: true,
      called: BIRTH_PARENT_ANSWERS,
    }),
    why: flag('--why <text>', 'the reason, for the unit', { ask: 'Why?', needed: true }),
    tell: flag('--tell <text>', 'the reason as the letter gives it', {
      ask: 'What does the letter to them say of the reason?',
    }),
    views: flag('--views <text>', 'how they will be heard instead: the letter says it', {
      ask: 'How will they be heard (letter, recording, separate meeting)?',
      when: ['answer', 'not-invited'],
    }),
    decidedBy: flag('--decided-by <name>', 'who decided it', { ask: 'Who decided it?' }),
  },
  otherwise: { ref: ({ of }) => of.ref },
  words: ({ ref, answer }, { the }) => `${the(ref)} is ${BIRTH_PARENT_ANSWERS[answer]}`,
  notes: ({ tell, answer }) => [
    tell !== null
      ? null
      : answer === 'not-invited'
        ? 'The letter to them stops until it has the reasons in words for them (--tell).'
        : 'What the letter to them says of the reason is not said (--tell).',
  ],
  refusal: notABirthParent,
});

/** A match comes before the placement that it leads to: that of the same command, or the one that stands. */
function placedBefore({ on }: { readonly on: IsoDate }, here: Here): Refusal | null {
  const placedOn = saidWith(here, PLACED_FOR_ADOPTION)?.on ?? here.of.placedOn;
  return placedOn === null || on <= placedOn
    ? null
    : [
        `the child was placed for adoption on ${plainDate(placedOn)}, before the match of ${plainDate(on)}.`,
        `Check the days: irotool adoption show ${here.of.again}`,
      ];
}

/** Only adopters can be those with whom a child is placed. */
function notAdopters(tags: readonly string[], { of: { roles, again } }: Here): Refusal | null {
  const other = tags.find((tag) => roles.get(tag) !== 'adopter');
  if (other === undefined) return null;
  return [
    `${other} is not recorded as an adopter.`,
    `If they are: irotool child link ${again} --tag ${other} --role adopter`,
  ];
}

/** Of a child who is not placed the reviews are looked-after reviews too, to which parents come. */
function notABirthParent(
  { ref, answer }: { readonly ref: string; readonly answer: string },
  { of: { roles, placedOn, again, label } }: Here,
): Refusal | null {
  if (!BIRTH_FAMILY.includes(roles.get(ref) ?? '')) {
    return [`${ref} is not of the birth family.`, `To see who is: irotool child people ${label}`];
  }
  if (placedOn !== null || answer === 'invited') return null;
  return [
    'the child is not placed for adoption, so the review is a looked-after review too.',
    `Not inviting a parent to it takes reasons: irotool review not-invite ${again}`,
  ];
}
