/** The child protection plans that a chronology tells of, one after the other. Pure. */
import { EIGHTEENTH_BIRTHDAY, type Moment, type Story } from '../engine/moment';
import { isDeath } from '../events/death';
import { matchesPattern } from '../events/fact';
import type { IsoDate } from '../time/dates';
import { matterOpenedBy } from './open-matter';

/** What opens a plan, what closes it, and what only happens within one. */
export const PLAN = matterOpenedBy('initial-conference-held');

/** One plan, from the conference that made it to its end. */
export interface PlanSpan {
  /** Null if its beginning was never recorded. */
  readonly from: IsoDate | null;
  /** The first that is known of it. */
  readonly first: Moment;
  /** What ended it; null while it goes on. */
  readonly last: Moment | null;
  /** The day of that. */
  readonly to: IsoDate | null;
}

type Told = Pick<Story, 'moments'>;

/** Every plan of a story up to a day, in order. One ends with what ends it, with a death, and at 18: after these there is none. */
export const protectionPlansOf = ({ moments }: Told, today: IsoDate): PlanSpan[] =>
  spansIn(moments.filter(({ on }) => on <= today));

/** The moment from which a plan is known at a place in the story; null if there is none, or it has ended. */
export function protectionPlanAt({ moments }: Told, at: number): Moment | null {
  const plan = spansIn(moments.filter((moment) => moment.at < at)).at(-1);
  return plan?.last === null ? plan.first : null;
}

/** The day from which a child who is on a plan on a day is, or is known to be; null for any other. */
export function onPlanSince(story: Told, on: IsoDate): IsoDate | null {
  const plan = protectionPlansOf(story, on).at(-1);
  return plan?.last === null ? plan.first.on : null;
}

function spansIn(moments: readonly Moment[]): PlanSpan[] {
  const plans: PlanSpan[] = [];
  let open: PlanSpan | null = null;
  for (const moment of moments) {
    if (!moment.counts) continue;
    const { fact, on } = moment;
    const isOver = fact.kind === EIGHTEENTH_BIRTHDAY || isDeath(fact);
    if (matchesPattern(fact, PLAN.opens)) open ??= { from: on, first: moment, last: null, to: null };
    // One whose beginning was never recorded is known by the first that is heard of it.
    else if (PLAN.within.includes(fact.kind)) open ??= { from: null, first: moment, last: null, to: null };
    if (open !== null && (isOver || PLAN.closes.some((pattern) => matchesPattern(fact, pattern)))) {
      plans.push({ ...open, last: moment, to: on });
      open = null;
    }
    if (isOver) break;
  }
  return open === null ? plans : [...plans, open];
}
