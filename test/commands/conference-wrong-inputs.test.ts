/** What cannot be of a child protection conference, and what is odd about one: refused or said, never passed over in silence. */
import { describe, expect, it } from 'vitest';
import { unit } from '../support/harness';
import { flat, refusedAfter, saidAfter as said } from '../support/said';

const PEOPLE = [
  'person add --name "A Khan" --role iro',
  'person add --name "P Chair" --role chair',
  'person add --name "Q Chair" --role chair',
  'child add --ref K1 --name "Ana Stone" --born 2017-05-04 --social-worker "Jo Smith"',
  'child link K1 "Jane Stone" --role parent --relationship mother --responsibility yes',
  'child link K1 "John Stone" --role parent --relationship father --responsibility yes',
  'child link K1 "Hetty Vis" --role health --tag health',
  'child link K1 "Tom Teach" --role teacher --tag teacher',
].map((line) => `${line} --today 2026-03-02`);
const BEGUN = [...PEOPLE, 'conference begin K1 --strategy 2026-03-02 --today 2026-03-02 --yes'];
const HELD =
  '--attended social-worker,mother,health,teacher --code PN1 --parents-say Well --category neglect --harm yes --yes';
const ON_A_PLAN = [
  ...BEGUN,
  `conference hold K1 --on 2026-03-20 --outcome plan --chair "P Chair" ${HELD} --today 2026-03-20`,
];
const IN_CARE =
  'new-review --ref K1 --looked-after 2026-04-07 --basis C1 --iro "A Khan" --yes --today 2026-04-07';

/** Refused after these: nothing is changed, and no name of theirs is said. */
const refused = (lines: readonly string[], line: string) => refusedAfter(lines, line, /Stone|Vis|Teach/);

describe('an outcome that does not fit', () => {
  it('is refused, if a plan would go on that the initial conference is still to decide on', async () => {
    const err = await refused(BEGUN, 'conference hold K1 --outcome continue --today 2026-03-20');
    expect(err).toContain('K1 initial conference: whether there is to be a plan is still to be decided.');
    expect(err).toContain('irotool conference hold K1 --outcome plan');
  });

  it('may be of a plan that began before the record did: that is said, and it is a review conference', async () => {
    const told = await said(
      PEOPLE,
      'conference hold K1 --outcome continue --on 2026-03-20 --today 2026-03-20',
    );
    expect(told).toContain('K1 review conference 1: held; the plan goes on');
    expect(told).toContain('Note: No child protection plan is recorded: it is known from this conference.');
    expect(told).not.toContain('initial conference');
  });

  it('of a plan known so, a later one counts on from it', async () => {
    const told = await said(
      [...PEOPLE, 'conference hold K1 --outcome end --on 2026-03-20 --today 2026-03-20 --yes'],
      'conference hold K1 --outcome continue --on 2026-05-20 --today 2026-05-20',
    );
    expect(told).toContain('K1 review conference 1 (series 2): held');
  });

  it('is said to contradict what is said of the plan', async () => {
    const on = '--on 2026-06-01 --today 2026-06-01';
    const goesOn = await said(ON_A_PLAN, `conference hold K1 --outcome continue --plan no-longer ${on}`);
    expect(goesOn).toContain(
      'Note: The plan is no longer needed, and it is to go on: check --plan and --outcome.',
    );
    const ends = await said(ON_A_PLAN, `conference hold K1 --outcome end --plan changed ${on}`);
    expect(ends).toContain('Note: The plan is changed, and it is to end: check --plan and --outcome.');
  });
});

describe('the child’s part', () => {
  it('is by the code of the child’s age, as in a review', async () => {
    const line = 'conference hold K1 --outcome plan --on 2026-03-20 --today 2026-03-20';
    expect(await refused(BEGUN, `${line} --code PN0`)).toContain('PN0 is for a child under 4');
    const baby = [
      ...BEGUN.filter((each) => !each.startsWith('conference')),
      'child edit K1 --born 2025-05-04 --today 2026-03-02',
      'conference begin K1 --strategy 2026-03-02 --today 2026-03-02 --yes',
    ];
    expect(await refused(baby, `${line} --code PN1`)).toContain('PN1 is for a child of 4 or over');
  });
});

