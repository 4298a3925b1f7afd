/**
 * The decision or recommendation that a command speaks of, by its reference, and what may not be done
 * with it: nothing with one that is settled, and nothing before it was made.
 */

import { childNamed, filled } from '../../cases/find';
import { reckoned } from '../../cases/reckoned';
import { recommendationNamed, refuseSettled } from '../../cases/recommendation';
import type { Context, Unit } from '../../context';
import { type Recommendation, recommendationsIn } from '../../core/reviews/recommendations';
import { type IsoDate, longDate, plainDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import type { Child } from '../../store/children';
import { askText, requireFlags } from '../../ui/prompts';
import { dayDone } from '../day-done';

export interface Found {
  readonly unit: Unit;
  readonly child: Child;
  readonly on: IsoDate;
  readonly recommendation: Recommendation;
  /** `K1 2.1` */
  readonly called: string;
}

/** The open recommendation of a child; refused where there is none such, or it is settled. */
export async function openRecommendation(
  context: Context,
  [ref, which]: readonly [string, string],
  typedOn: string | undefined,
): Promise<Found> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const recommendation = recommendationNamed(
    child,
    recommendationsIn(reckoned(context, unit, child).reckoning.story),
    which,
  );
  refuseSettled(child, recommendation);
  const on = dayDone(context, typedOn);
  refuseBeforeMade(child, recommendation, on);
  return { unit, child, on, recommendation, called: `${child.ref} ${recommendation.ref}` };
}

/** Refuses a day before it was made. */
export function refuseBeforeMade(child: Child, { ref, madeOn }: Recommendation, on: IsoDate): void {
  if (on >= madeOn) return;
  throw new UserError(
    `${child.ref} ${ref} was made on ${plainDate(madeOn)}, after ${plainDate(on)}. Nothing was saved.`,
    'Check --on.',
  );
}

/** A date agreed: on or after the day on which it is recorded. */
export function agreedDate(context: Context, child: Child, typed: string, on: IsoDate): IsoDate {
  const by = context.date(typed, '--by', 'future');
  if (by >= on) return by;
  throw new UserError(
    `${child.ref}: ${longDate(by)} is before ${longDate(on)}, and a date agreed lies ahead. Nothing was saved.`,
    'Choose a later day for --by.',
  );
}

/** The text of a flag that is needed: as typed, or asked for. */
export async function needed(
  context: Context,
  typed: string | undefined,
  flag: string,
  message: string,
): Promise<string> {
  requireFlags(context, typed === undefined ? [flag] : []);
  return filled(typed ?? (await askText(context, { message })), flag);
}
