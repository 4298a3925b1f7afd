/**
 * What is being made has a name of its own, with the number of the process that makes it, until it is whole.
 * A run that was killed leaves it behind: the next run in that folder takes it away.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const MAKING = /\.making-(\d+)(?:-journal|-wal|-shm)?$/;

/** The name under which something is made, beside what it will be. */
export const makingName = (name: string): string => `${name}.making-${process.pid}`;

/** Names in a folder that runs left which are no more. */
export function unfinishedIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => {
      const pid = Number(MAKING.exec(name)?.[1] ?? process.pid);
      return pid !== process.pid && !isRunning(pid);
    });
  } catch {
    // A folder that cannot be listed is said by whatever wants to write there.
    return [];
  }
}

/** Takes away what killed runs left in a folder. */
export function clearUnfinished(folder: string): void {
  for (const name of unfinishedIn(folder)) {
    try {
      rmSync(join(folder, name), { force: true });
    } catch {
      // Another person's: theirs to take away.
    }
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
