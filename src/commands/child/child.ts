/**
 * Children: who they are, where they stand, and that they have left care.
 */

import { childNamed, refuseApplicants, sexTyped, siblingNamed } from '../../cases/find';
import { parentTyped, sharedIroNote } from '../../cases/people/parent-in-care';
import type { Context, Unit } from '../../context';
import { objectionTo } from '../../core/checks/admissible';
import { chronologyOf, upTo } from '../../core/engine/chronology';
import { checkRef, spreadsheetNotes } from '../../core/events/reference';
import { type IsoDate, plainDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { personMeant, refuseSecondChild, type SaidNew, teamMeant } from '../../recording/ask-alike';
import { nameTyped } from '../../recording/name-typed';
import { detailsTyped } from '../../recording/people/child-details';
import { sayMoved } from '../../recording/saving';
import { wrongWith } from '../../recording/wrong-with';
import { sayNotes, sayScreen } from '../../screens/show';
import { refreshChild } from '../../store/agenda/agenda';
import { reckon } from '../../store/agenda/reckoning';
import { addParentInCare, removeParentsInCare } from '../../store/child-details';
import { addChild, addSibling, type Child, changeChild, findChild, siblingsOf } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { addPerson, findPeople, teamNamed } from '../../store/people/people';
import { askText, confirm, requireFlags } from '../../ui/prompts';

export { list } from './list';
export { show } from './show';

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

/** What `child edit` may say besides. */
export interface ChildEdits extends ChildOptions {
  readonly knownAs?: string;
  readonly pronouns?: string;
  readonly needs?: string;
  readonly unaccompanied?: string;
  readonly parent?: string;
}

/** A reference that no child has yet. */
function newRef({ db }: Unit, typed: string): string {
  const ref = typed.trim();
  if (findChild(db, ref))
    throw new UserError(`There is a child ${ref} already.`, `irotool child show ${ref}`);
  refuseApplicants(db, ref);
  const checked = checkRef(ref);
  if (checked !== true) throw new UsageError(`That cannot be a reference. ${checked}`);
  return ref;
}

/** Runs `child add`: a child of whom nothing has happened yet. */
export async function add(context: Context, _args: readonly [], typed: ChildOptions): Promise<undefined> {
  const unit = await context.open();
  const tidy = tidied(typed);
  requireFlags(context, tidy.ref === undefined ? ['--ref'] : []);
  const check = (text: string): string | true => wrongWith(() => newRef(unit, text));
  const ref = newRef(unit, tidy.ref ?? (await askText(context, { message: 'Reference', check })));
  const born = tidy.born === undefined ? null : pastDate(context, tidy.born);
  const { name = null } = tidy;
  await refuseSecondChild(context, unit.db, { id: null, ref, name, born, siblings: siblingsIn(tidy) }, typed);
  const options = await meantBy(context, unit, tidy, typed);
  unit.save(() => {
    const id = addChild(unit.db, {
      ref,
      name,
      born,
      sex: sexTyped(options.sex) ?? null,
    });
    describe(context, unit, { id, ref }, options);
    refreshChild(unit.db, { id, born }, unit.engine);
  });
  sayNotes(context, spreadsheetNotes(ref));
  context.print(`${ref}  added. When care begins: irotool new-review --ref ${ref}`);
  return undefined;
}

/** The options with the social worker and the team that are meant. */
async function meantBy(
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

const siblingsIn = ({ sibling }: ChildOptions): string[] => (sibling === undefined ? [] : [sibling]);

/** The options without spaces at their ends; none that was given may be empty. */
function tidied(options: ChildOptions): ChildOptions {
  const texts = {
    name: nameTyped(options.name, '--name'),
    socialWorker: nameTyped(options.socialWorker, '--social-worker'),
    team: nameTyped(options.team, '--team'),
  };
  return { ...options, ...(texts as ChildOptions) };
}

function pastDate(context: Context, typed: string): IsoDate {
  const date = context.date(typed, '--born', 'past');
  if (date > context.today)
    throw new UserError(`${plainDate(date)} has not come yet. Nothing was saved.`, 'Check --born.');
  return date;
}

/** Social worker, team and sibling: added where they are new, and said so. */
function describe(
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

/** Runs `child edit REF`: a correction of who the child is; dates that hang on a birthday move with it. */
export async function edit(
  context: Context,
  [ref]: readonly [string],
  typed: ChildEdits,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const { new: isNew, ...tidy } = { ...typed, ...tidied(typed) };
  if (Object.values(tidy).every((value) => value === undefined)) {
    throw new UsageError('Say what to change.', `irotool child edit ${child.ref} --born DATE`);
  }
  const born = tidy.born === undefined ? undefined : pastDate(context, tidy.born);
  if (tidy.name !== undefined || born !== undefined) {
    const is = { ...child, name: tidy.name ?? child.name, born: born ?? child.born };
    const siblings = [...siblingsOf(unit.db, child.id).map(({ ref }) => ref), ...siblingsIn(tidy)];
    await refuseSecondChild(context, unit.db, { ...is, siblings }, { new: isNew });
  }
  const options: ChildEdits = await meantBy(context, unit, tidy, { new: isNew });
  const sex = sexTyped(options.sex);
  if (options.sibling !== undefined) siblingNamed(unit.db, child.ref, options.sibling);
  const details = detailsTyped(options);
  const parent = parentTyped(unit, child, options.parent, born);
  if (born !== undefined) showMoved(context, unit, child, born);
  sayScreen(context, sharedIroNote(unit, child, parent));
  if (!(await confirm(context, `Change ${child.ref}?`))) {
    context.say('Nothing was saved.');
    return undefined;
  }
  unit.save(() => {
    changeChild(unit.db, child.id, { name: options.name, born, sex, ...details });
    if (parent === null) removeParentsInCare(unit.db, child.id);
    else if (parent) addParentInCare(unit.db, child.id, parent.id);
    describe(context, unit, child, options);
    refreshChild(unit.db, { id: child.id, born: born ?? child.born }, unit.engine);
  });
  context.print(`${child.ref}  changed. What it was before is kept: irotool audit --child ${child.ref}`);
  return undefined;
}

/** Refuses a date of birth that the chronology rules out; shows the dates that hang on it. */
function showMoved(context: Context, unit: Unit, child: Child, born: IsoDate): void {
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
