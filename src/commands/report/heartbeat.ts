/** `report heartbeat`: when a report last went; exit 1 if there is silence, or something was not sent. */
import type { Context } from '../../context';
import { EXIT, type ExitCode } from '../../errors';
import { numberTyped } from '../../recording/number-typed';
import { isSilent, pulseOf, troubleWords, wentWords } from '../../reports/pulse';
import { present } from '../../screens/show';
import { count } from '../../ui/words';

export interface HeartbeatOptions {
  readonly days?: string;
}

/** Days that may pass: a report every day. */
const DAYS = 1;

/** Runs `report heartbeat`. */
export async function heartbeat(
  context: Context,
  _args: readonly [],
  options: HeartbeatOptions,
): Promise<ExitCode | undefined> {
  const days = numberTyped(options.days, '--days', DAYS, { to: 999, such: 'Such as: --days 3' });
  const pulse = pulseOf(context.openFile(), context.today);
  const silent = isSilent(pulse, days);
  const trouble = troubleWords(pulse);
  const isBad = silent || trouble.length > 0;
  const words = [
    wentWords(pulse),
    ...(silent ? [`A report is looked for every ${days === 1 ? 'day' : count(days, 'day')}.`] : []),
    ...trouble,
    ...(silent
      ? ['To see what runs by the clock: irotool schedule. To look over mail: irotool settings check']
      : []),
  ];
  await present(context, {
    json: () => ({ today: context.today, silent, trouble, ...pulse }),
    screen: () => (isBad || !context.flags.quiet ? words : []),
  });
  return isBad ? EXIT.couldNot : undefined;
}
