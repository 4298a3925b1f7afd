import { expect, it } from 'vitest';
import type { GlobalFlags } from '../../src/io';
import { progressOn } from '../../src/ui/progress';

function said(isTTY: boolean | undefined, flags: Partial<GlobalFlags>, of: number): string {
  let text = '';
  const io = { stderr: { write: (more: string) => (text += more), isTTY } };
  const progress = progressOn({ io, flags } as never, 'Inventing');
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
