/** A child protection plan beside care, as `child protection` shows it: on the screen, or as JSON. */
import type { ProtectionPlan } from '../../core/children/protection-plan';
import type { Duty } from '../../core/engine/duty';
import { longDate } from '../../core/time/dates';
import type { Child } from '../../store/children';
import { inRows } from '../../ui/rows';
import type { Screen, Shown } from '../show';

interface Around {
  /** The duty of it that is due next. */
  readonly next: Duty | undefined;
  readonly isInCare: boolean;
  readonly practitioners: readonly string[];
}

/** The plan, with the duty of it that is due next. */
export const protectionPlanShown = (
  { ref, name }: Child,
  plan: ProtectionPlan | null,
  around: Around,
): Shown => ({
  json: () => {
    const { next } = around;
    return {
      child: { ref, name },
      plan,
      next: next ? { rule: next.rule.id, duty: next.rule.duty, due: next.due } : null,
    };
  },
  screen: () =>
    plan === null ? [`${ref}  no child protection plan is recorded.`] : screen(ref, plan, around),
});

function screen(ref: string, plan: ProtectionPlan, { next, isInCare, practitioners }: Around): Screen {
  const { since, asked, members, kept, endedOn, endedBy, endedWhy, endedUnanswered } = plan;
  const why = endedBy === null ? endedWhy : endedBy === 'death' ? 'the child died' : 'the 18th birthday';
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
    ...(endedOn !== null ? [['Ended', `${longDate(endedOn)}${why === null ? '' : `: ${why}`}`]] : []),
    ...(endedUnanswered ? [['Not awaited', endedUnanswered]] : []),
    ...(endedOn === null && next ? [['Next', `${next.rule.duty}, by ${longDate(next.due)}`]] : []),
  ];
  const whom = practitioners.length === 0 ? '"WHO"' : practitioners.join(',');
  return {
    parts: [`${ref}  child protection plan`, inRows(rows, [{}, { wraps: true }])],
    said:
      endedOn === null && asked.length === 0 && isInCare
        ? [
            `Once its members are asked whether the care plan covers it: irotool child protection ${ref} --asked ${whom}`,
          ]
        : [],
  };
}
