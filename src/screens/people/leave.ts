/** When someone is away, and on which days they work, as it is shown. */
import { calling } from '../../cases/people/the-person';
import type { Context, Unit } from '../../context';
import { longDate } from '../../core/time/dates';
import { fullTimeOf, type WorkingWeek, weekdayWords } from '../../core/time/working-week';
import type { Person } from '../../store/people/people';
import { type Leave, leaveOf } from '../../store/working-days';
import { inRows } from '../../ui/rows';
import { dayIn, listed } from '../../ui/words';
import type { Shown } from '../show';

/** What shows their leave: `iro leave` if they are an IRO. */
export function commandOf({ db }: Unit, person: Person): string {
  return person.role === 'iro' ? `iro leave "${person.name}"` : `person leave ${calling(db, person)}`;
}

/** `Monday 6 April 2026 to Friday 10 April 2026` */
export function daysWords({ from, to }: Pick<Leave, 'from' | 'to'>): string {
  return from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`;
}

/** Someone's leave. */
export function leaveShown(context: Context, unit: Unit, person: Person): Shown {
  const { id, name } = person;
  const leave = leaveOf(unit.db, id);
  const none = `${name}  no leave is recorded. To add some: irotool ${commandOf(unit, person)} --from D --to D`;
  const rows = leave.map(({ id, from, to, why }) => [
    String(id),
    from === to ? dayIn(from, context.today) : `${dayIn(from, context.today)} to ${dayIn(to, context.today)}`,
    why ?? '',
  ]);
  return {
    json: () => ({ name, leave: leave.map(({ id, from, to, why }) => ({ number: id, from, to, why })) }),
    screen: () => (leave.length === 0 ? [none] : [`${name}  leave`, inRows(rows, [{}, {}, { wraps: true }])]),
  };
}

export function weekWords(week: WorkingWeek): string {
  if (week === null) return 'works every weekday, as far as is recorded (full time, 1.0).';
  return `works ${listed(week.map(weekdayWords))} (${fullTimeOf(week).toFixed(1)} of full time).`;
}
