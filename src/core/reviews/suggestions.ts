/**
 * The days on which a review might be held: in time, with time to invite, and with whoever chairs
 * working, not on leave and not at another meeting. Pure: diaries are arguments.
 */

import type { MeetingKind } from '../events/meetings';
import { ruleMetBy, workingDaysOf } from '../rules/by-purpose';
import type { Rule } from '../rules/rule';
import type { Calendar } from '../time/calendar';
import { addDays, type IsoDate, weekday } from '../time/dates';
import { type Away, isAway, type WorkingWeek, worksOn } from '../time/working-week';
import { isOfSchoolAge } from './planning';

/** Another meeting that someone chairs. */
export interface Engagement {
  readonly on: IsoDate;
  /** Null if no time is recorded: then it may be at any time of that day. */
  readonly time: string | null;
  readonly what: MeetingKind;
  /** The child's reference. */
  readonly ref: string;
}

/** When someone who chairs can and cannot. */
export interface Diary {
  readonly who: string;
  readonly week: WorkingWeek;
  readonly leave: readonly Away[];
  readonly engagements: readonly Engagement[];
}

export interface SuggestionQuestion {
  readonly today: IsoDate;
  /** The first day wanted. */
  readonly from: IsoDate;
  /** The day by which the review is to be held; null if no duty says. */
  readonly due: IsoDate | null;
  /** A day before which it would not count. */
  readonly notBefore: IsoDate | null;
  /** Working days between invitation and meeting. */
  readonly notice: number;
  readonly diaries: readonly Diary[];
  /** The dates of birth of the children who asked to meet outside school hours. */
  readonly outsideSchool: readonly (IsoDate | null)[];
}

export interface Suggestion {
  readonly on: IsoDate;
  readonly time: string;
  readonly inTime: boolean;
  readonly lastSafe: boolean;
  readonly invitationsInTime: boolean;
  /** The last day on which invitations are in time for it. */
  readonly inviteBy: IsoDate;
  /** A child asked for a time outside school hours, and this is one. */
  readonly afterSchool: boolean;
  /** What stands in the way of an earlier time that day. */
  readonly insteadOf: readonly Engagement[];
}

/** What speaks against a day. */
export type Against =
  | { readonly kind: 'holiday'; readonly name: string }
  | { readonly kind: 'leave'; readonly who: string }
  | { readonly kind: 'not working'; readonly who: string }
  | { readonly kind: 'engaged'; readonly who: string; readonly engagements: readonly Engagement[] };

export interface DayAgainst {
  readonly on: IsoDate;
  readonly against: Against;
}

export interface Suggestions {
  /** Soonest first. The last in time is among them, however many there are. */
  readonly suggestions: readonly Suggestion[];
  /** The days between them that are not proposed, weekends left out. */
  readonly notProposed: readonly DayAgainst[];
  /** What they could be: in time with invitations too, in time alone, or none in time. */
  readonly are: 'in time' | 'without notice' | 'late';
  /** The last working day on which the review is in time; null if that has passed, or none is set. */
  readonly lastSafeDay: IsoDate | null;
  /** The first working day for which invitations sent today are in time. */
  readonly inviteFrom: IsoDate;
}

const MOST = 8;
const IN_SCHOOL_HOURS: readonly string[] = ['10:00', '14:00'];
const AFTER_SCHOOL: readonly string[] = ['16:00'];
/** How far to look if no day is set by law, or if none is in time. */
const FURTHEST = 60;
const CLASH_MINUTES = 120;

type Looked = Suggestion | DayAgainst;
const isFree = (day: Looked): day is Suggestion => 'time' in day;

/** The days to propose. */
export function suggestDays(question: SuggestionQuestion, calendar: Calendar): Suggestions {
  const { today, due, notice } = question;
  const start = latest(today, question.from, question.notBefore ?? today);
  const lastWorking = due === null ? null : calendar.lastWorkingDayOnOrBefore(due);
  const lastSafeDay = lastWorking !== null && lastWorking >= today ? lastWorking : null;
  const inviteFrom = firstWithNotice(today, notice, calendar);
  const given = { lastSafeDay, inviteFrom };
  const look = (first: IsoDate, last: IsoDate): Looked[] =>
    weekdaysIn(first, last).map((on) => lookAt(on, question, lastSafeDay, calendar));

  const until = due === null ? calendar.addWorkingDays(start, FURTHEST) : lastSafeDay;
  const safe = until === null ? [] : look(start, until);
  const withNotice = safe.filter(({ on }) => on >= inviteFrom);
  if (due === null || withNotice.some(isFree)) {
    return { ...chosen(withNotice, lastSafeDay), are: 'in time', ...given };
  }
  // Hardly anybody can be asked to come today: only if tomorrow is too late.
  const soon = safe.filter(({ on }) => on > today || on === lastSafeDay);
  if (soon.some(isFree)) return { ...chosen(soon, lastSafeDay), are: 'without notice', ...given };
  const next = latest(start, addDays(latest(today, lastSafeDay ?? today), 1));
  const after = look(next, calendar.addWorkingDays(next, FURTHEST));
  return { ...chosen([...soon, ...after], null), are: 'late', ...given };
}

