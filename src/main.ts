/** The process: real streams, one run, its exit code. */
import { run } from './cli';
import { EXIT } from './errors';

// A reader that went away (`irotool due | head`) is no fault of anyone's.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(process.exitCode ?? EXIT.done);
  });
}

void run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  now: () => Date.now(),
}).then((code) => {
  process.exitCode = code;
});
