/**
 * Every field that a document may use: what it says, and the command that supplies it. A table.
 */

/** [path, what it is, the command that supplies it, further words: `list`, `yes` (yes or no), `always` there]. */
type Row = readonly [path: string, about: string, supplied: string, ...words: ('list' | 'yes' | 'always')[]];

const SET = 'irotool settings set';
const EDIT = 'irotool child edit REF';
const LINK = 'irotool child link REF "NAME"';
const PERSON = 'irotool person edit "NAME"';
const RULES = 'irotool rules list';
const PLAN = 'irotool review plan REF --meeting "DAY TIME"';
const LISTED = 'irotool review participants REF --add WHO';
const NOT_INVITED = 'irotool review not-invite REF WHO';
const HOLD = 'irotool review hold REF';
// A document of decisions is of a review that was held: they are added, and it is not held again.
const DECIDED = 'irotool recommendation add REF --text "…"';
const AFTER = 'irotool review after REF';
const SENT = 'irotool review distribute REF WHO';
const TRACK = 'irotool recommendation track REF';

const PERSON_OF_A_LIST = [
  ['called', 'who this is to the child: mother, teacher'],
  ['yours', 'the same as the child is told it: your mother'],
  ['name', 'their name, where the reader may have it'],
] as const;

function people(path: string, about: string, supplied: string): Row[] {
  return [
    [path, about, supplied, 'list'],
    ...PERSON_OF_A_LIST.map(([part, words]): Row => {
      const row: Row = [`${path}[].${part}`, words, supplied];
      return part === 'name' ? row : [...row, 'always'];
    }),
  ];
}

