/** The chain gone along from its beginning: the first link that does not hold, or the head. */
import type { Db } from '../sqlite';
import { DIGEST_OF_COMMAND, digestIn, linkAfter, ownerOf } from './link';

/** Where the chain ends: the number of the last entry, and what its link begins with. */
export interface Head {
  readonly entry: number;
  readonly link: string;
}

/** The command at whose rows a chain first breaks; `null` for what was recorded before there was a chain. */
export interface BrokenLink {
  readonly why: 'changed' | 'taken-out' | 'put-in' | 'no-command' | 'no-seal' | 'not-that-head';
  readonly command: { readonly id: number; readonly who: string; readonly at: string } | null;
}

interface Chain {
  readonly head: Head;
  /** When the chain was begun, an instant. */
  readonly begun: string;
  readonly entries: number;
  readonly broken: BrokenLink | null;
}

interface Seal {
  readonly commandId: number | null;
  readonly at: string;
  readonly last: number;
  readonly entries: number;
  readonly link: Uint8Array;
  readonly typedAt: string | null;
  readonly who: string | null;
  /** What its command goes into the chain as; null if it is gone. */
  readonly begins: Uint8Array | null;
}

/** As a head is shown and typed: `4711-3f9ac01b22d4e6f0`. */
export const headWords = ({ entry, link }: Head): string => `${entry}-${link}`;

const shortened = (link: Uint8Array): string => Buffer.from(link).toString('hex').slice(0, 16);

/** The head as the file says it is, without going along the chain; null for a file without one. */
export function headOf(db: Db): Head | null {
  if (db.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'seal'`).get() === undefined) return null;
  const last = db.prepare('SELECT last_entry AS entry, link FROM seal ORDER BY id DESC LIMIT 1').get() as
    | { readonly entry: number; readonly link: Uint8Array }
    | undefined;
  return last === undefined ? null : { entry: last.entry, link: shortened(last.link) };
}

/**
 * Works every link out again. With `from`, a head that was kept elsewhere, the chain must also have gone through it:
 * that shows an end cut off, and a whole written anew. Null for a file without a chain.
 */
export function verifyChain(db: Db, from?: Head): Chain | null {
  const head = headOf(db);
  if (head === null) return null;
  const seals = db
    .prepare(
      `SELECT command_id AS commandId, sealed_at AS at, last_entry AS last, entries, link, typed_at AS typedAt, who,
         CASE WHEN command.id IS NOT NULL THEN ${DIGEST_OF_COMMAND} END AS begins
       FROM seal LEFT JOIN command ON command.id = command_id ORDER BY seal.id`,
    )
    .all() as Seal[];
  const [first] = seals;
  const entries = seals.reduce((sum, each) => sum + each.entries, 0);
  return { head, begun: first!.at, entries, broken: walked(db, seals, from) };
}

interface Entry {
  readonly id: number;
  readonly commandId: number | null;
  readonly digest: Uint8Array | null;
}

function walked(db: Db, seals: readonly Seal[], from: Head | undefined): BrokenLink | null {
  const entries = entriesInOrder(db);
  try {
    return along(db, seals, entries, from);
  } finally {
    // One that is left open would keep the file open.
    entries.return(undefined);
  }
}

function along(
  db: Db,
  seals: readonly Seal[],
  entries: Generator<Entry, void>,
  from: Head | undefined,
): BrokenLink | null {
  let entry = entries.next();
  let link: Uint8Array = new Uint8Array(32);
  let isPassed = from === undefined;
  for (const seal of seals) {
    const command = ofSeal(seal);
    if (seal.commandId !== null) {
      if (seal.begins === null) return { why: 'taken-out', command };
      link = linkAfter(link, seal.begins);
    }
    let met = 0;
    for (; !entry.done && entry.value.id <= seal.last; entry = entries.next()) {
      const each = entry.value;
      // What was there before the chain belongs to whatever commands wrote it.
      const isStrange = seal.commandId !== null && each.commandId !== seal.commandId;
      if (isStrange || each.digest === null) return { why: 'put-in', command };
      link = linkAfter(link, each.digest);
      met += 1;
      isPassed ||= from !== undefined && each.id === from.entry && shortened(link) === from.link;
    }
    if (met !== seal.entries) return { why: met < seal.entries ? 'taken-out' : 'put-in', command };
    if (Buffer.compare(link, seal.link) !== 0) return { why: 'changed', command };
    // Nothing was recorded yet when that head was kept.
    isPassed ||= from?.entry === 0 && shortened(link) === from.link;
  }
  if (!entry.done) return afterTheEnd(db, entry.value);
  return isPassed ? null : { why: 'not-that-head', command: null };
}

/** An entry that no seal reaches: of no command, or of one whose seal is gone. */
function afterTheEnd(db: Db, { commandId }: Entry): BrokenLink {
  const command = db.prepare('SELECT id, who, typed_at AS at FROM command WHERE id = ?').get(commandId) as
    | BrokenLink['command']
    | undefined;
  return { why: command ? 'no-seal' : 'no-command', command: command ?? null };
}

function ofSeal({ commandId, who, typedAt }: Seal): BrokenLink['command'] {
  return commandId === null ? null : { id: commandId, who: who ?? '', at: typedAt ?? '' };
}

/** The entries with what each goes into the chain as; `digest` is null of one that is about nobody with a key. */
function* entriesInOrder(db: Db): Generator<Entry, void> {
  const rows = db
    .prepare(
      `SELECT audit.id, command_id AS commandId,
         coalesce(kept_digest.digest, CASE WHEN key IS NOT NULL THEN ${digestIn('audit', 'key')} END) AS digest
       FROM audit LEFT JOIN command_entry ON audit_id = audit.id
       LEFT JOIN kept_digest ON kept_digest.entry = audit.id
       LEFT JOIN chain_key ON owner = ${ownerOf('audit')}
       UNION ALL
       SELECT entry, command_id, digest FROM kept_digest LEFT JOIN command_entry ON audit_id = entry
       WHERE entry NOT IN (SELECT id FROM audit)
       ORDER BY 1`,
    )
    .iterate() as IterableIterator<Entry>;
  yield* rows;
}

/** Keeps what entries went into the chain as, before irotool itself changes them or takes them out. `entries`: SQL of their numbers. */
export function keepDigests(
  db: Db,
  entries: string,
  values: readonly unknown[],
  why: 'mended' | 'erased',
): void {
  db.prepare(
    `INSERT OR IGNORE INTO kept_digest (entry, digest, why)
     SELECT audit.id, ${digestIn('audit', 'key')}, '${why}' FROM audit JOIN chain_key ON owner = ${ownerOf('audit')}
     WHERE audit.id IN (${entries})`,
  ).run(...values);
}
