/** Reviews and conferences to come, week by week, beside the days that there are for them. */
import { dayAndMonth, isoDate, mondayOf, plainDate } from '../../../core/time/dates';
import type { Counted, TableOf } from '../model';
import { amountOf, those } from './shares';

/** A meeting that is planned or owed; or a day of an IRO’s week: worked, or lost to leave or a bank holiday. */
export interface ToCome extends Counted {
  readonly what: 'review' | 'conference' | 'day' | 'leave' | 'holiday';
  /** A meeting whose day is fixed. */
  readonly isPlanned: boolean;
  /** It is of a day that has gone. */
  readonly isOverdue: boolean;
}

const isMeeting = ({ what }: ToCome): boolean => what === 'review' || what === 'conference';
const is =
  (...whats: readonly ToCome['what'][]) =>
  ({ what }: ToCome): boolean =>
    whats.includes(what);
const countOf = (all: readonly ToCome[], which: (one: ToCome) => boolean): number => all.filter(which).length;

const COLUMNS: TableOf<ToCome>['columns'] = [
  those(
    'reviews',
    'Reviews',
    'Reviews that are planned for then; and those not planned, by the last day that they may have. The next of each child.',
    is('review'),
  ),
  those(
    'conferences',
    'Conferences',
    'Child protection conferences that are planned for then, or not planned and due by then. The next of each child.',
    is('conference'),
  ),
  those('planned', 'Planned', 'Those of them whose day is fixed.', (one) => isMeeting(one) && one.isPlanned),
  those(
    'days',
    'IRO days',
    'Days on which IROs work: their own week, without leave and bank holidays.',
    is('day'),
  ),
  amountOf(
    'over',
    'Over',
    'Meetings for which there is no day, if an IRO has one meeting on each day of work: our reading, for no guidance says how many.',
    isMeeting,
    (all) => (all.every(isMeeting) ? null : Math.max(0, countOf(all, isMeeting) - countOf(all, is('day')))),
  ),
  those(
    'holidays',
    'Lost to bank holidays',
    'Days on which IROs would work if they were no bank holidays.',
    is('holiday'),
  ),
  those('leave', 'Lost to leave', 'Days on which IROs would work if they were not on leave.', is('leave')),
];

/** `30 March`, for the week that begins on it; what is overdue comes before every week. */
const WEEK: TableOf<ToCome>['by'] = {
  head: 'Week of',
  row: ({ on, isOverdue }) => (isOverdue ? 'overdue' : mondayOf(on)),
};
const weekWords = (key: string): string => (key === 'overdue' ? 'overdue' : dayAndMonth(isoDate(key)));

export const FORECAST: TableOf<ToCome> = {
  id: 'forecast',
  title: 'Reviews and conferences by week',
  by: { ...WEEK, words: weekWords },
  hasTotal: false,
  groups: ['iro', 'month'],
  columns: COLUMNS,
};

export const FORECAST_BY_CHAIR: TableOf<ToCome> = {
  ...FORECAST,
  id: 'forecast-by-chair',
  title: 'By who is to chair',
  by: { head: 'IRO or chair', row: ({ iro }) => iro, group: 'iro' },
  groups: [],
};

export const FORECAST_BY_DAY: TableOf<ToCome> = {
  id: 'forecast-by-day',
  title: 'By day',
  by: {
    head: 'Day',
    row: ({ on, isOverdue }) => (isOverdue ? null : on),
    words: (key) => plainDate(isoDate(key)),
  },
  hasTotal: false,
  groups: [],
  columns: [
    those(
      'meetings',
      'Meetings',
      'Reviews and conferences that are planned for the day, or due by it.',
      isMeeting,
    ),
  ],
};

/** Those that the table of days is about: what is overdue has none. */
export const haveDays = (all: readonly ToCome[]): ToCome[] =>
  all.filter((one) => isMeeting(one) && !one.isOverdue);
