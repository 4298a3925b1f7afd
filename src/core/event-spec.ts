/** What is said of an event in the closed list: what it is called, where it belongs, what it carries. */

/**
 * `list`: texts with commas between them, each one of a closed set where that is given. `review`: the
 * number of a review, or `exit` for that of an unplanned ending.
 */
type AttributeType =
  | 'text'
  | 'date'
  | 'time'
  | 'number'
  | 'review'
  | 'person'
  | { readonly choices: readonly string[] }
  | { readonly list: readonly string[] | 'any' };

export interface AttributeSpec {
  readonly type: AttributeType;
  readonly required?: true;
  /** What an absent attribute stands for. */
  readonly default?: string;
}

/**
 * Where an event belongs:
 * - `care`: to a period of care, and does nothing outside one
 * - `before`, `after`: a step before or after one review of a period of care
 * - `closing`: of a period of care, but an ending that still counts after it
 * - `own`: needs no period of care (conferences, plans, disputes, determinations)
 */
export type Belonging = 'care' | 'before' | 'after' | 'closing' | 'own';

export interface EventSpec {
  readonly kind: string;
  /** Completes the sentence "The child …" or "On that day …". */
  readonly says: string;
  readonly belongs: Belonging;
  readonly attributes: Readonly<Record<string, AttributeSpec>>;
  /** A second one on the same day takes the place of the first, and is no repeat of it. */
  readonly replaces?: true;
}
