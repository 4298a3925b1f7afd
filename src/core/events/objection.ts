/** Why something cannot be recorded of a child, in words, and what to do about it. */
import type { IsoDate } from '../time/dates';
import type { Fact } from './fact';

export interface Objection {
  /** A sentence that begins with the child's reference. */
  readonly what: string;
  readonly next: Advice;
}

/** Words with things to do among them: what is typed for each, the steps say (steps/next/advice.ts). */
export type Advice = readonly (string | Deed)[];

/** Something to do: about whomever the objection is about, or about `K1`, or one of their cases, `K1 D2`. */
export type Deed =
  | ToRecord
  | { readonly strike: Fact }
  | { readonly see: 'the record' }
  | { readonly see: 'a dispute'; readonly of: string };

export interface ToRecord {
  /** The event, by its kind. */
  readonly record: string;
  readonly of: string;
  /** By attribute, as it is kept. What is in capitals, or an ellipsis, is for the person to say. */
  readonly says: Readonly<Record<string, string>>;
  /** Its day; `DATE` if the person is to say it, null if it may be left to the command. */
  readonly on: IsoDate | 'DATE' | null;
}

/** Words as they are written, with deeds in them: advice`If care has ended: ${toRecord('ceased-looked-after', 'K1')}` */
export const advice = (words: TemplateStringsArray, ...between: readonly (string | Deed)[]): Advice =>
  words.flatMap((word, at) => [word, ...between.slice(at, at + 1)]);

/** Something that is to be recorded, with what it is to say. */
export const toRecord = (
  record: string,
  of: string,
  says: Readonly<Record<string, string>> = {},
  on: ToRecord['on'] = null,
): ToRecord => ({ record, of, says, on });

/** Words after which is said what shows the record. */
export const seeing = (next: string): Pick<Objection, 'next'> => ({
  next: [`${next}: `, { see: 'the record' }],
});

/** Whom facts are about, as far as the core needs to know. */
export interface Subject {
  readonly ref: string;
  readonly born: IsoDate | null;
}
