/**
 * What is asked of the agenda: open duties overdue or due in a window, and undated actions.
 */

import { compare } from '../../core/compare';
import type { Action, Duty } from '../../core/engine/duty';
import {
  isAsked,
  isKept,
  isOfLaw,
  isOpen,
  isOverByItsDay,
  lawByOf,
  standable,
  standingOn,
} from '../../core/engine/standing';
import type { RuleInBrief } from '../../core/rules/rule';
import type { IsoDate } from '../../core/time/dates';
import { forUnit } from '../people/names';
import { type Db, statement } from '../sqlite';
import {
  childrenWithLaterFacts,
  type ListedFor,
  NAMES,
  type ReckonedChild,
  TEAM_ID,
  type WhoseAgenda,
} from './afresh';
import { keptLawBy, OF_LAW, ofLaw } from './of-law';
import type { Engine } from './reckoning';
import { type KeptRow, wholeOf } from './whole';

/** An open duty as lists show it, and the whole of it if that is asked for. */
export interface OpenDuty {
  readonly child: ListedFor;
  readonly rule: RuleInBrief;
  readonly due: IsoDate;
  readonly review: number | null;
  readonly ref: string | null;
  readonly compressed: boolean;
  readonly provisional: boolean;
  /** The earliest day of a limit of law; null if it has none. */
  readonly lawBy: IsoDate | null;
  whole(): Duty;
}

export interface OpenAction {
  readonly child: ListedFor;
  readonly action: Pick<Action, 'id' | 'since' | 'review' | 'ref' | 'silentUntil' | 'endsOn'>;
}

/** Whose duties are wanted; what is left out is not asked about. */
export interface AgendaFilter extends WhoseAgenda {
  /** Only these rules. */
  readonly rules?: ReadonlySet<string> | undefined;
  /** Only those of children who died, or only those of the others; if it is not said, both. */
  readonly died?: boolean | undefined;
  /** `childrenWithLaterFacts`, where they have been worked out already. */
  readonly later?: readonly ReckonedChild[] | undefined;
}

export interface AgendaQuestion extends AgendaFilter {
  readonly today: IsoDate;
  /** What falls due from this day to `to`, both included, besides all that is overdue. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly limit?: number | undefined;
  /** Also what will be over by its day, for the child is 18 by then: the data has it, a list of what is to come has not. */
  readonly evenOver?: boolean | undefined;
  /** The whole of each duty will be asked for: only then is it read. */
  readonly whole?: boolean | undefined;
}

export interface AgendaAnswer {
  readonly duties: readonly OpenDuty[];
  /** Of all that was asked for, before the limit. */
  readonly overdue: number;
  /** Of these, as many as are past a limit of law. */
  readonly overdueByLaw: number;
  /** Whose they are: children, and applicants to the review mechanism. */
  readonly overdueOf: { readonly children: number; readonly applicants: number };
  readonly dueToday: number;
  readonly later: number;
}

type AgendaRow = ListedFor & KeptRow;

/** Joins a derived table to its child, with who has them. */
export const NAMED = `JOIN standing_of_child USING (child_id) JOIN subject AS child ON child.id = child_id
  LEFT JOIN person AS iro ON iro.id = iro_id LEFT JOIN person AS worker ON worker.id = social_worker_id`;

