/**
 * Each run that sent reports, so that one which had nothing to tell, or died, is known from silence; and
 * messages that a person gave up, which no run tries again.
 */
export const REPORT_RUNS = (): string => `
  CREATE TABLE report_run (
    id INTEGER PRIMARY KEY,
    -- Which report it was, and the day it spoke of.
    report TEXT NOT NULL,
    day TEXT NOT NULL,
    -- It was for all the managers, and of all the teams.
    whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
    began_at TEXT NOT NULL,
    -- None while it runs, and where it died.
    ended_at TEXT,
    sent INTEGER NOT NULL DEFAULT 0,
    not_sent INTEGER NOT NULL DEFAULT 0,
    -- Recipients who had nothing to be told, or were told already that day.
    not_due INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  ALTER TABLE outbox ADD COLUMN given_up_at TEXT;
  ALTER TABLE outbox ADD COLUMN given_up_because TEXT
    CHECK ((given_up_at IS NULL) = (given_up_because IS NULL));
  -- What a sent message reported may be forgotten: only the latest is held against the next one.
  DROP TRIGGER outbox_sent_stays;
  CREATE TRIGGER outbox_sent_stays
    BEFORE UPDATE OF message_id, report, day, recipient, sender, subject, content, sha256, state, tries, error,
      unsure, kept_at, tried_at, sent_at ON outbox WHEN OLD.state = 'sent' BEGIN
    SELECT RAISE(ABORT, 'a message that was sent stays sent');
  END;
  -- By address however it is written, as it is asked.
  DROP INDEX outbox_ledger;
  CREATE INDEX outbox_ledger ON outbox (report, recipient COLLATE NOCASE, day);
  DROP INDEX outbox_waiting;
  CREATE INDEX outbox_waiting ON outbox (id) WHERE state <> 'sent' AND given_up_at IS NULL;
`;
