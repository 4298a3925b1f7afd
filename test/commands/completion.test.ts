/** What each shell offers after Tab: asked of the shells themselves, of those that are installed. */
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { folder, irotool, unit } from '../support/harness';

const BIN = join(import.meta.dirname, '..', '..', 'bin', 'irotool.js');

function has(shell: string): boolean {
  const found = spawnSync(shell, ['--version']).status === 0;
  if (!found) console.log(`Left out: ${shell} is not installed here.`);
  return found;
}

let db = '';
let path = '';

beforeAll(async () => {
  const york = await unit('york');
  db = york.db;
  const came =
    'new-review --name "Ada Roe" --born 2015-05-02 --looked-after 2026-03-02 --today 2026-03-02 --yes';
  for (const ref of ['C1088', 'C1089']) expect((await york.run(`${came} --ref ${ref} --new`)).code).toBe(0);
  expect((await york.run('child link C1088 "Jo Roe" --role mother --tag mum')).code).toBe(0);
  expect((await york.run('irm add --ref A7 --kind foster-carer --name "App Roe"')).code).toBe(0);
  path = folder();
  const program = join(path, 'irotool');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`);
  chmodSync(program, 0o755);
});

/** What may follow these words, the last of which is being typed. */
async function words(...typed: readonly string[]): Promise<string[]> {
  const before = typed.slice(0, -1);
  const { code, out, err } = await irotool(['completion', 'words', '--', ...before, `:${typed.at(-1)}`], {
    env: { IROTOOL_DB: db },
  });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t')[0]!);
}

describe('what may follow', () => {
  test.each<[string, string[], string[]]>([
    ['the first word', ['du'], ['due']],
    ['a word of a group', ['review', 'h'], ['hold']],
    ['an option of the command', ['review', 'plan', 'K77', '--mee'], ['--meeting']],
    ['an option of every command', ['due', '--js'], ['--json']],
    ['a shell', ['completion', ''], ['bash', 'zsh', 'fish', 'powershell']],
    ['a child, in whatever case it is typed', ['child', 'show', 'c10'], ['C1088', 'C1089']],
    ['another child', ['done', 'C1088', 'C108'], []],
    ['an applicant where one is meant', ['irm', 'show', ''], ['A7']],
    ['a person of the child, by what the record calls them', ['child', 'unlink', 'C1088', 'm'], ['mum']],
    ['a brother or sister beside one', ['review', 'prepare', 'C1088', 'C'], ['C1089']],
    ['one more child of a step', ['child', 'moved', 'C1088', 'C'], ['C1089']],
    ['an event', ['record', 'C1088', 'iro-n'], ['iro-named-in-care-plan']],
    ['what an event says', ['record', 'C1088', 'decisions-sent', 'h'], ['how=']],
    ['a setting', ['settings', 'set', 'closed'], ['closed-days']],
    ['a rule', ['rules', 'show', 'review-fi'], ['review-first']],
    ['what an option takes', ['person', 'add', '--role', 'service'], ['service-manager']],
    ['what a step takes', ['child', 'moved', 'C1088', '--old-carer', 'no'], ['no-longer']],
    ['the shell’s own files', ['review', 'hold', '--db', ''], [':files']],
    ['a file that may be left out', ['report', 'performance', '--html', ''], [':files']],
    ['nothing after what is no command', ['frobnicate', ''], []],
  ])('%s', async (_, typed, expected) => {
    expect(await words(...typed)).toEqual(expected);
  });

  test('the duties that a child is owed, and not those of another', async () => {
    const owed = await words('done', 'C1088', '');
    expect(owed).toContain('review-first');
    expect(owed).not.toContain('conference-review');
  });

  test('no name is ever among it', async () => {
    for (const typed of [
      ['find', ''],
      ['child', 'show', ''],
      ['child', 'unlink', 'C1088', ''],
      ['person', 'show', ''],
    ]) {
      expect((await words(...typed)).join(' '), typed.join(' ')).not.toMatch(/Roe|Ada|Jo\b/);
    }
  });
});

describe('whoever presses Tab changes nothing', () => {
  test('in the database', async () => {
    const before = readFileSync(db);
    await words('done', 'C1088', '');
    expect(readFileSync(db).equals(before)).toBe(true);
  });

  test('and hears nothing of what is wrong with it', async () => {
    const other = join(folder(), 'no-database.db');
    writeFileSync(other, 'This is a letter, and no database.');
    const typed = ['completion', 'words', '--', 'child', 'show', ':'];
    expect(await irotool(typed, { env: { IROTOOL_DB: other } })).toEqual({ code: 0, out: '', err: '' });
  });
});

/** What a shell is told to do, with irotool on its path. */
function told(shell: string, script: string): string[] {
  const { stdout, stderr } = spawnSync(shell, ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${path}:${process.env.PATH}`, IROTOOL_DB: db },
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter(Boolean);
}

