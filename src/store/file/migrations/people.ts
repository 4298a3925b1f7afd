import { appendOnly, audited } from './triggers';

/**
 * Families share names as colleagues do not: who is unique by name is only staff. A child has people of
 * their own, each with a tag by which events speak of them, so that events hold no names.
 */
export const PEOPLE = (): string => `
  ${['added', 'changed', 'removed'].map((what) => `DROP TRIGGER person_${what}; DROP TRIGGER child_${what};`).join('\n')}
  CREATE TABLE person_new (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL COLLATE NOCASE,
    role TEXT NOT NULL,
    team_id INTEGER REFERENCES team (id),
    email TEXT,
    telephone TEXT,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    address TEXT,
    -- Days of the week on which they work, as mon,tue,wed; every weekday where nothing is said.
    working_days TEXT
  ) STRICT;
  INSERT INTO person_new SELECT id, name, role, team_id, email, telephone, active, NULL, NULL FROM person;
  DROP TABLE person;
  ALTER TABLE person_new RENAME TO person;
  CREATE UNIQUE INDEX person_staff ON person (name, role)
    WHERE role NOT IN ('parent', 'carer', 'adopter', 'relative', 'supporter', 'other');
  CREATE INDEX person_name ON person (name);
  ${audited('person', 'id', ['id', 'name', 'role', 'team_id', 'email', 'telephone', 'active', 'address', 'working_days'])}

  ALTER TABLE child ADD COLUMN known_as TEXT;
  ALTER TABLE child ADD COLUMN pronouns TEXT;
  ALTER TABLE child ADD COLUMN needs TEXT;
  ALTER TABLE child ADD COLUMN unaccompanied INTEGER NOT NULL DEFAULT 0 CHECK (unaccompanied IN (0, 1));
  ${audited('child', 'id', ['id', 'ref', 'name', 'born', 'sex', 'ethnicity', 'upn', 'social_worker_id', 'team_id', 'known_as', 'pronouns', 'needs', 'unaccompanied'])}

  -- The people of a child: family, carers, school and others. knows_placement: they may know where the
  -- child lives. contact: what they have by order or plan.
  CREATE TABLE child_person (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    tag TEXT NOT NULL COLLATE NOCASE,
    relationship TEXT,
    has_responsibility INTEGER NOT NULL DEFAULT 0 CHECK (has_responsibility IN (0, 1)),
    knows_placement INTEGER NOT NULL DEFAULT 0 CHECK (knows_placement IN (0, 1)),
    contact TEXT CHECK (contact IN ('ordinary', 'supervised', 'none')),
    from_on TEXT,
    until_on TEXT,
    UNIQUE (child_id, tag)
  ) STRICT;
  CREATE INDEX child_person_person ON child_person (person_id);
  ${audited('child_person', 'id', ['id', 'child_id', 'person_id', 'tag', 'relationship', 'has_responsibility', 'knows_placement', 'contact', 'from_on', 'until_on'])}

  -- A looked-after child who is the mother or father of another: they do not share an IRO.
  CREATE TABLE parent_in_care (
    id INTEGER PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    parent_id INTEGER NOT NULL REFERENCES child (id),
    UNIQUE (child_id, parent_id),
    CHECK (child_id <> parent_id)
  ) STRICT;
  ${audited('parent_in_care', 'id', ['child_id', 'parent_id'])}

  CREATE TABLE leave (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    from_on TEXT NOT NULL,
    to_on TEXT NOT NULL CHECK (to_on >= from_on),
    why TEXT
  ) STRICT;
  CREATE INDEX leave_person ON leave (person_id);
  ${audited('leave', 'id', ['id', 'person_id', 'from_on', 'to_on', 'why'])}

  -- Two records of one child: what was recorded under the first counts under the second.
  CREATE TABLE merged (
    child_id INTEGER PRIMARY KEY REFERENCES child (id),
    into_id INTEGER NOT NULL REFERENCES child (id),
    why TEXT NOT NULL,
    merged_at TEXT NOT NULL,
    merged_by TEXT NOT NULL,
    CHECK (child_id <> into_id)
  ) STRICT;
  ${appendOnly('merged')}
  ${audited('merged', 'child_id', ['child_id', 'into_id', 'why'])}
`;
