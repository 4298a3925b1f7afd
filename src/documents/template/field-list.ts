/** Every field that a document may use: what it says, and the command that supplies it. */
import { always, type DataOf, type Entries, list, text, texts, yes } from './field-kinds';
import { OF_AN_APPLICANT } from './field-list-applicant';
import { BETWEEN_MEETINGS } from './field-list-between';
import { OF_THE_CHILD } from './field-list-child';
import { OF_A_CONFERENCE } from './field-list-conference';
import { OF_A_DISPUTE, OF_COURSES } from './field-list-courses';
import { OF_THE_READER } from './field-list-reader';
import { OF_A_RECORD } from './field-list-record';

const SET = 'irotool settings set';
const EDIT = 'irotool child edit REF';
const LINK = 'irotool child link REF "NAME"';
const PERSON = 'irotool person edit "NAME"';
const RULES = 'irotool rules list';
const PLAN = 'irotool review plan REF --meeting "DAY TIME"';
/** Of the meeting that is planned: its day stays, and what is not said. */
const PLACE = 'irotool review plan REF';
const LISTED = 'irotool review participants REF --add WHO';
const NOT_INVITED = 'irotool review not-invite REF WHO';
const HOLD = 'irotool review hold REF';
// A document of decisions is of a review that was held: they are added, and it is not held again.
const DECIDED = 'irotool recommendation add REF --text "…"';
const AFTER = 'irotool review after REF';
const SENT = 'irotool review distribute REF WHO';

const people = (about: string, supplied: string) =>
  list(about, supplied, {
    called: always('who this is to the child: mother, teacher', supplied),
    yours: always('the same as the child is told it: your mum', supplied),
    name: text('their name, where the reader may have it', supplied),
  });

