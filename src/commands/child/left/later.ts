/** `child left` once care has ended: the approval and the IRO's consultation that came afterwards. */

import { filled } from '../../../cases/find';
import { reckoned } from '../../../cases/reckoned';
import type { Context, Unit } from '../../../context';
import type { Action } from '../../../core/engine/duty';
import type { Fact } from '../../../core/events/fact';
import { isMetBy } from '../../../core/rules/by-purpose';
import type { Rule } from '../../../core/rules/rule';
import { longDate, plainDate } from '../../../core/time/dates';
import { UserError } from '../../../errors';
import { dayDone } from '../../../recording/day-done';
import { given } from '../../../recording/meeting-typed';
import { record } from '../../../recording/saving';
import type { Child } from '../../../store/children';

export interface LeftOptions {
  readonly on?: string;
  readonly reason?: string;
  readonly unplanned?: true;
  readonly confirmed?: true;
  readonly approvedBy?: string;
  readonly approvedAs?: string;
  readonly iroConsulted?: string;
}

/** Records what was awaited of an ending; false where care goes on, or the ending itself is typed. */
export async function recordedLater(
  context: Context,
  unit: Unit,
  child: Child,
  options: LeftOptions,
): Promise<boolean> {
  const { approvedBy, approvedAs, iroConsulted, reason, unplanned, confirmed } = options;
  const saysEnding = reason !== undefined || unplanned === true || confirmed === true;
  if (saysEnding || (approvedBy === undefined && iroConsulted === undefined)) return false;
  const { reckoning } = reckoned(context, unit, child);
  if (reckoning.story.periods.length === 0) return false;
  if (reckoning.standing.inCare) {
    refuseEarlierEnding(child, unit.engine.rules, reckoning.actions, options);
    return false;
  }
  const facts: Fact[] = [];
  if (approvedBy !== undefined) {
    const attributes = given({
      'approved-by': filled(approvedBy, '--approved-by'),
      'approved-as': approvedAs,
    });
    facts.push({ on: dayDone(context, options.on), kind: 'ending-approved', attributes });
  }
  if (iroConsulted !== undefined) {
    const on = context.date(iroConsulted, '--iro-consulted', 'past');
    facts.push({ on, kind: 'iro-consulted-on-ending', attributes: {} });
  }
  const saved = await record(context, unit, {
    child,
    facts,
    heading: `${child.ref}: the ending of care.`,
    unasked: true,
  });
  if (saved) {
    for (const { kind, on } of facts) {
      const what = kind === 'ending-approved' ? 'ending approved' : 'IRO consulted on the ending';
      const late = on > reckoning.story.periods.at(-1)!.to! ? ', after care had ended' : '';
      context.print(`${child.ref}  ${what} on ${longDate(on)}${late}: recorded.`);
    }
  }
  return true;
}

/** Back in care: whether the ending before is meant, or that care ends again, is not guessed. */
function refuseEarlierEnding(
  { ref }: Child,
  rules: readonly Rule[],
  actions: readonly Action[],
  { on, approvedBy }: LeftOptions,
): void {
  const step = approvedBy === undefined ? 'iro-consulted-on-ending' : 'ending-approved';
  const awaited = actions.find(({ id }) => rules.some((rule) => rule.id === id && isMetBy(rule, step)));
  if (awaited === undefined || on !== undefined) return;
  const kind = approvedBy === undefined ? step : `${step} approved-by="NAME"`;
  throw new UserError(
    `${ref} is in care again, and the ending of ${plainDate(awaited.since)} still waits for this. Nothing was saved.`,
    `Of that ending: irotool record ${ref} ${kind} --on DATE. Where care ends again: irotool child left ${ref} --on DATE, with the rest as you typed it.`,
  );
}