const latest = (...dates: readonly IsoDate[]): IsoDate => dates.reduce((a, b) => (a > b ? a : b));

function chosen(
  looked: readonly Looked[],
  lastSafeDay: IsoDate | null,
): Pick<Suggestions, 'suggestions' | 'notProposed'> {
  const free = looked.filter(isFree);
  const keepsLast = lastSafeDay !== null && free.length > MOST;
  const suggestions = keepsLast ? [...free.slice(0, MOST - 1), free.at(-1)!] : free.slice(0, MOST);
  // Beyond the days that follow each other, only the last safe day itself is worth a word.
  const until = free.length > MOST ? suggestions.at(keepsLast ? -2 : -1)!.on : null;
  const notProposed = looked.filter(
    (day): day is DayAgainst => !isFree(day) && (until === null || day.on < until || day.on === lastSafeDay),
  );
  return { suggestions, notProposed };
}

function lookAt(
  on: IsoDate,
  { today, due, notice, diaries, outsideSchool }: SuggestionQuestion,
  lastSafeDay: IsoDate | null,
  calendar: Calendar,
): Looked {
  const holiday = calendar.holidayOn(on);
  if (holiday !== undefined) return { on, against: { kind: 'holiday', name: holiday } };
  for (const { who, week, leave } of diaries) {
    if (isAway(on, leave)) return { on, against: { kind: 'leave', who } };
    if (!worksOn(week, on)) return { on, against: { kind: 'not working', who } };
  }
  const afterSchool = outsideSchool.some((born) => isOfSchoolAge(born, on));
  const times = afterSchool ? AFTER_SCHOOL : IN_SCHOOL_HOURS;
  const engaged = (time: string): Engagement[] =>
    diaries.flatMap(({ engagements }) =>
      engagements.filter((other) => other.on === on && clashes(other.time, time)),
    );
  const time = times.find((each) => engaged(each).length === 0);
  if (time === undefined) {
    const { who, engagements } = diaries.find((diary) => diary.engagements.some((each) => each.on === on))!;
    return {
      on,
      against: { kind: 'engaged', who, engagements: engagements.filter((each) => each.on === on) },
    };
  }
  const inviteBy = calendar.addWorkingDays(on, -notice);
  return {
    on,
    time,
    inTime: due === null || on <= due,
    lastSafe: on === lastSafeDay,
    invitationsInTime: inviteBy >= today,
    inviteBy,
    afterSchool,
    insteadOf: time === times[0] ? [] : engaged(times[0]!),
  };
}

/** Two meetings of one day clash if two hours or less lie between their beginnings. */
export function clashes(other: string | null, time: string): boolean {
  return other === null || Math.abs(minutesOf(other) - minutesOf(time)) <= CLASH_MINUTES;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function weekdaysIn(first: IsoDate, last: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const of = weekday(day);
    if (of !== 0 && of !== 6) days.push(day);
  }
  return days;
}

/** The first working day that lies so many working days ahead, with invitations sent today. */
export function firstWithNotice(today: IsoDate, notice: number, calendar: Calendar): IsoDate {
  let day = calendar.addWorkingDays(today, notice);
  while (calendar.addWorkingDays(day, -notice) < today) day = calendar.addWorkingDays(day, 1);
  return calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(day, 1);
}

/** The working days of notice that invitations (or another step before a meeting) are to give, by the rules of a day. */
export const noticeIn = (rules: readonly Rule[], on: IsoDate, step = 'invitations-sent'): number =>
  workingDaysOf(ruleMetBy(rules, step, on)) ?? 0;

/** Days that follow each other with the same against them, as one. */
export interface TimeTaken {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly against: Against;
}

/** The days not proposed, put together if they follow each other and the reason is the same. */
export function inSpans(days: readonly DayAgainst[]): TimeTaken[] {
  const spans: { from: IsoDate; to: IsoDate; against: Against }[] = [];
  for (const { on, against } of days) {
    const last = spans.at(-1);
    if (last && weekdaysIn(last.to, on).length <= 2 && isSame(last.against, against)) last.to = on;
    else spans.push({ from: on, to: on, against });
  }
  return spans;
}

function isSame(a: Against, b: Against): boolean {
  if (a.kind === 'engaged' || b.kind === 'engaged' || a.kind === 'holiday' || b.kind === 'holiday') {
    return false;
  }
  return a.kind === b.kind && a.who === b.who;
}
