/** What is typed before a question stands on the screen, and after one refused it, in a real terminal. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { type Unit, unit } from '../support/harness';
import { closeTerminals, Terminal, why } from '../support/terminal';

const TODAY = '--today 2026-03-16';

describe.skipIf(why !== '')('what is typed at a question, or before it', () => {
  let made: Unit;
  let terminal: Terminal;

  beforeEach(async () => {
    made = await unit('york', [
      'person add --role iro --name "A Khan"',
      'new-review --ref K12 --name "Ann Lee" --born 2012-05-02 --looked-after 2026-03-02 --today 2026-03-02 --yes',
    ]);
    terminal = new Terminal(made.db);
  });

  afterAll(closeTerminals);

  it('a refused answer is gone, so that the next one is not added to it', async () => {
    terminal.run(`new-review ${TODAY}`);
    await terminal.answer('Reference', 'K77');
    await terminal.answer('Name', 'Siân Ames');
    await terminal.sees('? Date of birth');
    terminal.type('31/2/2015');
    terminal.press('Enter');
    await terminal.sees('"31/2/2015" is not a date.');
    await terminal.sees(/\? Date of birth *$/m);
    await terminal.answer('Date of birth', '2/5/2015');
    await terminal.sees('→ Saturday 2 May 2015, aged 10');
    terminal.press('C-c');
  });

  it('a long answer that was refused comes back with the arrow up, to be mended', async () => {
    terminal.run(
      `review hold K12 --code PN1 --seen-alone no --time 10am --venue School --chair "A Khan" --attended child --considered all --parents-say No --differences None --not-followed None --satisfied yes --next-on 11/6 ${TODAY}`,
    );
    await terminal.answer('Held on', '13/3');
    await terminal.sees('? A decision (what | who | by when');
    terminal.type('Find a tutor for French | social-worker | 31/2');
    terminal.press('Enter');
    await terminal.sees('"31/2" is not a date.');
    await terminal.sees('↑ brings back what you typed');
    terminal.press('Up');
    await terminal.sees(/tor for French \| social-worker \| 31\/2 *$/m);
    terminal.rub(4);
    terminal.type('17/4');
    terminal.press('Enter');
    await terminal.sees('✔ A decision');
    terminal.press('C-c');
  });

  it('what is typed while the program works is kept for the questions to come, in their order', async () => {
    terminal.run(`new-review ${TODAY}`);
    for (const answer of ['K77', 'Siân Ames', '2/5/2015']) {
      terminal.type(answer);
      terminal.press('Enter');
    }
    await terminal.sees('✔ Reference K77');
    await terminal.sees('✔ Name Siân Ames');
    await terminal.sees('→ Saturday 2 May 2015, aged 10');
    await terminal.sees('? Looked after from');
    // Pasted in one piece, a key of the list among them.
    terminal.type('13/3\r2\r16/3\r');
    await terminal.sees(/✔ The unit was told on .*16\/3/);
    await terminal.sees('? Placement');
    terminal.press('C-c');
    await terminal.sees('exit 130');
  });

  it('what is typed at the tray while a command runs is taken by what it asks', async () => {
    terminal.run(TODAY);
    terminal.type('/ann');
    terminal.press('Enter');
    terminal.type('1');
    terminal.press('Enter');
    await terminal.sees('✔ Number, or Enter for the list /ann');
    await terminal.sees('✔ Which, or Enter to go back 1');
  });

  it('what was typed behind an answer that is refused is not taken for another answer', async () => {
    terminal.run(`new-review ${TODAY}`);
    await terminal.answer('Reference', 'K77');
    await terminal.sees('? Name');
    terminal.type('31/2/2015\rSchool\r');
    await terminal.sees('That is a date: type the name');
    await terminal.sees(/\? Name *$/m);
    terminal.press('C-c');
  });

  it('whether to save is never answered by what was typed before it could be read', async () => {
    const before = everything(made.db);
    terminal.run(`review plan K12 --meeting "27/3 10:00" --venue School ${TODAY}`);
    terminal.press('Enter');
    terminal.press('Enter');
    await terminal.sees(/\? Save\? \(Y\/n\) *$/m);
    expect(everything(made.db)).toBe(before);
    terminal.type('y');
    terminal.press('Enter');
    await terminal.sees('K12  review planned for Friday 27 March 2026, 10am.');
    await terminal.sees('exit 0');
  });
});
