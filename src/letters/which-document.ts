/** Which document goes to whom: by role, by age, by the kind of review. */

import type { Naming } from '../cases/people/naming';
import { isToTheChild, refuseTwoOfAWord, theirWords } from '../cases/people/who';
import { oneByPart } from '../cases/people/whole-name';
import { isSameName } from '../core/names/likeness';
import { ageOn } from '../core/time/dates';
import type { TemplateShelf } from '../documents/template/shelf';
import type { Template } from '../documents/template/template';
import { didYouMean, UsageError, UserError } from '../errors';
import { isOfKind, type LetterCase } from './letter-case';
import { type Addressee, nearestManagers, STAFF_ROLES } from './recipient';
import { forWords } from './withheld';

/** True where a document is written for someone of that role, or with parental responsibility. */
export function isFor(template: Template, { role, hasResponsibility }: Addressee): boolean {
  if (template.roles.length === 0 || template.roles.includes(role)) return true;
  return hasResponsibility && template.roles.includes('parent');
}

/** The child's age on the day; null where the date of birth is not recorded. */
export function ageFor({ child, day }: LetterCase): number | null {
  return child.born === null ? null : ageOn(child.born, day);
}

const fitsAge = ({ ages }: Template, age: number | null): boolean =>
  ages === null || (age !== null && age >= ages.from && age <= ages.to);

/** True if a document is not for another age than the child’s on the day of the case. */
export const ageFits = (template: Template, of: LetterCase): boolean => fitsAge(template, ageFor(of));

/** True of an invitation to say in writing what one thinks, and not to come. */
export const isOnPapers = ({ asks }: Template): boolean => asks === 'views';

/** The document of a kind that fits someone best: that of their role alone before one for many, of their age before one for all. */
export function bestFor(
  shelf: TemplateShelf,
  review: LetterCase,
  recipient: Addressee,
  isWanted: (template: Template) => boolean,
  // What is in easy read is for whoever needs it, and for nobody else.
  written: Template['written'] = null,
): Template | undefined {
  const age = ageFor(review);
  const isOwn = (template: Template): number => Number(!template.roles.includes(recipient.role));
  // What the council has added to ours is meant to be used.
  const isAdded = ({ name }: Template): number => Number(shelf.own.has(name) && !shelf.shipped.has(name));
  const years = ({ ages }: Template): number => (ages === null ? 100 : ages.to - ages.from);
  // One for this kind of review alone, before one for several; one meeting that is two kinds has what is for both.
  const breadth = ({ reviews }: Template): number =>
    review.kinds.every((kind) => reviews.includes(kind)) ? reviews.length : Number.MAX_SAFE_INTEGER;
  return [...shelf.templates.values()]
    .filter(
      (template) =>
        isWanted(template) &&
        template.written === written &&
        template.roles.length > 0 &&
        isFor(template, recipient) &&
        fitsAge(template, age) &&
        isOfKind(template, review),
    )
    .sort(
      (a, b) =>
        isOwn(a) - isOwn(b) ||
        isAdded(b) - isAdded(a) ||
        breadth(a) - breadth(b) ||
        a.roles.length - b.roles.length ||
        years(a) - years(b),
    )[0];
}

/** The one it goes to: as typed, else the one person of its role. */
export function recipientChosen(
  naming: Naming,
  shelf: TemplateShelf,
  review: LetterCase,
  template: Template,
  everyone: readonly Addressee[],
  typed: string | undefined,
): Addressee {
  const found =
    typed === undefined
      ? onlyOne(review, template, everyone)
      : recipientTyped(naming, review, template, everyone, typed);
  if (!isFor(template, found) || !fitsAge(template, ageFor(review))) {
    refuseMisfit(shelf, review, template, found);
  }
  return found;
}

/** Documents of colleagues alone go to the first role they name; others are never guessed. */
const COLLEAGUES: readonly string[] = ['social-worker', 'iro', 'supervising-social-worker', ...STAFF_ROLES];

function onlyOne(review: LetterCase, template: Template, everyone: readonly Addressee[]): Addressee {
  const candidates = mayBe(review, template, everyone);
  if (candidates.length === 1) return candidates[0]!;
  if (candidates.length === 0) throw nobody(review, template);
  throw new UsageError(
    `${review.label}: ${template.name} may go to several people.`,
    `Say to whom: ${candidates.map(({ tag }) => `--to ${tag}`).join(' or ')}.`,
  );
}

