/**
 * Whom a command speaks of in a review: the child, the IRO, the social worker, or one of the child's
 * people, by tag or by name. Events hold the tag.
 */
import type { Context, Unit } from '../../context';
import { isSameName } from '../../core/names/likeness';
import type { IsoDate } from '../../core/time/dates';
import { didYouMean, UserError } from '../../errors';
import type { Child } from '../../store/children';
import { type ChildPerson, peopleOf } from '../../store/people/child-people';
import { WITH_A_CHILD, WITH_AN_APPLICANT } from '../../store/people/in-every-record';
import { isApplicant } from '../../store/subjects';
import { either, listed } from '../../ui/words';
import { toRecord } from '../find';
import { isSameWord, rolesCalled } from './role-words';
import { ROLES } from './roles';
import { oneByPart } from './whole-name';

/** Someone in a child's review. */
export interface Who {
  /** As events have it: `child`, `iro`, `social-worker`, or the tag of one of the child's people. */
  readonly ref: string;
  /** In words: `the child`, `mother`, `teacher`. */
  readonly called: string;
  /** Null for the child, the IRO and the social worker, who are recorded elsewhere. */
  readonly person: ChildPerson | null;
}

/** Everyone who may be spoken of in a child's review, or with an applicant, on a day: those of every one first. */
export function everyoneIn(unit: Unit, child: Pick<Child, 'id'>, on: IsoDate): Who[] {
  const ofEach = isApplicant(unit.db, child.id) ? WITH_AN_APPLICANT : WITH_A_CHILD;
  const always = Object.entries(ofEach).map(([ref, called]) => ({ ref, called, person: null }));
  const people = peopleOf(unit.db, child.id, on).map((person) => ({
    ref: person.tag.toLowerCase(),
    called: person.relationship ?? tagWords(person.tag),
    person,
  }));
  return [...always, ...people];
}

/** A tag in words; of a role that is no word for a person, such as health, by what documents call it. */
function tagWords(tag: string): string {
  const [, role = '', number = ''] = /^(.*?)(-\d+)?$/.exec(tag.toLowerCase())!;
  const words = role === 'guardian' ? undefined : DOCUMENT_WORDS[role];
  return words === undefined ? tag.replaceAll('-', ' ') : `${words}${number.replace('-', ' ')}`;
}

/** Whom was typed: by tag, by name or by what they are; or by a part of a name, if those are taken. */
export function whoNamed(context: Context, unit: Unit, child: Child, typed: string, on: IsoDate): Who {
  const found = whoFound(context, unit, child, typed, on);
  if (found) return found;
  const everyone = everyoneIn(unit, child, on);
  const wanted = typed.trim().toLowerCase();
  const refs = everyone.map(({ ref }) => ref);
  const role = ROLES.includes(wanted) ? wanted : 'parent';
  throw new UserError(
    `${child.ref} has nobody recorded by that name or tag.${didYouMean(wanted, refs)}`,
    `Those recorded: ${refs.join(', ')}. To add someone: irotool child link ${child.ref} NAME --role ${role}`,
  );
}

/** The same; undefined if it is none of them on that day. */
export function whoFound(
  context: Context,
  unit: Unit,
  child: Child,
  typed: string,
  on: IsoDate,
): Who | undefined {
  const everyone = everyoneIn(unit, child, on);
  const people = everyone.flatMap((who) =>
    who.person === null ? [] : [{ who, tag: who.ref, name: who.person.name }],
  );
  refuseTwoOfAWord(child, everyone, typed);
  return whoOf(everyone, typed) ?? oneByPart(toRecord(context, unit.db), child.ref, people, typed)?.who;
}

/** The one of them who was typed: by tag, by name, or by what they are. */
export function whoOf(everyone: readonly Who[], typed: string): Who | undefined {
  const wanted = typed.trim().toLowerCase();
  return (
    everyone.find(({ ref }) => ref === wanted) ??
    everyone.find(({ person }) => isSameName(person?.name, typed)) ??
    theOnly(everyone.filter(({ person }) => isToTheChild(person, typed))) ??
    calledSo(everyone, typed)
  );
}

const theOnly = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

/** True if someone is recorded as what was typed, to the child: `mother`, which may be said after the tag was made. */
export const isToTheChild = (
  person: { readonly relationship?: string | null } | null,
  typed: string,
): boolean => Boolean(person?.relationship) && isSameWord(person!.relationship!, typed);

/**
 * Refuses a word that is the tag of one person, who is recorded as something else to the child, and what another is:
 * a letter to “mother” is not to go to an aunt whose tag that has stayed.
 */
export function refuseTwoOfAWord(
  { ref }: Pick<Child, 'ref'>,
  everyone: readonly { readonly ref: string; readonly person: Related | null }[],
  typed: string,
): void {
  const tagged = everyone.find((each) => each.ref === typed.trim().toLowerCase());
  if (!tagged?.person?.relationship || isToTheChild(tagged.person, typed)) return;
  const others = everyone.filter(({ person }) => isToTheChild(person, typed));
  if (others.length === 0) return;
  throw new UserError(
    `${ref}: “${tagged.ref}” is the tag of the ${tagged.person.relationship}, and what ${listed(others.map((each) => `“${each.ref}”`))} is to the child.`,
    `Type ${either([`"${tagged.person.relationship}"`, ...others.map((each) => each.ref)])}.`,
  );
}

interface Related {
  readonly relationship?: string | null;
}

/** The one of them who is called so by what they are: `mum`, `foster carer`. */
function calledSo(everyone: readonly Who[], typed: string): Who | undefined {
  const meant = rolesCalled(typed);
  const found = everyone.filter(({ ref, person }) =>
    meant.some(({ role, relationship }) =>
      person === null
        ? ref === role
        : person.role === role &&
          (relationship === undefined || isSameWord(person.relationship ?? '', relationship)),
    ),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** What someone of a tag is called, also if they are no longer among the child's people. */
export function calledOf(everyone: readonly Who[], ref: string): string {
  return everyone.find((who) => who.ref === ref.toLowerCase())?.called ?? tagWords(ref);
}

/** What one of the child's people is called in a document: `mother`, `foster carer`, `GP`. */
export function theirWords({
  relationship,
  role,
  name = '',
}: Pick<ChildPerson, 'relationship' | 'role'> & Partial<Pick<ChildPerson, 'name'>>): string {
  const one = relationship ?? DOCUMENT_WORDS[role] ?? role.replaceAll('-', ' ');
  // A couple is recorded as one: `Sue and Ray Hart` are carers.
  const words = COUPLE.test(name) ? one.replace(MAY_BE_TWO, '$&s') : one;
  // `Mother` as it was typed, but `GP`.
  const isWord = words.slice(1, 2) !== words.slice(1, 2).toUpperCase();
  return isWord ? words.slice(0, 1).toLowerCase() + words.slice(1) : words;
}

/** A name of two people. */
const COUPLE = /\s(?:and|&)\s/i;
/** What two people may be together. */
const MAY_BE_TWO = /(?:carer|adopter|parent|guardian)$/i;

/** Roles that a letter calls otherwise. */
const DOCUMENT_WORDS: Readonly<Record<string, string>> = {
  health: 'health professional',
  guardian: 'children’s guardian',
  other: 'professional',
};
