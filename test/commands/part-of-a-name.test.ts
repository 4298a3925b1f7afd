/** A unique part of a name is a name: wherever one chooses what is shown, and on a terminal wherever one is recorded. */
import { afterAll, describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { unit } from '../support/harness';
import { flat } from '../support/said';
import { closeTerminals, Terminal, why } from '../support/terminal';

const LINES = [
  'person add --role iro --name "Wiktoria Pawlak"',
  'person add --role iro --name "Zofia Żuk"',
  'person add --role iro --name "Ann O’Brien-Shaw"',
  'person add --role manager --name "Mo Pawlak" --team "Children in Care East"',
  'person add --role social-worker --name "Kiran Mistry" --team "Children in Care West"',
  'new-review --ref K1 --name "Child One" --born 2015-05-02 --looked-after 2026-03-02 --iro "Wiktoria Pawlak" --social-worker "Kiran Mistry" --team "Children in Care East" --meeting "2026-03-26 10:00" --yes',
  'child link K1 "Jane Roe" --role parent --relationship mother --responsibility yes',
  'child link K1 "Jane Smith" --role teacher',
];

describe('a part of a name that nobody else has', () => {
  it.each([
    ['due --days 30 --iro pawlak', 'pawlak is Wiktoria Pawlak.', 'K1'],
    ['due --days 30 --team East', 'East is Children in Care East.', 'K1'],
    ['child list --iro Pawl', 'Pawl is Wiktoria Pawlak.', 'K1'],
    ['child list --team east', 'east is Children in Care East.', 'K1'],
    ['report overdue --team East', 'East is Children in Care East.', 'Overdue'],
    ['iro days zuk', 'zuk is Zofia Żuk.', 'Zofia Żuk'],
    ['person show obrien', 'obrien is Ann O’Brien-Shaw.', 'IRO'],
    ['person show "shaw ann"', 'shaw ann is Ann O’Brien-Shaw.', 'IRO'],
  ])('is whose it is, if it says what is shown: %s', async (line, says, shows) => {
    const { run } = await unit('york', LINES);
    const { code, out, err } = await run(line, { toPipe: true });
    expect([code, err.split(says).length]).toEqual([0, 2]);
    expect(out).toContain(shows);
  });

  it('leaves data alone: what is echoed is no part of it', async () => {
    const { run } = await unit('york', LINES);
    const { out } = await run('due --iro pawlak --json');
    expect(JSON.parse(out).deadlines).not.toEqual([]);
  });

  it.each([
    ['iro change K1 Żuk --reason "moved away"', 'There is no IRO "Żuk". Did you mean "Zofia Żuk"?'],
    ['review plan K1 --meeting "2026-03-27 10:00" --chair Zofia', 'Did you mean "Zofia Żuk"?'],
    ['record K1 iro-changed iro=zuk --on 2026-03-12', 'Did you mean "Zofia Żuk"?'],
    ['iro days Zofia mon tue', 'Did you mean "Zofia Żuk"?'],
    ['person edit Kiran --email k@example.org', 'Did you mean "Kiran Mistry"?'],
    ['person edit "Mo Pawlak" --role manager --manages zuk', 'Did you mean "Zofia Żuk"?'],
  ])(
    'is refused with the whole name, if it is recorded and nobody sees whom it was taken for: %s',
    async (line, says) => {
      const { run, db } = await unit('york', LINES);
      const before = everything(db);
      const { code, err } = await run(`${line} --yes`);
      expect(code).toBe(1);
      expect(flat(err)).toContain(says);
      expect(flat(err)).toContain(
        'What records takes a part of a name on a terminal only: type the whole name.',
      );
      expect(everything(db)).toBe(before);
    },
  );

  it('is told of no family without a terminal', async () => {
    const { run } = await unit('york', LINES);
    const { code, err } = await run('review participants K1 --add Roe --yes');
    expect(code).toBe(1);
    expect(err).toContain('K1 has nobody recorded by that name or tag.');
  });

  it('may be another’s in a script that adds whoever is new', async () => {
    const { run } = await unit('york', LINES);
    const { code } = await run(
      'new-review --ref K2 --name "Child Two" --born 2016-05-02 --looked-after 2026-03-02 --team East --yes',
    );
    expect(code).toBe(0);
    expect((await run('child list --team east')).out).toContain('K2');
  });
});

describe('a part of several names', () => {
  it('is refused with those that it is part of', async () => {
    const { run } = await unit('york', LINES);
    const { code, err } = await run('due --team "children in care"');
    expect(code).toBe(1);
    expect(flat(err)).toBe(
      '"children in care" is part of 2 names: "Children in Care East" and "Children in Care West". Type more of the name. ',
    );
  });
});

describe.skipIf(why !== '')('on a terminal', () => {
  afterAll(closeTerminals);

  it('a part is taken for what is recorded too, and it is said whose it is; of two people of a child it is asked', async () => {
    const { db } = await unit('york', LINES);
    const terminal = new Terminal(db);
    const changed = await terminal.prints(
      '--today 2026-03-13 iro change K1 zuk --reason "moved away" --independent yes --yes',
    );
    expect(flat(changed)).toContain('zuk is Zofia Żuk.');
    expect(flat(changed)).toContain('Zofia Żuk is the IRO from Friday 13 March 2026');
    const listed = await terminal.prints('--today 2026-03-13 review participants K1 --add roe --yes');
    expect(listed).toContain('roe is mother.');
    const two = await terminal.prints('--today 2026-03-13 review participants K1 --add jane --yes');
    expect(flat(two)).toContain('K1: 2 people have that in their name: mother and teacher.');
  });

  it('whoever would be added under a part of a known name is asked about', async () => {
    const { db } = await unit('york', LINES);
    const terminal = new Terminal(db);
    terminal.run('--today 2026-03-13 child edit K1 --social-worker mistry');
    await terminal.sees('Which social worker is meant?');
    expect(terminal.screen()).toContain('Kiran Mistry, who is recorded');
    terminal.press('C-c');
  });
});
