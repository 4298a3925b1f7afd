/** Calendar files read back by a calendar library that irotool does not use (ical.js). */
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/core/time/dates';
import { type CalendarMeeting, calendarFile } from '../../src/documents/calendar-file';

const MEETING: CalendarMeeting = {
  method: 'REQUEST',
  uid: 'review-K77-2@irotool',
  sequence: 0,
  start: { date: isoDate('2026-03-27'), time: '09:30' },
  minutes: 90,
  summary: 'Review meeting, reference K77',
  location: 'Town Hall, Room 3; first floor',
  description: 'Please bring your report.\nIt is due on 20 March.',
  organizer: { name: 'Reviewing Unit', address: 'reviews@testshire.gov.uk' },
  attendee: 'teacher@school.example.org',
  stamp: Date.UTC(2026, 2, 13, 12, 0, 5),
};

/** What another program makes of the file. */
function readBack(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
  const event = calendar.getFirstSubcomponent('vevent')!;
  const instant = (name: string): string => {
    const time = event.getFirstPropertyValue(name) as ICAL.Time;
    // The zone that the file itself brings, not one that the reader knows.
    expect(event.getFirstProperty(name)!.getFirstParameter('tzid')).toBe(zone.tzid);
    time.zone = zone;
    return new Date(time.toUnixTime() * 1000).toISOString();
  };
  return {
    calendar,
    event,
    method: calendar.getFirstPropertyValue('method'),
    value: (name: string) => event.getFirstPropertyValue(name),
    instant,
  };
}

const at = (date: string, time: string, minutes = 90): CalendarMeeting => ({
  ...MEETING,
  start: { date: isoDate(date), time },
  minutes,
});

describe('the time of a meeting', () => {
  it.each([
    [
      '2026-03-27',
      '09:30',
      '2026-03-27T09:30:00.000Z',
      '2026-03-27T11:00:00.000Z',
      'winter, two days before',
    ],
    [
      '2026-03-30',
      '09:30',
      '2026-03-30T08:30:00.000Z',
      '2026-03-30T10:00:00.000Z',
      'the first day of summer time',
    ],
    ['2026-10-23', '16:30', '2026-10-23T15:30:00.000Z', '2026-10-23T17:00:00.000Z', 'the last Friday of it'],
    ['2026-10-26', '16:30', '2026-10-26T16:30:00.000Z', '2026-10-26T18:00:00.000Z', 'the Monday after'],
    ['2031-07-01', '10:00', '2031-07-01T09:00:00.000Z', '2031-07-01T10:30:00.000Z', 'a later summer'],
  ])('%s at %s in London is the right instant (%5$s)', (date, time, begins, ends) => {
    const { instant } = readBack(calendarFile(at(date, time)));
    expect(instant('dtstart')).toBe(begins);
    expect(instant('dtend')).toBe(ends);
  });

  it('may end after midnight, and on the next month', () => {
    const { instant } = readBack(calendarFile(at('2026-01-31', '23:30', 60)));
    expect(instant('dtend')).toBe('2026-02-01T00:30:00.000Z');
  });

  it('says in UTC when the file was made', () => {
    expect(String(readBack(calendarFile(MEETING)).value('dtstamp'))).toBe('2026-03-13T12:00:05Z');
  });
});

