import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everything, onScreen, widest } from '../support/facts';
import { unit } from '../support/harness';

/** A screen as one line of words. */
const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const SIAN = [
  'new-review',
  ...['--ref', 'K77', '--name', "Siân O'Brien-Łukasiewicz", '--born', '2/5/2015', '--looked-after', '13/3'],
  ...['--told', '16/3', '--basis', 'V2', '--iro', 'A Khan', '--meeting', '9/4 4.30pm', '--venue', 'School'],
  ...['--today', '2026-03-16', '--yes'],
];

const CHILD = 'new-review --ref A1 --name "Child One" --born 2015-05-02 --yes';

describe('new-review', () => {
  it('records the child and shows the whole timetable of the first review', async () => {
    const { run } = await unit();
    const { out, err, code } = await run(SIAN);
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 18)).toEqual([
      'K77, looked after from Friday 13 March 2026, IRO A Khan.',
      '',
      'The first review is due by Tuesday 14 April 2026 (20 working days).',
      'To invite in time, the meeting is best from Monday 30 March 2026 to Tuesday 14',
      'April 2026.',
      '',
      ' by  Mon 16 Mar  Talk with the child about the review       today',
      ' by  Tue 17 Mar  Social worker and IRO discuss the review',
      ' by  Fri 20 Mar  Allocate an independent reviewing officer  done',
      ' by  Tue 24 Mar  Send the invitations',
      ' by  Thu 2 Apr   Papers to the IRO',
      ' by  Thu 9 Apr   IRO speaks with the child in private',
      '     Thu 9 Apr   THE REVIEW, 4:30pm, School',
      ' by  Thu 16 Apr  Send the decisions',
      ' by  Thu 23 Apr  Update the care plan',
      ' by  Thu 30 Apr  Complete the full record of the review',
      ' by  Fri 8 May   Send out the record of the review',
      ' by  Thu 9 Jul   Hold the second review',
    ]);
    expect(out).toContain(
      'Saved: K77, looked after from Friday 13 March 2026.\nNext: irotool due --child K77',
    );
    expect(err).toContain('--born 2/5/2015 is Saturday 2 May 2015.');
    expect(err).toContain('A Khan is new and will be added as an IRO.');
    const shown = (await run('child show K77 --json')).out;
    expect(JSON.parse(shown)).toMatchObject({
      child: { name: "Siân O'Brien-Łukasiewicz", inCare: true, since: '2026-03-13', iro: 'A Khan' },
      chronology: [{ attributes: { basis: 'V2', told: '2026-03-16' } }, {}, {}],
    });
  });

  it('prints JSON alone with --json', async () => {
    const { run } = await unit();
    const { out } = await run([...SIAN, '--json']);
    expect(JSON.parse(out)).toEqual({
      schema: 1,
      child: { ref: 'K77', name: "Siân O'Brien-Łukasiewicz" },
      becameLookedAfter: '2026-03-13',
    });
  });

  it('adds people and a team who are new, and says so; those who are known it does not', async () => {
    const { run } = await unit();
    const people = '--iro "A Khan" --social-worker "S Jones" --team North';
    const first = await run(`${CHILD} --looked-after 2026-03-02 ${people}`);
    for (const said of [
      'A Khan is new and will be added as an IRO.',
      'S Jones is new and will be added as a social worker.',
      'North is new and will be added as a team.',
    ]) {
      expect(first.err).toContain(said);
    }
    const again = await run(
      'new-review --ref A2 --name B --born 2015-05-02 --looked-after 2026-03-02 --iro "a khan" --social-worker "s jones" --team north --yes',
    );
    expect(again.err).toBe('');
    const { children } = JSON.parse((await run('child list --json')).out) as { children: object[] };
    expect(children).toMatchObject([
      { iro: 'A Khan', socialWorker: 'S Jones', team: 'North' },
      { iro: 'A Khan', socialWorker: 'S Jones', team: 'North' },
    ]);
  });

  it('counts from a start on a weekend as from the Friday before', async () => {
    const { run } = await unit();
    for (const [ref, day] of [
      ['F1', '2026-03-06'],
      ['F2', '2026-03-07'],
      ['F3', '2026-03-08'],
    ]) {
      const { out } = await run(
        `new-review --ref ${ref} --name A --born 2015-05-02 --looked-after ${day} --new --yes`,
      );
      expect(out).toContain('The first review is due by Tuesday 7 April 2026 (20 working days).');
    }
  });

  it('gives short breaks their own first review, in three months', async () => {
    const { run } = await unit();
    const { out } = await run(`${CHILD} --looked-after 2026-02-02 --basis v3`);
    expect(words(out)).toContain(
      'The first short-break review is due by Saturday 2 May 2026 (3 months). That is not a working day: the last one is Friday 1 May 2026.',
    );
    expect(out).not.toContain('Hold the first review');
  });

  it('says what the time means under section 20', async () => {
    const { run } = await unit();
    const { out } = await run(`${CHILD} --looked-after 2026-03-13 --basis V2 --time 11.15pm`);
    expect(words(out)).toContain(
      'Accommodated at 11:15pm. Under section 20 a child is looked after once 24 hours',
    );
    expect(out).toContain('The first review is due by Tuesday 14 April 2026');
  });

  it('says when invitations can no longer be in time, and when the review is already late', async () => {
    const { run } = await unit();
    const soon = await run(`${CHILD} --looked-after 2026-02-24`);
    expect(words(soon.out)).toContain(
      'There is no longer time for ten working days’ notice: invite at once.',
    );
    const late = await run('new-review --ref A2 --name B --born 2015-05-02 --looked-after 2026-01-12 --yes');
    expect(words(late.out)).toContain(
      'The first review was due by Monday 9 February 2026 (20 working days). Hold it as soon as it can be held.',
    );
  });

  it('names a meeting that is late or on a day nobody works', async () => {
    const { run } = await unit();
    const { out, err, code } = await run(`${CHILD} --looked-after 2026-03-13 --meeting "18/4 10:00"`);
    expect(code).toBe(0);
    expect(words(out)).toContain(
      'The meeting is after the day the first review is due (Tuesday 14 April 2026).',
    );
    expect(err).toContain('Note: 18 April 2026 is not a working day.');
  });
});

