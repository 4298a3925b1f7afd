import { describe, expect, it } from 'vitest';
import { linesOf, onScreen, widest } from '../support/facts';
import { unit } from '../support/harness';
import { linkTo } from '../support/people';
import { flat, refuses } from '../support/said';

/** K1 with two reviews held, K2 with one, K3 with none. */
async function withChildren() {
  const made = await unit('york');
  for (const ref of ['K1', 'K2', 'K3']) {
    await made.run(
      `new-review --ref ${ref} --name "Child ${ref}" --born 2015-05-02 --looked-after 2025-09-01 --iro "A Khan" --today 2025-09-01 --yes`,
    );
  }
  await made.run('review hold K1 --on 2025-09-24 --code PN1');
  await made.run('review hold K1 --on 2025-12-15 --code PN1');
  await made.run('review hold K2 --on 2025-09-24 --code PN1');
  linkTo(made.db, 'K1', { name: 'Mary Jones', role: 'parent', tag: 'mother', relationship: 'mother' });
  return made;
}

type Made = Awaited<ReturnType<typeof withChildren>>;

interface Row {
  readonly child: { readonly ref: string };
  readonly ref: string;
  readonly [name: string]: unknown;
}

async function listed(run: Made['run'], rest = ''): Promise<Row[]> {
  const { out } = await run(`recommendation list ${rest} --json`);
  return (JSON.parse(out) as { schema: 1; recommendations: Row[] }).recommendations;
}

const called = (rows: readonly Row[]): string[] => rows.map(({ child, ref }) => `${child.ref} ${ref}`);

/** The standings of the tracked ones among a child's deadlines. */
async function duties(run: Made['run'], today: string): Promise<string[]> {
  const { out } = await run(`child show K1 --json --today ${today}`);
  const { deadlines } = JSON.parse(out) as {
    deadlines: { rule: string; ref: string; due: string; standing: string }[];
  };
  return deadlines
    .filter(({ rule }) => rule === 'recommendation')
    .map(({ ref, due, standing }) => `${ref} ${due} ${standing}`);
}

describe('recommendation add', () => {
  it('gives each the number of its review and the next free one', async () => {
    const { run } = await withChildren();
    const first = await run('recommendation add K1 --text "Book the dentist" --owner "Mary Jones" --by 27/3');
    expect(first.code).toBe(0);
    expect(first.out).toBe('K1 2.1  decision of review 2, by Friday 27 March 2026: recorded.\n');
    expect(first.err + first.out).not.toContain('Mary');
    const second = await run('recommendation add K1 --text "Match approved" --kind adoption-panel');
    expect(second.out).toBe('K1 2.2  recommendation to the adoption panel of review 2: recorded.\n');
    const earlier = await run('recommendation add K1 --text "Buy a bed" --review 1');
    expect(earlier.out).toBe('K1 1.1  decision of review 1: recorded.\n');
    expect((await run('recommendation add K2 --text "Find a mentor"')).out).toContain('K2 1.1');

    const rows = await listed(run, 'K1');
    expect(rows.find(({ ref }) => ref === '2.1')).toMatchObject({
      child: { ref: 'K1', name: 'Child K1' },
      text: 'Book the dentist',
      owner: 'mother',
      kind: 'decision',
      review: 2,
      madeOn: '2025-12-15',
      by: '2026-03-27',
      state: 'open',
      workingDaysLeft: 10,
      daysLeft: 14,
    });
    expect(rows.find(({ ref }) => ref === '1.1')).toMatchObject({ review: 1, madeOn: '2025-09-24' });
    const { chronology } = JSON.parse((await run('child show K1 --json')).out) as { chronology: object[] };
    expect(JSON.stringify(chronology)).not.toContain('Mary');
  });

  it('never shares a reference with an earlier period of care', async () => {
    const { run } = await withChildren();
    await run('recommendation add K2 --text "Before" --review 1');
    await run('child left K2 --on 1/2/2026 --reason E4A');
    await run(
      'new-review --ref K2 --name "Child K2" --born 2015-05-02 --looked-after 2026-02-10 --iro "A Khan" --today 2026-02-10 --yes',
    );
    await run('review hold K2 --on 1/3/2026 --code PN1');
    expect((await run('recommendation add K2 --text "After"')).out).toContain('K2 1.2  decision of review 1');
    expect((await listed(run, 'K2')).map(({ ref, text }) => [ref, text])).toEqual([
      ['1.1', 'Before'],
      ['1.2', 'After'],
    ]);
  });

  it('needs a review held by then, a text and a date ahead of it', async () => {
    const made = await withChildren();
    expect(await refuses(made, 'recommendation add K3 --text x', 1)).toContain(
      'K3 had no review held, and a decision belongs to one.',
    );
    expect(await refuses(made, 'recommendation add K1 --text x --review 3', 1)).toContain(
      'K1 had no review 3 held',
    );
    expect(await refuses(made, 'recommendation add K1 --text x --on 2025-09-23', 1)).toContain(
      'K1 had no review held by Tuesday 23 September 2025',
    );
    expect(await refuses(made, 'recommendation add K1 --text x --kind wish', 2)).toContain(
      '--kind is decision, recommendation or adoption-panel; not "wish".',
    );
    expect(await refuses(made, 'recommendation add K1 --text x --review two', 2)).toContain('--review is');
    expect(await refuses(made, 'recommendation add K1 --text x --by 2025-12-14', 1)).toContain(
      '--by: Sunday 14 December 2025 is before Monday 15 December 2025.',
    );
  });
});

