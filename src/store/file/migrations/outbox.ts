/**
 * Mail that was composed, and what became of it. What a message says is kept until a server has taken it, and
 * no longer; the row stays, and is the ledger of what was reported to whom on which day.
 */
export const OUTBOX = (): string => `
  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    message_id TEXT NOT NULL UNIQUE,
    -- Which report it is, and the day it speaks of.
    report TEXT NOT NULL,
    day TEXT NOT NULL,
    recipient TEXT NOT NULL,
    sender TEXT NOT NULL,
    subject TEXT NOT NULL,
    content BLOB,
    sha256 TEXT NOT NULL,
    -- What it reported, by keys that are no names: the next one says what has changed since.
    reported TEXT NOT NULL CHECK (json_valid(reported)),
    state TEXT NOT NULL DEFAULT 'kept' CHECK (state IN ('kept', 'sending', 'sent', 'failed')),
    tries INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    -- The last try ended without an answer after the message had gone: the server may have taken it.
    unsure INTEGER NOT NULL DEFAULT 0 CHECK (unsure IN (0, 1)),
    kept_at TEXT NOT NULL,
    tried_at TEXT,
    sent_at TEXT,
    CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
    CHECK ((state = 'sent') = (content IS NULL))
  ) STRICT;
  CREATE INDEX outbox_waiting ON outbox (id) WHERE state <> 'sent';
  CREATE INDEX outbox_ledger ON outbox (report, recipient, day);
  CREATE TRIGGER outbox_no_delete BEFORE DELETE ON outbox BEGIN
    SELECT RAISE(ABORT, 'a message is never taken out of the outbox');
  END;
  CREATE TRIGGER outbox_sent_stays BEFORE UPDATE ON outbox WHEN OLD.state = 'sent' BEGIN
    SELECT RAISE(ABORT, 'a message that was sent stays sent');
  END;
`;
