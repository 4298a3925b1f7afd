import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everything, onScreen, widest } from '../support/facts';
import { unit } from '../support/harness';
import { flat } from '../support/said';

/**
 * K1 (10) and her brother K2 (3), looked after since Monday 16 February 2026, with one meeting planned for
 * Friday 20 March. Their mother is recorded for both, a teacher for K1.
 */
function siblings(pack = 'york') {
  const child = (ref: string, born: string): string =>
    `new-review --ref ${ref} --name "Child ${ref}" --born ${born} --looked-after 2026-02-16 --iro "A Khan" --social-worker "P Lee" --today 2026-02-16 --yes`;
  return unit(pack, [
    child('K1', '2015-05-02'),
    `${child('K2', '2022-06-22')} --sibling K1`,
    'child link K1 "Anna Reed" --role parent --relationship mother --responsibility yes',
    'child link K2 "Anna Reed" --role parent --relationship mother --responsibility yes',
    'child link K1 "L Frost" --role teacher',
    'review plan K1 K2 --meeting "20/3 10am" --on 2026-02-17 --late-because Trip --agreed-by "B Boss"',
  ]);
}

interface Prepared {
  readonly review: number;
  readonly meeting: string | null;
  readonly steps: readonly {
    readonly step: string;
    readonly on: string | null;
    readonly due: string | null;
  }[];
  readonly documents: readonly {
    readonly document: string;
    readonly required: boolean;
    readonly on: string | null;
  }[];
  readonly views: readonly object[];
  readonly concerns: readonly object[];
  readonly wishes: Readonly<Record<string, string>> | null;
}

type Run = Awaited<ReturnType<typeof siblings>>['run'];

async function prepared(run: Run, refs = 'K1'): Promise<Prepared[]> {
  const { out, code } = await run(`review prepare ${refs} --json`);
  expect(code).toBe(0);
  return (JSON.parse(out) as { reviews: Prepared[] }).reviews;
}

const dayOf = (review: Prepared | undefined, kind: string): string | null | undefined =>
  review?.steps.find(({ step }) => step === kind)?.on;

/** The events of a child as `kind {attributes}`. */
async function events(run: Run, ref: string, kind: string): Promise<object[]> {
  const { out } = await run(`child show ${ref} --json`);
  const { chronology } = JSON.parse(out) as {
    chronology: { on: string; kind: string; attributes: Record<string, string> }[];
  };
  return chronology.filter((each) => each.kind === kind).map(({ on, attributes }) => ({ on, ...attributes }));
}

