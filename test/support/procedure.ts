/** A procedure typed day by day, and the rows of docs/coverage.md that it is of. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Run, words } from './harness';
import { flat } from './said';

/** A day and what is typed on it; `!` before what is refused, with what is said after `=>`. */
export type Story = readonly (readonly [day: string, ...lines: string[]])[];

/** What is to be done, the screen, and what it shows of it. */
export type Seen = Readonly<Record<string, readonly [line: string, ...seen: RegExp[]]>>;

/** The rows of a section of docs/coverage.md, by its heading: what is to be done. */
export function rowsOf(heading: string): string[] {
  const section = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'coverage.md'), 'utf8')
    .split('\n## ')
    .find((text) => text.startsWith(heading))!;
  return section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| **') && !line.startsWith('| what'))
    .map((line) => line.slice(2).split(' | ')[0]!.replaceAll("'", '’'));
}

/** Types it all, and expects each line to be taken, or refused with what is said after it. */
export async function typeAll(run: Run, story: Story): Promise<void> {
  for (const [day, ...lines] of story) {
    for (const each of lines) {
      const [line = '', refusal] = each.replace(/^!/, '').split(' => ');
      const { code, err } = await run([...words(line), '--today', day]);
      if (refusal === undefined) expect([line, code, err]).toEqual([line, 0, expect.anything()]);
      else {
        expect([line, code > 0, flat(err)]).toEqual([line, true, expect.stringContaining(refusal)]);
      }
    }
  }
}
