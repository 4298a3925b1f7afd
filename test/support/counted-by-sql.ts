/**
 * What a unit comes to, counted from the events themselves: by SQL, and, of what is owed, by the second count of the law. It
 * shares nothing with the reports but the names of tables and columns.
 */
import type { Db } from '../../src/store/sqlite';
import { rulesOf } from '../core/support/engine';
import { dayOf, eighteenth, months, naively, workingDays, written } from '../core/support/naive';
import { naiveCases } from '../core/support/naive-cases';
import { naiveMatters } from '../core/support/naive-matters';
import { ageOn, FACTS, OLD_ENOUGH, share, statusOn, TEAM } from './facts-by-sql';
import { childAtReview, moved, permanence, viewsByWay } from './reviews-by-sql';

export interface Asked {
  readonly from: string;
  readonly to: string;
  /** The day on which it is known. */
  readonly asAt: string;
  /** Facts entered after this day are left out; null takes all. */
  readonly recordedBy: string | null;
  readonly goLive: string | null;
}

export type Cells = Readonly<Record<string, number | null>>;
/** The cells of each row, by its key. */
export type Table = ReadonlyMap<string, Cells>;

const NOT_RECORDED = 'not recorded';

/** Times in care that touch the period. */
const TIMES = `
  , time AS (
    SELECT *, CASE WHEN ended <= $last THEN ended END AS left FROM care
  ),
  counted AS (
    SELECT *, coalesce(left, $last) AS day FROM time
    WHERE began <= $last AND coalesce(left, '9999') >= $from
  ),
  item AS (
    SELECT *, ${statusOn('day').replaceAll('care.', 'care.')} AS code, ${ageOn('day')} AS age,
      (began < $from OR already) AS at_start, (began >= $from AND NOT already) AS came
    FROM counted AS care
  )`;
const TIMES_COLUMNS = `sum(at_start) AS "at-start", sum(came) AS began, count(left) AS ended, sum(left IS NULL) AS "at-end"`;

/** What is known of the child of a time in care. */
const ofSubject = (column: string): string =>
  `(SELECT ${column} FROM subject WHERE subject.ref = item.child)`;
const inCareBy = (row: string): string =>
  `${FACTS}${TIMES} SELECT ${row} AS row, ${TIMES_COLUMNS} FROM item GROUP BY 1`;
/** Whole months from the day it began, a month being over on the same day of the next, or on its last day. */
const MONTHS_IN_CARE = `(strftime('%Y', day) - strftime('%Y', began)) * 12 + strftime('%m', day) - strftime('%m', began)
  - (strftime('%d', day) < strftime('%d', began) AND day <> date(day, 'start of month', '+1 month', '-1 day'))`;

export interface Counter {
  /** Whether it counts a table at all. */
  knows: (id: string) => boolean;
  table(id: string): Table;
}

