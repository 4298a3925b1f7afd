/**
 * Whoever has a chronology is a subject: a child, or someone who applies to foster, to adopt or for adoption
 * information and may use the independent review mechanism. `child` is a view of the children, so that what says
 * `child` finds nobody else; whoever writes, writes to `subject`.
 */
import { audited } from './triggers';

const OF_A_CHILD = [
  ...['id', 'ref', 'name', 'born', 'sex', 'ethnicity', 'upn', 'social_worker_id', 'team_id'],
  ...['known_as', 'pronouns', 'needs', 'unaccompanied'],
];
const OF_AN_APPLICANT = [
  'id',
  'ref',
  'name',
  'kind',
  'social_worker_id',
  'team_id',
  'address',
  'email',
  'telephone',
];

export const SUBJECTS = (): string => `
  ${['added', 'changed', 'removed'].map((what) => `DROP TRIGGER child_${what};`).join('\n')}
  ALTER TABLE child RENAME TO subject;
  ALTER TABLE subject ADD COLUMN kind TEXT NOT NULL DEFAULT 'child'
    CHECK (kind IN ('child', 'foster-carer', 'prospective-adopter', 'information-applicant'));
  ALTER TABLE subject ADD COLUMN address TEXT;
  ALTER TABLE subject ADD COLUMN email TEXT;
  ALTER TABLE subject ADD COLUMN telephone TEXT;
  ${audited('subject', 'id', OF_A_CHILD, { name: 'child', where: (row) => `${row}.kind = 'child'` })}
  ${audited('subject', 'id', OF_AN_APPLICANT, { name: 'applicant', where: (row) => `${row}.kind <> 'child'` })}
  CREATE INDEX subject_applicant ON subject (ref) WHERE kind <> 'child';
  CREATE VIEW child AS SELECT ${OF_A_CHILD.join(', ')} FROM subject WHERE kind = 'child';
  -- What somebody's own program writes to "child" is written all the same.
  CREATE TRIGGER child_inserted INSTEAD OF INSERT ON child BEGIN
    INSERT INTO subject (${OF_A_CHILD.join(', ')}) VALUES (${OF_A_CHILD.map(newValue).join(', ')});
  END;
  CREATE TRIGGER child_updated INSTEAD OF UPDATE ON child BEGIN
    UPDATE subject SET ${OF_A_CHILD.map((column) => `${column} = ${newValue(column)}`).join(', ')} WHERE id = OLD.id;
  END;
  CREATE TRIGGER child_deleted INSTEAD OF DELETE ON child BEGIN
    DELETE FROM subject WHERE id = OLD.id;
  END;
`;

const newValue = (column: string): string =>
  column === 'unaccompanied' ? 'coalesce(NEW.unaccompanied, 0)' : `NEW.${column}`;