describe('recommendation list', () => {
  /** Of K1 one late, one ahead and one without a date; of K2 one late. */
  async function withSome(): Promise<Made> {
    const made = await withChildren();
    for (const line of [
      'K1 --text "No date"',
      'K1 --text "Ahead" --by 20/3',
      'K1 --text "Late: a long text that does not fit on one line of the list" --owner social-worker --by 9/3/2026',
      'K2 --text "Later still" --by 2/3/2026',
    ]) {
      expect((await made.run(`recommendation add ${line}`)).code).toBe(0);
    }
    return made;
  }

  it('has every open one of the children in care, overdue first', async () => {
    const { run, db } = await withSome();
    expect(called(await listed(run))).toEqual(['K2 1.1', 'K1 2.3', 'K1 2.2', 'K1 2.1']);
    const { out } = await run('recommendation list');
    expect(out).toMatch(/^4 open; 2 of them late\. Days are working days\.\n\n ref +what +who +by +state\n/);
    expect(out).toContain('no date');
    expect(widest(out)).toBeLessThanOrEqual(80);
    const wide = flat(linesOf((await onScreen('recommendation list', db, 120)).out).join(' '));
    expect(wide).toContain('K2 1.1 Later still Mon 2 Mar LATE 9 days open');
    expect(wide).toContain('K1 2.2 Ahead Fri 20 Mar in 5 days open');
    await run('child left K2 --on 10/3 --reason E4A');
    expect(called(await listed(run))).toEqual(['K1 2.3', 'K1 2.2', 'K1 2.1']);
    expect(called(await listed(run, 'K2'))).toEqual(['K2 1.1']);
    // As it was while the child was still in care.
    expect(called(await listed(run, '--today 2026-03-09'))).toContain('K2 1.1');
  });

  it('leaves out what is settled, and what was struck out', async () => {
    const { run } = await withSome();
    expect((await run('recommendation done K1 2.3 --note "Booked"')).out).toBe(
      'K1 2.3  carried out on Friday 13 March 2026: recorded.\n',
    );
    expect(called(await listed(run, 'K1'))).toEqual(['K1 2.2', 'K1 2.1']);
    expect(called(await listed(run, 'K1 --all'))).toEqual(['K1 2.2', 'K1 2.1', 'K1 2.3']);
    expect((await run('recommendation list K1 --all')).out).toContain('done Fri 13 Mar');
    const { chronology } = JSON.parse((await run('child show K2 --json')).out) as {
      chronology: { id: number; kind: string }[];
    };
    await run(`strike ${chronology.find(({ kind }) => kind === 'decision-made')!.id} --why "Wrong child"`);
    expect(called(await listed(run))).toEqual(['K1 2.2', 'K1 2.1']);
  });

  it('may be of the tracked ones alone', async () => {
    const { run } = await withSome();
    expect((await run('recommendation list --tracked')).out).toBe('No tracked recommendations are open.\n');
    await run('recommendation track K1 2.2 --by 30/3');
    expect(called(await listed(run, '--tracked'))).toEqual(['K1 2.2']);
    expect((await run('recommendation list K2 --tracked')).out).toContain(
      'irotool recommendation list K2 --all',
    );
    expect((await run('recommendation list K3')).out).toBe('K3 has no decisions or recommendations.\n');
  });
});

