/**
 * `import cases FILE --map NAME`: children and what happened to them from the tables of another system, or an old
 * spreadsheet. Shows what will be done, asks once, and saves all of it or nothing.
 */
import { resolve } from 'node:path';
import type { Context } from '../../context';
import { vocabularyOf } from '../../core/events/vocabulary';
import { EXIT, type ExitCode, UserError } from '../../errors';
import { mapNamed, mapNames } from '../../exchange/cases/map-named';
import { sheetsOf } from '../../exchange/cases/sheets';
import { calledOffLines } from '../../exchange/import/called-off';
import { refusedTable, reportJson, reportLines, totalOf } from '../../exchange/import/in-words';
import { amountWords, outcomeWords } from '../../exchange/import/outcome';
import { planCases } from '../../exchange/import/plan-cases';
import { refusedFiles, writeRefused } from '../../exchange/import/refused-rows';
import { saveImport } from '../../exchange/import/save';
import { present, sayScreen, showBefore } from '../../screens/show';
import { asWords, type Db } from '../../store/sqlite';
import { asTyped } from '../../ui/as-typed';
import { askChoice, confirm, requireFlags } from '../../ui/prompts';
import { type CompareOptions, compared } from './compare';

interface CaseOptions extends CompareOptions {
  readonly map?: string;
  readonly dryRun?: true;
  readonly refused?: string;
  readonly compare?: true;
}

/** Runs `import cases FILE`. Gives 1 if nothing of it could be imported. */
export async function importCases(
  context: Context,
  [path]: readonly [string],
  options: CaseOptions,
): Promise<ExitCode | undefined> {
  const dryRun = options.dryRun === true;
  const unit = await context.open();
  const { db, pack } = unit;
  const name = options.map ?? (await whichMap(context, db));
  const map = mapNamed(db, name, vocabularyOf(pack), context.io.cwd);
  const sheets = await sheetsOf(resolve(context.io.cwd, path));
  const plan = asWords(context.file, () => planCases(db, map, sheets, context.today));
  const [other] = plan.reading.files;
  if (plan.reading.tables.length === 0 && plan.reading.refused.length === 0) {
    throw new UserError(
      `Nothing in ${path} is a table of the map ${map.name}. ${other!.name}: ${other!.note}`,
      `Another map: irotool import maps. To make one: irotool import map ${asTyped(path)} --name NAME`,
    );
  }
  const words = `irotool import cases ${asTyped(path)} --map ${asTyped(name)}`;
  if (options.compare)
    return compared(context, unit, { system: map.system, plan, again: `${words} --compare` }, options);
  const { imported } = totalOf(plan.reading.counts);
  if (!context.flags.quiet) showBefore(context, [(width) => reportLines(plan, width), '']);
  sayScreen(context, calledOffLines(db, plan, context.today));
  const files = options.refused === undefined ? [] : refusedFiles(sheets, plan.reading.refused);
  const kept = files.length === 0 ? null : writeRefused(resolve(context.io.cwd, options.refused!), files);
  const wanted =
    !dryRun && plan.writes.length > 0 && (await confirm(context, `Import ${amountWords(plan)}?`));
  if (wanted) await saveImport(context, db, plan);
  const done = { dryRun, saved: wanted };
  const said = [
    ...(kept === null
      ? []
      : [
          `The refused rows are in ${options.refused}: put them right there, then: irotool import cases ${asTyped(options.refused!)} --map ${asTyped(name)}`,
        ]),
    ...(kept === null && plan.reading.refused.length > 0
      ? [`To put refused rows right: ${words} --refused refused.csv`]
      : []),
  ];
  await present(context, {
    json: () => reportJson(plan, done),
    csv: () => refusedTable(plan),
    screen: () => ({ parts: [outcomeWords(plan, done, false)], said }),
  });
  return imported === 0 ? EXIT.couldNot : undefined;
}

async function whichMap(context: Context, db: Db): Promise<string> {
  requireFlags(context, ['--map']);
  return askChoice(
    context,
    'By which map is it read?',
    mapNames(db).map((each) => ({ name: each, value: each })),
  );
}
