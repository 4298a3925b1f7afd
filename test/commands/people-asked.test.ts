/** Someone new, asked for in a real terminal: what letters need of them is asked with the name, and each may be left. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { unit } from '../support/harness';
import { closeTerminals, Terminal, why } from '../support/terminal';

const CAME =
  'new-review --ref K1 --name "Kim Roe" --born 2012-05-02 --looked-after 2026-03-02 --iro "A Khan" --today 2026-03-02 --yes';

describe.skipIf(why !== '')('in a real terminal', { timeout: 60_000 }, () => {
  afterAll(closeTerminals);
  let made: Awaited<ReturnType<typeof unit>>;
  let terminal: Terminal;
  beforeEach(async () => {
    made = await unit('york', [CAME]);
    terminal = new Terminal(made.db);
  });
  const people = async (): Promise<unknown> =>
    (JSON.parse((await made.run('child people K1 --json')).out) as { people: unknown }).people;

  it('child link asks what a relative is, their responsibility and how to reach them, and Enter leaves each', async () => {
    terminal.run('child link K1 --today 2026-03-16');
    await terminal.answer('Name', 'Bet Roe');
    await terminal.sees('? Role');
    terminal.type('relative');
    await terminal.sees(/❯ +\d+ {2}relative/);
    terminal.press('Enter');
    await terminal.answer('What are they to the child', 'grandmother');
    await terminal.sees('? Parental responsibility');
    terminal.press('Up');
    terminal.press('Up');
    await terminal.sees(/❯ +\d+ {2}Yes/);
    terminal.press('Enter');
    await terminal.sees('? E-mail address');
    terminal.type('bet at home');
    terminal.press('Enter');
    await terminal.sees('is not one plain e-mail address');
    await terminal.answer('E-mail address', 'bet@roe.example');
    await terminal.answer('Telephone', '');
    await terminal.answer('Address for letters', '1 High Street, York');
    // All that will be kept stands above the question.
    await terminal.sees('? Save?');
    for (const kept of [
      /^K1 {2}Kim Roe: Bet Roe, relative$/m,
      /^ +What they are to the child +grandmother$/m,
      /^ +Parental responsibility +yes$/m,
      /^ +E-mail +bet@roe\.example$/m,
      /^ +Address +1 High Street, York$/m,
    ])
      expect(terminal.screen()).toMatch(kept);
    expect(terminal.screen()).not.toMatch(/^ +Telephone/m);
    expect(await people()).toEqual([]);
    terminal.press('Enter');
    await terminal.sees('exit 0');
    expect(await people()).toMatchObject([
      {
        ...{ name: 'Bet Roe', tag: 'grandmother', role: 'relative', relationship: 'grandmother' },
        ...{
          responsibility: true,
          email: 'bet@roe.example',
          telephone: null,
          address: '1 High Street, York',
        },
      },
    ]);
  });

  it('child link asks nothing of whoever typed what is needed', async () => {
    const shown = await terminal.prints('child link K1 "Bet Roe" --role grandmother --today 2026-03-16');
    expect(shown).toContain('exit 0');
    expect(shown).not.toContain('? ');
  });

  it('new-review refuses a date as the name, and says the law’s last day before it asks for the meeting', async () => {
    terminal.run('new-review --today 2026-03-16');
    await terminal.answer('Reference', 'K2');
    await terminal.sees('? Name');
    terminal.type('31/02/2016');
    terminal.press('Enter');
    await terminal.sees('> That is a date: type the name, such as Jane Roe.');
    await terminal.answer('Name', 'Jane Roe');
    await terminal.answer('Date of birth', '2/5/2015');
    await terminal.answer('Looked after from', '13/3');
    await terminal.sees('? Legal basis');
    terminal.press('Down', 'Enter');
    const optional = [
      'Time, if known',
      'The unit was told on',
      'Placement',
      'Social worker',
      'Team',
      'A brother or sister',
      'Who has parental responsibility?',
    ];
    for (const question of optional) await terminal.answer(question, '');
    await terminal.sees('? IRO');
    terminal.press('Down', 'Enter');
    // 20 working days from Friday 13 March.
    await terminal.sees(
      /The review is to be held by Tuesday 14 April 2026 \(LAW\)\.[\s\S]*\? Meeting \(day and time\), if fixed/,
    );
    terminal.press('C-c');
    await terminal.sees('exit 130');
    const flag = await made.run('person add --name 31/02/2016 --role iro');
    expect(flag.code).toBe(2);
    expect(flag.err.replaceAll(/\s+/g, ' ')).toContain(
      '--name: that cannot be a name. That is a date: type the name, such as Jane Roe.',
    );
  });

  it('person add asks the team, the e-mail address and the telephone', async () => {
    terminal.run('person add --role iro --today 2026-03-16');
    await terminal.answer('Name', 'Zofia Lis');
    await terminal.answer('Team', 'East');
    await terminal.answer('E-mail address', 'z.lis@council.gov.uk');
    await terminal.answer('Telephone', '01904 555 123');
    await terminal.sees('? Save?');
    expect(terminal.screen()).toMatch(
      /^Zofia Lis, IRO\n +Team +East\n +E-mail +z\.lis@council\.gov\.uk\n +Telephone +01904 555 123$/m,
    );
    terminal.press('Enter');
    await terminal.sees('exit 0');
    const { out } = await made.run('person show "Zofia Lis" --json');
    for (const each of ['z.lis@council.gov.uk', '01904 555 123', 'East'])
      expect(terminal.screen() + out).toContain(each);
  });

  it('irm link shows what was answered, and keeps nothing after a no', async () => {
    await made.run('irm add --ref A1 --kind foster-carer --name "Ash Oak" --yes');
    terminal.run('irm link A1 --as household --today 2026-03-16');
    await terminal.answer('Name', 'Elm Oak');
    await terminal.answer('E-mail address', '');
    await terminal.answer('Telephone', '01904 555 123');
    await terminal.answer('Address for letters', '');
    await terminal.sees('? Save?');
    expect(terminal.screen()).toMatch(
      /^A1 .*: Elm Oak\n +They are +Someone who lives in the household\n +Telephone +01904 555 123$/m,
    );
    terminal.type('n');
    terminal.press('Enter');
    await terminal.sees('Nothing was saved.');
    expect((await made.run('irm show A1')).out).not.toContain('Elm');
  });

  it('who agreed is taken by a part of a colleague’s name, which is said; anyone else as typed', async () => {
    expect((await made.run('person add --role manager --name "Mo Pawlak"')).code).toBe(0);
    const plan = 'review plan K1 --meeting "2026-05-06 10:00" --venue School --late-because Illness';
    const shown = await terminal.prints(`${plan} --agreed-by pawlak --yes --today 2026-03-16`);
    expect(shown).toContain('pawlak is Mo Pawlak.');
    const agreed = async () => (await made.run('child show K1 --history')).out;
    expect(await agreed()).toContain('Mo Pawlak');
    // A script types the whole name: what it typed is kept.
    expect(
      (await made.run(`${plan.replace('05-06', '05-07')} --agreed-by pawlak --yes --today 2026-03-16`)).code,
    ).toBe(0);
    expect(await agreed()).toMatch(/pawlak/);
  });
});

describe('what someone is to the child, said after their tag was made', () => {
  const linked = async (...lines: string[]) => {
    const made = await unit('york', [
      CAME,
      'settings set unit.name Unit',
      'settings set unit.telephone 01904555123',
      'review plan K1 --meeting "2026-03-27 10:00" --venue School --today 2026-03-10 --yes',
      'child link K1 "Jo Roe" --role parent --responsibility yes',
    ]);
    const said: string[] = [];
    for (const line of lines) {
      const { code, out, err } = await made.run(line);
      expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
      said.push((out + err).replaceAll(/\s+/g, ' '));
    }
    return { ...made, said: said.join(' ') };
  };

  it('is a word by which they are chosen for a letter and on a list, and the tag is said to stay', async () => {
    const { run, said } = await linked('child link K1 "Jo Roe" --relationship mother');
    expect(said).toContain('“parent” stays the word for them in the record');
    const letter = await run('letter consultation-parent K1 --to mother --today 2026-03-13');
    expect([letter.code, letter.code === 0 ? '' : letter.err]).toEqual([0, '']);
    expect(letter.out).toContain('K1-1-consultation-parent-parent');
    expect((await run('review participants K1 --add mother --today 2026-03-13')).out).toContain('invited');
    expect((await run('child unlink K1 mother --on today')).code).toBe(0);
  });

  it('is refused with both if it is the tag of someone else, so that no letter goes to the wrong one', async () => {
    const { run } = await linked(
      'child link K1 "Ann Poe" --role parent --relationship mother',
      'child link K1 "Ann Poe" --tag mother --relationship aunt',
      'child link K1 "Jo Roe" --relationship mother',
    );
    for (const line of [
      'letter consultation-parent K1 --to mother',
      'review participants K1 --add mother',
      'child unlink K1 mother',
    ]) {
      const refused = await run(`${line} --today 2026-03-13`);
      expect(refused.code, line).toBe(1);
      expect(refused.err.replaceAll(/\s+/g, ' ')).toContain(
        'K1: “mother” is the tag of the aunt, and what “parent” is to the child. Type "aunt" or parent.',
      );
    }
    expect((await run('review participants K1 --add aunt --today 2026-03-13')).code).toBe(0);
  });
});
