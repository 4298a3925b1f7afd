import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

// Tests answer the same whatever the caller's shell says.
for (const name of ['IROTOOL_DB', 'NO_COLOR', 'FORCE_COLOR', 'COLUMNS', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME']) {
  delete process.env[name];
}
process.env.TZ = 'UTC';

// And whoever runs them: the record says who wrote it, and documents show that.
const who = os.userInfo();
os.userInfo = (() => ({ ...who, username: 'jo' })) as typeof os.userInfo;

// What a file of tests writes goes when it ends, and the disks that it mounted with it.
const files = mkdtempSync(join(os.tmpdir(), 'f-'));
chmodSync(files, 0o755);
process.env.TMPDIR = files;
// And what the person keeps of their own, such as the list they last saw.
process.env.XDG_CACHE_HOME = files;
afterAll(() => {
  process.env.TMPDIR = dirname(files);
  if (process.platform === 'linux') {
    for (const [, disk] of readFileSync('/proc/mounts', 'utf8').matchAll(/^\S+ (\S+)/gm)) {
      if (disk!.startsWith(files)) spawnSync('umount', ['--lazy', disk!]);
    }
  }
  rmSync(files, { recursive: true, force: true });
});
