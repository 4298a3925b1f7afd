/** What is drawn of a table, as data: a report names its charts, and every page draws them alike. Pure. */

interface Drawn {
  /** The table, by its id. */
  readonly of: string;
  /** The columns that are drawn, by their ids. */
  readonly columns: readonly string[];
  readonly title: string;
  /** One sentence: what it shows. */
  readonly says: string;
}

export type Chart =
  /** A bar for each row, its columns one after the other. `band`: where it is meant to end. */
  | (Drawn & {
      readonly kind: 'bars';
      readonly band?: { readonly from: number; readonly to: number; readonly words: string };
    })
  /** Shares along the rows, which are days or months: a line for each column. */
  | (Drawn & { readonly kind: 'lines' })
  /** An upright bar for each row, its columns one above the other. `limit`: the column that says how many there may be. */
  | (Drawn & { readonly kind: 'columns'; readonly limit?: string })
  /** A field for each day, darker for more: the rows are days (2026-03-30), and there is one column. */
  | (Drawn & { readonly kind: 'days' });
