/**
 * The people whom a document names: who comes or came, who is asked another way, who sent apologies. Each
 * with their name only where this reader may have it.
 */

import type { ConferenceReading, MemberWho } from '../../cases/conference/reading';
import { BIRTH_FAMILY } from '../../cases/meeting/one-meeting';
import { IN_PLACE, toTheChild } from '../../cases/people/to-the-child';
import { theirWords } from '../../cases/people/who';
import { BIRTH_PARENT_DECIDED } from '../../core/events/adoption';
import { INVITATIONS_SENT } from '../../core/events/before-review';
import { REVIEW_ADJOURNED } from '../../core/events/reviews';
import type { Hidden } from '../../core/privacy/hidden';
import { isColleague, tellsByName } from '../../core/privacy/may-know';
import { lastTaken, listOfReview, takenIn } from '../../core/reviews/record';
import type { LetterSays } from '../../documents/template/field-list';
import type { Template } from '../../documents/template/template';
import { everyoneOf, peopleOf } from '../../store/people/child-people';
import { personById } from '../../store/people/people';
import { roleWords } from '../../ui/words';
import type { LetterCase } from '../letter-case';
import { colleagueOf, type Recipient, ROLE_CALLED } from '../recipient';
import type { Withheld } from '../withheld';
import { calledOf } from './child';
import { adoptersCome, ofTheOthers } from './of-the-others';

export interface PeopleData {
  readonly data: Pick<LetterSays, 'attending' | 'consulted' | 'apologies' | 'supporter' | 'advocate'>;
  /** Whose names were held back. */
  readonly withheld: readonly Withheld[];
}

interface NamedInDocument {
  readonly called: string;
  readonly name?: string | undefined;
}

interface ToldInDocument {
  readonly called: string;
  readonly name: string | undefined;
  /** As the child is told: `your mum`. */
  readonly yours: string;
}

const told = ({ called, name }: NamedInDocument): ToldInDocument => ({
  called,
  yours: toTheChild(called),
  name,
});

/** The lists of a document for one reader. */
export function peopleData(
  review: LetterCase,
  recipient: Recipient,
  { kind }: Pick<Template, 'kind'>,
  hidden: Hidden | null,
): PeopleData {
  const book = namesFor(review, hidden);
  // A letter does not tell its reader that they are coming; a record names everyone.
  const isLetter = kind !== 'record' && kind !== 'form';
  const others = (refs: readonly string[]): ToldInDocument[] =>
    refs
      .filter((ref) => !isLetter || (ref !== recipient.ref && !isKeptApart(review, recipient, ref)))
      .map((ref) => told(book.named(ref)));
  const { came, consulted, apologies } = whoIs(review);
  const { participant } = recipient;
  const supporter = recipient.delegateOf === null ? (participant?.supporter ?? null) : null;
  const attending = [
    ...others(came),
    ...book.delegates(recipient).map(told),
    ...supportersOf(review, recipient, came, book),
  ];
  const data = {
    attending: isLetter
      ? [...attending, ...ofTheOthers(review, recipient, attending, attendingOf)]
      : attending,
    consulted: others(consulted),
    apologies: others(apologies),
    supporter: { name: supporter === null ? undefined : book.nameOf(supporter) },
    advocate: advocateOf(review),
  };
  return { data, withheld: book.withheld() };
}

/** Those who come to support somebody on the list, and are not on it themselves: the reader knows of their own. */
function supportersOf(
  review: LetterCase,
  recipient: Recipient,
  came: readonly string[],
  book: ReturnType<typeof namesFor>,
): ToldInDocument[] {
  if (review.held !== null || review.list === null || review.conference !== null) return [];
  const coming = review.list.participants.filter(
    ({ part, delegate, ref }) => part === 'invited' && delegate === null && ref !== recipient.ref,
  );
  return coming.flatMap(({ supporter, ref }) => {
    const own = supporter?.toLowerCase();
    if (supporter === null || own === undefined || came.includes(own) || own === recipient.ref) return [];
    if ([ref, own].some((each) => isKeptApart(review, recipient, each))) return [];
    const { called } = book.named(ref);
    const whose = ref === 'child' ? called : `the ${called}`;
    return [
      {
        called: `who supports ${whose}`,
        yours: `who supports ${toTheChild(called)}`,
        name: book.nameOf(supporter),
      },
    ];
  });
}

