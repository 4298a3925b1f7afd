/** A document, and what it is to be made of. */
import type { Recommendation } from '../core/reviews/recommendations';
import type { DocumentModel } from '../documents/model';
import type { Template } from '../documents/template/template';
import type { LetterCase } from './letter-case';
import type { Addressee } from './recipient';

/** A document, filled. */
export interface Letter {
  readonly template: Template;
  readonly recipient: Addressee;
  readonly review: LetterCase;
  readonly tracked: Recommendation | null;
  readonly also?: readonly ToMake[];
  readonly model: DocumentModel;
  /** What an e-mail says with which it goes; null if it is what the e-mail says. */
  readonly covering: () => DocumentModel | null;
  /** What was held back, and why. */
  readonly notes: readonly string[];
  /** The venue as the reader may have it, and the link to join by. */
  readonly venue: string | null;
  readonly link: string | null;
}

/** What a document is to be made of. */
export interface ToMake {
  readonly template: Template;
  readonly recipient: Addressee;
  readonly review: LetterCase;
  readonly tracked: Recommendation | null;
  /** In large print, whatever is recorded. */
  readonly largePrint?: true;
  /** What is to be said of how it was chosen. */
  readonly chosen?: readonly string[];
  /** What the same letter is besides: that of a brother or sister to the same person. */
  readonly also?: readonly ToMake[];
}
