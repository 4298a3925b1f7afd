/** What a number of the list last seen means now: its rows, looked up again, or words for why there is none. */

import type { Context, Unit } from '../../context';
import { EARLIEST, type IsoDate, LATEST, longDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { childrenWithLaterFacts, type ListedFor } from '../../store/agenda/afresh';
import { meetingsBetween, meetingsToPlan } from '../../store/agenda/planned';
import { openActions, openDuties } from '../../store/agenda/read';
import { findApplicant } from '../../store/applicants';
import { findChild } from '../../store/children';
import { personById, teamName } from '../../store/people/people';
import { quotedName } from '../../ui/as-typed';
import { refAndReview } from '../../ui/words';
import { actionWhat } from '../due';
import { lastList, type Seen, type SeenList, sumOf } from './kept';

/** What a row speaks of, as it stands now. */
export interface Meant {
  readonly kind: Seen['kind'];
  readonly child: ListedFor;
  readonly rule: string;
  readonly review: number | null;
  /** Which of several it is, by its own reference. */
  readonly own: string | null;
  /** The duty, or what is asked, in words. */
  readonly what: string;
  /** Null for what has no day. */
  readonly due: IsoDate | null;
  /** Of what a meeting meets the day on which that is planned; null if none is, or for anything else. */
  readonly planned: IsoDate | null;
}

/** A number, or a range of them, as typed: `7`, `4-6`, and `row:7` if a child is called 7. Null for anything else. */
export function numbersIn(typed: string): { readonly from: number; readonly to: number } | null {
  const found = /^(?:row:)?([1-9]\d{0,3})(?:-([1-9]\d{0,3}))?$/i.exec(typed.trim());
  if (found === null) return null;
  const from = Number(found[1]);
  return { from, to: found[2] === undefined ? from : Number(found[2]) };
}

/**
 * What numbers mean, in their order; null if it is no number, or one that is a child's reference and nothing else.
 * Throws a UserError if it could be either, if the list is not of today, or if a row is gone or means something else.
 * `toSeeIt`: how the list is seen as it is now, if no command is needed.
 */
export async function numbersMeant(
  context: Context,
  unit: Unit,
  typed: string,
  toSeeIt?: string,
): Promise<Meant[] | null> {
  const numbers = numbersIn(typed);
  if (numbers === null) return null;
  const list = await lastList(context);
  const isCurrent = list?.today === context.today;
  const most = isCurrent ? list.rows.length : 0;
  const { from, to } = numbers;
  const subject = findApplicant(unit.db, typed) ?? findChild(unit.db, typed);
  if (subject && (from > most || to > most)) return null;
  if (!isCurrent) throw noList(list, typed);
  if (subject) throw either(unit, list, typed, subject.ref);
  if (to < from) throw new UserError(`${typed} runs backwards.`, `Type it as ${to}-${from}.`);
  if (to > most) {
    const last = most === 0 ? 'has no rows' : most === 1 ? 'has one row' : `ends at ${most}`;
    throw new UserError(
      `There is no ${typed} on the list you last saw: it ${last}.`,
      toSeeIt ?? again(unit, list),
    );
  }
  const rows = list.rows.slice(from - 1, to).map((row, at) => ({ row, number: from + at }));
  return rows.flatMap(({ row, number }) =>
    row.map((seen) => standing(context, unit, { seen, number }, toSeeIt ?? again(unit, list))),
  );
}

function noList(list: SeenList | null, typed: string): UserError {
  const why =
    list === null
      ? 'and no list has been shown today whose number it could be'
      : `and the list you last saw was of ${longDate(list.today)}`;
  return new UserError(
    `There is no child "${typed}", ${why}.`,
    'To see the list with its numbers: irotool due',
  );
}

function either(unit: Unit, list: SeenList, typed: string, ref: string): UserError {
  const { from } = numbersIn(typed)!;
  const row = list.rows[from - 1]!.map((seen) => `${labelOf(seen)} (${whatOf(unit, seen)})`).join(' and ');
  return new UserError(
    `"${typed}" is the child ${ref}, and it is a number of the list you last saw: ${row}.`,
    `Type ref:${typed} for the child, or row:${typed} for the number.`,
  );
}

const labelOf = ({ ref, review }: Seen): string => refAndReview(ref, review);

function whatOf({ engine }: Unit, { kind, rule }: Seen): string {
  if (kind === 'meeting') return 'the meeting';
  return actionWhat({ engine }, { id: rule, ref: null });
}

/** What was on the list, if it still is. */
function standing(
  { today }: Context,
  unit: Unit,
  { seen, number }: { readonly seen: Seen; readonly number: number },
  toSeeIt: string,
): Meant {
  const found = rowMeant(unit, seen, today);
  if (found) return found;
  throw new UserError(
    `Number ${number} was ${labelOf(seen)}, ${whatOf(unit, seen)}: that is no longer on the list.`,
    toSeeIt,
  );
}

/** What a row speaks of, as it stands now; undefined if it is no longer on the list. */
export function rowMeant(unit: Unit, seen: Seen, today: IsoDate): Meant | undefined {
  const { db, engine } = unit;
  const { kind, rule, review } = seen;
  const childId = (findApplicant(db, seen.ref) ?? findChild(db, seen.ref))?.id;
  if (childId === undefined) return undefined;
  const later = childrenWithLaterFacts(db, engine, { childId, today });
  const asked = { childId, today, later };
  const ever = { ...asked, from: today, to: LATEST };
  const isIt = (id: string, of: number | null, own: string | null): boolean =>
    id === rule && of === review && sumOf(own) === seen.own;
  const row = { kind, rule, review, own: null, due: null, planned: null };
  if (kind === 'duty') {
    const duty = openDuties(db, engine, ever).duties.find((each) =>
      isIt(each.rule.id, each.review, each.ref),
    );
    if (!duty) return undefined;
    const { child, ref: own, due } = duty;
    const { duty: what, meeting } = duty.rule;
    const planned = meetingsBetween(db, { ...ever, from: EARLIEST }).find(
      (each) => each.what === meeting && each.review === review,
    );
    return { ...row, child, own, what, due, planned: planned?.day ?? null };
  }
  if (kind === 'action') {
    const open = openActions(db, engine, asked).find(({ action }) =>
      isIt(action.id, action.review, action.ref),
    );
    if (!open) return undefined;
    const { child, action } = open;
    return { ...row, child, own: action.ref, what: actionWhat(unit, action) };
  }
  if (kind === 'plan') {
    const plan = meetingsToPlan(db, engine, ever).find((each) => isIt(each.rule.id, each.review, null));
    return plan && { ...row, child: plan.child, what: plan.rule.duty, due: plan.due };
  }
  const meeting = meetingsBetween(db, ever).find((each) => isIt(each.what, each.review, null));
  return meeting && { ...row, child: meeting.child, what: 'the meeting', planned: meeting.day };
}

/** What to type to see that list again. */
function again({ db }: Unit, { window, whose: { childId, iroId, teamId } }: SeenList): string {
  const iro = iroId === undefined ? undefined : personById(db, iroId)?.name;
  const team = teamId === undefined ? undefined : teamName(db, teamId);
  const words = ['irotool due', ...window];
  if (iro !== undefined) words.push(`--iro ${quotedName(iro)}`);
  if (team !== undefined) words.push(`--team ${quotedName(team)}`);
  if (childId !== undefined) words.push('--child REF');
  return `To see it as it is now: ${words.join(' ')}`;
}
