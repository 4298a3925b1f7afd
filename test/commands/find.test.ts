/** Children, people and teams found by what is known of them, and names typed where a reference is asked for. */
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli';
import { everything, widest } from '../support/facts';
import { type Unit, unit, words } from '../support/harness';

function family(): Promise<Unit> {
  const came = '--looked-after 2026-03-02 --today 2026-03-02 --iro "A Khan" --yes';
  return unit('york', [
    `new-review --ref K1 --name "Zosia Łukasiewicz" --born 2015-05-02 --meeting "2026-03-30 10:00" ${came}`,
    `new-review --ref K2 --name "Ŵyn O’Brien" --born 2017-11-30 ${came}`,
    `new-review --ref K3 --name "Ann O’Brien" --born 2012-01-09 ${came}`,
    'child link K2 "Siân O’Brien" --role parent --relationship mother',
    'person add --name "Jo Smith" --role social-worker --team "Children in Care East"',
    'irm add --ref M1 --kind foster-carer --name "Brían Ames"',
  ]);
}

/** Runs a line as on a terminal, where a name may be typed; nobody answers a question. */
async function onTerminal(line: string, db: string, columns = 80) {
  let out = '';
  let err = '';
  const code = await run([...words(line), '--db', db], {
    stdin: Object.assign(Readable.from([]), { isTTY: true }),
    stdout: { write: (text) => (out += text), isTTY: true, columns },
    stderr: { write: (text) => (err += text), isTTY: true },
    env: { TERM: 'dumb' },
    cwd: '/',
    now: () => Date.UTC(2026, 2, 13, 12),
  });
  return { code, out, err };
}

describe('find', () => {
  it.each([
    ['lukasiewicz', 'K1'],
    ['LUKASIEWICZ zosia', 'K1'],
    ['kasiew', 'K1'],
    ['wyn', 'K2'],
    ['obrien wyn', 'K2'],
    ["O'Brien Ŵ", 'K2'],
    ['o brien ann', 'K3'],
    ['2/5/2015', 'K1'],
    ['30 November 2017', 'K2'],
    ['k3', 'K3'],
    ['brian', 'M1'],
  ])('finds whoever is meant by %j', async (typed, ref) => {
    const { run: type } = await family();
    const { code, out } = await type(['find', ...typed.split(' ')]);
    expect(code).toBe(0);
    expect(Array.from(out.matchAll(/^ ([KM]\d) /gm), ([, found]) => found)).toEqual([ref]);
  });

  it('finds people of the unit, people of a child by their tag, and teams', async () => {
    const { run: type } = await family();
    expect((await type('find smith')).out).toBe('PEOPLE\n Jo Smith  social worker  Children in Care East\n');
    expect((await type('find mother')).out).toBe('PEOPLE\n Siân O’Brien  parent  mother of K2\n');
    expect((await type('find east')).out).toBe(
      'PEOPLE\n Jo Smith  social worker  Children in Care East\n\nTEAMS\n Children in Care East\n',
    );
  });

  it('says the same as data, and nothing found is an answer of its own', async () => {
    const { run: type, db } = await family();
    const before = everything(db);
    const { children, people } = JSON.parse((await type('find obrien --json')).out);
    expect(children.map(({ ref }: { ref: string }) => ref)).toEqual(['K2', 'K3']);
    expect(people).toEqual([
      { name: 'Siân O’Brien', role: 'parent', team: null, of: [{ ref: 'K2', tag: 'mother' }] },
    ]);
    // What was looked for may be a name: the error does not say it again.
    expect(await type('find nobody')).toMatchObject({
      code: 1,
      out: '',
      err: 'Nobody was found. Type less of it: a part of a word is enough.\n',
    });
    expect((await type('find')).code).toBe(2);
    expect(everything(db)).toBe(before);
  });

  it.each([60, 80, 120])('fits a screen of %i columns', async (columns) => {
    const { db } = await family();
    const { out } = await onTerminal('find brien', db, columns);
    expect(widest(out)).toBeLessThanOrEqual(columns);
    expect(out).toContain('K2');
  });
});

describe('a name where a reference is asked for', () => {
  it('is taken on a terminal if one child has it, and said with the reference', async () => {
    const { db } = await family();
    for (const line of [
      'review next Lukasiewicz',
      'child show "zosia l"',
      'due --child zosia',
      'explain Zosia',
    ]) {
      const { code, out, err } = await onTerminal(line, db);
      expect([code, err.split('\n')[0]], line).toEqual([0, 'Zosia Łukasiewicz is K1.']);
      expect(out, line).toContain('K1');
    }
    const done = await onTerminal('done Zosia child-consult --on 12/3', db);
    expect(done.out).toContain('K1  Talk with the child about the review: done on Thursday 12 March 2026');
  });

  it('is taken of the whole name before parts of others', async () => {
    const { run: type, db } = await family();
    await type('child add --ref K4 --name "Ann O’Brien-Jones"');
    expect((await onTerminal('child show "ann o\'brien"', db)).err).toMatch(/^Ann O’Brien is K3\.\n/);
  });

  it('is refused if several have it, by their references alone', async () => {
    const { db } = await family();
    expect(await onTerminal("child show O'Brien", db)).toMatchObject({
      code: 1,
      err: '2 have that in their name: K2, K3. Type more of the name, or the reference.\n',
    });
  });

  it('is no name of anyone without a terminal, or if nobody is to be asked', async () => {
    const { run: type, db } = await family();
    expect((await type('child show Zosia')).err).toBe(
      'There is no child "Zosia". To see them all: irotool child list\n',
    );
    expect((await onTerminal('child show Zosia --no-input', db)).code).toBe(1);
    expect((await onTerminal('child show Nobody', db)).code).toBe(1);
  });
});
