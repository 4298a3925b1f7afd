/**
 * The agenda: what the engine says of open duties, kept in due-date order so that `due` is one
 * index scan. Nothing here is ever the truth: it is rewritten for a child in the same transaction
 * as any fact about that child, and whole when rules, holidays or engine have changed.
 */
import type { IsoDate } from '../core/dates';
import type { Fact } from '../core/events';
import type { Rule } from '../core/rules';
import { type Action, type Calendars, type Duty, type Timetable, timetable } from '../core/timetable';
import { factsOf } from './chronology';
import { type Db, statement } from './open';
import { readDerived, writeDerived } from './settings';
import { type ChildStanding, standingOfChild } from './standing';

/** What the agenda is worked out with. */
export interface Engine {
  readonly rules: readonly Rule[];
  readonly calendars: Calendars;
  readonly goLive: IsoDate | null;
  /** Changes when rules, holidays, settings or the engine's code do. */
  readonly fingerprint: string;
}

/** What the facts of one child come to. */
export interface Reckoning extends Timetable {
  readonly standing: ChildStanding;
}

/** Works out one child's duties and standing from facts. Pure. */
export function reckon(facts: readonly Fact[], born: IsoDate | null, engine: Engine): Reckoning {
  const whole = timetable(facts, engine.rules, engine.calendars, { born, goLive: engine.goLive });
  return { ...whole, standing: standingOfChild(whole.story, facts) };
}

/** Rewrites one child's agenda. Call inside the transaction of the fact. */
export function refreshChild(
  db: Db,
  child: { readonly id: number; readonly born: IsoDate | null },
  engine: Engine,
): Reckoning {
  const reckoning = reckon(factsOf(db, child.id), child.born, engine);
  for (const table of DERIVED_TABLES) statement(db, `DELETE FROM ${table} WHERE child_id = ?`).run(child.id);
  write(db, child.id, reckoning);
  return reckoning;
}

const DERIVED_TABLES = ['agenda', 'action', 'standing_of_child'] as const;

/** Works out every child's agenda afresh, in one transaction. `onProgress` hears how many are done. */
export function rebuildAgenda(
  db: Db,
  engine: Engine,
  onProgress: (done: number, of: number) => void = () => {},
): void {
  db.transaction(() => {
    for (const table of DERIVED_TABLES) db.exec(`DELETE FROM ${table}`);
    const children = db.prepare('SELECT id, born FROM child ORDER BY id').all() as ChildRow[];
    children.forEach(({ id, born }, done) => {
      write(db, id, reckon(factsOf(db, id), born, engine));
      if (done % 500 === 499) onProgress(done + 1, children.length);
    });
    writeDerived(db, FINGERPRINT, engine.fingerprint);
  }).immediate();
}

interface ChildRow {
  id: number;
  born: IsoDate | null;
}

const FINGERPRINT = 'fingerprint';

/** True where the agenda was worked out with this very engine. */
export function isUpToDate(db: Db, engine: Engine): boolean {
  return readDerived(db, FINGERPRINT) === engine.fingerprint;
}

/** True where a duty belongs on the agenda: not met, and not ended by a fact. */
export function isKept(duty: Duty): boolean {
  return duty.metOn === null && (duty.endedOn === null || duty.endsOfItself);
}

function write(db: Db, childId: number, { duties, actions, standing }: Reckoning): void {
  const places = new Map<string, number>();
  for (const duty of duties) {
    if (!isKept(duty)) continue;
    const same = `${duty.due} ${duty.rule.id}`;
    const place = places.get(same) ?? 0;
    places.set(same, place + 1);
    statement(db, 'INSERT INTO agenda VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
      duty.due,
      childId,
      duty.rule.id,
      place,
      duty.review,
      duty.endedOn,
      duty.rule.whenPassed ?? null,
      JSON.stringify(detailOf(duty)),
    );
  }
  actions.forEach((action, place) => {
    statement(db, 'INSERT INTO action VALUES (?, ?, ?, ?, ?, ?, ?)').run(
      childId,
      place,
      action.since,
      action.id,
      action.review,
      action.silentUntil,
      action.endsOn,
    );
  });
  statement(db, 'INSERT INTO standing_of_child VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    childId,
    standing.inCare ? 1 : 0,
    standing.since,
    standing.alreadyInCare ? 1 : 0,
    standing.legalStatus,
    standing.placement,
    standing.confidential ? 1 : 0,
    standing.iroId,
    standing.reviews,
    standing.lastReview,
    standing.meeting,
    standing.latestFact,
  );
}

/** What a row keeps of a duty besides its columns. */
type Detail = Pick<
  Duty,
  'arose' | 'from' | 'countedFrom' | 'limits' | 'decisive' | 'notBefore' | 'compressed' | 'idealDue' | 'ref'
>;

function detailOf(duty: Duty): Detail {
  const { arose, from, countedFrom, limits, decisive, notBefore, compressed, idealDue, ref } = duty;
  return { arose, from, countedFrom, limits, decisive, notBefore, compressed, idealDue, ref };
}

/** An open duty with the child it is owed to. */
export interface OpenDuty {
  readonly childId: number;
  readonly duty: Duty;
}

export interface OpenAction {
  readonly childId: number;
  readonly action: Pick<Action, 'id' | 'since' | 'review' | 'silentUntil' | 'endsOn'>;
}

export interface AgendaQuestion {
  /** The last due day wanted; what is overdue comes whatever the first day. */
  readonly to: IsoDate;
  readonly today: IsoDate;
  readonly childId?: number;
}

