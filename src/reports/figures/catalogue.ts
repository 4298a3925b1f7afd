/** The reports of figures, each a list of tables, and every figure by its name: `reviews.in-time`. */

import { CASELOAD_GUIDANCE } from '../../core/children/caseload';
import { ANNUAL_CHAPTERS, type Chapter } from './chapters';
import type { Chart } from './chart';
import type { Counted, TableOf } from './model';
import { part, partOfUnit, type ReportPart } from './parts';
import { AT_REVIEW, childAtReviews, VIEWS, viewsGiven } from './tables/at-review';
import { BETWEEN_REVIEWS, betweenReviews } from './tables/between-reviews';
import { BOARD, BOARD_DAYS, BOARD_OVERDUE } from './tables/board';
import { REVIEWS_BY_MONTH, reviewsByMonth } from './tables/by-month';
import { IN_CARE, IN_CARE_BY, timesInCare } from './tables/care';
import { CASELOAD } from './tables/caseload';
import { CEASED, hasLeft } from './tables/ceased';
import { CONFERENCES, conferencesHeld, PLANS, plansStanding } from './tables/conferences';
import { BEYOND, DISPUTES, DISPUTES_BY_TEAM, DISPUTES_BY_THEME, disputesCounted } from './tables/disputes';
import { FORECAST, FORECAST_BY_CHAIR, FORECAST_BY_DAY } from './tables/forecast';
import { HOW_LATE } from './tables/how-late';
import { atMonthEnds, MONTH_BY_MONTH } from './tables/month-by-month';
import { MOVED_MEETINGS, reviewsMoved } from './tables/moved';
import { CHILDREN_ON_TIME, childReviewed } from './tables/on-time-children';
import { isOldEnough, PARTICIPATION, reviewsSat, TOOK_PART, TOOK_PART_BY_AGE } from './tables/participation';
import { PERMANENCE, permanenceOf } from './tables/permanence';
import { childrenSeen, formAnswers, QUALITY, QUALITY_BY_TEAM, SEEN } from './tables/quality';
import { RECOMMENDATIONS, recommendationsCounted } from './tables/recommendations';
import { isPast, REVIEWS, REVIEWS_BY_KIND, reviewsDue, WHY_LATE } from './tables/reviews';
import { STEPS, stepsDue } from './tables/steps';
import { postsOfTeam, TEAM } from './tables/team';

export interface ReportOfFigures {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly ReportPart[];
  /** It tells what is to come: it is of today, and of no period that was. */
  readonly looksAhead?: true;
  /** What is drawn of its tables, on a page. */
  readonly charts?: readonly Chart[];
  /** The headings that people write under, with every table of it. */
  readonly chapters?: readonly Chapter[];
  /** Its page is read across a room. */
  readonly forWall?: true;
  /** The figures that are read first, at the head of a page. */
  readonly first?: readonly string[];
}

/** Where a bar is meant to end. */
const GUIDANCE = {
  from: CASELOAD_GUIDANCE.from,
  to: CASELOAD_GUIDANCE.to,
  words: 'what the guidance asks, unverified',
};

/** What is drawn of reviews. */
const OF_REVIEWS: readonly Chart[] = [
  {
    ...{ of: 'reviews-by-month', kind: 'lines', columns: ['share-in-time', 'share-before'] },
    title: 'Reviews in time, month by month',
    says: 'Of the reviews that were due in each month, the share held in time, and the same a year before.',
  },
  {
    ...{ of: 'how-late', kind: 'bars', columns: ['reviews'] },
    title: 'In time, and how late',
    says: 'How many of the reviews were held in time, how many later by how many working days, and how many not yet.',
  },
  {
    ...{ of: 'participation', kind: 'bars', columns: ['reviews'] },
    title: 'How children took part in their reviews',
    says: 'How many of the reviews that were held have each code of participation.',
  },
];

/** Whether reviews were in time, who took part, and what was heard of them. */
const REVIEWS_AND_VOICE: readonly ReportPart[] = [
  part(reviewsDue, [REVIEWS]),
  part(reviewsByMonth, [REVIEWS_BY_MONTH]),
  part(reviewsDue, [REVIEWS_BY_KIND], [HOW_LATE], [WHY_LATE, isPast]),
  part(reviewsMoved, [MOVED_MEETINGS]),
  part(childReviewed, [CHILDREN_ON_TIME]),
  part(reviewsSat, [TOOK_PART], [TOOK_PART_BY_AGE, isOldEnough], [PARTICIPATION]),
  part(childrenSeen, [SEEN]),
  part(childAtReviews, [AT_REVIEW]),
  part(viewsGiven, [VIEWS]),
];
const CHILDREN_IN_CARE = part(timesInCare, [IN_CARE], ...IN_CARE_BY.map((table) => [table] as const), [
  CEASED,
  hasLeft,
]);

export const PERFORMANCE: ReportOfFigures = {
  id: 'performance',
  title: 'How the unit did',
  parts: [
    ...REVIEWS_AND_VOICE,
    part(stepsDue, [STEPS]),
    part(conferencesHeld, [CONFERENCES]),
    part(plansStanding, [PLANS]),
    part(permanenceOf, [PERMANENCE]),
    CHILDREN_IN_CARE,
  ],
  charts: OF_REVIEWS,
  first: [
    'reviews.due',
    'reviews.share-in-time',
    'reviews.late',
    'reviews.not-held',
    'took-part.attended',
    'seen.share-seen',
  ],
};

