/** What the lists of an inspection say of one child, made of what is recorded up to the day. Pure. */
import { placementOn } from '../../../core/children/placement';
import type { Moment, PeriodOfCare, Story } from '../../../core/engine/moment';
import { ENDS_PERIOD } from '../../../core/events/fact';
import { sawTheChild } from '../../../core/reviews/seen-before';
import { addMonths, type IsoDate } from '../../../core/time/dates';
import type { ListedChild } from '../../../store/children';
import { placementCode, placementOrderOn, reasonCareEnded } from '../facts-told';
import { plansTold } from '../plans';

export interface AnnexChild {
  readonly child: Pick<ListedChild, 'ref' | 'born' | 'team' | 'socialWorker'>;
  readonly story: Story;
  /** The day of the lists. */
  readonly today: IsoDate;
}

/** Whether a day is none yet, or of the last months before the day of the lists. */
const isWithin = (on: IsoDate | null, today: IsoDate, months: number): boolean =>
  on === null || on >= addMonths(today, -months);

const counting = ({ moments }: Story): Moment[] => moments.filter(({ counts }) => counts);

/** The last day on which something of these kinds happened, from one day to another; null if none did. */
const lastDay = (moments: readonly Moment[], kinds: readonly string[]): IsoDate | null =>
  moments.findLast(({ fact }) => kinds.includes(fact.kind))?.on ?? null;

/** Section 47 enquiries that were begun in the last six months, each with its initial conference. */
export function enquiriesOf({ story, today }: AnnexChild) {
  const moments = counting(story);
  const begun = moments.filter(({ fact }) => fact.kind === 'strategy-discussion');
  return begun
    .map(({ on, at }, which) => {
      const until = begun[which + 1]?.at ?? Infinity;
      const conference = moments.find(
        (each) => each.at > at && each.at < until && each.fact.kind === 'initial-conference-held',
      );
      return { began: on, conferenceOn: conference?.on ?? null };
    })
    .filter(({ began }) => isWithin(began, today, 6));
}

/** Child protection plans that stand, or ended in the last six months. */
export const plansOf = ({ story, today }: AnnexChild) =>
  plansTold(story, today).filter(({ to }) => isWithin(to, today, 6));

/** The last period of care, if it goes on or ended in the last six months. */
export function careOf({ story, today }: AnnexChild) {
  const period = story.periods.at(-1);
  if (period === undefined || !isWithin(period.to, today, 6)) return null;
  const moments = counting(story).filter(({ on }) => on >= period.from);
  const ended = moments.findLast(({ fact }) => ENDS_PERIOD.has(fact.kind));
  const until = period.to === null ? moments : moments.slice(0, moments.indexOf(ended!) + 1);
  const status = until.findLast(({ fact }) => STATUS.includes(fact.kind));
  const placement = period.to === null ? placementOn(story, today) : lastPlacement(until);
  return {
    from: startOf(period),
    status: status?.legalStatus ?? null,
    statusFrom: status?.alreadyInCare ? null : (status?.on ?? null),
    lastReview: lastDay(until, ['review-held', 'adoption-review-held']),
    lastSeenByIro: until.findLast(({ fact }) => sawTheChild(fact))?.on ?? null,
    placedOn: placement?.on ?? null,
    placement: placementCode(placement?.fact.attributes.kind),
    to: period.to,
    reason: period.to === null || ended === undefined ? null : reasonCareEnded(ended.fact),
  };
}

const STATUS = ['became-looked-after', 'legal-status-changed'];

const lastPlacement = (moments: readonly Moment[]): Moment | undefined =>
  moments.findLast(({ fact }) => fact.kind === 'placement-started');

/** The day care began; null if it had begun before, nobody knows when. */
const startOf = ({ from, alreadyInCare }: PeriodOfCare): IsoDate | null => (alreadyInCare ? null : from);

/**
 * The way to adoption, of a child who may be placed or is; of one who in the last twelve months was adopted, or for whom
 * adoption was given up.
 */
export function adoptionOf({ story, today }: AnnexChild) {
  const period = story.periods.at(-1);
  const moments = period === undefined ? [] : counting(story).filter(({ on }) => on >= period.from);
  const authorised = moments.findLast(({ fact }) => fact.kind === 'adoption-authorised');
  const ended = lastDay(moments, ['adoption-authority-ended']);
  const placed = lastDay(moments, ['placed-for-adoption']);
  const adopted = lastDay(moments, ['adoption-order-made']);
  if (period === undefined || (authorised === undefined && placed === null)) return null;
  const isOver = adopted ?? period.to ?? (ended !== null && ended >= (authorised?.on ?? '') ? ended : null);
  if (!isWithin(isOver, today, 12)) return null;
  return {
    from: startOf(period),
    orderOn: placementOrderOn(authorised),
    matchedOn: lastDay(moments, ['adoption-matched']),
    placed,
    adopted,
  };
}
