/** `review call-early --withdrawn`: the IRO no longer asks for the review that they called early. */

import { filled } from '../../../cases/find';
import { reckoned } from '../../../cases/reckoned';
import type { Context, Unit } from '../../../context';
import { openCall } from '../../../core/checks/withdrawal';
import { longDate, plainDate } from '../../../core/time/dates';
import { UsageError, UserError } from '../../../errors';
import { dayDone } from '../../../recording/day-done';
import { given } from '../../../recording/meeting-typed';
import { record } from '../../../recording/saving';
import type { Child } from '../../../store/children';
import type { EarlyOptions } from './questions';

/** Records that a call for an early review was withdrawn. One that follows a visit cannot be. */
export async function callWithdrawn(
  context: Context,
  unit: Unit,
  child: Child,
  { on: typedOn, why: typedWhy, withdrawn: _withdrawn, ...others }: EarlyOptions,
): Promise<undefined> {
  if (Object.values(others).some((each) => each !== undefined)) {
    throw new UsageError('--withdrawn takes --why and --on, and nothing else.');
  }
  const on = dayDone(context, typedOn);
  const why = filled(typedWhy, '--why');
  const call = openCall(reckoned(context, unit, child).reckoning.story);
  if (call === null) {
    throw new UserError(
      `${child.ref} has no early review that the IRO called for and that is still to be held. Nothing was saved.`,
      `To see what is recorded: irotool child show ${child.ref}`,
    );
  }
  if (on < call.on) {
    throw new UserError(
      `${child.ref}: it was called for on ${plainDate(call.on)}, so it cannot have been withdrawn on ${plainDate(on)}. Nothing was saved.`,
      'Check --on.',
    );
  }
  const saved = await record(context, unit, {
    child,
    facts: [{ on, kind: 'review-call-withdrawn', attributes: given({ why }) }],
    heading: `${child.ref}: the IRO no longer asks for the early review called for on ${longDate(call.on)}.`,
  });
  if (saved) context.print(`${child.ref}  early review withdrawn on ${longDate(on)}: recorded.`);
  return undefined;
}
