/** `report outbox`: the mail that waits to be sent, and what became of the last. Shows addresses and subjects only. */
import type { Context } from '../../context';
import { UsageError, UserError } from '../../errors';
import { giveUp, latestMessages, type OutboxMessage, waitingMessages } from '../../store/outbox/outbox';
import { asWords } from '../../store/sqlite';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { count } from '../../ui/words';
import { whenWords } from '../audit/audit';

export interface OutboxOptions {
  readonly limit?: string;
  readonly giveUp?: string;
  readonly why?: string;
}

const LIMIT = 20;

/** Runs `report outbox`. */
export async function outbox(
  context: Context,
  _args: readonly [],
  options: OutboxOptions,
): Promise<undefined> {
  if (options.giveUp !== undefined || options.why !== undefined) return giveUpOne(context, options);
  const limit = readLimit(options.limit);
  const db = context.openFile();
  const waiting = waitingMessages(db);
  const latest = latestMessages(db, limit);
  if (context.flags.json || context.flags.csv) {
    const ended = latest.filter(({ state, givenUpAt }) => state === 'sent' || givenUpAt !== null);
    const shown = [...waiting, ...ended];
    if (context.flags.json) context.json({ schema: 1, messages: shown.map(asJson) });
    else await writeCsv(context, shown);
    return undefined;
  }
  const width = screenWidth(context.io, context.flags);
  if (waiting.length > 0) {
    context.print(`${count(waiting.length, 'message')} not sent, kept for the next run:\n`);
    const rows = waiting.flatMap((message) => [
      [String(message.id), whenWords(message.keptAt), message.recipient, message.subject],
      ['', '', '', whyWords(message)],
    ]);
    context.print(
      rowLines(rows, [{ whole: true }, { whole: true }, {}, { wraps: true, min: 24 }], width).join('\n'),
    );
  }
  const sent = latest.filter(({ state }) => state === 'sent');
  if (sent.length > 0) {
    context.print(waiting.length > 0 ? '\nSent:\n' : 'Sent:\n');
    const rows = sent.map(({ sentAt, recipient, subject }) => [whenWords(sentAt!), recipient, subject]);
    context.print(rowLines(rows, [{ whole: true }, {}, { wraps: true, min: 24 }], width).join('\n'));
  }
  // One that was on its way when it was given up may have been taken all the same.
  const givenUp = latest.filter(({ state, givenUpAt }) => state !== 'sent' && givenUpAt !== null);
  if (givenUp.length > 0) {
    context.print(`${waiting.length + sent.length > 0 ? '\n' : ''}Given up:\n`);
    const rows = givenUp.map(({ givenUpAt, givenUpBecause, recipient, subject }) => [
      ...[whenWords(givenUpAt!), recipient, `${subject}. Why: ${givenUpBecause}`],
    ]);
    context.print(rowLines(rows, [{ whole: true }, {}, { wraps: true, min: 24 }], width).join('\n'));
  }
  if (waiting.length > 0) {
    context.say('To try one no more: irotool report outbox --give-up NUMBER --why "..."');
  }
  if (latest.length === 0) context.say('Nothing was put in the outbox yet.');
  if (latest.length === limit) {
    context.say(`The latest ${limit} are shown. For more: irotool report outbox --limit ${limit * 10}`);
  }
  return undefined;
}

/** Some will never arrive: an address that is no more. The report is kept, and the reason with it. */
function giveUpOne(context: Context, { giveUp: typed, why }: OutboxOptions): undefined {
  if (typed === undefined || !/^[1-9]\d{0,8}$/.test(typed)) {
    throw new UsageError('--give-up takes the number of a message.', 'To see them: irotool report outbox');
  }
  if (why === undefined || why.trim() === '') {
    throw new UsageError('Say why it is given up.', `Such as: --give-up ${typed} --why "left the council"`);
  }
  const db = context.openFile();
  if (!asWords(context.file, () => giveUp(db, Number(typed), why.trim()))) {
    throw new UserError(
      `No message ${typed} waits to be sent.`,
      'To see those that do: irotool report outbox',
    );
  }
  context.say(`Message ${typed} is given up: no run tries it again. It stays in the list, with the reason.`);
  return undefined;
}

function whyWords({ state, tries, error, unsure }: OutboxMessage): string {
  const maybe = !unsure
    ? ''
    : state === 'sending'
      ? 'It is being sent, or was when the run was broken off: it may have arrived. '
      : 'It may have arrived: a try was broken off, or a backup was brought back. ';
  if (state === 'kept') return `${maybe}${error ?? 'Not tried yet.'}`;
  return `${maybe}${error === null ? '' : `${error} `}${tries === 0 ? 'Not tried itself.' : `${count(tries, 'try', 'tries')}.`}`;
}

function asJson(message: OutboxMessage): Record<string, unknown> {
  const { unsure, ...rest } = message;
  return { ...rest, mayHaveArrived: message.state === 'sent' || unsure };
}

async function writeCsv(context: Context, messages: readonly OutboxMessage[]): Promise<void> {
  const { toCsv } = await import('../../exchange/csv-out');
  const rows = messages.map((message) => [
    message.keptAt,
    message.state,
    message.recipient,
    message.subject,
    String(message.tries),
    message.error ?? '',
    message.sentAt ?? '',
    message.messageId,
    message.givenUpAt ?? '',
    message.givenUpBecause ?? '',
  ]);
  const head = [
    ...['kept', 'state', 'recipient', 'subject', 'tries', 'error', 'sent', 'message id'],
    ...['given up', 'given up because'],
  ];
  context.io.stdout.write(toCsv([head, ...rows]));
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return LIMIT;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`--limit is a whole number from 1; not "${text}".`);
}
