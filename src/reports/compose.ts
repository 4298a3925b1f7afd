/** A message for each recipient of a report, or why there is none. */
import { isOneLine, plainAddress } from '../core/address';
import type { ReportMail } from '../mail/report-mail';
import { isReported } from '../store/outbox/outbox';
import { quotedName } from '../ui/as-typed';
import type { Recipient } from './recipients';
import type { ReportToSend } from './to-send';

export interface Sending {
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
  { context, unit, name: report, forOne }: ReportToSend,
  recipients: readonly Recipient[],
  { ifAny, oncePerDay }: Sending,
  from: ReportMail['from'],
): Promise<{ mails: ReportMail[]; others: NotComposed[] }> {
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
    const made = forOne(recipient);
    if (ifAny && made.isEmpty) {
      others.push({ name: called, why: 'nothing', words: `There is nothing to tell ${called}.` });
      continue;
    }
    mails.push({
      ...(await made.message()),
      // A name of several lines, from an old database, is left out of the header: it would stop all the others.
      ...{ report, day: context.today, from, to: { name: name && isOneLine(name) ? name : '', address } },
      reported: made.reported(),
    });
  }
  return { mails, others };
}

function noAddress(name: string, email: string | null): string {
  const what = email === null ? 'no e-mail address is recorded' : 'the address recorded is not one';
  return `Not told: ${name}, for whom ${what}. irotool person edit ${quotedName(name)} --email ADDRESS`;
}
