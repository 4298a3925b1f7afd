/**
 * The keys that are pressed at a question. The library throws away what is typed while the program works, and what
 * comes in one piece with the Enter that ends a question. So a question has its keys from here, up to Enter, and what
 * was typed after it is put back for the next one.
 */
import { PassThrough } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** The keys for one question. */
export interface Keys {
  /** What the library reads them from. */
  readonly input: NodeJS.ReadableStream;
  /** The question is over: what was not read of the terminal is kept for the next. */
  end(): void;
}

const [LINE_FEED, RETURN] = [10, 13];

/** Hands on what is typed at a terminal, to one question. What follows a refused line was not typed for it: it is dropped. */
export function keysOf(terminal: NodeJS.ReadStream): Keys {
  // It is no terminal itself, so that the library reads it at once; but it sets how the terminal is read.
  const input = Object.assign(new PassThrough(), {
    setRawMode: (isRaw: boolean): void => void terminal.setRawMode?.(isRaw),
  });
  let waiting = Buffer.alloc(0);
  let isOpen = true;
  let isTaking = false;
  const hand = async (): Promise<void> => {
    if (isTaking) return;
    isTaking = true;
    while (isOpen && waiting.length > 0) {
      const length = firstLine(waiting);
      const line = waiting.subarray(0, length);
      waiting = waiting.subarray(length);
      input.write(line);
      if (!isEnter(line.at(-1))) continue;
      // The library has answered or refused before that.
      await nextTurn();
      await nextTurn();
      if (isOpen) waiting = Buffer.alloc(0);
    }
    isTaking = false;
  };
  const take = (keys: Buffer | string): void => {
    waiting = Buffer.concat([waiting, Buffer.from(keys)]);
    void hand();
  };
  const close = (): void => void input.end();
  const rest = (): void => void terminal.pause();
  const goOn = (): void => void terminal.resume();
  terminal.on('data', take).on('end', close);
  // While an editor has the terminal, nothing is read of it.
  input.on('pause', rest).on('resume', goOn);
  return {
    input,
    end: () => {
      isOpen = false;
      terminal.off('data', take).off('end', close);
      input.off('pause', rest).off('resume', goOn);
      terminal.pause();
      if (waiting.length > 0) terminal.unshift(waiting);
    },
  };
}

const isEnter = (key: number | undefined): boolean => key === LINE_FEED || key === RETURN;

/** How many bytes there are up to the first Enter, which may be two of them. */
function firstLine(keys: Buffer): number {
  const at = keys.findIndex(isEnter);
  if (at < 0) return keys.length;
  return keys[at] === RETURN && keys[at + 1] === LINE_FEED ? at + 2 : at + 1;
}

/** Drops what was typed before now: whether to save is answered by who has seen what would be saved. */
export async function forgetTyped(terminal: NodeJS.ReadStream): Promise<void> {
  const drop = (): void => undefined;
  terminal.setRawMode?.(true);
  terminal.on('data', drop).resume();
  await nextTurn();
  await nextTurn();
  terminal.off('data', drop).pause();
}
