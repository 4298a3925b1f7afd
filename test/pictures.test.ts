/**
 * The pictures of the README: made from a real terminal, of invented children. UPDATE_DOCS=1 makes them anew; else they are held
 * against what the terminal shows now.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folder, irotool } from './support/harness';
import { pictureOf } from './support/picture';
import { closeTerminals, Terminal, why } from './support/terminal';

const FOLDER = join(__dirname, '..', 'docs', 'screens');
const TODAY = '--today 2026-03-30';

let db = '';

beforeAll(async () => {
  db = join(folder(), 'demo.db');
  expect((await irotool(['demo', '--children', '120', '--db', db, ...TODAY.split(' ')])).code).toBe(0);
});
afterAll(closeTerminals);

const PICTURES = [
  {
    name: 'tray',
    columns: 100,
    typed: '',
    until: 'Number',
    what: 'The morning, with a number before each row, and a question for one of them',
  },
  {
    name: 'due',
    columns: 80,
    typed: 'due',
    until: 'exit 0',
    what: 'What is due today, with what is late first',
  },
  {
    name: 'child',
    columns: 80,
    typed: 'child show C1088',
    until: 'exit 0',
    what: 'One child: what is to do, and how each review went',
  },
  {
    name: 'review',
    columns: 80,
    typed: 'review show C1088',
    until: 'exit 0',
    what: 'One review: each step, and how it stands',
  },
];

describe.runIf(why === '')('a picture of the README', () => {
  test.each(PICTURES)(
    '$name: shows what the terminal does',
    async ({ name, columns, typed, until, what }) => {
      const terminal = new Terminal(db, columns);
      // What runs the tests may have taken colour away.
      terminal.type('unset NO_COLOR');
      terminal.press('Enter');
      terminal.run(`${typed} ${TODAY}`);
      await terminal.sees(until);
      const lines = terminal.screen(true).split('\n');
      const shown = lines.filter((line) => !/^(?:\$|.*\brun 1 exit)/.test(line)).join('\n');
      const picture = pictureOf(`$ irotool ${typed}\n${shown}`.trimEnd(), what, columns);
      const file = join(FOLDER, `${name}.svg`);
      if (process.env.UPDATE_DOCS === '1') writeFileSync(file, picture);
      else expect(readFileSync(file, 'utf8')).toBe(picture);
    },
  );
});
