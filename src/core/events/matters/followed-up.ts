/** What is followed up by its reference: recommendations and complaints. */
import { dayToCome, needed, ofAction, refTo, review, someone, text } from '../attribute';
import { event, OF_THE_UNBORN, REPLACES } from '../event';

export const RECOMMENDATION_TRACKED = event(
  'recommendation-tracked',
  'care',
  'had a recommendation tracked',
  'a recommendation that the IRO follows up, and the day agreed; `ref` tells one from another',
  {
    by: needed(dayToCome('the day agreed')),
    ref: refTo('recommendation', 'which one'),
    about: text('what it is about'),
  },
  REPLACES,
);
export const RECOMMENDATION_CHECKED = event(
  'recommendation-checked',
  'closing',
  'had a tracked recommendation looked at with the social worker',
  'a tracked recommendation was looked at with the social worker',
  { ref: refTo('recommendation', 'which one'), finding: text('what was found') },
);
export const RECOMMENDATION_ESCALATED = event(
  'recommendation-escalated',
  'closing',
  'had a tracked recommendation taken to a manager',
  'a tracked recommendation was taken to a manager',
  { ref: refTo('recommendation', 'which one'), to: needed(someone('to which manager: a tag, or in words')) },
);
export const RECOMMENDATION_RESOLVED = event(
  'recommendation-resolved',
  'closing',
  'had a tracked recommendation resolved',
  'a tracked recommendation was carried out or dropped',
  { ref: refTo('recommendation', 'which one'), how: text('how') },
);
export const COMPLAINT_MADE = event(
  'complaint-made',
  'own',
  'had a complaint made about the IRO or a review',
  'a complaint about the IRO or a review; `about-review` its number, or `exit`',
  {
    ref: refTo('complaint', 'which one'),
    from: someone('from whom'),
    about: text('what it is about'),
    aboutReview: review('which review it is about'),
  },
);
export const COMPLAINT_ANSWERED = event(
  'complaint-answered',
  'own',
  'had a complaint answered',
  'a complaint was answered',
  { ref: refTo('complaint', 'which one'), outcome: text('what came of it') },
);
export const ACTION_SETTLED = event(
  'action-settled',
  'own',
  'had an action settled',
  'an undated action was done or dismissed',
  {
    action: needed(text('which action: its name in the rules')),
    ref: ofAction('which one'),
    why: text('why'),
  },
  OF_THE_UNBORN,
);
