import { describe, expect, it } from 'vitest';
import { everything, widest } from '../support/facts';
import { unit } from '../support/harness';
import { aChildInCare, flat } from '../support/said';

interface Entry {
  readonly who: string;
  readonly part: string;
  readonly proposed: boolean;
}

interface List {
  readonly review: number;
  readonly meeting: string | null;
  readonly heldOn: string | null;
  readonly participants: readonly Entry[];
  readonly missing: readonly { readonly who: string; readonly why: string }[];
}

/** K1, ten years old, with foster carers: mother, carer, teacher and GP are recorded. */
async function withChild() {
  const made = await aChildInCare({
    rest: '--iro "A Khan" --social-worker "S Worker" --placement U1',
    lines: [
      'child link K1 "Jane Roe" --role parent --relationship mother --responsibility yes',
      'child link K1 "T Foster" --role carer',
      'child link K1 "M Teach" --role teacher',
      'child link K1 "D Doctor" --role health --relationship GP',
    ],
  });
  const { run } = made;
  const list = async (more = ''): Promise<List> =>
    JSON.parse((await run(`review participants K1 --json ${more}`)).out) as List;
  const entry = async (who: string, more = ''): Promise<Entry | undefined> =>
    (await list(more)).participants.find((each) => each.who === who);
  return { ...made, list, entry };
}

describe('review participants', () => {
  it('offers everyone a part and names who is missing, before anything was recorded', async () => {
    const { run } = await withChild();
    await run('review plan K1 --meeting "27/3 10:00"');
    const { out, code } = await run('review participants K1');
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'K1/1  Who comes to the review of Friday 27 March 2026, 10am',
        ' child          Child One  would be invited',
        ' iro            A Khan     would be invited; chairs',
        ' social-worker  S Worker   would be invited',
        ' mother         Jane Roe   would be invited',
        ' carer          T Foster   would be invited',
        ' teacher        M Teach    would be invited',
        ' gp             D Doctor   not on the list; only after asking the child',
        '',
        'Missing: no supervising social worker is recorded, and the child is in foster',
        'care.',
        'To add someone: irotool child link K1 NAME --role supervising-social-worker',
        '',
      ].join('\n'),
    );
    expect(widest(out)).toBeLessThanOrEqual(80);
  });

  it('says the same as JSON', async () => {
    const { list, run } = await withChild();
    await run('child edit K1 --needs "An advocate, and a ramp" --yes');
    const shown = await list();
    expect(shown).toMatchObject({
      schema: 1,
      child: { ref: 'K1', name: 'Child One' },
      review: 1,
      meeting: null,
      heldOn: null,
      needs: 'An advocate, and a ramp',
    });
    expect(shown.participants[3]).toEqual({
      who: 'mother',
      name: 'Jane Roe',
      role: 'parent',
      part: 'invited',
      proposed: true,
      notInvited: false,
      delegate: null,
      supporter: null,
      legalAdviser: false,
      interpreter: null,
      needs: null,
      childWishes: null,
      why: null,
    });
    expect(shown.missing.map(({ who }) => who)).toEqual(['supervising-social-worker', 'advocate']);
    expect((await run('review participants K1')).out).toContain('The child’s needs: An advocate, and a ramp');
  });

  it('takes age and people on the day of the meeting', async () => {
    const { run, list } = await withChild();
    await run('child edit K1 --born 2010-03-27 --yes');
    await run('child unlink K1 teacher');
    await run('review plan K1 --meeting 26/3');
    expect((await list()).missing.map(({ who }) => who)).toContain('teacher');
    await run('review plan K1 --meeting 27/3');
    expect((await list()).missing.map(({ who }) => who)).toEqual([
      'supervising-social-worker',
      'personal-adviser',
    ]);
  });

  it('names the guardian only while court proceedings run', async () => {
    const { run, list } = await withChild();
    await run('record K1 proceedings-started --on 2026-03-10');
    expect((await list()).missing.map(({ who }) => who)).toContain('guardian');
    await run('child link K1 "G Guard" --role guardian');
    expect((await run('review participants K1')).out).toContain(
      'would be sent the record; invited where that is right',
    );
    await run('record K1 proceedings-ended --on 2026-03-12');
    const { missing, participants } = await list();
    expect(missing.map(({ who }) => who)).not.toContain('guardian');
    expect(participants.find(({ who }) => who === 'guardian')).toMatchObject({
      part: 'none',
      proposed: true,
    });
  });

  it('says how a social worker is recorded if that is what is missing', async () => {
    const { run } = await unit();
    await run('new-review --ref B1 --name B --born 2015-05-02 --looked-after 2026-03-02 --yes');
    const { out } = await run('review participants B1');
    expect(out).toContain('Missing: no social worker is recorded.');
    expect(out).toContain('To add one: irotool child edit B1 --social-worker NAME');
    expect(out).toContain('iro    not recorded  would be invited; chairs');
  });

  it('keeps the list of a review that was held, and offers afresh for the next', async () => {
    const { run, list, entry } = await withChild();
    await run('review participants K1 --add teacher --part consulted');
    await run('review participants K1 --add mother --interpreter Polish --delegate "B Friend"');
    await run('review hold K1 --on 2026-03-13 --code PN1');
    const next = await run('review participants K1');
    expect(next.out).toContain('K1/2  Who comes to the next review; no date is fixed');
    expect(await entry('teacher')).toMatchObject({ part: 'invited', proposed: true });
    expect(await entry('mother')).toMatchObject({ interpreter: 'Polish', delegate: null, proposed: true });
    expect(await entry('teacher', '--review 1')).toMatchObject({ part: 'consulted', proposed: false });
    expect(await list('--review 1')).toMatchObject({ review: 1, heldOn: '2026-03-13' });
    expect((await run('review participants K1 --review 1')).out).toContain(
      'K1/1  Who was on the list of the review held Friday 13 March 2026',
    );
  });

  it('shows the last list of a child who has left care', async () => {
    const { run, list } = await withChild();
    await run('review hold K1 --on 2026-03-10 --code PN1');
    await run('child left K1 --on 2026-03-12 --reason E4A --yes');
    expect(await list()).toMatchObject({ review: 1, heldOn: '2026-03-10' });
  });
});

