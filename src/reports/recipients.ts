/** Who gets which report and why: managers by their team and whom they manage, others by their role. */

import { type Absence, absenceOn } from '../cases/people/absence';
import type { Naming } from '../cases/people/naming';
import { MANAGING, TOLD } from '../cases/people/roles';
import type { Unit } from '../context';
import { type IsoDate, plainDate } from '../core/time/dates';
import { UserError } from '../errors';
import { listPeople, managedBy, type Person, teamsOf } from '../store/people/people';
import { listed, roleWords } from '../ui/words';
import type { Scope } from './overdue/model';
import { whomTyped } from './whom';

/** Someone a report is for, or nobody in particular. */
export interface Recipient {
  readonly person: Person | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly scope: Scope;
  /** What they get, and why, in sentences. */
  readonly why: readonly string[];
  /** `Mo North, away to 14 April 2026`: in whose place they are told. */
  readonly covering: readonly string[];
  /** Children may be named to them, if that is asked for. */
  readonly mayHaveNames: boolean;
  /** Why children may not be named; null if they may. */
  readonly noNamesBecause: string | null;
  /** Said where they are away and nobody is told in their place; null if that is not so. */
  readonly unread: string | null;
}

/** Roles that get all of it. */
const ALL = ['service-manager', 'director'];

/**
 * The recipients of `--to` on a day; without it one report of all, for nobody in particular. While a manager
 * is away whoever covers is told too, and the manager still: what was sent to two is not lost with one.
 */
export function recipientsOf(
  unit: Unit,
  naming: Naming,
  to: string | undefined,
  today: IsoDate,
): Recipient[] {
  if (to === undefined) return [NOBODY];
  const absent = absences(unit, today);
  const make = (person: Person): Recipient => recipient(unit, person, absent, ownScope(unit, person));
  if (to.trim().toLowerCase() !== 'managers') {
    const whom = whomTyped(unit, naming, to, coversOf(absent));
    return 'people' in whom ? byAddress(whom.people.map(make)) : [unrecorded(unit, whom.address)];
  }
  const people = TOLD.flatMap((role) => active(unit, role));
  if (people.length === 0) {
    throw new UserError(
      'There is no manager to report to.',
      'To add one: irotool person add --name NAME --role manager --team TEAM --email ADDRESS',
    );
  }
  const others = coversOf(absent).filter(({ id }) => !people.some((each) => each.id === id));
  // A director among them is not told of all for covering one team.
  return byAddress([...people.map(make), ...others.map((person) => recipient(unit, person, absent, null))]);
}

/** One report for each address: two who share one are told together of what is theirs. */
function byAddress(recipients: readonly Recipient[]): Recipient[] {
  const byAddress = new Map<string, Recipient[]>();
  for (const [at, each] of recipients.entries()) {
    const key = each.email?.toLowerCase() ?? `nobody ${at}`;
    byAddress.set(key, [...(byAddress.get(key) ?? []), each]);
  }
  return [...byAddress.values()].map((all) => {
    if (all.length === 1) return all[0]!;
    const unread = all.flatMap(({ unread }) => unread ?? []);
    return {
      ...all[0]!,
      name: listed([...new Set(all.map(({ name }) => name!))]),
      scope: together(all.map(({ scope }) => scope)),
      why: all.flatMap(({ why }) => why),
      covering: all.flatMap(({ covering }) => covering),
      unread: unread.length === 0 ? null : unread.join(' '),
    };
  });
}

/** An address typed by hand that nobody on record has: they get all, as who reads the screen does. */
function unrecorded(unit: Unit, email: string): Recipient {
  const noNamesBecause = whyNoNames(unit, email);
  return {
    ...{ ...NOBODY, email, mayHaveNames: noNamesBecause === null, noNamesBecause },
    why: ['Nobody on record has this address: all children.'],
  };
}

interface Absent extends Absence {
  readonly person: Person;
}

/** Of those whom `--to managers` tells, who is away. */
function absences(unit: Unit, today: IsoDate): Absent[] {
  return TOLD.flatMap((role) => active(unit, role)).flatMap((person) => {
    const absence = absenceOn(unit.db, person, today);
    return absence === null ? [] : [{ person, ...absence }];
  });
}

/** Whoever is told in the place of another today, each once. */
function coversOf(absent: readonly Absent[]): Person[] {
  const covers = absent.flatMap(({ cover }) => cover ?? []);
  return covers.filter(({ id }, at) => covers.findIndex((each) => each.id === id) === at);
}

