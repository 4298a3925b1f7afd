import { describe, expect, it } from 'vitest';
import { everything, widest } from '../support/facts';
import { unit } from '../support/harness';
import { aChildInCare, flat, refuses } from '../support/said';

interface Shown {
  readonly child: {
    readonly placement: string | null;
    readonly confidential: boolean;
    readonly legalStatus: string;
  };
  readonly chronology: {
    readonly on: string;
    readonly kind: string;
    readonly attributes: Record<string, string>;
  }[];
}

/** A unit with K1, looked after since Monday 2 March 2026 and placed. */
async function withChild(options = '--basis V2 --placement U6') {
  const made = await aChildInCare({ rest: options });
  const shown = async (): Promise<Shown> => JSON.parse((await made.run('child show K1 --json')).out) as Shown;
  const events = async (on: string): Promise<[string, Record<string, string>][]> =>
    (await shown()).chronology.flatMap((each) => (each.on === on ? [[each.kind, each.attributes]] : []));
  return { ...made, shown, events };
}

const NO_REVIEW =
  'Note: A review comes before a placement is ended (Care Planning Regulations 2010, reg 14(1))';

describe('child moved', () => {
  it('ends the placement and begins another on one day', async () => {
    const { run, shown, events } = await withChild();
    const { code, out } = await run('child moved K1 --to k2 --on 12/3 --confidential');
    expect(code).toBe(0);
    expect(flat(out)).toBe(
      "K1 another placement from Thursday 12 March 2026, Children's home (K2): recorded. ",
    );
    expect(await events('2026-03-12')).toEqual([
      ['placement-ended', { kind: 'U6' }],
      ['placement-started', { kind: 'K2', confidential: 'yes' }],
    ]);
    expect((await shown()).child).toMatchObject({ placement: 'K2', confidential: true });
  });

  it('begins the first one if none is recorded, without asking for a review', async () => {
    const { run, events } = await withChild('--basis V2');
    const { out, err } = await run('child moved K1 --to "With an aunt in Leeds"');
    expect(out).toBe('K1  a placement from Friday 13 March 2026, With an aunt in Leeds: recorded.\n');
    expect(err).not.toContain('reg 14(1)');
    expect(await events('2026-03-13')).toEqual([['placement-started', { kind: 'With an aunt in Leeds' }]]);
  });

  it('designates long-term fostering, and ends it with the placement', async () => {
    const { run, events } = await withChild();
    await run('child moved K1 --to U4 --long-term --on 2026-03-11');
    expect((await events('2026-03-11')).map(([kind]) => kind)).toEqual([
      'placement-ended',
      'placement-started',
      'long-term-foster-designated',
    ]);
    await run('child moved K1 --to U4 --on 2026-03-12');
    expect((await events('2026-03-12')).map(([kind]) => kind)).toEqual([
      'placement-ended',
      'long-term-foster-ended',
      'placement-started',
    ]);
    await run('child moved K1 --to U6 --on 2026-03-13');
    expect((await events('2026-03-13')).map(([kind]) => kind)).toEqual([
      'placement-ended',
      'placement-started',
    ]);
  });

  it('says that a review comes first, unless one was held since it was proposed', async () => {
    const { run } = await withChild();
    const unproposed = await run('child moved K1 --to K2 --on 2026-03-10');
    expect(flat(unproposed.err)).toContain(NO_REVIEW);
    expect(flat(unproposed.err)).toContain('irotool review before-change K1 --kind placement-end');
    const unreviewed = await withProposal();
    const { code, err } = await unreviewed.run('child moved K1 --to K2');
    expect(code).toBe(0);
    expect(flat(err)).toContain(
      'Note: No review was held before it (Care Planning Regulations 2010, reg 14(1)).',
    );
    expect(flat(err)).toContain('To plan the review: irotool review plan K1');
    const reviewed = await withProposal();
    await reviewed.run('review hold K1 --on 2026-03-12 --code PN1');
    expect((await reviewed.run('child moved K1 --to K2')).err).not.toContain('reg 14(1)');
  });

  it('keeps why an emergency could not wait', async () => {
    const { run, events } = await withChild();
    const { err } = await run('child moved K1 --to K2 --emergency "A fire"');
    expect(err).toContain('It is recorded as an emergency');
    expect(await events('2026-03-13')).toEqual([
      ['placement-ended', { kind: 'U6', emergency: 'A fire' }],
      ['placement-started', { kind: 'K2', emergency: 'A fire' }],
    ]);
  });

  it('is refused while a review is adjourned and the ending was proposed, but for an emergency', async () => {
    const { run, db, events } = await withProposal();
    await run('child moved K1 --to U4 --long-term --on 2026-03-03 --emergency "A fire"');
    await run('review before-change K1 --kind placement-end --on 2026-03-05');
    await run('review adjourn K1 --on 2026-03-10 --reason "no report"');
    const before = everything(db);
    const refused = await run('child moved K1 --to K2 --yes');
    expect(refused.code).toBe(1);
    expect(flat(refused.err)).toContain('reg 36(2)). Nothing was saved.');
    expect(flat(refused.err)).toContain('If it could not wait: irotool child moved K1 --emergency "…"');
    expect(everything(db)).toBe(before);
    const urgent = await run('child moved K1 --to K2 --emergency "A flood"');
    expect(urgent.code).toBe(0);
    expect(flat(urgent.err).match(/It was carried out while the review/g)).toHaveLength(1);
    expect(await events('2026-03-13')).toHaveLength(3);
  });

  it('says that a review is adjourned, if it is not known whether the move was proposed at it', async () => {
    const { run } = await withChild();
    await run('review adjourn K1 --on 2026-03-10 --reason "no report"');
    const { code, err } = await run('child moved K1 --to K2');
    expect(code).toBe(0);
    expect(
      flat(err).match(/The review that sat on 10 March 2026 is adjourned: if this was proposed at it/g),
    ).toHaveLength(1);
    const { err: urgent } = await run('record K1 care-plan-changed emergency="A fire"');
    expect(urgent).not.toContain('is adjourned');
  });

  it('calls the carer by tag if they are among the child’s people', async () => {
    const { run, events } = await withChild();
    await run('child link K1 "Ana Carer" --role carer');
    await run('child moved K1 --to U6 --carer "ana carer"');
    expect((await events('2026-03-13')).at(-1)).toEqual([
      'placement-started',
      { kind: 'U6', carer: 'carer' },
    ]);
  });

  it.each([
    ['--to U9', 2, '--to: there is no placement code "U9".'],
    ['', 2, 'No terminal to ask on. Missing: --to'],
    ['--to U6 --on 2026-03-01', 1, 'K1 became looked after on 2 March 2026'],
  ])('%s ends with %i and changes nothing', async (options, code, message) => {
    const { run, db } = await withChild();
    const before = everything(db);
    const refused = await run(`child moved K1 ${options}`);
    expect(refused.code).toBe(code);
    expect(flat(refused.err)).toContain(message);
    expect(everything(db)).toBe(before);
  });

  it('keeps to eighty columns', async () => {
    const { run } = await withChild();
    const { out, err } = await run(`child moved K1 --to "${'far away '.repeat(20)}"`);
    expect(widest(out)).toBeLessThanOrEqual(80);
    expect(widest(err)).toBeLessThanOrEqual(80);
  });
});

