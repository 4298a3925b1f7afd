/**
 * Documents into their files and into the log, in one transaction with what is recorded of them: all or
 * nothing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context';
import { type IsoDate, longDate } from '../../core/time/dates';
import { UsageError, UserError } from '../../errors';
import { isThere, type Outgoing, refuseOverwriting, writeFiles } from '../../letters/files';
import type { Letter } from '../../letters/letter-made';
import { apartOf } from '../../letters/may-go-to';
import { sha256 } from '../../letters/one-document';
import type { Recipient } from '../../letters/recipient';
import type { LetterReview } from '../../letters/which-review';
import { askApart } from '../../recording/ask-apart';
import { record } from '../../recording/saving';
import {
  type DocumentFormat,
  type DocumentOf,
  lastMade,
  logDocument,
  logSent,
} from '../../store/outbox/document-log';

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
}

export interface SaveOptions {
  readonly force: boolean;
  readonly sentOn: IsoDate | null;
  /** More files, which the log does not know: a cover list. */
  readonly beside?: readonly Outgoing[];
  /** It was said that someone without contact is written to all the same. */
  readonly despite: boolean;
  /** The review that was typed. */
  readonly typed: string | undefined;
}

/** The day of `--sent-on`. */
export function sentTyped(context: Context, typed: string | undefined): IsoDate | null {
  if (typed === undefined) return null;
  const on = context.date(typed, '--sent-on', 'past');
  if (on <= context.today) return on;
  throw new UsageError(`--sent-on: ${longDate(on)} has not come yet.`, 'Leave it out until it is sent.');
}

/** Writes and logs them. False where the person said no. */
export async function saveLetters(
  context: Context,
  review: LetterReview,
  ready: readonly Ready[],
  options: SaveOptions,
): Promise<readonly Saved[] | null> {
  const { force, sentOn, beside = [], despite } = options;
  const recipients = [...new Set(ready.map(({ letter }) => letter.recipient))];
  const apart = apartOf(review, recipients);
  if (!(await askApart(context, review.label, apart, despite, 'Nothing was written.'))) {
    context.say('Nothing was written.');
    return null;
  }
  const all = ready.map((each): Saved => ({ ...each, isKept: !force && isSentNow(review, each, sentOn) }));
  const isKeptAny = all.some(({ isKept }) => isKept);
  const files = all.flatMap(({ file, isKept }) => (file === null || isKept ? [] : [file]));
  // A cover list is as it was made, where what it lists is.
  const others = beside.filter((file) => force || !isKeptAny || !isThere(file));
  if (!force) refuseOverwriting([...files, ...others].filter(isThere));
  const written = writeFiles([...files, ...others], { over: force });
  try {
    const saved = await saveFacts(context, review, all, options, () => {
      for (const each of all) log(review, each, sentOn);
      written.finish();
    });
    if (saved) written.keep();
    else written.drop();
    return saved ? all : null;
  } catch (error) {
    written.drop();
    throw error;
  }
}

/** True where it was made before and is now said to have been sent: the file stays as it is, changed or not. */
function isSentNow(review: LetterReview, ready: Ready, sentOn: IsoDate | null): boolean {
  if (sentOn === null || ready.file === null || !isThere(ready.file)) return false;
  return lastMade(review.unit.db, identityOf(review, ready)) !== undefined;
}

function identityOf(review: LetterReview, { letter, format }: Pick<Ready, 'letter' | 'format'>): DocumentOf {
  return {
    childId: review.child.id,
    period: review.period,
    review: review.number,
    template: letter.template.name,
    format,
    recipient: letter.recipient.tag,
  };
}

function log(review: LetterReview, ready: Saved, sentOn: IsoDate | null): void {
  const { db } = review.unit;
  const identity = identityOf(review, ready);
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

/** Records that invitations were sent, where they were; else only writes. */
async function saveFacts(
  context: Context,
  review: LetterReview,
  saved: readonly Saved[],
  { sentOn, typed }: SaveOptions,
  work: () => void,
): Promise<boolean> {
  const { unit, child, number, held, label, plan } = review;
  const to = [
    ...new Set(
      saved.flatMap(({ letter }) =>
        letter.template.kind === 'invitation' ? [eventRef(letter.recipient)] : [],
      ),
    ),
  ];
  if (sentOn === null || to.length === 0) {
    unit.save(work);
    return true;
  }
  if (held !== null) {
    throw new UserError(
      `${label} was held on ${longDate(held.on)}: invitations to it are not recorded any more. Nothing was written.`,
      'Leave out --sent-on.',
    );
  }
  const notes =
    plan !== null && sentOn < plan.on
      ? [
          `the meeting was planned on ${longDate(plan.on)}, and invitations sent before that day do not count for it.`,
        ]
      : [];
  return record(context, unit, {
    child,
    facts: [
      {
        on: sentOn,
        kind: 'invitations-sent',
        attributes: { to: to.join(','), ...(typed === undefined ? {} : { review: String(number) }) },
      },
    ],
    heading: `${label}: invitations sent on ${longDate(sentOn)}.`,
    notes,
    also: work,
    unasked: true,
    // Asked before anything was made.
    despite: true,
  });
}

/** By which events speak of them: whoever comes in someone's place by that person's tag. */
function eventRef({ ref, delegateOf, participant }: Recipient): string {
  return delegateOf === null ? ref : (participant?.ref ?? ref);
}
