/**
 * Opens what a command needs: the database, the rules and calendar, the settings. The only clock
 * is here.
 */
import { existsSync } from 'node:fs';
import type { Calendars } from './core/engine/duty';
import type { Pack, PackInBrief } from './core/rules/rule';
import { printed } from './core/shown';
import { newTalk, sayOnce, type Talk } from './core/talk';
import { createCalendar, type HolidayList } from './core/time/calendar';
import { type IsoDate, londonDate, longDate } from './core/time/dates';
import { withOwn } from './core/time/holidays';
import { datesTyped, inDoubt, type Lean, readDate } from './core/time/typed-dates';
import { DayInDoubt, EXIT, type ExitCode, UsageError, UserError } from './errors';
import type { GlobalFlags, Io } from './io';
import type { ShippedHolidays } from './law/law';
import { findShippedBrief, findShippedPack, shippedLaw } from './law/shipped';
import { rebuildAgenda } from './store/agenda/agenda';
import type { Engine } from './store/agenda/reckoning';
import { isUpToDate } from './store/agenda/up-to-date';
import { openDatabase } from './store/file/open';
import { databaseFile } from './store/file/place';
import { holidayMark, ownHolidays } from './store/holidays';
import { readDerived, readSettings, writeDerived } from './store/settings';
import { asWords, asWordsLater, type Db } from './store/sqlite';
import { saveAllFacts, saveFacts } from './store/writing';
import { progressOn } from './ui/progress';
import { sentenceFor } from './ui/screen';

/** What every command has, database or not. */
export interface Context {
  readonly io: Io;
  readonly flags: GlobalFlags;
  readonly today: IsoDate;
  /** Where the database is or would be. */
  readonly file: string;
  /** What is asked and answered. */
  readonly talk: Talk;
  /** Data, on standard output, with a line ending. */
  print(text: string): void;
  /** A message, on standard error; not with --quiet. */
  say(text: string): void;
  /** How something that was typed was read: said once, however often the command reads it. */
  echo(text: string): void;
  json(value: unknown): void;
  /**
   * A typed date, echoed if it was not typed as ISO; else a UsageError that names the flag. A date
   * without a year is read from today, or from another day, and refused where its year is in doubt.
   */
  date(text: string, flag: string, lean?: Lean, from?: IsoDate): IsoDate;
  /** The day that was meant, of those that a `DayInDoubt` named: what was typed is read so from now on. */
  settleDay(typed: string, meant: IsoDate): void;
  /** Opens the database alone, without rules or agenda: for making, mending and looking it over. */
  openFile(options?: { readonly create?: (db: Db) => void }): Db;
  /** Opens the database with its rules, and its agenda brought up to date. */
  open(): Promise<Unit>;
  /** Runs another command line in this process, with the same flags for all commands. */
  runs(words: readonly string[]): Promise<ExitCode>;
  close(): void;
}

/** A unit's database with what it is read by. */
export interface Unit {
  readonly db: Db;
  readonly settings: ReadonlyMap<string, string>;
  readonly pack: Pack;
  readonly packTitle: string;
  readonly engine: Engine;
  /** Runs writes in one transaction; SQLite's errors come out as words. */
  save<T>(work: () => T): T;
  /** The same for work that saves more than once: all of it in one transaction, which nobody is asked within. */
  saveAll<T>(work: () => Promise<T>): Promise<T>;
}

/** The context without a voice: what is only tried, or said otherwise, is not echoed. */
export const quietly = (context: Context): Context => ({
  ...context,
  ...{ say: () => undefined, echo: () => undefined },
});

/** Makes the context of one run; `typed` gives its command, without names; `runs` runs another. */
export async function createContext(
  flags: GlobalFlags,
  io: Io,
  typed = () => '',
  runs: Context['runs'] = async () => EXIT.usage,
): Promise<Context> {
  const clock = londonDate(io.now());
  const today = flags.today === undefined ? clock : readToday(flags.today, clock);
  const file = await databaseFile(flags.db ?? io.env.IROTOOL_DB, io.cwd);
  let db: Db | undefined;
  const settled = new Map<string, IsoDate>();
  const echoed = new Set<string>();
  const talk = newTalk();

  const context: Context = {
    io,
    flags,
    today,
    file,
    talk,
    runs,
    print: (text) =>
      sayOnce(talk, () => io.stdout.write(`${sentenceFor(io.stdout, printed(text), flags)}\n`)),
    say: (text) => {
      if (!flags.quiet)
        sayOnce(talk, () => io.stderr.write(`${sentenceFor(io.stderr, printed(text), flags)}\n`));
    },
    echo(text) {
      if (echoed.has(text)) return;
      echoed.add(text);
      context.say(text);
    },
    json: (value) => sayOnce(talk, () => io.stdout.write(`${JSON.stringify(value, null, 2)}\n`)),
    date(text, flag, lean = 'nearest', from = today) {
      const date = settled.get(text) ?? readDate(text, from, lean);
      if (date === null) {
        throw new UsageError(`${flag}: "${text}" is not a date.`, `Dates are typed ${datesTyped(today)}.`);
      }
      if (!settled.has(text)) refuseInDoubt(text, flag, lean, from);
      // By `this`: a context without a voice echoes nothing.
      if (date !== text) this.echo(`${flag} ${text} is ${longDate(date)}.`);
      return date;
    },
    settleDay: (typed, meant) => void settled.set(typed, meant),
    openFile(options = {}) {
      db ??= openDatabase(file, {
        now: io.now,
        typed,
        allowShare: flags.allowShare ?? false,
        ...(options.create && { create: options.create }),
        onMigrate: (copy) =>
          context.say(`The database was brought up to date. A copy of it as it was: ${copy}`),
      });
      return db;
    },
    open: () => openUnit(context),
    close() {
      db?.close();
      db = undefined;
    },
  };
  return context;
}