async function withProposal() {
  const made = await withChild();
  await made.run('review before-change K1 --kind placement-end --on 2026-03-04');
  return made;
}

describe('child moved: who looks after the child', () => {
  interface Someone {
    readonly tag: string;
    readonly role: string;
    readonly name: string;
    readonly relationship: string | null;
    readonly knowsPlacement: boolean;
  }

  /** K1 with a mother and two foster carers, and a meeting to which they and the mother are invited. */
  async function withCarers() {
    const made = await withChild();
    await made.run('child link K1 "Jane Roe" --role parent --relationship mother --responsibility yes');
    await made.run('child link K1 "Ana Carer" --role carer --relationship "foster carer" --tag carer');
    await made.run('child link K1 "Ben Carer" --role carer --relationship "foster carer" --tag carer-2');
    await made.run('review plan K1 --meeting "2026-03-27 10:00" --venue "The Willows" --on 2026-03-03');
    await made.run('record K1 invitations-sent to=mother,carer,carer-2 --on 2026-03-05');
    const people = async (more = ''): Promise<Someone[]> =>
      (JSON.parse((await made.run(`child people K1 --json ${more}`)).out) as { people: Someone[] }).people;
    return { ...made, people };
  }

  it('asks what became of those who did, and without a terminal names the flag and what it takes', async () => {
    const { run, db } = await withCarers();
    const before = everything(db);
    const { code, err } = await run('child moved K1 --to K2 --yes');
    expect(code).toBe(2);
    expect(flat(err)).toContain(
      'Missing: --old-carer Those who looked after K1 until now (carer and carer-2) are still in touch with the child, or no longer: --old-carer still-in-touch, or --old-carer no-longer. If they go on looking after the child: --carer carer',
    );
    expect(everything(db)).toBe(before);
  });

  it('those who are no longer in touch are invited no more, and it says whom to tell', async () => {
    const { run, people } = await withCarers();
    const { code, err } = await run('child moved K1 --to K2 --old-carer no-longer');
    expect(code).toBe(0);
    expect(flat(err)).toContain(
      'Note: No longer looking after the child, nor among the child’s people: carer',
    );
    expect(flat(err)).toContain(
      'Note: The meeting planned for Friday 27 March 2026, 10am, The Willows stays. To move it: irotool review plan K1',
    );
    expect(flat(err)).toContain('no longer to come; to be told: foster carer and foster carer.');
    expect(flat(err)).toContain('Who looks after the child now is not recorded: irotool child link K1');
    expect((await people()).map(({ tag }) => tag)).toEqual(['mother']);
    expect((await people('--today 2026-03-12')).map(({ tag }) => tag)).toEqual([
      'mother',
      'carer',
      'carer-2',
    ]);
    const pack = await run('review participants K1 --json');
    expect(pack.out).not.toContain('Carer');
  });

  it('those who are still in touch stay among the child’s people, not as carers and not told the placement', async () => {
    const { run, people } = await withCarers();
    await run('child moved K1 --to U6 --old-carer still-in-touch --carer "Cy New"');
    expect(
      (await people()).map(({ tag, role, name, relationship, knowsPlacement }) => [
        tag,
        role,
        name,
        relationship,
        knowsPlacement,
      ]),
    ).toEqual([
      ['mother', 'parent', 'Jane Roe', 'mother', false],
      ['carer-3', 'carer', 'Cy New', 'foster carer', true],
      ['former-carer', 'other', 'Ana Carer', 'former foster carer', false],
      ['former-carer-2', 'other', 'Ben Carer', 'former foster carer', false],
    ]);
    const { out } = await run('review participants K1');
    expect(out).toContain('Cy New');
    expect(out).not.toMatch(/Ana Carer +would be invited/);
  });

  it('whoever comes new is called by a tag in the record, and never by name', async () => {
    const { run, events } = await withCarers();
    const { code, err } = await run('child moved K1 --to U6 --old-carer no-longer --carer "Cy New"');
    expect(code).toBe(0);
    expect((await events('2026-03-13')).at(-1)).toEqual([
      'placement-started',
      { kind: 'U6', carer: 'carer-3' },
    ]);
    expect(flat(err)).toContain('irotool child link K1 --tag carer-3 --address');
  });

  it('asks nothing if the same carers go on, or nobody was recorded', async () => {
    const { run, people } = await withCarers();
    expect((await run('child moved K1 --to U4 --long-term --carer carer')).code).toBe(0);
    expect((await people()).map(({ tag }) => tag)).toEqual(['mother', 'carer', 'carer-2']);
    const alone = await withChild();
    expect((await alone.run('child moved K1 --to K2')).code).toBe(0);
  });

  it('a parent to whom the child goes is among the child’s people already', async () => {
    const made = await withCarers();
    await made.run('child status K1 --basis C2 --on 2026-03-04');
    const { code, err } = await made.run('child moved K1 --with-parents --old-carer no-longer');
    expect(code).toBe(0);
    expect(err).not.toContain('Who looks after the child now');
  });

  it('refuses another word than the two', async () => {
    const { run, db } = await withCarers();
    const before = everything(db);
    const { code, err } = await run('child moved K1 --to K2 --old-carer gone');
    expect([code, err]).toEqual([
      2,
      '--old-carer is still-in-touch or no-longer; not "gone". To see how: irotool child moved --help\n',
    ]);
    expect(everything(db)).toBe(before);
  });
});

