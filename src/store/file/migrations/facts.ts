/** The first tables: children, people, the chronology, settings, the audit. */
import { appendOnly, audited } from './triggers';

export const FACTS = (): string => `
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
