/** What irotool says to a line that is typed: it is taken, or refused and nothing is changed. */
import { expect } from 'vitest';
import { everything } from './facts';
import { type Unit, unit } from './harness';

/** A text on one line, so that where it breaks does not matter. */
export const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Types a line that is taken, and returns what it prints. Throws, with the line, if it is refused. */
export async function says({ run }: Pick<Unit, 'run'>, line: string): Promise<string> {
  const { code, out, err } = await run(line);
  if (code !== 0) throw new Error(`${line}\n${err}`);
  return out;
}

/** What is echoed of a date that was not typed in full. */
const ECHO = /^--\w[\w-]* .* is \w+day /;

/**
 * Types a line that is refused, and returns the reason on one line. It has this exit code, prints nothing, says
 * what it says in one line without a child's name (those of the tests are called Siân Lovelace), and changes nothing.
 */
export async function refuses(
  { run, db }: Pick<Unit, 'run' | 'db'>,
  line: string,
  code: number,
  ...words: string[]
): Promise<string> {
  const before = everything(db);
  const answer = await run(line);
  const reason = answer.err.trimEnd().split('\n');
  expect(answer.code, `${line}\n${answer.err}${answer.out}`).toBe(code);
  for (const each of words) expect(flat(answer.err)).toContain(each);
  expect(reason.filter((each) => !ECHO.test(each))).toHaveLength(1);
  expect(answer.err).not.toMatch(/Siân|Lovelace|fault in irotool| at .*:\d+:\d+/);
  expect(answer.out).toBe('');
  expect(everything(db), `${line} was refused and changed something`).toBe(before);
  return flat(answer.err);
}

/** Types a line that is taken after these, at york, and returns all that is said of it on one line. */
export async function saidAfter(lines: readonly string[], line: string): Promise<string> {
  const { run } = await unit('york', lines);
  const { code, out, err } = await run(line);
  expect([code, err]).toEqual([0, expect.any(String)]);
  return flat(out + err);
}

/** Types a line that is refused after these, at york, and returns why: nothing is changed, and none of the names is said. */
export async function refusedAfter(lines: readonly string[], line: string, names: RegExp): Promise<string> {
  const { run, db } = await unit('york', lines);
  const before = everything(db);
  const { code, out, err } = await run(line);
  expect([code, out, err]).toEqual([expect.toBeOneOf([1, 2]), '', expect.any(String)]);
  expect(everything(db)).toBe(before);
  expect(err).not.toMatch(names);
  return flat(err);
}

/**
 * A unit with K1, Child One, born in May 2015 and looked after since Monday 2 March 2026: the first review is due on
 * Monday 30 March. `rest` is typed at the end of `new-review`, and `lines` after it, once in a worker.
 */
export function aChildInCare({
  pack = 'england',
  rest = '--iro "A Khan"',
  lines = [] as readonly string[],
} = {}) {
  const child = `new-review --ref K1 --name "Child One" --born 2015-05-02 --looked-after 2026-03-02 ${rest} --today 2026-03-02 --yes`;
  return unit(pack, [child, ...lines]);
}
