/** `export calendar`: read back by three programs that we did not write: ical.js, and icalendar and vobject of Python. */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { folder, type Run, unit } from '../support/harness';

const ON = '--today 2026-03-16';
const LINES = [
  'person add --name "A Khan" --role iro',
  'person add --name "R Osei" --role iro',
  'new-review --ref K1 --name "Siân O’Brien" --born 2015-05-02 --looked-after 2026-03-13 --basis V2 --iro "A Khan" --meeting "9/4/2026 16:30" --venue "Gran’s house, 4 High Street" --yes --today 2026-03-16',
  'new-review --ref K2 --name "Bartosz Łuk" --born 2014-05-02 --looked-after 2026-03-12 --basis C2 --iro "R Osei" --meeting "27/3/2026" --yes --today 2026-03-16',
];

interface Entry {
  readonly uid: string;
  readonly sequence: number;
  readonly begins: string;
  readonly summary: string;
  readonly status: string;
  readonly isAllDay: boolean;
}

/** What stands in a file, by its summary. */
function entriesOf(file: string): Map<string, Entry> {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')) as never);
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
  return new Map(
    calendar.getAllSubcomponents('vevent').map((event) => {
      const start = event.getFirstPropertyValue('dtstart') as ICAL.Time;
      if (!start.isDate) start.zone = zone;
      const value = (name: string): string => String(event.getFirstPropertyValue(name));
      const entry = {
        ...{ uid: value('uid'), sequence: Number(value('sequence')), summary: value('summary') },
        begins: start.isDate ? start.toString() : new Date(start.toUnixTime() * 1000).toISOString(),
        ...{ status: value('status'), isAllDay: start.isDate },
      };
      return [entry.summary, entry] as const;
    }),
  );
}

/** Makes the calendar a minute later than the last one. */
function maker(run: Run, file = join(folder(), 'calendar.ics')) {
  let now = Date.UTC(2026, 2, 16, 12);
  return async (more = '', on = '2026-03-16'): Promise<Map<string, Entry>> => {
    now += 60_000;
    const { code, err } = await run(`export calendar ${file} --force ${more} --today ${on}`, { now });
    if (code !== 0) throw new Error(err);
    return entriesOf(file);
  };
}

async function typed(run: Run, line: string, on = '2026-03-16'): Promise<void> {
  const { code, err } = await run(`${line} --today ${on}`);
  if (code !== 0) throw new Error(`${line}: ${err}`);
}

