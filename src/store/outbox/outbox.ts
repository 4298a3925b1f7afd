/**
 * The outbox: every message is kept here before it is sent, and what became of it is written down. A message
 * that was not sent waits for the next run.
 */
import { createHash } from 'node:crypto';
import type { IsoDate } from '../../core/time/dates';
import { type Db, statement } from '../sqlite';
import { databaseNumber } from './document-log';

/** `sending` outside a run: that run was stopped, and nobody knows whether the server took the message. */
export type MessageState = 'kept' | 'sending' | 'sent' | 'failed';

export interface NewMessage {
  readonly messageId: string;
  /** Which report it is: `overdue`. */
  readonly report: string;
  /** The day it speaks of. */
  readonly day: IsoDate;
  readonly recipient: string;
  readonly sender: string;
  readonly subject: string;
  /** The whole message, as it travels. */
  readonly content: Uint8Array;
  readonly reported: readonly ReportedRow[];
}

/** One thing that a message reported as overdue, without a name: the next one says what became of it. */
export interface ReportedRow {
  /** The same thing in another report has the same key. */
  readonly key: string;
  readonly ref: string;
  readonly review: number | null;
  readonly what: string;
}

export interface OutboxMessage extends Omit<NewMessage, 'content' | 'reported'> {
  readonly id: number;
  readonly state: MessageState;
  readonly tries: number;
  readonly error: string | null;
  /** A server may have taken it: a try ended without an answer, or it waited in a copy that was brought back. */
  readonly unsure: boolean;
  /** Instants. */
  readonly keptAt: string;
  readonly triedAt: string | null;
  readonly sentAt: string | null;
  readonly givenUpAt: string | null;
  readonly givenUpBecause: string | null;
}

/** What no other message of this or any database has: for the Message-ID of the next one. */
export function nextMark(db: Db): string {
  const next = statement(db, 'SELECT coalesce(max(id), 0) + 1 FROM outbox').pluck().get() as number;
  return `${databaseNumber(db)}/${next}`;
}

/** Whether that report of that day was composed for someone already, sent or not. */
export function isReported(db: Db, report: string, day: IsoDate, recipient: string): boolean {
  const sql = 'SELECT 1 FROM outbox WHERE report = ? AND day = ? AND recipient = ? COLLATE NOCASE';
  return statement(db, sql).get(report, day, recipient) !== undefined;
}

/**
 * Keeps a message to be sent, and of what was reported to its recipient before only what the next one may be
 * held against: the latest that was sent, and those since, which may yet be given up.
 */
export function keepMessage(db: Db, message: NewMessage): void {
  const { report, recipient, day } = message;
  statement(
    db,
    `UPDATE outbox SET reported = '[]' WHERE report = :report AND recipient = :recipient COLLATE NOCASE
     AND day < (SELECT max(day) FROM outbox
       WHERE report = :report AND recipient = :recipient COLLATE NOCASE AND day < :day AND state = 'sent')`,
  ).run({ report, recipient, day });
  statement(
    db,
    `INSERT INTO outbox (message_id, report, day, recipient, sender, subject, content, sha256, reported, kept_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, irotool_now())`,
  ).run(
    message.messageId,
    message.report,
    message.day,
    message.recipient,
    message.sender,
    message.subject,
    message.content,
    createHash('sha256').update(message.content).digest('hex'),
    JSON.stringify(message.reported),
  );
}

interface Row extends Omit<OutboxMessage, 'unsure'> {
  readonly unsure: 0 | 1;
}

const SELECT = `SELECT id, message_id AS messageId, report, day, recipient, sender, subject, state, tries, error,
  unsure OR state = 'sending' AS unsure, kept_at AS keptAt, tried_at AS triedAt, sent_at AS sentAt,
  given_up_at AS givenUpAt, given_up_because AS givenUpBecause FROM outbox`;

const toMessage = (row: unknown): OutboxMessage => ({ ...(row as Row), unsure: (row as Row).unsure === 1 });

const WAITING = "state <> 'sent' AND given_up_at IS NULL";

/** What is still to be sent, the oldest first. */
export function waitingMessages(db: Db): OutboxMessage[] {
  return statement(db, `${SELECT} WHERE ${WAITING} ORDER BY id`).all().map(toMessage);
}

/** The last messages, the newest first. */
export function latestMessages(db: Db, limit: number): OutboxMessage[] {
  return statement(db, `${SELECT} ORDER BY id DESC LIMIT ?`).all(limit).map(toMessage);
}

export interface Reported {
  readonly day: IsoDate;
  readonly rows: readonly ReportedRow[];
}

