/** `child left` once care has ended: the approval and the IRO's consultation that came afterwards. */
import type { Context, Unit } from '../../context';
import { longDate } from '../../core/dates';
import type { Fact } from '../../core/events';
import type { Child } from '../../store/children';
import { dayDone } from '../day-done';
import { filled } from '../find';
import { given } from '../meeting';
import { reckoned, record } from '../saving';

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
  if (reckoning.standing.inCare || reckoning.story.periods.length === 0) return false;
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
      context.print(`${child.ref}  ${what} on ${longDate(on)}: recorded.`);
    }
  }
  return true;
}
