/**
 * `init`: makes the database and says who the unit is. If `go-live` is left unset, it restricts
 * nothing.
 */
import { existsSync, statSync } from 'node:fs';
import type { Context } from '../context';
import { NOT_AN_ADDRESS, plainAddress } from '../core/address';
import { isoDate, longDate } from '../core/time/dates';
import { shippedLaw } from '../law/shipped';
import { askDayOf } from '../recording/days/ask-day';
import { newDatabase } from '../recording/new-database';
import { present } from '../screens/show';
import { alreadyThere } from '../store/file/open';
import { writeSetting } from '../store/settings';
import { asTyped } from '../ui/as-typed';
import { askChoice, askText, canAsk, confirm, requireFlags } from '../ui/prompts';
import { whole } from '../ui/rows';
import { checkedSetting } from '../unit-check/setting-keys';

export interface InitOptions {
  readonly council?: string;
  readonly unit?: string;
  readonly pack?: string;
  readonly email?: string;
  readonly goLive?: string;
}

/** Runs `init`. */
export async function init(context: Context, _args: readonly [], options: InitOptions): Promise<undefined> {
  if (existsSync(context.file) && statSync(context.file).size > 0) {
    throw alreadyThere(context.file);
  }
  requireFlags(context, [
    ...(options.council === undefined ? ['--council'] : []),
    ...(context.flags.yes ? [] : ['--yes']),
  ]);
  const settings = await answers(context, options);
  if (!(await confirmed(context, settings))) return undefined;
  newDatabase(context, (db) => {
    for (const [key, value] of settings) writeSetting(db, key, value);
  });
  await tell(context, settings);
  return undefined;
}

/** The settings to begin with, asked for where they are missing and someone can be asked. */
async function answers(context: Context, options: InitOptions): Promise<Map<string, string>> {
  const asks = canAsk(context) && !context.flags.yes;
  const council = options.council ?? (await askText(context, { message: 'Council' }));
  const unit =
    options.unit ??
    (asks ? await askText(context, { message: 'Unit', offer: 'Independent Reviewing Unit' }) : '');
  const pack = options.pack ?? (asks ? await askPack(context) : 'england');
  const email = options.email ?? (asks ? await askEmail(context) : '');
  const goLive = options.goLive ?? (asks ? ((await askGoLive(context)) ?? '') : '');
  const settings = new Map<string, string>();
  const given = { context, settings };
  for (const [key, value, isGiven] of [
    ['council.name', council, true],
    ['unit.name', unit, options.unit !== undefined],
    ['pack', pack, true],
    ['unit.email', email, options.email !== undefined],
    ['go-live', goLive, options.goLive !== undefined],
  ] as const) {
    if (value !== '' || isGiven) settings.set(key, await checkedSetting(key, value, given));
  }
  return settings;
}

function askPack(context: Context): Promise<string> {
  const choices = shippedLaw()
    .packs.filter(({ addition }) => !addition)
    .map((pack) => ({ name: pack.title, value: pack.name }));
  return askChoice(context, 'Rule pack', choices, 'england');
}

function askEmail(context: Context): Promise<string> {
  return askText(context, {
    message: 'The unit’s e-mail address (may be left empty)',
    optional: true,
    check: (typed) => plainAddress(typed) !== null || `That ${NOT_AN_ADDRESS}`,
  });
}

/** The day from which steps are asked for; undefined if all that is recorded counts. */
function askGoLive(context: Context): Promise<string | undefined> {
  context.say(`From which day does the unit keep its work here? ${GO_LIVE}`);
  return askDayOf(context, {
    message: 'The unit begins with irotool on (Enter: all that is recorded counts)',
    lies: 'past',
    optional: true,
  });
}

const GO_LIVE =
  'Of what happened before that day no step of a review and no limit of procedure is asked for or said to be late; what the law wants still is.';

async function confirmed(context: Context, settings: ReadonlyMap<string, string>): Promise<boolean> {
  if (context.flags.yes) return true;
  for (const [key, value] of settings) context.say(`  ${key}: ${value}`);
  if (await confirm(context, `Make the database at ${context.file}?`, false)) return true;
  context.say('Nothing was made.');
  return false;
}

const tell = (context: Context, settings: ReadonlyMap<string, string>): Promise<undefined> =>
  present(context, {
    json: () => ({ database: context.file, settings: Object.fromEntries(settings) }),
    screen: () => ({ parts: [], said: madeWords(context, settings).map(whole) }),
  });

function madeWords(context: Context, settings: ReadonlyMap<string, string>): string[] {
  const { file, flags } = context;
  const db = flags.db === undefined ? '' : ` --db ${asTyped(flags.db)}`;
  const goLive = settings.get('go-live');
  return [
    `The database of ${settings.get('council.name')} is made: ${file}`,
    whoCanRead(file),
    ...(goLive === undefined ? [] : [`It counts from ${longDate(isoDate(goLive))}. ${GO_LIVE}`]),
    `Name the IROs:      irotool person add --role iro --name "…"${db}`,
    `A child comes in:   irotool new-review${db}`,
    `From a return:      irotool import ssda903 FOLDER${db}`,
    ...(canAsk(context) ? [`Each morning:       irotool${db}`] : []),
  ];
}

function whoCanRead(file: string): string {
  if (process.platform === 'win32') return 'Whoever can open its folder can read it.';
  return (statSync(file).mode & 0o077) === 0
    ? 'Only you can read it.'
    : 'Others on this machine can read it: irotool doctor says how to stop that.';
}
