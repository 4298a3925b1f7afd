/** Why something cannot be recorded of a child, in words. */
import type { IsoDate } from '../time/dates';

export interface Objection {
  /** A sentence that begins with the child's reference. */
  readonly what: string;
  /** What to do or type. */
  readonly next: string;
  /** What shows the record is to be typed after `next`: which command does, whoever records knows. */
  readonly see?: true;
}

/** Words after which is said what shows the record. */
export const seeing = (next: string): Pick<Objection, 'next' | 'see'> => ({ next, see: true });

/** Whom facts are about, as far as the core needs to know. */
export interface Subject {
  readonly ref: string;
  readonly born: IsoDate | null;
}
