/** The day and time of a meeting in words. */
import { dayAndTime, type IsoDate } from '../../core/time/dates';

export interface DayAndTime {
  readonly on: IsoDate;
  readonly time: string | null;
}

/** `Thursday 9 April 2026, 4:30pm` */
export function meetingWords({ on, time }: DayAndTime): string {
  return dayAndTime(on, time);
}
