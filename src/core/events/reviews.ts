/** Reviews: planned, called for, adjourned, held; and the checks between them. */

import {
  children,
  colleague,
  count,
  dayToCome,
  needed,
  oneOf,
  orElse,
  people,
  someone,
  text,
  time,
  yes,
  yesOrNo,
} from './attribute';
import { EARLIER } from './care';
import { CHANGE_KINDS, EARLY_REASONS, MODES, PARTICIPATION_CODES } from './codes';
import { event, REPLACES } from './event';
import { SITTING } from './sitting';

export const REVIEW_PLANNED = event(
  'review-planned',
  'care',
  'had a review planned',
  'a date was fixed on this day for the next review; a later one replaces it',
  {
    meeting: needed(dayToCome('the day of the meeting')),
    time: time('at what time', { label: '' }),
    venue: text('where, or the link'),
    mode: oneOf(MODES, 'how the meeting takes place'),
    chair: colleague('who chairs'),
    lateBecause: text('why it is after the due day'),
    agreedBy: text('who agreed to it', { isWho: true }),
    because: text('why, if it is out of the ordinary'),
    tell: text('what letters say of the reason'),
    with: children('the other children of the meeting, by reference'),
  },
  REPLACES,
);
export const REVIEW_CANCELLED = event(
  'review-cancelled',
  'care',
  'had a planned review cancelled',
  'the planned meeting will not take place; `reason` is for the unit, `tell` is what letters say of it, here and in the other events',
  {
    reason: text('why, for the unit'),
    tell: text('what letters say of the reason'),
    agreedBy: text('who agreed to it', { isWho: true }),
  },
);
export const EARLY_REVIEW_ASKED = event(
  'early-review-asked',
  'care',
  'had an early review asked for',
  'an early review was asked for; `reason` is one of `care-plan`, `decisions-not-done`, `contact`, `social-worker`, `safeguarding`, `complaint`, `placement`, `family`, `offending`, `exclusion`, `missing`, `health`, `panel`, `request` and `other`',
  {
    askedBy: needed(someone('who asked for it')),
    reason: needed(oneOf(EARLY_REASONS, 'why it is asked for')),
    about: text('what it is about'),
    consulted: people('who was consulted, by tag'),
  },
);
export const EARLY_REVIEW_REFUSED = event(
  'early-review-refused',
  'care',
  'had an early review refused by the IRO',
  'the IRO decided against it',
  { why: needed(text('why')), tell: text('what letters say of the reason') },
);
export const REVIEW_CALLED = event(
  'review-called',
  'care',
  'had a review called early by the IRO',
  'the IRO calls for a review sooner than it would fall due; `visit=yes`: a visit found that the child’s welfare is not safeguarded (reg 30)',
  {
    by: dayToCome('by which day the review is to be'),
    reason: needed(text('why the IRO calls for it')),
    visit: yes('a visit found that the child’s welfare is not safeguarded'),
    askedBy: someone('who asked for it'),
    why: text('why'),
    tell: text('what letters say of the reason'),
    consulted: people('who was consulted, by tag'),
  },
  REPLACES,
);
export const CHANGE_PROPOSED = event(
  'change-proposed',
  'care',
  'had a change proposed that a review must come before',
  'something that a review must come before: `care-plan`, `placement-end`, `placement-with-parents`, `end-of-accommodation` or `end-of-detention`',
  {
    kind: needed(oneOf(CHANGE_KINDS, 'which change')),
    by: dayToCome('the day on which it is to happen'),
    about: text('what it is about'),
  },
);
export const REVIEW_ADJOURNED = event(
  'review-adjourned',
  'care',
  'had a review that sat and was adjourned',
  'the review sat on this day and was adjourned; once for each review. `kind=adoption`: an adoption review; without it, the first review of either kind held after it',
  {
    reason: text('why, for the unit'),
    tell: text('what letters say of the reason'),
    effect: text('what the adjournment means for the child'),
    wishes: text('what the child wishes about it'),
    chair: colleague('who chairs'),
    attended: people('who came, by tag'),
    kind: oneOf(['adoption'], 'of an adoption review'),
  },
);
export const REVIEW_HELD = event(
  'review-held',
  'care',
  'had a review held',
  'the review was completed on this day. `code` is the participation code, PN0 to PN7; `meeting=no` a review on papers; `number` its number where earlier ones are not recorded',
  {
    code: oneOf(PARTICIPATION_CODES, 'the participation code of the return', { codes: 'participation' }),
    meeting: orElse(yesOrNo('no: it was carried out on papers'), true),
    number: count('its number, if earlier ones are not recorded'),
    earlier: EARLIER,
    ...SITTING,
  },
);
export const EXIT_REVIEW_PLANNED = event(
  'exit-review-planned',
  'closing',
  'had a review of the unplanned ending planned',
  'a date was fixed for the review of an unplanned ending; a later one replaces it',
  {
    meeting: needed(dayToCome('the day of the meeting')),
    time: time('at what time', { label: '' }),
    venue: text('where, or the link'),
    mode: oneOf(MODES, 'how the meeting takes place'),
    chair: colleague('who chairs'),
    because: text('why, if it is out of the ordinary'),
    tell: text('what letters say of the reason'),
  },
  REPLACES,
);
export const EXIT_REVIEW_HELD = event(
  'exit-review-held',
  'closing',
  'had a review of the unplanned ending held',
  'the review of an unplanned ending',
  { ...SITTING },
);
export const MIDWAY_CHECK_PLANNED = event(
  'midway-check-planned',
  'care',
  'had a midway check planned',
  'the IRO will look at the plan between two reviews, by this day',
  { by: needed(dayToCome('by which day')) },
  REPLACES,
);
export const MIDWAY_CHECKED = event(
  'midway-checked',
  'care',
  'had a midway check made by the IRO',
  'the IRO looked at the plan between two reviews',
  { findings: needed(text('what was found')) },
);
export const REVIEW_CALL_WITHDRAWN = event(
  'review-call-withdrawn',
  'care',
  'had the call for an early review withdrawn by the IRO',
  'the IRO no longer asks for the review that was called; not of a call that follows a visit, for that review is the authority’s duty',
  { why: text('why') },
);
