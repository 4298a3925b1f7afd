/**
 * What is asked of the agenda: open duties overdue or due in a window, and undated actions.
 */
import type { IsoDate } from '../core/dates';
import type { Action, Duty } from '../core/duty';
import type { RuleInBrief } from '../core/rules';
import { isAsked, isOpen, standable, standingOn } from '../core/standing';
import { type ChildRow, type Detail, isKept } from './agenda';
import { factsOf } from './chronology';
import { type Engine, type Reckoning, reckon } from './reckoning';
import { type Db, statement } from './sqlite';

/** An open duty with the child it is owed to. */
/** What a list says of a child. */
export interface ListedFor {
  readonly id: number;
  readonly ref: string;
  readonly name: string | null;
  readonly iro: string | null;
  readonly socialWorker: string | null;
}

/** An open duty as lists show it, and the whole of it where that is asked for. */
export interface OpenDuty {
  readonly child: ListedFor;
  readonly rule: RuleInBrief;
  readonly due: IsoDate;
  readonly review: number | null;
  readonly ref: string | null;
  readonly compressed: boolean;
  readonly provisional: boolean;
  whole(): Duty;
}

export interface OpenAction {
  readonly child: ListedFor;
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
  /** The whole of each duty will be asked for: only then is it read. */
  readonly whole?: boolean | undefined;
}

export interface AgendaAnswer {
  readonly duties: readonly OpenDuty[];
  /** Of all that was asked for, before the limit. */
  readonly overdue: number;
  readonly dueToday: number;
  readonly later: number;
}

interface ChildColumns {
  child_id: number;
  ref: string;
  name: string | null;
  iro: string | null;
  social_worker: string | null;
}

interface AgendaRow extends ChildColumns {
  due: IsoDate;
  rule: string;
  review: number | null;
  ends_on: IsoDate | null;
  ref_own: string | null;
  compressed: number;
  provisional: number;
  /** Empty where it was not asked for. */
  detail: string;
}

const BY_CHILD = 'JOIN standing_of_child USING (child_id) JOIN child ON child.id = child_id';
const NAMED = `${BY_CHILD} LEFT JOIN person AS iro ON iro.id = iro_id
  LEFT JOIN person AS worker ON worker.id = social_worker_id`;
const NAMES = 'child_id, child.ref AS ref, child.name AS name, iro.name AS iro, worker.name AS social_worker';

function listedFor(row: ChildColumns): ListedFor {
  const { child_id: id, ref, name, iro, social_worker: socialWorker } = row;
  return { id, ref, name, iro, socialWorker };
}

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
  add('child.team_id = ?', filter.teamId);
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
    `SELECT due, rule, review, ends_on, agenda.ref AS ref_own, compressed, provisional,
       ${question.whole ? 'detail' : "''"} AS detail, ${NAMES}
     FROM agenda ${NAMED}
     WHERE ${where} ORDER BY due, child.ref, rule, place${cut}`,
  ).all(...values) as AgendaRow[];
  // A duty whose rule is not in the pack cannot be there: the fingerprint would have had it rebuilt.
  const kept = rows.map((row) => asKept(row, engine));
  if (cut !== '') {
    const isOfAll = [question.childId, question.iroId, question.teamId].every((id) => id === undefined);
    // No child has facts after today, so that the agenda alone tells where everyone is asked about.
    const [tables, condition] = isOfAll
      ? ['agenda', where.replace('latest_fact <= ?', '? IS NOT NULL')]
      : [`agenda ${BY_CHILD}`, where];
    const counts = statement(
      db,
      `SELECT coalesce(sum(due < ?), 0) AS overdue, coalesce(sum(due = ?), 0) AS dueToday,
         coalesce(sum(due > ?), 0) AS later
       FROM ${tables} WHERE ${condition}`,
    ).get(today, today, today, ...values) as Omit<AgendaAnswer, 'duties'>;
    return { duties: kept, ...counts };
  }
  const isWanted = (duty: Duty): boolean =>
    isOwedOn(duty, today) &&
    (duty.due < today || (duty.due >= from && duty.due <= to)) &&
    (question.rules?.has(duty.rule.id) ?? true);
  for (const { child, reckoning } of afresh) {
    for (const duty of reckoning.duties) if (isWanted(duty)) kept.push(asReckoned(child, duty, engine));
  }
  if (afresh.length > 0) kept.sort(byDueDate);
  const count = (is: (due: IsoDate) => boolean): number => kept.filter(({ due }) => is(due)).length;
  return {
    duties: limit === undefined ? kept : kept.slice(0, limit),
    overdue: count((due) => due < today),
    dueToday: count((due) => due === today),
    later: count((due) => due > today),
  };
}

