/** Days asked for on a terminal. A day is echoed with its weekday, and asked again if it cannot be. */

import { type Context, quietly, type Unit } from '../../context';
import { dayObjection } from '../../core/checks/day-objection';
import { chronologyOf } from '../../core/engine/chronology';
import { type IsoDate, longDate } from '../../core/time/dates';
import { dayTyped, type Lean, readDate } from '../../core/time/typed-dates';
import type { Child } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { askText } from '../../ui/prompts';
import { wrongWith } from '../wrong-with';

/** Which way a day lies: what happened is past, what is planned is to come. */
export type Lies = Exclude<Lean, 'nearest'>;

export interface DayQuestion {
  readonly message: string;
  readonly lies: Lies;
  /** May be left empty. */
  readonly optional?: boolean;
  /** What Enter alone takes: only ever a day that is planned already. */
  readonly offer?: IsoDate | undefined;
  /** What is wrong with that day, or true. */
  readonly check?: (on: IsoDate) => string | true;
  /** What is said after the day. */
  readonly echo?: (on: IsoDate) => string;
}

/** The day that was answered; undefined if an optional one was left out. */
export async function askDayOf(context: Context, question: DayQuestion): Promise<IsoDate | undefined> {
  const { message, lies, optional = false, offer, check, echo = () => '' } = question;
  sayHow(context, lies, offer);
  const typed = await askText(context, {
    message,
    optional,
    offer: offer && longDate(offer),
    check: (text) => checkDay(context, text, lies, check),
    keeps: (text) => readDate(text, context.today, lies)!,
  });
  if (typed === '') return undefined;
  const on = readDate(typed, context.today, lies)!;
  if (typed !== longDate(on)) context.say(`  → ${longDate(on)}${echo(on)}`);
  return on;
}

/** How a day is typed, at the first of them. */
function sayHow({ talk, today, say }: Context, lies: Lies, offer: IsoDate | undefined): void {
  if (talk.isDayTold) return;
  talk.isDayTold = true;
  const [first, second] = lies === 'past' ? ['fri', 'yesterday'] : ['next fri', 'tomorrow'];
  const ways = `${dayTyped(offer ?? today)}, ${first} or ${second}`;
  say(
    offer === undefined
      ? `A day is typed as ${ways}.`
      : `Enter takes the day in brackets; another is typed as ${ways}.`,
  );
}

/** A day that has to be answered. */
export async function askNeededDay(
  context: Context,
  question: Omit<DayQuestion, 'optional'>,
): Promise<IsoDate> {
  return (await askDayOf(context, question))!;
}

/** A day that has come, which may be left out. */
export function askPastDay(context: Context, message: string): Promise<IsoDate | undefined> {
  return askDayOf(context, { message, lies: 'past', optional: true });
}

/** What is wrong with a day as it was typed at a question, or true: it is read as for a flag. */
function checkDay(
  context: Context,
  text: string,
  lies: Lies,
  check: (on: IsoDate) => string | true = () => true,
): string | true {
  let wrong: string | true = true;
  const unread = wrongWith(() => {
    const on = quietly(context).date(text, '--on', lies);
    wrong = lies === 'past' && on > context.today ? 'That day has not come yet.' : check(on);
  });
  return unread === true ? wrong : unread;
}

/** What is wrong with a day on which something is said to have happened to a child, or true. */
export const checkHappened =
  ({ db }: Unit, { id, ref, born }: Child, kind: string, { today }: Context) =>
  (on: IsoDate): string | true =>
    dayObjection({ on, kind, attributes: {} }, chronologyOf(factsOf(db, id), born), ref, today)?.what ?? true;