/** Every table that can be counted from the events of a database. */
export function counterOf(db: Db, asked: Asked): Counter {
  const last = asked.to < asked.asAt ? asked.to : asked.asAt;
  const until = asked.recordedBy === null ? '9999' : `${asked.recordedBy}T23:00:00Z`;
  const said = { from: asked.from, to: asked.to, asAt: asked.asAt, until, last };
  const ask = <T>(sql: string, more: Readonly<Record<string, unknown>> = {}): T[] => {
    const named = new Set(Array.from(sql.matchAll(/\$(\w+)/g), ([, name]) => name!));
    const values = Object.fromEntries(
      Object.entries({ ...said, ...more }).filter(([name]) => named.has(name)),
    );
    return db.prepare(sql).all(values) as T[];
  };
  const rows = (sql: string, more: Readonly<Record<string, unknown>> = {}): Table =>
    new Map(
      ask<{ row: string | null }>(sql, more).map(({ row, ...cells }) => [
        row ?? NOT_RECORDED,
        cells as Cells,
      ]),
    );
  const lives = livesIn(ask, asked);
  const tables: Readonly<Record<string, () => Table>> = {
    'in-care': () =>
      rows(`${FACTS}${TIMES} SELECT CASE WHEN age >= 16 THEN '16 and over' WHEN age >= 10 THEN '10 to 15'
        WHEN age >= 5 THEN '5 to 9' WHEN age >= 1 THEN '1 to 4' WHEN age IS NOT NULL THEN 'under 1' END AS row,
        ${TIMES_COLUMNS} FROM item GROUP BY 1`),
    'in-care-by-status': () =>
      rows(`${FACTS}${TIMES} SELECT code AS row, ${TIMES_COLUMNS} FROM item GROUP BY 1`),
    'in-care-by-sex': () => rows(inCareBy(ofSubject('sex'))),
    'in-care-by-ethnicity': () => rows(inCareBy(ofSubject('ethnicity'))),
    'in-care-by-arrival': () =>
      rows(
        inCareBy(
          `CASE WHEN ${ofSubject('unaccompanied')} THEN 'unaccompanied' ELSE 'not recorded as unaccompanied' END`,
        ),
      ),
    'in-care-by-time': () =>
      rows(
        `${FACTS}${TIMES}, lasting AS (SELECT *, ${MONTHS_IN_CARE} AS months FROM item)
        SELECT CASE WHEN already THEN NULL WHEN months >= 60 THEN '5 years and more' WHEN months >= 24 THEN '2 years to 5'
          WHEN months >= 12 THEN '1 year to 2' WHEN months >= 6 THEN '6 months to a year' ELSE 'under 6 months' END AS row,
          ${TIMES_COLUMNS} FROM lasting GROUP BY 1`,
      ),
    ceased: () =>
      rows(`${FACTS}${TIMES}
        SELECT (SELECT a ->> 'reason' FROM fact WHERE fact.child = item.child AND d = left AND kind = 'ceased-looked-after') AS row,
          count(*) AS left,
          sum((SELECT a ->> 'unplanned' FROM fact WHERE fact.child = item.child AND d = left AND kind = 'ceased-looked-after') IS 'yes') AS unplanned,
          sum(EXISTS (SELECT 1 FROM fact WHERE fact.child = item.child AND kind = 'review-held' AND d BETWEEN opened AND left)) AS reviewed,
          sum(EXISTS (SELECT 1 FROM fact WHERE fact.child = item.child AND kind = 'exit-review-held' AND d >= left AND d <= $last
            AND NOT EXISTS (SELECT 1 FROM care AS other WHERE other.child = item.child AND other.began > item.began AND other.began <= d))) AS "reviewed-after"
        FROM item WHERE left IS NOT NULL GROUP BY 1`),
    'month-ends': () => monthEnds(rows, asked.from, last),
    'between-reviews': () =>
      rows(
        `${FACTS}, long AS (
          SELECT child,
            EXISTS (SELECT 1 FROM fact WHERE fact.child = care.child AND kind = 'midway-checked' AND d BETWEEN $from AND $last) AS checked,
            EXISTS (SELECT 1 FROM fact WHERE fact.child = care.child AND (kind = 'iro-visited' OR (kind = 'iro-saw-child' AND coalesce(a ->> 'outcome', 'seen') = 'seen')) AND d BETWEEN $from AND $last) AS seen
          FROM care WHERE began <= $last AND coalesce(ended, '9999') > $last AND (began <= $sixBefore OR already)
        ) SELECT 'children' AS row, count(*) AS children, sum(checked) AS checked, sum(seen) AS seen,
          sum(NOT checked AND NOT seen) AS neither FROM long`,
        { sixBefore: written(months(dayOf(last), -6)) },
      ),
    participation: () =>
      rows(`${FACTS} SELECT a ->> 'code' AS row, count(*) AS reviews, sum(${OLD_ENOUGH}) AS "four-and-over",
          ${share(`sum(${OLD_ENOUGH})`, `(SELECT count(*) FROM fact WHERE kind = 'review-held' AND d BETWEEN $from AND $last AND ${OLD_ENOUGH})`)} AS share
        FROM fact WHERE kind = 'review-held' AND d BETWEEN $from AND $last GROUP BY 1`),
    'took-part': () => tookPart(rows, "'reviews'"),
    'took-part-by-age': () =>
      tookPart(
        rows,
        "CASE WHEN age >= 16 THEN '16 and over' WHEN age >= 10 THEN '10 to 15' WHEN age >= 4 THEN '4 to 9' END",
      ),
    moved: () => moved(rows),
    permanence: () => permanence(rows),
    'at-review': () => childAtReview(rows),
    views: () => viewsByWay(rows),
    quality: () =>
      rows(`${FACTS}${ANSWERS} SELECT row, count(*) AS forms, ${ANSWER_COLUMNS} FROM answer GROUP BY 1`),
    'quality-by-team': () =>
      rows(
        `${FACTS}${ANSWERS} SELECT ${TEAM('answer')} AS row, count(*) AS answers, ${ANSWER_COLUMNS} FROM answer GROUP BY 1`,
      ),
    disputes: () => disputes(ask, asked, ({ stage }) => stage),
    'disputes-by-theme': () => disputes(ask, asked, ({ theme }) => theme),
    'disputes-by-team': () => disputes(ask, asked, ({ team }) => team),
    beyond: () =>
      rows(`${FACTS}${DISPUTES} SELECT 'disputes' AS row, sum(${hasHappened("kind = 'cafcass-considered'")}) AS considered,
        sum(${hasHappened("kind = 'cafcass-referred'")}) AS referred,
        sum(NOT ${hasHappened("kind = 'cafcass-referred'")} AND (SELECT a ->> 'outcome' FROM fact WHERE fact.child = dispute.child AND a ->> 'ref' = dispute.ref
          AND fact.d <= $last AND kind = 'cafcass-considered' ORDER BY fact.d DESC LIMIT 1) IS 'not-referred') AS "not-referred",
        sum(${hasHappened("kind = 'legal-advice-taken'")}) AS "legal-advice",
        sum(${hasHappened("kind = 'dispute-noted' AND a ->> 'good-practice' IS 'yes'")}) AS "good-practice" FROM dispute`),
    recommendations: () =>
      rows(`${FACTS}${RECOMMENDATIONS} SELECT kind AS row, sum(was_made) AS made, sum(is_due) AS due,
        coalesce(sum(is_due AND settled <= coalesce("by", '9999')), 0) AS "in-time", coalesce(sum(is_due AND settled > "by"), 0) AS late,
        sum(is_due AND state = 'overtaken') AS overtaken, sum(is_due AND state = 'open') AS open,
        sum(is_due AND state = 'open' AND coalesce("by", '9999') < $asAt) AS past,
        ${share('sum(is_due AND coalesce(settled <= coalesce("by", \'9999\'), 0))', "sum(is_due AND state <> 'overtaken')")} AS "share-in-time",
        sum(is_due AND tracked IS NOT NULL) AS tracked, sum(is_due AND escalated) AS escalated FROM stands GROUP BY 1`),
    conferences: () => conferences(ask),
    plans: () => plans(rows, last),
    reviews: () => reviewsBy(lives, asked, ({ due }) => quarterOf(due)),
    'reviews-by-kind': () => reviewsBy(lives, asked, ({ duty }) => duty),
    'reviews-by-month': () => reviewsByMonth(lives, asked, last),
    'how-late': () => counts(dueIn(lives, asked), bandOf, { reviews: () => true }),
    'why-late': () => whyLate(dueIn(lives, asked).filter(({ how }) => how !== 'in time')),
    children: () => childrenOnTime(dueIn(lives, asked)),
    seen: () => seenBefore(lives, asked),
    steps: () => stepsDue(lives, asked),
  };
  return { knows: (id) => tables[id] !== undefined, table: (id) => tables[id]!() };
}

