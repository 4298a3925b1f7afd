/**
 * `days +N` and `days -N`: dates on standard input, one a line; the answers on standard output,
 * the ISO date alone on each line. Made for a million lines: there are only some 110,000 days to
 * ask about, so each is worked out once and after that looked up by its figures.
 */
import type { Context } from '../context';
import type { Calendar } from '../core/time/calendar';
import { type IsoDate, isIsoDate } from '../core/time/dates';
import { readDate } from '../core/time/typed-dates';
import { UsageError, UserError } from '../errors';

/** How much is gathered before it is written. */
const CHUNK = 64 * 1024;
const RETURN = 13;
const HYPHEN = 45;

/**
 * Reads every line and writes its answer. Answers are written as they are found; a bad line stops
 * the run with its number, after the answers before it and with none after. With --json there is
 * one document at the end, and none if a line was bad.
 */
export async function sumEachLine(context: Context, calendar: Calendar, amount: number): Promise<void> {
  const { stdin } = context.io;
  const sign = amount < 0 ? '' : '+';
  if (stdin.isTTY) {
    throw new UsageError(
      `days ${sign}${amount} reads dates on standard input, and that is the keyboard.`,
      `irotool days DATE ${sign}${amount}, or: irotool days ${sign}${amount} < dates.txt`,
    );
  }
  const lines = new LineSums(calendar, amount, context);
  try {
    // Plain UTF-8: what is not a date is refused whatever its letters.
    stdin.setEncoding('utf8');
    for await (const chunk of stdin) lines.take(String(chunk));
    lines.end();
  } finally {
    // The answers before a bad line are good ones.
    lines.write();
  }
  if (context.flags.json) {
    context.json({ schema: 1, count: amount, sums: lines.sums });
  }
}

interface LineSum {
  readonly from: IsoDate;
  readonly answer: IsoDate;
  readonly provisional: boolean;
}

/** Parts text into lines and answers each. A class because it is one state that each chunk moves on. */
class LineSums {
  readonly sums: LineSum[] = [];
  /** Answers by the figures of the date: undefined until first asked for. */
  private readonly known: (string | undefined)[] = new Array(300 * 12 * 31);
  private readonly wantsJson: boolean;
  private out = '';
  private rest = '';
  private line = 0;
  /** The first of the blank lines just read, which are accepted at the end only. */
  private blank = 0;

  constructor(
    private readonly calendar: Calendar,
    private readonly amount: number,
    private readonly context: Context,
  ) {
    this.wantsJson = context.flags.json === true;
  }

  take(chunk: string): void {
    const text = this.rest === '' ? chunk : this.rest + chunk;
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.read(text, start, end);
      start = end + 1;
    }
    this.rest = start === 0 ? text : text.slice(start);
  }

  end(): void {
    if (this.rest !== '') this.read(this.rest, 0, this.rest.length);
  }

  write(): void {
    if (this.out !== '') this.context.io.stdout.write(this.out);
    this.out = '';
  }

  private read(text: string, start: number, end: number): void {
    this.line++;
    const last = end > start && text.charCodeAt(end - 1) === RETURN ? end - 1 : end;
    const at = last - start === 10 ? placeOf(text, start) : -1;
    const answer = at < 0 ? undefined : this.known[at];
    // The usual line: an ISO date that was asked about before.
    if (answer !== undefined && this.blank === 0 && !this.wantsJson) this.out += answer;
    else this.work(text.slice(start, last), at);
    if (this.out.length >= CHUNK) this.write();
  }

  /** Any line that is not a plain date known already. */
  private work(typed: string, at: number): void {
    const text = (this.line === 1 ? typed.replace(/^\uFEFF/, '') : typed).trim();
    if (text === '') {
      this.blank ||= this.line;
      return;
    }
    if (this.blank > 0) throw badLine(this.blank, 'is blank');
    const from = isIsoDate(text) ? text : this.dateWithYear(text);
    // What it does say is not repeated: it may be someone's name.
    if (from === null) throw badLine(this.line, 'is not a date from 1900 to 2199');
    const answer = this.add(from);
    if (this.wantsJson) {
      this.sums.push({ from, answer, provisional: !this.calendar.isKnown(from, answer) });
      return;
    }
    this.out += `${answer}\n`;
    if (at >= 0 && text === typed) this.known[at] = `${answer}\n`;
  }

  /** Nobody sees an echo here, so a date that needs a year to be guessed is refused. */
  private dateWithYear(text: string): IsoDate | null {
    return /\d{4}/.test(text) ? readDate(text, this.context.today) : null;
  }

  private add(from: IsoDate): IsoDate {
    try {
      return this.calendar.addWorkingDays(from, this.amount);
    } catch (error) {
      if (error instanceof RangeError) throw badLine(this.line, `(${from}) counts outside 1900 to 2199`);
      throw error;
    }
  }
}

/** Where a date of ten characters is kept, by its figures; -1 if it is not of that form. */
function placeOf(text: string, start: number): number {
  if (text.charCodeAt(start + 4) !== HYPHEN || text.charCodeAt(start + 7) !== HYPHEN) return -1;
  const year = twoFigures(text, start) * 100 + twoFigures(text, start + 2) - 1900;
  const month = twoFigures(text, start + 5) - 1;
  const day = twoFigures(text, start + 8) - 1;
  const isPossible = year >= 0 && year < 300 && month >= 0 && month < 12 && day >= 0 && day < 31;
  return isPossible ? (year * 12 + month) * 31 + day : -1;
}

/** Two figures as a number; NaN, which fails every comparison, if they are not figures. */
function twoFigures(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const units = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : Number.NaN;
}

function badLine(line: number, what: string): UserError {
  return new UserError(`Line ${line} ${what}.`, 'Dates are one a line: 2026-03-13 or 13/3/2026.');
}