describe('review prepare', () => {
  it('records each step on its own day, for brothers and sisters at once', async () => {
    const { run } = await siblings();
    const { out, code, err } = await run(
      'review prepare K1 K2 --notified 2026-02-17 --child-consulted 2026-02-18 --list-returned 2026-02-19 --discussed 2026-02-20 --supporters "No supporter is wanted"',
    );
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'K1/1  notice sent to the social worker on Tuesday 17 February 2026: recorded.',
        '      social worker talked with the child on Wednesday 18 February 2026:',
        '      recorded.',
        '      list returned by the social worker on Thursday 19 February 2026: recorded.',
        '      social worker and IRO discussed it on Friday 20 February 2026: recorded.',
        'K2/1  notice sent to the social worker on Tuesday 17 February 2026: recorded.',
        '      social worker talked with the child on Wednesday 18 February 2026:',
        '      recorded.',
        '      list returned by the social worker on Thursday 19 February 2026: recorded.',
        '      social worker and IRO discussed it on Friday 20 February 2026: recorded.',
        '',
      ].join('\n'),
    );
    expect(err).toContain('K2/1: before the meeting of Friday 20 March 2026.');
    expect(err).not.toContain('Not recorded before that');
    for (const ref of ['K1', 'K2']) {
      expect(await events(run, ref, 'sw-iro-discussed')).toEqual([
        { on: '2026-02-20', supporters: 'No supporter is wanted' },
      ]);
    }
    expect((await run('doctor')).code).toBe(0);
  });

  it('accepts a step out of order and names what is not recorded before it', async () => {
    const { run } = await siblings();
    const york = flat((await run('review prepare K1 --invited 2026-03-06')).err);
    expect(york).toContain(
      'Note: Not recorded before that: “Notice sent to the social worker”, “Social worker talked with the child” and “Social worker and IRO discussed it”.',
    );
    const england = await siblings('england');
    const { err } = await england.run('review prepare K1 --invited 2026-03-06');
    expect(flat(err)).toContain(
      'Not recorded before that: “Social worker talked with the child” and “Social worker and IRO discussed it”.',
    );
    expect((await run('due --child K1')).out).not.toContain('Send the invitations');
  });

  it('keeps what the child wishes, and adds to it', async () => {
    const { run } = await siblings();
    await run(
      'review prepare K1 --child-consulted 2026-02-18 --wants "Mrs Frost" --not-wants Uncle --hours outside-school --issues School --day Friday',
    );
    const { out } = await run('review prepare K1 --place "At home" --will-chair --wants "Mrs Frost and Nan"');
    expect(out).toBe('K1/1  what the child wishes, as said on Friday 13 March 2026: recorded.\n');
    expect((await prepared(run))[0]!.wishes).toEqual({
      day: 'Friday',
      hours: 'outside-school',
      wants: 'Mrs Frost and Nan',
      'does-not-want': 'Uncle',
      place: 'At home',
      'will-chair': 'yes',
    });
    expect(await events(run, 'K1', 'child-consulted')).toEqual([
      { on: '2026-02-18', wants: 'Mrs Frost', issues: 'School' },
    ]);
  });

  it('keeps whom the IRO met at the introductory visit: on the screen, in the JSON and in a letter', async () => {
    const { run, db } = await siblings();
    await run('review prepare K1 --iro-visited 2026-03-02 --met child,teacher');
    const answer = await run('review show K1');
    expect(flat(answer.out)).toContain('IRO’s visit Mon 2 Mar; met the child and teacher');
    const { steps } = JSON.parse((await run('review show K1 --json')).out);
    expect(steps).toMatchObject({
      iroVisited: '2026-03-02',
      iroVisitedMet: [{ ref: 'child' }, { ref: 'teacher', name: 'L Frost' }],
    });
    const templates = join(dirname(db), 'templates');
    mkdirSync(templates, { recursive: true });
    writeFileSync(
      join(templates, 'met-note.md.hbs'),
      '---\ntitle: The visit\nfor: the parent\nreader: family\nroles: [parent]\nkind: form\nneeds: [events.iroVisited.met]\nversion: 1\n---\nOn {{events.iroVisited.on}} the IRO met {{events.iroVisited.met}}.\n',
    );
    const letter = await run('letter met-note K1 --to mother --format txt --out -');
    expect(flat(letter.out)).toContain('On Monday 2 March 2026 the IRO met the child and the teacher.');
  });

  it('whom the IRO met goes with the visit', async () => {
    const { run } = await siblings();
    const { code, err } = await run('review prepare K1 --met child');
    expect([code, flat(err)]).toEqual([2, expect.stringContaining('--met goes with --iro-visited')]);
  });

  it('numbers the child’s concerns, and takes each up', async () => {
    const { run, db } = await siblings();
    const first = await run('review prepare K1 --iro-visited 2026-03-02 --concern "She misses her dog"');
    expect(first.out).toContain('concern 1 of the child raised on Monday 2 March 2026: recorded.');
    expect(flat(first.err)).toContain('Then: irotool review prepare K1 --concern-taken-up 1');
    await run('review prepare K1 --concern "Her room is cold" --on 2026-03-05');
    await run('review prepare K1 --concern-taken-up 1 --answer "She may visit" --on 2026-03-06');
    expect((await prepared(run))[0]!.concerns).toEqual([
      {
        ref: '1',
        about: 'She misses her dog',
        raisedOn: '2026-03-02',
        takenUpOn: '2026-03-06',
        answer: 'She may visit',
      },
      { ref: '2', about: 'Her room is cold', raisedOn: '2026-03-05', takenUpOn: null, answer: null },
    ]);
    const before = everything(db);
    expect(await run('review prepare K1 --concern-taken-up 3')).toMatchObject({
      code: 1,
      err: 'K1/1: there is no concern 3 by 13 March 2026. Nothing was saved. Those recorded: 1, 2.\n',
    });
    expect((await run('review prepare K1 --concern-taken-up 2 --on 2026-03-04')).code).toBe(1);
    expect((await run('review prepare K1 K2 --concern-taken-up 1')).err).toContain(
      'K2/1: there is no concern 1',
    );
    expect(everything(db)).toBe(before);
  });

  it('sends the invitations to those whom the list has as invited', async () => {
    const { run } = await siblings();
    await run('review participants K1 --add mother');
    await run('review participants K1 --add teacher --part consulted');
    const { err } = await run('review prepare K1 K2 --invited 2026-03-06');
    expect(flat(err)).toContain(
      'To whom is not recorded: the review’s list is empty. To begin it: irotool review participants K2 --add WHO',
    );
    const [sent] = (await events(run, 'K1', 'invitations-sent')) as { to: string }[];
    expect(sent!.to.split(',')).toContain('mother');
    expect(sent!.to.split(',')).not.toContain('teacher');
    expect(await events(run, 'K2', 'invitations-sent')).toEqual([{ on: '2026-03-06' }]);
  });

  it('says that invitations count for no meeting, or were sent before it was planned', async () => {
    const { run } = await siblings();
    expect(flat((await run('review prepare K1 --invited 2026-02-16')).err)).toContain(
      'The meeting was planned only on 17 February 2026, so invitations sent before that do not count for it.',
    );
    expect(dayOf((await prepared(run))[0], 'invitations-sent')).toBeNull();
    await run('review cancel K2 --reason Ill --agreed-by "B Boss"');
    expect(flat((await run('review prepare K2 --invited today')).err)).toContain(
      'No meeting is planned, so these invitations count for none. To plan it: irotool review plan K2',
    );
  });

  it('ticks the papers off, names those missing by age, and says when all are there', async () => {
    const { run } = await siblings();
    const some = await run(
      'review prepare K1 K2 --documents report,care-plan,health,other-reports --documents-on 2026-03-06',
    );
    expect(flat(some.err)).toContain(
      'Still to reach the IRO: the placement plan, the personal education plan and the evidence of consultation.',
    );
    expect(flat(some.err)).toContain(
      'Still to reach the IRO: the placement plan and the evidence of consultation.',
    );
    const k1 = await run('review prepare K1 --documents pep,consultation --documents-on 2026-03-10');
    expect(flat(k1.err)).toContain('Still to reach the IRO: the placement plan.');
    // Entered last, but it came before the others: complete on the day of the last one.
    const all = await run('review prepare K1 --documents placement-plan --documents-on 2026-03-09');
    expect(all.out).toBe(
      'K1/1  the placement plan came on Monday 9 March 2026: recorded.\n      all papers with the IRO on Tuesday 10 March 2026: recorded.\n',
    );
    expect(flat(all.err)).toContain('met Papers to the IRO');
    const [review] = await prepared(run);
    expect(dayOf(review, 'documents-received')).toBe('2026-03-10');
    expect(review!.documents).toContainEqual({ document: 'pep', required: true, on: '2026-03-10' });
    expect(review!.documents).toContainEqual({
      document: 'other-reports',
      required: false,
      on: '2026-03-06',
    });
  });

  it('takes all as every paper that is still missing, once', async () => {
    const { run, db } = await siblings();
    await run('review prepare K1 --documents report --documents-on 2026-03-06');
    const { out } = await run('review prepare K1 K2 --documents all');
    expect(out.match(/^K1\/1/m)).not.toBeNull();
    expect(out).toContain('K2/1  the social worker’s report came on Friday 13 March 2026: recorded.');
    expect(out.match(/all papers with the IRO/g)).toHaveLength(2);
    expect(await events(run, 'K1', 'document-received')).toHaveLength(6);
    expect(await events(run, 'K2', 'document-received')).toHaveLength(5);
    const before = everything(db);
    const again = await run('review prepare K1 --documents all');
    expect(again.code).toBe(1);
    expect(again.err).toContain(
      'K1: there is nothing to record. All papers are recorded already, since 13 March 2026.',
    );
    expect(everything(db)).toBe(before);
  });

  it('lets the papers be said outright, and asks for none after that', async () => {
    const { run } = await siblings();
    await run('done K1 documents --on 2026-03-12');
    const { err } = await run('review prepare K1 --documents report');
    expect(err).not.toContain('Still to reach');
    expect(await events(run, 'K1', 'documents-received')).toHaveLength(1);
  });

  it('takes a pathway plan or a care plan from 16', async () => {
    const { run } = await unit();
    await run('new-review --ref T1 --name T --born 2010-03-01 --looked-after 2026-03-02 --yes');
    const { out } = await run(
      'review prepare T1 --documents report,care-plan,health,placement-plan,consultation',
    );
    expect(out).toContain('all papers with the IRO');
    const { run: other } = await unit();
    await other('new-review --ref T1 --name T --born 2010-03-01 --looked-after 2026-03-02 --yes');
    expect((await other('review prepare T1 --documents all')).out).toContain('the pathway plan');
  });

  it('records the records as current, views, and whether the IRO spoke with the child', async () => {
    const { run } = await siblings();
    const { out } = await run(
      'review prepare K1 K2 --records-current 2026-03-10 --bedroom-seen 2026-03-04 --household "A lodger" --court "Hearing 2 April" --legal-status V2 --views mother=letter,teacher=form,child --seen 2026-03-12 --list-amended "Nan is added"',
    );
    expect(out).toContain('K1/1  list amended by the IRO on Friday 13 March 2026: recorded.');
    expect(await events(run, 'K1', 'records-current')).toEqual([
      {
        on: '2026-03-10',
        'bedroom-seen': '2026-03-04',
        household: 'A lodger',
        court: 'Hearing 2 April',
        'legal-status': 'V2',
      },
    ]);
    expect((await prepared(run))[0]!.views).toEqual([
      { ref: 'mother', how: 'letter', on: '2026-03-13', keptOut: null },
      { ref: 'teacher', how: 'form', on: '2026-03-13', keptOut: null },
      { ref: 'child', how: null, on: '2026-03-13', keptOut: null },
    ]);
    // The teacher is among K1's people only.
    expect((await prepared(run, 'K2'))[0]!.views).toHaveLength(2);
    expect((await run('due --child K1')).out).not.toContain('IRO speaks with the child');
  });

  it('records why the IRO did not speak with the child', async () => {
    const { run } = await siblings();
    const { out } = await run(
      'review prepare K1 --not-seen refused --why "She had a school trip" --on 2026-03-12',
    );
    expect(flat(out)).toContain(
      'K1/1 IRO did not speak with the child (refused) on Thursday 12 March 2026: recorded.',
    );
    expect(await events(run, 'K1', 'iro-saw-child')).toEqual([
      { on: '2026-03-12', outcome: 'refused', why: 'She had a school trip' },
    ]);
    expect((await run('review prepare K1')).out).toContain('not seen: refused');
  });

  it('records for a review by its number', async () => {
    const { run, db } = await siblings();
    await run('review hold K1 --on 2026-03-11 --code PN1');
    await run('review prepare K1 --documents report --review 1');
    expect(await events(run, 'K1', 'document-received')).toEqual([
      { on: '2026-03-13', document: 'report', review: '1' },
    ]);
    expect((await run('review prepare K1 --review 1')).out).toMatch(/report +Fri 13 Mar/);
    expect((await run('review prepare K1')).out).toContain('K1/2  no date is fixed');
    const before = everything(db);
    expect(await run('review prepare K1 --seen 2026-03-12 --review 3')).toMatchObject({
      code: 1,
      err: 'K1 has no review 3. To see them: irotool review list K1\n',
    });
    expect(everything(db)).toBe(before);
  });
});