/** Who is asked to come, in a letter to one reader about one child. */
function attendingOf(review: LetterCase, recipient: Recipient, hidden: Hidden | null): ToldInDocument[] {
  const book = namesFor(review, hidden);
  const { came } = whoIs(review);
  const refs = came.filter((ref) => ref !== recipient.ref && !isKeptApart(review, recipient, ref));
  return [
    ...refs.map((ref) => told(book.named(ref))),
    ...book.delegates(recipient).map(told),
    ...supportersOf(review, recipient, came, book),
  ];
}

/** The child's own advocate: the first by tag of those of the day. */
function advocateOf({ unit, child, day }: LetterCase): LetterSays['advocate'] {
  const found = peopleOf(unit.db, child.id, day).find(({ role }) => role === 'advocate');
  return found && { name: found.name, telephone: found.telephone, email: found.email };
}

/**
 * Birth family and adopters are on no letter together, unless it is recorded why both come to the whole meeting: the birth
 * family is told of no adopters, and all others but colleagues of none of the birth family.
 */
function isKeptApart(
  { unit, child, list, record }: LetterCase,
  recipient: Recipient,
  other: string,
): boolean {
  const everyone = everyoneOf(unit.db, child.id);
  const roleOf = (who: string) => everyone.find(({ tag }) => tag.toLowerCase() === who)?.role ?? who;
  const isFamily = (who: string): boolean => BIRTH_FAMILY.includes(roleOf(who));
  const isOneOfEach = isFamily(recipient.ref)
    ? roleOf(other) === 'adopter'
    : isFamily(other) && !isColleague(recipient) && adoptersCome(list);
  if (!isOneOfEach) return false;
  const family = isFamily(recipient.ref) ? recipient.ref : other;
  const decided = takenIn(record, BIRTH_PARENT_DECIDED).findLast((each) => each.ref.toLowerCase() === family);
  const entry = list?.participants.find((each) => each.ref === family);
  return entry === undefined || entry.isProposed || entry.why === null || decided?.answer === 'in-part';
}

/** The refs of each list: by the list of a review to come, by who attended one that was held. */
function whoIs({ held, list, record, conference }: LetterCase): {
  came: readonly string[];
  consulted: readonly string[];
  apologies: readonly string[];
} {
  if (conference !== null) return whoIsOfConference(conference);
  const participants = list?.participants ?? [];
  const part = (wanted: string): string[] =>
    participants.filter(({ part }) => part === wanted).map(({ ref }) => ref);
  const inPerson = participants.filter(({ part, delegate }) => part === 'invited' && delegate === null);
  if (held === null) {
    return { came: inPerson.map(({ ref }) => ref), consulted: part('consulted'), apologies: [] };
  }
  const adjourned = lastTaken(record, REVIEW_ADJOURNED)?.attended ?? [];
  const came = [...new Set([...adjourned, ...held.sitting.attended].map((tag) => tag.toLowerCase()))];
  // Who was on its list as recorded, or was sent an invitation: what was only proposed says nothing of a meeting that has been.
  const listed = listOfReview(record);
  const refs = (wanted: string): string[] =>
    listed.filter(({ part, ref }) => part === wanted && !came.includes(ref)).map(({ ref }) => ref);
  const sent = takenIn(record, INVITATIONS_SENT).flatMap(({ to }) => to.map((tag) => tag.toLowerCase()));
  const listedApart = listed.filter(({ part }) => part !== 'invited').map(({ ref }) => ref);
  const asked = [
    ...refs('invited'),
    ...sent.filter((ref) => !came.includes(ref) && !listedApart.includes(ref)),
  ];
  const inPlace = new Set(listed.flatMap(({ ref, delegate }) => (delegate === null ? [] : ref)));
  return {
    came: came.filter((ref) => !inPlace.has(ref)),
    consulted: refs('consulted'),
    apologies: came.length === 0 ? [] : [...new Set(asked)],
  };
}

