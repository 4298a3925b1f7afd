/**
 * `report overdue --send`: reports into the outbox, and everything in the outbox to the mail server. Only one
 * irotool does so at a time; what cannot be sent is kept, and the next run tries again.
 */
import type { Context, Unit } from '../../context';
import { isOneLine, plainAddress } from '../../core/address';
import { EXIT, type ExitCode, UserError } from '../../errors';
import { type Delivery, deliver, keepAll, sayDelivery } from '../../mail/deliver';
import { keepReports, type ReportMail } from '../../mail/report-mail';
import { patienceOf } from '../../mail/send';
import { mailSender, mailServer, refuseNoServer } from '../../mail/server';
import { messageOf, senderOf } from '../../reports/as-message';
import type { AttachmentKind } from '../../reports/attachments';
import { type Made, type Making, makeReport } from '../../reports/for-each-recipient';
import { isEmpty } from '../../reports/overdue';
import { reportedRows } from '../../reports/overdue-since';
import type { Recipient } from '../../reports/recipients';
import { reportName } from '../../reports/since-last-report';
import { whileSendingAlone } from '../../store/outbox/lock';
import { isReported } from '../../store/outbox/outbox';
import { beginRun, endRun } from '../../store/outbox/report-runs';
import { asWords } from '../../store/sqlite';
import { screenWidth } from '../../ui/screen';
import { count, wrap } from '../../ui/words';

export interface Sending {
  /** It is for all the managers. */
  readonly toAll: boolean;
  readonly attach: readonly AttachmentKind[];
  /** Nothing to those who have nothing to be told. */
  readonly ifAny: boolean;
  /** No second report for those for whom one was made that day. */
  readonly oncePerDay: boolean;
}

/** What became of a recipient for whom no message was composed. */
interface NotComposed {
  readonly name: string;
  readonly why: 'made-already' | 'nothing' | 'unreachable';
  /** A sentence. */
  readonly words: string;
}

/** Milliseconds to wait for another irotool that is sending. */
const PATIENCE = 600_000;

/** Sends; exit 1 where somebody was not reached. */
export async function sendReports(
  making: Making,
  recipients: readonly Recipient[],
  sending: Sending,
): Promise<ExitCode | undefined> {
  const { context, unit } = making;
  const from = senderOf(unit, mailSender(unit.settings));
  refuseNoServer(unit.settings);
  const turn = {
    patience: PATIENCE,
    onWait: () => context.say('Another irotool is sending mail; this one waits for it.'),
  };
  const done = await whileSendingAlone(context.file, turn, async () => {
    const run = asWords(context.file, () =>
      beginRun(unit.db, reportName(making.team), context.today, sending.toAll && making.team === null),
    );
    const { mails, others } = await composeReports(making, recipients, sending, from);
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
  return tell(context, done.delivery, done.others);
}

async function composeReports(
  making: Making,
  recipients: readonly Recipient[],
  { attach, ifAny, oncePerDay }: Sending,
  from: ReportMail['from'],
): Promise<{ mails: ReportMail[]; others: NotComposed[] }> {
  const { context, unit, team } = making;
  const report = reportName(team);
  const [mails, others]: [ReportMail[], NotComposed[]] = [[], []];
  for (const recipient of recipients) {
    const { name, email } = recipient;
    const called = name ?? email ?? '';
    const address = email === null ? null : plainAddress(email);
    if (address === null) {
      others.push({ name: called, why: 'unreachable', words: noAddress(called, email) });
      continue;
    }
    if (oncePerDay && isReported(unit.db, report, context.today, address)) {
      const words = `The day’s report for ${called} was made already.`;
      others.push({ name: called, why: 'made-already', words });
      continue;
    }
    const made = makeReport(making, recipient);
    if (ifAny && isEmpty(made.report)) {
      others.push({ name: called, why: 'nothing', words: `There is nothing to tell ${called}.` });
      continue;
    }
    mails.push({
      ...(await messageOf(context, made, attach)),
      // A name of several lines, from an old database, is left out of the header: it would stop all the others.
      ...{ report, day: context.today, from, to: { name: name && isOneLine(name) ? name : '', address } },
      reported: reportedRows(unnamed(making, made).report),
    });
  }
  return { mails, others };
}

/** What is kept of a report has no names in it, whatever the report had: a later one may not name them. */
function unnamed(making: Making, made: Made): Made {
  return made.named ? makeReport({ ...making, names: false }, made.recipient) : made;
}

function noAddress(name: string, email: string | null): string {
  const what = email === null ? 'no e-mail address is recorded' : 'the address recorded is not one';
  return `Not told: ${name}, for whom ${what}. irotool person edit "${name}" --email ADDRESS`;
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

/** Says who was reached and who was not; what went wrong is said with --quiet too. */
function tell(context: Context, delivery: Delivery, others: readonly NotComposed[]): ExitCode | undefined {
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
