/** What decides how often a social worker is to visit a child (Care Planning Regulations 2010, reg 28). Pure. */
import type { Moment, Story } from '../engine/moment';
import { WITH_PARENTS } from '../events/codes';
import { taken } from '../events/event';
import { CHILD_VISITED } from '../events/visits';
import { addMonths } from '../time/dates';

const PLACEMENTS: ReadonlySet<string> = new Set([
  'placement-started',
  'placement-ended',
  'placed-with-parents',
]);

/** The moment from which the child lives with a parent; null if they live elsewhere, or nothing is recorded. */
export function placedHome({ at, period }: Moment, { moments }: Story): Moment | null {
  const last = moments
    .slice(0, at + 1)
    .findLast((each) => each.counts && each.period === period && PLACEMENTS.has(each.fact.kind));
  if (last?.fact.kind === 'placed-with-parents') return last;
  return last?.fact.kind === 'placement-started' && last.fact.attributes.kind === WITH_PARENTS ? last : null;
}

/** Reg 28(3)(a) and (4)(a): until the first review after the child came to a parent. */
export function isHomeBeforeReview(moment: Moment, story: Story): boolean {
  const home = placedHome(moment, story);
  if (home === null || (home.fact.attributes.immediate !== 'yes' && moment.legalStatus !== 'C1'))
    return false;
  return !story.moments.slice(home.at, moment.at + 1).some(({ fact }) => fact.kind === 'review-held');
}

/** Reg 28(2)(c)(i): the placement is meant to last until the child is 18, and its first year is over. */
export const isFosteredLongTerm = ({ fosteredSince, on }: Moment): boolean =>
  fosteredSince !== null && addMonths(fosteredSince, 12) < on;

/** Reg 28(3A): and the child said so, at this visit or at the last one that says anything of it. */
export function wantsFewerVisits(moment: Moment, { moments }: Story): boolean {
  if (!isFosteredLongTerm(moment)) return false;
  const said = moments
    .slice(0, moment.at + 1)
    .filter(({ fact, on }) => fact.kind === CHILD_VISITED.kind && on >= moment.fosteredSince!)
    .map(({ fact }) => taken(CHILD_VISITED, fact).lessOften);
  return said.findLast((lessOften) => lessOften !== null) === true;
}
