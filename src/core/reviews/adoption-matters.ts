/**
 * What an adoption review has to consider (Adoption Agencies Regulations 2005, reg 36(6), (7) and (10)). Pure.
 */
import type { Moment, Story } from '../engine/moment';
import type { MATTERS_CONSIDERED } from '../events/codes';

type Matter = (typeof MATTERS_CONSIDERED)[number];

const EVERY: readonly Matter[] = ['contact', 'education', 'health', 'wishes', 'adoption-plan', 'needs'];
const NOT_AFTER_A_RETURN: readonly Matter[] = ['parental-responsibility', 'review-frequency'];

/** True if the sitting is an adoption review, or one meeting is both. */
export const isAdoptionReview = (sitting: Moment, { moments }: Story): boolean =>
  sitting.fact.kind === 'adoption-review-held' ||
  moments.some(
    ({ counts, fact, meeting }) =>
      counts && fact.kind === 'adoption-review-held' && meeting !== null && meeting === sitting.meeting,
  );

/** Each matter that an adoption review of that day has to consider, with the reason. */
export function adoptionMatters(
  sitting: Pick<Moment, 'at' | 'period' | 'placedForAdoption'>,
  story: Story,
): [Matter, string][] {
  const isReturn = followsAReturn(sitting, story);
  const why = isReturn ? 'the adoption placement ended' : 'it is an adoption review';
  const of = (matters: readonly Matter[]): [Matter, string][] => matters.map((matter) => [matter, why]);
  if (isReturn) return of(EVERY);
  return [
    ...of([...EVERY, ...NOT_AFTER_A_RETURN]),
    ...(sitting.placedForAdoption
      ? ([['adoption-support', 'the child is placed for adoption']] as [Matter, string][])
      : isFirstOfSixMonths(sitting, story)
        ? ([['not-placed', 'it is the first six-monthly adoption review']] as [Matter, string][])
        : []),
  ];
}

const earlier = ({ at, period }: Pick<Moment, 'at' | 'period'>, { moments }: Story): Moment[] =>
  moments.filter((moment) => moment.counts && moment.at < at && moment.period === period);

function followsAReturn(sitting: Pick<Moment, 'at' | 'period'>, story: Story): boolean {
  const kinds = ['adoption-placement-ended', 'placed-for-adoption', 'adoption-review-held'];
  const last = earlier(sitting, story).findLast(({ fact }) => kinds.includes(fact.kind));
  return last?.fact.kind === 'adoption-placement-ended';
}

/** One adoption review was held since there was authority, and it was no consent that gave it. */
function isFirstOfSixMonths(sitting: Pick<Moment, 'at' | 'period'>, story: Story): boolean {
  const before = earlier(sitting, story);
  const given = before.findLast(({ fact }) => fact.kind === 'adoption-authorised');
  if (given?.fact.attributes.ground === 'consent') return false;
  const since = before.filter(({ at }) => at >= (given?.at ?? 0));
  return since.filter(({ fact }) => fact.kind === 'adoption-review-held').length === 1;
}
