/**
 * `due`: what is overdue and what falls due. One index scan; the path that must be quick.
 */

import { type DueList, type Window, wholeAction } from '../../cases/due';
import { childNamed, personNamed, teamNamed } from '../../cases/find';
import { TOLD } from '../../cases/people/roles';
import type { Context, Unit } from '../../context';
import { SAY_WHAT_HAPPENED } from '../../core/engine/actions';
import { ASKED } from '../../core/engine/asked';
import { actionJson, deadlineOn } from '../../core/engine/standing';
import { addDays, addMonths, daysBetween, type IsoDate, LATEST, plainDate } from '../../core/time/dates';
import { didYouMean, EXIT, type ExitCode, UsageError } from '../../errors';
import { printList } from '../../screens/due/list';
import { meetingJson, toPlanJson } from '../../screens/due/planned';
import { printRows } from '../../screens/due/rows';
import { childrenWithLaterFacts, type ListedFor } from '../../store/agenda/afresh';
import { withoutIro, withoutManager, withoutTeam } from '../../store/agenda/managed';
import { meetingsBetween, reviewsToPlan } from '../../store/agenda/planned';
import { type AgendaFilter, hasDeaths, openActions, openDuties } from '../../store/agenda/read';
import { nobodysWords, withoutIroWords, withoutTeamWords } from '../../ui/unplaced-words';

export interface DueOptions {
  readonly week?: true;
  readonly days?: string;
  readonly month?: true;
  readonly from?: string;
  readonly to?: string;
  readonly overdue?: true;
  readonly iro?: string;
  readonly team?: string;
  readonly who?: string;
  readonly child?: string;
  readonly limit?: string;
  readonly failIfOverdue?: true;
}

/** Runs `due`. */
export async function due(
  context: Context,
  _args: readonly [],
  options: DueOptions,
): Promise<ExitCode | undefined> {
  const window = windowOf(context, options);
  const limit = wholeNumber(options.limit, '--limit');
  const unit = await context.open();
  const list = gather(context, unit, window, options, limit);
  if (context.flags.json) context.json(toJson(context, unit, list));
  else if (context.flags.csv) await printRows(context, unit, list);
  else await printList(context, unit, list, limit);
  return options.failIfOverdue && list.answer.overdue > 0 ? EXIT.overdueFound : undefined;
}

function gather(
  context: Context,
  unit: Unit,
  window: Window,
  options: DueOptions,
  limit: number | undefined,
): DueList {
  const { today } = context;
  const asked = filterOf(unit, options);
  const { db, engine } = unit;
  const filter = { ...asked, today, later: childrenWithLaterFacts(db, engine, { ...asked, today }) };
  // Before the first day there is nothing to be due but what is overdue.
  const to = window.overdueOnly ? addDays(today, -1) : window.to;
  const whole = Boolean(context.flags.json || context.flags.csv);
  // The data has everything; in the list what is owed of a child who died stands apart.
  const isApart = !whole && hasDeaths(db);
  const died = isApart ? false : undefined;
  const asks = { ...filter, from: window.from, to, whole };
  const answer = openDuties(db, engine, { ...asks, limit, died });
  const actions = window.overdueOnly ? [] : openActions(db, engine, { ...filter, died });
  const afterDeath = isApart
    ? {
        duties: openDuties(db, engine, { ...asks, died: true }).duties,
        actions: window.overdueOnly ? [] : openActions(db, engine, { ...filter, died: true }),
      }
    : { duties: [], actions: [] };
  const { who } = options;
  const showsMeetings = !window.overdueOnly && window.from <= today && (who === undefined || MEET.has(who));
  const meetings = showsMeetings ? meetingsBetween(db, { ...filter, from: today, to: today }) : [];
  // Planning is the unit's.
  const toPlan =
    who === undefined || who === 'unit'
      ? reviewsToPlan(db, engine, { ...filter, from: window.from, to })
      : [];
  const unplaced = unplacedIn(unit, options);
  return { window, answer, actions, afterDeath, meetings, toPlan, unplaced, whose: asked };
}

