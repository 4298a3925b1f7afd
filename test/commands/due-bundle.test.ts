/** The bundle that a morning starts: what it reads, and when the whole program takes its place. A real process. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../src/store/file/schema';
import { openFile } from '../support/database';
import { folder, irotool, unit } from '../support/harness';

const ROOT = join(import.meta.dirname, '..', '..');
const TODAY = '--today=2026-03-30';

/** Runs irotool as a process; gives what it prints, which of its own files it reads, and whether it asks for the keyboard. */
function morning(db: string, ...words: readonly string[]): { out: string; read: string[]; stdin: boolean } {
  const within = folder();
  const spy = join(within, 'spy.cjs');
  const told = join(within, 'read.json');
  writeFileSync(
    spy,
    `const fs = require('node:fs');
     const [read, files] = [fs.readFileSync, []];
     fs.readFileSync = (file, ...rest) => { files.push(String(file)); return read(file, ...rest); };
     const { get } = Object.getOwnPropertyDescriptor(process, 'stdin');
     let stdin = false;
     Object.defineProperty(process, 'stdin', { configurable: true, get() { stdin = true; return get.call(process); } });
     process.on('exit', () => fs.writeFileSync(${JSON.stringify(told)}, JSON.stringify({ files, stdin })));`,
  );
  const args = ['--require', spy, join(ROOT, 'bin', 'irotool.js'), 'due', ...words, TODAY, `--db=${db}`];
  const out = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const { files, stdin } = JSON.parse(readFileSync(told, 'utf8')) as { files: string[]; stdin: boolean };
  return { out, read: files.filter((file) => file.includes('dist')).map((file) => basename(file)), stdin };
}

const inThisProcess = async (db: string, ...words: readonly string[]): Promise<string> =>
  (await irotool(['due', ...words, TODAY, `--db=${db}`], { toPipe: true })).out;

/** A child whose care began on 2 March, and who has a first review to come. */
async function oneChild(): Promise<Awaited<ReturnType<typeof unit>>> {
  const york = await unit('york');
  const came = 'new-review --ref C1 --name "Ada Roe" --born 2015-05-02 --looked-after 2026-03-02';
  expect((await york.run(`${came} --today 2026-03-02 --yes`)).code).toBe(0);
  return york;
}

const WHOLE = 'irotool.cjs';

describe('an ordinary morning', () => {
  it('reads its own small bundle and the law in brief, and neither the engine nor a pack', async () => {
    const { db } = await oneChild();
    for (const words of [['--week'], ['--csv', '--week'], ['--child', 'C1'], ['--overdue']]) {
      const { out, read, stdin } = morning(db, ...words);
      expect(stdin, 'Node takes long to make the stream of the keyboard').toBe(false);
      expect(
        read.filter((file) => /^(irotool|pack-)/.test(file)),
        words.join(' '),
      ).toEqual(
        // Rows have the whole of each duty, with its rule's source.
        words.includes('--csv') ? ['pack-york.json'] : [],
      );
      expect(read).toContain('due.cjs');
      expect(out).toBe(await inThisProcess(db, ...words));
    }
  });

  it('is no larger than it was when it was first made small', () => {
    expect(statSync(join(ROOT, 'dist', 'due.cjs')).size).toBeLessThan(164_000);
  });

  it('has help beside it that loads no step and opens no database, and says what the steps say', async () => {
    expect(statSync(join(ROOT, 'dist', 'help.cjs')).size).toBeLessThan(190_000);
    const words = ['review', 'after', '--help'];
    const built = execFileSync(process.execPath, [join(ROOT, 'bin', 'irotool.js'), ...words], {
      encoding: 'utf8',
    });
    expect(built).toBe((await irotool(words)).out);
  });

  it('reads a council’s own pack from where it is kept, and its files when they have changed', async () => {
    const { db, run } = await oneChild();
    const own = join(folder(), 'own');
    mkdirSync(own);
    writeFileSync(join(own, 'pack.yaml'), 'name: own\ntitle: Ours\nextends: york\n');
    expect((await run(['settings', 'set', 'pack', own, '--yes'])).code).toBe(0);
    const kept = morning(db, '--week');
    expect(kept.read).not.toContain(WHOLE);
    expect(kept.out).toContain('pack: Ours');
    writeFileSync(join(own, 'pack.yaml'), 'name: own\ntitle: Ours anew\nextends: york\n');
    const changed = morning(db, '--week');
    expect(changed.read).toContain(WHOLE);
    expect(changed.out).toContain('pack: Ours anew');
    expect(morning(db, '--week').read).not.toContain(WHOLE);
  });
});

describe('the whole program takes the place of the morning’s bundle', () => {
  it('if a child has a fact after today, and says what was so today', async () => {
    const { db, run } = await oneChild();
    const before = morning(db, '--week');
    expect(before.read).not.toContain(WHOLE);
    expect((await run('review hold C1 --on 2026-03-31 --code PN1 --today 2026-03-31')).code).toBe(0);
    const after = morning(db, '--week');
    expect(after.read).toContain(WHOLE);
    expect(after.out).toContain('C1/1');
    expect(after.out).toBe(await inThisProcess(db, '--week'));
  });

  it('if the dates must be worked out again, once', async () => {
    const { db } = await oneChild();
    const before = morning(db, '--week').out;
    const file = openFile(db);
    file.exec("UPDATE derived_from SET value = 'another' WHERE key = 'fingerprint'; DELETE FROM agenda");
    file.close();
    const again = morning(db, '--week');
    expect(again.read).toContain(WHOLE);
    expect(again.out).toBe(before);
    expect(morning(db, '--week').read).not.toContain(WHOLE);
  });

  it('if an older irotool wrote the database', () => {
    const db = join(folder(), 'old.db');
    const kept = join(ROOT, 'test', 'fixtures', 'version-9.db.gz');
    writeFileSync(db, gunzipSync(readFileSync(kept)));
    const first = morning(db, '--week');
    expect(first.read).toContain(WHOLE);
    const file = openFile(db, { readonly: true });
    expect(file.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    file.close();
    expect(morning(db, '--week').out).toBe(first.out);
  });
});

describe('a checkout that was never built', () => {
  it.each([[[]], [['due', '--week']], [['child', 'list']]])('says so in one line: %j', (words) => {
    const bin = join(folder(), 'bin');
    mkdirSync(bin);
    copyFileSync(join(ROOT, 'bin', 'irotool.js'), join(bin, 'irotool.js'));
    const { status, stderr } = spawnSync(process.execPath, [join(bin, 'irotool.js'), ...words], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([1, 'irotool has not been built here. To build it: npm run build\n']);
  });
});
