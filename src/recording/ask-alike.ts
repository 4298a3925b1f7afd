/**
 * Someone or something new that is very like what is recorded: asked about, and without a terminal refused
 * until --new says that it is another. So that one person does not become two by a slip.
 */
import type { Context } from '../context';
import { isClose } from '../core/names/closeness';
import { isSameName } from '../core/names/likeness';
import { holding } from '../core/names/part';
import { withoutLeadingZeros } from '../core/names/same-child';
import type { IsoDate } from '../core/time/dates';
import { UsageError, UserError } from '../errors';
import { childrenLike } from '../store/children';
import { findPeople, listPeople, listTeams, type Person, teamCalled } from '../store/people/people';
import type { Db } from '../store/sqlite';
import { noteLikeness } from '../store/writing';
import { askChoice, canAsk } from '../ui/prompts';
import { listed, roleWords } from '../ui/words';

/** What was typed with `--new`: whoever is like someone recorded is somebody else all the same. */
export interface SaidNew {
  readonly new?: true | undefined;
}

/**
 * The name of whoever of a role is meant: as it is recorded if they are known, or found to be; else as it
 * was typed, of someone new. `but` is whoever is given the name, and is like it already.
 */
export async function personMeant(
  context: Context,
  db: Db,
  name: string,
  role: string,
  said: SaidNew,
  but?: Pick<Person, 'id'>,
): Promise<string> {
  const [known] = findPeople(db, name, role);
  if (known) return known.id === but?.id ? name : known.name;
  const names = listPeople(db, role).flatMap((person) => (person.id === but?.id ? [] : [person.name]));
  return meant(
    context,
    name,
    likeOf(context, names, name, (each) => isClose(each, name)),
    roleWords(role),
    said,
    () => noteLikeness(db, (row) => row.role === role && isClose(String(row.name), name)),
  );
}

/** The same of a team. */
export async function teamMeant(context: Context, db: Db, name: string, said: SaidNew): Promise<string> {
  const known = teamCalled(db, name);
  if (known) return known.name;
  const close = likeOf(context, listTeams(db), name, (each) => isClose(each, name, 'team'));
  return meant(context, name, close, 'team', said, () =>
    // A team's row has its number and its name, and nothing else.
    noteLikeness(db, (row) => Object.keys(row).length === 2 && isClose(String(row.name), name, 'team')),
  );
}

/** Those that may be meant: what is close, and on a terminal what it is a part of, which a script may well have of another. */
function likeOf(
  context: Context,
  names: readonly string[],
  typed: string,
  isLike: (name: string) => boolean,
): string[] {
  const isPart = canAsk(context) ? holding(typed) : () => false;
  return names.filter((name) => isLike(name) || isPart(name));
}

async function meant(
  context: Context,
  name: string,
  close: readonly string[],
  what: string,
  said: SaidNew,
  note: () => void,
): Promise<string> {
  if (said.new) return name;
  if (close.length === 0) {
    note();
    return name;
  }
  if (!canAsk(context)) {
    throw new UsageError(
      `There is no ${what} "${name}", and there is ${listed(close.map((each) => `"${each}"`))}. Nothing was saved.`,
      `If that is who is meant, type it so; if ${name} is another ${what}, add --new.`,
    );
  }
  const which = what === 'team' ? 'which' : 'who';
  const chosen = await askChoice(context, `“${name}” is not recorded. Which ${what} is meant?`, [
    ...close.map((each) => ({ name: `${each}, ${which} is recorded`, value: each })),
    { name: `${name}: another ${what}, ${which} is new`, value: name },
  ]);
  // It was said of those who were there to be asked about.
  if (chosen === name) note();
  return chosen;
}

/** A child as they are about to be recorded. */
export interface ChildTyped {
  /** Null if they are not recorded yet. */
  readonly id: number | null;
  readonly ref: string;
  readonly name: string | null;
  readonly born: IsoDate | null;
  /** References of those who are said to be brothers or sisters: another child, then. */
  readonly siblings: readonly string[];
}

/** Asks whether a child is one who is recorded: the same birthday, and the same name or almost, or the same reference but for noughts before it. */
export async function refuseSecondChild(
  context: Context,
  db: Db,
  child: ChildTyped,
  said: SaidNew,
): Promise<void> {
  if (said.new) return;
  const isAlike = likeChild(child);
  noteLikeness(db, (row) => typeof row.ref === 'string' && isAlike(row as unknown as Known));
  const alike = childrenLike(db, child.born).find(isAlike);
  if (alike === undefined) return;
  const what = `${alike.ref} has ${alike.born === child.born && child.born !== null ? 'the same date of birth and ' : ''}${likeBy(alike, child)}`;
  const instead =
    child.id === null
      ? `If it is the same child: irotool child show ${alike.ref}.`
      : `If it is the same child: irotool child merge ${child.ref} ${alike.ref}.`;
  if (!canAsk(context))
    throw new UsageError(`${what}. Nothing was saved.`, `${instead} If it is another, add --new.`);
  const isSame = await askChoice(context, `${what}. Is it the same child?`, [
    { name: 'the same child', value: true, ends: true },
    { name: 'another child', value: false },
  ]);
  if (isSame) throw new UserError('Nothing was saved.', instead);
}

interface Known {
  readonly id: number;
  readonly ref: string;
  readonly name: string | null;
  readonly born: IsoDate | null;
}

function likeChild(child: ChildTyped): (known: Known) => boolean {
  const { id, ref, born, siblings } = child;
  return (known) => {
    if (known.id === id || known.ref === ref || siblings.includes(known.ref)) return false;
    if (known.born !== null && born !== null && known.born !== born) return false;
    return likeBy(known, child) !== null;
  };
}

/** By what a child is like one of no other birthday; null if by nothing. A blank name is like none. */
function likeBy(known: Known, { ref, name, born }: ChildTyped): string | null {
  const isSameDay = born !== null && known.born === born;
  if (isSameDay && withoutLeadingZeros(known.ref) === withoutLeadingZeros(ref)) {
    return 'the same reference but for noughts before it';
  }
  if (known.name === null || name === null || name.trim() === '') return null;
  if (isSameName(known.name, name)) return 'the same name';
  // A birthday that is not known tells nothing: then only the very name does.
  return isSameDay && isClose(known.name, name) ? 'almost the same name' : null;
}
