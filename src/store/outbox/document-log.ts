/**
 * The documents that were made of a child, each with its hash, and when it was sent. By tag or role: no
 * names, and nothing of what a document says.
 */
import type { IsoDate } from '../../core/time/dates';
import { type Db, statement } from '../sqlite';

export type DocumentFormat = 'docx' | 'pdf' | 'html' | 'txt' | 'eml';

/** One document of a review for someone, in one format: made once or several times. */
export interface DocumentOf {
  readonly childId: number;
  /** Which period of care, from 0; null if it is of none. */
  readonly period: number | null;
  readonly review: number | null;
  readonly template: string;
  readonly format: DocumentFormat;
  /** A tag, or a role. */
  readonly recipient: string;
}

export interface NewDocument extends DocumentOf {
  readonly version: number;
  /** The duties it relies on. */
  readonly rules: readonly string[];
  readonly sha256: string;
  readonly sentOn: IsoDate | null;
}

export interface LoggedDocument extends NewDocument {
  readonly id: number;
  /** An instant. */
  readonly madeAt: string;
  readonly madeBy: string;
}

/** Writes down that a document was made. */
export function logDocument(db: Db, document: NewDocument): void {
  statement(
    db,
    `INSERT INTO document_log (child_id, period, review, template, version, format, recipient, rules, sha256,
       made_at, made_by, sent_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, irotool_now(), irotool_who(), ?)`,
  ).run(
    document.childId,
    document.period,
    document.review,
    document.template,
    document.version,
    document.format,
    document.recipient,
    JSON.stringify(document.rules),
    document.sha256,
    document.sentOn,
  );
}

/** Writes down that a document made before was sent; null that it was not after all. */
export function logSent(db: Db, id: number, sentOn: IsoDate | null): void {
  // What stays as it was leaves no entry in the audit.
  statement(db, 'UPDATE document_log SET sent_on = :sentOn WHERE id = :id AND sent_on IS NOT :sentOn').run({
    id,
    sentOn,
  });
}

/** How many documents of a child were made since an event was recorded. */
export const documentsSince = (db: Db, childId: number, eventId: number): number =>
  statement(
    db,
    `SELECT count(*) FROM document_log WHERE child_id = ?
     AND made_at >= (SELECT recorded_at FROM event WHERE event.id = ?)`,
  )
    .pluck()
    .get(childId, eventId) as number;

interface Row extends Omit<LoggedDocument, 'rules'> {
  readonly rules: string;
}

const SELECT = `SELECT id, child_id AS childId, period, review, template, version, format, recipient, rules,
  sha256, made_at AS madeAt, made_by AS madeBy, sent_on AS sentOn FROM document_log`;

const toLogged = (row: Row): LoggedDocument => ({ ...row, rules: JSON.parse(row.rules) as string[] });

/** The last documents of a child, and of the records that were merged into it; the newest first. */
export function latestDocuments(db: Db, childId: number, limit: number): LoggedDocument[] {
  const rows = statement(
    db,
    `WITH RECURSIVE whose (id) AS (
       SELECT ? UNION SELECT merged.child_id FROM merged JOIN whose ON merged.into_id = whose.id
     ) ${SELECT} WHERE child_id IN (SELECT id FROM whose) ORDER BY id DESC LIMIT ?`,
  ).all(childId, limit);
  return (rows as Row[]).map(toLogged);
}

/** The same document as it was made last; undefined if it never was. */
export function lastMade(db: Db, document: DocumentOf): LoggedDocument | undefined {
  const row = statement(
    db,
    `${SELECT} WHERE child_id = :childId AND period IS :period AND review IS :review
       AND template = :template AND format = :format AND recipient = :recipient ORDER BY id DESC LIMIT 1`,
  ).get({
    childId: document.childId,
    period: document.period,
    review: document.review,
    template: document.template,
    format: document.format,
    recipient: document.recipient,
  }) as Row | undefined;
  return row && toLogged(row);
}

/** A number that this database has, and its copies, and no other. */
export function databaseNumber(db: Db): string {
  return statement(db, "SELECT value FROM derived_from WHERE key = 'database'").pluck().get() as string;
}