type Rows = (sql: string, more?: Readonly<Record<string, unknown>>) => Table;

function tookPart(rows: Rows, row: string): Table {
  return rows(`${FACTS}, sat AS (SELECT a ->> 'code' AS code, ${ageOn('d')} AS age FROM fact WHERE kind = 'review-held' AND d BETWEEN $from AND $last AND ${OLD_ENOUGH})
    SELECT ${row} AS row, count(*) AS reviews,
      ${share("sum(code IN ('PN1', 'PN2', 'PN3', 'PN4'))", 'count(code)')} AS attended,
      ${share("sum(code IN ('PN1', 'PN2', 'PN3', 'PN5', 'PN6'))", 'count(code)')} AS views,
      ${share("sum(code IS 'PN7')", 'count(code)')} AS neither,
      count(*) - count(code) AS "no-code" FROM sat GROUP BY 1`);
}

/** Each question of each form. */
const ANSWERS = `, form AS (SELECT * FROM fact WHERE kind = 'monitoring-form-completed' AND d BETWEEN $from AND $last),
  answer AS (
    SELECT child, 'the care plan' AS row, a ->> 'plan-quality' AS said FROM form
    UNION ALL SELECT child, 'how the child took part', a ->> 'participation' FROM form
    UNION ALL SELECT child, 'the papers: in time, late, missing',
      CASE a ->> 'papers' WHEN 'in-time' THEN 'good' WHEN 'late' THEN 'adequate' WHEN 'missing' THEN 'poor' END FROM form
    UNION ALL SELECT child, 'no drift or delay', CASE a ->> 'drift' WHEN 'yes' THEN 'poor' WHEN 'no' THEN 'good' END FROM form)`;
