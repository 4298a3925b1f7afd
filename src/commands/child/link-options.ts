/** What was typed for `child link`. */

import { ROLES } from '../../cases/people/roles';
import type { Context } from '../../context';
import { isOneLine, NOT_AN_ADDRESS, plainAddress } from '../../core/address';
import { didYouMean, UsageError, UserError } from '../../errors';
import { type ChildPersonChange, CONTACTS, type Contact } from '../../store/people/child-people';
import type { PersonChange } from '../../store/people/people';

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

export interface LinkTyped {
  readonly tag: string | undefined;
  readonly role: string | undefined;
  readonly link: Omit<ChildPersonChange, 'until'>;
  /** Of the person, wherever they are linked; null takes away what was there. */
  readonly details: Pick<PersonChange, 'email' | 'telephone' | 'address'>;
}

/** Recorded elsewhere, and in every review without a tag. */
export const RESERVED: readonly string[] = ['child', 'iro', 'social-worker'];

/** The roles that one of a child's people may have. */
export const LINKED_ROLES: readonly string[] = ROLES.filter((role) => !RESERVED.includes(role));

/** What people call a parent, taken for the role as typed. */
const PARENTS: readonly string[] = ['mother', 'father'];

/** The role by what was typed: a mother or a father is a parent. */
export function roleOf(word: string): { readonly role: string; readonly relationship: string | undefined } {
  return PARENTS.includes(word)
    ? { role: 'parent', relationship: word }
    : { role: word, relationship: undefined };
}

/** The options held against what each may be. */
export function linkTyped(context: Context, options: LinkOptions): LinkTyped {
  const { tag, responsibility, knowsPlacement, contact, from } = options;
  const said = options.role === undefined ? undefined : roleOf(options.role);
  const role = said?.role;
  const relationship = options.relationship ?? said?.relationship;
  return {
    tag: tag === undefined ? undefined : readTag(tag),
    role: role === undefined ? undefined : readRole(role),
    link: {
      relationship: relationship === undefined ? undefined : oneLine(relationship, '--relationship'),
      hasResponsibility: readYes(responsibility, '--responsibility'),
      knowsPlacement: readYes(knowsPlacement, '--knows-placement'),
      contact: contact === undefined ? undefined : readContact(contact),
      from: from === undefined ? undefined : context.date(from, '--from', 'past'),
    },
    details: {
      email: orNone(options.email, '--email', readEmail),
      telephone: orNone(options.telephone, '--telephone', oneLine),
      address: orNone(options.address, '--address', oneLine),
    },
  };
}

function readTag(typed: string): string {
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

function readRole(role: string): string {
  if (LINKED_ROLES.includes(role)) return role;
  if (role === 'iro' || role === 'social-worker') {
    throw new UserError(
      `The ${role === 'iro' ? 'IRO' : 'social worker'} is in every review and is recorded elsewhere.`,
      role === 'iro' ? 'irotool iro allocate REF NAME' : 'irotool child edit REF --social-worker NAME',
    );
  }
  throw new UsageError(
    `There is no role "${role}".${didYouMean(role, LINKED_ROLES)}`,
    `The roles are ${LINKED_ROLES.join(', ')}.`,
  );
}

function readYes(typed: string | undefined, flag: string): boolean | undefined {
  if (typed === undefined) return undefined;
  if (typed === 'yes' || typed === 'no') return typed === 'yes';
  throw new UsageError(`${flag} is yes or no; not "${typed}".`);
}

function readContact(typed: string): Contact {
  const contact = CONTACTS.find((each) => each === typed);
  if (contact) return contact;
  throw new UsageError(`--contact is one of ${CONTACTS.join(', ')}; not "${typed}".`);
}

/** One line of text, which is not echoed where it is none: it may be a name. */
function oneLine(text: string, flag: string): string {
  if (isOneLine(text) && text.trim() !== '' && text.length <= 200) return text.trim();
  throw new UsageError(`${flag} is one line of text.`);
}

function readEmail(text: string, flag: string): string {
  const address = plainAddress(text);
  if (address !== null) return address;
  // Not echoed where it has line breaks in it.
  throw new UsageError(`${flag}: ${isOneLine(text) ? `"${text}"` : 'that'} ${NOT_AN_ADDRESS}`);
}

/** An empty value takes away what was there. */
function orNone(
  text: string | undefined,
  flag: string,
  read: (text: string, flag: string) => string,
): string | null | undefined {
  if (text === undefined) return undefined;
  return text === '' ? null : read(text, flag);
}
