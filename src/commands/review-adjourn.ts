/** `review adjourn` and `review cancel`: a meeting that sat and was adjourned, or will not take place. */
import type { Context, Unit } from '../context';
import { longDate, plainDate } from '../core/dates';
import type { Fact } from '../core/events';
import { UserError } from '../errors';
import type { Child } from '../store/children';
import type { StoredFact } from '../store/chronology';
import { reckon } from '../store/reckoning';
import { askText, requireFlags } from '../ui/prompts';
import { dayDone } from './day-done';
import { childNamed, filled } from './find';
import { reckoned, record, withNew } from './saving';

/** Runs `review adjourn REF --on D --reason TEXT`. */
export async function adjourn(
  context: Context,
  [[ref]]: readonly [string[]],
  options: { readonly on?: string; readonly reason?: string },
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref!);
  requireFlags(context, [
    ...(options.on === undefined ? ['--on'] : []),
    ...(options.reason === undefined ? ['--reason'] : []),
  ]);
  const on =
    options.on === undefined
      ? context.date(await askText(context, { message: 'Sat on', offer: 'today' }), '--on', 'past')
      : context.date(options.on, '--on', 'past');
  const reason = filled(
    options.reason ?? (await askText(context, { message: 'Why was it adjourned?' })),
    '--reason',
  );
  const saved = await record(context, unit, {
    child,
    facts: [{ on, kind: 'review-adjourned', attributes: { reason } }],
    heading: `${child.ref}: review adjourned on ${longDate(on)}. Nothing it was considering may be carried out until it is completed (reg 36(2)).`,
  });
  if (saved) context.print(`${child.ref}  review adjourned on ${longDate(on)}: recorded.`);
  return undefined;
}

/** Runs `review cancel REF --reason TEXT --agreed-by NAME`. */
export async function cancel(
  context: Context,
  [[ref]]: readonly [string[]],
  options: { readonly on?: string; readonly reason?: string; readonly agreedBy?: string },
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref!);
  const { facts, reckoning } = reckoned(context, unit, child);
  if (reckoning.standing.meeting === null) {
    throw new UserError(
      `${child.ref} has no meeting planned.`,
      `To see the reviews: irotool review list ${child.ref}`,
    );
  }
  requireFlags(context, [
    ...(options.reason === undefined ? ['--reason'] : []),
    ...(options.agreedBy === undefined ? ['--agreed-by'] : []),
  ]);
  const reason = filled(
    options.reason ?? (await askText(context, { message: 'Why is it cancelled?' })),
    '--reason',
  );
  const agreedBy = filled(
    options.agreedBy ?? (await askText(context, { message: 'Who agreed?' })),
    '--agreed-by',
  );
  const on = dayDone(context, options.on);
  const meeting = plainDate(reckoning.standing.meeting);
  const fact: Fact = { on, kind: 'review-cancelled', attributes: { reason, 'agreed-by': agreedBy } };
  refuseBeforePlan(unit, child, facts, fact);
  const saved = await record(context, unit, {
    child,
    facts: [fact],
    heading: `${child.ref}: the meeting planned for ${meeting} is cancelled.`,
  });
  if (saved) context.print(`${child.ref}  meeting of ${meeting} cancelled.`);
  return undefined;
}

/**
 * A cancellation is read before a plan of the same day, so that a new date may follow it: a plan made
 * that day or later would stand all the same.
 */
function refuseBeforePlan(unit: Unit, child: Child, facts: readonly StoredFact[], fact: Fact): void {
  if (reckon(withNew(facts, [fact]), child.born, unit.engine).standing.meeting === null) return;
  const plan = facts.findLast((each) => each.kind === 'review-planned')!;
  throw new UserError(
    `${child.ref}: that meeting was planned on ${plainDate(plan.on)}, so a cancellation on ${plainDate(fact.on)} would come before it. Nothing was saved.`,
    `Strike the plan out: irotool strike ${plan.id} --why "…"`,
  );
}
