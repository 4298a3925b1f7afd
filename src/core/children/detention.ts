/** Whether a child is in youth detention accommodation: a young offender institution, a secure training centre or a secure school. Pure. */
import type { Story } from '../engine/moment';
import { REMAND_CODES } from '../events/codes';
import type { IsoDate } from '../time/dates';
import { placementOn } from './placement';

/** The code of the return, and what such a place is called if it is written in words. */
const PLACE =
  /^R5\b|young offender|youth detention|\bYOI\b|secure training cent|\bSTC\b|secure school|\bprison\b/i;
const OF_REMAND: ReadonlySet<string> = new Set(['remanded', 'remand-ended', 'ceased-looked-after']);

/** How a child is detained: looked after by the remand alone, so that no care plan was ever owed, or with a care plan besides. */
export type Detention = 'by-remand-alone' | 'with-care-plan';

/** On a day; null if the child is not detained, as one who is remanded to local authority accommodation is not. */
export function detentionOn(story: Story, on: IsoDate): Detention | null {
  const then = story.moments.filter((moment) => moment.counts && moment.on <= on);
  const remand = then.findLast(({ fact }) => OF_REMAND.has(fact.kind))?.fact;
  const isRemanded = remand?.kind === 'remanded' && remand.attributes.to === 'youth-detention';
  const placement = placementOn(story, on)?.fact.attributes.kind ?? '';
  if (!isRemanded && !PLACE.test(placement)) return null;
  const period = then.at(-1)?.period ?? null;
  const own = then.filter((moment) => moment.period === period);
  const began = own[0]?.fact.attributes.basis ?? '';
  const isOfRemand =
    (REMAND_CODES.includes(began) ||
      own.some(({ fact }) => fact.kind === 'remanded' && fact.on === own[0]?.on)) &&
    own.every(({ legalStatus }) => legalStatus === null || REMAND_CODES.includes(legalStatus));
  return isOfRemand ? 'by-remand-alone' : 'with-care-plan';
}
