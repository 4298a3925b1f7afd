/**
 * `review plan`: the date of the next review, of one child or of brothers and sisters. Code and no list of steps: the day
 * is proposed, and held against duties, diaries and the reasons that only a late day or a change of plan needs.
 */

import { toRecord } from '../../cases/find';
import { chairNotes, chairsOf, chairTyped } from '../../cases/meeting/chairing';
import { clashNotes } from '../../cases/meeting/clashes';
import { type Meeting, meetingWords } from '../../cases/meeting/in-words';
import { chairKept, placeKept, placeNotes } from '../../cases/meeting/place-kept';
import { reasonNotes, reasonsKept } from '../../cases/meeting/plan-reasons';
import { suggested } from '../../cases/meeting/suggested';
import { childrenToPlan, type ToPlan } from '../../cases/to-plan';
import type { Context, Unit } from '../../context';
import { standsAlready } from '../../core/checks/admissible';
import { type Fact, given } from '../../core/events/fact';
import { addDays, type IsoDate, longDate } from '../../core/time/dates';
import { readTime } from '../../core/time/typed-dates';
import { UsageError } from '../../errors';
import { dayDone } from '../../recording/days/day-done';
import {
  arrangementsTyped,
  checkMeeting,
  checkTime,
  type MeetingOptions,
  meetingTyped,
} from '../../recording/meeting-typed';
import { reasonsFor } from '../../recording/planning/reasons';
import { admit, recordAll } from '../../recording/saving';
import { headingOf, laterPlanNotes, siblingNotes, toldAgain } from '../../screens/review/planned';
import { suggestionChoices, suggestionsShown } from '../../screens/review/suggestions';
import { present, printRows } from '../../screens/show';
import { factsOf } from '../../store/chronology';
import type { Person } from '../../store/people/people';
import { askChoice, askText, canAsk, requireFlags } from '../../ui/prompts';

interface PlanOptions extends MeetingOptions {
  readonly from?: string;
  readonly time?: string;
  readonly on?: string;
  readonly suggest?: true;
}

/** Runs `review plan REF… --meeting "D HH:MM"`, or `review plan REF… --suggest`. */
export async function plan(
  context: Context,
  [refs]: readonly [string[]],
  options: PlanOptions,
): Promise<undefined> {
  const unit = await context.open();
  if (options.suggest && options.meeting !== undefined) {
    throw new UsageError('--suggest proposes days and records nothing.', 'Leave out --meeting or --suggest.');
  }
  const on = options.suggest ? context.today : dayDone(context, options.on);
  const children = childrenToPlan(context, unit, refs, on);
  const chair = chairTyped(toRecord(context, unit.db), options.chair) ?? chairKept(unit, children);
  if (options.suggest) {
    const from = firstDay(context, options);
    const found = suggested(context, unit, children, chair, from);
    return present(context, suggestionsShown(context, found, options.chair));
  }
  const asPlanned = meetingKept(context, children, options);
  requireFlags(context, options.meeting === undefined && asPlanned === null ? ['--meeting'] : []);
  const meeting =
    asPlanned ??
    meetingTyped(context, options.meeting ?? (await askMeeting(context, unit, children, chair, options)));
  const kept = placeKept(children, options);
  const venue =
    options.venue ??
    (asPlanned ? undefined : await askedFor(context, options, 'Where (or the link)', kept.venue)) ??
    kept.venue;
  const reasons = await reasonsFor(context, unit, children, meeting.on, options);
  const where = given({ venue, mode: options.mode ?? kept.mode });
  const arrangements = {
    ...arrangementsTyped(toRecord(context, unit.db), where, meeting.time),
    ...given({ chair: chair === null ? undefined : String(chair.id) }),
  };

  const planned = children.map((each) => {
    const others = children.filter((other) => other !== each).map(({ child }) => child.ref);
    const attributes = {
      meeting: meeting.on,
      ...arrangements,
      ...reasonsKept(reasons, each, children, meeting.on),
      ...(others.length > 0 ? { with: others.join(',') } : {}),
    };
    const day = options.on === undefined ? dayFixed(each, meeting, on) : on;
    return { each, fact: { on: day, kind: 'review-planned', attributes } satisfies Fact };
  });
  if (options.meeting === undefined && asPlanned === null && planned.every(isAsItStands)) {
    const refs = children.map(({ child }) => child.ref).join(' ');
    context.say(`${refs}: it is planned so already. Nothing was changed.`);
    context.say(`Another time or place: irotool review plan ${refs} --time "16:30" --venue "…"`);
    return undefined;
  }
  // All of them first: nothing is said of one child where another's plan is refused.
  for (const { each, fact } of planned) {
    admit([fact], factsOf(unit.db, each.child.id), each.child, context, unit);
  }
  const chairs = chairsOf(unit, chair, children);
  const taken = clashNotes(context, unit, {
    what: 'review',
    meeting,
    venue,
    chairs,
    children: children.map(({ child }) => child),
  });
  const saved = await recordAll(
    context,
    unit,
    planned.map(({ each, fact }, at) => ({
      child: each.child,
      facts: [fact],
      heading: headingOf(unit, each, fact, meeting),
      notes: [
        ...chairNotes(unit, chair, each),
        ...(at === 0 ? taken : []),
        ...placeNotes(each, kept, venue),
        ...reasonNotes(reasons, each, meeting.on),
        ...siblingNotes(context, unit, each, children, chair !== null),
        ...laterPlanNotes(each, fact),
      ],
    })),
  );
  if (saved) printPlanned(context, unit, children, meeting);
  return undefined;
}