interface AgendaRow {
  due: IsoDate;
  child_id: number;
  rule: string;
  review: number | null;
  ends_on: IsoDate | null;
  detail: string;
}

/**
 * Open duties due up to a day, in due-date order. A child who has facts after today is worked out
 * afresh without them. A duty whose rule is no longer in the pack is left out (the fingerprint
 * would have had the agenda rebuilt).
 */
export function openDuties(db: Db, engine: Engine, question: AgendaQuestion): OpenDuty[] {
  const { to, today, childId } = question;
  const rules = new Map(engine.rules.map((rule) => [rule.id, rule]));
  const rows = statement(
    db,
    `SELECT due, agenda.child_id, rule, review, ends_on, detail
     FROM agenda JOIN standing_of_child USING (child_id)
     WHERE due <= ? AND latest_fact <= ? AND (ends_on IS NULL OR ends_on > ?)
       AND (when_passed IS NULL OR due >= ?)
       ${childId === undefined ? '' : 'AND agenda.child_id = ?'}
     ORDER BY due, agenda.child_id, rule, place`,
  ).all(...[to, today, today, today, ...(childId === undefined ? [] : [childId])]) as AgendaRow[];
  const open: OpenDuty[] = [];
  for (const row of rows) {
    const rule = rules.get(row.rule);
    if (rule) open.push({ childId: row.child_id, duty: dutyOf(row, rule) });
  }
  const afresh = childrenWithLaterFacts(db, engine, question);
  if (afresh.length === 0) return open;
  for (const { id, reckoning } of afresh) {
    for (const duty of reckoning.duties) {
      if (isKept(duty) && duty.due <= to && isOwedOn(duty, today)) open.push({ childId: id, duty });
    }
  }
  return open.sort(
    (a, b) =>
      (a.duty.due < b.duty.due ? -1 : a.duty.due > b.duty.due ? 1 : 0) ||
      a.childId - b.childId ||
      (a.duty.rule.id < b.duty.rule.id ? -1 : 1),
  );
}

function isOwedOn(duty: Duty, today: IsoDate): boolean {
  return (
    (duty.endedOn === null || duty.endedOn > today) &&
    (duty.rule.whenPassed === undefined || duty.due >= today)
  );
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
  { today, childId }: AgendaQuestion,
): { id: number; reckoning: Reckoning }[] {
  const children = statement(
    db,
    `SELECT id, born FROM child JOIN standing_of_child ON child_id = id
     WHERE latest_fact > ? ${childId === undefined ? '' : 'AND id = ?'}`,
  ).all(...[today, ...(childId === undefined ? [] : [childId])]) as ChildRow[];
  return children.map(({ id, born }) => ({ id, reckoning: reckonAt(db, { id, born }, today, engine) }));
}

/** One child's duties by the facts up to a day. */
export function reckonAt(db: Db, child: ChildRow, today: IsoDate, engine: Engine): Reckoning {
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
  question: Pick<AgendaQuestion, 'today' | 'childId'>,
): OpenAction[] {
  const { today, childId } = question;
  const rows = statement(
    db,
    `SELECT action.child_id, since, id, review, silent_until, ends_on
     FROM action JOIN standing_of_child USING (child_id)
     WHERE latest_fact <= ? AND (silent_until IS NULL OR silent_until < ?) AND (ends_on IS NULL OR ends_on > ?)
       ${childId === undefined ? '' : 'AND action.child_id = ?'}
     ORDER BY since, action.child_id, place`,
  ).all(...[today, today, today, ...(childId === undefined ? [] : [childId])]) as {
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
  for (const { id, reckoning } of childrenWithLaterFacts(db, engine, { ...question, to: today })) {
    for (const action of reckoning.actions) {
      const silent = action.silentUntil !== null && action.silentUntil >= today;
      const over = action.endsOn !== null && action.endsOn <= today;
      if (!silent && !over) open.push({ childId: id, action });
    }
  }
  return open.sort((a, b) =>
    a.action.since < b.action.since ? -1 : a.action.since > b.action.since ? 1 : 0,
  );
}

/** Rows that differ from what the facts come to: child ids, for doctor. */
export function childrenOutOfStep(db: Db, engine: Engine): number[] {
  const out: number[] = [];
  const children = db.prepare('SELECT id, born FROM child ORDER BY id').all() as ChildRow[];
  const kept = db.prepare(
    'SELECT due, rule, review, ends_on, detail FROM agenda WHERE child_id = ? ORDER BY due, rule, place',
  );
  const keptActions = db.prepare('SELECT since, id, review FROM action WHERE child_id = ? ORDER BY place');
  for (const child of children) {
    const { duties, actions } = reckon(factsOf(db, child.id), child.born, engine);
    const wanted = duties
      .filter(isKept)
      .map((duty) =>
        [duty.due, duty.rule.id, duty.review, duty.endedOn, JSON.stringify(detailOf(duty))].join(),
      );
    const found = (kept.all(child.id) as AgendaRow[]).map((row) =>
      [row.due, row.rule, row.review, row.ends_on, row.detail].join(),
    );
    const wantedActions = actions.map((action) => [action.since, action.id, action.review].join());
    const foundActions = (keptActions.all(child.id) as { since: string; id: string; review: number }[]).map(
      (row) => [row.since, row.id, row.review].join(),
    );
    if (wanted.join(';') !== found.join(';') || wantedActions.join(';') !== foundActions.join(';')) {
      out.push(child.id);
    }
  }
  return out;
}
