/** A day that has come, asked for on a terminal. */
import type { Context } from '../context';
import { type IsoDate, longDate, readDate } from '../core/dates';
import { askText } from '../ui/prompts';

/** What is wrong with a day as it was typed at a question, or true. */
function checkPastDay({ today }: Pick<Context, 'today'>, text: string): string | true {
  const on = readDate(text, today, 'past');
  if (on === null) return 'There is no such day. Type it as 13/3/2026 or 13/3.';
  return on > today ? 'That day has not come yet.' : true;
}

/** A day that may be left out, echoed with its weekday; undefined where it was. */
export async function askPastDay(context: Context, message: string): Promise<IsoDate | undefined> {
  const typed = await askText(context, {
    message,
    optional: true,
    check: (text) => checkPastDay(context, text),
  });
  if (typed === '') return undefined;
  const on = readDate(typed, context.today, 'past')!;
  context.say(`  → ${longDate(on)}`);
  return on;
}

/** A day that must be typed, for nothing is offered that Enter alone would record; echoed with its weekday. */
export async function askNeededPastDay(context: Context, message: string): Promise<IsoDate> {
  const typed = await askText(context, { message, check: (text) => checkPastDay(context, text) });
  const on = readDate(typed, context.today, 'past')!;
  context.say(`  → ${longDate(on)}`);
  return on;
}
