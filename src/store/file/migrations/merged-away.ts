/**
 * A record that was merged away takes nothing more: no event, nobody, no brother or sister, no other
 * record. So no circle of merges can begin, either. One that an older irotool made may be opened again
 * (doctor): the merge that closes it is the only one that may be taken back.
 */
export const MERGED_AWAY = (): string => `
  ${refused('event', 'INSERT', ['child_id'])}
  ${refused('child_person', 'INSERT', ['child_id'])}
  ${refused('child_person', 'UPDATE OF child_id', ['child_id'])}
  ${refused('sibling', 'INSERT', ['child_id', 'sibling_id'])}
  ${refused('parent_in_care', 'INSERT', ['child_id', 'parent_id'])}
  ${refused('merged', 'INSERT', ['into_id'])}
  DROP TRIGGER merged_no_delete;
  CREATE TRIGGER merged_no_delete BEFORE DELETE ON merged
    WHEN OLD.child_id NOT IN (
      WITH RECURSIVE onwards (id) AS (
        SELECT OLD.into_id UNION SELECT merged.into_id FROM merged JOIN onwards ON merged.child_id = onwards.id
      ) SELECT id FROM onwards
    ) BEGIN
    SELECT RAISE(ABORT, 'merged is append-only');
  END;
`;

function refused(table: string, when: string, columns: readonly string[]): string {
  const name = `${table}_${when.startsWith('UPDATE') ? 'moved' : 'added'}_to_merged`;
  const is = columns.map((column) => `NEW.${column} IN (SELECT child_id FROM merged)`).join(' OR ');
  return `CREATE TRIGGER ${name} BEFORE ${when} ON ${table} WHEN ${is} BEGIN
    SELECT RAISE(ABORT, '${table} of a record that was merged away');
  END;`;
}
