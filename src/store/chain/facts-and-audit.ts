/** The facts held against the audit, which every change of them is in: a row that was changed past it shows. */
import { type AuditedTable, auditedBy } from '../file/migrations/triggers';
import type { Db } from '../sqlite';

/** A row that is not as the audit left it. */
export interface Unaudited {
  /** What the audit calls its table, and what tells it apart there. */
  readonly subject: string;
  readonly id: string;
  readonly how: 'changed' | 'put in' | 'taken out';
}

type Values = Readonly<Record<string, unknown>>;

/** Every row of a fact that is not what the last entry about it says, and every one that is gone though none says so. */
export function unaudited(db: Db): Unaudited[] {
  return auditedTables(db).flatMap((each) => [...strangeRows(db, each), ...missingRows(db, each)]);
}

function auditedTables(db: Db): AuditedTable[] {
  const triggers = db
    .prepare(`SELECT sql FROM sqlite_master WHERE type = 'trigger'`)
    .pluck()
    .all() as string[];
  return triggers.flatMap((sql) => auditedBy(sql) ?? []);
}

function strangeRows(db: Db, { subject, table, key, said, where }: AuditedTable): Unaudited[] {
  const rows = db
    .prepare(
      `SELECT CAST(t.${key} AS TEXT) AS id, ${said('t')} AS now,
         (SELECT coalesce(after, '') FROM audit WHERE subject = ? AND subject_id = CAST(t.${key} AS TEXT)
          ORDER BY audit.id DESC LIMIT 1) AS said
       FROM ${table} AS t WHERE ${where('t')}`,
    )
    .iterate(subject) as IterableIterator<{ id: string; now: string; said: string | null }>;
  const found: Unaudited[] = [];
  for (const row of rows) {
    if (row.said === row.now) continue;
    if (row.said === null || row.said === '') found.push({ subject, id: row.id, how: 'put in' });
    else if (!isSame(row.said, row.now)) found.push({ subject, id: row.id, how: 'changed' });
  }
  return found;
}

/** An older entry has fewer columns: what it says must be so. */
function isSame(said: string, now: string): boolean {
  const is = JSON.parse(now) as Values;
  return Object.entries(JSON.parse(said) as Values).every(([name, value]) => is[name] === value);
}

function missingRows(db: Db, { subject, table, key, where }: AuditedTable): Unaudited[] {
  const ids = db
    .prepare(
      `SELECT subject_id FROM audit WHERE subject = :subject GROUP BY subject_id
       HAVING NOT EXISTS (SELECT 1 FROM ${table} AS t WHERE CAST(t.${key} AS TEXT) = subject_id AND ${where('t')})
         AND (SELECT what FROM audit AS last WHERE last.subject = :subject AND last.subject_id = audit.subject_id
              ORDER BY last.id DESC LIMIT 1) <> 'removed'`,
    )
    .pluck()
    .all({ subject }) as string[];
  return ids.map((id) => ({ subject, id, how: 'taken out' }));
}
