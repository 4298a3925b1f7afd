/** The process: real streams, one run, its exit code. */
import { fstatSync, statSync, writeSync } from 'node:fs';
import { run } from './cli';
import { EXIT, NotInThisBundle, UserError } from './errors';
import type { Output } from './io';

// A reader that went away (`irotool due | head`) is no fault of anyone's.
function quietly(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  if (stream.listenerCount('error') === 0) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.done);
      if (error.code === undefined) throw error;
      // Whatever it was written to, a device or a file: it did not arrive, and that is no success.
      if (stream !== process.stderr) process.stderr.write(`${unwritten(error.code).message}\n`);
      process.exit(EXIT.couldNot);
    });
  }
  return stream;
}

/**
 * Standard output. To a pipe, a file or a device that is no terminal the text is written straight: the stream that Node would
 * make for it costs every start more than a week's list does.
 */
function standardOutput(): Output {
  output ??= process.platform === 'win32' || isTerminal(1) ? quietly(process.stdout) : STRAIGHT;
  return output;
}

/** Node is asked only of a device, and not of the null one: what tells it brings half of its networking with it. */
function isTerminal(fd: number): boolean {
  const to = fstatSync(fd);
  if (!to.isCharacterDevice() || to.rdev === statSync('/dev/null').rdev) return false;
  return process.getBuiltinModule('node:tty').isatty(fd);
}

const unwritten = (code: string): UserError =>
  new UserError(
    `What it prints could not be written (${code}); what it did before that stays as it is.`,
    'Make room, and look before it is run again.',
  );

let output: Output | undefined;

const STRAIGHT: Output = {
  write(text) {
    const bytes = Buffer.from(text, 'utf8');
    for (let at = 0; at < bytes.length; ) {
      try {
        at += writeSync(1, bytes, at);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        // A full pipe that does not wait: wait a moment for its reader.
        if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
        else if (code === 'EPIPE') process.exit(process.exitCode ?? EXIT.done);
        else if (code === undefined) throw error;
        // The disk of the file it goes to is full: nobody's fault, and what was done stays done.
        else throw unwritten(code);
      }
    }
    return true;
  },
};

/** Starts the bundle that nothing is left out of; bin/irotool.js gives it. */
declare const startWhole: () => void;

void run(process.argv.slice(2), {
  // Each stream is made when it is first asked for: an unused one would cost every start.
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return standardOutput();
  },
  get stderr() {
    return quietly(process.stderr);
  },
  env: process.env,
  cwd: process.cwd(),
  now: () => Date.now(),
}).then(
  (code) => {
    process.exitCode = code;
    // Everything is written by now, but on Windows; waiting for Node to take its heap apart is a
    // tenth of what a short run takes.
    if (process.platform !== 'win32') process.exit();
  },
  (error: unknown) => {
    if (!(error instanceof NotInThisBundle)) throw error;
    process.argv.push(...error.more);
    startWhole();
  },
);
