/** What docs/many-hands.md says to type on a new computer and when a unit leaves irotool, typed into a real shell. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFile } from '../support/database';
import { folder, unit } from '../support/harness';

const ROOT = join(import.meta.dirname, '..', '..');

/** What a section of the page says to type, block by block. */
function blocks(section: string): string[] {
  const page = readFileSync(join(ROOT, 'docs', 'many-hands.md'), 'utf8');
  const [, text] = new RegExp(`## ${section}\\n([\\s\\S]*?)(?=\\n## |$)`).exec(page)!;
  return [...text!.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, typed]) => typed!);
}

/** Types it into a shell in a folder; gives what was printed. Throws if a line of it fails. */
function type(typed: string, home: string, db: string): string {
  const bin = folder();
  const start = `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, 'bin', 'irotool.js')}" "$@"\n`;
  writeFileSync(join(bin, 'irotool'), start, { mode: 0o755 });
  const { status, stdout, stderr } = spawnSync('sh', ['-eu', '-c', typed], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, IROTOOL_DB: db },
  });
  expect([typed, status, stderr.includes('fault in irotool')]).toEqual([typed, 0, false]);
  return stdout + stderr;
}

const CHILDREN = [
  'new-review --ref C1 --name "Ada Roe" --born 2015-05-02 --looked-after 2026-03-02 --iro "Jo Field" --yes',
  'new-review --ref C-2 --name "Ode, Ben" --born 2012-01-20 --looked-after 2026-03-09 --yes',
];

test('a new computer has all that the old one had, and finds no fault in it', async () => {
  const [backup, restore] = blocks('A new computer');
  const [stick, there] = [folder(), join(folder(), 'data', 'irotool.db')];
  type(backup!, stick, (await unit('england', CHILDREN)).db);
  expect(type(restore!, stick, there)).toContain('No fault');
  const arrived = openFile(there, { readonly: true });
  expect(arrived.prepare('SELECT ref FROM child ORDER BY ref').pluck().all()).toEqual(['C-2', 'C1']);
  arrived.close();
});

test('everything is exported by what the page says: each child, the audit, and the file that other programs open', async () => {
  const home = folder();
  const [typed] = blocks('Leaving irotool');
  type(typed!, home, (await unit('england', CHILDREN)).db);

  const at = join(home, 'leaving');
  expect(statSync(at).mode & 0o777).toBe(0o700);
  for (const [ref, name] of [
    ['C1', 'Ada Roe'],
    ['C-2', 'Ode, Ben'],
  ]) {
    const files = readdirSync(join(at, `child-${ref}`));
    const data = files.find((file) => file.endsWith('.json'))!;
    expect(readFileSync(join(at, `child-${ref}`, data), 'utf8')).toContain(name);
    expect(files.some((file) => file.endsWith('.docx') || file.endsWith('.html'))).toBe(true);
  }
  expect(readFileSync(join(at, 'audit.csv'), 'utf8')).toContain('became looked after');
  expect(readFileSync(join(at, 'people.csv'), 'utf8')).toContain('Jo Field');
  for (const file of ['applicants.csv', 'settings.json', 'meetings.ics'])
    expect(existsSync(join(at, file))).toBe(true);
  const copy = openFile(join(at, 'irotool.db'), { readonly: true });
  expect(copy.prepare('SELECT count(*) FROM child').pluck().get()).toBe(2);
  copy.close();
});
