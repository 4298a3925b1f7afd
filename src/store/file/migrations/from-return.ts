import { appendOnly, audited } from './triggers';

/**
 * Which events a return of looked-after children told. Until now that was guessed of a review that said nothing
 * but its code. Of those, the ones are taken for a return's that were written together with others, as an import
 * writes; one typed by itself was typed.
 */
export const FROM_RETURN = (): string => `
  ALTER TABLE event ADD COLUMN from_return INTEGER CHECK (from_return = 1);
  ${['added', 'changed', 'removed', 'no_update', 'no_delete'].map((what) => `DROP TRIGGER event_${what};`).join('\n')}
  UPDATE event SET from_return = 1
  WHERE kind = 'review-held'
    AND attributes LIKE '{"code":%'
    AND (SELECT count(*) FROM json_each(attributes)) = 1
    AND EXISTS (
      SELECT 1 FROM event AS other
      WHERE other.id IN (event.id - 1, event.id + 1)
        AND other.recorded_by = event.recorded_by
        AND abs(julianday(other.recorded_at) - julianday(event.recorded_at)) < 2.0 / 86400
    );
  ${appendOnly('event')}
  ${audited('event', 'id', ['id', 'child_id', 'happened_on', 'kind', 'attributes'])}
`;
