/** Who a colleague or one of a family is, as it is typed or answered: role, team, and that they are not recorded already. */

import { MANAGING } from '../../cases/people/roles';
import { isColleague } from '../../cases/people/the-person';
import type { Context } from '../../context';
import { UsageError } from '../../errors';
import type { Person } from '../../store/people/people';
import type { Db } from '../../store/sqlite';
import { quotedName } from '../../ui/as-typed';
import { askText } from '../../ui/prompts';
import { roleWords } from '../../ui/words';
import { personMeant, teamMeant } from '../ask-alike';
import { checkName, nameTyped } from '../name-typed';

export interface PersonOptions {
  readonly name?: string;
  readonly number?: string;
  readonly newName?: string;
  readonly role?: string;
  readonly team?: readonly string[] | undefined;
  readonly manages?: readonly string[];
  readonly cover?: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly left?: true;
  readonly back?: true;
  readonly new?: true;
}

/** The team of a colleague who is asked for; undefined if it is left. Others are in none. */
export async function teamAsked(context: Context, role: string): Promise<string[] | undefined> {
  if (!isColleague({ role })) return undefined;
  const team = await askText(context, { message: 'Team', optional: true, check: checkName });
  return team === '' ? undefined : [team];
}

/**
 * False if whoever is typed turns out to be a colleague who is recorded, and is only written otherwise. Of
 * families many share a name, and nobody is asked.
 */
export async function isSomeoneNew(
  context: Context,
  db: Db,
  name: string,
  role: string,
  { new: isNew }: PersonOptions,
  themselves?: Person,
): Promise<boolean> {
  if (!isColleague({ role })) return true;
  const meant = await personMeant(context, db, name, role, { new: isNew }, themselves);
  if (meant === name) return true;
  context.say(
    `Nothing was saved. To see who is recorded: irotool person show ${quotedName(meant)} --role ${role}`,
  );
  return false;
}

/** Everyone is in one team at the most; a manager may have more. An empty one takes away what was there. */
export async function teamsTyped(
  context: Context,
  db: Db,
  role: string,
  { team: typed, new: isNew }: PersonOptions,
): Promise<string[] | undefined> {
  const teams = typed?.filter((team) => team !== '').map((team) => nameTyped(team, '--team'));
  if (teams === undefined) return undefined;
  if (teams.length < 2 || MANAGING.includes(role)) {
    const meant: string[] = [];
    for (const team of teams) meant.push(await teamMeant(context, db, team, { new: isNew }));
    return meant;
  }
  throw new UsageError(
    `Several teams are for a ${MANAGING.map(roleWords).join(', ')}; not for ${roleWords(role)}.`,
    'Give one --team.',
  );
}

export const teamNote = (team: string): string => `The team ${team} is new, and is added too.`;
