/**
 * What does not fit of an adoption, a secure placement, pathway planning, the review mechanism or a dispute: refused if it
 * cannot be, and said if it is odd. Nothing wrong passes in silence.
 */
import { describe, expect, it } from 'vitest';
import { unit } from '../support/harness';
import { flat, refusedAfter, saidAfter as said } from '../support/said';

/** Refused after these: nothing is changed, and no name of theirs is said. */
const refused = (lines: readonly string[], line: string) => refusedAfter(lines, line, /Stone/);

const child = (born: string): readonly string[] => [
  'person add --name "A Khan" --role iro --today 2026-01-05',
  `new-review --ref K1 --name "Eve Stone" --born ${born} --looked-after 2026-01-05 --basis C2 --iro "A Khan" --social-worker "Jo Smith" --today 2026-01-05 --yes`,
];

describe('the way to adoption', () => {
  const waits = [
    ...child('2024-05-04'),
    'child link K1 "Ada Marsh" --role adopter --tag adopter --today 2026-01-05',
  ];
  const authorised = [
    ...waits,
    'adoption authorised K1 --on 2026-01-12 --by consent --today 2026-01-12 --yes',
  ];
  const placed = [
    ...authorised,
    'adoption placed K1 --on 2026-02-02 --with adopter --today 2026-02-02 --yes',
  ];

  it('says that no authority is recorded, of a placement and of a review', async () => {
    const none = 'Note: No authority to place for adoption is recorded by 20 January 2026.';
    expect(
      await said(waits, 'adoption placed K1 --on 2026-01-20 --with adopter --today 2026-01-20'),
    ).toContain(none);
    expect(await said(waits, 'adoption review K1 --both no --on 2026-01-20 --today 2026-01-20')).toContain(
      none,
    );
    expect(
      await said(authorised, 'adoption placed K1 --on 2026-01-20 --with adopter --today 2026-01-20'),
    ).not.toContain('No authority');
  });

  it('says that no placement is recorded, of an order', async () => {
    expect(
      await said(authorised, 'adoption order K1 --consent unopposed --on 2026-01-20 --today 2026-01-20'),
    ).toContain('Note: No placement for adoption is recorded by 20 January 2026.');
    expect(
      await said(placed, 'adoption order K1 --consent unopposed --on 2026-02-20 --today 2026-02-20'),
    ).not.toContain('No placement');
  });

  it('says that the child stays placed, if the authority ends', async () => {
    expect(
      await said(placed, 'adoption authority-ended K1 --reason Revoked --on 2026-02-20 --today 2026-02-20'),
    ).toContain('Note: The child stays placed for adoption, since 2 February 2026.');
  });

  it('has authority once: neither again while it stands, nor before it is recorded', async () => {
    const again = await refused(
      authorised,
      'adoption authorised K1 --by consent --on 2026-01-13 --today 2026-01-13',
    );
    expect(again).toContain('“adoption authorised” is recorded of 12 January 2026, and nothing has ended it');
    const sooner = await refused(
      authorised,
      'adoption authorised K1 --by consent --on 2026-01-09 --today 2026-01-13',
    );
    expect(sooner).toContain('“adoption authorised” is recorded of 12 January 2026, and nothing between');
    expect(sooner).toContain('irotool strike');
    const ended = [
      ...authorised,
      'adoption authority-ended K1 --reason Revoked --on 2026-01-20 --today 2026-01-20 --yes',
    ];
    await said(ended, 'adoption authorised K1 --by consent --on 2026-01-27 --today 2026-01-27');
  });

  it('says that a review comes too early after a placement ended, a day before it may, and not on that day', async () => {
    const ended = [
      ...placed,
      'adoption placement-ended K1 --reason Breakdown --on 2026-03-02 --today 2026-03-02 --yes',
    ];
    const early =
      'Note: It is too early to count for “Hold a review after the adoption placement ended”: not before Monday 30 March 2026.';
    expect(await said(ended, 'adoption review K1 --both no --on 2026-03-29 --today 2026-03-30')).toContain(
      early,
    );
    expect(
      await said(ended, 'adoption review K1 --both no --on 2026-03-30 --today 2026-03-30'),
    ).not.toContain('too early');
  });
});

