import { expect, it } from 'vitest';
import type { GlobalFlags } from '../../src/io';
import { OF_LETTERS, progressOn, sayBegun } from '../../src/ui/progress';

function said(isTTY: boolean | undefined, flags: Pick<GlobalFlags, 'quiet'>, of: number): string {
  let text = '';
  const io = { stderr: { write: (more: string) => (text += more), isTTY } };
  const progress = progressOn({ io, flags }, 'Inventing');
  for (let done = 1; done <= of; done++) progress(done, of);
  return text;
}

it('is said on a terminal, in one line that ends', () => {
  expect(said(true, {}, 2001)).toBe(
    `${[500, 1000, 1500, 2000, 2001].map((done) => `\rInventing: ${done} of 2001 children`).join('')}\n`,
  );
});

it('is not said in a pipe, in a file, with --quiet, or of little work', () => {
  expect(said(undefined, {}, 4000)).toBe('');
  expect(said(false, {}, 4000)).toBe('');
  expect(said(true, { quiet: true }, 4000)).toBe('');
  expect(said(true, {}, 1999)).toBe('');
});

it('counts the envelopes of a large pack', () => {
  const said: string[] = [];
  const io = { stderr: { write: (text: string) => said.push(text), isTTY: true } };
  const progress = progressOn({ io, flags: {} }, 'Writing', OF_LETTERS);
  for (let done = 1; done <= 12; done++) progress(done, 12);
  for (let done = 1; done <= 9; done++) progress(done, 9);
  expect(said.join('')).toBe(
    '\rWriting: 5 of 12 envelopes\rWriting: 10 of 12 envelopes\rWriting: 12 of 12 envelopes\n',
  );
});

it('says of a large file that work on it has begun, on a terminal alone', () => {
  const heard = (bytes: number, isTTY: boolean): string => {
    let text = '';
    const io = { stderr: { write: (more: string) => (text += more), isTTY } };
    sayBegun({ io, flags: {} }, 'Copying', bytes);
    return text;
  };
  expect([heard(60_000_000, true), heard(60_000_000, false), heard(1_000_000, true)]).toEqual([
    'Copying …\n',
    '',
    '',
  ]);
});
