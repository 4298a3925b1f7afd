/** How the people of a unit are shown: a list with caseloads, and one person. */

import { ROLES } from '../../cases/people/roles';
import type { Context, Unit } from '../../context';
import type { IsoDate } from '../../core/time/dates';
import { awayUntil } from '../../core/time/working-week';
import {
  childrenOfIro,
  coveredBy,
  managedBy,
  managersOf,
  type Person,
  personById,
  teamsOf,
} from '../../store/people/people';
import { leaveOf } from '../../store/working-days';
import { inRows } from '../../ui/rows';
import { count, dayIn, listed, roleWords } from '../../ui/words';
import type { Screen, Shown } from '../show';

interface PersonJson {
  readonly name: string;
  readonly role: string;
  readonly team: string | null;
  /** The same, and those that a manager has besides. */
  readonly teams: readonly string[];
  readonly email: string | null;
  readonly telephone: string | null;
  readonly active: boolean;
  /** Children in care; null for anyone but an IRO. */
  readonly children: number | null;
  readonly manages: readonly string[];
  /** Who is told in their absence. */
  readonly cover: string | null;
  /** The last day of the leave that today falls into; null if they are there. */
  readonly awayUntil: IsoDate | null;
}

function asJson({ today }: Context, { db }: Unit, person: Person): PersonJson {
  const { id, name, role, team, email, telephone, active, coverId } = person;
  const children = role === 'iro' ? childrenOfIro(db, id).length : null;
  return {
    ...{ name, role, team, email, telephone, active, children },
    teams: teamsOf(db, person),
    manages: managedBy(db, id),
    cover: coverId === null ? null : (personById(db, coverId)?.name ?? null),
    awayUntil: awayUntil(today, leaveOf(db, id)),
  };
}

/** People by role, IROs first, each IRO with a caseload. */
export function peopleShown(context: Context, unit: Unit, people: readonly Person[]): Shown {
  const shown = people.map((person) => asJson(context, unit, person)).sort(byRole);
  return {
    json: () => ({ people: shown }),
    csv: () => [
      ['name', 'role', 'team', 'email', 'telephone', 'active', 'children'],
      ...shown.map(({ name, role, team, email, telephone, active, children }) =>
        [name, role, team, email, telephone, active ? 'yes' : 'no', children].map((cell) =>
          String(cell ?? ''),
        ),
      ),
    ],
    screen: () => listScreen(shown, context.today),
  };
}

function listScreen(shown: readonly PersonJson[], today: IsoDate): Screen {
  if (shown.length === 0) {
    const none = 'Nobody is recorded yet. To add someone: irotool person add --name NAME --role iro';
    return { parts: [], said: [none] };
  }
  const rows = shown.map((person) => [
    person.name,
    roleWords(person.role),
    listed(person.teams),
    person.active ? here(person, today) : 'has left',
  ]);
  return [inRows(rows, [{}, {}, { wraps: true, min: 10 }, {}])];
}

function byRole(a: PersonJson, b: PersonJson): number {
  return ROLES.indexOf(a.role) - ROLES.indexOf(b.role);
}

/** `12 children, away to Fri 10 Apr`. */
function here({ children, awayUntil }: PersonJson, today: IsoDate): string {
  const parts = [
    ...(children === null ? [] : [count(children, 'child', 'children')]),
    ...(awayUntil === null ? [] : [`away to ${dayIn(awayUntil, today)}`]),
  ];
  return parts.join(', ');
}

/** One person. */
export function personShown(context: Context, unit: Unit, person: Person): Shown {
  const shown = asJson(context, unit, person);
  const managers = managersOf(unit.db, person.id);
  const covers = coveredBy(unit.db, person.id).map(({ name }) => name);
  const rows = [
    ['Role', roleWords(shown.role)],
    [shown.teams.length > 1 ? 'Teams' : 'Team', listed(shown.teams) || 'not recorded'],
    ['E-mail', shown.email ?? 'not recorded'],
    ['Telephone', shown.telephone ?? 'not recorded'],
    ...(shown.children === null ? [] : [['Children', String(shown.children)]]),
    ...(shown.manages.length === 0 ? [] : [['Manages', listed(shown.manages)]]),
    ...(managers.length === 0 ? [] : [['Managed by', listed(managers)]]),
    ...(shown.cover === null ? [] : [['Cover', `${shown.cover}, who is told in their absence`]]),
    ...(covers.length === 0 ? [] : [['Covers for', listed(covers)]]),
    ...(shown.awayUntil === null ? [] : [['Away', `to ${dayIn(shown.awayUntil, context.today)}`]]),
    ...(shown.active ? [] : [['Left', 'yes: no longer offered']]),
  ];
  return { json: () => shown, screen: () => [shown.name, inRows(rows, [{}, { wraps: true }])] };
}
