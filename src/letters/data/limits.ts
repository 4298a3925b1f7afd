/** The limits that documents speak of, as the unit's pack has them on the day: each found by what meets its rule. */
import { inWords, limitSaid, ruleMetBy } from '../../core/rules/by-purpose';
import type { Count, Rule } from '../../core/rules/rule';
import type { IsoDate } from '../../core/time/dates';
import type { Language } from '../../documents/language';
import { amountIn } from '../../documents/roles-in-language';
import type { LetterSays } from '../../documents/template/field-list';

/** Each in words (`five working days`), or as another language has them; null for one of which the pack has no rule. */
export function limitsData(
  rules: readonly Rule[],
  on: IsoDate,
  language: Language | null = null,
): LetterSays['limits'] {
  const say = (count: Count): string =>
    language === null ? inWords(count) : amountIn(language, count.amount, count.unit);
  const within = (kind: string): string | null => limitSaid(ruleMetBy(rules, kind, on), say);
  return {
    decisions: within('decisions-sent'),
    answer: within('manager-responded'),
    record: within('record-distributed'),
    carePlan: within('care-plan-updated'),
    papers: within('documents-received'),
    discussion: within('sw-iro-discussed'),
  };
}
