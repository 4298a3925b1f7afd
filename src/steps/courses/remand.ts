/** A child on remand: to which accommodation, and the plans that are made for it (Care Planning Regulations 2010, regs 47A to 47F). */
import { REMAND_ENDED, REMAND_PLAN_MADE, REMANDED } from '../../core/events/secure-and-pathway';
import { type IsoDate, plainDate } from '../../core/time/dates';
import type { OfChild } from '../care';
import { type Around, flag, type Refusal, stepsOf } from '../step';

type Accommodation = 'youth-detention' | 'local-authority';

/** A child, and the remand that goes on by the day of the step. */
export interface OfRemand extends OfChild {
  readonly remand: { readonly on: IsoDate; readonly to: Accommodation } | null;
  /** Looked after before the remand. */
  readonly wasInCare: boolean;
}
type Here = Around<OfRemand>;

const step = stepsOf<OfRemand>();
const CALLED = {
  'youth-detention': 'youth detention accommodation',
  'local-authority': 'local authority accommodation',
};
const ENDED = flag('--ended', 'the remand ended');

export const REMAND = [
  step(REMANDED, {
    what: 'Remanded',
    by: 'to',
    often: true,
    flags: {
      to: flag(
        '--to <youth-detention|local-authority>',
        'to which accommodation a court remanded the child',
        {
          ask: 'Remanded to which accommodation?',
          called: CALLED,
        },
      ),
      where: flag('--where <text>', 'which place', { ask: 'Which place?' }),
    },
    notWith: [REMAND_ENDED, 'A remand begins (--to) or ends (--ended): not both.'],
    words: ({ to }) => `remanded to ${CALLED[to]}`,
    afterwards: ({ to }, { of: { again, wasInCare } }) => [
      to === 'youth-detention' && wasInCare
        ? `The IRO is told of it: irotool iro informed ${again} --of "The remand"`
        : null,
      `Once a plan is made: irotool child remand ${again} --plan ${to === 'youth-detention' ? 'detention-placement-plan' : 'care-plan,placement-plan'}`,
    ],
    refusal: ({ to }, { of: { remand, again } }) =>
      remand?.to === to
        ? [
            `the child is remanded to ${CALLED[to]} already, since ${plainDate(remand.on)}.`,
            `If that ended: irotool child remand ${again} --ended --on DATE`,
          ]
        : null,
  }),
  step(REMAND_PLAN_MADE, {
    what: 'Plan for the remand',
    by: 'kind',
    often: true,
    each: {},
    flags: {
      kind: flag(
        '--plan <list>',
        'which plans were made: detention-placement-plan, or care-plan,placement-plan',
        {
          ask: 'Which plans were made?',
        },
      ),
      signedBy: flag('--signed-by <name>', 'who agreed and signed it there'),
      wishes: flag('--wishes', 'the child’s wishes and feelings were found out'),
    },
    words: ({ kind }) => `${kind.replaceAll('-', ' ')} made`,
    notes: ({ kind, signedBy, wishes }) => [
      kind === 'detention-placement-plan' && signedBy === null
        ? 'It is agreed with and signed by the director, governor or manager there (--signed-by).'
        : null,
      wishes ? null : 'The child’s wishes and feelings are found out for it (--wishes).',
    ],
    refusal: notOfThisRemand,
  }),
  step(REMAND_ENDED, {
    what: 'Remand ended',
    takenBy: { flag: ENDED },
    often: true,
    refusal: ({ on }, here) => notRemanded(on, here),
    notes: (_, { of: { again } }) => [
      `If the child is still looked after, on what ground: irotool child status ${again} --basis CODE`,
    ],
  }),
];

function notRemanded(on: IsoDate, { of: { remand, again } }: Here): Refusal | null {
  if (remand !== null) return null;
  return [
    `no remand is recorded that went on on ${plainDate(on)}.`,
    `To record it: irotool child remand ${again} --to youth-detention --on DATE`,
  ];
}

function notOfThisRemand(
  { on, kind }: { readonly on: IsoDate; readonly kind: string },
  here: Here,
): Refusal | null {
  const said = here.facts.find((fact) => fact.kind === REMANDED.kind)?.attributes.to;
  const to = said ?? here.of.remand?.to;
  if (to === undefined) return notRemanded(on, here);
  const isDetention = kind === 'detention-placement-plan';
  if (isDetention === (to === 'youth-detention')) return null;
  return [
    `the child is remanded to ${CALLED[to as Accommodation]}, and a ${kind.replaceAll('-', ' ')} is for the other.`,
    isDetention ? '--plan care-plan,placement-plan' : '--plan detention-placement-plan',
  ];
}
