import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/file/open';
import { everything, onScreen, widest } from '../support/facts';
import { unit } from '../support/harness';
import { aChildInCare } from '../support/said';

/** A unit with K1 in care and K2 gone again. */
function withChildren() {
  return aChildInCare({
    rest: '--basis C2 --iro "A Khan" --social-worker "S Jones" --team North --placement U1',
    lines: [
      'new-review --ref K2 --name "Child Two" --born 2016-05-02 --looked-after 2026-03-02 --team South --today 2026-03-02 --yes',
      'child left K2 --on 2026-03-09',
    ],
  });
}

describe('child list', () => {
  it('lists those in care, with what falls due next', async () => {
    const { run } = await withChildren();
    expect((await run('child list')).out).toBe(
      [
        '1 child; none with a step late. Days are working days.',
        '',
        ' child  name       in care since  IRO     next due',
        ' K1     Child One  2 Mar          A Khan  Mon 30 Mar  LAW',
        '',
      ].join('\n'),
    );
    expect((await run('child list --all')).out).toMatch(/K2 +Child Two +not in care/);
  });

  it('says what is late before anything else, the law first, and how far off the rest is', async () => {
    const { run } = await withChildren();
    await run(
      'new-review --ref K3 --name "Child Three" --born 2016-05-02 --looked-after 2026-03-10 --today 2026-03-10 --yes',
    );
    const { out } = await run('child list --sort due --today 2026-04-02');
    const [head, ...rows] = out.replace('working\ndays.', 'working days.').split('\n').toSpliced(1, 2);
    expect(head).toBe(
      '2 children; 2 of them with a step late, 1 past a limit of LAW. Days are working days.',
    );
    expect(rows.map((row) => row.trim())).toEqual([
      'K1     Child One    2 Mar          A Khan      LATE 3 days   LAW',
      'K3     Child Three  10 Mar         no IRO yet  LATE 12 days',
      '',
    ]);
    const [, , , soon] = (await run('child list --today 2026-03-26')).out.split('\n');
    expect(soon).toMatch(/K1 .* in 2 days +LAW$/);
  });

  it('shows only those of whom something is late, if that is asked for', async () => {
    const { run } = await withChildren();
    expect((await run('child list --late')).out).toBe('Nothing of these children is late.\n');
    expect((await run('child list --late --today 2026-04-02')).out).toMatch(/^ K1 /m);
    const { out } = await run('child list --late --json');
    expect(JSON.parse(out)).toEqual({ schema: 1, children: [] });
    expect(await run('child list --sort name')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--sort is ref or due; not "name".'),
    });
  });

  it('calls nothing late of a child who died', async () => {
    const { run } = await withChildren();
    await run('child died K1 --on 2026-03-12 --yes');
    const { out } = await run('child list --all --today 2026-05-04');
    expect(out).toMatch(/^2 children; none with a step late\./);
    expect(out).not.toMatch(/LATE|LAW/);
    expect((await run('child list --all --late --today 2026-05-04')).out).toBe(
      'Nothing of these children is late.\n',
    );
  });

  it('keeps each row to one line on a narrow screen, and breaks no word', async () => {
    const { db } = await withChildren();
    const { out } = await onScreen('child list --today 2026-04-02', db, 60);
    expect(widest(out)).toBeLessThanOrEqual(60);
    expect(out).toMatch(/^ K1 +Child One +A Khan +\S*LATE\S* 3 days +\S*LAW\S*$/m);
  });

  it('keeps to an IRO or a team, and refuses unknown ones', async () => {
    const { run } = await withChildren();
    expect((await run('child list --iro "a khan" --team north')).out).toContain('1 child;');
    expect((await run('child list --all --team south')).out).toContain('1 child;');
    expect((await run('child list --team south')).out).toContain('No such children are in care.');
    expect(await run('child list --team Suth')).toMatchObject({
      code: 1,
      err: 'There is no team "Suth". Did you mean "South"? The teams are North, South.\n',
    });
  });

  it('writes the JSON that others rely on, those who left among them', async () => {
    const { run } = await withChildren();
    const json = JSON.parse((await run('child list --json')).out) as { children: object[] };
    expect(Object.keys(json)).toEqual(['schema', 'children']);
    expect(json.children).toEqual([
      {
        ref: 'K1',
        name: 'Child One',
        born: '2015-05-02',
        inCare: true,
        since: '2026-03-02',
        legalStatus: 'C2',
        iro: 'A Khan',
        socialWorker: 'S Jones',
        team: 'North',
        reviews: 0,
        lastReview: null,
        meeting: null,
        nextDue: '2026-03-30',
      },
      expect.objectContaining({ ref: 'K2', inCare: false, legalStatus: null, iro: null, nextDue: null }),
    ]);
  });

  it('writes rows for a spreadsheet, in which nothing is a formula', async () => {
    const { run } = await unit();
    await run(['child', 'add', '--ref', 'F1', '--name', '=1+1']);
    const { out } = await run('child list --csv --all');
    expect(out).toContain("F1,'=1+1,");
  });

  it('says how to begin if there is nobody', async () => {
    const { run } = await unit();
    expect((await run('child list')).out).toBe('No children are in care. When one is: irotool new-review\n');
  });
});

