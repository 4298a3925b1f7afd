/** What `due` shows, read from the agenda. */

import type { Context, Unit } from '../context';
import { SAY_WHAT_HAPPENED } from '../core/engine/actions';
import { ASKED } from '../core/engine/asked';
import { addDays } from '../core/time/dates';
import { didYouMean, UsageError } from '../errors';
import { childrenWithLaterFacts } from '../store/agenda/afresh';
import { withoutIro, withoutManager, withoutTeam } from '../store/agenda/managed';
import { meetingsBetween, meetingsToPlan } from '../store/agenda/planned';
import { type AgendaFilter, hasDeaths, openActions, openDuties } from '../store/agenda/read';
import { nobodysWords, withoutIroWords, withoutTeamWords } from '../ui/unplaced-words';
import { listed, roleWords } from '../ui/words';
import type { DueList, Window } from './due';
import { personNamed, subjectNamed, teamNamed, toShow } from './find';
import { roleOwing } from './people/role-words';
import { TOLD } from './people/roles';

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

export function gather(
  context: Context,
  unit: Unit,
  window: Window,
  typed: DueOptions,
  limit: number | undefined,
): DueList {
  const { today } = context;
  const options = typed.who === undefined ? typed : { ...typed, who: whoTyped(unit, typed.who) };
  const { asked, whoseWords } = filterOf(context, unit, options);
  const { db, engine } = unit;
  const filter = { ...asked, today, later: childrenWithLaterFacts(db, engine, { ...asked, today }) };
  // Before the first day there is nothing to be due but what is overdue.
  const to = window.overdueOnly ? addDays(today, -1) : window.to;
  const whole = Boolean(context.flags.json || context.flags.csv);
  // The data has everything; in the list what is owed of a child who died stands apart, and what will be over by its day is not.
  const isApart = !whole && hasDeaths(db);
  const died = isApart ? false : undefined;
  const asks = { ...filter, from: window.from, to, whole, evenOver: whole };
  const answer = openDuties(db, engine, { ...asks, limit, died });
  const actions = window.overdueOnly ? [] : openActions(db, engine, { ...filter, died });
  const afterDeath = isApart
    ? {
        duties: openDuties(db, engine, { ...asks, died: true }).duties,
        actions: window.overdueOnly ? [] : openActions(db, engine, { ...filter, died: true }),
      }
    : { duties: [], actions: [] };
  const { who } = options;
  const showsMeetings = !window.overdueOnly && (who === undefined || MEET.has(who));
  const from = window.from < today ? today : window.from;
  const planned = showsMeetings ? meetingsBetween(db, { ...filter, from, to }) : [];
  const ahead = planned.findIndex(({ day }) => day > today);
  const meetings = ahead < 0 ? planned : planned.slice(0, ahead);
  // Planning is the unit's.
  const toPlan =
    who === undefined || who === 'unit'
      ? meetingsToPlan(db, engine, { ...filter, from: window.from, to })
      : [];
  const unplaced = unplacedIn(unit, options);
  return {
    ...{ window, answer, actions, afterDeath, toPlan, unplaced, whose: asked, whoseWords },
    ...{ meetings, ahead: ahead < 0 ? [] : planned.slice(ahead) },
  };
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

/** Whose list has the day's meetings, if it is of one role. */
const MEET: ReadonlySet<string> = new Set(['unit', 'iro']);

function filterOf(
  context: Context,
  unit: Unit,
  options: DueOptions,
): { asked: AgendaFilter; whoseWords: string } {
  const { db } = unit;
  const naming = toShow(context, db);
  const child = options.child === undefined ? undefined : subjectNamed(db, options.child);
  const iro = options.iro === undefined ? undefined : personNamed(naming, options.iro, 'iro', 'IRO');
  const team = options.team === undefined ? undefined : teamNamed(naming, options.team);
  const { who } = options;
  const said = [child?.ref, iro?.name, team && `the team ${team.name}`, who && `the ${roleWords(who)}`];
  return {
    asked: {
      childId: child?.id,
      iroId: iro?.id,
      teamId: team?.id,
      rules: who === undefined ? undefined : rulesOf(unit, who),
    },
    whoseWords: listed(said.filter((each) => each !== undefined)),
  };
}

/** Whose list it is to be: a role that owes something by the pack, as it is called or in words. */
function whoTyped(unit: Unit, typed: string): string {
  const roles = new Set<string>(Array.from(unit.engine.briefs.values(), ({ who }) => who));
  if (roles.has(typed)) return typed;
  const found = roleOwing(roles, typed, unit.pack.called ?? {});
  if (found !== undefined) return found;
  throw new UsageError(
    `--who is one of ${[...roles].sort().join(', ')}; not "${typed}".${didYouMean(typed, roles)}`,
  );
}

function rulesOf(unit: Unit, who: string): Set<string> {
  const ids = [...unit.engine.briefs.values()].filter((rule) => rule.who === who).map((rule) => rule.id);
  const asked = Object.keys(ASKED).filter((id) => ASKED[id]!.who === who);
  return new Set([...ids, ...asked, ...(who === 'unit' ? [SAY_WHAT_HAPPENED] : [])]);
}
