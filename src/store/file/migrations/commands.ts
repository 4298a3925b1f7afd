import { appendOnly } from './triggers';

/**
 * Every command that wrote: who typed it, when, and what it wrote. Facts, strikes and all else that is audited
 * belong to one by their entry of the audit, and mail by its row in the outbox. `typed` holds no names. One that
 * was taken back says by which command, and one that was taken back and done again the same way.
 * What was recorded before belongs to none.
 */
export const COMMANDS = (): string => `
  CREATE TABLE command (
    id INTEGER PRIMARY KEY,
    typed_at TEXT NOT NULL,
    who TEXT NOT NULL,
    typed TEXT NOT NULL
  ) STRICT;
  CREATE INDEX command_who ON command (who, id);
  ${appendOnly('command')}
  CREATE TABLE command_entry (
    audit_id INTEGER PRIMARY KEY REFERENCES audit (id),
    command_id INTEGER NOT NULL REFERENCES command (id)
  ) STRICT;
  CREATE INDEX command_entry_command ON command_entry (command_id);
  ${appendOnly('command_entry')}
  CREATE TABLE command_message (
    command_id INTEGER NOT NULL REFERENCES command (id),
    outbox_id INTEGER NOT NULL REFERENCES outbox (id),
    PRIMARY KEY (command_id, outbox_id)
  ) STRICT, WITHOUT ROWID;
  ${appendOnly('command_message')}
  CREATE TABLE command_taken_back (
    command_id INTEGER PRIMARY KEY REFERENCES command (id),
    by_id INTEGER NOT NULL REFERENCES command (id),
    how TEXT NOT NULL CHECK (how IN ('undone', 'redone')),
    why TEXT NOT NULL
  ) STRICT;
  ${appendOnly('command_taken_back')}
`;
