/**
 * What is held on a child, for the child: who asks for their own record is given what is about them. Other people are left
 * out, and each omission is listed for a person to decide, as is every text that people wrote: no program can tell of
 * a text whose secret it is.
 */
import { MAY_SHARE_A_NAME } from '../../../cases/people/roles';
import type { Unit } from '../../../context';
import { specOf } from '../../../core/events/fact';
import { type Cleaner, cleanerOf } from '../../../core/privacy/cleaner';
import { withTexts } from '../../../core/privacy/facts-in-words';
import { nameIndex } from '../../../core/privacy/names';
import { isOrdinaryWord } from '../../../law/ordinary-words';
import { childDetails, childrenOf, parentsInCare } from '../../../store/child-details';
import { childRefs, type ListedChild, siblingsOf } from '../../../store/children';
import { type ChronologyEntry, chronologyOf } from '../../../store/chronology';
import { type ChildPerson, everyoneOf } from '../../../store/people/child-people';
import { listPeople } from '../../../store/people/people';
import { namesOfChildren } from '../../../store/report-children';
import type { Db } from '../../../store/sqlite';
import { type HeldEvent, type HeldOnChild, heldEvent } from './held';

/** Something that a person is to decide about. */
export interface ToDecide {
  readonly number: number;
  /** `left out`: it is not in what is given; `to read`: it is, and may tell of somebody else. */
  readonly what: 'left out' | 'to read';
  readonly where: string;
  readonly why: string;
  /** What was written there. */
  readonly text: string;
}

export interface ForSubject {
  readonly child: Partial<HeldOnChild['child']>;
  readonly outside: HeldOnChild['outside'];
  readonly chronology: readonly Pick<HeldEvent, 'event' | 'on' | 'words' | 'struckWhy'>[];
  readonly documents: readonly {
    readonly template: string;
    readonly madeAt: string;
    readonly sentOn: string | null;
  }[];
}

/** What is given, and what is to be decided. */
export function forSubject(
  { db }: Pick<Unit, 'db'>,
  listed: ListedChild,
  held: HeldOnChild,
): { readonly given: ForSubject; readonly decide: readonly ToDecide[] } {
  const decide: ToDecide[] = [];
  const add = (what: ToDecide['what'], where: string, why: string, text: string): number => {
    decide.push({ number: decide.length + 1, what, where, why, text });
    return decide.length;
  };
  const leaveOut = (where: string, why: string, text: string): string =>
    `[left out ${add('left out', where, why, text)}]`;
  const cleaner = othersOf(db, listed);
  const refs = new Set(childRefs(db).map((ref) => ref.toLowerCase()));
  refs.delete(listed.ref.toLowerCase());
  const clean = (text: string, where: string): string => {
    const withoutRefs = text.replaceAll(REFERENCE, (written) =>
      refs.has(written.toLowerCase())
        ? leaveOut(where, 'It is the reference of another child.', written)
        : written,
    );
    const given = cleaner.without(withoutRefs, (is, written) => leaveOut(where, OTHERS[is], written));
    add('to read', where, 'Somebody wrote it, and it may tell of somebody else.', text);
    return given;
  };

  for (const person of held.people)
    leaveOut(`people: ${person.tag}`, 'It is about somebody else.', about(person));
  const { siblings, parents, children, mergedFrom, mergedInto: _into, needs, ...own } = held.child;
  for (const [what, others] of Object.entries({ siblings, parents, children, 'merged records': mergedFrom }))
    if (others.length > 0) leaveOut(what, 'It is about other children.', others.join(', '));
  const { placement } = own;

  const people = new Set(
    everyoneOf(db, listed.id)
      .filter(({ role }) => isThird(role))
      .map(({ tag }) => tag),
  );
  const chronology = chronologyOf(db, listed.id).map((entry) => {
    const { words, event, on } = heldEvent({ db }, eventFor(entry, people, leaveOut, clean));
    const struckWhy = entry.struckWhy === null ? null : clean(entry.struckWhy, `event ${event}: struck out`);
    return { event, on, words, struckWhy };
  });
  for (const { day, report, recipient } of held.messages)
    leaveOut(`messages: ${report} of ${day}`, 'It tells of other children too.', `to ${recipient}`);
  const receivers = [...new Set(held.documents.map(({ recipient }) => recipient))];
  if (receivers.length > 0)
    leaveOut('documents: to whom', 'It may be somebody else to whom one was sent.', receivers.join('; '));
  if (held.deadlines.length > 0)
    leaveOut(
      'dates by which something was to be done',
      'They are worked out from what is given, for those who work with the child.',
      `${held.deadlines.length} dates`,
    );
  leaveOut(
    'audit',
    'It says again, by whom it was entered, what stands in the chronology.',
    `${held.audit.length} entries`,
  );
  return {
    given: {
      child: {
        ...own,
        placement: placement === null ? null : clean(placement, 'placement'),
        needs: needs === null ? null : clean(needs, 'needs'),
      },
      outside: held.outside,
      chronology,
      documents: held.documents.map(({ template, madeAt, sentOn }) => ({ template, madeAt, sentOn })),
    },
    decide,
  };
}

