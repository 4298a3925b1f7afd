import { basename, resolve } from 'node:path';
import { type Context, calendarsWith, knownHolidays, readClosedDays, type Unit } from '../../context';
import { longDate, plainDate, weekday, yearOf } from '../../core/time/dates';
import { differenceOf, withOwn, yearsOf } from '../../core/time/holidays';
import { UsageError, UserError } from '../../errors';
import { isName, readPublishedHolidays } from '../../exchange/govuk-holidays';
import { shippedLaw } from '../../law/shipped';
import { lines, type Offered } from '../../screens/days/holiday-changes';
import { listHolidays } from '../../screens/days/holidays';
import { present, showBefore } from '../../screens/show';
import { movedDeadlines } from '../../store/agenda/moved-deadlines';
import { forgetHoliday, keepHoliday, keepHolidayYear, ownHolidays } from '../../store/holidays';
import { readTextFile } from '../../text-file';
import { canAsk, confirm, requireFlags } from '../../ui/prompts';

interface HolidayOptions {
  readonly name?: string;
  readonly source?: string;
}

/** Runs `settings holidays [list]`, `settings holidays import FILE` and `settings holidays add DATE`. */
export async function holidays(
  context: Context,
  [word = 'list', given = []]: readonly [string?, string[]?],
  options: HolidayOptions,
): Promise<undefined> {
  const typed = given.join(' ');
  if (word !== 'add' && (options.name ?? options.source) !== undefined) {
    throw new UsageError('--name and --source go with: irotool settings holidays add DATE');
  }
  if (word === 'import' && given.length === 1) return importList(context, typed);
  if (word === 'add' && given.length > 0) return add(context, typed, options);
  if (word === 'list' && given.length === 0) return listHolidays(context);
  throw new UsageError(
    ['list', 'import', 'add'].includes(word)
      ? `settings holidays ${word} ${word === 'list' ? 'takes nothing more' : word === 'add' ? 'needs a date' : 'needs one file'}.`
      : `There is no "settings holidays ${word.slice(0, 40)}".`,
    'irotool settings holidays list, or import FILE, or add DATE --name NAME --source SOURCE',
  );
}

/** gov.uk's own file: its years become as it says, and no other year is touched. */
async function importList(context: Context, file: string): Promise<undefined> {
  const path = resolve(context.io.cwd, file);
  const called = basename(path);
  const published = readPublishedHolidays(readTextFile(path, file), called);
  const unit = await context.open();
  const difference = differenceOf(knownHolidays(context), published);
  const source = `gov.uk’s list, from ${called}, taken in on ${plainDate(context.today)}`;
  return offer(context, unit, { ...difference, source, published });
}

async function add(context: Context, day: string, { name, source }: HolidayOptions): Promise<undefined> {
  const on = context.date(day, 'The day');
  requireFlagsAlways([
    ...(name === undefined ? ['--name'] : []),
    ...(source === undefined ? ['--source'] : []),
  ]);
  for (const [flag, text] of [
    ['--name', name!],
    ['--source', source!],
  ] as const) {
    if (!isName(text)) throw new UsageError(`${flag} is one line of at most 100 letters.`);
  }
  if (weekday(on) === 0 || weekday(on) === 6) {
    throw new UserError(
      `${longDate(on)} is no working day as it is.`,
      'Add the weekday that is given instead, where there is one.',
    );
  }
  const unit = await context.open();
  const known = knownHolidays(context).holidays.find((holiday) => holiday.on === on);
  const added = known ? [] : [{ on, name: name!.trim() }];
  return offer(context, unit, { added, gone: [], source: source!.trim(), published: null });
}

/** Nobody is asked for these: what a bank holiday is called and who says so is copied, not remembered. */
function requireFlagsAlways(missing: readonly string[]): void {
  if (missing.length > 0) {
    throw new UsageError(
      `Missing: ${missing.join(' ')}`,
      'irotool settings holidays add 2022-09-19 --name "State funeral" --source "gov.uk, 10 September 2022"',
    );
  }
}

async function offer(context: Context, unit: Unit, offered: Offered): Promise<undefined> {
  const { db, engine } = unit;
  const { added, gone, source, published } = offered;
  const shipped = shippedLaw().holidays;
  const own = ownHolidays(db);
  const years = (published ? yearsOf(published) : []).filter(
    (year) => year < yearOf(shipped.first) || year > yearOf(shipped.horizon),
  );
  const before = withOwn(shipped, own);
  const after = withOwn(shipped, {
    changes: [
      ...own.changes,
      ...added.map((holiday) => ({ ...holiday, source })),
      ...gone.map(({ on }) => ({ on, name: null, source })),
    ],
    years: [...own.years, ...years],
  });
  refuseGap(years, after.horizon, after.first);
  const calendars = calendarsWith(readClosedDays(unit.settings.get('closed-days') ?? ''), after);
  const moved = movedDeadlines(db, engine, { ...engine, rules: engine.rules, calendars }, context.today);
  const isNew =
    added.length > 0 || gone.length > 0 || after.horizon !== before.horizon || after.first !== before.first;
  const shown = {
    ...offered,
    moved,
    isNew,
    horizon: after.horizon,
    furthers: after.horizon > before.horizon,
  };
  showBefore(context, lines(context, shown));
  // Asked on a terminal; elsewhere only --yes saves.
  const saves = isNew && (await confirm(context, 'Save?', false));
  if (saves) {
    unit.save(() => {
      const isShipped = new Map(shipped.holidays.map(({ on, name }) => [on, name]));
      for (const { on, name } of added) {
        if (isShipped.has(on)) forgetHoliday(db, on);
        else keepHoliday(db, { on, name, source });
      }
      for (const { on } of gone) {
        if (isShipped.has(on)) keepHoliday(db, { on, name: null, source });
        else forgetHoliday(db, on);
      }
      for (const year of years) keepHolidayYear(db, year, source);
    });
    await context.open();
  }
  const outcome = saves ? ['Saved. Every date was worked out again.'] : isNew ? ['Nothing was saved.'] : [];
  await present(context, {
    json: () => ({ saved: saves, source, horizon: after.horizon, new: added, gone, moved }),
    screen: () => ({ parts: [], said: outcome }),
  });
  if (isNew && !saves && !canAsk(context)) requireFlags(context, ['--yes']);
  return undefined;
}

/** Years that do not follow on would leave days between of which nothing is known. */
function refuseGap(years: readonly number[], horizon: string, first: string): void {
  const beyond = years.find((year) => year > Number(horizon.slice(0, 4)) || year < Number(first.slice(0, 4)));
  if (beyond === undefined) return;
  throw new UserError(
    `The bank holidays are known from ${first.slice(0, 4)} to ${horizon.slice(0, 4)}, and this list, with ${beyond}, does not follow on. Nothing was changed.`,
    'Take in a list that has the years between too.',
  );
}