/** What a list by team or by IRO leaves out; of everyone, those whom no manager is told of. */
function unplacedIn({ db }: Unit, { child, iro, team, who }: DueOptions): string[] {
  if (child !== undefined) return [];
  if (iro === undefined && team === undefined) {
    if (who !== undefined) return [];
    const noManager = withoutManager(db, TOLD);
    return noManager.length > 0 ? [nobodysWords(noManager)] : [];
  }
  const noTeam = team === undefined ? [] : withoutTeam(db);
  const noIro = iro === undefined ? [] : withoutIro(db);
  return [
    ...(noTeam.length === 0 ? [] : [withoutTeamWords(noTeam)]),
    ...(noIro.length === 0 ? [] : [withoutIroWords(noIro)]),
  ];
}

/** Whose list has the day's meetings, where it is of one role. */
const MEET: ReadonlySet<string> = new Set(['unit', 'iro']);

function windowOf(context: Context, options: DueOptions): Window {
  const { today } = context;
  const days = wholeNumber(options.days, '--days');
  const given = [options.week, options.days, options.month, options.from ?? options.to].filter(Boolean);
  if (given.length > 1) {
    throw new UsageError('Only one of --week, --days, --month and --from … --to.', 'irotool due --week');
  }
  const overdueOnly = options.overdue === true;
  if (options.from !== undefined || options.to !== undefined) {
    const from = options.from === undefined ? today : context.date(options.from, '--from');
    const to = options.to === undefined ? ahead(from, 6) : context.date(options.to, '--to');
    if (to < from) {
      throw new UsageError(
        `--to (${plainDate(to)}) is before --from (${plainDate(from)}).`,
        `If they are the wrong way round: --from ${to} --to ${from}`,
      );
    }
    return { from, to, called: '', overdueOnly };
  }
  if (options.month)
    return { from: today, to: addDays(addMonths(today, 1), -1), called: 'in the month ahead', overdueOnly };
  if (days !== undefined) {
    return {
      from: today,
      to: ahead(today, days - 1),
      called: days === 1 ? 'today' : `in ${days} days`,
      overdueOnly,
    };
  }
  return { from: today, to: addDays(today, 6), called: 'this week', overdueOnly };
}

/** Days later, as far as dates go. */
function ahead(from: IsoDate, days: number): IsoDate {
  return daysBetween(from, LATEST) < days ? LATEST : addDays(from, days);
}

function wholeNumber(text: string | undefined, flag: string): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 100_000) return number;
  throw new UsageError(`${flag} takes a whole number from 1, not "${text}".`);
}

function filterOf(unit: Unit, options: DueOptions): AgendaFilter {
  const { db, engine } = unit;
  const roles = new Set<string>(
    options.who === undefined ? [] : Array.from(engine.briefs.values(), ({ who }) => who),
  );
  if (options.who !== undefined && !roles.has(options.who)) {
    throw new UsageError(
      `--who is one of ${[...roles].sort().join(', ')}; not "${options.who}".${didYouMean(options.who, roles)}`,
    );
  }
  return {
    childId: options.child === undefined ? undefined : childNamed(db, options.child).id,
    iroId: options.iro === undefined ? undefined : personNamed(db, options.iro, 'iro', 'IRO').id,
    teamId: options.team === undefined ? undefined : teamNamed(db, options.team).id,
    rules: options.who === undefined ? undefined : rulesOf(unit, options.who),
  };
}

function rulesOf(unit: Unit, who: string): Set<string> {
  const ids = [...unit.engine.briefs.values()].filter((rule) => rule.who === who).map((rule) => rule.id);
  const asked = Object.keys(ASKED).filter((id) => ASKED[id]!.who === who);
  return new Set([...ids, ...asked, ...(who === 'unit' ? [SAY_WHAT_HAPPENED] : [])]);
}

function toJson(context: Context, unit: Unit, list: DueList): unknown {
  const { today } = context;
  const { statutory } = unit.engine.calendars;
  const named = ({ ref, name }: ListedFor) => ({ ref, name });
  return {
    schema: 1,
    today,
    from: list.window.from,
    to: list.window.to,
    deadlines: list.answer.duties.map(({ child, whole }) => ({
      child: named(child),
      ...deadlineOn(whole(), today, statutory),
      iro: child.iro,
    })),
    actions: list.actions.map((open) => ({
      ...actionJson(wholeAction(unit, open)),
      child: named(open.child),
    })),
    meetings: list.meetings.map(meetingJson),
    toPlan: list.toPlan.map((row) => toPlanJson(context, unit, row)),
  };
}
