/** `audit verify`: goes along the chain over all that commands wrote, and names the first link that does not hold. */
import type { Context } from '../../context';
import { type ExitCode, UsageError } from '../../errors';
import { tellFindings } from '../../screens/findings';
import { type Head, headOf, headWords } from '../../store/chain/verify';
import { asWords } from '../../store/sqlite';
import { checkChain, checkFacts, checkSchema } from '../../unit-check/tampering';

/** Runs `audit verify [--from HEAD]`. */
export async function verify(
  context: Context,
  _args: readonly [],
  options: { readonly from?: string },
): Promise<ExitCode | undefined> {
  const from = headTyped(options.from);
  const db = context.openFile();
  const findings = asWords(context.file, () => [
    ...checkChain(db, from),
    ...checkFacts(db),
    ...checkSchema(db),
  ]);
  const head = headOf(db);
  return tellFindings(context, findings, {
    database: context.file,
    ...(head !== null && { head: headWords(head) }),
  });
}

/** `4711-3f9ac01b22d4e6f0`; undefined if none was typed. */
function headTyped(typed: string | undefined): Head | undefined {
  if (typed === undefined) return undefined;
  const found = /^(\d{1,12})-([0-9a-f]{16})$/.exec(typed.trim().toLowerCase());
  if (found === null) {
    throw new UsageError(
      `“${typed}” is no head of a chain: that is a number, a hyphen and sixteen letters and digits.`,
      'irotool audit verify --from 4711-3f9ac01b22d4e6f0',
    );
  }
  return { entry: Number(found[1]), link: found[2]! };
}
