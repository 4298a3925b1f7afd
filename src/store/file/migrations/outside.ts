import { audited } from './triggers';

/**
 * Other systems: what each calls a child of ours, the maps by which its tables are read, and which differences
 * between it and us somebody has looked at and left. A difference is kept as a digest: it says nothing of a child.
 */
export const OUTSIDE = (): string => `
  CREATE TABLE outside_ref (
    id INTEGER PRIMARY KEY,
    system TEXT NOT NULL,
    key TEXT NOT NULL,
    child_id INTEGER NOT NULL REFERENCES subject (id),
    UNIQUE (system, key)
  ) STRICT;
  ${audited('outside_ref', 'id', ['id', 'system', 'key', 'child_id'])}
  CREATE TABLE case_map (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    yaml TEXT NOT NULL
  ) STRICT;
  ${audited('case_map', 'id', ['id', 'name', 'yaml'])}
  CREATE TABLE difference_left (
    id INTEGER PRIMARY KEY,
    system TEXT NOT NULL,
    kind TEXT NOT NULL,
    digest TEXT NOT NULL,
    left_at TEXT NOT NULL,
    left_by TEXT NOT NULL,
    UNIQUE (system, digest)
  ) STRICT;
  ${audited('difference_left', 'id', ['id', 'system', 'kind', 'digest'])}
`;