describe('secure accommodation', () => {
  const secure = [
    ...child('2011-01-01'),
    'secure placed K1 --on 2026-03-03 --until 2026-06-03 --today 2026-03-03 --yes',
  ];
  const panel = 'secure panel K1 --chair Al --today 2026-03-03 --members';
  const review =
    'secure review K1 --outcome stays --criteria yes --necessary yes --other no --reasons Safety --views child --on';

  it('is reviewed by someone from outside: nobody who is recorded as working for the authority', async () => {
    for (const name of ['Jo Smith', 'A Khan']) {
      expect(await refused(secure, `${panel} "Al,Bo,${name}" --independent "${name}"`)).toContain(
        `${name} is recorded as working for the authority`,
      );
    }
    await said(secure, `${panel} "Al,Bo,Jo Smith" --independent Bo`);
  });

  it('is planned for a day after it is due, or on which nobody works: both are said', async () => {
    const told = await said(secure, 'secure plan K1 --meeting 2026-04-06 --today 2026-03-03');
    expect(told).toContain('Note: It is due by Friday 3 April 2026.');
    expect(told).toContain('Note: 6 April 2026 is not a working day.');
    expect(await said(secure, 'secure plan K1 --meeting 2026-04-02 --today 2026-03-03')).not.toContain(
      'It is due by',
    );
  });

  it('is reviewed on another day than was planned: that is said', async () => {
    const planned = [
      ...secure,
      `${panel} "Al,Bo,Cy" --independent Cy`,
      'secure plan K1 --meeting 2026-03-30 --today 2026-03-03',
    ];
    expect(await said(planned, `${review} 2026-03-31 --today 2026-03-31`)).toContain(
      'Note: It had been planned for 30 March 2026.',
    );
    expect(await said(planned, `${review} 2026-03-30 --today 2026-03-31`)).not.toContain('had been planned');
  });

  it('is begun once', async () => {
    const later = [
      ...child('2011-01-01'),
      'secure placed K1 --on 2026-03-10 --until 2026-06-03 --today 2026-03-10 --yes',
    ];
    expect(
      await refused(later, 'secure placed K1 --on 2026-03-03 --until 2026-06-03 --today 2026-03-10'),
    ).toContain('is recorded of 10 March 2026, and nothing between 3 March 2026 and then ends it');
  });

  it('cannot have ended before a review of it: why is said', async () => {
    const reviewed = [
      ...secure,
      `${panel} "Al,Bo,Cy" --independent Cy`,
      `${review} 2026-03-30 --today 2026-03-30 --yes`,
    ];
    expect(await refused(reviewed, 'secure ended K1 --on 2026-03-20 --today 2026-03-31')).toContain(
      'the “secure review held” of 30 March 2026 would count for nothing: the secure placement had ended.',
    );
  });
});

describe('pathway planning', () => {
  it('says it of a child who is far from 16, and is begun once', async () => {
    const made = 'pathway plan K1 --made 2026-03-10 --today 2026-03-10';
    expect(await said(child('2020-01-01'), made)).toContain(
      'Note: Pathway planning is for young people from 16.',
    );
    expect(await said(child('2009-06-01'), made)).not.toContain('from 16');
    expect(
      await refused(
        [...child('2009-06-01'), `${made} --yes`],
        'pathway plan K1 --made 2026-03-09 --today 2026-03-10',
      ),
    ).toContain('“pathway plan made” is recorded of 10 March 2026');
  });

  it('says that a review is planned for a day after it is due', async () => {
    const made = [...child('2009-06-01'), 'pathway plan K1 --made 2026-03-10 --today 2026-03-10 --yes'];
    expect(await said(made, 'pathway review K1 --meeting 2026-09-11 --today 2026-03-10')).toContain(
      'Note: It is due by Thursday 10 September 2026.',
    );
  });
});

