/** What is said to a browser and what it answers: one message after another, each ended by a zero (the DevTools protocol, over pipes). */
import type { Readable, Writable } from 'node:stream';

/** Asks a browser for one thing. `session`: of one page. */
export type Ask = (
  method: string,
  params?: Readonly<Record<string, unknown>>,
  session?: string,
) => Promise<Readonly<Record<string, unknown>>>;

interface Waiting {
  readonly answered: (result: Readonly<Record<string, unknown>>) => void;
  readonly failed: (error: Error) => void;
}

/** Begins to talk. `over`: fails once the browser has ended, for whatever reason. */
export function conversation(to: Writable, from: Readable, over: Promise<never>): Ask {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let heard: Buffer[] = [];
  from.on('data', (piece: Buffer) => {
    let rest = piece;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const whole = Buffer.concat([...heard, rest.subarray(0, end)]).toString('utf8');
      heard = [];
      rest = rest.subarray(end + 1);
      answer(whole);
    }
    if (rest.length > 0) heard.push(rest);
  });
  // It may end while it is spoken to; `over` says so.
  to.on('error', () => {});
  from.on('error', () => {});

  function answer(text: string): void {
    const said = JSON.parse(text) as {
      readonly id?: number;
      readonly result?: Readonly<Record<string, unknown>>;
      readonly error?: { readonly message: string };
    };
    const asked = said.id === undefined ? undefined : waiting.get(said.id);
    if (asked === undefined) return;
    waiting.delete(said.id!);
    if (said.error) asked.failed(new Error(said.error.message));
    else asked.answered(said.result ?? {});
  }

  return (method, params = {}, session) => {
    const id = ++last;
    const reply = new Promise<Readonly<Record<string, unknown>>>((answered, failed) => {
      waiting.set(id, { answered, failed });
    });
    to.write(
      `${JSON.stringify({ id, method, params, ...(session === undefined ? {} : { sessionId: session }) })}\0`,
    );
    return Promise.race([reply, over]);
  };
}
