/**
 * A course of a child's life beside the reviews (adoption, secure accommodation, remand, a pathway plan), as data: what
 * is recorded of it, and what is owed.
 */
import type { Unit } from '../context';
import {
  type ActionJson,
  actionJson,
  type DeadlineJson,
  deadlineOn,
  isAsked,
  isOverByItsDay,
} from '../core/engine/standing';
import type { EventSpec } from '../core/events/event';
import type { Fact } from '../core/events/fact';
import type { Rule } from '../core/rules/rule';
import type { IsoDate } from '../core/time/dates';
import type { Reckoning } from '../store/agenda/reckoning';

export interface Course {
  /** Oldest first. */
  readonly recorded: readonly Fact[];
  readonly deadlines: readonly DeadlineJson[];
  readonly actions: readonly ActionJson[];
}

/** What is recorded of these events, and what is owed by the rules that they meet. `also`: rules of other events. */
export function courseOf(
  { engine }: Pick<Unit, 'engine'>,
  { story, duties, actions }: Reckoning,
  events: readonly EventSpec[],
  today: IsoDate,
  also: readonly string[] = [],
): Course {
  const kinds = new Set(events.map(({ kind }) => kind));
  const isOf = ({ metBy }: Pick<Rule, 'metBy'>): boolean =>
    metBy.some(({ kind }) => kinds.has(kind) || also.includes(kind));
  const ids = new Set(engine.rules.filter(isOf).map(({ id }) => id));
  return {
    recorded: story.moments.flatMap(({ counts, fact }) => (counts && kinds.has(fact.kind) ? [fact] : [])),
    deadlines: duties
      .filter((duty) => isOf(duty.rule) && !(duty.metOn === null && isOverByItsDay(duty)))
      .map((duty) => deadlineOn(duty, today, engine.calendars.statutory)),
    actions: actions.filter((action) => ids.has(action.id) && isAsked(action, today)).map(actionJson),
  };
}
