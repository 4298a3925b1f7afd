/** The days of a decision not to invite someone, held against one another. */
import type { Context } from '../../context';
import { type IsoDate, type Lean, plainDate, readDate } from '../../core/dates';
import type { Fact } from '../../core/events';
import { UserError } from '../../errors';
import type { Child } from '../../store/children';

/** What is wrong with a day typed at a question, or true. */
export function checkDate({ today }: Context, text: string, lean: Lean): string | true {
  return text === '' || readDate(text, today, lean) !== null
    ? true
    : 'Type a day, such as 2026-03-13, 13/3/2026 or 13/3.';
}

/** The day on which it is to be looked at again, which comes after it was looked at. */
export function lookAgainTyped(context: Context, { ref }: Child, typed: string, on: IsoDate): IsoDate {
  const by = context.date(typed, '--look-again', 'future');
  if (by > on) return by;
  throw new UserError(
    `${ref}: ${plainDate(by)} is not after ${plainDate(on)}, so it cannot be looked at again then. Nothing was saved.`,
    'Check --look-again.',
  );
}

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
