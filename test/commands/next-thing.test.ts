/** A refusal says what to type next: every option of every command is given a value that it cannot have. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SPECS } from '../../src/command-table/index';
import { folder, irotool, unit } from '../support/harness';

const TODAY = '2026-03-13';

const BEFORE = [
  'person add --name "A Khan" --role iro',
  'new-review --ref K1 --name "First Child" --born 2014-01-05 --looked-after 2025-01-06 --basis V2 --iro "A Khan" --today 2025-01-06 --yes',
  'child link K1 "Mo Ther" --role parent --relationship mother --contact ordinary',
  'review hold K1 --on 2026-01-30 --code PN1 --number 4 --decision "find a school; S Jones; 1/4/2026" --yes',
  'review plan K1 --meeting "9/4/2026 10:00" --yes',
];

/** What stands for each word of a command that must be typed. */
const WORDS: Readonly<Record<string, string>> = {
  ref: 'K1',
  'ref...': 'K1',
  into: 'K2',
  'event-id': '1',
  event: 'review-planned',
  dir: '/nowhere',
  file: '/nowhere',
  path: '/nowhere',
  template: 'introduction-iro',
  who: 'mother',
  which: '4.1',
  key: 'unit.name',
  id: 'review-first',
};

/** It names a command, a flag, the values that there are, or how one is typed. */
const SAYS_NEXT = /irotool [a-z]|--[a-z]|\btyped\b|[Tt]ype |mkdir|Make it|(?:The \w+ are|is one of) /;

const WRONG = 'no%such{thing';

/** What letters need of the unit. */
const FOR_LETTERS = [
  'settings set unit.name "Reviewing Unit"',
  'settings set unit.telephone "01234 567890"',
  'settings set signatory.name "P Brown"',
];

describe('a value that cannot be', () => {
  let db: string;

  beforeAll(async () => {
    const made = await unit();
    for (const line of [...BEFORE, ...FOR_LETTERS]) {
      const { code, err } = await made.run(line.includes('--today') ? line : `${line} --today ${TODAY}`);
      if (code !== 0) throw new Error(`${line}: ${err}`);
    }
    db = made.db;
  });

  const typed = (name: string): string[] =>
    name
      .split(' ')
      .filter((word) => !word.startsWith('['))
      .map((word) => (word.startsWith('<') ? (WORDS[word.slice(1, -1)] ?? 'A Khan') : word));

  const options = SPECS.flatMap(({ name, options = [] }) =>
    options.flatMap(([flags]) => {
      const [, flag] = /(--[a-z-]+) </.exec(flags) ?? [];
      return flag === undefined ? [] : [{ name, flag }];
    }),
  );

  it('of an option is refused with what to type, or taken', async () => {
    expect(options.length).toBeGreaterThan(200);
    const silent: string[] = [];
    let refused = 0;
    for (const { name, flag } of options) {
      const file = join(folder(), 'unit.db');
      copyFileSync(db, file);
      const line = [...typed(name), flag, WRONG, '--no-input', '--db', file, '--today', TODAY];
      const { code, err } = await irotool(line, { cwd: folder() });
      if (code === 0) continue;
      refused++;
      const [first = ''] = err.split('\n');
      if (![1, 2].includes(code) || !SAYS_NEXT.test(first.replace(/^--[a-z-]+:? /, '')))
        silent.push(`${name} ${flag}: ${code} ${err.trim()}`);
    }
    expect(silent.join('\n')).toBe('');
    expect(refused).toBeGreaterThan(100);
  }, 300_000);
});
