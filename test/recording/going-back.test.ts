/** Questions that are gone back from, and answers that are offered again, in a real terminal. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openFile } from '../support/database';
import { unit } from '../support/harness';
import { closeTerminals, Terminal, why } from '../support/terminal';

/** What the database holds of answers that were not saved. */
function drafts(db: string): { answers: string; children: string }[] {
  const file = openFile(db, { readonly: true });
  try {
    return file.prepare('SELECT answers, children FROM draft ORDER BY id').all() as never;
  } finally {
    file.close();
  }
}

describe.skipIf(why !== '')('questions in a terminal', () => {
  let db: string;

  beforeEach(async () => {
    const york = await unit('york');
    db = york.db;
    for (const ref of ['K12', 'K13']) {
      const made = await york.run(
        `new-review --ref ${ref} --name "Jayden ${ref === 'K12' ? 'Ash' : 'Oak'}" --born 2012-05-02 --looked-after 2026-03-02 --iro "A Khan" --today 2026-03-02 --yes`,
      );
      expect(made.code).toBe(0);
    }
  });

  afterAll(closeTerminals);

  it.each([60, 100])(
    'are gone back from in the middle, with the answer there, at %i columns',
    async (columns) => {
      const terminal = new Terminal(db, columns);
      terminal.run('new-review --today 2026-03-16');
      await terminal.sees('(< goes back, Control-C stops)');
      await terminal.answer('Reference', 'K77');
      await terminal.answer('Name', "Siân O'Brien");
      await terminal.answer('Date of birth', '2/5/2015');
      await terminal.answer('Looked after from', '13/3');
      await terminal.sees('? Legal basis');
      // A letter goes to the choice that begins with it.
      terminal.type('<');
      await terminal.sees('❯ < back');
      terminal.press('Enter');
      await terminal.sees('? Looked after from (13/3)');
      terminal.type('<');
      terminal.press('Enter');
      await terminal.sees('? Date of birth (2/5/2015)');
      terminal.type('<');
      terminal.press('Enter');
      await terminal.sees(/\? Name \(Siân O'Brien\) *$/m);
      await terminal.answer('Name', 'Ŵyn Łukasiewicz');
      await terminal.sees(/\? Date of birth \(2\/5\/2015\) *$/m);
      terminal.press('Enter');
      await terminal.sees(/\? Looked after from \(13\/3\) *$/m);
      terminal.press('Enter');
      await terminal.sees(/\? Legal basis *$/m);
      terminal.press('C-c');
      await terminal.sees('exit 130');
      // Said once, whatever was gone back from.
      expect(terminal.screen().split('goes back').length).toBe(2);
      expect(drafts(db)).toHaveLength(1);
    },
  );

  it('end the command kindly if the first one is gone back from', async () => {
    const terminal = new Terminal(db);
    terminal.run('new-review --today 2026-03-16');
    await terminal.sees('? Reference');
    terminal.type('<');
    terminal.press('Enter');
    await terminal.sees('Nothing was saved.');
    await terminal.sees('exit 0');
    expect(drafts(db)).toEqual([]);
  });

  it('at Save? are gone back from too: < is no yes', async () => {
    const terminal = new Terminal(db);
    terminal.run('review plan K12 --today 2026-03-16');
    await terminal.sees('? Which day');
    terminal.press('Down', 'Enter');
    await terminal.answer('Where', 'School');
    await terminal.sees('? Save?');
    terminal.type('perhaps');
    terminal.press('Enter');
    await terminal.sees('Type y for yes or n for no.');
    terminal.type('<');
    terminal.press('Enter');
    await terminal.sees('? Where (or the link) (Enter leaves it out) (School)');
    terminal.type('Town hall');
    terminal.press('Enter');
    await terminal.answer('Save?', 'y');
    await terminal.sees('exit 0');
    const shown = await terminal.prints('review show K12 --today 2026-03-16');
    expect(shown).toContain('Town hall');
    expect(shown).not.toContain('School');
  });

  it('a choice that is changed changes which questions follow', async () => {
    const terminal = new Terminal(db);
    terminal.run('review hold K12 --today 2026-03-16');
    await terminal.answer('Held on', '13/3');
    await terminal.sees('? How did the child take part?');
    terminal.press('Down', 'Enter');
    await terminal.sees('? Did the IRO speak with K12 in private');
    terminal.type('no');
    terminal.press('Enter');
    for (const left of ['At what time?', 'Where was it', 'Who chaired']) await terminal.answer(left, '');
    await terminal.sees('? Who came?');
    terminal.press('Space', 'Enter');
    await terminal.sees('What did it consider?');
    terminal.press('Down', 'Down', 'Enter');
    await terminal.sees('? All but which, and why?');
    terminal.type('<');
    terminal.press('Enter');
    await terminal.sees(/❯ +\d+ {2}all but …/);
    terminal.press('Up', 'Enter');
    await terminal.sees('? What do the parents say?');
    expect(terminal.screen().split('What this review had to consider').length).toBe(2);
    terminal.press('C-c');
    await terminal.sees('exit 130');
  });

  it('what was answered before Control-C, and before no, is offered again, and after Save no more', async () => {
    const terminal = new Terminal(db);
    const line = 'review after K12 --today 2026-03-16';
    expect(
      await terminal.prints('review hold K12 --on 2026-03-13 --code PN1 --yes --today 2026-03-13'),
    ).toContain('exit 0');
    terminal.run(line);
    await terminal.answer('Decisions sent on', '16/3');
    await terminal.sees('? How were they sent?');
    terminal.press('Enter');
    await terminal.answer('Received by the manager on', '16/3');
    await terminal.sees('? The manager’s answer');
    terminal.press('Down', 'Down', 'Enter');
    await terminal.answer('What does the manager disagree with?', 'Contact with Jayden twice a month');
    await terminal.sees('? Answered on');
    terminal.press('C-c');
    await terminal.sees('exit 130');
    const [draft] = drafts(db);
    // No name, and nothing of the questions, that could be read.
    expect(draft!.answers).toMatch(/Contact with ⟦child \d+ given⟧ twice a month/);
    expect(draft!.answers).not.toMatch(/Jayden|manager|disagree/);
    expect(draft!.answers).toContain('2026-03-16');

    terminal.run(`${line} `);
    await terminal.sees(
      /You had begun this today at (?:\d{1,2}(?::\d\d)?[ap]m|midday|midnight): go on with those answers\?/,
    );
    terminal.press('Enter');
    await terminal.sees('✔ What does the manager disagree with? Contact with Jayden twice a month');
    await terminal.answer('Answered on', '16/3');
    await terminal.answer('Who answered?', "B O'Brien");
    for (const more of ['Care plan updated on', 'Full record completed on']) await terminal.answer(more, '');
    await terminal.answer('Save?', 'n');
    await terminal.sees('Nothing was saved.');
    await terminal.sees('exit 0');
    expect(drafts(db)).toHaveLength(1);

    terminal.run(`${line}  `);
    await terminal.sees('go on with those answers?');
    terminal.press('Enter');
    await terminal.sees('? Save?');
    terminal.press('Enter');
    await terminal.sees('exit 0');
    expect(drafts(db)).toEqual([]);
    const shown = await terminal.prints(`${line} --no-input`);
    expect(shown).toMatch(/disagreed; Contact with .*Jayden twice a month; B O'Brien/s);
  });

  it('begun answers that are not wanted are forgotten, and are nobody else’s and of no other child', async () => {
    const terminal = new Terminal(db);
    terminal.run('review prepare K12 --today 2026-03-16');
    await terminal.answer('Introductory visit of the IRO', '13/3');
    terminal.press('C-c');
    await terminal.sees('exit 130');
    terminal.run('review prepare K13 --today 2026-03-16');
    await terminal.sees('? Introductory visit of the IRO');
    expect(terminal.screen()).not.toContain('You had begun');
    terminal.press('C-c');
    await terminal.sees('run 2 exit 130');
    terminal.run('review prepare K12 --today 2026-03-16');
    await terminal.answer('You had begun this', 'n');
    await terminal.sees('? Introductory visit of the IRO');
    terminal.press('C-c');
    await terminal.sees('run 3 exit 130');
    expect(drafts(db)).toEqual([]);
  });

  it('two people at two prompts each have their draft; who is refused at Save can go on', async () => {
    const [one, two] = [new Terminal(db), new Terminal(db, 100)];
    for (const terminal of [one, two]) terminal.run('review plan K12 --today 2026-03-16');
    for (const terminal of [one, two]) {
      await terminal.sees('? Which day');
      terminal.press('Down', 'Enter');
      await terminal.answer('Where', 'School');
      await terminal.sees('? Save?');
    }
    one.press('Enter');
    await one.sees('exit 0');
    two.press('Enter');
    await two.sees('changed meanwhile');
    await two.sees('exit 1');
    expect(drafts(db)).toHaveLength(1);
  });
});
