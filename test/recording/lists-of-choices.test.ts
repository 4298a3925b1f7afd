/** Lists of choices, answered key by key in a real terminal: what is typed picks what it says, or nothing. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { unit } from '../support/harness';
import { closeTerminals, Terminal, why } from '../support/terminal';

describe.skipIf(why !== '')('a list of choices', () => {
  let terminal: Terminal;

  beforeEach(async () => {
    const york = await unit('york');
    const made = await york.run(
      'new-review --ref K12 --name "Jayden Ash" --born 2012-05-02 --looked-after 2026-03-02 --iro "A Khan" --today 2026-03-02 --yes',
    );
    expect(made.code).toBe(0);
    terminal = new Terminal(york.db);
  });

  afterAll(closeTerminals);

  const HOLD = 'review hold K12 --on 2026-03-13 --today 2026-03-16';

  /** Goes on to the question who came. */
  const toWhoCame = async (): Promise<void> => {
    terminal.run('review hold K12 --today 2026-03-16');
    await terminal.answer('Held on', '13/3');
    await terminal.sees('? How did the child take part?');
    terminal.type('1');
    terminal.press('Enter');
    await terminal.sees('? Did the IRO speak with K12 in private');
    terminal.type('no');
    terminal.press('Enter');
    for (const left of ['At what time?', 'Where was it', 'Who chaired']) await terminal.answer(left, '');
    await terminal.sees('? Who came?');
  };

  it.each(['1', '3', '7'])('records PN%s if that number is typed', async (number) => {
    terminal.run(HOLD);
    await terminal.sees('? How did the child take part?');
    terminal.type(number);
    await terminal.sees(`❯ PN${number}`);
    terminal.press('Enter');
    await terminal.sees(`✔ How did the child take part? PN${number}`);
    await terminal.sees('? Save?');
    terminal.press('C-c');
    await terminal.sees('exit 130');
  });

  it('takes the last number typed, and the code that is typed whole', async () => {
    terminal.run(HOLD);
    await terminal.sees('? How did the child take part?');
    terminal.type('13');
    await terminal.sees('❯ PN3');
    terminal.press('Down');
    await terminal.sees('❯ PN4');
    terminal.type('pn6');
    await terminal.sees('❯ PN6');
    terminal.press('C-c');
    await terminal.sees('exit 130');
  });

  it('shows the number that picks each row, and goes back by none of them', async () => {
    await toWhoCame();
    terminal.press('Enter');
    await terminal.sees('? What did it consider?');
    expect(terminal.screen()).toMatch(
      /❯ \(none chosen yet\)\n {2}1 {2}all of it\n {2}2 {2}all but …\n {2}3 {2}not recorded\n/,
    );
    terminal.type('9');
    await terminal.sees('No row has the number 9.');
    terminal.press('Enter');
    await terminal.sees('No row has the number 9. Nothing is chosen.');
    terminal.type('3');
    await terminal.sees('❯ 3  not recorded');
    terminal.press('Enter');
    await terminal.sees('✔ What did it consider? not recorded');
    await terminal.sees('? What do the parents say?');
    terminal.press('C-c');
    await terminal.sees('exit 130');
  });

  it('says that no row begins with what is typed, and Enter takes no other', async () => {
    terminal.run('person add --name "Ann Ash" --today 2026-03-16');
    await terminal.sees('? Role');
    terminal.type('m');
    await terminal.sees(/❯ +\d+ {2}manager/);
    terminal.type('other');
    await terminal.sees('No row begins with “mother”.');
    expect(terminal.screen()).not.toMatch(/❯ +\d+ {2}manager/);
    terminal.press('Enter');
    await terminal.sees('No row begins with “mother”. Nothing is chosen.');
    expect(terminal.screen()).not.toContain('✔ Role');
    terminal.type('social w');
    await terminal.sees(/❯ +\d+ {2}social.worker/);
    terminal.rub(8);
    await terminal.sees('❯ (none chosen yet)');
    terminal.press('C-c');
    await terminal.sees('exit 130');
  });

  it('leaves no tick at Enter if nothing is chosen, and says why', async () => {
    terminal.run(HOLD);
    await terminal.sees('? How did the child take part?');
    terminal.press('Enter', 'Enter', 'Enter');
    await terminal.sees('Nothing is chosen yet: type the number of a row, or go to it with the arrow keys.');
    expect(terminal.screen()).not.toContain('✔');
    expect(terminal.screen().split('How did the child take part?').length).toBe(2);
    terminal.press('C-c');
    await terminal.sees('exit 130');
  });

  describe('of which some are ticked', () => {
    it('has no box for going back, which a does not tick', async () => {
      await toWhoCame();
      expect(terminal.screen()).toMatch(/^ {2}< back$/m);
      terminal.type('a');
      await terminal.sees('❯◉ 1  The child');
      expect(terminal.screen()).not.toContain('◯');
      terminal.press('Up');
      await terminal.sees('❯ < back');
      terminal.press('Space');
      await terminal.sees('This row goes back, at Enter. It is no box to tick.');
      terminal.press('Down');
      await terminal.sees('❯◉ 1  The child');
      terminal.press('Enter');
      await terminal.sees(/✔ .*Who came\?.* The child,/);
      await terminal.sees('? What did it consider?');
      terminal.press('C-c');
      await terminal.sees('exit 130');
    });

    it('is gone back from by <, and shows the ticks again', async () => {
      await toWhoCame();
      terminal.type('<');
      await terminal.sees('❯ < back');
      terminal.press('Enter');
      await terminal.answer('Who chaired', '');
      await terminal.sees('? Who came?');
      terminal.type('1 2');
      await terminal.sees('❯◉ 2');
      terminal.press('Enter');
      await terminal.sees('? What did it consider?');
      terminal.type('<');
      terminal.press('Enter');
      await terminal.sees('❯◉ 1  The child');
      await terminal.sees(/ ◉ 2 /);
      terminal.press('C-c');
      await terminal.sees('exit 130');
    });

    it('says that nobody is ticked if Enter leaves it so', async () => {
      await toWhoCame();
      terminal.press('Enter');
      await terminal.sees(/✔ Who came\? .* nobody is ticked: not recorded/);
      await terminal.sees('? What did it consider?');
      terminal.press('C-c');
      await terminal.sees('exit 130');
    });
  });
});
