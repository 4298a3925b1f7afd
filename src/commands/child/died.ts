/** `child died`: what was planned is called off at once, and what is still owed is said in quiet words. */

import { childNamed } from '../../cases/find';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { DIED, diedOn } from '../../core/events/death';
import type { Fact } from '../../core/events/fact';
import { type IsoDate, longDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import type { Child } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { requireFlags } from '../../ui/prompts';
import { askNeededDay } from '../ask-day';
import { record } from '../saving';

/** Runs `child died REF --on D`. */
export async function died(
  context: Context,
  [ref]: readonly [string],
  options: { readonly on?: string },
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  requireFlags(context, options.on === undefined ? ['--on'] : []);
  const on =
    options.on === undefined
      ? await askNeededDay(context, { message: 'The day of the death', lies: 'past' })
      : context.date(options.on, '--on', 'past');
  return recordDeath(context, unit, child, on);
}

/** Records a death: of a child in care, with the end of care. */
export async function recordDeath(
  context: Context,
  unit: Unit,
  child: Child,
  on: IsoDate,
): Promise<undefined> {
  const known = factsOf(unit.db, child.id);
  const already = diedOn(known);
  if (already !== null) {
    throw new UserError(
      `${child.ref}: the death is recorded already, on ${longDate(already)}. Nothing was saved.`,
      `To see it: irotool child show ${child.ref}`,
    );
  }
  const { story } = reckoned(context, unit, child).reckoning;
  const isInCare = story.periods.some(({ from, to }) => from <= on && (to === null || on <= to));
  const ending: Fact = { on, kind: 'ceased-looked-after', attributes: { reason: DIED } };
  const saved = await record(context, unit, {
    child,
    facts: [...(isInCare ? [ending] : []), { on, kind: 'child-died', attributes: {} }],
    heading: `${child.ref} died on ${longDate(on)}.`,
  });
  if (saved) context.print(`${child.ref}  died on ${longDate(on)}: recorded.`);
  return undefined;
}
