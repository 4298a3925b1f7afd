/**
 * `adoption …`: what happens to a child on the way to adoption, an event each: authority to place, its end, the
 * placement, its end. Reviews are `review hold --adoption`; an adoption order is `child left --reason E11`.
 */

import { childNamed, filled } from '../cases/find';
import type { Context } from '../context';
import { shippedEvent } from '../core/events/fact';
import { longDate } from '../core/time/dates';
import { dayDone } from './day-done';
import { given } from './meeting';
import { record } from './saving';

interface AdoptionOptions {
  readonly on?: string;
  readonly reason?: string;
}

type Adoption = (context: Context, args: readonly [string], options: AdoptionOptions) => Promise<undefined>;

/** Records one event of adoption of one child. */
function adoptionEvent(
  kind: string,
  what: string,
  notes: (ref: string) => readonly string[] = () => [],
): Adoption {
  return async (context, [ref], options) => {
    const unit = await context.open();
    const child = childNamed(unit.db, ref);
    const on = dayDone(context, options.on);
    const reason = filled(options.reason, '--reason');
    const saved = await record(context, unit, {
      child,
      facts: [{ on, kind, attributes: given({ reason: shippedEvent(kind)!.attributes.reason && reason }) }],
      heading: `${child.ref}: ${what} on ${longDate(on)}.`,
      notes: notes(child.ref),
    });
    if (saved) context.print(`${child.ref}  ${what} on ${longDate(on)}: recorded.`);
    return undefined;
  };
}

/** Runs `adoption authorised REF`. */
export const authorised = adoptionEvent('adoption-authorised', 'authority to place for adoption given');

/** Runs `adoption authority-ended REF [--reason TEXT]`. */
export const authorityEnded = adoptionEvent(
  'adoption-authority-ended',
  'authority to place for adoption ended',
);

/** Runs `adoption placed REF`. */
export const placed = adoptionEvent('placed-for-adoption', 'placed for adoption', (ref) => [
  `Where the child lives now: irotool child moved ${ref} --to A3`,
]);

/** Runs `adoption placement-ended REF`. */
export const placementEnded = adoptionEvent('adoption-placement-ended', 'adoption placement ended', (ref) => [
  `Where the child lives now: irotool child moved ${ref}`,
]);
