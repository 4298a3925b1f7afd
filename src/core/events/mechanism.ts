/**
 * The independent review mechanism: what is recorded of an applicant or approved carer, from a qualifying determination
 * to the final decision. Each determination has a reference, by which what follows says which one it is of; facts
 * recorded without one are of the only one there is.
 */
import { dayToCome, mayReferTo, needed, oneOf, text, texts, time, yes } from './attribute';
import { event, REPLACES } from './event';

const ref = mayReferTo('determination', 'which determination');

export const DETERMINATION_SENT = event(
  'determination-sent',
  'own',
  'was sent a qualifying determination',
  'the letter of a qualifying determination, dated this day. The subject is an applicant, not a child',
  {
    ref,
    kind: needed(oneOf(['fostering', 'adoption', 'protected-information'], 'what it is about')),
    of: oneOf(['refusal', 'ending', 'terms'], 'not to approve, to end an approval, or to change its terms', {
      label: '',
    }),
    conviction: oneOf(
      ['own', 'household'],
      'it rests on a specified conviction: the applicant’s own, or that of someone in the household',
      { label: 'specified conviction:' },
    ),
    reasons: text('the reasons', { label: 'because' }),
  },
);
export const IRM_APPLIED = event(
  'irm-applied',
  'own',
  'applied to the independent review mechanism',
  'the applicant applied to the independent review mechanism',
  { ref },
);
export const REPRESENTATIONS_MADE = event(
  'representations-made',
  'own',
  'made representations to the agency',
  'the applicant made representations to the agency',
  { ref, about: text('what they say', { label: 'saying' }) },
);
export const IRM_NOTIFIED = event(
  'irm-notified',
  'own',
  'had an application notified by the review mechanism',
  'the review mechanism told the agency of the application',
  { ref },
);
export const IRM_PAPERS_SENT = event(
  'irm-papers-sent',
  'own',
  'had the papers sent to the review mechanism',
  'the agency sent the papers to the review mechanism',
  { ref, papers: texts('what was sent', { label: '' }) },
);
export const IRM_PANEL_ARRANGED = event(
  'irm-panel-arranged',
  'own',
  'had a day fixed for the review panel',
  'the review mechanism fixed the day on which its panel sits',
  {
    ref,
    sits: needed(dayToCome('the day on which the panel sits', { label: 'for' })),
    time: time('at what time', { label: 'at' }),
    place: text('where, or the link', { label: 'at' }),
  },
  REPLACES,
);
export const IRM_RECOMMENDED = event(
  'irm-recommended',
  'own',
  'had a recommendation from the review panel',
  'the panel made its recommendation',
  {
    ref,
    outcome: oneOf(['same', 'different'], 'the same decision as was determined, or a different one', {
      label: 'decision:',
    }),
    reasons: text('what the panel said', { label: 'saying' }),
  },
);
export const FINAL_DECISION_MADE = event(
  'final-decision-made',
  'own',
  'had the final decision made',
  'the agency made its final decision, after the recommendation or the representations',
  {
    ref,
    outcome: oneOf(['same', 'different'], 'as was determined, or a different decision', {
      label: 'decision:',
    }),
    considered: yes('the panel’s recommendation was taken into account'),
    reasons: text('the reasons', { label: 'because' }),
  },
);

/** What is recorded of an applicant, and not of a child. */
export const OF_APPLICANTS = [
  DETERMINATION_SENT,
  IRM_APPLIED,
  REPRESENTATIONS_MADE,
  IRM_NOTIFIED,
  IRM_PAPERS_SENT,
  IRM_PANEL_ARRANGED,
  IRM_RECOMMENDED,
  FINAL_DECISION_MADE,
] as const;
