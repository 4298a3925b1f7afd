/** A child protection conference is held: who came, the two questions, the outcome; and what the plan is to achieve. */
import { agenciesThere } from '../../core/children/conference-list';
import { participation } from '../../core/events/codes';
import { INITIAL_CONFERENCE_HELD, REVIEW_CONFERENCE_HELD } from '../../core/events/protection';
import { CONFERENCE_REPORTS_SHARED } from '../../core/events/protection/conference';
import { listed } from '../../core/in-words';
import { birthday, type IsoDate, longDate } from '../../core/time/dates';
import { type Around, flag, type Refusal, stepsOf, type ToDo } from '../step';
import { type OfConference, tagsOf, theirWords } from './case';
import { becauseAsPlanned, notInCare, otherChair } from './plan';

type Here = Around<OfConference>;

const step = stepsOf<OfConference>();

const PLAN_WORDS = { plan: 'A child protection plan', 'no-plan': 'No plan' };
const REVIEW_WORDS = { continue: 'The plan goes on', end: 'The plan ends' };

const SAT = {
  attended: flag('--attended <list>', 'who came: mother,social-worker,health', { ask: 'Who came' }),
  code: flag('--code <code>', 'the child’s part: PN0 to PN7', { ask: 'The child’s part' }),
  parentsSay: flag('--parents-say <text>', undefined, {
    ask: 'What do the parents say has changed, and of the harm?',
  }),
  harm: flag('--harm <yes|no>', 'does significant harm go on, or is it likely?', {
    ask: 'Does significant harm go on, or is it likely?',
  }),
  category: flag('--category <list>', 'neglect, physical-abuse, sexual-abuse, emotional-abuse', {
    ask: 'Of what harm is the child to be protected',
  }),
  chair: flag('--chair <name>', 'who chaired, if not as planned'),
  quorumBecause: flag('--quorum-because <text>', 'why it was held with too few agencies'),
  coreGroup: flag('--core-group <list>', 'who is in the core group', { ask: 'Who is in the core group' }),
  coreGroupOn: flag('--core-group-on <date>', 'the day on which the core group meets', {
    ask: 'The core group meets on',
  }),
};

const otherwise = { chair: ({ of }: Here) => (of.chair === null ? null : String(of.chair)) };
const held = {
  by: 'outcome',
  always: true,
  often: true,
  otherwise,
  next: ({ plan }: OfConference, today: IsoDate): ToDo | null =>
    plan && {
      what:
        plan.meeting < today
          ? `Say what happened at the conference of ${longDate(plan.meeting)}`
          : 'Hold the conference',
      ...{ who: 'chair', due: plan.meeting, typed: { on: plan.meeting } },
    },
} as const;

interface Said {
  readonly on: IsoDate;
  readonly outcome: string;
  readonly attended: readonly string[];
  readonly code: string | null;
  readonly parentsSay: string | null;
  readonly harm: boolean | null;
  readonly quorumBecause: string | null;
}

const notes = (said: Said, here: Here): (string | null)[] => [
  plannedNote(said, here.of),
  excludedNote(said, here.of),
  quorumNote(said, here.of),
  harmNote(said, here.of),
  said.code === null ? 'The child’s part is not recorded (--code).' : null,
  said.parentsSay === null ? 'It is not recorded what the parents say (--parents-say "…").' : null,
  sharedNote(here.of),
];

