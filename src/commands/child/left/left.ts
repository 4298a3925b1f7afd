/**
 * `child left`: the end of a period of care, and that it was confirmed, approved and the IRO consulted. Code, and no
 * step: the reason says what is asked next, and once care has ended it is another thing that is recorded (later.ts).
 */

import { childNamed } from '../../../cases/find';
import type { Context, Unit } from '../../../context';
import { OFFICE_WORDS, type Office } from '../../../core/checks/ending';
import { DIED } from '../../../core/events/death';
import type { Fact } from '../../../core/events/fact';
import { type IsoDate, longDate } from '../../../core/time/dates';
import { UsageError } from '../../../errors';
import { askNeededDay } from '../../../recording/ask-day';
import { dayDone } from '../../../recording/day-done';
import { given } from '../../../recording/meeting-typed';
import { admit, recordAs } from '../../../recording/saving';
import { wrongWith } from '../../../recording/wrong-with';
import type { Child } from '../../../store/children';
import { factsOf } from '../../../store/chronology';
import { canAsk, requireFlags } from '../../../ui/prompts';
import { died } from '../died';
import { approvalOf } from './approval';
import { type LeftOptions, recordedLater } from './later';
import { plannedOrNot, reasonFor } from './reason';

/** Runs `child left REF`: the end of a period of care. */
export async function left(
  context: Context,
  [ref]: readonly [string],
  options: LeftOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  checkTyped(options);
  if (await recordedLater(context, unit, child, options)) return undefined;
  requireFlags(
    context,
    options.approvedAs !== undefined && options.approvedBy === undefined ? ['--approved-by'] : [],
  );
  const on = await leftOn(context, unit, child, options);
  const reason = await reasonFor(context, options);
  if (reason === DIED) return died(context, [child.ref], { on });
  const planned = await plannedOrNot(context, unit, child, on, reason, options);
  const bare: Fact = {
    on,
    kind: 'ceased-looked-after',
    attributes: { ...given({ reason }), ...planned.attributes },
  };
  const approval = await approvalOf(context, unit, child, bare, options);
  const facts: Fact[] = [{ ...bare, attributes: { ...bare.attributes, ...approval.attributes } }];
  // Adopted: the order ends the adoption clock too.
  if (reason === 'E11' || reason === 'E12')
    facts.unshift({ on, kind: 'adoption-order-made', attributes: {} });
  const notes = [...planned.notes, ...approval.notes];
  await recordAs(context, unit, `ceased to be looked after on ${longDate(on)}`, { child, facts, notes });
  return undefined;
}

/** The day as typed; asked for on a terminal, where it must be one on which care can have ended; else today. */
async function leftOn(context: Context, unit: Unit, child: Child, { on }: LeftOptions): Promise<IsoDate> {
  if (on !== undefined || !canAsk(context)) return dayDone(context, on);
  const facts = factsOf(unit.db, child.id);
  return askNeededDay(context, {
    message: 'Left care on',
    lies: 'past',
    check: (day) =>
      wrongWith(() =>
        admit([{ on: day, kind: 'ceased-looked-after', attributes: {} }], facts, child, context, unit),
      ),
  });
}

const isOffice = (text: string): text is Office => Object.hasOwn(OFFICE_WORDS, text);

function checkTyped({ confirmed, unplanned, approvedAs }: LeftOptions): void {
  if (confirmed && unplanned) {
    throw new UsageError(
      '--confirmed and --unplanned exclude each other: the last review confirmed it or not.',
    );
  }
  if (approvedAs !== undefined && !isOffice(approvedAs)) {
    throw new UsageError(`--approved-as is nominated-officer or director; not "${approvedAs}".`);
  }
}
