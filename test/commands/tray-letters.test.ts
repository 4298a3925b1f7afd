/** Letters from the tray: what they lack is asked for there and kept, and it is said where they are. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folder, type Unit, unit } from '../support/harness';
import { flat } from '../support/said';
import { closeTerminals, Terminal, why } from '../support/terminal';

const DAY = '--today=2026-03-10';
const CHILD =
  'new-review --ref K1 --name "Siân Ames" --born 2015-05-02 --looked-after 2026-03-02 --today 2026-03-02 --iro "A Khan" --social-worker "Jo Smith" --meeting "2026-03-24 10:00" --venue School --yes';

describe.skipIf(why !== '')('letters from the tray', { timeout: 120_000 }, () => {
  afterAll(closeTerminals);

  async function begun(made: Unit, into: string): Promise<Terminal> {
    const terminal = new Terminal(made.db, 80);
    terminal.type(`cd ${into}`);
    terminal.press('Enter');
    terminal.run(DAY);
    await terminal.sees(/\? Number, or Enter for the list *$/m);
    return terminal;
  }

  const typed = (terminal: Terminal, text: string): void => {
    if (text !== '') terminal.type(text);
    terminal.press('Enter');
  };

  it('ask for the place alone if the meeting is planned, and Which day offers the planned time first', async () => {
    const made = await unit('york', [
      CHILD.replace(' --venue School', ''),
      'settings set unit.name Reviewing Unit',
      'settings set unit.telephone 01904555123',
      'settings set signatory.name "Pat Admin"',
    ]);
    const terminal = new Terminal(made.db, 80);
    terminal.run(`letter pack K1 --moment invitations --out ${folder()}/out ${DAY}`);
    await terminal.answer('Where it is', 'School');
    await terminal.sees('irotool review plan K1 --venue School');
    await terminal.sees('? Save? (Y/n)');
    terminal.press('Enter');
    await terminal.sees('2 people; who is sent what, and how: K1-1-pack.txt');
    await terminal.sees(/exit \d/);
    const { out } = await made.run(`review show K1 ${DAY}`);
    expect(out).toContain('planned for Tuesday 24 March 2026, 10am; School');
    terminal.run(`review plan K1 ${DAY}`);
    await terminal.sees(/\? Which day[\s\S]*As planned: Tuesday 24 March 2026,[\s\S]*Another day/);
    terminal.press('C-c');
  });

  it('ask for time and place, each by its name and once, if the meeting is planned for a day without a time', async () => {
    const made = await unit('york', [
      CHILD.replace(' --venue School', '').replace('2026-03-24 10:00', '2026-03-24'),
      'settings set unit.name Reviewing Unit',
      'settings set unit.telephone 01904555123',
      'settings set signatory.name "Pat Admin"',
    ]);
    const terminal = new Terminal(made.db, 80);
    terminal.run(`letter pack K1 --moment invitations --out ${folder()}/out ${DAY}`);
    await terminal.sees('Letters need 2 things not recorded yet.');
    await terminal.sees(/\? The time of the meeting *$/m);
    typed(terminal, 'noon or so');
    await terminal.sees('Type it as 16:30');
    typed(terminal, '2pm');
    await terminal.answer('Where it is', 'School');
    await terminal.sees('irotool review plan K1 --time 2pm --venue School');
    await terminal.sees('? Save? (Y/n)');
    terminal.press('Enter');
    await terminal.sees('2 people; who is sent what, and how: K1-1-pack.txt');
    const { out } = await made.run(`review show K1 ${DAY}`);
    expect(out).toContain('planned for Tuesday 24 March 2026, 2pm; School');
  });

  it('let a meeting planned without a time be planned as it is with one, and say if nothing was changed', async () => {
    const made = await unit('york', [CHILD.replace('2026-03-24 10:00', '2026-03-24')]);
    const terminal = new Terminal(made.db, 80);
    const asPlanned = async (time: string): Promise<void> => {
      terminal.run(`review plan K1 --today=2026-03-02`);
      await terminal.sees(/\? Which day[\s\S]*As planned: Tuesday 24 March 2026/);
      typed(terminal, 'As');
      await terminal.answer('At what time', time);
      await terminal.sees(/\? Where \(or the link\)/);
      typed(terminal, '');
    };
    await asPlanned('');
    await terminal.sees('K1: it is planned so already. Nothing was changed.');
    await asPlanned('4.30pm');
    await terminal.sees('? Save? (Y/n)');
    terminal.press('Enter');
    await terminal.sees('review planned for Tuesday 24 March 2026, 4:30pm.');
  });

  it('ask for what is not recorded, keep it by the ordinary commands, and go on; a wrong answer is asked again', async () => {
    const made = await unit('york', [CHILD, 'settings set unit.name Reviewing Unit']);
    const into = folder();
    const terminal = await begun(made, into);
    typed(terminal, / (\d+) .*Send the invitations/.exec(terminal.screen())![1]!);
    await terminal.sees('  1  Write the letters');
    typed(terminal, '1');
    await terminal.sees('Letters need 2 things not recorded yet. Asked once, and kept:');
    await terminal.answer('Who signs letters', 'Pat Admin');
    await terminal.sees('? Which way may families answer the unit?');
    terminal.type('e');
    terminal.press('Enter');
    await terminal.answer('E-mail address', 'nobody');
    await terminal.sees('irotool settings set signatory.name "Pat Admin"');
    // It is no address: only that is asked again.
    await terminal.sees(/"nobody" is not one[\s\S]*\? Which way/);
    terminal.type('e');
    terminal.press('Enter');
    await terminal.sees(/\? E-mail address *$/m);
    typed(terminal, 'unit@testshire.gov.uk');
    await terminal.sees('unit.email is now unit@testshire.gov.uk.');
    await terminal.sees('K1-1-invitation-child-child.docx');
    await terminal.sees(`To open it: `);
    expect(flat(terminal.screen())).toContain(`In the folder ${into}`);
    expect(readdirSync(into)).toContain('K1-1-invitation-child-child.docx');
    await terminal.sees(/\? Number, or Enter for the list *$/m);
    // What is printed may be typed here.
    typed(terminal, 'irotool letter pack K1 --moment invitations --sent-on today');
    await terminal.sees(/sent on Tuesday 10 March 2026|invitations sent/i);
    const { out } = await made.run(`explain K1 invite --json ${DAY}`);
    expect(out).toContain('"metOn": "2026-03-10"');
  });

  it('are written again over the old ones if the person says so: those of which a fact has changed', async () => {
    const made = await unit('york', [
      CHILD,
      'settings set unit.name Reviewing Unit',
      'settings set unit.telephone 01904555123',
      'settings set signatory.name "Pat Admin"',
    ]);
    const into = folder();
    const letter = join(into, 'K1-1-invitation-child-child.docx');
    const pack = `letter pack K1 --moment invitations --out ${into} ${DAY}`;
    await made.run(pack);
    const before = readFileSync(letter);
    const terminal = new Terminal(made.db, 80);
    expect(await terminal.prints(pack)).toMatch(/say what would be written now. Nothing was written/);
    await made.run(`review plan K1 --time 4.30pm --yes ${DAY}`);
    const script = await made.run(pack);
    expect(script.err).toContain('--force');
    const asked =
      '? 3 letters and the cover list K1-1-pack.txt are there already, and would say something else now. Write them again over the old?';
    terminal.run(pack);
    await terminal.sees(asked);
    terminal.press('Enter');
    await terminal.sees('Nothing was written.');
    expect(readFileSync(letter)).toEqual(before);
    terminal.run(pack);
    await terminal.sees(asked);
    typed(terminal, 'y');
    await terminal.sees('who is sent what, and how: K1-1-pack.txt');
    expect(readFileSync(letter)).not.toEqual(before);
    await made.run(`${pack} --sent-on today`);
    await made.run(`review plan K1 --time 5pm --because "the hall" --yes ${DAY}`);
    terminal.run(`letter invitation-child K1 --out ${into} ${DAY}`);
    await terminal.sees('Of these 1 is recorded as sent: the old file is what was sent.');
    await terminal.sees('Write it again over the old?');
    typed(terminal, 'n');
    await terminal.sees('Nothing was written.');
  });

  it('leave a cover list that was changed by hand as it is, unless the person says so', async () => {
    const made = await unit('york', [
      CHILD,
      'settings set unit.name Reviewing Unit',
      'settings set unit.telephone 01904555123',
      'settings set signatory.name "Pat Admin"',
    ]);
    const into = folder();
    const cover = join(into, 'K1-1-pack.txt');
    const pack = `letter pack K1 --moment invitations --out ${into} ${DAY}`;
    await made.run(pack);
    const mine = `${readFileSync(cover, 'utf8')}\nGiven to the driver, Pat\n`;
    writeFileSync(cover, mine);
    for (const name of readdirSync(into)) if (name.endsWith('.docx')) rmSync(join(into, name));
    const script = await made.run(pack);
    expect(script.err).toContain('K1-1-pack.txt is there already. Nothing was written.');
    const terminal = new Terminal(made.db, 80);
    const asked =
      '? The cover list K1-1-pack.txt is there already, and would say something else now. Write it again over the old?';
    terminal.run(pack);
    await terminal.sees('What was written into a cover list by hand is not in the new one.');
    await terminal.sees(asked);
    typed(terminal, 'n');
    await terminal.sees('Nothing was written.');
    expect(readFileSync(cover, 'utf8')).toBe(mine);
    terminal.run(pack);
    await terminal.sees(asked);
    typed(terminal, 'y');
    await terminal.sees('who is sent what, and how: K1-1-pack.txt');
    expect(readFileSync(cover, 'utf8')).not.toContain('the driver');
  });

  it('are not written, and nothing is kept, if the person goes back from the first question', async () => {
    const made = await unit('york', [CHILD]);
    const into = folder();
    const terminal = await begun(made, into);
    typed(terminal, 'irotool letter invitation-child K1');
    await terminal.sees(/\? The unit’s name *$/m);
    typed(terminal, '<');
    await terminal.sees('unit.name');
    await terminal.sees(/\? Number, or Enter for the list *$/m);
    expect(readdirSync(into)).toEqual([]);
    expect((await made.run('settings list --json')).out).not.toContain('Pat');
  });
});
