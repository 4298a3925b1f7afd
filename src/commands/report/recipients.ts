/** Who gets which report and why: managers by their team and whom they manage, others by their role. */
import type { Unit } from '../../context';
import { plainAddress } from '../../core/address';
import { didYouMean, UserError } from '../../errors';
import type { Scope } from '../../reports/overdue-model';
import { listPeople, managedBy, type Person } from '../../store/people';
import { listed, roleWords } from '../../ui/words';

/** Someone a report is for, or nobody in particular. */
export interface Recipient {
  readonly person: Person | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly scope: Scope;
  /** What they get, and why, in sentences. */
  readonly why: readonly string[];
  /** Children may be named to them, where that is asked for. */
  readonly mayHaveNames: boolean;
  /** Why children may not be named; null where they may. */
  readonly noNamesBecause: string | null;
}

/** Roles that a report may go to; those who get all of it. */
const ALL = ['service-manager', 'director'];
const MANY = ['manager', ...ALL];
/** Those whom `--to managers` reaches. */
const EVERY_MANAGER = ['manager', 'service-manager'];

/** The recipients of `--to`; without it one report of all, for nobody in particular. */
export function recipientsOf(unit: Unit, to: string | undefined, _today?: unknown): Recipient[] {
  if (to === undefined) return [NOBODY];
  if (to.trim().toLowerCase() === 'managers') {
    const people = EVERY_MANAGER.flatMap((role) => active(unit, role));
    if (people.length > 0) return people.map((person) => recipient(unit, person));
    throw new UserError(
      'There is no manager to report to.',
      'To add one: irotool person add --name NAME --role manager --team TEAM --email ADDRESS',
    );
  }
  return [recipient(unit, managerNamed(unit, to))];
}

const NOBODY: Recipient = {
  ...{ person: null, name: null, email: null },
  scope: { all: true, teams: [], iros: [] },
  why: ['No recipient was named (--to): all children.'],
  ...{ mayHaveNames: true, noNamesBecause: null },
};

const active = ({ db }: Unit, role: string): Person[] => listPeople(db, role).filter((each) => each.active);

/** By name, or by the address that is recorded for them. */
function managerNamed(unit: Unit, typed: string): Person {
  const wanted = typed.trim().toLowerCase();
  const isAddress = plainAddress(typed) !== null;
  const managers = MANY.flatMap((role) => active(unit, role));
  const found = managers.filter(({ name, email }) => (isAddress ? email : name)?.toLowerCase() === wanted);
  if (found.length === 1) return found[0]!;
  if (found.length > 1) {
    throw new UserError(
      `${found.length} people have that ${isAddress ? 'address' : 'name'}: ${listed(found.map(({ role }) => roleWords(role)))}.`,
      isAddress ? 'Say which by name: --to NAME' : 'Say which by address: --to ADDRESS',
    );
  }
  // A report goes to those on record alone: a slip in an address would send it to a stranger.
  const names = managers.map(({ name }) => name);
  throw new UserError(
    isAddress
      ? 'No manager, service manager or director has that address.'
      : `There is no manager, service manager or director "${typed.trim()}".${didYouMean(typed, names)}`,
    isAddress
      ? 'To record it: irotool person edit NAME --email ADDRESS'
      : 'To see them: irotool person list --role manager',
  );
}

function recipient(unit: Unit, person: Person): Recipient {
  const { name, email, role, team } = person;
  const noNamesBecause = whyNoNames(unit, email);
  const base = { person, name, email, mayHaveNames: noNamesBecause === null, noNamesBecause };
  if (ALL.includes(role)) {
    const why = [`A ${roleWords(role)} gets all children.`];
    return { ...base, scope: { all: true, teams: [], iros: [] }, why };
  }
  const teams = team === null ? [] : [team];
  const iros = managedBy(unit.db, person.id);
  const why = [
    ...(team === null ? [] : [`Manages the team ${team} (person --team).`]),
    ...(iros.length === 0 ? [] : [`Manages ${listed(iros)} (person --manages).`]),
    ...(team === null && iros.length === 0
      ? ['Has no team and manages nobody on record, so there is nothing to report.']
      : []),
  ];
  return { ...base, scope: { all: false, teams, iros }, why };
}

/** Names go only to an address of a domain on the allow-list. */
function whyNoNames({ settings }: Unit, email: string | null): string | null {
  if (email === null) return 'no address is recorded';
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  const allowed = (settings.get('mail.allow-domains') ?? '').split(',').filter(Boolean);
  return allowed.includes(domain) ? null : `${domain} is not among mail.allow-domains`;
}
