import { audited } from './triggers';

/**
 * The posts of the unit by role, as they are from a day on. What was not said is null. `joiners` and `leavers` are those
 * since the day before it that is kept of the role.
 */
export const POSTS = (): string => `
  CREATE TABLE posts (
    id INTEGER PRIMARY KEY,
    role TEXT NOT NULL,
    day TEXT NOT NULL,
    posts INTEGER NOT NULL,
    fte REAL,
    permanent INTEGER,
    agency INTEGER,
    vacant INTEGER,
    joiners INTEGER,
    leavers INTEGER,
    UNIQUE (role, day)
  ) STRICT;
  ${audited('posts', 'id', ['id', 'role', 'day', 'posts', 'fte', 'permanent', 'agency', 'vacant', 'joiners', 'leavers'])}
`;
