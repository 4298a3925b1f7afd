/**
 * Only one irotool composes and sends mail at a time. The lock is one of the system on a file beside the
 * database, so that it ends with the process that holds it, however that ends.
 */
import { asWords, connect, isBusy } from './sqlite';

/** Does something while no other irotool sends; null where another is sending. */
export async function whileSendingAlone<T>(file: string, work: () => Promise<T>): Promise<T | null> {
  const lock = asWords(file, () => connect(`${file}.sending`, 0));
  try {
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      if (isBusy(error)) return null;
      return asWords(file, () => {
        throw error;
      });
    }
    return await work();
  } finally {
    lock.close();
  }
}
