/**
 * `report … --send`: reports into the outbox, and everything in the outbox to the mail server. Only one
 * irotool does so at a time; what cannot be sent is kept, and the next run tries again.
 */

import type { Context, Unit } from '../../context';
import { type ExitCode, UserError } from '../../errors';
import { type Delivery, deliver, keepAll } from '../../mail/deliver';
import { keepReports } from '../../mail/report-mail';
import { patienceOf } from '../../mail/send';
import { mailSender, mailServer, refuseNoServer } from '../../mail/server';
import { senderOf } from '../../reports/as-message';
import { composeReports, type Sending } from '../../reports/compose';
import { tellDelivery } from '../../reports/delivery-told';
import type { Recipient } from '../../reports/recipients';
import type { ReportToSend } from '../../reports/to-send';
import { sayScreen } from '../../screens/show';
import { whileSendingAlone } from '../../store/outbox/lock';
import { beginRun, endRun } from '../../store/outbox/report-runs';
import { asWords } from '../../store/sqlite';

/** Milliseconds to wait for another irotool that is sending. */
const PATIENCE = 600_000;

/** Sends; exit 1 if somebody was not reached. Says first who is away without anybody told in their place. */
export async function sendReports(
  report: ReportToSend,
  recipients: readonly Recipient[],
  sending: Sending,
): Promise<ExitCode | undefined> {
  const { context, unit, name, isWhole } = report;
  for (const { unread } of recipients) if (unread !== null) sayScreen(context, [unread]);
  const from = senderOf(unit, mailSender(unit.settings));
  refuseNoServer(unit.settings);
  const turn = {
    patience: PATIENCE,
    onWait: () => context.say('Another irotool is sending mail; this one waits for it.'),
  };
  const done = await whileSendingAlone(context.file, turn, async () => {
    const run = asWords(context.file, () => beginRun(unit.db, name, context.today, isWhole));
    const { mails, others } = await composeReports(report, recipients, sending, from);
    await keepReports(unit.db, { file: context.file, now: context.io.now() }, mails);
    const delivery = await deliverAll(context, unit);
    const unreachable = others.filter(({ why }) => why === 'unreachable').length;
    asWords(context.file, () =>
      endRun(unit.db, run, {
        sent: delivery.sent.length,
        notSent: delivery.failed.length + unreachable,
        notDue: others.length - unreachable,
      }),
    );
    return { delivery, others };
  });
  if (done === null) {
    throw new UserError(
      'Another irotool has been sending mail for ten minutes, so nothing was sent.',
      'What waits is kept: irotool report outbox',
    );
  }
  return tellDelivery(context, done.delivery, done.others);
}

/** What waits, to the server; kept where the way to it cannot be prepared, a password file gone for one. */
async function deliverAll(context: Context, unit: Unit): Promise<Delivery> {
  let server: ReturnType<typeof mailServer>;
  try {
    server = mailServer(unit.settings, context.io.env);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const words = `${error.message} ${error.next}`.trim();
    return keepAll(unit.db, context.file, words.endsWith('.') ? words : `${words}.`);
  }
  return deliver(unit.db, context.file, server, patienceOf(unit.settings.get('mail.timeout')));
}
