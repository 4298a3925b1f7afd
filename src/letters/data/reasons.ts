/**
 * What a document says of a reason: what was typed for the reader, now or when it was recorded; else words of
 * its own for a usual reason. Never what was typed for the unit.
 */

import type { Moment } from '../../core/engine/moment';
import { REASONS_IN_LETTERS, saidOf } from '../../core/privacy/letter-reasons';
import { lastExclusionOf } from '../../core/reviews/exclusions';
import { sentAfter } from '../../core/reviews/record';
import { UsageError, UserError } from '../../errors';
import { usualReasons } from '../../law/shipped';
import type { LetterCase } from '../letter-case';
import type { ToMake } from '../letter-made';
import type { Addressee } from '../recipient';
import { forWords } from '../withheld';

/** The fields in which a document gives a reason; those in which it gives one that may be typed for the reader. */
export const TOLD: readonly string[] = [
  'review.changeReason',
  'review.cancelReason',
  'review.adjournReason',
  'notInvited.concern',
  'distribution.why',
  'conference.whyNot',
  'dispute.tell',
  'secure.reasons',
  'outcome.tell',
  'early.why',
  'answer.about',
];

/** One reason of a fact, in words for a reader; undefined if nothing is said of it. */
export function toldWords(
  { tells }: LetterCase,
  { ref }: Addressee,
  moment: Moment | undefined,
  attribute: string,
): string | undefined {
  if (moment === undefined) return undefined;
  const reason = REASONS_IN_LETTERS[moment.fact.kind]?.find((each) => each.attribute === attribute);
  if (reason?.isTold && tells !== null) return tells;
  return saidOf(moment.fact, attribute, usualReasons(), ref === 'child') ?? undefined;
}

/** Refuses words for the reader where the document gives no reason. `source`: the template with its partials. */
export function refuseTellingNothing(name: string, source: string): void {
  if (givesReason(source)) return;
  throw new UsageError(`--tell goes with a letter that gives a reason; ${name} gives none.`);
}

const givesReason = (source: string): boolean => TOLD.some((path) => source.includes(path));

/** Refuses a letter that must give a reason if there are no words for its reader. */
export function refuseUntold({ template, recipient, review }: ToMake): void {
  const needs = (path: string): boolean => template.needs.includes(path);
  const moment = needs('notInvited.concern')
    ? (recipient.participant?.exclusion ?? lastExclusionOf(review.reckoning.story, recipient.ref))?.moment
    : needs('distribution.why')
      ? sentAfter(review.record).find(({ ref }) => ref === recipient.ref)?.moment
      : undefined;
  const attribute = needs('notInvited.concern') ? 'concern' : 'why';
  if (moment === undefined || toldWords(review, recipient, moment, attribute) !== undefined) return;
  throw new UserError(
    `${review.label}: this letter gives ${forWords(recipient)} the reason, and the one that is recorded is for the unit. Nothing was written.`,
    `Give it in words for them: irotool letter ${template.name} ${review.child.ref} --to ${recipient.tag} --tell "…"`,
  );
}
