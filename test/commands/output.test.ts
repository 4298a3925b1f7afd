/** What leaves irotool, whatever it is written to, holds no sign that acts on what shows it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { printed, shown } from '../../src/core/shown';
import { openDatabase } from '../../src/store/file/open';
import { folder, unit } from '../support/harness';

/** Turns of direction, a control of C1 and its NEL, other ends of line. */
const SIGNS = '\u202e\u2066\u200f\u061c\u009b\u0085\u2028';
const ANY = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u007f-\u009f\u2028\u2029]/;

let made: Awaited<ReturnType<typeof unit>>;

beforeAll(async () => {
  made = await unit('york');
  for (const line of [
    'settings set unit.name Unit',
    'person add --role iro --name "A Khan" --team East',
    'person add --role manager --name "M Boss" --team East --manages "A Khan" --email m@council.gov.uk',
    'new-review --ref K1 --name "Kim Lee" --born 2014-05-02 --looked-after 2026-03-02 --basis V2 --iro "A Khan" --team East --today 2026-03-02 --yes',
    'child link K1 "Mo Lee" --role parent --relationship mother --responsibility yes',
  ]) {
    expect([line, (await made.run(line)).code]).toEqual([line, 0]);
  }
  for (const line of [
    [
      'review',
      'plan',
      'K1',
      '--meeting',
      '2026-03-26 10:00',
      '--venue',
      `Hall${SIGNS}One`,
      '--mode',
      'in-person',
      '--yes',
    ],
    ['record', 'K1', 'review-called', `reason=of${SIGNS}this`, 'by=2026-03-20'],
    ['record', 'K1', 'review-adjourned', `reason=it${SIGNS}was`, '--on', '2026-03-13'],
  ]) {
    await made.run(line);
  }
  // Names as an older irotool took them.
  const db = openDatabase(made.db, { now: () => Date.UTC(2026, 2, 2, 12) });
  for (const table of ['child', 'person', 'team']) {
    db.prepare(`UPDATE ${table} SET name = name || ?`).run(`${SIGNS}\u001b[2J`);
  }
  // A name of several lines is refused in the head of a message, or left out of it.
  db.prepare("UPDATE person SET name = 'M Boss' || ? WHERE role = 'manager'").run('\u202e\u200f');
  db.close();
});

it.each([
  'due --month',
  'due --month --json',
  'due --month --csv',
  'child list',
  'child list --json',
  'child list --csv',
  'child show K1 --ids',
  'child show K1 --json',
  'child people K1',
  'person list',
  'person list --csv',
  'review show K1',
  'review list',
  'review next K1',
  'explain K1',
  'iro caseload',
  'iro caseload --csv',
  'audit',
  'audit --csv',
  'audit --json',
  'report overdue --names --today 2026-04-20',
  'report overdue --names --csv --today 2026-04-20',
  'report overdue --names --json --today 2026-04-20',
  'settings check',
  'doctor',
])('%s', async (line) => {
  const { out, err } = await made.run(line);
  expect(out + err).not.toMatch(ANY);
  if (!line.endsWith('json')) expect(out + err).not.toContain('\u001b[2J');
});

it('a report as a page, and as drafts of mail', async () => {
  const out = folder();
  const line = `report overdue --names --today 2026-04-20`;
  expect((await made.run(`${line} --html ${join(out, 'report.html')}`)).code).toBe(0);
  expect((await made.run(`${line} --to managers --out ${out}`)).code).toBe(0);
  const files = readdirSync(out);
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) expect(readFileSync(join(out, file), 'utf8')).not.toMatch(ANY);
});

it.each(['html', 'txt', 'eml'])('letters as %s', async (format) => {
  const out = folder();
  await made.run(`letter pack K1 --format ${format} --out ${out} --allow-missing`);
  await made.run(`letter introduction-iro K1 --format ${format} --out ${out}`);
  for (const file of readdirSync(out)) expect(readFileSync(join(out, file), 'utf8')).not.toMatch(ANY);
});

it('what people may write stays: accents, other scripts and their joiners, lines, colour', () => {
  const text = 'Siân\t「木」 علی‌رضا ක්‍රි\nsecond \u001b[31mred\u001b[0m';
  expect(printed(text)).toBe(text);
  expect(shown('a\u202eb\u0085c')).toBe('ab c');
  expect(printed('a\u001b[2Jb\u0007')).toBe('a [2Jb ');
  // The mark by which a spreadsheet knows what it reads.
  expect(shown('\ufeffref')).toBe('\ufeffref');
});
