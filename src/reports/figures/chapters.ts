/** The headings of a report that people write under, and which tables stand behind each. Data, and pure. */

export interface Chapter {
  readonly title: string;
  /** Its tables, by name; those of years and quarters stand with the one that they are of. */
  readonly tables: readonly string[];
  /** On a page it shows what is to come; on paper it is written under. */
  readonly isToCome?: true;
  /** Headings below it, before its tables, that have none: they are written under. */
  readonly parts?: readonly string[];
}

/** Those of the annual report, in the order of reports that are published. */
export const ANNUAL_CHAPTERS: readonly Chapter[] = [
  {
    title: 'Introduction',
    tables: [],
    parts: ['What the service does, and the law that it works by', 'The year in short'],
  },
  {
    title: 'The team and what it carries',
    tables: ['team', 'month-ends'],
    parts: ['Who was in the team, who joined and who left'],
  },
  {
    title: 'Children in care',
    tables: [
      'in-care',
      'in-care-by-status',
      'in-care-by-sex',
      'in-care-by-ethnicity',
      'in-care-by-placement',
      'in-care-by-distance',
      'in-care-by-arrival',
      'in-care-by-time',
      'ceased',
    ],
  },
  {
    title: 'Reviews',
    tables: ['reviews', 'reviews-by-month', 'reviews-by-kind', 'how-late', 'why-late', 'moved', 'children'],
  },
  {
    title: 'Taking part',
    tables: ['took-part', 'took-part-by-age', 'participation', 'seen', 'at-review', 'views'],
  },
  { title: 'Between reviews', tables: ['between-reviews', 'steps'] },
  { title: 'Disputes', tables: ['disputes', 'disputes-by-theme', 'disputes-by-team', 'beyond'] },
  { title: 'What reviews decided', tables: ['recommendations'] },
  { title: 'Child protection', tables: ['conferences', 'plans'] },
  { title: 'Permanence', tables: ['permanence'] },
  { title: 'How good the work is', tables: ['quality', 'quality-by-team'] },
  { title: 'What is to come', tables: [], isToCome: true },
  { title: 'Priorities', tables: [], parts: ['Last year’s priorities', 'Priorities for next year'] },
];

/** The table that one of years or quarters is of. */
export const ofTable = (id: string): string => id.replace(/-(?:years|quarters)$/, '');

/** True of a table that stands in a chapter. */
export const isIn = ({ tables }: Chapter, { id }: { readonly id: string }): boolean =>
  tables.includes(ofTable(id));
