/** The next meeting, as it is typed of one that was held: it is planned in the same breath. */
import type { DayAndTime } from '../../cases/meeting/in-words';
import type { Context } from '../../context';
import type { IsoDate } from '../../core/time/dates';
import { UsageError } from '../../errors';
import { meetingTyped } from '../meeting-typed';

export interface NextOptions {
  /** Day and time in one. */
  readonly nextMeeting?: string;
  readonly nextOn?: string;
  readonly nextAt?: string;
  readonly nextVenue?: string;
}

/** Refuses a time or a place without a day, and a day that is typed twice. */
export function refuseLooseNext({ nextMeeting, nextOn, nextAt, nextVenue }: NextOptions): void {
  if (nextMeeting !== undefined && nextOn !== undefined) {
    throw new UsageError('--next-on and --next-meeting are the same day: leave one of them out.');
  }
  const loose = nextAt !== undefined ? '--next-at' : nextVenue === undefined ? null : '--next-venue';
  if (loose !== null && (nextOn ?? nextMeeting) === undefined) {
    throw new UsageError(`${loose} is of the next meeting: --next-on DATE.`);
  }
  if (nextAt !== undefined && nextMeeting !== undefined) {
    throw new UsageError('--next-at goes with --next-on; with --next-meeting, type both: "DAY TIME".');
  }
}

/** Its day, and its time if one was typed; undefined if neither was. A day without a year is the next one after `on`. */
export function nextTyped(context: Context, options: NextOptions, on: IsoDate): DayAndTime | undefined {
  const { nextMeeting, nextOn, nextAt } = options;
  if (nextMeeting !== undefined) return meetingTyped(context, nextMeeting, '--next-meeting', on);
  if (nextOn === undefined) return undefined;
  return meetingTyped(context, nextAt === undefined ? nextOn : `${nextOn} ${nextAt}`, '--next-on', on);
}

/** `--next-on` of `nextOn` */
export const flagOf = (name: string): string =>
  `--${name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)}`;
