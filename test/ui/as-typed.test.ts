/** A printed command takes the name of any file back as it was. */
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { asTyped } from '../../src/ui/as-typed';

const NAMES = ['annual.docx', '/home/kim/annual-2026.docx', 'Our report.docx', 'C:\\Reviews\\a b.docx'];

it.each([...NAMES, 'a $HOME.docx', 'Kim’s "own"!.docx', "O'Neill `x` $1.docx", 'a&b;(c).docx'])(
  'a shell takes %s as the name that it is',
  (name) => {
    const taken = execFileSync('sh', ['-c', `printf %s ${asTyped(name)}`], { encoding: 'utf8' });
    expect(taken).toBe(name);
  },
);

it('a name that a shell takes as it is has no quotation marks', () => {
  expect(NAMES.map(asTyped)).toEqual([...NAMES.slice(0, 2), '"Our report.docx"', '"C:\\Reviews\\a b.docx"']);
});
