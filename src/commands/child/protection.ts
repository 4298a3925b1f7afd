/** `child protection`: a child protection plan beside the care plan: asked about, kept, or ended. */

import { childNamed, filled } from '../../cases/find';
import { reckoned, upTo } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { type ProtectionPlan, protectionPlanOf } from '../../core/children/protection-plan';
import { isOpen, standable, standingOn } from '../../core/engine/standing';
import { readStory } from '../../core/engine/story';
import type { Fact } from '../../core/events/fact';
import { longDate, plainDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import type { Child } from '../../store/children';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { wrap } from '../../ui/words';
import { dayDone } from '../day-done';
import { given } from '../meeting';
import { record, sayLines } from '../saving';

interface ProtectionOptions {
  readonly on?: string;
  readonly asked?: string;
  readonly kept?: string;
  readonly ended?: string;
}

/** Runs `child protection REF`: what was asked and decided of the plan; alone, shows it. */
export async function protection(
  context: Context,
  [ref]: readonly [string],
  options: ProtectionOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const asked = filled(options.asked, '--asked');
  const kept = filled(options.kept, '--kept');
  const ended = filled(options.ended, '--ended');
  if (kept !== undefined && ended !== undefined) {
    throw new UsageError('The plan goes on (--kept), or it ends (--ended): not both.');
  }
  if ((asked ?? kept ?? ended) === undefined) {
    if (options.on !== undefined) throw new UsageError('--on goes with --asked, --kept or --ended.');
    show(context, unit, child);
    return undefined;
  }
  const on = dayDone(context, options.on);
  const { facts: known } = reckoned(context, unit, child);
  const plan = protectionPlanOf(readStory(upTo(known, on), child.born));
  if (plan === null || plan.endedOn !== null) throw noPlan(child, plan, plainDate(on));
  const facts: Fact[] = [];
  if (asked !== undefined)
    facts.push({ on, kind: 'conference-members-asked', attributes: given({ to: asked }) });
  if (kept !== undefined) facts.push({ on, kind: 'protection-plan-kept', attributes: { why: kept } });
  if (ended !== undefined) facts.push({ on, kind: 'protection-plan-ended', attributes: { why: ended } });
  const notes =
    ended !== undefined && asked === undefined && plan.asked.length === 0
      ? ['It is not recorded that the conference’s members were asked first (--asked "who").']
      : [];
  const saved = await record(context, unit, {
    child,
    facts,
    heading: `${child.ref}: ${facts.map(({ kind }) => WORDS[kind]).join('; ')} on ${longDate(on)}.`,
    notes,
  });
  if (!saved) return undefined;
  for (const { kind } of facts) context.print(`${child.ref}  ${WORDS[kind]} on ${longDate(on)}: recorded.`);
  if (kept !== undefined) {
    sayLines(context, [
      'Plan and care are reviewed as one: irotool review hold, and irotool record … review-conference-held.',
    ]);
  }
  return undefined;
}

const WORDS: Readonly<Record<string, string>> = {
  'conference-members-asked': 'conference’s members asked whether the care plan covers the protection plan',
  'protection-plan-kept': 'protection plan goes on beside the care plan',
  'protection-plan-ended': 'protection plan ended',
};

function noPlan({ ref }: Child, plan: ProtectionPlan | null, day: string): UserError {
  return plan?.endedOn
    ? new UserError(
        `${ref}: the child protection plan ended on ${plainDate(plan.endedOn)}. Nothing was saved.`,
        `To see it: irotool child protection ${ref}`,
      )
    : new UserError(
        `${ref} is on no child protection plan by ${day}. Nothing was saved.`,
        `If a conference made one: irotool record ${ref} initial-conference-held --on DATE`,
      );
}

function show(context: Context, unit: Unit, child: Child): void {
  const { reckoning } = reckoned(context, unit, child);
  const plan = protectionPlanOf(reckoning.story);
  const next = reckoning.duties.find(
    (duty) => duty.rule.id.startsWith('cp-') && isOpen(standingOn(standable(duty), context.today)),
  );
  if (context.flags.json) {
    context.json({
      schema: 1,
      child: { ref: child.ref, name: child.name },
      plan,
      next: next ? { rule: next.rule.id, duty: next.rule.duty, due: next.due } : null,
    });
    return;
  }
  const width = screenWidth(context.io, context.flags);
  if (plan === null) {
    context.print(wrap(`${child.ref}  no child protection plan is recorded.`, width).join('\n'));
    return;
  }
  const rows = [
    ['Since', longDate(plan.since)],
    ...plan.asked.map(({ on, to }) => ['Asked', `${longDate(on)}${to ? `: ${to}` : ''}`]),
    ...plan.kept.map(({ on, why }) => ['Kept', `${longDate(on)}: ${why}`]),
    ...(plan.endedOn === null
      ? next
        ? [['Next', `${next.rule.duty}, by ${longDate(next.due)}`]]
        : []
      : [['Ended', `${longDate(plan.endedOn)}${plan.endedWhy ? `: ${plan.endedWhy}` : ''}`]]),
  ];
  context.print(
    [`${child.ref}  child protection plan`, ...rowLines(rows, [{}, { wraps: true }], width)].join('\n'),
  );
  if (plan.endedOn === null && plan.asked.length === 0 && reckoning.standing.inCare) {
    sayLines(context, [
      `Once its members are asked whether the care plan covers it: irotool child protection ${child.ref} --asked "WHO"`,
    ]);
  }
}
