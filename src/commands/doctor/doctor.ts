/**
 * `doctor`: looks the database over and says what is sound, what is worth seeing to (advice) and
 * what is wrong (a fault, and exit 1). A damaged database is no reason to stop: it says what it can.
 */
import { existsSync } from 'node:fs';
import type { Context } from '../../context';
import { EXIT, type ExitCode, UserError } from '../../errors';
import { rebuildAgenda } from '../../store/agenda';
import { asWords, type Db } from '../../store/sqlite';
import { rowLines } from '../../ui/rows';
import { paintFor, screenWidth } from '../../ui/screen';
import { count } from '../../ui/words';
import {
  checkAgenda,
  checkBackup,
  checkFile,
  checkHolidays,
  checkPermissions,
  checkReports,
  type Finding,
} from './doctor-checks';

/** Runs `doctor`. */
export async function doctor(
  context: Context,
  _args: readonly [],
  options: { readonly rebuild?: true },
): Promise<ExitCode | undefined> {
  if (!existsSync(context.file)) context.openFile();
  if (options.rebuild) await rebuild(context);
  const findings = await lookOver(context);
  const faults = findings.filter(({ standing }) => standing === 'fault').length;
  if (context.flags.json) {
    context.json({ schema: 1, database: context.file, sound: faults === 0, checks: findings });
  } else {
    await print(context, findings, faults);
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
  const findings: Finding[] = [...checkPermissions(context.file), checkHolidays(context.today)];
  const db = attempt('database', findings, () => context.openFile());
  if (db === undefined) return findings;
  const look = (check: string, work: (db: Db) => Finding[]): void => {
    findings.push(...(attempt(check, findings, () => asWords(context.file, () => work(db))) ?? []));
  };
  look('file', checkFile);
  look('backup', (open) => [checkBackup(open, context)]);
  try {
    const unit = await context.open();
    findings.push({ check: 'rules', standing: 'ok', found: `The pack is ${unit.pack.title}.`, next: null });
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
  return { check, standing: 'fault', found: error.message, next: error.next || null };
}

const WORDS = { ok: 'ok', advice: 'advice', fault: 'FAULT' } as const;

async function print(context: Context, findings: readonly Finding[], faults: number): Promise<void> {
  const paint = await paintFor(context.io, context.flags);
  const width = screenWidth(context.io, context.flags);
  context.say(`${context.file}\n`);
  for (const finding of findings) {
    if (context.flags.quiet && finding.standing === 'ok') continue;
    const words = finding.next === null ? finding.found : `${finding.found} ${finding.next}`;
    const [column, wrapping] = [{ min: 6 }, { wraps: true } as const];
    for (const line of rowLines([[WORDS[finding.standing], words]], [column, wrapping], width)) {
      context.print(finding.standing === 'fault' ? paint.late(line) : line);
    }
  }
  const advice = findings.filter(({ standing }) => standing === 'advice').length;
  const also = advice === 0 ? '' : `${faults > 0 ? ', ' : ' '}${count(advice, 'thing')} worth seeing to`;
  context.say(
    faults > 0 ? `\n${count(faults, 'fault')}${also}.` : `\nNo fault.${also === '' ? '' : `${also}.`}`,
  );
}