const ANSWER_COLUMNS = `sum(said IS 'good') AS good, sum(said IS 'adequate') AS adequate,
  sum(said IS 'poor') AS poor, count(*) - count(said) AS "not-answered"`;

function monthEnds(
  rows: (sql: string, more: Readonly<Record<string, unknown>>) => Table,
  from: string,
  last: string,
): Table {
  const all = new Map<string, Cells>();
  for (let first = `${from.slice(0, 7)}-01`; ; first = written(months(dayOf(first), 1))) {
    const end = written(months(dayOf(first), 1) - 1);
    if (end > last) return all;
    const found = rows(
      `${FACTS}${PLANS}, load AS (
        SELECT (SELECT a ->> 'iro' FROM fact WHERE fact.child = care.child AND kind IN ('iro-allocated', 'iro-changed')
          AND d BETWEEN opened AND $day ORDER BY d DESC LIMIT 1) AS iro
        FROM care WHERE began <= $day AND coalesce(ended, '9999') > $day),
      each AS (SELECT iro, count(*) AS n FROM load WHERE iro IS NOT NULL GROUP BY 1)
      SELECT 'month' AS row, (SELECT count(*) FROM load) AS "in-care", (SELECT count(*) FROM standing) AS plans,
        count(*) AS iros, NULL AS fte, round(10.0 * sum(n) / count(*)) / 10 AS average, max(n) AS highest, coalesce(sum(n > 70), 0) AS above FROM each`,
      { day: end, adultBorn: written(months(dayOf(end), -18 * 12)) },
    ).get('month')!;
    all.set(end.slice(0, 7), found);
  }
}

/** Children on a plan on a day: it was made and has not ended, and the child is not 18. */
const PLANS = `
  , plan AS (
    SELECT child, born, d AS since, (SELECT min(d) FROM fact AS ending WHERE ending.child = made.child AND ending.d > made.d
      AND (kind = 'protection-plan-ended' OR (kind = 'review-conference-held' AND a ->> 'outcome' IS 'end'))) AS ended
    FROM fact AS made WHERE kind = 'initial-conference-held' AND coalesce(a ->> 'outcome', 'plan') = 'plan'
  ),
  standing AS (SELECT * FROM plan WHERE since <= $day AND coalesce(ended, '9999') > $day AND coalesce(born, '9999') > $adultBorn)`;

function plans(rows: (sql: string, more: Readonly<Record<string, unknown>>) => Table, last: string): Table {
  const longer = [9, 12, 18, 24]
    .map((long) => `sum(since < $m${long} AND NOT (since = $m${long})) AS "over-${long}"`)
    .join(', ');
  // A plan is over so many months if its day that many months on lies before the last.
  return rows(
    `${FACTS}${PLANS} SELECT 'children' AS row, count(*) AS children, ${longer},
      sum((SELECT count(*) FROM plan AS other WHERE other.child = standing.child AND other.since <= $day) > 1) AS second FROM standing`,
    {
      day: last,
      adultBorn: written(months(dayOf(last), -18 * 12)),
      ...Object.fromEntries([9, 12, 18, 24].map((long) => [`m${long}`, firstNotOver(last, long)])),
    },
  );
}

/** The first day from which so many months are not over before a day. */
function firstNotOver(last: string, long: number): string {
  let day = dayOf(last) - long * 31 - 5;
  while (months(day, long) < dayOf(last)) day++;
  return written(day);
}

const DISPUTES = `
  , opened AS (SELECT child, a ->> 'ref' AS ref, min(d) AS d, a ->> 'theme' AS theme FROM fact WHERE kind = 'dispute-opened' GROUP BY 1, 2),
  settled AS (
    SELECT opened.*, (SELECT max(d) FROM fact WHERE fact.child = opened.child AND a ->> 'ref' = opened.ref AND kind = 'dispute-resolved' AND fact.d <= $last) AS resolved,
      (SELECT max(d) FROM fact WHERE fact.child = opened.child AND a ->> 'ref' = opened.ref AND kind = 'dispute-made-formal' AND fact.d <= $last) AS formal
    FROM opened WHERE d <= $last),
  dispute AS (
    SELECT child, ref, d, theme, formal, CASE WHEN coalesce(formal, '') <= resolved THEN resolved END AS resolved FROM settled
    WHERE coalesce(CASE WHEN coalesce(formal, '') <= resolved THEN resolved END, '9999') >= $from)`;

