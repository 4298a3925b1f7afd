/** Who a child's IRO is, whether they are independent, and what the child was told. */
import { beforeEach, describe, expect, it } from 'vitest';
import { everything, onScreen, widest } from '../support/facts';
import { unit } from '../support/harness';
import { flat, refuses } from '../support/said';

type Unit = Awaited<ReturnType<typeof unit>>;
let run: Unit['run'];
let db: string;

/** IROs Khan, Lee and Patel, and Gone who has left. K1 has no IRO; K1's sister K2 has Lee. */
beforeEach(async () => {
  ({ run, db } = await unit());
  for (const name of ['A Khan', 'B Lee', 'C Patel', 'D Gone']) {
    await run(`person add --name "${name}" --role iro`);
  }
  await run('person edit "D Gone" --role iro --left');
  await child('K1', '2015-05-02', '--social-worker "S Jones"');
  await child('K2', '2016-05-02', '--sibling K1 --iro "B Lee"');
});

async function child(ref: string, born: string, more = ''): Promise<void> {
  const { code, err } = await run(
    `new-review --ref ${ref} --name "Siân ${ref}" --born ${born} --looked-after 2026-03-02 --today 2026-03-02 ${more} --yes`,
  );
  if (code !== 0) throw new Error(err);
}

const refused = (line: string, code: number, ...says: string[]): Promise<string> =>
  refuses({ run, db }, line, code, ...says);

async function shown(ref: string): Promise<Record<string, unknown>> {
  return JSON.parse((await run(`iro show ${ref} --json`)).out) as Record<string, unknown>;
}

describe('iro allocate', () => {
  it('gives a child an IRO, keeps that they are independent, and meets the duty', async () => {
    const { out, err, code } = await run('iro allocate K1 "b lee" --on 2026-03-09 --independent yes');
    expect(code).toBe(0);
    expect(out).toBe('K1  B Lee is the IRO from Monday 9 March 2026: recorded.\n');
    expect(flat(err)).toContain('met Allocate an independent reviewing officer (it was due Monday 9 March');
    expect(err).not.toContain('Note:');
    expect(await shown('K1')).toMatchObject({
      iro: 'B Lee',
      iros: [{ iro: 'B Lee', from: '2026-03-09', until: null, independent: 'yes', because: null }],
    });
  });

  it('says so if independence is not recorded, and if a sister has another IRO', async () => {
    const { err, code } = await run('iro allocate K1 "A Khan"');
    expect(code).toBe(0);
    expect(flat(err)).toContain(
      'Note: whether A Khan is independent (reg 46(3)) is not recorded. ' +
        'Note: K2, a brother or sister, has B Lee: brothers and sisters mostly share an IRO.',
    );
    expect(await shown('K1')).toMatchObject({ iros: [{ independent: null }] });
  });

  it('says so if the social worker has the name of the IRO', async () => {
    await run('person add --name "S Jones" --role iro');
    expect(flat((await run('iro allocate K1 "S Jones" --independent yes')).err)).toContain(
      'Note: the child’s social worker has that name too',
    );
  });

  it('without a name shows who it might be, the sister’s IRO first, and saves nothing', async () => {
    const before = everything(db);
    const { out, err, code } = await run('iro allocate K1');
    expect(code).toBe(2);
    expect(out).toBe(
      [
        'K1  who might be the IRO',
        ' B Lee    1 child; suggested, as for K2',
        ' A Khan   0 children',
        ' C Patel  0 children',
        '',
      ].join('\n'),
    );
    expect(err).toBe('No IRO was named, and nothing was saved. For one: irotool iro allocate K1 "B Lee"\n');
    expect(everything(db)).toBe(before);
  });

  it('refuses someone unknown, someone who has left, and someone who is not independent', async () => {
    await refused('iro allocate K1 "A Kahn"', 1, 'There is no IRO "A Kahn". Did you mean "A Khan"?');
    await refused('iro allocate K1 "D Gone"', 1, 'D Gone is marked as having left.', '--back');
    await refused(
      'iro allocate K1 "A Khan" --independent no',
      1,
      'A Khan cannot be the IRO of K1',
      'Care Planning Regulations 2010, reg 46(3)',
      'Nothing was saved.',
    );
    await refused(
      'iro allocate K1 "A Khan" --independent no --because "short of staff" --yes',
      1,
      'reg 46(3)',
    );
    await refused('iro allocate K1 "A Khan" --independent perhaps', 2, '--independent is yes or no');
  });

  it('refuses a child who has one, a day outside care, and a child there is not', async () => {
    await refused(
      'iro allocate K2 "A Khan"',
      1,
      'K2 has an IRO already: B Lee, since 2 March 2026.',
      'irotool iro change K2 NAME --reason "…"',
    );
    await refused('iro allocate K1 "A Khan" --on 2026-03-01', 1, 'K1 became looked after on 2 March 2026');
    await refused('iro allocate K1 --on 2026-03-14', 1, '14 March 2026 has not come yet');
    await refused('iro allocate K9 "A Khan"', 1, 'There is no child "K9".');
  });

  it('says how to begin if there are no IROs', async () => {
    const other = await unit();
    await other.run('new-review --ref K1 --name A --born 2015-05-02 --looked-after 2026-03-02 --yes');
    expect(await other.run('iro allocate K1')).toMatchObject({
      code: 1,
      err: 'No IROs are recorded yet. To add one: irotool person add --role iro --name NAME\n',
    });
  });

  it('allocates afresh for a new period of care', async () => {
    await run('child left K2 --on 2026-03-09');
    await refused('iro allocate K2 "A Khan" --on 2026-03-11', 1, 'K2 ceased to be looked after');
    await run('new-review --ref K2 --looked-after 2026-03-11 --yes');
    expect((await run('iro allocate K2 "A Khan" --independent yes')).code).toBe(0);
    expect(await shown('K2')).toMatchObject({
      iro: 'A Khan',
      iros: [
        { iro: 'B Lee', period: 0, from: '2026-03-02', until: '2026-03-09' },
        { iro: 'A Khan', period: 1, from: '2026-03-13', until: null },
      ],
    });
  });
});

