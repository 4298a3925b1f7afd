/** A child protection plan beside care, as `child protection` shows it: on the screen, or as JSON. */
import type { Context } from '../../context';
import type { ProtectionPlan } from '../../core/children/protection-plan';
import type { Duty } from '../../core/engine/duty';
import { longDate } from '../../core/time/dates';
import type { Child } from '../../store/children';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { wrap } from '../../ui/words';

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
  const width = screenWidth(context.io, context.flags);
  if (plan === null) {
    context.print(wrap(`${ref}  no child protection plan is recorded.`, width).join('\n'));
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
  context.print(
    [`${ref}  child protection plan`, ...rowLines(rows, [{}, { wraps: true }], width)].join('\n'),
  );
  if (endedOn === null && asked.length === 0 && isInCare) {
    context.say(
      wrap(
        `Once its members are asked whether the care plan covers it: irotool child protection ${ref} --asked ${practitioners.length === 0 ? '"WHO"' : practitioners.join(',')}`,
        width,
      ).join('\n'),
    );
  }
}