const hasHappened = (which: string): string =>
  `EXISTS (SELECT 1 FROM fact WHERE fact.child = dispute.child AND a ->> 'ref' = dispute.ref AND fact.d <= $last AND ${which})`;

interface DisputeFound {
  readonly d: string;
  readonly theme: string;
  readonly team: string | null;
  readonly formal: string | null;
  readonly resolved: string | null;
  readonly stage: string;
}

type Ask = <T>(sql: string, more?: Readonly<Record<string, unknown>>) => T[];

function disputes(ask: Ask, { from }: Asked, rowOf: (one: DisputeFound) => string | null): Table {
  const stage = (name: string): string =>
    hasHappened(`kind = 'dispute-stage-raised' AND a ->> 'stage' = '${name}'`);
  const all =
    ask<DisputeFound>(`${FACTS}${DISPUTES} SELECT d, replace(theme, '-', ' ') AS theme, ${TEAM('dispute')} AS team, formal, resolved,
    CASE WHEN ${stage('chief-executive')} THEN 'Chief executive' WHEN ${stage('senior-manager')} THEN 'Senior manager'
      WHEN ${stage('professionals-meeting')} THEN 'Professionals’ meeting' ELSE 'Informally' END AS stage FROM dispute`);
  return byRow(all, rowOf, (some) => {
    const days = some.flatMap(({ d, resolved }) =>
      resolved === null ? [] : [workingDaysBetween(d, resolved)],
    );
    return {
      disputes: some.length,
      raised: some.filter(({ d }) => d >= from).length,
      formal: some.filter(({ formal }) => formal !== null).length,
      resolved: days.length,
      open: some.length - days.length,
      'median-days': median(days),
      'longest-days': days.length === 0 ? null : Math.max(...days),
    };
  });
}

const RECOMMENDATIONS = `
  , about AS (
    SELECT *, a ->> 'ref' AS ref FROM fact WHERE kind IN ('decision-made', 'decision-done', 'decision-overtaken', 'recommendation-tracked',
      'recommendation-escalated', 'recommendation-resolved')),
  one AS (
    SELECT child, ref, min(d) AS made,
      (SELECT coalesce(a ->> 'kind', 'decision') FROM about AS own WHERE own.child = about.child AND own.ref = about.ref AND own.kind = 'decision-made') AS decided,
      (SELECT a ->> 'by' FROM about AS own WHERE own.child = about.child AND own.ref = about.ref AND own.kind = 'decision-made') AS decided_by,
      (SELECT a ->> 'by' FROM about AS own WHERE own.child = about.child AND own.ref = about.ref AND own.kind = 'recommendation-tracked' ORDER BY d DESC LIMIT 1) AS tracked_by,
      max(CASE WHEN kind = 'recommendation-tracked' THEN d END) AS tracked, max(CASE WHEN kind = 'recommendation-resolved' THEN d END) AS resolved,
      max(CASE WHEN kind = 'decision-done' THEN d END) AS done, max(CASE WHEN kind = 'decision-overtaken' THEN d END) AS overtaken,
      max(kind = 'recommendation-escalated') AS escalated
    FROM about GROUP BY 1, 2),
  stands AS (
    SELECT *, coalesce(decided, 'recommendation') AS kind, coalesce(tracked_by, decided_by) AS "by",
      CASE WHEN done IS NOT NULL THEN 'done' WHEN overtaken IS NOT NULL THEN 'overtaken' WHEN resolved > tracked THEN 'resolved' ELSE 'open' END AS state,
      CASE WHEN done IS NOT NULL THEN done WHEN overtaken IS NULL AND resolved > tracked THEN resolved END AS settled
    , made BETWEEN $from AND $last AS was_made, coalesce(tracked_by, decided_by, made) BETWEEN $from AND $last AS is_due
    FROM one WHERE was_made OR is_due)`;

interface ConferenceFound {
  readonly child: string;
  readonly born: string | null;
  readonly d: string;
  readonly kind: string;
  readonly code: string | null;
  readonly quorum: string | null;
  readonly parents: string | null;
  readonly outcome: string | null;
  readonly before: string | null;
  readonly before_kind: string | null;
  readonly strategy: string | null;
  readonly shared: number;
}

