import { describe, expect, test } from 'vitest';
import { everything } from '../support/facts';
import { unit } from '../support/harness';

interface People {
  schema: number;
  people: { name: string; role: string; active: boolean; children: number | null; manages: string[] }[];
}

type Run = Awaited<ReturnType<typeof unit>>['run'];

async function people(run: Run): Promise<People['people']> {
  return (JSON.parse((await run('person list --json')).out) as People).people;
}

const KHAN = 'person add --name "A Khan" --role iro';
const CHILD = '--name "Ann Other" --born 2015-05-02 --looked-after 2026-03-10 --yes';

describe('person add', () => {
  test('adds someone, and a team that is new, and says so', async () => {
    const { run } = await unit();
    const { code, out, err } = await run(
      `${KHAN} --team East --email a.khan@council.gov.uk --telephone "01904 1"`,
    );
    expect(code).toBe(0);
    expect(err).toBe('A Khan is added as IRO.\nThe team East is new, and is added too.\n');
    expect(out).toMatch(/^A Khan\n Role\s+IRO\n Team\s+East\n E-mail\s+a\.khan@council\.gov\.uk\n/);
    const second = await run('person add --name "M Ŵyn" --role iro --team EAST');
    expect(second.err).toBe('M Ŵyn is added as IRO.\n');
    expect(second.out).toMatch(/Team\s+East/);
  });

  test('says whom a manager manages', async () => {
    const { run } = await unit();
    await run(KHAN);
    await run('person add --name "B Boss" --role manager --manages "a khan"');
    expect((await people(run)).find(({ name }) => name === 'B Boss')!.manages).toEqual(['A Khan']);
    expect((await run('person show "A Khan"')).out).toMatch(/Managed by\s+B Boss/);
  });

  test('without a terminal names what is missing', async () => {
    const { run } = await unit();
    expect((await run('person add')).err).toBe('No terminal to ask on. Missing: --name --role\n');
    expect((await run('person add --name X')).err).toBe('No terminal to ask on. Missing: --role\n');
  });

  test('takes the same name in another role', async () => {
    const { run } = await unit();
    await run(KHAN);
    expect((await run('person add --name "A Khan" --role chair')).code).toBe(0);
  });

  test.each([
    ['person add --name "a khan" --role iro', 1, 'There is already an IRO called "A Khan".'],
    ['person add --name X --role irq', 2, 'There is no role "irq". Did you mean "iro"?'],
    ['person add --name "" --role iro', 2, '--name is empty.'],
    ['person add --name X --role iro --email X', 2, '--email: "X" is not one plain e-mail address'],
    ['person add --name X --role iro --email "X <x@y.uk>"', 2, 'is not one plain e-mail address'],
    ['person add --name X --role iro --email x@y.uk,z@y.uk', 2, 'is not one plain e-mail address'],
    [
      'person add --name X --role manager --manages "A Kahn"',
      1,
      'There is no IRO "A Kahn". Did you mean "A Khan"?',
    ],
    ['person add --name X --role teacher --manages "A Khan"', 2, '--manages is for a manager'],
  ])('refuses and adds nobody: %s', async (line, code, words) => {
    const { run } = await unit();
    await run(KHAN);
    const answer = await run(line);
    expect({ code: answer.code, out: answer.out }).toEqual({ code, out: '' });
    expect(answer.err).toContain(words);
    expect(await people(run)).toHaveLength(1);
  });

  test.each(['a@council.gov.uk\r\nBcc: b@council.gov.uk', 'a@council.gov.uk\n'])(
    'refuses an address with a line break, and does not echo it: %j',
    async (email) => {
      const { run } = await unit();
      const { code, err } = await run(['person', 'add', '--name', 'X', '--role', 'iro', '--email', email]);
      expect(code).toBe(2);
      expect(err).toBe(
        '--email: that is not one plain e-mail address, such as name@council.gov.uk. To see how: irotool person add --help\n',
      );
      expect(await people(run)).toEqual([]);
    },
  );
});

describe('person list', () => {
  test('shows IROs first, with the children in care whom each has', async () => {
    const { run } = await unit();
    await run('person add --name "C Other" --role teacher');
    await run(KHAN);
    await run(`new-review --ref K77 --iro "A Khan" ${CHILD}`);
    const { out } = await run('person list');
    expect(out).toMatch(/^ A Khan\s+IRO\s+1 child\n C Other\s+teacher\n$/);
    const json = JSON.parse((await run('person list --json --role iro')).out) as People;
    expect(json).toEqual({
      schema: 1,
      people: [
        {
          name: 'A Khan',
          role: 'iro',
          team: null,
          teams: [],
          email: null,
          telephone: null,
          active: true,
          children: 1,
          manages: [],
          cover: null,
          awayUntil: null,
        },
      ],
    });
    expect((await run('person list --csv')).out).toContain('A Khan,iro,,,,yes,1\r\n');
  });

  test('of nobody says what to type', async () => {
    const { run } = await unit();
    expect((await run('person list')).err).toContain('irotool person add');
    expect((await run('person list --role irq')).code).toBe(2);
  });
});

