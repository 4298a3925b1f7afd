/** `child link`: adds one of a child's people, or changes what is known of them. Code, and no step: it is no event. */

import { childNamed } from '../../cases/find';
import {
  addToPeople,
  changeLink,
  type Linked,
  type LinkTyped,
  linkedAlready,
  recordedOf,
  saidBy,
} from '../../cases/people/linking';
import { roleMeant } from '../../cases/people/role-words';
import { LINKED_ROLES, RESERVED } from '../../cases/people/roles';
import type { Context, Unit } from '../../context';
import { BIRTH_FAMILY } from '../../core/children/family';
import { UsageError, UserError } from '../../errors';
import { oneOfTyped } from '../../recording/choice-typed';
import { checkName, nameTyped } from '../../recording/name-typed';
import { askReach } from '../../recording/people/ask-reach';
import { addressTyped, oneLineTyped, orNone, yesTyped } from '../../recording/people/details-typed';
import { wrongWith } from '../../recording/wrong-with';
import { childPeopleParts } from '../../screens/people';
import { present, sayNotes } from '../../screens/show';
import type { Child } from '../../store/children';
import { CONTACTS, type Contact, everyoneOf } from '../../store/people/child-people';
import { askChoice, askText, requireFlags } from '../../ui/prompts';
import { roleWords } from '../../ui/words';

export interface LinkOptions {
  readonly role?: string;
  readonly relationship?: string;
  readonly tag?: string;
  readonly responsibility?: string;
  readonly knowsPlacement?: string;
  readonly contact?: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly address?: string;
  readonly from?: string;
}

/** Runs `child link REF [NAME]`. */
export async function link(
  context: Context,
  [ref, typedName]: readonly [string, string | undefined],
  options: LinkOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
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
): Promise<Linked> {
  const name =
    typedName ?? nameTyped(await askText(context, { message: 'Name', check: checkName }), 'The name');
  const choices = LINKED_ROLES.map((role) => ({ name: roleWords(role), value: role }));
  const role = typed.role ?? (await askChoice(context, 'Role', choices));
  // Whoever typed all that is needed is asked nothing.
  const isAsked = typedName === undefined || typed.role === undefined;
  const whole = isAsked ? await askMore(context, unit, child, name, { ...typed, role }) : { ...typed, role };
  return unit.save(() => {
    // Looked at again inside the transaction: another irotool may have added them meanwhile.
    const existing = linkedAlready(unit, child, name, whole);
    return existing ? changeLink(unit, child, existing, whole) : addToPeople(unit, child, name, role, whole);
  });
}

/** What letters need of someone new: what they are to the child, their responsibility, how they are reached. */
async function askMore<T extends LinkTyped & { readonly role: string }>(
  context: Context,
  unit: Unit,
  child: Child,
  name: string,
  typed: T,
): Promise<T> {
  const isFamily = BIRTH_FAMILY.includes(typed.role);
  let { relationship, hasResponsibility } = typed.link;
  if (isFamily && relationship === undefined) {
    const check = (text: string): string | true =>
      text === '' ? true : wrongWith(() => oneLineTyped(text, '--relationship'));
    const message = `What are they to the child (${typed.role === 'parent' ? 'mother, father' : 'grandmother, uncle'})? (optional)`;
    relationship = (await askText(context, { message, optional: true, check })) || undefined;
  }
  if (isFamily && hasResponsibility === undefined) {
    const choices = [
      { name: 'Yes', value: 'yes' },
      { name: 'No', value: 'no' },
      { name: 'Not known yet', value: 'unknown' },
    ];
    const answer = await askChoice(context, 'Parental responsibility', choices, 'unknown');
    hasResponsibility = answer === 'unknown' ? undefined : answer === 'yes';
  }
  const known = recordedOf(unit, child, name, typed.role);
  const reads = { email: addressTyped, telephone: oneLineTyped, address: oneLineTyped };
  return {
    ...typed,
    link: { ...typed.link, relationship, hasResponsibility },
    details: await askReach(context, typed.details, known ?? {}, reads),
  };
}

/** The options held against what each may be. */
function linkTyped(context: Context, options: LinkOptions): LinkTyped {
  const { tag, contact, from } = options;
  const said = options.role === undefined ? undefined : roleMeant(options.role, LINKED_ROLES);
  const relationship = options.relationship ?? said?.relationship;
  return {
    tag: tag === undefined ? undefined : tagTyped(tag),
    role: said && linked(said.role),
    link: {
      relationship: relationship === undefined ? undefined : oneLineTyped(relationship, '--relationship'),
      hasResponsibility: yesTyped(options.responsibility, '--responsibility'),
      knowsPlacement: yesTyped(options.knowsPlacement, '--knows-placement'),
      contact: contact === undefined ? undefined : (oneOfTyped(CONTACTS, '--contact', contact) as Contact),
      from: from === undefined ? undefined : context.date(from, '--from', 'past'),
    },
    details: {
      email: orNone(options.email, '--email', addressTyped),
      telephone: orNone(options.telephone, '--telephone'),
      address: orNone(options.address, '--address'),
    },
  };
}

function tagTyped(typed: string): string {
  const tag = typed.trim().toLowerCase();
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(tag) || tag.length > 40) {
    throw new UsageError('--tag is one word of letters, figures and hyphens, such as grandmother-2.');
  }
  if (RESERVED.includes(tag)) {
    throw new UsageError(
      `--tag: "${tag}" is kept: the child, the IRO and the social worker are recorded elsewhere.`,
      'Choose another word.',
    );
  }
  return tag;
}

/** Refuses those who are in every review, and no people of a child. */
function linked(role: string): string {
  if (LINKED_ROLES.includes(role)) return role;
  throw new UserError(
    `The ${roleWords(role)} is in every review and is recorded elsewhere.`,
    role === 'iro' ? 'irotool iro allocate REF NAME' : 'irotool child edit REF --social-worker NAME',
  );
}
