/** The way to adoption. */
import { text } from './attribute';
import { event } from './event';
import { SITTING } from './sitting';

export const ADOPTION_AUTHORISED = event(
  'adoption-authorised',
  'care',
  'could first be placed for adoption (authority given)',
  'the agency first has authority to place the child for adoption',
);
export const ADOPTION_AUTHORITY_ENDED = event(
  'adoption-authority-ended',
  'care',
  'could no longer be placed for adoption (authority ended)',
  'the agency has authority to place the child no longer: the placement order was revoked, or consent withdrawn',
  { reason: text('why, for the unit') },
);
export const ADOPTION_REVIEW_HELD = event(
  'adoption-review-held',
  'care',
  'had an adoption review held',
  'an adoption review; where one meeting is both, record both on the day',
  { ...SITTING },
);
export const PLACED_FOR_ADOPTION = event(
  'placed-for-adoption',
  'care',
  'was placed for adoption',
  'placed with adopters',
);
export const ADOPTION_PLACEMENT_ENDED = event(
  'adoption-placement-ended',
  'closing',
  'left an adoption placement',
  'the placement ended without an adoption; refused where there is none',
);
export const ADOPTION_ORDER_MADE = event(
  'adoption-order-made',
  'closing',
  'was adopted',
  'the child was adopted',
);
