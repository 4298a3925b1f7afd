/** Who is told in a manager's absence, and when someone is away. */
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, onScreen, widest } from '../support/facts';
import { unit } from '../support/harness';
import { flat } from '../support/said';

type Unit = Awaited<ReturnType<typeof unit>>;
let run: Unit['run'];
let db: string;

/** A manager Mo, managers Dee and Ed, an IRO A Khan, Bo of business support, and a teacher. Today is 13 March. */
beforeEach(async () => {
  ({ run, db } = await unit());
  for (const [name, role] of [
    ['Mo North', 'manager'],
    ['Dee Iros', 'manager'],
    ['A Khan', 'iro'],
    ['Bo Support', 'business-support'],
    ['Di Rector', 'director'],
    ['T Each', 'teacher'],
  ]) {
    const { code, err } = await run(
      `person add --name "${name}" --role ${role} --email ${name!.split(' ')[0]!.toLowerCase()}@council.gov.uk`,
    );
    if (code !== 0) throw new Error(err);
  }
});

const shown = async (name: string): Promise<Record<string, unknown>> =>
  JSON.parse((await run(`person show "${name}" --json`)).out);

async function refused(line: string, code: number, says: string): Promise<void> {
  const before = everything(db);
  const answer = await run(line);
  expect([answer.code, answer.out]).toEqual([code, '']);
  expect(answer.err).toContain(says);
  expect(answer.err.trim().split('\n')).toHaveLength(1);
  expect(everything(db)).toBe(before);
}

describe('who covers', () => {
  it('is named, shown on both, in the list, and taken away', async () => {
    expect(await shown('Mo North')).toMatchObject({ cover: null, awayUntil: null });
    const { code, out } = await run('person edit "Mo North" --cover "dee iros"');
    expect(code).toBe(0);
    expect(out).toContain(' Cover      Dee Iros, who is told in their absence\n');
    expect((await run('person show "Dee Iros"')).out).toMatch(/ Covers for\s+Mo North\n/);
    const { people } = JSON.parse((await run('person list --role manager --json')).out) as {
      people: { name: string; cover: string | null }[];
    };
    expect(people.map(({ name, cover }) => [name, cover])).toEqual([
      ['Dee Iros', null],
      ['Mo North', 'Dee Iros'],
    ]);
    await run(['person', 'edit', 'Mo North', '--cover', '']);
    expect(await shown('Mo North')).toMatchObject({ cover: null });
    expect((await run('person show "Dee Iros"')).out).not.toContain('Covers for');
  });

  it('is named when a manager is added', async () => {
    const { out } = await run('person add --name "S M" --role service-manager --cover "Bo Support"');
    expect(out).toContain('Bo Support, who is told in their absence');
  });

  it('is in the audit, and what stays as it was is not', async () => {
    await run('person edit "Mo North" --cover "Dee Iros"');
    await run('person edit "Mo North" --cover "Bo Support"');
    await run('person edit "Mo North" --cover "Bo Support"');
    expect((await run('audit --limit 2')).out.replaceAll(/\s+/g, ' ')).toMatch(
      /told in their absence Dee Iros → Bo Support .* told in their absence not recorded → Dee Iros/,
    );
  });

  it.each(['Dee Iros', 'Bo Support', 'A Khan', 'Di Rector'])('may be %s', async (name) => {
    expect((await run(['person', 'edit', 'Mo North', '--cover', name])).code).toBe(0);
  });

  it.each([
    ['person edit "Mo North" --cover "Dee Iro"', 1, 'Did you mean "Dee Iros"?'],
    ['person edit "Mo North" --cover "T Each"', 1, 'There is nobody "T Each" among those who may be told'],
    ['person edit "Mo North" --cover "Mo North"', 2, 'Mo North cannot be told in their own absence.'],
    [
      'person edit "A Khan" --cover "Dee Iros"',
      2,
      '--cover is for a manager or service manager, whom report overdue tells; not for IRO.',
    ],
    ['person edit "Di Rector" --cover "Dee Iros"', 2, 'not for director'],
    ['person add --name X --role teacher --cover "Dee Iros"', 2, 'not for teacher'],
    ['person add --name X --role manager --cover "T Each"', 1, 'There is nobody "T Each"'],
  ])('is refused: %s', (line, code, says) => refused(line, code, says));

  it('may not be someone who has left; and who leaves is said to have covered', async () => {
    await run('person edit "Mo North" --cover "Dee Iros"');
    expect((await run('person edit "Dee Iros" --left')).err).toContain(
      'Dee Iros was to be told when Mo North is away. To name another: irotool person edit "Mo North" --cover NAME',
    );
    await refused(
      'person edit "Mo North" --cover "Dee Iros"',
      1,
      'Dee Iros is marked as left, so cannot be told in anyone’s absence. Nothing was saved. If that is wrong: irotool person edit "Dee Iros" --back',
    );
  });

  it('is said to be beyond reach if no address is recorded', async () => {
    await run('person edit "Bo Support" --email ""');
    const caution =
      'Bo Support has no address on record, so cannot be told. To record one: irotool person edit "Bo Support" --email ADDRESS\n';
    expect((await run('person edit "Mo North" --cover "Bo Support"')).err).toBe(
      `Mo North is changed.\n${caution}`,
    );
    expect((await run('person add --name X --role manager --cover "Bo Support"')).err).toBe(
      `X is added as manager.\n${caution}`,
    );
    expect((await run('person leave "Mo North" --from 2026-04-08 --to 2026-04-09')).err).toBe(
      'Note: Bo Support, who covers, has no address on record: nobody is told of what\nis late in their place.\n',
    );
    await run('person edit "Bo Support" --left');
    expect((await run('person leave "Mo North" --from 2026-05-08 --to 2026-05-09')).err).toContain(
      'Bo Support, who covers, has left: nobody',
    );
  });

  it('is told by number from another of the same name', async () => {
    await run('person add --name "Dee Iros" --role iro');
    await refused(
      'person edit "Mo North" --cover "Dee Iros"',
      2,
      '2 people have that name: 2, manager; 7, IRO. Say which: --cover 2',
    );
    expect((await run('person edit "Mo North" --cover 7')).code).toBe(0);
    expect((await run('person show "Dee Iros" --role iro')).out).toContain('Mo North');
  });
});

