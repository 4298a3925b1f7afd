import { audited } from './triggers';

const COLUMNS = [
  ...['id', 'child_id', 'period', 'review', 'template', 'version', 'format', 'recipient', 'rules', 'sha256'],
  ...['made_at', 'made_by', 'sent_on'],
];

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
  ${audited('document_log', 'id', COLUMNS)}
  INSERT INTO derived_from VALUES ('database', lower(hex(randomblob(8))));
`;

/** A document may be a PDF too. SQLite changes no condition of a column, so the table is made again with what it holds. */
export const PDF_DOCUMENTS = (): string => `
  CREATE TABLE document_log_with_pdf (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES subject (id),
    period INTEGER,
    review INTEGER,
    template TEXT NOT NULL,
    version INTEGER NOT NULL,
    format TEXT NOT NULL CHECK (format IN ('docx', 'pdf', 'html', 'txt', 'eml')),
    recipient TEXT NOT NULL,
    rules TEXT NOT NULL CHECK (json_valid(rules)),
    sha256 TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    sent_on TEXT
  ) STRICT;
  INSERT INTO document_log_with_pdf (${COLUMNS.join(', ')}) SELECT ${COLUMNS.join(', ')} FROM document_log;
  DROP TABLE document_log;
  ALTER TABLE document_log_with_pdf RENAME TO document_log;
  CREATE INDEX document_log_child ON document_log (child_id, id);
  ${audited('document_log', 'id', COLUMNS)}
`;
