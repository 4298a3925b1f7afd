/**
 * Runs scenarios: their whole timetable, and how it differs from what they expect.
 */

import type { Calendars } from '../core/engine/duty';
import { type ActionJson, actionJson, type DeadlineJson, deadlineOn, isAsked } from '../core/engine/standing';
import { timetable } from '../core/engine/timetable';
import type { IsoDate } from '../core/time/dates';
import { UserError } from '../errors';
import type { Expected, Scenario } from './scenarios';

export interface ScenarioTimetable {
  readonly deadlines: readonly DeadlineJson[];
  readonly actions: readonly ActionJson[];
  readonly notes: readonly string[];
}

/** The whole timetable of a scenario on its day. A UserError where a date would leave 1900 to 2199. */
export function timetableOf(scenario: Scenario, today: IsoDate, calendars: Calendars): ScenarioTimetable {
  const facts = scenario.facts.filter((fact) => fact.on <= today);
  try {
    const { duties, actions, story } = timetable(facts, scenario.pack.rules, calendars, scenario);
    return {
      deadlines: duties.map((duty) => deadlineOn(duty, today, calendars.statutory)),
      actions: actions.filter((action) => isAsked(action, today)).map(actionJson),
      notes: story.notes,
    };
  } catch (error) {
    if (error instanceof RangeError) throw new UserError('a date would fall outside 1900 to 2199', '');
    throw error;
  }
}

/** The ids of the rules that a scenario says something of. */
export function rulesNamedBy({ expect, none, actions }: Scenario): Set<string> {
  return new Set([...expect.map((line) => line.rule), ...none, ...(actions ?? [])]);
}

export interface ScenarioResult {
  readonly scenario: Scenario;
  /** What differs, in words; empty if the scenario passed. */
  readonly differences: readonly string[];
  /** Facts of it that did nothing, and why: often the reason for a difference. */
  readonly notes: readonly string[];
}

/** Runs a scenario. A scenario without a today fails: a test must not depend on the clock. */
export function runScenario(scenario: Scenario, calendars: Calendars): ScenarioResult {
  const { expect, none, actions } = scenario;
  if (expect.length === 0 && none.length === 0 && actions === null) {
    return { scenario, differences: ['it expects nothing, so it could never fail'], notes: [] };
  }
  if (scenario.today === null) return { scenario, differences: ['it gives no "today"'], notes: [] };
  let found: ScenarioTimetable;
  try {
    found = timetableOf(scenario, scenario.today, calendars);
  } catch (error) {
    if (error instanceof UserError) return { scenario, differences: [error.message], notes: [] };
    throw error;
  }
  return { scenario, differences: differencesOf(scenario, found), notes: found.notes };
}

function differencesOf(scenario: Scenario, { deadlines, actions }: ScenarioTimetable): string[] {
  const differences: string[] = [];
  const named = new Set(scenario.expect.map((expected) => expected.rule));
  const found = deadlines.filter((deadline) => named.has(deadline.rule)).map(expectedLine);
  const wanted = scenario.expect.map(expectedLine);
  for (const line of without(wanted, found)) differences.push(`expected  ${line}`);
  for (const line of without(found, wanted)) differences.push(`found     ${line}`);
  const actionIds = actions.map((action) => action.action);
  for (const id of scenario.none) {
    for (const deadline of deadlines) {
      if (deadline.rule === id) differences.push(`expected no ${id}, found ${expectedLine(deadline)}`);
    }
    if (actionIds.includes(id)) differences.push(`expected no ${id}, found an action`);
  }
  if (scenario.actions !== null) {
    const { actions: expected } = scenario;
    // Like `expect`, the whole list for every id it names; an empty list says that there is none.
    const found = actionIds.filter((id) => expected.length === 0 || expected.includes(id));
    for (const id of without(expected, found)) differences.push(`expected the action ${id}`);
    for (const id of without(found, expected)) differences.push(`found the action ${id}`);
  }
  return differences;
}

function expectedLine(line: Expected): string {
  const flags = (['compressed', 'provisional', 'eased'] as const)
    .map((flag) => (line[flag] ? ` ${flag}` : ''))
    .join('');
  return `${line.rule} due ${line.due} ${line.standing}${flags}`;
}

/** The members of `a` that are not in `b`, counting repeats. */
function without(a: readonly string[], b: readonly string[]): string[] {
  const left = [...b];
  return a.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
