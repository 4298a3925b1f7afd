/**
 * Messages as files, and their way to a mail server. The only file that imports nodemailer, which waits until
 * it is asked for.
 */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { rootCertificates } from 'node:tls';
import { isOneLine, NOT_AN_ADDRESS, plainAddress } from './core/address';
import { shown } from './core/shown';
import { UserError } from './errors';

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface Attachment {
  readonly filename: string;
  readonly content: Uint8Array;
  readonly contentType: string;
}

export interface Message {
  /** Null if none is known: the person who sends a draft fills it in. */
  readonly from: Mailbox | null;
  readonly to: Mailbox | null;
  /** The reference and what it is about. Never a name. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** As a header says it; null for a draft, which has none until it is sent. */
  readonly date: string | null;
  /** What else parts this message from every other; none if the same words are the same message. */
  readonly mark?: string;
}

export interface Composed {
  /** With its angle brackets. */
  readonly messageId: string;
  readonly content: Uint8Array;
}

/** The message as it travels. The same message is the same bytes. UserError for an address that is none. */
export async function compose(message: Message): Promise<Composed> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { from, to, subject, text, html, attachments, calendar, headers, date } = message;
  for (const { filename, contentType } of attachments) {
    oneLine('name of a file', filename);
    oneLine('type of a file', contentType);
  }
  const mark = markOf(message);
  const messageId = `<${mark}@${from === null ? 'irotool.invalid' : from.address.trim().split('@')[1]}>`;
  const mail = new MailComposer({
    headers,
    ...(from === null ? {} : { from: mailbox('sender', from) }),
    ...(to === null ? {} : { to: mailbox('addressee', to) }),
    ...(date === null ? {} : { date }),
    subject: oneLine('subject', subject),
    messageId,
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
  const content = await mail.compile().build();
  return { messageId, content: new Uint8Array(date === null ? undated(content) : content) };
}

/** One server, and how it is reached. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** `none` goes in clear, and is for this machine alone. */
  readonly security: 'starttls' | 'tls' | 'none';
  readonly login: { readonly user: string; readonly password: string } | null;
  /** A certificate to trust besides the system's, as PEM. */
  readonly certificate: string | null;
}

export interface SmtpPatience {
  /** Milliseconds until the server greets. */
  readonly greeting?: number;
  /** Milliseconds without an answer. */
  readonly silence: number;
  /** Milliseconds for one message from beginning to end. */
  readonly whole: number;
}

/** Hands one message to one server for one recipient; settles when the server has taken it. */
export async function handOver(
  server: SmtpServer,
  envelope: { readonly from: string; readonly to: string },
  content: Readable,
  { silence, whole, greeting = silence }: SmtpPatience,
): Promise<void> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    // Without it the library sends in clear where a server, or someone in between, offers no encryption.
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    ...(server.login === null ? {} : { auth: { user: server.login.user, pass: server.login.password } }),
    tls: {
      minVersion: 'TLSv1.2',
      ...(server.certificate === null ? {} : { ca: [...rootCertificates, server.certificate] }),
    },
    connectionTimeout: greeting,
    greetingTimeout: greeting,
    socketTimeout: silence,
    dnsTimeout: greeting,
    disableUrlAccess: true,
    disableFileAccess: true,
  });
  await transport.sendMail({
    envelope: { from: envelope.from, to: [envelope.to] },
    raw: content,
    signal: AbortSignal.timeout(whole),
  });
}

const PUT_RIGHT =
  'To put it right: irotool person edit NAME --email ADDRESS; the unit’s own: irotool settings list';

function mailbox(whose: string, { name, address }: Mailbox): Mailbox {
  const plain = plainAddress(address);
  if (plain === null) throw new UserError(`The ${whose}'s address ${NOT_AN_ADDRESS}`, PUT_RIGHT);
  return { name: oneLine(`${whose}'s name`, name), address: plain };
}

/** What stands in a header is one line: another would be a header of its own. */
function oneLine(what: string, words: string): string {
  if (!isOneLine(words)) throw new UserError(`The ${what} is more than one line.`, PUT_RIGHT);
  return shown(words);
}

/** From what is said, so that nothing that is said can be made to hold it: it parts one piece from the next. */
function markOf({ to, subject, text, html, attachments, calendar, mark }: Message): string {
  const sum = createHash('sha256');
  const said = [to?.address ?? '', subject, text, html];
  const files = attachments.map(({ content }) => content);
  for (const each of [...said, ...files, calendar?.content ?? '', ...(mark === undefined ? [] : [mark])]) {
    sum.update(each).update('\0');
  }
  return sum.digest('hex').slice(0, 32);
}

/** Without the date that the library writes. */
function undated(mail: Buffer): Buffer {
  const end = mail.indexOf('\r\n\r\n');
  const head = mail.toString('latin1', 0, end).replace(/^Date:.*\r\n/m, '');
  return Buffer.concat([Buffer.from(head, 'latin1'), mail.subarray(end)]);
}
