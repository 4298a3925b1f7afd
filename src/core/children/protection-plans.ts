/** The child protection plans that a chronology tells of, one after the other. Pure. */
import { EIGHTEENTH_BIRTHDAY, type Moment, type Story } from '../engine/moment';
import { isDeath } from '../events/death';
import { matchesPattern } from '../events/fact';
import type { IsoDate } from '../time/dates';
import { PLAN } from './protection-plan';

/** One plan, from the conference that made it to its end. */
export interface PlanSpan {
  /** Null if its beginning was never recorded. */
  readonly from: IsoDate | null;
  /** The first that is known of it. */
  readonly first: Moment;
  /** Null while it goes on. */
  readonly to: IsoDate | null;
}

/** Every plan of a story up to a day, in order. One ends with what ends it, with a death, and at 18: after these there is none. */
export function protectionPlansOf({ moments }: Pick<Story, 'moments'>, today: IsoDate): PlanSpan[] {
  const plans: PlanSpan[] = [];
  let open: PlanSpan | null = null;
  for (const moment of moments) {
    if (!moment.counts || moment.on > today) continue;
    const { fact, on } = moment;
    const isOver = fact.kind === EIGHTEENTH_BIRTHDAY || isDeath(fact);
    if (matchesPattern(fact, PLAN.opens)) open ??= { from: on, first: moment, to: null };
    else if (PLAN.within.includes(fact.kind)) open ??= { from: null, first: moment, to: null };
    if (open !== null && (isOver || PLAN.closes.some((pattern) => matchesPattern(fact, pattern)))) {
      plans.push({ ...open, to: on });
      open = null;
    }
    if (isOver) break;
  }
  return open === null ? plans : [...plans, open];
}

/** The day from which a child who is on a plan on a day is, or is known to be; null for any other. */
export function onPlanSince(story: Pick<Story, 'moments'>, on: IsoDate): IsoDate | null {
  const last = protectionPlansOf(story, on).at(-1);
  return last?.to === null ? last.first.on : null;
}
