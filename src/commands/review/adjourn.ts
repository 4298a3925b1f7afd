/** `review adjourn` and `review cancel`: a meeting that sat and was adjourned, or will not take place. */

import { childrenNamed } from '../../cases/children-named';
import { filled } from '../../cases/find';
import { invitedWords } from '../../cases/participants';
import { reckoned } from '../../cases/reckoned';
import type { Context, Unit } from '../../context';
import { upTo, withNew } from '../../core/engine/chronology';
import type { Duty } from '../../core/engine/duty';
import type { Fact } from '../../core/events/fact';
import { invitedSince, plannedReview } from '../../core/reviews/planning';
import { planThatStands } from '../../core/reviews/record';
import { limitWords } from '../../core/rules/rule';
import { type IsoDate, longDate, plainDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { type Reckoning, reckon } from '../../store/agenda/reckoning';
import type { Child } from '../../store/children';
import { factsOf, type StoredFact } from '../../store/chronology';
import { askText, canAsk, requireFlags } from '../../ui/prompts';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { askNeededDay } from '../ask-day';
import { dayDone } from '../day-done';
import { given } from '../meeting';
import { admit, recordAll } from '../saving';
import { wrongWith } from '../wrong-with';
import { plannedDay, sayReviews } from './hold/opening';

export interface AdjournOptions {
  readonly on?: string;
  readonly reason?: string;
  readonly tell?: string;
  readonly effect?: string;
  readonly wishes?: string;
  readonly adoption?: true;
}

/** Runs `review adjourn REF… --on D --reason TEXT`. */
export async function adjourn(
  context: Context,
  [refs]: readonly [string[]],
  options: AdjournOptions,
): Promise<undefined> {
  const unit = await context.open();
  const children = childrenNamed(unit, refs);
  requireFlags(context, [
    ...(options.on === undefined ? ['--on'] : []),
    ...(options.reason === undefined ? ['--reason'] : []),
  ]);
  const on = await satOn(context, unit, children, options.on);
  const reason = await reasonTyped(context, options.reason, 'Why was it adjourned?');
  const tell = filled(options.tell, '--tell');
  const effect =
    filled(options.effect, '--effect') ??
    (await askedFor(context, 'The effect of the delay on the child, as considered'));
  const wishes =
    filled(options.wishes, '--wishes') ??
    (await askedFor(context, 'What child, carer and parents wish about the delay'));
  const kind = options.adoption ? 'adoption' : undefined;
  const fact: Fact = {
    on,
    kind: 'review-adjourned',
    attributes: given({ reason, tell, effect, wishes, kind }),
  };
  const adjourned = children.map((child) => ({
    child,
    until: untilWords(resuming(context, unit, child, fact)),
  }));
  const saved = await recordAll(
    context,
    unit,
    adjourned.map(({ child }) => ({
      child,
      facts: [fact],
      heading: `${child.ref}: ${options.adoption ? 'adoption review' : 'review'} adjourned on ${longDate(on)}. Nothing that was proposed at it may be carried out until it is completed (reg 36(2)).`,
      notes: effect === undefined ? ['The effect on the child is not recorded (--effect "…").'] : [],
    })),
  );
  if (!saved) return undefined;
  const rows = adjourned.flatMap(({ child, until }) => [
    [child.ref, `${options.adoption ? 'adoption review' : 'review'} adjourned on ${longDate(on)}: recorded.`],
    ...(until === null ? [] : [['', until]]),
  ]);
  const width = screenWidth(context.io, context.flags);
  context.print(rowLines(rows, [{ whole: true }, { wraps: true }], width, 0).join('\n'));
  return undefined;
}

/** The day as typed; asked for, the planned one is offered, and it must be a day on which a review can have sat. */
async function satOn(
  context: Context,
  unit: Unit,
  children: readonly Child[],
  typed: string | undefined,
): Promise<IsoDate> {
  if (typed !== undefined) return context.date(typed, '--on', 'past');
  sayReviews(context, unit, children);
  return askNeededDay(context, {
    message: 'Sat on',
    lies: 'past',
    offer: plannedDay(context, unit, children),
    check: (on) =>
      wrongWith(() => {
        const fact: Fact = { on, kind: 'review-adjourned', attributes: {} };
        for (const child of children) resuming(context, unit, child, fact);
      }),
  });
}

/** The duty to complete it; undefined where nothing runs, as for a child placed for adoption. */
function resuming(context: Context, unit: Unit, child: Child, fact: Fact): Duty | undefined {
  const known = factsOf(unit.db, child.id);
  // Refused here with the reason, before what follows is worked out from it.
  admit([fact], known, child, context, unit);
  const { duties } = reckon(withNew(upTo(known, context.today), [fact]), child.born, unit.engine);
  return duties.find(
    ({ rule, arose }) => arose === fact.on && rule.events.some(({ kind }) => kind === fact.kind),
  );
}

function untilWords(duty: Duty | undefined): string | null {
  if (!duty) return null;
  if (duty.metOn !== null) return `It was completed on ${longDate(duty.metOn)}.`;
  return `The last day to complete it is ${longDate(duty.due)} (${limitWords(duty.rule.limits[duty.decisive.at]!)}).`;
}

/** Runs `review cancel REF… --reason TEXT --agreed-by NAME`. */
export async function cancel(
  context: Context,
  [refs]: readonly [string[]],
  options: {
    readonly on?: string;
    readonly reason?: string;
    readonly tell?: string;
    readonly agreedBy?: string;
  },
): Promise<undefined> {
  const unit = await context.open();
  const cancelled = childrenNamed(unit, refs).map((child) => {
    const { facts, reckoning } = reckoned(context, unit, child);
    return { child, facts, reckoning, meeting: meetingOf(child, reckoning) };
  });
  requireFlags(context, [
    ...(options.reason === undefined ? ['--reason'] : []),
    ...(options.agreedBy === undefined ? ['--agreed-by'] : []),
  ]);
  const reason = await reasonTyped(context, options.reason, 'Why is it cancelled?');
  const agreedBy = filled(
    options.agreedBy ?? (await askText(context, { message: 'Who agreed?' })),
    '--agreed-by',
  );
  const on = dayDone(context, options.on);
  const fact: Fact = {
    on,
    kind: 'review-cancelled',
    attributes: given({ reason, tell: filled(options.tell, '--tell'), 'agreed-by': agreedBy }),
  };
  for (const { child, facts } of cancelled) refuseBeforePlan(unit, child, facts, fact);
  const saved = await recordAll(
    context,
    unit,
    cancelled.map(({ child, meeting, reckoning }) => ({
      child,
      facts: [fact],
      heading: `${child.ref}: the meeting planned for ${plainDate(meeting)} is cancelled.`,
      notes: toBeTold(context, unit, child, reckoning),
    })),
  );
  if (!saved) return undefined;
  for (const { child, meeting } of cancelled) {
    context.print(`${child.ref}  meeting of ${plainDate(meeting)} cancelled.`);
  }
  return undefined;
}

function meetingOf(child: Child, { standing }: Reckoning): IsoDate {
  if (standing.meeting !== null) return standing.meeting;
  throw new UserError(
    `${child.ref} has no meeting planned.`,
    `To see the reviews: irotool review list ${child.ref}`,
  );
}

/** Whom the invitations had gone to. */
function toBeTold(context: Context, unit: Unit, child: Child, { story }: Reckoning): string[] {
  const record = plannedReview(story);
  const plan = record ? planThatStands(record) : null;
  const invited = record && plan ? invitedSince(record, plan) : null;
  if (invited === null) return [];
  const who = invitedWords(context, unit, child, invited);
  return [`To be told that it is cancelled: ${who}.`];
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

async function reasonTyped(context: Context, typed: string | undefined, message: string): Promise<string> {
  return filled(typed ?? (await askText(context, { message })), '--reason');
}

/** An optional part. */
async function askedFor(context: Context, message: string): Promise<string | undefined> {
  if (!canAsk(context)) return undefined;
  return (await askText(context, { message, optional: true })) || undefined;
}
