/**
 * A document as an e-mail that is not yet sent (an .eml file): opened in a mail program it is a draft that
 * a person reads, changes and sends. The only file that imports nodemailer; nothing here sends anything.
 */
import { createHash } from 'node:crypto';
import { isOneLine, NOT_AN_ADDRESS, plainAddress } from '../core/address';
import { UserError } from '../errors';
import type { DocumentModel } from './model';
import { toHtml } from './to-html';
import { toText } from './to-text';

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface Attachment {
  readonly filename: string;
  readonly content: Uint8Array;
  readonly contentType: string;
}

export interface Draft {
  readonly model: DocumentModel;
  /** Null where no address is known: the person who sends it fills it in. */
  readonly to: Mailbox | null;
  readonly from: Mailbox | null;
  /** The reference and what it is about. Never a name. */
  readonly subject: string;
  readonly attachments: readonly Attachment[];
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
}

/** The type of a Word file. */
export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The draft as a file. The same draft is the same file. UserError for an address that is none. */
export async function toDraft({
  model,
  to,
  from,
  subject,
  attachments,
  calendar,
}: Draft): Promise<Uint8Array> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  for (const { filename, contentType } of attachments) {
    oneLine('name of a file', filename);
    oneLine('type of a file', contentType);
  }
  const [text, html] = [toText(model), toHtml(model)];
  const mark = markOf([
    to?.address ?? '',
    subject,
    text,
    html,
    ...attachments.map(({ content }) => content),
    calendar?.content ?? '',
  ]);
  const mail = new MailComposer({
    headers: { 'X-Unsent': '1' },
    ...(from === null ? {} : { from: mailbox('sender', from) }),
    ...(to === null ? {} : { to: mailbox('addressee', to) }),
    subject: oneLine('subject', subject),
    messageId: `<${mark}@${from === null ? 'irotool.invalid' : from.address.trim().split('@')[1]}>`,
    baseBoundary: mark,
    text,
    html,
    ...(calendar === undefined
      ? {}
      : { icalEvent: { method: calendar.method, filename: 'invite.ics', content: calendar.content } }),
    attachments: attachments.map(({ filename, content, contentType }) => ({
      filename,
      contentType,
      content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
    })),
    disableUrlAccess: true,
    disableFileAccess: true,
    newline: 'win',
  });
  return undated(await mail.compile().build());
}

function mailbox(whose: string, { name, address }: Mailbox): Mailbox {
  const plain = plainAddress(address);
  if (plain === null) throw new UserError(`The ${whose}'s address ${NOT_AN_ADDRESS}`);
  return { name: oneLine(`${whose}'s name`, name), address: plain };
}

/** What stands in a header is one line: another would be a header of its own. */
function oneLine(what: string, words: string): string {
  if (!isOneLine(words)) throw new UserError(`The ${what} is more than one line.`);
  return words;
}

/** From what is said, so that nothing that is said can be made to hold it: it parts one piece from the next. */
function markOf(contents: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256');
  for (const content of contents) sum.update(content).update('\0');
  return sum.digest('hex').slice(0, 32);
}

/** Without the date that the library writes: a draft has none until it is sent. */
function undated(mail: Buffer): Uint8Array {
  const end = mail.indexOf('\r\n\r\n');
  const head = mail.toString('latin1', 0, end).replace(/^Date:.*\r\n/m, '');
  return new Uint8Array(Buffer.concat([Buffer.from(head, 'latin1'), mail.subarray(end)]));
}
