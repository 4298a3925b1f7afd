/**
 * A step: how a command takes an event, described once. Its options and their help, what is read and refused,
 * the questions, the list of what is done, its JSON and what to type next all follow from it. Plain data: a step
 * that needs more than `notes` and `refusal`, or one of them longer than 15 lines, is a command of its own.
 */
import type { Moment } from '../core/engine/moment';
import type { CodeList } from '../core/events/attribute';
import { type Event, keptAs, type Taken, taken } from '../core/events/event';
import type { Fact } from '../core/events/fact';
import { lastOf } from '../core/reviews/record';
import type { IsoDate } from '../core/time/dates';

/** How one attribute of the event is typed; the one named `on` is the day of the event itself. */
export interface Flag {
  /** `--sent-to <list>`; or `<who>`, an argument of the command: whom it means, the case has found (`otherwise`). */
  readonly flags: string;
  /** If the help of the attribute does not say enough on the command line. */
  readonly help?: string;
  /** The question on a terminal; without one it is only typed. */
  readonly ask?: string;
  /** Asked also if the rest of its step was typed. */
  readonly askAlways?: true;
  /** It may be said only if another attribute has this value. */
  readonly when?: TakenWhen;
  /** It must be said: always, or if another attribute has this value. */
  readonly needed?: true | TakenWhen;
  /** What it is about, if several steps share the flag and it can be about one of them only. */
  readonly about?: string;
  /** Of a day to come: what to type if it has passed, with REF and DATE. */
  readonly passed?: string;
  /** What to type instead, if it was typed without its step. */
  readonly elsewhere?: string;
  /** What it stands for if it takes no value: yes, if nothing is said. */
  readonly value?: string;
  /** Choices in words, if they are asked for. */
  readonly called?: Readonly<Record<string, string>>;
  /** Those of the attribute's choices that this flag takes, if not all. */
  readonly only?: readonly string[];
}

export type TakenWhen = readonly [attribute: string, value: string];

export interface TakenBy {
  readonly flag: Flag;
  readonly word?: string;
}

export const flag = (flags: string, help?: string, more: Omit<Flag, 'flags' | 'help'> = {}): Flag => ({
  flags,
  ...(help !== undefined && { help }),
  ...more,
});

/** What steps belong to: a review, a child in care, a conference. */
export interface Case {
  /** `K1/2` */
  readonly label: string;
  /** What to type to speak of it again: `K1 --review 2`. */
  readonly again: string;
  /** Everything on the chronology that belongs to it. */
  readonly record: { readonly moments: readonly Moment[] };
}

/** A case of which nothing is recorded before: what it is called, and what is typed for it again. */
export const newCase = (label: string, again = label): Case => ({ label, again, record: { moments: [] } });

/** What a step is held against: its case, and every fact of the same command. */
export interface Around<C> {
  readonly of: C;
  readonly facts: readonly Fact[];
  /** By when a dispute that is opened on a day is to be settled informally: by the days of the pack's first stage; null if it gives none. */
  informalBy(on: IsoDate): IsoDate | null;
}

/** Lists in words. */
export interface InWords {
  /** `the IRO and advocacy` */
  listed(words: readonly string[]): string;
  /** People by tag: `the child and mother`. */
  called(tags: readonly string[]): string;
  /** One of the child's people by tag: `the mother`. */
  the(tag: string): string;
  /** Someone by tag; anyone else as they were typed. */
  someone(recorded: string): string;
  /** A colleague by their number. */
  colleague(id: number): string;
  /** A code of the return with what it means: `Interim care order (C1)`. */
  code(list: CodeList, code: string): string;
}
export type Sentences = readonly (string | null)[];
/** Why a step cannot be, and what to type next if anything helps. */
export type Refusal = readonly [what: string, next?: string];

