/**
 * What is asked of the agenda: open duties overdue or due in a window, and undated actions.
 */
import type { IsoDate } from '../core/dates';
import type { Action, Duty } from '../core/duty';
import type { Rule } from '../core/rules';
import { isAsked, isOpen, standable, standingOn } from '../core/standing';
import { type ChildRow, type Detail, isKept } from './agenda';
import { factsOf } from './chronology';
import { type Engine, type Reckoning, reckon } from './reckoning';
import { type Db, statement } from './sqlite';

/** An open duty with the child it is owed to. */
export interface OpenDuty {
  readonly childId: number;
  readonly duty: Duty;
}

export interface OpenAction {
  readonly childId: number;
  readonly action: Pick<Action, 'id' | 'since' | 'review' | 'silentUntil' | 'endsOn'>;
}

/** Whose duties are wanted; what is left out is not asked about. */
export interface AgendaFilter {
  readonly childId?: number | undefined;
  readonly iroId?: number | undefined;
  readonly teamId?: number | undefined;
  /** Only these rules. */
  readonly rules?: ReadonlySet<string> | undefined;
}

export interface AgendaQuestion extends AgendaFilter {
  readonly today: IsoDate;
  /** What falls due from this day to `to`, both included, besides all that is overdue. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly limit?: number | undefined;
}

export interface AgendaAnswer {
  readonly duties: readonly OpenDuty[];
  /** Of all that was asked for, before the limit. */
  readonly overdue: number;
  readonly dueToday: number;
  readonly later: number;
}

interface AgendaRow {
  due: IsoDate;
  child_id: number;
  rule: string;
  review: number | null;
  ends_on: IsoDate | null;
  detail: string;
}

const BY_CHILD = 'JOIN standing_of_child USING (child_id) JOIN child ON child.id = child_id';

