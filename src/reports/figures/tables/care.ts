/** Children who came into care, were in it and left it in a period. Short breaks are counted by themselves. */

import { legalStatusOn } from '../../../core/checks/ending';
import { CEASED_LOOKED_AFTER } from '../../../core/events/care';
import { type Said, taken } from '../../../core/events/event';
import { ageOn, type IsoDate } from '../../../core/time/dates';
import { codeFirst } from '../../../law/shipped';
import { type FigureChild, type Figuring, ordinaryCareOf } from '../child';
import { type Counted, STOCK, type TableOf } from '../model';
import { every, those } from './shares';

export interface TimeInCare extends Counted {
  readonly began: IsoDate | null;
  readonly endedOn: IsoDate | null;
  readonly atStart: boolean;
  readonly atEnd: boolean;
  readonly age: number | null;
  readonly legalStatus: string | null;
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

export const IN_CARE: TableOf<TimeInCare> = {
  id: 'in-care',
  title: 'Children in care, by age at the end',
  by: { head: 'Age', row: ({ age }) => (age === null ? null : bandOf(age)) },
  rows: [...BANDS].reverse().map(([, words]) => [words, words]),
  hasTotal: true,
  groups: STOCK,
  columns: COLUMNS,
};

export const IN_CARE_BY_STATUS: TableOf<TimeInCare> = {
  id: 'in-care-by-status',
  title: 'Children in care, by legal status at the end',
  by: {
    head: 'Legal status',
    row: ({ legalStatus: code }) => code && codeFirst('legal-status', code),
  },
  hasTotal: true,
  groups: STOCK,
  columns: COLUMNS,
};

export const CEASED: TableOf<TimeInCare> = {
  id: 'ceased',
  title: 'Children who left care',
  by: {
    head: 'Reason',
    row: ({ reason }) => reason && codeFirst('reason-ceased', reason),
  },
  hasTotal: true,
  groups: STOCK,
  columns: [
    every('left', 'Left', 'Times that a child ceased to be looked after in the period.'),
    those('unplanned', 'Unplanned', 'Those that were not planned.', ({ unplanned }) => unplanned),
    those(
      'reviewed',
      'Reviewed',
      'Those with at least one review before the child left.',
      ({ reviewed }) => reviewed,
    ),
    those(
      'reviewed-after',
      'Reviewed after it',
      'Those whose unplanned ending was reviewed.',
      ({ exitReview }) => exitReview,
    ),
  ],
};

/** Those that the table of endings is about. */
export const hasLeft = ({ endedOn }: TimeInCare): boolean => endedOn !== null;