/** What is said of a step of an event that says `V`, taken for a case `C`. */
interface Described<V, C> {
  /** `Decisions sent`: in lists, and in what is said of it. */
  readonly what: string;
  /** The attribute whose flag says that the step was taken; its day, if nothing is said. */
  readonly by?: keyof V | 'on';
  /** Any of its flags says so, or any of these. */
  readonly byAny?: true | readonly (keyof V)[];
  /** If no attribute says that it was taken: a switch, `--ended`, or one word of a flag, `--proceedings started`. */
  readonly takenBy?: TakenBy;
  readonly flags?: { readonly [K in keyof V | 'on']?: Flag };
  /** What was recorded, if it is more than `what`. */
  readonly words?: (said: Taken<V>, inWords: InWords, of: C) => string;
  /** What is said once it is saved. */
  readonly afterwards?: (said: Taken<V>, around: Around<C>) => Sentences;
  /** What stands if nothing was typed for an attribute, as it is kept. */
  readonly otherwise?: { readonly [K in keyof V]?: (around: Around<C>, on: IsoDate) => string | null };
  /** More that is worth saying before it is saved. */
  readonly notes?: (said: Taken<V>, around: Around<C>) => Sentences;
  readonly refusal?: (said: Taken<V>, around: Around<C>) => Refusal | null;
  /** The day that Enter takes; if it is not asked for, it stands. */
  readonly offered?: { readonly [K in keyof V]?: (of: C, on: IsoDate) => IsoDate | null };
  /**
   * The question, if it says what the case has of it already: of what is on record; or if only the case, and what is said
   * of the step as it is kept, tells whether it is asked at all (null: it is not).
   */
  readonly asking?: {
    readonly [K in keyof V]?: (of: C, said: Readonly<Record<string, string>>) => string | null;
  };
  /** At least one of its attributes must be said, though no certain one: what is said if none is. */
  readonly needsAny?: string;
  /** The event that usually comes first, and what is said if it has not. */
  readonly follows?: Follows;
  /** Another step that cannot be taken in the same command. */
  readonly notWith?: readonly [event: Event, refusal: string];
  /** What an argument takes, unless this is taken and nothing else was typed of that. */
  readonly insteadOf?: Event;
  /** What it asks of someone on a day while it is open; null if it asks nothing, or not any more. */
  readonly next?: (of: C, today: IsoDate) => ToDo | null;
  /** False if this case has no such step: it is neither listed nor asked for. */
  readonly isOwed?: (of: C) => boolean;
  /** The command is this one step: it is taken whatever was typed, or unless another was. */
  readonly always?: true | 'unless another';
  /** The values that the case leaves: one is taken, and of several it is asked which. */
  readonly among?: Readonly<Record<string, (of: C) => readonly string[]>>;
  /** Its flag takes a list, and each part is a fact of its own. */
  readonly each?: Each<C>;
  /** Without a day of its own it is of the day of this step, if the same command takes it. */
  readonly dayOf?: Event;
  /** It may be taken with another step, and is asked for if that one is. */
  readonly askedWith?: Event;
  /** Its words say when: its day is not said after them. */
  readonly saysWhen?: true;
  /** It may be taken again without a word. */
  readonly often?: true;
  /** The letter of the references, `ref`, that its events are given: D1, D2. */
  readonly numbered?: string;
  /** Another command records it, `review monitor REF`: it is only listed. */
  readonly command?: string;
}

/** What a step asks to be done, of whom, by when if it has a day of its own, and what is typed of it. */
export interface ToDo {
  readonly what: string;
  readonly who: string;
  readonly due?: IsoDate;
  /** By attribute, besides the one that says that the step was taken, and what must be said. */
  readonly typed?: Readonly<Record<string, string>>;
}

/** How a list is typed of which each part is a fact: `report,health`, or `mother=letter,child`. */
export interface Each<C> {
  /** The attribute that follows a part after `=`, as it is kept. */
  readonly how?: string;
  /** What `all` stands for on a day. */
  readonly all?: (of: C, on: IsoDate) => readonly string[];
}

export interface Follows {
  readonly event: Event;
  readonly gap: string;
  /** It is not asked about before that. */
  readonly askedOnlyThen?: true;
}

