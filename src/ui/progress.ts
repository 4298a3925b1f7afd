/** How far a long piece of work is: one line that is written over, on a terminal alone. */
import type { Context } from '../context';

/** Work on fewer children than this is done before anybody asks. */
const WORTH_SAYING = 2000;
const EVERY = 500;

/** Says now and then that so many of so many children are done; nothing in a pipe, or with --quiet. */
export function progressOn(
  { io, flags }: Pick<Context, 'io' | 'flags'>,
  what: string,
): (done: number, of: number) => void {
  return (done, of) => {
    if (of < WORTH_SAYING || flags.quiet || (done % EVERY !== 0 && done !== of) || !io.stderr.isTTY) return;
    io.stderr.write(`\r${what}: ${done} of ${of} children${done === of ? '\n' : ''}`);
  };
}