describe('a looked-after parent and child', () => {
  beforeEach(async () => {
    await child('P1', '2009-05-02', '--iro "C Patel"');
    await child('P2', '2025-05-02');
    await run('child edit P2 --parent P1');
  });

  it('do not share an IRO, unless a reason is kept', async () => {
    await refused(
      'iro allocate P2 "C Patel" --independent yes',
      1,
      'P2: C Patel is the IRO of P1, and a looked-after parent and child do not share one (IRO Handbook; unverified).',
      '--because "…"',
    );
    await refused('iro allocate P2 "C Patel" --because ""', 2, '--because is empty.');
    const { code } = await run(
      'iro allocate P2 "C Patel" --independent yes --because "Speaks their language"',
    );
    expect(code).toBe(0);
    expect(flat((await run('iro show P2')).out)).toContain('against the guidance: Speaks their language');
  });

  it('do not come to share one by new-review, when a child comes back into care', async () => {
    await run('child left P2 --on 2026-03-04 --unplanned --yes');
    const before = everything(db);
    const back = 'new-review --ref P2 --name "B P" --born 2025-05-02 --looked-after 2026-03-12 --yes';
    const { code, err, out } = await run(`${back} --iro "C Patel"`);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(
      'P2: C Patel is the IRO of P1, and a looked-after parent and child do not share one',
    );
    expect(err).toContain('irotool iro allocate P2 "C Patel" --because "…"');
    expect(everything(db)).toBe(before);
    expect((await run(`${back} --iro "B Lee"`)).code).toBe(0);
  });

  it('do not come to share one when either is given another', async () => {
    await run('iro allocate P2 "A Khan" --independent yes');
    await refused('iro change P1 "A Khan" --reason x', 1, 'P1: A Khan is the IRO of P2');
    await refused('iro change P2 "C Patel" --reason x', 1, 'P2: C Patel is the IRO of P1');
  });

  it('may have the same one if the other is no longer in care', async () => {
    await run('child left P1 --on 2026-03-10');
    expect((await run('iro allocate P2 "C Patel" --independent yes')).code).toBe(0);
  });

  it('are not suggested the same one', async () => {
    for (const ref of ['X1', 'X2']) await child(ref, '2012-05-02', '--iro "A Khan"');
    await child('X3', '2012-05-02', '--iro "B Lee"');
    // C Patel has the fewest children, and P2's mother.
    expect((await run('iro allocate P2')).out).toContain(
      'A Khan   2 children; suggested, the lightest caseload',
    );
  });
});

