import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli';
import { calendarsWith } from '../../src/context';
import { isoDate } from '../../src/core/time/dates';
import { irotool, words } from '../support/harness';
import { secondsUsed } from '../support/processor-time';

const days = (line: string, input?: string): ReturnType<typeof irotool> =>
  irotool(['days', ...words(line)], input === undefined ? {} : { input });

describe('the Nth working day', () => {
  it.each([
    ['2026-03-13 +20', '2026-04-14'],
    ['2026-03-02 +20', '2026-03-30'],
    ['2026-12-02 +20', '2027-01-04'],
    ['2026-03-14 +1', '2026-03-16'],
    ['2026-04-14 -20', '2026-03-13'],
    ['2026-04-14 -15', '2026-03-20'],
    ['2026-04-14 -10', '2026-03-27'],
    ['2026-04-14 -3', '2026-04-09'],
    ['2026-03-13 +0', '2026-03-13'],
  ])('%s is %s', async (sum, answer) => {
    expect(await days(`${sum} --quiet`)).toEqual({ code: 0, out: `${answer}\n`, err: '' });
  });

  it('is shown with its weekday, weekends summed up and holidays named', async () => {
    const { code, out } = await days('2026-03-13 +20');
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'Tuesday 14 April 2026 is the 20th working day after Friday 13 March 2026.',
        '  Skipped  weekends: 10 days',
        '           Fri 3 Apr (Good Friday)',
        '           Mon 6 Apr (Easter Monday)',
        '  In all   32 calendar days',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['+1', '1st'],
    ['+2', '2nd'],
    ['+3', '3rd'],
    ['+4', '4th'],
    ['+11', '11th'],
    ['+12', '12th'],
    ['+13', '13th'],
    ['+21', '21st'],
    ['+111', '111th'],
  ])('%s is the %s', async (amount, ordinal) => {
    expect((await days(`2026-03-13 ${amount}`)).out).toContain(`the ${ordinal} working day after`);
  });

  it('takes a date as people type it, and says which day that is', async () => {
    for (const typed of ['14/4/2026', '"14 April 2026"', '14 April 2026']) {
      const { out, err } = await days(`${typed} -10`);
      expect(out).toContain('Friday 27 March 2026 is the 10th working day before Tuesday 14 April 2026');
      expect(err).toBe(`${typed.replaceAll('"', '')} is Tuesday 14 April 2026.\n`);
    }
  });

  it('is written as data', async () => {
    const { out } = await days('2026-04-02 +1 --json');
    expect(JSON.parse(out)).toEqual({
      schema: 1,
      from: '2026-04-02',
      to: '2026-04-07',
      count: 1,
      answer: '2026-04-07',
      skipped: [
        { on: '2026-04-03', why: 'Good Friday' },
        { on: '2026-04-04', why: 'Saturday' },
        { on: '2026-04-05', why: 'Sunday' },
        { on: '2026-04-06', why: 'Easter Monday' },
      ],
      provisional: false,
    });
  });

  it('backwards skips the days between, not the day it starts from', async () => {
    const { out } = await days('2026-04-06 -1 --json');
    expect(JSON.parse(out)).toMatchObject({
      answer: '2026-04-02',
      skipped: [{ on: '2026-04-03' }, { on: '2026-04-04' }, { on: '2026-04-05' }],
    });
  });
});

describe('working days from one day to another', () => {
  it.each([
    ['2026-03-13 2026-04-14', 20],
    ['2026-04-14 2026-03-13', -20],
    ['2026-03-13 2026-03-13', 0],
    ['2026-03-13 2026-03-15', 0],
    ['2026-03-15 2026-03-16', 1],
  ])('%s: %i', async (sum, answer) => {
    expect((await days(`${sum} --quiet`)).out).toBe(`${answer}\n`);
    const json = JSON.parse((await days(`${sum} --json`)).out);
    const [from, to] = sum.split(' ');
    expect(json).toMatchObject({ schema: 1, from, to, count: answer, answer });
  });

  it('is said in words, either way', async () => {
    expect((await days('2026-03-13 2026-04-14')).out).toContain(
      '20 working days: after Friday 13 March 2026, up to and including Tuesday 14',
    );
    expect((await days('2026-04-14 2026-03-13')).out).toContain(
      '-20 working days: back from Tuesday 14 April 2026 to Friday 13 March 2026, which',
    );
    expect((await days('2026-03-13 2026-03-16')).out).toContain('1 working day:');
  });

  it('takes dates of several words', async () => {
    expect((await days('13 March 2026 14 April 2026 --quiet')).out).toBe('20\n');
  });
});

describe('beyond the published bank holidays', () => {
  it('is provisional the day after the horizon and not on it', async () => {
    const on = await days('2028-12-28 +1');
    expect(on.out).toContain('Friday 29 December 2028');
    expect(on.out).not.toContain('rovisional');
    const after = await days('2028-12-29 +1');
    expect(after.out).toContain('Tuesday 2 January 2029');
    expect(after.out).toContain('Provisional: bank holidays are published to 31 December 2028;');
    expect(JSON.parse((await days('2028-12-29 +1 --json')).out).provisional).toBe(true);
  });

  it('says so of days before the list too', async () => {
    expect((await days('2012-01-03 -1')).out).toContain(
      'Provisional: the list here begins on 1 January 2012;',
    );
  });
});

