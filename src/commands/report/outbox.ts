/** `report outbox`: the mail that waits to be sent, and what became of the last. Shows addresses and subjects only. */
import type { Context } from '../../context';
import { UsageError, UserError } from '../../errors';
import { numberTyped } from '../../recording/number-typed';
import { present } from '../../screens/show';
import { outboxShown } from '../../screens/unit/outbox';
import { giveUp, latestMessages, waitingMessages } from '../../store/outbox/outbox';
import { asWords } from '../../store/sqlite';

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
  return present(context, outboxShown(waitingMessages(db), latestMessages(db, limit), limit));
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
