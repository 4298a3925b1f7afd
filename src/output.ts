/** The streams of a run, through which nothing is written that acts on what shows it. */
import { streamed } from './core/shown';
import type { Io, Output } from './io';

/** The same streams; each is still made only when it is first asked for. */
export function cleaned(io: Io): Io {
  let out: Output | undefined;
  let err: Output | undefined;
  return {
    get stdin() {
      return io.stdin;
    },
    get stdout() {
      out ??= cleanedOutput(io.stdout);
      return out;
    },
    get stderr() {
      err ??= cleanedOutput(io.stderr);
      return err;
    },
    env: io.env,
    cwd: io.cwd,
    now: () => io.now(),
  };
}

/** The questions need the stream itself, with all that it can do: only what is written to it is another. */
function cleanedOutput(output: Output): Output {
  const write = (text: unknown, ...rest: unknown[]): unknown =>
    (output.write as (...given: unknown[]) => unknown).call(
      output,
      typeof text === 'string' ? streamed(text) : text,
      ...rest,
    );
  return new Proxy(output, {
    get(stream, key) {
      if (key === 'write') return write;
      const value = Reflect.get(stream, key) as unknown;
      return typeof value === 'function' ? value.bind(stream) : value;
    },
    set: (stream, key, value) => Reflect.set(stream, key, value),
  });
}