describe('child show', () => {
  it('shows who it is, the chronology in words, and every deadline with its standing', async () => {
    const { run } = await withChildren();
    await run('review plan K1 --meeting 27/3');
    const { out } = await run('child show K1 --ids --today 2026-03-30');
    expect(out).toContain('K1  Child One\nborn 2 May 2015, aged 10; in care since 2 March 2026\n');
    expect(out).toContain('  Legal basis    Full care order (C2)');
    expect(out).toContain('  Social worker  S Jones, North');
    expect(out).toContain('  Next review    Friday 27 March 2026, where is not recorded, was it held?');
    expect(out).toMatch(/Fri 13 Mar {2}review planned \(meeting 27 March 2026\)/);
    expect(out).toMatch(/Mon 9 Mar +K1 +Allocate an IRO +met Mon 2 Mar/);
    expect(out).toMatch(/Mon 30 Mar +K1\/1 +Hold the first review +today/);
    expect(out).toContain('TO SETTLE\n The meeting planned for Friday 27 March 2026: was it held?');
  });

  it('says at once what is to be done, the law first of what is late, and how each review went', async () => {
    const { run } = await withChildren();
    await run('review plan K1 --meeting "27/3 10:30" --venue School');
    await run('review hold K1 --on 2026-03-31 --code PN1 --yes --today 2026-03-31');
    const { out, err } = await run('child show K1 --today 2026-04-20');
    expect(out).not.toContain('CHRONOLOGY');
    const todo = out.slice(out.indexOf('TO DO'), out.indexOf('REVIEWS'));
    expect(todo).toMatch(/\n \d+ days? late +(LAW)? +\S/);
    expect(todo).not.toMatch(/late +\S.*\n(.*\n)* .*late +LAW/);
    expect(out.slice(out.indexOf('REVIEWS'))).toMatch(
      /\n 1 {2}Tue 31 Mar {2}LATE 1 {2}Attended and spoke +\d+ of \d+ steps to do/,
    );
    expect(err).toContain('irotool child show K1 --history');
  });

  it('has every event with its number only if that is asked for, and who typed it only if there were several', async () => {
    const { run } = await withChildren();
    expect((await run('child show K1 --history')).out).toMatch(
      /\n Mon 2 Mar {2}became looked after \([^\n]*\)\n/,
    );
    expect((await run('child show K1 --ids')).out).toMatch(/\n \d+ {2}Mon 2 Mar {2}became looked after/);
  });

  it('says so of one who has left, or of whom nothing has happened', async () => {
    const { run } = await withChildren();
    expect((await run('child show K2 --ids')).out).toContain('no longer in care');
    await run('child add --ref K3');
    const { out } = await run('child show K3 --ids');
    expect(out).toBe('K3\nnot in care\n\nCHRONOLOGY\n Nothing is recorded yet.\n\nDEADLINES\n None.\n');
  });

  it('shows who the child is, the child’s people, and the court proceedings while they run', async () => {
    const { run } = await withChildren();
    await run('child add --ref P1 --born 2006-01-05');
    await run(
      'child edit K1 --known-as Sam --pronouns they/them --needs "A quiet room" --unaccompanied yes --parent P1',
    );
    await run(
      'child link K1 "Ann One" --role parent --relationship mother --responsibility yes --contact supervised --from 2026-03-02',
    );
    await run('child link K1 "Cy Carer" --role carer --from 2026-03-02');
    await run('record K1 proceedings-started timetable=Hearing in June --on 2026-03-04');
    const { out } = await run('child show K1 --ids');
    expect(out).toContain(
      '  Known as       Sam, they/them\n  Needs          A quiet room\n  Unaccompanied  yes\n',
    );
    expect(out).toContain('  In court       proceedings since 4 March 2026; timetable: Hearing in June');
    expect(out).toContain('  Child of       P1, looked after too');
    expect((await run('child show P1 --ids')).out).toContain('  Parent of      K1, looked after too');
    expect(out).toMatch(
      /\nPEOPLE\n carer +Cy Carer +carer.*\n mother +Ann One +mother, parental responsibility,/,
    );
    const json = JSON.parse((await run('child show K1 --json')).out) as object;
    expect(Object.keys(json)).toEqual([
      ...['schema', 'child', 'chronology', 'deadlines', 'actions'],
      ...['people', 'recommendations', 'proceedings', 'shortBreaks', 'documents'],
    ]);
    expect(json).toMatchObject({
      child: {
        ref: 'K1',
        knownAs: 'Sam',
        unaccompanied: true,
        parents: ['P1'],
        children: [],
        mergedInto: null,
      },
      people: [
        { tag: 'carer', name: 'Cy Carer', responsibility: false },
        { tag: 'mother', relationship: 'mother', responsibility: true, contact: 'supervised' },
      ],
      recommendations: [],
      proceedings: { since: '2026-03-04', timetable: 'Hearing in June' },
      shortBreaks: [],
    });
    await run('record K1 proceedings-ended --on 2026-03-10');
    expect((await run('child show K1 --ids')).out).not.toContain('In court');
    expect(JSON.parse((await run('child show K1 --json')).out)).toMatchObject({ proceedings: null });
  });

  it('counts the decisions that are open, and those past their date, with the command to list them', async () => {
    const { run } = await withChildren();
    await run('review hold K1 --on 2026-03-09 --code PN1');
    const decide = (ref: string, by: string) =>
      run(`record K1 decision-made ref=${ref} text=x owner=mother by=${by} --on 2026-03-09`);
    await decide('1.1', '2026-03-12');
    await decide('1.2', '2026-03-13');
    const line = async () => /Decisions .*/.exec((await run('child show K1 --ids')).out)?.[0];
    expect(await line()).toBe('Decisions      2 open, 1 past its date: irotool recommendation list K1');
    expect(JSON.parse((await run('child show K1 --json')).out).recommendations).toMatchObject([
      { ref: '1.1', state: 'open', isPast: true },
      { ref: '1.2', isPast: false },
    ]);
    await run('record K1 decision-done ref=1.1 --on 2026-03-13');
    expect(await line()).toBe('Decisions      1 open: irotool recommendation list K1');
    await run('record K1 decision-overtaken ref=1.2 why=x --on 2026-03-13');
    expect(await line()).toBeUndefined();
  });

  it('says which tests of short breaks are not met', async () => {
    const { run } = await unit();
    await run('new-review --ref S1 --name S --born 2015-05-02 --looked-after 2026-01-05 --basis V3 --yes');
    await run('record S1 placement-started kind=U1 --on 2026-01-05');
    const tests = async (today: string) => (await run(`child show S1 --ids --today ${today}`)).out;
    expect(await tests('2026-01-22')).not.toContain('SHORT BREAKS');
    expect((await tests('2026-01-23')).replaceAll(/\s+/g, ' ')).toContain(
      'SHORT BREAKS The short break that began on 5 January 2026 has lasted 18 days by 23 January 2026: none may be of more than 17',
    );
  });

  it('keeps within the width of the screen, and a name cannot break it', async () => {
    const { run, db } = await unit('york');
    const long = 'Maximiliana-Wilhelmina Featherstonehaugh-Cholmondeley of Ravenscourt';
    const ref = `R${'0'.repeat(39)}`;
    await run(
      `new-review --ref ${ref} --name "${long}" --born 2015-05-02 --looked-after 2026-03-02 --iro "${long}" --social-worker "${long} ${long}" --team "${long}" --placement "${'placement'.repeat(12)}" --meeting 2026-03-30 --yes`,
    );
    // As an older irotool took it.
    const older = openDatabase(db, { now: () => Date.UTC(2026, 2, 2, 12) });
    older.prepare('UPDATE child SET name = ?').run(`${long}\u001b[31m\nsecond line`);
    older.close();
    await run(`record ${ref} review-called reason="${'because '.repeat(30)}" by=2026-04-01`);
    for (const line of [`child show ${ref} --ids`, 'child list']) {
      const { out } = await run(line);
      expect(widest(out)).toBeLessThanOrEqual(80);
      expect(out).not.toContain('\u001b');
      expect(out).not.toContain('\nsecond line');
      expect(widest((await onScreen(line, db, 60)).out)).toBeLessThanOrEqual(60);
    }
  });
});

