/** What reviews come to, counted from the events by SQL: meetings that were moved, permanence, what the child had of them. */
import type { Table } from './counted-by-sql';
import { FACTS, share } from './facts-by-sql';

type Rows = (sql: string) => Table;

/** Each fact with the time in care in which it lies, and how many reviews of it were held before. */
const ROUNDS = `
  , round AS (
    SELECT fact.*, opened, ended,
      (SELECT count(*) FROM fact AS held WHERE held.child = fact.child AND held.kind = 'review-held' AND held.d >= opened
        AND (held.d, held.id) < (fact.d, fact.id)) AS before
    FROM fact JOIN (SELECT child, began AS opened, ended FROM period) AS p
      ON p.child = fact.child AND fact.d >= opened AND fact.d <= coalesce(ended, '9999')
  ),
  sat AS (SELECT * FROM round WHERE kind = 'review-held' AND d BETWEEN $from AND $last)`;

export const moved = (rows: Rows): Table =>
  rows(`${FACTS}${ROUNDS}, plan AS (
      SELECT child, opened, before, a ->> 'meeting' AS day,
        lag(a ->> 'meeting') OVER (PARTITION BY child, opened, before ORDER BY d, id) AS last FROM round WHERE kind = 'review-planned'),
    each AS (SELECT (SELECT count(*) FROM plan WHERE plan.child = sat.child AND plan.opened = sat.opened
      AND plan.before = sat.before AND last IS NOT NULL AND last <> day) AS times FROM sat)
    SELECT 'reviews' AS row, count(*) AS reviews, sum(times > 0) AS moved, sum(times) AS times FROM each`);

/** True of a review of which it is said that it looked at a matter. */
const saw = (matter: string): string =>
  `coalesce(',' || replace(a ->> 'considered', ' ', '') || ',' LIKE '%,${matter},%', 0)`;

export const permanence = (rows: Rows): Table =>
  rows(`${FACTS}${ROUNDS}, one AS (
      SELECT *, before + 1 AS number,
        NOT EXISTS (SELECT 1 FROM fact WHERE fact.child = sat.child AND fact.d BETWEEN sat.opened AND sat.d
          AND fact.kind IN ('became-looked-after', 'legal-status-changed') AND coalesce(fact.a ->> 'basis', '') NOT IN ('V3', 'V4')) AS short,
        coalesce(a ->> 'considered', '') <> '' AS said FROM sat),
    own AS (SELECT * FROM one WHERE NOT short)
    SELECT 'children' AS row, sum(number = 2) AS second,
      ${share(`sum(number = 2 AND ${saw('permanence-plan')})`, 'sum(number = 2 AND said)')} AS considered,
      ${share("sum(number = 2 AND a ->> 'permanence-agreed' IS 'yes')", "sum(number = 2 AND a ->> 'permanence-agreed' IS NOT NULL)")} AS agreed,
      sum(number = 3) AS third,
      ${share(`sum(number = 3 AND ${saw('parallel-plan')})`, 'sum(number = 3 AND said)')} AS parallel,
      sum(number IN (2, 3) AND EXISTS (SELECT 1 FROM round WHERE round.child = own.child AND round.opened = own.opened
        AND round.before = own.before + 1 AND round.kind = 'third-review-endorsed')) AS endorsed,
      (SELECT count(*) FROM fact WHERE kind = 'placed-for-adoption' AND d BETWEEN $from AND $last) AS adoption FROM own`);

/** The ways in which the child’s views came before a review, each once. */
const WAYS = `, way AS (
    SELECT DISTINCT sat.id, coalesce(round.a ->> 'how', 'not recorded how') AS how FROM sat JOIN round
      ON round.child = sat.child AND round.opened = sat.opened AND round.before = sat.before AND round.kind = 'views-given'
    WHERE round.a ->> 'ref' = 'child' AND round.a ->> 'kept-out' IS NULL)`;

/** True of a review to which somebody came who is an advocate of the child. */
const ADVOCATE = `EXISTS (SELECT 1 FROM child_person JOIN person ON person.id = person_id JOIN subject ON subject.id = child_id
  WHERE role = 'advocate' AND subject.ref = sat.child AND ',' || replace(a ->> 'attended', ' ', '') || ',' LIKE '%,' || tag || ',%')`;

export const childAtReview = (rows: Rows): Table =>
  rows(`${FACTS}${ROUNDS}${WAYS} SELECT 'reviews' AS row, count(*) AS reviews, sum(a ->> 'child-chaired' IS 'yes') AS chaired,
    ${share(`sum(${ADVOCATE})`, "sum(coalesce(a ->> 'attended', '') <> '')")} AS advocate,
    sum(id IN (SELECT id FROM way)) AS views FROM sat`);

export const viewsByWay = (rows: Rows): Table =>
  rows(`${FACTS}${ROUNDS}${WAYS} SELECT how AS row, count(*) AS reviews FROM way GROUP BY 1`);
