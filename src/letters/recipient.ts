/** Those to whom a document of a child may go: the child's people, and colleagues who manage. */

import type { ListedWho } from '../cases/meeting/participants';
import { everyoneIn, theirWords, type Who } from '../cases/people/who';
import type { Unit } from '../context';
import type { Reader } from '../core/privacy/may-know';
import type { IsoDate } from '../core/time/dates';
import type { Child } from '../store/children';
import { forUnit } from '../store/people/names';
import { findPeople, listPeople, managersOf, type Person, personById } from '../store/people/people';
import type { LetterCase } from './letter-case';
import { applicantRecipients, panelMembers, raisedWith } from './recipients-of-case';

/** Someone a document is written to. */
export interface Recipient extends Reader {
  /** By which files and the log call them: a tag or a role, never a name. */
  readonly tag: string;
  readonly role: string;
  /** The number of the person; null for the child, the IRO and the social worker, and whoever is not recorded. */
  readonly personId: number | null;
  readonly name: string | null;
  /** `mother`, `foster carer`, `teacher`. */
  readonly called: string;
  /** The same as it was typed of one of the child's people; null if only the role is known. */
  readonly relationship?: string | null;
  readonly email: string | null;
  readonly telephone: string | null;
  readonly address: string | null;
  readonly hasResponsibility: boolean;
  /** `ordinary`, `supervised`, `none`; null where it is not recorded. */
  readonly contact: string | null;
  /** Whose place they take, in words; null where nobody's. */
  readonly delegateOf: string | null;
  /** True if the name is of an office, and not of a person. */
  readonly isOffice?: boolean;
  /** Their part in the review; null where there is none. */
  readonly participant: ListedWho | null;
}

/** What decides who is who: the review's day and list, and the IRO of that day. */
interface AddressBook {
  readonly unit: Unit;
  readonly child: Child;
  readonly day: IsoDate;
  readonly participants: readonly ListedWho[];
  readonly iroId: number | null;
}

/** Managers and the like, who are no people of the child. */
export const STAFF_ROLES: readonly string[] = ['manager', 'service-manager'];

/** Everyone whom a document may go to. */
export function recipientsOf(of: LetterCase): Recipient[] {
  const { unit, child, day, iroId } = of;
  if (of.determination !== null) return applicantRecipients(of);
  const book: AddressBook = { unit, child, day, iroId, participants: of.list?.participants ?? [] };
  const people = everyoneIn(unit, child, day).map((who) => recipientOf(book, who));
  return [
    ...raisedWith(of, people),
    ...people,
    ...delegatesOf(book, people),
    ...panelMembers(of),
    ...staffOf(unit),
  ];
}

function recipientOf({ unit, child, participants, iroId }: AddressBook, { ref, person }: Who): Recipient {
  const participant = participants.find((each) => each.ref === ref) ?? null;
  const colleague = colleagueOf(unit, child, iroId, ref);
  const name = ref === 'child' ? child.name : (person?.name ?? colleague?.name ?? null);
  return {
    tag: ref,
    ref,
    personId: person?.personId ?? null,
    role: person?.role ?? ref,
    name,
    called: person ? theirWords(person) : ROLE_CALLED[ref]!,
    relationship: person?.relationship ?? null,
    email: person?.email ?? colleague?.email ?? null,
    telephone: person?.telephone ?? colleague?.telephone ?? null,
    address: person?.address ?? colleague?.address ?? null,
    hasResponsibility: person?.hasResponsibility ?? false,
    contact: person?.contact ?? null,
    knowsPlacement: person?.knowsPlacement ?? false,
    isStaff: person === null && ref !== 'child',
    delegateOf: null,
    participant,
  };
}

/** What those of every review are called in a document. */
export const ROLE_CALLED: Readonly<Record<string, string>> = {
  child: 'child',
  iro: 'independent reviewing officer (IRO)',
  'social-worker': 'social worker',
};

/** The IRO or the social worker as a person of the unit. */
export function colleagueOf(unit: Unit, child: Child, iroId: number | null, ref: string): Person | undefined {
  if (ref === 'iro') return iroId === null ? undefined : personById(unit.db, iroId);
  if (ref !== 'social-worker' || child.socialWorker === null) return undefined;
  return findPeople(unit.db, child.socialWorker, 'social-worker')[0];
}

/** Those who come in someone's place: what they may know goes by who they are themselves. */
function delegatesOf(book: AddressBook, people: readonly Recipient[]): Recipient[] {
  return book.participants.flatMap((participant) => {
    const { delegate } = participant;
    if (delegate === null) return [];
    const principal = people.find(({ ref }) => ref === participant.ref);
    const known = people.find(({ ref }) => ref === delegate.toLowerCase());
    if (!principal) return [];
    const isColleague = known === undefined && principal.isStaff;
    return [
      {
        tag: `${participant.ref}-delegate`,
        ref: known?.ref ?? `${participant.ref}-delegate`,
        role: 'delegate',
        personId: known?.personId ?? null,
        name: known?.name ?? forUnit(book.unit.db, delegate),
        called: known?.called ?? 'delegate',
        email: known?.email ?? null,
        telephone: known?.telephone ?? null,
        address: known?.address ?? null,
        hasResponsibility: false,
        contact: known?.contact ?? null,
        // Of someone who is not recorded nothing is known, whoever they come for.
        knowsPlacement: known?.knowsPlacement ?? false,
        isStaff: isColleague,
        delegateOf: `the ${principal.called}`,
        participant,
      },
    ];
  });
}

function staffOf(unit: Unit): Recipient[] {
  const staff = listPeople(unit.db).filter(({ role, active }) => active && STAFF_ROLES.includes(role));
  return staff.map((person) => {
    const isOnly = staff.filter(({ role }) => role === person.role).length === 1;
    const tag = isOnly ? person.role : `${person.role}-${person.id}`;
    return {
      tag,
      ref: tag,
      role: person.role,
      personId: person.id,
      name: person.name,
      called: person.role.replaceAll('-', ' '),
      email: person.email,
      telephone: person.telephone,
      address: person.address,
      hasResponsibility: false,
      contact: null,
      knowsPlacement: false,
      isStaff: true,
      delegateOf: null,
      participant: null,
    };
  });
}

/** True of a manager of the child's social worker or IRO. */
export function managesForChild(
  { unit, child, iroId }: AddressBook | LetterCase,
  { name }: Recipient,
): boolean {
  const colleagues = ['social-worker', 'iro'].flatMap((ref) => colleagueOf(unit, child, iroId, ref) ?? []);
  return name !== null && colleagues.some(({ id }) => managersOf(unit.db, id).includes(name));
}

/** Of the managers, those of the child's social worker where that is recorded. */
export function nearestManagers(
  { unit, child }: Pick<AddressBook, 'unit' | 'child'>,
  managers: readonly Recipient[],
): readonly Recipient[] {
  const worker = colleagueOf(unit, child, null, 'social-worker');
  const names = worker ? managersOf(unit.db, worker.id) : [];
  const own = managers.filter(({ name }) => name !== null && names.includes(name));
  return own.length > 0 ? own : managers;
}

/** The lines of an address that was typed as one. */
export function addressLines(address: string | null): string[] {
  return (address ?? '')
    .split(/[,;\n]+/)
    .map((line) => line.trim())
    .filter(Boolean);
}