export const HOLD_INITIAL = step(INITIAL_CONFERENCE_HELD, {
  what: 'Initial conference held',
  ...held,
  flags: {
    on: flag('--on <date>', 'the day it was held (else today)', { ask: 'Held on' }),
    outcome: flag('--outcome <outcome>', 'plan or no-plan; of a review conference continue or end', {
      ask: 'What was decided',
      needed: true,
      called: PLAN_WORDS,
    }),
    ...SAT,
    kind: flag('--kind <kind>', 'of an initial conference: initial, transfer-in or pre-birth'),
  },
  otherwise: {
    ...otherwise,
    kind: ({ of: { plan, isTransferIn, born } }, on) => {
      const kind = plan?.kind ?? (isTransferIn ? 'transfer-in' : 'initial');
      // A child who came sooner than was thought: it is none before the birth any more.
      const isBorn = kind === 'pre-birth' && born !== null && born <= on;
      return kind === 'initial' || isBorn ? null : kind;
    },
  },
  words: ({ outcome, category }, { listed }) =>
    `held, with ${outcome === 'plan' ? `a child protection plan${category.length === 0 ? '' : ` (${listed(category.map((each) => each.replace('-', ' ')))})`}` : 'no plan'},`,
  notes: (said, here) => [
    ...notes(said, here),
    said.outcome === 'plan' && said.category.length === 0
      ? 'It is not recorded of what harm the child is to be protected (--category neglect).'
      : null,
  ],
  refusal: ({ on }, { of: { onPlanSince, ref } }) =>
    onPlanSince === null || on < onPlanSince
      ? null
      : on === onPlanSince
        ? [
            `it is recorded already that the initial conference was held on ${longDate(on)}, with a plan, so this is a review conference.`,
            `To see its event: irotool child show ${ref} --ids. To put it right: irotool correct EVENT key=value; or, if it was your last: irotool undo`,
          ]
        : [
            `the child is on a child protection plan since ${longDate(onPlanSince)}, so this is a review conference.`,
            `irotool conference hold ${ref} --outcome continue`,
          ],
  afterwards: ({ outcome }, { of }) => [
    outcome === 'plan'
      ? `Then: irotool conference after ${of.again} --outline-sent DATE`
      : `Help that is voluntary may be offered: irotool conference after ${of.again} --offered child-in-need`,
  ],
});
export const HOLD_REVIEW = step(REVIEW_CONFERENCE_HELD, {
  what: 'Review conference held',
  ...held,
  flags: {
    on: HOLD_INITIAL.flags.on!,
    outcome: { ...HOLD_INITIAL.flags.outcome!, called: REVIEW_WORDS },
    ...SAT,
    plan: flag('--plan <plan>', 'is the plan as-it-is, changed or no-longer needed?', {
      ask: 'Does the plan need change, or is it no longer needed?',
    }),
    chairBecause: flag('--chair-because <text>', 'why not whoever chaired the initial conference'),
    joint: flag('--joint <how>', 'with the review of the child in care: one-meeting, or two-halves'),
  },
  otherwise: {
    ...otherwise,
    chairBecause: becauseAsPlanned,
    joint: ({ of }) => (of.plan?.joint ? 'one-meeting' : null),
  },
  words: ({ outcome, plan }) =>
    `held; ${outcome === 'continue' ? `the plan goes on${plan === 'changed' ? ', changed' : ''}` : 'the plan ends'},`,
  notes: (said, here) => [
    ...notes(said, here),
    here.of.onPlanSince === null
      ? 'No child protection plan is recorded: it is known from this conference.'
      : null,
    planNote(said),
    here.of.isInCare && said.joint === null
      ? 'The child is in care: plan and care are reviewed as one (--joint one-meeting).'
      : null,
  ],
  refusal: ({ on, chair, chairBecause, joint }, { of }) =>
    planUndecided(on, of) ?? (joint === null ? otherChair(chair, chairBecause, of) : notInCare(of)),
  afterwards: ({ on, outcome, harm, joint }, { of }) => [
    outcome === 'end'
      ? `Help that is voluntary may be offered: irotool conference after ${of.again} --offered child-in-need`
      : `Then: irotool conference after ${of.again} --plan-updated DATE`,
    outcome === 'continue' && harm
      ? `If the plan is not kept to, a legal planning meeting: irotool conference after ${of.again} --legal-planning DATE`
      : null,
    joint === null
      ? null
      : `The review of the same day: irotool review hold ${of.ref} --on ${on} --code ${participation(of.born !== null && on < birthday(of.born, 4))}`,
  ],
});

/** A plan goes on or ends only once there is one: if an initial conference is to come, that decides on it. */
function planUndecided(on: IsoDate, { initialToComeSince, ref }: OfConference): Refusal | null {
  if (initialToComeSince === null || on < initialToComeSince) return null;
  return [
    'whether there is to be a plan is still to be decided.',
    `If that was the conference: irotool conference hold ${ref} --outcome plan; if a review of a plan from before the record: irotool conference plan ${ref} --review-conference --meeting "DAY TIME"`,
  ];
}

function planNote({
  plan,
  outcome,
}: {
  readonly plan: string | null;
  readonly outcome: string;
}): string | null {
  const goesOn = outcome === 'continue';
  if (plan === null) return goesOn ? 'It is not recorded whether the plan needs change (--plan).' : null;
  if (goesOn !== (plan === 'no-longer')) return null;
  return goesOn
    ? 'The plan is no longer needed, and it is to go on: check --plan and --outcome.'
    : `The plan is ${plan === 'changed' ? 'changed' : 'to stay as it is'}, and it is to end: check --plan and --outcome.`;
}

function plannedNote({ on }: Said, { plan }: OfConference): string | null {
  if (plan === null) return 'No day had been fixed for it.';
  return plan.meeting === on ? null : `It had been planned for ${longDate(plan.meeting)}.`;
}

/** Someone came whom the chair had excluded from all of it. */
function excludedNote({ attended }: Said, of: OfConference): string | null {
  const there = of.members.filter(({ ref, excluded }) => excluded?.part === 'all' && attended.includes(ref));
  return there.length === 0
    ? null
    : `The chair had excluded ${listed(there.map(theirWords))} from all of it: if they may come after all, --lifted "…".`;
}

/** Social care and at least so many other agencies. */
function quorumNote({ attended, quorumBecause }: Said, of: OfConference): string | null {
  if (attended.length === 0) return 'It is not recorded who came (--attended).';
  const { hasSocialCare, others } = agenciesThere(of.members, attended);
  if (of.quorum === null || (hasSocialCare && others.length >= of.quorum)) return null;
  const lacking = hasSocialCare ? `fewer than ${of.quorum} other agencies` : 'nobody of social care';
  return `Of those recorded, ${lacking} came.${quorumBecause === null ? ' Say why it was held all the same: --quorum-because "…"' : ''}`;
}

function harmNote({ outcome, harm }: Said, { isInCare }: OfConference): string | null {
  if (harm === null) return 'It is not recorded whether significant harm goes on or is likely (--harm).';
  const hasPlan = outcome === 'plan' || outcome === 'continue';
  if (harm === hasPlan || (harm && isInCare)) return null;
  return harm
    ? 'Significant harm goes on or is likely, and there is to be no plan: check --harm and --outcome.'
    : 'Significant harm is not likely, and there is to be a plan: check --harm and --outcome.';
}

const sharedNote = (of: OfConference): string | null => {
  const came = tagsOf(of, ({ report }) => report !== null).length > 0;
  const isShared = of.record.moments.some(({ fact }) => fact.kind === CONFERENCE_REPORTS_SHARED.kind);
  return came && !isShared
    ? `It is not recorded that the reports were shared with the family: irotool conference reports ${of.again} --shared WHO --on DATE`
    : null;
};
