/**
 * `import ssda903 DIR`: the children, periods of care and reviews of a statutory return. Shows what
 * will be done, asks once, and saves all of it or nothing.
 */

import { resolve } from 'node:path';
import type { Context } from '../../context';
import { EXIT, type ExitCode, UserError } from '../../errors';
import { calledOffLines } from '../../exchange/import/called-off';
import { refusedTable, reportJson, reportLines, summaryLines, totalOf } from '../../exchange/import/in-words';
import { amountWords, outcomeWords } from '../../exchange/import/outcome';
import { type ImportPlan, planImport } from '../../exchange/import/plan';
import { saveImport } from '../../exchange/import/save';
import { careRecordedIn } from '../../exchange/import/was-in-care';
import type { ReturnReading } from '../../exchange/ssda903/model';
import { readReturn } from '../../exchange/ssda903/read';
import { filesOf } from '../../exchange/ssda903/return-folder';
import { present, printScreen, sayScreen } from '../../screens/show';
import { asWords } from '../../store/sqlite';
import { asTyped } from '../../ui/as-typed';
import { confirm } from '../../ui/prompts';

export interface ImportOptions {
  readonly dryRun?: true;
}

/** Runs `import ssda903 DIR`. Gives 1 if nothing of it could be imported. */
export async function importReturn(
  context: Context,
  [dir]: readonly [string],
  options: ImportOptions,
): Promise<ExitCode | undefined> {
  const dryRun = options.dryRun === true;
  const folder = resolve(context.io.cwd, dir);
  const files = filesOf(folder);
  const db = context.openFile();
  const reading = readReturn(files, context.today, careRecordedIn(db));
  refuseOthers(folder, reading);
  // A rehearsal does not even bring the agenda up to date.
  if (!dryRun) await context.open();
  const plan = asWords(context.file, () => planImport(db, reading, context.today));
  const { imported } = totalOf(plan.reading.counts);
  // Data goes where it was asked for; whoever asked for it hears beside it what a screen would show.
  const isData = context.flags.json === true || context.flags.csv === true;
  if (isData) sayScreen(context, [(width) => summaryLines(plan, width)]);
  else if (!context.flags.quiet) printScreen(context, [(width) => reportLines(plan, width), '']);

  sayScreen(context, calledOffLines(db, plan, context.today));
  const wanted = !dryRun && plan.writes.length > 0 && (await confirm(context, question(plan)));
  if (wanted) await saveImport(context, db, plan);
  const done = { dryRun, saved: wanted };
  const outcome = [outcomeWords(plan, done)];
  const onDatabase = context.flags.db === undefined ? '' : ` --db ${asTyped(context.flags.db)}`;
  const refused = `Every refused row: irotool import ssda903 ${asTyped(dir)} --dry-run --csv${onDatabase} > refused.csv`;
  await present(context, {
    json: () => reportJson(plan, done),
    csv: () => refusedTable(plan),
    screen: () => ({ parts: outcome, said: plan.reading.refused.length > 0 ? [refused] : [] }),
  });
  if (isData) sayScreen(context, outcome);
  return imported === 0 ? EXIT.couldNot : undefined;
}

function refuseOthers(folder: string, { files, refused: [near] }: ReturnReading): void {
  if (files.some(({ table }) => table !== null)) return;
  const [first] = files;
  const example = near === undefined ? `${first!.name}: ${first!.note}` : `${near.file}: ${near.why}`;
  throw new UserError(
    `No file in ${folder} is a table of the return. ${example}`,
    near?.next ?? 'Export Header, Episodes, Reviews and PlacedAdoption as CSV and import again.',
  );
}

const question = (plan: ImportPlan): string => `Import ${amountWords(plan)}?`;
