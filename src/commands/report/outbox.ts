/** `report outbox`: the mail that waits to be sent, and what became of the last. Shows addresses and subjects only. */
import type { Context } from '../../context';
import { UsageError, UserError } from '../../errors';
import { numberTyped } from '../../recording/number-typed';
import { moreWords, present, whenWords } from '../../screens/show';
import { giveUp, latestMessages, type OutboxMessage, waitingMessages } from '../../store/outbox/outbox';
import { asWords } from '../../store/sqlite';
import { type Column, inRows, oneBelowAnother, type Part } from '../../ui/rows';
import { count } from '../../ui/words';

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
  const limit = numberTyped(options.limit, '--limit', LIMIT);
  const db = context.openFile();
  const waiting = waitingMessages(db);
  const latest = latestMessages(db, limit);
  const sent = latest.filter(({ state }) => state === 'sent');
  // One that was on its way when it was given up may have been taken all the same.
  const givenUp = latest.filter(({ state, givenUpAt }) => state !== 'sent' && givenUpAt !== null);
  const all = [...waiting, ...latest.filter((each) => sent.includes(each) || givenUp.includes(each))];
  return present(context, {
    json: () => ({ messages: all.map(messageJson) }),
    csv: () => [
      CSV.map(([heading]) => heading),
      ...all.map((each) => CSV.map(([, cell]) => cell(each) ?? '')),
    ],
    screen: () => {
      const part = (heading: string, rows: readonly string[][], first: readonly Column[]): Part[] =>
        rows.length === 0 ? [] : [`${heading}:`, '', inRows(rows, [...first, {}, { wraps: true, min: 24 }])];
      const parts = [
        part(
          `${count(waiting.length, 'message')} not sent, kept for the next run`,
          waiting.flatMap((message) => [
            [String(message.id), whenWords(message.keptAt), message.recipient, message.subject],
            ['', '', '', whyWords(message)],
          ]),
          [{ whole: true }, { whole: true }],
        ),
        part(
          'Sent',
          sent.map(({ sentAt, recipient, subject }) => [whenWords(sentAt!), recipient, subject]),
          [{ whole: true }],
        ),
        part(
          'Given up',
          givenUp.map(({ givenUpAt, givenUpBecause, recipient, subject }) => [
            ...[whenWords(givenUpAt!), recipient, `${subject}. Why: ${givenUpBecause}`],
          ]),
          [{ whole: true }],
        ),
      ];
      return {
        parts: oneBelowAnother(parts.filter((each) => each.length > 0)),
        said: [
          ...(waiting.length > 0
            ? ['To try one no more: irotool report outbox --give-up NUMBER --why "..."']
            : []),
          ...(latest.length === 0 ? ['Nothing was put in the outbox yet.'] : []),
          ...moreWords(latest.length, limit, 'irotool report outbox'),
        ],
      };
    },
  });
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

function messageJson(message: OutboxMessage): object {
  const { unsure, ...rest } = message;
  return { ...rest, mayHaveArrived: message.state === 'sent' || unsure };
}

const CSV: readonly (readonly [string, (message: OutboxMessage) => string | number | null])[] = [
  ['kept', ({ keptAt }) => keptAt],
  ['state', ({ state }) => state],
  ['recipient', ({ recipient }) => recipient],
  ['subject', ({ subject }) => subject],
  ['tries', ({ tries }) => String(tries)],
  ['error', ({ error }) => error],
  ['sent', ({ sentAt }) => sentAt],
  ['message id', ({ messageId }) => messageId],
  ['given up', ({ givenUpAt }) => givenUpAt],
  ['given up because', ({ givenUpBecause }) => givenUpBecause],
];
