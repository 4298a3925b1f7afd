import { describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { unit } from '../support/harness';
import { flat } from '../support/said';

/**
 * K1 (10) and her brother K2 (3), in section 20 care since Monday 16 February 2026: the first review is due
 * on Monday 16 March. Their mother and a carer are recorded for both, a teacher for K1.
 */
function siblings() {
  const child = (ref: string, born: string): string =>
    `new-review --ref ${ref} --name "Child ${ref}" --born ${born} --looked-after 2026-02-16 --basis V2 --placement U6 --iro "A Khan" --today 2026-02-16 --yes`;
  const person = (ref: string, name: string, role: string): string =>
    `child link ${ref} "${name}" --role ${role}`;
  return unit('york', [
    'person add --name "R Osei" --role iro',
    child('K1', '2015-05-02'),
    `${child('K2', '2022-06-22')} --sibling K1`,
    ...['K1', 'K2'].flatMap((ref) => [
      person(ref, 'Anna Reed', 'parent --relationship mother --responsibility yes'),
      person(ref, 'Jean Marsh', 'carer --tag carer'),
    ]),
    person('K1', 'L Frost', 'teacher'),
  ]);
}

type Run = Awaited<ReturnType<typeof siblings>>['run'];

/** The facts of a child of some kind, each as its day and attributes. */
async function facts(run: Run, ref: string, kind: string): Promise<Record<string, string>[]> {
  const { chronology } = JSON.parse((await run(`child show ${ref} --json`)).out) as {
    chronology: { on: string; kind: string; attributes: Record<string, string> }[];
  };
  return chronology.filter((each) => each.kind === kind).map(({ on, attributes }) => ({ on, ...attributes }));
}

const REQUIRED = [
  'changes,legal-status,permanence,contact,placement,safeguarding,education',
  'health,identity,advice,wishes,independent-visitor,delegated-authority,section-20',
].join(',');

describe('a child under four', () => {
  const seeing = async (run: Run): Promise<string[]> => {
    const { deadlines } = JSON.parse((await run('explain K2 see-child --json --today 2026-03-13')).out) as {
      deadlines: { standing: string }[];
    };
    return deadlines.map(({ standing }) => standing);
  };
  const planned = async () => {
    const made = await siblings();
    await made.run('review plan K1 K2 --meeting "12/3/2026 10:00" --today 2026-03-02 --yes');
    return made.run;
  };

  it('whom nobody says the IRO saw is said to be missed, with the flag that says it', async () => {
    const run = await planned();
    const { code, err } = await run('review hold K1 K2 --on 2026-03-12 --code K1=PN1,K2=PN0');
    expect(code).toBe(0);
    expect(flat(err)).toContain(
      'Note: K2 is under 4, and that the IRO saw the child is not recorded, so it is missed. If the IRO did: --iro-saw observed, or irotool review prepare K2 --seen DATE; if it was inappropriate: --iro-saw inappropriate.',
    );
    expect(flat(err)).not.toContain('K1 is under 4');
    expect(await seeing(run)).toEqual(['missed']);
  });

  it.each([
    ['observed', { how: 'observed' }],
    ['seen', {}],
    ['inappropriate', { outcome: 'inappropriate' }],
  ])('whom the IRO %s is met by it, and of an older child nothing is recorded', async (saw, said) => {
    const run = await planned();
    const { err } = await run(`review hold K1 K2 --on 2026-03-12 --code K1=PN1,K2=PN0 --iro-saw ${saw}`);
    expect(err).not.toContain('under 4');
    expect(await facts(run, 'K2', 'iro-saw-child')).toEqual([{ on: '2026-03-12', ...said }]);
    expect(await facts(run, 'K1', 'iro-saw-child')).toEqual([]);
    expect(await seeing(run)).toEqual(['met']);
  });

  it('whom the IRO did not see, or who was seen already, is not spoken of', async () => {
    const run = await planned();
    await run('review prepare K2 --seen 2026-03-10');
    expect((await run('review hold K2 --on 2026-03-12 --code PN0')).err).not.toContain('under 4');
    const other = await planned();
    expect((await other('review hold K2 --on 2026-03-12 --code PN0 --iro-saw no')).err).not.toContain(
      'under 4',
    );
    expect(await seeing(other)).toEqual(['missed']);
  });
});

describe('what was not considered', () => {
  it('is recorded with the reason alone', async () => {
    const { run } = await siblings();
    const hold = 'review hold K1 --on 2026-03-12 --code PN1 --considered all --not-considered';
    const { code, err } = await run(`${hold} leisure`);
    expect(code).toBe(2);
    expect(flat(err)).toContain('--not-considered says why too. Such as --not-considered "leisure: no time"');
    expect((await run(`${hold} "leisure, no time"`)).code).toBe(0);
  });
});

describe('review hold', () => {
  it('holds one meeting of brothers and sisters, and each record is their own', async () => {
    const { run } = await siblings();
    const { out, err, code } = await run(
      'review hold K1 K2 --on 2026-03-12 --code K1=PN1,k2=pn0 --attended child,mother,teacher --considered all --not-considered "leisure: no time" --decision "Contact on Sundays; mother; 7/5" --recommendation "Weekly visits; P Lee; 9/4/2026" --agenda-agreed --satisfied yes',
    );
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'K1  review held on Thursday 12 March 2026: recorded.',
        '  1.1  Contact on Sundays; mother; by Thursday 7 May 2026',
        '  1.2  recommended: Weekly visits; P Lee; by Thursday 9 April 2026',
        'K2  review held on Thursday 12 March 2026: recorded.',
        '  1.1  Contact on Sundays; mother; by Thursday 7 May 2026',
        '  1.2  recommended: Weekly visits; P Lee; by Thursday 9 April 2026',
        '',
      ].join('\n'),
    );
    expect(await facts(run, 'K1', 'review-held')).toEqual([
      {
        on: '2026-03-12',
        code: 'PN1',
        satisfied: 'yes',
        'agenda-agreed': 'yes',
        attended: 'child,mother,teacher',
        'not-considered': 'leisure: no time',
        considered: REQUIRED,
      },
    ]);
    const [k2] = await facts(run, 'K2', 'review-held');
    expect(k2).toMatchObject({ code: 'PN0', attended: 'child,mother' });
    expect(flat(err)).toContain(
      'Note: 1 of those who came is not among the people of K2, and not recorded there.',
    );
    expect(await facts(run, 'K2', 'decision-made')).toEqual([
      { on: '2026-03-12', ref: '1.1', text: 'Contact on Sundays', owner: 'mother', by: '2026-05-07' },
      {
        on: '2026-03-12',
        ref: '1.2',
        text: 'Weekly visits',
        owner: 'P Lee',
        by: '2026-04-09',
        kind: 'recommendation',
      },
    ]);
    expect((await run('doctor')).code).toBe(0);
  });

  it('leaves a child who was not there off the list of a meeting of several', async () => {
    const { run } = await siblings();
    await run('review hold K1 K2 --on today --code K1=PN6,K2=PN0 --attended child,mother --child-chaired');
    expect((await facts(run, 'K1', 'review-held'))[0]).not.toHaveProperty('child-chaired');
    expect((await facts(run, 'K1', 'review-held'))[0]).toMatchObject({ attended: 'mother' });
    expect((await facts(run, 'K2', 'review-held'))[0]).toMatchObject({
      attended: 'child,mother',
      'child-chaired': 'yes',
    });
  });

  it('keeps one code for all, held against each child’s age', async () => {
    const { run, db } = await siblings();
    const before = everything(db);
    const { err, code } = await run('review hold K1 K2 --on today --code PN1');
    expect(code).toBe(1);
    expect(err).toContain('K2 was 3 on 13 March 2026, and PN1 is for a child of 4 or over.');
    expect(everything(db)).toBe(before);
    expect(await run('review hold K1 K2 --on today --code K1=PN1')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Missing: --code K2=…') as string,
    });
    expect(await run('review hold K1 K2 --on today --code K1=PN1,K3=PN0')).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        '--code: "K3" is not one of the children named. They are K1, K2.',
      ) as string,
    });
    expect(everything(db)).toBe(before);
  });

  it('keeps the allocated IRO if another chairs', async () => {
    const { run } = await siblings();
    const { err } = await run('review hold K1 --on today --code PN1 --chair "r osei"');
    expect(err).toContain('Note: R Osei chaired. A Khan is still the IRO of K1, and is sent the record.');
    const own = await run('review hold K2 --on today --code PN0 --chair "A Khan"');
    expect(own.err).not.toContain('chaired');
    expect((await run('child list --json')).out).toContain('"iro": "A Khan"');
    expect((await run('review show K1')).out).toContain('R Osei, in place of A Khan');
  });

  it('asks whether another within a week is the same one; eight days away it does not', async () => {
    const words =
      'A review of K1 is recorded as held on Tuesday 3 March 2026 too. If the two are one, strike one out';
    for (const [on, isAsked] of [
      ['2026-02-24', true],
      ['2026-02-23', false],
      ['2026-03-10', true],
      ['2026-03-11', false],
    ] as const) {
      const { run } = await siblings();
      await run('review hold K1 --on 2026-03-03 --code PN1');
      const { code, err } = await run(`review hold K1 --on ${on} --code PN1`);
      expect(code).toBe(0);
      expect(err.replaceAll(/\s+/g, ' ').includes(words)).toBe(isAsked);
      expect(err.includes('irotool strike')).toBe(isAsked);
    }
  });

  it('keeps the other days on which it sat, in order', async () => {
    const { run } = await siblings();
    await run('review hold K1 --on today --code PN1 --also-sat 2026-03-12,2026-03-10');
    expect((await facts(run, 'K1', 'review-held'))[0]).toMatchObject({ 'also-sat': '2026-03-10,2026-03-12' });
    // It sat without adjourning: the next interval runs from the day it was completed.
    expect((await run('due --child K1 --days 120')).out).toMatch(
      /FRIDAY 12 JUNE, in 61 days\n.*Hold the second review/,
    );
  });

  it('says so if the code and those who came differ', async () => {
    const { run } = await siblings();
    const absent = await run('review hold K1 --on 2026-03-12 --code PN5 --attended child --child-chaired');
    expect(flat(absent.err)).toContain(
      'PN5 says that the child was not there, and --attended that they came.',
    );
    expect(flat(absent.err)).toContain('and --child-chaired that they chaired.');
    const present = await run('review hold K1 --on today --code PN2 --attended mother');
    expect(flat(present.err)).toContain(
      'PN2 says that the child was there, and --attended does not name them.',
    );
  });

  it('plans the next review with the time, and keeps what the child wishes for it', async () => {
    const { run } = await siblings();
    const { out, err } = await run(
      'review hold K1 K2 --on today --code K1=PN1,K2=PN0 --next-meeting "11/6 10am" --next-wishes "After school; at home"',
    );
    expect(out).toContain('K1/2  planned for Thursday 11 June 2026, 10am.\n');
    expect(flat(err)).toContain('due Thursday 28 May 2026: Send the invitations');
    expect(await facts(run, 'K1', 'review-planned')).toEqual([
      { on: '2026-03-13', meeting: '2026-06-11', time: '10:00', with: 'K2' },
    ]);
    expect(await facts(run, 'K2', 'child-wishes-recorded')).toEqual([
      { on: '2026-03-13', day: 'After school', place: 'at home', review: '2' },
    ]);
    expect((await run('review show K1 --review 2')).out).toMatch(
      /^K1\/2 {2}Child K1: planned for Thursday 11 June 2026, 10am/,
    );
  });

  it('numbers decisions on within the review, and never the same twice', async () => {
    const { run } = await siblings();
    await run('review hold K1 --on 2026-03-02 --code PN1 --decision "One; mother; 1/4" --decision Two');
    await run('review hold K1 --on 2026-03-12 --code PN1 --to-panel "Adoption is the plan; as agreed"');
    expect((await facts(run, 'K1', 'decision-made')).map(({ ref, kind = '' }) => `${ref} ${kind}`)).toEqual([
      '1.1 ',
      '1.2 ',
      '2.1 adoption-panel',
    ]);
    await run('child left K1 --on 2026-03-12 --reason E4A');
    await run('new-review --ref K1 --looked-after 2026-03-13 --yes');
    const { out } = await run('review hold K1 --on 2026-03-13 --code PN1 --decision Three');
    expect(out).toContain('  1.3  Three\n');
    expect((await run('recommendation list K1 --json')).code).toBe(0);
  });

  it('reads a day without a year as the next one after the review', async () => {
    const { run } = await siblings();
    await run('review hold K1 --on 2026-02-20 --code PN1 --decision "x; mother; 1/3"');
    expect((await facts(run, 'K1', 'decision-made'))[0]).toMatchObject({ by: '2026-03-01' });
  });

  it('names decisions of which it is not said who, or by when', async () => {
    const { run } = await siblings();
    const { err } = await run(
      'review hold K1 --on today --code PN1 --decision "a; mother" --decision "b;;1/4"',
    );
    expect(err).toContain('Note: Who carries it out is not recorded: 1.2.');
    expect(err).toContain('Note: By when is not recorded: 1.1.');
  });

  it('names what it had to consider and is not recorded, and refuses nothing for it', async () => {
    const { run } = await siblings();
    const none = flat((await run('review hold K1 --on 2026-02-20 --code PN1')).err);
    expect(none).toContain('What it considered is not recorded (--considered all, or a list).');
    expect(none).toContain(
      'Besides what every review considers, this one had to consider: drift in section 20 care, and requests to return home (the child is in section 20 care).',
    );
    const most = await run(
      `review hold K1 --on 2026-03-02 --code PN1 --considered ${REQUIRED},milestones --not-considered "Permanence plan: the assessment is not done"`,
    );
    expect(flat(most.err)).toContain('Not recorded as considered, nor why not: leisure.');
    const third = await run('review hold K1 --on today --code PN1 --considered all');
    expect(third.err).not.toContain('Not recorded as considered');
    expect(flat(third.err)).toContain(
      'If permanence is not reached by this third review, the manager endorses why: irotool review after K1 --endorsed-by NAME',
    );
    expect((await facts(run, 'K1', 'review-held'))[2]!.considered).toContain('parallel-plan');
  });

  it('says of a review that was late that why and who agreed are not recorded', async () => {
    const { run } = await siblings();
    const late = ' --on 2026-03-17 --today 2026-03-18';
    expect(flat((await run(`review hold K1 --code PN1${late}`)).err)).toContain(
      'It was due by Monday 16 March 2026. Not recorded: why it was later (--late-because "…"), who agreed (--agreed-by NAME).',
    );
    const said = await run(`review hold K2 --code PN0${late} --late-because "IRO ill" --agreed-by "B Boss"`);
    expect(said.err).not.toContain('Not recorded: why');
    expect((await run('review show K2 --today 2026-03-18')).out).toMatch(/Late because +IRO ill/);
  });

  it('asks no reason if it was planned late with one, or was adjourned in time', async () => {
    const { run } = await siblings();
    await run('review plan K1 --meeting 17/3 --late-because Trip --agreed-by "B Boss"');
    const planned = await run('review hold K1 --on 2026-03-17 --code PN1 --today 2026-03-18');
    expect(planned.err).not.toContain('Not recorded: why');
    await run('review adjourn K2 --on 2026-03-12 --reason Ill');
    const adjourned = await run('review hold K2 --on 2026-03-17 --code PN0 --today 2026-03-18');
    expect(adjourned.err).toContain('met late');
    expect(adjourned.err).not.toContain('Not recorded: why');
  });

  it('accepts one on papers, and says when a meeting is normal', async () => {
    const { run } = await unit();
    await run(
      'new-review --ref L1 --name L --born 2013-09-14 --looked-after 2021-03-01 --basis C2 --placement U4 --yes',
    );
    const on = (day: string): string => `review hold L1 --on ${day} --code PN1 --papers`;
    const eighth = flat((await run(`${on('2025-04-25')} --number 8`)).err);
    // When the eighth was due is not known.
    expect(eighth).not.toContain('It was due by');
    expect(eighth).toContain(
      'A review is normally a meeting: the child is not in designated long-term fostering of more than a year (Children Act 1989 guidance, volume 2, para 4.17).',
    );
    await run('record L1 long-term-foster-designated --on 2022-06-01');
    expect(flat((await run(on('2025-09-01'))).err)).toContain(
      'no decision is recorded that not every review needs one (irotool review no-meeting)',
    );
    await run('review no-meeting L1 --factors Settled --consulted child,iro --on 2025-10-01');
    expect((await run(on('2025-12-01'))).err).not.toContain('normally a meeting');
  });

  it('holds the review of an unplanned ending, with decisions of its own', async () => {
    const { run, db } = await siblings();
    const before = everything(db);
    expect(await run('review hold K1 --exit --on 2026-03-13')).toMatchObject({
      code: 1,
      err: 'K1 had not ceased to be looked after by 13 March 2026, so there is no ending to review. Nothing was saved. If care has ended: irotool child left K1 --unplanned\n',
    });
    expect(everything(db)).toBe(before);
    await run('child left K1 --on 2026-03-10 --unplanned');
    expect((await run('review hold K1 --exit --on 2026-03-09')).code).toBe(1);
    expect((await run('review hold K1 --exit --on today --also-sat 2026-03-09')).err).toContain(
      '9 March 2026 (--also-sat) is before 10 March 2026, when care ended.',
    );
    const { out, code } = await run(
      'review hold K1 --exit --on today --attended child,iro --decision "Look in on her; social-worker; 27/3"',
    );
    expect(code).toBe(0);
    expect(out).toBe(
      'K1  review of the unplanned ending held on Friday 13 March 2026: recorded.\n  exit.1  Look in on her; the social worker; by Friday 27 March 2026\n',
    );
    expect(await facts(run, 'K1', 'exit-review-held')).toEqual([{ on: '2026-03-13', attended: 'child,iro' }]);
    expect((await run('due --child K1')).out).not.toContain('Hold a review of the unplanned ending');
  });

  it('refuses a second review of the same ending, but not that of the next', async () => {
    const { run, db } = await siblings();
    await run('child left K1 --on 2026-03-10 --unplanned');
    await run('review hold K1 --exit --on 2026-03-11');
    const before = everything(db);
    for (const line of ['review hold K1 --exit --on today --yes', 'record K1 exit-review-held --on 12/3']) {
      const { code, err, out } = await run(line);
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain(
        'K1: the ending of care on 10 March 2026 was reviewed on 11 March 2026, and one ending has one review. Nothing was saved. To enter it again, strike that one out first: irotool strike ',
      );
    }
    expect(everything(db)).toBe(before);
    await run('record K1 became-looked-after --on 2026-03-12');
    await run('child left K1 --on 2026-03-13 --unplanned');
    expect((await run('review hold K1 --exit --on today')).code).toBe(0);
  });

  it('keeps what is said of an ordinary and an adoption review in one once', async () => {
    const { run } = await siblings();
    await run('review hold K1 --on today --adoption --ordinary --code PN1 --differences None --decision a');
    expect(await facts(run, 'K1', 'adoption-review-held')).toEqual([{ on: '2026-03-13' }]);
    expect((await facts(run, 'K1', 'review-held'))[0]).toMatchObject({ differences: 'None' });
    await run('review hold K2 --on today --adoption --differences Some --decision b');
    expect(await facts(run, 'K2', 'adoption-review-held')).toEqual([
      { on: '2026-03-13', differences: 'Some' },
    ]);
    expect((await facts(run, 'K2', 'decision-made'))[0]).toMatchObject({ ref: '1.1' });
  });
});