describe('new-review for a child who is known', () => {
  it('refuses one already in care, with the command to use instead', async () => {
    const { run, db } = await unit();
    await run(`${CHILD} --looked-after 2026-03-02`);
    const before = everything(db);
    for (const line of [`${CHILD} --looked-after 2026-03-13`, 'new-review --ref a1']) {
      const { code, err } = await run(line);
      expect(code).toBe(1);
      expect(err).toContain(
        'A1 is already looked after. Nothing was saved. To plan a review: irotool review plan A1.',
      );
    }
    expect(everything(db)).toBe(before);
  });

  it('starts a new period of care for one who comes back, with what is recorded already', async () => {
    const { run } = await unit();
    await run(`${CHILD} --looked-after 2026-01-05 --iro "A Khan" --today 2026-01-05`);
    await run('review hold A1 --on 2026-01-30 --code PN1');
    await run('child left A1 --on 2026-02-20');
    const { out, err, code } = await run('new-review --ref A1 --looked-after 2026-03-09 --yes');
    expect(code).toBe(0);
    expect(err).toContain('A1 is recorded already: a new period of care begins.');
    expect(words(out)).toContain('To allocate an IRO (A Khan, as before): irotool iro allocate A1 "A Khan"');
    // Of the period before nothing is said here.
    expect(out).not.toContain('Send the decisions');
    const { deadlines } = JSON.parse((await run('explain A1 review-first --json')).out) as {
      deadlines: object[];
    };
    expect(deadlines).toMatchObject([{ due: '2026-04-08', standing: 'upcoming', review: 1 }]);
  });

  it('fills in what a child added before has not got, and keeps a name that is recorded', async () => {
    const { run } = await unit();
    await run('child add --ref A1');
    expect((await run('new-review --ref A1 --looked-after 2026-03-09 --yes')).err).toContain(
      'Missing: --name --born',
    );
    const { err } = await run(`${CHILD} --looked-after 2026-03-09 --sex f`);
    expect(err).toContain('A1 is recorded already: a period of care begins.');
    const child = async (): Promise<object> => JSON.parse((await run('child show A1 --json')).out).child;
    expect(await child()).toMatchObject({ name: 'Child One', born: '2015-05-02', sex: 'F' });
    await run('child left A1 --on 2026-03-11');
    const again = await run('new-review --ref A1 --name "Another Name" --looked-after 2026-03-12 --yes');
    expect(words(again.err)).toContain('A1 is recorded under another name, which is kept.');
    expect(again.err).not.toContain('Child One');
    expect(await child()).toMatchObject({ name: 'Child One' });
  });

  it('refuses the reference of a child born on another day', async () => {
    const { run } = await unit();
    await run('child add --ref A1 --born 2015-05-02');
    const { code, err } = await run(
      'new-review --ref A1 --name A --born 2016-05-02 --looked-after 2026-03-09 --yes',
    );
    expect(code).toBe(1);
    expect(err).toContain('A1 is recorded with another date of birth.');
  });
});

