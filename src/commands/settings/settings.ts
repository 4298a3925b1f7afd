/**
 * `settings`: what the database knows of the unit, and what ships with the program (the bank
 * holidays, which are no setting but are looked for here).
 */
import type { Context } from '../../context';
import { UserError } from '../../errors';
import { present } from '../../screens/show';
import {
  type DeadlinesMoved,
  deadlinesMoved,
  type SettingChanged,
  settingChangedWords,
} from '../../screens/unit/setting-changed';
import { settingRows } from '../../screens/unit/settings';
import { agendaLines } from '../../store/agenda/check';
import { readSettings, writeSetting } from '../../store/settings';
import { asWords, type Db } from '../../store/sqlite';
import { noteSetting, saveFacts } from '../../store/writing';
import { whole } from '../../ui/rows';
import { checkedSetting, SETTING_KEYS, type SettingKey, settingKey } from '../../unit-check/setting-keys';

/** Runs `settings list [--unset]`: those that are set, or those that are not; for other programs all. */
export async function list(
  context: Context,
  _args: readonly [],
  options: { readonly unset?: true },
): Promise<undefined> {
  const settings = readSettings(context.openFile());
  const rows = SETTING_KEYS.map(({ key, about }) => ({ key, value: settings.get(key) ?? null, about }));
  return present(context, {
    json: () => ({ settings: rows }),
    csv: () => [['key', 'value', 'about'], ...rows.map(({ key, value, about }) => [key, value ?? '', about])],
    screen: () => {
      const isUnset = options.unset === true;
      const shown = rows.filter(({ value }) => (value === null) === isUnset);
      const other = isUnset
        ? 'Those that are set: irotool settings list'
        : 'The rest: irotool settings list --unset';
      return {
        parts: [settingRows(shown, isUnset)],
        said: [
          `${shown.length} of ${rows.length} are ${isUnset ? 'not set' : 'set'}. ${other}`,
          'To set one: irotool settings set KEY VALUE',
        ],
      };
    },
  });
}

/** Runs `settings set KEY VALUE`; without a value the setting is taken away. */
export async function set(context: Context, [name, words]: readonly [string, string[]?]): Promise<undefined> {
  const entry = settingKey(name);
  const db = context.openFile();
  noteSetting(db, entry.key);
  const settings = readSettings(db);
  const before = settings.get(entry.key) ?? null;
  const typed = (words ?? []).join(' ');
  const value =
    (words ?? []).length === 0 ? null : await checkedSetting(entry.key, typed, { context, settings });
  if (value === before) {
    return report(context, entry, { before, value, moved: null });
  }
  const moved = entry.movesDates ? await change(context, entry, db, value) : null;
  if (!entry.movesDates) write(context, entry, db, value);
  return report(context, entry, { before, value, moved });
}

function write(context: Context, { key }: SettingKey, db: Db, value: string | null): void {
  asWords(context.file, () => saveFacts(db, () => writeSetting(db, key, value)));
}

/** Sets what dates depend on, has them worked out again, and compares. */
async function change(
  context: Context,
  entry: SettingKey,
  db: Db,
  value: string | null,
): Promise<DeadlinesMoved> {
  try {
    await context.open();
  } catch (error) {
    // A pack that cannot be read any more must not stand in the way of choosing another.
    if (!(error instanceof UserError && entry.key === 'pack')) throw error;
  }
  const before = agendaLines(db);
  write(context, entry, db, value);
  await context.open();
  return deadlinesMoved(before, agendaLines(db));
}

const report = (context: Context, { key }: SettingKey, outcome: SettingChanged): Promise<undefined> =>
  present(context, {
    json: () => ({ key, value: outcome.value, before: outcome.before, deadlines: outcome.moved }),
    screen: () => settingChangedWords(key, outcome).map(whole),
  });
