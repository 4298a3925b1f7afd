/**
 * `settings holidays list`: every bank holiday that is counted by, year by year. Needs no database; with one, its
 * own days are among them, and marked.
 */
import { existsSync } from 'node:fs';
import { type Context, knownHolidays } from '../../context';
import { type IsoDate, longDate, plainDate, shortDate, yearOf } from '../../core/time/dates';
import { shippedLaw } from '../../law/shipped';
import { ownHolidays } from '../../store/holidays';
import { inRows, oneBelowAnother } from '../../ui/rows';
import { present } from '../show';

/** Prints the list. */
export async function listHolidays(context: Context): Promise<undefined> {
  const { source, first, horizon, holidays: days } = knownHolidays(context);
  const own = existsSync(context.file) ? ownHolidays(context.openFile()).changes : [];
  const shipped = new Set(shippedLaw().holidays.holidays.map(({ on }) => on));
  const added = new Map(own.filter(({ name }) => name !== null).map((change) => [change.on, change.source]));
  const gone = own.filter(({ on, name }) => name === null && shipped.has(on));
  const ours = own.length === 0 ? {} : { own: own.map(({ on, name, source }) => ({ on, name, source })) };
  return present(context, {
    json: () => ({ source, first, horizon, holidays: days, ...ours }),
    csv: () => [['on', 'name'], ...days.map(({ on, name }) => [on, name])],
    screen: () => {
      const years = new Map<number, [IsoDate, string][]>();
      for (const { on, name } of days) {
        const from = added.get(on);
        const words = from === undefined ? name : `${name} (came late: ${from})`;
        years.set(yearOf(on), [...(years.get(yearOf(on)) ?? []), [on, words]]);
      }
      const inYears = [...years].map(([year, days]) => [
        String(year),
        inRows(
          days.map(([on, name]) => [shortDate(on), name]),
          [{ min: 10 }, { wraps: true }],
        ),
      ]);
      return {
        parts: oneBelowAnother(inYears),
        said: [
          '',
          `Bank holidays in England and Wales, ${plainDate(first)} to ${plainDate(horizon)}.`,
          ...gone.map(({ on, source: from }) => `${longDate(on)} is none any more: ${from}.`),
          `Source: ${source}`,
          'After that the usual eight a year are counted, and a deadline that needs them is provisional.',
        ],
      };
    },
  });
}
