/**
 * Whoever has no contact with a child, or is kept from the child by an order of a court, is asked about before
 * anything is made out to them: once, here, for every command that makes or sends something.
 */
import type { Context, Unit } from '../context';
import { barsOn } from '../core/privacy/bars';
import { type IsoDate, plainDate } from '../core/time/dates';
import { UsageError } from '../errors';
import type { Child } from '../store/children';
import { factsOf } from '../store/chronology';
import { canAsk, confirmOutright } from '../ui/prompts';
import { listed } from '../ui/words';

const DESPITE = '--despite-no-contact';

/** Someone to whom nothing is made out before it is asked. */
export interface Apart {
  /** `the father`. */
  readonly called: string;
  /** `no contact is recorded for the father`. */
  readonly why: string;
}

/** Why someone of a child's people is asked about first; null if they are not. */
export function apartFrom(
  unit: Unit,
  child: Pick<Child, 'id' | 'ref'>,
  { tag, contact }: { readonly tag: string; readonly contact: string | null },
  called: string,
  today: IsoDate,
): Apart | null {
  const bar = barsOn(factsOf(unit.db, child.id), today).find(({ ref }) => ref === tag.toLowerCase());
  if (bar !== undefined) {
    const until = bar.until === null ? '' : `, until ${plainDate(bar.until)}`;
    return {
      called,
      why: `an order of a court keeps ${called} from ${child.ref} (“${bar.order}”${until})`,
    };
  }
  return contact === 'none' ? { called, why: `no contact is recorded for ${called}` } : null;
}

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
