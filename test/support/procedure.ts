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

/** The cells of each row of a section of docs/coverage.md, by its heading. */
function cellsOf(heading: string): string[][] {
  const section = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'coverage.md'), 'utf8')
    .split('\n## ')
    .find((text) => text.startsWith(heading))!;
  return section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| **') && !line.startsWith('| what'))
    .map((line) => line.slice(2).split(' | '));
}

/** The rows of a section of docs/coverage.md, by its heading: what is to be done. */
export const rowsOf = (heading: string): string[] =>
  cellsOf(heading).map(([what]) => what!.replaceAll("'", '’'));

/** The commands of the rows of a section that none of these lines types, with every flag that the row names. */
export function neverTyped(heading: string, lines: readonly string[]): string[] {
  return cellsOf(heading).flatMap(([what, , , cell]) => {
    let command = '';
    return [...cell!.matchAll(/`([^`]+)`/g)].flatMap(([, quoted]) => {
      const [first = '', ...more] = quoted!.split(' ');
      if (!first.startsWith('--')) command = quoted!.split(' --')[0]!;
      const flags = [first, ...more].filter((word) => word.startsWith('--'));
      // A row that names no more than a command may be of any of its flags; those it names may be typed one after another.
      const own = lines.filter((line) => isOf(line, command)).map(words);
      const isTyped = own.length > 0 && flags.every((flag) => own.some((line) => line.includes(flag)));
      return isTyped ? [] : [`${what}: ${quoted}`];
    });
  });
}

/** `record REF review-held` is typed of any child. */
function isOf(line: string, command: string): boolean {
  const typed = words(line.replace(/^!/, ''));
  return command.split(' ').every((word, at) => word === 'REF' || typed[at] === word);
}

/** Every line that is typed: of a story, without what is said of a refusal, and of the screens that are looked at. */
export const linesOf = (story: Story, ...seen: readonly Seen[]): string[] => [
  ...story.flatMap(([, ...lines]) => lines.map((line) => line.split(' => ')[0]!)),
  ...seen.flatMap((each) => Object.values(each).map(([line]) => line)),
];

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
