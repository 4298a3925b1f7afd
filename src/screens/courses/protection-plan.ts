/** A child protection plan beside care, as `child protection` shows it: on the screen, or as JSON. */
import type { Context } from '../../context';
import type { ProtectionPlan } from '../../core/children/protection-plan';
import type { Duty } from '../../core/engine/duty';
import { longDate } from '../../core/time/dates';
import type { Child } from '../../store/children';
import { inRows } from '../../ui/rows';
import { printScreen, sayScreen } from '../show';

/** Prints the plan, with the duty of it that is due next. */
export function printProtectionPlan(
  context: Context,
  { ref, name }: Child,
  plan: ProtectionPlan | null,
  next: Duty | undefined,
  { isInCare, practitioners }: { readonly isInCare: boolean; readonly practitioners: readonly string[] },
): void {
  if (context.flags.json) {
    context.json({
      schema: 1,
      child: { ref, name },
      plan,
      next: next ? { rule: next.rule.id, duty: next.rule.duty, due: next.due } : null,
    });
    return;
  }
  if (plan === null) {
    printScreen(context, [`${ref}  no child protection plan is recorded.`]);
    return;
  }
  const { since, asked, members, kept, endedOn, endedWhy, endedUnanswered } = plan;
  const rows = [
    ['Since', longDate(since)],
    ...asked.map(({ on, to }) => ['Asked', `${longDate(on)}${to ? `: ${to}` : ''}`]),
    ...members.map(({ ref: tag, answer }) => [
      'Answer',
      answer === null
        ? `${tag} has not answered yet`
        : `${tag}, ${longDate(answer.on)}: the plan ${answer.view === 'keep' ? 'is to go on' : 'may end'}${answer.about ? `; ${answer.about}` : ''}`,
    ]),
    ...kept.map(({ on, why }) => ['Kept', `${longDate(on)}: ${why}`]),
    ...(endedOn !== null ? [['Ended', `${longDate(endedOn)}${endedWhy ? `: ${endedWhy}` : ''}`]] : []),
    ...(endedUnanswered ? [['Not awaited', endedUnanswered]] : []),
    ...(endedOn === null && next ? [['Next', `${next.rule.duty}, by ${longDate(next.due)}`]] : []),
  ];
  printScreen(context, [`${ref}  child protection plan`, inRows(rows, [{}, { wraps: true }])]);
  if (endedOn === null && asked.length === 0 && isInCare) {
    sayScreen(context, [
      `Once its members are asked whether the care plan covers it: irotool child protection ${ref} --asked ${practitioners.length === 0 ? '"WHO"' : practitioners.join(',')}`,
    ]);
  }
}
