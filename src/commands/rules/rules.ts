/**
 * `rules list`, `rules show`, `rules check`, `rules test`: the rule packs and their scenarios.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Context, calendarsWith } from '../../context';
import { isDueIn, isRaisedIn } from '../../core/rules/force';
import { inForceOn, type Pack, type Rule, ruleAsOf } from '../../core/rules/rule';
import { type IsoDate, plainDate } from '../../core/time/dates';
import { didYouMean, EXIT, type ExitCode, UserError } from '../../errors';
import { packNamed } from '../../law/find-pack';
import { isFolder } from '../../law/folder';
import { shippedLaw } from '../../law/shipped';
import { ruleJson, sourceJson } from '../../screens/rule-json';
import { daysWords, isStale, listLines, showLines, sourcesOf } from '../../screens/rules';
import { readSettings } from '../../store/settings';
import { screenWidth } from '../../ui/screen';
import { count, wrap } from '../../ui/words';
import { faultLine } from '../../yaml';
import { checkPack, type PackCheck } from './check';
import { coverageOf, runScenariosAt, type ScenarioRun } from './run';

/** Runs `rules list`. */
export async function list(
  context: Context,
  _args: readonly [],
  options: { readonly pack?: string; readonly stale?: true },
): Promise<undefined> {
  const pack = packOf(context, options.pack);
  const rules = options.stale ? pack.rules.filter((rule) => isStale(rule, context.today)) : pack.rules;
  if (context.flags.json) {
    context.json({ schema: 1, pack: pack.name, rules: rules.map(ruleJson) });
    return undefined;
  }
  if (rules.length === 0) {
    context.print(`Every source of the pack ${pack.title} was read less than a year ago.`);
    return undefined;
  }
  const width = screenWidth(context.io, context.flags);
  context.print(listLines(rules, width, options.stale === true).join('\n'));
  context.say(`\n${count(rules.length, 'rule')}. One of them: irotool rules show ${rules[0]!.id}`);
  return undefined;
}

/** Runs `rules show ID [--on DATE]`. */
export async function show(
  context: Context,
  [id]: readonly [string],
  options: { readonly pack?: string; readonly on?: string },
): Promise<undefined> {
  const on = options.on === undefined ? null : context.date(options.on, '--on');
  const pack = packOf(context, options.pack);
  const entry = ruleOf(pack, id, on ?? context.today);
  const rule = on === null ? entry : asItStood(entry, on);
  const scenarios = coverageOf(rule.id, options.pack ?? settingOf(context), context.io.cwd);
  if (context.flags.json) {
    context.json({
      schema: 1,
      rule: {
        ...ruleJson(rule),
        sources: sourcesOf(rule).map((source) => sourceJson(source, pack)),
      },
      on,
      scenarios,
    });
    return undefined;
  }
  const width = screenWidth(context.io, context.flags);
  context.print(showLines(rule, pack, scenarios, context.today, width).join('\n'));
  return undefined;
}

/** Runs `rules check DIR`: every fault, each with its file and line. */
export async function check(context: Context, [dir]: readonly [string]): Promise<ExitCode | undefined> {
  const found = checkPack(folderNamed(context, dir));
  const code = found.faults.length > 0 ? EXIT.couldNot : undefined;
  if (context.flags.json) context.json({ schema: 1, ...found });
  else context.print(checkLines(found, dir, screenWidth(context.io, context.flags)).join('\n'));
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
  if (context.flags.json) context.json(runJson(run));
  else context.print([...runLines(run), `${run.passed} passed, ${run.failed} failed`].join('\n'));
  return run.failed > 0 || run.passed === 0 ? EXIT.couldNot : undefined;
}

/** The pack asked for, else the unit's own where there is a database, else england. */
function packOf(context: Context, named: string | undefined): Pack {
  return packNamed(named ?? settingOf(context), context.io.cwd);
}

function settingOf(context: Context): string {
  if (!existsSync(context.file)) return 'england';
  return readSettings(context.openFile()).get('pack') ?? 'england';
}

/** The rule with what was in force on a day; a UserError if nothing of it was. */
function asItStood(rule: Rule, on: IsoDate): Rule {
  const then = inForceOn(rule, on);
  if (isRaisedIn(rule.days, on) && isDueIn(rule.days, on) && then.limits.length > 0) return then;
  const days = (rule.limits.find((limit) => limit.days)?.days ?? rule.days)!;
  throw new UserError(
    `"${rule.id}" was not in force on ${plainDate(on)}: it is ${daysWords(days)}.`,
    `To see it whole: irotool rules show ${rule.id}`,
  );
}

function ruleOf(pack: Pack, id: string, on: IsoDate): Rule {
  const rule = ruleAsOf(pack.rules, id, on, on);
  if (rule) return rule;
  const dropped = pack.dropped?.find((each) => each.id === id);
  if (dropped) {
    throw new UserError(
      `The pack ${dropped.pack} does without "${id}": ${dropped.reason}`,
      `As it is elsewhere: irotool rules show ${id} --pack england`,
    );
  }
  const other = shippedLaw().packs.find((each) => each.rules.some((candidate) => candidate.id === id));
  const near = didYouMean(
    id,
    pack.rules.map((candidate) => candidate.id),
  );
  throw new UserError(
    `The pack ${pack.name} has no rule "${id}".${other ? '' : near}`,
    other ? `irotool rules show ${id} --pack ${other.name}` : 'To see them all: irotool rules list',
  );
}

function folderNamed(context: Context, dir: string): string {
  const folder = resolve(context.io.cwd, dir);
  if (isFolder(folder)) return folder;
  throw new UserError(
    `There is no folder ${dir}.`,
    'To begin a pack: irotool rules new NAME --extends england',
  );
}

function checkLines(found: PackCheck, dir: string, width: number): string[] {
  const advice = found.advice.flatMap((each) => wrap(`advice: ${faultLine(each)}`, width));
  if (found.faults.length > 0) {
    return [...found.faults.map(faultLine), ...advice, count(found.faults.length, 'fault')];
  }
  const { own, tightened, all } = found.rules!;
  const counts = [`${count(own, 'new rule')}`, `${tightened} changed`, `${all} in all`].join(', ');
  const words =
    found.events + found.roles === 0
      ? ''
      : `${count(found.events, 'event')} and ${count(found.roles, 'role')} of its own; `;
  return [
    ...advice,
    `no faults: ${counts}; ${words}${count(found.scenarios, 'scenario')}. To run them: irotool rules test ${dir}`,
  ];
}

function runLines({ results, faults }: ScenarioRun): string[] {
  return [
    ...faults.map((fault) => `FAILED  ${faultLine(fault)}`),
    ...results.flatMap(({ scenario, differences, notes }) =>
      differences.length === 0
        ? [`ok      ${scenario.name}`]
        : [
            `FAILED  ${scenario.name}`,
            ...differences.map((difference) => `          ${difference}`),
            ...notes.map((note) => `          note: ${note}`),
          ],
    ),
  ];
}

function runJson({ results, faults, passed, failed }: ScenarioRun): unknown {
  return {
    schema: 1,
    passed,
    failed,
    scenarios: results.map(({ scenario, differences, notes }) => ({
      name: scenario.name,
      file: scenario.file,
      line: scenario.line,
      pack: scenario.pack.name,
      passed: differences.length === 0,
      differences,
      notes,
    })),
    faults,
  };
}
