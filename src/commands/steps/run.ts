/** Runs a command of steps: records those that were typed; without any, asks for them or shows them. */

import { childNamed } from '../../cases/find';
import { theirName } from '../../cases/participants';
import { reckoned } from '../../cases/reckoned';
import { wordsFor } from '../../cases/someone';
import { calledOf, everyoneIn } from '../../cases/who';
import type { Context, Unit } from '../../context';
import { withNew } from '../../core/engine/chronology';
import type { Duty } from '../../core/engine/duty';
import { keptAs } from '../../core/events/event';
import type { Fact } from '../../core/events/fact';
import { nextReference } from '../../core/events/next-reference';
import { lastOf } from '../../core/reviews/record';
import { earliest, type IsoDate, isoDate, longDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { codeWords } from '../../law/shipped';
import type { Around, Case, InWords, Step } from '../../steps/step';
import { type Reckoning, reckon } from '../../store/agenda/reckoning';
import type { Child } from '../../store/children';
import { factsOf, type StoredFact } from '../../store/chronology';
import { canAsk } from '../../ui/prompts';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { listed } from '../../ui/words';
import { record, sayLines } from '../saving';
import { isAnyTyped, type Options } from './options';
import { askFlag, askSteps } from './questions';
import { type Shown, showSteps, stepsSeen } from './screen';
import { alsoAsked, factTyped, stepsTyped } from './typed';

/** What is the command's own. */
export interface StepCommand<C extends Case> {
  readonly steps: readonly Step<C>[];
  /** What the steps are of. `by`: the earliest day typed; null if they are only looked at. */
  caseOf(around: Read, options: Options, by: IsoDate | null): C | Promise<C>;
  /** Shown without a step, instead of the list of steps. */
  show?(read: Read, options: Options): void;
  /** What stands around the list of its steps; a command that is one step has none. */
  shown?(child: Child, of: C): Shown;
  /** The step as facts of the case: its own, and what comes with it. */
  factsOf?(of: C, fact: Fact): readonly Fact[];
  dutyOf?(of: C, duties: readonly Duty[], kind: string): Duty | undefined;
  /** What is wrong with a day for the case, said while it can be typed again; or true. */
  checkDay?(of: C, on: IsoDate): string | true;
  /** A sentence if a step is recorded already, on another day. */
  already?(of: C, fact: Fact): string | null;
  /** Refuses facts that cannot be of this case. */
  refuse?(read: Read, of: C, facts: readonly Fact[]): void;
  /** More that a step came to, after "recorded." */
  cameTo?(context: Context, of: C, fact: Fact, duties: readonly Duty[]): string | null;
  /** It is saved without a question. */
  readonly unasked?: true;
}

/** A child as it was read. */
export interface Read {
  readonly context: Context;
  readonly unit: Unit;
  readonly child: Child;
  readonly facts: readonly StoredFact[];
  readonly reckoning: Reckoning;
}

/** Runs it for one child. */
export async function runSteps<C extends Case>(
  command: StepCommand<C>,
  context: Context,
  ref: string,
  options: Options,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const { facts, reckoning } = reckoned(context, unit, child);
  const read: Read = { context, unit, child, facts, reckoning };
  const typed = isAnyTyped(command.steps, options) ? options : await stepsAsked(command, read, options);
  if (typed === null) return undefined;
  const steps = await stepsTyped(context, command.steps, typed, async (step) => {
    const of = await command.caseOf(read, options, null);
    const check = (on: IsoDate): string | true => command.checkDay?.(of, on) ?? true;
    return isoDate((await askFlag(read, step, 'on', { needed: true, check }))!);
  });
  const of = await command.caseOf(read, options, earliest(steps.map(({ on }) => on)) ?? null);
  const said: Saying<C>[] = [];
  for (const each of steps) said.push({ step: each.step, fact: await factTyped(read, of, each, typed) });
  for (const each of await alsoAsked(read, command.steps, steps, typed)) {
    said.push({ step: each.step, fact: await factTyped(read, of, each, each.options) });
  }
  const taken = asTaken(command, read, of, said);
  const added = taken.flatMap(({ facts }) => facts);
  command.refuse?.(read, of, added);
  const { duties } = reckon(withNew(facts, added), child.born, unit.engine);
  const rows = taken.map(({ said: fact, words }) => [
    of.label,
    [`${words}: recorded.`, command.cameTo?.(context, of, fact, duties)].filter(Boolean).join(' '),
  ]);
  const saved = await record(context, unit, {
    child,
    facts: added,
    heading: `${of.label}: ${taken.map(({ words }) => words).join('; ')}.`,
    notes: taken.flatMap(({ notes }) => notes),
    despite: options.despiteNoContact === true,
    ...(command.unasked && { unasked: true }),
  });
  if (!saved) return undefined;
  const width = screenWidth(context.io, context.flags);
  context.print(rowLines(rows, [{}, { wraps: true }], width, 0).join('\n'));
  sayLines(
    context,
    taken.flatMap(({ afterwards }) => afterwards),
  );
  return undefined;
}

/** Without a step: shows them all, or asks for those that are open. Null if nothing is to be saved. */
async function stepsAsked<C extends Case>(
  command: StepCommand<C>,
  read: Read,
  options: Options,
): Promise<Options | null> {
  const { context, unit, child, reckoning } = read;
  const { steps } = command;
  if (command.show) {
    command.show(read, options);
    return null;
  }
  const of = await command.caseOf(read, options, null);
  const seen = stepsSeen(context, unit, of, steps, (kind) => command.dutyOf?.(of, reckoning.duties, kind));
  if (command.shown && (context.flags.json || !canAsk(context))) {
    showSteps(context, of, seen, command.shown(child, of));
    return null;
  }
  const open = seen.filter(({ doneOn, step }) => doneOn === null && !step.command).map(({ step }) => step);
  const asked = await askSteps(read, open, {
    check: (on) => command.checkDay?.(of, on) ?? true,
    has: (kind) => lastOf(of.record, kind) !== undefined,
  });
  const typed = { ...options, ...asked };
  if (isAnyTyped(steps, typed)) return typed;
  context.say('Nothing was saved.');
  return null;
}

interface Saying<C> {
  readonly step: Step<C>;
  readonly fact: Fact;
}

interface TakenStep {
  readonly said: Fact;
  readonly facts: readonly Fact[];
  /** `decisions sent on Friday 20 March 2026` */
  readonly words: string;
  readonly notes: readonly string[];
  readonly afterwards: readonly string[];
}

/** The steps as facts of the case, each with what is said of it. */
function asTaken<C extends Case>(
  command: StepCommand<C>,
  read: Read,
  of: C,
  typed: readonly Saying<C>[],
): TakenStep[] {
  const filled = typed.map(({ step, fact }) => ({ step, fact: withReference(read, step, fact) }));
  const before = { of, facts: filled.map(({ fact }) => fact) };
  const steps = filled.map(({ step, fact }) => ({ step, fact: withOtherwise(step, fact, before) }));
  const around = { of, facts: steps.map(({ fact }) => fact) };
  return steps.map(({ step, fact: said }, at) => {
    const wrong = step.objection(said, around);
    if (wrong) throw new UserError(`${of.label}: ${wrong[0]} Nothing was saved.`, wrong[1] ?? '');
    const facts = command.factsOf?.(of, said) ?? [said];
    const notes = [
      step.often ? null : (command.already?.(of, said) ?? null),
      gapBefore(step, around, at),
      ...step.notes(said, around),
    ];
    return {
      said,
      facts,
      words: `${step.words(said, inWords(read, said.on))}${step.saysWhen ? '' : ` on ${longDate(said.on)}`}`,
      notes: notes.filter((note) => note !== null),
      afterwards: step.afterwards(said, around).filter((line) => line !== null),
    };
  });
}

/** The next free reference, if the step's events have one. */
function withReference({ unit, child }: Read, { numbered }: Step, fact: Fact): Fact {
  if (numbered === undefined) return fact;
  const ref = nextReference(numbered, factsOf(unit.db, child.id));
  return { ...fact, attributes: { ref, ...fact.attributes } };
}

/** With what stands if nothing was typed; in the order in which the event describes what it says. */
function withOtherwise<C>({ event, otherwise }: Step<C>, fact: Fact, around: Around<C>): Fact {
  const said: Record<string, string> = { ...fact.attributes };
  for (const [name, value] of Object.entries(otherwise)) {
    const words = said[keptAs(name)] ?? value(around);
    if (words !== null) said[keptAs(name)] = words;
  }
  const names = Object.keys(event.attributes).filter((name) => said[name] !== undefined);
  return { ...fact, attributes: Object.fromEntries(names.map((name) => [name, said[name]!])) };
}

/** What is said if the event that usually comes first has not: on record, or in the same command before. */
function gapBefore<C extends Case>(
  { follows }: Step<C>,
  { of, facts }: Around<C>,
  at: number,
): string | null {
  if (!follows) return null;
  const { kind } = follows.event;
  const has = lastOf(of.record, kind) !== undefined || facts.slice(0, at).some((fact) => fact.kind === kind);
  return has ? null : follows.gap;
}

function inWords({ unit, child }: Read, on: IsoDate): InWords {
  const everyone = everyoneIn(unit, child, on);
  return {
    listed,
    called: (tags) => listed(tags.map((tag) => calledOf(everyone, tag))),
    someone: (recorded) => wordsFor(everyone, recorded),
    the: (tag) => theirName({ called: calledOf(everyone, tag) }),
    code: codeWords,
  };
}
