/** Triggers that tables of facts share. */

/** Triggers that write each change of a table to the audit, as JSON before and after. */
export function audited(table: string, key: string, columns: readonly string[]): string {
  const json = (row: string): string =>
    `json_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`;
  const trigger = (when: string, action: string, row: string, before: string, after: string): string => `
    CREATE TRIGGER ${table}_${action} AFTER ${when} ON ${table} BEGIN
      INSERT INTO audit (at, who, what, subject, subject_id, before, after)
      VALUES (irotool_now(), irotool_who(), '${action}', '${table}', ${row}.${key}, ${before}, ${after});
    END;`;
  return [
    trigger('INSERT', 'added', 'NEW', 'NULL', json('NEW')),
    trigger('UPDATE', 'changed', 'NEW', json('OLD'), json('NEW')),
    trigger('DELETE', 'removed', 'OLD', json('OLD'), 'NULL'),
  ].join('\n');
}

/** Triggers that refuse any change of a row once written. */
export function appendOnly(table: string): string {
  return ['UPDATE', 'DELETE']
    .map(
      (when) => `
    CREATE TRIGGER ${table}_no_${when.toLowerCase()} BEFORE ${when} ON ${table} BEGIN
      SELECT RAISE(ABORT, '${table} is append-only');
    END;`,
    )
    .join('\n');
}
