/** Hands a file to the program that this machine opens such files with. */
import { spawn } from 'node:child_process';

/** It may take as long as it likes; if there is no such program the file is named all the same. */
export function openFile(file: string): void {
  const [program, words] = OPENERS[process.platform] ?? ['xdg-open', []];
  const opened = spawn(program, [...words, file], { detached: true, stdio: 'ignore' });
  opened.once('error', () => {});
  opened.unref();
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, readonly string[]]>>> = {
  darwin: ['open', []],
  win32: ['explorer.exe', []],
};
