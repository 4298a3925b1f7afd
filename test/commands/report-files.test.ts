/** The files of a report of figures: what they are called, and that none is written over unasked. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { REPORTS } from '../../src/reports/figures/catalogue';
import { type Answer, folder, type Unit, unit } from '../support/harness';
import { pageChecker } from '../support/page-checker';

const LINES = [
  'new-review --ref K1 --name "Zed Quill" --born 2012-01-04 --looked-after 2025-10-06 --basis C2 --iro "Ann Khan" --told 2025-10-06 --yes --new --today 2025-10-06',
  'review hold K1 --on 2025-11-05 --code PN7 --late-because "Zed was ill" --agreed-by "Bo Lee" --yes --today 2025-11-05',
];

let made: Unit;
let cwd: string;
beforeEach(async () => {
  made = await unit('england', LINES);
  cwd = folder();
});
const report = (line: string): Promise<Answer> => made.run(`report ${line} --today 2025-11-10`, { cwd });
const read = (name: string): string => readFileSync(join(cwd, name), 'utf8');

describe('the file of a report of figures', () => {
  it('is called by the report and the day if no name was typed, and is its owner’s alone', async () => {
    expect(await report('performance --html')).toMatchObject({ code: 0, out: '' });
    expect(readdirSync(cwd)).toEqual(['performance-2025-11-10.html']);
    expect(statSync(join(cwd, 'performance-2025-11-10.html')).mode & 0o777).toBe(0o600);
  });

  it('is not written over unless that is asked for', async () => {
    await report('disputes --out d.csv');
    const before = read('d.csv');
    const again = await report('performance --out d.csv');
    expect([again.code, again.err]).toEqual([
      1,
      expect.stringMatching(/d\.csv is there already\. Nothing was written\.[\s\S]*--force/),
    ]);
    expect(read('d.csv')).toBe(before);
    expect((await report('performance --out d.csv --force')).code).toBe(0);
    expect(read('d.csv')).not.toBe(before);
  });

  it('is what its ending says, with the same numbers', async () => {
    for (const ending of ['html', 'xlsx', 'csv', 'json', 'txt'])
      expect((await report(`performance -o p.${ending}`)).code).toBe(0);
    expect(read('p.csv')).toBe((await report('performance --csv')).out);
    expect(JSON.parse(read('p.json'))).toEqual(JSON.parse((await report('performance --json')).out));
    expect(read('p.txt')).toMatch(/^How the unit did, /);
    expect(read('p.html')).toMatch(/^<!DOCTYPE html>/);
    const wrong = await report('performance --out p.doc');
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('ends in .html')]);
  });

  it('is a page that keeps the rules of HTML and of reading aids, without script', async () => {
    await report('performance --html p.html');
    const { results } = await pageChecker().validateString(read('p.html'));
    expect(
      results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`)),
    ).toEqual([]);
    expect(read('p.html')).not.toMatch(/<script|https?:|\sstyle=|\son\w+=/);
  });

  it.each(REPORTS.map(({ id }) => id))(
    'can be had of the report %s with every ending but .pdf',
    async (id) => {
      const endings = ['html', 'xlsx', 'docx', 'csv', 'json', 'txt'];
      for (const ending of endings) expect((await report(`${id} --out r.${ending}`)).code).toBe(0);
      expect(readdirSync(cwd)).toHaveLength(endings.length);
      expect(read('r.html')).toContain('<ul class="notes">');
    },
  );

  it('has no child’s name in it, though one was written into a reason', async () => {
    for (const ending of ['html', 'csv', 'json', 'txt']) {
      await report(`performance --out p.${ending}`);
      expect(read(`p.${ending}`)).toMatch(/was ill/);
      expect(read(`p.${ending}`)).not.toMatch(/Zed|Quill/);
    }
  });

  it('is not opened if nobody sits there, nor without a file', async () => {
    expect((await report('performance --open')).err).toContain('--open is of a file');
    expect((await report('performance --html p.html --open')).err).toContain('--open is for a terminal');
    expect(existsSync(join(cwd, 'p.html'))).toBe(false);
  });

  it('is not of the references behind one number', async () => {
    const { code, err } = await report('performance --html p.html --list reviews.late');
    expect([code, err]).toEqual([2, expect.stringContaining('--list is for the screen, --csv and --json')]);
  });
});