describe('child moved: short breaks', () => {
  it('warns of another carer and of a break of more than 17 days, and asks for no review', async () => {
    const { run } = await withChild('--basis V4');
    await run('child moved K1 --to U6 --carer "Carer A" --on 2026-03-02');
    const other = await run('child moved K1 --to U6 --carer "Carer B" --on 2026-03-09');
    expect(flat(other.err)).toContain('is with another carer than the one before');
    expect(other.err).not.toContain('reg 14(1)');
    const end = (on: string) => run(`record K1 placement-ended --on ${on} --today ${on}`);
    expect((await run('child show K1 --ids --today 2026-03-26')).out).not.toContain('has lasted');
    expect(flat((await run('child show K1 --ids --today 2026-03-27')).out)).toContain(
      'The short break that began on 9 March 2026 has lasted 18 days by 27 March 2026',
    );
    expect((await end('2026-03-27')).err).toContain('lasted 18 days');
  });
});

describe('child status', () => {
  it('records another legal status', async () => {
    const { run, shown } = await withChild();
    const { code, out } = await run('child status K1 --basis c2 --on 12/3');
    expect(code).toBe(0);
    expect(out).toBe('K1  legal status Full care order (C2) on Thursday 12 March 2026: recorded.\n');
    expect((await shown()).child.legalStatus).toBe('C2');
  });

  it('refuses the one that the child has on that day', async () => {
    const { run, db } = await withChild();
    await run('child status K1 --basis C1 --on 2026-03-09');
    const before = everything(db);
    for (const [basis, on] of [
      ['V2', '2026-03-08'],
      ['C1', '2026-03-09'],
      ['C1', '2026-03-12'],
    ]) {
      const { code, err } = await run(`child status K1 --basis ${basis} --on ${on}`);
      expect(code).toBe(1);
      expect(err).toContain(`K1: the legal status is ${basis} already on`);
    }
    expect(everything(db)).toBe(before);
    expect((await run('child status K1 --basis V2 --on 2026-03-12')).code).toBe(0);
  });

  it('says which clock runs from short breaks, and to them', async () => {
    const breaks = await withChild('--basis V4');
    const from = await breaks.run('child status K1 --basis C2 --on 2026-03-12');
    expect(flat(from.err)).toContain('Note: The short-break timetable ends and the ordinary one starts');
    expect(flat(from.err)).toContain('due Monday 13 April 2026: Hold the first review');
    const ordinary = await withChild();
    const to = await ordinary.run('child status K1 --basis V3 --on 2026-03-12');
    expect(flat(to.err)).toContain('Note: The ordinary reviews go on');
  });

  it('records that court proceedings began and ended', async () => {
    const { run, events } = await withChild();
    await run('child status K1 --proceedings started --timetable "26 weeks" --basis C1 --on 2026-03-09');
    expect(await events('2026-03-09')).toEqual([
      ['legal-status-changed', { basis: 'C1' }],
      ['proceedings-started', { timetable: '26 weeks' }],
    ]);
    const { out } = await run('child status K1 --proceedings ended');
    expect(out).toBe('K1  court proceedings ended on Friday 13 March 2026: recorded.\n');
  });

  it('refuses proceedings that begin twice, or end without having begun', async () => {
    const { run, db } = await withChild();
    const refuse = (line: string, message: string): Promise<string> => refuses({ run, db }, line, 1, message);
    const at = (what: string, on: string): string => `child status K1 --proceedings ${what} --on ${on}`;
    await refuse(at('ended', '2026-03-09'), 'court proceedings are not recorded as begun');
    await run(at('started', '2026-03-09'));
    await refuse(at('started', '2026-03-10'), 'court proceedings began on 9 March 2026 and have not ended');
    await refuse(at('started', '2026-03-06'), 'court proceedings began on 9 March 2026, so they cannot');
    await refuse(at('ended', '2026-03-06'), 'court proceedings are not recorded as begun');
    await run(at('ended', '2026-03-11'));
    await refuse(
      at('ended', '2026-03-12'),
      'court proceedings ended on 11 March 2026 and none have begun since',
    );
    await refuse('record K1 proceedings-ended --on 2026-03-10', 'ended on 11 March 2026, so they cannot');
    expect((await run(at('started', '2026-03-12'))).code).toBe(0);
  });

  it.each([
    ['', 2, 'Missing: --basis CODE, --proceedings started or --proceedings ended'],
    ['--basis X9', 2, '--basis is C1, C2'],
    ['--proceedings paused', 2, '--proceedings is started or ended; not "paused".'],
    ['--basis C2 --timetable "26 weeks"', 2, '--timetable goes with --proceedings started.'],
    ['--proceedings ended --timetable "26 weeks"', 2, '--timetable goes with --proceedings started.'],
    ['--basis C2 --on 2026-03-01', 1, 'K1 became looked after on 2 March 2026'],
  ])('%s ends with %i and changes nothing', async (options, code, message) => {
    const { run, db } = await withChild();
    const before = everything(db);
    const refused = await run(`child status K1 ${options}`);
    expect(refused.code).toBe(code);
    expect(flat(refused.err)).toContain(message);
    expect(everything(db)).toBe(before);
  });
});

