/**
 * `rules list`, `rules show`, `rules check`, `rules test`: the rule packs and their scenarios.
 */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Context, calendarsWith } from '../../context';
import type { Pack } from '../../core/rules/rule';
import { EXIT, type ExitCode, UserError } from '../../errors';
import { checkPack } from '../../law/check-pack';
import { packNamed } from '../../law/find-pack';
import { isFolder } from '../../law/folder';
import { coverageOf, runScenariosAt } from '../../law/run-scenarios';
import { ruleAsItStood, ruleNamed } from '../../screens/rules/rule-found';
import { ruleJson, sourceJson } from '../../screens/rules/rule-json';
import { isStale, listRows, ruleParts, sourcesOf } from '../../screens/rules/rule-words';
import { checkLines, runJson, runLines } from '../../screens/rules/scenario-run';
import { present } from '../../screens/show';
import { readSettings } from '../../store/settings';
import { count } from '../../ui/words';

/** Runs `rules list`. */
export async function list(
  context: Context,
  _args: readonly [],
  options: { readonly pack?: string; readonly stale?: true },
): Promise<undefined> {
  const pack = packOf(context, options.pack);
  const rules = options.stale ? pack.rules.filter((rule) => isStale(rule, context.today)) : pack.rules;
  return present(context, {
    json: () => ({ pack: pack.name, rules: rules.map(ruleJson) }),
    screen: () =>
      rules.length === 0
        ? [`Every source of the pack ${pack.title} was read less than a year ago.`]
        : {
            parts: [listRows(rules, options.stale === true)],
            said: ['', `${count(rules.length, 'rule')}. One of them: irotool rules show ${rules[0]!.id}`],
          },
  });
}

/** Runs `rules show ID [--on DATE] [--scenarios]`. */
export async function show(
  context: Context,
  [id]: readonly [string],
  options: { readonly pack?: string; readonly on?: string; readonly scenarios?: true },
): Promise<undefined> {
  const on = options.on === undefined ? null : context.date(options.on, '--on');
  const pack = packOf(context, options.pack);
  const entry = ruleNamed(pack, id, on ?? context.today);
  const rule = on === null ? entry : ruleAsItStood(entry, on);
  const scenarios = coverageOf(rule.id, options.pack ?? settingOf(context), context.io.cwd);
  const sources = sourcesOf(rule).map((source) => sourceJson(source, pack));
  return present(context, {
    json: () => ({ rule: { ...ruleJson(rule), sources }, on, scenarios }),
    screen: () =>
      ruleParts(rule, pack, scenarios, { today: context.today, withScenarios: options.scenarios === true }),
  });
}

/** Runs `rules check DIR`: every fault, each with its file and line. */
export async function check(context: Context, [dir]: readonly [string]): Promise<ExitCode | undefined> {
  const found = checkPack(folderNamed(context, dir));
  const code = found.faults.length > 0 ? EXIT.couldNot : undefined;
  await present(context, { json: () => found, screen: () => checkLines(found, dir) });
  return code;
}

/** Runs `rules test PATH`: a line for each scenario and, alone on the last line, the total. */
export async function test(context: Context, [path]: readonly [string]): Promise<ExitCode | undefined> {
  const full = resolve(context.io.cwd, path);
  if (!existsSync(full)) {
    throw new UserError(
      `There is no file or folder ${path}.`,
      'Check its name. To see how scenarios are written: irotool rules new NAME',
    );
  }
  const run = runScenariosAt(full, calendarsWith([]));
  if (run.passed + run.failed === 0) {
    context.say(`There are no scenarios in ${path}. To see how one is written: irotool rules new NAME`);
  }
  await present(context, { json: () => runJson(run), screen: () => runLines(run) });
  return run.failed > 0 || run.passed === 0 ? EXIT.couldNot : undefined;
}

/** The pack asked for, else the unit's own if there is a database, else england. */
function packOf(context: Context, named: string | undefined): Pack {
  return packNamed(named ?? settingOf(context), context.io.cwd);
}

function settingOf(context: Context): string {
  if (!existsSync(context.file)) return 'england';
  return readSettings(context.openFile()).get('pack') ?? 'england';
}

function folderNamed(context: Context, dir: string): string {
  const folder = resolve(context.io.cwd, dir);
  if (isFolder(folder)) return folder;
  throw new UserError(
    `There is no folder ${dir}.`,
    'To begin a pack: irotool rules new NAME --extends england',
  );
}
