/** The tray: `irotool` alone on a terminal, in a real one, key by key. */
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { everything, widest } from '../support/facts';
import { folder, irotool, type Unit, unit } from '../support/harness';
import { closeTerminals, Terminal, why } from '../support/terminal';

const MORNING = '--today=2026-03-10';

/** Two children in care since 2 March; their reviews are planned for 30 March. */
const morning = (): Promise<Unit> =>
  unit('york', [
    ...[
      ['K1', 'Siân Ames'],
      ['K2', 'Ann O’Brien'],
    ].map(
      ([ref, name]) =>
        `new-review --ref ${ref} --name "${name}" --born 2015-05-02 --looked-after 2026-03-02 --today 2026-03-02 --iro "A Khan" --meeting "2026-03-30 10:00" --yes`,
    ),
    'done K1 K2 child-consult unit-notice --on 2026-03-06',
  ]);

describe('irotool alone without a terminal', () => {
  it('is help, as before, and the tray by its name is refused with what to type', async () => {
    expect((await irotool([])).err).toContain('Usage: irotool');
    const { db } = await morning();
    expect((await irotool(['--db', db])).err).toContain('Usage: irotool');
    expect(await irotool(['tray', '--db', db])).toMatchObject({
      code: 2,
      err: 'The tray is for a terminal. irotool due --week\n',
    });
  });
});

