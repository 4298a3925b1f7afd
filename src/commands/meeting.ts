/**
 * What was typed for a meeting: its day and time, where, how, and who chairs.
 */

import type { Context, Unit } from '../context';
import { type IsoDate, longDate, readDate, readTime, sayTime } from '../core/dates';
import { UsageError } from '../errors';
import type { Arrangements } from '../store/chronology';
import { personNamed } from './find';

export interface MeetingOptions {
  readonly meeting?: string;
  readonly venue?: string;
  readonly mode?: string;
  readonly chair?: string;
  readonly lateBecause?: string;
  readonly agreedBy?: string;
}

export interface Meeting {
  readonly on: IsoDate;
  readonly time: string | null;
}

const MODES = ['in-person', 'hybrid', 'remote'];

/** A day and then a time: `9 April at 4.30 pm`, `2026-04-09T16:30`. */
const DAY_AND_TIME = /^(.+?)(?:[\s,]+|T)(?:at\s+)?(\d{1,2}(?:[:.]?\d{2})?\s*(?:[ap]m)?)$/i;

/** `9/4 4.30pm`, `2026-04-09 16:30`, or a day alone; null where it is neither. */
function readMeeting(text: string, today: IsoDate): Meeting | null {
  const typed = text.trim();
  const whole = readDay(typed, today);
  if (whole) return { on: whole, time: null };
  const parts = DAY_AND_TIME.exec(typed);
  const on = parts && readDay(parts[1]!, today);
  const time = parts && readTime(parts[2]!);
  return on && time ? { on, time } : null;
}

function readDay(text: string, today: IsoDate): IsoDate | null {
  return readDate(text, today, 'future') ?? readDate(text, today);
}

const TYPE_IT_AS = 'Type it as "2026-04-09 16:30" or "9/4 4.30pm".';

/** What is wrong with a meeting as it was typed at a question, or true. */
export function checkMeeting(text: string, today: IsoDate): string | true {
  const meeting = readMeeting(text, today);
  if (!meeting) return TYPE_IT_AS;
  return meeting.on < today ? `${longDate(meeting.on)} has passed.` : true;
}

/** The meeting typed for `--meeting`. */
export function meetingTyped(context: Context, text: string): Meeting {
  const meeting = readMeeting(text, context.today);
  if (!meeting) {
    throw new UsageError(`--meeting: "${text}" is not a date and time.`, TYPE_IT_AS);
  }
  return meeting;
}

/** `Thursday 9 April 2026, 4:30pm` */
export function meetingWords({ on, time }: Meeting): string {
  return time === null ? longDate(on) : `${longDate(on)}, ${sayTime(time)}`;
}

/** The arrangements as they are kept; a chair or mode that is not known is refused. */
export function arrangementsTyped(unit: Unit, options: MeetingOptions, time: string | null): Arrangements {
  if (options.mode !== undefined && !MODES.includes(options.mode)) {
    throw new UsageError(`--mode is one of ${MODES.join(', ')}; not "${options.mode}".`);
  }
  for (const [flag, text] of [
    ['--venue', options.venue],
    ['--late-because', options.lateBecause],
    ['--agreed-by', options.agreedBy],
  ] as const) {
    if (text?.trim() === '') throw new UsageError(`${flag} is empty.`);
  }
  return {
    time,
    venue: options.venue ?? null,
    mode: options.mode ?? null,
    chairId: options.chair === undefined ? null : personNamed(unit.db, options.chair, 'iro', 'IRO').id,
    lateBecause: options.lateBecause ?? null,
    agreedBy: options.agreedBy ?? null,
  };
}
