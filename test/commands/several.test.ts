/** A command about one child, typed for brothers and sisters: once, all of it or nothing. */
import { beforeEach, describe, expect, it } from 'vitest';
import { irotool, type Run, unit } from '../support/harness';

const child = (ref: string, born: string, more = ''): string =>
  `new-review --ref ${ref} --name "Child${ref} Roe" --born ${born} --looked-after 2026-03-02 --basis C1 --placement U6 --iro "A Khan" --social-worker "S Worker" --yes --today 2026-03-04 ${more}`;
const FAMILY = [
  child('K1', '2013-05-02'),
  child('K2', '2015-05-02', '--sibling K1'),
  child('K3', '2017-05-02', '--sibling K1'),
  'irm add --ref A1 --kind foster-carer --name "P Applicant" --today 2026-03-04',
];
const HELD = [
  ...FAMILY,
  'review plan K1 K2 K3 --meeting "24/3 10:00" --venue Hall --yes --today 2026-03-04',
  'review hold K1 K2 K3 --on 24/3 --code PN1 --attended child --yes --today 2026-03-24',
];

let run: Run;
const family = async (lines: readonly string[]): Promise<void> => {
  const made = await unit('england', [...lines]);
  run = (line, typed) => made.run(`${String(line)} --today 2026-03-25`, typed);
};
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const eventsOf = async (ref: string): Promise<string[]> => {
  const { chronology } = JSON.parse((await run(`child show ${ref} --history --json`)).out) as {
    chronology: { kind: string; struckWhy: string | null }[];
  };
  return chronology.filter(({ struckWhy }) => struckWhy === null).map(({ kind }) => kind);
};

describe('a step of three children', () => {
  beforeEach(() => family(HELD));

  it('is recorded of each by one command, and what moves is said of each', async () => {
    const { code, out, err } = await run('review after K1 K2 K3 --decisions-sent today --yes');
    expect([code, err]).toEqual([0, err]);
    expect(plain(out)).toBe(
      ['K1/1', 'K2/1', 'K3/1']
        .map((label) => `${label} decisions sent on Wednesday 25 March 2026: recorded.`)
        .join(' '),
    );
    expect(err.match(/--decisions-sent today is/g)).toHaveLength(1);
    expect(err.match(/met\s+Send the decisions/g)).toHaveLength(3);
    for (const ref of ['K1', 'K2', 'K3']) expect(await eventsOf(ref)).toContain('decisions-sent');
  });

  it('names people of one child among those of another', async () => {
    await run('child link K1 "Cara Foster" --role "foster carer"');
    await run('child link K1 K2 "Jane Roe" --role mum');
    const { code, err } = await run(
      'review after K1 K2 K3 --decisions-sent today --sent-to "child,mum,foster carer" --yes',
    );
    expect([code, err]).toEqual([0, err]);
    const sentTo = async (ref: string): Promise<string> =>
      plain((await run(`child show ${ref} --history`)).out).match(/decisions sent \((.*?)\)/i)?.[1] ?? '';
    expect(await sentTo('K1')).toContain('carer');
    expect(await sentTo('K2')).toContain('mother');
    expect(await sentTo('K2')).not.toContain('carer');
    expect(await sentTo('K3')).not.toMatch(/mother|carer/);
    const nobody = await run('review after K1 K2 --decisions-sent today --sent-to child,aunt --yes');
    expect([nobody.code, plain(nobody.err)]).toEqual([
      1,
      expect.stringContaining('nobody recorded by that name'),
    ]);
  });

  it('is taken back of all three by one undo', async () => {
    await run('review after K1 K2 K3 --decisions-sent today --yes');
    const { code, err } = await run('undo --why "The wrong day" --yes');
    expect([code, err]).toEqual([0, err]);
    for (const ref of ['K1', 'K2', 'K3']) expect(await eventsOf(ref)).not.toContain('decisions-sent');
  });

  it('is typed with commas too', async () => {
    const { code } = await run('review after K1,K2 K3 --decisions-sent today --yes');
    expect(code).toBe(0);
    for (const ref of ['K1', 'K2', 'K3']) expect(await eventsOf(ref)).toContain('decisions-sent');
  });

  it('is typed with numbers of the list last seen', async () => {
    const cache = { env: {} };
    const { out } = await run('due --week', cache);
    const rows = out.split('\n').filter((line) => line.includes('Send the decisions'));
    expect(rows).not.toHaveLength(0);
    // Children of one row have a number each, from one to the other.
    const numbers = rows.map((line) => /^\s*(\d+(?:-\d+)?)/.exec(line)?.[1]);
    const { code, err } = await run(`review after ${numbers.join(' ')} --decisions-sent today --yes`, cache);
    expect([code, err]).toEqual([0, err]);
    for (const ref of ['K1', 'K2', 'K3']) expect(await eventsOf(ref)).toContain('decisions-sent');
  });

  it('is recorded of none if it cannot be of one, and it is said of whom', async () => {
    expect((await run('child left K3 --on 24/3 --reason E8 --yes')).code).toBe(0);
    const { code, err } = await run('child status K1 K2 K3 --basis C2 --on 25/3 --yes');
    expect(code).toBe(1);
    expect(err).toContain('K3');
    for (const ref of ['K1', 'K2', 'K3'])
      expect((await eventsOf(ref)).filter((kind) => kind === 'legal-status-changed')).toEqual([]);
  });

  it('is refused with what is wrong with each of them, by reference, in their order', async () => {
    const { code, err } = await run('review after K1 K2 --decisions-sent 23/3/2026 --yes');
    expect(code).toBe(1);
    expect(err.indexOf('K1')).toBeGreaterThan(-1);
    expect(err.indexOf('K2')).toBeGreaterThan(err.indexOf('K1'));
  });

  it('gives a list as JSON, of what each gives', async () => {
    const of = async (refs: string): Promise<unknown> =>
      JSON.parse((await run(`review after ${refs} --json`)).out);
    expect(await of('K1 K2 K3')).toEqual([await of('K1'), await of('K2'), await of('K3')]);
  });
});

