/**
 * What one reader may not be told: where the child lives and with whom, where brothers and sisters do, and who
 * these are. Judged for that reader alone, from what is recorded of them for each of the children.
 */

import { isSame } from '../cases/meeting/same-meeting';
import { readStory } from '../core/engine/story';
import { type Hidden, hiddenOf, hiddenSibling } from '../core/privacy/hidden';
import { isColleague, mayKnowPlacement, mayKnowSibling, tellsByName } from '../core/privacy/may-know';
import { isOrdinaryWord } from '../law/ordinary-words';
import { childDetails } from '../store/child-details';
import { type Child, siblingsOf } from '../store/children';
import { factsOf } from '../store/chronology';
import { type ChildPerson, everyoneOf } from '../store/people/child-people';
import { personById } from '../store/people/people';
import type { LetterCase } from './letter-case';
import { metWith } from './met-with';
import type { Addressee } from './recipient';

export interface HiddenFrom {
  /** Of the child's own placement; null where they may know it. */
  readonly own: Hidden | null;
  /** Of children who have the same meeting: it may be held where one of them lives. */
  readonly ofMeeting: readonly Hidden[];
  /** All of it, that of brothers and sisters too. */
  readonly all: readonly Hidden[];
}

/** What is hidden from a reader. */
export function hiddenFrom(review: LetterCase, recipient: Addressee): HiddenFrom {
  // An applicant is no child who is placed somewhere.
  if (isColleague(recipient) || review.determination !== null) return { own: null, ofMeeting: [], all: [] };
  const { child, reckoning } = review;
  const people = livingPeople(review, child);
  const own = mayKnowPlacement(recipient)
    ? null
    : knowingWords(
        hiddenOf(
          reckoning.story,
          review.day,
          livesWith(people, recipient),
          namesToTell(review, people, recipient),
        ),
      );
  const together = metWith(review);
  const relations = relationsOf(review).map((other) => ({
    isOfMeeting: together.some(({ id }) => id === other.id),
    hidden: hiddenOfRelation(review, recipient, other, own === null ? people : []),
  }));
  return {
    own,
    ofMeeting: relations
      .filter(({ isOfMeeting }) => isOfMeeting)
      .flatMap(({ hidden }) => hidden.placement ?? []),
    all: [own, ...relations.flatMap(({ hidden }) => [hidden.placement, hidden.name])].filter(
      (each) => each !== null,
    ),
  };
}

/** Brothers and sisters, and whoever has the same meeting. */
function relationsOf(review: LetterCase): Child[] {
  const { unit, child } = review;
  const all = [...siblingsOf(unit.db, child.id), ...metWith(review)];
  return [...new Map(all.filter(({ id }) => id !== child.id).map((each) => [each.id, each])).values()];
}

/** Those of the day and those of now: a review may be held before a move, and written of after it. */
function livingPeople({ unit, day, today }: LetterCase, { id }: Pick<Child, 'id'>): ChildPerson[] {
  return everyoneOf(unit.db, id).filter(({ until }) => until === null || until > day || until > today);
}

const livesWith = (people: readonly ChildPerson[], recipient: Addressee): ChildPerson[] =>
  people.filter((person) => tellsByName(person.role) && !isSame(person, recipient));

/** Names that are told: of the child, the reader, colleagues, and of people who tell nothing of a placement. */
function namesToTell(
  { unit, child, iroId }: LetterCase,
  people: readonly ChildPerson[],
  recipient: Addressee,
): (string | null)[] {
  const iro = iroId === null ? null : (personById(unit.db, iroId)?.name ?? null);
  const ordinary = people.filter(({ role }) => !tellsByName(role)).map(({ name }) => name);
  const signs = unit.settings.get('signatory.name') ?? null;
  return [child.name, recipient.name, child.socialWorker, iro, signs, ...ordinary];
}

/** What of a brother or sister is hidden. `known`: those with whom the child lives, where the reader may know. */
function hiddenOfRelation(
  review: LetterCase,
  recipient: Addressee,
  other: Child,
  known: readonly ChildPerson[],
): { placement: Hidden | null; name: Hidden | null } {
  const { unit, day, today } = review;
  const people = livingPeople(review, other);
  const link = people.find((person) => isSame(person, recipient));
  const toTell = [
    ...namesToTell(review, [...known, ...people], recipient),
    ...known.map(({ name }) => name),
    other.socialWorker,
  ];
  // Brothers and sisters who live together have nothing to hide from one another.
  const living = livesWith(people, recipient);
  const isOneHome = living.length > 0 && living.every((person) => known.some((each) => isSame(each, person)));
  const households = living
    .filter((person) => !known.some((each) => isSame(each, person)))
    .map((person) => ({
      ...person,
      address: known.some(({ address }) => address === person.address) ? null : person.address,
    }));
  const facts = factsOf(unit.db, other.id).filter(({ on }) => on <= today);
  const names = [other.name, childDetails(unit.db, other.id).knownAs];
  const hidden = hiddenOf(readStory(facts, other.born), day, households, [...toTell, ...names], OF_RELATION);
  return {
    placement:
      link?.knowsPlacement === true
        ? null
        : // No address is left that somebody may have written without its being on record.
          knowingWords(
            isOneHome && hidden ? { ...hidden, kept: { ...hidden.kept, allAddresses: false } } : hidden,
          ),
    name: mayKnowSibling(recipient, link !== undefined) ? null : hiddenSibling(names, toTell),
  };
}

/** So that a village is found as it is mistyped or in small letters, and a word is not taken for one. */
const knowingWords = (hidden: Hidden | null): Hidden | null =>
  hidden && { ...hidden, kept: { ...hidden.kept, isWord: isOrdinaryWord } };

const OF_RELATION = 'a brother or sister of the child';
