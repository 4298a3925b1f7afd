/**
 * Sends what is in the outbox, the oldest first, and writes down what became of each message. What cannot be
 * sent stays for the next run.
 */
import type { SmtpPatience } from '../nodemailer';
import {
  beginTry,
  type OutboxMessage,
  recordFailed,
  recordSent,
  waitingMessages,
} from '../store/outbox/outbox';
import { asWords, type Db } from '../store/sqlite';
import { send } from './send';
import type { MailServer } from './server';

export interface Delivery {
  readonly sent: readonly OutboxMessage[];
  readonly failed: readonly { readonly message: OutboxMessage; readonly error: string }[];
}

/**
 * Sends everything that waits. Only while no other irotool sends. Throws only if the database
 * cannot be written: what was not recorded as sent is sent again by the next run, with the same Message-ID.
 */
export async function deliver(
  db: Db,
  file: string,
  server: MailServer,
  patience?: SmtpPatience,
): Promise<Delivery> {
  const sent: OutboxMessage[] = [];
  const failed: { message: OutboxMessage; error: string }[] = [];
  let noneCan: string | null = null;
  for (const message of waitingMessages(db)) {
    if (noneCan !== null) {
      // The server would not have this one either; what is known of an earlier try stays known.
      const error: string = noneCan;
      asWords(file, () => recordFailed(db, message.id, error, message.unsure));
      failed.push({ message, error });
      continue;
    }
    const content = asWords(file, () => beginTry(db, message.id));
    if (content === null) continue;
    const outcome = await send(server, { ...message, content }, patience);
    if (outcome.sent) {
      asWords(file, () => recordSent(db, message.id));
      sent.push(message);
      continue;
    }
    const { error, unsure, everyone } = outcome;
    asWords(file, () => recordFailed(db, message.id, error, unsure || message.unsure));
    failed.push({ message, error });
    if (everyone) noneCan = error;
  }
  return { sent, failed };
}

/** Nothing can be sent, for one reason: it is written down with all that waits. */
export function keepAll(db: Db, file: string, error: string): Delivery {
  const waiting = waitingMessages(db);
  for (const { id, unsure } of waiting) asWords(file, () => recordFailed(db, id, error, unsure));
  return { sent: [], failed: waiting.map((message) => ({ message, error })) };
}

/** What became of the outbox, a sentence a message: who was reached, twice perhaps, or not. */
export function sayDelivery({ sent, failed }: Delivery): { words: string; isWrong: boolean }[] {
  return [
    ...sent.map(({ recipient, subject, unsure }) => ({
      words: unsure
        ? `Sent to ${recipient}: ${subject}. It may have gone before, so it may arrive twice (with the same Message-ID).`
        : `Sent to ${recipient}: ${subject}.`,
      isWrong: unsure,
    })),
    ...failed.map(({ message, error }) => ({
      words: `Not sent to ${message.recipient}: ${message.subject}. ${error} It is kept, and the next run tries again.`,
      isWrong: true,
    })),
  ];
}
