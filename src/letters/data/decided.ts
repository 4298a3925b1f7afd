/** What a document says of what the IRO decided on an earlier review, and of the IRO who was there before. */
import { irosOf } from '../../core/children/iro-record';
import { lastEarlyDecision } from '../../core/reviews/early';
import type { LetterSays } from '../../documents/template/field-list';
import { personById } from '../../store/people/people';
import type { LetterCase } from '../letter-case';
import type { Addressee } from '../recipient';
import { toldWords } from './reasons';
import type { Says } from './words';

/** Both, for one reader. Who asked is told to nobody but them. */
export function decidedData(
  review: LetterCase,
  recipient: Addressee,
  says: Says,
): Pick<LetterSays, 'early' | 'iroBefore'> {
  const { reckoning, period, unit, sort } = review;
  const early = sort === 'review' ? lastEarlyDecision(reckoning.story, period) : null;
  const change = sort === 'review' ? changeOfIro(review) : null;
  return {
    early: early && {
      isYours: early.askedBy?.toLowerCase() === recipient.ref,
      askedOn: says.day(early.askedOn),
      decidedOn: says.day(early.moment.on),
      isGranted: early.isGranted,
      isRefused: !early.isGranted,
      by: says.day(early.by),
      byIsPast: says.isPast(early.by),
      why: toldWords(review, recipient, early.moment, 'why'),
    },
    iroBefore: change && {
      name: change.before === null ? null : personById(unit.db, change.before)?.name,
      until: says.day(change.on),
    },
  };
}

/** The last time that another IRO came in this period of care; null if none did. */
export function changeOfIro({ reckoning, period }: Pick<LetterCase, 'reckoning' | 'period'>) {
  const [last, before] = irosOf(reckoning.story)
    .filter((each) => each.period === period)
    .reverse();
  if (!last || !before || last.iro === null || last.iro === before.iro) return null;
  return { on: last.from, before: before.iro };
}
