/** The shape of what ships: data/ as the build writes it for the program to read. */

import type { Pack, PackInBrief, Source } from '../core/rules/rule';
import type { HolidayList } from '../core/time/calendar';

export interface CodeLabel {
  readonly label: string;
  /** The same in at most 26 letters, for lists. */
  readonly short?: string;
  /** No longer in the return, but found in older ones. */
  readonly old?: boolean;
  /** The code is sure and the label is not. */
  readonly unverified?: boolean;
}

export interface ShippedHolidays extends HolidayList {
  readonly source: string;
}

/** What every command that counts needs; the build writes the rest beside it, a file for each part. */
export interface ShippedBase {
  readonly fingerprint: string;
  readonly holidays: ShippedHolidays;
  /** Each pack as lists need it, by name, in the order in which they build on each other. */
  readonly briefs: Readonly<Record<string, PackInBrief>>;
}

/** Everything of data/ that the program uses, as built. */
export interface ShippedLaw {
  /** Of all that is here and of the engine's code: when it changes, so may any date. */
  readonly fingerprint: string;
  readonly holidays: ShippedHolidays;
  readonly sources: Readonly<Record<string, Source>>;
  readonly codes: Readonly<Record<string, Readonly<Record<string, CodeLabel>>>>;
  readonly packs: readonly Pack[];
}

/** What packs stand on: those that can be extended, and the instruments that can be cited. */
export interface PackShelf {
  readonly packs: ReadonlyMap<string, Pack>;
  readonly sources: Readonly<Record<string, Source>>;
}
