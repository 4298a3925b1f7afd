/**
 * What a command wrote, turned round: an event is struck out, one that was struck out is entered again, and any
 * other row is as it was before. Worked out from the audit; what was changed again since is left to whoever asks.
 */
import type { AuditEntry } from '../audit';
import { type Db, isReferredTo, statement } from '../sqlite';

type Values = Readonly<Record<string, string | number | null>>;

/** A row of facts that are not events, as it was before a command, and after it; null if it was not there. */
export interface ChangedRow {
  readonly subject: string;
  readonly id: string;
  readonly before: Values | null;
  readonly after: Values | null;
  /** The last entry of the audit about it, from what it was before the first. */
  readonly entry: AuditEntry;
}

export interface EntriesWritten {
  /** Numbers of the events that it added, in order, and did not strike out itself. */
  readonly added: readonly number[];
  /** Numbers of the events that it struck out, and had not added itself. */
  readonly struck: readonly number[];
  readonly rows: readonly ChangedRow[];
  /** Documents that were logged, and records that were merged or mended: they are not turned round as rows. */
  readonly other: readonly AuditEntry[];
}

/** The table of a subject of the audit, if it is another, and its key, if that is not `id`. */
const TABLES: Readonly<Record<string, readonly [table: string, key: string]>> = {
  child: ['subject', 'id'],
  applicant: ['subject', 'id'],
  setting: ['setting', 'key'],
  ...Object.fromEntries(
    ['person', 'team', 'manages', 'manages_team', 'sibling', 'child_person', 'parent_in_care', 'leave']
      .concat(['holiday', 'holiday_year', 'posts', 'outside_ref', 'case_map', 'difference_left'])
      .map((table) => [table, [table, 'id']]),
  ),
};

/** What all of a command's entries come to. */
export function writtenBy(entries: readonly AuditEntry[]): EntriesWritten {
  const of = (subject: string): AuditEntry[] =>
    entries.filter((entry) => entry.subject === subject && entry.what === 'added');
  const added = of('event').map(({ subjectId }) => Number(subjectId));
  const struck = of('strike').map(({ subjectId }) => Number(subjectId));
  const rows = new Map<string, ChangedRow>();
  for (const entry of entries) {
    if (TABLES[entry.subject] === undefined) continue;
    const key = `${entry.subject} ${entry.subjectId}`;
    const first = rows.get(key)?.entry ?? entry;
    const what = first.before === null ? 'added' : entry.what;
    rows.set(key, {
      ...{ subject: entry.subject, id: entry.subjectId },
      ...{ before: valuesOf(first.before), after: valuesOf(entry.after) },
      entry: { ...entry, what, before: first.before },
    });
  }
  const isEvent = ({ subject, what }: AuditEntry): boolean =>
    (subject === 'event' || subject === 'strike') && what === 'added';
  return {
    added: added.filter((id) => !struck.includes(id)),
    struck: struck.filter((id) => !added.includes(id)),
    rows: [...rows.values()].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after)),
    other: entries.filter((entry) => TABLES[entry.subject] === undefined && !isEvent(entry)),
  };
}

const valuesOf = (json: string | null): Values | null =>
  json === null ? null : (JSON.parse(json) as Values);

/**
 * The event that stands for one that a command added: itself, or, if it was struck out and that was taken back, the
 * same entered again. Null if it is struck out.
 */
export function standing(db: Db, id: number): number | null {
  if (statement(db, 'SELECT 1 FROM strike WHERE event_id = ?').get(id) === undefined) return id;
  const again = statement(
    db,
    `SELECT event.id FROM audit AS struck
     JOIN command_entry AS by_command ON by_command.audit_id = struck.id
     JOIN command_taken_back AS back ON back.command_id = by_command.command_id
     JOIN command_entry AS entry ON entry.command_id = back.by_id
     JOIN audit ON audit.id = entry.audit_id AND audit.subject = 'event' AND audit.what = 'added'
     JOIN event ON event.id = CAST(audit.subject_id AS INTEGER)
     JOIN event AS old ON old.id = :id
     WHERE struck.subject = 'strike' AND struck.subject_id = :text
       AND (event.child_id, event.happened_on, event.kind, event.attributes)
         = (old.child_id, old.happened_on, old.kind, old.attributes)`,
  )
    .pluck()
    .get({ id, text: String(id) }) as number | undefined;
  return again === undefined ? null : standing(db, again);
}