describe('review hold refuses', () => {
  const HELD = 'K1 --on 2026-03-12 --code PN1';
  it.each([
    [`${HELD} --also-sat 2026-03-12`, 1, 'K1: 12 March 2026 (--also-sat) is not before 12 March 2026'],
    [`${HELD} --also-sat 2026-02-15`, 1, 'is before 16 February 2026, when care began. Nothing was saved.'],
    [`${HELD} --also-sat soon`, 2, '--also-sat: "soon" is not a date.'],
    [`${HELD} --attended nan`, 1, 'K1 has nobody recorded by that name or tag.'],
    ['K1 K2 --on 2026-03-12 --code K1=PN1,K2=PN0 --attended nan', 1, 'K1 has nobody recorded by that name'],
    [`${HELD} --considered weather`, 2, '--considered is a list of changes, legal-status'],
    [`${HELD} --satisfied maybe`, 2, '--satisfied is yes or no; not "maybe".'],
    [`${HELD} --chair "M Jones"`, 1, 'There is no IRO "M Jones".'],
    [
      `${HELD} --decision "a; b; c; d"`,
      2,
      '--decision has more than three parts. Type it as "what | who | by when", or with ; between',
    ],
    [`${HELD} --decision "; mother"`, 2, '--decision is empty.'],
    [`${HELD} --recommendation "a; b; soon"`, 2, '--recommendation: "soon" is not a date.'],
    [`${HELD} --decision "a; b; 2026-03-11"`, 1, '11 March 2026 is before the review of 12 March 2026.'],
    [`${HELD} --next-meeting 2026-03-12`, 1, '12 March 2026 (--next-meeting) is not after this review'],
    [
      `${HELD} --next-meeting 2026-06-12`,
      1,
      'K1: Friday 12 June 2026 (--next-meeting) is after Thursday 11 June 2026, when "Hold the second review" is due.',
    ],
    [`${HELD} --next-meeting later`, 2, '--next-meeting: "later" is not a date and time.'],
    [`${HELD} --next-wishes ";"`, 2, '--next-wishes is empty. Type it as "when; where".'],
    [
      'K1 --on 2026-03-12 --exit --code PN1',
      2,
      '--code goes with an ordinary review: an exit review has none.',
    ],
    ['K1 --on 2026-03-12 --adoption --papers', 2, 'with --adoption it needs --ordinary too'],
    ['K1 --on 2026-03-12 --exit --adoption', 2, '--exit is a review of its own'],
    ['K1 --on 2026-03-12 --exit --next-meeting 1/6', 2, '--exit has no next review'],
    ['K1 --on 2026-03-12 --exit --considered all', 2, '--considered all goes with other reviews'],
    ['K1 K2 --on 2026-03-12 --code K1=PN1,K2=PN0 --number 3', 2, '--number goes with one child'],
    ['K1 K1 --on 2026-03-12 --code PN1', 2, 'K1 is named twice.'],
  ])('%s', async (line, code, message) => {
    const { run, db } = await siblings();
    const before = everything(db);
    const answer = await run(`review hold ${line}`);
    expect(answer.err).toContain(message);
    expect(answer.code).toBe(code);
    expect(everything(db)).toBe(before);
  });

  it('all of them if one cannot have been held', async () => {
    const { run, db } = await siblings();
    await run('review hold K2 --on 2026-03-12 --code PN0');
    const before = everything(db);
    const { err, code } = await run('review hold K1 K2 --on 2026-03-12 --code K1=PN1,K2=PN0');
    expect(code).toBe(1);
    expect(err).toContain('K2 already has “review held” on 12 March 2026');
    expect(everything(db)).toBe(before);
  });
});