describe('child add and child edit', () => {
  it('add a child before anything has happened', async () => {
    const { run } = await unit();
    const { out } = await run('child add --ref N1 --name "New One" --born 2/5/2015 --team North');
    expect(out).toBe('N1  added. When care begins: irotool new-review --ref N1\n');
    expect((await run('child add --ref n1')).err).toContain('There is a child n1 already.');
  });

  it('correct who a child is, and show the dates that move', async () => {
    const { run } = await withChildren();
    await run('review plan K1 --meeting 27/3');
    const { code, out } = await run('child edit K1 --born 2008-03-20 --name "Another"');
    expect(code).toBe(0);
    expect(out).toContain('What it was before is kept: irotool audit --child K1');
    expect((await run('due --month --today 2026-03-19')).out).toContain('K1 is 18 on Friday 20 March');
  });

  it('refuse a date of birth that the chronology rules out', async () => {
    const { run, db } = await withChildren();
    const before = everything(db);
    expect((await run('child edit K1 --born 2026-03-05')).err).toContain(
      'K1 was born on 5 March 2026, after 2 March 2026.',
    );
    expect((await run('child edit K1 --born 2008-03-02')).err).toContain('K1 was 18 on 2 March 2026');
    expect((await run('child edit K1 --born 2026-03-14')).err).toContain('14 March 2026 has not come yet.');
    expect(everything(db)).toBe(before);
    expect((await run('child edit K1 --born 2008-03-03')).code).toBe(0);
  });

  it('refuse nothing to change, an empty name and the child as its own brother', async () => {
    const { run } = await withChildren();
    expect((await run('child edit K1')).code).toBe(2);
    expect((await run('child edit K1 --name ""')).err).toBe(
      '--name is empty. To see how: irotool child edit --help\n',
    );
    expect((await run('child edit K1 --sibling k1')).code).toBe(1);
  });
});