export const FIELD_ROWS: readonly Row[] = [
  ['council.name', 'the council', `${SET} council.name "…"`],
  ['unit.name', 'the unit', `${SET} unit.name "…"`],
  ['unit.address', 'the unit’s address', `${SET} unit.address "…"`],
  ['unit.telephone', 'the unit’s telephone', `${SET} unit.telephone "…"`],
  ['unit.email', 'the unit’s e-mail address', `${SET} unit.email "…"`],
  ['unit.hours', 'when the unit can be rung', `${SET} unit.hours "…"`],
  ['signatory.name', 'who signs letters', `${SET} signatory.name "…"`],
  ['signatory.title', 'and their title', `${SET} signatory.title "…"`],
  ['advocacy', 'who offers children an advocate, and how to reach them', `${SET} advocacy "…"`],
  ['complaints', 'how to complain', `${SET} complaints "…"`],
  ['enclosures', 'the leaflets that go with letters', `${SET} enclosures "…"`, 'list'],
  ['today', 'the day of the letter', '--today "30/3/2026"', 'always'],

  ['child.ref', 'the child’s reference', 'irotool child add --ref REF', 'always'],
  ['child.name', 'given name and family name', `${EDIT} --name "…"`],
  ['child.called', 'what the child likes to be called', `${EDIT} --known-as "…"`],
  ['child.given', 'the given name', `${EDIT} --name "…"`],
  ['child.born', 'the date of birth', `${EDIT} --born "2/5/2015"`],
  ['child.age', 'the age on the meeting’s day', `${EDIT} --born "2/5/2015"`],
  ['child.needs', 'what the child needs to take part', `${EDIT} --needs "…"`],
  ['child.subject', 'he, she or they', `${EDIT} --pronouns "she/her"`, 'always'],
  ['child.object', 'him, her or them', `${EDIT} --pronouns "she/her"`, 'always'],
  ['child.possessive', 'his, her or their', `${EDIT} --pronouns "she/her"`, 'always'],
  ['child.reflexive', 'himself, herself or themselves', `${EDIT} --pronouns "she/her"`, 'always'],
  ['child.isUnder8', 'the child is under 8', `${EDIT} --born "2/5/2015"`, 'yes'],
  ['child.is8to12', 'the child is 8 to 12', `${EDIT} --born "2/5/2015"`, 'yes'],
  ['child.isYoung', 'the child is 13 or older', `${EDIT} --born "2/5/2015"`, 'yes'],
  ['child.isOver16', 'the child is 16 or older', `${EDIT} --born "2/5/2015"`, 'yes'],
  [
    'child.placement',
    'where the child lives, where the reader may know it',
    'irotool child moved REF --to "…"',
  ],
  ['legalStatus', 'the legal status, in words', 'irotool child status REF --basis C2'],
  [
    'period.from',
    'the day the child became looked after',
    'irotool new-review --ref REF --looked-after "30/3/2026"',
  ],

  ['addressee.name', 'the name of the reader', `${LINK} --role ROLE`],
  ['addressee.given', 'the given name of the reader', `${LINK} --role ROLE`],
  ['addressee.called', 'who the reader is to the child: mother, teacher', `${LINK} --relationship "…"`],
  ['addressee.role', 'the reader’s role', `${LINK} --role ROLE`],
  ['addressee.address', 'the lines of the reader’s address', `${LINK} --address "…"`, 'list'],
  ['addressee.isChild', 'the reader is the child', 'irotool letter TEMPLATE REF --to child', 'yes'],
  ['addressee.hasResponsibility', 'has parental responsibility', `${LINK} --responsibility yes`, 'yes'],
  ['addressee.delegateOf', 'in whose place the reader comes', `${LISTED} --delegate "NAME"`],

  ['iro.name', 'the independent reviewing officer', 'irotool iro allocate REF "NAME"'],
  ['iro.telephone', 'the IRO’s telephone', `${PERSON} --telephone "…"`],
  ['iro.email', 'the IRO’s e-mail address', `${PERSON} --email "…"`],
  ['socialWorker.name', 'the social worker', `${EDIT} --social-worker "NAME"`],
  ['socialWorker.telephone', 'the social worker’s telephone', `${PERSON} --telephone "…"`],
  ['socialWorker.email', 'the social worker’s e-mail address', `${PERSON} --email "…"`],
  ['chair.name', 'who chairs in the IRO’s place', `${PLAN} --chair "NAME"`],

  ['review.number', 'which review of the period of care', PLAN],
  ['review.date', 'the day of the meeting', PLAN],
  ['review.time', 'the time of the meeting', PLAN],
  ['review.venue', 'where it is', `${PLAN} --venue "…"`],
  ['review.venueWithheld', 'this reader is not told where it is', `${LINK} --knows-placement no`, 'yes'],
  ['review.link', 'the link to join it', `${PLAN} --mode remote --venue "…"`],
  ['review.inPerson', 'everyone meets in one place', `${PLAN} --mode in-person`, 'yes'],
  ['review.hybrid', 'in one place, and by link', `${PLAN} --mode hybrid`, 'yes'],
  ['review.remote', 'by link alone', `${PLAN} --mode remote`, 'yes'],
  ['review.isFirst', 'it is the first review', PLAN, 'yes'],
  ['review.isSecond', 'it is the second review', PLAN, 'yes'],
  ['review.isThird', 'it is the third review', PLAN, 'yes'],
  ['review.isAdoption', 'it is an adoption review', `${HOLD} --adoption`, 'yes'],
  ['review.onPapers', 'it was without a meeting', `${HOLD} --papers`, 'yes'],
  ['review.dueDate', 'the day by which it is due', PLAN],
  ['review.together', 'brothers and sisters at the same meeting', 'irotool review plan REF REF2', 'list'],
  ['review.previousDate', 'the day it was to be on before', `${PLAN} --because "…"`],
  ['review.previousTime', 'the time it was to be at before', `${PLAN} --because "…"`],
  ['review.changeReason', 'why it was planned again, in words for the reader', `${PLAN} --tell "…"`],
  [
    'review.cancelReason',
    'why it is cancelled, in words for the reader',
    'irotool review cancel REF --tell "…"',
  ],
  ['review.adjournedOn', 'the day it was adjourned', 'irotool review adjourn REF --on "9/4"'],
  [
    'review.adjournReason',
    'why it was adjourned, in words for the reader',
    'irotool review adjourn REF --tell "…"',
  ],
  ['review.resumeBy', 'the day by which it is to go on', 'irotool review adjourn REF --on "9/4"'],
  ['review.heldOn', 'the day it was held', `${HOLD} --on "9/4"`],
  ['review.participation', 'how the child took part, in words', `${HOLD} --code PN1`],
  ['review.seenOn', 'the day the IRO spoke with the child alone', 'irotool review prepare REF --seen "8/4"'],
  [
    'review.notSeenWhy',
    'that the IRO did not speak with the child alone: refused, or not right',
    'irotool review prepare REF --not-seen refused',
  ],
  ['review.alsoSat', 'other days on which it sat', `${HOLD} --also-sat "10/4"`, 'list'],
  ['review.nextDate', 'the day of the next review', `${HOLD} --next-meeting "1/7 16:00"`],
  ['review.nextDueDate', 'the day by which the next one is due', `${HOLD} --on "9/4"`],

  ['papers.due', 'the day by which the papers are to reach the IRO', PLAN],
  ['papers.wanted', 'the papers this review needs', PLAN, 'list'],
  ['papers.missing', 'the papers that have not come', 'irotool review prepare REF --documents LIST', 'list'],
  ['limits.decisions', 'within how long of a review its decisions are sent: five working days', RULES],
  ['limits.answer', 'within how long of receiving them the manager answers', RULES],
  ['limits.record', 'within how long of a review its record goes out', RULES],
  ['limits.carePlan', 'within how long of a review the care plan is brought up to date', RULES],
  ['limits.papers', 'how long before a meeting the papers are to come', RULES],
  ['limits.discussion', 'how long before a meeting social worker and IRO talk it over', RULES],
  ['reply.by', 'the day by which to answer', PLAN],
  ['notice.due', 'the day by which the social worker has notice', PLAN],
  ...people('attending', 'who is coming, or came', LISTED),
  ...people('consulted', 'who is asked for their views another way', `${LISTED} --part consulted`),
  ...people('apologies', 'who was invited and did not come', `${HOLD} --attended LIST`),
  ['supporter.name', 'who comes with the reader to support them', `${LISTED} --supporter "NAME"`],
  ['interpreter', 'the language of the reader’s interpreter', `${LISTED} --interpreter "…"`],
  ['legalAdviser', 'the reader’s supporter is a legal adviser', `${LISTED} --legal-adviser`, 'yes'],

  ['notInvited.concern', 'the reasons, in words for the reader', `${NOT_INVITED} --tell "…"`],
  [
    'notInvited.considered',
    'what was considered instead, if it is something usual',
    `${NOT_INVITED} --considered "…"`,
  ],
  ['notInvited.views', 'how their views will be heard', `${NOT_INVITED} --views "…"`],
  ['notInvited.lookAgainOn', 'when it will be looked at again', `${NOT_INVITED} --look-again "1/7"`],
  ['notInvited.isPart', 'it is for part of the meeting only', `${NOT_INVITED} --part-of-meeting`, 'yes'],

  ['decisions', 'decisions and recommendations', DECIDED, 'list'],
  ['decisions[].number', 'its number', DECIDED, 'always'],
  ['decisions[].text', 'what is to be done', 'irotool recommendation add REF --text "…"', 'always'],
  ['decisions[].owner', 'who is to do it', 'irotool recommendation add REF --owner "NAME"'],
  ['decisions[].by', 'by when', 'irotool recommendation add REF --by "30/6"'],
  [
    'decisions[].isRecommendation',
    'it is a recommendation, not a decision',
    'irotool recommendation add REF --kind recommendation',
    'yes',
  ],
  ['lastDecisions', 'decisions of the review before, and what became of them', DECIDED, 'list'],
  ['lastDecisions[].number', 'its number', DECIDED, 'always'],
  ['lastDecisions[].text', 'what was to be done', 'irotool recommendation add REF --text "…"'],
  ['lastDecisions[].owner', 'who was to do it', 'irotool recommendation add REF --owner "NAME"'],
  ['lastDecisions[].by', 'by when', 'irotool recommendation add REF --by "30/6"'],
  [
    'lastDecisions[].outcome',
    'what became of it',
    'irotool recommendation done REF WHICH --on "30/6"',
    'always',
  ],
  ['decisionsSentOn', 'the day the decisions were sent', `${AFTER} --decisions-sent "14/4"`],
  ['agreedBy', 'silence by the end of this day is agreement', `${AFTER} --received "14/4"`],
  ['matters', 'what the review had to consider', `${HOLD} --considered all`, 'list'],
  ['matters[].label', 'the matter, in words', `${HOLD} --considered all`, 'always'],
  ['matters[].considered', 'it was considered', `${HOLD} --considered LIST`, 'yes'],
  ['matters[].note', 'why not, or what was noted', `${HOLD} --not-considered "…"`],
  ['differences', 'differences of opinion', `${HOLD} --differences "…"`],
  ['satisfied', 'whether the IRO is satisfied: yes or no', `${HOLD} --satisfied yes`],
  ['childChaired', 'the child chaired, or part of it', `${HOLD} --child-chaired`, 'yes'],

  ['distribution.isFull', 'the reader is sent the full record', `${SENT} --record full`, 'yes'],
  ['distribution.isPart', 'the reader is sent part of it', `${SENT} --record part --why "…"`, 'yes'],
  ['distribution.isNone', 'the reader is sent none of it', `${SENT} --record none --why "…"`, 'yes'],
  [
    'distribution.why',
    'why part or none, in words for the reader',
    `${SENT} --record PART-OR-NONE --tell "…"`,
  ],
  ['distribution.decidedBy', 'who decided', `${SENT} --record PART-OR-NONE --decided-by "NAME"`],
  ['distribution.redacted', 'what was taken out, in general words', `${SENT} --record part --redacted "…"`],

  ['plan.updateBy', 'the day by which the care plan is updated', `${HOLD} --on "9/4"`],
  ['record.dueBy', 'the day by which the record is completed and sent', `${HOLD} --on "9/4"`],
  ['tracked.ref', 'the reference of what is tracked', `${TRACK} WHICH`],
  ['tracked.text', 'what is to be done', `${TRACK} --about "…"`],
  ['tracked.owner', 'who is to do it', 'irotool recommendation add REF --owner "NAME"'],
  ['tracked.by', 'the date agreed', `${TRACK} WHICH --by "30/6"`],
  ['tracked.isPassed', 'the date agreed has passed', `${TRACK} WHICH --by "30/6"`, 'yes'],
  ['tracked.late', 'by how much: 3 working days', `${TRACK} WHICH --by "30/6"`],

  ['midway.by', 'the day of the check midway', 'irotool review midway REF --plan "1/7"'],
  ['midway.madeOn', 'the day it was made', 'irotool review midway REF --findings "…"'],
  ['midway.findings', 'what it found', 'irotool review midway REF --findings "…"'],
  ['ending.on', 'the day the child ceased to be looked after', 'irotool child left REF --on "30/3"'],
  ['ending.reason', 'why, in words', 'irotool child left REF --reason E4A'],
];