describe('child moved --with-parents', () => {
  it('places the child with a parent, and at once asks for a review within ten working days', async () => {
    const { run } = await unit();
    await run(
      'new-review --ref H9 --name "Child Nine" --born 2015-05-02 --looked-after 2026-03-02 --basis C2 --placement U6 --yes',
    );
    const { code, err } = await run('child moved H9 --with-parents --immediate --on 2026-03-12');
    expect(code).toBe(0);
    expect(err).toContain('due       Thursday 26 March 2026: Hold');
    const { chronology } = JSON.parse((await run('child show H9 --json')).out) as {
      chronology: { kind: string; attributes: Record<string, string> }[];
    };
    expect(chronology.find(({ kind }) => kind === 'placed-with-parents')?.attributes).toEqual({
      immediate: 'yes',
    });
    expect(chronology.findLast(({ kind }) => kind === 'placement-started')?.attributes.kind).toBe('P1');
  });

  it.each([
    ['V2', 1],
    ['V3', 1],
    ['C1', 0],
    ['E1', 0],
    ['J1', 0],
  ])('at once, under %s, ends with %i: section 20 is no care order', async (basis, code) => {
    const { run, db } = await unit();
    await run(
      `new-review --ref H9 --name "Child Nine" --born 2015-05-02 --looked-after 2026-03-02 --basis ${basis} --yes`,
    );
    const before = everything(db);
    const { code: was, err } = await run('child moved H9 --with-parents --immediate --on 2026-03-12 --yes');
    expect(was).toBe(code);
    if (code === 0) return;
    expect(everything(db)).toBe(before);
    expect(flat(err)).toContain('Most likely accommodation ended. Nothing was saved.');
    expect(flat(err)).toContain('irotool child left H9 --on 2026-03-12 --reason E4B');
    expect((await run('child left H9 --on 2026-03-12 --reason E4B')).code).toBe(0);
  });

  it('takes --immediate only of that', async () => {
    const { run, db } = await unit();
    await run('new-review --ref H9 --name "Child Nine" --born 2015-05-02 --looked-after 2026-03-02 --yes');
    const before = everything(db);
    const { code, err } = await run('child moved H9 --to U6 --immediate');
    expect([code, err]).toEqual([
      2,
      '--immediate goes with --with-parents. To see how: irotool child moved --help\n',
    ]);
    expect(everything(db)).toBe(before);
  });
});
