import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulesOf } from '../core/support/engine';
import { packFolder, rule, SOURCE, write } from '../law/pack-folder';
import { type Answer, folder, irotool, unit, words } from '../support/harness';

/** Without a database, unless a test names one. */
const rules = (line: string, cwd = folder()): Promise<Answer> =>
  irotool(['rules', ...words(line), '--db', join(cwd, 'none.db')], { cwd });

const lines = (text: string): string[] => text.trimEnd().split('\n');

const TWO = `- name: In time
  today: 2026-03-30
  events: [2026-03-02 became-looked-after]
  expect: [review-first due 2026-03-30 upcoming]
- name: The day after
  today: 2026-03-31
  events: [2026-03-02 became-looked-after]
  expect: [review-first due 2026-03-30 overdue]
`;

describe('rules list', () => {
  it('shows every rule of england without a database', async () => {
    const { code, out } = await rules('list');
    expect(code).toBe(0);
    expect(out).toMatch(/^ rule +duty +limit +force$/m);
    expect(out).toMatch(/^ review-first +Hold the first review +20 working days +LAW$/m);
    expect(out).toMatch(/^ invite +Send the invitations +10 working days +practice$/m);
    expect(out).not.toContain('monitoring-form');
    expect(Math.max(...lines(out).map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('shows the limits of both packs', async () => {
    const { out } = await irotool(['rules', 'list', '--pack', 'york'], { toPipe: true, cwd: folder() });
    expect(out).toMatch(/^ review-second .* 3 months or 91 days +IRO +LAW +england and york$/m);
    expect(out).toContain('monitoring-form');
  });

  it('shows the unit’s own pack if there is a database', async () => {
    const york = await unit('york');
    expect(JSON.parse((await york.run('rules list --json')).out).pack).toBe('york');
  });

  it('is data with --json', async () => {
    const { schema, rules: found } = JSON.parse((await rules('list --pack york --json')).out);
    expect(schema).toBe(1);
    expect(found).toHaveLength(rulesOf('york').length);
    const second = found.find((each: { id: string }) => each.id === 'review-second');
    expect(second).toMatchObject({
      who: 'iro',
      force: 'statutory',
      pack: 'england',
      limit: '3 months or 91 days',
    });
    expect(second.limits.map((limit: { pack: string }) => limit.pack)).toEqual(['england', 'york']);
  });

  it('--stale shows those read over a year ago, and not on the day itself', async () => {
    const on = await rules('list --stale --today 2027-11-22');
    expect(on.out).toBe('Every source of the pack England was read less than a year ago.\n');
    const after = JSON.parse((await rules('list --stale --today 2027-11-23 --json')).out);
    // But the eight whose source was read a week later.
    expect(after.rules).toHaveLength(50);
    expect((await rules('list --stale --today 2027-11-23')).out).toMatch(/ 22 November 2026$/m);
  });

  it('a pack that there is none of', async () => {
    const { code, err } = await rules('list --pack yrok');
    expect(code).toBe(1);
    expect(err).toContain('There is no pack "yrok". Did you mean "york"?');
  });
});

describe('rules show', () => {
  it('shows each limit with its pack, each source with title, place, grade and day', async () => {
    const { out } = await rules('show review-second --pack york');
    for (const text of [
      'review-second: Hold the second review',
      'within 3 months, from the last review of either kind (its first sitting where it was adjourned)',
      '(statutory, pack england)',
      '(practice, pack york)',
      'Whichever comes first.',
      'Runs from  had a review held (review-held)',
      'it is the first review of the period of care',
      'care: the child is no longer looked after',
      'Care Planning, Placement and Case Review (England) Regulations 2010,',
      'reg 33(2)',
      'Grade: primary. Text read on 22 November 2026.',
      'City of York, Children and Young People in Care Reviews',
      'this is the safe reading',
      'Scenarios  ',
    ]) {
      expect(out.replace(/\s*\n +/g, ' '), text).toContain(text);
    }
    expect(Math.max(...lines(out).map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('says of Working Together that its new edition has not been checked', async () => {
    const { out } = await rules('show cp-review-first');
    expect(out.replace(/\s+/g, ' ')).toContain('Take care: A new edition was published on 18 March 2026.');
  });

  it.each([
    ['irm-apply-adoption', 'that day being day 1 if it is a working day'],
    ['irm-apply-fostering', 'lapsed: a right not used in time is gone'],
    ['manager-response', 'deemed: not done in time, it is taken as agreed'],
    ['see-child', 'on or before the meeting'],
    ['invite', 'at least 10 working days before the meeting'],
    ['recommendation', 'by the date given'],
    ['last-review-unknown', 'no date: an action to settle'],
    ['adoption-after-return', '28 days after it arose'],
    ['review-meeting-yearly', '(long-term-foster-over-a-year)'],
    ['iro-allocate', 'it is not so that the child was already in care'],
  ])('%s: %s', async (id, text) => {
    expect((await rules(`show ${id}`)).out.replace(/\s+/g, ' ')).toContain(text);
  });

  it('shows an unverified source plainly', async () => {
    const inside = packFolder(rule({ source: SOURCE.replace('grade: source', 'grade: unverified') }));
    const { out } = await rules(`show visit --pack ${inside}`);
    expect(out).toContain('UNVERIFIED: from memory');
  });

  it('counts the scenarios that cover it, and names them if that is asked for', async () => {
    const brief = (await rules('show review-first')).out;
    expect(brief).toMatch(/ Scenarios +\d+: irotool rules show review-first --scenarios\n$/);
    expect(brief).not.toContain('First review held on its due day is in time');
    expect((await rules('show review-first --scenarios')).out).toContain(
      'First review held on its due day is in time',
    );
  });

  it('names the scenarios that cover it, a council’s own first', async () => {
    const inside = packFolder(rule(), { 'scenarios.yaml': TWO });
    const { scenarios, rule: shown } = JSON.parse(
      (await rules(`show review-first --pack ${inside} --json`)).out,
    );
    expect(scenarios.slice(0, 2)).toEqual(['In time', 'The day after']);
    expect(scenarios).toContain('First review held on its due day is in time');
    expect(shown.sources[0]).toMatchObject({ id: 'cppcr-2010', at: 'reg 33(1)', grade: 'primary' });
    expect(shown.sources[0].title).toContain('SI 2010/959');
  });

  it('a rule that there is none of, and one of another pack', async () => {
    expect((await rules('show reviw-first')).err).toContain('Did you mean "review-first"?');
    const { code, err } = await rules('show exit-review');
    expect(code).toBe(1);
    expect(err).toContain('irotool rules show exit-review --pack york');
  });
});

describe('rules check', () => {
  it('says no faults, with counts', async () => {
    const overlay = `- id: invite\n  within: 12 working days\n  ${SOURCE}\n`;
    const inside = packFolder(`${rule()}\n${overlay}`, { 'scenarios.yaml': TWO });
    const { code, out } = await rules(`check ${inside}`);
    expect(code).toBe(0);
    const all = rulesOf('england').length + 1;
    expect(out).toContain(`no faults: 1 new rule, 1 changed, ${all} in all; 2 scenarios.`);
  });

  it('advises, and passes, if no scenario speaks of a rule and if a source is unverified', async () => {
    const inside = packFolder(rule({ source: SOURCE.replace('grade: source', 'grade: unverified') }));
    const { code, out } = await rules(`check ${inside}`);
    expect(code).toBe(0);
    expect(out).toContain('advice: leeds/rules.yaml:1: no scenario says what "visit" should give');
    expect(out.replace(/\s+/g, ' ')).toContain('the source "frg" of "visit" is unverified');
  });

  it('names every fault of rules and of scenarios on standard output, and exits 1', async () => {
    const inside = packFolder(rule({ who: 'who: nobody', force: 'force: strong' }));
    const { code, out } = await rules(`check ${inside}`);
    expect(code).toBe(1);
    expect(lines(out)).toEqual([
      expect.stringMatching(/^leeds\/rules\.yaml:3: "who" must be one of/),
      expect.stringMatching(/^leeds\/rules\.yaml:7: "force" must be one of/),
      '2 faults',
    ]);
    const story = packFolder(rule(), { 'scenarios.yaml': TWO.replace('upcoming', 'soon') });
    const other = await rules(`check ${story}`);
    expect(other.code).toBe(1);
    expect(other.out).toContain('leeds/scenarios.yaml:4: there is no standing "soon"');
  });

  it('is data with --json', async () => {
    const found = JSON.parse((await rules(`check ${packFolder(rule({ who: 'who: nobody' }))} --json`)).out);
    expect(found).toMatchObject({ schema: 1, pack: null, faults: [{ file: 'leeds/rules.yaml', line: 3 }] });
  });

  it('a folder that is not there, and one without a pack', async () => {
    expect((await rules('check nowhere')).err).toContain('There is no folder nowhere.');
    const { code, err } = await rules(`check ${write({ 'rules.yaml': rule() })}`);
    expect(code).toBe(1);
    expect(err).toContain('it has no pack.yaml');
  });
});

describe('rules test', () => {
  it('prints a line for each scenario and, alone on the last line, the total', async () => {
    const inside = write({ 'a.yaml': TWO });
    expect(await rules(`test ${inside}`)).toEqual({
      code: 0,
      out: 'ok      In time\nok      The day after\n2 passed, 0 failed\n',
      err: '',
    });
    expect((await rules(`test ${join(inside, 'a.yaml')}`)).out).toMatch(/\n2 passed, 0 failed\n$/);
  });

  it('shows what differs, and exits 1', async () => {
    const { code, out, err } = await rules(
      `test ${write({ 'a.yaml': TWO.replace('03-30 over', '03-31 over') })}`,
    );
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(lines(out)).toEqual([
      'ok      In time',
      'FAILED  The day after',
      '          expected  review-first due 2026-03-31 overdue',
      '          found     review-first due 2026-03-30 overdue',
      '1 passed, 1 failed',
    ]);
  });

  it('counts what cannot be read as failed, with its file and line', async () => {
    const bad = '- name: [\n';
    const inside = write({ 'a.yaml': TWO.replace('expect', 'expcet'), 'b/c.yaml': bad });
    const { code, out, err } = await rules(`test ${inside}`);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('FAILED  leeds/a.yaml:4: there is no key "expcet" in a scenario.');
    expect(out).toContain('FAILED  leeds/b/c.yaml:');
    expect(lines(out).at(-1)).toBe('1 passed, 2 failed');
  });

  it('fails if there is nothing to run', async () => {
    const { code, out } = await rules(`test ${write({ 'notes.txt': 'none' })}`);
    expect({ code, out }).toEqual({ code: 1, out: '0 passed, 0 failed\n' });
  });

  it('fails a pack with faults', async () => {
    const inside = packFolder(rule({ who: 'who: nobody' }), { 'scenarios.yaml': TWO });
    const { code, out } = await rules(`test ${inside}`);
    expect(code).toBe(1);
    expect(out).toContain('FAILED  leeds/rules.yaml:3: "who" must be one of');
    expect(lines(out).at(-1)).toBe('0 passed, 2 failed');
  });

  it('is data with --json', async () => {
    const found = JSON.parse((await rules(`test ${write({ 'a.yaml': TWO })} --json`)).out);
    expect(found).toMatchObject({ schema: 1, passed: 2, failed: 0, faults: [] });
    expect(found.scenarios[1]).toMatchObject({
      name: 'The day after',
      line: 5,
      passed: true,
      differences: [],
    });
  });

  it('a path that is not there', async () => {
    expect(await rules('test nowhere')).toEqual({
      code: 1,
      out: '',
      err: 'There is no file or folder nowhere. Check its name. To see how scenarios are written: irotool rules new NAME\n',
    });
  });
});

describe('rules new', () => {
  it('makes a pack that passes check and test as it is', async () => {
    const cwd = folder();
    const made = await rules('new leeds --extends york', cwd);
    expect(made.code).toBe(0);
    expect(made.out).toContain('irotool settings set pack leeds');
    expect(readdirSync(join(cwd, 'leeds'))).toEqual([
      'README.md',
      'pack.yaml',
      'rules.yaml',
      'scenarios.yaml',
      'sources.yaml',
    ]);
    expect(await rules('check leeds', cwd)).toMatchObject({ code: 0 });
    expect((await rules('test leeds', cwd)).out).toMatch(/\n1 passed, 0 failed\n$/);
    expect(JSON.parse((await rules('list --pack leeds --json', cwd)).out).rules).toHaveLength(
      rulesOf('york').length,
    );
  });

  it.each(['england', 'york'])('its examples work on %s when the marks are taken away', async (base) => {
    const cwd = folder();
    await rules(`new leeds --extends ${base} --in sub`, cwd);
    const inside = join(cwd, 'sub', 'leeds');
    for (const name of ['rules.yaml', 'scenarios.yaml']) {
      const file = join(inside, name);
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^# /gm, ''));
    }
    expect((await rules('check sub/leeds', cwd)).out).toContain('no faults: 1 new rule, 1 changed');
    expect((await rules('test sub/leeds', cwd)).out).toMatch(/\n4 passed, 0 failed\n$/);
  });

  it('explains itself, with its own name and folder', async () => {
    const cwd = folder();
    await rules('new north-leeds', cwd);
    const inside = join(cwd, 'north-leeds');
    const readme = readFileSync(join(inside, 'README.md'), 'utf8');
    expect(readme).toContain('# North leeds: our own rules');
    expect(readme).toContain(`irotool settings set pack "${inside}"`);
    for (const name of readdirSync(inside)) {
      expect(readFileSync(join(inside, name), 'utf8')).not.toMatch(/<\w+>|undefined/);
    }
  });

  it('changes a child’s dates when it is switched on, with nothing else done', async () => {
    const cwd = folder();
    await rules('new leeds', cwd);
    writeFileSync(
      join(cwd, 'leeds', 'rules.yaml'),
      `- id: review-first\n  within: 15 working days\n  ${SOURCE}\n`,
    );
    const england = await unit();
    const made = await england.run(
      'new-review --ref K1 --name "Ann Example" --born 2015-05-02 --looked-after 2026-03-13 --yes',
    );
    expect(made.code).toBe(0);
    expect((await england.run('explain K1 review-first')).out).toContain('Tuesday 14 April 2026');
    const set = await england.run(['settings', 'set', 'pack', join(cwd, 'leeds'), '--yes']);
    expect(set.code).toBe(0);
    expect((await england.run('explain K1 review-first')).out).toContain('Tuesday 7 April 2026');
  });

  it.each([
    ['Leeds City', 'irotool rules new leeds-city'],
    ['42nd St.', 'irotool rules new nd-st'],
    ['Llŷn', 'irotool rules new llyn'],
    ['???', 'irotool rules new our-rules'],
    ['york', 'irotool rules new our-york --extends york'],
  ])('refuses the name "%s" and offers one', async (name, offered) => {
    const cwd = folder();
    const { code, err } = await rules(`new "${name}"`, cwd);
    expect(code).toBe(2);
    expect(err).toContain(offered);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('refuses a folder that is there, and changes nothing in it', async () => {
    const cwd = folder();
    mkdirSync(join(cwd, 'leeds'));
    const { code, err } = await rules('new leeds', cwd);
    expect(code).toBe(1);
    expect(err).toContain('Nothing was changed.');
    expect(readdirSync(join(cwd, 'leeds'))).toEqual([]);
  });

  it('refuses a pack to stand on that is none', async () => {
    const cwd = folder();
    const { code, err } = await rules('new leeds --extends englnd', cwd);
    expect(code).toBe(1);
    expect(err).toContain('Did you mean "england"?');
    expect(existsSync(join(cwd, 'leeds'))).toBe(false);
  });

  it('is data with --json', async () => {
    const found = JSON.parse((await rules('new leeds --json')).out);
    expect(found).toMatchObject({ schema: 1, name: 'leeds', extends: 'england' });
  });
});
