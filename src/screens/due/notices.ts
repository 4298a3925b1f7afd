/** What is to be known beside the morning list. */
import type { DueList } from '../../cases/due';
import type { Context, Unit } from '../../context';
import { addDays, addMonths, birthday, daysBetween, type IsoDate, LATEST } from '../../core/time/dates';
import { birthdaysBetween } from '../../store/children';
import { fullDayIn } from '../../ui/words';

/** Bank holidays near the window, and birthdays that change what is asked. */
export function noticeLines(context: Context, unit: Unit, list: DueList): string[] {
  if (list.window.overdueOnly) return [...list.unplaced];
  const lines = [...list.unplaced];
  const holidays: string[] = [];
  const { statutory } = unit.engine.calendars;
  // Three days more, for what a weekend hides. A long window would list a year of them: four will do.
  const days = Math.min(
    daysBetween(list.window.from, list.window.to) + 3,
    daysBetween(list.window.from, LATEST),
  );
  for (let ahead = 0; ahead <= days && holidays.length < 4; ahead++) {
    const day = addDays(list.window.from, ahead);
    const name = statutory.holidayOn(day);
    if (name !== undefined) holidays.push(`${fullDayIn(day, context.today)} is ${name}`);
  }
  if (holidays.length > 0) lines.push(`${holidays.join('; ')}.`);
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
