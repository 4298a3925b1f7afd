/** A folder that runs by itself (scripts/package): what it keeps in the user's own folder, and what is in it. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { folder } from './support/harness';

const ROOT = join(import.meta.dirname, '..');

/** The program as it is in such a folder, without the caches of the build. */
function packaged(which: string): string {
  const at = folder();
  for (const name of ['bin', 'dist']) {
    cpSync(join(ROOT, name), join(at, name), { recursive: true, filter: (file) => !file.endsWith('.cache') });
  }
  writeFileSync(join(at, 'dist', 'packaged'), which);
  return at;
}

function help(at: string, cache: string): { status: number | null; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(at, 'bin', 'irotool.js'), '--help'], {
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: cache },
  });
  expect(stdout).toContain('irotool due --week');
  return { status, err: stderr };
}

describe('the first start', () => {
  test('keeps what this Node compiled in the user’s own folder, for the user alone, and the next start uses it', () => {
    const [at, cache] = [packaged('one'), folder()];
    expect(help(at, cache)).toEqual({ status: 0, err: '' });
    const code = join(cache, 'irotool', 'code');
    const [file] = readdirSync(code);
    expect(readdirSync(code)).toEqual([`help-one-${process.version}`]);
    expect([statSync(code).mode & 0o777, statSync(join(code, file!)).mode & 0o777]).toEqual([0o700, 0o600]);
    const before = statSync(join(code, file!));
    help(at, cache);
    expect(statSync(join(code, file!)).mtimeMs).toBe(before.mtimeMs);
    // One that the engine refuses is made again.
    writeFileSync(join(code, file!), 'spoilt');
    help(at, cache);
    expect(statSync(join(code, file!)).size).toBeGreaterThan(before.size / 2);
    expect(existsSync(join(at, 'dist', 'help.cache'))).toBe(false);
  });

  test('of another version takes away what the one before it kept', () => {
    const cache = folder();
    for (const which of ['one', 'two']) help(packaged(which), cache);
    expect(readdirSync(join(cache, 'irotool', 'code'))).toEqual([`help-two-${process.version}`]);
  });

  test('says nothing if nothing can be kept', () => {
    const cache = join(folder(), 'file');
    writeFileSync(cache, '');
    expect(help(packaged('one'), cache)).toEqual({ status: 0, err: '' });
  });

  test('of what npm installed keeps nothing there', () => {
    const [at, cache] = [packaged('one'), folder()];
    writeFileSync(join(at, 'dist', 'packaged'), '');
    cpSync(join(ROOT, 'dist', 'help.cache'), join(at, 'dist', 'help.cache'));
    help(at, cache);
    expect(readdirSync(cache)).toEqual([]);
  });
});

describe('the command that starts it', () => {
  test('finds Node and irotool beside itself, through links and in folders with spaces', () => {
    const at = join(folder(), 'a folder');
    for (const name of ['node', 'app/bin']) mkdirSync(join(at, name), { recursive: true });
    cpSync(join(ROOT, 'scripts', 'package', 'irotool'), join(at, 'irotool'));
    writeFileSync(join(at, 'node', 'node'), '#!/bin/sh\nfor each in "$@"; do echo "[$each]"; done\n');
    chmodSync(join(at, 'node', 'node'), 0o755);
    const links = folder();
    spawnSync('ln', ['-s', join(at, 'irotool'), join(links, 'irotool')]);
    for (const [command, cwd] of [
      [join(at, 'irotool'), '/'],
      [join(links, 'irotool'), '/'],
      ['./irotool', at],
    ] as const) {
      const { stdout } = spawnSync(command, ['due', 'two words', ''], { encoding: 'utf8', cwd });
      expect(stdout.split('\n')).toEqual([
        expect.stringContaining('app/bin/irotool.js]'),
        '[due]',
        '[two words]',
        '[]',
        '',
      ]);
    }
  });
});

describe('before npm installs anything', () => {
  const SCRIPT = join(ROOT, 'bin', 'before-install.js');
  const run = (path: string, env: NodeJS.ProcessEnv = {}): { status: number | null; said: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT], {
      encoding: 'utf8',
      env: { PATH: path, ...env },
    });
    return { status, said: stdout + stderr };
  };

  test('a Node that has to compile the database library says what that needs, and a later one is silent', () => {
    const compiles = process.versions.node.startsWith('20.');
    const tools = folder();
    for (const name of ['c++', 'make', 'python3']) writeFileSync(join(tools, name), '', { mode: 0o755 });
    if (!compiles) {
      expect(run(folder())).toEqual({ status: 0, said: '' });
      return;
    }
    expect(run(tools)).toEqual({ status: 0, said: expect.stringContaining('is compiled, about a minute') });
    rmSync(join(tools, 'c++'));
    const { status, said } = run(tools);
    expect(status).toBe(1);
    expect(said).toContain('Not here: a C++ compiler (g++ or clang++).');
    expect(said).toContain('With Node 22.14 or later nothing is compiled.');
    expect(run(tools, { IROTOOL_PREBUILT: '1' })).toEqual({ status: 0, said: '' });
  });
});

describe('the zip', () => {
  test('has every file as it is, and what may be run may be run when it is unpacked', async () => {
    const at = folder();
    mkdirSync(join(at, 'Ŵyn'));
    writeFileSync(join(at, 'Ŵyn', 'letter.txt'), 'Dear Łukasz');
    writeFileSync(join(at, 'start'), '#!/bin/sh\n', { mode: 0o755 });
    writeFileSync(join(at, 'empty'), '');
    const { zipped } = (await import(join(ROOT, 'scripts', 'package', 'zip.mjs'))) as {
      zipped: (folder: string, top: string, date: Date) => Buffer;
    };
    const read = await JSZip.loadAsync(zipped(at, 'top', new Date(2026, 10, 30, 12)), { checkCRC32: true });
    expect(Object.keys(read.files)).toEqual(['top/empty', 'top/start', 'top/Ŵyn/letter.txt']);
    expect(await read.file('top/Ŵyn/letter.txt')!.async('string')).toBe('Dear Łukasz');
    expect(await read.file('top/empty')!.async('string')).toBe('');
    const modes = Object.values(read.files).map(({ unixPermissions }) => Number(unixPermissions) & 0o777);
    expect(modes).toEqual([0o644, 0o755, 0o644]);
  });
});

describe('what was bundled', () => {
  test('is listed, and each library says how it may be used', () => {
    const libraries: string[] = JSON.parse(readFileSync(join(ROOT, 'dist', 'libraries.json'), 'utf8'));
    const names = libraries.map((each) => each.replace(/.*node_modules\//, ''));
    expect(names).toEqual(
      expect.arrayContaining(['better-sqlite3', 'commander', 'docx', 'handlebars', 'nodemailer']),
    );
    for (const each of libraries) {
      const { license } = JSON.parse(readFileSync(join(ROOT, each, 'package.json'), 'utf8'));
      expect(license, each).toMatch(/^(MIT|MIT-0|ISC|BSD-[23]-Clause|BlueOak-1\.0\.0|Apache-2\.0|0BSD)$/);
    }
  });
});