describe('the review mechanism', () => {
  const carer = ['irm add --ref A1 --kind foster-carer --name "Jo Fielding" --today 2026-03-03'];
  const sent = [
    ...carer,
    'irm record A1 --determination fostering --dated 2026-03-03 --because Training --today 2026-03-03',
  ];
  const applied = [
    ...sent,
    'irm link A1 "Sam Fielding" --as household --today 2026-03-03',
    'irm record A1 --applied 2026-03-20 --today 2026-03-20',
    'irm record A1 --notified 2026-03-23 --today 2026-03-23',
  ];
  const recommended = [...applied, 'irm record A1 --recommended 2026-05-05 --panel same --today 2026-05-05'];

  it('says that a determination is not of the kind that the applicant is', async () => {
    expect(
      await said(carer, 'irm record A1 --determination adoption --dated 2026-03-03 --today 2026-03-03'),
    ).toContain('Note: A1 is recorded as a foster carer: check what was determined.');
    expect(
      await said(carer, 'irm record A1 --determination fostering --dated 2026-03-03 --today 2026-03-03'),
    ).not.toContain('is recorded as');
  });

  it('says that papers went before the mechanism asked for them', async () => {
    expect(await said(applied, 'irm record A1 --papers-sent 2026-03-20 --today 2026-03-25')).toContain(
      'Note: “irm notified” is recorded of 23 March 2026, after this: check the days.',
    );
  });

  it('refuses a decision that took into account what the panel recommended later', async () => {
    const early = 'irm record A1 --decided 2026-05-04 --decision same --today 2026-05-06';
    expect(await refused(recommended, `${early} --considered`)).toContain(
      'the panel recommended on Tuesday 5 May 2026, so a decision of Monday 4 May 2026 cannot have taken that into account.',
    );
    expect(await said(recommended, early)).toContain(
      'Note: the panel recommended on Tuesday 5 May 2026, after this decision: check the days.',
    );
  });

  it('says no name of what was written, if its letter cannot be struck out', async () => {
    const { run } = await unit('york', [
      ...sent,
      'irm link A1 "Sam Fielding" --as household --today 2026-03-03',
      'irm record A1 --representations 2026-03-20 --saying "Sam Fielding left" --today 2026-03-20',
    ]);
    const { code, err } = await run('strike 1 --why Wrong --yes');
    expect([code, flat(err)]).toEqual([
      1,
      expect.stringContaining(
        'the “representations made” of Friday 20 March 2026 would be of a determination Q1',
      ),
    ]);
    expect(err).not.toContain('Fielding');
  });

  it('keeps no step of a determination whose letter is struck out, unless they go with it', async () => {
    const { run } = await unit('york', applied);
    const shown = JSON.parse((await run('irm show A1 --json')).out) as {
      chronology: { id: number; kind: string }[];
    };
    const { id } = shown.chronology.find(({ kind }) => kind === 'determination-sent')!;
    const alone = await run(`strike ${id} --why Wrong --yes`);
    expect([alone.code, flat(alone.err)]).toEqual([
      1,
      expect.stringContaining('would be of a determination Q1 that nothing began. Nothing was saved.'),
    ]);
    expect((await run(`strike ${id} --why Wrong --with-what-follows --yes`)).out).toContain(
      '3 events struck out',
    );
    expect((await run('irm list')).out).not.toContain('Q1');
  });
});

describe('a dispute', () => {
  const formal = [
    ...child('2013-06-01'),
    'dispute open K1 --about "The school" --on 2026-03-03 --today 2026-03-03 --yes',
    'dispute stage K1 --skip "Already met" --on 2026-03-03 --today 2026-03-03 --yes',
  ];
  const raised = 'dispute stage K1 --to "Sam Senior" --on 2026-03-16 --today 2026-03-16';

  it('says that the day asked for comes after those over all formal stages', async () => {
    const after =
      'Note: The days over all formal stages end on 15 April 2026, before the day that is asked for.';
    expect(await said(formal, `${raised} --by 2026-04-16`)).toContain(after);
    expect(await said(formal, `${raised} --by 2026-04-15`)).not.toContain('end on');
  });

  it('has no stage after the last: what is left is said', async () => {
    const told = await said(
      [...formal, `${raised} --yes`],
      'dispute stage K1 --skip Away --on 2026-03-17 --today 2026-03-17',
    );
    expect(told).toContain('No stage is left. If it is settled: irotool dispute resolve K1 D1');
    expect(told).not.toContain('The stage after it');
  });

  it('is not struck out from under its stages', async () => {
    const { run } = await unit('york', [...formal, `${raised} --yes`]);
    const shown = JSON.parse((await run('child show K1 --json')).out) as {
      chronology: { id: number; kind: string }[];
    };
    const { id } = shown.chronology.find(({ kind }) => kind === 'dispute-opened')!;
    const { code, err } = await run(`strike ${id} --why Wrong --yes`);
    expect([code, flat(err)]).toEqual([
      1,
      expect.stringContaining('would be of a dispute D1 that nothing began.'),
    ]);
  });
});
