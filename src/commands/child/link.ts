/** `child link`: adds one of a child's people, or changes what is known of them. Code, and no step: it is no event. */

import {
  addToPeople,
  changeLink,
  type Linked,
  type LinkTyped,
  linkedAlready,
  saidBy,
} from '../../cases/people/linking';
import { LINKED_ROLES } from '../../cases/people/roles';
import { childOpened } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { longDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { checkName, nameTyped } from '../../recording/name-typed';
import { askRole } from '../../recording/people/ask-role';
import { linkSiblings } from '../../recording/people/brothers-and-sisters';
import { askMore, type LinkOptions, linkTyped } from '../../recording/people/link-typed';
import { isToKeep, reachKept } from '../../recording/people/to-keep';
import { childPeopleParts } from '../../screens/people/of-child';
import { present, sayNotes } from '../../screens/show';
import type { Child } from '../../store/children';
import { everyoneOf } from '../../store/people/child-people';
import { byName } from '../../ui/by-name';
import { askText, requireFlags } from '../../ui/prompts';
import { roleWords } from '../../ui/words';

/** Runs `child link REF [NAME]`. */
export async function link(
  context: Context,
  [ref, typedName]: readonly [string, string | undefined],
  options: LinkOptions,
): Promise<undefined> {
  const { unit, child } = await childOpened(context, ref);
  const { siblings, ...ofPerson } = options;
  if (siblings) return linkSiblings(context, unit, child, [typedName, ...Object.values(ofPerson)]);
  const { name, typed } = saidBy(unit, child, nameTyped(typedName, 'The name'), linkTyped(context, options));
  const existing = linkedAlready(unit, child, name, typed);
  if (!existing) {
    requireFlags(context, [
      ...(name === undefined ? ['NAME'] : []),
      ...(typed.role === undefined ? ['--role'] : []),
    ]);
  }
  if (typed.link.from !== undefined && typed.link.from > context.today) {
    throw new UserError(
      `${child.ref}: the day given with --from has not come yet. Nothing was saved.`,
      'Check --from.',
    );
  }
  const done = existing
    ? unit.save(() => changeLink(unit, child, existing, typed))
    : await add(context, unit, child, name, typed);
  if (done === null) return undefined;
  sayNotes(context, done.notes);
  const person = everyoneOf(unit.db, child.id).find(({ tag }) => tag === done.tag)!;
  return present(context, {
    screen: () => childPeopleParts(`${child.ref}  ${done.tag}: ${done.what}.`, [person]),
  });
}

async function add(
  context: Context,
  unit: Unit,
  child: Child,
  typedName: string | undefined,
  typed: LinkTyped,
): Promise<Linked | null> {
  const name =
    typedName ?? nameTyped(await askText(context, { message: 'Name', check: checkName }), 'The name');
  const role = typed.role ?? (await askRole(context, LINKED_ROLES));
  // Whoever typed all that is needed is asked nothing.
  const isAsked = typedName === undefined || typed.role === undefined;
  const whole = isAsked ? await askMore(context, unit, child, name, { ...typed, role }) : { ...typed, role };
  if (isAsked && !(await isToLink(context, unit, child, name, whole))) return null;
  return unit.save(() => {
    // Looked at again inside the transaction: another irotool may have added them meanwhile.
    const existing = linkedAlready(unit, child, name, whole);
    return existing ? changeLink(unit, child, existing, whole) : addToPeople(unit, child, name, role, whole);
  });
}

/** Shows who is linked to whom, with all that was answered, and asks whether to save it. */
function isToLink(
  context: Context,
  unit: Unit,
  child: Child,
  name: string,
  { role, link: { relationship, hasResponsibility, knowsPlacement, contact, from }, details }: LinkTyped,
): Promise<boolean> {
  const yesOrNo = (said: boolean | undefined): string | undefined =>
    said === undefined ? undefined : said ? 'yes' : 'no';
  return isToKeep(context, `${byName(context, unit, child)}: ${name}, ${roleWords(role!)}`, [
    ['What they are to the child', relationship],
    ['Parental responsibility', yesOrNo(hasResponsibility)],
    ['Knows the placement', yesOrNo(knowsPlacement)],
    ['Contact', contact],
    ['Since', from && longDate(from)],
    ...reachKept(details),
  ]);
}