describe('references that cannot be', () => {
  beforeEach(() => family(FAMILY));

  it.each([
    ['one of them twice', 'iro named K1 K2 k1', 2, 'K1 is named twice. Name each child once.'],
    ['one of them twice with a comma', 'iro named K1,K1', 2, 'K1 is named twice. Name each child once.'],
    [
      'nobody’s among known ones',
      'iro named K1 K9 K2',
      1,
      'There is no child "K9". Did you mean "K1"? To see them all: irotool child list',
    ],
    [
      'an applicant’s among children’s',
      'iro named K1 A1',
      1,
      'A1 is an applicant, and not a child. To see them: irotool irm show A1',
    ],
    [
      'a child’s among applicants’',
      'irm record A1 K1',
      1,
      'K1 is a child, and not an applicant. To record an applicant: irotool irm add --ref REF --kind foster-carer --name NAME',
    ],
    [
      'several if it can be only one',
      'child show K1,K2',
      2,
      'K1,K2 is of 2 children: K1, K2. Type the reference of one.',
    ],
  ])('are refused in one line: %s', async (_, line, code, words) => {
    const answer = await run(line);
    expect([answer.code, plain(answer.err), answer.out]).toEqual([code, words, '']);
    for (const ref of ['K1', 'K2']) expect(await eventsOf(ref)).not.toContain('iro-named-in-plan');
  });
});

describe('a command with one more argument', () => {
  beforeEach(() => family(FAMILY));

  it('links one person to each of three children', async () => {
    const { code, err } = await run('child link K1 K2 K3 "Jo Lee" --role parent --relationship mother');
    expect([code, err]).toEqual([0, err]);
    for (const ref of ['K1', 'K2', 'K3']) {
      const { people } = JSON.parse((await run(`child people ${ref} --json`)).out) as {
        people: { name: string }[];
      };
      expect(people.map(({ name }) => name)).toEqual(['Jo Lee']);
    }
    const { out } = await run('person list --json');
    expect(out.match(/"Jo Lee"/g)).toHaveLength(1);
    expect((await run('child unlink K1 K2 mother')).code).toBe(0);
    expect((await run('child unlink K1')).err).toContain('Missing: WHO.');
  });

  it('gives all three another IRO', async () => {
    await run('person add --role iro --name "B New"');
    const { code } = await run('iro change K1 K2 K3 "B New" --reason "A Khan has left" --yes');
    expect(code).toBe(0);
    expect((await run('child list --iro "B New" --json')).out.match(/"ref": "K\d"/g)).toHaveLength(3);
  });

  it('says in its help how it is typed', async () => {
    const { out } = await irotool(['child', 'link', '--help']);
    expect(out).toContain('Usage: irotool child link [options] <ref...> [name]');
  });

  it('records any event of several with a comma between them', async () => {
    const { code } = await run('record K1,K2 legal-status-changed basis=C2 --on 10/3');
    expect(code).toBe(0);
    for (const ref of ['K1', 'K2']) expect(await eventsOf(ref)).toContain('legal-status-changed');
  });
});

describe('a whole family', () => {
  const ALONE = FAMILY.map((line) => line.replace(' --sibling K1', ''));
  const siblings = async (ref: string): Promise<string[]> =>
    (JSON.parse((await run(`child link ${ref} K9 --siblings --json`)).out) as { siblings: string[] }[])[0]!
      .siblings;

  it('is typed once: each is a brother or sister of all the others, and one undo takes it back', async () => {
    await family(ALONE);
    const { code, out } = await run('child link K1 K2 K3 --siblings');
    expect([code, plain(out)]).toEqual([
      0,
      'K1 brothers and sisters: K2 and K3. K2 brothers and sisters: K1 and K3. K3 brothers and sisters: K1 and K2.',
    ]);
    expect((await run('child show K2')).out).toMatch(/K1[\s\S]*K3/);
    expect((await run('undo --yes')).code).toBe(0);
    await run('child add --ref K9 --name "Last One"');
    expect(await siblings('K3')).toEqual(['K9']);
  });

  it('that is typed one by one is told who is not linked yet, with what to type', async () => {
    await family(FAMILY.slice(0, 2));
    const { err } = await run(child('K3', '2017-05-02', '--sibling K1').replace(' --today 2026-03-04', ''));
    expect(plain(err)).toContain(
      'K1 has K2 as brother or sister too, and K3 has not. If they are of one family: irotool child link K3 K1 K2 --siblings',
    );
  });

  it('is refused of one child alone, and with what is said of a person', async () => {
    await family(ALONE);
    expect(await run('child link K1 --siblings')).toMatchObject({
      code: 2,
      err: expect.stringContaining('irotool child link K1 REF --siblings'),
    });
    const { code, err } = await run('child link K1 K2 --siblings --role mother');
    expect([code, err]).toEqual([2, expect.stringContaining('irotool child link K1 K2 --siblings')]);
  });
});
