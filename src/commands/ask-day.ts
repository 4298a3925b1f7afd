/** A day, and words, asked for on a terminal, which may be left out. */
import type { Context } from '../context';
import { readDate } from '../core/dates';
import { askText } from '../ui/prompts';

/** The day as it was typed; undefined where it was left out. */
export async function askDay(context: Context, message: string): Promise<string | undefined> {
  const typed = await askText(context, {
    message: `${message} (or leave empty)`,
    optional: true,
    check: (text) => checkDay(context, text),
  });
  return typed || undefined;
}

/** What is wrong with a day as it was typed at a question, or true. */
export const checkDay = ({ today }: Pick<Context, 'today'>, text: string): string | true =>
  readDate(text, today, 'future') !== null || 'Dates are typed 2026-03-13, 13/3/2026 or 13/3.';

/** Words asked for on a terminal, which may be left out. */
export async function askWords(context: Context, message: string): Promise<string | undefined> {
  return (await askText(context, { message: `${message} (or leave empty)`, optional: true })) || undefined;
}
