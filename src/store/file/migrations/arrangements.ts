import { appendOnly, audited } from './triggers';

/** The arrangements of a meeting go to the event that planned it: one place for what is said of it. */
export const ARRANGEMENTS = (): string => `
  ${['added', 'changed', 'removed', 'no_update', 'no_delete'].map((what) => `DROP TRIGGER event_${what};`).join('\n')}
  UPDATE event SET attributes = json_patch(attributes, (
    SELECT json_object('time', time, 'venue', venue, 'mode', mode, 'chair', CAST(chair_id AS TEXT),
      'late-because', late_because, 'agreed-by', agreed_by)
    FROM review_plan WHERE event_id = event.id
  )) WHERE id IN (SELECT event_id FROM review_plan);
  DROP TABLE review_plan;
  ALTER TABLE action ADD COLUMN ref TEXT;
  ${appendOnly('event')}
  ${audited('event', 'id', ['id', 'child_id', 'happened_on', 'kind', 'attributes'])}
`;
