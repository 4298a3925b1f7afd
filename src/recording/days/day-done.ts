/** The day that a command records something on. */
import type { Context } from '../../context';
import type { IsoDate } from '../../core/time/dates';

/** The day a thing was done: as typed, else today. */
export function dayDone(context: Context, typed: string | undefined): IsoDate {
  return typed === undefined ? context.today : context.date(typed, '--on', 'past');
}
