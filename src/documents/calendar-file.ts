/**
 * A meeting as a calendar file (RFC 5545, and RFC 5546 for invitations). Pure: the same meeting is the
 * same file, and one with the same uid and a higher sequence takes the place of the one sent before.
 */
import { NOT_AN_ADDRESS, plainAddress } from '../core/address';
import { shown } from '../core/shown';
import { addDays, fromDayNumber, type IsoDate } from '../core/time/dates';
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

/** The whole file, with the line ends that calendars want. */
export function calendarFile(meeting: CalendarMeeting): string {
  const { method, uid, sequence, start, minutes, summary, location, description, stamp } = meeting;
  const began = minutesOf(start.time);
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//irotool//EN', 'CALSCALE:GREGORIAN', `METHOD:${method}`],
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
    ...['CLASS:PRIVATE', 'TRANSP:OPAQUE', 'END:VEVENT', 'END:VCALENDAR'],
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
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

/** So many minutes after a day begins, which may be on the next: `20260327T093000`. */
function local(date: IsoDate, minutes: number): string {
  const day = addDays(date, Math.floor(minutes / DAY));
  return `${day.replaceAll('-', '')}T${two(Math.floor((minutes % DAY) / 60))}${two(minutes % 60)}00`;
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