/** What is worked out for a reader. What the events of a review say are fields besides. */
export const FIELD_LIST = {
  council: {
    name: text('the council', `${SET} council.name "…"`),
  },
  unit: {
    name: text('the unit’s name', `${SET} unit.name "…"`),
    the: {
      ...always('the same within a sentence: the Reviewing Unit', `${SET} unit.name "…"`),
      sameAs: 'unit.name',
    },
    address: text('the unit’s address', `${SET} unit.address "…"`),
    telephone: text('the unit’s telephone', `${SET} unit.telephone "…"`),
    email: text('the unit’s e-mail address', `${SET} unit.email "…"`),
    hours: text('when the unit can be rung', `${SET} unit.hours "…"`),
    contact: {
      ...yes('there is a telephone, an e-mail or a postal address to answer to', `${SET} unit.telephone "…"`),
      anyOf: ['unit.telephone', 'unit.email', 'unit.address'],
    },
  },
  signatory: {
    name: text('who signs letters', `${SET} signatory.name "…"`),
    title: text('and their title', `${SET} signatory.title "…"`),
  },
  advocacy: text('who offers children an advocate, and how to reach them', `${SET} advocacy "…"`),
  complaints: text('how to complain', `${SET} complaints "…"`),
  enclosures: texts('the leaflets that go with letters', `${SET} enclosures "…"`),
  today: always('the day of the letter', '--today "30/3/2026"'),
  ...OF_THE_CHILD,
  legalStatus: text('the legal status, in words', 'irotool child status REF --basis C2'),
  isByAgreement: yes('in care by agreement, under section 20', 'irotool child status REF --basis V2'),
  isUnderOrder: yes(
    'in care under an order, or otherwise than by agreement',
    'irotool child status REF --basis C2',
  ),
  period: {
    from: text(
      'the day the child became looked after',
      'irotool new-review --ref REF --looked-after "30/3/2026"',
    ),
  },
  ...OF_THE_READER,
  iro: {
    name: text('the independent reviewing officer', 'irotool iro allocate REF "NAME"'),
    telephone: text('the IRO’s telephone', `${PERSON} --telephone "…"`),
    email: text('the IRO’s e-mail address', `${PERSON} --email "…"`),
  },
  socialWorker: {
    name: text('the social worker', `${EDIT} --social-worker "NAME"`),
    telephone: text('the social worker’s telephone', `${PERSON} --telephone "…"`),
    email: text('the social worker’s e-mail address', `${PERSON} --email "…"`),
  },
  chair: {
    name: text('who chairs in the IRO’s place', `${PLAN} --chair "NAME"`),
  },
  review: {
    number: text('which review of the period of care', PLAN),
    date: text('the day of the meeting', PLAN),
    dateIsPast: yes('that day has passed', PLAN),
    time: text('the time of the meeting', `${PLACE} --time "…"`),
    venue: text('where it is', `${PLACE} --venue "…"`),
    venueWithheld: yes('this reader is not told where it is', `${LINK} --knows-placement no`),
    link: text('the link to join it', `${PLACE} --mode remote --venue "…"`),
    inPerson: yes('everyone meets in one place', `${PLACE} --mode in-person`),
    hybrid: yes('in one place, and by link', `${PLACE} --mode hybrid`),
    remote: yes('by link alone', `${PLACE} --mode remote`),
    isFirst: yes('it is the first review', PLAN),
    isSecond: yes('it is the second review', PLAN),
    isThird: yes('it is the third review', PLAN),
    isAdoption: yes('it is an adoption review', `${HOLD} --adoption`),
    onPapers: yes('it was without a meeting', `${HOLD} --papers`),
    dueDate: text('the day by which it is due', PLAN),
    dueIsPast: yes('that day has passed', PLAN),
    together: texts('brothers and sisters at the same meeting', 'irotool review plan REF REF2'),
    children: texts('all whose meeting it is, if they are several', 'irotool review plan REF REF2'),
    references: texts(
      'the references of those whom the same letter is about',
      'irotool letter pack REF REF2',
    ),
    previousDate: text('the day it was to be on before', `${PLAN} --because "…"`),
    previousTime: text('the time it was to be at before', `${PLAN} --because "…"`),
    isNewTime: yes('it is on the same day at another time', `${PLAN} --because "…"`),
    isNewPlace: yes('it is on the same day at the same time, elsewhere', `${PLAN} --because "…"`),
    changeReason: text('why it was planned again, in words for the reader', `${PLAN} --tell "…"`),
    cancelReason: text(
      'why it is cancelled, in words for the reader',
      'irotool review cancel REF --tell "…"',
    ),
    adjournedOn: text('the day it was adjourned', 'irotool review adjourn REF --on "9/4"'),
    adjournReason: text(
      'why it was adjourned, in words for the reader',
      'irotool review adjourn REF --tell "…"',
    ),
    papersWereMissing: yes('it was adjourned for want of papers', 'irotool review adjourn REF --reason "…"'),
    resumeBy: text('the day by which it is to go on', 'irotool review adjourn REF --on "9/4"'),
    resumeIsPast: yes('that day has passed', 'irotool review adjourn REF --on "9/4"'),
    heldOn: text('the day it was held', `${HOLD} --on "9/4"`),
    participation: text('how the child took part, in words', `${HOLD} --code PN1`),
    seenOn: text('the day the IRO spoke with the child alone', 'irotool review prepare REF --seen "8/4"'),
    notSeenWhy: text(
      'that the IRO did not speak with the child alone: refused, or not right',
      'irotool review prepare REF --not-seen refused',
    ),
    alsoSat: texts('other days on which it sat', `${HOLD} --also-sat "10/4"`),
    nextDate: text('the day of the next review', `${HOLD} --next-meeting "1/7 16:00"`),
    nextDateIsPast: yes('that day has passed', `${HOLD} --next-meeting "1/7 16:00"`),
    nextTime: text('the time of the next review', `${HOLD} --next-meeting "DAY TIME"`),
    nextVenue: text('where the next review is, if the reader may know', `${HOLD} --next-venue "…"`),
    nextDueDate: text('the day by which the next one is due', `${HOLD} --on "9/4"`),
    nextIsPast: yes('that day has passed', `${HOLD} --on "9/4"`),
  },
  papers: {
    due: text('the day by which the papers are to reach the IRO', PLAN),
    isPast: yes('that day has passed', PLAN),
    wanted: texts('the papers this review needs', PLAN),
    missing: texts('the papers that have not come', 'irotool review prepare REF --documents LIST'),
  },
  limits: {
    decisions: text('within how long of a review its decisions are sent: five working days', RULES),
    answer: text('within how long of receiving them the manager answers', RULES),
    record: text('within how long of a review its record goes out', RULES),
    carePlan: text('within how long of a review the care plan is brought up to date', RULES),
    papers: text('how long before a meeting the papers are to come', RULES),
    discussion: text('how long before a meeting social worker and IRO talk it over', RULES),
  },
  reply: {
    by: text('the day by which to answer', PLAN),
  },
  notice: {
    due: text('the day by which the social worker has notice', PLAN),
  },
  attending: people('who is coming, or came', LISTED),
  consulted: people('who is asked for their views another way', `${LISTED} --part consulted`),
  apologies: people('who was invited and did not come', `${HOLD} --attended LIST`),
  supporter: {
    name: text('who comes with the reader to support them', `${LISTED} --supporter "NAME"`),
  },
  advocate: {
    name: text('the child’s own advocate', `${LINK} --role advocate`),
    telephone: text('the advocate’s telephone', `${LINK} --role advocate --telephone "…"`),
    email: text('the advocate’s e-mail address', `${LINK} --role advocate --email ADDRESS`),
  },
  outcome: {
    tell: text('what was decided, in words for the reader', 'irotool letter outcome-child REF --tell "…"'),
  },
  forms: yes('a form for each of several children comes with the letter', 'irotool letter pack REF REF2'),
  interpreter: text('the language of the reader’s interpreter', `${LISTED} --interpreter "…"`),
  interpreterComes: yes('an interpreter is on the list', 'irotool child link REF "NAME" --role interpreter'),
  legalAdviser: yes('the reader’s supporter is a legal adviser', `${LISTED} --legal-adviser`),
  notInvited: {
    concern: text('the reasons, in words for the reader', `${NOT_INVITED} --tell "…"`),
    considered: text(
      'what was considered instead, if it is something usual',
      `${NOT_INVITED} --considered "…"`,
    ),
    views: text('how their views will be heard', `${NOT_INVITED} --views "…"`),
    lookAgainOn: text('when it will be looked at again', `${NOT_INVITED} --look-again "1/7"`),
    lookAgainIsPast: yes('that day has passed', `${NOT_INVITED} --look-again "1/7"`),
    isPart: yes('it is for part of the meeting only', `${NOT_INVITED} --part-of-meeting`),
  },
  decisions: list('decisions and recommendations', DECIDED, {
    number: always('its number', DECIDED),
    text: always('what is to be done', 'irotool recommendation add REF --text "…"'),
    owner: text('who is to do it', 'irotool recommendation add REF --owner "NAME"'),
    yours: text(
      'the same as the child is told it: your dad',
      'irotool recommendation add REF --owner "NAME"',
    ),
    by: text('by when', 'irotool recommendation add REF --by "30/6"'),
    isRecommendation: yes(
      'it is a recommendation, not a decision',
      'irotool recommendation add REF --kind recommendation',
    ),
  }),
  ownDecisions: list('those that the reader is to carry out', DECIDED, {
    text: always('what is to be done', DECIDED),
    by: text('by when', 'irotool recommendation add REF --by "30/6"'),
  }),
  lastDecisions: list('decisions of the review before, and what became of them', DECIDED, {
    number: always('its number', DECIDED),
    text: text('what was to be done', 'irotool recommendation add REF --text "…"'),
    owner: text('who was to do it', 'irotool recommendation add REF --owner "NAME"'),
    by: text('by when', 'irotool recommendation add REF --by "30/6"'),
    outcome: always('what became of it', 'irotool recommendation done REF WHICH --on "30/6"'),
  }),
  decisionsSentOn: text('the day the decisions were sent', `${AFTER} --decisions-sent "14/4"`),
  agreedBy: text('silence by the end of this day is agreement', `${AFTER} --received "14/4"`),
  agreedByIsPast: yes('that day has passed', `${AFTER} --received "14/4"`),
  answer: {
    on: text('the day on which the manager answered', `${AFTER} --response agreed --responded "28/4"`),
    isAgreed: yes('the manager agreed', `${AFTER} --response agreed --responded "28/4"`),
    settledOn: text('the day on which a disagreement was settled', `${AFTER} --resolved "…"`),
    about: text(
      'what the manager disagrees with, in words for the reader',
      `${AFTER} --response disagreed --about "…" --tell "…"`,
    ),
    isDisagreed: yes('the manager disagreed', `${AFTER} --response disagreed --about "…" --responded "28/4"`),
  },
  matters: list('what the review had to consider', `${HOLD} --considered all`, {
    label: always('the matter, in words', `${HOLD} --considered all`),
    considered: yes('it was considered', `${HOLD} --considered LIST`),
    note: text('why not, or what was noted', `${HOLD} --not-considered "…"`),
  }),
  differences: text('differences of opinion', `${HOLD} --differences "…"`),
  satisfied: text('whether the IRO is satisfied: yes or no', `${HOLD} --satisfied yes`),
  childChaired: yes('the child chaired, or part of it', `${HOLD} --child-chaired`),
  distribution: {
    isFull: yes('the reader is sent the full record', `${SENT} --record full`),
    isPart: yes('the reader is sent part of it', `${SENT} --record part --why "…"`),
    isNone: yes('the reader is sent none of it', `${SENT} --record none --why "…"`),
    why: text('why part or none, in words for the reader', `${SENT} --record PART-OR-NONE --tell "…"`),
    decidedBy: text('who decided', `${SENT} --record PART-OR-NONE --decided-by "NAME"`),
    redacted: text('what was taken out, in general words', `${SENT} --record part --redacted "…"`),
  },
  plan: {
    updateBy: text('the day by which the care plan is updated', `${HOLD} --on "9/4"`),
    isPast: yes('that day has passed', `${HOLD} --on "9/4"`),
  },
  record: {
    dueBy: text('the day by which the record is completed and sent', `${HOLD} --on "9/4"`),
    isPast: yes('that day has passed', `${HOLD} --on "9/4"`),
    doneOn: text('the day on which it was completed', `${AFTER} --record-completed "30/4"`),
  },
  ...OF_A_RECORD,
  ...BETWEEN_MEETINGS,
  ...OF_A_CONFERENCE,
  ...OF_A_DISPUTE,
  ...OF_COURSES,
  ...OF_AN_APPLICANT,
  ending: {
    on: text('the day the child ceased to be looked after', 'irotool child left REF --on "30/3"'),
    reason: text('why, in words', 'irotool child left REF --reason E4A'),
  },
} as const satisfies Entries;

/** What a document is given. */
export type LetterSays = DataOf<typeof FIELD_LIST>;
