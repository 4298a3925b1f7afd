/**
 * `doctor`: looks the database over and says what is sound, what is worth seeing to (advice) and
 * what is wrong (a fault, and exit 1). A damaged database is no reason to stop: it says what it can.
 */

import { existsSync } from 'node:fs';
import type { Context } from '../../context';
import type { ExitCode } from '../../errors';
import { tellFindings } from '../../screens/findings';
import { rebuildAgenda } from '../../store/agenda/agenda';
import { asWords } from '../../store/sqlite';
import { lookOver } from '../../unit-check/look-over';
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
  return tellFindings(context, findings, { database: context.file });
}

/** Works every date out again from the facts. */
async function rebuild(context: Context): Promise<void> {
  const { db, engine } = await context.open();
  asWords(context.file, () => rebuildAgenda(db, engine));
  context.say('Every date was worked out again.');
}
