/** The commands that wrote, and what each wrote. */
import type { AuditEntry } from '../audit';
import { type Db, statement } from '../sqlite';

export interface WrittenCommand {
  readonly id: number;
  /** An instant. */
  readonly at: string;
  readonly who: string;
  /** As it was typed, without names. */
  readonly typed: string;
  /** How it was taken back, and by which command; null if it stands. */
  readonly takenBack: { readonly by: number; readonly how: 'undone' | 'redone'; readonly why: string } | null;
  /** The command that it took back itself, and how; null for any other command. */
  readonly takes: { readonly id: number; readonly how: 'undone' | 'redone' } | null;
}

interface Row extends Pick<WrittenCommand, 'id' | 'at' | 'who' | 'typed'> {
  readonly byId: number | null;
  readonly how: 'undone' | 'redone' | null;
  readonly why: string | null;
  readonly takesId: number | null;
  readonly takesHow: 'undone' | 'redone' | null;
}

const SELECT = `SELECT command.id, typed_at AS at, who, typed, back.by_id AS byId, back.how, back.why,
    taking.command_id AS takesId, taking.how AS takesHow
  FROM command LEFT JOIN command_taken_back AS back ON back.command_id = command.id
  LEFT JOIN command_taken_back AS taking ON taking.by_id = command.id`;

function commandOf({ id, at, who, typed, byId, how, why, takesId, takesHow }: Row): WrittenCommand {
  return {
    ...{ id, at, who, typed },
    takenBack: byId === null ? null : { by: byId, how: how!, why: why! },
    takes: takesId === null ? null : { id: takesId, how: takesHow! },
  };
}

/** A person's commands, the last first. */
export function commandsOf(db: Db, who: string, limit: number): WrittenCommand[] {
  const rows = statement(db, `${SELECT} WHERE who = ? ORDER BY command.id DESC LIMIT ?`).all(who, limit);
  return (rows as Row[]).map(commandOf);
}

/**
 * What a person would take back next: their last command that stands, and is none that took another back; of one
 * that was taken back and done again the second time counts. `before` is the number of one that it came before.
 */
export function lastStanding(
  db: Db,
  who: string,
  before = Number.MAX_SAFE_INTEGER,
): WrittenCommand | undefined {
  const row = statement(
    db,
    `${SELECT} WHERE who = ? AND command.id < ? AND back.by_id IS NULL AND coalesce(taking.how, '') <> 'undone'
     ORDER BY command.id DESC LIMIT 1`,
  ).get(who, before) as Row | undefined;
  return row && commandOf(row);
}

/** What a command wrote, in the order in which it did. */
export function entriesOf(db: Db, commandId: number): AuditEntry[] {
  return statement(
    db,
    `SELECT audit.id, at, audit.who, what, subject, subject_id AS subjectId, before, after,
       command_id AS commandId, typed
     FROM command_entry JOIN audit ON audit.id = audit_id JOIN command ON command.id = command_id
     WHERE command_id = ? ORDER BY audit_id`,
  ).all(commandId) as AuditEntry[];
}

/** How many messages a command put into the outbox, or sent. */
export function messagesOf(db: Db, commandId: number): number {
  return statement(db, 'SELECT count(*) FROM command_message WHERE command_id = ?')
    .pluck()
    .get(commandId) as number;
}

/** The command that an event was recorded by; undefined if it was recorded before commands were kept. */
export function commandOfEvent(db: Db, eventId: number): number | undefined {
  return statement(
    db,
    `SELECT command_id FROM command_entry JOIN audit ON audit.id = audit_id
     WHERE subject = 'event' AND what = 'added' AND subject_id = ?`,
  )
    .pluck()
    .get(String(eventId)) as number | undefined;
}

/** The command that this connection is opened for; undefined until it has written. */
export function commandWritten(db: Db): WrittenCommand | undefined {
  const row = statement(db, `${SELECT} WHERE command.id = (SELECT id FROM this_command)`).get();
  return row === undefined ? undefined : commandOf(row as Row);
}

/** The number of the command that this connection is opened for; undefined until it has written. */
const thisCommand = (db: Db): number | undefined =>
  statement(db, 'SELECT id FROM this_command').pluck().get() as number | undefined;

/** Marks a command as taken back by the one that this connection is opened for. Call after that has written. */
export function markTakenBack(db: Db, id: number, how: 'undone' | 'redone', why: string): void {
  statement(db, 'INSERT INTO command_taken_back (command_id, by_id, how, why) VALUES (?, ?, ?, ?)').run(
    id,
    thisCommand(db)!,
    how,
    why,
  );
}