describe('review participants --add', () => {
  it('puts someone on the list with what was said', async () => {
    const { run, entry } = await withChild();
    const { out, code } = await run(
      'review participants K1 --add gp --child-wishes yes --needs "Half past four" --why "Epilepsy plan"',
    );
    expect(code).toBe(0);
    expect(out).toBe('K1/1  gp: invited.\n');
    expect(await entry('gp')).toMatchObject({
      part: 'invited',
      proposed: false,
      childWishes: 'yes',
      needs: 'Half past four',
      why: 'Epilepsy plan',
    });
    expect((await run('review participants K1')).out).toContain(
      'invited; needs: Half past four; the child wishes it;',
    );
  });

  it('finds them by name, and leaves the name out of the chronology', async () => {
    const { run, db } = await withChild();
    await run('review participants K1 --add "jane roe" --supporter "T Foster"');
    const tables = JSON.parse(everything(db)) as [string, { kind: string; attributes: string }[]][];
    const events = tables.find(([table]) => table === 'event')![1];
    expect(events.at(-1)).toMatchObject({
      kind: 'participant-listed',
      attributes: '{"ref":"mother","part":"invited","supporter":"carer"}',
    });
    expect((await run('review participants K1')).out).toContain('invited; supporter: carer');
  });

  it('changes one thing of an entry and keeps the others', async () => {
    const { run, entry } = await withChild();
    await run('review participants K1 --add mother --part consulted --supporter "A Friend"');
    await run('review participants K1 --add mother --interpreter Polish');
    expect(await entry('mother')).toMatchObject({
      part: 'consulted',
      supporter: 'A Friend',
      interpreter: 'Polish',
    });
    await run('review participants K1 --add mother');
    expect(await entry('mother')).toMatchObject({ part: 'invited', supporter: 'A Friend' });
    await run('review participants K1 --add mother --supporter none --interpreter none');
    expect(await entry('mother')).toMatchObject({ supporter: null, interpreter: null });
  });

  it('says that nothing changed if it is recorded so already', async () => {
    const { run, db } = await withChild();
    await run('review participants K1 --add mother --interpreter Polish');
    const before = everything(db);
    const again = await run('review participants K1 --add mother --interpreter Polish');
    expect(again.code).toBe(0);
    expect(again.err).toBe('K1: the mother is recorded so already. Nothing was changed.\n');
    expect(everything(db)).toBe(before);
  });

  it('takes the last word of a day, there and back', async () => {
    const { run, entry } = await withChild();
    for (const line of ['--add gp --child-wishes yes', '--remove gp', '--add gp --child-wishes yes']) {
      expect((await run(`review participants K1 ${line}`)).code).toBe(0);
    }
    expect(await entry('gp')).toMatchObject({ part: 'invited' });
  });

  it.each([
    ['--add gp', 'the child is asked before the GP is invited, and what the child wishes is not recorded'],
    ['--add gp --child-wishes no', 'the child does not wish the GP to come.'],
    ['--add teacher --delegate "Deputy Head"', 'a delegate comes by the IRO’s agreement.'],
    [
      '--add mother --supporter "L Law" --legal-adviser',
      'a legal adviser comes with notice to the IRO, and the council’s lawyer is arranged too.',
    ],
    ['--add mother --legal-adviser', 'a legal adviser comes with notice to the IRO'],
    ['--add mother --supporter "S Solicitor"', 'a legal adviser comes with notice to the IRO'],
    ['--add child --part consulted', 'where the child does not wish to come, the IRO speaks with the child'],
    [
      '--add carer --part consulted',
      'if it was decided not to invite the carer, that takes reasons: irotool review not-invite K1 carer',
    ],
    ['--add father', 'no contact is recorded for the father: more than one meeting is allowed.'],
  ])('notes of %s: %s', async (line, note) => {
    const { run } = await withChild();
    await run('child link K1 "S Solicitor" --role legal-adviser');
    await run('child link K1 "John Roe" --role parent --relationship Father --contact none');
    const { code, err } = await run(`review participants K1 ${line}`);
    expect(code).toBe(0);
    expect(flat(err)).toContain(`Note: ${note}`);
  });

  it('needs no note if the child was asked, and none for who comes anyway', async () => {
    const { run } = await withChild();
    expect((await run('review participants K1 --add gp --child-wishes yes')).err).not.toContain('Note');
    expect((await run('review participants K1 --add teacher')).err).not.toContain('Note');
    expect((await run('review participants K1 --add gp --part distribution')).err).not.toContain('Note');
  });

  it('names the interpreter who is missing once someone needs one', async () => {
    const { run, list } = await withChild();
    await run('review participants K1 --add mother --interpreter Polish');
    expect((await list()).missing.at(-1)).toEqual({
      who: 'interpreter',
      why: 'no interpreter is recorded, and one is needed (Polish).',
    });
    await run('child link K1 "I Speak" --role interpreter');
    expect((await list()).missing.map(({ who }) => who)).not.toContain('interpreter');
  });

  it('says from the thirteenth that a review is kept small', async () => {
    const { run } = await withChild();
    for (let at = 1; at <= 6; at++) await run(`child link K1 "Aunt ${at}" --role relative`);
    for (let at = 1; at <= 6; at++) {
      const tag = at === 1 ? 'relative' : `relative-${at}`;
      const { err } = await run(`review participants K1 --add ${tag} --child-wishes yes`);
      expect(err).not.toContain('people are invited');
    }
    const { err } = await run('review participants K1 --add gp --child-wishes yes');
    expect(flat(err)).toContain('Note: 13 people are invited. A review is kept as small as possible');
    expect((await run('review participants K1')).out).toContain('Note: 13 people are invited.');
  });

  it('belongs to the review that was next on that day, or to the one named', async () => {
    const { run, db, entry } = await withChild();
    await run('review hold K1 --on 2026-03-10 --code PN1');
    const before = everything(db);
    const past = await run('review participants K1 --add teacher --part consulted --on 2026-03-09');
    expect(past.code).toBe(1);
    expect(past.err).toContain(
      'K1: on Monday 9 March 2026 the next review was K1/1. Nothing was saved. Say which review, with --review',
    );
    expect(everything(db)).toBe(before);
    const named = 'review participants K1 --add teacher --part consulted --review 1';
    expect((await run(`${named} --on 2026-03-09`)).code).toBe(0);
    expect(await entry('teacher', '--review 1')).toMatchObject({ part: 'consulted' });
    expect(await entry('teacher')).toMatchObject({ part: 'invited', proposed: true });
  });
});

