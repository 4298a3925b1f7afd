/**
 * The life of a review: planned, held, adjourned, cancelled.
 */

import type { Context, Unit } from '../context';
import { isCodeForAge } from '../core/admissible';
import { birthday, type IsoDate, longDate, plainDate } from '../core/dates';
import type { Duty } from '../core/duty';
import { type Fact, PARTICIPATION_CODES, REVIEW_KINDS } from '../core/events';
import { isOpen, standable, standingOn } from '../core/standing';
import { UsageError, UserError } from '../errors';
import { shippedLaw } from '../law/shipped';
import type { Child } from '../store/children';
import { addArrangements, type StoredFact } from '../store/chronology';
import { reckon } from '../store/reckoning';
import { askChoice, askText, canAsk, requireFlags } from '../ui/prompts';
import { childNamed, filled } from './find';
import { arrangementsTyped, checkMeeting, type MeetingOptions, meetingTyped, meetingWords } from './meeting';
import { reckoned, record, withNew } from './saving';

export { list, show } from './review-show';

/** Runs `review plan REF --meeting "D HH:MM"`. */
export async function plan(
  context: Context,
  [ref]: readonly [string],
  options: MeetingOptions & { readonly on?: string },
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const on = day(context, options.on);
  const due = nextReviewDue(context, unit, child);
  requireFlags(context, options.meeting === undefined ? ['--meeting'] : []);
  const typed =
    options.meeting ??
    (await askText(context, {
      message: `Meeting (day and time)${due ? `, by ${longDate(due.due)}` : ''}`,
      check: (text) => checkMeeting(text, context.today),
    }));
  const meeting = meetingTyped(context, typed);
  const venue = options.venue ?? (await askedFor(context, options, 'Where (or the link)'));
  const arrangements = arrangementsTyped(unit, venue ? { ...options, venue } : options, meeting.time);
  refuseLate(child, due, meeting.on, options);
  const fact: Fact = { on, kind: 'review-planned', attributes: { meeting: meeting.on } };
  const saved = await record(context, unit, {
    child,
    facts: [fact],
    heading: `${child.ref}: review planned for ${meetingWords(meeting)}.`,
    also: ([eventId]) => addArrangements(unit.db, eventId!, arrangements),
  });
  if (saved) context.print(`${child.ref}  review planned for ${meetingWords(meeting)}.`);
  return undefined;
}

/** An optional part, asked for only in the course of other questions. */
async function askedFor(
  context: Context,
  options: MeetingOptions,
  message: string,
): Promise<string | undefined> {
  if (!canAsk(context) || options.meeting !== undefined) return undefined;
  return (await askText(context, { message, optional: true })) || undefined;
}

/**
 * The open duty that the next review would meet and that falls due first. Where one has sat and was
 * adjourned, the law's own time to complete it: why it goes on is the reason of the adjournment.
 */
function nextReviewDue(context: Context, unit: Unit, child: Child): Duty | undefined {
  const { reckoning } = reckoned(context, unit, child);
  const open = reckoning.duties.filter(
    (duty) =>
      duty.rule.metBy.some((pattern) => REVIEW_KINDS.has(pattern.kind) && pattern.key === undefined) &&
      isOpen(standingOn(standable(duty), context.today)),
  );
  return open.find((duty) => duty.rule.events.some(({ kind }) => kind === 'review-adjourned')) ?? open[0];
}

function refuseLate(child: Child, due: Duty | undefined, meeting: IsoDate, options: MeetingOptions): void {
  if (!due || meeting <= due.due) return;
  if (options.lateBecause && options.agreedBy) return;
  throw new UserError(
    `${child.ref}: ${longDate(meeting)} is after ${longDate(due.due)}, when "${due.rule.duty}" is due.`,
    'Choose an earlier day, or say why and who agreed: --late-because "…" --agreed-by NAME',
  );
}

export interface HoldOptions {
  readonly on?: string;
  readonly code?: string;
  readonly papers?: true;
  readonly number?: string;
  readonly adoption?: true;
  readonly ordinary?: true;
}

/** Runs `review hold REF --on D --code PN1`. */
export async function hold(
  context: Context,
  [ref]: readonly [string],
  options: HoldOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const ordinary = !options.adoption || options.ordinary === true;
  requireFlags(context, [
    ...(options.on === undefined ? ['--on'] : []),
    ...(options.code === undefined && ordinary ? ['--code'] : []),
  ]);
  const on =
    options.on === undefined
      ? context.date(await askText(context, { message: 'Held on', offer: 'today' }), '--on', 'past')
      : context.date(options.on, '--on', 'past');
  const code = ordinary ? await participation(context, child, on, options.code) : undefined;
  const attributes: Record<string, string> = {};
  if (code !== undefined) attributes.code = code;
  if (options.papers) attributes.meeting = 'no';
  if (options.number !== undefined) attributes.number = reviewNumber(options.number);
  const facts: Fact[] = [];
  if (ordinary) facts.push({ on, kind: 'review-held', attributes });
  if (options.adoption) facts.push({ on, kind: 'adoption-review-held', attributes: {} });
  const saved = await record(context, unit, {
    child,
    facts,
    heading: `${child.ref}: review held on ${longDate(on)}${code ? ` (${code})` : ''}.`,
  });
  if (saved) context.print(`${child.ref}  review held on ${longDate(on)}: recorded.`);
  return undefined;
}

