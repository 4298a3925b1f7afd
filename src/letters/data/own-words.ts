/** A letter in which a child reads words that were not written for them, decisions or a reason: whoever makes it is told so, and shown the words. */
import { DECISION_MADE, MANAGER_RESPONDED } from '../../core/events/after-review';
import { REVIEW_ADJOURNED, REVIEW_CANCELLED, REVIEW_PLANNED } from '../../core/events/reviews';
import { inWords } from '../../core/privacy/kept-names';
import { lastEarlyDecision } from '../../core/reviews/early';
import { lastOf, said, takenIn } from '../../core/reviews/record';
import { initialsOf } from '../../ui/words';
import type { LetterCase } from '../letter-case';
import type { ToMake } from '../letter-made';
import { tellReader } from '../named';
import type { HiddenFrom } from '../withheld-from';
import { isTooYoungToAsk } from './child';

/** The reasons that `--tell` of a command gives to every reader alike: the field of each, and the event that has it. */
const TOLD_TO_ALL = {
  'review.changeReason': REVIEW_PLANNED.kind,
  'review.cancelReason': REVIEW_CANCELLED.kind,
  'review.adjournReason': REVIEW_ADJOURNED.kind,
  'answer.about': MANAGER_RESPONDED.kind,
} as const;

/**
 * The words as the child will read them, with initials for names, since a note may go anywhere; nothing if words for
 * the child were typed, or the letter prints none. `source`: the template with its partials.
 */
export function ownWordsNotes(
  { template, recipient, review }: ToMake,
  source: string,
  hidden: Pick<HiddenFrom, 'own'>,
): readonly string[] {
  if (recipient.ref !== 'child' || review.tells !== null) return [];
  const tell = tellReader(review, recipient, hidden);
  const read = (text: string): string =>
    `“${inWords(text, (reference) => {
      const telling = tell(reference);
      return 'name' in telling ? { called: initialsOf(telling.name) ?? 'someone' } : telling;
    })}”`;
  const toSay = `irotool letter ${template.name} ${review.child.ref} --tell "…"`;
  const reader = isTooYoungToAsk(review) ? 'Whoever looks after the child' : 'The child';
  const decided = decisionsIn(review, source).map(read);
  const told = toldToAll(review, source).map(read);
  return [
    ...(decided.length === 0
      ? []
      : [
          `${reader} will read these words of the unit: ${decided.join(' ')} To say it in words for them as well: ${toSay}`,
        ]),
    ...(told.length === 0
      ? []
      : [
          `${reader} will read the words that every letter says: ${told.join(' ')} To say it in words for them: ${toSay}`,
        ]),
  ];
}

function decisionsIn({ held, record }: LetterCase, source: string): string[] {
  if (held === null || !source.includes('outcome.tell') || !source.includes('#each decisions')) return [];
  return [...new Map(takenIn(record, DECISION_MADE).map((each) => [each.ref, each.text])).values()];
}

/** Reasons that were typed for all readers at once. */
function toldToAll({ record, reckoning, period, sort }: LetterCase, source: string): string[] {
  if (sort !== 'review') return [];
  const early = source.includes('early.why') ? lastEarlyDecision(reckoning.story, period)?.moment : undefined;
  const others = Object.entries(TOLD_TO_ALL).flatMap(([field, kind]) =>
    source.includes(field) ? lastOf(record, kind) : undefined,
  );
  return [early, ...others].flatMap((moment) => said(moment, 'tell') ?? []);
}