function byDueDate(a: OpenDuty, b: OpenDuty): number {
  return compare(a.due, b.due) || compare(a.child.ref, b.child.ref) || compare(a.rule.id, b.rule.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function isOwedOn(duty: Duty, today: IsoDate): boolean {
  return isKept(duty) && isOpen(standingOn(standable(duty), today));
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
    whole: () => duty,
  };
}

function asKept(row: AgendaRow, engine: Engine): OpenDuty {
  const compressed = row.compressed === 1;
  return {
    child: listedFor(row),
    rule: engine.briefs.get(row.rule)!,
    due: row.due,
    review: row.review,
    ref: row.ref_own,
    compressed,
    provisional: row.provisional === 1,
    whole: () => ({
      ...(JSON.parse(row.detail) as Detail),
      rule: engine.rules.find(({ id }) => id === row.rule)!,
      due: row.due,
      review: row.review,
      ref: row.ref_own,
      compressed,
      metOn: null,
      began: null,
      endedOn: row.ends_on,
      endsOfItself: row.ends_on !== null,
      missed: false,
    }),
  };
}

function childrenWithLaterFacts(
  db: Db,
  engine: Engine,
  { today, childId, iroId, teamId }: AgendaFilter & { readonly today: IsoDate },
): { child: ListedFor; reckoning: Reckoning }[] {
  const children = statement(
    db,
    `SELECT child.id, born, ${NAMES} FROM standing_of_child JOIN child ON child.id = child_id
     LEFT JOIN person AS iro ON iro.id = iro_id LEFT JOIN person AS worker ON worker.id = social_worker_id
     WHERE latest_fact > ? AND (? IS NULL OR child_id = ?) AND (? IS NULL OR child.team_id = ?)`,
  ).all(today, childId ?? null, childId ?? null, teamId ?? null, teamId ?? null) as (ChildRow &
    ChildColumns)[];
  return children
    .map((row) => ({ child: listedFor(row), reckoning: reckonAt(db, row, today, engine) }))
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
    `SELECT action.since AS since, action.id AS id, review, silent_until, ends_on, ${NAMES} FROM action ${NAMED}
     WHERE (silent_until IS NULL OR silent_until < ?) AND ${filter.sql}
     ORDER BY action.since, child.ref, place`,
  ).all(today, ...filter.values) as (ChildColumns & {
    since: IsoDate;
    id: string;
    review: number | null;
    silent_until: IsoDate | null;
    ends_on: IsoDate | null;
  })[];
  const open: OpenAction[] = rows.map((row) => ({
    child: listedFor(row),
    action: {
      id: row.id,
      since: row.since,
      review: row.review,
      silentUntil: row.silent_until,
      endsOn: row.ends_on,
    },
  }));
  for (const { child, reckoning } of childrenWithLaterFacts(db, engine, question)) {
    for (const action of reckoning.actions) if (isAsked(action, today)) open.push({ child, action });
  }
  return open
    .filter(({ action }) => rules?.has(action.id) ?? true)
    .sort((a, b) => compare(a.action.since, b.action.since) || compare(a.child.ref, b.child.ref));
}
