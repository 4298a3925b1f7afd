/** Whether what is said of an ending of care is said once care has ended, or of care that ends now. */
import type { Context, Unit } from '../../context';
import { isMetBy } from '../../core/rules/by-purpose';
import { plainDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import type { Child } from '../../store/children';
import { reckoned } from '../reckoned';

/** As it was typed; undefined if it was not. */
interface SaidOfEnding {
  readonly on?: string;
  readonly reason?: string;
  readonly unplanned?: true;
  readonly confirmed?: true;
  readonly approvedBy?: string;
  readonly iroConsulted?: string;
}

/**
 * True if only what was awaited of an ending is typed, and care has ended. Back in care, whether the ending before is
 * meant, or that care ends again, is not guessed.
 */
export function isAfterwards(context: Context, unit: Unit, child: Child, said: SaidOfEnding): boolean {
  const { on, approvedBy, iroConsulted, reason, unplanned, confirmed } = said;
  const saysEnding = reason !== undefined || unplanned === true || confirmed === true;
  if (saysEnding || (approvedBy === undefined && iroConsulted === undefined)) return false;
  const { ref } = child;
  const { reckoning } = reckoned(context, unit, child);
  if (!reckoning.standing.inCare) return reckoning.story.periods.length > 0;
  const step = approvedBy === undefined ? 'iro-consulted-on-ending' : 'ending-approved';
  const awaited = reckoning.actions.find(({ id }) =>
    unit.engine.rules.some((rule) => rule.id === id && isMetBy(rule, step)),
  );
  if (awaited === undefined || on !== undefined) return false;
  const kind = approvedBy === undefined ? step : `${step} approved-by="NAME"`;
  throw new UserError(
    `${ref} is in care again, and the ending of ${plainDate(awaited.since)} still waits for this. Nothing was saved.`,
    `Of that ending: irotool record ${ref} ${kind} --on DATE. If care ends again: irotool child left ${ref} --on DATE, with the rest as you typed it.`,
  );
}