export interface Sql {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** Of whom rows are wanted, in SQL, with its values; those with facts after the day are left to be worked out afresh. */
export function whoseSql(filter: WhoseAgenda, today: IsoDate): Sql {
  const parts = ['latest_fact <= ?'];
  const values: (string | number)[] = [today];
  const add = (part: string, value: number | undefined): void => {
    if (value === undefined) return;
    parts.push(part);
    values.push(value);
  };
  add('child_id = ?', filter.childId);
  add('iro_id = ?', filter.iroId);
  add(`${TEAM_ID} = ?`, filter.teamId);
  return { sql: parts.join(' AND '), values };
}

/** The filter in SQL, with its values. `whose` is null if everyone is asked about. */
function filterSql(filter: AgendaFilter, today: IsoDate, whose: Sql | null): Sql {
  const parts = ['(ends_on IS NULL OR ends_on > ?)', ...(whose === null ? [] : [whose.sql])];
  const values = [today, ...(whose?.values ?? [])];
  if (filter.rules) {
    parts.push('rule IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify([...filter.rules]));
  }
  if (filter.died !== undefined) {
    parts.push(
      `child_id ${filter.died ? '' : 'NOT '}IN (SELECT child_id FROM standing_of_child WHERE died_on IS NOT NULL)`,
    );
  }
  return { sql: parts.join(' AND '), values };
}

/** True if a child is recorded as having died: if none is, there is nothing to tell apart. */
export const hasDeaths = (db: Db): boolean =>
  statement(db, 'SELECT 1 FROM standing_of_child WHERE died_on IS NOT NULL LIMIT 1').get() !== undefined;

/** Those who are asked about among the children worked out afresh. */
function afreshOf({ died, later }: AgendaFilter, read: () => ReckonedChild[]): readonly ReckonedChild[] {
  const all = later ?? read();
  return died === undefined
    ? all
    : all.filter(({ reckoning }) => (reckoning.standing.diedOn !== null) === died);
}

/**
 * Open duties overdue or due in a window, in due-date order. A child who has facts after today is
 * worked out afresh without them.
 */
export function openDuties(db: Db, engine: Engine, question: AgendaQuestion): AgendaAnswer {
  const { today, from, to, limit } = question;
  const stillOwed = question.evenOver ? '' : 'AND (ends_on IS NULL OR ends_on > due) ';
  const inWindow = (filter: Sql): Sql => ({
    sql: `(due < ? OR due BETWEEN ? AND ?) AND due <= ? AND (when_passed IS NULL OR due >= ?) ${stillOwed}AND ${filter.sql}`,
    values: [today, from, to, to < today ? today : to, today, ...filter.values],
  });
  const asked = inWindow(filterSql(question, today, whoseSql(question, today)));
  const afresh = afreshOf(question, () => childrenWithLaterFacts(db, engine, question));
  const cut = limit !== undefined && afresh.length === 0 ? ` LIMIT ${limit}` : '';
  const rows = statement(
    db,
    `SELECT due, rule, review, ends_on, agenda.ref AS ref_own, compressed, provisional,
       ${question.whole ? 'detail' : `CASE WHEN ${OF_LAW} THEN detail ELSE '' END`} AS detail, ${NAMES}
     FROM agenda ${NAMED}
     WHERE ${asked.sql} ORDER BY due, child.ref, rule, place${cut}`,
  ).all(...(question.whole ? [] : [ofLaw(engine)]), ...asked.values) as AgendaRow[];
  for (const row of rows) row.ref_own = forUnit(db, row.ref_own);
  // A duty whose rule is not in the pack cannot be there: the fingerprint would have had it rebuilt.
  const kept = rows.map((row) => asKept(row, engine));
  if (cut !== '') {
    const isOfAll = [question.childId, question.iroId, question.teamId].every((id) => id === undefined);
    // No child has facts after today: where everyone is asked about, the agenda alone tells.
    const counted = isOfAll ? inWindow(filterSql(question, today, null)) : asked;
    const counts = statement(
      db,
      `SELECT coalesce(sum(due < ?), 0) AS overdue, coalesce(sum(due = ?), 0) AS dueToday,
         coalesce(sum(due > ?), 0) AS later
       FROM agenda ${isOfAll ? '' : NAMED} WHERE ${counted.sql}`,
    ).get(today, today, today, ...counted.values) as Pick<AgendaAnswer, 'overdue' | 'dueToday' | 'later'>;
    const ofLawNow = statement(
      db,
      `SELECT due, rule, detail FROM agenda ${isOfAll ? '' : NAMED} WHERE due < ? AND ${OF_LAW} AND ${counted.sql}`,
    ).all(today, ofLaw(engine), ...counted.values) as AgendaRow[];
    const overdueByLaw = ofLawNow.filter((row) => isOfLaw(row.due, keptLawBy(row, engine), today)).length;
    const overdueOf = statement(
      db,
      `SELECT coalesce(sum(kind = 'child'), 0) AS children, coalesce(sum(kind <> 'child'), 0) AS applicants
       FROM subject WHERE id IN (SELECT child_id FROM agenda ${isOfAll ? '' : NAMED} WHERE due < ? AND ${counted.sql})`,
    ).get(today, ...counted.values) as AgendaAnswer['overdueOf'];
    return { duties: kept, ...counts, overdueByLaw, overdueOf };
  }
  const isWanted = (duty: Duty): boolean =>
    isOpenOn(duty, question) &&
    (duty.due < today || (duty.due >= from && duty.due <= to)) &&
    (question.rules?.has(duty.rule.id) ?? true);
  for (const { child, reckoning } of afresh) {
    for (const duty of reckoning.duties) if (isWanted(duty)) kept.push(asReckoned(child, duty, engine));
  }
  if (afresh.length > 0) kept.sort(byDueDate);
  const count = (is: (due: IsoDate) => boolean): number => kept.filter(({ due }) => is(due)).length;
  const whose = (isOne: (kind: string) => boolean): number =>
    new Set(kept.flatMap(({ due, child }) => (due < today && isOne(child.kind) ? [child.id] : []))).size;
  return {
    duties: limit === undefined ? kept : kept.slice(0, limit),
    overdue: count((due) => due < today),
    overdueByLaw: kept.filter(({ due, lawBy }) => due < today && isOfLaw(due, lawBy, today)).length,
    overdueOf: { children: whose((kind) => kind === 'child'), applicants: whose((kind) => kind !== 'child') },
    dueToday: count((due) => due === today),
    later: count((due) => due > today),
  };
}

function byDueDate(a: OpenDuty, b: OpenDuty): number {
  return compare(a.due, b.due) || compare(a.child.ref, b.child.ref) || compare(a.rule.id, b.rule.id);
}

function isOpenOn(duty: Duty, { today, evenOver }: AgendaQuestion): boolean {
  const isOpenNow = isKept(duty) && isOpen(standingOn(standable(duty), today));
  return isOpenNow && (evenOver === true || !isOverByItsDay(duty));
}

function asReckoned(child: ListedFor, duty: Duty, engine: Engine): OpenDuty {
  const { due, review, ref, compressed } = duty;
  return {
    child,
    rule: engine.briefs.get(duty.rule.id)!,
    due,
    review,
    ref,
    compressed,
    provisional: duty.decisive.provisional,
    lawBy: lawByOf(duty),
    whole: () => duty,
  };
}

function asKept(row: AgendaRow, engine: Engine): OpenDuty {
  return {
    child: row,
    rule: engine.briefs.get(row.rule)!,
    due: row.due,
    review: row.review,
    ref: row.ref_own,
    compressed: row.compressed === 1,
    provisional: row.provisional === 1,
    lawBy: row.detail === '' ? null : keptLawBy(row, engine),
    whole: () => wholeOf(row, engine),
  };
}

/** Undated actions to be shown on a day, oldest first. */
export function openActions(
  db: Db,
  engine: Engine,
  question: AgendaFilter & { readonly today: IsoDate },
): OpenAction[] {
  const { today, rules } = question;
  const filter = filterSql({ ...question, rules: undefined }, today, whoseSql(question, today));
  const rows = statement(
    db,
    `SELECT action.since AS since, action.id AS action, review, action.ref AS ref_own, silent_until, ends_on, ${NAMES} FROM action ${NAMED}
     WHERE (silent_until IS NULL OR silent_until < ?) AND ${filter.sql}
     ORDER BY action.since, child.ref, place`,
  ).all(today, ...filter.values) as (ListedFor & {
    since: IsoDate;
    action: string;
    review: number | null;
    ref_own: string | null;
    silent_until: IsoDate | null;
    ends_on: IsoDate | null;
  })[];
  for (const row of rows) row.ref_own = forUnit(db, row.ref_own);
  const open: OpenAction[] = rows.map((row) => ({
    child: row,
    action: {
      id: row.action,
      since: row.since,
      review: row.review,
      ref: row.ref_own,
      silentUntil: row.silent_until,
      endsOn: row.ends_on,
    },
  }));
  const afresh = afreshOf(question, () => childrenWithLaterFacts(db, engine, question));
  for (const { child, reckoning } of afresh) {
    for (const action of [...reckoning.actions, ...reckoning.asked])
      if (isAsked(action, today)) open.push({ child, action });
  }
  return open
    .filter(({ action }) => rules?.has(action.id) ?? true)
    .sort((a, b) => compare(a.action.since, b.action.since) || compare(a.child.ref, b.child.ref));
}
