/** The mail that waits to be sent, and what became of the last. Addresses and subjects only. */
import type { OutboxMessage } from '../../store/outbox/outbox';
import { type Column, inRows, oneBelowAnother, type Part } from '../../ui/rows';
import { count } from '../../ui/words';
import { moreWords, type Shown, whenWords } from '../show';

/** Those that wait, and of the latest those that were sent and those that were given up. */
export function outboxShown(
  waiting: readonly OutboxMessage[],
  latest: readonly OutboxMessage[],
  limit: number,
): Shown {
  const sent = latest.filter(({ state }) => state === 'sent');
  // One that was on its way when it was given up may have been taken all the same.
  const givenUp = latest.filter(({ state, givenUpAt }) => state !== 'sent' && givenUpAt !== null);
  const all = [...waiting, ...latest.filter((each) => sent.includes(each) || givenUp.includes(each))];
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
  const toGiveUp = 'To try one no more: irotool report outbox --give-up NUMBER --why "..."';
  return {
    json: () => ({ messages: all.map(messageJson) }),
    csv: () => [
      CSV.map(([heading]) => heading),
      ...all.map((each) => CSV.map(([, cell]) => cell(each) ?? '')),
    ],
    screen: () => ({
      parts: oneBelowAnother(parts.filter((each) => each.length > 0)),
      said: [
        ...(waiting.length > 0 ? [toGiveUp] : []),
        ...(latest.length === 0 ? ['Nothing was put in the outbox yet.'] : []),
        ...moreWords(latest.length, limit, 'irotool report outbox'),
      ],
    }),
  };
}

const part = (heading: string, rows: readonly string[][], first: readonly Column[]): Part[] =>
  rows.length === 0 ? [] : [`${heading}:`, '', inRows(rows, [...first, {}, { wraps: true, min: 24 }])];

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
