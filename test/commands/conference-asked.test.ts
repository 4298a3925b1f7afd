/** `conference hold` on a terminal asks for the outline of the plan and the next conference; at Save? a question can be answered again by its number. */
import { afterAll, describe, expect, it } from 'vitest';
import { unit } from '../support/harness';
import { flat } from '../support/said';
import { closeTerminals, Terminal, why } from '../support/terminal';

const LINES = [
  'person add --role chair --name "C Chair"',
  'child add --ref K1 --name "Sam Roe" --born 2015-05-02',
  'conference begin K1 --strategy 2026-03-02 --yes --today 2026-03-02',
  'conference plan K1 --meeting "2026-03-13 10:00" --chair "C Chair" --today 2026-03-03 --yes',
];

describe.skipIf(why !== '')('a conference that is held on a terminal', { timeout: 120_000 }, () => {
  afterAll(closeTerminals);

  /** Answers up to the outline of the plan; what was decided is chosen by going down so often. */
  async function asked(terminal: Terminal, down: number): Promise<void> {
    terminal.run('conference hold K1 --today 2026-03-16');
    await terminal.sees('1 of 11 ? Held on (Friday 13 March 2026)');
    terminal.press('Enter');
    await terminal.sees('2 of 11 ? What was decided');
    terminal.press(...Array<string>(down).fill('Down'), 'Enter');
    await terminal.answer('Who came', '');
    await terminal.sees('? The child’s part');
    terminal.press('Enter');
    await terminal.answer('What do the parents say', '');
    await terminal.sees('? Does significant harm');
    terminal.press('Down', 'Enter');
    await terminal.answer('Of what harm', 'neglect');
    await terminal.answer('Who is in the core group', '');
    await terminal.answer('The core group meets on', '');
  }

  it('asks what the plan is to achieve and for the next conference, and plans it; a number at Save? asks that again and keeps the others', async () => {
    const { db, run } = await unit('york', LINES);
    const terminal = new Terminal(db);
    await asked(terminal, 1);
    await terminal.answer('A point of the plan', 'See a health visitor | health | 30/3');
    await terminal.answer('Another point of the plan', '');
    await terminal.sees('? Next conference (Enter: not fixed; due by Saturday 13 June 2026)');
    await terminal.answer('Next conference', '2026-06-10 10am');
    await terminal.answer('Where (or the link)', 'Scholl');
    await terminal.sees('? Save? (Y/n, or 1 to 13 to answer that again)');
    terminal.type('13');
    terminal.press('Enter');
    await terminal.sees(/13 of 13 \? Where \(or the link\) \(Enter leaves it out\) \(Scholl\)/);
    terminal.type('School');
    terminal.press('Enter');
    await terminal.sees(/\? Save\? \(Y\/n, or 1 to 13 to answer that again\) *$/m);
    terminal.type('7');
    terminal.press('Enter');
    await terminal.sees(/7 of 1\d \? Of what harm .*\(neglect\)/s);
    terminal.type('neglect,emotional-abuse');
    terminal.press('Enter');
    // What came after is as it was answered.
    await terminal.sees(/✔ Where \(or the link\) \(Enter leaves it out\) School/);
    await terminal.sees(/\? Save\? \(Y\/n, or 1 to 13 to answer that again\) *$/m);
    terminal.type('14');
    terminal.press('Enter');
    await terminal.sees('Type y for yes, n for no, or a number from 1 to 13.');
    terminal.type('y');
    terminal.press('Enter');
    await terminal.sees('exit 0');
    const shown = flat((await run('conference show K1 --today 2026-03-16')).out);
    expect(shown).toContain('See a health visitor');
    const { out } = await run('conference list --json --today 2026-03-16');
    expect(out).toContain('2026-06-10');
    const chronology = (await run('child show K1 --history --today 2026-03-16')).out;
    expect(flat(chronology)).toMatch(/neglect.*emotional abuse/);
    expect(chronology).toContain('School');
    expect(chronology).not.toContain('Scholl');
  });

  it('asks for neither if there is to be no plan', async () => {
    const { db } = await unit('york', LINES);
    const terminal = new Terminal(db);
    await asked(terminal, 2);
    await terminal.sees('? Save? (Y/n, or 1 to 9 to answer that again)');
    expect(terminal.screen()).not.toContain('Next conference');
    terminal.press('C-c');
  });
});
