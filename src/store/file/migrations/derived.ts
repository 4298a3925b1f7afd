/** What is worked out from the facts. */

export const DERIVED = (): string => `
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
