/** What was typed for steps, read and checked by the kinds of their attributes; what they need and lack is asked for. */
import type { Context } from '../../context';
import { keptAs } from '../../core/events/event';
import type { Fact } from '../../core/events/fact';
import type { IsoDate } from '../../core/time/dates';
import { UsageError } from '../../errors';
import { type Flag, nameOf, optionOf, type Step, toType } from '../../steps/step';
import { canAsk, requireFlags } from '../../ui/prompts';
import { either } from '../../ui/words';
import { dayDone } from '../day-done';
import { refuseLeftOver } from './left-over';
import { holds, isNeeded, type Options, type Typing, takenOf, typedFor } from './options';
import { askFlag } from './questions';
import { isNoReview, notBefore, valueTyped } from './value';

/** A step that was typed, with its day. */
export interface TypedStep<C> {
  readonly step: Step<C>;
  readonly on: IsoDate;
}

/**
 * The steps that were typed, in the order in which they are taken: of which case they are, their days say. `askDay`:
 * for a step that is asked for itself, so that its day is too.
 */
export async function stepsTyped<C>(
  context: Context,
  steps: readonly Step<C>[],
  options: Options,
  askDay: (step: Step<C>) => Promise<IsoDate>,
): Promise<TypedStep<C>[]> {
  refuseLeftOver(steps, options);
  const typed: TypedStep<C>[] = [];
  for (const step of takenOf(steps, options)) {
    const { on: flag } = step.flags;
    const day = typedFor(options, flag);
    const general = typeof options.on === 'string' ? options.on : undefined;
    // Nothing was typed: what might have been is named.
    if (step.always === 'unless another' && isAskedFor(step, options))
      requireFlags(context, [either(steps.map(toType))]);
    if (flag?.needed && day === undefined) requireFlags(context, [nameOf(flag)]);
    const isAsked = flag?.needed || (flag?.ask !== undefined && isAskedFor(step, options) && canAsk(context));
    if (typeof day === 'string') typed.push({ step, on: context.date(day, nameOf(flag!), 'past') });
    else typed.push({ step, on: isAsked ? await askDay(step) : dayDone(context, general) });
  }
  return typed;
}

/** If what was done is asked for, so is what may be said of it. */
const isAskedFor = ({ by, flags, needsAny, takenBy }: Step, options: Options): boolean =>
  needsAny === undefined
    ? by !== 'on' && !takenBy && typedFor(options, flags[by]) === undefined
    : Object.values(flags).every((flag) => typedFor(options, flag) === undefined);

/** The steps that are asked for with another that was asked for: those that were answered. */
export async function alsoAsked<C>(
  typing: Typing,
  steps: readonly Step<C>[],
  taken: readonly TypedStep<C>[],
  options: Options,
): Promise<(TypedStep<C> & { readonly options: Options })[]> {
  const asked: (TypedStep<C> & { readonly options: Options })[] = [];
  for (const step of canAsk(typing.context) ? steps : []) {
    const first = taken.find((each) => each.step.event === step.askedWith);
    if (!first || !isAskedFor(first.step, options) || taken.some((each) => each.step === step)) continue;
    const answer = await askFlag(typing, step, step.by, { on: first.on, check: notBefore(first.on) });
    if (answer !== undefined)
      asked.push({ step, on: first.on, options: { ...options, [optionOf(step.flags[step.by]!)]: answer } });
  }
  return asked;
}

/** What was typed of a step, as its fact; what it needs and lacks is asked for. */
export async function factTyped<C>(
  typing: Typing,
  of: C,
  { step, on }: TypedStep<C>,
  options: Options,
): Promise<Fact> {
  const { event, flags, needsAny } = step;
  const said: Record<string, string> = {};
  const typed = new Map<string, string>();
  const isAsked = isAskedFor(step, options);
  for (const [name, flag] of Object.entries(flags)) {
    if (name === 'on' || (step.numbered && name === 'ref') || !holds(flag.when, said)) continue;
    const text = typedFor(options, flag) ?? (await missing(typing, of, { step, on }, name, said, isAsked));
    if (typeof text !== 'string' || isNoReview(event.attributes[keptAs(name)], text)) continue;
    typed.set(name, text);
    // A condition is on a choice, which is read as it was typed.
    said[name] = text.trim().toLowerCase();
  }
  const attributes: Record<string, string> = {};
  for (const [name, text] of typed) {
    const kept = keptAs(name);
    attributes[kept] = valueTyped(typing, event.attributes[kept]!, nameOf(flags[name]!), text, on);
  }
  if (needsAny !== undefined && typed.size === 0) throw new UsageError(needsAny, orOf(Object.values(flags)));
  return { on, kind: event.kind, attributes };
}

/** `--drift --papers or --note`: those that stand for themselves. */
function orOf(flags: readonly Flag[]): string {
  const names = flags.filter(({ when }) => when === undefined).map(nameOf);
  return `${names.slice(0, -1).join(' ')} or ${names.at(-1)}`;
}

/** What was not typed: asked for if it must be said, or if its step is being asked for. */
async function missing<C>(
  typing: Typing,
  of: C,
  { step, on }: TypedStep<C>,
  name: string,
  said: Readonly<Record<string, string>>,
  isAsked: boolean,
): Promise<string | undefined> {
  const flag = step.flags[name]!;
  const message = step.asking[name]?.(of);
  const how = { on, check: notBefore(on), ...(message !== undefined && { message }) };
  const isBy = name === step.by && step.otherwise[name] === undefined;
  if (isBy || isNeeded(flag, said)) {
    requireFlags(typing.context, [nameOf(flag)]);
    return askFlag(typing, step, name, { ...how, needed: true });
  }
  if (flag.needed !== undefined || flag.ask === undefined || !canAsk(typing.context)) return undefined;
  return isAsked || flag.askAlways ? askFlag(typing, step, name, how) : undefined;
}
