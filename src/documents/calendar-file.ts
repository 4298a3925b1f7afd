/**
 * Meetings and days as calendar files (RFC 5545, and RFC 5546 for invitations). Pure: the same meeting is the
 * same file, and one with the same uid and a higher sequence takes the place of the one that a calendar has.
 */
import { NOT_AN_ADDRESS, plainAddress } from '../core/address';
import { shown } from '../core/shown';
import { addDays, fromDayNumber, type IsoDate, isIsoDate } from '../core/time/dates';
import { UserError } from '../errors';

export interface CalendarMeeting {
  readonly method: 'REQUEST' | 'CANCEL';
  /** The same for a meeting through all its changes. */
  readonly uid: string;
  /** 0 at first, higher with each change. */
  readonly sequence: number;
  /** As the clocks in London show it: `09:30`. */
  readonly start: { readonly date: IsoDate; readonly time: string };
  readonly minutes: number;
  /** Never a name: a calendar is seen by many. */
  readonly summary: string;
  readonly location: string | null;
  readonly description: string | null;
  /** Who arranges the meeting: the unit. */
  readonly organizer: { readonly name: string; readonly address: string };
  /** The address of the one who is asked. */
  readonly attendee: string | null;
  /** When this file is made, in milliseconds since 1970. */
  readonly stamp: number;
}

