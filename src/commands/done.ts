/**
 * `done`: duties were met, for one child or several. The fact that meets each goes on the chronology, all of
 * them in one transaction.
 */

import { refuseMixedMeeting } from '../cases/meeting/one-meeting';
import type { Context } from '../context';
import { longDate, plainDate } from '../core/time/dates';
import { UsageError } from '../errors';
import { dutiesTyped } from '../recording/duty-typed';
import { type DoneOptions, refuseSwapped, stepFor } from '../recording/next/duty-done';
import { admit } from '../recording/saving';
import { present } from '../screens/show';
import { refreshChild } from '../store/agenda/agenda';
import { addEvent, factsOf } from '../store/chronology';
import { latenessOn } from '../ui/lateness';
import { inRows } from '../ui/rows';

/** Runs `done REF… DUTY…` and `done NUMBER…`. */
export async function done(
  context: Context,
  [words]: readonly [string[]],
  options: DoneOptions,
): Promise<undefined> {
  if (options.review !== undefined && !/^[1-9]\d*$/.test(options.review)) {
    throw new UsageError(`--review is a whole number from 1, not "${options.review}".`);
  }
  const unit = await context.open();
  refuseSwapped(unit, words);
  const on = options.on === undefined ? context.today : context.date(options.on, '--on', 'past');
  const duties = await dutiesTyped(context, unit, words, {
    review: options.review === undefined ? null : Number(options.review),
    ref: options.which ?? null,
  });
  const steps = duties.map((each) => ({ ...each, ...stepFor(context, unit, each, on, options) }));
  refuseMixedMeeting(
    unit,
    context.today,
    steps.map(({ child, fact }) => ({ child, facts: [fact] })),
  );
  unit.save(() => {
    for (const { child, fact } of steps) {
      admit([fact], factsOf(unit.db, child.id), child, context, unit);
      addEvent(unit.db, child.id, fact);
      refreshChild(unit.db, child, unit.engine);
    }
  });
  const rows = steps.map(({ child, rule, duty, held }) => {
    const standing =
      duty === null
        ? ''
        : on <= duty.due
          ? ', in time'
          : `, ${latenessOn(duty.due, on, unit)} (it was due ${plainDate(duty.due)})`;
    const of = held === null ? '' : ` It is of review ${held}, which has been held.`;
    const said = `${rule.duty}: done on ${longDate(on)}${standing}.${of}`;
    return [child.ref, said];
  });
  const allocated = steps.find(({ rule }) => rule.metBy[0]!.kind === 'iro-allocated');
  const change = `To say who the IRO is: irotool iro change ${allocated?.child.ref} NAME --reason "…"`;
  return present(context, {
    screen: () => ({
      parts: rows.map((row) => inRows([row], [{}, { wraps: true }], 0)),
      said: allocated ? [change] : [],
    }),
  });
}