const OF_DISPUTES: readonly Chart[] = [
  {
    ...{ of: 'disputes', kind: 'bars', columns: ['open', 'resolved'] },
    title: 'Disputes by the stage that they came to',
    says: 'How many disputes came to each stage, and how many of them are open still.',
  },
];

export const DISPUTES_REPORT: ReportOfFigures = {
  id: 'disputes',
  title: 'Disputes',
  parts: [part(disputesCounted, [DISPUTES], [DISPUTES_BY_THEME], [DISPUTES_BY_TEAM], [BEYOND])],
  charts: OF_DISPUTES,
  first: ['disputes.disputes', 'disputes.open', 'disputes.formal', 'disputes.median-days'],
};

export const RECOMMENDATIONS_REPORT: ReportOfFigures = {
  id: 'recommendations',
  title: 'Decisions and recommendations',
  parts: [part(recommendationsCounted, [RECOMMENDATIONS])],
  first: [
    'recommendations.due',
    'recommendations.share-in-time',
    'recommendations.open',
    'recommendations.past',
  ],
};

export const MONITORING_REPORT: ReportOfFigures = {
  id: 'monitoring',
  title: 'Monitoring forms',
  parts: [part(formAnswers, [QUALITY], [QUALITY_BY_TEAM])],
  charts: [
    {
      ...{ of: 'quality', kind: 'bars', columns: ['good', 'adequate', 'poor', 'not-answered'] },
      title: 'What the forms say of each item',
      says: 'How many of the forms say good, adequate or poor of each item, and how many leave it open.',
    },
  ],
};

/** What an annual report says, in the order of those that are published; each table stands in other reports too. */
export const ANNUAL_REPORT: ReportOfFigures = {
  id: 'annual',
  title: 'Annual report of the independent reviewing service',
  parts: [
    partOfUnit(postsOfTeam, [TEAM]),
    part(atMonthEnds, [MONTH_BY_MONTH]),
    CHILDREN_IN_CARE,
    ...REVIEWS_AND_VOICE,
    part(betweenReviews, [BETWEEN_REVIEWS]),
    part(stepsDue, [STEPS]),
    part(disputesCounted, [DISPUTES], [DISPUTES_BY_THEME], [DISPUTES_BY_TEAM], [BEYOND]),
    part(recommendationsCounted, [RECOMMENDATIONS]),
    part(conferencesHeld, [CONFERENCES]),
    part(plansStanding, [PLANS]),
    part(permanenceOf, [PERMANENCE]),
    part(formAnswers, [QUALITY], [QUALITY_BY_TEAM]),
  ],
  chapters: ANNUAL_CHAPTERS,
  charts: [
    {
      ...{ of: 'month-ends', kind: 'bars', columns: ['average'], band: GUIDANCE },
      title: 'Children for each IRO, month by month',
      says: 'How many children an IRO had on average at the end of each month, against what the guidance asks.',
    },
    ...OF_REVIEWS,
    ...OF_DISPUTES,
  ],
  first: ['reviews.share-in-time', 'took-part.attended', 'disputes.disputes', 'conferences.share-in-time'],
};

/** A part of a report that looks ahead: it is counted from the agenda (ahead/), and not child by child. */
const ahead = <T extends Counted>(table: TableOf<T>): ReportPart => part<T>(() => [], [table]);

export const CASELOAD_REPORT: ReportOfFigures = {
  id: 'caseload',
  title: 'What each IRO carries',
  looksAhead: true,
  parts: [ahead(CASELOAD)],
  charts: [
    {
      ...{ of: 'caseload', kind: 'bars', columns: ['per-full-time'] },
      title: 'Children for a full-time week',
      says: 'How many children each IRO would have in a full-time week, against what the guidance asks.',
      band: GUIDANCE,
    },
  ],
  first: ['caseload.children', 'caseload.above', 'caseload.conferences'],
};

export const FORECAST_REPORT: ReportOfFigures = {
  id: 'forecast',
  title: 'Reviews and conferences to come',
  looksAhead: true,
  parts: [ahead(FORECAST), ahead(FORECAST_BY_CHAIR), ahead(FORECAST_BY_DAY)],
  charts: [
    {
      ...{ of: 'forecast', kind: 'columns', columns: ['reviews', 'conferences'], limit: 'days' },
      title: 'Meetings of each week',
      says: 'How many reviews and conferences are planned or due in each week, and how many days there are for them.',
    },
    {
      ...{ of: 'forecast-by-day', kind: 'days', columns: ['meetings'] },
      title: 'Meetings of each day',
      says: 'How many reviews and conferences are planned for each day, or are due by it.',
    },
  ],
  first: ['forecast.reviews', 'forecast.conferences', 'forecast.over'],
};

export const BOARD_REPORT: ReportOfFigures = {
  id: 'board',
  title: 'The unit’s board',
  forWall: true,
  looksAhead: true,
  parts: [ahead(BOARD), ahead(BOARD_DAYS), ahead(BOARD_OVERDUE)],
  first: ['board.due', 'board.law', 'board.meetings'],
};

/** Every report of figures but the annual one. */
export const REPORTS: readonly ReportOfFigures[] = [
  PERFORMANCE,
  DISPUTES_REPORT,
  RECOMMENDATIONS_REPORT,
  MONITORING_REPORT,
  CASELOAD_REPORT,
  FORECAST_REPORT,
  BOARD_REPORT,
];

/** The names of its tables. */
export const tablesWithin = ({ parts }: ReportOfFigures): string[] =>
  parts.flatMap(({ tables }) => tables.map(({ id }) => id));
