/** A day typed without its year, which may be of two years: which one is meant. */
import type { Context } from '../../context';
import { isoDate, longDate } from '../../core/time/dates';
import type { DayInDoubt } from '../../errors';
import { askChoice, canAsk } from '../../ui/prompts';

/** Asks which day was meant, and has it read so from now on; false if none of them was, or nobody can be asked. */
export async function askWhichDay(context: Context, doubt: DayInDoubt): Promise<boolean> {
  if (!canAsk(context)) return false;
  const days = doubt.days.map(isoDate);
  const meant = await askChoice(context, `Which day is ${doubt.typed}?`, [
    ...days.map((day) => ({ name: longDate(day), value: day })),
    { name: 'another: nothing is saved', value: null, ends: true },
  ]);
  if (meant !== null) context.settleDay(doubt.typed, meant);
  return meant !== null;
}
