/** Coming into care, placements, the IRO, and the end of care. */

import {
  colleague,
  day,
  dayToCome,
  needed,
  oneOf,
  people,
  refTo,
  someOf,
  someone,
  text,
  time,
  who,
  yes,
  yesOrNo,
} from './attribute';
import { CHANGE_KINDS, LEGAL_STATUS_CODES } from './codes';
import { event, OF_THE_LIVING, OF_THE_UNBORN, REPLACES } from './event';

/** What a unit records of a time of which it knows little: only what the law wants of it is counted. */
export const EARLIER = yes('it was before the record began here: what was done about it then is not known');

const LEGAL_STATUS = oneOf(LEGAL_STATUS_CODES, 'the legal status, a code of the return', {
  codes: 'legal-status',
});

const PLACEMENT = text('which kind of placement', { codes: 'placement' });

export const BECAME_LOOKED_AFTER = event(
  'became-looked-after',
  'care',
  'became looked after',
  'a period of care begins. `basis` is the legal status code of the return: V3 and V4 are short breaks, J1 to J3 remand or detention. `start=before`: already in care on that day, beginning unknown. `told`: the day the unit was told. `series`: which series of short breaks, where a child has more than one',
  {
    basis: LEGAL_STATUS,
    start: oneOf(['before'], 'already in care on that day, beginning unknown'),
    episode: oneOf(['P', 'L', 'T', 'B', 'U'], 'if so: why the return has an episode begin then', {
      label: 'the return’s reason',
      codes: 'reason-new-episode',
    }),
    told: day('the day on which the unit was told'),
    time: time('at what time', { label: '' }),
    series: text('which series of short breaks'),
    earlier: EARLIER,
  },
  OF_THE_LIVING,
);
export const LEGAL_STATUS_CHANGED = event(
  'legal-status-changed',
  'care',
  'changed legal status',
  'from V3 or V4 to another, the ordinary clock starts on this day and the short-break clock ends',
  { basis: needed(LEGAL_STATUS) },
);
export const PROCEEDINGS_STARTED = event(
  'proceedings-started',
  'own',
  'became the subject of court proceedings',
  'court proceedings about the child began; `timetable` is the court’s (needs no period of care)',
  { timetable: text('the timetable of the court') },
);
export const PROCEEDINGS_ENDED = event(
  'proceedings-ended',
  'own',
  'had court proceedings end',
  'court proceedings ended',
  { outcome: text('what the court decided') },
);
export const PLACEMENT_STARTED = event(
  'placement-started',
  'care',
  'began a placement',
  'the child went to live somewhere',
  {
    kind: PLACEMENT,
    confidential: yes('the address is confidential'),
    near: yesOrNo('whether it is near home'),
    carer: someone('who looks after the child there'),
    carers: oneOf(['same', 'changed'], 'whether the child moved with their carers, or to others'),
    emergency: text('why no review could come before it'),
  },
);
export const PLACEMENT_ENDED = event(
  'placement-ended',
  'care',
  'left a placement',
  'the child left a placement',
  {
    kind: PLACEMENT,
    confidential: yes('the address is confidential'),
    emergency: text('why no review could come before it'),
  },
);
export const CEASED_LOOKED_AFTER = event(
  'ceased-looked-after',
  'care',
  'ceased to be looked after',
  'the period of care ends',
  {
    reason: text('why care ended, a code of the return', { codes: 'reason-ceased' }),
    unplanned: yes('the ending was not planned'),
    confirmedByReview: yes('the last review had confirmed it'),
    approvedBy: text('who approved it', { isWho: true }),
    approvedAs: oneOf(['nominated-officer', 'director'], 'as what they approved it'),
    approval: oneOf(['awaited'], 'the approval is still awaited'),
    iroConsulted: day('the day on which the IRO was consulted'),
    consultation: oneOf(['awaited'], 'that the IRO was consulted is still awaited'),
  },
);
export const ENDING_APPROVED = event(
  'ending-approved',
  'closing',
  'had the ending of care approved',
  'the ending was approved: by a `nominated-officer`, or the `director` for a child of 16 or 17 not under a care order',
  {
    approvedBy: needed(text('who approved it', { isWho: true })),
    approvedAs: oneOf(['nominated-officer', 'director'], 'as what they approved it'),
  },
);
export const IRO_CONSULTED_ON_ENDING = event(
  'iro-consulted-on-ending',
  'closing',
  'had the IRO consulted on the ending of care',
  'the IRO was consulted on the ending of care',
);
export const IRO_ALLOCATED = event(
  'iro-allocated',
  'care',
  'was allocated an independent reviewing officer',
  'an independent reviewing officer was named',
  {
    iro: colleague('who it is', { label: '' }),
    independent: yesOrNo('whether the IRO is independent of the case'),
    because: text('why, if it is out of the ordinary'),
  },
);
export const IRO_CHANGED = event(
  'iro-changed',
  'care',
  'was given another independent reviewing officer',
  'another independent reviewing officer was named',
  {
    iro: colleague('who it is', { label: '' }),
    reason: text('why, for the unit'),
    independent: yesOrNo('whether the IRO is independent of the case'),
    because: text('why, if it is out of the ordinary'),
  },
);
export const IRO_NAMED_IN_CARE_PLAN = event(
  'iro-named-in-care-plan',
  'care',
  'had the IRO named in the care plan',
  'the care plan names the IRO',
);
export const CHILD_TOLD_OF_RIGHTS = event(
  'child-told-of-rights',
  'care',
  'was told of the IRO and of their rights',
  'the child was told: a list of `iro`, `advocacy`, `complaints`, `court`, `care-plan` and `reviews`',
  {
    told: someOf(['iro', 'advocacy', 'complaints', 'court', 'care-plan', 'reviews'], 'of what'),
    leaflets: text('what was given in writing'),
    by: someone('who told the child'),
  },
);
export const CHILD_WISHES_COURT = event(
  'child-wishes-court',
  'care',
  'wished to go to court',
  'the child wishes to bring proceedings: an adult who is able and willing to help them is found, or else the IRO helps them to legal advice',
  {
    about: text('what the child wishes to ask the court for'),
    adult: someone('the adult who is able and willing to help', { label: 'helped by' }),
    advice: text('the legal advice to which the IRO helped, if there is no such adult'),
  },
  REPLACES,
);
export const CHILD_CONCERN_RAISED = event(
  'child-concern-raised',
  'care',
  'raised a concern',
  'the child raised a concern; `ref` tells one from another',
  { ref: refTo('concern', 'which one'), about: text('what it is about') },
);
export const CHILD_CONCERN_TAKEN_UP = event(
  'child-concern-taken-up',
  'care',
  'had a concern taken up with the social worker',
  'a concern of the child was taken up with the social worker',
  { ref: refTo('concern', 'which one'), answer: text('what the answer was') },
);
export const LONG_TERM_FOSTER_DESIGNATED = event(
  'long-term-foster-designated',
  'care',
  'was placed in designated long-term fostering',
  'a placement designated as long-term fostering began',
);
export const LONG_TERM_FOSTER_ENDED = event(
  'long-term-foster-ended',
  'care',
  'left designated long-term fostering',
  'a placement designated as long-term fostering ended',
);
export const MEETING_NOT_NEEDED = event(
  'meeting-not-needed',
  'care',
  'had it decided that reviews need a meeting only yearly',
  'it was decided that reviews need a meeting only yearly; the factors are the care plan’s',
  { factors: needed(text('what it was decided from')), consulted: people('who was consulted, by tag') },
);
export const PLACED_WITH_PARENTS = event(
  'placed-with-parents',
  'care',
  'was placed with a parent',
  'placed with a parent; immediate: before the assessment is complete',
  {
    immediate: yes('before the assessment is complete'),
    emergency: text('why no review could come before it'),
  },
);
export const CHANGE_WITHDRAWN = event(
  'change-withdrawn',
  'care',
  'had a proposed change withdrawn',
  'a change that was proposed will not happen; `kind` says which, and is needed where more than one is open',
  { kind: oneOf(CHANGE_KINDS, 'which change, if more than one is open'), why: text('why') },
);
export const CARE_PLAN_CHANGED = event(
  'care-plan-changed',
  'care',
  'had a significant change of the care plan carried out',
  'a significant change of the care plan was carried out',
  { emergency: text('why no review could come before it'), about: text('what it is about') },
);
export const SHORT_BREAK_SERIES_ENDED = event(
  'short-break-series-ended',
  'care',
  'had a series of short breaks ended',
  'no more short breaks are agreed; it counts between two stays. `series` says which, where there is more than one',
  { series: text('which series of short breaks'), why: text('why') },
);
export const CONTACT_BARRED = event(
  'contact-barred',
  'own',
  'had an order of a court keep someone away',
  'an order of a court keeps someone from the child; before anything is made out to them it is asked',
  {
    ref: who('who, by tag'),
    order: needed(text('which order it is')),
    until: dayToCome('until which day'),
  },
  OF_THE_UNBORN,
);
export const CONTACT_BAR_ENDED = event(
  'contact-bar-ended',
  'own',
  'had the order of a court that kept someone away end',
  'an order that keeps someone from the child no longer stands',
  { ref: who('who, by tag'), why: text('why') },
  OF_THE_UNBORN,
);
export const SHORT_BREAKS_EXCEEDED = event(
  'short-breaks-exceeded',
  'care',
  'had more of short breaks than regulation 48 allows',
  'a stay of short breaks went on for more than 17 days, or the stays of twelve months came to more than 75: regulation 48 no longer applies from this day. Found from the days of the stays that ended; record it of one that goes on',
);
export const CHILD_DIED = event(
  'child-died',
  'own',
  'died',
  'the child died (needs no period of care): care ends, and what is owed for the child, but not open disputes, recommendations and the steps after a review',
);
