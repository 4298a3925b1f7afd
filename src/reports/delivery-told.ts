/** What became of reports that were sent. */
import type { Context } from '../context';
import { EXIT, type ExitCode } from '../errors';
import { type Delivery, sayDelivery } from '../mail/deliver';
import { screenWidth } from '../ui/screen';
import { count, wrap } from '../ui/words';
import type { NotComposed } from './compose';

/** Says who was reached and who was not; what went wrong is said with --quiet too. */
export function tellDelivery(
  context: Context,
  delivery: Delivery,
  others: readonly NotComposed[],
): ExitCode | undefined {
  const unreachable = others.filter(({ why }) => why === 'unreachable');
  const isBad = delivery.failed.length + unreachable.length > 0;
  if (context.flags.json) {
    context.json({
      schema: 1,
      today: context.today,
      messages: [
        ...delivery.sent.map(({ recipient, subject, messageId, unsure }) => ({
          ...{ recipient, subject, messageId, sent: true, error: null, mayArriveTwice: unsure },
        })),
        ...delivery.failed.map(({ message: { recipient, subject, messageId, unsure }, error }) => ({
          ...{ recipient, subject, messageId, sent: false, error, mayArriveTwice: unsure },
        })),
      ],
      notComposed: others.map(({ name, why }) => ({ name, why })),
    });
  }
  const width = screenWidth(context.io, context.flags);
  const good = others.filter(({ why }) => why !== 'unreachable');
  for (const { words, isWrong } of [
    ...good.map(({ words }) => ({ words, isWrong: false })),
    ...sayDelivery(delivery),
    ...unreachable.map(({ words }) => ({ words, isWrong: true })),
    { words: totals(delivery, others), isWrong: isBad },
  ]) {
    for (const line of wrap(words, width)) {
      if (isWrong) context.io.stderr.write(`${line}\n`);
      else context.say(line);
    }
  }
  return isBad ? EXIT.couldNot : undefined;
}

/** `3 sent; 1 not sent and kept: irotool report outbox`. */
function totals({ sent, failed }: Delivery, others: readonly NotComposed[]): string {
  const unreachable = others.filter(({ why }) => why === 'unreachable').length;
  return [
    `${count(sent.length, 'message')} sent`,
    ...(failed.length === 0 ? [] : [`${failed.length} not sent and kept (irotool report outbox)`]),
    ...(unreachable === 0 ? [] : [`${unreachable} without an address`]),
  ]
    .join('; ')
    .concat('.');
}
