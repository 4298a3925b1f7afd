/**
 * The tables of the SSDA903 that are read, known by their columns and not by the name of the
 * file: exactly these, in upper case, in any order.
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

export type Recognition =
  | { readonly is: 'table'; readonly table: TableName }
  /** So like a table that it must have been meant as one: `column` is the first that is wrong. */
  | { readonly is: 'near'; readonly table: TableName; readonly column: string; readonly why: string }
  | { readonly is: 'other' };

/** What a file's first row says it is. */
export function recognise(header: readonly string[]): Recognition {
  const best = nearestTable(header);
  if (best === null) return { is: 'other' };
  const { table } = best;
  const wanted: readonly string[] = COLUMNS[table];
  const missing = wanted.filter((column) => !header.includes(column));
  const extra = header.filter((column) => !wanted.includes(column));
  const repeated = header.find((column, at) => header.indexOf(column) !== at);
  if (missing.length === 0 && extra.length === 0 && repeated === undefined) return { is: 'table', table };
  const lower = missing.find((column) => extra.some((other) => other.toUpperCase() === column));
  const faults = [
    missing.length > 0 ? `without ${listed(missing)}` : '',
    extra.length > 0 ? `with ${named(extra)}` : '',
    missing.length + extra.length === 0 ? `with ${repeated} twice` : '',
  ].filter((fault) => fault !== '');
  const why =
    lower === undefined
      ? `It is like ${table}, but ${faults.join(' and ')}.`
      : `It is like ${table}, but ${lower} is not in upper case.`;
  // An extra column may hold anything, so a report names only columns of the return.
  const column = lower ?? missing[0] ?? repeated ?? table;
  return { is: 'near', table, column, why };
}

/** The table that shares the most columns, where they share at least half of all they have. */
function nearestTable(header: readonly string[]): { table: TableName; share: number } | null {
  const given = new Set(header.map((column) => column.toUpperCase()));
  let best: { table: TableName; share: number } | null = null;
  for (const table of TABLE_NAMES) {
    const shared = COLUMNS[table].filter((column) => given.has(column)).length;
    const share = shared / (given.size + COLUMNS[table].length - shared);
    if (share >= 0.5 && share > (best?.share ?? 0)) best = { table, share };
  }
  return best;
}

const listed = (columns: readonly string[]): string => columns.join(', ');

/** Names only what is written like a column; a first row of data is not repeated in a report. */
function named(columns: readonly string[]): string {
  const plain = columns.filter((column) => /^[A-Z][A-Z_]*$/.test(column));
  if (plain.length === columns.length) return `${listed(columns)}, which it does not have`;
  return columns.length === 1
    ? 'one column that it does not have'
    : `${columns.length} columns that it does not have`;
}