describe('review participants of several people at once', () => {
  const listed = (list: List): string[] =>
    list.participants.filter(({ proposed }) => !proposed).map(({ who, part }) => `${who} ${part}`);

  it('puts each of them on the list by one command, which one undo takes back', async () => {
    const { run, list } = await withChild();
    const { out, err, code } = await run('review participants K1 --add child,mother,carer');
    expect([code, flat(err).trim()]).toEqual([
      0,
      'K1/1: the child, the mother and the carer are on the list.',
    ]);
    expect(out.trimEnd().split('\n')).toHaveLength(3);
    expect(listed(await list())).toEqual(['child invited', 'mother invited', 'carer invited']);
    await run('undo --why "Too early" --yes');
    expect(listed(await list())).toEqual([]);
  });

  it('puts all on it who should be offered a part, with the part that is offered, and not the others', async () => {
    const { run, list } = await withChild();
    const offered = (await list()).participants.filter(({ who, part }) => part !== 'none' && who !== 'iro');
    expect((await run('review participants K1 --add all')).code).toBe(0);
    expect(listed(await list())).toEqual(offered.map(({ who, part }) => `${who} ${part}`));
    const again = await run('review participants K1 --add all');
    expect([again.code, flat(again.err).trim()]).toEqual([
      1,
      'K1/1: everyone who should be offered a part is on the list. To see it: irotool review participants K1',
    ]);
  });

  it('says of one person only what is of one person', async () => {
    const { run } = await withChild();
    for (const who of ['mother,carer', 'all']) {
      const { code, err } = await run(`review participants K1 --add ${who} --delegate "A Nother"`);
      expect([code, flat(err).trim()]).toEqual([
        2,
        '--delegate is of one person. Name them alone: --add WHO',
      ]);
    }
  });

  it('takes several off', async () => {
    const { run, list } = await withChild();
    await run('review participants K1 --add teacher,gp');
    await run('review participants K1 --remove teacher,gp');
    expect(listed(await list())).toEqual(['teacher none', 'gp none']);
  });
});

