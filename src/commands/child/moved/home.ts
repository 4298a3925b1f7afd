/** A child who went home: a placement with a parent, or the end of accommodation. */
import type { Context } from '../../../context';
import { CARE_ORDER_CODES } from '../../../core/events/codes';
import { type IsoDate, longDate } from '../../../core/time/dates';
import { UserError } from '../../../errors';
import type { Child } from '../../../store/children';
import { askChoice, canAsk } from '../../../ui/prompts';

/** Legal status codes of a child in the authority's care: a placement order has a care order beside it. */
const IN_CARE: readonly string[] = [...CARE_ORDER_CODES, 'D1', 'E1'];
const ACCOMMODATED: readonly string[] = ['V2', 'V3', 'V4'];
const REG_15 = 'Care Planning Regulations 2010, reg 15(1)';

/**
 * A child who is only accommodated (section 20) is placed with no parent by the authority: who went home has
 * most likely left care. True where that is what happened; a UserError with what to type where nobody can be
 * asked, or where it was neither.
 */
export async function accommodationEnded(
  context: Context,
  { ref }: Child,
  legalStatus: string | null,
  on: IsoDate,
): Promise<boolean> {
  // Where no status is recorded, or another one, the duty is raised.
  if (legalStatus === null || IN_CARE.includes(legalStatus) || !ACCOMMODATED.includes(legalStatus)) {
    return false;
  }
  const what = `${ref} is accommodated under section 20 (${legalStatus}), and only a child in the authority’s care is placed with a parent (${REG_15}). Most likely accommodation ended.`;
  const ended = `irotool child left ${ref} --on ${on} --reason E4B`;
  const order = `irotool child status ${ref} --basis C2 --on DATE`;
  const next = `If the child went home: ${ended}. If there is a care order, record it first: ${order}`;
  if (!canAsk(context)) throw new UserError(`${what} Nothing was saved.`, next);
  context.say(what);
  const answer = await askChoice(context, 'What happened?', [
    { name: 'Nothing of this; stop here', value: 'stop', ends: true },
    { name: `Accommodation ended on ${longDate(on)}: the child went home`, value: 'ended' },
    { name: 'There is a care order that is not recorded yet', value: 'order', ends: true },
  ]);
  if (answer === 'ended') return true;
  throw new UserError(
    `${ref}: nothing was saved.`,
    answer === 'order' ? `Record the order first: ${order}` : next,
  );
}
