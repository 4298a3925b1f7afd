import { audited } from './triggers';

/** Who is told in a manager's absence. When someone is away is in their leave, as for IROs. */
export const COVER = (): string => `
  ALTER TABLE person ADD COLUMN cover_id INTEGER REFERENCES person (id);
  ${['added', 'changed', 'removed'].map((what) => `DROP TRIGGER person_${what};`).join(' ')}
  ${audited('person', 'id', ['id', 'name', 'role', 'team_id', 'email', 'telephone', 'active', 'address', 'working_days', 'cover_id'])}
`;
