/** Who is told what is late while a manager is away. */
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, onScreen, widest } from '../support/facts';
import { certificateFile, mailServer } from '../support/mail-server';
import { lateUnit, ON, type ReportUnit } from '../support/reports';

let late: ReportUnit;

/** Mo North is away to Friday 10 April. */
beforeEach(async () => {
  late = await lateUnit();
  await say('person add --name "Bo Support" --role business-support --email bo@council.gov.uk');
  await say('person leave "Mo North" --from 2026-03-30 --to 2026-04-10');
});

async function say(line: string): Promise<void> {
  const answer = await late.run(line);
  if (answer.code !== 0) throw new Error(`${line}: ${answer.err}`);
}

interface Told {
  name: string;
  why: string[];
  scope: { all: boolean; teams: string[]; iros: string[] };
}

/** Whom `--to` tells on a day, in order. */
async function told(to = 'managers', today = ON): Promise<Told[]> {
  const { code, out, err } = await late.run(`report overdue --to "${to}" --json ${today}`);
  if (code !== 0) throw new Error(err);
  return (JSON.parse(out) as { reports: { for: Told }[] }).reports.map((report) => report.for);
}

const of = async (name: string, today = ON): Promise<Told> =>
  (await told('managers', today)).find((each) => each.name === name)!;

describe('while a manager is away', () => {
  it('whoever covers gets the manager’s part too, and the manager still gets it', async () => {
    await say('person edit "Mo North" --cover "Dee Iros"');
    expect(await told()).toEqual([
      {
        name: 'Dee Iros',
        email: 'dee@elsewhere.org',
        why: ['Manages M Ŵyn (person --manages).', 'Covers for Mo North, away to 10 April 2026: team North.'],
        covering: ['Mo North, away to 10 April 2026'],
        scope: { all: false, teams: ['North'], iros: ['M Ŵyn'] },
      },
      {
        name: 'Mo North',
        email: 'mo@council.gov.uk',
        why: [
          'Manages the team North (person --team).',
          'Away to 10 April 2026: Dee Iros is told too (person --cover).',
        ],
        covering: [],
        scope: { all: false, teams: ['North'], iros: [] },
      },
      expect.objectContaining({ name: 'Sal Service', why: ['A service manager gets all children.'] }),
    ]);
    const { out } = await late.run(`report overdue --to "Dee Iros" ${ON}`);
    expect(out).toContain('Also in place of Mo North, away to 10 April 2026.');
    // By name it is exactly the same.
    expect(await told('Dee Iros')).toEqual([await of('Dee Iros')]);
    expect(await told('mo@council.gov.uk')).toEqual([await of('Mo North')]);
  });

  it.each([
    ['the day before', '--today 2026-03-29', false],
    ['the first day', '--today 2026-03-30', true],
    ['the last day', '--today 2026-04-10', true],
    ['the day after', '--today 2026-04-11', false],
  ])('is from the first day to the last: %s', async (_which, today, isCovered) => {
    await say('person edit "Mo North" --cover "Dee Iros"');
    expect((await of('Dee Iros', today)).scope.teams).toEqual(isCovered ? ['North'] : []);
    expect((await of('Mo North', today)).why).toHaveLength(isCovered ? 2 : 1);
    expect((await of('Mo North', today)).scope.teams).toEqual(['North']);
  });

  it('someone of business support covers, and gets nothing else', async () => {
    await say('person edit "Mo North" --cover "Bo Support"');
    expect((await told()).map(({ name }) => name)).toEqual([
      ...['Dee Iros', 'Mo North', 'Sal Service', 'Bo Support'],
    ]);
    const bo = await of('Bo Support');
    expect(bo.why).toEqual(['Covers for Mo North, away to 10 April 2026: team North.']);
    expect(bo.scope).toEqual({ all: false, teams: ['North'], iros: [] });
    expect(await told('BO@council.gov.uk')).toEqual([bo]);
    const { out } = await late.run(`report overdue --to "Bo Support" --csv ${ON}`);
    expect(out).toContain('C1');
    expect(out).not.toMatch(/C2|C3/);
    for (const to of ['Bo Support', 'bo@council.gov.uk']) {
      const { code, err } = await late.run(`report overdue --to "${to}" --today 2026-04-11`);
      expect(code).toBe(1);
      expect(err).toBe(
        'Bo Support covers for Mo North, and is told nothing today. To see why: irotool report overdue --preview --to "Mo North"\n',
      );
    }
  });

  it('a director covers, and is told of all only when asked for by name', async () => {
    await say('person add --name "Di Rector" --role director --email di@council.gov.uk');
    await say('person edit "Mo North" --cover "Di Rector"');
    const why = 'Covers for Mo North, away to 10 April 2026: team North.';
    expect(await of('Di Rector')).toMatchObject({
      why: [why],
      scope: { all: false, teams: ['North'], iros: [] },
    });
    const [named] = await told('Di Rector');
    expect(named).toMatchObject({ why: ['A director gets all children.', why], scope: { all: true } });
  });

  it('names reach whoever covers by their own address’s domain', async () => {
    await say('person edit "Mo North" --cover "Dee Iros"');
    const dee = await late.run(`report overdue --names --to "Dee Iros" ${ON}`);
    expect(dee.out).toContain('C1/1 (JT)');
    expect(dee.out).not.toContain('Thorne');
    await say('person edit "Mo North" --cover "Bo Support"');
    expect((await late.run(`report overdue --names --to "Bo Support" ${ON}`)).out).toContain(
      '(Jamie Thorne)',
    );
  });

  it('one who covers for two gets both, and for a service manager all', async () => {
    await say('person edit "Mo North" --cover "Bo Support"');
    await say('person edit "Dee Iros" --cover "Bo Support"');
    await say('person leave "Dee Iros" --from 2026-03-01 --to 2026-03-30');
    expect(await of('Bo Support')).toMatchObject({
      why: [
        'Covers for Dee Iros, away to 30 March 2026: the children of M Ŵyn.',
        'Covers for Mo North, away to 10 April 2026: team North.',
      ],
      scope: { all: false, teams: ['North'], iros: ['M Ŵyn'] },
    });
    await say('person edit "Sal Service" --cover "Bo Support"');
    await say('person leave "Sal Service" --from 2026-03-30 --to 2026-03-30');
    expect((await of('Bo Support')).scope.all).toBe(true);
    expect((await told()).filter(({ name }) => name === 'Bo Support')).toHaveLength(1);
  });

  it('two who cover for each other are each told, unless both are away', async () => {
    await say('person edit "Mo North" --cover "Dee Iros"');
    await say('person edit "Dee Iros" --cover "Mo North"');
    expect((await of('Dee Iros')).scope.teams).toEqual(['North']);
    await say('person leave "Dee Iros" --from 2026-03-30 --to 2026-03-31');
    expect((await of('Dee Iros')).why).toEqual([
      'Manages M Ŵyn (person --manages).',
      'Away to 31 March 2026, and nobody is told in their place: Mo North, who covers, is away too, to 10 April 2026.',
    ]);
    expect((await of('Mo North')).scope).toEqual({ all: false, teams: ['North'], iros: [] });
  });

  it('who manages IROs and covers for a service manager leaves nobody untold', async () => {
    await say('person edit "Sal Service" --cover "Dee Iros"');
    await say('person leave "Sal Service" --from 2026-03-30 --to 2026-03-30');
    expect((await of('Dee Iros')).why).toContain(
      'Covers for Sal Service, away to 30 March 2026: all children.',
    );
    expect((await late.run(`report overdue --preview ${ON}`)).out).not.toContain(
      'in the report of no manager',
    );
  });
});