/** What may be a reference: it begins and ends with a letter or a figure. */
const REFERENCE = /[\p{L}\p{N}](?:[\p{L}\p{N}._/-]*[\p{L}\p{N}])?/gu;

const OTHERS = {
  name: 'It names somebody else.',
  date: 'It is the date of birth of somebody else.',
  address: 'It is where somebody lives, or can be reached.',
  number: 'It is a telephone or other number.',
} as const;

/** Those who are no colleagues: what is recorded of what the others do in their work is not theirs alone. */
const isThird = (role: string): boolean => MAY_SHARE_A_NAME.includes(role);

const about = ({
  name,
  role,
  relationship,
  contact,
  email,
  telephone,
  address,
}: HeldOnChild['people'][number]): string =>
  [name, role, relationship, contact, email, telephone, address].filter((each) => each !== null).join('; ');

/** An event for its subject: of one that is about somebody else no text is given, and from the others names go. */
function eventFor(
  entry: ChronologyEntry,
  people: ReadonlySet<string>,
  leaveOut: (where: string, why: string, text: string) => string,
  clean: (text: string, where: string) => string,
): ChronologyEntry {
  const spec = specOf(entry);
  const isAbout = Object.entries(entry.attributes).some(
    ([name, value]) => spec?.attributes[name]?.kind === 'who' && people.has(value.toLowerCase()),
  );
  const withoutTexts = withTexts(entry, (text, attribute, kind) => {
    const where = `event ${entry.id}: ${attribute}`;
    if (kind === 'tags') return text;
    return isAbout ? leaveOut(where, 'It is about somebody else.', text) : clean(text, where);
  });
  const attributes = Object.entries(withoutTexts.attributes).map(([name, value]) => [
    name,
    spec?.attributes[name]?.kind === 'children'
      ? leaveOut(`event ${entry.id}: ${name}`, 'It is about other children.', value)
      : value,
  ]);
  return { ...withoutTexts, attributes: Object.fromEntries(attributes) as Record<string, string> };
}

/** Finds what is of other people: of the child's family and carers, brothers and sisters, and of every other child. */
function othersOf(db: Db, { id, name }: ListedChild): Cleaner {
  const people: ChildPerson[] = everyoneOf(db, id).filter(({ role }) => isThird(role));
  // Of a brother or a sister one name alone says who it is.
  const related = [...siblingsOf(db, id), ...parentsInCare(db, id), ...childrenOf(db, id)];
  const own = [name, childDetails(db, id).knownAs].filter((each) => each !== null);
  const colleagues = listPeople(db).filter(({ role }) => !isThird(role));
  const others = namesOfChildren(db).filter((each) => each.id !== id && !own.includes(each.name));
  return cleanerOf(
    {
      names: [
        ...people.map((person) => person.name),
        ...related.flatMap((each) => [each.name, childDetails(db, each.id).knownAs]),
      ].filter((each) => each !== null),
      births: related.flatMap(({ born }) => born ?? []),
      addresses: people.flatMap(({ address }) => address ?? []),
      telephones: people.flatMap(({ telephone }) => telephone ?? []),
      emails: people.flatMap(({ email }) => email ?? []),
      others: own,
      isWord: isOrdinaryWord,
    },
    {
      children: nameIndex(others.map((each) => each.name)),
      colleagues: nameIndex(colleagues.map((each) => each.name)),
    },
  );
}
