/**
 * The chain: each entry of the audit that a command wrote is linked to the one before it, so that a row which is
 * changed or taken out afterwards shows. An entry goes into its link as a digest under a key of whoever it is about:
 * with the key gone nobody can find out from the digest what the entry said, and the chain still holds.
 */
import type { Db } from '../sqlite';

/** An entry of the audit as it is linked, column by column. */
const LINKED_COLUMNS = ['id', 'at', 'who', 'what', 'subject', 'subject_id', 'before', 'after'] as const;

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

/** Gives a connection the functions with which triggers and the migration keep the chain; the arguments are LINKED_COLUMNS. */
export function keepChain(db: Db): void {
  type Bytes = Uint8Array;
  db.function('irotool_key', () => crypto().randomBytes(32));
  db.function('irotool_digest', (key, id, at, who, what, subject, subjectId, before, after) =>
    digestOf(key as Bytes, [id, at, who, what, subject, subjectId, before, after] as Cell[]),
  );
  db.function('irotool_link', (link, digest) => linkAfter(link as Bytes, digest as Bytes));
}

/** What a command begins with in the chain, as SQL: who typed what, and when; it is under no key. */
export const DIGEST_OF_COMMAND =
  'irotool_digest(zeroblob(32), command.id, typed_at, command.who, typed, 0, 0, 0, 0)';

/** What an entry goes into the chain as, as SQL: of a row of the audit, or of NEW in a trigger. */
export const digestIn = (row: string, key: string): string =>
  `irotool_digest(${key}, ${LINKED_COLUMNS.map((column) => `${row}.${column}`).join(', ')})`;

/** Whose key an entry of the audit is digested under, as SQL; `row` is the audit's, or NEW in a trigger. */
export function ownerOf(row: string): string {
  const said = (name: string): string => `coalesce(${row}.after, ${row}.before) ->> '${name}'`;
  return `CASE WHEN ${row}.subject IN ('child', 'applicant') THEN 'c' || ${row}.subject_id
WHEN ${row}.subject = 'person' THEN 'p' || ${row}.subject_id
ELSE coalesce('c' || (${said('child_id')}), 'c' || (SELECT child_id FROM event WHERE event.id = ${said('event_id')}),
'p' || (${said('person_id')}), 'u') END`;
}
