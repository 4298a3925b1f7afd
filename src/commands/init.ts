/**
 * `init`: makes the database and says who the unit is. If `go-live` is left unset, it restricts
 * nothing.
 */
import { existsSync, statSync } from 'node:fs';
import type { Context } from '../context';
import { isoDate, longDate } from '../core/time/dates';
import { newDatabase } from '../recording/new-database';
import { GO_LIVE, type InitOptions, saySettings, settingsOfNewUnit } from '../recording/unit/new-unit';
import { present } from '../screens/show';
import { alreadyThere } from '../store/file/open';
import { writeSetting } from '../store/settings';
import { asTyped } from '../ui/as-typed';
import { canAsk, confirm, requireFlags } from '../ui/prompts';
import { whole } from '../ui/rows';

/** Runs `init`. */
export async function init(context: Context, _args: readonly [], options: InitOptions): Promise<undefined> {
  if (existsSync(context.file) && statSync(context.file).size > 0) {
    throw alreadyThere(context.file);
  }
  requireFlags(context, [
    ...(options.council === undefined ? ['--council'] : []),
    ...(context.flags.yes ? [] : ['--yes']),
  ]);
  const settings = await settingsOfNewUnit(context, options);
  if (!(await confirmed(context, settings))) return undefined;
  newDatabase(context, (db) => {
    for (const [key, value] of settings) writeSetting(db, key, value);
  });
  await tell(context, settings);
  return undefined;
}

async function confirmed(context: Context, settings: ReadonlyMap<string, string>): Promise<boolean> {
  if (context.flags.yes) return true;
  saySettings(context, settings);
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