describe('recommendation done and overtaken', () => {
  it('settle one, and say so if it is settled already', async () => {
    const made = await withChildren();
    const { run } = made;
    await run('recommendation add K1 --text "Book the dentist"');
    await run('recommendation add K1 --text "Buy a bed"');
    expect((await run('recommendation overtaken K1 2.2 --why "The child moved"')).out).toBe(
      'K1 2.2  overtaken by events on Friday 13 March 2026: recorded.\n',
    );
    expect((await run('recommendation done K1 2.1 --on 12/3')).code).toBe(0);
    expect(await refuses(made, 'recommendation done K1 2.1', 1)).toMatch(
      /^K1 2\.1 was carried out on 12 March 2026\. Nothing was saved\. If that is a mistake, strike it out first: irotool strike \d+ --why "…"/,
    );
    expect(await refuses(made, 'recommendation overtaken K1 2.1 --why x', 1)).toContain('was carried out');
    expect(await refuses(made, 'recommendation done K1 2.2', 1)).toContain('was overtaken by events');
    for (const line of [
      'track K1 2.2 --by 1/4',
      'check K1 2.2 --finding x',
      'escalate K1 2.2 --to "B Boss"',
      'resolve K1 2.2',
    ]) {
      expect(await refuses(made, `recommendation ${line}`, 1)).toContain('was overtaken by events');
    }
  });

  it('refuse an unknown one with those there are, and a day before it was made', async () => {
    const made = await withChildren();
    await made.run('recommendation add K1 --text x');
    expect(await refuses(made, 'recommendation done K1 7.7', 1)).toContain(
      'K1 has no decision or recommendation "7.7". Those there are: 2.1.',
    );
    expect(await refuses(made, 'recommendation done K2 1.1', 1)).toContain(
      'It has none. To add one: irotool recommendation add K2',
    );
    expect(await refuses(made, 'recommendation done K1 2.1 --on 2025-12-14', 1)).toContain(
      'K1 2.1 was made on 15 December 2025, after 14 December 2025.',
    );
  });

  it('end the tracking as well', async () => {
    const { run } = await withChildren();
    await run('recommendation add K1 --text x');
    await run('recommendation track K1 2.1 --by 27/3');
    // It was done before it was tracked, and the IRO did not know.
    expect((await run('recommendation done K1 2.1 --on 2/3')).code).toBe(0);
    expect(await duties(run, '2026-03-13')).toEqual(['2.1 2026-03-27 met']);
    expect(await listed(run, 'K1 --all')).toMatchObject([{ state: 'done', doneOn: '2026-03-02' }]);
  });
});

