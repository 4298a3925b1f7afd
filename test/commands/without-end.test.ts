/**
 * What has no end, or is no file at all, typed by mistake or put in the way on purpose: refused in one line that
 * says what to do next, by a real process that ends. Never a fault of irotool, and never a wait.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SOURCE } from '../law/pack-folder';
import { openFile } from '../support/database';
import { folder, irotool, unit, words } from '../support/harness';

const PROGRAM = join(import.meta.dirname, '..', '..', 'bin', 'irotool.js');
const here = folder();
const at = (...names: string[]): string => join(here, ...names);
let db = '';

/** A folder of one pack with these files in it. */
function pack(name: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(at(name), { recursive: true });
  writeFileSync(at(name, 'pack.yaml'), `name: ${name}\ntitle: Leeds\nextends: england\n`);
  for (const [file, text] of Object.entries(files)) writeFileSync(at(name, file), text);
}

/** A file of two hundred megabytes that takes no room. */
function huge(path: string): void {
  writeFileSync(path, '- name: x\n');
  truncateSync(path, 200_000_000);
}

beforeAll(async () => {
  ({ db } = await unit());
  execFileSync('mkfifo', [at('pipe'), at('pipe.yaml')]);
  pack('piped', {});
  execFileSync('mkfifo', [at('piped', 'rules.yaml')]);
  pack('foldered', {});
  mkdirSync(at('foldered', 'rules.yaml'));
  pack('large', {});
  huge(at('large', 'rules.yaml'));
  huge(at('large.yaml'));
  pack('deep', { 'rules.yaml': `- id: x\n  after: ${'['.repeat(2000)}${']'.repeat(2000)}\n` });
  const names = Array.from({ length: 9 }, (_, n) => `- &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`);
  pack('bomb', { 'rules.yaml': `- &a0 lol\n${names.join('\n')}\n` });
  pack('utf16', { 'rules.yaml': '' });
  writeFileSync(at('utf16', 'rules.yaml'), Buffer.from(`- id: visit\n  ${SOURCE}\n`, 'utf16le'));
  mkdirSync(at('return'));
  execFileSync('mkfifo', [at('return', 'header.csv')]);
  for (const [name, version] of [
    ['negative', -3],
    ['newer', 2_000_000_000],
  ] as const) {
    copyFileSync(db, at(`${name}.db`));
    const file = openFile(at(`${name}.db`));
    file.pragma(`user_version = ${version}`);
    file.close();
  }
});

/** A command line, the exit code, and the whole of the one line that it says. */
type Refused = readonly [line: string, code: number, says: RegExp];

