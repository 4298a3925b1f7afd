/**
 * Only one irotool composes and sends mail at a time. The lock is one of the system on a file beside the
 * database, so that it ends with the process that holds it, however that ends.
 */
import { closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { asWords, connect, isBusy } from '../sqlite';

export interface SendingTurn {
  /** Milliseconds to wait for another irotool that is sending. */
  readonly patience: number;
  /** Told once, if there is one to wait for. */
  readonly onWait?: () => void;
}

/** Milliseconds between two looks. */
const EVERY = 200;

/** Does something while no other irotool sends; null if another was still sending when patience ended. */
export async function whileSendingAlone<T>(
  file: string,
  { patience, onWait }: SendingTurn,
  work: () => Promise<T>,
): Promise<T | null> {
  const beside = `${file}.sending`;
  makeFile(beside);
  const lock = asWords(file, () => connect(beside, 0));
  try {
    for (let waited = 0; !taken(lock, file); waited += EVERY) {
      if (waited === 0) onWait?.();
      if (waited >= patience) return null;
      await pause(Math.min(EVERY, patience));
    }
    return await work();
  } finally {
    lock.close();
  }
}

function taken(lock: ReturnType<typeof connect>, file: string): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    return asWords(file, () => {
      throw error;
    });
  }
}

/** Made for its owner alone, if it is not there; SQLite says in words where it cannot be. */
function makeFile(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600));
  } catch {
    return;
  }
}
