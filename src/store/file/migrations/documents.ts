import { audited } from './triggers';

/**
 * Every document that was made, and when it was sent. What it says is kept elsewhere, in the file; here is
 * its hash, so that a file can be known again. The database has a number of its own, by which a calendar
 * knows a meeting again.
 */
export const DOCUMENT_LOG = (): string => `
  CREATE TABLE document_log (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    -- Which period of care, from 0; the number of the review in it, none for the review of an ending.
    period INTEGER,
    review INTEGER,
    template TEXT NOT NULL,
    version INTEGER NOT NULL,
    format TEXT NOT NULL CHECK (format IN ('docx', 'html', 'txt', 'eml')),
    -- By tag or role, never by name.
    recipient TEXT NOT NULL,
    rules TEXT NOT NULL CHECK (json_valid(rules)),
    sha256 TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    sent_on TEXT
  ) STRICT;
  CREATE INDEX document_log_child ON document_log (child_id, id);
  ${audited('document_log', 'id', ['id', 'child_id', 'period', 'review', 'template', 'version', 'format', 'recipient', 'rules', 'sha256', 'made_at', 'made_by', 'sent_on'])}
  INSERT INTO derived_from VALUES ('database', lower(hex(randomblob(8))));
`;