function reviewNumber(text: string): string {
  if (/^[1-9]\d{0,3}$/.test(text)) return text;
  throw new UsageError(`--number is a whole number from 1, not "${text}".`);
}

/** The participation code, offered by age where it is asked for. */
async function participation(
  context: Context,
  child: Child,
  on: IsoDate,
  typed: string | undefined,
): Promise<string | undefined> {
  if (typed !== undefined) {
    const code = typed.trim().toUpperCase();
    if (PARTICIPATION_CODES.includes(code)) return code;
    throw new UsageError(`--code is PN0 to PN7, not "${typed}".`);
  }
  const labels = shippedLaw().codes.participation ?? {};
  const { born } = child;
  const codes = PARTICIPATION_CODES.filter((code) => born === null || isCodeForAge(code, born, on));
  return askChoice(
    context,
    born !== null && on === birthday(born, 4)
      ? 'How did the child take part? (4 that day: every code is accepted)'
      : 'How did the child take part?',
    codes.map((code) => ({ name: `${code}  ${labels[code]?.label ?? ''}`, value: code })),
  );
}

/** Runs `review adjourn REF --on D --reason TEXT`. */
export async function adjourn(
  context: Context,
  [ref]: readonly [string],
  options: { readonly on?: string; readonly reason?: string },
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  requireFlags(context, [
    ...(options.on === undefined ? ['--on'] : []),
    ...(options.reason === undefined ? ['--reason'] : []),
  ]);
  const on =
    options.on === undefined
      ? context.date(await askText(context, { message: 'Sat on', offer: 'today' }), '--on', 'past')
      : context.date(options.on, '--on', 'past');
  const reason = filled(
    options.reason ?? (await askText(context, { message: 'Why was it adjourned?' })),
    '--reason',
  );
  const saved = await record(context, unit, {
    child,
    facts: [{ on, kind: 'review-adjourned', attributes: { reason } }],
    heading: `${child.ref}: review adjourned on ${longDate(on)}. Nothing it was considering may be carried out until it is completed (reg 36(2)).`,
  });
  if (saved) context.print(`${child.ref}  review adjourned on ${longDate(on)}: recorded.`);
  return undefined;
}

/** Runs `review cancel REF --reason TEXT --agreed-by NAME`. */
export async function cancel(
  context: Context,
  [ref]: readonly [string],
  options: { readonly on?: string; readonly reason?: string; readonly agreedBy?: string },
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const { facts, reckoning } = reckoned(context, unit, child);
  if (reckoning.standing.meeting === null) {
    throw new UserError(
      `${child.ref} has no meeting planned.`,
      `To see the reviews: irotool review list ${child.ref}`,
    );
  }
  requireFlags(context, [
    ...(options.reason === undefined ? ['--reason'] : []),
    ...(options.agreedBy === undefined ? ['--agreed-by'] : []),
  ]);
  const reason = filled(
    options.reason ?? (await askText(context, { message: 'Why is it cancelled?' })),
    '--reason',
  );
  const agreedBy = filled(
    options.agreedBy ?? (await askText(context, { message: 'Who agreed?' })),
    '--agreed-by',
  );
  const on = day(context, options.on);
  const meeting = plainDate(reckoning.standing.meeting);
  const fact: Fact = { on, kind: 'review-cancelled', attributes: { reason, 'agreed-by': agreedBy } };
  refuseBeforePlan(unit, child, facts, fact);
  const saved = await record(context, unit, {
    child,
    facts: [fact],
    heading: `${child.ref}: the meeting planned for ${meeting} is cancelled.`,
  });
  if (saved) context.print(`${child.ref}  meeting of ${meeting} cancelled.`);
  return undefined;
}

/**
 * A cancellation is read before a plan of the same day, so that a new date may follow it: a plan made
 * that day or later would stand all the same.
 */
function refuseBeforePlan(unit: Unit, child: Child, facts: readonly StoredFact[], fact: Fact): void {
  if (reckon(withNew(facts, [fact]), child.born, unit.engine).standing.meeting === null) return;
  const plan = facts.findLast((each) => each.kind === 'review-planned')!;
  throw new UserError(
    `${child.ref}: that meeting was planned on ${plainDate(plan.on)}, so a cancellation on ${plainDate(fact.on)} would come before it. Nothing was saved.`,
    `Strike the plan out: irotool strike ${plan.id} --why "…"`,
  );
}

function day(context: Context, typed: string | undefined): IsoDate {
  return typed === undefined ? context.today : context.date(typed, '--on', 'past');
}
