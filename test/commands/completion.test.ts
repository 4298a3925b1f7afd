import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { SPECS } from '../../src/command-table/index';
import { irotool } from '../support/harness';

function has(shell: string): boolean {
  const found = spawnSync(shell, ['--version']).status === 0;
  if (!found) console.log(`Left out: ${shell} is not installed here.`);
  return found;
}

async function script(shell: string): Promise<string> {
  const { code, out } = await irotool(['completion', shell]);
  expect(code).toBe(0);
  return out;
}

/** What bash would offer after these words. */
async function offered(...words: string[]): Promise<string[]> {
  const ask = `${await script('bash')}
    COMP_WORDS=(irotool ${words.map((word) => `'${word}'`).join(' ')})
    COMP_CWORD=${words.length}
    _irotool
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', ask], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.trim().split('\n');
}

describe('irotool completion', () => {
  test.each(['bash', 'zsh', 'fish'])('%s: knows every command', async (shell) => {
    const text = await script(shell);
    for (const { name } of SPECS) {
      const [first] = name.split(' ');
      expect(text, name).toContain(first);
    }
  });

  test.runIf(has('bash'))('bash: commands, then those of a group, then options', async () => {
    expect(await offered('d')).toEqual(expect.arrayContaining(['due', 'done', 'days', 'demo', 'doctor']));
    expect(await offered('review', 'h')).toEqual(['hold']);
    expect(await offered('review', 'plan', 'K77', '--me')).toEqual(['--meeting']);
    expect(await offered('due', '--fail')).toEqual(['--fail-if-overdue']);
    expect(await offered('due', '--js')).toEqual(['--json']);
    expect(await offered('completion', '')).toEqual(['bash', 'zsh', 'fish']);
  });

  test.runIf(has('bash'))(
    'bash: events, roles, and what an option takes, from their descriptions',
    async () => {
      expect(await offered('record', 'K77', 'iro-n')).toEqual(['iro-named-in-care-plan']);
      expect(await offered('record', 'iro-n')).toEqual(['']);
      expect(await offered('person', 'add', '--role', 'service')).toEqual(['service-manager']);
      expect(await offered('recommendation', 'add', 'K77', '--kind', 'ad')).toEqual(['adoption-panel']);
      expect(await offered('child', 'moved', 'K77', '--old-carer', 'no')).toEqual(['no-longer']);
    },
  );

  test.runIf(has('zsh'))('zsh: is sound', async () => {
    expect(spawnSync('zsh', ['-n', '-c', await script('zsh')], { encoding: 'utf8' }).stderr).toBe('');
  });

  test.runIf(has('fish'))('fish: is sound', async () => {
    expect(spawnSync('fish', ['-n', '-c', await script('fish')], { encoding: 'utf8' }).stderr).toBe('');
  });

  test('takes the shell of the SHELL variable', async () => {
    const { code, out } = await irotool(['completion'], { env: { SHELL: '/usr/bin/fish' } });
    expect(code).toBe(0);
    expect(out).toContain('for fish');
  });

  test.each([
    [
      ['completion', 'fis'],
      'There is no script for "fis". Did you mean "fish"? irotool completion bash|zsh|fish\n',
    ],
    [['completion', 'cmd'], 'There is no script for "cmd". irotool completion bash|zsh|fish\n'],
    [['completion'], 'Say for which shell. irotool completion bash|zsh|fish\n'],
  ])('refuses %j', async (words, message) => {
    const { code, out, err } = await irotool(words);
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: message });
  });
});
