/**
 * The people whom a document names: who comes or came, who is asked another way, who sent apologies. Each
 * with their name only where this reader may have it.
 */

import type { ConferenceReading, MemberWho } from '../../cases/conference/reading';
import { toTheChild } from '../../cases/people/to-the-child';
import { INVITATIONS_SENT } from '../../core/events/before-review';
import { REVIEW_ADJOURNED } from '../../core/events/reviews';
import type { Hidden } from '../../core/privacy/hidden';
import { lastTaken, listOfReview, takenIn } from '../../core/reviews/record';
import type { LetterSays } from '../../documents/template/field-list';
import { isLetter, type Template } from '../../documents/template/template';
import { peopleOf } from '../../store/people/child-people';
import type { LetterCase } from '../letter-case';
import type { Addressee } from '../recipient';
import type { Withheld } from '../withheld';
import { isTooYoungToAsk } from './child';
import { isKeptApart, type NamedInDocument, namesFor } from './names';
import { ofTheOthers } from './of-the-others';

export interface PeopleData {
  readonly data: Pick<LetterSays, 'attending' | 'consulted' | 'apologies' | 'supporter' | 'advocate'>;
  /** Whose names were held back. */
  readonly withheld: readonly Withheld[];
}

interface ToldInDocument {
  readonly called: string;
  readonly name: string | undefined;
  /** As the child is told: `your mum`. */
  readonly yours: string;
}

const told = ({ called, name, isUnnamed }: NamedInDocument): ToldInDocument => ({
  called: isUnnamed ? `the ${called}` : called,
  yours: toTheChild(called),
  name,
});

/** The lists of a document for one reader. */
export function peopleData(
  review: LetterCase,
  recipient: Addressee,
  { kind }: Pick<Template, 'kind'>,
  hidden: Hidden | null,
): PeopleData {
  const book = namesFor(review, hidden);
  // A letter does not tell its reader that they are coming; a record names everyone.
  const others = (refs: readonly string[]): ToldInDocument[] =>
    refs
      .filter((ref) => !isLetter(kind) || isListed(review, recipient, ref))
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
    attending: isLetter(kind)
      ? [...attending, ...ofTheOthers(review, recipient, attending, attendingOf)]
      : attending,
    consulted: others(consulted),
    // A child who is not asked to come has not stayed away.
    apologies: others(apologies.filter((ref) => ref !== 'child' || !isTooYoungToAsk(review))),
    supporter: { name: supporter === null ? undefined : book.nameOf(supporter) },
    advocate: advocateOf(review),
  };
  return { data, withheld: book.withheld() };
}

/** Those who come to support somebody on the list, and are not on it themselves: the reader knows of their own. */
function supportersOf(
  review: LetterCase,
  recipient: Addressee,
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

/** True of whoever a letter tells its reader of. */
const isListed = (review: LetterCase, recipient: Addressee, ref: string): boolean =>
  ref !== recipient.ref &&
  !(ref === 'child' && isTooYoungToAsk(review)) &&
  !isKeptApart(review, recipient, ref);

/** Who is asked to come, in a letter to one reader about one child. */
function attendingOf(review: LetterCase, recipient: Addressee, hidden: Hidden | null): ToldInDocument[] {
  const book = namesFor(review, hidden);
  const { came } = whoIs(review);
  const refs = came.filter((ref) => isListed(review, recipient, ref));
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
  const recorded = [...new Set([...adjourned, ...held.sitting.attended].map((tag) => tag.toLowerCase()))];
  // Whoever chaired was there, whether the list of those who came says so or not.
  const came = recorded.length === 0 || recorded.includes('iro') ? recorded : [...recorded, 'iro'];
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
