/** A message for each recipient of a report, or why there is none. */
import { isOneLine, plainAddress } from '../core/address';
import type { ReportMail } from '../mail/report-mail';
import { isReported } from '../store/outbox/outbox';
import { messageOf } from './as-message';
import type { AttachmentKind } from './attachments';
import { type Made, type Making, makeReport } from './for-each-recipient';
import { isEmpty } from './overdue/data';
import { reportedRows } from './overdue/since';
import type { Recipient } from './recipients';
import { reportName } from './since-last-report';

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
export interface NotComposed {
  readonly name: string;
  readonly why: 'made-already' | 'nothing' | 'unreachable';
  /** A sentence. */
  readonly words: string;
}

export async function composeReports(
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
