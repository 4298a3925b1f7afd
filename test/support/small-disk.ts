/** A real disk that is soon full. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { folder } from './harness';

/** The folder of a disk of two megabytes; null, and said, where none can be mounted. */
export function smallDisk(): string | null {
  if (process.platform !== 'linux') return null;
  const at = join(folder(), 'disk');
  mkdirSync(at);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', at]);
  if (mounted.status === 0) return at;
  console.log('Left out: a small disk can only be mounted by root.');
  return null;
}

/** Leaves no room at all. */
export function fillDisk(disk: string): void {
  spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=4k']);
}

/** Makes room again. */
export function makeRoom(disk: string): void {
  execFileSync('rm', [join(disk, 'filler')]);
}
