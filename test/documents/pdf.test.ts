/** A PDF by the real command, with the browser that is there: read by programs that we did not write. */
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whyNoPrint } from '../support/browser';
import { folder } from '../support/harness';
import { plannedUnit } from '../support/letters';
import { pageWords, placedWords } from '../support/printed-page';

/** What the temporary folder has of PDFs after a run that had it to itself. */
const leftIn = (place: string): string[] =>
  readdirSync(place).filter((name) => name.startsWith('irotool-pdf'));

describe.skipIf(whyNoPrint !== '')('a letter as a PDF', () => {
  const PATH = process.env.PATH ?? '';

  it('is tagged, has a title and a language, and says what the letter says', {
    timeout: 60_000,
  }, async () => {
    const { run } = await plannedUnit();
    const out = folder();
    const line = `letter invitation-parent K1 --to mother --format pdf --out ${out}`;
    const { code, err } = await run(line, { env: { PATH } });
    expect([code, err]).toEqual([0, expect.not.stringContaining('PDF')]);
    const file = join(out, 'K1-1-invitation-parent-mother.pdf');
    const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^Title: +Review meeting on Friday 27 March 2026 \(K1\/1\)$/m);
    expect(info).toMatch(/^Page size: .*A4/m);
    expect(readFileSync(file, 'latin1')).toMatch(/\/Lang \(en-GB\)/);
    const [first] = placedWords(file);
    expect(pageWords(first!)).toContain('We would like you to come to the review');
    expect(pageWords(first!)).toContain('Page 1 of');
    const log = await run('audit --json');
    expect(log.out).toContain('"format":"pdf"'.replace(':', ': '));
  });

  it('is made for everyone of a pack, and nothing is left of the browser', { timeout: 90_000 }, async () => {
    const { run } = await plannedUnit();
    const [out, place] = [folder(), folder()];
    const before = process.env.TMPDIR;
    process.env.TMPDIR = place;
    try {
      expect((await run(`letter pack K1 --format pdf --out ${out}`, { env: { PATH } })).code).toBe(0);
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
    const files = readdirSync(out).filter((name) => name.endsWith('.pdf'));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) expect(readFileSync(join(out, file), 'latin1').slice(0, 5)).toBe('%PDF-');
    expect(leftIn(place)).toEqual([]);
    const programs = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    expect(programs).not.toContain(place);
  });
});

describe('a PDF that cannot be made', () => {
  it('says in one sentence what to do if there is no browser, and nothing is written', async () => {
    const { run } = await plannedUnit();
    const out = folder();
    const { code, err } = await run(`letter invitation-parent K1 --to mother --format pdf --out ${out}`, {
      env: { PATH: folder() },
    });
    expect([code, err]).toEqual([
      1,
      'A PDF is made by a browser, and neither Edge, Chrome nor Chromium is installed here. Install one of them, or make a Word file (--format docx) and save it as PDF.\n',
    ]);
    expect(readdirSync(out)).toEqual([]);
  });

  it('says so if the browser ends by itself', { timeout: 30_000 }, async () => {
    const { run } = await plannedUnit();
    const [out, programs] = [folder(), folder()];
    const program = join(programs, 'chromium');
    writeFileSync(program, '#!/bin/sh\nexit 3\n');
    chmodSync(program, 0o755);
    const { code, err } = await run(`letter invitation-parent K1 --to mother --format pdf --out ${out}`, {
      env: { PATH: programs },
    });
    expect(code).toBe(1);
    expect(err).toBe(
      `The PDF could not be made by ${program}: it ended by itself. Make a Word file (--format docx) and save it as PDF, or try again.\n`,
    );
    expect(readdirSync(out)).toEqual([]);
  });
});
