/**
 * The whole timetable of a child who comes into care, before it is saved: every date with its
 * weekday, what is compressed, and when the first review can be held with invitations in time.
 */

import type { Context, Unit } from '../context';
import type { Calendar } from '../core/calendar';
import { addDays, type IsoDate, longDate, shortDate } from '../core/dates';
import type { Fact } from '../core/events';
import { type Duty, timetable } from '../core/timetable';
import { reckon } from '../store/agenda';
import type { StoredFact } from '../store/chronology';
import { rowLines } from '../ui/rows';
import { screenWidth } from '../ui/screen';
import type { Admission } from './admission';
import { meetingWords } from './meeting';

/** Lines to show above the one question. */
export function timetableLines(
  context: Context,
  unit: Unit,
  arriving: Admission,
  known: readonly StoredFact[],
): string[] {
  const { answers, subject } = arriving;
  const facts: Fact[] = [...known, ...arriving.facts];
  const { duties } = reckon(facts, answers.born, unit.engine);
  const first = duties.find(
    (duty) =>
      (duty.rule.id === 'review-first' || duty.rule.id === 'short-break-review-first') &&
      duty.from.on === answers.lookedAfter,
  );
  const lines = [
    `${subject.ref}, looked after from ${longDate(answers.lookedAfter)}${answers.iro ? `, IRO ${answers.iro}` : ''}.`,
    '',
  ];
  if (first) {
    lines.push(
      `${first.rule.id === 'review-first' ? 'The first review' : 'The first short-break review'} is due by ${longDate(first.due)}.`,
    );
    lines.push(windowWords(first, context.today, unit.engine.calendars.statutory), '');
  }
  const ahead = duties.filter((duty) => duty.from.on >= answers.lookedAfter);
  const rows = ahead.filter((duty) => duty !== first || !answers.meeting).map(rowOf);
  if (answers.meeting) {
    const { venue, meeting } = answers;
    rows.push({
      on: meeting.on,
      cells: [
        '',
        shortDate(meeting.on),
        `THE REVIEW, ${meetingWords(meeting)}${venue ? `, ${venue}` : ''}`,
        '',
      ],
    });
    rows.push(...afterMeeting(unit, facts, arriving, meeting.on));
  }
  rows.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  lines.push(
    ...rowLines(
      rows.map((row) => row.cells),
      [{}, {}, { wraps: true, min: 24 }, {}],
      screenWidth(context.io, context.flags),
    ),
  );
  if (answers.meeting && first && answers.meeting.on > first.due) {
    lines.push('', `The meeting is after the day the first review is due (${longDate(first.due)}).`);
  }
  return lines;
}

interface Row {
  readonly on: IsoDate;
  readonly cells: readonly string[];
}

function rowOf(duty: Duty): Row {
  const notes = [
    duty.metOn === null ? '' : 'done',
    duty.compressed && duty.metOn === null ? 'compressed: do it now' : '',
    duty.decisive.provisional ? 'provisional' : '',
  ].filter(Boolean);
  return { on: duty.due, cells: ['by', shortDate(duty.due), duty.rule.duty, notes.join(', ')] };
}

/** What would follow if the meeting were held as planned. */
function afterMeeting(unit: Unit, facts: readonly Fact[], arriving: Admission, meeting: IsoDate): Row[] {
  const held: Fact = { on: meeting, kind: 'review-held', attributes: {} };
  const { duties } = timetable([...facts, held], unit.engine.rules, unit.engine.calendars, {
    born: arriving.answers.born,
    goLive: unit.engine.goLive,
  });
  return duties.filter((duty) => duty.arose === meeting && duty.metOn === null).map(rowOf);
}

/** The working days on which the review is in time and invitations can be. */
function windowWords(first: Duty, today: IsoDate, calendar: Calendar): string {
  const from = earliestMeeting(today, calendar);
  const last = calendar.lastWorkingDayOnOrBefore(first.due);
  if (from > last) {
    return `There is no longer time for ten working days’ notice: hold it by ${longDate(last)} and invite at once.`;
  }
  return `To invite in time, the meeting is best between ${longDate(from)} and ${longDate(last)}.`;
}

const INVITATION_DAYS = 10;

/** The first working day ten working days ahead, with invitations sent today. */
function earliestMeeting(today: IsoDate, calendar: Calendar): IsoDate {
  let day = calendar.addWorkingDays(today, INVITATION_DAYS);
  while (calendar.addWorkingDays(day, -INVITATION_DAYS) < today) day = calendar.addWorkingDays(day, 1);
  return calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(addDays(day, -1), 1);
}