describe('review prepare without a step', () => {
  it('shows what is recorded and what is not, of each child', async () => {
    const { run } = await siblings();
    await run('review prepare K1 --child-consulted 2026-02-18 --documents report --documents-on 2026-03-09');
    const { out, err, code } = await run('review prepare K1 K2');
    expect(code).toBe(0);
    expect(out).toContain('K1/1  planned for Friday 20 March 2026, 10am');
    expect(out).toMatch(/ Social worker talked with the child +Wed 18 Feb\n/);
    expect(out).toMatch(/ Social worker and IRO discussed it +not recorded +was due Fri 27 Feb\n/);
    expect(out).toMatch(/ Invitations sent +not recorded +was due Fri 6 Mar\n/);
    expect(out).toMatch(/ IRO spoke with the child in private +not recorded +by Fri 20 Mar\n/);
    expect(out).toMatch(/ {3}the social worker’s report +Mon 9 Mar\n/);
    expect(out.split('\n\n')[1]).toMatch(/^K2\/1 {2}planned/);
    expect(err).toBe('To record a step: irotool review prepare K1 K2 --invited today\n');
    expect(widest(out)).toBeLessThanOrEqual(80);
  });

  it('shows the same as JSON', async () => {
    const { run } = await siblings();
    const [review, other] = await prepared(run, 'K1 K2');
    expect(review).toMatchObject({ review: 1, meeting: '2026-03-20', wishes: null, views: [], concerns: [] });
    expect(review!.steps.find(({ step }) => step === 'documents-received')).toMatchObject({
      on: null,
      due: '2026-03-17',
    });
    expect(other!.documents.map(({ document }) => document)).toEqual([
      'report',
      'care-plan',
      'health',
      'placement-plan',
      'consultation',
    ]);
  });

  it('keeps within a narrow screen', async () => {
    const { db } = await siblings();
    const { out } = await onScreen('review prepare K1', db, 60);
    expect(widest(out)).toBeLessThanOrEqual(60);
  });

  it('says so if the child is not looked after', async () => {
    const { run } = await siblings();
    await run('review cancel K1 --reason x --agreed-by y');
    await run('child add --ref N1 --name "New Child" --born 2015-05-02 --yes');
    expect(await run('review prepare N1')).toMatchObject({ code: 1 });
    expect((await run('review prepare N1')).err).toContain('N1 is not looked after, so there is no review.');
  });
});

