/** `iro days`: the days of the week on which an independent reviewing officer (IRO) works. */
import { personNamed, toRecord, toShow } from '../../cases/find';
import { meetingsPlanned } from '../../cases/meeting/planned';
import type { Context, Unit } from '../../context';
import { type IsoDate, LATEST, longDate } from '../../core/time/dates';
import { fullTimeOf, readWeek, WEEKDAYS, type WorkingWeek, worksOn } from '../../core/time/working-week';
import { UsageError } from '../../errors';
import { weekWords } from '../../screens/people/leave';
import { present, sayScreen } from '../../screens/show';
import type { Person } from '../../store/people/people';
import { setWorkingWeek, workingWeekOf } from '../../store/working-days';
import { listed } from '../../ui/words';

/** Runs `iro days NAME [DAYS…]`. */
export async function days(
  context: Context,
  [name, typed = []]: readonly [string, readonly string[] | undefined],
): Promise<undefined> {
  const unit = await context.open();
  const iro = personNamed((typed.length > 0 ? toRecord : toShow)(context, unit.db), name, 'iro', 'IRO');
  if (typed.length > 0) {
    const week = weekTyped(typed);
    unit.save(() => setWorkingWeek(unit.db, iro.id, week));
    sayPlannedThen(context, unit, iro, (on) => !worksOn(week, on));
  }
  const week = workingWeekOf(unit.db, iro.id);
  return present(context, {
    json: () => ({ name: iro.name, workingDays: week, fullTime: fullTimeOf(week) }),
    screen: () => [`${iro.name}  ${weekWords(week)}`],
  });
}

/** The days that were typed; null for `all`, which takes away what was recorded. */
function weekTyped(typed: readonly string[]): WorkingWeek {
  if (typed.length === 1 && typed[0]!.toLowerCase() === 'all') return null;
  const week = readWeek(typed);
  if (week !== null) return week;
  throw new UsageError(
    `The days are ${WEEKDAYS.join(', ')}, or all; not "${typed.join(' ')}".`,
    'irotool iro days NAME mon tue wed',
  );
}

/** Meetings planned for when their chair is away: said, for somebody is to move them. */
export function sayPlannedThen(
  context: Context,
  unit: Unit,
  iro: Person,
  isOff: (on: IsoDate) => boolean,
): void {
  const then = meetingsPlanned(context, unit, LATEST).filter(
    ({ chairId, day }) => chairId === iro.id && isOff(day),
  );
  if (then.length === 0) return;
  const which = listed(
    then.map(
      ({ child: { ref }, what, day }) => `${ref}${what === 'review' ? '' : ` (${what})`} on ${longDate(day)}`,
    ),
  );
  sayScreen(context, [`Note: planned in that time: ${which}.`]);
}
