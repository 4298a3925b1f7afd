/** What is said of an event in the closed list: what it is called, where it belongs, what it carries. */

/** What a fact can be about besides the child and a review: each has a reference of its own. */
export type Matter = 'recommendation' | 'dispute' | 'complaint' | 'concern';

/**
 * What an attribute holds, which also says what becomes of it if two records of a child are merged.
 * - `person`: the number of a colleague
 * - `who`: the tag of one of the child's people; `someone`: such a tag, or words for anyone else
 * - a matter: the reference of one; decisions and recommendations share theirs
 * - `disputed`: words, or the recommendation that a dispute is about, as `disputeAbout` writes it
 * - `of-action`: what the fact is called by from which an action arose: a tag, or a matter's reference
 * - `review`: the number of a review, or `exit` for that of an unplanned ending; `numbered-review`: a
 *   number only. `number` is any other
 * - `list`: texts with commas between them, each one of a closed set if there is one; or tags of the
 *   child's people, or references of other children
 */
export type AttributeType =
  | 'text'
  | 'date'
  | 'time'
  | 'number'
  | 'review'
  | 'numbered-review'
  | 'person'
  | 'who'
  | 'someone'
  | Matter
  | 'disputed'
  | 'of-action'
  | { readonly choices: readonly string[] }
  | { readonly list: readonly string[] | 'any'; readonly of?: 'people' | 'children' };

export interface AttributeSpec {
  readonly type: AttributeType;
  /** Of a date: whether it is of what happened, or of what is planned. It says which year was meant. */
  readonly lies?: 'past' | 'future';
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
