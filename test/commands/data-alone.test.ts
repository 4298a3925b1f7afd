/** With `--json` a program that reads standard output finds data there, and nothing else, whatever was typed. */
import { describe, expect, it } from 'vitest';
import { BEFORE, filesIn, OTHERWISE, READS, TODAY, WRITES } from '../support/every-command';
import { folder, type Run, unit, words } from '../support/harness';

/** What a line gives on standard output, with `--json`. */
async function given(run: Run, line: string): Promise<{ code: number; out: string }> {
  const files = filesIn(folder());
  const day = line.includes('--today') ? [] : ['--today', TODAY];
  return run([...words(line).map((word) => files[word] ?? word), ...day, '--no-input', '--json']);
}

const unitWith = async (before: readonly string[]): Promise<Run> => {
  const { run } = await unit('york', BEFORE);
  for (const line of before)
    await run([...words(line.replace(/^FAILS /, '')), '--today', TODAY, '--no-input']);
  return run;
};

describe('with --json', () => {
  it.each(Object.entries({ ...WRITES, ...OTHERWISE }))(
    '%s gives data of what it recorded',
    async (_, [line, ...before]) => {
      const { code, out } = await given(await unitWith(before), line);
      expect([line, code]).toEqual([line, 0]);
      expect(JSON.parse(out)).toBeTypeOf('object');
    },
  );

  it.each(
    // A script for a shell is no data; and of a folder that holds no pack there is none.
    Object.entries(READS).filter(([name]) => !/^completion|^rules check/.test(name)),
  )('%s gives data of what it shows', async (_, line) => {
    const { out } = await given(await unitWith([]), line);
    expect(JSON.parse(out)).toBeTypeOf('object');
  });

  it('a step that is recorded gives the command, so that it can be taken back by its number', async () => {
    const run = await unitWith([]);
    const { out } = await given(run, 'iro named K1');
    const { recorded } = JSON.parse(out);
    expect(recorded).toMatchObject({ typed: 'iro named K1', children: ['K1'] });
    expect(recorded.wrote).toHaveLength(1);
    expect(JSON.parse((await given(run, 'undo --list')).out).commands[0].id).toBe(recorded.id);
  });

  it('a step typed for several children gives one command, of all of them', async () => {
    const { out } = await given(await unitWith([]), 'child status K1 K2 --basis C2 --yes');
    expect(JSON.parse(out).recorded).toMatchObject({ children: ['K1', 'K2'], wrote: { length: 2 } });
  });

  it('says beside the data what it says in words otherwise', async () => {
    const run = await unitWith([]);
    const { err } = await run(['iro', 'named', 'K1', '--today', TODAY, '--no-input', '--json']);
    expect(err).toContain('recorded.');
  });
});