describe('person leave', () => {
  it('is the leave that iro leave keeps', async () => {
    await run('iro leave "A Khan" --from 2026-04-06 --to 2026-04-10');
    expect((await run('person leave "A Khan"')).out).toBe((await run('iro leave "A Khan"')).out);
    expect((await run('person leave "A Khan" --remove 1')).code).toBe(0);
    expect((await run('iro leave "A Khan"')).out).toContain('no leave is recorded');
  });

  it('of a manager is added, shown and taken away, with who is told', async () => {
    expect(flat((await run('person leave "Mo North"')).out)).toBe(
      'Mo North no leave is recorded. To add some: irotool person leave "Mo North" --from D --to D ',
    );
    const first = await run('person leave "Mo North" --from 2026-03-12 --to 2026-03-13 --why Training');
    expect(first.out.replace('\nnumber', ' number')).toBe(
      'Mo North  away Thursday 12 March 2026 to Friday 13 March 2026: recorded as number 1.\n',
    );
    expect(first.err.replaceAll(/\s+/g, ' ')).toBe(
      'Note: nobody is told of what is late in their place. To name someone: irotool person edit "Mo North" --cover NAME ',
    );
    await run('person edit "Mo North" --cover "Dee Iros"');
    expect((await run('person leave "Mo North" --from 2026-03-14 --to 2026-03-20')).err).toBe(
      'Dee Iros is told of what is late in their place.\n',
    );
    expect(await shown('Mo North')).toMatchObject({ awayUntil: '2026-03-20' });
    expect((await run('person show "Mo North"')).out).toMatch(/ Away\s+to Fri 20 Mar\n/);
    expect((await run('person list --role manager')).out).toMatch(
      /Mo North\s+manager\s+away to Fri 20 Mar\n/,
    );
    await run('person leave "Mo North" --remove 1');
    expect(await shown('Mo North')).toMatchObject({ awayUntil: null });
  });

  it('says that who covers is away too', async () => {
    await run('person edit "Mo North" --cover "Dee Iros"');
    await run('person leave "Dee Iros" --from 2026-04-07 --to 2026-04-08');
    expect((await run('person leave "Mo North" --from 2026-04-08 --to 2026-04-09')).err).toBe(
      'Note: Dee Iros, who covers, is away then too: 7 April 2026 to 8 April 2026.\n',
    );
    expect((await run('person leave "Mo North" --from 2026-04-09 --to 2026-04-10')).err).toBe(
      'Dee Iros is told of what is late in their place.\n',
    );
  });

  it('is not kept of those whose absence changes nothing here', async () => {
    await refused(
      'person leave "T Each" --from 2026-04-07 --to 2026-04-08',
      2,
      'Leave is kept of manager, service manager, director, business support and IRO; not of teacher.',
    );
    await refused('person leave "Mo Nort"', 1, 'There is no colleague "Mo Nort". Did you mean "Mo North"?');
    await refused(
      'person leave "Mo North" --remove 9',
      1,
      'To see the numbers: irotool person leave "Mo North"',
    );
  });

  it('fits a narrow screen', async () => {
    await run('person edit "Mo North" --cover "Dee Iros"');
    await run('person leave "Mo North" --from 2026-03-12 --to 2026-03-13 --why "A course in York"');
    for (const line of ['person show "Mo North"', 'person leave "Mo North"', 'person list']) {
      expect(widest((await onScreen(line, db, 40)).out)).toBeLessThanOrEqual(40);
    }
  });
});
