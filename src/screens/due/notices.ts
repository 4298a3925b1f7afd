/** What is to be known beside the morning list. */
import type { DueList, Window } from '../../cases/due';
import type { Context, Unit } from '../../context';
import { addDays, addMonths, birthday, daysBetween, type IsoDate, LATEST } from '../../core/time/dates';
import { birthdaysBetween } from '../../store/children';
import { fullDayIn } from '../../ui/words';

export interface HolidayNoticed {
  readonly on: IsoDate;
  readonly name: string;
}

/** The bank holidays near a window: three days more, for what a weekend hides. A long one would list a year of them: four will do. */
export function holidaysNear({ engine }: Unit, { from, to, overdueOnly }: Window): HolidayNoticed[] {
  const holidays: HolidayNoticed[] = [];
  const days = overdueOnly ? -1 : Math.min(daysBetween(from, to) + 3, daysBetween(from, LATEST));
  for (let ahead = 0; ahead <= days && holidays.length < 4; ahead++) {
    const on = addDays(from, ahead);
    const name = engine.calendars.statutory.holidayOn(on);
    if (name !== undefined) holidays.push({ on, name });
  }
  return holidays;
}

/** `FRIDAY 3 APRIL is Good Friday.` */
export const holidayWords = ({ on, name }: HolidayNoticed, today: IsoDate): string =>
  `${fullDayIn(on, today).toUpperCase()} is ${name}.`;

/** Who is on nobody's list, and birthdays that change what is asked. */
export function noticeLines(context: Context, unit: Unit, list: DueList): string[] {
  const lines = [...list.unplaced];
  if (list.window.overdueOnly) return lines;
  const { today } = context;
  const reached = (from: IsoDate, ages: readonly number[]) =>
    birthdaysBetween(unit.db, from, list.window.to, ages, list.whose);
  for (const { ref, born } of reached(today, [4])) {
    const on = fullDayIn(birthday(born, 4), today);
    lines.push(`${ref} is 4 on ${on}: the participation code changes from PN0 to PN1–PN7.`);
  }
  // It stays until care is recorded as ended.
  for (const { ref, born } of reached(addMonths(today, -12 * 18), [18])) {
    const on = birthday(born, 18);
    lines.push(
      on < today
        ? `${ref} was 18 on ${fullDayIn(on, today)}, and care is still recorded: irotool child left ${ref} --on ${on}`
        : `${ref} is 18 on ${fullDayIn(on, today)}: care and its reviews end; check the plan for leaving care.`,
    );
  }
  return lines;
}
