/** Secure accommodation and pathway plans. */
import { event, OF_THE_LIVING } from './event';

export const SECURE_PLACEMENT_STARTED = event(
  'secure-placement-started',
  'care',
  'was placed in secure accommodation',
  'placed in secure accommodation',
);
export const SECURE_REVIEW_HELD = event(
  'secure-review-held',
  'care',
  'had a secure accommodation review',
  'the placement in secure accommodation was reviewed',
);
export const SECURE_PLACEMENT_ENDED = event(
  'secure-placement-ended',
  'closing',
  'left secure accommodation',
  'left secure accommodation',
);
export const PATHWAY_PLAN_MADE = event(
  'pathway-plan-made',
  'own',
  'had a pathway plan made',
  'a pathway plan was made; needs no period of care, like the two below',
  {},
  OF_THE_LIVING,
);
export const PATHWAY_PLAN_REVIEWED = event(
  'pathway-plan-reviewed',
  'own',
  'had the pathway plan reviewed',
  'and was reviewed',
  {},
  OF_THE_LIVING,
);
export const PATHWAY_ENDED = event(
  'pathway-ended',
  'own',
  'had pathway planning ended',
  'pathway planning is over',
);