describe('iro change', () => {
  it('gives another IRO with the reason, and says who is to be told', async () => {
    const { out, err, code } = await run(
      'iro change K2 "A Khan" --reason "B Lee has moved on" --independent yes --on 2026-03-12',
    );
    expect(code).toBe(0);
    expect(out).toBe('K2  A Khan is the IRO from Thursday 12 March 2026: recorded.\n');
    expect(flat(err)).toContain(
      'The child, the carers and the parents are to be told who it is now, and the care plan must name the new IRO (reg 5(1)(d)).',
    );
    expect(await shown('K2')).toMatchObject({
      iro: 'A Khan',
      iros: [
        { iro: 'B Lee', until: '2026-03-12' },
        { iro: 'A Khan', from: '2026-03-12', reason: 'B Lee has moved on', independent: 'yes' },
      ],
    });
  });

  it('needs a reason, another IRO, and one to follow', async () => {
    await refused('iro change K2 "A Khan"', 2, 'No terminal to ask on. Missing: --reason');
    await refused('iro change K2 "A Khan" --reason ""', 2, '--reason is empty.');
    await refused('iro change K2 "B Lee" --reason x', 1, 'B Lee is the IRO of K2 already.');
    await refused(
      'iro change K1 "B Lee" --reason x',
      1,
      'K1 has no IRO yet.',
      'irotool iro allocate K1 NAME',
    );
    await run('iro allocate K1 "B Lee" --on 2026-03-10');
    await refused(
      'iro change K1 "A Khan" --reason x --on 2026-03-09',
      1,
      'K1 had no IRO before 10 March 2026.',
    );
    await refused('iro change K2 "D Gone" --reason x', 1, 'D Gone is marked as having left.');
    await refused('iro change K2 "A Khan" --reason x --independent no', 1, 'reg 46(3)');
  });

  it('struck out, leaves the IRO before', async () => {
    await run('iro change K2 "A Khan" --reason "a slip"');
    const id = /(\d+) {2}Fri 13 Mar {2}IRO changed/.exec((await run('child show K2 --ids')).out)![1];
    await run(`strike ${id} --why "another child"`);
    expect(await shown('K2')).toMatchObject({ iro: 'B Lee', iros: [{ iro: 'B Lee', until: null }] });
  });
});

describe('iro named', () => {
  it('is of the IRO who is the child’s now: a change asks for it again', async () => {
    expect(flat((await run('iro named K2 --on 2026-03-04')).out)).toContain(
      'K2 IRO named in the care plan (reg 5(1)(d)) on Wednesday 4 March 2026: recorded.',
    );
    expect(await shown('K2')).toMatchObject({ namedInCarePlanOn: '2026-03-04' });
    await run('iro change K2 "A Khan" --reason x --on 2026-03-11');
    expect(await shown('K2')).toMatchObject({ namedInCarePlanOn: null });
    expect((await run('iro show K2')).out).toContain('Once named in the care plan: irotool iro named K2');
    await run('iro named K2 --on 2026-03-12');
    expect(await shown('K2')).toMatchObject({ namedInCarePlanOn: '2026-03-12' });
  });

  it('names the gap if no IRO is recorded, and is refused outside care', async () => {
    const { err, code } = await run('iro named K1');
    expect(code).toBe(0);
    expect(flat(err)).toContain('Note: No IRO of K1 is recorded by then.');
    await refused('iro named K1 --on 2026-03-01', 1, 'K1 became looked after on 2 March 2026');
  });
});

describe('iro told', () => {
  it('is of everything if nothing is said', async () => {
    const { out, err } = await run('iro told K2 --leaflets "All you need to know"');
    expect(flat(out)).toContain(
      'K2 child told of the IRO, advocacy, how to complain, applying to court, the care plan and reviews on Friday 13 March 2026: recorded.',
    );
    expect(err).not.toContain('still to be told');
    const { missing, leaflets, told } = await shown('K2');
    expect(missing).toEqual([]);
    expect(leaflets).toEqual([{ on: '2026-03-13', what: 'All you need to know' }]);
    expect(told).toContainEqual({ of: 'court', on: '2026-03-13' });
  });

  it('says who told the child, for the law has the authority tell them and the IRO make sure of it', async () => {
    const { out } = await run('iro told K1 --of court --by social-worker');
    expect(flat(out)).toContain('child told of applying to court, by the social worker on');
    expect((await run('child show K1 --ids')).out).toContain('told court, by social-worker');
  });

  it('keeps the day of each, and what is missing', async () => {
    await run('iro told K2 --of reviews,IRO --on 2026-03-05');
    await run('iro told K2 --of advocacy,complaints');
    const { out } = await run('iro show K2');
    expect(out).toContain('Told Thu 5 Mar        the IRO and reviews');
    expect(out).toContain('Told Fri 13 Mar       advocacy and how to complain');
    expect(out).toContain('Not told yet          applying to court and the care plan');
    expect(out).toContain('irotool iro told K2 --of court,care-plan');
  });

  it('has the child told again who the IRO is after a change, and nothing else', async () => {
    await run('iro told K2 --on 2026-03-05');
    await run('iro change K2 "A Khan" --reason x --on 2026-03-11');
    expect(await shown('K2')).toMatchObject({ missing: ['iro'] });
  });

  it('refuses what is not on the list', async () => {
    await refused('iro told K2 --of advocasy', 2, 'not "advocasy". Did you mean "advocacy"?');
    await refused(
      'iro told K2 --of ","',
      2,
      '--of is a list of iro, advocacy, complaints, court, care-plan, reviews',
    );
    await refused('iro told K2 --on 2026-03-01', 1, 'K2 became looked after on 2 March 2026');
  });
});

