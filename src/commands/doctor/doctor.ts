/**
 * `doctor`: looks the database over and says what is sound, what is worth seeing to (advice) and
 * what is wrong (a fault, and exit 1). A damaged database is no reason to stop: it says what it can.
 */
import { existsSync } from 'node:fs';
import { type Context, holidaysAtHand } from '../../context';
import { EXIT, type ExitCode, UserError } from '../../errors';
import { type Finding, fault, printFindings } from '../../screens/findings';
import { rebuildAgenda } from '../../store/agenda/agenda';
import { asWords, type Db } from '../../store/sqlite';
import { checkLookalikes } from '../../unit-check/lookalikes';
import { checkRecordedTwice } from '../../unit-check/recorded-twice';
import {
  checkAgenda,
  checkBackup,
  checkDrafts,
  checkEvents,
  checkFile,
  checkHolidays,
  checkMerges,
  checkNames,
  checkPermissions,
  checkReports,
  checkUnfinished,
} from '../../unit-check/records';
import { mend } from './mend';

/** Runs `doctor`. */
export async function doctor(
  context: Context,
  _args: readonly [],
  options: { readonly rebuild?: true; readonly mend?: true },
): Promise<ExitCode | undefined> {
  if (!existsSync(context.file)) context.openFile();
  if (options.rebuild) await rebuild(context);
  if (options.mend) await mend(context);
  const findings = await lookOver(context);
  const faults = findings.filter(({ standing }) => standing === 'fault').length;
  if (context.flags.json) {
    context.json({ schema: 1, database: context.file, sound: faults === 0, checks: findings });
  } else {
    context.say(`${context.file}\n`);
    await printFindings(context, findings);
  }
  return faults > 0 ? EXIT.couldNot : undefined;
}

/** Works every date out again from the facts. */
async function rebuild(context: Context): Promise<void> {
  const { db, engine } = await context.open();
  asWords(context.file, () => rebuildAgenda(db, engine));
  context.say('Every date was worked out again.');
}

async function lookOver(context: Context): Promise<Finding[]> {
  // That it cannot be opened is found below.
  const findings: Finding[] = [
    ...checkPermissions(context.file),
    ...checkUnfinished(context.file),
    checkHolidays(
      context.today,
      holidaysAtHand(context, () => {}),
    ),
  ];
  const db = attempt('database', findings, () => context.openFile());
  if (db === undefined) return findings;
  const look = (check: string, work: (db: Db) => Finding[]): void => {
    findings.push(...(attempt(check, findings, () => asWords(context.file, () => work(db))) ?? []));
  };
  look('file', checkFile);
  look('backup', (open) => [checkBackup(open, context)]);
  look('drafts', (open) => [checkDrafts(open, context.io.now())]);
  try {
    const unit = await context.open();
    findings.push({ check: 'rules', standing: 'ok', found: `The pack is ${unit.pack.title}.`, next: null });
    look('events', () => [checkEvents(unit)]);
    look('merges', () => checkMerges(unit));
    look('names', (open) => checkNames(open));
    look('same child', (open) => checkLookalikes(open));
    look('recorded twice', (open) => checkRecordedTwice(open));
    look('agenda', () => checkAgenda(unit));
    look('reports', () => [checkReports(unit, context.today)]);
  } catch (error) {
    findings.push(asFinding('rules', error));
  }
  return findings;
}

/** What the work gives; a mistake in words is a finding, and the looking goes on. */
function attempt<T>(check: string, findings: Finding[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    findings.push(asFinding(check, error));
    return undefined;
  }
}

function asFinding(check: string, error: unknown): Finding {
  if (!(error instanceof UserError)) throw error;
  return fault(check, error.message, error.next);
}
