import { audited } from './triggers';

/**
 * Bank holidays that came late: what differs from the list that ships. A day with a name is a bank holiday,
 * one without is none. The years that a list of the unit's own covers, past those of the list that ships.
 */
export const HOLIDAYS = (): string => `
  CREATE TABLE holiday (
    id INTEGER PRIMARY KEY,
    day TEXT NOT NULL UNIQUE,
    name TEXT,
    source TEXT NOT NULL
  ) STRICT;
  ${audited('holiday', 'id', ['id', 'day', 'name', 'source'])}
  CREATE TABLE holiday_year (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL UNIQUE,
    source TEXT NOT NULL
  ) STRICT;
  ${audited('holiday_year', 'id', ['id', 'year', 'source'])}
`;