function conferences(ask: Ask): Table {
  const all = ask<ConferenceFound>(`${FACTS}, conference AS (
      SELECT *, lag(d) OVER (PARTITION BY child ORDER BY d) AS before, lag(kind) OVER (PARTITION BY child ORDER BY d) AS before_kind
      FROM fact WHERE kind IN ('initial-conference-held', 'review-conference-held'))
    SELECT child, born, d, kind, a ->> 'code' AS code, a ->> 'quorum-because' AS quorum, a ->> 'parents-say' AS parents, a ->> 'outcome' AS outcome, before, before_kind,
      (SELECT max(d) FROM fact WHERE fact.child = conference.child AND kind = 'strategy-discussion' AND fact.d < conference.d AND fact.d > coalesce(before, '')) AS strategy,
      EXISTS (SELECT 1 FROM fact WHERE fact.child = conference.child AND kind = 'conference-reports-shared' AND a ->> 'to' IS NOT NULL AND fact.d < conference.d AND fact.d > coalesce(before, '')) AS shared
    FROM conference WHERE d BETWEEN $from AND $last`);
  const dueOf = ({ kind, strategy, before, before_kind }: ConferenceFound): number | null => {
    if (kind === 'initial-conference-held')
      return strategy === null ? null : workingDays(dayOf(strategy), 15);
    if (before === null) return null;
    return months(dayOf(before), before_kind === 'initial-conference-held' ? 3 : 6);
  };
  return byRow(
    all,
    ({ kind }) => (kind === 'initial-conference-held' ? 'initial conferences' : 'review conferences'),
    (some) => {
      const judged = some.filter((each) => {
        const isAdult = each.born !== null && eighteenth(each.born) <= dayOf(each.d);
        return dueOf(each) !== null && !isAdult;
      });
      const coded = some.filter(({ code }) => code !== null);
      return {
        held: some.length,
        'in-time': judged.filter((each) => dayOf(each.d) <= dueOf(each)!).length,
        'share-in-time': percent(
          judged.filter((each) => dayOf(each.d) <= dueOf(each)!).length,
          judged.length,
        ),
        'not-quorate': some.filter(({ quorum }) => quorum !== null).length,
        child: percent(coded.filter(({ code }) => /^PN[1-4]$/.test(code!)).length, coded.length),
        parents: some.filter(({ parents }) => parents !== null).length,
        'reports-shared': some.filter(({ shared }) => shared === 1).length,
        plan: some.filter(({ kind, outcome }) => kind === 'initial-conference-held' && outcome !== 'no-plan')
          .length,
        ended: some.filter(({ outcome }) => outcome === 'end').length,
      };
    },
  );
}

interface FactFound {
  readonly on: string;
  readonly kind: string;
  readonly attributes: Readonly<Record<string, string>>;
}
export interface LifeFound {
  readonly ref: string;
  readonly born: string | null;
  readonly facts: readonly FactFound[];
}
export interface Line {
  readonly life: LifeFound;
  readonly rule: string;
  readonly duty: string;
  readonly due: string;
  readonly standing: string;
}

const DUTIES = new Map(rulesOf('york').map(({ id, duty }) => [id, duty]));
const REVIEW =
  /^(review-(first|second|later|resume|early|before-change|placed-home|meeting-yearly)|short-break-review-|adoption-)/;

/** Each child with what is owed: reviews by the law and by York’s procedure, and all else by York’s. */
export type LivesFound = readonly {
  readonly life: LifeFound;
  readonly law: readonly Line[];
  readonly reviews: readonly Line[];
  readonly york: readonly Line[];
}[];

/** The children of a database, known today. */
export const livesOf = (db: Db, today: string): LivesFound =>
  livesIn((sql) => db.prepare(sql).all({ asAt: today, until: '9999' }) as never[], {
    ...{ from: today, to: today, asAt: today, recordedBy: null, goLive: null },
  });

