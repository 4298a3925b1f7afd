/** How the people of a unit are shown: a list with caseloads, and one person. */

import { ROLES } from '../cases/people/roles';
import type { Context, Unit } from '../context';
import type { IsoDate } from '../core/time/dates';
import { awayUntil } from '../core/time/working-week';
import {
  childrenOfIro,
  coveredBy,
  managedBy,
  managersOf,
  type Person,
  personById,
  teamsOf,
} from '../store/people/people';
import { leaveOf } from '../store/working-days';
import { inRows } from '../ui/rows';
import { count, dayIn, listed, roleWords } from '../ui/words';
import { printRows, printScreen } from './show';

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

/** Prints people by role, IROs first, each IRO with a caseload. */
export async function printPeople(context: Context, unit: Unit, people: readonly Person[]): Promise<void> {
  const shown = people.map((person) => asJson(context, unit, person)).sort(byRole);
  if (context.flags.json) {
    context.json({ schema: 1, people: shown });
    return;
  }
  if (context.flags.csv) {
    const { toCsv } = await import('../exchange/csv-out');
    const heading = ['name', 'role', 'team', 'email', 'telephone', 'active', 'children'];
    const rows = shown.map(({ name, role, team, email, telephone, active, children }) =>
      [name, role, team, email, telephone, active ? 'yes' : 'no', children].map((cell) => String(cell ?? '')),
    );
    context.io.stdout.write(toCsv([heading, ...rows]));
    return;
  }
  if (shown.length === 0) {
    context.say('Nobody is recorded yet. To add someone: irotool person add --name NAME --role iro');
    return;
  }
  const rows = shown.map((person) => [
    person.name,
    roleWords(person.role),
    listed(person.teams),
    person.active ? here(person, context.today) : 'has left',
  ]);
  printRows(context, rows, [{}, {}, { wraps: true, min: 10 }, {}]);
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

/** Prints one person. */
export function printPerson(context: Context, unit: Unit, person: Person): void {
  const shown = asJson(context, unit, person);
  if (context.flags.json) {
    context.json({ schema: 1, ...shown });
    return;
  }
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
  printScreen(context, [shown.name, inRows(rows, [{}, { wraps: true }])]);
}
