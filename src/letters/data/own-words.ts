/** A letter in which a child reads decisions as the unit wrote them: whoever makes it is told so, and shown the words. */
import { DECISION_MADE } from '../../core/events/after-review';
import { inWords } from '../../core/privacy/kept-names';
import { takenIn } from '../../core/reviews/record';
import { initialsOf } from '../../ui/words';
import type { ToMake } from '../letter-made';
import { tellReader } from '../named';
import type { HiddenFrom } from '../withheld-from';
import { isTooYoungToAsk } from './child';

/**
 * The decisions as the child will read them, with initials for names, since a note may go anywhere; nothing if words for
 * the child were typed, or the letter prints no decision. `source`: the template with its partials.
 */
export function ownWordsNotes(
  { template, recipient, review }: ToMake,
  source: string,
  hidden: Pick<HiddenFrom, 'own'>,
): readonly string[] {
  const isAsked = source.includes('outcome.tell') && source.includes('#each decisions');
  if (recipient.ref !== 'child' || !isAsked || review.tells !== null || review.held === null) return [];
  const tell = tellReader(review, recipient, hidden);
  const made = new Map(takenIn(review.record, DECISION_MADE).map((each) => [each.ref, each.text]));
  if (made.size === 0) return [];
  const read = [...made.values()].map((text) =>
    inWords(text, (reference) => {
      const telling = tell(reference);
      return 'name' in telling ? { called: initialsOf(telling.name) ?? 'someone' } : telling;
    }),
  );
  return [
    `${isTooYoungToAsk(review) ? 'Whoever looks after the child' : 'The child'} will read these words of the unit: ${read.map((text) => `“${text}”`).join(' ')} To say it in words for them as well: irotool letter ${template.name} ${review.child.ref} --tell "…"`,
  ];
}
