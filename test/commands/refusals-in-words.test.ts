/** What is wrong with a command line, in one form and without words of programs. */
import { describe, expect, test } from 'vitest';
import { irotool } from '../support/harness';

const REFUSED: readonly (readonly [line: string, said: string])[] = [
  ['deu', 'There is no command "deu". Did you mean "due"? To see the commands: irotool --help'],
  ['frobnicate', 'There is no command "frobnicate". To see the commands: irotool --help'],
  [
    'child shwo K1',
    'There is no command "shwo". Did you mean "show"? To see its commands: irotool child --help',
  ],
  ['due --frm 3', 'There is no option --frm. Did you mean --from? To see how: irotool due --help'],
  ['child show', 'Missing: REF. To see how: irotool child show --help'],
  ['done', 'Missing: WORDS. To see how: irotool done --help'],
  ['due --iro', 'Missing after --iro: NAME. To see how: irotool due --help'],
  ['due --days', 'Missing after --days: N. To see how: irotool due --help'],
  [
    'conference participants K1 --invited --to mother',
    'Missing after --invited: DATE; --to follows it. To see how: irotool conference participants --help',
  ],
  ['strike 1 2 3', '"strike" takes 1 word, and 3 were typed. To see how: irotool strike --help'],
  ['child list K1', '"list" takes no word more, and 1 was typed. To see how: irotool child list --help'],
];

describe('a command line that is wrong', () => {
  test.each(REFUSED)('%s', async (line, said) => {
    expect(await irotool(line.split(' '))).toMatchObject({ code: 2, out: '', err: `${said}\n` });
  });

  test('is never called an argument or quoted in two ways', async () => {
    for (const [line] of REFUSED) {
      const { err } = await irotool(line.split(' '));
      expect(err).not.toMatch(/argument|unknown|required|'/i);
    }
  });
});
