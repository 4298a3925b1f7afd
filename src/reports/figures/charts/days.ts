/** Days as fields: a column for each week, a row for each day of it, darker for more. Pure. */
import { addDays, daysBetween, isoDate, mondayOf, plainDate } from '../../../core/time/dates';
import { type Drawing, plot, rect, stretched } from './svg';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const SHADES = 4;

/** The fields of the weeks from the first day to the last. */
export function drawDays({ says, rows }: Drawing): string {
  // A day whose number is withheld has no field: an empty one would say that there is none.
  const days = rows.flatMap(({ key, values }) =>
    values[0] == null ? [] : [{ on: isoDate(key), value: values[0] }],
  );
  const all = rows.map(({ key }) => isoDate(key)).sort();
  const first = mondayOf(all[0]!);
  const weeks = Math.floor(daysBetween(first, all.at(-1)!) / 7) + 1;
  const most = Math.max(1, ...days.map(({ value }) => value));
  const fields = days.flatMap(({ on, value }) => {
    const at = daysBetween(first, on);
    const place = [Math.floor(at / 7) * 10 + 0.75, (at % 7) * 10 + 0.75, 8.5, 8.5] as const;
    const shade = value === 0 ? 0 : Math.ceil((value / most) * SHADES);
    return [rect(`h${shade}`, ...place), rect('field', ...place)];
  });
  const every = Math.ceil(weeks / 8);
  const along = Array.from({ length: weeks }, (_, week) =>
    week % every === 0 ? plainDate(addDays(first, 7 * week)).replace(/ (\w{3})\w* \d+$/, ' $1') : '',
  );
  const svg = stretched(weeks * 10, 70, says, fields.join(''));
  return `${plot(DAYS, svg, along, ' days')}<p>The darkest field has ${most}.</p>`;
}
