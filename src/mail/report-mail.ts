/**
 * A report as a message: composed, and kept in the outbox to be sent.
 */
import { type IsoDate, mailDate } from '../core/time/dates';
import { type Attachment, compose, type Mailbox } from '../nodemailer';
import { keepMessage, nextMark, type ReportedRow } from '../store/outbox/outbox';
import { asWords, type Db } from '../store/sqlite';

export interface ReportMail {
  /** Which report it is: `overdue`. */
  readonly report: string;
  /** The day it speaks of. */
  readonly day: IsoDate;
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
  /** What it reports as overdue, for the next one to say what became of it. */
  readonly reported: readonly ReportedRow[];
}

/** Nobody's absence is to answer it. */
const HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/**
 * Keeps reports in the outbox, all or none. Only while no other irotool sends. UserError for an address that
 * is none, for a name or subject of several lines, for a full disk: then nothing is kept.
 */
export async function keepReports(
  db: Db,
  { file, now }: { readonly file: string; readonly now: number },
  mails: readonly ReportMail[],
): Promise<void> {
  const first = nextMark(db);
  const composed = await Promise.all(
    mails.map((mail, at) =>
      compose({ ...mail, headers: HEADERS, date: mailDate(now), mark: `${first}+${at} ${now}` }),
    ),
  );
  asWords(file, () =>
    db
      .transaction(() => {
        for (const [at, { report, day, from, to, subject, reported }] of mails.entries()) {
          const [sender, recipient] = [from.address.trim(), to.address.trim()];
          keepMessage(db, { ...composed[at]!, report, day, sender, recipient, subject, reported });
        }
      })
      .immediate(),
  );
}
