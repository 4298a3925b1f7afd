/** The stages of a dispute, as a pack's pack.yaml gives them: a council's own take the place of those it extends. */

import { type GrammarContext, isRecord, type Path, wordsOf } from '../core/rules/raw';
import type { Rule } from '../core/rules/rule';
import { RuleReader } from '../core/rules/rule-reader';
import type { Stage } from '../core/rules/stages';

const KEYS = ['name', 'what', 'who', 'days', 'first formal'];

type Say = (path: Path, message: string) => void;
type Read = Omit<Stage, 'formal'> & { readonly isFirstFormal: boolean };

/** The ladder of a pack, checked against the days that its rules allow for all formal stages. */
export function readStages(
  raw: unknown,
  inherited: readonly Stage[],
  context: GrammarContext,
  rules: readonly Rule[],
  say: Say,
): readonly Stage[] {
  if (raw === undefined) return inherited;
  if (!Array.isArray(raw) || raw.length === 0) {
    say(['stages'], '"stages" is a list, the first step of a dispute first: each begins with "- name:"');
    return inherited;
  }
  const read = raw.map((each: unknown, at) => readStage(each, at, context, say));
  const stages = read.filter((stage) => stage !== undefined);
  stages.forEach(({ name }, at) => {
    if (stages.findIndex((other) => other.name === name) < at)
      say(
        ['stages', read.findLastIndex((stage) => stage?.name === name), 'name'],
        `the stage "${name}" is given twice`,
      );
  });
  const firsts = read.flatMap((stage, at) => (stage?.isFirstFormal ? [at] : []));
  if (stages.length < raw.length) return inherited;
  if (firsts.length !== 1) {
    say(
      firsts.length === 0 ? ['stages'] : ['stages', firsts[1]!, 'first formal'],
      `one stage says "first formal: true": from it the days over all formal stages run; ${firsts.length === 0 ? 'none does' : `${firsts.length} do`}`,
    );
    return inherited;
  }
  const ladder = stages.map(({ isFirstFormal: _, ...stage }, at) => ({ ...stage, formal: at >= firsts[0]! }));
  checkDays(ladder, rules, say);
  return ladder;
}

function readStage(raw: unknown, at: number, context: GrammarContext, say: Say): Read | undefined {
  if (!isRecord(raw)) {
    say(['stages', at], 'a stage begins with "- name:"');
    return undefined;
  }
  const reader = new RuleReader(raw, context);
  reader.checkKeys(KEYS, (key) => `there is no key "${key}" in a stage.${context.suggest(key, KEYS)}`);
  const name = reader.text('name', true);
  if (name !== undefined && !/^[a-z]+(-[a-z]+)*$/.test(name))
    reader.fault(
      'name',
      `a stage is small letters with hyphens between, such as senior-manager; not "${name}"`,
    );
  const what = reader.text('what', true);
  const who = reader.text('who', true);
  const days = raw.days ?? null;
  if (days !== null && (typeof days !== 'number' || !Number.isInteger(days) || days < 1))
    reader.fault('days', `"days" is a number of working days from 1; not "${wordsOf(days)}"`);
  const isFirstFormal = reader.yes('first formal') === true;
  for (const fault of reader.faults) say(['stages', at, ...fault.path], fault.message);
  if (reader.faults.length > 0) return undefined;
  return { name: name!, what: what!, who: who!, days: days as number | null, isFirstFormal };
}

/** Formal stages that together take longer than the law allows for all of them could never keep to it. */
function checkDays(ladder: readonly Stage[], rules: readonly Rule[], say: Say): void {
  const allowed = rules
    .filter(({ events }) => events.some(({ kind }) => kind === 'dispute-made-formal'))
    .flatMap(({ limits }) => limits)
    .flatMap(({ count }) => (typeof count === 'object' && count.unit === 'working days' ? count.amount : []));
  const together = ladder.reduce((sum, { formal, days }) => sum + (formal ? (days ?? 0) : 0), 0);
  const most = Math.min(...allowed);
  if (together > most)
    say(
      ['stages'],
      `the formal stages take ${together} working days together, and ${most} are allowed over all of them`,
    );
}
