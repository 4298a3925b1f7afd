/** One of a child’s people added, or found among those that are recorded. */
import type { Unit } from '../../context';
import { isSameName } from '../../core/names/likeness';
import type { IsoDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { type Child, siblingsOf } from '../../store/children';
import {
  addChildPerson,
  type ChildPerson,
  type ChildPersonChange,
  type Contact,
  changeChildPerson,
  everyoneOf,
  otherChildrenOf,
} from '../../store/people/child-people';
import {
  changePerson,
  findPeople,
  type Person,
  type PersonChange,
  personById,
} from '../../store/people/people';
import { listed, roleWords } from '../../ui/words';
import { rolesCalled } from './role-words';
import { KNOW_THE_PLACEMENT, LINKED_ROLES, MAY_SHARE_A_NAME } from './roles';
import { freeTag, refuseNamed, tagFrom } from './tags';

/** What is typed of one of a child's people. */
export interface LinkTyped {
  readonly tag: string | undefined;
  readonly role: string | undefined;
  readonly link: Omit<ChildPersonChange, 'until'>;
  /** Of the person, wherever they are linked; null takes away what was there. */
  readonly details: Pick<PersonChange, 'email' | 'telephone' | 'address'>;
}

/** `father` where a name would stand: the tag of one of the child's people, else the role of someone new. */
export function saidBy(
  unit: Unit,
  child: Child,
  name: string | undefined,
  typed: LinkTyped,
): { readonly name: string | undefined; readonly typed: LinkTyped } {
  if (name === undefined || typed.tag !== undefined || typed.role !== undefined) return { name, typed };
  const everyone = everyoneOf(unit.db, child.id);
  const word = name.toLowerCase();
  if (everyone.some((person) => isSameName(person.name, name))) return { name, typed };
  if (everyone.some(({ tag }) => tag.toLowerCase() === word)) {
    return { name: undefined, typed: { ...typed, tag: word } };
  }
  const [called, ...others] = rolesCalled(word);
  if (called === undefined || others.length > 0 || !LINKED_ROLES.includes(called.role))
    return { name, typed };
  const link = { ...typed.link, relationship: typed.link.relationship ?? called.relationship };
  return { name: undefined, typed: { ...typed, role: called.role, link } };
}

/** What became of a link, and what is worth saying of it. */
export interface Linked {
  readonly tag: string;
  readonly what: string;
  readonly notes: readonly string[];
}

/** The link that is meant, if there is one: by tag, else by name and role. */
export function linkedAlready(
  unit: Unit,
  child: Child,
  name: string | undefined,
  { tag, role }: LinkTyped,
): ChildPerson | undefined {
  const everyone = everyoneOf(unit.db, child.id);
  const tagged = everyone.find((person) => person.tag.toLowerCase() === tag);
  const isNamed = (person: ChildPerson): boolean => name !== undefined && isSameName(person.name, name);
  if (tagged) {
    if (name !== undefined && !isNamed(tagged)) {
      throw new UserError(
        `The tag “${tagged.tag}” is of someone else among ${child.ref}’s people. Nothing was saved.`,
        'Leave --tag out and one is found, or choose another word.',
      );
    }
    if (role !== undefined && role !== tagged.role) throw otherRole(child, tagged);
    return tagged;
  }
  if (name === undefined) {
    if (tag === undefined) return undefined;
    if (role === undefined) throw noSuchTag(child, tag, everyone);
    return undefined;
  }
  const found = everyone.filter((person) => isNamed(person) && (role ?? person.role) === person.role);
  if (found.length > 1) {
    throw new UsageError(
      `${child.ref} has ${found.length} people of that name.`,
      `Say which: ${found.map((person) => `--tag ${person.tag}`).join(' or ')}.`,
    );
  }
  if (found[0] && tag !== undefined) {
    throw new UserError(
      `${child.ref} has that person as “${found[0].tag}”, and a tag stays: the record speaks of them by it. Nothing was saved.`,
      'Leave --tag out. For another person of the same name, add a middle name.',
    );
  }
  return found[0];
}

function otherRole({ ref }: Child, { tag, role }: ChildPerson): UserError {
  return new UserError(
    `${ref}: “${tag}” is recorded as ${roleWords(role)}, and a role stays. Nothing was saved.`,
    `Leave --role out, or end that link first: irotool child unlink ${ref} ${tag}`,
  );
}

function noSuchTag({ ref }: Child, tag: string, everyone: readonly ChildPerson[]): UserError {
  const tags = everyone.map((person) => person.tag);
  return new UserError(
    `${ref} has nobody with the tag “${tag}”.${tags.length === 0 ? '' : ` The tags are ${tags.join(', ')}.`}`,
    `To add someone: irotool child link ${ref} NAME --role ROLE --tag ${tag}`,
  );
}

/** Adds someone to the child's people, inside a transaction: with a tag of their own, and the notes on them. */
export function addToPeople(unit: Unit, child: Child, name: string, role: string, typed: LinkTyped): Linked {
  const { db } = unit;
  const known = recordedAlready(unit, child, name, role);
  const others = everyoneOf(db, child.id);
  const names = [name, child.name ?? '', ...others.map((person) => person.name)];
  refuseNamed(typed.tag, names);
  const tag = freeTag(
    others.map((person) => person.tag.toLowerCase()),
    typed.tag ?? tagFrom(typed.link.relationship, names) ?? role,
  );
  const { email, telephone, address } = typed.details;
  const details = {
    email: email ?? undefined,
    telephone: telephone ?? undefined,
    address: address ?? undefined,
  };
  addChildPerson(db, child.id, known ? known.personId : { name, role, ...details }, {
    ...newLink(typed.link),
    tag,
    knowsPlacement: typed.link.knowsPlacement ?? KNOW_THE_PLACEMENT.includes(role),
  });
  if (known) changePerson(db, known.personId, typed.details);
  const unsaid = role === 'parent' && typed.link.hasResponsibility === undefined;
  return {
    tag,
    what: 'added to the child’s people',
    notes: [
      ...(known ? [known.note] : []),
      ...(unsaid
        ? [
            `parental responsibility is not recorded for “${tag}”. If they have it: irotool child link ${child.ref} --tag ${tag} --responsibility yes`,
          ]
        : []),
    ],
  };
}

function newLink({ relationship, hasResponsibility, contact, from }: ChildPersonChange): {
  relationship: string | null;
  hasResponsibility: boolean;
  contact: Contact | null;
  from: IsoDate | null;
} {
  return {
    relationship: relationship ?? null,
    hasResponsibility: hasResponsibility ?? false,
    contact: contact ?? null,
    from: from ?? null,
  };
}

/** Whoever is recorded already and would be taken for the same person; undefined if nobody is. */
export function recordedOf(unit: Unit, child: Child, name: string, role: string): Person | undefined {
  const known = recordedAlready(unit, child, name, role);
  return known === null ? undefined : personById(unit.db, known.personId);
}

/**
 * The recorded person who is meant. Colleagues are known by name and role; families share names, so
 * that theirs are one person only if a brother or sister has them too.
 */
function recordedAlready(
  { db }: Unit,
  child: Child,
  name: string,
  role: string,
): { readonly personId: number; readonly note: string } | null {
  if (!MAY_SHARE_A_NAME.includes(role)) {
    const [person] = findPeople(db, name, role);
    if (!person) return null;
    const left = person.active ? '' : ' They are recorded as having left.';
    return {
      personId: person.id,
      note: `a ${roleWords(role)} of that name is recorded already, and is taken to be the same person.${left}`,
    };
  }
  for (const sibling of siblingsOf(db, child.id)) {
    const same = everyoneOf(db, sibling.id).find(
      (person) => person.role === role && isSameName(person.name, name),
    );
    if (same) {
      return {
        personId: same.personId,
        note: `the same person as ${sibling.ref}’s “${same.tag}”: one address and telephone for both.`,
      };
    }
  }
  return null;
}

/** Changes what was given, inside a transaction; a link that had ended begins again. */
export function changeLink(unit: Unit, child: Child, existing: ChildPerson, typed: LinkTyped): Linked {
  const { link: changes, details } = typed;
  const isBack = existing.until !== null;
  const isNothing = [...Object.values(changes), ...Object.values(details)].every(
    (each) => each === undefined,
  );
  if (isNothing && !isBack) {
    return { tag: existing.tag, what: 'recorded so already; nothing was changed', notes: [] };
  }
  changeChildPerson(unit.db, existing.id, isBack ? { ...changes, until: null } : changes);
  changePerson(unit.db, existing.personId, details);
  const others = otherChildrenOf(unit.db, existing.personId, child.id);
  const { relationship } = changes;
  const isCalledElse =
    relationship !== undefined && tagFrom(relationship, [existing.name]) !== existing.tag.toLowerCase();
  const isShared = others.length > 0 && Object.values(details).some((each) => each !== undefined);
  return {
    tag: existing.tag,
    what: isBack ? 'among the child’s people again' : 'changed',
    notes: [
      ...(isShared ? [`the same person is recorded for ${listed(others)}: it changes there too.`] : []),
      ...(isCalledElse
        ? [
            `“${existing.tag}” stays the word for them in the record and in names of files; where someone is typed, “${relationship}” is taken for them too.`,
          ]
        : []),
    ],
  };
}