describe('person show and edit', () => {
  test('an unknown name: the nearest, and nothing changed', async () => {
    const { run } = await unit();
    await run(KHAN);
    for (const line of ['person show "A Kahn"', 'person edit "A Kahn" --left']) {
      const { code, err } = await run(line);
      expect(code).toBe(1);
      expect(err).toBe(
        'There is nobody called "A Kahn". Did you mean "A Khan"? To see them all: irotool person list\n',
      );
    }
  });

  test('a name that two share asks for the role', async () => {
    const { run } = await unit();
    await run(KHAN);
    await run('person add --name "A Khan" --role chair');
    const { code, err } = await run('person show "A Khan"');
    expect(code).toBe(2);
    expect(err).toBe('2 people have that name: 2, chair; 1, IRO. Say which, such as: --number 2\n');
    expect((await run('person show "A Khan" --role chair')).out).toMatch(/Role\s+chair/);
  });

  test('two parents of one name are told apart by their children, and by number', async () => {
    const { run, db } = await unit();
    for (const ref of ['K1', 'K2']) {
      await run(`new-review --ref ${ref} ${CHILD} --new`);
      await run(`child link ${ref} "Mary Jones" --role parent --relationship mother`);
    }
    const before = everything(db);
    for (const line of ['person show "Mary Jones"', 'person edit "Mary Jones" --role parent --telephone 1']) {
      const { code, err, out } = await run(line);
      expect([code, out]).toEqual([2, '']);
      expect(err).toBe(
        '2 people have that name: 1, parent (K1’s mother); 2, parent (K2’s mother). Say which, such as: --number 1\n',
      );
    }
    const wrong = await run('person edit "Mary Jones" --number 9 --telephone 1');
    expect([wrong.code, wrong.err.split(':')[0]]).toEqual([2, 'Nobody of that name is number 9']);
    expect(everything(db)).toBe(before);
    expect((await run('person edit "Mary Jones" --number 2 --telephone 01904')).code).toBe(0);
    expect((await run('person show "Mary Jones" --number 2')).out).toMatch(/Telephone\s+01904/);
    expect((await run('person show "Mary Jones" --number 1')).out).toMatch(/Telephone\s+not recorded/);
  });

  test('no name of a child’s family is offered or repeated in a refusal', async () => {
    const { run } = await unit();
    await run('person add --name "Mary Jones" --role parent');
    expect((await run('person show "Mary Jone"')).err).not.toContain('Mary Jones');
    const twin = await run('person add --name "mary jones" --role parent');
    expect([twin.code, twin.err.split('.')[0]]).toEqual([
      1,
      'There is already a parent of that name, number 1',
    ]);
    expect(twin.err.toLowerCase()).not.toContain('mary');
  });

  test('changes what is given, and an empty value takes away', async () => {
    const { run } = await unit();
    await run(`${KHAN} --team East --email a@council.gov.uk`);
    const { out } = await run([
      'person',
      'edit',
      'A Khan',
      '--new-name',
      'A Khan-Ŵyn',
      '--team',
      '',
      '--telephone',
      '01904 2',
      '--json',
    ]);
    expect(JSON.parse(out)).toMatchObject({
      name: 'A Khan-Ŵyn',
      team: null,
      email: 'a@council.gov.uk',
      telephone: '01904 2',
    });
  });

  test.each([
    ['person edit "A Khan"', 'Say what is to change.'],
    ['person edit "A Khan" --left --back', 'Give --left or --back.'],
    ['person edit "A Khan" --email nowhere', 'is not one plain e-mail address'],
    ['person edit "A Khan" --new-name ""', '--new-name is empty.'],
  ])('refuses: %s', async (line, words) => {
    const { run } = await unit();
    await run(KHAN);
    const { code, err } = await run(line);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  test('a new name that another has is refused; another case of one’s own is not', async () => {
    const { run } = await unit();
    await run(KHAN);
    await run('person add --name "B Khan" --role iro');
    expect((await run('person edit "B Khan" --new-name "A KHAN"')).code).toBe(1);
    expect((await run('person edit "A Khan" --new-name "A KHAN"')).code).toBe(0);
  });

  test('an IRO who leaves children: how many, and how each is given another', async () => {
    const { run } = await unit();
    await run(KHAN);
    await run(`new-review --ref K77 --iro "A Khan" ${CHILD}`);
    const { code, err } = await run('person edit "A Khan" --left');
    expect(code).toBe(0);
    expect(err).toContain('A Khan is still the IRO of 1 child (K77).');
    expect(err).toContain('irotool iro change K77 NAME --reason');
    expect((await people(run))[0]).toMatchObject({ active: false, children: 1 });
    await run('person edit "A Khan" --back');
    expect((await people(run))[0]).toMatchObject({ active: true });
  });
});