function mayBe(review: LetterCase, template: Template, everyone: readonly Addressee[]): readonly Addressee[] {
  const all = everyone.filter((each) => isFor(template, each) && isThere(review, each));
  // Whoever applies with them has a letter of their own, if it is asked for.
  if (template.about === 'determination') return all.slice(0, 1);
  const ofRole = (role: string): readonly Addressee[] => all.filter((each) => each.role === role);
  // A record is written by the IRO, and is the unit's own until it is sent to someone.
  if (template.kind === 'record' && template.roles.includes('iro')) return ofRole('iro');
  if (template.roles.every((role) => COLLEAGUES.includes(role))) return staffFor(template, review, all);
  // A manager is written to where that is asked for, or where a letter is for managers alone.
  const people = all.filter(({ role }) => !STAFF_ROLES.includes(role));
  const isExcluded = ({ participant }: Addressee): boolean => participant?.exclusion != null;
  const right =
    template.kind === 'reasons'
      ? people.filter(isExcluded)
      : template.kind === 'invitation' && !isOnPapers(template)
        ? people.filter((each) => !isExcluded(each))
        : people;
  return right.length > 0 ? right : people;
}

/** Those of the first of its roles that anyone has; of managers the nearest. */
export function staffFor(
  template: Pick<Template, 'roles'>,
  review: LetterCase,
  everyone: readonly Addressee[],
): readonly Addressee[] {
  const ofRole = (wanted: string): readonly Addressee[] => everyone.filter(({ role }) => role === wanted);
  const role = template.roles.find((each) => ofRole(each).length > 0);
  if (role === undefined) return [];
  return STAFF_ROLES.includes(role) ? nearestManagers(review, ofRole(role)) : ofRole(role);
}

/** A child without a social worker or an IRO has nobody to write to of that role. */
const isThere = ({ child, iroId }: LetterCase, { ref }: Addressee): boolean =>
  ref === 'social-worker' ? child.socialWorker !== null : ref !== 'iro' || iroId !== null;

function recipientTyped(
  naming: Naming,
  review: LetterCase,
  template: Template,
  everyone: readonly Addressee[],
  typed: string,
): Addressee {
  const { child } = review;
  const wanted = typed.trim().toLowerCase();
  refuseTwoOfAWord(
    child,
    everyone.map((each) => ({ ref: each.tag, person: each })),
    typed,
  );
  const tagged = everyone.find(({ tag }) => tag === wanted);
  if (tagged) return tagged;
  const named = everyone.filter(({ name }) => isSameName(name, typed));
  const related = everyone.filter((each) => isToTheChild(each, typed));
  const known = named.length > 0 ? named : related;
  const ofRole = known.length > 0 ? known : everyone.filter(({ role }) => role === wanted);
  const fitting = ofRole.length > 1 ? ofRole.filter((each) => isFor(template, each)) : ofRole;
  const found = fitting.length > 0 ? fitting : ofRole;
  if (found.length === 1) return found[0]!;
  if (found.length > 1) {
    throw new UsageError(
      `${child.ref} has several people of the role or name typed for --to.`,
      `Say which: ${found.map(({ tag }) => `--to ${tag}`).join(' or ')}.`,
    );
  }
  const byPart = oneByPart(naming, child.ref, everyone, typed);
  if (byPart !== null) return byPart;
  const tags = everyone.map(({ tag }) => tag);
  const isParent = PARENTS.includes(wanted);
  const role = isParent ? `parent --relationship ${wanted}` : 'ROLE';
  throw new UserError(
    // A father is no misspelling of a mother.
    `${child.ref} has nobody recorded by that name, tag or role.${isParent ? '' : didYouMean(wanted, tags)}`,
    `Those recorded: ${tags.join(', ')}. To add someone: irotool child link ${child.ref} NAME --role ${role}`,
  );
}

const PARENTS: readonly string[] = ['mother', 'father'];

