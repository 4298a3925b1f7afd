/** Child protection: conferences and plans. A child need not be in care. */
import {
  colleague,
  dayToCome,
  needed,
  oneOf,
  orElse,
  people,
  someOf,
  text,
  time,
  who,
  yes,
  yesOrNo,
} from './attribute';
import { MODES, PARTICIPATION_CODES } from './codes';
import { ALSO_UNBORN, BEFORE_MEETING, event, OF_THE_UNBORN, REPLACES } from './event';

/** What an initial conference is, if it is no ordinary one: of a child whose plan comes from elsewhere, or is not born. */
const CONFERENCE_KINDS = ['initial', 'transfer-in', 'pre-birth'] as const;
/** Of what harm a plan is to protect. */
const HARM_CATEGORIES = ['neglect', 'physical-abuse', 'sexual-abuse', 'emotional-abuse'] as const;
/** Who may chair: a role of its own, which an IRO may have too. */
const CHAIRS = ['chair', 'iro'] as const;

const kindOfConference = orElse(oneOf(CONFERENCE_KINDS, 'what kind of conference it is'), 'initial');

const ARRANGED = {
  meeting: needed(dayToCome('the day of the conference')),
  time: time('at what time', { label: '' }),
  venue: text('where, or the link'),
  mode: oneOf(MODES, 'how the meeting takes place'),
  chair: colleague('who chairs', { roles: CHAIRS }),
  because: text('why, if it is out of the ordinary'),
};

const SAT = {
  chair: colleague('who chaired', { roles: CHAIRS }),
  attended: people('who came, by tag'),
  code: oneOf(PARTICIPATION_CODES, 'the child’s part, by the participation code of the return', {
    codes: 'participation',
  }),
  parentsSay: text('what the parents say has changed, and of the harm'),
  harm: yesOrNo('whether significant harm goes on, or is likely'),
  category: someOf(HARM_CATEGORIES, 'of what harm the child is to be protected'),
  quorumBecause: text('why it was held with too few agencies'),
  coreGroup: people('who is in the core group, by tag'),
  coreGroupOn: dayToCome('the day on which the core group meets'),
};

export const STRATEGY_DISCUSSION = event(
  'strategy-discussion',
  'own',
  'was the subject of a strategy discussion that began section 47 enquiries',
  'the one at which section 47 enquiries were started',
  {},
  ALSO_UNBORN,
);
export const ENQUIRIES_ENDED = event(
  'enquiries-ended',
  'own',
  'had the enquiries ended without a conference',
  'no conference is to be held',
  {},
  OF_THE_UNBORN,
);
export const TRANSFER_IN_NOTIFIED = event(
  'transfer-in-notified',
  'own',
  'was said to be moving here on the child protection plan of another council',
  'the other council wrote that the child, who is on its plan, has come to live here: on the day its letter came',
  { from: text('which council') },
  { ...REPLACES, ...ALSO_UNBORN },
);
export const INITIAL_CONFERENCE_HELD = event(
  'initial-conference-held',
  'own',
  'had an initial child protection conference',
  '`plan`, which it is unless it says, or `no-plan`',
  { outcome: orElse(oneOf(['plan', 'no-plan'], 'what came of it'), 'plan'), kind: kindOfConference, ...SAT },
  ALSO_UNBORN,
);
export const INITIAL_CONFERENCE_PLANNED = event(
  'initial-conference-planned',
  'own',
  'had an initial child protection conference planned',
  'a day was fixed for the initial conference; a later plan takes its place. `kind` is `initial`, which it is unless it says, `transfer-in` or `pre-birth`',
  { ...ARRANGED, kind: kindOfConference },
  { ...REPLACES, ...ALSO_UNBORN },
);
export const CORE_GROUP_HELD = event(
  'core-group-held',
  'own',
  'had a core group meeting',
  'the core group met',
  { attended: people('who came, by tag'), next: dayToCome('the day on which it meets again') },
  ALSO_UNBORN,
);
export const REVIEW_CONFERENCE_HELD = event(
  'review-conference-held',
  'own',
  'had a child protection review conference',
  '`continue`, which it is unless it says, or `end`',
  {
    outcome: orElse(oneOf(['continue', 'end'], 'what came of it'), 'continue'),
    ...SAT,
    plan: oneOf(
      ['as-it-is', 'changed', 'no-longer'],
      'whether the plan needs change, or is no longer needed',
    ),
    chairBecause: text('why another chaired than the initial conference'),
    joint: oneOf(['one-meeting', 'two-halves'], 'how it was one with the review of the child in care'),
  },
  ALSO_UNBORN,
);
export const CONFERENCE_REPORTS_RECEIVED = event(
  'conference-reports-received',
  'own',
  'had the reports for a review conference reach its chair',
  'the reports for a review conference reached its chair: all that were asked for',
  {},
  { ...ALSO_UNBORN, ...BEFORE_MEETING },
);
export const REVIEW_CONFERENCE_PLANNED = event(
  'review-conference-planned',
  'own',
  'had a review conference planned',
  'a day was fixed for the next review conference; a later plan takes its place',
  {
    ...ARRANGED,
    chairBecause: text('why another chairs than the initial conference'),
    joint: yes('it is one with the review of the child in care'),
  },
  { ...REPLACES, ...ALSO_UNBORN },
);
export const CONFERENCE_MEMBERS_ASKED = event(
  'conference-members-asked',
  'own',
  'had the conference’s members asked whether care covers the plan',
  'the conference’s members were asked whether the care plan covers the plan',
  {
    to: text('who was asked'),
    members: people('who was asked, by tag: each is to answer', { label: 'each' }),
  },
  ALSO_UNBORN,
);
export const CONFERENCE_MEMBER_ANSWERED = event(
  'conference-member-answered',
  'own',
  'had one of the conference’s members answer',
  'one of the conference’s members says whether the plan may end, `ends`, or is to go on, `keep`, because care does not cover it',
  {
    ref: who('who, by tag'),
    view: needed(oneOf(['ends', 'keep'], 'whether the plan may end, or is to go on', { label: '' })),
    about: text('what they say'),
  },
  { ...REPLACES, ...ALSO_UNBORN },
);
export const PROTECTION_PLAN_KEPT = event(
  'protection-plan-kept',
  'own',
  'had it decided that the child protection plan goes on beside care',
  'the child protection plan goes on beside care',
  { why: needed(text('why')) },
  ALSO_UNBORN,
);
export const PROTECTION_PLAN_ENDED = event(
  'protection-plan-ended',
  'own',
  'had the child protection plan ended',
  'the child protection plan ended otherwise',
  { why: text('why'), unanswered: text('why the chair does not wait for those who have not answered') },
  OF_THE_UNBORN,
);
