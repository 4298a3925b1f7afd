/**
 * Runs a command of steps, for one child or for several with one meeting: records those that were typed; without any,
 * asks for them or shows them.
 */

import { childrenNamed } from '../../cases/children-named';
import { reckoned } from '../../cases/reckoned';
import type { Context } from '../../context';
import { withNew } from '../../core/engine/chronology';
import type { Fact } from '../../core/events/fact';
import { lastOf } from '../../core/reviews/record';
import { earliest, type IsoDate, isoDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { printRows } from '../../screens/show';
import type { Case, Step } from '../../steps/step';
import { reckon } from '../../store/agenda/reckoning';
import type { Child } from '../../store/children';
import { showing } from '../../store/subjects';
import { canAsk } from '../../ui/prompts';
import { recordAll, sayLines } from '../saving';
import type { Read, StepCommand } from './command';
import { isAnyTyped, type Options, type TypedStep } from './options';
import { askFlag, askSteps } from './questions';
import { showSteps, stepsSeen } from './screen';
import { asTaken, type TakenStep } from './taken';
import { alsoAsked, stepsTyped, textsTyped } from './typed';

export type { Read, StepCommand } from './command';

/** Runs it for one child, or for several. */
export async function runSteps<C extends Case>(
  command: StepCommand<C>,
  context: Context,
  refs: string | readonly string[],
  options: Options,
): Promise<undefined> {
  const unit = await context.open();
  const named = (typed: readonly string[]): Child[] =>
    command.find ? typed.map((ref) => command.find!(unit, ref)) : childrenNamed(unit, typed);
  const about = named([refs].flat());
  const { turn } = context.talk;
  const children = turn === null ? about : named(turn.refs);
  const reads = about.map(
    (child): Read => ({ context, unit, child, children, ...reckoned(context, unit, child) }),
  );
  const isTyped = isAnyTyped(command.steps, options);
  const typed = command.answers
    ? await command.answers(reads[0]!, options)
    : isTyped
      ? options
      : await stepsAsked(command, reads, options);
  if (typed === null) return undefined;
  const days = await stepsTyped(context, command.steps, typed, (step) =>
    askDayOfAll(command, reads, step, options),
  );
  const by = earliest(days.map(({ on }) => on)) ?? null;
  const last = days.at(-1)?.on ?? null;
  const cases: { readonly read: Read; readonly of: C }[] = [];
  for (const read of reads) cases.push({ read, of: await command.caseOf(read, typed, by, last) });
  const { read: first, of: itsCase } = cases[0]!;
  const steps: TypedStep<C>[] = [];
  for (const each of days) {
    steps.push({ ...each, texts: await textsTyped(first, itsCase, each, typed) });
  }
  for (const each of await alsoAsked(first, command.steps, days, typed)) {
    steps.push({ step: each.step, on: each.on, texts: await textsTyped(first, itsCase, each, each.options) });
  }
  const all = cases.map(({ read, of }) => takenOf(command, read, of, steps, !isTyped));
  const some = all.filter(({ taken }) => taken.length > 0);
  if (some.length === 0) {
    const { read, notes } = all[0]!;
    if (turn !== null && steps.length > 0) {
      context.say(
        `${read.child.ref}: nothing of this is recorded, for nobody who was named is of this child.`,
      );
      return undefined;
    }
    throw new UserError(
      `${read.child.ref}: there is nothing to record. ${notes[0] ?? ''}`.trim(),
      `To see what is recorded: ${showing(unit.db, read.child)}`,
    );
  }
  const rows = some.flatMap((each) => rowsOf(command, each));
  const saved = await recordAll(
    context,
    unit,
    some.map(({ read, of, taken, added, notes }) => ({
      child: read.child,
      facts: added,
      also: () => command.also?.(read, of, added),
      heading: `${of.label}: ${command.heading?.(of, added) ?? taken.map(({ words }) => words).join('; ')}.`,
      notes,
      despite: options.despiteNoContact === true,
      unasked: command.unasked === true || (command.unasked === 'if typed' && isTyped),
    })),
  );
  if (!saved) return undefined;
  if (context.flags.json && command.json) {
    command.json(first);
    return undefined;
  }
  printRows(context, rows, [{ whole: true }, { wraps: true }], 0);
  sayLines(
    context,
    some.flatMap(({ taken }) => taken.flatMap(({ afterwards }) => afterwards)),
  );
  return undefined;
}

/** A day that must be said, asked for when what it is about was shown; each of the children can have it. */
async function askDayOfAll<C extends Case>(
  command: StepCommand<C>,
  reads: readonly Read[],
  step: Step<C>,
  options: Options,
): Promise<IsoDate> {
  const cases: C[] = [];
  for (const read of reads) cases.push(await command.caseOf(read, options, null, null));
  const check = (on: IsoDate): string | true =>
    cases.map((of) => command.checkDay?.(of, on) ?? true).find((each) => each !== true) ?? true;
  const offers = new Set(command.opening?.(reads) ?? []);
  const [offer = null] = offers;
  return isoDate(
    (await askFlag(reads[0]!, step, 'on', {
      needed: true,
      check,
      ...(offers.size === 1 && offer && { offer }),
    }))!,
  );
}

interface TakenOf<C> {
  readonly read: Read;
  readonly of: C;
  readonly taken: readonly TakenStep[];
  /** The facts of all of them. */
  readonly added: readonly Fact[];
  readonly notes: readonly string[];
}

/** What one child's chronology is given. */
function takenOf<C extends Case>(
  command: StepCommand<C>,
  read: Read,
  of: C,
  steps: readonly TypedStep<C>[],
  isAsked: boolean,
): TakenOf<C> {
  // Of several, one may have had a step that was asked of the others.
  const open = isAsked
    ? steps.filter(({ step }) => doneOn(command, of, step.event.kind) === null || step.often)
    : steps;
  const typed = asTaken(command, read, of, open, isAsked);
  const more = command.together?.(
    read,
    of,
    typed.flatMap(({ facts }) => facts),
    open,
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
  return { read, of, taken, added, notes: [...taken.flatMap(({ notes }) => notes), ...(more?.notes ?? [])] };
}

function rowsOf<C extends Case>(command: StepCommand<C>, { read, of, taken, added }: TakenOf<C>): string[][] {
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

/** Without a step: shows them all, or asks for those that are open. Null if nothing is to be saved. */
async function stepsAsked<C extends Case>(
  command: StepCommand<C>,
  reads: readonly Read[],
  options: Options,
): Promise<Options | null> {
  const read = reads[0]!;
  const { context, unit, child, reckoning } = read;
  const { steps } = command;
  const isShown = context.flags.json || !canAsk(context) || steps.every(({ by, flags }) => !flags[by]?.ask);
  const show = (): null => {
    command.show?.(read, options, reads);
    return null;
  };
  if (isShown && command.show) return show();
  const cases: C[] = [];
  for (const each of reads) cases.push(await command.caseOf(each, options, null, null));
  const of = cases[0]!;
  if (isShown && command.shown) {
    const seen = stepsSeen(context, unit, of, steps, (kind) => command.dutyOf?.(of, reckoning.duties, kind));
    showSteps(context, of, seen, command.shown(child, of));
    return null;
  }
  const open = steps.filter(
    (step) =>
      !step.command &&
      cases.some(
        (each) =>
          (step.askedWith !== undefined || doneOn(command, each, step.event.kind) === null) &&
          (step.isOwed?.(each) ?? true),
      ),
  );
  const asked = await askSteps(read, open, {
    check: (on) => command.checkDay?.(of, on) ?? true,
    has: (kind) => lastOf(of.record, kind) !== undefined,
  });
  const typed = { ...options, ...asked };
  if (isAnyTyped(steps, typed)) return typed;
  if (command.show) return show();
  context.say('Nothing was saved.');
  return null;
}