describe('review adjourn', () => {
  it('is of all the children, says by when it is completed, and keeps effect and wishes', async () => {
    const { run } = await siblings();
    const { out, err, code } = await run(
      'review adjourn K1 K2 --on 2026-03-12 --reason "No interpreter" --effect "He was upset" --wishes "Mother wants to be there"',
    );
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'K1  review adjourned on Thursday 12 March 2026: recorded. The last day to',
        '    complete it is Monday 13 April 2026 (20 working days).',
        'K2  review adjourned on Thursday 12 March 2026: recorded. The last day to',
        '    complete it is Monday 13 April 2026 (20 working days).',
        '',
      ].join('\n'),
    );
    expect(flat(err)).toContain(
      'K2: review adjourned on Thursday 12 March 2026. Note: Nothing that was proposed at it may be carried out until it is completed (reg 36(2)).',
    );
    expect(err).not.toContain('The effect');
    expect(await facts(run, 'K2', 'review-adjourned')).toEqual([
      {
        on: '2026-03-12',
        reason: 'No interpreter',
        effect: 'He was upset',
        wishes: 'Mother wants to be there',
      },
    ]);
  });

  it('names the effect on the child if it is not recorded', async () => {
    const { run } = await siblings();
    const { err } = await run('review adjourn K1 --on today --reason x');
    expect(err).toContain('Note: The effect on the child is not recorded (--effect "…").');
  });

  it('says when it was completed, if that is known already', async () => {
    const { run } = await siblings();
    await run('review hold K1 --on 2026-03-12 --code PN1');
    const { out } = await run('review adjourn K1 --on 2026-03-10 --reason x');
    expect(flat(out)).toContain('It was completed on Thursday 12 March 2026.');
  });

  it('is refused for all if one was adjourned before', async () => {
    const { run, db } = await siblings();
    await run('review adjourn K2 --on 2026-03-10 --reason x');
    const before = everything(db);
    const { err, code } = await run('review adjourn K1 K2 --on 2026-03-12 --reason y');
    expect(code).toBe(1);
    expect(err).toContain(
      'K2: this review was adjourned on 10 March 2026, and a review may be adjourned only once',
    );
    expect(everything(db)).toBe(before);
  });

  it.each([
    ['K1', 2, 'Missing: --on --reason'],
    ['K1 --on 2026-02-15 --reason x', 1, 'K1 became looked after on 16 February 2026'],
  ])('refuses %s', async (line, code, message) => {
    const { run, db } = await siblings();
    const before = everything(db);
    const answer = await run(`review adjourn ${line}`);
    expect(answer.err).toContain(message);
    expect(answer.code).toBe(code);
    expect(everything(db)).toBe(before);
  });
});

