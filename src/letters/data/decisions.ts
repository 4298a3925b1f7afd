/** What a document says of what a review decided, and of what the manager answered. */
import { toTheChild } from '../../cases/people/to-the-child';
import { everyoneIn, theirWords, type Who } from '../../cases/people/who';
import { DECISION_MADE, MANAGER_RESPONDED } from '../../core/events/after-review';
import { disagreementOf } from '../../core/reviews/after';
import { dayOf, lastOf, lastTaken, takenIn } from '../../core/reviews/record';
import type { LetterSays } from '../../documents/template/field-list';
import { personById } from '../../store/people/people';
import type { LetterCase } from '../letter-case';
import type { Addressee } from '../recipient';
import { dueMetBy } from './due-days';
import type { OwnerOf } from './names';
import { toldWords } from './reasons';
import type { Says } from './words';

/** What a review that was not held has not decided. */
const NOT_HELD = {
  ...{ decisions: null, ownDecisions: null, decisionsSentOn: null },
  ...{ agreedBy: null, agreedByIsPast: null },
} as const;

/** The decisions, and those of them that are the reader's. */
export function decisionsData(
  review: LetterCase,
  { ref: reader }: Addressee,
  says: Says,
  ownerOf: OwnerOf,
): Pick<LetterSays, 'decisions' | 'ownDecisions' | 'decisionsSentOn' | 'agreedBy' | 'agreedByIsPast'> {
  const { record, held, unit, child, day } = review;
  if (held === null) return NOT_HELD;
  const everyone = everyoneIn(unit, child, day);
  // The last word on each: one entered again has taken the place of the one before.
  const made = new Map(takenIn(record, DECISION_MADE).map((decision) => [decision.ref, decision]));
  const sentOn = dayOf(record, 'decisions-sent');
  const agreedBy = dueMetBy(review, 'manager-responded');
  const all = [...made.values()];
  const own = all.filter(({ owner }) => owner?.toLowerCase() === reader);
  return {
    ownDecisions: own.map(({ text, by }) => ({ text, by: says.day(by) })),
    decisions: all.map(({ ref, text, owner, by, kind }) => ({
      number: ref,
      text,
      owner: ownerOf(owner),
      yours: owner === null ? null : ownerToTheChild(review, everyone, owner),
      by: says.day(by),
      isRecommendation: kind !== 'decision',
    })),
    decisionsSentOn: says.day(sentOn),
    // Silence by the end of this day is agreement: counted from the day they are received, and told only then.
    agreedBy: says.day(agreedBy),
    agreedByIsPast: says.isPast(agreedBy),
  };
}

/** What the manager answered, if that is recorded. */
export function answerData(review: LetterCase, recipient: Addressee, says: Says): LetterSays['answer'] {
  const { record } = review;
  const last = lastTaken(record, MANAGER_RESPONDED);
  const disagreed = disagreementOf(record);
  return {
    on: says.day(last?.on ?? null),
    isAgreed: last?.answer === 'agreed',
    settledOn: says.day(disagreed?.resolvedOn ?? null),
    isDisagreed: disagreed !== null,
    about: disagreed && toldWords(review, recipient, lastOf(record, MANAGER_RESPONDED.kind), 'about'),
  };
}

/** Who is to do it, as the child is told: `you`, `your dad`; who is not among their people, as typed. */
function ownerToTheChild({ iroId, unit }: LetterCase, everyone: readonly Who[], owner: string): string {
  const who = everyone.find(({ ref }) => ref === owner.toLowerCase());
  if (who === undefined) return owner;
  const iro = who.ref === 'iro' && iroId !== null ? personById(unit.db, iroId)?.name : undefined;
  return iro ?? toTheChild(who.person === null ? who.called : theirWords(who.person));
}
