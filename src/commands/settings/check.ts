/**
 * `settings check`: whether every manager would be told what is late, and could be: one line for each fault,
 * with the command that mends it. It sends nothing, asks no server, prints no password and changes nothing.
 */
import type { Context } from '../../context';
import type { ExitCode } from '../../errors';
import { tellFindings } from '../../screens/findings';
import { readSettings } from '../../store/settings';
import { checkCover } from '../../unit-check/cover';
import { checkMail } from '../../unit-check/mail';
import { checkAddresses, checkManagers } from '../../unit-check/people';
import { checkKept, checkLetters } from '../../unit-check/settings';

/** Runs `settings check`. */
export async function check(context: Context): Promise<ExitCode | undefined> {
  const db = context.openFile();
  const settings = readSettings(db);
  return tellFindings(context, [
    ...checkManagers(db),
    ...checkAddresses(db, settings),
    ...checkCover(db, context.today),
    ...checkMail(context, settings),
    ...(await checkKept(context, settings)),
    ...checkLetters(context, settings),
  ]);
}