describe('before the birth', () => {
  it('is no conference of a child who is born, planned or held', async () => {
    const plan = await refused(
      BEGUN,
      'conference plan K1 --meeting "2026-03-20 10:00" --kind pre-birth --today 2026-03-03',
    );
    expect(plan).toContain('K1 was born on 4 May 2017, so this conference is not before the birth.');
    const hold = await refused(
      BEGUN,
      'conference hold K1 --outcome plan --kind pre-birth --on 2026-03-20 --today 2026-03-20',
    );
    expect(hold).toContain('K1 was born on 4 May 2017');
  });

  it('was planned, and the child came sooner: it is an initial conference', async () => {
    const unborn = [
      'child add --ref U1 --name "Uma Stone" --today 2026-03-02',
      'conference begin U1 --strategy 2026-03-02 --today 2026-03-02 --yes',
      'conference plan U1 --meeting "2026-03-20 10:00" --kind pre-birth --today 2026-03-03 --yes',
      'child edit U1 --born 2026-03-18 --today 2026-03-19',
    ];
    const { run } = await unit('york', unborn);
    const held = 'conference hold U1 --outcome plan --code PN0 --on 2026-03-20 --today 2026-03-20';
    expect((await run(held)).code).toBe(0);
    expect((await run('conference show U1 --today 2026-03-20')).out).not.toContain('pre birth');
    const { run: early } = await unit('york', unborn);
    expect((await early('conference show U1 --today 2026-03-19')).out).not.toContain('pre birth');
  });
});

describe('what is done after a conference', () => {
  it('is not kept as of an earlier one than it is by its day', async () => {
    const ended =
      'conference hold K1 --outcome end --harm no --on 2026-06-18 --today 2026-06-18 --code PN1 --attended mother,social-worker --yes';
    const err = await refused(
      [...ON_A_PLAN, ended],
      'conference after K1 --conference initial --core-group 2026-06-20 --today 2026-06-22',
    );
    expect(err).toContain(
      'K1 initial conference: from Thursday 18 June 2026 on it would be of the review conference 1',
    );
    const before = 'conference after K1 --conference initial --core-group 2026-04-01 --today 2026-06-22';
    expect(await said([...ON_A_PLAN, ended], before)).toContain('core group met on Wednesday 1 April 2026');
  });
});

describe('a child protection plan is over', () => {
  it.each([
    ['at 18', 'child edit K1 --born 2008-04-20', '2026-04-20', 'Monday 20 April 2026: the 18th birthday'],
    ['by a death', 'child died K1 --on 2026-04-18', '2026-04-20', 'Saturday 18 April 2026: the child died'],
  ])('%s, and is shown so and asked about no more', async (_, line, day, words) => {
    const hold = `conference hold K1 --outcome plan --on 2026-03-20 --today 2026-03-20 ${HELD}`;
    const { run } = await unit('york', [...BEGUN, hold, `${line} --yes --today 2026-04-20`]);
    const { out } = await run(`child protection K1 --today ${day}`);
    expect(flat(out)).toContain(`Ended ${words}`);
    const shown = flat((await run(`child show K1 --today ${day}`)).out);
    expect(shown.includes('born 4 May 2017; died 18 April 2026, aged 8')).toBe(words.includes('died'));
    const kept = await run(`child protection K1 --kept x --today ${day}`);
    expect([kept.code, flat(kept.err)]).toEqual([
      1,
      expect.stringContaining('the child protection plan ended on'),
    ]);
  });
});

describe('who comes', () => {
  it('keeps why someone was taken off the list', async () => {
    const off = 'conference participants K1 --drop mother --why "The case is closed" --today 2026-03-03';
    const { run } = await unit('york', [...BEGUN, off]);
    expect(flat((await run('child show K1 --ids --today 2026-03-03')).out)).toContain('The case is closed');
  });

  it('says who else has parental responsibility, if one agrees that the child comes', async () => {
    const add = 'conference participants K1 --add child --today 2026-03-03 --agreed';
    expect(await said(BEGUN, `${add} mother`)).toContain(
      'Note: It is not recorded that the father, with parental responsibility too, agrees that the child comes (--agreed mother,father).',
    );
    expect(await said(BEGUN, `${add} mother,father`)).not.toContain('agrees that the child comes');
  });

  it('says it if somebody came whom the chair had excluded from all of it', async () => {
    const out = 'conference exclude K1 --who father --why Threats --today 2026-03-04 --yes';
    const hold = `conference hold K1 --outcome plan --on 2026-03-20 --today 2026-03-20 ${HELD}`;
    const with_ = hold.replace('mother,', 'mother,father,');
    expect(await said([...BEGUN, out], with_)).toContain(
      'Note: The chair had excluded the father from all of it: if they may come after all, --lifted "…".',
    );
    const part = out.replace(' --why', ' --from some --why');
    expect(await said([...BEGUN, part], with_)).not.toContain('had excluded');
  });

  it('shows apart why the reports were not shared', async () => {
    const { run } = await unit('york', [
      ...BEGUN,
      'conference reports K1 --shared mother --not-shared "Father is excluded" --on 2026-03-16 --today 2026-03-16',
    ]);
    const { out } = await run('conference show K1 --today 2026-03-16');
    expect(out).toMatch(/Shared +Mon 16 Mar with mother/);
    expect(out).toMatch(/Not shared +Mon 16 Mar: Father is excluded/);
  });
});