describe('review cancel', () => {
  it('is of all the children, and says who is to be told', async () => {
    const { run } = await siblings();
    await run('review plan K1 K2 --meeting "16/3 10am" --on 2026-02-17');
    await run('review participants K1 --add mother');
    await run('review prepare K1 K2 --invited 2026-03-02');
    const { out, err } = await run('review cancel K1 K2 --reason "The school is shut" --agreed-by "B Boss"');
    expect(out).toBe(
      'K1  meeting of 16 March 2026 cancelled on Friday 13 March 2026: recorded.\nK2  meeting of 16 March 2026 cancelled on Friday 13 March 2026: recorded.\n',
    );
    expect(flat(err)).toMatch(
      /K1: meeting of 16 March 2026 cancelled on Friday 13 March 2026\. Note: To be told that it is cancelled: [^:]*mother/,
    );
    expect(flat(err)).toContain(
      'Note: To be told that it is cancelled: those invited. To whom is not recorded; by the list it would be the child',
    );
    expect(await facts(run, 'K2', 'review-cancelled')).toEqual([
      { on: '2026-03-13', reason: 'The school is shut', 'agreed-by': 'B Boss' },
    ]);
  });

  it('is refused for all if one has no meeting', async () => {
    const { run, db } = await siblings();
    await run('review plan K1 --meeting "16/3 10am" --on 2026-02-17');
    const before = everything(db);
    expect(await run('review cancel K1 K2 --reason x --agreed-by y')).toMatchObject({
      code: 1,
      err: 'K2 has no meeting planned. To see the reviews: irotool review list K2\n',
    });
    expect(everything(db)).toBe(before);
  });
});