describe('if nobody can be told in their place, the manager still is, and it is said', () => {
  const NOBODY = 'Away to 10 April 2026, and nobody is told in their place: ';

  it.each([
    ['no cover', [], 'no cover is recorded.'],
    ['one who has left', ['person edit "Bo Support" --left'], 'Bo Support, who covers, has left.'],
    [
      'one who is away too',
      ['person leave "Bo Support" --from 2026-03-29 --to 2026-04-02'],
      'Bo Support, who covers, is away too, to 2 April 2026.',
    ],
    [
      'one without an address',
      ['person edit "Bo Support" --email ""'],
      'Bo Support, who covers, has no address on record.',
    ],
  ])('%s', async (what, lines, because) => {
    if (what !== 'no cover') await say('person edit "Mo North" --cover "Bo Support"');
    for (const line of lines) await say(line);
    expect((await told()).map(({ name }) => name)).toEqual(['Dee Iros', 'Mo North', 'Sal Service']);
    expect((await of('Mo North')).scope.teams).toEqual(['North']);
    expect((await of('Mo North')).why.at(-1)).toBe(`${NOBODY}${because}`);
    // Whoever gets all of it learns whose part nobody reads.
    expect((await of('Sal Service')).why.at(-1)).toBe(`Mo North is ${NOBODY.replace('A', 'a')}${because}`);
    expect((await of('Dee Iros')).why).toEqual(['Manages M Ŵyn (person --manages).']);
  });
});

