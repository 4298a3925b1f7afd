/** `person leave` and `iro leave`: when someone is away. */
import { filled, personNamed, toRecord } from '../../cases/find';
import { coverNotes } from '../../cases/people/cover';
import { MAY_COVER } from '../../cases/people/roles';
import { thePerson, type WhichPerson } from '../../cases/people/the-person';
import type { Context, Unit } from '../../context';
import { type IsoDate, longDate } from '../../core/time/dates';
import { isAway } from '../../core/time/working-week';
import { UsageError, UserError } from '../../errors';
import { askNeededDay } from '../../recording/days/ask-day';
import { commandOf, daysWords, leaveShown } from '../../screens/people/leave';
import { present, sayScreen } from '../../screens/show';
import type { Person } from '../../store/people/people';
import { addLeave, leaveOf, removeLeave } from '../../store/working-days';
import { requireFlags } from '../../ui/prompts';
import { listed, roleWords } from '../../ui/words';
import { sayPlannedThen } from '../iro/days';

export interface LeaveOptions {
  readonly from?: string;
  readonly to?: string;
  readonly why?: string;
  readonly remove?: string;
}

/** Runs `iro leave NAME`. */
export async function iroLeave(
  context: Context,
  [name]: readonly [string],
  options: LeaveOptions,
): Promise<undefined> {
  const unit = await context.open();
  return leaveOfOne(context, unit, personNamed(toRecord(context, unit.db), name, 'iro', 'IRO'), options);
}

/** Runs `person leave NAME`: of those who review, are told of what is late, or cover for those who are. */
export async function leave(
  context: Context,
  [name]: readonly [string],
  options: LeaveOptions & WhichPerson,
): Promise<undefined> {
  const unit = await context.open();
  const person = thePerson(toRecord(context, unit.db), name, options);
  if (!MAY_COVER.includes(person.role)) {
    throw new UsageError(
      `Leave is kept of ${listed(MAY_COVER.map(roleWords))}; not of ${roleWords(person.role)}.`,
      'To see who has which role: irotool person list',
    );
  }
  return leaveOfOne(context, unit, person, options);
}

async function leaveOfOne(
  context: Context,
  unit: Unit,
  person: Person,
  options: LeaveOptions,
): Promise<undefined> {
  const { from, to, why, remove } = options;
  if (remove !== undefined) {
    if (from !== undefined || to !== undefined || why !== undefined) {
      throw new UsageError('--remove takes leave away: leave --from, --to and --why out.');
    }
    takeAway(context, unit, person, remove);
  } else if (from !== undefined || to !== undefined || why !== undefined) {
    await add(context, unit, person, options);
  } else return present(context, leaveShown(context, unit, person));
  return undefined;
}

async function add(context: Context, unit: Unit, person: Person, options: LeaveOptions): Promise<void> {
  requireFlags(context, [
    ...(options.from === undefined ? ['--from'] : []),
    ...(options.to === undefined ? ['--to'] : []),
  ]);
  const day = (message: string, check?: (on: IsoDate) => string | true): Promise<IsoDate> =>
    askNeededDay(context, { message, lies: 'future', ...(check && { check }) });
  const from = options.from === undefined ? await day('First day') : context.date(options.from, '--from');
  const to =
    options.to === undefined
      ? await day('Last day', (on) => on >= from || 'That is before the first day.')
      : context.date(options.to, '--to', 'nearest', from);
  const why = filled(options.why, '--why') ?? null;
  if (to < from) {
    throw new UserError(
      `The last day (${longDate(to)}) is before the first (${longDate(from)}). Nothing was saved.`,
      'Check --from and --to.',
    );
  }
  const same = leaveOf(unit.db, person.id).find((each) => each.from === from && each.to === to);
  if (same) {
    throw new UserError(
      `${person.name} has that leave already (number ${same.id}). Nothing was saved.`,
      `To see it: irotool ${commandOf(unit, person)}`,
    );
  }
  const id = unit.save(() => addLeave(unit.db, person.id, { from, to, why }));
  sayPlannedThen(context, unit, person, (on) => isAway(on, [{ from, to }]));
  sayScreen(context, coverNotes(unit.db, person, { from, to }));
  context.print(`${person.name}  away ${daysWords({ from, to })}: recorded as number ${id}.`);
}

function takeAway(context: Context, unit: Unit, person: Person, typed: string): void {
  const known = leaveOf(unit.db, person.id);
  const found = known.find(({ id }) => String(id) === typed.trim());
  if (!found) {
    throw new UserError(
      `${person.name} has no leave of number "${typed}".`,
      `To see the numbers: irotool ${commandOf(unit, person)}`,
    );
  }
  unit.save(() => removeLeave(unit.db, found.id));
  context.print(`${person.name}  leave ${daysWords(found)}: taken away.`);
}
