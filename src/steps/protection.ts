/** A child protection plan beside the care plan: its conference asked about it, kept, or ended. */
import type { ProtectionPlan } from '../core/children/protection-plan';
import { taken } from '../core/events/event';
import {
  CONFERENCE_MEMBER_ANSWERED,
  CONFERENCE_MEMBERS_ASKED,
  PROTECTION_PLAN_ENDED,
  PROTECTION_PLAN_KEPT,
} from '../core/events/protection';
import { type IsoDate, plainDate } from '../core/time/dates';
import { coreGroupMet } from './conference/core-group';
import { type Around, type Case, flag, type Refusal, type Sentences, saidWith, stepsOf } from './step';

type Here = Around<OfProtection>;

/** A child, and the protection plan that they are or were on by the day of the steps. */
export interface OfProtection extends Case {
  readonly plan: ProtectionPlan | null;
  /** In care on the day of the steps. */
  readonly isInCare: boolean;
}

const step = stepsOf<OfProtection>();

export const PROTECTION = [
  coreGroupMet<OfProtection>({ refusal: (fact, around) => notOnAPlan(fact, around) }),
  step(CONFERENCE_MEMBERS_ASKED, {
    what: 'Conference’s members asked whether the care plan covers the protection plan',
    by: 'members',
    often: true,
    flags: {
      members: flag(
        '--asked <list>',
        'whether the care plan covers it was asked of these: health,teacher, or all',
      ),
    },
    otherwise: {
      to: ({ facts }) => facts.find((fact) => fact.attributes.members)?.attributes.members ?? null,
    },
    refusal: notOnAPlan,
    notes: atHomeNotes,
    words: ({ members }, { called }) =>
      `${called(members)} asked whether the care plan covers the protection plan`,
    afterwards: ({ members: [first] }, { of }) => [
      `For each answer: irotool child protection ${of.again} --answers ${first}=VIEW --about "…" (VIEW is ends or keep)`,
    ],
  }),
  step(CONFERENCE_MEMBER_ANSWERED, {
    what: 'Answer of one of the conference’s members',
    by: 'ref',
    often: true,
    each: { how: 'view' },
    flags: {
      ref: flag('--answers <list>', 'may the plan end, or is it to be kept? health=ends,teacher=keep'),
      about: flag('--about <text>', 'what they say'),
    },
    words: ({ ref, view }, { the }) =>
      `${the(ref)}: the plan ${view === 'keep' ? 'is to go on' : 'may end'},`,
    refusal: notAsked,
    afterwards: ({ view }, { of }) => [
      view === 'keep'
        ? `Anyone’s objection keeps the plan: irotool child protection ${of.again} --kept "WHY"`
        : null,
    ],
  }),
  step(PROTECTION_PLAN_KEPT, {
    what: 'Protection plan goes on beside the care plan',
    by: 'why',
    often: true,
    flags: { why: flag('--kept <text>', 'it goes on beside the care plan, and why') },
    notWith: [PROTECTION_PLAN_ENDED, 'The plan goes on (--kept), or it ends (--ended): not both.'],
    refusal: notOnAPlan,
    notes: atHomeNotes,
    afterwards: (_, { of }) => [
      `Plan and care are reviewed as one: irotool review hold ${of.again} --on DATE --code CODE, and irotool conference hold ${of.again} --on DATE --outcome continue|end.`,
    ],
  }),
  step(PROTECTION_PLAN_ENDED, {
    what: 'Protection plan ended',
    by: 'why',
    often: true,
    flags: {
      why: flag('--ended <text>', 'it ended by agreement, and why'),
      unanswered: flag('--unanswered <text>', 'why the chair does not wait for those who have not answered'),
    },
    refusal: notAgreed,
    notes: (said, here) => [
      ...atHomeNotes(said, here),
      here.of.plan?.asked.length === 0 && !saidWith(here, CONFERENCE_MEMBERS_ASKED)
        ? 'It is not recorded that the conference’s members were asked first (--asked "who").'
        : null,
    ],
  }),
];

/** Only of a child in care may care cover the plan. */
function atHomeNotes({ on }: { readonly on: IsoDate }, { of }: Here): Sentences {
  if (of.isInCare) return [];
  return [
    `The child is not recorded as in care on ${plainDate(on)}: a conference decides on the plan of a child at home.`,
  ];
}

function notAsked({ on, ref }: { readonly on: IsoDate; readonly ref: string }, here: Here): Refusal | null {
  const { of } = here;
  const asked = saidWith(here, CONFERENCE_MEMBERS_ASKED)?.members ?? [];
  const isAsked = of.plan?.members.some((each) => each.ref === ref) || asked.some((each) => each === ref);
  return (
    notOnAPlan({ on }, here) ??
    (isAsked
      ? null
      : [
          `“${ref}” is not recorded as asked.`,
          `To record that: irotool child protection ${of.again} --asked ${ref}`,
        ])
  );
}

/** Anyone’s objection keeps the plan, and nobody’s silence is agreement. */
function notAgreed(
  { on, unanswered }: { readonly on: IsoDate; readonly unanswered: string | null },
  here: Here,
): Refusal | null {
  const { of } = here;
  const wrong = notOnAPlan({ on }, here);
  if (wrong) return wrong;
  const views = new Map(
    (of.plan?.members ?? []).map(({ ref, answer }) => [ref as string, answer?.view ?? null]),
  );
  for (const fact of here.facts) {
    if (fact.kind !== CONFERENCE_MEMBER_ANSWERED.kind) continue;
    const { ref, view } = taken(CONFERENCE_MEMBER_ANSWERED, fact);
    views.set(ref, view);
  }
  const saying = (view: 'keep' | null): string[] =>
    [...views].filter(([, each]) => each === view).map(([ref]) => ref);
  const [against, silent] = [saying('keep'), saying(null)];
  if (against.length > 0) {
    return [
      `${against.join(', ')} would have the plan go on, and anyone’s objection keeps it.`,
      `irotool child protection ${of.again} --kept "WHY"; or a conference ends it: irotool conference hold ${of.again} --outcome end`,
    ];
  }
  if (silent.length === 0 || unanswered !== null) return null;
  return [
    `${silent.join(', ')} ${silent.length === 1 ? 'has' : 'have'} not answered, and silence is no agreement.`,
    'Wait for the answer, or say why the chair does not: --unanswered "WHY"',
  ];
}

/** Nothing is asked or decided of a plan that there is not. */
export function notOnAPlan(
  { on }: { readonly on: IsoDate },
  { of }: { readonly of: Pick<OfProtection, 'plan' | 'again'> },
): Refusal | null {
  const { plan } = of;
  if (plan === null) {
    return [
      `the child is on no child protection plan by ${plainDate(on)}.`,
      `If a conference made one: irotool conference hold ${of.again} --outcome plan --on DATE`,
    ];
  }
  if (plan.endedOn === null) return null;
  return [
    `the child protection plan ended on ${plainDate(plan.endedOn)}.`,
    `To see it: irotool child protection ${of.again}`,
  ];
}
