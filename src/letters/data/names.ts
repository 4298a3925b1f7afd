/** How a document names each person to one reader: in one manner throughout, with their name only if this reader may have it. */

import { IN_PLACE } from '../../cases/people/to-the-child';
import { everyoneIn, theirWords } from '../../cases/people/who';
import { BIRTH_FAMILY } from '../../core/children/family';
import { BIRTH_PARENT_DECIDED } from '../../core/events/adoption';
import { isSameName } from '../../core/names/likeness';
import type { Hidden } from '../../core/privacy/hidden';
import { isColleague, tellsByName } from '../../core/privacy/may-know';
import { listOfReview, takenIn } from '../../core/reviews/record';
import { isLetter, type Template } from '../../documents/template/template';
import { everyoneOf } from '../../store/people/child-people';
import { personById } from '../../store/people/people';
import { roleWords } from '../../ui/words';
import type { LetterCase } from '../letter-case';
import { type Addressee, colleagueOf, ROLE_CALLED } from '../recipient';
import type { Withheld } from '../withheld';
import { calledOf } from './child';
import { adoptersCome } from './of-the-others';

/** Someone as a document has them. */
export interface NamedInDocument {
  readonly called: string;
  readonly name?: string | undefined;
  /** The reader may not have the name: only what they are is said. */
  readonly isUnnamed?: true;
}

/** Who is to do something, in words for one reader. */
export type OwnerOf = (owner: string | null) => string | null;

/** Puts words to whoever is to do something: `Jo Smith, social worker`; `you` in a letter to them; who is not recorded, as typed. */
export function ownerFor(
  review: LetterCase,
  recipient: Addressee,
  { kind }: Pick<Template, 'kind'>,
  hidden: Hidden | null,
): OwnerOf {
  const { unit, child, day } = review;
  const everyone = everyoneIn(unit, child, day);
  const book = namesFor(review, hidden);
  const isTyped = (owner: string | null): boolean =>
    isLetter(kind) && recipient.ref !== 'child' && isSameName(owner ?? '', recipient.name ?? '?');
  return (owner) => {
    const ref = owner?.toLowerCase();
    if (isTyped(owner)) return 'you';
    if (owner === null || !everyone.some((each) => each.ref === ref)) return owner;
    // To the child other words are said; whoever reads a letter for a baby is not the child.
    if (isLetter(kind) && ref === recipient.ref && ref !== 'child') return 'you';
    const { name, called } = book.named(ref!);
    const role = called === ROLE_CALLED.iro ? 'IRO' : called;
    if (name !== undefined && !isKeptApart(review, recipient, ref!)) return `${name}, ${role}`;
    return ref === 'child' ? role : `the ${role}`;
  };
}

/**
 * Birth family and adopters are on no letter together, unless it is recorded why both come to the whole meeting: the birth
 * family is told of no adopters, and all others but colleagues of none of the birth family.
 */
export function isKeptApart(
  { unit, child, list, record }: LetterCase,
  recipient: Addressee,
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

/** What someone is called who is not named: an adopter is a carer, for that there is one tells of the placement. */
export const unnamedRole = (role: string): string => roleWords(role === 'adopter' ? 'carer' : role);

/** How each person is named to this reader. */
export function namesFor(review: LetterCase, hidden: Hidden | null) {
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
      return { called: unnamedRole(person.role), isUnnamed: true };
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
    delegates: (recipient: Addressee): NamedInDocument[] =>
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
