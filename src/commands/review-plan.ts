/** `review plan`: the date of the next review. */
import type { Context, Unit } from '../context';
import { type IsoDate, longDate } from '../core/dates';
import type { Duty } from '../core/duty';
import { type Fact, REVIEW_KINDS } from '../core/events';
import { isOpen, standable, standingOn } from '../core/standing';
import { UserError } from '../errors';
import type { Child } from '../store/children';
import { askText, canAsk, requireFlags } from '../ui/prompts';
import { dayDone } from './day-done';
import { childNamed } from './find';
import { arrangementsTyped, checkMeeting, type MeetingOptions, meetingTyped, meetingWords } from './meeting';
import { reckoned, record } from './saving';

/** Runs `review plan REF --meeting "D HH:MM"`. */
export async function plan(
  context: Context,
  [[ref]]: readonly [string[]],
  options: MeetingOptions & { readonly on?: string },
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref!);
  const on = dayDone(context, options.on);
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
  const fact: Fact = { on, kind: 'review-planned', attributes: { meeting: meeting.on, ...arrangements } };
  const saved = await record(context, unit, {
    child,
    facts: [fact],
    heading: `${child.ref}: review planned for ${meetingWords(meeting)}.`,
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