describe('review prepare refuses', () => {
  it.each([
    [
      'K1 --seen today --not-seen refused',
      2,
      'The IRO saw the child (--seen), or did not (--not-seen): not both.',
    ],
    ['K1 --not-seen asleep', 2, '--not-seen is refused or inappropriate; not "asleep".'],
    ['K1 --supporters x', 2, '--supporters goes with --discussed.'],
    ['K1 --documents-on today', 2, 'Missing: --documents'],
    ['K1 --bedroom-seen today', 2, '--bedroom-seen goes with --records-current.'],
    ['K1 --answer x', 2, '--answer goes with --concern-taken-up.'],
    ['K1 --on today', 2, '--on goes with a step. To see how: irotool review prepare --help'],
    ['K1 --hours night --wants x', 2, '--hours is any or outside-school; not "night".'],
    ['K1 --documents report,carepan', 2, 'not "carepan". Did you mean "care-plan"?'],
    ['K1 --documents ,', 2, '--documents is empty.'],
    [
      'K1 --views mother=post',
      2,
      '--views says how as form, letter, recording, meeting, telephone, observation, other; not "post".',
    ],
    ['K1 K2 --views nan=letter', 1, 'K1 has nobody recorded by that name or tag.'],
    ['K1 --review 0 --seen today', 2, '--review is a whole number from 1; not "0".'],
    ['K1 k1 --seen today', 2, 'K1 is named twice.'],
    ['K1 --seen 2026-02-15', 1, 'K1 became looked after on 16 February 2026'],
    [
      'K1 --records-current 2026-03-01 --bedroom-seen 2026-03-02',
      1,
      'the records were confirmed on 1 March 2026, so they cannot say that the bedroom was seen on 2 March 2026.',
    ],
  ])('%s', async (line, code, message) => {
    const { run, db } = await siblings();
    const before = everything(db);
    const answer = await run(`review prepare ${line}`);
    expect(answer.err).toContain(message);
    expect(answer.code).toBe(code);
    expect(everything(db)).toBe(before);
  });

  it('everyone’s steps if one child has the step on that day already', async () => {
    const { run, db } = await siblings();
    await run('review prepare K2 --seen 2026-03-12');
    const before = everything(db);
    const { err, code } = await run('review prepare K1 K2 --seen 2026-03-12');
    expect(code).toBe(1);
    expect(err).toContain('K2 already has “IRO saw child” on 12 March 2026');
    expect(everything(db)).toBe(before);
  });
});
