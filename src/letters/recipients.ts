/** Everyone to whom a document may go: the child's people, colleagues, and those of one sort of case: an applicant, whoever a dispute is raised with, a panel. */

import type { ListedWho } from '../cases/meeting/participants';
import { everyoneIn, theirWords, type Who } from '../cases/people/who';
import type { Unit } from '../context';
import { stageAt } from '../core/children/disputes';
import { SECURE_PANEL_APPOINTED } from '../core/events/secure-and-pathway';
import { isSameName } from '../core/names/likeness';
import { lastTaken } from '../core/reviews/record';
import type { IsoDate } from '../core/time/dates';
import { type Applicant, findApplicant } from '../store/applicants';
import type { Child } from '../store/children';
import { peopleOf } from '../store/people/child-people';
import { forUnit } from '../store/people/names';
import { findPeople, listPeople } from '../store/people/people';
import { capital } from '../ui/words';
import type { LetterCase } from './letter-case';
import { type Addressee, colleagueOf, ROLE_CALLED, STAFF_ROLES } from './recipient';

/** What decides who is who: the review's day and list, and the IRO of that day. */
interface AddressBook {
  readonly unit: Unit;
  readonly child: Child;
  readonly day: IsoDate;
  readonly participants: readonly ListedWho[];
  readonly iroId: number | null;
}

/** Everyone whom a document may go to. */
export function recipientsOf(of: LetterCase): Addressee[] {
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

function recipientOf({ unit, child, participants, iroId }: AddressBook, { ref, person }: Who): Addressee {
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

/** Those who come in someone's place: what they may know goes by who they are themselves. */
function delegatesOf(book: AddressBook, people: readonly Addressee[]): Addressee[] {
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

function staffOf(unit: Unit): Addressee[] {
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

const OF_NO_REVIEW = {
  ...{ personId: null, hasResponsibility: false, contact: null, knowsPlacement: false, isStaff: false },
  ...{ delegateOf: null, participant: null },
} as const;

/** Someone of the unit's people by name, with how to reach them; else what was typed. */
function byName({ unit }: LetterCase, name: string) {
  const known = findPeople(unit.db, name)[0];
  return {
    ...{ name, email: known?.email ?? null, telephone: known?.telephone ?? null },
    ...{ address: known?.address ?? null, isKnown: known !== undefined },
  };
}

/**
 * Whoever a dispute is raised with at the stage that it is at. One of the unit's people and whoever the ladder itself names
 * is a colleague; of anyone else nothing is known.
 */
function raisedWith(of: LetterCase, everyone: readonly Addressee[]): Addressee[] {
  const stage = of.dispute === null ? null : stageAt(of.dispute);
  if (stage === null) return [];
  const to = stage.raised?.to ?? (stage.formal ? stage.who : 'social-worker');
  const role = { tag: 'raised-with', role: 'raised-with' } as const;
  const found = everyone.find(({ ref }) => ref === to.toLowerCase());
  if (found) return [{ ...found, ...role }];
  const { isKnown, ...reached } = byName(of, forUnit(of.unit.db, to));
  const isOfLadder = to === stage.who;
  const called = 'person with whom it is raised';
  return [
    {
      ...{ ...OF_NO_REVIEW, ...role, ref: 'raised-with', called, ...reached },
      ...{ isStaff: isKnown || isOfLadder, name: capital(reached.name.replace(/^the /, '')) },
      // What the ladder calls them, until somebody is named.
      isOffice: isOfLadder && !isKnown,
    },
  ];
}

/** Everyone on the panel that reviews a placement in secure accommodation: they know where it is, for they review it. */
function panelMembers(of: LetterCase): Addressee[] {
  if (of.sort !== 'secure') return [];
  const panel = lastTaken(of.record, SECURE_PANEL_APPOINTED);
  return (panel?.members ?? []).map((member, at) => {
    const { isKnown: _, ...reached } = byName(of, forUnit(of.unit.db, member));
    const tag = `panel-${at + 1}`;
    return {
      ...{ ...OF_NO_REVIEW, tag, ref: tag, role: 'panel-member', called: 'panel member', ...reached },
      ...{ knowsPlacement: true, isStaff: !panel!.independent.some((each) => isSameName(each, member)) },
    };
  });
}

/** Of a determination: the applicant, whoever applies with them, and the review mechanism. */
function applicantRecipients({ unit, child, today }: LetterCase): Addressee[] {
  const { name, address, email, telephone }: Applicant = findApplicant(unit.db, child.ref)!;
  const set = (key: string): string | null => unit.settings.get(`mechanism.${key}`) ?? null;
  const joint = peopleOf(unit.db, child.id, today).filter(
    ({ role }) => role === 'carer' || role === 'adopter',
  );
  return [
    {
      ...{ ...OF_NO_REVIEW, tag: 'applicant', ref: 'applicant', role: 'applicant', called: 'applicant' },
      ...{ name, email, telephone, address },
    },
    ...joint.map((person) => ({
      ...{ ...OF_NO_REVIEW, tag: person.tag, ref: person.tag, role: 'joint-applicant' },
      ...{ name: person.name, called: theirWords(person), email: person.email, telephone: person.telephone },
      // They live at one address unless another is recorded.
      ...{ personId: person.personId, address: person.address ?? address },
    })),
    {
      ...{
        ...OF_NO_REVIEW,
        tag: 'mechanism',
        ref: 'mechanism',
        role: 'mechanism',
        called: 'review mechanism',
        isOffice: true,
      },
      ...{ name: set('name'), address: set('address'), email: set('email'), telephone: set('telephone') },
    },
  ];
}
