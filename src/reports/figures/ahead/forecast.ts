/** Reviews and conferences of half a year, beside the days that there are for them. */
import type { Context, Unit } from '../../../context';
import { addDays, mondayOf } from '../../../core/time/dates';
import { figuresOf } from '../counting';
import { FORECAST, FORECAST_BY_CHAIR, FORECAST_BY_DAY, haveDays } from '../tables/forecast';
import { type Ahead, type AskedAhead, daysOfIros, meetingsAhead } from './to-come';

/** How many weeks a forecast is of: half a year. */
const WEEKS = 26;

/** Reviews and conferences of half a year, by week, by who is to chair and by day. */
export function forecast(context: Context, unit: Unit, { group, isOf, withThings }: AskedAhead): Ahead {
  const to = addDays(mondayOf(context.today), 7 * WEEKS - 1);
  const meetings = meetingsAhead(context, unit, to, isOf);
  const all = [...meetings, ...daysOfIros(context, unit, to)];
  const rows = [
    ...(meetings.some(({ isOverdue }) => isOverdue) ? ['overdue'] : []),
    ...Array.from({ length: WEEKS }, (_, at) => addDays(mondayOf(context.today), 7 * at)),
  ].map((key) => [key, FORECAST.by.words!(key)] as const);
  return {
    to,
    tables: [
      figuresOf({ ...FORECAST, rows }, all, group, withThings),
      figuresOf(FORECAST_BY_CHAIR, all, null, withThings),
      figuresOf(FORECAST_BY_DAY, haveDays(all), null, withThings),
    ],
  };
}
