/**
 * `settings check`: whether every manager would be told what is late, and could be: one line for each fault,
 * with the command that mends it. It sends nothing, asks no server, prints no password and changes nothing.
 */
import type { Context } from '../../context';
import { EXIT, type ExitCode } from '../../errors';
import { printFindings } from '../../screens/findings';
import { readSettings } from '../../store/settings';
import { checkCover } from '../../unit-check/cover';
import { checkMail } from '../../unit-check/mail';
import { checkAddresses, checkManagers } from '../../unit-check/people';
import { checkKept, checkLetters } from '../../unit-check/settings';

/** Runs `settings check`. */
export async function check(context: Context): Promise<ExitCode | undefined> {
  const db = context.openFile();
  const settings = readSettings(db);
  const findings = [
    ...checkManagers(db),
    ...checkAddresses(db, settings),
    ...checkCover(db, context.today),
    ...checkMail(context, settings),
    ...(await checkKept(context, settings)),
    ...checkLetters(context, settings),
  ];
  const faults = findings.filter(({ standing }) => standing === 'fault').length;
  if (context.flags.json) context.json({ schema: 1, sound: faults === 0, checks: findings });
  else await printFindings(context, findings);
  return faults > 0 ? EXIT.couldNot : undefined;
}