describe('child left', () => {
  it('ends care, and says what is no longer owed', async () => {
    const { run } = await withChildren();
    const { out, err } = await run('child left K1 --on 12/3 --reason e4a');
    expect(out).toBe('K1  ceased to be looked after on Thursday 12 March 2026: recorded.\n');
    expect(err.replaceAll(/\s+/g, ' ')).toContain(
      'ended Hold the first review (due Monday 30 March 2026) is no longer owed',
    );
    expect((await run('due --child K1')).out).toContain('Nothing is overdue');
  });

  it('asks York for a review of an unplanned ending', async () => {
    const { run } = await unit('york');
    await run('new-review --ref K1 --name A --born 2015-05-02 --looked-after 2026-03-02 --yes');
    await run('child left K1 --on 2026-03-13 --unplanned');
    expect((await run('due')).out).toContain('Hold a review of the unplanned ending');
    expect((await run('done K1 exit-review')).code).toBe(0);
    expect((await run('due')).out).not.toContain('TO SETTLE');
  });

  it('refuses a day outside care, a second ending, and a reason there is not', async () => {
    const { run, db } = await withChildren();
    const before = everything(db);
    expect((await run('child left K1 --on 2026-03-01')).err).toContain(
      'K1 became looked after on 2 March 2026, so the child cannot have left care on 1 March 2026.',
    );
    expect((await run('child left K2 --on 2026-03-10')).err).toContain(
      'K2 ceased to be looked after on 9 March 2026',
    );
    expect((await run('child left K1 --on 2026-03-13 --reason E99')).code).toBe(2);
    expect(everything(db)).toBe(before);
  });
});
