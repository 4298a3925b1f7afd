/** The rows of a review's screen on its sitting: how it was held. */

import type { ReviewAnswer } from '../../cases/review/account';
import { MEETING_NOT_NEEDED } from '../../core/events/care';
import { EXIT_REVIEW_HELD } from '../../core/events/reviews';
import { MATTER_WORDS, type MatterConsidered } from '../../core/reviews/what-to-consider';
import { type IsoDate, longDate, sayTime } from '../../core/time/dates';
import { listed } from '../../ui/words';
import { asWritten, calledIn, joined, linesOf, nameWords, partsOf, type ReviewRow } from './row';

type Day = (date: IsoDate) => string;

const matters = (codes: readonly string[]): string | null =>
  joined(...codes.map((code) => MATTER_WORDS[code as MatterConsidered] ?? code)) || null;

/** How it was held. */
export function sittingRows({ sitting }: ReviewAnswer, day: Day): ReviewRow[] {
  if (!sitting) return [];
  const { on, time, kinds, firstSatOn, alsoSat, code, codeWords, onPapers } = sitting;
  const yes = (ticked: boolean | null, words: string, not: string | null = null): string | null =>
    ticked === null ? null : ticked ? words : not;
  return [
    [
      'Held',
      joined(
        `${longDate(on)}${time ? `, ${sayTime(time)}` : ''}`,
        firstSatOn && `first sat ${day(firstSatOn)}`,
        alsoSat.length > 0 && `also sat ${listed(alsoSat.map(day))}`,
      ),
    ],
    ['As', kinds.includes('adoption-review-held') ? kindWords(kinds) : null],
    ['Where', onPapers ? 'on papers, without a meeting' : sitting.venue],
    ['Why not', onPapers ? notNeededWords(sitting.meetingNotNeeded) : null],
    ['Chair', sitting.inPlaceOf ? `${sitting.chair}, in place of ${sitting.inPlaceOf}` : sitting.chair],
    [
      'The child',
      joined(
        code && `${code}: ${codeWords ?? ''}`,
        yes(sitting.childChaired, 'the child chaired, or part of it'),
      ),
    ],
    ['Attended', listed(sitting.attended.map(nameWords)) || null],
    ['Agenda', yes(sitting.agendaAgreed, 'agreed at the beginning', 'not agreed at the beginning')],
    [
      'Supporter',
      yes(sitting.supporterExplained, 'their role was explained', 'their role was not explained'),
    ],
    ['Papers', yes(sitting.papersSummarised, 'summed up by the IRO')],
    ['Considered', matters(sitting.considered)],
    ['Not considered', sitting.notConsidered],
    ['Nothing said of', matters(sitting.leftOpen)],
    ...linesOf(EXIT_REVIEW_HELD, sitting, TOLD_ABOVE),
    ['The IRO', yes(sitting.satisfied, 'is satisfied', 'is not satisfied')],
  ];
}

/** What a sitting says in other lines. */
const TOLD_ABOVE = {
  ...{ time: null, venue: null, chair: null, attended: null, alsoSat: null, childChaired: null },
  ...{
    agendaAgreed: null,
    supporterExplained: null,
    papersSummarised: null,
    considered: null,
    notConsidered: null,
    satisfied: null,
  },
};

function notNeededWords(decided: NonNullable<ReviewAnswer['sitting']>['meetingNotNeeded']): string {
  if (!decided) return 'no decision is recorded that not every review needs a meeting';
  const parts = partsOf(MEETING_NOT_NEEDED, decided, {
    factors: asWritten,
    consulted: (who) => `consulted: ${calledIn(who)}`,
  });
  return joined(`decided ${longDate(decided.on)}`, ...parts);
}

const kindWords = (kinds: readonly string[]): string =>
  kinds.includes('review-held') ? 'an ordinary and an adoption review in one' : 'an adoption review';