describe('the IRO that new-review suggests', () => {
  it('is a brother’s or sister’s, then the child’s earlier one, then the one with the fewest', async () => {
    const { run } = await unit();
    const suggested = async (line: string): Promise<string> =>
      /To allocate an IRO(.*):/.exec((await run(line)).out)![1]!.trim();
    const child = (ref: string, rest = ''): string =>
      `new-review --ref ${ref} --name ${ref} --born 2015-05-02 --looked-after 2026-03-09 ${rest} --yes`;
    expect((await run(child('N0'))).out).toContain('No IROs are recorded yet: irotool person add');
    await run(child('B1', '--iro "A Khan" --today 2026-03-09'));
    await run(child('B2', '--iro "A Khan" --today 2026-03-09'));
    await run(child('B3', '--iro "M Ŵyn"'));
    expect(await suggested(child('N1'))).toBe('(M Ŵyn, the lightest caseload)');
    expect(await suggested(child('N2', '--sibling b1'))).toBe('(A Khan, as for B1)');
    await run('child left B2 --on 2026-03-10');
    expect(await suggested('new-review --ref B2 --looked-after 2026-03-12 --yes')).toBe(
      '(A Khan, as before)',
    );
  });
});

describe('who has parental responsibility', () => {
  it('is recorded with the child, so that letters go to them', async () => {
    const { run } = await unit();
    const said = 'mum Jane O’Brien; birth father Tom Roe, gran May Roe';
    const { code, err } = await run([...SIAN, '--responsible', said]);
    expect(code).toBe(0);
    expect(words(err)).toContain(
      'The mother will be among the child’s people, with parental responsibility.',
    );
    // No name goes where it may be kept.
    expect(err).not.toContain('Jane');
    const { people } = JSON.parse((await run('child people K77 --json')).out) as {
      people: { tag: string; role: string; name: string; responsibility: boolean }[];
    };
    expect(people.map(({ role, name }) => [role, name]).sort()).toEqual([
      ['parent', 'Jane O’Brien'],
      ['parent', 'Tom Roe'],
      ['relative', 'May Roe'],
    ]);
    expect(words((await run('child people K77')).out)).toMatch(/parental responsibility/);
    // One command, and one undo.
    expect((await run('undo --yes --why "typed of another"')).code).toBe(0);
  });

  it('is the same person as a brother’s or sister’s mother of that name', async () => {
    const { run } = await unit();
    await run([...SIAN, '--responsible', 'mother Jane Roe']);
    const { err } = await run(
      'new-review --ref K78 --name "Ida Roe" --born 2014-05-02 --looked-after 13/3 --sibling K77 --responsible "mother Jane Roe" --today 2026-03-16 --yes',
    );
    expect(words(err)).toContain('the same person as K77’s “mother”');
  });

  it('needs to be said with what they are to the child', async () => {
    const made = await unit();
    const before = everything(made.db);
    for (const said of ['Jane Roe', 'mother', 'social worker Jo Smith']) {
      const { code, err } = await made.run([...SIAN, '--responsible', said]);
      expect([code, words(err)]).toEqual([
        2,
        expect.stringContaining('Say what they are to the child, and then the name.'),
      ]);
    }
    expect(everything(made.db)).toBe(before);
  });
});

describe('brothers and sisters', () => {
  it('are recorded both ways', async () => {
    const { run } = await unit();
    await run(`${CHILD} --looked-after 2026-03-02`);
    await run('new-review --ref A2 --name B --born 2017-05-02 --looked-after 2026-03-02 --sibling a1 --yes');
    expect((await run('child show A1 --ids')).out).toContain('Siblings       A2');
    expect((await run('child show A2 --ids')).out).toContain('Siblings       A1');
  });
});

