/** What every report has that can be sent by e-mail. */
import type { Context, Unit } from '../context';
import type { Attachment } from '../nodemailer';
import type { ReportedRow } from '../store/outbox/outbox';
import type { Recipient } from './recipients';

export interface ReportMessage {
  /** The numbers and the day. Never a name. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
}

/** A report as one recipient gets it. */
export interface ReportForOne {
  /** There is nothing to tell. */
  readonly isEmpty: boolean;
  readonly message: () => Promise<ReportMessage>;
  /** What it reports as overdue, without names, for the next one to say what became of it. */
  readonly reported: () => readonly ReportedRow[];
}

export interface ReportToSend {
  readonly context: Context;
  readonly unit: Unit;
  /** Which report it is in the ledger. */
  readonly name: string;
  /** It is the one whose silence is noticed, and goes to all the managers. */
  readonly isWhole: boolean;
  readonly forOne: (recipient: Recipient) => ReportForOne;
}

/** What mail programs show without breaking lines anew. */
export const TEXT_WIDTH = 72;
