/** Dates, times and codes as documents have them. */
import { type IsoDate, longDate, sayTime } from '../../core/time/dates';

export interface Says {
  day(date: IsoDate | null): string | undefined;
  time(time: string | null): string | undefined;
}

/** As the unit's settings have times. */
export function saysOf(settings: ReadonlyMap<string, string>): Says {
  const isTwentyFour = settings.get('letters.time-style') === '24h';
  return {
    day: (date) => (date === null ? undefined : longDate(date)),
    time: (time) => (time === null ? undefined : isTwentyFour ? time : sayTime(time)),
  };
}