function livesIn(ask: Ask, { asAt, goLive }: Asked): LivesFound {
  const found = ask<{ child: string; born: string | null; d: string; kind: string; a: string }>(
    `${FACTS} SELECT child, born, d, kind, a FROM fact ORDER BY child, d, id`,
  );
  const lives = new Map<string, { ref: string; born: string | null; facts: FactFound[] }>();
  for (const { child, born, d, kind, a } of found) {
    const life = lives.get(child) ?? { ref: child, born, facts: [] };
    life.facts.push({ on: d, kind, attributes: JSON.parse(a) as Record<string, string> });
    lives.set(child, life);
  }
  return [...lives.values()].map((life) => {
    const naive = { facts: life.facts, born: life.born, goLive, today: asAt };
    const linesOf = (all: readonly string[]): Line[] =>
      all.flatMap((line) => {
        const [rule, what, due, standing] = line.split(' ');
        return what === 'due'
          ? [{ life, rule: rule!, duty: DUTIES.get(rule!) ?? rule!, due: due!, standing: standing! }]
          : [];
      });
    const york = linesOf([...naively(naive, 'york'), ...naiveMatters(naive), ...naiveCases(naive, 'york')]);
    return {
      life,
      // What the law asks of reviews; a council’s own day judges none.
      law: linesOf(naively(naive, 'england')).filter(({ rule }) => REVIEW.test(rule)),
      reviews: york.filter(({ rule }) => REVIEW.test(rule)),
      york: york.filter(({ rule }) => !REVIEW.test(rule)),
    };
  });
}

interface ReviewFound extends Line {
  readonly how: 'in time' | 'late' | 'not held';
  readonly daysLate: number;
  readonly because: string | null;
  readonly agreedBy: string | null;
}

const isPast = ({ due, standing }: Line, from: string, to: string, asAt: string): boolean =>
  due >= from && due <= to && due <= asAt && !['ended', 'lapsed', 'upcoming'].includes(standing);

function dueIn(lives: LivesFound, { from, to, asAt }: Pick<Asked, 'from' | 'to' | 'asAt'>): ReviewFound[] {
  return lives.flatMap(({ life, law }) =>
    law
      .filter((line) => isPast(line, from, to, asAt))
      .map((line) => {
        const how = line.standing === 'met' ? 'in time' : line.standing === 'late' ? 'late' : 'not held';
        const held = life.facts.filter(
          ({ kind, on }) => kind === 'review-held' && (how !== 'late' || on > line.due),
        );
        const review = how === 'late' ? held[0]! : null;
        const before = life.facts.findLast(
          ({ kind, on }) =>
            (kind === 'review-held' || kind === 'became-looked-after') && on < (review?.on ?? '9999'),
        );
        const plan = life.facts.findLast(
          ({ kind, on }) =>
            kind === 'review-planned' &&
            on >= (before?.on ?? '') &&
            on <= (review?.on ?? '9999') &&
            on > (before?.on ?? ''),
        );
        const isPlannedLate =
          line.standing === 'overdue' && plan !== undefined && plan.attributes.meeting! > line.due;
        const told = how === 'late' ? plan : isPlannedLate ? plan : undefined;
        return {
          ...line,
          how,
          daysLate: how === 'in time' ? 0 : workingDaysBetween(line.due, review?.on ?? asAt),
          because: review?.attributes['late-because'] ?? told?.attributes['late-because'] ?? null,
          agreedBy: review?.attributes['agreed-by'] ?? told?.attributes['agreed-by'] ?? null,
        } as const;
      }),
  );
}

const COLUMNS_OF_REVIEWS: Readonly<Record<string, (one: ReviewFound) => boolean>> = {
  due: () => true,
  held: ({ how }) => how !== 'not held',
  'in-time': ({ how }) => how === 'in time',
  late: ({ how }) => how === 'late',
  eased: () => false,
  'not-held': ({ how }) => how === 'not held',
};

function reviewsBy(lives: LivesFound, asked: Asked, rowOf: (one: ReviewFound) => string): Table {
  return byRow(dueIn(lives, asked), rowOf, (some) => ({
    ...Object.fromEntries(Object.entries(COLUMNS_OF_REVIEWS).map(([id, is]) => [id, some.filter(is).length])),
    'share-in-time': percent(some.filter(({ how }) => how === 'in time').length, some.length),
  }));
}

function reviewsByMonth(lives: LivesFound, asked: Asked, last: string): Table {
  const yearOn = (day: string): string => written(months(dayOf(day), 12));
  const now = dueIn(lives, asked).map((one) => ({ ...one, month: one.due.slice(0, 7), isBefore: false }));
  const before = dueIn(lives, {
    from: written(months(dayOf(asked.from), -12)),
    to: written(months(dayOf(last), -12)),
    asAt: asked.asAt,
  })
    .filter(({ due }) => asked.goLive === null || due >= asked.goLive)
    .map((one) => ({ ...one, month: yearOn(one.due).slice(0, 7), isBefore: true }));
  return byRow(
    [...now, ...before],
    ({ month }) => month,
    (some) => {
      const of = (isBefore: boolean) => some.filter((one) => one.isBefore === isBefore);
      const inTime = (all: readonly ReviewFound[]) => all.filter(({ how }) => how === 'in time').length;
      return {
        due: of(false).length,
        'share-in-time': percent(inTime(of(false)), of(false).length),
        'share-before': percent(inTime(of(true)), of(true).length),
      };
    },
  );
}

