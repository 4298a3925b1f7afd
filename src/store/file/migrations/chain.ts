import { digestIn, ownerOf } from '../../chain/link';
import { appendOnly } from './triggers';

/**
 * The chain over what commands write (store/chain/link.ts). A row of `seal` is what one command wrote without another
 * coming between: its last entry of the audit, how many they are, and the link after them. The first seal is of no
 * command: it is over all that was recorded before there was a chain. A seal grows while its command writes on.
 * `kept_digest` holds what an entry went into the chain as, if irotool itself changed it or took it out since.
 * `chain_key` has a random key for each child, applicant and person (c1, p1), and one for the rest (u).
 */
export const CHAIN = (): string => `
  CREATE TABLE chain_key (owner TEXT PRIMARY KEY, key BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE seal (
    id INTEGER PRIMARY KEY,
    command_id INTEGER REFERENCES command (id),
    sealed_at TEXT NOT NULL,
    last_entry INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    link BLOB NOT NULL
  ) STRICT;
  CREATE TABLE kept_digest (
    entry INTEGER PRIMARY KEY,
    digest BLOB NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('mended', 'erased'))
  ) STRICT;
  ${appendOnly('kept_digest')}
  INSERT OR IGNORE INTO chain_key (owner, key)
    SELECT owner, irotool_key() FROM (SELECT DISTINCT ${ownerOf('audit')} AS owner FROM audit);
  WITH RECURSIVE along (entry, amount, link) AS (
    SELECT 0, 0, zeroblob(32)
    UNION ALL
    SELECT audit.id, amount + 1, irotool_link(link, ${digestIn('audit', 'key')})
    FROM along JOIN audit ON audit.id = (SELECT min(id) FROM audit WHERE id > entry)
    JOIN chain_key ON owner = ${ownerOf('audit')}
  )
  INSERT INTO seal (command_id, sealed_at, last_entry, entries, link)
    SELECT NULL, irotool_now(), entry, amount, link FROM along ORDER BY entry DESC LIMIT 1;
  ${appendOnly('chain_key')}
  CREATE TRIGGER seal_no_delete BEFORE DELETE ON seal BEGIN SELECT RAISE(ABORT, 'seal is append-only'); END;
  CREATE TRIGGER seal_no_update BEFORE UPDATE ON seal
    WHEN NEW.id <> OLD.id OR OLD.id <> (SELECT max(id) FROM seal) OR NEW.command_id IS NOT OLD.command_id BEGIN
    SELECT RAISE(ABORT, 'seal is append-only');
  END;
`;