describe('an invitation', () => {
  it('carries what was given, as it was given', () => {
    const { method, value, event } = readBack(calendarFile(MEETING));
    expect(method).toBe('REQUEST');
    expect(value('uid')).toBe('review-K77-2@irotool');
    expect(value('sequence')).toBe(0);
    expect(value('summary')).toBe('Review meeting, reference K77');
    expect(value('location')).toBe('Town Hall, Room 3; first floor');
    expect(value('description')).toBe('Please bring your report.\nIt is due on 20 March.');
    expect(value('status')).toBe('CONFIRMED');
    expect(value('class')).toBe('PRIVATE');
    expect(value('organizer')).toBe('mailto:reviews@testshire.gov.uk');
    expect(event.getFirstProperty('organizer')!.getFirstParameter('cn')).toBe('Reviewing Unit');
    expect(value('attendee')).toBe('mailto:teacher@school.example.org');
  });

  it('leaves out a place that is not told, and an addressee without an address', () => {
    const { event } = readBack(
      calendarFile({ ...MEETING, location: null, description: null, attendee: null }),
    );
    const names = event.getAllProperties().map(({ name }) => name);
    expect(names).toContain('summary');
    for (const name of ['location', 'description', 'attendee']) expect(names).not.toContain(name);
  });

  it('keeps its uid when the meeting is changed, with a higher sequence', () => {
    const first = readBack(calendarFile(MEETING));
    const changed = readBack(calendarFile({ ...at('2026-03-30', '14:00'), sequence: 1 }));
    expect(changed.value('uid')).toBe(first.value('uid'));
    expect(Number(changed.value('sequence'))).toBeGreaterThan(Number(first.value('sequence')));
    expect(changed.instant('dtstart')).toBe('2026-03-30T13:00:00.000Z');
  });

  it('is called off by the same uid', () => {
    const { method, value } = readBack(calendarFile({ ...MEETING, method: 'CANCEL', sequence: 2 }));
    expect([method, value('status'), value('uid'), value('sequence')]).toEqual([
      'CANCEL',
      'CANCELLED',
      MEETING.uid,
      2,
    ]);
  });

  it('is the same file for the same meeting', () => {
    expect(calendarFile(MEETING)).toBe(calendarFile({ ...MEETING }));
  });
});

describe('its lines', () => {
  const WELSH =
    'Bydd y cyfarfod adolygu yn Neuadd y Ddinas, Tŷ Gwŷr yr Ŵyl; croeso i chi ddod â chefnogwr gyda chi. ' +
    'Łukasz też może przyjść, i będzie tłumacz. '.repeat(4);

  it('are at most 75 octets, end as calendars want, and tear no letter', () => {
    const file = calendarFile({ ...MEETING, description: WELSH, summary: `Adolygiad ${'ŵ'.repeat(90)}` });
    const lines = file.split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines.length).toBeGreaterThan(30);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || /[\r\n\uFFFD]/.test(line))).toEqual([]);
    // Filled: a line goes on only because it must.
    expect(lines.some((line) => Buffer.byteLength(line) >= 74)).toBe(true);
    const { value } = readBack(file);
    expect(value('description')).toBe(WELSH);
    expect(value('summary')).toBe(`Adolygiad ${'ŵ'.repeat(90)}`);
  });

  it('hold no property that somebody typed into a value', () => {
    const evil = 'Hall\r\nATTENDEE:mailto:thief@example.org\nBEGIN:VALARM\rX:1';
    const { event, value, calendar } = readBack(
      calendarFile({ ...MEETING, uid: `u${evil}`, summary: evil, location: evil, description: evil }),
    );
    expect(event.getAllProperties('attendee')).toHaveLength(1);
    expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone', 'vevent']);
    expect(event.getAllSubcomponents()).toEqual([]);
    expect(value('location')).toBe('Hall\nATTENDEE:mailto:thief@example.org\nBEGIN:VALARM\nX:1');
  });

  it('hold no parameter that somebody typed into a name', () => {
    const name = 'The "best";RSVP=TRUE:mailto:x@example.org\r\nUnit: north, south';
    const { event, value } = readBack(
      calendarFile({ ...MEETING, organizer: { ...MEETING.organizer, name } }),
    );
    const organizer = event.getFirstProperty('organizer')!;
    expect(value('organizer')).toBe('mailto:reviews@testshire.gov.uk');
    expect(organizer.getFirstParameter('rsvp')).toBeFalsy();
    expect(organizer.getFirstParameter('cn')).toContain("The 'best'");
  });

  it.each([
    ['organizer', { organizer: { name: 'Unit', address: 'a@b.org\r\nATTENDEE:mailto:x@y.org' } }],
    ['organizer', { organizer: { name: 'Unit', address: 'Unit <a@b.org>' } }],
    ['attendee', { attendee: 'a@b.org, c@d.org' }],
    ['attendee', { attendee: '' }],
  ])('refuse an address of the %s that is none', (whose, change) => {
    expect(() => calendarFile({ ...MEETING, ...change })).toThrow(
      `The ${whose === 'organizer' ? 'organiser' : whose}'s address is not one plain e-mail address`,
    );
  });
});