const ZONE = 'Europe/London';
/** Summer time from the last Sunday of March to that of October, since 1996. */
const TIME_ZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  ...['BEGIN:DAYLIGHT', 'TZNAME:BST', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0100'],
  ...['DTSTART:19960331T010000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT'],
  ...['BEGIN:STANDARD', 'TZNAME:GMT', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0000'],
  ...['DTSTART:19961027T020000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD'],
  'END:VTIMEZONE',
];

/** What stands in a calendar that is kept: at an hour, or all day. */
export interface CalendarEntry {
  /** The same through all its changes. */
  readonly uid: string;
  readonly on: IsoDate;
  /** `09:30`; null if it is all day. */
  readonly time: string | null;
  /** Never a name: a calendar is seen by many. */
  readonly summary: string;
  readonly isCancelled: boolean;
}

/** How long a meeting is put down for. */
export const MINUTES = 60;

/** A calendar of entries. `sequence` is higher each time that it is made; `stamp` when that was, in milliseconds since 1970. */
export function calendarOf(entries: readonly CalendarEntry[], sequence: number, stamp: number): string {
  const events = entries.flatMap(({ uid, on, time, summary, isCancelled }) => {
    const began = time === null ? null : minutesOf(time);
    return [
      'BEGIN:VEVENT',
      ...[`UID:${text(uid)}`, `SEQUENCE:${sequence}`, `DTSTAMP:${instant(stamp)}`],
      ...(began === null
        ? [`DTSTART;VALUE=DATE:${plain(on)}`, `DTEND;VALUE=DATE:${plain(addDays(on, 1))}`]
        : [`DTSTART;TZID=${ZONE}:${local(on, began)}`, `DTEND;TZID=${ZONE}:${local(on, began + MINUTES)}`]),
      `SUMMARY:${text(summary)}`,
      `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
      // A day by which something is due takes nobody's time.
      ...['CLASS:PRIVATE', `TRANSP:${began === null ? 'TRANSPARENT' : 'OPAQUE'}`, 'END:VEVENT'],
    ];
  });
  return fileOf([...HEAD, ...TIME_ZONE, ...events]);
}

/**
 * The entries of a calendar that `calendarOf` made, by uid; others are left out. It reads what is written here and
 * nothing else: a file that another program has saved may tell of none.
 */
export function entriesIn(file: string): Map<string, CalendarEntry> {
  const found = new Map<string, CalendarEntry>();
  for (const [event] of file.replaceAll(/\r\n[ \t]/g, '').matchAll(/BEGIN:VEVENT\r\n[\s\S]*?END:VEVENT/g)) {
    const value = (name: string): string =>
      new RegExp(`^${name}[^:\r\n]*:(.*)\r$`, 'm').exec(event)?.[1] ?? '';
    const [, day, hour] = /^(\d{8})(?:T(\d{4})\d\d)?$/.exec(value('DTSTART')) ?? [];
    const on = day?.replace(/(....)(..)(..)/, '$1-$2-$3') ?? '';
    const uid = value('UID');
    if (!uid.endsWith('@irotool') || !isIsoDate(on)) continue;
    const time = hour === undefined ? null : `${hour.slice(0, 2)}:${hour.slice(2)}`;
    const summary = value('SUMMARY').replaceAll(/\\(.)/g, (_, sign: string) => (sign === 'n' ? ' ' : sign));
    found.set(uid, { uid, on, time, summary, isCancelled: value('STATUS') === 'CANCELLED' });
  }
  return found;
}

const HEAD = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//irotool//EN', 'CALSCALE:GREGORIAN'];

/** Lines as a whole calendar, with the line ends that calendars want. */
const fileOf = (lines: readonly string[]): string =>
  [...lines, 'END:VCALENDAR'].map((line) => `${folded(line)}\r\n`).join('');

/** The whole file of one meeting, for one who is invited. */
export function calendarFile(meeting: CalendarMeeting): string {
  const { method, uid, sequence, start, minutes, summary, location, description, stamp } = meeting;
  const began = minutesOf(start.time);
  const lines = [
    ...[...HEAD, `METHOD:${method}`],
    ...TIME_ZONE,
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${instant(stamp)}`,
    `DTSTART;TZID=${ZONE}:${local(start.date, began)}`,
    `DTEND;TZID=${ZONE}:${local(start.date, began + minutes)}`,
    `SUMMARY:${text(summary)}`,
    ...(location === null ? [] : [`LOCATION:${text(location)}`]),
    ...(description === null ? [] : [`DESCRIPTION:${text(description)}`]),
    ...people(meeting),
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    ...['CLASS:PRIVATE', 'TRANSP:OPAQUE', 'END:VEVENT'],
  ];
  return fileOf(lines);
}

function people({ organizer, attendee }: CalendarMeeting): string[] {
  // Within quotation marks stands anything but one of them and what is no character at all.
  const name = shown(organizer.name)
    .replaceAll('"', "'")
    .replaceAll(/\p{Cc}/gu, ' ');
  return [
    `ORGANIZER;CN="${name}":mailto:${address('organiser', organizer.address)}`,
    ...(attendee === null
      ? []
      : [
          `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${address('attendee', attendee)}`,
        ]),
  ];
}

function address(whose: string, typed: string): string {
  const plain = plainAddress(typed);
  if (plain === null) {
    throw new UserError(
      `The ${whose}'s address ${NOT_AN_ADDRESS}`,
      'To put it right: irotool person edit NAME --email ADDRESS; the unit’s own: irotool settings set unit.email ADDRESS',
    );
  }
  return plain;
}

/** Text as a calendar writes it: signs of its own escaped, line ends as `\n`. */
function text(words: string): string {
  return shown(words)
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, ' ');
}

/** No line is longer than 75 octets; one that goes on begins with a space. No letter is torn. */
function folded(line: string): string {
  let [done, width] = ['', 0];
  for (const letter of line) {
    const octets = Buffer.byteLength(letter);
    if (width + octets > 75) {
      done += '\r\n ';
      width = 1;
    }
    done += letter;
    width += octets;
  }
  return done;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

const DAY = 24 * 60;

const plain = (day: IsoDate): string => day.replaceAll('-', '');

/** So many minutes after a day begins, which may be on the next: `20260327T093000`. */
function local(date: IsoDate, minutes: number): string {
  return `${plain(addDays(date, Math.floor(minutes / DAY)))}T${two(Math.floor((minutes % DAY) / 60))}${two(minutes % 60)}00`;
}

function instant(stamp: number): string {
  const seconds = Math.floor(stamp / 1000);
  const minutes = Math.floor(seconds / 60);
  const day = Math.floor(minutes / DAY);
  return `${local(fromDayNumber(day), minutes - day * DAY).slice(0, -2)}${two(seconds % 60)}Z`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
