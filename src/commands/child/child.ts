/**
 * Children: who they are, where they stand, and that they have left care.
 */

import { sexTyped, siblingNamed } from '../../cases/find';
import { parentTyped, sharedIroNote } from '../../cases/people/parent-in-care';
import { childOpened } from '../../cases/reckoned';
import type { Context } from '../../context';
import { spreadsheetNotes } from '../../core/events/reference';
import { UsageError } from '../../errors';
import { refuseSecondChild } from '../../recording/ask-alike';
import { notLinkedYet } from '../../recording/people/brothers-and-sisters';
import { detailsTyped } from '../../recording/people/child-details';
import {
  type ChildOptions,
  colleaguesMeant,
  describe,
  pastDate,
  showMoved,
  siblingsIn,
  tidied,
} from '../../recording/people/child-typed';
import { newRef } from '../../recording/people/new-ref';
import { wrongWith } from '../../recording/wrong-with';
import { sayNotes, sayScreen } from '../../screens/show';
import { refreshChild } from '../../store/agenda/agenda';
import { addParentInCare, removeParentsInCare } from '../../store/child-details';
import { addChild, changeChild, siblingsOf } from '../../store/children';
import { askText, isToSave, requireFlags } from '../../ui/prompts';

export { list } from './list';
export { show } from './show';

/** What `child edit` may say besides. */
export interface ChildEdits extends ChildOptions {
  readonly knownAs?: string;
  readonly pronouns?: string;
  readonly needs?: string;
  readonly unaccompanied?: string;
  readonly parent?: string;
}

/** Runs `child add`: a child of whom nothing has happened yet. */
export async function add(context: Context, _args: readonly [], typed: ChildOptions): Promise<undefined> {
  const unit = await context.open();
  const tidy = tidied(typed);
  requireFlags(context, tidy.ref === undefined ? ['--ref'] : []);
  const check = (text: string): string | true => wrongWith(() => newRef(unit, text, 'child'));
  const ref = newRef(unit, tidy.ref ?? (await askText(context, { message: 'Reference', check })), 'child');
  const born = tidy.born === undefined ? null : pastDate(context, tidy.born);
  const { name = null } = tidy;
  await refuseSecondChild(context, unit.db, { id: null, ref, name, born, siblings: siblingsIn(tidy) }, typed);
  const options = await colleaguesMeant(context, unit, tidy, typed);
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

/** Runs `child edit REF`: a correction of who the child is; dates that hang on a birthday move with it. */
export async function edit(
  context: Context,
  [ref]: readonly [string],
  typed: ChildEdits,
): Promise<undefined> {
  const { unit, child } = await childOpened(context, ref);
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
  const options: ChildEdits = await colleaguesMeant(context, unit, tidy, { new: isNew });
  const sex = sexTyped(options.sex);
  if (options.sibling !== undefined) siblingNamed(unit.db, child.ref, options.sibling);
  const details = detailsTyped(options);
  const parent = parentTyped(unit, child, options.parent, born);
  if (born !== undefined) showMoved(context, unit, child, born);
  sayScreen(context, sharedIroNote(unit, child, parent));
  if (!(await isToSave(context, `Change ${child.ref}?`))) return undefined;
  unit.save(() => {
    changeChild(unit.db, child.id, { name: options.name, born, sex, ...details });
    if (parent === null) removeParentsInCare(unit.db, child.id);
    else if (parent) addParentInCare(unit.db, child.id, parent.id);
    describe(context, unit, child, options);
    refreshChild(unit.db, { id: child.id, born: born ?? child.born }, unit.engine);
  });
  if (options.sibling !== undefined) sayNotes(context, notLinkedYet(unit, child));
  context.print(`${child.ref}  changed. What it was before is kept: irotool audit --child ${child.ref}`);
  return undefined;
}
