/** Colleagues and teams that were recorded a second time under almost the same name. */

import { firstTwice } from '../core/names/closeness';
import { advice, type Finding, sound } from '../screens/findings';
import { teamsInUse, usesOfPerson, usesOfTeam } from '../store/mending/recorded-twice';
import { COLLEAGUES } from '../store/people/in-every-record';
import { listPeople, managedBy, type Person } from '../store/people/people';
import type { Db } from '../store/sqlite';
import { quotedName } from '../ui/as-typed';
import { roleWords } from '../ui/words';

/** Two people of one role who work here, or two teams, whose names are close; with what makes them one. */
export function checkRecordedTwice(db: Db): Finding[] {
  const findings: Finding[] = [];
  const people = listPeople(db).filter(({ active }) => active);
  for (const role of COLLEAGUES) {
    const twice = firstTwice(people.filter((each) => each.role === role).sort((a, b) => a.id - b.id));
    if (twice === null) continue;
    const { one, again } = twice;
    findings.push(
      advice(
        'recorded twice',
        `“${again.name}” is recorded as ${roleWords(role)}, and so is “${one.name}”: it may be one person.`,
        `If so: ${madeOne(db, one, again)}`,
      ),
    );
  }
  const teams = firstTwice(teamsInUse(db), 'team');
  if (teams !== null) {
    findings.push(
      advice(
        'recorded twice',
        `“${teams.again.name}” is recorded as a team, and so is “${teams.one.name}”: it may be one team.`,
        `If so: ${teamMadeOne(db, teams.one.name, teams.again)}`,
      ),
    );
  }
  return findings.length > 0
    ? findings
    : [sound('recorded twice', 'No colleague and no team looks as if recorded twice.')];
}

/** What to type next until nothing is of the second record; each time doctor says what is left. */
function madeOne(db: Db, one: Person, again: Person): string {
  const left = `irotool person edit ${quotedName(again.name)} --role ${again.role} --left`;
  const { child, allocation } = usesOfPerson(db, again.id);
  if (allocation !== null) {
    const { event, kind, ref, on, before } = allocation;
    const instead =
      kind === 'iro-allocated'
        ? `irotool iro allocate ${ref} ${quotedName(one.name)} --on ${on}`
        : `irotool iro change ${ref} ${quotedName(one.name)} --on ${on} --reason "as before"`;
    const strike = `irotool strike ${event} --why "recorded twice" --yes`;
    // The change was from the one record to the other: nobody changed.
    return before === one.id
      ? `${strike}. Then: irotool doctor`
      : `${strike}, and: ${instead}. Then: irotool doctor`;
  }
  if (child !== null) {
    return `irotool child edit ${child} --social-worker ${quotedName(one.name)}. Then: irotool doctor`;
  }
  const [managed] = managedBy(db, again.id);
  if (managed !== undefined && !managedBy(db, one.id).includes(managed)) {
    return `irotool person edit ${quotedName(one.name)} --role ${one.role} --manages ${quotedName(managed)}. Then: irotool doctor`;
  }
  return left;
}

function teamMadeOne(db: Db, one: string, { id }: { readonly id: number }): string {
  const { child, person } = usesOfTeam(db, id);
  const command =
    person === null
      ? `irotool child edit ${child} --team ${quotedName(one)}`
      : `irotool person edit ${quotedName(person.name)} --role ${person.role} --team ${quotedName(one)}`;
  return `${command}. Then: irotool doctor`;
}
