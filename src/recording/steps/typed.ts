/** What was typed for steps, read and checked by the kinds of their attributes; what they need and lack is asked for. */
import type { Context } from '../../context';
import type { AttributeSpec } from '../../core/events/attribute';
import { keptAs } from '../../core/events/event';
import type { Fact } from '../../core/events/fact';
import { listOf } from '../../core/events/lists';
import { type IsoDate, isoDate } from '../../core/time/dates';
import { UsageError } from '../../errors';
import { type Flag, isArgument, nameOf, optionOf, type Step, toType } from '../../steps/step';
import { canAsk, requireFlags } from '../../ui/prompts';
import { either } from '../../ui/words';
import { someOfTyped } from '../choice-typed';
import { dayDone } from '../days/day-done';
import { refuseLeftOver } from './left-over';
import { holds, isNeeded, type Options, type TypedStep, type Typing, takenOf, typedFor } from './options';
import { askFlag } from './questions';
import { isNoReview, notBefore, valueTyped } from './value';

/** A step that was typed, with its day. */
interface Dated<C> {
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
): Promise<Dated<C>[]> {
  refuseLeftOver(steps, options);
  const typed: Dated<C>[] = [];
  const days = new Map<string, IsoDate>();
  const taken = takenOf(steps, options);
  requireFlags(
    context,
    taken.flatMap((step) => (step.flags.on?.needed ? lacking(step, options) : [])),
  );
  for (const step of taken) {
    const { on: flag } = step.flags;
    const day = typedFor(options, flag);
    const general = typeof options.on === 'string' ? options.on : undefined;
    // Nothing was typed: what might have been is named.
    if (step.always === 'unless another' && isAskedFor(step, options))
      requireFlags(context, [either(steps.map(toType))]);
    const isAsked = flag?.needed || (flag?.ask !== undefined && isAskedFor(step, options) && canAsk(context));
    const another = step.dayOf && days.get(step.dayOf.kind);
    const on =
      typeof day === 'string'
        ? context.date(day, nameOf(flag!), 'past')
        : isAsked
          ? await askDay(step)
          : (another ?? dayDone(context, general));
    days.set(step.event.kind, on);
    typed.push({ step, on });
  }
  return typed;
}

/** If what was done is asked for, or part of what it needs, so is what may be said of it. */
const isAskedFor = (step: Step, options: Options): boolean => {
  const { by, byAny, flags, needsAny, takenBy } = step;
  if (flags[by] && isArgument(flags[by])) return lacking(step, options).length > 0;
  return needsAny === undefined
    ? by !== 'on' && !byAny && !takenBy && typedFor(options, flags[by]) === undefined
    : Object.values(flags).every((flag) => typedFor(options, flag) === undefined);
};

/** The steps that are asked for with another that was asked for: those that were answered. */
export async function alsoAsked<C>(
  typing: Typing,
  steps: readonly Step<C>[],
  taken: readonly Dated<C>[],
  options: Options,
): Promise<(Dated<C> & { readonly options: Options })[]> {
  const asked: (Dated<C> & { readonly options: Options })[] = [];
  for (const step of canAsk(typing.context) ? steps : []) {
    const first = taken.find((each) => each.step.event === step.askedWith);
    if (!first || !isAskedFor(first.step, options) || taken.some((each) => each.step === step)) continue;
    const isStep = step.by === 'on';
    const answer = await askFlag(typing, step, step.by, { on: first.on, check: notBefore(first.on), isStep });
    if (answer === undefined) continue;
    const on = isStep ? isoDate(answer) : first.on;
    asked.push({ step, on, options: { ...options, [optionOf(step.flags[step.by]!)]: answer } });
  }
  return asked;
}

/** What was typed of a step by attribute; what it needs and lacks is asked for. */
export async function textsTyped<C>(
  typing: Typing,
  of: C,
  { step, on }: Dated<C>,
  options: Options,
): Promise<ReadonlyMap<string, string>> {
  const { flags, needsAny, event } = step;
  const said: Record<string, string> = {};
  const texts = new Map<string, string>();
  const isAsked = isAskedFor(step, options);
  for (const [name, flag] of Object.entries(flags)) {
    if (
      name === 'on' ||
      isArgument(flag) ||
      (step.numbered !== undefined && name === 'ref') ||
      !holds(flag.when, said)
    )
      continue;
    const typed = typedFor(options, flag);
    const text =
      typed === true
        ? (flag.value ?? 'yes')
        : (typed ?? (await missing(typing, of, { step, on, options }, name, said, texts, isAsked)));
    const spec = event.attributes[keptAs(name)]!;
    if (text === undefined || isNoReview(spec, text)) continue;
    // A day is read once, however many children it is of.
    const read = spec.kind === 'day' ? valueTyped(typing, spec, nameOf(flag), text, on, flag.passed)! : text;
    texts.set(name, read);
    // A condition is on a choice, which is read as it was typed.
    said[name] = text.trim().toLowerCase();
  }
  if (needsAny !== undefined && texts.size === 0) throw new UsageError(needsAny, orOf(Object.values(flags)));
  return texts;
}

/** What was typed of a step as facts of a child: one, or one for each part of its list. */
export function factsTyped<C>(typing: Typing, of: C, { step, on, texts }: TypedStep<C>): Fact[] {
  const { event, flags, by, each } = step;
  const attributes: Record<string, string> = {};
  for (const [name, text] of texts) {
    if (each && name === by) continue;
    const spec = specOf(step, name);
    // Who must be said is of each of the children; of a list, whom a child has.
    const of = spec.required && spec.kind === 'who' ? { ...typing, children: [typing.child] } : typing;
    const value = valueTyped(of, spec, nameOf(flags[name]!), text, on);
    if (value !== null) attributes[keptAs(name)] = value;
  }
  if (!each) return [{ on, kind: event.kind, attributes }];
  return partsTyped(typing, of, step, on, texts.get(by)!).map((part) => ({
    on,
    kind: event.kind,
    attributes: { ...part, ...attributes },
  }));
}

