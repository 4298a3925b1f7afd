/** What each IRO carries, and what is to come of it. */
import { caseloadsOf } from '../../../cases/people/caseload';
import type { Context, Unit } from '../../../context';
import { weightOf } from '../../../core/children/caseload';
import { addMonths } from '../../../core/time/dates';
import { siblingsInCare } from '../../../store/people/caseloads';
import { figuresOf } from '../counting';
import { CASELOAD, type Carried } from '../tables/caseload';
import type { ToCome } from '../tables/forecast';
import { type Ahead, type AskedAhead, meetingsAhead, NO_TEAM } from './to-come';

const MONTHS = 3;

/** What each IRO carries, with what is to come of it in three months. */
export function caseload(context: Context, unit: Unit, { group, isOf, withThings }: AskedAhead): Ahead {
  const { today } = context;
  const to = addMonths(today, MONTHS);
  const { iros, left, unallocated } = caseloadsOf(context, unit);
  const soon = meetingsAhead(context, unit, to, isOf);
  const childOf = ({ ref }: ToCome): string => ref.split('/')[0]!;
  const reviewed = new Set(soon.filter(({ what }) => what === 'review').map(childOf));
  const conferences = soon.filter(({ what }) => what === 'conference');
  const chairs = new Map(conferences.map((each) => [childOf(each), each.iro]));
  const withSiblings = siblingsInCare(unit.db);
  const nothing = {
    on: today,
    ...NO_TEAM,
    weight: 0,
    fullTime: 0,
    hasSiblings: false,
    isReviewedSoon: false,
    hasBothHats: false,
    isAbove: false,
  };
  const childItems = (
    children: readonly { id: number; ref: string; legalStatus: string | null }[],
    iro: string,
    name: string | null,
  ): Carried[] =>
    children
      .filter(({ id }) => isOf({ id, iro: name }))
      .map(({ id, ref, legalStatus }) => ({
        ...nothing,
        ...{ ref, kind: 'children', what: 'child', iro },
        weight: weightOf(legalStatus).weight,
        hasSiblings: withSiblings.has(id),
        isReviewedSoon: reviewed.has(ref),
        hasBothHats: name !== null && chairs.get(ref) === name,
      }));
  const all: Carried[] = [
    ...iros.flatMap(({ person: { name }, inCare, fullTime, guidance }) => [
      {
        ...nothing,
        ref: name,
        kind: 'IROs',
        what: 'iro' as const,
        iro: name,
        fullTime,
        isAbove: guidance === 'above',
      },
      ...childItems(inCare, name, name),
    ]),
    ...left.flatMap(({ person: { name }, inCare }) => childItems(inCare, `${name} (has left)`, name)),
    ...childItems(unallocated, 'without an IRO', null),
    ...conferences.map(({ ref, iro }) => ({
      ...nothing,
      ref,
      kind: 'conferences',
      what: 'conference' as const,
      iro: iro ?? 'without a chair',
    })),
  ];
  return { to, tables: [figuresOf(CASELOAD, all, group, withThings)] };
}