/** Nobody of its roles is recorded. */
function nobody({ child, label }: LetterCase, template: Template): UserError {
  const [role = 'other'] = template.roles;
  const how: Readonly<Record<string, string>> = {
    iro: `irotool iro allocate ${child.ref} NAME`,
    'social-worker': `irotool child edit ${child.ref} --social-worker NAME`,
    manager: 'irotool person add --name NAME --role manager',
    'service-manager': 'irotool person add --name NAME --role service-manager',
    delegate: `irotool review participants ${child.ref} --add WHO --delegate NAME`,
  };
  return new UserError(
    `${label}: there is nobody for ${template.name} to go to: no ${theirWords({ relationship: null, role })} is recorded.`,
    `To add one: ${how[role] ?? `irotool child link ${child.ref} NAME --role ${role}`}`,
  );
}

/** Refuses a document for others, or for another age, with the right one. */
function refuseMisfit(
  shelf: TemplateShelf,
  review: LetterCase,
  template: Template,
  recipient: Addressee,
): void {
  const age = ageFor(review);
  // Where the date of birth is not recorded whoever chose the document knows better.
  if (isFor(template, recipient) && age === null) return;
  const right =
    bestFor(shelf, review, recipient, (other) => sameSort(other, template)) ??
    bestFor(
      shelf,
      review,
      recipient,
      (other) => other.kind === template.kind && isOnPapers(other) === isOnPapers(template),
    );
  const next =
    right === undefined
      ? 'To see every document and who it is for: irotool letter list'
      : `For ${forWords(recipient)}: irotool letter ${right.name} ${review.child.ref} --to ${recipient.tag}`;
  const why = isFor(template, recipient)
    ? `and ${review.child.ref} is ${age} on the day`
    : `not for ${forWords(recipient)}`;
  throw new UserError(`${template.name} is for ${article(template.forWords)}, ${why}.`, next);
}

const article = (words: string): string =>
  /^(?:a|an|the|any|every|some)/i.test(words) ? words : `a ${words}`;

/** Documents of one sort begin alike: `meeting-changed`, `meeting-changed-child`. */
function sameSort(other: Template, template: Template): boolean {
  const begins = (name: string): string => name.split('-').slice(0, 2).join('-');
  return other.kind === template.kind && begins(other.name) === begins(template.name);
}

/** Someone whom it was decided not to invite is not invited by a slip. */
export function refuseExcluded(
  shelf: TemplateShelf,
  review: LetterCase,
  template: Template,
  recipient: Addressee,
): void {
  refuseNotOfConference(review, template, recipient);
  const exclusion = recipient.participant?.exclusion ?? null;
  if (template.kind !== 'invitation' || isOnPapers(template)) return;
  if (exclusion === null || exclusion.isForPart || recipient.delegateOf !== null) return;
  const { ref } = review.child;
  const reasons = bestFor(shelf, review, recipient, ({ kind }) => kind === 'reasons');
  const written =
    reasons === undefined
      ? ''
      : `For the written reasons: irotool letter ${reasons.name} ${ref} --to ${recipient.tag}. `;
  throw new UserError(
    `${review.label}: it was decided not to invite ${forWords(recipient)}. Nothing was written.`,
    `${written}Once it is looked at again: irotool review not-invite ${ref} ${recipient.ref} --looked-at ended`,
  );
}

/** True if a document of a conference goes to someone: an invitation to whoever is invited, any other to its members. */
export function isOfConference({ conference }: LetterCase, template: Template, { ref }: Addressee): boolean {
  if (conference === null) return true;
  const member = conference.members.find(({ who }) => who.ref === ref);
  // It is about the child, on its list or not: what it decided is told to them.
  if (ref === 'child' && template.kind === 'after') return true;
  if (!member) return false;
  if (template.kind !== 'invitation') return member.part !== 'none' || member.came;
  return member.part === 'invited' && member.excluded?.part !== 'all';
}

function refuseNotOfConference(of: LetterCase, template: Template, recipient: Addressee): void {
  if (isOfConference(of, template, recipient)) return;
  const { label, conference, child } = of;
  const member = conference!.members.find(({ who }) => who.ref === recipient.ref);
  throw member?.excluded?.part === 'all' && template.kind === 'invitation'
    ? new UserError(
        `${label}: its chair has excluded ${forWords(recipient)}. Nothing was written.`,
        `To tell them why: irotool letter conference-exclusion ${child.ref} --to ${recipient.tag}`,
      )
    : new UserError(
        `${label}: ${forWords(recipient)} is not on its list. Nothing was written.`,
        `To put them on it: irotool conference participants ${conference!.again} --add ${recipient.tag}`,
      );
}
