/**
 * Whoever has no contact with a child, or is kept from the child by an order of a court, is asked about before
 * anything is made out to them: once, here, for every command that makes or sends something.
 */
import type { Apart } from '../cases/apart';
import type { Context } from '../context';
import { UsageError } from '../errors';
import { canAsk, confirmOutright } from '../ui/prompts';
import { listed } from '../ui/words';

const DESPITE = '--despite-no-contact';
/**
 * Asks before anything is made out to them; false if it is not to be, and so for Enter alone. Without a terminal, or
 * with --yes, it takes the flag.
 */
export async function askApart(
  context: Context,
  label: string,
  apart: readonly Apart[],
  isSaid: boolean,
  nothing: string,
): Promise<boolean> {
  if (apart.length === 0 || isSaid) return true;
  const who = listed([...new Set(apart.map(({ called }) => called))]);
  const what = `${label}: ${listed([...new Set(apart.map(({ why }) => why))])}.`;
  if (context.flags.yes || !canAsk(context)) {
    throw new UsageError(
      `${what} ${nothing}`,
      `If it is right to write all the same, by what the social worker and the IRO decided and any court order says: ${DESPITE}`,
    );
  }
  context.say(`${what} A court order may say more.`);
  return await confirmOutright(context, `Write to ${who} all the same?`);
}
