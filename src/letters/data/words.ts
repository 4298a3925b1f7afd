/** Dates, times and codes as documents have them. */
import { type IsoDate, longDate, sayTime } from '../../core/time/dates';
import { shippedLaw } from '../../law/shipped';

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

/** The label of a code of the return; undefined where there is none. */
export function labelOf(list: string, code: string | null): string | undefined {
  return code === null ? undefined : shippedLaw().codes[list]?.[code]?.label;
}
