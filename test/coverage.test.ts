/** docs/coverage.md says where each thing the procedures ask for is held: what it names must be there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SPECS } from '../src/command-table/index';
import { EVENTS } from '../src/core/events/list';
import { shippedPack } from '../src/law/shipped';

const text = readFileSync(join(import.meta.dirname, '..', 'docs', 'coverage.md'), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| **') && !line.startsWith('| what'))
  .map((line) =>
    line
      .slice(2, -1)
      .split(' | ')
      .map((cell) => cell.trim()),
  );
const quoted = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((found) => found[1]!);

describe('docs/coverage.md', () => {
  it('has its rows, each with who, where it is asked for, and a command or what is said', () => {
    expect(rows.length).toBeGreaterThan(90);
    for (const [what, who, source, command] of rows) {
      expect([what, who, source, command].every((cell) => cell !== undefined && cell !== '')).toBe(true);
    }
  });

  it.each(rows.map((row) => [row[0]!, row[3]!] as const))(
    '%s: its commands and options are there',
    (_what, cell) => {
      let command = SPECS[0]!;
      for (const typed of quoted(cell)) {
        const words = typed.split(' ');
        // `--wishes` alone goes on with the command named before it; so does a bare event.
        if (!typed.startsWith('--') && !EVENTS.some(({ kind }) => kind === typed)) {
          const name = SPECS.find((spec) => {
            const own = spec.name.split(' ').filter((word) => !/^[<[]/.test(word));
            return own.every((word, at) => words[at] === word);
          });
          expect([typed, name?.name]).not.toContain(undefined);
          command = name!;
        }
        for (const word of words.filter((each) => each.startsWith('--'))) {
          const flags = (command.options ?? []).map(([flag]) => flag.split(' ')[0]);
          expect([command.name, ...flags]).toContain(word);
        }
        const [first, , event] = words;
        if (first === 'record' && event) expect(EVENTS.map(({ kind }) => kind)).toContain(event);
      }
    },
  );

  it('names duties that the packs have', () => {
    const ids = shippedPack('york').rules.map(({ id }) => id);
    for (const [, , , , duties] of rows) for (const id of quoted(duties ?? '')) expect(ids).toContain(id);
  });
});
