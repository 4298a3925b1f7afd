/** Letters that are said to have been sent, though none was made: asked on a terminal, and said elsewhere. */
import { afterAll, describe, expect, it } from 'vitest';
import { folder, unit } from '../support/harness';
import { closeTerminals, Terminal, why } from '../support/terminal';

const LINES = [
  'settings set unit.name Unit',
  'settings set unit.telephone 01904555123',
  'settings set signatory.name "S Lead"',
  'new-review --ref K1 --name "Kim Roe" --born 2012-05-02 --looked-after 2026-03-02 --iro "A Khan" --social-worker "S Jones" --meeting "2026-03-30 10:00" --venue School --today 2026-03-02 --yes',
  'child link K1 "Jo Roe" --role mother --responsibility yes',
];
const PACK = 'letter pack K1 --moment invitations --format txt';
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('--sent-on without letters', () => {
  it('says what it recorded, to whom, and that nothing had been made before', async () => {
    const { run } = await unit('york', LINES);
    const cwd = folder();
    const sent = await run(`${PACK} --sent-on today`, { cwd });
    expect(sent.code).toBe(0);
    expect(flat(sent.err)).toContain(
      'Recorded as sent on Friday 13 March 2026: 6 letters, to child, social-worker and mother. None of them had been made here before, and were written now.',
    );
  });

  it('lists each file once, and says once that they were there', async () => {
    const { run } = await unit('york', LINES);
    const cwd = folder();
    expect((await run(PACK, { cwd })).code).toBe(0);
    const sent = await run(`${PACK} --sent-on today`, { cwd });
    expect(flat(sent.err)).toContain(
      'All of them were there already: they are recorded as sent, and stay as they are.',
    );
    expect(sent.err).not.toContain('made here before');
    const files = (sent.out + sent.err).match(/K1-1-[a-z-]+\.txt/g)!.filter((file) => !file.includes('pack'));
    expect(files).toHaveLength(6);
    expect(new Set(files).size).toBe(6);
  });

  it.skipIf(why !== '')(
    'asks on a terminal, and no means that nothing is written or recorded',
    async () => {
      const { db, run } = await unit('york', LINES);
      const terminal = new Terminal(db);
      terminal.run(`${PACK} --out ${folder()}/out --sent-on today --today 2026-03-13`);
      await terminal.sees(
        'None of these letters was made here before. Write them now, and record them as sent on Friday 13 March 2026?',
      );
      terminal.type('n');
      terminal.press('Enter');
      await terminal.sees('Nothing was written, and nothing was recorded.');
      await terminal.sees(/exit \d/);
      const { documents } = JSON.parse((await run('child show K1 --json')).out) as { documents: unknown[] };
      expect(documents).toEqual([]);
    },
    60_000,
  );

  afterAll(closeTerminals);
});
