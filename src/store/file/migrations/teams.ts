import { audited } from './triggers';

/** Teams that a manager has besides the one recorded with the person. */
export const MORE_TEAMS = (): string => `
  CREATE TABLE manages_team (
    id INTEGER PRIMARY KEY,
    manager_id INTEGER NOT NULL REFERENCES person (id),
    team_id INTEGER NOT NULL REFERENCES team (id),
    UNIQUE (manager_id, team_id)
  ) STRICT;
  ${audited('manages_team', 'id', ['manager_id', 'team_id'])}
`;
