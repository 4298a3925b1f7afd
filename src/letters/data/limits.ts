/** The limits that documents speak of, as the unit's pack has them on the day: each found by what meets its rule. */
import { inWords, limitSaid, ruleMetBy } from '../../core/rules/by-purpose';
import type { Rule } from '../../core/rules/rule';
import type { IsoDate } from '../../core/time/dates';

const MET_BY = {
  decisions: 'decisions-sent',
  answer: 'manager-responded',
  record: 'record-distributed',
  carePlan: 'care-plan-updated',
  papers: 'documents-received',
  discussion: 'sw-iro-discussed',
} as const;

/** Each in words (`five working days`); null for one of which the pack has no rule. */
export function limitsData(rules: readonly Rule[], on: IsoDate): Readonly<Record<string, string | null>> {
  const said = Object.entries(MET_BY).map(([name, kind]) => [
    name,
    limitSaid(ruleMetBy(rules, kind, on), inWords),
  ]);
  return Object.fromEntries(said);
}
