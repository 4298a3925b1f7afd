import { describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { unit } from '../support/harness';
import { flat } from '../support/said';

/** A unit with K1, looked after since Monday 2 March 2026: twenty working days are over on Monday 30 March. */
async function withChild({ born = '2015-05-02', basis = 'V2', pack = 'england', more = '' } = {}) {
  const made = await unit(pack);
  await made.run(
    `new-review --ref K1 --name "Child One" --born ${born} --looked-after 2026-03-02 --basis ${basis} --today 2026-03-02 ${more} --yes`,
  );
  const ending = async (): Promise<Record<string, string> | undefined> => {
    const { out } = await made.run('child show K1 --json --today 2026-12-01');
    const { chronology } = JSON.parse(out) as {
      chronology: { kind: string; attributes: Record<string, string> }[];
    };
    return chronology.find(({ kind }) => kind === 'ceased-looked-after')?.attributes;
  };
  const leave = (on: string, options = '') => made.run(`child left K1 --on ${on} ${options} --today ${on}`);
  return { ...made, leave, ending };
}

describe('child left: whether the last review confirmed it', () => {
  it('is recorded if it is said, and not if it is not', async () => {
    const confirmed = await withChild();
    await confirmed.leave('2026-03-13', '--confirmed --reason E4A');
    expect(await confirmed.ending()).toEqual({ reason: 'E4A', 'confirmed-by-review': 'yes' });
    const silent = await withChild();
    await silent.leave('2026-03-13');
    expect(await silent.ending()).toEqual({});
  });

  it('cannot be so and not so', async () => {
    const { leave, db } = await withChild();
    const before = everything(db);
    const { code, err } = await leave('2026-03-13', '--confirmed --unplanned');
    expect(code).toBe(2);
    expect(err).toContain('--confirmed and --unplanned exclude each other');
    expect(everything(db)).toBe(before);
  });

  it('says that an unplanned ending is reviewed if the pack asks for that', async () => {
    const york = await withChild({ pack: 'york' });
    const { err } = await york.leave('2026-03-13', '--unplanned');
    expect(flat(err)).toContain('When it has been: irotool review hold K1 --exit');
    const england = await withChild();
    expect((await england.leave('2026-03-13', '--unplanned')).err).not.toContain('--exit');
  });
});

describe('child left: what its help says', () => {
  it('records that care ended today if no day is typed and nobody can be asked', async () => {
    const { run } = await withChild();
    const { code, out } = await run('child left K1 --reason E13 --today 2026-03-13');
    expect([code, out]).toEqual([0, 'K1  ceased to be looked after on Friday 13 March 2026: recorded.\n']);
  });
});

describe('child left: what was planned', () => {
  it('is called off, and it says whom to tell', async () => {
    const { run, leave } = await withChild();
    await run('child link K1 "Jane Roe" --role parent --relationship mother --responsibility yes');
    await run('review plan K1 --meeting "2026-03-27 10:00" --venue School --on 2026-03-03');
    await run('record K1 invitations-sent to=child,mother --on 2026-03-05');
    const { err } = await leave('2026-03-13');
    expect(flat(err)).toContain(
      'Note: The meeting planned for Friday 27 March 2026, 10am, School is called off with it.',
    );
    expect(flat(err)).toContain('Note: To be told that it is called off: the child, mother.');
    const { out } = await run('due --child K1 --days 60 --today 2026-03-13');
    expect(out).not.toContain('27 Mar');
  });

  it('says so if nobody had been invited yet', async () => {
    const { run, leave } = await withChild();
    await run('review plan K1 --meeting "2026-03-27 10:00" --on 2026-03-03');
    expect(flat((await leave('2026-03-13')).err)).toContain(
      'Note: No invitations to it are recorded as sent.',
    );
    const none = await withChild();
    expect((await none.leave('2026-03-13')).err).not.toContain('called off');
  });
});

describe('child left: a reason says of itself whether the ending was planned', () => {
  it.each([
    ['--reason E4A --unplanned', 'A return home that nobody had planned: --reason E4B'],
    ['--reason e4a --unplanned', 'A return home that nobody had planned: --reason E4B'],
    ['--reason E4B --confirmed', 'A return home that was planned: --reason E4A --confirmed'],
    ['--reason E2 --unplanned', 'Leave --unplanned out.'],
    ['--reason E2 --confirmed', 'Leave --confirmed out.'],
  ])('%s is refused, and nothing is saved', async (options, next) => {
    const { leave, db } = await withChild();
    const before = everything(db);
    const { code, err } = await leave('2026-03-13', options);
    expect(code).toBe(2);
    expect(flat(err)).toContain(next);
    expect(everything(db)).toBe(before);
  });

  it('E4B is unplanned, and the ending is reviewed if the pack asks for that', async () => {
    const { leave, ending } = await withChild({ pack: 'york' });
    const { code, err } = await leave('2026-03-13', '--reason E4B');
    expect(code).toBe(0);
    expect(flat(err)).toContain('Note: E4B says that nobody had planned it.');
    expect(flat(err)).toContain('irotool review hold K1 --exit');
    expect(await ending()).toEqual({ reason: 'E4B', unplanned: 'yes' });
  });
});

describe('child left: approval of the ending', () => {
  it('is owed from the twentieth working day, and not on the nineteenth', async () => {
    const nineteenth = await withChild();
    const early = await nineteenth.leave('2026-03-27');
    expect(early.err).not.toContain('reg 39');
    expect(await nineteenth.ending()).toEqual({});
    const twentieth = await withChild();
    const late = await twentieth.leave('2026-03-30');
    expect(late.code).toBe(0);
    expect(flat(late.err)).toContain(
      'Note: After 20 working days or more in care a nominated officer approves that it ends (Care Planning Regulations 2010, reg 39), and that is not recorded. When it is: irotool child left K1 --approved-by NAME --approved-as nominated-officer --on DATE',
    );
    expect(flat(late.err)).toContain('The IRO is consulted before care ends');
    expect(await twentieth.ending()).toEqual({ approval: 'awaited', consultation: 'awaited' });
  });

  // Sixteen on the day, or the day after; under a care order or not: after four working days in care.
  it.each([
    ['2010-03-06', 'V2', true],
    ['2010-03-07', 'V2', false],
    ['2010-03-06', 'C2', false],
  ])(
    'is the director’s however short the care, of a child born on %s under %s who leaves on 6 March: %s',
    async (born, basis, isOwed) => {
      const { leave, ending } = await withChild({ born, basis });
      const { code, err } = await leave('2026-03-06');
      expect(code).toBe(0);
      expect(await ending()).toEqual(isOwed ? { approval: 'awaited', consultation: 'awaited' } : {});
      const words =
        'Note: Of a child of 16 or 17 who is not under a care order the director approves that it ends (Care Planning Regulations 2010, reg 39), and that is not recorded. When it is: irotool child left K1 --approved-by NAME --approved-as director --on DATE';
      if (isOwed) expect(flat(err)).toContain(words);
      else expect(err).not.toContain('reg 39');
    },
  );

  it('is owed of a child who was already in care when the unit began', async () => {
    const { run } = await unit();
    await run('child add --ref K1 --born 2015-05-02');
    await run('record K1 became-looked-after start=before basis=V2 --on 2026-03-09');
    expect((await run('child left K1 --on 2026-03-10')).err).toContain('reg 39');
  });

  it('is recorded with who approved it and when the IRO was consulted', async () => {
    const { leave, ending } = await withChild();
    const { code, err } = await leave(
      '2026-04-13',
      '--confirmed --approved-by "N Officer" --approved-as nominated-officer --iro-consulted 2026-04-01',
    );
    expect(code).toBe(0);
    expect(err).not.toContain('reg 39');
    expect(await ending()).toEqual({
      'confirmed-by-review': 'yes',
      'approved-by': 'N Officer',
      'approved-as': 'nominated-officer',
      'iro-consulted': '2026-04-01',
    });
  });

  it('names the gap if the office is not said, or the IRO was consulted afterwards', async () => {
    const { run } = await withChild();
    const { code, err } = await run(
      'child left K1 --on 2026-04-13 --approved-by "N Officer" --iro-consulted 2026-04-14 --today 2026-04-15',
    );
    expect(code).toBe(0);
    expect(flat(err)).toContain(
      'In which office it was approved is not recorded: it is for a nominated officer',
    );
    expect(err).toContain('The IRO was consulted after care had ended.');
  });

  it.each([
    ['--reason E2', 'a death'],
    ['--reason E11', 'an adoption'],
    ['--reason E12', 'an adoption'],
    ['--reason E17', 'turning 18'],
  ])('is not owed with %s: %s', async (options) => {
    const { leave, ending } = await withChild();
    const { code, err } = await leave('2026-04-13', options);
    expect(code).toBe(0);
    expect(err).not.toContain('reg 39');
    expect(await ending()).toEqual({ reason: options.slice(-3).trim() });
  });

  it('is not owed from the 18th birthday; the day before it is', async () => {
    const before = await withChild({ born: '2008-04-14' });
    expect((await before.leave('2026-04-13')).err).toContain('reg 39');
    const on = await withChild({ born: '2008-04-13' });
    expect((await on.leave('2026-04-13')).err).not.toContain('reg 39');
  });

  // Sixteen on the day, or the day after; under a care order or not.
  it.each([
    ['2010-04-14', 'V2', 'nominated-officer'],
    ['2010-04-13', 'V2', 'director'],
    ['2008-04-14', 'V2', 'director'],
    ['2010-04-13', 'C1', 'nominated-officer'],
    ['2010-04-13', 'C2', 'nominated-officer'],
    ['2010-04-13', 'J1', 'director'],
  ])(
    'of a child born on %s under %s who leaves on 13 April 2026 is for the %s',
    async (born, basis, right) => {
      const wrong = right === 'director' ? 'nominated-officer' : 'director';
      const { leave, db, ending } = await withChild({ born, basis });
      const before = everything(db);
      const refused = await leave('2026-04-13', `--approved-by X --approved-as ${wrong}`);
      expect(refused.code).toBe(1);
      expect(refused.err).toContain('(Care Planning Regulations 2010, reg 39). Nothing was saved.');
      expect(everything(db)).toBe(before);
      expect((await leave('2026-04-13')).err).toContain(
        right === 'director' ? 'the director approves' : 'a nominated officer approves',
      );
      expect(await ending()).toMatchObject({ approval: 'awaited' });
    },
  );

  it('is held to no office if none has to approve: turning 18', async () => {
    const { leave } = await withChild({ born: '2008-04-13' });
    const options = '--reason E17 --approved-by X --approved-as nominated-officer';
    expect((await leave('2026-04-13', options)).code).toBe(0);
  });

  it('follows the legal status of the day: with a care order the nominated officer approves', async () => {
    const { run, leave } = await withChild({ born: '2010-01-05' });
    await run('child status K1 --basis C2 --on 2026-03-12');
    const options = '--approved-by X --approved-as';
    expect((await leave('2026-04-13', `${options} director`)).code).toBe(1);
    expect((await leave('2026-04-13', `${options} nominated-officer`)).code).toBe(0);
  });

  it('is noted if no review was held that could have confirmed it', async () => {
    const words = 'Note: No review of this period of care is recorded that could have confirmed it.';
    const none = await withChild();
    const { code, err } = await none.leave('2026-04-13', '--confirmed');
    expect(code).toBe(0);
    expect(flat(err)).toContain(words);
    const one = await withChild();
    await one.run('review hold K1 --on 2026-03-12 --code PN1');
    expect(flat((await one.leave('2026-04-13', '--confirmed')).err)).not.toContain(words);
  });

  it('and the consulting of the IRO may have been recorded of their own before', async () => {
    const { run, leave, ending } = await withChild();
    await run('record K1 ending-approved approved-by=X --on 2026-03-12');
    await run('record K1 iro-consulted-on-ending --on 2026-03-12');
    const { code, err } = await leave('2026-04-13');
    expect(code).toBe(0);
    expect(err).not.toContain('reg 39');
    expect(await ending()).toEqual({});
  });

  it('given later is held to the same office, by the generic command too', async () => {
    const { run, leave, db } = await withChild({ born: '2010-01-05' });
    await leave('2026-04-13');
    const before = everything(db);
    const settle = 'record K1 ending-approved approved-by=X --on 2026-04-20 --today 2026-04-20';
    const refused = await run(`${settle} approved-as=nominated-officer`);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toContain('the director approves that care ends');
    expect(everything(db)).toBe(before);
    expect((await run(`${settle} approved-as=director`)).code).toBe(0);
  });
});

describe('child left: what is mistyped', () => {
  it.each([
    [
      '--approved-as manager --approved-by X',
      2,
      '--approved-as is nominated-officer or director; not "manager".',
    ],
    ['--approved-as director', 2, 'Missing: --approved-by'],
    [
      '--iro-consulted 2026-04-14',
      1,
      '14 April 2026 has not come yet. Nothing was saved. Check --iro-consulted.',
    ],
  ])('%s ends with %i and changes nothing', async (options, code, message) => {
    const { leave, db } = await withChild();
    const before = everything(db);
    const refused = await leave('2026-04-13', options);
    expect(refused.code).toBe(code);
    expect(flat(refused.err)).toContain(message);
    expect(everything(db)).toBe(before);
  });
});

describe('child left: while a review is adjourned', () => {
  async function adjourned() {
    const made = await withChild();
    await made.run('review before-change K1 --kind end-of-accommodation --on 2026-03-04');
    await made.run('review adjourn K1 --on 2026-03-10 --reason "no report"');
    return made;
  }

  it('is refused with the regulation if the ending had been proposed', async () => {
    const { leave, db, run } = await adjourned();
    const before = everything(db);
    const { code, err } = await leave('2026-03-12');
    expect(code).toBe(1);
    expect(flat(err)).toContain(
      'nothing that was proposed may be carried out until it is completed (Care Planning Regulations 2010, reg 36(2)). Nothing was saved. When it is completed: irotool review hold K1. If it could not wait: irotool child left K1 --unplanned.',
    );
    expect(everything(db)).toBe(before);
    await run('review hold K1 --on 2026-03-12 --code PN1');
    expect((await leave('2026-03-12')).code).toBe(0);
  });

  it('is recorded if it was unplanned, or a death, and said so', async () => {
    for (const options of ['--unplanned', '--reason E2']) {
      const { leave } = await adjourned();
      const { code, err } = await leave('2026-03-12', options);
      expect(code).toBe(0);
      expect(flat(err)).toContain(
        'Note: It was carried out while the review that sat on 10 March 2026 was adjourned',
      );
    }
  });
});

describe('what was awaited of an ending', () => {
  it('is recorded when it comes, and settles what was owed', async () => {
    const { run } = await unit();
    const day = (line: string, today: string) => run(`${line} --today ${today}`);
    await day(
      'new-review --ref L9 --name "Child Nine" --born 2015-05-02 --looked-after 2026-03-02 --basis C2 --yes',
      '2026-03-02',
    );
    await day('child left L9 --on 2026-05-04 --reason E4A --confirmed', '2026-05-05');
    const owed = async () =>
      (
        JSON.parse((await day('due --child L9 --json', '2026-05-08')).out) as {
          actions: { action: string }[];
        }
      ).actions
        .map(({ action }) => action)
        .filter((action) => action.startsWith('ending'));
    expect(await owed()).toEqual(['ending-approval', 'ending-iro-consulted']);
    const approved = await day(
      'child left L9 --approved-by "B Boss" --approved-as nominated-officer --iro-consulted 2026-05-06',
      '2026-05-07',
    );
    expect(approved.code).toBe(0);
    expect(approved.out).toBe(
      'L9  ending approved on Thursday 7 May 2026, after care had ended: recorded.\nL9  IRO consulted on the ending on Wednesday 6 May 2026, after care had ended:\n    recorded.\n',
    );
    expect(await owed()).toEqual([]);
  });

  it('is settled on the day of the ending too, and once the child is back in care', async () => {
    const { run } = await unit();
    const day = (line: string, today: string) => run(`${line} --today ${today}`);
    const owed = async (today: string) =>
      (
        JSON.parse((await day('due --child L9 --json', today)).out) as { actions: { action: string }[] }
      ).actions
        .map(({ action }) => action)
        .filter((action) => action.startsWith('ending'));
    const arrive =
      'new-review --ref L9 --name "Child Nine" --born 2015-05-02 --basis C2 --yes --looked-after';
    await day(`${arrive} 2026-03-02`, '2026-03-02');
    await day('child left L9 --on 2026-05-04 --reason E4A', '2026-05-04');
    await day('child left L9 --approved-by "B Boss" --approved-as nominated-officer', '2026-05-04');
    expect(await owed('2026-05-04')).toEqual(['ending-iro-consulted']);
    await day(`${arrive} 2026-05-11`, '2026-05-11');
    expect(await owed('2026-05-12')).toEqual(['ending-iro-consulted']);
    expect((await day('record L9 iro-consulted-on-ending', '2026-05-12')).code).toBe(0);
    expect(await owed('2026-05-12')).toEqual([]);
  });

  it('is met by an earlier day that is entered later, and late by a day after it', async () => {
    const { run } = await unit();
    await run(
      'new-review --ref L9 --name "Child Nine" --born 2015-05-02 --basis C2 --yes --looked-after 2026-03-02 --today 2026-03-02',
    );
    await run('child left L9 --on 2026-05-04 --reason E4A --today 2026-05-04');
    const { out } = await run(
      'child left L9 --iro-consulted 2026-05-03 --approved-by "B Boss" --on 2026-05-05 --today 2026-05-06',
    );
    expect(out).toBe(
      'L9  ending approved on Tuesday 5 May 2026, after care had ended: recorded.\nL9  IRO consulted on the ending on Sunday 3 May 2026: recorded.\n',
    );
    const { deadlines } = JSON.parse((await run('child show L9 --json --today 2026-05-06')).out) as {
      deadlines: { rule: string; due: string; standing: string; metOn: string }[];
    };
    expect(
      deadlines
        .filter(({ rule }) => rule.startsWith('ending'))
        .map(({ rule, due, standing, metOn }) => [rule, due, standing, metOn]),
    ).toEqual([
      ['ending-approval', '2026-05-04', 'late', '2026-05-05'],
      ['ending-iro-consulted', '2026-05-04', 'met', '2026-05-03'],
    ]);
  });

  it('is not guessed if the child is in care again', async () => {
    const { run, db } = await unit();
    const arrive =
      'new-review --ref L9 --name "Child Nine" --born 2015-05-02 --basis C2 --yes --looked-after';
    await run(`${arrive} 2026-03-02 --today 2026-03-02`);
    await run('child left L9 --on 2026-05-04 --reason E4A --today 2026-05-04');
    await run(`${arrive} 2026-05-11 --today 2026-05-11`);
    const before = everything(db);
    const { code, err } = await run('child left L9 --iro-consulted 2026-05-03 --today 2026-05-12');
    expect(code).toBe(1);
    expect(flat(err)).toContain(
      'L9 is in care again, and the ending of 4 May 2026 still waits for this. Nothing was saved. Of that ending: irotool record L9 iro-consulted-on-ending --on DATE.',
    );
    expect(everything(db)).toBe(before);
  });

  it('is asked for whatever command records that care ended', async () => {
    const { run, ending } = await withChild();
    const { err } = await run('record K1 ceased-looked-after reason=E4A --on 2026-04-13 --today 2026-04-13');
    expect(flat(err)).toContain('The IRO is consulted before care ends');
    expect(await ending()).toEqual({ reason: 'E4A', approval: 'awaited', consultation: 'awaited' });
  });

  it('is not asked of a stay in a series of short breaks', async () => {
    const { leave, ending } = await withChild({ born: '2010-01-05', basis: 'V3' });
    await leave('2026-03-06');
    expect(await ending()).toEqual({});
  });
});