/** Every flag of a step that was typed, as a fact of a child: for a command that is code, and asks for itself. */
export function factTyped(typing: Typing, step: Step, options: object, on: IsoDate): Fact {
  const typed = new Map<string, unknown>(Object.entries(options));
  const texts = new Map<string, string>();
  for (const [name, flag] of Object.entries(step.flags)) {
    const text = typed.get(optionOf(flag));
    if (typeof text === 'string') texts.set(name, text);
    else if (text === true) texts.set(name, flag.value ?? 'yes');
  }
  return factsTyped(typing, undefined as never, { step, on, texts })[0]!;
}

/** The attribute with the choices that its flag takes. */
function specOf({ event, flags }: Step, name: string): AttributeSpec {
  const spec = event.attributes[keptAs(name)]!;
  const only = flags[name]?.only;
  return only === undefined ? spec : { ...spec, choices: only };
}

/** Each part of a list, as attributes. */
function partsTyped<C>(
  typing: Typing,
  of: C,
  step: Step<C>,
  on: IsoDate,
  typed: string,
): Record<string, string>[] {
  const flag = nameOf(step.flags[step.by]!);
  const spec = specOf(step, step.by);
  const { how, all } = step.each!;
  const kept = keptAs(step.by);
  if (listOf(typed).length === 0) throw new UsageError(`${flag} is empty.`);
  if (all && typed.trim().toLowerCase() === 'all') return all(of, on).map((part) => ({ [kept]: part }));
  if (spec.choices !== undefined) {
    const choices = all ? [...spec.choices, 'all'] : spec.choices;
    return listOf(someOfTyped(choices, flag, typed)).map((part) => ({ [kept]: part }));
  }
  return listOf(typed).flatMap((part) => {
    const [who = '', manner] = part.split('=', 2).map((text) => text.trim());
    const value = valueTyped(typing, spec, flag, who, on);
    if (value === null) return [];
    return [
      {
        [kept]: value,
        ...(how &&
          (manner ?? step.event.attributes[how]?.required) !== undefined && {
            [how]: mannerTyped(step, how, flag, manner ?? ''),
          }),
      },
    ];
  });
}

function mannerTyped({ event }: Step, how: string, flag: string, typed: string): string {
  const { choices = [] } = event.attributes[how]!;
  const word = typed.toLowerCase();
  if (choices.includes(word)) return word;
  throw new UsageError(
    `${flag} says ${how} as ${choices.join(', ')}; not "${typed}".`,
    `Type it as ${flag} mother=${choices[0]},child=${choices.at(-1)}`,
  );
}

/** The flags without which the step cannot be recorded, and which were not typed. */
function lacking(step: Step, options: Options): string[] {
  const said = Object.fromEntries(
    Object.entries(step.flags).map(([name, flag]) => [
      name,
      String(typedFor(options, flag) ?? '')
        .trim()
        .toLowerCase(),
    ]),
  );
  return Object.entries(step.flags)
    .filter(
      ([name, flag]) => typedFor(options, flag) === undefined && (isBy(step, name) || isNeeded(flag, said)),
    )
    .map(([, flag]) => nameOf(flag));
}

/** True of the attribute that says that the step was taken: it must be said. */
const isBy = ({ by, byAny, otherwise, always, numbered, among }: Step, name: string): boolean =>
  name === by &&
  among?.[name] === undefined &&
  !byAny &&
  otherwise[name] === undefined &&
  !(name === 'on' && always) &&
  !(name === 'ref' && numbered !== undefined);

/** `--drift --papers or --note`: those that stand for themselves. */
function orOf(flags: readonly Flag[]): string {
  const names = flags.filter(({ when }) => when === undefined).map(nameOf);
  return `${names.slice(0, -1).join(' ')} or ${names.at(-1)}`;
}

/** What was not typed: asked for if it must be said, or if its step is being asked for. */
async function missing<C>(
  typing: Typing,
  of: C,
  { step, on, options }: Dated<C> & { readonly options: Options },
  name: string,
  said: Readonly<Record<string, string>>,
  texts: ReadonlyMap<string, string>,
  isAsked: boolean,
): Promise<string | undefined> {
  const flag = step.flags[name]!;
  const message = step.asking[name]?.(of, Object.fromEntries(texts)) ?? undefined;
  const offer = step.offered[name]?.(of, on) ?? null;
  const how = {
    on,
    ...(step.event.attributes[keptAs(name)]?.lies !== 'past' && { check: notBefore(on) }),
    ...(message !== undefined && { message }),
    ...(offer !== null && { offer }),
  };
  const left = step.among?.[name]?.(of);
  if (left !== undefined) {
    if (left.length < 2) return left[0];
    requireFlags(typing.context, [`${nameOf(flag)} ${left.join('|')}`]);
    return askFlag(typing, step, name, { ...how, needed: true, among: left });
  }
  if (offer !== null && !canAsk(typing.context)) return offer;
  if (isBy(step, name) || isNeeded(flag, said)) {
    requireFlags(typing.context, lacking(step, options));
    return askFlag(typing, step, name, { ...how, needed: true });
  }
  if (flag.needed !== undefined || !canAsk(typing.context)) return undefined;
  // Of what is never asked of itself, the case asks.
  if (flag.ask === undefined)
    return message === undefined ? undefined : askFlag(typing, step, name, { ...how, message });
  return isAsked || flag.askAlways ? askFlag(typing, step, name, how) : (offer ?? undefined);
}
