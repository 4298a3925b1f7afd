/** Who would be told what is late: a manager of every IRO and team, and an address for each of them. */

import { TOLD } from '../cases/people/roles';
import { calling, isColleague } from '../cases/people/the-person';
import { NOT_AN_ADDRESS, plainAddress } from '../core/address';
import { advice, type Finding, fault, orSound, sound } from '../screens/findings';
import { irosWithoutManager, teamsWithoutManager, type Unmanaged, unplaced } from '../store/agenda/managed';
import { listPeople, managedBy, type Person, teamsOf } from '../store/people/people';
import type { Db } from '../store/sqlite';
import { quotedName } from '../ui/as-typed';
import { nobodysWords, withoutIroWords, withoutTeamWords } from '../ui/unplaced-words';
import { count, listed, roleWords } from '../ui/words';

const childrenOf = ({ children }: Unmanaged): string => count(children, 'child', 'children');

/** Those who are told, and whoever covers for one of them. */
function reached(db: Db): Person[] {
  const people = listPeople(db).filter(({ active }) => active);
  const covers = new Set(people.filter(({ role }) => TOLD.includes(role)).map(({ coverId }) => coverId));
  return people.filter(({ id, role }) => TOLD.includes(role) || covers.has(id));
}

/** That every child’s lateness is in the report of somebody who manages. */
export function checkManagers(db: Db): Finding[] {
  const iros = irosWithoutManager(db, TOLD).map((each) =>
    fault(
      'iros',
      `Nobody manages the IRO ${each.name}, who has ${childrenOf(each)}.`,
      `To say who does: irotool person edit NAME --manages ${quotedName(each.name)}`,
      {
        found: (many) => `Nobody manages ${many} IROs with children.`,
        next: null,
        of: `${each.name}, ${childrenOf(each)}`,
      },
    ),
  );
  const teams = teamsWithoutManager(db, TOLD).map((each) =>
    fault(
      'teams',
      `The team ${each.name} has ${childrenOf(each)} and no manager.`,
      `To add one: irotool person add --role manager --team ${quotedName(each.name)}. For one there is: irotool person edit NAME --team ${quotedName(each.name)}`,
      {
        found: (many) => `${many} teams with children have no manager.`,
        next: 'To add one: irotool person add --role manager --team TEAM. For one there is: irotool person edit NAME --team TEAM',
        of: `${each.name}, ${childrenOf(each)}`,
      },
    ),
  );
  const idle = listPeople(db, 'manager')
    .filter((each) => each.active && teamsOf(db, each).length + managedBy(db, each.id).length === 0)
    .map((person) =>
      fault(
        'managers',
        `${person.name} is a manager of no team and nobody, so is told nothing.`,
        `To say of whom: irotool person edit ${calling(db, person)} --team TEAM, or --manages IRO`,
        {
          found: (many) => `${many} managers are of no team and nobody, so are told nothing.`,
          next: 'To say of whom: irotool person edit NAME --team TEAM, or --manages IRO',
          of: person.name,
        },
      ),
    );
  const left = unplaced(db, TOLD);
  const children = [
    ...(left.noManager.length === 0
      ? []
      : [
          fault(
            'children',
            nobodysWords(left.noManager),
            'To give a child a team: irotool child edit REF --team TEAM',
          ),
        ]),
    ...(left.noTeam.length === 0
      ? []
      : [
          advice(
            'children',
            `${withoutTeamWords(left.noTeam)} ${listed(left.noTeam)}.`,
            'To give one: irotool child edit REF --team TEAM',
          ),
        ]),
    ...(left.noIro.length === 0
      ? []
      : [
          advice(
            'children',
            `${withoutIroWords(left.noIro)} ${listed(left.noIro)}.`,
            'To allocate one: irotool iro allocate REF',
          ),
        ]),
  ];
  const all = listPeople(db, 'service-manager').filter(({ active }) => active);
  return [
    ...orSound(iros, 'iros', 'Every IRO with children has a manager.'),
    ...orSound(teams, 'teams', 'Every team with children has a manager.'),
    ...orSound(idle, 'managers', 'Every manager has a team or IROs.'),
    ...orSound(children, 'children', 'Every child in care has a team, an IRO and a manager who is told.'),
    all.length > 0
      ? sound('service manager', `Told of all children: ${listed(all.map(({ name }) => name))}.`)
      : fault(
          'service manager',
          'There is no service manager, so nobody is told of children without a team and an IRO.',
          'To add one: irotool person add --role service-manager',
        ),
  ];
}

/** That each can be reached; that it is a domain to which children may be named is worth knowing only. */
export function checkAddresses(db: Db, settings: ReadonlyMap<string, string>): Finding[] {
  const missing = reached(db)
    // Whoever covers without one is told of with the cover.
    .filter(({ role, email }) => email === null && TOLD.includes(role))
    .map((person) =>
      fault(
        'addresses',
        `${person.name}, ${roleWords(person.role)}, has no e-mail address.`,
        `To record it: irotool person edit ${calling(db, person)} --email ADDRESS`,
        {
          found: (many) => `${many} people who are told what is late have no e-mail address.`,
          next: 'To record one: irotool person edit NAME --email ADDRESS',
          of: `${person.name}, ${roleWords(person.role)}`,
        },
      ),
    );
  const wrong = listPeople(db)
    .filter((person) => person.active && isColleague(person) && person.email !== null)
    .filter(({ email }) => plainAddress(email!) === null)
    .map((person) =>
      fault(
        'addresses',
        // Not echoed: it may be more than one line.
        `What is recorded as the address of ${person.name} ${NOT_AN_ADDRESS}`,
        `To record another: irotool person edit ${calling(db, person)} --email ADDRESS`,
      ),
    );
  return [
    ...orSound([...missing, ...wrong], 'addresses', 'Everyone who is told has an address that is one.'),
    ...checkDomains(reached(db), settings),
  ];
}

function checkDomains(people: readonly Person[], settings: ReadonlyMap<string, string>): Finding[] {
  const allowed = (settings.get('mail.allow-domains') ?? '').split(',').filter(Boolean);
  const outside = new Map<string, string[]>();
  for (const { name, email } of people) {
    const address = email === null ? null : plainAddress(email);
    const domain = address?.slice(address.lastIndexOf('@') + 1).toLowerCase();
    if (domain === undefined || allowed.includes(domain)) continue;
    outside.set(domain, [...(outside.get(domain) ?? []), name]);
  }
  if (outside.size === 0) {
    return allowed.length === 0
      ? []
      : [
          sound(
            'domains',
            `Children may be named to addresses of ${listed(allowed)}, where that is asked for.`,
          ),
        ];
  }
  const where = [...outside].map(([domain, names]) => `${domain} (${some(names)})`);
  const add = outside.size === 1 ? [...outside.keys()] : ['DOMAIN'];
  return [
    advice(
      'domains',
      `Children are never named to ${listed(where)}: not in mail.allow-domains.`,
      `If names may go there: irotool settings set mail.allow-domains ${[...allowed, ...add].join(',')}`,
    ),
  ];
}

/** `Mo North, Dee Iros and 7 more`. */
function some(names: readonly string[]): string {
  return listed(names.length <= 3 ? names : [...names.slice(0, 2), `${names.length - 2} more`]);
}