it('is sent so, and a manager whose part nobody reads is named', async () => {
  const server = await mailServer();
  for (const setting of [
    `mail.certificate-file ${certificateFile()}`,
    'mail.host localhost',
    `mail.port ${server.port}`,
    'mail.from reviews@council.gov.uk',
  ]) {
    await say(`settings set ${setting}`);
  }
  const send = async (day: string): Promise<string> => {
    const { code, err } = await late.run(`report overdue --to managers --send --once-per-day --today ${day}`);
    expect(code, err).toBe(0);
    return err.replaceAll(/\s+/g, ' ');
  };
  const refsTo = async (to: string): Promise<string[]> => {
    const mails = server.arrived.filter((each) => each.to === to);
    const texts = await Promise.all(
      mails.map(async ({ content }) => (await PostalMime.parse(content)).text!),
    );
    return texts.map((text) => [...new Set(text.match(/\bC[123]\b/g))].sort().join(' '));
  };
  const unread =
    'Mo North is away to 10 April 2026, and nobody is told in their place: no cover is recorded.';
  expect(await send('2026-03-30')).toContain(unread);
  await say('person edit "Mo North" --cover "Dee Iros"');
  expect(await send('2026-03-31')).not.toContain('nobody is told');
  await say('person edit "Mo North" --cover "Bo Support"');
  expect(await send('2026-04-01')).not.toContain('nobody is told');
  expect(await refsTo('mo@council.gov.uk')).toEqual(['C1', 'C1', 'C1']);
  expect(await refsTo('bo@council.gov.uk')).toEqual(['C1']);
  // The third says of C1 that another has it now, as of all that the last one told of.
  expect(await refsTo('dee@elsewhere.org')).toEqual(['C2 C3', 'C1 C2 C3', 'C1 C2 C3']);
});

it('the preview says it all, fits the screen and changes nothing', async () => {
  await say('person edit "Mo North" --cover "Bo Support"');
  await late.run(`report overdue --preview ${ON}`);
  const before = everything(late.db);
  const { out } = await late.run(`report overdue --preview ${ON}`);
  expect(out).toContain(
    'To Bo Support, bo@council.gov.uk\nWhy: Covers for Mo North, away to 10 April 2026: team North.',
  );
  expect(out).toContain('Why: Away to 10 April 2026: Bo Support is told too (person --cover).');
  expect(widest(out)).toBeLessThanOrEqual(80);
  expect(widest((await onScreen(`report overdue --preview ${ON}`, late.db, 40)).out)).toBeLessThanOrEqual(40);
  expect(everything(late.db)).toBe(before);
});

describe('a manager of several teams', () => {
  it('is told of each, and no team of theirs is without a manager', async () => {
    await say('person edit "Mo North" --team North --team South');
    const { name, why, scope } = await of('Mo North', '--today 2026-06-01');
    expect([name, scope.teams, why]).toEqual([
      'Mo North',
      ['North', 'South'],
      ['Manages the team North (person --team).', 'Manages the team South (person --team).'],
    ]);
    const shown = await late.run('person show "Mo North"');
    expect(shown.out).toContain(' Teams      North and South');
    const checks = JSON.parse((await late.run('settings check --json')).out).checks as { found: string }[];
    expect(checks.map(({ found }) => found).join()).not.toContain('The team South');
    const people = JSON.parse((await late.run('person list --role manager --json')).out).people;
    expect(people.map((each: { team: string; teams: string[] }) => [each.team, each.teams])).toContainEqual([
      'North',
      ['North', 'South'],
    ]);
  });

  it('has those that were typed last, and none if that was said', async () => {
    await say('person edit "Mo North" --team North --team South');
    await say('person edit "Mo North" --team South');
    expect((await of('Mo North', '--today 2026-06-01')).scope.teams).toEqual(['South']);
    await say('person edit "Mo North" --team ""');
    expect((await of('Mo North', '--today 2026-06-01')).scope.teams).toEqual([]);
  });

  it('manages several IROs, typed at once', async () => {
    await say(
      'person add --name "Ed Both" --role manager --manages "A Khan" --manages "M Ŵyn" --team East --team West',
    );
    const { scope } = await of('Ed Both', '--today 2026-06-01');
    expect(scope).toEqual({ all: false, teams: ['East', 'West'], iros: ['A Khan', 'M Ŵyn'] });
  });

  it('is a manager: an IRO has one team', async () => {
    const refused = await late.run('person edit "A Khan" --team North --team South');
    expect([refused.code, refused.err]).toEqual([
      2,
      'Several teams are for a manager, service manager, director; not for IRO. Give one --team.\n',
    ]);
  });
});
