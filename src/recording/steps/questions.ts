/** Steps asked for on a terminal, one by one, by the kinds of their attributes. */
import { everyoneIn } from '../../cases/people/who';
import { type Context, quietly } from '../../context';
import { keptAs } from '../../core/events/event';
import type { IsoDate } from '../../core/time/dates';
import { codeWords } from '../../law/shipped';
import { nameOf, optionOf, type Step } from '../../steps/step';
import { askChoice, askText, type Choice, MAY_BE_LEFT } from '../../ui/prompts';
import { capital } from '../../ui/words';
import { someOfTyped } from '../choice-typed';
import { askDayOf, checkHappened } from '../days/ask-day';
import { wrongWith } from '../wrong-with';
import { holds, isNeeded, type Options, type Typing, typedFor } from './options';
import { isNoReview, valueTyped } from './value';

/** What the questions of a case need to know. */
export interface Asking {
  /** What is wrong with a day for the case, or true. */
  readonly check: (on: IsoDate) => string | true;
  /** True if the case has the event already. */
  readonly has: (kind: string) => boolean;
}

/**
 * What is typed for each open step, as for its flags; Enter is not yet, and then nothing more is asked of it. What is
 * given is not asked.
 */
export async function askSteps(
  typing: Typing,
  open: readonly Step[],
  asking: Asking,
  given: Options = {},
): Promise<Options> {
  const asked: Record<string, string> = {};
  const taken = new Set<string>();
  for (const step of open) {
    const { by, flags, follows, event, askedWith } = step;
    const isTooEarly = follows && !taken.has(follows.event.kind) && !asking.has(follows.event.kind);
    const known = typedFor(given, flags[by]);
    if (!flags[by] || (flags[by].ask === undefined && !known) || (follows?.askedOnlyThen && isTooEarly))
      continue;
    if (askedWith && !taken.has(askedWith.kind)) continue;
    const answer = textOf(known) ?? (await askFlag(typing, step, by, { ...asking, isStep: true }));
    if (answer === undefined) continue;
    asked[optionOf(flags[by])] = answer;
    taken.add(event.kind);
    const said: Record<string, string> = { [by]: answer };
    for (const [name, flag] of Object.entries(flags)) {
      if (name === by || !holds(flag.when, said)) continue;
      const known = textOf(typedFor(given, flag));
      if (known !== undefined) said[name] = known;
      if (known !== undefined || flag.ask === undefined) continue;
      if (flag.needed !== undefined && !isNeeded(flag, said)) continue;
      // A fact has its day: once the step is answered, so is when.
      const more = await askFlag(typing, step, name, {
        ...asking,
        needed: name === 'on' || flag.needed !== undefined,
      });
      if (more === undefined) continue;
      said[name] = more;
      asked[optionOf(flag)] = more;
    }
  }
  return asked;
}

const textOf = (typed: string | true | undefined): string | undefined => (typed === true ? 'yes' : typed);

interface How extends Partial<Asking> {
  /** It cannot be left empty. */
  readonly needed?: boolean;
  /** It is whether the step was taken: empty is not yet. */
  readonly isStep?: boolean;
  /** What Enter alone takes. */
  readonly offer?: IsoDate;
  /** The choices, if not all of the flag's. */
  readonly among?: readonly string[];
  /** By which day people are found; else today. */
  readonly on?: IsoDate;
  /** Instead of the flag's own. */
  readonly message?: string;
}

/**
 * One question, by the kind of what it is about; undefined if it was left empty. The answer is checked by what
 * reads the flag.
 */
export async function askFlag(
  typing: Typing,
  { event, flags, by, each }: Step,
  name: string,
  {
    needed = false,
    isStep = false,
    check,
    offer,
    among,
    on = typing.context.today,
    message: ask = flags[name]!.ask!,
  }: How,
): Promise<string | undefined> {
  const { context, unit, child } = typing;
  const hint = needed || offer ? '' : isStep ? ' (Enter for not yet)' : MAY_BE_LEFT;
  const optional = !needed;
  const day = { message: `${ask}${hint}`, optional, ...(check && { check }), ...(offer && { offer }) };
  if (name === 'on') {
    const happened = checkHappened(unit, child, event.kind, context);
    const wrong = (day: IsoDate): string | true => {
      const ofCase = check?.(day) ?? true;
      return ofCase === true ? happened(day) : ofCase;
    };
    return askDayOf(context, { ...day, lies: 'past', check: wrong });
  }
  const spec = event.attributes[keptAs(name)]!;
  const { kind, codes, lies } = spec;
  const { only, called } = flags[name]!;
  const choices = among ?? only ?? spec.choices ?? [];
  const isList = each !== undefined && name === by;
  if (kind === 'day' && lies) return askDayOf(context, { ...day, lies });
  if (!isList && (kind === 'oneOf' || kind === 'yesNo')) {
    const words = (choice: string): string =>
      called?.[choice] !== undefined
        ? called[choice]
        : codes === undefined
          ? capital(choice.replaceAll('-', ' '))
          : codeWords(codes, choice);
    const offered = choices.map((value) => ({ name: words(value), value }));
    return askOne(context, ask, offered, optional, isStep);
  }
  const list =
    kind === 'someOf' || isList
      ? [...choices, ...(each?.all && isList ? ['all'] : [])]
      : kind === 'people'
        ? everyoneIn(unit, child, on).map(({ ref }) => ref)
        : [];
  const listed = `${ask}${ask.endsWith('?') ? '' : ':'} ${list.join(', ')}${nobody(hint, kind)}`;
  const quiet = { ...typing, context: quietly(context) };
  const typed = await askText(context, {
    message: list.length === 0 ? `${ask}${hint}` : listed,
    optional,
    check: (text) =>
      isNoReview(spec, text) ||
      wrongWith(() =>
        isList && list.length > 0
          ? someOfTyped(list, nameOf(flags[name]!), text)
          : valueTyped(quiet, spec, nameOf(flags[name]!), text, on),
      ),
  });
  return typed || undefined;
}

const nobody = (hint: string, kind: string): string =>
  kind === 'people' ? hint.replace('not yet', 'nobody yet') : hint;

/** Enter alone answers nothing, or is asked again if an answer is needed. */
async function askOne(
  context: Context,
  message: string,
  offered: readonly Choice<string>[],
  optional: boolean,
  isStep: boolean,
): Promise<string | undefined> {
  if (!optional) return askChoice(context, message, offered);
  const none: Choice<string> = { name: isStep ? 'None yet' : 'No answer', value: '' };
  return (await askChoice(context, message, [none, ...offered], '')) || undefined;
}
