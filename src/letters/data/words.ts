/** Dates, times and codes as documents have them, and what is said of a review. */

import { type IsoDate, sayTime } from '../../core/time/dates';
import { wordsIn } from '../../documents/fixed-words';
import type { Language } from '../../documents/language';
import type { LetterSays } from '../../documents/template/field-list';

export interface Says {
  day(date: IsoDate | null): string | undefined;
  /** True of a day before the letter’s: what was due by it is said as past. */
  isPast(date: IsoDate | null): boolean;
  time(time: string | null): string | undefined;
}

/** As the unit's settings have times, on the day of the letter. */
export function saysOf(
  settings: ReadonlyMap<string, string>,
  today: IsoDate,
  language: Language | null = null,
): Says {
  const words = wordsIn(language);
  const isTwentyFour = settings.get('letters.time-style') === '24h';
  return {
    day: (date) => (date === null ? undefined : words.day(date)),
    isPast: (date) => date !== null && date < today,
    time: (time) => (time === null ? undefined : isTwentyFour || words.isTwentyFour ? time : sayTime(time)),
  };
}

/** What is said of a review itself. */
export type ReviewSays = NonNullable<LetterSays['review']>;
/** What is said of a review that was held. */
export type OfHeld = Pick<
  ReviewSays,
  | 'heldOn'
  | 'onPapers'
  | 'participation'
  | 'alsoSat'
  | 'seenOn'
  | 'notSeenWhy'
  | 'nextDate'
  | 'nextDateIsPast'
  | 'nextTime'
  | 'nextVenue'
  | 'nextDueDate'
  | 'nextIsPast'
>;
