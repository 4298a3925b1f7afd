/** `--out`: the folder is made if it is not there, and it is said; what is in its way is refused. */
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { folder, type Run, unit } from '../support/harness';
import { flat } from '../support/said';

const LETTERS = [
  'settings set unit.name "Reviewing Unit"',
  'settings set unit.email unit@testshire.gov.uk',
  'settings set signatory.name "Pat Admin"',
  'new-review --ref K1 --name "Ava Roe" --born 2013-05-02 --looked-after 2026-03-02 --basis C1 --placement U6 --iro "A Khan" --social-worker "S Worker" --meeting "27/3 10:00" --venue Hall --today 2026-03-04 --yes',
  'child link K1 "M Teach" --role teacher',
];
let cwd: string;
let run: Run;

beforeEach(async () => {
  cwd = folder();
  const made = await unit('england', LETTERS);
  run = (line) => made.run(line, { cwd });
});

describe('a folder for letters that is not there', () => {
  it('is made with those above it, for its owner alone, and it is said once', async () => {
    const { code, err } = await run('letter invitation-teacher K1 --format txt --out march/letters');
    expect([code, err]).toEqual([0, err]);
    const made = join(cwd, 'march', 'letters');
    expect(flat(err).match(/The folder (\S+) was made\./)?.[1]).toBe(made);
    expect(readdirSync(made)).toEqual(['K1-1-invitation-teacher-teacher.txt']);
    expect(statSync(made).mode & 0o777).toBe(0o700);
    expect((await run('letter invitation-teacher K1 --format html --out march/letters')).err).not.toContain(
      'was made',
    );
  });

  it('is not left behind if nothing is written', async () => {
    const { code } = await run('letter invitation-guardian K1 --format txt --out march/letters');
    expect(code).not.toBe(0);
    expect(existsSync(join(cwd, 'march'))).toBe(false);
  });

  it('is refused in one line if a file stands in its way', async () => {
    writeFileSync(join(cwd, 'march'), 'mine');
    for (const out of ['march', 'march/letters']) {
      const { code, err } = await run(`letter invitation-teacher K1 --format txt --out ${out}`);
      expect([code, flat(err).trim()]).toEqual([
        1,
        `${join(cwd, 'march')} is a file, not a folder. Choose a folder for --out.`,
      ]);
    }
  });
});

describe('a folder for reports that is not there', () => {
  it.each(['--out drafts', '--out drafts/a.eml', '--html drafts/a.html'])('is made for %s', async (flag) => {
    const { code, err } = await run(`report overdue ${flag} --today 2026-05-04`);
    expect([code, err]).toEqual([0, err]);
    expect(flat(err)).toContain(`The folder ${join(cwd, 'drafts')} was made.`);
    expect(readdirSync(join(cwd, 'drafts'))).toHaveLength(1);
  });
});
