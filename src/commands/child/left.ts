/**
 * `child left`: the end of a period of care, and that it was confirmed, approved and the IRO consulted. Code, and no
 * step: the reason says what is asked next, and what the law asks of this child whether anything is. What is recorded
 * once care has ended are the steps of steps/ending.ts.
 */

import { isAfterwards } from '../../cases/ending/afterwards';
import { awaitedOf } from '../../cases/ending/awaited';
import { childOpened } from '../../cases/reckoned';
import type { Context } from '../../context';
import { DIED } from '../../core/events/death';
import { type Fact, given } from '../../core/events/fact';
import { longDate } from '../../core/time/dates';
import { choiceTyped } from '../../recording/choice-typed';
import {
  approvedBy,
  iroConsultedOn,
  type LeftOptions,
  leftCareOn,
  plannedOrNot,
  reasonFor,
  refuseContradiction,
} from '../../recording/ending';
import { recordAs } from '../../recording/saving';
import { ofChild } from '../../recording/steps/of-child';
import { ADOPTED, ENDING } from '../../steps/ending';
import { factsOf } from '../../store/chronology';
import { requireFlags } from '../../ui/prompts';
import { died } from './died';

const afterwards = ofChild(ENDING, { unasked: true });

/** Runs `child left REF`: the end of a period of care. */
export async function left(
  context: Context,
  [ref]: readonly [string],
  options: LeftOptions,
): Promise<undefined> {
  const { unit, child } = await childOpened(context, ref);
  refuseContradiction(options.reason?.toUpperCase(), options);
  choiceTyped('ceased-looked-after', 'approved-as', '--approved-as', options.approvedAs);
  if (isAfterwards(context, unit, child, options)) return afterwards(context, [child.ref], { ...options });
  requireFlags(
    context,
    options.approvedAs !== undefined && options.approvedBy === undefined ? ['--approved-by'] : [],
  );
  const on = await leftCareOn(context, unit, child, options);
  const reason = await reasonFor(context, options);
  if (reason === DIED) return died(context, [child.ref], { on });
  const facts = factsOf(unit.db, child.id);
  const planned = await plannedOrNot(context, unit, child, on, reason, options);
  const ending: Fact = {
    on,
    kind: 'ceased-looked-after',
    attributes: { ...given({ reason }), ...planned.attributes },
  };
  const awaited = awaitedOf(unit, child, ending, facts);
  const approved = await approvedBy(context, child, ending, facts, awaited.approval !== undefined, options);
  const consulted = await iroConsultedOn(context, ending, awaited.consultation !== undefined, options);
  const attributes = { ...ending.attributes, ...approved.attributes, ...consulted.attributes };
  await recordAs(context, unit, `ceased to be looked after on ${longDate(on)}`, {
    child,
    facts: [
      ...(ADOPTED.includes(reason ?? '') ? [{ on, kind: 'adoption-order-made', attributes: {} }] : []),
      { ...ending, attributes },
    ],
    notes: [...planned.notes, ...approved.notes, ...consulted.notes],
  });
  return undefined;
}
