/** How far a long piece of work is: one line that is written over, on a terminal alone. */
import type { GlobalFlags, Io } from '../io';

/** What is counted, from how many on it is worth saying, and how often it is said. */
export interface Things {
  readonly things: string;
  readonly from: number;
  readonly every: number;
}

/** Work on fewer children than this is done before anybody asks. */
const OF_CHILDREN: Things = { things: 'children', from: 2000, every: 500 };
/** A letter takes longer, and a page or a PDF longer still. */
export const OF_LETTERS: Things = { things: 'envelopes', from: 10, every: 5 };

interface Heard {
  readonly io: Pick<Io, 'stderr'>;
  readonly flags: Pick<GlobalFlags, 'quiet'>;
}

/** Says now and then that so many of so many are done; nothing in a pipe, or with --quiet. */
export function progressOn(
  { io, flags }: Heard,
  what: string,
  { things, from, every }: Things = OF_CHILDREN,
): (done: number, of: number) => void {
  return (done, of) => {
    if (of < from || flags.quiet || (done % every !== 0 && done !== of) || !io.stderr.isTTY) return;
    io.stderr.write(`\r${what}: ${done} of ${of} ${things}${done === of ? '\n' : ''}`);
  };
}

/** From so many bytes on a file takes a while. */
const LARGE = 50_000_000;

/** Says, of a large file, that work on it that cannot be counted has begun; where progress is said. */
export function sayBegun({ io, flags }: Heard, what: string, bytes: number): void {
  if (bytes >= LARGE && !flags.quiet && io.stderr.isTTY) io.stderr.write(`${what} …\n`);
}