describe('a calendar', () => {
  test('has each planned meeting at its hour, and each due day as a whole day', async () => {
    const { run } = await unit('england', LINES);
    const entries = await maker(run)();
    // Half past four in summer time.
    expect(entries.get('K1/1: review')).toMatchObject({
      ...{ begins: '2026-04-09T15:30:00.000Z', status: 'CONFIRMED', isAllDay: false },
    });
    expect(entries.get('K2/1: review')).toMatchObject({ begins: '2026-03-27', isAllDay: true });
    expect(entries.get('K1/1: Hold the first review')).toMatchObject({
      begins: '2026-04-14',
      isAllDay: true,
    });
    const { out } = await run(`due --json --from 2026-03-16 --to 2027-03-15 ${ON}`);
    const { deadlines } = JSON.parse(out) as { deadlines: unknown[] };
    expect([...entries.values()]).toHaveLength(2 + deadlines.length);
  });

  test('says no name and no place, and only its owner can read it', async () => {
    const { run } = await unit('england', LINES);
    const file = join(folder(), 'c.ics');
    const { out, err } = await run(`export calendar ${file} ${ON}`);
    for (const text of [readFileSync(file, 'utf8'), out, err])
      expect(text).not.toMatch(/Siân|Brien|Bartosz|Łuk|Khan|Osei|Gran|High Street/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('made again, a meeting that was moved is the same with a higher number, and so is a due day', async () => {
    const { run } = await unit('england', LINES);
    const make = maker(run);
    const before = await make();
    await typed(run, 'review plan K1 --meeting "10/4/2026 10:00" --because "School trip" --yes');
    await typed(run, 'correct 1 --on 2026-03-12 --yes');
    const after = await make();
    for (const [summary, begins] of [
      ['K1/1: review', '2026-04-10T09:00:00.000Z'],
      ['K1/1: Hold the first review', '2026-04-13'],
    ] as const) {
      const [was, is] = [before.get(summary)!, after.get(summary)!];
      expect([is.uid, is.begins]).toEqual([was.uid, begins]);
      expect(is.sequence).toBeGreaterThan(was.sequence);
    }
    expect(new Set([...after.values()].map(({ uid }) => uid)).size).toBe(after.size);
  });

  test('made again over the last one, what is off since then is cancelled, and comes back if it is planned again', async () => {
    const { run } = await unit('england', LINES);
    const make = maker(run);
    const before = await make();
    await typed(run, 'review cancel K1 --reason "Flood" --agreed-by "A Khan" --yes', '2026-03-17');
    const after = await make('', '2026-03-17');
    expect(after.get('K1/1: review')).toMatchObject({
      ...{ uid: before.get('K1/1: review')!.uid, status: 'CANCELLED', begins: '2026-04-09T15:30:00.000Z' },
    });
    await typed(run, 'review plan K1 --meeting "13/4/2026 10:00" --yes', '2026-03-18');
    expect((await make('', '2026-03-18')).get('K1/1: review')).toMatchObject({
      ...{ uid: before.get('K1/1: review')!.uid, status: 'CONFIRMED', begins: '2026-04-13T09:00:00.000Z' },
    });
  });

  test('the next review is another meeting than the one that was held', async () => {
    const { run } = await unit('england', LINES);
    const make = maker(run);
    const before = await make();
    await typed(run, 'review hold K2 --on 2026-03-16 --code PN1 --considered all --yes');
    await typed(run, 'review plan K2 --meeting "4/6/2026 10:00" --yes');
    const after = await make();
    expect(after.get('K2/2: review')!.uid).not.toBe(before.get('K2/1: review')!.uid);
  });

  test('of one IRO has the meetings that they chair, and what is due of their children', async () => {
    const { run } = await unit('england', LINES);
    const own = await maker(run)('--iro "A Khan"');
    expect(own.has('K1/1: review')).toBe(true);
    expect([...own.keys()].filter((summary) => !summary.startsWith('K1'))).toEqual([]);
    // Another chairs in their place: the meeting is in the other's calendar, the due days are not.
    await typed(run, 'review plan K1 --meeting "10/4/2026 10:00" --chair "R Osei" --because "Leave" --yes');
    expect([...(await maker(run)('--iro "A Khan"')).keys()]).not.toContain('K1/1: review');
    expect([...(await maker(run)('--iro "R Osei"')).keys()]).toContain('K1/1: review');
  });

  test('is not written over what is there, unless that is asked for', async () => {
    const { run } = await unit('england', LINES);
    const file = join(folder(), 'mine.ics');
    writeFileSync(file, 'mine');
    const refused = await run(`export calendar ${file} ${ON}`);
    expect([refused.code, readFileSync(file, 'utf8')]).toEqual([1, 'mine']);
    expect(refused.err).toContain('mine.ics is there already. Nothing was written.');
    expect((await run(`export calendar ${file} --force ${ON}`)).code).toBe(0);
    expect(entriesOf(file).size).toBeGreaterThan(2);
  });
});

/** Reads a calendar with Python's icalendar, and has vobject look whether each part may be as it is. */
const READ = `
import sys, json, icalendar, vobject
text = open(sys.argv[1], newline='').read()
calendar = icalendar.Calendar.from_ical(text)
for part in vobject.readComponents(text): part.validate(raiseException=True)
print(json.dumps([[str(e['SUMMARY']), str(e['DTSTART'].dt), str(e['UID'])] for e in calendar.walk('VEVENT')]))
`;
const PYTHON = ['/usr/bin/python3', 'python3'].find(
  (python) => spawnSync(python, ['-c', 'import icalendar, vobject']).status === 0,
);
if (PYTHON === undefined)
  console.warn('Calendars were not read by Python: icalendar and vobject are not installed.');

describe.skipIf(PYTHON === undefined)('Python’s libraries', () => {
  test('take in every entry, at the same hour', async () => {
    const { run } = await unit('england', LINES);
    const file = join(folder(), 'c.ics');
    await run(`export calendar ${file} ${ON}`);
    const { stdout, stderr } = spawnSync(PYTHON!, ['-c', READ, file], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const read = JSON.parse(stdout) as [string, string, string][];
    const own = entriesOf(file);
    expect(read.map(([summary, , uid]) => [summary, uid]).sort()).toEqual(
      [...own.values()].map(({ summary, uid }) => [summary, uid]).sort(),
    );
    expect(read.find(([summary]) => summary === 'K1/1: review')![1]).toBe('2026-04-09 16:30:00+01:00');
    expect(read.find(([summary]) => summary === 'K1/1: Hold the first review')![1]).toBe('2026-04-14');
  });
});
