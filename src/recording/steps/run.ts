/** Runs a command of steps: records those that were typed; without any, asks for them or shows them. */

import { childNamed } from '../../cases/find';
import { reckoned } from '../../cases/reckoned';
import type { Context } from '../../context';
import { withNew } from '../../core/engine/chronology';
import type { Fact } from '../../core/events/fact';
import { lastOf } from '../../core/reviews/record';
import { earliest, type IsoDate, isoDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { present, type Shown } from '../../screens/show';
import type { Case, Step } from '../../steps/step';
import { reckon } from '../../store/agenda/reckoning';
import type { Child } from '../../store/children';
import { showing } from '../../store/subjects';
import { isOnlyShown } from '../../ui/prompts';
import { inRows } from '../../ui/rows';
import { record } from '../saving';
import type { Read, StepCommand } from './command';
import { isAnyTyped, type Options, type TypedStep } from './options';
import { askFlag, askSteps } from './questions';
import { stepsSeen, stepsShown } from './screen';
import { asTaken, type TakenStep } from './taken';
import { alsoAsked, stepsTyped, textsTyped } from './typed';

export type { Read, StepCommand } from './command';

/** Runs it for one child; of several, each has a turn (in-turn.ts). */
export async function runSteps<C extends Case>(
  command: StepCommand<C>,
  context: Context,
  ref: string,
  options: Options,
): Promise<undefined> {
  const unit = await context.open();
  const named = (typed: string): Child => command.find?.(unit, typed) ?? childNamed(unit.db, typed);
  const child = named(ref);
  const { turn } = context.talk;
  const children = turn === null ? [child] : turn.refs.map(named);
  const read: Read = { context, unit, child, children, ...reckoned(context, unit, child) };
  const isTyped = isAnyTyped(command.steps, options);
  const typed = command.answers
    ? await command.answers(read, options)
    : isTyped
      ? options
      : await stepsAsked(command, read, options);
  if (typed === null) return undefined;
  const days = await stepsTyped(context, command.steps, typed, (step) =>
    askDayOf(command, read, step, options),
  );
  const by = earliest(days.map(({ on }) => on)) ?? null;
  const of = await command.caseOf(read, typed, by, days.at(-1)?.on ?? null);
  const steps: TypedStep<C>[] = [];
  for (const each of days) steps.push({ ...each, texts: await textsTyped(read, of, each, typed) });
  for (const each of await alsoAsked(read, command.steps, days, typed)) {
    steps.push({ step: each.step, on: each.on, texts: await textsTyped(read, of, each, each.options) });
  }
  await command.askMore?.(read, steps);
  const { taken, added, notes } = takenOf(command, read, of, steps, !isTyped);
  if (taken.length === 0) {
    if (turn !== null && steps.length > 0) {
      context.say(`${child.ref}: nothing of this is recorded, for nobody who was named is of this child.`);
      return undefined;
    }
    throw new UserError(
      `${child.ref}: there is nothing to record. ${notes[0] ?? ''}`.trim(),
      `To see what is recorded: ${showing(unit.db, child)}`,
    );
  }
  const rows = rowsOf(command, read, of, taken, added);
  const saved = await record(context, unit, {
    child,
    facts: added,
    also: () => command.also?.(read, of, added),
    heading: `${of.label}: ${command.heading?.(of, added) ?? taken.map(({ words }) => words).join('; ')}.`,
    notes,
    despite: options.despiteNoContact === true,
    unasked: command.unasked === true || (command.unasked === 'if typed' && isTyped),
  });
  if (!saved) return undefined;
  return present(context, {
    ...(command.json && { json: () => command.json!(read) }),
    screen: () => ({
      parts: [inRows(rows, [{ whole: true }, { wraps: true }], 0)],
      said: taken.flatMap(({ afterwards }) => afterwards),
    }),
  });
}

/** A day that must be said, asked for when what it is about was shown. */
async function askDayOf<C extends Case>(
  command: StepCommand<C>,
  read: Read,
  step: Step<C>,
  options: Options,
): Promise<IsoDate> {
  const of = await command.caseOf(read, options, null, null);
  const check = (on: IsoDate): string | true => command.checkDay?.(of, on) ?? true;
  const offer = command.opening?.(read) ?? null;
  return isoDate((await askFlag(read, step, 'on', { needed: true, check, ...(offer && { offer }) }))!);
}

interface TakenSteps {
  readonly taken: readonly TakenStep[];
  /** The facts of all of them. */
  readonly added: readonly Fact[];
  readonly notes: readonly string[];
}

/** What the child’s chronology is given. */
function takenOf<C extends Case>(
  command: StepCommand<C>,
  read: Read,
  of: C,
  steps: readonly TypedStep<C>[],
  isAsked: boolean,
): TakenSteps {
  const typed = asTaken(command, read, of, steps, isAsked);
  const more = command.together?.(
    read,
    of,
    typed.flatMap(({ facts }) => facts),
    steps,
  );
  const taken = [
    ...typed,
    ...(more?.facts ?? []).map(({ fact, words }) => ({
      said: fact,
      facts: [fact],
      words,
      notes: [],
      afterwards: [],
    })),
  ];
  const added = taken.flatMap(({ facts }) => facts);
  command.refuse?.(read, of, added);
  return { taken, added, notes: [...taken.flatMap(({ notes }) => notes), ...(more?.notes ?? [])] };
}

function rowsOf<C extends Case>(
  command: StepCommand<C>,
  read: Read,
  of: C,
  taken: readonly TakenStep[],
  added: readonly Fact[],
): string[][] {
  const { context, unit, child, facts } = read;
  const { duties } = reckon(withNew(facts, added), child.born, unit.engine);
  return taken.map(({ said: fact, words }, at) => [
    at === 0 || command.heading === undefined ? of.label : '',
    [`${words}: recorded.`, command.cameTo?.(context, of, fact, duties)].filter(Boolean).join(' '),
  ]);
}

const doneOn = <C extends Case>(
  { doneOn: ofCommand }: StepCommand<C>,
  of: C,
  kind: string,
): IsoDate | null => (ofCommand === undefined ? (lastOf(of.record, kind)?.on ?? null) : ofCommand(of, kind));

/** Shows it, and nothing is to be saved. */
async function shownOnly(context: Context, shown: Shown): Promise<null> {
  await present(context, shown);
  return null;
}

/** Without a step: shows them all, or asks for those that are open. Null if nothing is to be saved. */
async function stepsAsked<C extends Case>(
  command: StepCommand<C>,
  read: Read,
  options: Options,
): Promise<Options | null> {
  const { context, unit, child, reckoning } = read;
  const { steps } = command;
  const isShown = isOnlyShown(context) || steps.every(({ by, flags }) => !flags[by]?.ask);
  if (isShown && command.show) return shownOnly(context, command.show(read, options));
  const of = await command.caseOf(read, options, null, null);
  if (isShown && command.shown) {
    const seen = stepsSeen(context, unit, of, steps, (kind) => command.dutyOf?.(of, reckoning.duties, kind));
    return shownOnly(context, stepsShown(context, of, seen, command.shown(child, of)));
  }
  const open = steps.filter(
    (step) =>
      !step.command &&
      (step.askedWith !== undefined || doneOn(command, of, step.event.kind) === null) &&
      (step.isOwed?.(of) ?? true),
  );
  const asked = await askSteps(read, open, {
    check: (on) => command.checkDay?.(of, on) ?? true,
    has: (kind) => lastOf(of.record, kind) !== undefined,
  });
  const typed = { ...options, ...asked };
  if (isAnyTyped(steps, typed)) return typed;
  if (command.show) return shownOnly(context, command.show(read, options));
  context.say('Nothing was saved.');
  return null;
}
