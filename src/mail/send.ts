/**
 * Sends one message to one person, and says in words why it could not be sent.
 */
import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { handOver, type SmtpPatience } from '../nodemailer';
import type { MailServer } from './server';

export interface Posted {
  readonly sender: string;
  readonly recipient: string;
  readonly content: Uint8Array;
}

export type Outcome =
  | { readonly sent: true }
  | {
      readonly sent: false;
      /** A sentence. */
      readonly error: string;
      /** The message had gone when the answer failed to come: it may arrive. */
      readonly unsure: boolean;
      /** It is the server or the login, not this message: no other would be sent either. */
      readonly everyone: boolean;
    };

/** As long as the slowest gateway of a council takes to look a message over; one that is there greets sooner. */
const PATIENCE: SmtpPatience = { greeting: 20_000, silence: 60_000, whole: 300_000 };

/** How long to wait for a server that is given so many seconds to answer; the usual if none were set. */
export function patienceOf(seconds: string | undefined): SmtpPatience {
  if (seconds === undefined) return PATIENCE;
  const silence = Number(seconds) * 1000;
  return { silence, whole: silence * 5 };
}

/** Bytes that are handed on at a time. */
const PIECE = 16_384;

/** Sends one message. Never throws: what went wrong is in the outcome. */
export async function send(
  server: MailServer,
  message: Posted,
  patience: SmtpPatience = PATIENCE,
): Promise<Outcome> {
  if (server.kind === 'sendmail') return sendByProgram(server.program, message, patience.whole);
  let [hasBegun, hasGone] = [false, false];
  // Read only when the server has let us in, and to its end only when all of it is on its way.
  const content = Readable.from(
    (function* () {
      hasBegun = true;
      for (let from = 0; from < message.content.length; from += PIECE) {
        yield Buffer.from(message.content.subarray(from, from + PIECE));
      }
      hasGone = true;
    })(),
  );
  try {
    await handOver(server, { from: message.sender, to: message.recipient }, content, patience);
    return { sent: true };
  } catch (error) {
    const reason = error as MailError;
    const answered = reason.responseCode !== undefined;
    return {
      sent: false,
      error: inWords(reason, server),
      unsure: hasGone && !answered,
      everyone: !hasBegun && !ABOUT_ONE.includes(reason.code ?? ''),
    };
  }
}

/** As nodemailer throws it. */
interface MailError extends Error {
  readonly code?: string;
  readonly originalCode?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
}

/** What a server says of one message, or of one addressee. */
const ABOUT_ONE = ['EENVELOPE', 'EMESSAGE'];
/** A connection that there was. */
const BROKEN_OFF = ['ECONNRESET', 'EPIPE'];

function inWords(error: MailError, { host, port }: { host: string; port: number }): string {
  const where = `${host}:${port}`;
  const answer = error.response === undefined ? '' : ` It answered: ${oneLine(error.response)}.`;
  switch (error.code) {
    case 'EAUTH':
    case 'ENOAUTH':
      return `The mail server ${where} refused the login.${answer}`;
    case 'EENVELOPE':
      if (error.command === 'MAIL FROM') return `The mail server ${where} refused the sender.${answer}`;
      if (error.command === 'DATA') return `The mail server ${where} refused the message.${answer}`;
      return `The mail server ${where} refused the address.${answer}`;
    case 'EMESSAGE':
      return `The mail server ${where} refused the message.${answer}`;
    case 'ETIMEDOUT':
    case 'EABORT':
    case 'ABORT_ERR':
      return `The mail server ${where} did not answer in time.`;
    case 'EDNS':
      return `There is no mail server called ${host}, or its address could not be asked for.`;
    case 'EPROTOCOL':
      return `What answers at ${where} does not speak as a mail server does.${answer}`;
    case 'ETLS':
      return notEncrypted(where, error.message, answer);
    case 'ECONNECTION':
    case 'ESOCKET':
      if (/certificate/i.test(error.message)) {
        return `The certificate of the mail server ${where} is not trusted: ${oneLine(error.message)}.`;
      }
      if (error.originalCode?.startsWith('ERR_SSL')) return notEncrypted(where, error.originalCode, answer);
      if (error.originalCode !== undefined && !BROKEN_OFF.includes(error.originalCode)) {
        return `The mail server ${where} could not be reached (${error.originalCode}).`;
      }
      return `The mail server ${where} broke off the connection.${answer}`;
    default:
      return `The mail server ${where} could not be used: ${oneLine(error.message)}.`;
  }
}

const notEncrypted = (where: string, why: string, answer: string): string =>
  `No encrypted connection to the mail server ${where}, so nothing was sent there: ${oneLine(why)}.${answer}`;

/** A server's words, to be kept and shown: one line, not long, without a full stop. */
function oneLine(words: string): string {
  const line = words
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/\.$/, '');
  return line.length <= 200 ? line : `${line.slice(0, 199)}…`;
}

/** Hands a message to a program as sendmail takes it: addresses after --, so that none is read as an option. */
function sendByProgram(program: string, message: Posted, whole: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const failed = (why: string, { unsure = false, everyone = false } = {}): void =>
      resolve({ sent: false, error: `${program} ${why}.`, unsure, everyone });
    const child = spawn(program, ['-i', '-f', message.sender, '--', message.recipient], {
      stdio: ['pipe', 'ignore', 'pipe'],
      timeout: whole,
      killSignal: 'SIGKILL',
    });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = `${complaint}${text}`.slice(0, 1000);
    });
    child.on('error', (error) =>
      failed(`could not be started (${(error as NodeJS.ErrnoException).code ?? error.message})`, {
        everyone: true,
      }),
    );
    child.on('close', (code, signal) => {
      if (code === 0) resolve({ sent: true });
      // It has had the message, and may have put it on its way before it was stopped.
      else if (signal !== null) failed('did not end in time, or was stopped', { unsure: true });
      else
        failed(
          `refused the message (exit ${code})${complaint.trim() === '' ? '' : `: ${oneLine(complaint)}`}`,
        );
    });
    // A program that does not read to the end says why when it ends.
    child.stdin.on('error', () => undefined);
    child.stdin.end(Buffer.from(message.content).toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  });
}
