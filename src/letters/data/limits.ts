/** The limits that documents speak of, as the unit's pack has them on the day: each found by what meets its rule. */
import { inWords, limitSaid, ruleMetBy } from '../../core/rules/by-purpose';
import type { Rule } from '../../core/rules/rule';
import type { IsoDate } from '../../core/time/dates';
import type { LetterSays } from '../../documents/template/field-list';

/** Each in words (`five working days`); null for one of which the pack has no rule. */
export function limitsData(rules: readonly Rule[], on: IsoDate): LetterSays['limits'] {
  const within = (kind: string): string | null => limitSaid(ruleMetBy(rules, kind, on), inWords);
  return {
    decisions: within('decisions-sent'),
    answer: within('manager-responded'),
    record: within('record-distributed'),
    carePlan: within('care-plan-updated'),
    papers: within('documents-received'),
    discussion: within('sw-iro-discussed'),
  };
}
