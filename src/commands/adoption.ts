/**
 * `adoption …`: what happens to a child on the way to adoption. Its steps are in steps/care.ts. Reviews are
 * `review hold --adoption`; an adoption order is `child left --reason E11`.
 */

import { ofChild } from '../recording/steps/of-child';
import { AUTHORISED, AUTHORITY_ENDED, PLACED, PLACEMENT_ENDED } from '../steps/care';

export const authorised = ofChild([AUTHORISED]);
export const authorityEnded = ofChild([AUTHORITY_ENDED]);
export const placed = ofChild([PLACED]);
export const placementEnded = ofChild([PLACEMENT_ENDED]);
