/**
 * Before the first test and after the last: everything that tests write is in one folder, in memory if there is
 * room for it, and goes with them. Whoever waits for a disk four times in each test waits for nothing else.
 */
import { accessSync, chmodSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const MEMORY = '/dev/shm';
// Short, for the path of a socket has no more than some hundred letters.
const NAME = 'irotool-';
/** In bytes: what a whole run may have in the folder at once, many times over. */
const ROOM = 2 ** 30;

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What runs that were broken off have left. */
function sweep(place: string): void {
  for (const name of readdirSync(place)) {
    const pid = new RegExp(`^${NAME}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    try {
      rmSync(join(place, name), { recursive: true, force: true });
    } catch (error) {
      // A small disk that is still mounted there: this run needs none of it.
      console.warn(`Left by a run that was broken off: ${join(place, name)} (${(error as Error).message})`);
    }
  }
}

/** Makes the folder, and returns what takes it away. */
export default function setup(): () => void {
  const before = process.env.TMPDIR;
  // Each project is set up anew, and all write to one folder.
  if (before !== undefined && basename(before).startsWith(`${NAME}${process.pid}-`)) return () => undefined;
  const place = before === undefined && hasRoom(MEMORY) ? MEMORY : tmpdir();
  sweep(place);
  const folder = mkdtempSync(join(place, `${NAME}${process.pid}-`));
  // Some tests are somebody else, who must come as far as the database.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  return () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
  };
}
