/** Children who came into care, were in it and left it in a period. Short breaks are counted by themselves. */

import { legalStatusOn } from '../../../core/checks/ending';
import { placementOn } from '../../../core/children/placement';
import type { CodeList } from '../../../core/events/attribute';
import { CEASED_LOOKED_AFTER, PLACEMENT_STARTED } from '../../../core/events/care';
import { type Said, taken } from '../../../core/events/event';
import { addDays, addMonths, ageOn, type IsoDate } from '../../../core/time/dates';
import { codeFirst } from '../../../law/shipped';
import { type FigureChild, type Figuring, ordinaryCareOf } from '../child';
import { type Counted, STOCK, type TableOf } from '../model';
import { those } from './shares';

export interface TimeInCare extends Counted {
  readonly began: IsoDate | null;
  readonly endedOn: IsoDate | null;
  readonly atStart: boolean;
  readonly atEnd: boolean;
  readonly age: number | null;
  readonly legalStatus: string | null;
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly unaccompanied: boolean;
  readonly placement: string | null;
  /** Whether the child lives near home; null if that is not recorded. */
  readonly near: boolean | null;
  /** How long the child has been in care by then; null if care began before the unit knew. */
  readonly time: string | null;
  readonly reason: string | null;
  readonly unplanned: boolean;
  readonly reviewed: boolean;
  readonly exitReview: boolean;
}

/** Each time in care that touches the period of the report, but for short breaks. */
export function timesInCare(child: FigureChild, { from, to, asAt }: Figuring): TimeInCare[] {
  const last = to < asAt ? to : asAt;
  const { story } = child.reckoning;
  return ordinaryCareOf(story).flatMap((period) => {
    const until = period.to !== null && period.to <= last ? period.to : null;
    if (period.from > last || (until !== null && until < from)) return [];
    const on = until ?? last;
    const lives = placementOn(story, until === null ? on : addDays(on, -1));
    const place = lives && taken(PLACEMENT_STARTED, lives.fact);
    const own = story.moments.filter(
      (moment) => moment.counts && moment.period === period.period && moment.on <= last,
    );
    const ended = own.findLast(({ fact }) => fact.kind === CEASED_LOOKED_AFTER.kind);
    const said: Said<typeof CEASED_LOOKED_AFTER> | null = ended
      ? taken(CEASED_LOOKED_AFTER, ended.fact)
      : null;
    return [
      {
        ref: child.ref,
        ...{ on, kind: 'times in care', team: child.team, iro: child.iroOn(on) },
        began: period.from >= from && !period.alreadyInCare ? period.from : null,
        endedOn: until,
        atStart: period.from < from || period.alreadyInCare,
        atEnd: until === null,
        age: child.born === null ? null : ageOn(child.born, on),
        legalStatus: legalStatusOn(story, on),
        ...{ sex: child.sex ?? null, ethnicity: child.ethnicity ?? null },
        unaccompanied: child.unaccompanied === true,
        placement: place?.kind ?? null,
        near: place?.near ?? null,
        time: period.alreadyInCare ? null : timeWords(period.from, on),
        reason: said?.reason ?? null,
        unplanned: said?.unplanned === true,
        reviewed: own.some((moment) => moment.isReview),
        exitReview: own.some(({ fact }) => fact.kind === 'exit-review-held'),
      },
    ];
  });
}

const COLUMNS: TableOf<TimeInCare>['columns'] = [
  those(
    'at-start',
    'At the start',
    'Children who were in care when the period began, or before the unit knew of them.',
    (one) => one.atStart,
  ),
  those('began', 'Came', 'Times that a child came into care in the period.', ({ began }) => began !== null),
  those(
    'ended',
    'Left',
    'Times that a child ceased to be looked after in it.',
    ({ endedOn }) => endedOn !== null,
  ),
  those(
    'at-end',
    'At the end',
    'Children in care at its end, or today if that is before it.',
    (one) => one.atEnd,
  ),
];
const BANDS: readonly (readonly [from: number, words: string])[] = [
  [16, '16 and over'],
  [10, '10 to 15'],
  [5, '5 to 9'],
  [1, '1 to 4'],
  [0, 'under 1'],
];
const bandOf = (age: number): string => BANDS.find(([from]) => age >= from)?.[1] ?? 'under 1';

/** How long a child has been in care: the longest that it is at least. */
const TIMES: readonly (readonly [months: number, words: string])[] = [
  [60, '5 years and more'],
  [24, '2 years to 5'],
  [12, '1 year to 2'],
  [6, '6 months to a year'],
  [0, 'under 6 months'],
];
const timeWords = (from: IsoDate, on: IsoDate): string =>
  TIMES.find(([months]) => addMonths(from, months) <= on)?.[1] ?? 'under 6 months';

const inOrder = (bands: readonly (readonly [unknown, string])[]): (readonly [string, string])[] =>
  [...bands].reverse().map(([, words]) => [words, words]);

/** Children in care by what they are at the end of the period, or were when they left. */
const inCareBy = (
  name: string,
  title: string,
  head: string,
  row: (one: TimeInCare) => string | null,
  more: Partial<TableOf<TimeInCare>> = {},
): TableOf<TimeInCare> => ({
  id: name === '' ? 'in-care' : `in-care-by-${name}`,
  title: `Children in care, by ${title}`,
  by: { head, row },
  hasTotal: true,
  groups: STOCK,
  columns: COLUMNS,
  ...(name !== '' && { compares: 'at-end' }),
  ...more,
});
const coded =
  (list: CodeList, of: (one: TimeInCare) => string | null) =>
  (one: TimeInCare): string | null => {
    const code = of(one);
    return code && codeFirst(list, code);
  };

export const IN_CARE = inCareBy(
  '',
  'age at the end',
  'Age',
  ({ age }) => (age === null ? null : bandOf(age)),
  { rows: inOrder(BANDS) },
);

/** The same children by everything else that is told of them. */
export const IN_CARE_BY: readonly TableOf<TimeInCare>[] = [
  inCareBy(
    'status',
    'legal status at the end',
    'Legal status',
    coded('legal-status', (one) => one.legalStatus),
  ),
  inCareBy(
    'sex',
    'sex',
    'Sex',
    coded('sex', ({ sex }) => sex),
  ),
  inCareBy(
    'ethnicity',
    'ethnicity',
    'Ethnicity',
    coded('ethnicity', ({ ethnicity }) => ethnicity),
  ),
  inCareBy(
    'placement',
    'placement at the end',
    'Placement',
    coded('placement', ({ placement }) => placement),
  ),
  inCareBy(
    'distance',
    'how near they live to home',
    'Lives',
    ({ near }) => (near === null ? null : near ? 'near home' : 'far from home'),
    { rows: ['near home', 'far from home'].map((words) => [words, words]) },
  ),
  inCareBy(
    'arrival',
    'whether they came to the country alone',
    'Came',
    ({ unaccompanied }) => (unaccompanied ? 'unaccompanied' : 'not recorded as unaccompanied'),
    { rows: ['unaccompanied', 'not recorded as unaccompanied'].map((words) => [words, words]) },
  ),
  inCareBy('time', 'time in care', 'In care for', ({ time }) => time, { rows: inOrder(TIMES) }),
];
