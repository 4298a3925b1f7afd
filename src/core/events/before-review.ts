/** The steps before a meeting. */

import {
  day,
  dayToCome,
  needed,
  oneOf,
  orElse,
  people,
  someone,
  text,
  texts,
  who,
  yes,
  yesOrNo,
} from './attribute';
import { DOCUMENTS, PARTS } from './codes';
import { event, REPLACES } from './event';

export const IRO_INFORMED = event(
  'iro-informed',
  'care',
  'had the IRO told of a change, or of another meeting',
  'the IRO was told of a change, or of another meeting; `early` what they thought of an earlier review',
  {
    of: needed(text('of which change or meeting')),
    from: someone('from whom'),
    early: text('what the IRO thought of an earlier review'),
  },
);
export const IRO_VISIT_ARRANGED = event(
  'iro-visit-arranged',
  'before',
  'had the introductory visit of the IRO arranged with the carers',
  'the IRO arranged the introductory visit with the carers',
);
export const IRO_VISITED = event(
  'iro-visited',
  'before',
  'had the introductory visit of the IRO',
  'the IRO’s introductory visit to the child and carers; `met` whom the IRO met there',
  { met: people('whom the IRO met there, by tag') },
);
export const IRO_SAW_CHILD = event(
  'iro-saw-child',
  'before',
  'was seen by the IRO, or the reason was recorded why not',
  'the IRO spoke with the child in private, or why not: `seen`, `refused` or `inappropriate`; `how` is `face-to-face`, `video`, `telephone` or, of a child who cannot speak for themselves, `observed`',
  {
    outcome: orElse(oneOf(['seen', 'refused', 'inappropriate'], 'whether the child was seen'), 'seen'),
    how: oneOf(['face-to-face', 'video', 'telephone', 'observed'], 'how the child was seen'),
    where: text('where the child was seen'),
    why: text('why not'),
  },
);
export const CHILD_CONSULTED = event(
  'child-consulted',
  'before',
  'was consulted by the social worker',
  'the social worker talked with the child about the review',
  {
    wants: text('what the child wants'),
    where: text('where the child would like it'),
    issues: text('what the child wants to talk about'),
    with: people('who was there, by tag'),
  },
);
export const CHILD_WISHES_RECORDED = event(
  'child-wishes-recorded',
  'before',
  'said what they wish for the review',
  'what the child wishes for the review: day, `hours=outside-school`, place, who is there, whether they will chair',
  {
    day: text('the day of the week that the child would like'),
    hours: oneOf(['any', 'outside-school'], 'at which hours'),
    place: text('where the child would like it'),
    wants: text('what the child wants'),
    doesNotWant: text('whom the child does not want there'),
    willChair: yes('the child will chair, or part of it'),
    chaired: text('which part of the review the child would chair'),
  },
  REPLACES,
);
export const PARTICIPANT_LISTED = event(
  'participant-listed',
  'before',
  'had someone put on the review’s list',
  'someone is on the review’s list: `invited`, `consulted`, `distribution`, or `none` (taken off). `ref` is `child` or the tag of one of the child’s people, never a name',
  {
    ref: who('who, by tag'),
    part: needed(oneOf(PARTS, 'what part they have')),
    delegate: someone('who comes in their place'),
    supporter: someone('who supports them there'),
    legal: yes('a lawyer, for advice on the law only'),
    interpreter: text('which language or help is needed'),
    needs: text('what they need to take part'),
    childWishes: yesOrNo('whether the child wants them there'),
    why: text('why'),
  },
  REPLACES,
);
export const NOT_INVITED = event(
  'not-invited',
  'before',
  'had someone not invited to the review',
  'someone is not invited: the concern, what was considered instead, how their views are heard, when the IRO was consulted, `by` the day to look again',
  {
    ref: who('who, by tag'),
    concern: needed(text('what the concern is')),
    tell: text('what letters say of the reason'),
    considered: text('what was considered instead'),
    views: text('how their views are heard'),
    consulted: day('the day on which the IRO was consulted'),
    by: dayToCome('the day on which it is looked at again'),
    part: oneOf(['all', 'some'], 'whether it is of all of the meeting'),
  },
);
export const WRITTEN_REASONS_SENT = event(
  'written-reasons-sent',
  'closing',
  'had the written reasons sent for not inviting someone',
  'someone who is not invited was sent the reasons in writing',
  { ref: who('who, by tag') },
);
export const EXCLUSION_LOOKED_AT = event(
  'exclusion-looked-at',
  'closing',
  'had it looked at again whether to invite someone',
  'that someone is not invited was looked at again: `kept`, with another day, or `ended`',
  {
    ref: who('who, by tag'),
    outcome: needed(oneOf(['kept', 'ended'], 'what came of it')),
    by: dayToCome('the day on which it is looked at again'),
    why: text('why'),
  },
);
export const VIEWS_GIVEN = event(
  'views-given',
  'before',
  'had someone’s views given to the IRO',
  'their views reached the IRO: by `form`, `letter`, `recording`, `meeting`, `telephone`, `observation` or `other`; `kept-out` why they are left out of the record',
  {
    ref: who('who, by tag'),
    how: oneOf(
      ['form', 'letter', 'recording', 'meeting', 'telephone', 'observation', 'other'],
      'in what way',
    ),
    keptOut: text('why the views are left out of the record'),
  },
);
export const UNIT_NOTIFIED = event(
  'unit-notified',
  'before',
  'had the notice of the review sent to the social worker',
  'the notice of the review went to the social worker',
);
export const LIST_RETURNED = event(
  'list-returned',
  'before',
  'had the list of those invited returned by the social worker',
  'the social worker returned the list of those invited, consulted and sent the record',
);
export const LIST_AMENDED = event(
  'list-amended',
  'before',
  'had the list of those invited amended by the IRO',
  'the IRO changed the list of those invited, consulted and sent the record',
  { change: text('what was changed') },
);
export const SW_IRO_DISCUSSED = event(
  'sw-iro-discussed',
  'before',
  'was discussed by social worker and IRO',
  'social worker and IRO discussed the review',
  { supporters: text('who may support the child'), preparing: text('how the child is prepared') },
);
export const RECORDS_CURRENT = event(
  'records-current',
  'before',
  'had the records confirmed as up to date',
  'the records were confirmed as up to date: when the bedroom was last seen, changes in the household, the court timetable',
  {
    bedroomSeen: day('when the bedroom was last seen'),
    household: text('changes in the household'),
    court: text('the court timetable'),
    legalStatus: text('the legal status as it was confirmed'),
  },
);
export const INVITATIONS_SENT = event(
  'invitations-sent',
  'before',
  'had the invitations sent',
  'the invitations went out',
  { to: people('to whom, by tag') },
);
export const DOCUMENT_RECEIVED = event(
  'document-received',
  'before',
  'had one of the papers reach the IRO',
  'one of the papers reached the IRO: `report`, `care-plan`, `pathway-plan`, `health`, `placement-plan`, `detention-placement-plan`, `pep`, `consultation` or `other-reports`',
  { document: needed(oneOf(DOCUMENTS, 'which of the papers')) },
);
export const DOCUMENTS_RECEIVED = event(
  'documents-received',
  'before',
  'had the papers reach the IRO',
  'the papers reached the IRO',
  { missing: texts('which are missing') },
);
