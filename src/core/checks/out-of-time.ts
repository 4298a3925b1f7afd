/** What is done too early to count for a duty, or planned for a day after it is due. Pure. */
import type { Duty } from '../engine/duty';
import { isStillOwed } from '../engine/standing';
import { type Fact, matchesPattern } from '../events/fact';
import { MEETINGS } from '../events/meetings';
import { type IsoDate, longDate } from '../time/dates';

/** Of facts that are to be saved, by the duties as they are before: sentences. */
export function outOfTime(facts: readonly Fact[], duties: readonly Duty[], today: IsoDate): string[] {
  const open = duties.filter((duty) => isStillOwed(duty, today));
  return facts.flatMap((fact) => [...tooEarly(fact, open), ...plannedLate(fact, open)]);
}

function tooEarly(fact: Fact, open: readonly Duty[]): string[] {
  return open.flatMap(({ rule, from, notBefore }) =>
    notBefore !== null &&
    fact.on >= from.on &&
    fact.on < notBefore &&
    rule.metBy.some((pattern) => matchesPattern(fact, pattern))
      ? [`It is too early to count for “${rule.duty}”: not before ${longDate(notBefore)}.`]
      : [],
  );
}

/** The meetings whose own commands say what there is to say of their days. */
export const SAY_IT_THEMSELVES: ReadonlySet<string> = new Set(['review', 'conference']);

function plannedLate({ kind, attributes }: Fact, open: readonly Duty[]): string[] {
  const planned = MEETINGS.find(({ plans }) => plans === kind);
  const meeting = attributes.meeting;
  if (planned === undefined || meeting === undefined || SAY_IT_THEMSELVES.has(planned.what)) return [];
  const due = open
    .filter(({ rule }) => rule.metBy.some((pattern) => planned.heldBy.includes(pattern.kind)))
    .map((duty) => duty.due)
    .sort()[0];
  return due !== undefined && meeting > due ? [`It is due by ${longDate(due)}.`] : [];
}