describe('a tracked recommendation', () => {
  async function withTracked(): Promise<Made> {
    const made = await withChildren();
    await made.run('recommendation add K1 --text "Book the dentist" --by 6/3/2026');
    expect((await made.run('recommendation track K1 2.1 --by 20/3')).out).toBe(
      'K1 2.1  tracked until Friday 20 March 2026: recorded.\n',
    );
    return made;
  }

  it('is on the list of duties by the date agreed, which another replaces', async () => {
    const { run } = await withTracked();
    expect(await duties(run, '2026-03-20')).toEqual(['2.1 2026-03-20 upcoming']);
    const { err } = await run('recommendation track K1 2.1 --by 27/3 --today 2026-03-16');
    expect(flat(err)).toContain('from Friday 20 March 2026 to Friday 27 March 2026');
    expect(await duties(run, '2026-03-20')).toEqual(['2.1 2026-03-27 upcoming']);
    expect((await run('due --child K1 --week --today 2026-03-23')).out).toContain(
      'Resolve recommendation “2.1”',
    );
  });

  it('is checked, taken to a manager, disputed and resolved, and the list says what is next', async () => {
    const { run } = await withTracked();
    const list = async (today: string): Promise<string> =>
      flat((await run(`recommendation list --today ${today}`)).out);
    expect(await list('2026-03-20')).not.toContain('has passed');
    expect(await list('2026-03-23')).toContain(
      'K1 2.1: the date agreed has passed. To look at it again with the social worker: irotool recommendation check K1 2.1',
    );
    const checked = await run('recommendation check K1 2.1 --finding "Not booked" --today 2026-03-23');
    expect(checked.out).toBe('K1 2.1  looked at on Monday 23 March 2026: recorded.\n');
    expect(await list('2026-03-24')).toContain('irotool recommendation escalate K1 2.1 --to NAME');
    const escalated = await run('recommendation escalate K1 2.1 --to "B Boss" --today 2026-03-24');
    expect(escalated.out).toBe('K1 2.1  taken to B Boss on Tuesday 24 March 2026: recorded.\n');
    expect(await list('2026-03-25')).toContain('--to NAME --dispute');
    expect(await list('2026-03-25')).toContain('tracked, escalated');
    const disputed = await run('recommendation escalate K1 2.1 --to "C Chief" --dispute --today 2026-03-26');
    expect(disputed.out).toContain('dispute D1 opened, informally first');
    const inDispute = await list('2026-03-27');
    expect(inDispute).toContain('in dispute D1');
    // It is disputed already: nothing more is to be typed for it.
    expect(inDispute).not.toContain('To dispute it');
    expect((await run('review show K1 --review 2 --today 2026-03-27')).out.replaceAll(/\s+/g, ' ')).toContain(
      'taken to C Chief Thu 26 Mar; dispute D1 opened Thu 26 Mar',
    );
    const resolved = await run('recommendation resolve K1 2.1 --how "Booked" --today 2026-03-27');
    expect(resolved.out).toBe('K1 2.1  resolved on Friday 27 March 2026: recorded.\n');
    expect(resolved.err).toContain('met late');
    expect(await listed(run, 'K1 --all --today 2026-03-27')).toMatchObject([
      {
        ref: '2.1',
        state: 'resolved',
        trackedBy: '2026-03-20',
        resolvedOn: '2026-03-27',
        checked: { on: '2026-03-23', finding: 'Not booked' },
        escalated: { on: '2026-03-26', to: 'C Chief' },
        workingDaysLeft: null,
        next: null,
      },
    ]);
    const { chronology } = JSON.parse((await run('child show K1 --json --today 2026-03-27')).out) as {
      chronology: { kind: string; attributes: object }[];
    };
    expect(chronology.find(({ kind }) => kind === 'dispute-opened')?.attributes).toEqual({
      ref: 'D1',
      about: 'recommendation 2.1',
    });
  });

  it('gives no two of them one reference if two are entered at once', async () => {
    const { run } = await withChildren();
    const each = ['one', 'two', 'three'].map((about) =>
      run(`recommendation track K1 --about ${about} --by 2026-04-10`),
    );
    const answers = await Promise.all(each);
    const list = await listed(run, 'K1');
    const saved = answers.filter(({ code }) => code === 0);
    expect(list.map(({ ref }) => ref).sort()).toEqual(saved.map((_, at) => `T${at + 1}`));
    for (const { err } of answers.filter(({ code }) => code !== 0)) {
      expect(flat(err)).toContain('What is recorded of K1 was changed meanwhile, by jo. Nothing was saved.');
    }
    expect((await run('doctor')).code).toBe(0);
  });

  it('taken to a manager may go to the dispute process the same day', async () => {
    const { run } = await withChildren();
    await run('recommendation track K1 --about "A school place" --by 2026-04-10');
    await run('recommendation escalate K1 T1 --to "B Boss"');
    const { code, out } = await run('recommendation escalate K1 T1 --to "B Boss" --dispute');
    expect(code).toBe(0);
    expect(flat(out)).toContain(
      'K1 T1 dispute D1 opened, informally first, on Friday 13 March 2026: recorded.',
    );
    const { chronology } = JSON.parse((await run('child show K1 --json')).out) as {
      chronology: { kind: string }[];
    };
    expect(chronology.filter(({ kind }) => kind === 'recommendation-escalated')).toHaveLength(1);
  });

  it('keeps a manager who is among the child’s people by their tag, and tells them by name; older words are told as they stand', async () => {
    const { run, db } = await withChildren();
    linkTo(db, 'K1', { name: 'Bea Boss', role: 'other', tag: 'manager', relationship: 'team manager' });
    const tracked = 'recommendation track K1 --about "A school place" --by 2026-04-10';
    for (const line of [tracked, tracked.replace('school place', 'dentist')]) await run(line);
    const { out } = await run('recommendation escalate K1 T1 --to "bea boss"');
    expect(out).toContain('taken to team manager');
    await run('record K1 recommendation-escalated ref=T2 "to=C Chief" --yes');
    const kept = JSON.parse((await run('child show K1 --json')).out) as {
      chronology: { kind: string; attributes: { to: string } }[];
    };
    const to = kept.chronology.filter(({ kind }) => kind === 'recommendation-escalated');
    expect(to.map(({ attributes }) => attributes.to)).toEqual(['manager', 'C Chief']);
    expect((await listed(run, 'K1')).map(({ escalated }) => escalated)).toMatchObject([
      { to: 'team manager' },
      { to: 'C Chief' },
    ]);
  });

  it('is given a new date if it is checked', async () => {
    const { run } = await withTracked();
    const { out } = await run('recommendation check K1 2.1 --finding "Booked" --by 10/4 --today 2026-03-23');
    expect(flat(out)).toBe(
      'K1 2.1 looked at on Monday 23 March 2026: recorded. K1 2.1 tracked until Friday 10 April 2026: recorded. ',
    );
    expect(await duties(run, '2026-03-24')).toEqual(['2.1 2026-04-10 upcoming']);
  });

  it('may be one that no review decided on, with a reference given for it', async () => {
    const { run } = await withTracked();
    expect((await run('recommendation track K1 --about "The passport" --by 1/4')).out).toContain(
      'K1 T1  tracked',
    );
    expect((await run('recommendation track K1 --about "The bank account" --by 2/4')).out).toContain('K1 T2');
    await run('recommendation check K1 T1 --finding "Applied for" --by 15/4');
    expect(await listed(run, 'K1 --tracked')).toMatchObject([
      { ref: '2.1' },
      { ref: 'T2', text: 'The bank account' },
      { ref: 'T1', text: 'The passport', trackedBy: '2026-04-15', kind: 'recommendation', review: null },
    ]);
  });

  it('is not needed to check or escalate one, but the gap is named', async () => {
    const { run } = await withChildren();
    await run('recommendation add K2 --text x');
    for (const line of ['check K2 1.1 --finding y', 'escalate K2 1.1 --to "B Boss"']) {
      const { code, err } = await run(`recommendation ${line}`);
      expect(code).toBe(0);
      expect(flat(err)).toContain(
        'Note: It was not tracked. To track it: irotool recommendation track K2 1.1 --by DATE',
      );
    }
  });

  it('refuses a date gone by, what is missing, and what is not tracked', async () => {
    const made = await withTracked();
    await made.run('recommendation add K1 --text "Buy a bed"');
    const line = 'recommendation track K1';
    expect(await refuses(made, `${line} 2.2 --by 2026-03-12`, 1)).toContain(
      '--by: Thursday 12 March 2026 is before Friday 13 March 2026.',
    );
    expect(await refuses(made, `${line} 2.2`, 2)).toContain('Missing: --by');
    expect(await refuses(made, line, 2)).toContain('Missing: --about --by');
    expect(await refuses(made, `${line} 2.2 --about x --by 1/4`, 2)).toContain(
      '--about is for one that is not on the list yet',
    );
    expect(await refuses(made, `${line} 9.9 --by 1/4`, 1)).toContain('Those there are: 2.1, 2.2.');
    expect(await refuses(made, 'recommendation check K1 2.1 --finding x --by 2026-03-12', 1)).toContain(
      'is before Friday 13 March 2026',
    );
    expect(await refuses(made, 'recommendation resolve K1 2.2', 1)).toContain(
      'K1 2.2: it is not tracked, so there is nothing to resolve. Nothing was saved. If it was carried out: irotool recommendation done K1 2.2',
    );
    expect(await refuses(made, 'recommendation resolve K1 2.1 --on 2026-03-12', 1)).toContain(
      'K1 2.1: it was tracked on Friday 13 March 2026, after Thursday 12 March 2026.',
    );
    expect((await made.run(`${line} 2.2 --by 2026-03-13`)).code).toBe(0);
    await made.run('recommendation resolve K1 2.1');
    expect(await refuses(made, 'recommendation resolve K1 2.1', 1)).toContain(
      'was resolved on 13 March 2026',
    );
  });
});
