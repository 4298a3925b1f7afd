/** What brothers and sisters are asked about in a real terminal: once for all of them, and apart what differs. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { unit } from '../support/harness';
import { closeTerminals, Terminal, why } from '../support/terminal';

const child = (ref: string): string =>
  `new-review --ref ${ref} --name "Child ${ref}" --born 2013-05-02 --looked-after 2026-03-02 --basis C1 --placement U6 --iro "A Khan" --social-worker "S Worker" --today 2026-03-03 --yes`;
const MOVED = 'child moved K1 K2 K3 --to U4 --on 2026-03-11 --carer "N Foster" --today 2026-03-12';
const OF_TWO = 'Those who looked after K1 until now (carer) are';
const OF_ONE = 'Those who looked after K3 until now (aunt) are';

describe.skipIf(why !== '')('brothers and sisters in a terminal', () => {
  let terminal: Terminal;
  let db: string;
  let eventsOf: (ref: string) => Promise<string>;

  beforeEach(async () => {
    const made = await unit('england', [
      ...['K1', 'K2', 'K3'].map(child),
      'child link K1 K2 "C Foster" --role carer --today 2026-03-03',
      'child link K3 "Bet Roe" --role carer --relationship aunt --today 2026-03-03',
    ]);
    db = made.db;
    terminal = new Terminal(db, 100);
    eventsOf = async (ref) => (await made.run(`child show ${ref} --history --today 2026-03-12`)).out;
  });

  afterAll(closeTerminals);

  const choose = async (question: string, down: number): Promise<void> => {
    await terminal.sees(`? ${question}`);
    for (let pressed = 0; pressed < down; pressed++) terminal.press('Down');
    terminal.press('Enter');
    await terminal.sees(`✔ ${question}`);
  };

  it('are asked once what is the same of them, apart what differs, and once whether to save', async () => {
    terminal.run(MOVED);
    await choose(OF_TWO, 1);
    await choose(OF_ONE, 2);
    await terminal.answer('Save?', '');
    await terminal.sees('run 1 exit 0');
    const screen = terminal.screen();
    expect(screen.match(/^✔ .*/gm)).toEqual(
      [
        `${OF_TWO} no longer in touch with the child`,
        `${OF_TWO.replace('K1', 'K2')} no longer in touch with the child`,
        `${OF_ONE} still in touch with the child`,
        '✔ Save? (Y/n) Yes',
      ].map((line) => (line.startsWith('✔') ? line : `✔ ${line}`)),
    );
    expect(screen.match(/^K[123] {2}another placement/gm)).toEqual(
      ['K1', 'K2', 'K3'].map((ref) => `${ref}  another placement`),
    );
    for (const ref of ['K1', 'K2', 'K3']) expect(await eventsOf(ref)).toContain('(U4)');
    expect(
      (await terminal.prints('undo --why "Not yet" --yes --today 2026-03-12')).match(/struck out/g),
    ).toHaveLength(6);
  });

  it('are gone back from question to question, and nothing of any is saved after a no', async () => {
    const before = everything(db);
    terminal.run(MOVED);
    await choose(OF_TWO, 1);
    await choose(OF_ONE, 2);
    await terminal.sees('? Save?');
    terminal.type('<');
    terminal.press('Enter');
    await choose(OF_ONE, 0);
    await terminal.answer('Save?', 'n');
    await terminal.sees('Nothing was saved.');
    await terminal.sees('run 1 exit 0');
    const kept = everything(db);
    expect(kept.replaceAll(/draft[^\n]*/g, '')).toBe(before.replaceAll(/draft[^\n]*/g, ''));
  });
});
