/** What a unit is asked when its database is made. */

import type { Context } from '../../context';
import { NOT_AN_ADDRESS, plainAddress } from '../../core/address';
import { isoDate, longDate } from '../../core/time/dates';
import { shippedLaw } from '../../law/shipped';
import { sayRows } from '../../screens/show';
import { askChoice, askText, canAsk } from '../../ui/prompts';
import { checkedSetting } from '../../unit-check/setting-keys';
import { askDayOf } from '../days/ask-day';

export interface InitOptions {
  readonly council?: string;
  readonly unit?: string;
  readonly pack?: string;
  readonly email?: string;
  readonly goLive?: string;
}

/** The settings to begin with, asked for where they are missing and someone can be asked. */
export async function settingsOfNewUnit(
  context: Context,
  options: InitOptions,
): Promise<Map<string, string>> {
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
    .map(({ title, name, extends: base }) => ({
      name: `${title}: ${base === null ? 'the law and its guidance' : 'the same, and the procedure of that council'}`,
      value: name,
    }));
  return askChoice(context, 'Whose rules', choices, 'england');
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

export const GO_LIVE =
  'Of what happened before that day no step of a review and no limit of procedure is asked for or said to be late; what the law wants still is.';

/** What was answered, in words, before the database is made. */
export function saySettings(context: Context, settings: ReadonlyMap<string, string>): void {
  const goLive = settings.get('go-live');
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Council', settings.get('council.name')],
    ['Unit', settings.get('unit.name')],
    ['Rules', settings.get('pack')],
    ['E-mail', settings.get('unit.email')],
    ['Begins', goLive === undefined ? 'all that is recorded counts' : longDate(isoDate(goLive))],
  ];
  sayRows(
    context,
    rows.map(([label, value]) => [label, value ?? 'not recorded']),
    [{ whole: true }, { wraps: true }],
  );
}
