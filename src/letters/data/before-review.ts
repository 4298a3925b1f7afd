/** What a record says of the time before the review: the last decisions, and whether the IRO saw the child. */

import { IRO_SAW_CHILD } from '../../core/events/before-review';
import { type Recommendation, recommendationsIn } from '../../core/reviews/recommendations';
import { lastTaken } from '../../core/reviews/record';
import type { LetterSays } from '../../documents/template/field-list';
import type { LetterCase } from '../letter-case';
import type { OwnerOf } from './names';
import type { Says } from './words';

/** Whether the IRO spoke with the child alone, as it is recorded. */
export function seenData(
  { record }: LetterCase,
  says: Says,
): Pick<NonNullable<LetterSays['review']>, 'seenOn' | 'notSeenWhy'> {
  const seen = lastTaken(record, IRO_SAW_CHILD);
  if (!seen) return { seenOn: null, notSeenWhy: null };
  const { outcome } = seen;
  if (outcome === 'seen') return { seenOn: says.day(seen.on), notSeenWhy: null };
  // Why, as it was typed, is for the unit.
  return {
    seenOn: null,
    notSeenWhy: outcome === 'refused' ? 'The child did not want to.' : 'It was not right for the child.',
  };
}

/** What the review before this one decided, and what became of it. */
export function lastDecisionsData(
  { reckoning, period, number }: LetterCase,
  says: Says,
  ownerOf: OwnerOf,
): LetterSays['lastDecisions'] {
  if (number === null) return [];
  return recommendationsIn(reckoning.story)
    .filter((each) => each.review === number - 1 && each.moments[0]!.period === period)
    .map((each) => ({
      number: each.ref,
      text: each.text,
      owner: ownerOf(each.owner),
      by: says.day(each.by),
      outcome: outcomeOf(each, says),
    }));
}

function outcomeOf({ doneOn, overtakenOn, resolvedOn }: Recommendation, says: Says): string {
  if (doneOn !== null) return `Done on ${says.day(doneOn)}`;
  if (overtakenOn !== null) return `Overtaken by events on ${says.day(overtakenOn)}`;
  return resolvedOn === null ? 'Not recorded as done' : `Settled on ${says.day(resolvedOn)}`;
}