describe('review participants --remove', () => {
  it('takes someone off the list, with the reason', async () => {
    const { run, entry } = await withChild();
    const { out, code } = await run('review participants K1 --remove teacher --why "In writing instead"');
    expect(code).toBe(0);
    expect(out).toBe('K1/1  teacher: not on the list.\n');
    expect(await entry('teacher')).toMatchObject({
      part: 'none',
      proposed: false,
      why: 'In writing instead',
    });
  });

  it.each([
    ['child', 'not inviting the child takes reasons, and the IRO is consulted first.'],
    ['mother', 'not inviting the mother takes reasons, and the IRO is consulted first.'],
    ['carer', 'irotool review not-invite K1 carer'],
    ['grandmother', 'irotool review not-invite K1 grandmother'],
    ['iro', 'The IRO chairs every review of K1. For another chair: irotool review plan K1 --chair NAME'],
  ])('refuses the %s and changes nothing', async (who, message) => {
    const { run, db } = await withChild();
    await run('child link K1 "Gran Roe" --role relative --relationship grandmother --responsibility yes');
    const before = everything(db);
    const { code, err } = await run(`review participants K1 --remove ${who}`);
    expect(code).toBe(1);
    expect(err).toContain(message);
    expect(everything(db)).toBe(before);
  });
});

