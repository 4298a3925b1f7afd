/** What the IROs carried at the end of each month of a period: children in care with the IRO of that day, and plans. */

import { CASELOAD_GUIDANCE } from '../../../core/children/caseload';
import { averageFte } from '../../../core/posts';
import { addDays, addMonths, type IsoDate, isoDate } from '../../../core/time/dates';
import { type FigureChild, type Figuring, isInCareOn, ordinaryCareOf } from '../child';
import { type Counted, STOCK, type TableOf } from '../model';
import { monthWith } from '../period';
import { plansStanding, tellsOfAPlan } from './conferences';
import { amountOf, those } from './shares';

/** A child at the end of a month. */
export interface AtMonthEnd extends Counted {
  readonly what: 'in care' | 'plan';
  /** The full-time equivalents of IROs on average in the month that ends; null if they are not known. */
  readonly fte: number | null;
}

interface MonthEnd {
  readonly on: IsoDate;
  readonly fte: number | null;
}

/** Every child of a unit asks for the same. */
const known = new WeakMap<Figuring, readonly MonthEnd[]>();

function monthEnds(figuring: Figuring): readonly MonthEnd[] {
  const ends = known.get(figuring) ?? readMonthEnds(figuring);
  known.set(figuring, ends);
  return ends;
}

/** The last day of each month of the period that has come. */
function readMonthEnds({ from, to, asAt, posts = [] }: Figuring): MonthEnd[] {
  const last = to < asAt ? to : asAt;
  const ends: MonthEnd[] = [];
  let first = isoDate(`${monthWith(from)}-01`);
  for (; ; first = addMonths(first, 1)) {
    const end = addDays(addMonths(first, 1), -1);
    if (end > last) return ends;
    ends.push({ on: end, fte: averageFte(posts, 'iro', { from: first, to: end }) });
  }
}

/** The ends of months on which a child was in care, and those on which the child was on a plan. */
export function atMonthEnds(child: FigureChild, figuring: Figuring): AtMonthEnd[] {
  const mayHavePlan = tellsOfAPlan(child);
  const care = ordinaryCareOf(child.reckoning.story);
  return monthEnds(figuring).flatMap(({ on, fte }) => {
    const of = { ref: child.ref, on, kind: 'children', team: child.team, fte };
    const plans = mayHavePlan ? plansStanding(child, { ...figuring, to: on }) : [];
    return [
      ...(care.some((each) => isInCareOn(each, on))
        ? [{ ...of, what: 'in care' as const, iro: child.iroOn(on) }]
        : []),
      ...plans.map(({ iro }) => ({ ...of, what: 'plan' as const, iro })),
    ];
  });
}

const isCare = ({ what }: AtMonthEnd): boolean => what === 'in care';

/** How many children each IRO had. */
function loadsOf(all: readonly AtMonthEnd[]): number[] {
  const loads = new Map<string, number>();
  for (const one of all)
    if (isCare(one) && one.iro !== null) loads.set(one.iro, (loads.get(one.iro) ?? 0) + 1);
  return [...loads.values()];
}

export const MONTH_BY_MONTH: TableOf<AtMonthEnd> = {
  id: 'month-ends',
  title: 'Caseload at the end of each month',
  by: { head: 'Month', row: ({ on }) => monthWith(on), group: 'month' },
  hasTotal: false,
  groups: STOCK,
  compares: 'none',
  alike: ({ on, what, iro }) => `${on} ${what} ${iro}`,
  columns: [
    those(
      'in-care',
      'In care',
      'Children in care on the last day of the month, without those on short breaks.',
      isCare,
    ),
    those(
      'plans',
      'On a plan',
      'Children on a child protection plan on that day.',
      ({ what }) => what === 'plan',
    ),
    amountOf(
      'iros',
      'IROs',
      'IROs who had a child in care on that day, whatever their hours.',
      isCare,
      (all) => loadsOf(all).length,
    ),
    amountOf(
      'fte',
      'FTE',
      'Full-time equivalents of the posts of IROs, vacant or not, on average over the days of the month (settings team); a blank unless they are known of each day.',
      () => false,
      (all) => all[0]?.fte ?? null,
    ),
    amountOf(
      'average',
      'Average',
      'Children in care who had an IRO, for each of those IROs.',
      isCare,
      (all) => {
        const loads = loadsOf(all);
        const sum = loads.reduce((total, load) => total + load, 0);
        return loads.length === 0 ? null : Math.round((sum / loads.length) * 10) / 10;
      },
    ),
    amountOf('highest', 'Highest', 'The most children that any of them had.', isCare, (all) => {
      const loads = loadsOf(all);
      return loads.length === 0 ? null : Math.max(...loads);
    }),
    amountOf(
      'above',
      `Above ${CASELOAD_GUIDANCE.to}`,
      `IROs who had more than ${CASELOAD_GUIDANCE.to}, the most that the guidance asks of one in full time (unverified).`,
      isCare,
      (all) => loadsOf(all).filter((load) => load > CASELOAD_GUIDANCE.to).length,
    ),
  ],
};
