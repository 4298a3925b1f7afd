/** The facts of one child as several tables tell them, made one story: said twice is said once. Pure. */

import type { Stretch } from '../../core/engine/moment';
import { plainDate } from '../../core/time/dates';
import type { Care } from '../ssda903/care';
import { byDay } from '../ssda903/fact-order';
import type { ImportedFact } from '../ssda903/model';
import type { Report } from '../ssda903/report';

/** The periods of care that events tell of, if no episodes do. */
export function periodsOf(facts: readonly ImportedFact[]): Care {
  const periods: Stretch[] = [];
  for (const { kind, on } of [...facts].sort(byDay)) {
    if (kind === 'became-looked-after') periods.push({ from: on, to: null });
    const last = periods.at(-1);
    if (kind === 'ceased-looked-after' && last !== undefined && last.to === null)
      periods[periods.length - 1] = { from: last.from, to: on };
  }
  return { facts: [], periods, reviewed: periods, placedForAdoption: [] };
}

/** In order, each once; IROs one after another; an end of a plan that a conference tells already is left out. */
export function settled(told: readonly ImportedFact[], report: Report): ImportedFact[] {
  const facts = alone([...told].sort(byDay));
  const ended = new Set(
    facts.flatMap(({ kind, on, attributes }) =>
      kind === 'review-conference-held' && attributes.outcome === 'end' ? [on] : [],
    ),
  );
  return allocated(
    facts.filter(({ kind, on }) => kind !== 'protection-plan-ended' || !ended.has(on)),
    report,
  ).sort(byDay);
}

/** Of two of one kind and day, of which one says all that the other does, that one. */
function alone(facts: readonly ImportedFact[]): ImportedFact[] {
  const kept: ImportedFact[] = [];
  for (const fact of facts) {
    const at = kept.findIndex(({ kind, on }) => kind === fact.kind && on === fact.on);
    const other = kept[at];
    if (other !== undefined && saysAllOf(other, fact)) continue;
    if (other !== undefined && saysAllOf(fact, other)) kept[at] = fact;
    else kept.push(fact);
  }
  return kept;
}

const saysAllOf = (one: ImportedFact, other: ImportedFact): boolean =>
  Object.entries(other.attributes).every(([name, value]) => one.attributes[name] === value);

/** The first IRO of a period of care is allocated; whoever follows is a change; the same again is nothing new. */
function allocated(facts: readonly ImportedFact[], report: Report): ImportedFact[] {
  const { periods } = periodsOf(facts);
  const now = new Map<number, string | undefined>();
  return facts.flatMap((fact) => {
    if (fact.kind !== 'iro-allocated') return [fact];
    const next = periods.findIndex(({ from, to }) => fact.on <= from || to === null || fact.on <= to);
    const period = periods[next];
    const { iro } = fact.attributes;
    // Whoever was there before care began is the IRO from the day on which it did.
    const isEarly = period !== undefined && fact.on < period.from;
    const on = isEarly ? period.from : fact.on;
    if (isEarly) {
      report.remarks.push({
        ...fact.source,
        column: null,
        reason: 'outside-care',
        why: `The IRO is named from ${plainDate(fact.on)}, before care began: it counts from ${plainDate(on)}.`,
        next: 'Nothing, if that is so.',
      });
    }
    const isFirst = !now.has(next);
    if (!isFirst && now.get(next) === iro) return [];
    now.set(next, iro);
    return [{ ...fact, on, kind: isFirst ? 'iro-allocated' : 'iro-changed' }];
  });
}
