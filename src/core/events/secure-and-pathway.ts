/** Secure accommodation, remand, and pathway plans. */
import { dayToCome, needed, oneOf, people, someone, text, texts, time, who, yes, yesOrNo } from './attribute';
import { BEFORE_MEETING, event, OF_THE_LIVING, REPLACES } from './event';

export const SECURE_PLACEMENT_STARTED = event(
  'secure-placement-started',
  'care',
  'was placed in secure accommodation',
  'placed in secure accommodation; `until` the day on which the court’s authority ends',
  { until: dayToCome('the day on which the court’s authority ends') },
);
export const SECURE_PANEL_APPOINTED = event(
  'secure-panel-appointed',
  'care',
  'had a panel appointed for the secure accommodation reviews',
  'those who review the placement in secure accommodation: at least three, at least one of whom is neither a member nor an officer of the authority',
  {
    members: needed(texts('everyone on it, the chair too')),
    chair: needed(text('which of them chairs')),
    independent: needed(texts('which of them are neither members nor officers of the authority')),
  },
  { ...REPLACES, ...BEFORE_MEETING },
);
export const SECURE_REVIEW_PLANNED = event(
  'secure-review-planned',
  'care',
  'had a secure accommodation review planned',
  'the day of the next secure accommodation review was fixed; a later one replaces it',
  {
    meeting: needed(dayToCome('the day of the meeting', { label: 'for' })),
    time: time('at what time', { label: '' }),
    venue: text('where it is', { inLetters: true }),
  },
  { ...REPLACES, ...BEFORE_MEETING, toldInLetters: true },
);
export const SECURE_REPORT_GIVEN = event(
  'secure-report-given',
  'care',
  'had something reported to the secure accommodation review',
  'what someone reported to the secure accommodation review, or wishes and feels about it',
  { ref: needed(someone('who: a tag, or in words', { label: 'by' })), said: needed(text('what they said')) },
  BEFORE_MEETING,
);
export const SECURE_REVIEW_HELD = event(
  'secure-review-held',
  'care',
  'had a secure accommodation review',
  'the placement in secure accommodation was reviewed: whether the criteria still apply, whether the placement is still necessary, whether another would be appropriate; the outcome, and why',
  {
    criteria: yesOrNo('whether the criteria still apply', { label: 'criteria apply' }),
    necessary: yesOrNo('whether the placement is still necessary', { label: 'still necessary' }),
    other: yesOrNo('whether another kind of accommodation would be appropriate', {
      label: 'another place appropriate',
    }),
    outcome: oneOf(['stays', 'moves', 'leaves'], 'what came of it', { label: '' }),
    reasons: text('why', { inLetters: true }),
    views: people('whose wishes and feelings were found out, by tag'),
    attended: texts('who of the panel sat'),
  },
  { toldInLetters: true },
);
export const SECURE_OUTCOME_TOLD = event(
  'secure-outcome-told',
  'closing',
  'had the outcome of the secure accommodation review told to those it concerns',
  'child, parents and others were told the outcome of the secure accommodation review, and the reasons',
  { to: people('who was told, by tag') },
);
export const SECURE_PLACEMENT_ENDED = event(
  'secure-placement-ended',
  'closing',
  'left secure accommodation',
  'left secure accommodation',
  {},
  OF_THE_LIVING,
);

const PLANS_OF_REMAND = ['detention-placement-plan', 'care-plan', 'placement-plan'] as const;

export const REMANDED = event(
  'remanded',
  'care',
  'was remanded by a court',
  'a court remanded the child to `youth-detention` or to `local-authority` accommodation; remanded elsewhere, it is recorded again',
  {
    to: needed(oneOf(['youth-detention', 'local-authority'], 'to which accommodation')),
    where: text('which place'),
  },
  OF_THE_LIVING,
);
export const REMAND_PLAN_MADE = event(
  'remand-plan-made',
  'care',
  'had a plan made for the remand',
  'a plan for the remand was prepared: a `detention-placement-plan` in youth detention, a `care-plan` and a `placement-plan` in local authority accommodation',
  {
    kind: needed(oneOf(PLANS_OF_REMAND, 'which plan', { label: '' })),
    signedBy: text('who agreed and signed it there', { isWho: true }),
    wishes: yes('the child’s wishes and feelings were found out'),
  },
);
export const REMAND_ENDED = event(
  'remand-ended',
  'closing',
  'was no longer remanded',
  'the remand ended, whether or not the child is still looked after',
  {},
  OF_THE_LIVING,
);