const refused: readonly Refused[] = [
  // A pipe that nobody writes to, and devices.
  ['timetable pipe', 1, /^pipe:1: the file is a pipe or a device, and not a file\. Save what it gives/],
  ['timetable /dev/zero', 1, /^zero:1: the file is a pipe or a device/],
  ['timetable /dev/null', 1, /^null:1: the file is a pipe or a device/],
  ['rules check piped', 1, /rules\.yaml:1: the file is a pipe or a device/],
  ['rules check foldered', 0, /no faults/],
  ['rules check /dev/zero', 1, /zero/],
  ['rules test pipe.yaml', 1, /pipe\.yaml:1: the file is a pipe or a device/],
  ['rules list --pack piped', 1, /rules\.yaml:1: the file is a pipe or a device/],
  ['settings set pack piped --yes', 1, /rules\.yaml:1: the file is a pipe or a device/],
  ['settings holidays import pipe', 1, /pipe is a pipe or a device, and not a file/],
  ['settings holidays import /dev/zero', 1, /\/dev\/zero is a pipe or a device/],
  ['settings set mail.password-file pipe', 2, /There is no file .*pipe\. Put the password in a file/],
  ['settings set mail.certificate-file pipe', 1, /pipe is a pipe or a device/],
  ['import ssda903 return --dry-run', 1, /header\.csv is a pipe or a device/],
  ['import ssda903 pipe', 1, /pipe is not a folder\./],
  ['restore pipe --yes', 1, /pipe is not a file\. Check the name of the backup\./],
  ['restore /dev/zero --yes', 1, /zero is not a file\. Check the name of the backup\./],
  ['due --db pipe', 1, /pipe is not a file\. Name the right file with --db FILE/],
  ['due --db /dev/zero', 1, /zero is not a file\. Name the right file with --db FILE/],
  ['backup /dev/null', 1, /null is there already\. Choose another name/],
  // Folders for files, and files for folders.
  [
    'timetable return',
    1,
    /return is a folder; timetable takes a file\. To run its scenarios: irotool rules test/,
  ],
  ['settings holidays import return', 1, /return is a folder, and a file is wanted\./],
  ['due --db return', 1, /return is not a file\./],
  // Large, deep, and names for names.
  ['timetable large.yaml', 1, /^large\.yaml:1: the file is too large: 200\.0 MB, where 1\.0 MB are read\./],
  ['rules check large', 1, /large\/rules\.yaml:1: the file is too large: 200\.0 MB/],
  ['rules check deep', 1, /deep\/rules\.yaml:2: lists stand within lists more than 12 deep/],
  ['rules check bomb', 1, /bomb\/rules\.yaml:1: words that begin with & go in quotation marks/],
  ['rules check utf16', 1, /utf16\/rules\.yaml:1: the file is not plain text in UTF-8\. Save it again/],
  // Versions that no irotool wrote.
  [
    'due --db negative.db',
    1,
    /says that it is of version -3, which no irotool wrote: .* irotool restore FILE$/,
  ],
  ['doctor --db negative.db', 1, /version -3, which no irotool wrote/],
  ['restore negative.db --yes', 1, /version -3, which no irotool wrote/],
  ['due --db newer.db', 1, /written by a newer irotool \(version 2000000000 of the file/],
  ['restore newer.db --yes', 1, /written by a newer irotool \(version 2000000000/],
];

describe('a real process ends, and says what to do', () => {
  it.each(refused)('%s', (line, code, says) => {
    const typed = words(line);
    const own = typed.includes('--db') ? [] : ['--db', db];
    const answer = spawnSync(process.execPath, [PROGRAM, ...typed, ...own], {
      cwd: here,
      encoding: 'utf8',
      timeout: 60_000,
      input: '',
    });
    expect(answer.signal, 'it did not end').toBeNull();
    const said = `${answer.stdout}${answer.stderr}`.trim().replace(/\s+/g, ' ');
    expect(answer.status, said).toBe(code);
    expect(said).toMatch(says);
    expect(said).not.toMatch(/fault in irotool/);
  });
});

describe('an enormous word', () => {
  const long = 'x'.repeat(1_000_000);

  it.each([
    ['a reference', ['child', 'show', long]],
    ['a reason', ['strike', '1', '--why', long]],
    ['a file', ['timetable', long]],
    ['a command', [long]],
    ['an option', ['due', `--${long}`]],
    ['a date', ['due', '--from', long]],
    ['an attribute', ['record', 'K1', 'child-consulted', `wants=${long}`]],
    ['a sum of days', ['days', long, '+5']],
  ])('as %s is refused in one short line', async (_as, typed) => {
    const { code, out, err } = await irotool([...typed, '--db', db]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /^Word \d has 1000\d\d\d characters, where 10000 may be typed\. Nothing was done\. .*\n$/,
    );
  });

  it('just short enough is looked up, and is not printed at length', async () => {
    for (const typed of [['child', 'show'], ['rules', 'show'], ['timetable'], ['find'], ['explain']]) {
      const { code, err, out } = await irotool([...typed, 'x'.repeat(10_000), '--db', db]);
      expect([1, 2]).toContain(code);
      expect(err.length + out.length).toBeLessThan(1000);
    }
  });

  it('with a NUL in it is refused', async () => {
    const { code, err } = await irotool(['child', 'show', 'K\0 1', '--db', db]);
    expect(code).toBe(2);
    expect(err).toContain('Word 3 holds a character that is no letter or sign (NUL).');
  });

  it('a hundred thousand references are looked up, and the first that is none is named', async () => {
    const many = Array.from({ length: 100_000 }, (_, n) => `K${n}`);
    const { code, err } = await irotool(['done', ...many, 'invite', '--db', db]);
    expect(code).toBe(1);
    expect(err.length).toBeLessThan(1000);
  });
});

describe('standard input without line breaks', () => {
  it('is refused at its line', async () => {
    const { code, err } = await irotool(['days', '+5', '--db', db], { input: `${'9'.repeat(3_000_000)}\0` });
    expect(code).not.toBe(70);
    expect(code).not.toBe(0);
    expect(err.length).toBeLessThan(1000);
  });
});
