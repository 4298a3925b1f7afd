/** The rows of a review's screen on its sitting: how it was held. */

import type { ReviewAnswer } from '../../cases/review/account';
import { MATTER_WORDS, type MatterConsidered } from '../../core/reviews/what-to-consider';
import { type IsoDate, longDate, sayTime } from '../../core/time/dates';
import { listed } from '../../ui/words';
import { joined, nameWords, type Row } from './row';

type Day = (date: IsoDate) => string;

const matters = (codes: readonly string[]): string | null =>
  joined(...codes.map((code) => MATTER_WORDS[code as MatterConsidered] ?? code)) || null;

/** How it was held. */
export function sittingRows({ sitting }: ReviewAnswer, day: Day): Row[] {
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
    ['Differences', sitting.differences],
    ['Not followed', sitting.notFollowed],
    ['The IRO', yes(sitting.satisfied, 'is satisfied', 'is not satisfied')],
    ['Late because', sitting.lateBecause],
    ['Agreed by', sitting.agreedBy],
  ];
}

function notNeededWords(decided: NonNullable<ReviewAnswer['sitting']>['meetingNotNeeded']): string {
  if (!decided) return 'no decision is recorded that not every review needs a meeting';
  const { on, factors, consulted } = decided;
  return joined(
    `decided ${longDate(on)}`,
    factors,
    consulted.length > 0 && `consulted: ${listed(consulted.map(({ called }) => called))}`,
  );
}

const kindWords = (kinds: readonly string[]): string =>
  kinds.includes('review-held') ? 'an ordinary and an adoption review in one' : 'an adoption review';