/**
 * What was reported to someone last, on a day before this one; undefined if nothing was. What a person gave
 * up never came to them, and they hold nothing against it.
 */
export function lastReported(
  db: Db,
  report: string,
  recipient: string,
  before: IsoDate,
): Reported | undefined {
  const row = statement(
    db,
    `SELECT day, reported FROM outbox WHERE report = ? AND recipient = ? COLLATE NOCASE AND day < ?
       AND (state = 'sent' OR given_up_at IS NULL)
     ORDER BY day DESC, id DESC LIMIT 1`,
  ).get(report, recipient, before) as { day: IsoDate; reported: string } | undefined;
  return row && { day: row.day, rows: JSON.parse(row.reported) as ReportedRow[] };
}

/**
 * Writes down, before the server is called, that a message is being sent; the message as it travels. Null if
 * a person gave it up after the run had begun: it is not to go.
 */
export function beginTry(db: Db, id: number): Uint8Array | null {
  const sql = `UPDATE outbox SET state = 'sending', tries = tries + 1, tried_at = irotool_now()
    WHERE id = ? AND given_up_at IS NULL RETURNING content`;
  return (statement(db, sql).pluck().get(id) as Uint8Array | undefined) ?? null;
}

/** Writes down that the server took a message. What it said is kept no longer. */
export function recordSent(db: Db, id: number): void {
  const sql = `UPDATE outbox SET state = 'sent', sent_at = irotool_now(), content = NULL, error = NULL,
    unsure = 0 WHERE id = ?`;
  statement(db, sql).run(id);
}

/** Writes down that a message was not sent, and why. It waits for the next run. */
export function recordFailed(db: Db, id: number, error: string, unsure: boolean): void {
  statement(db, "UPDATE outbox SET state = 'failed', error = ?, unsure = ? WHERE id = ?").run(
    error,
    Number(unsure),
    id,
  );
}

/** In a database brought back from a copy: what waited when the copy was made may have gone since. How many do. */
export function doubtWaiting(db: Db): number {
  return statement(db, `UPDATE outbox SET unsure = 1 WHERE ${WAITING}`).run().changes;
}

/** A message that waits, given up by a person: no run tries it again. False if none of that number waits. */
export function giveUp(db: Db, id: number, because: string): boolean {
  const sql = `UPDATE outbox SET given_up_at = irotool_now(), given_up_because = ? WHERE id = ? AND ${WAITING}`;
  return statement(db, sql).run(because, id).changes === 1;
}

/** The messages that wait and speak of a child, by the child's reference: their numbers. */
export function waitingAbout(db: Db, ref: string): number[] {
  return statement(
    db,
    `SELECT id FROM outbox WHERE ${WAITING}
     AND EXISTS (SELECT 1 FROM json_each(reported) WHERE value ->> 'ref' = ?)`,
  )
    .pluck()
    .all(ref) as number[];
}

/** Why messages about a child who died are given up. */
export const becauseOfDeath = (ref: string): string => `${ref} died`;

/** True if a message that speaks of a child was given up for that reason. */
export function wasCalledOff(db: Db, ref: string, because: string): boolean {
  const sql = `SELECT 1 FROM outbox WHERE given_up_because = ?
    AND EXISTS (SELECT 1 FROM json_each(reported) WHERE value ->> 'ref' = ?)`;
  return statement(db, sql).get(because, ref) !== undefined;
}

/** Gives up every waiting message that speaks of a child, by the child's reference. */
export function callOffMessages(db: Db, ref: string, because: string): void {
  for (const id of waitingAbout(db, ref)) giveUp(db, id, because);
}

/** A message that told of a child: of which day, which report, and to whom. */
export interface MessageTelling {
  readonly day: IsoDate;
  readonly report: string;
  readonly recipient: string;
}

/** Every message whose text has a child's reference in it, in the order in which they were kept. */
export function messagesTelling(db: Db, ref: string): MessageTelling[] {
  const found: MessageTelling[] = [];
  const named = new RegExp(`(?<![\\p{L}\\p{N}._-])${ref.replaceAll('.', '\\.')}(?![\\p{L}\\p{N}_-])`, 'iu');
  const all = statement(db, 'SELECT day, report, recipient, content FROM outbox ORDER BY id').iterate();
  for (const row of all as IterableIterator<MessageTelling & { readonly content: string }>) {
    const { day, report, recipient, content } = row;
    // A long line of a message goes on in the next.
    if (named.test(String(content).replaceAll('=\r\n', ''))) found.push({ day, report, recipient });
  }
  return found;
}
