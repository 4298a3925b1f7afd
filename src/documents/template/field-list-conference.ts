/** The fields of documents about a child protection conference. */
import { always, list, text, texts, yes } from './field-kinds';

const PLAN = 'irotool conference plan REF --meeting "DAY TIME"';
const HOLD = 'irotool conference hold REF';
const LISTED = 'irotool conference participants REF --add WHO';
const REPORTS = 'irotool conference reports REF --asked WHO';
const EXCLUDE = 'irotool conference exclude REF --who WHO';
const AFTER = 'irotool conference after REF';
const OUTCOMES = `${HOLD} --item "what; who; by when"`;

export const OF_A_CONFERENCE = {
  conference: {
    words: text('which it is: initial conference, review conference 2', PLAN),
    children: texts(
      'all whom it is about, if one letter is of several',
      'irotool letter pack REF REF2 --of conference',
    ),
    references: texts(
      'the references of those whom the same letter is about',
      'irotool letter pack REF REF2 --of conference',
    ),
    isInitial: yes('it is an initial conference', PLAN),
    isReview: yes('it is a review conference', PLAN),
    date: text('the day of the conference', PLAN),
    time: text('the time of the conference', PLAN),
    before: text('the day and the time at which it was to be before it was moved', PLAN),
    venue: text('where it is', `${PLAN} --venue "…"`),
    venueWithheld: yes(
      'this reader is not told where it is',
      'irotool child link REF "NAME" --knows-placement no',
    ),
    link: text('the link to join it', `${PLAN} --mode remote --venue "…"`),
    hybrid: yes('in one place, and by link', `${PLAN} --mode hybrid`),
    remote: yes('by link alone', `${PLAN} --mode remote`),
    chair: text('who chairs it', `${PLAN} --chair "NAME"`),
    isToReport: yes('the reader is to report to it', `${LISTED} --report yes`),
    reportBy: text('the day by which the reader’s report is to come', REPORTS),
    reportIsPast: yes('that day has passed', REPORTS),
    support: text('the advocate or supporter whom the reader brings', `${LISTED} --brings "…"`),
    whyNot: text('why the chair excluded the reader, in words for them', `${EXCLUDE} --why "…" --tell "…"`),
    isForPart: yes('the reader is excluded from a part only', `${EXCLUDE} --from some`),
    isExcluded: yes('the reader is excluded from all of it', `${EXCLUDE} --why "…"`),
    instead: text('how the reader contributes instead', `${EXCLUDE} --instead "…"`),
    heldOn: text('the day it was held', `${HOLD} --on "9/4"`),
    isPlan: yes('the child has a protection plan by it, or still has', `${HOLD} --outcome plan`),
    isNoPlan: yes('an initial conference decided on no plan', `${HOLD} --outcome no-plan`),
    isEnded: yes('the plan was ended by it', `${HOLD} --outcome end`),
    category: text('of what harm the child is to be protected', `${HOLD} --category LIST`),
    coreGroupIsPast: yes('that day has passed', `${HOLD} --core-group-on "20/4"`),
    coreGroupOn: text('the day on which the core group meets', `${HOLD} --core-group-on "20/4"`),
    nextOn: text('the day of the review conference after it', PLAN),
    nextIsPast: yes('that day has passed', PLAN),
    outcomes: list('what the plan is to achieve', OUTCOMES, {
      text: always('what is to be achieved', OUTCOMES),
      owner: text('who does it', OUTCOMES),
      by: text('by when', OUTCOMES),
    }),
    onPlanSince: text('the day from which the child is on a plan', `${HOLD} --outcome plan`),
    intoCareOn: text(
      'the day on which a child on a plan came into care',
      'irotool new-review --ref REF --looked-after "30/3/2026"',
    ),
    askedOn: text(
      'the day the members were asked what they think',
      'irotool child protection REF --asked LIST',
    ),
    isChildInNeedOffered: yes('a child-in-need plan was offered', `${AFTER} --offered child-in-need`),
    isEarlyHelpOffered: yes('early help was offered', `${AFTER} --offered early-help`),
    offeredOn: text('the day it was offered', `${AFTER} --offered child-in-need`),
  },
} as const;
