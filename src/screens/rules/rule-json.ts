/**
 * A rule as `--json` writes it.
 */
import type { EventPattern } from '../../core/events/fact';
import type { Condition } from '../../core/rules/conditions';
import type { DaysOfForce } from '../../core/rules/force';
import { type Citation, limitWords, type Pack, type Rule } from '../../core/rules/rule';
import { sourceOf } from '../../law/shipped';
import { limitsInBrief, oldestCheck } from './rule-words';

/** A citation with what the list of sources says of its instrument. */
export function sourceJson(citation: Citation, pack: Pack): unknown {
  const source = sourceOf(pack, citation.id);
  return {
    ...citation,
    title: source?.title ?? null,
    address: source?.address ?? null,
    note: source?.note ?? null,
  };
}

/** A rule as `--json` writes it. */
export function ruleJson(rule: Rule): Record<string, unknown> {
  return {
    id: rule.id,
    duty: rule.duty,
    who: rule.who,
    force: rule.force,
    pack: rule.pack,
    limit: limitsInBrief(rule),
    limits: rule.limits.map((limit) => ({
      limit: limitWords(limit),
      force: limit.force,
      pack: limit.pack,
      source: limit.source,
      counting: limit.counting ?? rule.counting ?? null,
      when: limit.when ? conditionName(limit.when) : null,
      ...daysJson(limit.days),
    })),
    direction: rule.direction,
    events: rule.events.map(patternName),
    when: rule.when ? conditionName(rule.when) : null,
    whenOnDueDay: rule.whenOnDueDay ? conditionName(rule.whenOnDueDay) : null,
    onceInCareFor: rule.onceInCareFor ?? null,
    metBy: rule.metBy.map(patternName),
    forEach: rule.forEach ?? null,
    endsAt: rule.endsAt.map((end) => (typeof end === 'string' ? end : patternName(end))),
    ...daysJson(rule.days),
    eased: (rule.easements ?? []).map(({ days, source, note }) => ({
      ...daysJson(days),
      source,
      note: note ?? null,
    })),
    checked: oldestCheck(rule),
    source: rule.source,
    note: rule.note ?? null,
  };
}

function daysJson({ from, until, dueFrom, dueUntil }: DaysOfForce = {}): Record<string, unknown> {
  const none = null;
  return { from: from ?? none, until: until ?? none, dueFrom: dueFrom ?? none, dueUntil: dueUntil ?? none };
}

function patternName({ kind, key, value }: EventPattern): string {
  return key ? `${kind} ${key}=${value}` : kind;
}

function conditionName({ name, not }: Condition): string {
  return not ? `not ${name}` : name;
}
