/** Child protection conferences that were held in a period, and the plans that stood at its end. */

import { conferencesOf, heldAs } from '../../../core/children/conferences';
import { onPlanSince, PLAN } from '../../../core/children/protection-plans';
import { standable, standingOn } from '../../../core/engine/standing';
import { CONFERENCE_KINDS } from '../../../core/events/fact';
import { CONFERENCE_REPORTS_SHARED } from '../../../core/events/protection/conference';
import { takenIn } from '../../../core/reviews/record';
import { addMonths, type IsoDate } from '../../../core/time/dates';
import { type FigureChild, type Figuring, isWithin } from '../child';
import { type Counted, STOCK, type TableOf } from '../model';
import { every, shareOf, those } from './shares';

export interface ConferenceCounted extends Counted {
  readonly inTime: boolean | null;
  readonly outcome: string;
  readonly notQuorate: boolean;
  readonly childCame: boolean | null;
  readonly parentsSaid: boolean;
  readonly reportsShared: boolean;
}

const CAME: ReadonlySet<string> = new Set(['PN1', 'PN2', 'PN3', 'PN4']);

const hasConferences = ({ moments }: FigureChild['reckoning']['story']): boolean =>
  moments.some(({ fact }) => CONFERENCE_KINDS.has(fact.kind));

/** A child’s conferences that were held in the period. */
export function conferencesHeld(child: FigureChild, figuring: Figuring): ConferenceCounted[] {
  const { story, duties } = child.reckoning;
  if (!hasConferences(story)) return [];
  return conferencesOf(story, figuring.asAt).flatMap((conference) => {
    const sat = heldAs(conference);
    const { heldOn: on, number, moments } = conference;
    if (sat === null || on === null || !isWithin(figuring, on)) return [];
    const met = duties.filter(
      ({ rule, metOn }) => metOn === on && rule.metBy.some(({ kind }) => CONFERENCE_KINDS.has(kind)),
    );
    return [
      {
        ref: child.ref,
        ...{
          on,
          kind: number === 0 ? 'initial conferences' : 'review conferences',
          team: child.team,
          iro: child.iroOn(on),
        },
        inTime:
          met.length === 0 ? null : met.every((duty) => standingOn(standable(duty), figuring.asAt) === 'met'),
        outcome: sat.outcome,
        notQuorate: sat.quorumBecause !== null,
        childCame: sat.code === null ? null : CAME.has(sat.code),
        parentsSaid: sat.parentsSay !== null,
        reportsShared: takenIn({ moments }, CONFERENCE_REPORTS_SHARED).some(({ to }) => to.length > 0),
      },
    ];
  });
}

export const CONFERENCES: TableOf<ConferenceCounted> = {
  id: 'conferences',
  title: 'Child protection conferences',
  by: { head: 'Kind', row: ({ kind }) => kind },
  hasTotal: true,
  columns: [
    every('held', 'Held', 'Conferences that were held in the period, one for each child.'),
    those('in-time', 'In time', 'Those held by their day.', ({ inTime }) => inTime === true),
    shareOf(
      'share-in-time',
      'In time, %',
      'Those held by their day, of those that had one.',
      ({ inTime }) => inTime === true,
      ({ inTime }) => inTime !== null,
    ),
    those(
      'not-quorate',
      'Not quorate',
      'Those held with too few agencies, of which it is said why.',
      ({ notQuorate }) => notQuorate,
    ),
    shareOf(
      'child',
      'Child came, %',
      'Those to which the child came, of those with a code.',
      ({ childCame }) => childCame === true,
      ({ childCame }) => childCame !== null,
    ),
    those(
      'parents',
      'Parents’ say',
      'Those of which it is recorded what the parents say.',
      ({ parentsSaid }) => parentsSaid,
    ),
    those(
      'reports-shared',
      'Reports shared',
      'Those of which it is recorded with whom the reports were shared beforehand.',
      ({ reportsShared }) => reportsShared,
    ),
    those('plan', 'Plan made', 'Initial conferences that made a plan.', ({ outcome }) => outcome === 'plan'),
    those('ended', 'Plan ended', 'Review conferences that ended it.', ({ outcome }) => outcome === 'end'),
  ],
};

export interface PlanStanding extends Counted {
  readonly since: IsoDate;
  readonly last: IsoDate;
  readonly isSecond: boolean;
}

/** A plan whose beginning nobody recorded is known by what only happens within one. */
const TELLS_OF_A_PLAN: ReadonlySet<string> = new Set([PLAN.opens.kind, ...PLAN.within]);

/** True if anything is recorded that happens only to a child who is, or comes, on a plan. */
export const tellsOfAPlan = ({ reckoning: { story } }: FigureChild): boolean =>
  story.moments.some(({ fact }) => TELLS_OF_A_PLAN.has(fact.kind));

/** The child protection plan that a child was on at the end of the period. */
export function plansStanding(child: FigureChild, { to, asAt }: Figuring): PlanStanding[] {
  if (!tellsOfAPlan(child)) return [];
  const { story } = child.reckoning;
  const last = to < asAt ? to : asAt;
  const then = story.moments.filter(({ on }) => on <= last);
  const since = onPlanSince(story, last);
  if (since === null) return [];
  const plans = conferencesOf({ moments: then }, last).filter(
    (each) => each.number === 0 && heldAs(each)?.outcome === 'plan',
  );
  return [
    {
      ref: child.ref,
      ...{ on: last, kind: 'children on a plan', team: child.team, iro: child.iroOn(last) },
      ...{ since, last, isSecond: plans.length > 1 },
    },
  ];
}

const longerThan =
  (months: number) =>
  ({ since, last }: PlanStanding): boolean =>
    addMonths(since, months) < last;

export const PLANS: TableOf<PlanStanding> = {
  id: 'plans',
  title: 'Children on a child protection plan at the end',
  by: { head: '', row: () => 'children' },
  rows: [['children', 'Children']],
  hasTotal: false,
  groups: STOCK,
  columns: [
    every('children', 'Children', 'Children who were on a plan on the last day of the period.'),
    ...[9, 12, 18, 24].map((months) =>
      those<PlanStanding>(
        `over-${months}`,
        `Over ${months} months`,
        `Those of them on it for more than ${months} months.`,
        longerThan(months),
      ),
    ),
    those(
      'second',
      'Second plan',
      'Those of them who had been on another before it.',
      ({ isSecond }) => isSecond,
    ),
  ],
};
