/** What follows a child protection conference. */
import { heldAs } from '../../core/children/conferences';
import { CORE_GROUP_HELD } from '../../core/events/protection';
import {
  CONFERENCE_DECISION_SENT,
  CONFERENCE_SUMMED_UP,
  LEGAL_PLANNING_HELD,
  OUTLINE_PLAN_SENT,
  PLAN_IN_CARE_PLAN,
  PLAN_OUTCOME_CLOSED,
  PROTECTION_PLAN_UPDATED,
  SUPPORT_ANSWERED,
  SUPPORT_OFFERED,
} from '../../core/events/protection/conference';
import { type Around, flag, type Refusal, stepsOf } from '../step';
import { type OfConference, untilDone } from './case';
import { coreGroupMet } from './core-group';

/** One that was held, with the outcomes of the plan that are open. */
export interface OfHeldConference extends OfConference {
  readonly outcomes: readonly { readonly ref: string; readonly text: string }[];
}

const step = stepsOf<OfHeldConference>();

const outcomeIs =
  (...outcomes: readonly string[]) =>
  ({ conference }: OfHeldConference): boolean =>
    outcomes.includes(heldAs(conference)?.outcome ?? '');
const hasPlan = outcomeIs('plan', 'continue');
const hasNone = outcomeIs('no-plan', 'end');
const isJoint = ({ conference }: OfHeldConference): boolean => heldAs(conference)?.joint != null;
const never = (): boolean => false;

export const AFTER_CONFERENCE_HELD = [
  step(CONFERENCE_DECISION_SENT, {
    what: 'Decision sent',
    flags: {
      on: flag('--decision-sent <date>', 'the decision was sent', { ask: 'Decision sent on' }),
      to: flag('--sent-to <list>', 'to whom: mother,health', { ask: 'To whom' }),
    },
    next: untilDone(CONFERENCE_DECISION_SENT, 'Send the decision of the conference', 'unit', { to: 'WHO' }),
  }),
  step(OUTLINE_PLAN_SENT, {
    what: 'Outline plan sent',
    flags: {
      on: flag('--outline-sent <date>', 'the outline of the plan was sent', { ask: 'Outline plan sent on' }),
      to: flag('--outline-to <list>', 'to whom', { ask: 'To whom' }),
    },
    next: untilDone(OUTLINE_PLAN_SENT, 'Send the outline of the plan', 'chair', { to: 'WHO' }),
    isOwed: outcomeIs('plan'),
    notes: (_, { of }) => [noPlanNote(of)],
  }),
  step(PROTECTION_PLAN_UPDATED, {
    what: 'Plan updated',
    flags: {
      on: flag('--plan-updated <date>', 'the plan was brought up to date', { ask: 'Plan updated on' }),
      shares: flag('--family-says <text>', undefined, { ask: 'What does the family say of the changes?' }),
    },
    isOwed: outcomeIs('continue'),
    notes: (_, { of }) => [noPlanNote(of)],
    next: untilDone(PROTECTION_PLAN_UPDATED, 'Bring the plan up to date', 'social-worker'),
  }),
  coreGroupMet<OfHeldConference>({
    isOwed: hasPlan,
    // Of a plan that goes on, the core group goes on meeting by days of its own.
    next: (of) =>
      outcomeIs('plan')(of)
        ? untilDone(CORE_GROUP_HELD, 'Hold the first core group', 'social-worker')(of)
        : null,
  }),
  step(PLAN_OUTCOME_CLOSED, {
    what: 'Outcome of the plan',
    by: 'ref',
    often: true,
    flags: {
      ref: flag('--item-closed <ref>', 'an outcome of the plan was achieved or dropped: P1'),
      how: flag('--how <achieved|dropped>', undefined, { ask: 'What became of it?', needed: true }),
      note: flag('--note <text>'),
    },
    isOwed: never,
    words: ({ ref, how }) => `outcome ${ref} of the plan ${how}`,
    refusal: notOfThePlan,
  }),
  step(SUPPORT_OFFERED, {
    what: 'Voluntary help offered',
    by: 'kind',
    flags: {
      kind: flag('--offered <child-in-need|early-help>', 'help that is voluntary was offered', {
        ask: 'Was voluntary help offered?',
        called: { 'child-in-need': 'A child in need plan', 'early-help': 'Early help' },
      }),
      say: flag('--family-wishes <text>', undefined, { ask: 'What help would the family like?' }),
    },
    isOwed: hasNone,
    next: untilDone(SUPPORT_OFFERED, 'Offer help that is voluntary', 'social-worker'),
    notes: (_, { of }) => [
      hasPlan(of) ? 'The child is on a child protection plan: this help is for afterwards.' : null,
    ],
    words: ({ kind }) => `${kind === 'early-help' ? 'early help' : 'a child in need plan'} offered`,
  }),
  step(SUPPORT_ANSWERED, {
    what: 'Taken up',
    by: 'takenUp',
    flags: {
      takenUp: flag('--taken-up <yes|no>', 'the family takes it up, or does not', {
        ask: 'Does the family take it up?',
      }),
    },
    isOwed: hasNone,
    follows: { event: SUPPORT_OFFERED, gap: 'No help is recorded as offered.', askedOnlyThen: true },
    words: ({ takenUp }) => `the help ${takenUp ? 'taken up' : 'not taken up'}`,
  }),
  step(LEGAL_PLANNING_HELD, {
    what: 'Legal planning meeting held',
    often: true,
    flags: {
      on: flag('--legal-planning <date>', 'a legal planning meeting was held'),
      outcome: flag('--legal-outcome <text>'),
    },
    isOwed: never,
    notes: () => ['Parents and children are not invited to it.'],
  }),
  step(CONFERENCE_SUMMED_UP, {
    what: 'Summed up in the IRO’s record of the review',
    flags: {
      on: flag('--summed-up <date>', 'of a joint review: the conference is summed up in the IRO’s record', {
        ask: 'Summed up in the IRO’s record on',
      }),
    },
    isOwed: isJoint,
    notes: (_, { of }) => [
      isJoint(of) ? null : 'It is not recorded as one with a review of the child in care.',
    ],
  }),
  step(PLAN_IN_CARE_PLAN, {
    what: 'Protection plan put into the care plan',
    flags: {
      on: flag('--in-care-plan <date>', 'of a child in care: the protection plan stands in the care plan', {
        ask: 'Put into the care plan on',
      }),
    },
    isOwed: (of) => of.isInCare && hasPlan(of),
    notes: (_, { of }) => [
      of.isInCare ? null : 'The child is not recorded as in care then, so there is no care plan.',
    ],
  }),
];

const noPlanNote = (of: OfHeldConference): string | null =>
  hasNone(of) ? 'After this conference there is no child protection plan.' : null;

function notOfThePlan({ ref }: { readonly ref: string }, { of }: Around<OfHeldConference>): Refusal | null {
  if (of.outcomes.some((each) => each.ref === ref)) return null;
  const open = of.outcomes.map((each) => each.ref);
  return [
    `the plan has no open outcome ${ref}${open.length === 0 ? '' : `; there ${open.length === 1 ? 'is' : 'are'} ${open.join(', ')}`}.`,
    `To see the plan: irotool conference show ${of.again}`,
  ];
}
