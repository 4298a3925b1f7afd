/** The screens of a month through `less -R` in a real terminal: what a pipe has, row for row, with no sign of colour. */
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { irotool, words } from '../support/harness';
import { OF_A_CHILD, OF_THE_UNIT } from '../support/screens';
import { playStory } from '../support/story';
import { closeTerminals, Terminal, why } from '../support/terminal';

const DAY = '--today 2026-04-27';
const COLUMNS = 80;
const hasPager = spawnSync('less', ['--version']).status === 0;
// Nothing has been sent in this story.
const PRINTED = OF_THE_UNIT.filter((command) => command !== 'report outbox');
const SCREENS = [...PRINTED, 'due --month', 'doctor', ...OF_A_CHILD.map((command) => `${command} C1`)];

/** A line as a pager breaks it. */
const rowsOf = (line: string): string[] =>
  line === '' ? [''] : (line.match(new RegExp(`.{1,${COLUMNS}}`, 'gu')) ?? []).map((row) => row.trimEnd());

describe.skipIf(why !== '' || !hasPager)('through less -R', { timeout: 240_000 }, () => {
  let db = '';
  beforeAll(async () => {
    db = (await playStory('2026-04-27')).db;
  }, 240_000);
  afterAll(closeTerminals);

  it.each(SCREENS)('%s', async (command) => {
    const piped = await irotool([...words(`${command} ${DAY}`), '--db', db], { toPipe: true });
    expect(piped.out).not.toContain('\u001b');
    const expected = piped.out.trimEnd().split('\n').flatMap(rowsOf);
    const terminal = new Terminal(db, COLUMNS);
    terminal.run(`${command} ${DAY} 2> /dev/null | less -R`);
    await terminal.sees(/^(?::|.*\(END\))$/m);
    const shown = terminal.screen().trimEnd().split('\n').slice(0, -1);
    const many = Math.min(shown.length, expected.length);
    expect(many).toBeGreaterThan(0);
    expect(shown.slice(0, many)).toEqual(expected.slice(0, many));
    terminal.press('q');
  });
});
