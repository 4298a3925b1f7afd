/**
 * The whole timetable of a child who comes into care, before it is saved: every date with its
 * weekday, what is compressed, and when the first review can be held with invitations in time.
 */

import type { DayAndTime } from '../cases/meeting/in-words';
import type { Context, Unit } from '../context';
import { newDuties } from '../core/checks/moved-dates';
import { withNew } from '../core/engine/chronology';
import type { Duty } from '../core/engine/duty';
import { SHORT_BREAK_CODES } from '../core/events/codes';
import type { Fact } from '../core/events/fact';
import type { Subject } from '../core/events/objection';
import { firstWithNotice, noticeIn } from '../core/reviews/suggestions';
import { inWords, isOfReview, isRaisedBy } from '../core/rules/by-purpose';
import { limitWords } from '../core/rules/rule';
import { type IsoDate, longDate, sayTime } from '../core/time/dates';
import { reckon } from '../store/agenda/reckoning';
import type { StoredFact } from '../store/chronology';
import { latenessOn } from '../ui/lateness';
import { inRows, type Part } from '../ui/rows';
import { dayIn } from '../ui/words';
import { lateOnWords } from './standing-words';

interface Arrival {
  readonly lookedAfter: IsoDate;
  readonly time?: string | undefined;
  readonly basis?: string | undefined;
  readonly iro?: string | undefined;
  readonly meeting?: DayAndTime | undefined;
  readonly venue?: string | undefined;
}

interface Arriving {
  readonly answers: Arrival;
  readonly subject: Subject;
  readonly facts: readonly Fact[];
}

/** Lines to show above the one question. */
export function timetableLines(
  context: Context,
  unit: Unit,
  { answers, subject, facts: added }: Arriving,
  known: readonly StoredFact[],
): Part[] {
  const facts = withNew(known, added);
  const { duties } = reckon(facts, subject.born, unit.engine);
  const first = duties.find(
    (duty) =>
      isOfReview(duty.rule) && isRaisedBy(duty.rule, ADMISSION) && duty.from.on === answers.lookedAfter,
  );
  const iro = answers.iro ? `, IRO ${answers.iro}` : '';
  const sentences = [
    `${subject.ref}, looked after from ${longDate(answers.lookedAfter)}${iro}.`,
    ...timeWords(answers),
    '',
  ];
  if (first) sentences.push(...dueWords(context, unit, first, answers), '');
  const lines: Part[] = [...sentences];
  const before = reckon(known, subject.born, unit.engine).duties;
  const rows = newDuties(before, duties)
    .filter((duty) => duty !== first || !answers.meeting)
    .map((duty) => rowOf(unit, duty, context.today));
  if (answers.meeting) {
    const { venue, meeting } = answers;
    rows.push({
      on: meeting.on,
      cells: [
        '',
        dayIn(meeting.on, context.today),
        ['THE REVIEW', meeting.time && sayTime(meeting.time), venue].filter(Boolean).join(', '),
        '',
      ],
    });
    rows.push(
      ...afterMeeting(unit, facts, subject, meeting.on).map((duty) => rowOf(unit, duty, context.today)),
    );
  }
  rows.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  lines.push(
    inRows(
      rows.map((row) => row.cells),
      [{}, {}, { wraps: true, min: 24 }, {}],
    ),
  );
  if (answers.meeting && first && answers.meeting.on > first.due) {
    const late = `The meeting is after the day the first review is due (${longDate(first.due)}).`;
    lines.push('', late);
  }
  return lines;
}

interface Row {
  readonly on: IsoDate;
  readonly cells: readonly string[];
}

function rowOf(unit: Unit, duty: Duty, today: IsoDate): Row {
  const { engine } = unit;
  const notes = [
    duty.metOn === null
      ? ''
      : duty.metOn > duty.due
        ? `done ${lateOnWords(engine, duty, duty.metOn)}`
        : 'done',
    // As every list says it: nobody has planned late if a child has only just come.
    duty.metOn === null && duty.due <= today ? latenessOn(duty.due, today, unit) : '',
    duty.decisive.provisional ? 'provisional' : '',
  ].filter(Boolean);
  return { on: duty.due, cells: ['by', dayIn(duty.due, today), duty.rule.duty, notes.join(', ')] };
}

/** What would follow if the meeting were held as planned. */
function afterMeeting(unit: Unit, facts: readonly Fact[], { born }: Subject, meeting: IsoDate): Duty[] {
  const held: Fact = { on: meeting, kind: 'review-held', attributes: {} };
  const { duties } = reckon(withNew(facts, [held]), born, unit.engine);
  return duties.filter((duty) => duty.arose === meeting && duty.metOn === null);
}

/** By when the first review is due, and the working days on which invitations too are in time. */
function dueWords({ today }: Context, { engine }: Unit, first: Duty, { basis }: Arrival): string[] {
  const calendar = engine.calendars.statutory;
  const isShortBreaks = SHORT_BREAK_CODES.includes(basis ?? '');
  const what = isShortBreaks ? 'The first short-break review' : 'The first review';
  const limit = limitWords(first.rule.limits[first.decisive.at]!);
  if (first.due < today) {
    return [`${what} was due by ${longDate(first.due)} (${limit}). Hold it as soon as it can be held.`];
  }
  const notice = noticeIn(engine.rules, today);
  const from = firstWithNotice(today, notice, calendar);
  const last = calendar.lastWorkingDayOnOrBefore(first.due);
  const notWorking =
    last === first.due ? '' : ` That is not a working day: the last one is ${longDate(last)}.`;
  const due = `${what} is due by ${longDate(first.due)} (${limit}).${notWorking}`;
  if (from > last) {
    const days = inWords({ amount: notice, unit: 'working days' });
    return [due, `There is no longer time for ${days}’ notice: invite at once.`];
  }
  const until = from === last ? `on ${longDate(from)}` : `from ${longDate(from)} to ${longDate(last)}`;
  return [due, `To invite in time, the meeting is best ${until}.`];
}

/** Section 20: looked after only once a whole day has passed; the count is from the day it began. */
function timeWords({ basis, time }: Arrival): string[] {
  if (basis !== 'V2' || time === undefined) return [];
  return [
    `Accommodated at ${sayTime(time)}. Under section 20 a child is looked after once 24 hours have passed (Children Act 1989, s 22(2)); the days are counted from the day it began.`,
  ];
}

const ADMISSION = 'became-looked-after';
