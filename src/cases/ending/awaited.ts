/**
 * What an ending of care that a person records still waits for: its approval, and that the IRO was consulted.
 * Whatever command records it, the record says so, and it stays to be settled.
 */

import type { Unit } from '../../context';
import { needsApproval, OFFICE_WORDS, type Office, officeFor, REG_39 } from '../../core/checks/ending';
import { chronologyOf, withNew } from '../../core/engine/chronology';
import { awaitedBy } from '../../core/engine/ending-steps';
import { readStory } from '../../core/engine/story';
import type { Fact } from '../../core/events/fact';
import { ruleMetBy } from '../../core/rules/by-purpose';
import type { Rule } from '../../core/rules/rule';
import type { Child } from '../../store/children';

/** The facts with what an ending among them still waits for, and what to say of it. */
export function withAwaited(
  unit: Unit,
  child: Child,
  facts: readonly Fact[],
  known: readonly Fact[],
): { readonly facts: readonly Fact[]; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const all = facts.map((fact) => {
    if (fact.kind !== 'ceased-looked-after') return fact;
    const others = facts.filter((other) => other !== fact);
    const awaited = awaitedOf(unit, child, fact, withNew(known, others));
    notes.push(...notesOf(awaited, child, fact, known, unit.engine.rules));
    return { ...fact, attributes: { ...fact.attributes, ...awaited } };
  });
  return { facts: all, notes };
}

/** What an ending waits for, as attributes of it; none if it needs no approval. */
export function awaitedOf(
  { engine }: Unit,
  { born }: Pick<Child, 'born'>,
  ending: Fact,
  known: readonly Fact[],
): Record<string, string> {
  const working = (from: Fact['on'], to: Fact['on']): number =>
    engine.calendars.statutory.workingDaysBetween(from, to);
  const approval = approvalRule(engine.rules, ending.on);
  if (!needsApproval(ending, chronologyOf(known, born), approval?.onceInCareFor ?? 0, working)) return {};
  const all = withNew(known, [ending]);
  return awaitedBy(all.at(-1)!, readStory(all, born));
}

function notesOf(
  awaited: Readonly<Record<string, string>>,
  { ref, born }: Child,
  ending: Fact,
  known: readonly Fact[],
  rules: readonly Rule[],
): string[] {
  const office = officeFor(chronologyOf(known, born), ending.on);
  const approves = office === null ? 'a nominated officer (or the director)' : OFFICE_WORDS[office];
  const as = office === null ? '' : ` --approved-as ${office}`;
  return [
    ...(awaited.approval === undefined
      ? []
      : [
          `${whenApproved(office, approvalRule(rules, ending.on))} ${approves} approves that it ends (${REG_39}), and that is not recorded. When it is: irotool child left ${ref} --approved-by NAME${as} --on DATE`,
        ]),
    ...(awaited.consultation === undefined
      ? []
      : [
          `The IRO is consulted before care ends (${REG_39}), and that is not recorded. When it is: irotool child left ${ref} --iro-consulted DATE`,
        ]),
  ];
}

const approvalRule = (rules: readonly Rule[], on: Fact['on']): Rule | undefined =>
  ruleMetBy(rules, 'ending-approved', on);

function whenApproved(office: Office | null, rule: Rule | undefined): string {
  if (office === 'director') return 'Of a child of 16 or 17 who is not under a care order';
  const days = rule?.onceInCareFor;
  return days === undefined ? 'When care ends' : `After ${days} working days or more in care`;
}