describe('iro show', () => {
  it('has the visit, the concerns, and who chaired in the IRO’s place', async () => {
    await run('record K2 iro-visited --on 2026-03-05');
    await run(['record', 'K2', 'child-concern-raised', 'ref=Q1', 'about=the dog', '--on', '2026-03-05']);
    await run('record K2 child-concern-raised ref=Q2 --on 2026-03-06');
    await run(['record', 'K2', 'child-concern-taken-up', 'ref=q1', 'answer=a visit', '--on', '2026-03-09']);
    await run(['record', 'K2', 'review-held', 'chair=C Patel', 'code=PN1', '--on', '2026-03-10']);
    await run('review plan K2 --meeting 1/6 --chair "A Khan"');
    const { out } = await run('iro show K2');
    expect(out).toContain('K2  independent reviewing officers (IROs): the IRO is B Lee\n');
    expect(out).toContain('Introductory visit    Thursday 5 March 2026');
    expect(out).toContain(' Tue 10 Mar  K2/1  C Patel\n Mon 1 Jun   K2/2  A Khan, planned\n');
    expect(out).toContain(' Thu 5 Mar  Q1  the dog; taken up with the social worker Mon 9 Mar: a visit\n');
    expect(out).toContain(' Fri 6 Mar  Q2  not taken up yet\n');
    expect(await shown('K2')).toMatchObject({
      introductoryVisitOn: '2026-03-05',
      concerns: [
        { ref: 'Q1', raisedOn: '2026-03-05', takenUpOn: '2026-03-09', answer: 'a visit' },
        { ref: 'Q2', about: null, takenUpOn: null, answer: null },
      ],
      substitutes: [
        { chair: 'C Patel', on: '2026-03-10', review: 1, planned: false },
        { chair: 'A Khan', on: '2026-06-01', review: 2, planned: true },
      ],
    });
  });

  it('is no substitute who was the IRO on that day', async () => {
    await run(['record', 'K2', 'review-held', 'chair=B Lee', 'code=PN1', '--on', '2026-03-10']);
    await run('iro change K2 "A Khan" --reason x --on 2026-03-11');
    expect(await shown('K2')).toMatchObject({ substitutes: [] });
  });

  it('says what is not recorded, and what to type', async () => {
    const { out, code } = await run('iro show K1');
    expect(code).toBe(0);
    expect(out).toContain('the IRO is not allocated yet');
    expect(out).toContain('Introductory visit    not recorded');
    expect(out).toContain('To allocate an IRO: irotool iro allocate K1');
    expect(await shown('K1')).toMatchObject({
      iro: null,
      iros: [],
      namedInCarePlanOn: null,
      substitutes: [],
    });
    await refused('iro show K9', 1, 'There is no child "K9".');
  });

  it('keeps within the width of the screen', async () => {
    const long = 'Maximiliana Featherstonehaugh-Cholmondeley of Ravenscourt-under-the-Hill';
    await run(`person add --name "${long}" --role iro`);
    await run(`iro change K2 "${long}" --reason "${'because of the school holidays and '.repeat(5)}"`);
    await run(`iro told K2 --of iro --leaflets "${'leaflet'.repeat(20)}"`);
    for (const line of ['iro show K2', 'iro allocate K1', 'iro caseload']) {
      expect(widest((await run(line)).out)).toBeLessThanOrEqual(80);
      expect(widest((await onScreen(line, db, 60)).out)).toBeLessThanOrEqual(60);
    }
  });
});
