/** The fields of documents about a dispute, and about courses of a child's life: adoption, secure accommodation, pathway, remand. */
import { always, list, text, texts, yes } from './field-kinds';

const OPENED = 'irotool dispute open REF --about "…" --to WHO';
const STAGE = 'irotool dispute stage REF --to WHO';
const ANSWER = 'irotool dispute stage REF --answer "…"';
const CAFCASS = 'irotool dispute cafcass REF --outcome referred --why "…"';
const RESOLVED = 'irotool dispute resolve REF --how "…"';
const TELL = 'irotool letter TEMPLATE REF --tell "…"';
const SECURE = 'irotool secure placed REF --on "2/3"';
const PANEL = 'irotool secure panel REF --members "…" --chair "…" --independent "…"';
const SECURE_HELD = 'irotool secure review REF --outcome OUTCOME';
const MADE = 'irotool pathway plan REF --made "2/3"';
const ADVISER = 'irotool pathway plan REF --adviser WHO';
const REVIEWED = 'irotool pathway review REF --held "2/9"';
const ENDED = 'irotool adoption placement-ended REF --on "2/3"';
const REMAND = 'irotool child remand REF --to youth-detention';
/** Of a pathway plan it is `pathway review` (letters/courses.ts). */
const MEETING = 'irotool secure plan REF --meeting DATE';

const stages = (about: string) =>
  list(about, STAGE, {
    stage: always('which stage', STAGE),
    raisedOn: text('the day it was raised there', STAGE),
    with: text('with whom', STAGE),
    answer: text('what was answered', ANSWER),
    leftOut: text('why it was left out', 'irotool dispute stage REF --skip "…"'),
  });

export const OF_A_DISPUTE = {
  dispute: {
    ref: always('its reference', OPENED),
    about: text('what is in dispute, as it was written for the unit', OPENED),
    theme: text('its theme', `${OPENED} --theme THEME`),
    openedOn: text('the day it was opened', OPENED),
    formalOn: text('the day from which it is formal', STAGE),
    stage: text('the stage that it is at: Senior manager', STAGE),
    who: text('who is asked at that stage: the senior manager responsible', 'irotool rules list'),
    raisedOn: text('the day it was taken there', STAGE),
    answerBy: text('the day asked for the answer', `${STAGE} --by "30/4"`),
    answerIsPast: yes('that day has passed', `${STAGE} --by "30/4"`),
    nextWho: text('who is asked at the stage after it', 'irotool rules list'),
    days: text('how long all formal stages may take: 20 working days', 'irotool rules list'),
    lastDay: text('the last of those days', STAGE),
    stages: stages('every stage that it came to'),
    earlier: stages('the stages before the one that it is at'),
    legalAdvice: texts('from whom legal advice was taken', 'irotool dispute note REF --legal-advice "…"'),
    cafcassWhy: text('why it was referred to Cafcass', CAFCASS),
    referredOn: text('the day it was referred to Cafcass', CAFCASS),
    resolvedOn: text('the day it was resolved', RESOLVED),
    isAgreed: yes('what the IRO asked for was agreed', `${RESOLVED} --outcome agreed`),
    isInPart: yes('it was agreed in part', `${RESOLVED} --outcome in-part`),
    isNotAgreed: yes('it was not agreed', `${RESOLVED} --outcome not-agreed`),
    isOvertaken: yes('events have overtaken it', `${RESOLVED} --outcome overtaken`),
    how: text('how it was resolved, as it was written for the unit', RESOLVED),
    tell: text('what came of it, in words for the child', TELL),
  },
} as const;

export const OF_COURSES = {
  meeting: {
    date: text('the day of the meeting of a secure or a pathway review', MEETING),
    time: text('its time', `${MEETING} --time TIME`),
    before: text('the day and the time at which it was to be before it was moved', MEETING),
    venue: text('where it is', `${MEETING} --venue "…"`),
    venueWithheld: yes(
      'this reader is not told where it is',
      'irotool child link REF "NAME" --knows-placement no',
    ),
    link: text('the link to join it', MEETING),
  },
  adoption: {
    placedOn: text(
      'the day of the adoption placement that goes on',
      'irotool adoption placed REF --on "2/3"',
    ),
    endedOn: text('the day on which the last adoption placement ended', ENDED),
    reviewFrom: text('the day before which its review is not held', ENDED),
    reviewBy: text('the day by which its review is held', ENDED),
    reviewIsPast: yes('that day has passed', ENDED),
  },
  secure: {
    since: text('the day from which the child is in secure accommodation', SECURE),
    until: text('the day on which the court’s authority ends', `${SECURE} --until "2/6"`),
    chair: text('who chairs the panel', PANEL),
    panel: texts('who is on the panel, besides whoever chairs and the reader', PANEL),
    isChair: yes('the reader chairs the panel', PANEL),
    reports: list('what was reported to the review', 'irotool secure report REF --from WHO --said "…"', {
      from: always('who reported it', 'irotool secure report REF --from WHO --said "…"'),
      said: always('what they said', 'irotool secure report REF --from WHO --said "…"'),
    }),
    heldOn: text('the day on which it was last reviewed', SECURE_HELD),
    outcome: text('what came of it: stays, moves, leaves', SECURE_HELD),
    isReviewed: yes('each of the three questions is answered', `${SECURE_HELD} --criteria yes`),
    criteriaApply: yes('the criteria still apply', `${SECURE_HELD} --criteria yes`),
    isNecessary: yes('the placement is still necessary', `${SECURE_HELD} --necessary yes`),
    isOtherRight: yes('another kind of accommodation would be appropriate', `${SECURE_HELD} --other yes`),
    reasons: text('why, as those who are told read it', `${SECURE_HELD} --reasons "…"`),
  },
  pathway: {
    madeOn: text('the day on which the pathway plan that stands was made', MADE),
    reviewedOn: text('the day on which it was last reviewed', REVIEWED),
    isChanged: yes('the plan was changed', `${REVIEWED} --changed yes`),
    outcome: text('what was decided, as the young person reads it', `${REVIEWED} --outcome "…"`),
    nextBy: text('the day by which it is reviewed next', MADE),
    nextIsPast: yes('that day has passed', MADE),
    isForMove: yes(
      'the review comes before a move',
      'irotool pathway review REF --asked-by WHO --reason move',
    ),
    adviser: text('the personal adviser', ADVISER),
    adviserTelephone: text('their telephone', 'irotool child link REF --tag TAG --telephone "…"'),
    adviserEmail: text('their e-mail address', 'irotool child link REF --tag TAG --email "…"'),
  },
  remand: {
    from: text('the day of the remand that goes on', REMAND),
    isDetention: yes('it is to youth detention accommodation', REMAND),
  },
} as const;
