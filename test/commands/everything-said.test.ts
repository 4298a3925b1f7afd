/**
 * Everything that irotool says of the month's story (test/story/month.md): the help of every command, the answer
 * to every line that is typed, and on the last day every screen of every child and of the unit, with its JSON.
 * UPDATE_GOLDEN=1 writes it again: read the difference. Words may get better, never vaguer.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SPECS } from '../../src/command-table';
import { irotool } from '../support/harness';
import { OF_A_CHILD, OF_THE_UNIT } from '../support/screens';
import { type Played, playStory, STORY } from '../support/story';

const LAST = '2026-04-27';
const CHILDREN = Array.from({ length: 17 }, (_, at) => `C${at + 1}`);

/** The five whose lives differ most: their JSON is kept too. */
const WITH_JSON = ['C1', 'C3', 'C8', 'C9', 'C13'];

/** Without what differs from run to run. */
const steady = (text: string): string =>
  text
    .replaceAll(/\/\S*irotool-test-\w+/g, 'FOLDER')
    .replaceAll(/"irotool": "[^"]*"/g, '"irotool": "VERSION"')
    .replaceAll(/\b[0-9a-f]{64}\b/g, 'FINGERPRINT');

function isAsKept(name: string, text: string): void {
  const file = join(dirname(STORY), 'said', name);
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, 'utf8'));
}

describe('everything that is said of a month', () => {
  let story: Played;
  beforeAll(async () => {
    story = await playStory(LAST);
  }, 120_000);

  const asked = async (command: string): Promise<string> => {
    const { code, out, err } = await story.run(`${command} --today ${LAST}`);
    return steady(`$ ${command}\n${out}${err}${code === 0 ? '' : `exit ${code}\n`}`);
  };
  const allOf = async (commands: readonly string[]): Promise<string> => {
    const said: string[] = [];
    for (const command of commands) said.push(await asked(command));
    return said.join('\n');
  };

  it('has the help of every command', async () => {
    const said: string[] = [];
    for (const { name } of SPECS) {
      const words = name.replaceAll(/ [<[].*/g, '').split(' ');
      said.push(`$ ${words.join(' ')} --help\n${(await irotool([...words, '--help'])).out}`);
    }
    isAsKept('help.txt', said.join('\n'));
  });

  it('has the answer to every line that was typed', () => {
    const said = story.answers.map(({ day, line, answer }) =>
      steady(`${day}$ ${line}\n${answer.out}${answer.err}`),
    );
    isAsKept('answers.txt', said.join('\n'));
  });

  it.each(CHILDREN)('has the screens of %s', async (ref) => {
    isAsKept(`${ref}.txt`, await allOf(OF_A_CHILD.map((command) => `${command} ${ref}`)));
  });

  it.each(WITH_JSON)('has the JSON of %s', async (ref) => {
    isAsKept(
      `${ref}.json.txt`,
      await allOf(
        OF_A_CHILD.filter((command) => !command.includes('--ids')).map(
          (command) => `${command} ${ref} --json`,
        ),
      ),
    );
  });

  it('has the screens of the unit', async () => {
    isAsKept('unit.txt', await allOf(OF_THE_UNIT));
  });

  it('has the JSON of the unit', async () => {
    isAsKept('unit.json.txt', await allOf(OF_THE_UNIT.map((command) => `${command} --json`)));
  });
});
