/** Whom `--to NAME` or `--to ADDRESS` means. */

import type { Naming } from '../cases/people/naming';
import { MANAGING } from '../cases/people/roles';
import { wholeName } from '../cases/people/whole-name';
import type { Unit } from '../context';
import { NOT_AN_ADDRESS, plainAddress } from '../core/address';
import { isSameName } from '../core/names/likeness';
import { didYouMean, nearest, UserError } from '../errors';
import { coveredBy, listPeople, type Person } from '../store/people/people';
import { quotedName } from '../ui/as-typed';
import { roleWords } from '../ui/words';

/** People of one name or address; or an address that nobody on record has. */
export type Whom = { readonly people: readonly Person[] } | { readonly address: string };

/**
 * By name, or by address: those who get reports, and who covers for one today. UserError where it is a name
 * that nobody has, or the address of someone whom reports are not for.
 */
export function whomTyped(unit: Unit, naming: Naming, typed: string, covers: readonly Person[]): Whom {
  const wanted = typed.trim().toLowerCase();
  const address = plainAddress(typed);
  const isWanted = ({ name, email }: Person): boolean =>
    address === null ? isSameName(name, typed) : email?.toLowerCase() === wanted;
  const everyone = listPeople(unit.db);
  const managers = everyone.filter(({ active, role }) => active && MANAGING.includes(role));
  const others = covers.filter(({ id }) => !managers.some((each) => each.id === id));
  const told = [...managers, ...others];
  const people = told.filter(isWanted);
  if (people.length > 0) return { people };
  refuseCover(unit, everyone.filter(isWanted));
  const names = told.map(({ name }) => name);
  const whole =
    address === null && !typed.includes('@') ? wholeName(naming, names, typed, REPORTED_TO) : null;
  if (whole !== null) return { people: told.filter(({ name }) => name === whole) };
  if (address === null) throw noSuchName(typed, managers);
  refuseAddress(address, everyone, managers);
  return { address };
}

/** Whoever covers is told while the other is away, and else has no report. */
function refuseCover(unit: Unit, found: readonly Person[]): void {
  for (const { id, name } of found) {
    const [covered] = coveredBy(unit.db, id);
    if (covered === undefined) continue;
    throw new UserError(
      `${name} covers for ${covered.name}, and is told nothing today.`,
      `To see why: irotool report overdue --preview --to ${quotedName(covered.name)}`,
    );
  }
}

const REPORTED_TO = 'manager, service manager or director';

function noSuchName(typed: string, managers: readonly Person[]): UserError {
  if (typed.includes('@'))
    return new UserError(`--to: "${typed.trim()}" ${NOT_AN_ADDRESS}`, 'Type it again.');
  const names = managers.map(({ name }) => name);
  return new UserError(
    `There is no ${REPORTED_TO} "${typed.trim()}".${didYouMean(typed, names)}`,
    'To see them: irotool person list --role manager',
  );
}

/** A slip in an address would send a report to a stranger; and some addresses are known not to be for it. */
function refuseAddress(address: string, everyone: readonly Person[], managers: readonly Person[]): void {
  const other = everyone.find(({ email }) => email?.toLowerCase() === address.toLowerCase());
  if (other) {
    const whose = `${roleWords(other.role)}${other.active ? '' : ' who has left'}`;
    throw new UserError(
      `${address} is recorded as the address of a person of the role ${whose}, and reports go to those who manage.`,
      'To see them: irotool person list --role manager',
    );
  }
  const near = nearest(
    address,
    managers.flatMap(({ email }) => email ?? []),
  );
  if (near !== undefined) {
    throw new UserError(
      `Nobody on record has the address ${address}. Did you mean "${near}"?`,
      `If it is a new one: irotool person edit NAME --email ${address}`,
    );
  }
}
