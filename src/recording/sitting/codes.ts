/** The participation code of each child: typed for one or for several, or offered by age. */
import type { Context } from '../../context';
import { isCodeForAge } from '../../core/checks/admissible';
import { PARTICIPATION_CODES } from '../../core/events/codes';
import { listOf } from '../../core/events/lists';
import { birthday, type IsoDate } from '../../core/time/dates';
import { UsageError } from '../../errors';
import type { Child } from '../../store/children';
import { askChoice, requireFlags } from '../../ui/prompts';
import { participationChoices } from '../code-typed';

/** The codes of `--code`, by child: one for all, or `K1=PN1,K2=PN0`; those not typed are left out. */
export function codesTyped(children: readonly Child[], typed: string | undefined): Map<number, string> {
  const codes = new Map<number, string>();
  if (typed === undefined) return codes;
  if (!typed.includes('=')) {
    const code = codeTyped(typed);
    return new Map(children.map(({ id }) => [id, code]));
  }
  for (const each of listOf(typed)) {
    const [ref = '', code = ''] = each.split('=', 2).map((part) => part.trim());
    const child = children.find((candidate) => candidate.ref.toLowerCase() === ref.toLowerCase());
    if (!child) {
      const refs = children.map((candidate) => candidate.ref).join(', ');
      throw new UsageError(
        `--code: "${ref}" is not one of the children named.`,
        `They are ${refs}. Type it as --code ${children.map((candidate) => `${candidate.ref}=PN1`).join(',')}`,
      );
    }
    codes.set(child.id, codeTyped(code));
  }
  return codes;
}

function codeTyped(typed: string): string {
  const code = typed.trim().toUpperCase();
  if (PARTICIPATION_CODES.includes(code)) return code;
  throw new UsageError(`--code is PN0 to PN7, not "${typed}".`);
}

/** The codes of all the children; those that were not typed are asked for. */
export async function codesOf(
  context: Context,
  children: readonly Child[],
  typed: ReadonlyMap<number, string>,
  on: IsoDate,
): Promise<Map<number, string>> {
  const missing = children.filter(({ id }) => !typed.has(id));
  // All of them missing has been said by now.
  requireFlags(
    context,
    missing.map(({ ref }) => `--code ${ref}=…`),
  );
  const codes = new Map(typed);
  for (const child of missing) {
    codes.set(child.id, await askCode(context, child, on, children.length > 1 ? child.ref : 'the child'));
  }
  return codes;
}

/** Offered by age. */
function askCode(context: Context, { born }: Child, on: IsoDate, called: string): Promise<string> {
  const codes = PARTICIPATION_CODES.filter((code) => born === null || isCodeForAge(code, born, on));
  const is4 = born !== null && on === birthday(born, 4);
  return askChoice(
    context,
    `How did ${called} take part?${is4 ? ' (4 that day: every code is accepted)' : ''}`,
    participationChoices(codes),
  );
}
