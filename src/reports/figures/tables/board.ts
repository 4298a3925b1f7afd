/** The board on the wall: what is late, what is for today, this week and the four weeks from today. No names. */
import { isoDate, longDate } from '../../../core/time/dates';
import type { Counted, TableOf } from '../model';
import { those } from './shares';

const WHEN = ['overdue', 'today', 'this week', 'next four weeks'] as const;
export type When = (typeof WHEN)[number];

/** A duty that is open, or a meeting that is planned. */
export interface OnBoard extends Counted {
  readonly what: 'review' | 'conference' | 'other' | 'meeting';
  readonly isOfLaw: boolean;
  readonly when: When;
}

const isDuty = ({ what }: OnBoard): boolean => what !== 'meeting';
const COLUMNS: TableOf<OnBoard>['columns'] = [
  those('due', 'To do', 'Duties that are open, by their day.', isDuty),
  those(
    'law',
    'Law',
    'Those of them with a limit of law that falls then, or has passed.',
    (one) => isDuty(one) && one.isOfLaw,
  ),
  those('reviews', 'Reviews', 'Those of them that are a review to hold.', ({ what }) => what === 'review'),
  those(
    'conferences',
    'Conferences',
    'Those of them that are a child protection conference to hold.',
    ({ what }) => what === 'conference',
  ),
  those(
    'meetings',
    'Meetings',
    'Meetings of any kind that are planned for then.',
    ({ what }) => what === 'meeting',
  ),
];

export const BOARD: TableOf<OnBoard> = {
  id: 'board',
  title: 'The weeks ahead',
  by: { head: 'When', row: ({ when }) => when },
  rows: WHEN.map((when) => [when, `${when[0]!.toUpperCase()}${when.slice(1)}`]),
  hasTotal: false,
  groups: ['iro'],
  columns: COLUMNS,
};

export const BOARD_DAYS: TableOf<OnBoard> = {
  id: 'board-days',
  title: 'Day by day',
  by: { head: 'Day', row: ({ on }) => on, words: (key) => longDate(isoDate(key)) },
  hasTotal: false,
  groups: [],
  columns: COLUMNS,
};

export const BOARD_OVERDUE: TableOf<OnBoard> = {
  id: 'board-overdue',
  title: 'Overdue, by duty',
  by: { head: 'Duty', row: ({ kind }) => kind },
  hasTotal: false,
  groups: [],
  columns: [
    those('overdue', 'Overdue', 'Duties whose day has passed and that are not done.', isDuty),
    those('past-law', 'Law', 'Those of them that are past a limit of law.', ({ isOfLaw }) => isOfLaw),
  ],
};

/** Of today and the six days after it. */
export const ofThisWeek = (all: readonly OnBoard[]): OnBoard[] =>
  all.filter(({ when }) => when === 'today' || when === 'this week');
export const areOverdue = (all: readonly OnBoard[]): OnBoard[] =>
  all.filter(({ when }) => when === 'overdue');
