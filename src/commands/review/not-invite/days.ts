/** The days of a decision not to invite someone, held against one another. */

import { reckoned } from '../../../cases/reckoned';
import type { Context, Unit } from '../../../context';
import { withNew } from '../../../core/engine/chronology';
import type { Fact } from '../../../core/events/fact';
import { reviewOwed } from '../../../core/reviews/planning';
import { noticeIn } from '../../../core/reviews/suggestions';
import { type IsoDate, longDate, plainDate } from '../../../core/time/dates';
import { UserError } from '../../../errors';
import { checkDay, type Lies } from '../../../recording/ask-day';
import { reckon } from '../../../store/agenda/reckoning';
import type { Child } from '../../../store/children';

/** What is wrong with a day typed at a question, or true. */
export const checkDate = (context: Context, text: string, lies: Lies): string | true =>
  text === '' || checkDay(context, text, lies);

/** The day on which it is to be looked at again, which comes after it was looked at. */
export function lookAgainTyped(context: Context, { ref }: Child, typed: string, on: IsoDate): IsoDate {
  const by = context.date(typed, '--look-again', 'future');
  if (by > on) return by;
  throw new UserError(
    `${ref}: ${plainDate(by)} is not after ${plainDate(on)}, so it cannot be looked at again then. Nothing was saved.`,
    'Check --look-again.',
  );
}

/**
 * The day to look again that is offered: in time for whom the next meeting invites, as social worker and IRO
 * discuss it by the pack's own days. Once that day has come for the meeting that is coming, or its review was
 * decided on as well, it is the review after that one. Null where no review is owed, or the one owed is overdue and not planned.
 */
export function lookAgainOffered(context: Context, unit: Unit, child: Child, on: IsoDate): IsoDate | null {
  const { facts, reckoning } = reckoned(context, unit, child);
  const { rules, calendars } = unit.engine;
  const notice = noticeIn(rules, on, 'sw-iro-discussed') || noticeIn(rules, on);
  const before = (day: IsoDate): IsoDate => calendars.statutory.addWorkingDays(day, -notice);
  const due = reviewOwed(reckoning.duties, context.today);
  const { meeting } = reckoning.standing;
  if (due === undefined) return null;
  const coming = meeting !== null && meeting >= on ? meeting : due.due;
  // Overdue with no meeting planned: nobody can say when it is.
  if (coming < on) return null;
  if (before(coming) > on) return before(coming);
  const held: Fact = { on: coming, kind: due.rule.metBy[0]!.kind, attributes: {} };
  const after = reviewOwed(reckon(withNew(facts, [held]), child.born, unit.engine).duties, coming);
  if (after === undefined || after.due <= coming) return null;
  return before(after.due) > on ? before(after.due) : after.due;
}

/** Says which day was taken, where none was typed. */
export const lookAgainNote = (by: IsoDate): string =>
  `Note: to be looked at again by ${longDate(by)}, in time for whom the next meeting invites. For another day: --look-again`;

/** The written reasons as a fact; they follow the decision. */
export function reasonsSent(
  { ref }: Child,
  who: { readonly ref: string },
  decidedOn: IsoDate,
  sentOn: IsoDate,
): Fact {
  if (sentOn < decidedOn) {
    throw new UserError(
      `${ref}: the decision was made on ${plainDate(decidedOn)}, so its reasons cannot have been sent on ${plainDate(sentOn)}. Nothing was saved.`,
      'Check --reasons-sent, or say with --on when it was decided.',
    );
  }
  return { on: sentOn, kind: 'written-reasons-sent', attributes: { ref: who.ref } };
}
