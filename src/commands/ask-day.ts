/** Days, and words, asked for on a terminal. A day is echoed with its weekday, and asked again where it cannot be. */
import type { Context } from '../context';
import { type IsoDate, longDate } from '../core/time/dates';
import { datesTyped, inDoubt, type Lean, readDate } from '../core/time/typed-dates';
import { askText } from '../ui/prompts';

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

/** The day that was answered; undefined where an optional one was left out. */
export async function askDayOf(context: Context, question: DayQuestion): Promise<IsoDate | undefined> {
  const { message, lies, optional = false, offer, check, echo = () => '' } = question;
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

/** A day that has to be answered. */
export async function askNeededDay(
  context: Context,
  question: Omit<DayQuestion, 'optional'>,
): Promise<IsoDate> {
  return (await askDayOf(context, question))!;
}

/** A day to come, which may be left out. */
export function askDay(context: Context, message: string): Promise<IsoDate | undefined> {
  return askDayOf(context, { message: `${message} (or leave empty)`, lies: 'future', optional: true });
}

/** A day that has come, which may be left out. */
export function askPastDay(context: Context, message: string): Promise<IsoDate | undefined> {
  return askDayOf(context, { message, lies: 'past', optional: true });
}

/** What is wrong with a day as it was typed at a question, or true. */
export function checkDay(
  { today }: Pick<Context, 'today'>,
  text: string,
  lies: Lies,
  check: (on: IsoDate) => string | true = () => true,
): string | true {
  const on = readDate(text, today, lies);
  if (on === null) return `There is no such day. Type it as ${datesTyped(today)}.`;
  const doubt = doubtWords(text, today, lies);
  if (doubt !== null) return doubt;
  if (lies === 'past' && on > today) return 'That day has not come yet.';
  return check(on);
}

/** That the year has to be typed, of a day that was typed without it; null where it is clear. */
export function doubtWords(text: string, from: IsoDate, lean: Lean): string | null {
  const days = inDoubt(text, from, lean);
  return days === null ? null : `Type the year too: it may be ${days.map(longDate).join(' or ')}.`;
}

/** Words asked for on a terminal, which may be left out. */
export async function askWords(context: Context, message: string): Promise<string | undefined> {
  return (await askText(context, { message: `${message} (or leave empty)`, optional: true })) || undefined;
}