const BANDS: readonly (readonly [number, string])[] = [
  [5, 'up to 5 working days late'],
  [10, '6 to 10 working days late'],
  [20, '11 to 20 working days late'],
  [9999, 'over 20 working days late'],
];
const bandOf = ({ how, daysLate }: ReviewFound): string =>
  how === 'late' ? BANDS.find(([most]) => daysLate <= most)![1] : how;

function whyLate(all: readonly ReviewFound[]): Table {
  return byRow(
    all,
    ({ because }) => because,
    (some) => ({
      reviews: some.length,
      share: percent(some.length, all.length),
      longest: Math.max(...some.map(({ daysLate }) => daysLate)),
      agreed: some.filter(({ agreedBy }) => agreedBy !== null).length,
      // None of the invented lives was in the months of 2020 in which a review might be late.
      eased: 0,
    }),
  );
}

function childrenOnTime(all: readonly ReviewFound[]): Table {
  const children = [...new Set(all.map(({ life }) => life))];
  const inTime = children.filter((life) =>
    all.every((one) => one.life !== life || one.how === 'in time'),
  ).length;
  return new Map([
    [
      'children',
      {
        'with-reviews': children.length,
        'all-in-time': inTime,
        'share-all-in-time': percent(inTime, children.length),
      },
    ],
  ]);
}

function seenBefore(lives: LivesFound, { from, to, asAt }: Asked): Table {
  const all = lives.flatMap(({ york }) =>
    york.filter(
      (line) => line.rule === 'see-child' && isPast(line, from, to, asAt) && line.standing !== 'overdue',
    ),
  );
  const seen = all.filter(({ standing }) => standing === 'met' || standing === 'late').length;
  return new Map([['reviews', { reviews: all.length, seen, 'share-seen': percent(seen, all.length) }]]);
}

function stepsDue(lives: LivesFound, { from, to, asAt }: Asked): Table {
  const all = lives.flatMap(({ york }) => york.filter((line) => isPast(line, from, to, asAt)));
  return byRow(
    all,
    ({ duty }) => duty,
    (some) => {
      const of = (...standings: string[]) =>
        some.filter(({ standing }) => standings.includes(standing)).length;
      return {
        due: some.length,
        'in-time': of('met', 'deemed'),
        late: of('late'),
        missed: of('missed', 'overdue'),
        'share-in-time': percent(of('met', 'deemed'), some.length),
      };
    },
  );
}

/** The cells of each row of some things. */
export function byRow<T>(
  all: readonly T[],
  rowOf: (one: T) => string | null,
  cells: (some: readonly T[]) => Cells,
): Table {
  const some = new Map<string, T[]>();
  for (const one of all) {
    const row = rowOf(one) ?? NOT_RECORDED;
    some.set(row, [...(some.get(row) ?? []), one]);
  }
  return new Map([...some].map(([row, own]) => [row, cells(own)]));
}

const counts = <T>(
  all: readonly T[],
  rowOf: (one: T) => string,
  columns: Readonly<Record<string, (one: T) => boolean>>,
): Table =>
  byRow(all, rowOf, (some) =>
    Object.fromEntries(Object.entries(columns).map(([id, is]) => [id, some.filter(is).length])),
  );

const percent = (part: number, all: number): number | null =>
  all === 0 ? null : Math.round((1000 * part) / all) / 10;

function median(all: readonly number[]): number | null {
  const sorted = [...all].sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Working days after one day up to and including a later one. */
function workingDaysBetween(from: string, to: string): number {
  let [day, count] = [dayOf(from), 0];
  for (;;) {
    day = workingDays(day, 1);
    if (day > dayOf(to)) return count;
    count++;
  }
}

/** The quarter of the year of the return in which a day lies. */
function quarterOf(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return month < 4 ? `${year} Q4` : `${year + 1} Q${Math.floor((month - 4) / 3) + 1}`;
}
