import { type DayAndTime, meetingWords } from '../../cases/meeting/in-words';
import { type PlaceKept, placeKept } from '../../cases/meeting/place-kept';
import { suggested } from '../../cases/meeting/suggested';
import type { ToPlan } from '../../cases/to-plan';
import type { Context, Unit } from '../../context';
import { standsAlready } from '../../core/checks/admissible';
import { type Fact, given } from '../../core/events/fact';
import { addDays, type IsoDate, longDate } from '../../core/time/dates';
import { readTime } from '../../core/time/typed-dates';
import { UsageError } from '../../errors';
import { suggestionChoices } from '../../screens/review/suggestions';
import type { Person } from '../../store/people/people';
import { askChoice, askText, canAsk, requireFlags } from '../../ui/prompts';
import { checkMeeting, checkTime, type MeetingOptions, meetingTyped } from '../meeting-typed';

export interface PlanOptions extends MeetingOptions {
  readonly from?: string;
  readonly time?: string;
  readonly on?: string;
  readonly suggest?: true;
}

const FURTHEST_DAYS = 731;

export function firstDay(context: Context, { from: typed }: PlanOptions): IsoDate {
  if (typed === undefined) return context.today;
  const from = context.date(typed, '--from', 'future');
  if (from <= addDays(context.today, FURTHEST_DAYS)) return from;
  throw new UsageError(`--from: ${longDate(from)} is more than two years away.`);
}

/** A time or a place said later fixes no date again: steps before the meeting count from the day its date was fixed. */
export const dayFixed = ({ standing }: ToPlan, meeting: DayAndTime, on: IsoDate): IsoDate =>
  standing?.meeting === meeting.on ? standing.on : on;

/** True if it says nothing but what the plan that stands says. */
export const isAsItStands = ({ each, fact }: { readonly each: ToPlan; readonly fact: Fact }): boolean =>
  standsAlready(fact, each.facts) !== undefined;

/** The day of the plan that stands, where only its time, place, mode or chair is typed; null where it is not so. */
function meetingKept(
  context: Context,
  children: readonly ToPlan[],
  { meeting, time: typed, venue, mode, chair }: PlanOptions,
): DayAndTime | null {
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
export async function askMeeting(
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

/** A meeting that is planned: its day and time, and where it is. */
export interface MeetingMeant {
  readonly meeting: DayAndTime;
  /** Its day is that of the plan that stands. */
  readonly isKept: boolean;
  /** What goes on of the place that was planned. */
  readonly kept: PlaceKept;
  readonly where: { readonly venue?: string; readonly mode?: string };
}

/** The meeting as it was typed or, with `askDay`, answered: of the day that is planned, if only a part of it was typed. */
export async function meetingMeant(
  context: Context,
  children: readonly ToPlan[],
  options: PlanOptions,
  askDay: () => Promise<string>,
): Promise<MeetingMeant> {
  const asPlanned = meetingKept(context, children, options);
  requireFlags(context, options.meeting === undefined && asPlanned === null ? ['--meeting'] : []);
  const meeting = asPlanned ?? meetingTyped(context, options.meeting ?? (await askDay()));
  const kept = placeKept(children, options);
  const venue =
    options.venue ?? (asPlanned ? undefined : await askVenue(context, options, kept.venue)) ?? kept.venue;
  const where = given({ venue, mode: options.mode ?? kept.mode });
  return { meeting, isKept: asPlanned !== null, kept, where };
}

/** Where it is, asked for only in the course of other questions. */
async function askVenue(
  context: Context,
  options: MeetingOptions,
  offer: string | undefined,
): Promise<string | undefined> {
  if (!canAsk(context) || options.meeting !== undefined) return undefined;
  return (await askText(context, { message: 'Where (or the link)', offer, optional: true })) || undefined;
}