const FURTHEST_DAYS = 731;

function firstDay(context: Context, { from: typed }: PlanOptions): IsoDate {
  if (typed === undefined) return context.today;
  const from = context.date(typed, '--from', 'future');
  if (from <= addDays(context.today, FURTHEST_DAYS)) return from;
  throw new UsageError(`--from: ${longDate(from)} is more than two years away.`);
}

/** A time or a place said later fixes no date again: steps before the meeting count from the day its date was fixed. */
const dayFixed = ({ standing }: ToPlan, meeting: Meeting, on: IsoDate): IsoDate =>
  standing?.meeting === meeting.on ? standing.on : on;

/** True if it says nothing but what the plan that stands says. */
const isAsItStands = ({ each, fact }: { readonly each: ToPlan; readonly fact: Fact }): boolean =>
  standsAlready(fact, each.facts) !== undefined;

/** The day of the plan that stands, where only its time, place, mode or chair is typed; null where it is not so. */
function meetingKept(
  context: Context,
  children: readonly ToPlan[],
  { meeting, time: typed, venue, mode, chair }: PlanOptions,
): Meeting | null {
  if (meeting !== undefined) {
    if (typed === undefined) return null;
    throw new UsageError(
      '--time is of the day already planned; with --meeting, type both: --meeting "DAY TIME"',
    );
  }
  if ([typed, venue, mode, chair].every((each) => each === undefined)) return null;
  const days = new Set(children.map(({ standing }) => standing?.meeting ?? null));
  const [on] = days;
  if (days.size !== 1 || on == null) {
    if (typed === undefined && canAsk(context)) return null;
    throw new UsageError(
      `${children.map(({ child }) => child.ref).join(', ')}: no one day is planned to which that could be added. Missing: --meeting`,
    );
  }
  const times = new Set(children.map(({ standing }) => standing?.time ?? null));
  const time = typed === undefined ? (times.size === 1 ? [...times][0]! : null) : readTime(typed);
  if (typed !== undefined && time === null) {
    throw new UsageError(`--time: "${typed}" is not a time.`, 'Type it as 16:30 or 4.30pm.');
  }
  return { on, time };
}

function printPlanned(context: Context, unit: Unit, children: readonly ToPlan[], meeting: Meeting): void {
  const rows = children.flatMap((each) => [
    [each.child.ref, `review planned for ${meetingWords(meeting)}.`],
    ...toldAgain(context, unit, each, meeting).map((sentence) => ['', sentence]),
  ]);
  printRows(context, rows, [{ whole: true }, { wraps: true }], 0);
}

/** The day and time that are planned already, if they are one and still to come. */
function asItIs(context: Context, children: readonly ToPlan[]): { name: string; value: string }[] {
  const plans = children.flatMap(({ standing }) => (standing ? [standing] : []));
  const [first] = plans;
  if (first === undefined || plans.length < children.length || first.meeting < context.today) return [];
  const { meeting: on, time } = first;
  if (plans.some((each) => each.meeting !== on || each.time !== time)) return [];
  return [{ name: `As planned: ${meetingWords({ on, time })}`, value: time === null ? on : `${on} ${time}` }];
}

/** The meeting: one of the days that might be proposed, or as it is typed. */
async function askMeeting(
  context: Context,
  unit: Unit,
  children: readonly ToPlan[],
  chair: Person | null,
  options: PlanOptions,
): Promise<string> {
  const found = suggested(context, unit, children, chair, firstDay(context, options));
  const by = found.due === null ? '' : `, by ${longDate(found.due)}`;
  const choices = [...asItIs(context, children), ...suggestionChoices(context, found)];
  const chosen =
    choices.length === 0
      ? ''
      : await askChoice(context, `Which day${by}?`, [...choices, { name: 'Another day', value: '' }]);
  // One that is planned without a time may be given one.
  if (chosen !== '' && meetingTyped(context, chosen).time === null) {
    const time = await askText(context, { message: 'At what time', optional: true, check: checkTime });
    return [chosen, time].filter(Boolean).join(' ');
  }
  if (chosen !== '') return chosen;
  return askText(context, {
    message: `Meeting (day and time)${by}`,
    check: (text) => checkMeeting(context, text),
  });
}

/** An optional part, asked for only in the course of other questions. */
async function askedFor(
  context: Context,
  options: MeetingOptions,
  message: string,
  offer: string | undefined,
): Promise<string | undefined> {
  if (!canAsk(context) || options.meeting !== undefined) return undefined;
  return (await askText(context, { message, offer, optional: true })) || undefined;
}
