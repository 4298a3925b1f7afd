/**
 * `import ssda903 DIR`: the children, periods of care and reviews of a statutory return. Shows what
 * will be done, asks once, and saves all of it or nothing.
 */
import { resolve } from 'node:path';
import type { Context } from '../../context';
import { EXIT, type ExitCode, UserError } from '../../errors';
import { calledOffLines } from '../../exchange/import/called-off';
import { refusedTable, reportJson, reportLines, summaryLines, totalOf } from '../../exchange/import/in-words';
import { type Plan, planImport } from '../../exchange/import/plan';
import { saveImport } from '../../exchange/import/save';
import { careRecordedIn } from '../../exchange/import/was-in-care';
import type { ReturnReading } from '../../exchange/ssda903/model';
import { readReturn } from '../../exchange/ssda903/read';
import { asWords } from '../../store/sqlite';
import { confirm } from '../../ui/prompts';
import { screenWidth } from '../../ui/screen';
import { count, listed, onOneLine, wrap } from '../../ui/words';
import { filesOf } from './folder';

export interface ImportOptions {
  readonly dryRun?: true;
}

/** Runs `import ssda903 DIR`. Gives 1 where nothing of it could be imported. */
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
  const isData = context.flags.json === true || context.flags.csv === true;
  const width = screenWidth(context.io, context.flags);
  if (isData) context.say(summaryLines(plan, width).join('\n'));
  else if (!context.flags.quiet) context.print(`${reportLines(plan, width).join('\n')}\n`);

  for (const line of calledOffLines(db, plan, context.today)) context.say(wrap(line, width).join('\n'));
  const wanted = !dryRun && plan.writes.length > 0 && (await confirm(context, question(plan)));
  if (wanted) await saveImport(context, db, plan);
  if (context.flags.json) context.json(reportJson(plan, { dryRun, saved: wanted }));
  else if (context.flags.csv) {
    const { toCsv } = await import('../../exchange/csv-out');
    context.io.stdout.write(toCsv(refusedTable(plan)));
  }
  const tell = isData ? context.say : context.print;
  tell(wrap(outcomeWords(plan, { dryRun, saved: wanted }), width).join('\n'));
  if (plan.reading.refused.length > 0 && !isData) {
    const onDatabase = context.flags.db === undefined ? '' : ` --db ${quoted(context.flags.db)}`;
    context.say(
      `Every refused row: irotool import ssda903 ${quoted(dir)} --dry-run --csv${onDatabase} > refused.csv`,
    );
  }
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

const question = (plan: Plan): string => `Import ${amountWords(plan)}?`;

function amountWords({ writes, children, facts }: Plan): string {
  const known = writes.length - children.new;
  const who = [
    ...(children.new > 0 ? [count(children.new, 'new child', 'new children')] : []),
    ...(known > 0 ? [count(known, 'known child', 'known children')] : []),
  ];
  return `${listed(who)} with ${count(facts.new, 'new fact')}`;
}

function outcomeWords(plan: Plan, { dryRun, saved }: { dryRun: boolean; saved: boolean }): string {
  const { rows, imported, refused } = totalOf(plan.reading.counts);
  const files = plan.reading.refused
    .filter(({ reason }) => reason === 'file')
    .map(({ file }) => onOneLine(file));
  const fileWords =
    files.length === 0 ? '' : ` ${count(files.length, 'file')} could not be read: ${listed(files)}.`;
  const lacking = plan.reading.files.some(({ table }) => table === 'Episodes')
    ? ''
    : ' There is no Episodes table: no period of care comes in.';
  const rowWords =
    (refused === 0
      ? 'No row was refused.'
      : `${refused} of ${count(rows, 'row')} ${refused === 1 ? 'was' : 'were'} refused.`) +
    fileWords +
    lacking;
  if (rows === 0) return `Nothing could be imported: there is no row below the columns.${fileWords}`;
  if (imported === 0) return `Nothing could be imported: ${rowWords} Put the files right and import again.`;
  if (plan.writes.length === 0) return `There is nothing new in the return. ${rowWords}`;
  if (saved) return `Imported: ${amountWords(plan)}. ${rowWords}`;
  return dryRun
    ? `Nothing was saved (--dry-run). It would import ${amountWords(plan)}. ${rowWords}`
    : 'Nothing was saved.';
}

/** A folder's name as a shell takes it. */
function quoted(dir: string): string {
  return /^[\w./~-]+$/.test(dir) ? dir : `"${dir}"`;
}
