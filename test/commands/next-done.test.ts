/** `review next --do` and `conference next --do`: what comes next is asked for and recorded by the ordinary command, which is shown. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { type Unit, unit } from '../support/harness';
import { closeTerminals, Terminal, why } from '../support/terminal';

const CHILD =
  'new-review --ref K1 --name "Child One" --born 2015-05-02 --looked-after 2026-03-02 --iro "A Khan" --told 2026-03-02 --meeting "2026-03-27 10:00" --today 2026-03-02 --yes';

describe('review next --do without a terminal', () => {
  it('names what would be asked, as the command itself does, and saves nothing', async () => {
    const { run, db } = await unit('york', [CHILD]);
    const before = everything(db);
    const asked = await run('review next K1 --do --today 2026-03-05');
    expect(asked).toMatchObject({ code: 2 });
    expect(asked.err).toContain('No terminal to ask on. Missing: --notified');
    const held = await run('review next K1 --do --today 2026-03-28');
    expect(held).toMatchObject({ code: 2 });
    expect(held.err).toContain('Missing: --code');
    expect(await run('review next K1 --all --today 2026-03-05')).toMatchObject({ code: 2 });
    expect((await run('review next K1 --do --json --today 2026-03-05')).err).toContain(
      'leave one of them out',
    );
    expect(everything(db)).toBe(before);
  });
});

describe.skipIf(why !== '')('review next --do in a terminal', { timeout: 120_000 }, () => {
  let made: Unit;
  let terminal: Terminal;
  beforeEach(async () => {
    made = await unit('york', [CHILD]);
    terminal = new Terminal(made.db);
  });
  afterAll(closeTerminals);

  it('asks for the step, shows the command that records it, and runs it', async () => {
    terminal.run('review next K1 --do --today 2026-03-05');
    await terminal.answer('Notice sent to the social worker', '4/3');
    await terminal.sees('  irotool review prepare K1 --notified 2026-03-04');
    await terminal.sees('K1/1  notice sent to the social worker on Wednesday 4 March 2026: recorded.');
    await terminal.sees('exit 0');
  });

  it('Enter at its question saves nothing, and so do ten', async () => {
    const before = everything(made.db);
    terminal.run('review next K1 --do --today 2026-03-05');
    await terminal.sees('? Notice sent to the social worker');
    for (let times = 0; times < 10; times++) terminal.press('Enter');
    await terminal.sees('Nothing was saved.');
    await terminal.sees('exit 0');
    expect(everything(made.db)).toBe(before);
  });

  it('--all goes on to the next, and past what is left empty', async () => {
    terminal.run('review next K1 --all --today 2026-03-05');
    await terminal.answer('Notice sent to the social worker', 'today');
    await terminal.sees('irotool review prepare K1 --notified 2026-03-05');
    await terminal.answer('Social worker talked with the child', '');
    await terminal.sees('? List returned by the social worker');
    terminal.press('C-c');
    await terminal.sees('Stopped. What was saved stays.');
    await terminal.sees('exit 130');
  });
});
