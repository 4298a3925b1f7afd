/** A report as a message: the same words as text and as HTML, and the files beside it. */
import type { Context, Unit } from '../context';
import type { Mailbox } from '../nodemailer';
import { headOf, headWords } from '../store/chain/verify';
import { wrap } from '../ui/words';
import { type AttachmentKind, attachments } from './attachments';
import type { MadeReport } from './for-each-recipient';
import { overdueHtml } from './overdue/html';
import { overdueText } from './overdue/text';
import { keptHeadWords, subjectOf } from './overdue/words';
import { type ReportMessage, TEXT_WIDTH } from './to-send';
import { unitName } from './unit-name';

/** What the recipient of a report is sent. */
export async function messageOf(
  context: Context,
  { report }: MadeReport,
  attach: readonly AttachmentKind[],
): Promise<ReportMessage> {
  const head = headOf(context.openFile());
  const foot = head === null ? [] : [keptHeadWords(headWords(head))];
  return {
    subject: subjectOf(report),
    text: `${[...overdueText(report, TEXT_WIDTH), ...foot.flatMap((each) => wrap(each, TEXT_WIDTH))].join('\n')}\n`,
    html: overdueHtml(report, foot),
    attachments: await attachments(context, report, attach),
  };
}

/** The unit as it writes: its name, or its council's. */
export function senderOf(unit: Unit, address: string): Mailbox {
  return { name: unitName(unit) ?? 'irotool', address };
}
