/**
 * What was typed for a meeting: its day and time, where, how, and who chairs.
 */

import { filled, personNamed } from '../cases/find';
import type { DayAndTime } from '../cases/meeting/in-words';
import type { Naming } from '../cases/people/naming';
import { type Context, quietly } from '../context';
import { MODES } from '../core/events/codes';
import { given } from '../core/events/fact';
import { type IsoDate, longDate } from '../core/time/dates';
import { dayTyped, readDate, readTime } from '../core/time/typed-dates';
import { UsageError, UserError } from '../errors';
import { wrongWith } from './wrong-with';

export interface MeetingOptions {
  readonly meeting?: string;
  readonly venue?: string;
  readonly mode?: string;
  readonly chair?: string;
  readonly lateBecause?: string;
  readonly agreedBy?: string;
  /** Why it is planned again. */
  readonly because?: string;
  /** What letters say of that. */
  readonly tell?: string;
}

/** A day and then a time: `9 April at 4.30 pm`, `2026-04-09T16:30`. */
const DAY_AND_TIME = /^(.+?)(?:[\s,]+|T)(?:at\s+)?(\d{1,2}(?:[:.]?\d{2})?\s*(?:[ap]m)?)$/i;

/** The day as typed, with the time; null if it is no day and time. */
function readMeeting(
  text: string,
  from: IsoDate,
): { readonly day: string; readonly time: string | null } | null {
  const typed = text.trim();
  if (readDate(typed, from, 'future')) return { day: typed, time: null };
  const parts = DAY_AND_TIME.exec(typed);
  const time = parts && readTime(parts[2]!);
  return time && readDate(parts[1]!, from, 'future') ? { day: parts[1]!, time } : null;
}

/** What is wrong with a time as it was typed at a question, or true. */
export const checkTime = (text: string): string | true =>
  readTime(text) === null ? 'Type it as 16:30 or 4.30pm.' : true;

const typeItAs = (day: IsoDate): string => `Type it as "${day} 16:30" or "${dayTyped(day)} 4.30pm".`;

/** What is wrong with a meeting as it was typed at a question, or true: it is read as for a flag. */
export function checkMeeting(context: Context, text: string, from = context.today): string | true {
  return wrongWith(() => {
    const { on } = meetingTyped(context, text, '--meeting', from);
    if (on < from) throw new UserError(`${longDate(on)} has passed.`, '');
  });
}

/** The meeting typed for a flag. A day without a year is the next one, from today or another day. */
export function meetingTyped(
  context: Context,
  text: string,
  flag = '--meeting',
  from: IsoDate = context.today,
): DayAndTime {
  const meeting = readMeeting(text, from);
  if (!meeting) {
    throw new UsageError(`${flag}: "${text}" is not a date and time.`, typeItAs(from));
  }
  // Not echoed here: every plan says its day with the weekday and the year.
  return { on: quietly(context).date(meeting.day, flag, 'future', from), time: meeting.time };
}

/** The arrangements as attributes of the plan; a chair or mode that is not known is refused. */
export function arrangementsTyped(
  naming: Naming,
  options: MeetingOptions,
  time: string | null,
): Record<string, string> {
  if (options.mode !== undefined && !(MODES as readonly string[]).includes(options.mode)) {
    throw new UsageError(`--mode is one of ${MODES.join(', ')}; not "${options.mode}".`);
  }
  const { chair } = options;
  const said = {
    time: time ?? undefined,
    venue: filled(options.venue, '--venue'),
    mode: options.mode,
    chair: chair === undefined ? undefined : String(personNamed(naming, chair, 'iro', 'IRO').id),
    'late-because': filled(options.lateBecause, '--late-because'),
    'agreed-by': filled(options.agreedBy, '--agreed-by'),
    because: filled(options.because, '--because'),
  };
  return given(said);
}
