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

/** Every plan of a story up to a day, in order. One ends with what ends it, with a death, and at 18. */
export function protectionPlansOf({ moments }: Pick<Story, 'moments'>, today: IsoDate): PlanSpan[] {
  const plans: PlanSpan[] = [];
  let open: PlanSpan | null = null;
  for (const moment of moments) {
    if (!moment.counts || moment.on > today) continue;
    const { fact, on } = moment;
    if (matchesPattern(fact, PLAN.opens)) open ??= { from: on, first: moment, to: null };
    else if (PLAN.within.includes(fact.kind)) open ??= { from: null, first: moment, to: null };
    if (open !== null && isEnd(moment)) {
      plans.push({ ...open, to: on });
      open = null;
    }
  }
  return open === null ? plans : [...plans, open];
}

const isEnd = ({ fact }: Moment): boolean =>
  fact.kind === EIGHTEENTH_BIRTHDAY ||
  isDeath(fact) ||
  PLAN.closes.some((pattern) => matchesPattern(fact, pattern));
