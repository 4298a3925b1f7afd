/** What a document says of an applicant and a determination about them. */
import type { DeterminationNow } from '../../cases/determination';
import { IRM_NOTIFIED, IRM_PAPERS_SENT, REPRESENTATIONS_MADE } from '../../core/events/mechanism';
import { lastTaken } from '../../core/reviews/record';
import { limitWords, type Rule } from '../../core/rules/rule';
import type { IsoDate } from '../../core/time/dates';
import type { LetterSays } from '../../documents/template/field-list';
import type { LetterCase } from '../letter-case';
import type { Says } from './words';

type OfADetermination = 'applicant' | 'mechanism' | 'determination' | 'panel' | 'decision';

/** All of it; nothing if the case is another. */
export function determinationData(of: LetterCase, says: Says): Pick<LetterSays, OfADetermination> {
  const { determination, child, unit, today } = of;
  if (determination === null) {
    return { applicant: null, mechanism: null, determination: null, panel: null, decision: null };
  }
  const set = (key: string): string | undefined => unit.settings.get(`mechanism.${key}`);
  return {
    applicant: { ref: child.ref, name: child.name },
    mechanism: {
      ...{ name: set('name'), address: set('address'), telephone: set('telephone'), email: set('email') },
      runBy: set('run-by'),
    },
    determination: ofSent(determination, unit.engine.rules, today, says),
    ...ofAnswers(determination, says),
  };
}

function ofSent(
  { sent, record, right, ref, papersDue }: DeterminationNow,
  rules: readonly Rule[],
  today: IsoDate,
  { day }: Says,
): LetterSays['determination'] {
  const rule = rules.find(({ id }) => id === right?.rule);
  return {
    ref,
    sentOn: day(sent.on),
    reasons: sent.reasons,
    lastDay: day(right?.due ?? null),
    days: rule && daysOf(rule),
    isEnding: sent.of === 'ending',
    isTerms: sent.of === 'terms',
    isOwnConviction: sent.conviction === 'own',
    representationsOn: day(lastTaken(record, REPRESENTATIONS_MADE)?.on ?? null),
    notifiedOn: day(lastTaken(record, IRM_NOTIFIED)?.on ?? null),
    papersDue: day(papersDue?.due ?? null),
    papersArePast: papersDue !== null && papersDue.due < today,
    papers: lastTaken(record, IRM_PAPERS_SENT)?.papers,
  };
}

const ofAnswers = (
  { recommended, decided }: DeterminationNow,
  { day }: Says,
): Pick<LetterSays, 'panel' | 'decision'> => ({
  panel: recommended && {
    recommendedOn: day(recommended.on),
    isDifferent: recommended.outcome === 'different',
    reasons: recommended.reasons,
  },
  decision: decided && {
    madeOn: day(decided.on),
    isDifferent: decided.outcome === 'different',
    isConsidered: decided.considered,
    reasons: decided.reasons,
  },
});

/** `28 days`, `40 working days`. */
const daysOf = ({ limits }: Rule): string | undefined => limits[0] && limitWords(limits[0]);
