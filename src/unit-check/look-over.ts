/** Everything that `doctor` looks at, one thing after the other; what cannot be looked at is a finding too. */
import { type Context, holidaysAtHand } from '../context';
import { UserError } from '../errors';
import { type Finding, fault } from '../screens/findings';
import { asWords, type Db } from '../store/sqlite';
import { checkCopiedFolder } from './copied-folder';
import { checkLookalikes } from './lookalikes';
import { checkRecordedTwice } from './recorded-twice';
import * as records from './records';
import * as tampering from './tampering';

export async function lookOver(context: Context): Promise<Finding[]> {
  // That it cannot be opened is found below.
  const findings: Finding[] = [
    ...records.checkPermissions(context.file),
    ...checkCopiedFolder(context.file, context.io.env),
    ...records.checkUnfinished(context.file),
    records.checkHolidays(
      context.today,
      holidaysAtHand(context, () => {}),
    ),
  ];
  const db = attempt('database', findings, () => context.openFile());
  if (db === undefined) return findings;
  const look = (check: string, work: (db: Db) => Finding[]): void => {
    findings.push(...(attempt(check, findings, () => asWords(context.file, () => work(db))) ?? []));
  };
  look('file', records.checkFile);
  look('backup', (open) => [records.checkBackup(open, context)]);
  look('chain', (open) => tampering.checkChain(open));
  look('facts and audit', (open) => tampering.checkFacts(open));
  look('found by', (open) => tampering.checkCalled(open));
  look('schema', (open) => tampering.checkSchema(open));
  look('drafts', (open) => [records.checkDrafts(open, context.io.now())]);
  try {
    const unit = await context.open();
    findings.push({ check: 'rules', standing: 'ok', found: `The pack is ${unit.pack.title}.`, next: null });
    look('events', () => [records.checkEvents(unit)]);
    look('merges', () => records.checkMerges(unit));
    look('names', (open) => records.checkNames(open));
    look('same child', (open) => checkLookalikes(open));
    look('recorded twice', (open) => checkRecordedTwice(open));
    look('agenda', () => records.checkAgenda(unit));
    look('reports', () => [records.checkReports(unit, context.today)]);
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