describe('a child placed for adoption', () => {
  async function placed() {
    const made = await withChild();
    await made.run('record K1 adoption-authorised --on 2026-03-05');
    await made.run('record K1 placed-for-adoption --on 2026-03-10');
    return made;
  }

  it('has its birth parents not invited, and adopters asked for', async () => {
    const { run, list, entry } = await placed();
    expect(await entry('mother')).toMatchObject({ part: 'none', proposed: true });
    expect((await run('review participants K1')).out).toContain('birth parents come only if social');
    await run('child unlink K1 carer');
    expect((await list()).missing).toContainEqual({ who: 'carer', why: 'no adopter or carer is recorded.' });
    await run('child link K1 "A Dopter" --role adopter');
    expect(await entry('adopter')).toMatchObject({ part: 'invited', proposed: true });
    expect((await list()).missing.map(({ who }) => who)).toEqual(['supervising-social-worker']);
  });

  it('has a birth parent invited only with the reason', async () => {
    const { run, db, entry } = await placed();
    const before = everything(db);
    const { code, err } = await run('review participants K1 --add mother');
    expect(code).toBe(1);
    expect(err).toContain(
      'K1 is placed for adoption: the mother is invited only if social worker and IRO so decide. If they do: --add mother --why "…" If not: --add mother --part consulted',
    );
    expect(everything(db)).toBe(before);
    expect((await run('review participants K1 --add mother --yes')).code).toBe(1);
    expect((await run('review participants K1 --add mother --why "She agrees to it"')).code).toBe(0);
    expect(await entry('mother')).toMatchObject({ part: 'invited', why: 'She agrees to it' });
    expect((await run('review participants K1 --add mother --part consulted')).code).toBe(0);
    expect((await run('review participants K1 --remove mother')).code).toBe(0);
    expect(await entry('mother')).toMatchObject({ part: 'none', proposed: false });
  });

  it('has them invited again once the placement has ended', async () => {
    const { run, entry } = await placed();
    await run('record K1 adoption-placement-ended --on 2026-03-12');
    expect(await entry('mother')).toMatchObject({ part: 'invited', proposed: true });
    expect((await run('review participants K1 --add mother')).code).toBe(0);
  });
});

describe('what cannot be', () => {
  it.each([
    ['review participants K9', 1, 'There is no child "K9".'],
    ['review participants K1 --review 3', 1, 'K1 has no review 3. To see them: irotool review list K1'],
    ['review participants K1 --review two', 2, '--review is a whole number from 1; not "two".'],
    ['review participants N1', 1, 'N1 is not looked after, so there is no review.'],
    ['review participants K1 --add nobody', 1, 'K1 has nobody recorded by that name or tag.'],
    ['review participants K1 --add iro', 1, 'The IRO chairs every review of K1.'],
    ['review participants K1 --add teacher --remove gp', 2, 'Give --add or --remove, one at a time.'],
    ['review participants K1 --part invited', 2, 'Say who it is about.'],
    ['review participants K1 --remove teacher --part consulted', 2, 'Say who it is about.'],
    ['review participants K1 --why x', 2, '--on and --why go with --add or --remove.'],
    [
      'review participants K1 --add teacher --part asked',
      2,
      '--part is one of invited, consulted, distribution; not "asked".',
    ],
    ['review participants K1 --add teacher --part none', 2, 'To take someone off the list: --remove WHO'],
    [
      'review participants K1 --add gp --child-wishes perhaps',
      2,
      '--child-wishes is yes or no; not "perhaps".',
    ],
    ['review participants K1 --add child --delegate "B Friend"', 1, 'Nobody comes in a child’s place.'],
    ['review participants K1 --add teacher --on 2026-03-14', 1, '14 March 2026 has not come yet'],
    ['review participants K1 --add teacher --on 2026-03-01', 1, 'K1 became looked after on 2 March 2026'],
  ])('%s ends with exit %i and changes nothing', async (line, exit, message) => {
    const { run, db } = await withChild();
    await run('child add --ref N1 --name N');
    const before = everything(db);
    const { code, err } = await run(line);
    expect(err).toContain(message);
    expect(code).toBe(exit);
    expect(err).not.toMatch(/Jane|Child One/);
    expect(everything(db)).toBe(before);
  });

  it('needs no name if one is empty', async () => {
    const { run } = await withChild();
    const { code, err } = await run(['review', 'participants', 'K1', '--add', 'teacher', '--delegate', ' ']);
    expect({ code, err }).toEqual({
      code: 2,
      err: '--delegate is empty. To see how: irotool review participants --help\n',
    });
  });

  it('leaves other children alone', async () => {
    const { run } = await withChild();
    await run('new-review --ref K2 --name "Child Two" --born 2015-05-02 --looked-after 2026-03-02 --yes');
    await run('child link K2 "John Doe" --role parent --relationship mother');
    await run('review participants K1 --add mother --part consulted');
    const { participants } = JSON.parse((await run('review participants K2 --json')).out) as List;
    expect(participants.find(({ who }) => who === 'mother')).toMatchObject({
      part: 'invited',
      proposed: true,
    });
    expect((await run('doctor')).code).toBe(0);
  });
});
