/** What may be said of the people of a unit, and what is worth saying when one leaves. */
import { UsageError, UserError } from '../../errors';
import { childrenOfIro, findPeople, type Person, teamCalled } from '../../store/people/people';
import type { Db } from '../../store/sqlite';
import { quotedName } from '../../ui/as-typed';
import { count, roleWords } from '../../ui/words';
import { personNamed } from '../find';
import type { Naming } from './naming';
import { MANAGING } from './roles';
import { isColleague } from './the-person';

/** Refuses a second person of one name and role, unless it is the one of that number. */
export function refuseTwin(db: Db, name: string, role: string, but?: number): void {
  const twin = findPeople(db, name, role).find((person) => person.id !== but);
  if (!twin) return;
  const one = roleWords(role) === 'IRO' ? 'an IRO' : `a ${roleWords(role)}`;
  if (isColleague(twin)) {
    throw new UserError(
      `There is already ${one} called "${twin.name}".`,
      `To see them: irotool person show ${quotedName(twin.name)} --role ${role}. For a second one, add a middle name, and --new.`,
    );
  }
  throw new UserError(
    `There is already ${one} of that name, number ${twin.id}.`,
    'For a second one, add a middle name, or add them to a child: irotool child link REF NAME',
  );
}

/** The IROs whom someone is said to manage. */
export function managed(naming: Naming, role: string, names: readonly string[] | undefined): Person[] {
  if (names === undefined) return [];
  if (!MANAGING.includes(role)) {
    throw new UsageError(
      `--manages is for a ${MANAGING.map(roleWords).join(', ')}; not for ${roleWords(role)}.`,
    );
  }
  return names.map((name) => personNamed(naming, name, 'iro', 'IRO'));
}

export function unknownTeams(db: Db, teams: readonly string[] = []): string[] {
  return teams.filter((team) => !teamCalled(db, team));
}

/** The children an IRO leaves, and how each is given another. */
export function leftBehind(db: Db, { id, name, role }: Person): string[] {
  if (role !== 'iro') return [];
  const refs = childrenOfIro(db, id);
  if (refs.length === 0) return [];
  const some = refs.slice(0, 5).join(', ');
  return [
    `${name} is still the IRO of ${count(refs.length, 'child', 'children')} (${some}${refs.length > 5 ? ' …' : ''}).`,
    `To give each another: irotool iro change ${refs[0]} NAME --reason "…"`,
  ];
}
