/** A child protection plan beside the care plan: its conference asked about it, kept, or ended. */
import type { ProtectionPlan } from '../core/children/protection-plan';
import {
  CONFERENCE_MEMBERS_ASKED,
  CORE_GROUP_HELD,
  PROTECTION_PLAN_ENDED,
  PROTECTION_PLAN_KEPT,
} from '../core/events/protection';
import { type IsoDate, plainDate } from '../core/time/dates';
import { type Around, type Case, flag, type Objection, saidWith, stepsOf } from './step';

/** A child, and the protection plan that they are or were on by the day of the steps. */
export interface OfProtection extends Case {
  readonly plan: ProtectionPlan | null;
}

const step = stepsOf<OfProtection>();

export const PROTECTION = [
  step(CORE_GROUP_HELD, {
    what: 'Core group met',
    often: true,
    flags: { on: flag('--core-group <date>', 'the core group met') },
    objection: notOnAPlan,
  }),
  step(CONFERENCE_MEMBERS_ASKED, {
    what: 'Conference’s members asked whether the care plan covers the protection plan',
    by: 'to',
    often: true,
    flags: { to: flag('--asked <who>', 'whether the care plan covers it was asked of these') },
    objection: notOnAPlan,
  }),
  step(PROTECTION_PLAN_KEPT, {
    what: 'Protection plan goes on beside the care plan',
    by: 'why',
    often: true,
    flags: { why: flag('--kept <text>', 'it goes on beside the care plan, and why') },
    notWith: [PROTECTION_PLAN_ENDED, 'The plan goes on (--kept), or it ends (--ended): not both.'],
    objection: notOnAPlan,
    afterwards: () => [
      'Plan and care are reviewed as one: irotool review hold, and irotool record … review-conference-held.',
    ],
  }),
  step(PROTECTION_PLAN_ENDED, {
    what: 'Protection plan ended',
    by: 'why',
    often: true,
    flags: { why: flag('--ended <text>', 'it ended by agreement, and why') },
    objection: notOnAPlan,
    notes: (_, here) => [
      here.of.plan?.asked.length === 0 && !saidWith(here, CONFERENCE_MEMBERS_ASKED)
        ? 'It is not recorded that the conference’s members were asked first (--asked "who").'
        : null,
    ],
  }),
];

/** Nothing is asked or decided of a plan that there is not. */
function notOnAPlan({ on }: { readonly on: IsoDate }, { of }: Around<OfProtection>): Objection | null {
  const { plan } = of;
  if (plan === null) {
    return [
      `the child is on no child protection plan by ${plainDate(on)}.`,
      `If a conference made one: irotool record ${of.again} initial-conference-held --on DATE`,
    ];
  }
  if (plan.endedOn === null) return null;
  return [
    `the child protection plan ended on ${plainDate(plan.endedOn)}.`,
    `To see it: irotool child protection ${of.again}`,
  ];
}
