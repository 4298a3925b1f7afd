/** `iro days` and `iro leave`: when an independent reviewing officer (IRO) works, and when they are away. */
import type { Context, Unit } from '../../context';
import { type IsoDate, LATEST, longDate } from '../../core/dates';
import {
  fullTimeOf,
  isAway,
  readWeek,
  WEEKDAYS,
  type WorkingWeek,
  weekdayWords,
  worksOn,
} from '../../core/working-week';
import { UsageError, UserError } from '../../errors';
import type { Person } from '../../store/people';
import {
  addLeave,
  type Leave,
  leaveOf,
  removeLeave,
  setWorkingWeek,
  workingWeekOf,
} from '../../store/working-days';
import { askText, requireFlags } from '../../ui/prompts';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { dayIn, listed } from '../../ui/words';
import { filled, personNamed } from '../find';
import { meetingsPlanned } from '../review/chairing';
import { sayLines } from '../saving';

/** Runs `iro days NAME [DAYS…]`. */
export async function days(
  context: Context,
  [name, typed = []]: readonly [string, readonly string[] | undefined],
): Promise<undefined> {
  const unit = await context.open();
  const iro = personNamed(unit.db, name, 'iro', 'IRO');
  if (typed.length > 0) {
    const week = weekTyped(typed);
    unit.save(() => setWorkingWeek(unit.db, iro.id, week));
    sayPlannedThen(context, unit, iro, (on) => !worksOn(week, on));
  }
  const week = workingWeekOf(unit.db, iro.id);
  if (context.flags.json) {
    context.json({ schema: 1, name: iro.name, workingDays: week, fullTime: fullTimeOf(week) });
  } else context.print(`${iro.name}  ${weekWords(week)}`);
  return undefined;
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

function weekWords(week: WorkingWeek): string {
  if (week === null) return 'works every weekday, as far as is recorded (full time, 1.0).';
  return `works ${listed(week.map(weekdayWords))} (${fullTimeOf(week).toFixed(1)} of full time).`;
}

/** Meetings planned for when their chair is away: said, for somebody is to move them. */
function sayPlannedThen(context: Context, unit: Unit, iro: Person, isOff: (on: IsoDate) => boolean): void {
  const then = meetingsPlanned(unit, context.today, LATEST).filter(
    ({ chair, on }) => chair === iro.id && isOff(on),
  );
  if (then.length === 0) return;
  const which = listed(then.map(({ ref, on }) => `${ref} on ${longDate(on)}`));
  sayLines(context, [`Note: planned in that time: ${which}.`]);
}

export interface LeaveOptions {
  readonly from?: string;
  readonly to?: string;
  readonly why?: string;
  readonly remove?: string;
}

/** Runs `iro leave NAME`. */
export async function leave(
  context: Context,
  [name]: readonly [string],
  options: LeaveOptions,
): Promise<undefined> {
  const unit = await context.open();
  const iro = personNamed(unit.db, name, 'iro', 'IRO');
  const { from, to, why, remove } = options;
  if (remove !== undefined) {
    if (from !== undefined || to !== undefined || why !== undefined) {
      throw new UsageError('--remove takes leave away: leave --from, --to and --why out.');
    }
    takeAway(context, unit, iro, remove);
  } else if (from !== undefined || to !== undefined || why !== undefined) {
    await add(context, unit, iro, options);
  } else show(context, iro, leaveOf(unit.db, iro.id));
  return undefined;
}

async function add(context: Context, unit: Unit, iro: Person, options: LeaveOptions): Promise<void> {
  requireFlags(context, [
    ...(options.from === undefined ? ['--from'] : []),
    ...(options.to === undefined ? ['--to'] : []),
  ]);
  const first = options.from ?? (await askText(context, { message: 'First day' }));
  const from = context.date(first, '--from');
  const last = options.to ?? (await askText(context, { message: 'Last day', offer: first }));
  const to = context.date(last, '--to');
  const why = filled(options.why, '--why') ?? null;
  if (to < from) {
    throw new UserError(
      `The last day (${longDate(to)}) is before the first (${longDate(from)}). Nothing was saved.`,
      'Check --from and --to.',
    );
  }
  const same = leaveOf(unit.db, iro.id).find((each) => each.from === from && each.to === to);
  if (same) {
    throw new UserError(
      `${iro.name} has that leave already (number ${same.id}). Nothing was saved.`,
      `To see it: irotool iro leave "${iro.name}"`,
    );
  }
  const id = unit.save(() => addLeave(unit.db, iro.id, { from, to, why }));
  sayPlannedThen(context, unit, iro, (on) => isAway(on, [{ from, to }]));
  context.print(`${iro.name}  away ${daysWords({ from, to })}: recorded as number ${id}.`);
}

function takeAway(context: Context, unit: Unit, iro: Person, typed: string): void {
  const known = leaveOf(unit.db, iro.id);
  const found = known.find(({ id }) => String(id) === typed.trim());
  if (!found) {
    throw new UserError(
      `${iro.name} has no leave of number "${typed}".`,
      `To see the numbers: irotool iro leave "${iro.name}"`,
    );
  }
  unit.save(() => removeLeave(unit.db, found.id));
  context.print(`${iro.name}  leave ${daysWords(found)}: taken away.`);
}

/** `Monday 6 April 2026 to Friday 10 April 2026` */
function daysWords({ from, to }: Pick<Leave, 'from' | 'to'>): string {
  return from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`;
}

function show(context: Context, { name }: Person, leave: readonly Leave[]): void {
  if (context.flags.json) {
    context.json({
      schema: 1,
      name,
      leave: leave.map(({ id, from, to, why }) => ({ number: id, from, to, why })),
    });
    return;
  }
  if (leave.length === 0) {
    context.print(`${name}  no leave is recorded. To add some: irotool iro leave "${name}" --from D --to D`);
    return;
  }
  const rows = leave.map(({ id, from, to, why }) => [
    String(id),
    from === to ? dayIn(from, context.today) : `${dayIn(from, context.today)} to ${dayIn(to, context.today)}`,
    why ?? '',
  ]);
  const width = screenWidth(context.io, context.flags);
  context.print([`${name}  leave`, ...rowLines(rows, [{}, {}, { wraps: true }], width)].join('\n'));
}
