/** The invented unit's people: IROs, teams with their social workers and managers. */

import { addManages, addPerson, teamNamed } from '../store/people/people';
import type { Db } from '../store/sqlite';
import { staffName } from './names';
import type { Random } from './random';

interface Team {
  readonly id: number;
  readonly name: string;
  /** Person numbers. */
  readonly workers: readonly number[];
}

export interface Staff {
  /** Person numbers. */
  readonly iros: readonly number[];
  readonly teams: readonly Team[];
}

const TEAMS = [
  'Children in Care East',
  'Children in Care West',
  'Safeguarding',
  'Disabled Children',
  'Through Care',
];

/** Makes the people for so many children: six IROs at least, and one more for each sixty children. */
export function addStaff(db: Db, random: Random, children: number): Staff {
  const name = unusedNames(random);
  const iros: number[] = [];
  for (let at = 0; at < Math.max(6, Math.ceil(children / 60)); at++) {
    iros.push(addPerson(db, { name: name(), role: 'iro', team: 'Independent Reviewing', email: EMAIL }));
  }
  const manager = addPerson(db, { name: name(), role: 'manager', team: 'Independent Reviewing' });
  for (const iro of iros) addManages(db, manager, iro);
  addPerson(db, { name: name(), role: 'service-manager' });
  const perTeam = Math.max(2, Math.ceil(children / 12 / TEAMS.length));
  const teams = TEAMS.map((team) => {
    addPerson(db, { name: name(), role: 'manager', team });
    const workers: number[] = [];
    for (let at = 0; at < perTeam; at++) {
      workers.push(addPerson(db, { name: name(), role: 'social-worker', team }));
    }
    return { id: teamNamed(db, team).id, name: team, workers };
  });
  return { iros, teams };
}

/** A domain that can never be anyone's (RFC 2606). */
const EMAIL = 'someone@demonstration.example';

function unusedNames(random: Random): () => string {
  const used = new Set<string>();
  return () => {
    const name = staffName(random);
    let tried = name;
    for (let more = 2; used.has(tried.toLowerCase()); more++) tried = `${name} (${more})`;
    used.add(tried.toLowerCase());
    return tried;
  };
}
