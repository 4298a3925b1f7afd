/**
 * The audit: who changed what, when, from what to what. Written by triggers; read here.
 */
import type { Db } from './sqlite';

export interface AuditEntry {
  readonly id: number;
  readonly at: string;
  readonly who: string;
  readonly what: 'added' | 'changed' | 'removed';
  readonly subject: string;
  readonly subjectId: string;
  readonly before: string | null;
  readonly after: string | null;
  /** The command it belongs to, and how that was typed, without names; null if it was written before those were kept. */
  readonly commandId: number | null;
  readonly typed: string | null;
}

const SELECT = `SELECT audit.id, at, audit.who, what, subject, subject_id AS subjectId, before, after,
    command_id AS commandId, typed
  FROM audit LEFT JOIN command_entry ON audit_id = audit.id LEFT JOIN command ON command.id = command_id`;

/** The latest entries, newest first. */
export function latestAudit(db: Db, limit: number): AuditEntry[] {
  return db.prepare(`${SELECT} ORDER BY audit.id DESC LIMIT ?`).all(limit) as AuditEntry[];
}

/** All entries about a child, or an applicant: their own row, their events, and what hangs on those. */
export function auditOfChild(db: Db, childId: number, limit: number): AuditEntry[] {
  return db
    .prepare(
      `${SELECT} WHERE (subject IN ('child', 'applicant') AND subject_id = :text)
         OR (subject IN ('event', 'sibling', 'child_person', 'parent_in_care', 'document_log') AND json_extract(coalesce(after, before), '$.child_id') = :id)
         OR (subject = 'merged' AND json_extract(after, '$.child_id') = :id)
         OR (subject = 'merged' AND json_extract(after, '$.into_id') = :id)
         OR (subject = 'strike'
             AND CAST(subject_id AS INTEGER) IN (SELECT event.id FROM event WHERE child_id = :id))
       ORDER BY audit.id DESC LIMIT :limit`,
    )
    .all({ id: childId, text: String(childId), limit }) as AuditEntry[];
}