const NOBODY: Recipient = {
  ...{ person: null, name: null, email: null },
  scope: { all: true, teams: [], iros: [] },
  why: ['No recipient was named (--to): all children.'],
  covering: [],
  ...{ mayHaveNames: true, noNamesBecause: null, unread: null },
};

const active = ({ db }: Unit, role: string): Person[] => listPeople(db, role).filter((each) => each.active);

/** `own`: what is theirs besides what they cover; null if that is nothing to them. */
function recipient(unit: Unit, person: Person, absent: readonly Absent[], own: Scope | null): Recipient {
  const { id, name, email } = person;
  const noNamesBecause = whyNoNames(unit, email);
  const covered = absent.filter(({ cover }) => cover?.id === id);
  const theirs = covered.map((each) => ({ ...each, scope: ownScope(unit, each.person) ?? NOTHING }));
  const away = absent.find((each) => each.person.id === id);
  return {
    ...{ person, name, email, mayHaveNames: noNamesBecause === null, noNamesBecause },
    scope: together([own ?? NOTHING, ...theirs.map(({ scope }) => scope)]),
    covering: theirs.map(({ person: { name }, until }) => `${name}, away to ${plainDate(until)}`),
    why: [
      ...(own === null ? [] : ownWhy(person, own)),
      ...theirs.map(
        ({ person: { name }, until, scope }) =>
          `Covers for ${name}, away to ${plainDate(until)}: ${scopeWords(scope)}.`,
      ),
      ...(away ? [`Away ${awayWords(away)}`] : []),
      // Whoever gets all of it learns whose part nobody reads.
      ...(own?.all ? absent : [])
        .filter((each) => each.cover === null && each !== away)
        .map((each) => `${each.person.name} is away ${awayWords(each)}`),
    ],
    unread: away?.cover === null ? `${name} is away ${awayWords(away)}` : null,
  };
}

const NOTHING: Scope = { all: false, teams: [], iros: [] };

/** Whose children are someone’s to be told of; null for those who only cover. */
function ownScope({ db }: Unit, person: Person): Scope | null {
  if (!MANAGING.includes(person.role)) return null;
  if (ALL.includes(person.role)) return { all: true, teams: [], iros: [] };
  return { all: false, teams: teamsOf(db, person), iros: managedBy(db, person.id) };
}

function ownWhy({ role }: Person, { all, teams, iros }: Scope): string[] {
  if (all) return [`A ${roleWords(role)} gets all children.`];
  if (teams.length + iros.length === 0) {
    return ['Has no team and manages nobody on record, so there is nothing to report.'];
  }
  return [
    ...teams.map((team) => `Manages the team ${team} (person --team).`),
    ...(iros.length === 0 ? [] : [`Manages ${listed(iros)} (person --manages).`]),
  ];
}

/** Several scopes as one, without saying anything twice. */
function together(scopes: readonly Scope[]): Scope {
  const once = (words: readonly string[]): string[] => [...new Set(words)];
  return {
    all: scopes.some(({ all }) => all),
    teams: once(scopes.flatMap(({ teams }) => teams)),
    iros: once(scopes.flatMap(({ iros }) => iros)),
  };
}

/** `team North; the children of M Ŵyn and A Khan`. */
function scopeWords({ all, teams, iros }: Scope): string {
  if (all) return 'all children';
  if (teams.length + iros.length === 0) return 'no team and nobody managed, so nothing to report';
  return [
    ...teams.map((team) => `team ${team}`),
    ...(iros.length === 0 ? [] : [`the children of ${listed(iros)}`]),
  ].join('; ');
}

/** `to 10 April 2026: Dee Iros is told too (person --cover).` */
function awayWords({ until, cover, nobodyBecause }: Absent): string {
  return cover === null
    ? `to ${plainDate(until)}, and nobody is told in their place: ${nobodyBecause}.`
    : `to ${plainDate(until)}: ${cover.name} is told too (person --cover).`;
}

/** Names go only to an address of a domain on the allow-list. */
function whyNoNames({ settings }: Unit, email: string | null): string | null {
  if (email === null) return 'no address is recorded';
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  const allowed = (settings.get('mail.allow-domains') ?? '').split(',').filter(Boolean);
  return allowed.includes(domain) ? null : `${domain} is not among mail.allow-domains`;
}
