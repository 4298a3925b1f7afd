/** Someone new who is like someone recorded: one person does not become two by a slip. */
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/file/open';
import { everything } from '../support/facts';
import { unit } from '../support/harness';

let made: Awaited<ReturnType<typeof unit>>;

beforeEach(async () => {
  made = await unit();
  for (const line of [
    'person add --role iro --name "Siân O\'Brien" --team "Children in Care East"',
    'person add --role iro --name "Ann Lee"',
    'person add --role social-worker --name "Zofia Łukasiewicz" --team "Children in Care East"',
    'new-review --ref K1 --name "Łukasz Nowak" --born 2015-05-02 --looked-after 2026-03-02 --yes',
  ]) {
    expect((await made.run(line)).err).not.toContain('Nothing was saved');
  }
});

const K9 = 'new-review --ref K9 --name "Other Child" --born 2014-01-05 --looked-after 2026-03-02 --yes';

async function names(role: string): Promise<string[]> {
  const { people } = JSON.parse((await made.run(`person list --role ${role} --json`)).out) as {
    people: { name: string }[];
  };
  return people.map(({ name }) => name);
}

describe('one name, however it is written', () => {
  it.each(['siân o’brien', 'SIÂN OʼBRIEN', 'Sia\u0302n  O`Brien'])(
    '%s is the IRO who is known',
    async (typed) => {
      const { code, err } = await made.run([
        'new-review',
        ...K9.split(' --').slice(1).flatMap(flagged),
        '--iro',
        typed,
      ]);
      expect([code, err]).toEqual([0, expect.not.stringContaining('is new')]);
      expect(await names('iro')).toEqual(['Ann Lee', "Siân O'Brien"]);
      expect((await made.run(['due', '--iro', typed])).code).toBe(0);
      expect((await made.run(['person', 'show', typed])).out).toContain("Siân O'Brien");
      expect((await made.run(['person', 'add', '--role', 'iro', '--name', typed])).err).toContain(
        'There is already an IRO called "Siân O\'Brien".',
      );
    },
  );

  it('is the team that is known', async () => {
    const { err } = await made.run('person add --role iro --name "Bo Kim" --team "children  in care EAST"');
    expect(err).toBe('Bo Kim is added as IRO.\n');
    expect((await made.run('due --team "Children\u00a0in Care East"')).code).toBe(0);
  });

  it('is kept composed, with one space between its words', async () => {
    await made.run(['person', 'add', '--role', 'iro', '--name', ' Rhia\u0302n  Huws ']);
    expect(await names('iro')).toContain('Rhiân Huws');
  });

  it('that an older irotool took for two is called as it is written', async () => {
    const db = openDatabase(made.db, { now: () => Date.UTC(2026, 2, 2, 12) });
    db.prepare("INSERT INTO person (name, role, active) VALUES ('Siân O’Brien', 'iro', 1)").run();
    db.close();
    expect((await made.run('person show "Siân O’Brien"')).out).toMatch(/^Siân O’Brien\n/);
    expect((await made.run(['person', 'show', "Siân O'Brien"])).out).toMatch(/^Siân O'Brien\n/);
  });
});

describe('a name close to a known one, without a terminal', () => {
  it.each([
    [`${K9} --iro "Anne Lee"`, 'There is no IRO "Anne Lee", and there is "Ann Lee".'],
    [`${K9} --iro "A Lee"`, 'There is no IRO "A Lee", and there is "Ann Lee".'],
    [
      `${K9} --social-worker "Zofia Lukasiewicz"`,
      'no social worker "Zofia Lukasiewicz", and there is "Zofia Łuk',
    ],
    [
      `${K9} --team "Children in Care – Eats"`,
      'There is no team "Children in Care – Eats", and there is "Ch',
    ],
    ['child edit K1 --social-worker "Z Łukasiewicz" --yes', 'There is no social worker "Z Łukasiewicz"'],
    ['child edit K1 --team "Children in Cares East" --yes', 'There is no team "Children in Cares East"'],
    ['person add --role iro --name "Anne Lee"', 'There is no IRO "Anne Lee", and there is "Ann Lee".'],
    ['person add --role iro --name "Bo Kim" --team "Children-in-Care East"', 'There is no team'],
    ['person edit "Siân O\'Brien" --new-name "Ann M Lee"', 'There is no IRO "Ann M Lee"'],
  ])('%s: asks for --new, and saves nothing', async (line, said) => {
    const before = everything(made.db);
    const { code, err } = await made.run(line);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    expect(err).toContain('add --new.');
    expect(everything(made.db)).toBe(before);
    expect((await made.run(`${line} --new`)).code).toBe(0);
  });

  it('nobody is asked of two families, of another role, or of one’s own name written better', async () => {
    for (const line of [
      'child link K1 "Ann Nowak" --role parent',
      'child link K1 "Anne Nowak" --role relative',
      'person add --role manager --name "Anne Lee"',
      'person edit "Ann Lee" --new-name "Anne Lee" --role iro',
    ]) {
      expect([line, (await made.run(line)).code]).toEqual([line, 0]);
    }
  });
});

describe('a second child', () => {
  it.each([
    ['the same name', 'Łukasz Nowak'],
    ['almost the same name', 'Lukasz Nowak'],
    ['almost the same name', 'Lukas Nowak'],
  ])('of %s and birthday is asked about: %s', async (what, name) => {
    for (const line of [
      `child add --ref K9 --name "${name}" --born 2015-05-02`,
      `new-review --ref K9 --name "${name}" --born 2/5/2015 --looked-after 2026-03-02 --yes`,
    ]) {
      const before = everything(made.db);
      const { code, err } = await made.run(line);
      expect([code, err]).toEqual([
        2,
        expect.stringContaining(
          `K1 has the same date of birth and ${what}. Nothing was saved. If it is the same child: irotool child show K1. If it is another, add --new.`,
        ),
      ]);
      expect(err).not.toContain('Nowak');
      expect(everything(made.db)).toBe(before);
    }
    expect((await made.run(`child add --ref K9 --name "${name}" --born 2015-05-02 --new`)).code).toBe(0);
  });

  it('of the same birthday and the same reference but for noughts before it is asked about, with or without a name', async () => {
    expect((await made.run('child add --ref 00123 --born 2016-01-07')).code).toBe(0);
    for (const line of [
      'child add --ref 123 --born 2016-01-07',
      'new-review --ref 123 --name "Ola Nowak" --born 7/1/2016 --looked-after 2026-03-02 --yes',
    ]) {
      const { code, err } = await made.run(line);
      expect([code, err]).toEqual([
        2,
        expect.stringContaining(
          '00123 has the same date of birth and the same reference but for noughts before it. Nothing was saved.',
        ),
      ]);
    }
    // Another birthday, another child.
    expect((await made.run('child add --ref 123 --born 2016-01-08')).code).toBe(0);
  });

  it('may have the name and another birthday, the birthday and another name, or be a twin', async () => {
    for (const line of [
      'child add --ref K2 --name "Łukasz Nowak" --born 2015-05-03',
      'child add --ref K3 --name "Hanna Nowak" --born 2015-05-02',
      'child add --ref K4 --name "Lukasza Nowak" --born 2015-05-02 --sibling K1',
      'child add --ref K5 --born 2015-05-02',
      'child add --ref K6 --born 2015-05-02',
    ]) {
      expect([line, (await made.run(line)).code]).toEqual([line, 0]);
    }
  });

  it('of the same name is asked about where a birthday is not known, and of almost the same is not', async () => {
    expect((await made.run('child add --ref K2 --name "łukasz nowak"')).err).toContain(
      'K1 has the same name.',
    );
    expect((await made.run('child add --ref K3 --name "Lukasz Nowak"')).code).toBe(0);
  });

  it('is asked about where a correction makes one of it, and merging is named', async () => {
    await made.run('child add --ref K2 --name "Łukasz Nowak" --born 2015-05-03');
    expect((await made.run('child edit K2 --born 2015-05-02 --yes')).err).toContain(
      'If it is the same child: irotool child merge K2 K1.',
    );
    expect((await made.run('child edit K2 --known-as Luk --yes')).code).toBe(0);
  });

  it('is not asked about once the records were merged', async () => {
    await made.run('child add --ref K2 --name "Iga Mazur" --born 2015-05-02');
    await made.run('child merge K2 K1 --yes');
    expect((await made.run('child add --ref K3 --name "Iga Mazur" --born 2015-05-02')).code).toBe(0);
  });
});

describe('a sign that nobody sees', () => {
  const RLO = '\u202e';
  it.each([
    ['person', 'add', '--role', 'iro', '--name', `Bo${RLO}Kim`],
    ['person', 'add', '--role', 'iro', '--name', 'Bo\u001b[8mKim'],
    ['person', 'add', '--role', 'iro', '--name', 'Bo Kim', '--team', 'We\u0085st'],
    ['person', 'edit', 'Ann Lee', '--new-name', 'Ann\u200fLee'],
    ['settings', 'set', 'signatory.name', `Dana${RLO}Cole`],
    ['child', 'add', '--ref', 'K9', '--name', 'A\u2066B'],
    ['child', 'edit', 'K1', '--known-as', 'A\u061cB', '--yes'],
    ['child', 'link', 'K1', `Mo${RLO}Ther`, '--role', 'parent'],
    [
      'new-review',
      '--ref',
      'K9',
      '--name',
      `A${RLO}B`,
      '--born',
      '2014-01-05',
      '--looked-after',
      '2026-03-02',
      '--yes',
    ],
  ])('is refused in a name: %s %s', async (...line) => {
    const before = everything(made.db);
    const { code, err } = await made.run(line);
    expect([code, err]).toEqual([2, expect.stringMatching(/nobody sees \(U\+[0-9A-F]{4}\)/)]);
    expect(err).not.toMatch(/\p{Cf}|(?!\n)\p{Cc}/u);
    expect(everything(made.db)).toBe(before);
  });
});

const flagged = (pair: string): string[] => {
  const [, flag, value] = /^(\S+) ?(.*)$/.exec(pair)!;
  return value === '' ? [`--${flag}`] : [`--${flag}`, value!.replaceAll('"', '')];
};

describe('a new reference', () => {
  it('is not one that a review is called by', async () => {
    for (const line of ['child add --ref K77/1', K9.replace('K9', 'K77/1')]) {
      const { code, err } = await made.run(line);
      expect([code, err]).toEqual([2, expect.stringContaining('K77/1 is how review 1 of K77 is called.')]);
    }
  });

  it('that a spreadsheet would change is taken, and said', async () => {
    const note =
      'Note: a spreadsheet that opens a list with the reference 00123 shows 123, without its noughts.';
    const added = await made.run('child add --ref 00123');
    expect([added.code, added.err.replaceAll(/\s+/g, ' ')]).toEqual([0, expect.stringContaining(note)]);
    const arrived = await made.run(K9.replace('K9', 'MAR1'));
    expect(arrived.err.replaceAll(/\s+/g, ' ')).toContain(
      'the reference MAR1 shows a date. A letter before it',
    );
  });
});
