/** A real terminal (tmux) in which the built program is answered key by key. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { folder } from './harness';

const ROOT = join(import.meta.dirname, '..', '..');
const PROGRAM = join(ROOT, 'bin', 'irotool.js');
/** Why no terminal can be had; empty if one can. */
export const why =
  spawnSync('tmux', ['-V']).status !== 0
    ? 'tmux is not installed'
    : existsSync(join(ROOT, 'dist', 'irotool.cjs'))
      ? ''
      : 'the program is not built (npm run build)';
if (why !== '') console.warn(`The questions in a real terminal were not tried: ${why}.`);

const SOCKET = `irotool-test-${process.pid}`;
let sessions = 0;

/** Ends the terminals of a file of tests. */
export const closeTerminals = (): void => void spawnSync('tmux', ['-L', SOCKET, 'kill-server']);

function tmux(...args: string[]): string {
  return execFileSync('tmux', ['-u', '-L', SOCKET, '-f', '/dev/null', ...args], { encoding: 'utf8' });
}

const overLines = (text: string): RegExp =>
  new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '(?: |\\n +)'));

/** A terminal with a shell in it, where `irotool` is the built program with a database of its own. */
export class Terminal {
  private readonly name = `t${sessions++}`;
  private readonly program: string;
  private runs = 0;

  constructor(db: string, columns = 80) {
    this.program = join(folder(), 'irotool');
    const script = `export IROTOOL_DB="${db}"\nexec "${process.execPath}" "${PROGRAM}" "$@"`;
    writeFileSync(this.program, `#!/bin/sh\n${script}\n`);
    chmodSync(this.program, 0o755);
    tmux('new-session', '-d', '-s', this.name, '-x', String(columns), '-y', '70', 'sh');
  }

  /** What stands on the screen; with `looks`, also how the terminal shows it. */
  screen(looks = false): string {
    return tmux('capture-pane', '-p', ...(looks ? ['-e'] : []), '-t', this.name);
  }

  /** Waits until the screen says so; a sentence may go on in the next line, further in. */
  async sees(text: string | RegExp): Promise<void> {
    const said = typeof text === 'string' ? overLines(text) : text;
    for (let tries = 0; tries < 300; tries++) {
      if (said.test(this.screen())) return;
      await wait(30);
    }
    throw new Error(`The screen never said ${text}:\n${this.screen()}`);
  }

  press(...keys: string[]): void {
    tmux('send-keys', '-t', this.name, ...keys);
  }

  type(text: string): void {
    tmux('send-keys', '-t', this.name, '-l', text);
  }

  /** Waits for a question, then answers it. */
  async answer(question: string, text: string): Promise<void> {
    await this.sees(`? ${question}`);
    if (text !== '') this.type(text);
    this.press('Enter');
    await this.sees(`✔ ${question}`);
  }

  /** Rubs out what stands at the question. */
  rub(letters: number): void {
    this.press('-N', String(letters), 'BSpace');
  }

  /** Clears the screen and runs a line. */
  run(line: string): void {
    this.runs++;
    this.type(`clear; ${this.program} ${line}; echo "run ${this.runs} exit $?"`);
    this.press('Enter');
  }

  /** What a line prints on the whole screen. */
  async prints(line: string): Promise<string> {
    this.run(line);
    // Numbered, for the screen may still hold the line before.
    await this.sees(new RegExp(`^run ${this.runs} exit \\d+$`, 'm'));
    return this.screen();
  }
}