describe('the chair', () => {
  const planned = [
    ...ON_A_PLAN,
    'conference plan K1 --meeting "2026-06-10 10:00" --chair "Q Chair" --chair-because Leave --today 2026-04-01 --yes',
  ];
  it('stays who was planned, with the reason, if the day is moved', async () => {
    const told = await said(planned, 'conference plan K1 --meeting "2026-06-11 10:00" --today 2026-04-02');
    expect(told).toContain('chaired by Q Chair');
  });

  it('who is another again needs a reason again', async () => {
    const third = 'person add --name "R Chair" --role chair --today 2026-04-02';
    const err = await refused(
      [...planned, third],
      'conference plan K1 --meeting "2026-06-11 10:00" --chair "R Chair" --today 2026-04-02',
    );
    expect(err).toContain('--chair-because');
  });
});

describe('what follows a conference', () => {
  const on = '--on 2026-03-23 --today 2026-03-23';
  it('says it of help for afterwards, if the plan goes on', async () => {
    expect(await said(ON_A_PLAN, `conference after K1 --offered child-in-need ${on}`)).toContain(
      'Note: The child is on a child protection plan: this help is for afterwards.',
    );
  });

  it('says it of a plan that no conference made', async () => {
    const none = [
      ...BEGUN,
      `conference hold K1 --on 2026-03-20 --outcome no-plan ${HELD.replace('--harm yes', '--harm no').replace('--category neglect ', '')} --today 2026-03-20`,
    ];
    for (const flags of ['--outline-sent 2026-03-23', '--plan-updated 2026-03-23']) {
      expect(await said(none, `conference after K1 ${flags} --today 2026-03-23`)).toContain(
        'Note: After this conference there is no child protection plan.',
      );
    }
  });

  it('says it of a core group that met after the plan had ended', async () => {
    const ended = [
      ...ON_A_PLAN,
      `conference hold K1 --on 2026-06-01 --outcome end ${HELD.replace('--harm yes', '--harm no')} --today 2026-06-01`,
    ];
    expect(await said(ended, 'conference after K1 --core-group 2026-06-02 --today 2026-06-02')).toContain(
      'Note: “core group held” on 2 June 2026 counts for nothing: the child protection plan had ended.',
    );
  });

  it('says it of what only a joint review or a child in care has', async () => {
    expect(await said(ON_A_PLAN, `conference after K1 --summed-up 2026-03-23 --today 2026-03-23`)).toContain(
      'Note: It is not recorded as one with a review of the child in care.',
    );
    expect(
      await said(ON_A_PLAN, `conference after K1 --in-care-plan 2026-03-23 --today 2026-03-23`),
    ).toContain('Note: The child is not recorded as in care then, so there is no care plan.');
  });
});

describe('a child on a plan, and care', () => {
  it('is asked about, and kept or ended beside care, only if the child is in care', async () => {
    for (const flags of ['--asked health', '--kept Worries', '--ended Agreed']) {
      expect(await said(ON_A_PLAN, `child protection K1 ${flags} --today 2026-04-01`)).toContain(
        'Note: The child is not recorded as in care on 1 April 2026: a conference decides on the plan of a child at home.',
      );
    }
    const told = await said([...ON_A_PLAN, IN_CARE], 'child protection K1 --asked health --today 2026-04-08');
    expect(told).not.toContain('not recorded as in care');
  });

  it('a joint review is entered after care ended, of a day in care', async () => {
    const left = 'child left K1 --on 2026-05-06 --reason E4A --confirmed --today 2026-05-06 --yes';
    const joint =
      'conference hold K1 --outcome continue --joint one-meeting --on 2026-04-24 --today 2026-05-07';
    expect(await said([...ON_A_PLAN, IN_CARE, left], joint)).toContain('held; the plan goes on');
    expect(await refused([...ON_A_PLAN, IN_CARE], joint.replaceAll('2026-04-24', '2026-04-02'))).toContain(
      'the child is not in care, so no review is joined with it.',
    );
  });

  it('says it if the two meetings of a joint review are planned for different days', async () => {
    const review = 'review plan K1 --meeting "2026-05-05 10:00" --today 2026-04-08 --yes';
    const joint = 'conference plan K1 --meeting "2026-05-01 10:00" --joint --today 2026-04-08';
    expect(await said([...ON_A_PLAN, IN_CARE, review], joint)).toContain(
      'Note: The review in care is planned for Tuesday 5 May 2026.',
    );
  });
});

describe('the day of any meeting', () => {
  it('is said if nobody works then', async () => {
    expect(await said(BEGUN, 'conference plan K1 --meeting "2026-03-21 10:00" --today 2026-03-03')).toContain(
      'Note: 21 March 2026 is not a working day.',
    );
  });
});
