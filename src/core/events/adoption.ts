/** The way to adoption. */
import { needed, oneOf, people, someone, text, who } from './attribute';
import { event, OF_THE_LIVING } from './event';
import { SITTING } from './sitting';

export const ADOPTION_AUTHORISED = event(
  'adoption-authorised',
  'care',
  'could first be placed for adoption (authority given)',
  'the agency first has authority to place the child for adoption, by a placement order or by consent',
  {
    ground: oneOf(['placement-order', 'consent'], 'a placement order, or the parents’ consent', {
      label: 'by',
    }),
  },
);
export const ADOPTION_AUTHORITY_ENDED = event(
  'adoption-authority-ended',
  'care',
  'could no longer be placed for adoption (authority ended)',
  'the agency has authority to place the child no longer: the placement order was revoked, or consent withdrawn',
  { reason: text('why, for the unit') },
);
export const ADOPTION_MATCHED = event(
  'adoption-matched',
  'care',
  'was matched with adopters',
  'it was decided that the child should be placed with these adopters',
  { with: people('the adopters, by tag'), decidedBy: someone('who decided it') },
);
/** Whether a birth parent comes to a review once adoption is the plan: a decision with its reason, never a habit. */
export const BIRTH_PARENT_DECIDED = event(
  'birth-parent-decided',
  'before',
  'had it decided whether a birth parent is invited',
  'social worker and IRO decided whether a birth parent is invited to the review: `invited`, `in-part` or `not-invited`, and why',
  {
    ref: who('who, by tag'),
    answer: needed(oneOf(['invited', 'in-part', 'not-invited'], 'what was decided', { label: '' })),
    why: needed(text('why, for the unit')),
    tell: text('what letters say of the reason', { inLetters: true }),
    views: text('how their views are heard instead', { inLetters: true }),
    decidedBy: someone('who decided it'),
  },
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
  { with: people('the adopters, by tag') },
);
export const ADOPTION_VISITED = event(
  'adoption-visited',
  'care',
  'was visited in the adoption placement',
  'the child and the adopters were visited: within a week of the placement, then weekly until its first review',
  { report: text('what the report of the visit says') },
);
export const ADOPTION_PLACEMENT_ENDED = event(
  'adoption-placement-ended',
  'closing',
  'left an adoption placement',
  'the placement ended without an adoption; refused where there is none',
  { reason: text('why, for the unit') },
  OF_THE_LIVING,
);
export const ADOPTION_ORDER_MADE = event(
  'adoption-order-made',
  'closing',
  'was adopted',
  'the child was adopted',
);
