/** The reports of figures, each a list of tables, and every figure by its name: `reviews.in-time`. */
import type { FigureChild, Figuring } from './child';
import { type Counted, type Figures, figuresOf, type Group, type TableOf } from './model';
import { CEASED, haveLeft, IN_CARE, IN_CARE_BY_STATUS, timesInCare } from './tables/care';
import { CONFERENCES, conferencesHeld, PLANS, plansStanding } from './tables/conferences';
import { BEYOND, DISPUTES, DISPUTES_BY_THEME, disputesCounted } from './tables/disputes';
import { CHILDREN_ON_TIME, childReviewed } from './tables/on-time-children';
import { PARTICIPATION, reviewsSat, TOOK_PART } from './tables/participation';
import { childrenSeen, formAnswers, QUALITY, SEEN } from './tables/quality';
import { RECOMMENDATIONS, recommendationsCounted } from './tables/recommendations';
import { areLate, REVIEWS, REVIEWS_BY_KIND, reviewsDue, WHY_LATE } from './tables/reviews';
import { STEPS, stepsDue } from './tables/steps';

/** What is kept of every child until all were read: no more than the tables count. */
interface Part {
  /** Takes in a child. */
  take(child: FigureChild, figuring: Figuring): void;
  tables(group: Group | null): Figures[];
  readonly all: readonly TableOf<never>[];
}

/** Several tables of the same things. */
function part<T extends Counted>(
  things: (child: FigureChild, figuring: Figuring) => readonly T[],
  ...tables: readonly (readonly [TableOf<T>, only?: (all: readonly T[]) => readonly T[]])[]
): () => Part {
  return () => {
    const all: T[] = [];
    return {
      take: (child, figuring) => void all.push(...things(child, figuring)),
      tables: (group) => tables.map(([table, only]) => figuresOf(table, only ? only(all) : all, group)),
      all: tables.map(([table]) => table as TableOf<never>),
    };
  };
}

export interface ReportOfFigures {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly (() => Part)[];
}

export const PERFORMANCE: ReportOfFigures = {
  id: 'performance',
  title: 'How the unit did',
  parts: [
    part(reviewsDue, [REVIEWS], [REVIEWS_BY_KIND], [WHY_LATE, areLate]),
    part(childReviewed, [CHILDREN_ON_TIME]),
    part(reviewsSat, [TOOK_PART], [PARTICIPATION]),
    part(childrenSeen, [SEEN]),
    part(stepsDue, [STEPS]),
    part(conferencesHeld, [CONFERENCES]),
    part(plansStanding, [PLANS]),
    part(timesInCare, [IN_CARE], [IN_CARE_BY_STATUS], [CEASED, haveLeft]),
  ],
};

export const DISPUTES_REPORT: ReportOfFigures = {
  id: 'disputes',
  title: 'Disputes',
  parts: [part(disputesCounted, [DISPUTES], [DISPUTES_BY_THEME], [BEYOND])],
};

export const RECOMMENDATIONS_REPORT: ReportOfFigures = {
  id: 'recommendations',
  title: 'Decisions and recommendations',
  parts: [part(recommendationsCounted, [RECOMMENDATIONS])],
};

export const MONITORING_REPORT: ReportOfFigures = {
  id: 'monitoring',
  title: 'Monitoring forms',
  parts: [part(formAnswers, [QUALITY])],
};

const REPORTS: readonly ReportOfFigures[] = [
  PERFORMANCE,
  DISPUTES_REPORT,
  RECOMMENDATIONS_REPORT,
  MONITORING_REPORT,
];

/** The tables of a report, of these children. */
export function tablesOf(
  { parts }: ReportOfFigures,
  children: Iterable<FigureChild>,
  figuring: Figuring,
  group: Group | null,
): Figures[] {
  const made = parts.map((begin) => begin());
  for (const child of children) for (const each of made) each.take(child, figuring);
  return made.flatMap((each) => each.tables(group));
}

export interface NamedFigure {
  readonly name: string;
  readonly report: string;
  readonly table: string;
  readonly head: string;
  readonly says: string;
  /** What it is a share or a median of is said by the sentence; this says that it is one. */
  readonly unit: 'count' | 'percent' | 'days';
}

/** Every figure of every report, once. */
export function everyFigure(): NamedFigure[] {
  return REPORTS.flatMap(({ id: report, parts }) =>
    parts.flatMap((begin) =>
      begin().all.flatMap((table) =>
        figuresOf(table, [], null).columns.map(({ id, head, says, unit }) => ({
          ...{ name: `${table.id}.${id}`, report, table: table.title, head, says, unit },
        })),
      ),
    ),
  );
}
