/** Why something cannot be recorded of a child, in words. */
import type { IsoDate } from '../time/dates';

export interface Objection {
  /** A sentence that begins with the child's reference. */
  readonly what: string;
  readonly next: string;
}

/** Whom facts are about, as far as the core needs to know. */
export interface Subject {
  readonly ref: string;
  readonly born: IsoDate | null;
}
