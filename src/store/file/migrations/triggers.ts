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

/** A table as a trigger of `audited` audits it: whose rows, told apart by what, and what of a row it writes, as SQL. */
export interface AuditedTable {
  readonly subject: string;
  readonly table: string;
  readonly key: string;
  /** `json_object('id', NEW.id, …)` and the rows that are meant, of a row that is called as told. */
  readonly said: (row: string) => string;
  readonly where: (row: string) => string;
}

/** Reads back what `audited` wrote; null for any other trigger. */
export function auditedBy(trigger: string): AuditedTable | null {
  const found =
    /CREATE TRIGGER (\w+)_added AFTER INSERT ON (\w+)(?: WHEN (.*?))? BEGIN\s+INSERT INTO audit [\s\S]*?'added', '\1', NEW\.(\w+), NULL, (json_object\(.*\))\);/.exec(
      trigger,
    );
  if (found === null) return null;
  const [, subject, table, where, key, json] = found as unknown as readonly string[];
  const of = (text: string) => (row: string) => text.replaceAll('NEW.', `${row}.`);
  return { subject: subject!, table: table!, key: key!, said: of(json!), where: of(where ?? '1') };
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