describe('mistakes', () => {
  it.each([
    ['', 2, 'days needs a date and a number of working days, or two dates.'],
    ['2026-03-13', 2, 'days needs a date'],
    ['2026-03-13 20', 2, 'Say which way to count: +20 or -20. irotool days 2026-03-13 +20'],
    ['2026-02-30 +1', 2, '"2026-02-30" is not a date.'],
    ['2026-03-13 soon', 2, '"soon" is not a date.'],
    ['2026-03-13 --jsn', 2, '"--jsn" is not a date.'],
    ['one two three four', 2, '"one two three four" is no sum of days.'],
    ['1899-12-31 +1', 1, '1899-12-31 is outside the years 1900 to 2199.'],
    ['2200-01-01 2026-03-13', 1, '2200-01-01 is outside the years 1900 to 2199.'],
    ['2199-12-30 +5', 1, 'That count goes outside the years 1900 to 2199.'],
    ['1900-01-02 -5', 1, 'That count goes outside the years 1900 to 2199.'],
  ])('days %s', async (line, code, message) => {
    const answer = await days(line);
    expect(answer.code).toBe(code);
    expect(answer.out).toBe('');
    expect(answer.err).toContain(message);
    expect(answer.err.trimEnd()).not.toContain('\n');
  });
});

describe('dates on standard input', () => {
  it('writes the ISO date alone on each line', async () => {
    expect(await days('+20', '2026-03-13\n2026-03-02\n2026-03-13\n')).toEqual({
      code: 0,
      out: '2026-04-14\n2026-03-30\n2026-04-14\n',
      err: '',
    });
    expect((await days('-10', '2026-04-14')).out).toBe('2026-03-27\n');
  });

  it('takes CRLF, blank lines at the end, a mark at the beginning, spaces, and dates as typed', async () => {
    const input = '\uFEFF2026-03-13\r\n 2026-03-13 \r\n13/3/2026\r\n13 March 2026\r\n2026-03-13\r\n\r\n\n';
    expect((await days('+20', input)).out).toBe('2026-04-14\n'.repeat(5));
  });

  it('nothing in is nothing out', async () => {
    expect(await days('+20', '')).toEqual({ code: 0, out: '', err: '' });
  });

  it.each([
    ['words', '2026-03-13\n2026-03-13\nA Child\n2026-03-13\n', 'Line 3 is not a date'],
    ['a day that is none', '2026-03-13\n2026-03-13\n2026-02-30\n', 'Line 3 is not a date'],
    ['a year too far', '2026-03-13\n2026-03-13\n2200-01-01\n', 'Line 3 is not a date'],
    ['a year to be guessed', '2026-03-13\n2026-03-13\n13/3\n', 'Line 3 is not a date'],
    ['an answer too far', '2026-03-13\n2026-03-13\n2199-12-30\n', 'Line 3 (2199-12-30) counts outside'],
    ['a blank line between', '2026-03-13\n2026-03-13\n\n2026-03-13\n', 'Line 3 is blank'],
  ])('%s stops it, after the answers before and with none after', async (_what, input, message) => {
    const answer = await days('+20', input);
    expect(answer.code).toBe(1);
    expect(answer.out).toBe('2026-04-14\n2026-04-14\n');
    expect(answer.err).toContain(message);
    expect(answer.err).not.toContain('Child');
  });

  it('a line cut in two by the stream is one line', async () => {
    const stdin = new PassThrough();
    let out = '';
    const running = run(['days', '+20'], {
      stdin,
      stdout: { write: (text) => (out += text) },
      stderr: { write: () => true },
      env: {},
      cwd: tmpdir(),
      now: () => 0,
    });
    for (const part of ['2026-0', '3-13\r', '\n2026-03-', '02\n2026-03-13']) stdin.write(part);
    stdin.end();
    expect(await running).toBe(0);
    expect(out).toBe('2026-04-14\n2026-03-30\n2026-04-14\n');
  });

  it('at the keyboard it says what to type', async () => {
    let err = '';
    const code = await run(['days', '+20'], {
      stdin: Object.assign(new PassThrough(), { isTTY: true }),
      stdout: { write: () => true },
      stderr: { write: (text) => (err += text) },
      env: {},
      cwd: tmpdir(),
      now: () => 0,
    });
    expect(code).toBe(2);
    expect(err).toContain('irotool days DATE +20');
  });

  it('with --json it is one document', async () => {
    const { out } = await days('+1 --json', '2026-03-13\n2028-12-29\n');
    expect(JSON.parse(out)).toEqual({
      schema: 1,
      count: 1,
      sums: [
        { from: '2026-03-13', answer: '2026-03-16', provisional: false },
        { from: '2028-12-29', answer: '2029-01-02', provisional: true },
      ],
    });
  });

  it('a million lines are quick, and right', async () => {
    const calendar = calendarsWith([]).statutory;
    const dates = Array.from({ length: 1000 }, (_, at) =>
      isoDate(`20${12 + (at % 16)}-0${1 + (at % 9)}-${10 + (at % 18)}`),
    );
    const expected = dates.map((date) => `${calendar.addWorkingDays(date, 20)}\n`).join('');
    const used = secondsUsed();
    const { out } = await days('+20', `${dates.join('\n')}\n`.repeat(1000));
    expect(used()).toBeLessThan(5);
    expect(out === expected.repeat(1000)).toBe(true);
  });
});

it('opens no database', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'irotool-test-'));
  await irotool(['days', '2026-03-13', '+20', '--db', join(cwd, 'unit.db')], { cwd });
  expect(readdirSync(cwd)).toEqual([]);
});

it('works as a process, at the end of a pipe', () => {
  const bin = join(import.meta.dirname, '..', '..', 'bin', 'irotool.js');
  const out = execFileSync(process.execPath, [bin, 'days', '-10'], {
    input: '2026-04-14\n',
    encoding: 'utf8',
  });
  expect(out).toBe('2026-03-27\n');
});
