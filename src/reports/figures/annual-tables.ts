/** Which tables of the annual report stand by quarter too. Pure. */
import type { Figures } from './model';

/** Those that are not so by themselves. */
export const BY_QUARTER: ReadonlySet<string> = new Set([
  ...['took-part', 'participation', 'seen', 'steps', 'disputes', 'recommendations'],
]);

export const isByQuarter = ({ id }: Pick<Figures, 'id'>): boolean => BY_QUARTER.has(id);
export const quartersOf = (id: string): string => `${id}-quarters`;

/** The same table, called after its quarters. */
export const byQuarter = (table: Figures): Figures => ({
  ...table,
  id: quartersOf(table.id),
  title: `${table.title}, by quarter`,
});