describe.skipIf(why !== '')('irotool alone on a terminal', { timeout: 120_000 }, () => {
  let made: Unit;
  beforeEach(async () => {
    made = await morning();
  });
  afterAll(closeTerminals);

  /** A terminal in which the tray was begun, with its list. */
  async function begun(columns: number, flags = ''): Promise<Terminal> {
    const terminal = new Terminal(made.db, columns);
    terminal.run(`${MORNING} ${flags}`);
    await terminal.sees('? Number, or Enter for the list');
    return terminal;
  }

  const typed = (terminal: Terminal, text: string): void => {
    if (text !== '') terminal.type(text);
    terminal.press('Enter');
  };

  it.each([60, 80, 120])(
    'shows the morning at %i columns: names from 100, initials below',
    async (columns) => {
      const terminal = await begun(columns);
      const screen = terminal.screen();
      expect(widest(screen)).toBeLessThanOrEqual(columns);
      expect(screen).toMatch(
        new RegExp(
          `^ +1 {2}1 day late +${columns === 120 ? 'Social worker and IRO' : 'Discuss review with IRO'}`,
          'm',
        ),
      );
      expect(screen).toContain(columns === 120 ? 'K1/1 Siân Ames' : 'K1/1 SA');
      expect(screen.includes('Ames')).toBe(columns === 120);
      // Who acts has a column, or stands after what is to be done.
      expect(screen).toMatch(columns > 60 ? /social worker/ : /Discuss review with IRO: social/);
    },
  );

  it.each([60, 120])('says in its head at %i columns as many as there are rows and more', async (columns) => {
    const db = join(folder(), 'demo.db');
    await irotool(['demo', '--children', '60', '--today', '2026-03-30', '--db', db]);
    const terminal = new Terminal(db, columns);
    terminal.run('--today=2026-03-30');
    await terminal.sees('? Number, or Enter for the list');
    const screen = terminal.screen();
    const head = screen.slice(screen.indexOf('2026'), screen.search(/^ +1 {2}/m)).replaceAll(/\s+/g, ' ');
    const counted = [
      ...head.matchAll(/(\d+) (?:meetings? today|steps? late|for today|to settle|to plan|later this week)/g),
    ];
    const rows = screen.match(/^ *\d+ {2}/gm)!.length;
    const more = Number(/(\d+) more this week/.exec(screen)?.[1] ?? 0);
    expect(more).toBeGreaterThan(0);
    expect(counted.reduce((sum, [, each]) => sum + Number(each), 0)).toBe(rows + more);
  });

  it('takes --names and --no-names, and the unit’s own setting', async () => {
    expect((await begun(120, '--no-names')).screen()).not.toContain('Ames');
    expect((await begun(80, '--names')).screen()).toContain('Siân Ames');
    expect((await made.run('settings set screen.names maybe')).code).toBe(2);
    await made.run('settings set screen.names no');
    const terminal = await begun(120);
    typed(terminal, '1');
    await terminal.sees('Which, or Enter to go back');
    expect(terminal.screen()).not.toContain('Ames');
  });

  it('opens a number, asks the day, runs done and shows it; the list that comes back is shorter', async () => {
    const terminal = await begun(80);
    typed(terminal, '1');
    await terminal.sees('K1/1  Siân Ames: Social worker and IRO discuss the review, 1 working day late');
    await terminal.sees('  1  It was done');
    await terminal.sees('  2  Why this date');
    typed(terminal, '1');
    await terminal.sees('? Done on [today]');
    typed(terminal, '9/3');
    await terminal.sees('? Monday 9 March 2026. Record it? y or n');
    // Enter alone records nothing.
    typed(terminal, '7');
    await terminal.sees('Type y for yes or n for no.');
    // Enter alone records nothing, and says so.
    typed(terminal, '');
    await terminal.sees(/Nothing was recorded\.\n\? Which, or Enter to go back *$/m);
    expect((await made.run(`explain K1 sw-iro-discuss --json ${MORNING}`)).out).toContain('"metOn": null');
    typed(terminal, '1');
    await terminal.sees(/\? Done on \[today\] *$/m);
    typed(terminal, '9/3');
    await terminal.sees(/\? Monday 9 March 2026. Record it\? y or n *$/m);
    typed(terminal, 'y');
    await terminal.sees('  irotool done K1 sw-iro-discuss --review 1 --on 2026-03-09');
    await terminal.sees('done on Monday 9 March 2026, in');
    expect((await made.run(`explain K1 sw-iro-discuss --json ${MORNING}`)).out).toContain(
      '"metOn": "2026-03-09"',
    );
    await terminal.sees(/\? Number, or Enter for the list *$/m);
    typed(terminal, '1');
    await terminal.sees('Number 1 was K1/1, Social worker');
    typed(terminal, '');
    await terminal.sees(/ 1 {2}1 day late +Discuss review with IRO +K2\/1/);
    typed(terminal, 'q');
    await terminal.sees('1 record. What is left: irotool due --week');
    await terminal.sees('exit 0');
  });

  it('goes back from what a choice asks to the choices, and from those to the list', async () => {
    const terminal = await begun(80);
    const back = async (question: RegExp): Promise<void> => {
      await terminal.sees(question);
      typed(terminal, '<');
      await terminal.sees(/<\n\? Which, or Enter to go back *$/m);
    };
    typed(terminal, '1');
    await terminal.sees(/Which, or Enter to go back *$/m);
    typed(terminal, '1');
    await back(/\? Done on \[today\] *$/m);
    typed(terminal, '');
    await terminal.sees(/\? Number, or Enter for the list *$/m);
    typed(terminal, '/obrien');
    await terminal.sees('Put a wrong day right');
    const right = / (\d+) +Put a wrong day right/.exec(terminal.screen())![1]!;
    typed(terminal, right);
    await back(/\? Which has the wrong day, or Enter to go back *$/m);
    typed(terminal, right);
    await terminal.sees(/\? Which has the wrong day, or Enter to go back *$/m);
    typed(terminal, '2');
    await back(/\? The right day \[today\] *$/m);
    typed(terminal, '<');
    await terminal.sees(/\? Enter for the list *$/m);
  });

  it('counts on leaving what was recorded, and not what was begun and given up', async () => {
    const terminal = await begun(80);
    typed(terminal, 'n');
    await terminal.sees(/Reference *$/m);
    typed(terminal, '<');
    await terminal.sees('Nothing was saved.');
    await terminal.sees(/\? Number, or Enter for the list *$/m);
    typed(terminal, 'q');
    await terminal.sees('Nothing was recorded. What is left: irotool due --week');
  });

  it('ties a late review to its meeting, and offers first what is likely: before its day to invite or move it, then that it was held', async () => {
    made = await unit('york', [
      'new-review --ref K3 --name "Sam Roe" --born 2015-05-02 --looked-after 2026-02-02 --today 2026-02-02 --iro "A Khan" --yes',
      'review plan K3 --meeting "2026-03-30 10:00" --late-because "the IRO was ill" --agreed-by Boss --today 2026-03-03 --yes',
    ]);
    const opened = async (today: string, lines: readonly string[]): Promise<string> => {
      const terminal = new Terminal(made.db, 80);
      terminal.run(today);
      await terminal.sees('? Number, or Enter for the list');
      const number = /^ *(\d+) .*Hold the first review/m.exec(terminal.screen())![1]!;
      typed(terminal, number);
      await terminal.sees('Which, or Enter to go back');
      const screen = terminal.screen();
      expect(screen.match(/^ {2}\d {2}.*$/gm)).toEqual(lines.map((line, at) => `  ${at + 1}  ${line}`));
      return screen.replaceAll(/\s+/g, ' ');
    };
    const before = ['Plan another day', 'It was held', 'Why this date'];
    expect(await opened(MORNING, ['Write the letters', ...before])).toContain(
      'Hold the first review, 6 working days late (due Monday 2 March 2026); planned for Monday 30 March 2026, 28 days after the limit.',
    );
    await made.run('done K3 invite --on 2026-03-10 --today 2026-03-10');
    await opened(MORNING, before);
    await opened('--today=2026-03-31', ['It was held', 'Plan another day', 'Why this date']);
    for (const line of ['child show K3', 'review show K3']) {
      expect((await made.run(`${line} ${MORNING}`)).out.replaceAll(/\s+/g, ' ')).toContain(
        '28 days after the limit',
      );
    }
    await made.run('review cancel K3 --reason "the school is shut" --agreed-by Boss --today 2026-03-10');
    await opened(MORNING, ['Plan the meeting', 'It was held', 'Why this date']);
  });

  it('ticks off several numbers on one day', async () => {
    const terminal = await begun(80);
    typed(terminal, '1 2');
    await terminal.sees('They were done, all 2 on one day');
    typed(terminal, '1');
    await terminal.sees('? Done on [today]');
    typed(terminal, '');
    await terminal.sees('Record it? y or n');
    typed(terminal, 'y');
    await terminal.sees('irotool done 1 2 --on 2026-03-10');
    await terminal.sees(/K2 {2}Social worker and IRO discuss the review: done on Tuesday 10 March/);
  });

  it('finds a child by name and goes on with them, and shows the week, whose numbers then count', async () => {
    const terminal = await begun(80);
    typed(terminal, '/obrien');
    await terminal.sees('Ann O’Brien');
    // Their rows of the list together, the most urgent first; then what comes next.
    await terminal.sees(
      /Social worker and IRO discuss the review, 1 working day late[\s\S]*\n +1 {2}It was done/,
    );
    await terminal.sees(
      /Send the invitations[\s\S]*\d {2}Write the letters[\s\S]*K2 besides:\n +\d+ {2}Next: /,
    );
    typed(terminal, / (\d+) +Why that is next/.exec(terminal.screen())![1]!);
    await terminal.sees('irotool review next K2');
    // What was only shown is followed by what can be done, with the same numbers.
    await terminal.sees(
      /K2\/1: [\s\S]*Social worker and IRO discuss the review[\s\S]*\n +1 {2}It was done[\s\S]*\? Which, or Enter to go back *$/m,
    );
    typed(terminal, '2');
    await terminal.sees(
      /irotool explain K2 [\s\S]*\n +1 {2}It was done[\s\S]*\? Which, or Enter to go back *$/m,
    );
    typed(terminal, '');
    await terminal.sees(/^\? Enter for the list *$/m);
    // A number of the list that was shown before means nothing now.
    typed(terminal, '3');
    await terminal.sees('There is no 3: the list is not shown. Enter shows the list, with its numbers.');
    typed(terminal, 'w');
    await terminal.sees('MONDAY 16 MARCH');
    await terminal.sees(/ 3-4 +Send the invitations .*K1\/1 SA, K2\/1/);
    const number = / \d+-(\d+) +Send the invitations /.exec(terminal.screen())![1]!;
    typed(terminal, number);
    await terminal.sees('K2/1  Ann O’Brien: Send the invitations');
    await terminal.sees('  1  Write the letters');
    await terminal.sees('  2  It was done');
  });

  it('gives those who are found numbers, which mean them until the list is shown again', async () => {
    const terminal = await begun(80);
    typed(terminal, '/k');
    await terminal.sees(/^ 1 {2}K1 {2}Siân Ames.*\n 2 {2}K2 {2}Ann O’Brien/m);
    await terminal.sees(/^\? Number of who was found, or Enter for the list *$/m);
    typed(terminal, '3');
    await terminal.sees('There is no 3: 2 children were found.');
    typed(terminal, '2');
    await terminal.sees('K2 besides:');
    await terminal.sees(/Which, or Enter to go back *$/m);
    typed(terminal, '');
    await terminal.sees(/^\? Number of who was found, or Enter for the list *$/m);
    typed(terminal, '');
    await terminal.sees(/^\? Number, or Enter for the list *$/m);
  });

  it('says of more children than are shown how many there are, and what to type', async () => {
    const db = join(folder(), 'demo.db');
    await irotool(['demo', '--children', '60', '--today', '2026-03-30', '--db', db]);
    const terminal = new Terminal(db, 80);
    terminal.run('--today=2026-03-30');
    await terminal.sees('? Number, or Enter for the list');
    typed(terminal, '/c10');
    await terminal.sees('Number of who was found');
    typed(terminal, '31');
    await terminal.sees(
      /\d+ children were found, and the first 30 of them have a number\.\s+Type \/ and more/,
    );
    expect(terminal.screen()).not.toContain('There is no 31');
  });

  it('tells apart what was recorded twice on one day of a child, when a wrong day is put right', async () => {
    await made.run(`review prepare K2 --papers report,care-plan --on 2026-03-06 --yes ${MORNING}`);
    const terminal = await begun(80);
    typed(terminal, '/obrien');
    await terminal.sees('Put a wrong day right');
    typed(terminal, / (\d+) +Put a wrong day right/.exec(terminal.screen())![1]!);
    await terminal.sees('Which has the wrong day');
    const rows = terminal
      .screen()
      .split('\n')
      .filter((line) => /^ {2}\d {2}\w{3} \d+ \w{3} /.test(line));
    const said = rows.map((row) => row.slice(5));
    expect(said.length).toBeGreaterThan(3);
    expect(new Set(said).size).toBe(said.length);
  });

  it('asks to save by the child’s name, also an everyday step that was asked for', async () => {
    const terminal = new Terminal(made.db, 80);
    terminal.run(`review plan K2 ${MORNING}`);
    await terminal.sees('? Which day');
    terminal.press('Down', 'Down', 'Enter');
    await terminal.answer('Where', 'Town Hall');
    await terminal.answer('Why is it planned again?', 'The hall is free');
    await terminal.answer('Who agreed to the new day?', '');
    await terminal.sees(/K2 {2}Ann O’Brien: review planned for [^?]*Town Hall[^?]*\? Save\?/);
    terminal.press('C-c');
  });

  it('takes an informal dispute to its next stage, and asks with whom', async () => {
    await made.run(`dispute open K1 --about "the school" --to "Jo Smith" --on 2026-03-05 ${MORNING} --yes`);
    const terminal = await begun(80);
    typed(terminal, /(\d+) .*Resolve the informal/.exec(terminal.screen())![1]!);
    await terminal.sees('Take it to the next stage');
    typed(terminal, / (\d+) +Take it to the next stage/.exec(terminal.screen())![1]!);
    await terminal.answer('Taken further: raised with whom?', 'Pat Boss');
    await terminal.sees('? The answer is asked for by');
    terminal.press('Enter');
    await terminal.sees('irotool dispute stage K1 D1 --to "Pat Boss"');
    await terminal.sees(/raised with Pat Boss/);
  });

  it('of a meeting that was planned for a wrong day asks for the right day of the meeting', async () => {
    const own = await unit('york', [
      'new-review --ref K9 --name "Zed Quill" --born 2012-01-04 --looked-after 2026-03-02 --basis C2 --today 2026-03-02 --yes',
      'review plan K9 --meeting "2026-03-25 10:00" --venue School --today 2026-03-03 --yes',
    ]);
    const terminal = new Terminal(own.db, 80);
    terminal.run(MORNING);
    await terminal.sees(/\? Number, or Enter for the list *$/m);
    typed(terminal, '/quill');
    await terminal.sees('Put a wrong day right');
    typed(terminal, / (\d+) +Put a wrong day right/.exec(terminal.screen())![1]!);
    await terminal.sees(/review planned for Wednesday 25 March 2026$/m);
    typed(terminal, / (\d+) .*review planned for/.exec(terminal.screen())![1]!);
    await terminal.sees(/\? The right day of the meeting *$/m);
    typed(terminal, '26/3');
    await terminal.sees(/\? Save\? \(Y\/n\) *$/m);
    typed(terminal, 'y');
    await terminal.sees('K9  put right:');
    const { out } = await own.run(`review show K9 --json ${MORNING}`);
    expect(out).toContain('2026-03-26');
  });

  it('puts a wrong day right: what was recorded last of a child is shown, and the right day asked', async () => {
    const terminal = await begun(60);
    typed(terminal, '/obrien');
    await terminal.sees(/\d {2}Put a wrong day right/);
    // No word is broken between two lines.
    expect(widest(terminal.screen())).toBeLessThanOrEqual(60);
    typed(terminal, / (\d+) +Put a wrong day right/.exec(terminal.screen())![1]!);
    await terminal.sees(/^ {2}2 {2}Fri 6 Mar {2}child consulted$/m);
    typed(terminal, '2');
    await terminal.sees(/\? The right day \[today\] *$/m);
    typed(terminal, '5/3');
    // Both were ticked by one command.
    await terminal.sees('? Recorded of K1 too: of whom is it put right?');
    await terminal.sees('  K2 alone');
    terminal.press('Down');
    await terminal.sees(/❯ +\d+ {2}all of them: K2 and K1/);
    terminal.press('Down');
    await terminal.sees(/❯ +\d+ {2}K2 alone/);
    terminal.press('Enter');
    await terminal.sees('Friday 6 March 2026 → Thursday 5 March 2026');
    await terminal.sees(/\? Save\? \(Y\/n\) *$/m);
    typed(terminal, 'y');
    await terminal.sees('K2  put right:');
    const { out } = await made.run(`explain K2 child-consult --json ${MORNING}`);
    expect(out).toContain('"metOn": "2026-03-05"');
    expect((await made.run(`explain K1 child-consult --json ${MORNING}`)).out).toContain(
      '"metOn": "2026-03-06"',
    );
  });

  it('has no day to put right of a child of whom nothing is recorded yet, and says so', async () => {
    await made.run('child add --ref K9 --name "Ida Roe" --born 2015-05-02 --yes');
    const terminal = await begun(60);
    typed(terminal, '/ida');
    await terminal.sees('Put a wrong day right');
    typed(terminal, / (\d+) +Put a wrong day right/.exec(terminal.screen())![1]!);
    await terminal.sees(/Nothing is recorded of K9 yet\.\n\? Which, or Enter to go back *$/m);
    typed(terminal, '');
    await terminal.sees(/^\? Enter for the list *$/m);
  });

  it('takes a command that is typed as a shell takes it, with a part of a word in quotes', async () => {
    const terminal = await begun(80);
    typed(terminal, 'irotool child add --ref K9 --name="Ida Roe" --born 2015-05-02 --yes');
    await terminal.sees('K9  added.');
    expect((await made.run('child show K9 --json')).out).toContain('"Ida Roe"');
  });

  it('says what it does not understand, helps, and leaves everything as it was if Control-C is pressed', async () => {
    const before = everything(made.db);
    const terminal = await begun(60);
    typed(terminal, '?');
    await terminal.sees('Nothing is recorded before');
    // No word is broken between two lines.
    expect(terminal.screen().replaceAll(/\s+/g, ' ')).toContain('Nothing is recorded before you say so.');
    typed(terminal, '99');
    await terminal.sees('There is no 99 on the list you last saw');
    typed(terminal, 'hello');
    await terminal.sees('Type a number of the list, /NAME');
    typed(terminal, '1');
    await terminal.sees(/Which, or Enter to go back *$/m);
    terminal.press('C-c');
    await terminal.sees('Back at the list. Nothing was recorded.');
    terminal.press('C-c');
    await terminal.sees('Nothing was recorded. What is left');
    await terminal.sees('exit 0');
    expect(everything(made.db)).toBe(before);
  });

  it('an open row takes what is for the list, and asks again if what was answered is refused', async () => {
    const own = await unit('york', [
      'new-review --ref K1 --name "Ann Early" --born 2015-05-02 --looked-after 2026-03-02 --basis V2 --today 2026-03-02 --yes',
      'review plan K1 --meeting "25/3/2026 10:00" --today 2026-03-12 --yes',
    ]);
    const terminal = new Terminal(own.db, 80);
    terminal.run('--today 2026-03-13');
    await terminal.sees(/Number, or Enter for the list *$/m);
    const row = /^ *(\d+) .*Send the invitations/m.exec(terminal.screen())![1]!;
    typed(terminal, row);
    await terminal.sees(/\d {2}It was done/);
    const done = / (\d) {2}It was done/.exec(terminal.screen())![1]!;
    typed(terminal, done);
    await terminal.answer('Done on [today]', '10/3');
    await terminal.answer('Tuesday 10 March 2026', 'y');
    await terminal.sees('“Send the invitations” has been asked for since Thursday 12 March 2026 only');
    await terminal.sees(/\? Which, or Enter to go back *$/m);
    typed(terminal, '/early');
    await terminal.sees('born 2 May 2015');
    await terminal.sees(/\? Which, or Enter to go back *$/m);
    typed(terminal, 'q');
    await terminal.sees('Nothing was recorded. What is left');
  });

  it('done with a child alone asks which duty, and takes a name', async () => {
    const terminal = new Terminal(made.db, 80);
    terminal.run(`done obrien ${MORNING}`);
    await terminal.sees('Ann O’Brien is K2.');
    await terminal.sees('? What was done for K2?');
    terminal.type('Soc');
    terminal.press('Enter');
    await terminal.sees('K2  Social worker and IRO discuss the review: done on Tuesday 10 March');
  });
});
