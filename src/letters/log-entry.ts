/** A document with its bytes, and how it stands in the log of what was made and sent. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IsoDate } from '../core/time/dates';
import {
  type DocumentFormat,
  type DocumentOf,
  type LoggedDocument,
  lastMade,
  logDocument,
  logSent,
} from '../store/outbox/document-log';
import { isThere, type Outgoing } from './files';
import type { Letter, ToMake } from './letter-made';
import { sha256 } from './one-document';
import type { Addressee } from './recipient';

/** A document with its bytes. */
export interface Ready {
  readonly letter: Letter;
  readonly format: DocumentFormat;
  /** Null where it is printed, or goes within an e-mail. */
  readonly file: Outgoing | null;
  readonly bytes: Uint8Array;
}

/** A document as it was saved. */
export interface Saved extends Ready {
  /** It was there already, and was recorded as sent. */
  readonly isKept: boolean;
  /** One of that name, for that reader, had been made before, here or elsewhere. */
  readonly wasMade: boolean;
}

/** The one for that reader as it was made last; undefined if none was. */
export const madeLast = ({ letter, format }: Ready): LoggedDocument | undefined =>
  lastMade(letter.review.unit.db, identityOf(letter, format));

/** True if one for that reader was made before. */
export const wasMade = (ready: Ready): boolean => madeLast(ready) !== undefined;

/** True where it was made before and is now said to have been sent: the file stays as it is, changed or not. */
export function isSentNow(ready: Ready, sentOn: IsoDate | null): boolean {
  if (sentOn === null || ready.file === null || !isThere(ready.file)) return false;
  return wasMade(ready);
}

function identityOf({ review, template, recipient }: ToMake, format: DocumentFormat): DocumentOf {
  return {
    childId: review.child.id,
    // Of a case that is no review it is kept by its name and reader.
    ...(review.sort === 'review'
      ? { period: review.period, review: review.number }
      : { period: null, review: null }),
    template: template.name,
    format,
    recipient: recipient.tag,
  };
}

/** Writes down a letter, for each child whose it is. */
export function logLetter(ready: Saved, sentOn: IsoDate | null): void {
  const { letter } = ready;
  for (const making of [letter, ...(letter.also ?? [])]) logOne(making, ready, sentOn);
}

function logOne(making: ToMake, ready: Saved, sentOn: IsoDate | null): void {
  const { db } = making.review.unit;
  const identity = identityOf(making, ready.format);
  const known = ready.isKept ? lastMade(db, identity) : undefined;
  const { template } = ready.letter;
  if (
    known &&
    ready.file !== null &&
    known.sha256 === sha256(readFileSync(join(ready.file.folder, ready.file.name)))
  ) {
    logSent(db, known.id, sentOn!);
    return;
  }
  // What was changed by hand before it was sent is another document: its own hash is kept.
  const bytes = known && ready.file ? readFileSync(join(ready.file.folder, ready.file.name)) : ready.bytes;
  logDocument(db, {
    ...identity,
    version: template.version,
    rules: template.rules,
    sha256: sha256(bytes),
    sentOn,
  });
}

/** By which events speak of them: whoever comes in someone's place by that person's tag. */
export function eventRef({ ref, delegateOf, participant }: Addressee): string {
  return delegateOf === null ? ref : (participant?.ref ?? ref);
}