describe('new-review refuses, and saves nothing', () => {
  it.each([
    ['a day that has not come', '--looked-after 2026-03-14', 1, '14 March 2026 has not come yet'],
    ['a day before birth', '--looked-after 2015-05-01', 1, 'A1 was born on 2 May 2015'],
    ['someone of 18', '--looked-after 2026-03-13 --born 2008-03-13', 1, 'A1 was 18 on 13 March 2026'],
    ['a day there is not', '--looked-after 31/2/2026', 2, '--looked-after: "31/2/2026" is not a date.'],
    ['being told in the future', '--looked-after 2026-03-13 --told 2026-03-20', 1, 'cannot have been told'],
    ['a meeting that has passed', '--looked-after 2026-03-02 --meeting "2026-03-12 10:00"', 1, 'has passed'],
    ['a meeting that is none', '--looked-after 2026-03-02 --meeting someday', 2, '--meeting: "someday"'],
    ['a venue without a meeting', '--looked-after 2026-03-02 --venue School', 2, '--venue and --mode'],
    ['a legal status there is not', '--looked-after 2026-03-02 --basis X9', 2, '--basis is one of C1'],
    ['a time there is not', '--looked-after 2026-03-02 --time 25:00', 2, '--time: "25:00" is not a time.'],
    [
      'a way of meeting there is not',
      '--looked-after 2026-03-02 --meeting 27/3 --mode zoom',
      2,
      '--mode is one of',
    ],
    ['an unknown brother', '--looked-after 2026-03-02 --sibling Z9', 1, 'There is no child "Z9".'],
    ['the child as brother', '--looked-after 2026-03-02 --sibling A1', 1, ''],
    ['an unknown sex', '--looked-after 2026-03-02 --sex X', 2, '--sex is M, F or U'],
    ['an empty IRO', '--looked-after 2026-03-02 --iro ""', 2, '--iro is empty.'],
    ['a reference with a space', '--ref "A 1" --looked-after 2026-03-02', 2, 'that cannot be a reference'],
  ])('%s', async (_what, rest, code, said) => {
    const { run, db } = await unit();
    const before = everything(db);
    const answer = await run(`${CHILD} ${rest}`);
    expect(answer.code).toBe(code);
    expect(answer.err).toContain(said);
    expect(answer.err).not.toContain('Child One');
    expect(everything(db)).toBe(before);
  });

  it('if nobody can be asked and something is missing, or nobody has said yes', async () => {
    const { run } = await unit();
    expect(await run('new-review')).toMatchObject({
      code: 2,
      out: '',
      err: 'No terminal to ask on. Missing: --ref --name --born --looked-after\n',
    });
    expect((await run('new-review --ref A1 --no-input')).err).toContain(
      'Not asking (--no-input). Missing: --name --born --looked-after',
    );
    expect((await run('new-review --ref A1 --name A --born 2015-05-02 --looked-after 2026-03-02')).err).toBe(
      'No terminal to ask on. Missing: --yes\n',
    );
  });
});

describe('new-review on a narrow screen', () => {
  it('keeps within the width', async () => {
    const { db } = await unit('york');
    const long = 'Maximiliana-Wilhelmina Featherstonehaugh-Cholmondeley of Ravenscourt';
    const line = `--name "${long}" --born 2015-05-02 --looked-after 2026-03-13 --iro "${long}" --meeting 2026-04-09 --venue "${long} ${'x'.repeat(90)}" --basis V2 --time 10:00 --yes`;
    const wide = await onScreen(`new-review --ref ${'R'.repeat(30)}1 ${line}`, db, 80);
    expect(wide.code).toBe(0);
    expect(widest(wide.out)).toBeLessThanOrEqual(80);
    const narrow = await onScreen(`new-review --ref R2 ${line}`, db, 60);
    expect(widest(narrow.out)).toBeLessThanOrEqual(60);
  });
});

it('new-review does not give a child to an IRO who has left', async () => {
  const { run } = await unit();
  await run('person add --role iro --name "A Khan"');
  await run('person edit "A Khan" --left');
  const answer = await run(
    'new-review --ref K1 --name "Ada B" --born 2/5/2015 --looked-after 9/3/2026 --iro "A Khan" --yes',
  );
  expect(answer.code).toBe(1);
  expect(answer.err).toContain('A Khan is marked as having left. Nothing was saved.');
  expect((await run('child show K1 --ids')).code).toBe(1);
});

describe('under a pack whose invitations go seven working days before', () => {
  const northshire = async (line: string): Promise<string> => {
    const it = await unit(join(import.meta.dirname, '..', 'packs', 'northshire'));
    const made = await it.run(
      `new-review --ref C1 --name "Ada Roe" --born 2015-05-02 --looked-after 2026-03-16 --yes --today ${line}`,
    );
    const suggested = await it.run(`review plan C1 --suggest --today ${line}`);
    expect([made.code, suggested.code], made.err + suggested.err).toEqual([0, 0]);
    return `${made.out}${made.err}${suggested.out}${suggested.err}`.replace(/\s+/g, ' ');
  };

  it('the days from which a meeting can be held are those that --suggest proposes', async () => {
    const out = await northshire('2026-03-16');
    expect(out).toContain('the meeting is best from Wednesday 25 March 2026 to Wednesday 15 April 2026.');
    expect(out).toContain(
      'Invitations sent today, 7 working days ahead, are in time for Wednesday 25 March 2026 or later.',
    );
  });

  it('seven working days before the last one there is time on that day alone', async () => {
    const out = await northshire('2026-04-02');
    expect(out).toContain('the meeting is best on Wednesday 15 April 2026.');
    expect(out).toContain('are in time for Wednesday 15 April 2026 or later.');
  });

  it('the day after there is none, and both say of how many days', async () => {
    const out = await northshire('2026-04-07');
    expect(out).toContain('There is no longer time for seven working days’ notice: invite at once.');
    expect(out).toContain('invite at once, with less than 7 working days’ notice.');
  });
});