/** A step as the machine has it: what its event says is read from a fact, and typed again inside. */
export interface Step<C = never>
  extends Omit<
    Described<never, C>,
    | 'by'
    | 'byAny'
    | 'flags'
    | 'words'
    | 'afterwards'
    | 'otherwise'
    | 'offered'
    | 'asking'
    | 'notes'
    | 'refusal'
  > {
  readonly event: Event;
  readonly by: string;
  readonly byAny?: true | readonly string[];
  /** By attribute, in the order in which they are asked and shown. */
  readonly flags: Readonly<Record<string, Flag>>;
  words(fact: Fact, inWords: InWords, of: C): string;
  afterwards(fact: Fact, around: Around<C>): Sentences;
  /** By attribute, as it is typed in code. */
  readonly otherwise: Readonly<Record<string, (around: Around<C>, on: IsoDate) => string | null>>;
  readonly offered: Readonly<Record<string, (of: C, on: IsoDate) => IsoDate | null>>;
  readonly asking: Readonly<Record<string, (of: C, said: Readonly<Record<string, string>>) => string | null>>;
  notes(fact: Fact, around: Around<C>): Sentences;
  refusal(fact: Fact, around: Around<C>): Refusal | null;
}

/** Describes the steps of a kind of case: `const step = stepsOf<HeldReview & Case>()`. */
export const stepsOf =
  <C>() =>
  <V>(event: Event<V>, described: Described<V, C>): Step<C> => {
    const {
      by = 'on',
      byAny,
      flags = {},
      words,
      afterwards,
      otherwise = {},
      offered = {},
      asking = {},
      notes,
      refusal,
      ...rest
    } = described;
    return {
      ...rest,
      event,
      by: String(by),
      ...(byAny && { byAny: byAny === true ? byAny : byAny.map(String) }),
      flags,
      otherwise,
      offered,
      asking,
      words: (fact, inWords, of) => words?.(taken(event, fact), inWords, of) ?? inSentence(rest.what),
      afterwards: (fact, around) => afterwards?.(taken(event, fact), around) ?? [],
      notes: (fact, around) => notes?.(taken(event, fact), around) ?? [],
      refusal: (fact, around) => refusal?.(taken(event, fact), around) ?? null,
    };
  };

/** What the same command says of another event; undefined if it does not. */
export function saidWith<V>({ facts }: Around<unknown>, event: Event<V>): Taken<V> | undefined {
  const fact = facts.find(({ kind }) => kind === event.kind);
  return fact && taken(event, fact);
}

/** What this command, or else the case's record, says of an event; undefined if neither does. */
export function lastSaid<V>(around: Around<Pick<Case, 'record'>>, event: Event<V>): Taken<V> | undefined {
  const moment = lastOf(around.of.record, event.kind);
  return saidWith(around, event) ?? (moment && taken(event, moment.fact));
}

/** True of a flag that is an argument of its command: `<who>`. */
export const isArgument = ({ flags }: Flag): boolean => flags.startsWith('<');

/** `--sent-to` of `--sent-to <list>`; `WHO` of `<who>` */
export const nameOf = ({ flags }: Flag): string =>
  flags.startsWith('<') ? flags.slice(1, -1).toUpperCase() : flags.split(' ')[0]!;

/** `sentTo`, as the command line gives it, and `who`, as the command gives an argument. */
export const optionOf = (flag: Flag): string =>
  (isArgument(flag) ? flag.flags.slice(1, -1) : nameOf(flag).slice(2)).replace(
    /-(\w)/g,
    (_, letter: string) => letter.toUpperCase(),
  );

/** What the help says of a flag: its own words, else those of the attribute. */
export function helpOf({ event }: Step, attribute: string, { help }: Flag): string {
  const words = help ?? event.attributes[keptAs(attribute)]?.help;
  if (words === undefined) throw new Error(`The flag of "${attribute}" of ${event.kind} has no help.`);
  return words;
}

/** `--decisions-sent DATE`: what to type for a step; nothing if it has no flag. */
export function toType({ by, flags, takenBy }: Step): string {
  if (takenBy) return `${nameOf(takenBy.flag)} ${takenBy.word ?? ''}`.trim();
  if (flags[by] && isArgument(flags[by])) return nameOf(flags[by]);
  const [name = '', value = ''] = (flags[by]?.flags ?? '').split(' ');
  const word = value.slice(1, -1);
  const shown = word === 'text' ? '"…"' : word.includes('|') ? word : word.toUpperCase();
  return `${name} ${shown}`.trim();
}

/** `decisions sent`, but `IRO named` */
export const inSentence = (what: string): string =>
  /^\p{Lu}\p{Lu}/u.test(what) ? what : what.slice(0, 1).toLowerCase() + what.slice(1);