/** The same of a conference: whoever the chair has excluded from all of it is not coming. */
function whoIsOfConference({ members, conference }: ConferenceReading): ReturnType<typeof whoIs> {
  const invited = members.filter(({ part, excluded }) => part === 'invited' && excluded?.part !== 'all');
  const isHeld = conference.heldOn !== null;
  const there = isHeld ? members.filter(({ came }) => came) : invited;
  const refs = (all: readonly MemberWho[]): string[] => all.map(({ who }) => who.ref);
  return {
    came: refs(there),
    consulted: refs(members.filter(({ part }) => part === 'consulted')),
    apologies: isHeld && there.length > 0 ? refs(invited.filter(({ came, isSent }) => isSent && !came)) : [],
  };
}

/** What someone is called who is not named: an adopter is a carer, for that there is one tells of the placement. */
const unnamedRole = (role: string): string => roleWords(role === 'adopter' ? 'carer' : role);

/** How each person is named to this reader. */
function namesFor(review: LetterCase, hidden: Hidden | null) {
  const { unit, child, iroId } = review;
  const ever = new Map(everyoneOf(unit.db, child.id).map((person) => [person.tag.toLowerCase(), person]));
  const kept = new Set<string>();
  const nameOf = (text: string): string => {
    const person = ever.get(text.toLowerCase());
    if (person)
      return hidden !== null && tellsByName(person.role) ? `the ${unnamedRole(person.role)}` : person.name;
    return text.toLowerCase() === 'social-worker' ? (child.socialWorker ?? 'the social worker') : text;
  };
  const named = (ref: string): NamedInDocument => {
    const person = ever.get(ref);
    if (person && hidden !== null && tellsByName(person.role)) {
      kept.add(unnamedRole(person.role));
      // A relationship was typed, and may hold a name.
      return { called: unnamedRole(person.role) };
    }
    if (person) return { called: theirWords(person), name: person.name };
    if (ref === 'child') {
      const called = calledOf(unit, child);
      return called === null ? { called: 'the child' } : { called };
    }
    if (ref === 'iro') return chairOrIro(review);
    const name = colleagueOf(unit, child, iroId, ref)?.name ?? child.socialWorker ?? undefined;
    return {
      called: ROLE_CALLED[ref] ?? ref.replaceAll('-', ' '),
      ...(ref === 'social-worker' ? { name } : {}),
    };
  };
  return {
    named,
    nameOf,
    /** Those who come in another's place. */
    delegates: (recipient: Recipient): NamedInDocument[] =>
      delegatesOf(review).flatMap((participant) => {
        const { delegate, ref } = participant;
        if (recipient.delegateOf !== null && recipient.participant?.ref === ref) return [];
        const inPlace = `${IN_PLACE}${named(ref).called}`;
        const tells = hidden !== null && tellsByName(ever.get(ref)?.role ?? ref);
        return [tells ? { called: `someone ${inPlace}` } : { name: nameOf(delegate), called: inPlace }];
      }),
    withheld: (): Withheld[] =>
      [...kept].map((words) => ({
        path: 'attending',
        what: `The name of the ${words}`,
        because: hidden!.because,
      })),
  };
}

/** Those who are to come in another’s place; of a review that was held, those who did. */
function delegatesOf({
  held,
  record,
  list,
}: LetterCase): { readonly ref: string; readonly delegate: string }[] {
  const came = held?.sitting.attended.map((tag) => tag.toLowerCase());
  const listed = came === undefined ? (list?.participants ?? []) : listOfReview(record);
  return listed.flatMap(({ ref, part, delegate }) =>
    delegate !== null && (came?.includes(ref) ?? part === 'invited') ? [{ ref, delegate }] : [],
  );
}

/** Whoever chairs: the IRO, or the one who does so in the IRO's place. */
function chairOrIro({ unit, iroId, plan, held }: LetterCase): NamedInDocument {
  const chair = held?.sitting.chair ?? plan?.chair ?? null;
  if (chair !== null && chair !== iroId) {
    return { called: 'who chairs the meeting', name: personById(unit.db, chair)?.name };
  }
  const name = iroId === null ? undefined : personById(unit.db, iroId)?.name;
  return { called: ROLE_CALLED.iro!, name };
}