/** Whoever changed a row since it was written, if it is not as it was left; null if it is. */
export function changedSince(db: Db, { subject, id, after, entry }: ChangedRow): AuditEntry | null {
  const [table, key] = TABLES[subject]!;
  const now = statement(db, `SELECT * FROM ${table} WHERE ${key} = ?`).get(id) as Values | undefined;
  const isSame =
    after === null
      ? now === undefined
      : now !== undefined && Object.entries(after).every(([column, value]) => now[column] === value);
  if (isSame) return null;
  const later = statement(
    db,
    `SELECT id, at, who, what, subject, subject_id AS subjectId, before, after, NULL AS commandId, NULL AS typed
     FROM audit WHERE subject = ? AND subject_id = ? AND id > ? ORDER BY id DESC LIMIT 1`,
  ).get(subject, id, entry.id) as AuditEntry | undefined;
  return later ?? entry;
}

/** What is worked out of a child, or kept to find them by: it goes with a child who was added by mistake. */
const WORKED_OUT = ['agenda', 'action', 'standing_of_child', 'to_plan', 'planned_meeting'].concat([
  'child_called',
  'child_to_call',
]);

/** Puts a row back as it was before. False if it was added, and stays because others speak of it. */
export function putBack(db: Db, { subject, id, before, after }: ChangedRow): boolean {
  const [table, key] = TABLES[subject]!;
  if (before === null) return takeAway(db, table, key, id);
  const columns = Object.keys(before);
  if (after !== null) {
    const changed = columns.filter((column) => before[column] !== after[column]);
    const set = changed.map((column) => `${column} = ?`).join(', ');
    statement(db, `UPDATE ${table} SET ${set} WHERE ${key} = ?`).run(
      ...changed.map((column) => before[column]),
      id,
    );
    return true;
  }
  const all = columns.includes(key) ? before : { [key]: Number(id), ...before };
  const names = Object.keys(all);
  statement(db, `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(
    ...Object.values(all),
  );
  return true;
}

function takeAway(db: Db, table: string, key: string, id: string): boolean {
  // A colleague, or someone of the family, of whom an event speaks is in its text, and not by a key.
  if (table === 'person' && isSpokenOf(db, Number(id))) return false;
  const hasEvents = table === 'subject' && statement(db, 'SELECT 1 FROM event WHERE child_id = ?').get(id);
  if (hasEvents) return false;
  try {
    if (table === 'subject')
      for (const each of WORKED_OUT) statement(db, `DELETE FROM ${each} WHERE child_id = ?`).run(id);
    statement(db, `DELETE FROM ${table} WHERE ${key} = ?`).run(id);
    return true;
  } catch (error) {
    if (!isReferredTo(error)) throw error;
    // By what they are called they are found still; the rest is worked out again by whoever calls this.
    if (table === 'subject')
      statement(
        db,
        'INSERT OR IGNORE INTO child_to_call SELECT id FROM subject WHERE id = ? AND name IS NOT NULL',
      ).run(id);
    return false;
  }
}

function isSpokenOf(db: Db, id: number): boolean {
  const sql = `SELECT 1 FROM event, json_each(event.attributes) AS said
    WHERE (said.key IN ('iro', 'chair') AND said.value = :text)
      OR said.value LIKE '%⟦person ' || :text || '⟧%' OR said.value LIKE '%⟦person ' || :text || ' %' LIMIT 1`;
  return statement(db, sql).get({ text: String(id) }) !== undefined;
}
