/** What a document says of a recommendation that the IRO tracks, and which one it is about. */

import { recommendationNamed, refuseSettled } from '../../cases/recommendation';
import { dateOf } from '../../core/reviews/recommendation-state';
import {
  isSettledRecommendation,
  type Recommendation,
  recommendationsIn,
} from '../../core/reviews/recommendations';
import { addDays } from '../../core/time/dates';
import type { LetterSays } from '../../documents/template/field-list';
import { UsageError, UserError } from '../../errors';
import { count } from '../../ui/words';
import type { LetterCase } from '../letter-case';
import type { OwnerOf } from './names';
import type { Says } from './words';

/** The recommendation of `--which`, or the only one that is tracked. */
export function trackedOne({ child, reckoning }: LetterCase, which: string | undefined): Recommendation {
  const all = recommendationsIn(reckoning.story);
  if (which !== undefined) {
    const found = recommendationNamed(child, all, which);
    refuseSettled(child, found);
    if (found.trackedBy !== null) return found;
    throw new UserError(
      `${child.ref} ${found.ref} is not tracked.`,
      `To track it: irotool recommendation track ${child.ref} ${found.ref} --by DATE`,
    );
  }
  const tracked = all.filter((each) => each.trackedBy !== null && !isSettledRecommendation(each));
  if (tracked.length === 1) return tracked[0]!;
  if (tracked.length === 0) {
    throw new UserError(
      `${child.ref} has no recommendation that is tracked.`,
      `To track one: irotool recommendation track ${child.ref} WHICH --by DATE`,
    );
  }
  throw new UsageError(
    `${child.ref} has ${tracked.length} recommendations that are tracked.`,
    `Say which: ${tracked.map(({ ref }) => `--which ${ref}`).join(' or ')}.`,
  );
}

/** What is said of it. */
export function trackedData(
  { unit, today }: LetterCase,
  tracked: Recommendation | null,
  says: Says,
  ownerOf: OwnerOf,
): LetterSays['tracked'] {
  if (tracked === null) return null;
  const by = dateOf(tracked);
  const isPassed = by !== null && by < today;
  return {
    ref: tracked.ref,
    text: tracked.text,
    owner: ownerOf(tracked.owner),
    by: says.day(by),
    isPassed,
    isNear: by !== null && !isPassed && by <= addDays(today, NEAR),
    late: isPassed ? lateWords(unit.engine.calendars.statutory.workingDaysBetween(by, today)) : null,
  };
}

/** Days before a date from which it is near. */
const NEAR = 14;

const lateWords = (workingDays: number): string | null =>
  workingDays > 0 ? count(workingDays, 'working day') : null;