export const PERSONAL_ADVISER_NAMED = event(
  'personal-adviser-named',
  'own',
  'had a personal adviser named',
  'a personal adviser was appointed: one of the young person’s people',
  { ref: who('who, by tag') },
  OF_THE_LIVING,
);
export const PATHWAY_ASSESSED = event(
  'pathway-assessed',
  'own',
  'had their needs assessed for a pathway plan',
  'the needs assessment for the pathway plan was completed',
  { views: people('whose views were sought, by tag'), results: text('what it found') },
  OF_THE_LIVING,
);
export const PATHWAY_PLAN_MADE = event(
  'pathway-plan-made',
  'own',
  'had a pathway plan made',
  'a pathway plan was made; needs no period of care, like the events of pathway planning below',
  {},
  OF_THE_LIVING,
);
export const PATHWAY_COPIED = event(
  'pathway-copied',
  'own',
  'was given a copy of the pathway plan or what it rests on',
  'the young person was given a copy of the assessment, the plan or its review; `explained`: it was explained to them',
  {
    kind: needed(oneOf(['assessment', 'plan', 'review'], 'of what', { label: 'of the' })),
    explained: yes('it was explained to them'),
  },
  OF_THE_LIVING,
);
export const PATHWAY_REVIEW_ASKED = event(
  'pathway-review-asked',
  'own',
  'had a review of the pathway plan asked for',
  'a review of the pathway plan is needed sooner: the young person asks for it, or the personal adviser or the authority thinks it necessary, as before a move',
  {
    from: needed(
      oneOf(['young-person', 'personal-adviser', 'authority'], 'who asks for it', { label: 'by the' }),
    ),
    reason: oneOf(['move', 'other'], 'a move, or something else', { label: 'because of' }),
    about: text('what it is about'),
    by: dayToCome('the day by which it is to be held'),
  },
  { ...OF_THE_LIVING, ...BEFORE_MEETING },
);
export const PATHWAY_REVIEW_PLANNED = event(
  'pathway-review-planned',
  'own',
  'had a review of the pathway plan planned',
  'the day of the next review of the pathway plan was fixed; a later one replaces it',
  {
    meeting: needed(dayToCome('the day of the meeting', { label: 'for' })),
    time: time('at what time', { label: '' }),
    venue: text('where it is', { inLetters: true }),
  },
  { ...REPLACES, ...OF_THE_LIVING, ...BEFORE_MEETING, toldInLetters: true },
);
export const PATHWAY_PLAN_REVIEWED = event(
  'pathway-plan-reviewed',
  'own',
  'had the pathway plan reviewed',
  'and was reviewed',
  {
    views: people('whose views were sought, by tag'),
    adviserTookPart: yesOrNo('whether the personal adviser took part'),
    changed: yesOrNo('whether the plan was changed'),
    outcome: text('what was decided', { inLetters: true }),
  },
  { ...OF_THE_LIVING, toldInLetters: true },
);
export const PATHWAY_ENDED = event(
  'pathway-ended',
  'own',
  'had pathway planning ended',
  'pathway planning is over',
  { why: text('why') },
  OF_THE_LIVING,
);

/** What is told of a placement in secure accommodation. */
export const OF_SECURE = [
  ...[SECURE_PLACEMENT_STARTED, SECURE_PANEL_APPOINTED, SECURE_REVIEW_PLANNED, SECURE_REPORT_GIVEN],
  ...[SECURE_REVIEW_HELD, SECURE_OUTCOME_TOLD, SECURE_PLACEMENT_ENDED],
] as const;

/** And of a remand. */
export const OF_REMAND = [REMANDED, REMAND_PLAN_MADE, REMAND_ENDED] as const;

/** And of pathway planning. */
export const OF_PATHWAY = [
  ...[PERSONAL_ADVISER_NAMED, PATHWAY_ASSESSED, PATHWAY_PLAN_MADE, PATHWAY_COPIED, PATHWAY_REVIEW_ASKED],
  ...[PATHWAY_REVIEW_PLANNED, PATHWAY_PLAN_REVIEWED, PATHWAY_ENDED],
] as const;
