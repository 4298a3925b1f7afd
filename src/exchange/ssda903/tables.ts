/**
 * The tables of the SSDA903 that are read, known by their columns and not by the name of the file: in
 * upper case, in any order. A column that is read must be there. One that is not read may be missing,
 * and there may be others; both are said.
 */
export const COLUMNS = {
  Header: ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB'],
  Episodes: [
    'CHILD',
    'DECOM',
    'RNE',
    'LS',
    'CIN',
    'PLACE',
    'PLACE_PROVIDER',
    'DEC',
    'REC',
    'REASON_PLACE_CHANGE',
    'HOME_POST',
    'PL_POST',
    'URN',
  ],
  Reviews: ['CHILD', 'DOB', 'REVIEW', 'REVIEW_CODE'],
  PlacedAdoption: ['CHILD', 'DOB', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
} as const;

export type TableName = keyof typeof COLUMNS;
export const TABLE_NAMES = Object.keys(COLUMNS) as TableName[];

/** The columns that the import reads. */
export const READ: Readonly<Record<TableName, readonly string[]>> = {
  Header: ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN'],
  Episodes: ['CHILD', 'DECOM', 'RNE', 'LS', 'PLACE', 'DEC', 'REC'],
  Reviews: COLUMNS.Reviews,
  PlacedAdoption: COLUMNS.PlacedAdoption,
};

/** The columns that hold a day. */
export const DAYS: Readonly<Record<TableName, readonly string[]>> = {
  Header: ['DOB'],
  Episodes: ['DECOM', 'DEC'],
  Reviews: ['DOB', 'REVIEW'],
  PlacedAdoption: ['DOB', 'DATE_PLACED', 'DATE_PLACED_CEASED'],
};

/** What no row can do without: a short row that lacks one of them is refused. */
export const NEEDED: Readonly<Record<TableName, readonly string[]>> = {
  Header: ['CHILD', 'DOB'],
  Episodes: ['CHILD', 'DECOM', 'RNE', 'LS'],
  Reviews: ['CHILD', 'DOB', 'REVIEW'],
  PlacedAdoption: ['CHILD', 'DOB', 'DATE_PLACED'],
};

export type Recognition =
  /** `note` says which columns are missing or not known; empty if there are none. */
  | { readonly is: 'table'; readonly table: TableName; readonly note: string }
  /** So like a table that it must have been meant as one: `column` is the first that is wrong. */
  | { readonly is: 'near'; readonly table: TableName; readonly column: string; readonly why: string }
  | { readonly is: 'other' };

/** What a file's first row says it is. */
export function recognise(header: readonly string[]): Recognition {
  const table = nearestTable(header);
  if (table === null) return { is: 'other' };
  const lower = READ[table].find(
    (column) => !header.includes(column) && header.some((other) => other.toUpperCase() === column),
  );
  if (lower !== undefined) {
    return {
      is: 'near',
      table,
      column: lower,
      why: `It is like ${table}, but ${lower} is not in upper case.`,
    };
  }
  const lacking = READ[table].filter((column) => !header.includes(column));
  if (lacking.length > 0) {
    return {
      is: 'near',
      table,
      column: lacking[0]!,
      why: `It is like ${table}, but without ${listed(lacking)}.`,
    };
  }
  const twice = READ[table].find((column) => header.indexOf(column) !== header.lastIndexOf(column));
  if (twice !== undefined) {
    return { is: 'near', table, column: twice, why: `It is like ${table}, but with ${twice} twice.` };
  }
  return { is: 'table', table, note: noteOn(table, header) };
}

/** What is not read: columns of the return that are missing, and columns that it does not have. */
function noteOn(table: TableName, header: readonly string[]): string {
  const columns: readonly string[] = COLUMNS[table];
  const missing = columns.filter((column) => !header.includes(column));
  const extra = header.filter((column) => !columns.includes(column));
  return [
    missing.length === 0 ? '' : `Without ${listed(missing)}, which ${isOrAre(missing)} not used.`,
    extra.length === 0 ? '' : `Columns not read: ${named(extra)}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/**
 * The table of which all that is read is there, or else the one that shares the most, if it shares half of
 * its columns and one that no other table has. Of two, the one that shares more columns.
 */
function nearestTable(header: readonly string[]): TableName | null {
  const given = new Set(header.map((column) => column.toUpperCase()));
  let best: { table: TableName; whole: boolean; shared: number } | null = null;
  for (const table of TABLE_NAMES) {
    const own = COLUMNS[table].filter((column) => given.has(column));
    const whole = READ[table].every((column) => given.has(column));
    const near = own.length >= COLUMNS[table].length / 2 && own.some((column) => isOnlyOf(table, column));
    if (!whole && !near) continue;
    const better = best === null || (whole !== best.whole ? whole : own.length > best.shared);
    if (better) best = { table, whole, shared: own.length };
  }
  return best?.table ?? null;
}

function isOnlyOf(table: TableName, column: string): boolean {
  return TABLE_NAMES.every(
    (other) => other === table || !(COLUMNS[other] as readonly string[]).includes(column),
  );
}

const listed = (columns: readonly string[]): string => columns.join(', ');
const isOrAre = (columns: readonly string[]): string => (columns.length === 1 ? 'is' : 'are');

/** Names only what is written like a column: a file without a first row may hold a name there. */
function named(columns: readonly string[]): string {
  const plain = columns.filter((column) => /^[A-Z][A-Z0-9_]*$/.test(column));
  if (plain.length === columns.length) return listed(columns);
  return columns.length === 1 ? 'one more column' : `${columns.length} more columns`;
}
