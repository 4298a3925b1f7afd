/** Triggers that tables of facts share. */

/** How some rows of a table are audited, if not all of them as the table's: by a name of their own. */
interface AuditedAs {
  readonly name: string;
  /** The column that tells them apart, and which they are: `kind = 'child'`. */
  readonly where: (row: string) => string;
}

/** Triggers that write each change of a table to the audit, as JSON before and after. */
export function audited(
  table: string,
  key: string,
  columns: readonly string[],
  { name, where }: AuditedAs = { name: table, where: () => '1' },
): string {
  const json = (row: string): string =>
    `json_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`;
  const trigger = (when: string, action: string, row: string, before: string, after: string): string => `
    CREATE TRIGGER ${name}_${action} AFTER ${when} ON ${table}${name === table ? '' : ` WHEN ${where(row)}`} BEGIN
      INSERT INTO audit (at, who, what, subject, subject_id, before, after)
      VALUES (irotool_now(), irotool_who(), '${action}', '${name}', ${row}.${key}, ${before}, ${after});
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