function readToday(text: string, clock: IsoDate): IsoDate {
  const date = readDate(text, clock);
  if (date === null)
    throw new UsageError(`--today: "${text}" is not a date.`, `Dates are typed ${datesTyped(clock)}.`);
  refuseInDoubt(text, '--today', 'nearest', clock);
  return date;
}

/** Refuses a date whose year was left out and is not the one that everyone would take it for. */
function refuseInDoubt(text: string, flag: string, lean: Lean, from: IsoDate): void {
  const days = inDoubt(text, from, lean);
  if (days !== null) throw new DayInDoubt(flag, text, days, days.map(longDate));
}

async function openUnit(context: Context): Promise<Unit> {
  const db = context.openFile();
  const settings = readSettings(db);
  const name = settings.get('pack') ?? 'england';
  const { brief, fingerprint, readPack } = await findPack(db, name);
  let pack: Pack | undefined;
  const wholePack = (): Pack => {
    pack ??= readPack();
    return pack;
  };
  const goLive = (settings.get('go-live') ?? null) as IsoDate | null;
  const closed = settings.get('closed-days') ?? '';
  const own = ownHolidays(db);
  const mark = holidayMark(own);
  const holidays = mark === '' ? shippedLaw().holidays : withOwn(shippedLaw().holidays, own);
  const engine: Engine = {
    get rules() {
      return wholePack().rules;
    },
    get events() {
      return wholePack().events ?? [];
    },
    briefs: new Map(brief.rules.map((rule) => [rule.id, rule])),
    calendars: calendarsWith(readClosedDays(closed), holidays),
    goLive,
    fingerprint: [shippedLaw().fingerprint, fingerprint, goLive, closed, mark].join('|'),
  };
  bringUpToDate(context, db, engine);
  const refuse = (): void => refuseOtherDates(db, engine);
  return {
    db,
    settings,
    get pack() {
      return wholePack();
    },
    packTitle: brief.title,
    engine,
    save(work) {
      const done = asWords(context.file, () => saveFacts(db, work, refuse));
      context.talk.isSaved = true;
      return done;
    },
    async saveAll(work) {
      const done = await asWordsLater(context.file, () => saveAllFacts(db, work, refuse));
      context.talk.isSaved = true;
      return done;
    },
  };
}

/** The dates that were shown are those of settings, rules and holidays that may have changed since. */
function refuseOtherDates(db: Db, engine: Engine): void {
  if (isUpToDate(db, engine)) return;
  throw new UserError(
    'The settings, rules or bank holidays were changed meanwhile. Nothing was saved.',
    'Look at what it says now, then do it again: irotool settings list',
  );
}

interface FoundPack {
  readonly brief: PackInBrief;
  readonly fingerprint: string;
  readPack(): Pack;
}

async function findPack(db: Db, name: string): Promise<FoundPack> {
  const shipped = findShippedBrief(name);
  if (shipped) return { brief: shipped, fingerprint: name, readPack: () => findShippedPack(name)! };
  const { councilPack } = await import('./law/council');
  const { pack, brief, fingerprint } = await councilPack(name, {
    get: (key) => readDerived(db, key),
    set: (key, value) => writeDerived(db, key, value),
  });
  return { brief, fingerprint, readPack: () => pack };
}

/** Works the agenda out again where rules, holidays, settings or engine have changed since. */
function bringUpToDate(context: Context, db: Db, engine: Engine): void {
  if (isUpToDate(db, engine)) return;
  asWords(context.file, () => rebuildAgenda(db, engine, progressOn(context, 'Working out every date again')));
}

/** The calendars of a list (the shipped one, unless another is given), with a council's own closed days for practice limits. */
export function calendarsWith(
  closedDays: readonly IsoDate[],
  holidays: HolidayList = shippedLaw().holidays,
): Calendars {
  const statutory = createCalendar(holidays);
  const practice = closedDays.length === 0 ? statutory : createCalendar(holidays, closedDays);
  return { statutory, practice };
}

/** The bank holidays that are counted by: the shipped list, with what the unit keeps if there is a database. */
export function knownHolidays(context: Context): ShippedHolidays {
  const shipped = shippedLaw().holidays;
  return existsSync(context.file) ? withOwn(shipped, ownHolidays(context.openFile())) : shipped;
}

/** The same, and the shipped list if the database cannot be read: `otherwise` hears why. */
export function holidaysAtHand(context: Context, otherwise: (why: UserError) => void): ShippedHolidays {
  try {
    return knownHolidays(context);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    otherwise(error);
    return shippedLaw().holidays;
  }
}

/** Closed days as the setting keeps them: dates with commas between. */
export function readClosedDays(setting: string): IsoDate[] {
  return setting.split(',').filter(Boolean) as IsoDate[];
}
