/** Children as a list: how each stands and what falls due next, on a screen, as JSON and as rows. */
import type { Context } from '../context';
import type { IsoDate } from '../core/time/dates';
import { toCsv } from '../exchange/csv-out';
import type { ListedChild } from '../store/children';
import { tableLines } from '../ui/table';
import { count, dayIn } from '../ui/words';

/** A child with the day of the earliest open duty. */
export interface ChildWithNext {
  readonly child: ListedChild;
  readonly nextDue: IsoDate | null;
}

/** What is told of each: its name in JSON, and the heading of its column. */
const FIELDS = {
  ref: 'child',
  name: 'name',
  born: 'born',
  inCare: 'in care',
  since: 'since',
  legalStatus: 'legal status',
  iro: 'IRO',
  socialWorker: 'social worker',
  team: 'team',
  reviews: 'reviews held',
  lastReview: 'last review',
  meeting: 'meeting planned',
} as const;

const valuesOf = ({ child }: ChildWithNext): [string, string | number | boolean | null][] =>
  (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).map((field) => [field, child[field]]);

export const childrenJson = (children: readonly ChildWithNext[]): object => ({
  schema: 1,
  children: children.map((each) => ({ ...Object.fromEntries(valuesOf(each)), nextDue: each.nextDue })),
});

export function childrenCsv(children: readonly ChildWithNext[]): string {
  const cell = (value: string | number | boolean | null): string | number =>
    typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value ?? '');
  const rows = children.map((each) => [
    ...valuesOf(each).map(([, value]) => cell(value)),
    each.nextDue ?? '',
  ]);
  return toCsv([[...Object.values(FIELDS), 'next due'], ...rows]);
}

export async function childrenLines(context: Context, children: readonly ChildWithNext[]): Promise<string[]> {
  const day = (on: IsoDate | null): string => (on === null ? '' : dayIn(on, context.today));
  const rows = children.map(({ child, nextDue }) => [
    child.ref,
    child.name ?? '',
    child.inCare ? day(child.since) : 'not in care',
    child.iro ?? (child.inCare ? 'no IRO yet' : ''),
    day(nextDue),
  ]);
  const headings = ['child', 'name', 'in care since', 'IRO', 'next due'];
  const table = await tableLines(context, headings, rows, [{}, { wraps: true, min: 12 }, {}, {}, {}]);
  return [...table, '', `${count(children.length, 'child', 'children')}.`];
}
