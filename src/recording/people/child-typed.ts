/** What is typed of who a child is: read, held against what is recorded, and described. */
import { siblingNamed } from '../../cases/find';
import type { Context, Unit } from '../../context';
import { objectionTo } from '../../core/checks/admissible';
import { chronologyOf, upTo } from '../../core/engine/chronology';
import { type IsoDate, plainDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { reckon } from '../../store/agenda/reckoning';
import { addSibling, type Child, changeChild } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { addPerson, findPeople, teamNamed } from '../../store/people/people';
import { personMeant, type SaidNew, teamMeant } from '../ask-alike';
import { nameTyped } from '../name-typed';
import { sayMoved } from '../saving';

export interface ChildOptions {
  readonly ref?: string;
  readonly name?: string;
  readonly born?: string;
  readonly sex?: string;
  readonly socialWorker?: string;
  readonly team?: string;
  readonly sibling?: string;
  readonly new?: true;
}

/** The options with the social worker and the team that are meant. */
export async function colleaguesMeant(
  context: Context,
  { db }: Unit,
  options: ChildOptions,
  said: SaidNew,
): Promise<ChildOptions> {
  const { socialWorker, team } = options;
  return {
    ...options,
    ...(socialWorker && {
      socialWorker: await personMeant(context, db, socialWorker, 'social-worker', said),
    }),
    ...(team && { team: await teamMeant(context, db, team, said) }),
  };
}

export const siblingsIn = ({ sibling }: ChildOptions): string[] => (sibling === undefined ? [] : [sibling]);

/** The options without spaces at their ends; none that was given may be empty. */
export function tidied(options: ChildOptions): ChildOptions {
  const texts = {
    name: nameTyped(options.name, '--name'),
    socialWorker: nameTyped(options.socialWorker, '--social-worker'),
    team: nameTyped(options.team, '--team'),
  };
  return { ...options, ...(texts as ChildOptions) };
}

export function pastDate(context: Context, typed: string): IsoDate {
  const date = context.date(typed, '--born', 'past');
  if (date > context.today)
    throw new UserError(`${plainDate(date)} has not come yet. Nothing was saved.`, 'Check --born.');
  return date;
}

/** Social worker, team and sibling: added where they are new, and said so. */
export function describe(
  context: Context,
  unit: Unit,
  { id, ref }: { readonly id: number; readonly ref: string },
  options: ChildOptions,
): void {
  const { db } = unit;
  if (options.team !== undefined) {
    const team = teamNamed(db, options.team);
    if (team.isNew) context.say(`${options.team} is new and was added as a team.`);
    changeChild(db, id, { teamId: team.id });
  }
  if (options.socialWorker !== undefined) {
    const known = findPeople(db, options.socialWorker, 'social-worker')[0];
    if (!known) context.say(`${options.socialWorker} is new and was added as a social worker.`);
    const socialWorkerId =
      known?.id ?? addPerson(db, { name: options.socialWorker, role: 'social-worker', team: options.team });
    changeChild(db, id, { socialWorkerId });
  }
  if (options.sibling !== undefined) addSibling(db, id, siblingNamed(db, ref, options.sibling).id);
}

/** Refuses a date of birth that the chronology rules out; shows the dates that hang on it. */
export function showMoved(context: Context, unit: Unit, child: Child, born: IsoDate): void {
  const facts = factsOf(unit.db, child.id);
  const { rules } = unit.engine;
  for (const fact of facts) {
    const others = facts.filter((other) => other !== fact);
    const objectionIf = (day: IsoDate | null) =>
      objectionTo(fact, chronologyOf(others, day), child.ref, context.today, rules);
    const objection = objectionIf(born);
    if (objection && !objectionIf(child.born)) {
      throw new UserError(`${objection.what} Nothing was saved.`, 'Check the date of birth.');
    }
  }
  const [before, after] = [child.born, born].map((day) =>
    reckon(upTo(facts, context.today), day, unit.engine),
  );
  sayMoved(context, before!, after!);
}
