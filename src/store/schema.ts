/**
 * The database, as append-only migrations: one is never changed once it has shipped, a new one is
 * added below. Version N is the database after the first N.
 *
 * Facts (child, person, event …) are audited by trigger, so that no write can forget it; events
 * are never updated or deleted, by trigger too: a mistake is struck out. What is derived from the
 * facts (agenda, action, standing_of_child) is rewritten with them and is not audited.
 */

export interface Migration {
  readonly name: string;
  /** Written out only when it runs: no ordinary start pays for it. */
  sql(): string;
}

/** `IROT` in the file's header says that a database is ours. */
export const APPLICATION_ID = 0x49524f54;

/** Triggers that write each change of a table to the audit, as JSON before and after. */
function audited(table: string, key: string, columns: readonly string[]): string {
  const json = (row: string): string =>
    `json_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`;
  const trigger = (when: string, action: string, row: string, before: string, after: string): string => `
    CREATE TRIGGER ${table}_${action} AFTER ${when} ON ${table} BEGIN
      INSERT INTO audit (at, who, what, subject, subject_id, before, after)
      VALUES (irotool_now(), irotool_who(), '${action}', '${table}', ${row}.${key}, ${before}, ${after});
    END;`;
  return [
    trigger('INSERT', 'added', 'NEW', 'NULL', json('NEW')),
    trigger('UPDATE', 'changed', 'NEW', json('OLD'), json('NEW')),
    trigger('DELETE', 'removed', 'OLD', json('OLD'), 'NULL'),
  ].join('\n');
}

/** Triggers that refuse any change of a row once written. */
function appendOnly(table: string): string {
  return ['UPDATE', 'DELETE']
    .map(
      (when) => `
    CREATE TRIGGER ${table}_no_${when.toLowerCase()} BEFORE ${when} ON ${table} BEGIN
      SELECT RAISE(ABORT, '${table} is append-only');
    END;`,
    )
    .join('\n');
}

const FACTS = (): string => `
  CREATE TABLE migration (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    ran_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    before TEXT,
    after TEXT
  ) STRICT;
  CREATE INDEX audit_subject ON audit (subject, subject_id);
  ${appendOnly('audit')}

  CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  ${audited('setting', 'key', ['key', 'value'])}

  CREATE TABLE team (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE
  ) STRICT;
  ${audited('team', 'id', ['id', 'name'])}

  CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE,
    role TEXT NOT NULL,
    team_id INTEGER REFERENCES team (id),
    email TEXT,
    telephone TEXT,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    UNIQUE (name, role)
  ) STRICT;
  ${audited('person', 'id', ['id', 'name', 'role', 'team_id', 'email', 'telephone', 'active'])}

  CREATE TABLE manages (
    id INTEGER PRIMARY KEY,
    manager_id INTEGER NOT NULL REFERENCES person (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    UNIQUE (manager_id, person_id)
  ) STRICT;
  ${audited('manages', 'id', ['manager_id', 'person_id'])}

  CREATE TABLE child (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name TEXT,
    born TEXT,
    sex TEXT,
    ethnicity TEXT,
    upn TEXT,
    social_worker_id INTEGER REFERENCES person (id),
    team_id INTEGER REFERENCES team (id)
  ) STRICT;
  CREATE INDEX child_born ON child (born);
  ${audited('child', 'id', ['id', 'ref', 'name', 'born', 'sex', 'ethnicity', 'upn', 'social_worker_id', 'team_id'])}

  CREATE TABLE sibling (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    sibling_id INTEGER NOT NULL REFERENCES child (id),
    UNIQUE (child_id, sibling_id),
    CHECK (child_id <> sibling_id)
  ) STRICT;
  ${audited('sibling', 'id', ['child_id', 'sibling_id'])}

  -- The chronology: what happened to a child, and when. Attributes are a JSON object of text.
  CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    happened_on TEXT NOT NULL,
    kind TEXT NOT NULL,
    attributes TEXT NOT NULL CHECK (json_valid(attributes)),
    recorded_at TEXT NOT NULL,
    recorded_by TEXT NOT NULL
  ) STRICT;
  CREATE INDEX event_child ON event (child_id, happened_on);
  ${appendOnly('event')}
  ${audited('event', 'id', ['id', 'child_id', 'happened_on', 'kind', 'attributes'])}

  -- A mistake is struck out with a reason and entered again, as on paper.
  CREATE TABLE strike (
    event_id INTEGER PRIMARY KEY REFERENCES event (id),
    why TEXT NOT NULL,
    struck_at TEXT NOT NULL,
    struck_by TEXT NOT NULL
  ) STRICT;
  ${appendOnly('strike')}
  ${audited('strike', 'event_id', ['event_id', 'why'])}

  -- What a review-planned event does not say: the arrangements of that meeting.
  CREATE TABLE review_plan (
    event_id INTEGER PRIMARY KEY REFERENCES event (id),
    time TEXT,
    venue TEXT,
    mode TEXT CHECK (mode IN ('in-person', 'hybrid', 'remote')),
    chair_id INTEGER REFERENCES person (id),
    late_because TEXT,
    agreed_by TEXT
  ) STRICT;
  ${audited('review_plan', 'event_id', ['event_id', 'time', 'venue', 'mode', 'chair_id', 'late_because', 'agreed_by'])}
`;

const DERIVED = (): string => `
  CREATE TABLE derived_from (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Open duties, due date first. ends_on: the day it ends of itself (an 18th birthday). What lists
  -- show is in columns; the rest, which only some ask for, is JSON.
  CREATE TABLE agenda (
    due TEXT NOT NULL,
    child_id INTEGER NOT NULL REFERENCES child (id),
    rule TEXT NOT NULL,
    place INTEGER NOT NULL,
    review INTEGER,
    ends_on TEXT,
    when_passed TEXT,
    ref TEXT,
    compressed INTEGER NOT NULL,
    provisional INTEGER NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (due, child_id, rule, place)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX agenda_child ON agenda (child_id);

  -- Undated actions and meetings to say what happened at.
  CREATE TABLE action (
    child_id INTEGER NOT NULL REFERENCES child (id),
    place INTEGER NOT NULL,
    since TEXT NOT NULL,
    id TEXT NOT NULL,
    review INTEGER,
    silent_until TEXT,
    ends_on TEXT,
    PRIMARY KEY (child_id, place)
  ) STRICT, WITHOUT ROWID;

  -- Where each child stands by the facts. latest_fact: a child with one after today is worked out afresh.
  CREATE TABLE standing_of_child (
    child_id INTEGER PRIMARY KEY REFERENCES child (id),
    in_care INTEGER NOT NULL,
    since TEXT,
    already_in_care INTEGER NOT NULL,
    legal_status TEXT,
    placement TEXT,
    confidential INTEGER NOT NULL,
    iro_id INTEGER REFERENCES person (id),
    reviews INTEGER NOT NULL,
    last_review TEXT,
    meeting TEXT,
    latest_fact TEXT
  ) STRICT;
  CREATE INDEX standing_latest_fact ON standing_of_child (latest_fact);
  CREATE INDEX standing_iro ON standing_of_child (iro_id, in_care);
`;

export const MIGRATIONS: readonly Migration[] = [
  { name: 'facts: children, people, chronology, settings, audit', sql: FACTS },
  { name: 'derived: agenda, actions, standing of each child', sql: DERIVED },
];