const script = async (shell: string): Promise<string> => (await irotool(['completion', shell])).out;

describe('a real shell', () => {
  test.runIf(has('bash'))('bash offers what irotool does', async () => {
    const ask = (
      ...typed: string[]
    ): string => `COMP_WORDS=(irotool ${typed.map((word) => `'${word}'`).join(' ')})
      COMP_CWORD=${typed.length}
      _irotool
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    // Outside a completion bash refuses to change how one is done.
    const bash = `compopt() { :; }\n${await script('bash')}\n`;
    expect(told('bash', `${bash}${ask('review', 'h')}`)).toEqual(['hold']);
    expect(told('bash', `${bash}${ask('child', 'show', 'c10')}`)).toEqual(['C1088', 'C1089']);
    expect(told('bash', `${bash}${ask('due', '--csv', '--js')}`)).toEqual(['--json']);
  });

  test.runIf(has('fish'))('fish offers what irotool does, with what it means', async () => {
    const fish = `${await script('fish')}\n`;
    expect(told('fish', `${fish}complete -C 'irotool review h'`)).toEqual([
      'hold\tthe review was carried out',
    ]);
    expect(told('fish', `${fish}complete -C 'irotool child show C10'`)).toEqual(['C1088', 'C1089']);
  });

  test.runIf(has('zsh'))('zsh offers what irotool does, with what it means', async () => {
    // In a terminal zsh draws it; here it says what it would draw.
    const zsh = `compdef() { :; }\n_describe() { print -rl -- "\${offered[@]}"; }\n${await script('zsh')}\n`;
    const ask = (...typed: string[]): string =>
      `words=(irotool ${typed.map((word) => `'${word}'`).join(' ')}); CURRENT=${typed.length + 1}; _irotool`;
    expect(told('zsh', `${zsh}${ask('review', 'h')}`)).toEqual(['hold:the review was carried out']);
    expect(told('zsh', `${zsh}${ask('child', 'show', '')}`)).toEqual(['C1088:C1088', 'C1089:C1089']);
  });

  test.runIf(has('pwsh'))('PowerShell offers what irotool does', async () => {
    const ask = `(TabExpansion2 'irotool review h' 16).CompletionMatches | ForEach-Object { $_.CompletionText }`;
    expect(told('pwsh', `${await script('powershell')}\n${ask}`)).toEqual(['hold']);
  });
});

describe('irotool completion', () => {
  test('takes the shell of the SHELL variable', async () => {
    const { code, out } = await irotool(['completion'], { env: { SHELL: '/usr/bin/fish' } });
    expect(code).toBe(0);
    expect(out).toContain('for fish');
  });

  const ALL = 'irotool completion bash|zsh|fish|powershell';
  test.each([
    [['completion', 'fis'], `There is no script for "fis". Did you mean "fish"? ${ALL}\n`],
    [['completion', 'cmd'], `There is no script for "cmd". ${ALL}\n`],
    [['completion'], `Say for which shell. ${ALL}\n`],
  ])('refuses %j', async (typed, message) => {
    const { code, out, err } = await irotool(typed);
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: message });
  });
});