/** The filter in SQL, with its values. */
function filterSql(filter: AgendaFilter, today: IsoDate): { sql: string; values: (string | number)[] } {
  const parts = ['latest_fact <= ?', '(ends_on IS NULL OR ends_on > ?)'];
  const values: (string | number)[] = [today, today];
  const add = (part: string, value: number | undefined): void => {
    if (value === undefined) return;
    parts.push(part);
    values.push(value);
  };
  add('child_id = ?', filter.childId);
  add('iro_id = ?', filter.iroId);
  add('team_id = ?', filter.teamId);
  if (filter.rules) {
    parts.push('rule IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify([...filter.rules]));
  }
  return { sql: parts.join(' AND '), values };
}

/**
 * Open duties overdue or due in a window, in due-date order. A child who has facts after today is
 * worked out afresh without them.
 */
export function openDuties(db: Db, engine: Engine, question: AgendaQuestion): AgendaAnswer {
  const { today, from, to, limit } = question;
  const filter = filterSql(question, today);
  const where = `(due < ? OR due BETWEEN ? AND ?) AND due <= ? AND (when_passed IS NULL OR due >= ?) AND ${filter.sql}`;
  const last = to < today ? today : to;
  const values = [today, from, to, last, today, ...filter.values];
  const afresh = childrenWithLaterFacts(db, engine, question);
  const cut = limit !== undefined && afresh.length === 0 ? ` LIMIT ${limit}` : '';
  const rows = statement(
    db,
    `SELECT due, child_id, rule, review, ends_on, detail FROM agenda ${BY_CHILD}
     WHERE ${where} ORDER BY due, child_id, rule, place${cut}`,
  ).all(...values) as AgendaRow[];
  // A duty whose rule is not in the pack cannot be there: the fingerprint would have had it rebuilt.
  const rules = new Map(engine.rules.map((rule) => [rule.id, rule]));
  const kept = rows.map((row) => ({ childId: row.child_id, duty: dutyOf(row, rules.get(row.rule)!) }));
  if (cut !== '') {
    const counts = statement(
      db,
      `SELECT coalesce(sum(due < ?), 0) AS overdue, coalesce(sum(due = ?), 0) AS dueToday,
         coalesce(sum(due > ?), 0) AS later
       FROM agenda ${BY_CHILD} WHERE ${where}`,
    ).get(today, today, today, ...values) as Omit<AgendaAnswer, 'duties'>;
    return { duties: kept, ...counts };
  }
  const isWanted = (duty: Duty): boolean =>
    isOwedOn(duty, today) &&
    (duty.due < today || (duty.due >= from && duty.due <= to)) &&
    (question.rules?.has(duty.rule.id) ?? true);
  for (const { id, reckoning } of afresh) {
    for (const duty of reckoning.duties) if (isWanted(duty)) kept.push({ childId: id, duty });
  }
  if (afresh.length > 0) kept.sort(byDueDate);
  const count = (is: (duty: Duty) => boolean): number => kept.filter(({ duty }) => is(duty)).length;
  return {
    duties: limit === undefined ? kept : kept.slice(0, limit),
    overdue: count((duty) => duty.due < today),
    dueToday: count((duty) => duty.due === today),
    later: count((duty) => duty.due > today),
  };
}

function byDueDate(a: OpenDuty, b: OpenDuty): number {
  return compare(a.duty.due, b.duty.due) || a.childId - b.childId || compare(a.duty.rule.id, b.duty.rule.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function isOwedOn(duty: Duty, today: IsoDate): boolean {
  return isKept(duty) && isOpen(standingOn(standable(duty), today));
}

function dutyOf(row: AgendaRow, rule: Rule): Duty {
  return {
    ...(JSON.parse(row.detail) as Detail),
    rule,
    due: row.due,
    review: row.review,
    metOn: null,
    began: null,
    endedOn: row.ends_on,
    endsOfItself: row.ends_on !== null,
    missed: false,
  };
}

function childrenWithLaterFacts(
  db: Db,
  engine: Engine,
  { today, childId, iroId, teamId }: AgendaFilter & { readonly today: IsoDate },
): { id: number; reckoning: Reckoning }[] {
  const children = statement(
    db,
    `SELECT id, born, team_id FROM child JOIN standing_of_child ON child_id = id
     WHERE latest_fact > ? AND (? IS NULL OR id = ?) AND (? IS NULL OR team_id = ?)`,
  ).all(today, childId ?? null, childId ?? null, teamId ?? null, teamId ?? null) as ChildRow[];
  return children
    .map((child) => ({ id: child.id, reckoning: reckonAt(db, child, today, engine) }))
    .filter(({ reckoning }) => iroId === undefined || reckoning.standing.iroId === iroId);
}

/** One child's duties by the facts up to a day. */
function reckonAt(db: Db, child: ChildRow, today: IsoDate, engine: Engine): Reckoning {
  return reckon(
    factsOf(db, child.id).filter((fact) => fact.on <= today),
    child.born,
    engine,
  );
}

/** Undated actions to be shown on a day, oldest first. */
export function openActions(
  db: Db,
  engine: Engine,
  question: AgendaFilter & { readonly today: IsoDate },
): OpenAction[] {
  const { today, rules } = question;
  const filter = filterSql({ ...question, rules: undefined }, today);
  const rows = statement(
    db,
    `SELECT child_id, action.since AS since, action.id AS id, review, silent_until, ends_on FROM action ${BY_CHILD}
     WHERE (silent_until IS NULL OR silent_until < ?) AND ${filter.sql}
     ORDER BY action.since, child_id, place`,
  ).all(today, ...filter.values) as {
    child_id: number;
    since: IsoDate;
    id: string;
    review: number | null;
    silent_until: IsoDate | null;
    ends_on: IsoDate | null;
  }[];
  const open: OpenAction[] = rows.map((row) => ({
    childId: row.child_id,
    action: {
      id: row.id,
      since: row.since,
      review: row.review,
      silentUntil: row.silent_until,
      endsOn: row.ends_on,
    },
  }));
  for (const { id, reckoning } of childrenWithLaterFacts(db, engine, question)) {
    for (const action of reckoning.actions) if (isAsked(action, today)) open.push({ childId: id, action });
  }
  return open
    .filter(({ action }) => rules?.has(action.id) ?? true)
    .sort((a, b) => compare(a.action.since, b.action.since) || a.childId - b.childId);
}
