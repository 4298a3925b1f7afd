/** Hands a file to the program that this machine opens such files with. */
import { spawn } from 'node:child_process';

/** What opens a file or a folder, by system. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = { darwin: 'open', win32: 'explorer' };

/** The program of this machine, as it can be typed. */
export const opener = (): string => OPENERS[process.platform] ?? 'xdg-open';

/** It may take as long as it likes; if there is no such program the file is named all the same. */
export function openFile(file: string): void {
  const opened = spawn(opener(), [file], { detached: true, stdio: 'ignore' });
  opened.once('error', () => {});
  opened.unref();
}
