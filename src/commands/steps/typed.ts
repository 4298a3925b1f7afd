/** What was typed for steps, read and checked by the kinds of their attributes; what they need and lack is asked for. */
import type { Context } from '../../context';
import { keptAs } from '../../core/events/event';
import type { Fact } from '../../core/events/fact';
import { type Flag, nameOf, type Step } from '../../steps/step';
import { canAsk, requireFlags } from '../../ui/prompts';
import { dayDone } from '../day-done';
import { refuseLeftOver } from './left-over';
import { holds, isNeeded, isTaken, type Options, type Typing, typedFor } from './options';
import { askFlag } from './questions';
import { valueTyped } from './value';

/** A step that was typed, as a fact that belongs to no case yet. */
export interface TypedStep<S> {
  readonly step: S;
  readonly fact: Fact;
}

/** Reads the steps that were typed, in the order in which they are taken. */
export async function stepsTyped<S extends Step>(
  typing: Typing,
  steps: readonly S[],
  options: Options,
): Promise<TypedStep<S>[]> {
  refuseLeftOver(steps, options);
  const read: TypedStep<S>[] = [];
  for (const step of steps) {
    if (isTaken(step, options)) read.push({ step, fact: await factTyped(typing, step, options) });
  }
  return read;
}

async function factTyped(typing: Typing, step: Step, options: Options): Promise<Fact> {
  const { context } = typing;
  const said: Record<string, string> = {};
  const typed = new Map<string, string>();
  // If what was done is asked for, so is what may be said of it.
  const isAsked = typedFor(options, step.flags[step.by]) === undefined && step.by !== 'on';
  for (const [name, flag] of Object.entries(step.flags)) {
    if (name === 'on' || step.numbered === name || !holds(flag.when, said)) continue;
    const text = typedFor(options, flag) ?? (await missing(context, step, name, flag, said, isAsked));
    if (typeof text === 'string') typed.set(name, text);
    // A condition is on a choice, which is read as it was typed.
    if (typeof text === 'string') said[name] = text.trim().toLowerCase();
  }
  const day = typedFor(options, step.flags.on);
  const on =
    typeof day === 'string'
      ? context.date(day, nameOf(step.flags.on!), 'past')
      : dayDone(context, typeof options.on === 'string' ? options.on : undefined);
  const attributes: Record<string, string> = {};
  for (const [name, text] of typed) {
    const kept = keptAs(name);
    attributes[kept] = valueTyped(typing, step.event.attributes[kept]!, nameOf(step.flags[name]!), text, on);
  }
  return { on, kind: step.event.kind, attributes };
}

/** What was not typed: asked for if it must be said, or if its step is being asked for. */
async function missing(
  context: Context,
  step: Step,
  name: string,
  flag: Flag,
  said: Readonly<Record<string, string>>,
  isAsked: boolean,
): Promise<string | undefined> {
  const isBy = name === step.by && step.otherwise[name] === undefined;
  if (isBy || isNeeded(flag, said)) {
    requireFlags(context, [nameOf(flag)]);
    return askFlag(context, step, name, { needed: true });
  }
  if (flag.needed !== undefined || flag.ask === undefined || !canAsk(context)) return undefined;
  return isAsked || flag.askAlways ? askFlag(context, step, name, {}) : undefined;
}
