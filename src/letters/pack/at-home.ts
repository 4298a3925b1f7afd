/**
 * A meeting at a place that someone who is asked to come may not be told: no letter can mend that. The pack stops, and
 * says what does: another place, or that they give their views without coming.
 */

import { UserError } from '../../errors';
import { listed } from '../../ui/words';
import { toPlanCourse } from '../courses';
import { meetingData } from '../data/meeting';
import { saysOf } from '../data/words';
import type { LetterCase } from '../letter-case';
import type { ToMake } from '../letter-made';
import { asksToCome } from '../only-if-true';
import { forWords } from '../withheld';
import { hiddenFrom } from '../withheld-from';

/** Refuses a pack that asks someone to a place that they may not be told. */
export function refuseAtHome(making: readonly ToMake[]): void {
  const kept = making.filter((each) => asksToCome(each) && because(each) !== null);
  const [first] = kept;
  if (first === undefined) return;
  const { review } = first;
  const of = kept.filter((each) => each.review === review);
  throw new UserError(
    `${review.label}: ${listed([...new Set(of.map(({ recipient }) => forWords(recipient)))])} would be asked to a place that tells what they may not know, ${because(first)}. Nothing was written.`,
    nextOf(review, [...new Set(of.map(({ recipient }) => recipient.participant?.ref ?? recipient.ref))]),
  );
}

/** Why the place may not be told to the reader; null if it is no home, or may be told. */
function because({ template, recipient, review }: ToMake): string | null {
  if (review.plan?.venue == null) return null;
  const says = saysOf(review.unit.settings, review.today, null);
  const { isHome, isWithheld } = meetingData(
    review,
    recipient,
    template,
    says,
    hiddenFrom(review, recipient),
  );
  return isHome ? isWithheld!.because.replace(/^who may not know /, 'which is ') : null;
}

/** With why it is another: of a course of letters that is not asked. */
const PLAN: Readonly<Record<string, string>> = {
  review: 'irotool review plan REF --meeting "DAY TIME" --venue "…" --because "…"',
  conference: 'irotool conference plan REF --meeting "DAY TIME" --venue "…" --because "…"',
};

/** What to type: to plan another place, or for each of them to leave them out. */
function nextOf({ sort, child, toRecord }: LetterCase, refs: readonly string[]): string {
  const ofCourse = toPlanCourse(sort, child.ref);
  const another =
    PLAN[sort]?.replace('REF', child.ref) ?? (ofCourse === null ? toRecord : `${ofCourse} --venue "…"`);
  const isListed = sort === 'review' || sort === 'conference';
  const without = isListed
    ? refs.map((ref) => `irotool ${sort} participants ${child.ref} --add ${ref} --part consulted`)
    : [];
  return [
    `To plan another place: ${another}`,
    ...without.map((line) => `Or to leave them out: ${line}`),
  ].join('. ');
}
