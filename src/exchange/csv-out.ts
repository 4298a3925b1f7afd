/** CSV for spreadsheets: the only file that imports csv-stringify. */
import { stringify } from 'csv-stringify/sync';
import { shown } from '../core/shown';

/**
 * Rows as CSV with Windows line endings and a byte-order mark, which a spreadsheet needs and some other programs do
 * not know; nothing in them can become a formula.
 */
export function toCsv(rows: readonly (readonly (string | number)[])[], { bom } = { bom: true }): string {
  return stringify(rows as (string | number)[][], {
    bom,
    record_delimiter: 'windows',
    // Only what is text: a number below nought begins with a minus and is no formula.
    cast: { string: (value) => ({ value: shown(value), escape_formulas: true }) },
    // A lone line feed would otherwise stand unquoted and break the row.
    quoted_match: /[\r\n]/,
  });
}
