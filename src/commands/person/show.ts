/** How people are shown: a list with caseloads, and one person. */
import type { Context, Unit } from '../../context';
import { childrenOfIro, managedBy, managersOf, type Person } from '../../store/people';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { count, listed, roleWords } from '../../ui/words';
import { ROLES } from './roles';

interface PersonJson {
  readonly name: string;
  readonly role: string;
  readonly team: string | null;
  readonly email: string | null;
  readonly telephone: string | null;
  readonly active: boolean;
  /** Children in care; null for anyone but an IRO. */
  readonly children: number | null;
  readonly manages: readonly string[];
}

function asJson({ db }: Unit, person: Person): PersonJson {
  const { id, name, role, team, email, telephone, active } = person;
  const children = role === 'iro' ? childrenOfIro(db, id).length : null;
  return { name, role, team, email, telephone, active, children, manages: managedBy(db, id) };
}

/** Prints people by role, IROs first, each IRO with a caseload. */
export async function printPeople(context: Context, unit: Unit, people: readonly Person[]): Promise<void> {
  const shown = people.map((person) => asJson(unit, person)).sort(byRole);
  if (context.flags.json) {
    context.json({ schema: 1, people: shown });
    return;
  }
  if (context.flags.csv) {
    const { toCsv } = await import('../../exchange/csv-out');
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
    person.team ?? '',
    person.active ? caseload(person) : 'has left',
  ]);
  const width = screenWidth(context.io, context.flags);
  context.print(rowLines(rows, [{}, {}, { wraps: true, min: 10 }, {}], width).join('\n'));
}

function byRole(a: PersonJson, b: PersonJson): number {
  return ROLES.indexOf(a.role) - ROLES.indexOf(b.role);
}

function caseload({ children }: PersonJson): string {
  return children === null ? '' : count(children, 'child', 'children');
}

/** Prints one person. */
export function printPerson(context: Context, unit: Unit, person: Person): void {
  const shown = asJson(unit, person);
  if (context.flags.json) {
    context.json({ schema: 1, ...shown });
    return;
  }
  const managers = managersOf(unit.db, person.id);
  const rows = [
    ['Role', roleWords(shown.role)],
    ['Team', shown.team ?? 'not recorded'],
    ['E-mail', shown.email ?? 'not recorded'],
    ['Telephone', shown.telephone ?? 'not recorded'],
    ...(shown.children === null ? [] : [['Children', String(shown.children)]]),
    ...(shown.manages.length === 0 ? [] : [['Manages', listed(shown.manages)]]),
    ...(managers.length === 0 ? [] : [['Managed by', listed(managers)]]),
    ...(shown.active ? [] : [['Left', 'yes: no longer offered']]),
  ];
  const width = screenWidth(context.io, context.flags);
  context.print([shown.name, ...rowLines(rows, [{}, { wraps: true }], width)].join('\n'));
}
