import { type LinkTyped, recordedOf } from '../../cases/people/linking';
import { roleMeant } from '../../cases/people/role-words';
import { LINKED_ROLES, RESERVED } from '../../cases/people/roles';
import type { Context, Unit } from '../../context';
import { BIRTH_FAMILY } from '../../core/children/family';
import { UsageError, UserError } from '../../errors';
import type { Child } from '../../store/children';
import { CONTACTS, type Contact } from '../../store/people/child-people';
import { askChoice, askText } from '../../ui/prompts';
import { roleWords } from '../../ui/words';
import { oneOfTyped } from '../choice-typed';
import { wrongWith } from '../wrong-with';
import { askReach } from './ask-reach';
import { addressTyped, oneLineTyped, orNone, yesTyped } from './details-typed';

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
  readonly siblings?: true;
}

/** What letters need of someone new: what they are to the child, their responsibility, how they are reached. */
export async function askMore<T extends LinkTyped & { readonly role: string }>(
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
    const message = `What are they to the child (${typed.role === 'parent' ? 'mother, father' : 'grandmother, uncle'})?`;
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
export function linkTyped(context: Context, options: LinkOptions): LinkTyped {
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
