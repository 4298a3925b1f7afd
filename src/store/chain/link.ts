/**
 * The chain: each entry of the audit that a command wrote is linked to the one before it, so that a row which is
 * changed or taken out afterwards shows. An entry goes into its link as a digest under a key of whoever it is about:
 * with the key gone nobody can find out from the digest what the entry said, and the chain still holds.
 */
import type { Db } from '../sqlite';

/** An entry of the audit as it is linked, column by column. */
export const LINKED_COLUMNS = [
  'id',
  'at',
  'who',
  'what',
  'subject',
  'subject_id',
  'before',
  'after',
] as const;

type Cell = string | number | null;

const crypto = (): typeof import('node:crypto') => process.getBuiltinModule('node:crypto');

/** Sixteen bytes that stand for an entry, and tell nothing of it without the key. */
function digestOf(key: Uint8Array, cells: readonly Cell[]): Uint8Array {
  return crypto().createHmac('sha256', key).update(JSON.stringify(cells)).digest().subarray(0, 16);
}

/** The link after another digest. */
export function linkAfter(link: Uint8Array, digest: Uint8Array): Uint8Array {
  return crypto().createHash('sha256').update(link).update(digest).digest();
}

/** The link with which a command begins: who typed what, and when, is in it. */
export function linkOfCommand(link: Uint8Array, command: readonly Cell[]): Uint8Array {
  return crypto().createHash('sha256').update(link).update(JSON.stringify(command)).digest();
}

/** The link before the first one. */
export const NO_LINK = new Uint8Array(32);

/** Gives a connection the functions with which triggers and the migration keep the chain. */
export function keepChain(db: Db): void {
  db.function('irotool_key', () => crypto().randomBytes(32));
  db.function('irotool_link', { varargs: true }, (link, key, ...cells) =>
    Buffer.from(linkAfter(link as Uint8Array, digestOf(key as Uint8Array, cells as Cell[]))),
  );
  db.function('irotool_digest', { varargs: true }, (key, ...cells) =>
    Buffer.from(digestOf(key as Uint8Array, cells as Cell[])),
  );
  db.function('irotool_begin_link', { varargs: true }, (link, ...cells) =>
    Buffer.from(linkOfCommand((link as Uint8Array | null) ?? NO_LINK, cells as Cell[])),
  );
  db.aggregate('irotool_chain', {
    start: () => NO_LINK as Uint8Array,
    varargs: true,
    step: (link: Uint8Array, key: Uint8Array, ...cells: Cell[]) => linkAfter(link, digestOf(key, cells)),
    result: (link: Uint8Array) => Buffer.from(link),
  });
}
