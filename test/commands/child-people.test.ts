import { describe, expect, it } from 'vitest';
import { everything, widest } from '../support/facts';
import { unit } from '../support/harness';
import { flat } from '../support/said';

/** K1 and K2, brother and sister, and K3, of another family. */
async function withChildren() {
  const made = await unit();
  for (const [ref, more] of [
    ['K1', ''],
    ['K2', '--sibling K1'],
    ['K3', ''],
  ]) {
    await made.run(
      `new-review --ref ${ref} --name "Child ${ref}" --born 2015-05-02 --looked-after 2026-03-02 ${more} --yes`,
    );
  }
  const people = async (ref: string, more = ''): Promise<Record<string, unknown>[]> =>
    (
      JSON.parse((await made.run(`child people ${ref} --json ${more}`)).out) as {
        people: Record<string, unknown>[];
      }
    ).people;
  const tags = async (ref: string, more = ''): Promise<unknown[]> =>
    (await people(ref, more)).map(({ tag }) => tag);
  return { ...made, people, tags };
}

describe('child link', () => {
  it('adds someone by relationship, with what was said of them', async () => {
    const { run, people } = await withChildren();
    const { out, err, code } = await run(
      'child link K1 "Jane Roe" --role parent --relationship mother --responsibility yes --contact supervised --email jane@example.org --telephone "01904 000000" --address "1 High Street, York" --from 2/3',
    );
    expect(code).toBe(0);
    expect(err).toBe('--from 2/3 is Monday 2 March 2026.\n');
    expect(out).toBe(
      'K1  mother: added to the child’s people.\n mother  Jane Roe  mother (parent)  parental responsibility; supervised contact;\n                                    from 2 March 2026\n',
    );
    expect(await people('K1')).toEqual([
      {
        tag: 'mother',
        name: 'Jane Roe',
        role: 'parent',
        relationship: 'mother',
        responsibility: true,
        knowsPlacement: false,
        contact: 'supervised',
        bar: null,
        from: '2026-03-02',
        until: null,
        email: 'jane@example.org',
        telephone: '01904 000000',
        address: '1 High Street, York',
      },
    ]);
  });

  it('says so if parental responsibility was not recorded', async () => {
    const { run } = await withChildren();
    const { err } = await run('child link K1 "Jane Roe" --role parent --relationship mother');
    expect(err.replaceAll(/\s+/g, ' ')).toBe(
      'Note: parental responsibility is not recorded for “mother”. If they have it: irotool child link K1 --tag mother --responsibility yes ',
    );
    expect((await run('child link K1 "John Roe" --role parent --responsibility no')).err).toBe('');
  });

  it('makes no tag that holds a name, as files are called by it', async () => {
    const { run } = await unit();
    await run('child add --ref K1 --name "Siân Roe"');
    await run('child link K1 "Beth Ames" --role carer --relationship "foster carer Beth"');
    await run(['child', 'link', 'K1', 'Jo Low', '--role', 'relative', '--relationship', 'Beth’s sister']);
    await run(['child', 'link', 'K1', 'Al Roe', '--role', 'relative', '--relationship', "Siân's uncle"]);
    const { people } = JSON.parse((await run('child people K1 --json')).out);
    expect(people.map(({ tag }: { tag: string }) => tag)).toEqual(
      expect.arrayContaining(['carer', 'relative', 'relative-2']),
    );
  });

  it('makes a tag of the relationship or the role, and a number if it is taken', async () => {
    const { run, tags } = await withChildren();
    await run(['child', 'link', 'K1', 'A', '--role', 'relative', '--relationship', 'Mother’s partner']);
    await run('child link K1 B --role relative --relationship "Grand-mère (maternal)"');
    await run('child link K1 C --role carer');
    await run('child link K1 D --role carer');
    await run('child link K1 E --role carer');
    await run('child link K1 F --role relative --relationship "бабуся"');
    await run('child link K1 G --role other --relationship child');
    await run('child link K1 H --role other --tag Uncle-Bob');
    expect((await tags('K1')).sort()).toEqual([
      'carer',
      'carer-2',
      'carer-3',
      'grand-mere-maternal',
      'mothers-partner',
      'other',
      'relative',
      'uncle-bob',
    ]);
  });

  it('lets those who look after the child know the placement, unless it is said otherwise', async () => {
    const { run, people } = await withChildren();
    for (const role of [
      'carer',
      'adopter',
      'link-worker',
      'residential-worker',
      'supervising-social-worker',
      'parent',
      'teacher',
    ]) {
      await run(`child link K1 "A ${role}" --role ${role}`);
    }
    await run('child link K1 "Another" --role carer --knows-placement no');
    const knowing = (await people('K1')).filter(({ knowsPlacement }) => knowsPlacement).map(({ tag }) => tag);
    expect(knowing.sort()).toEqual([
      'adopter',
      'carer',
      'link-worker',
      'residential-worker',
      'supervising-social-worker',
    ]);
  });

  it('changes what is given if the same person is there already, by name and role or by tag', async () => {
    const { run, people } = await withChildren();
    await run(
      'child link K1 "Jane Roe" --role parent --relationship mother --responsibility yes --email jane@example.org',
    );
    expect((await run('child link K1 "jane roe" --role parent --contact none')).out).toContain(
      'K1  mother: changed.',
    );
    expect(
      (await run(['child', 'link', 'K1', '--tag', 'MOTHER', '--telephone', '01904 1', '--email', ''])).code,
    ).toBe(0);
    expect(await people('K1')).toMatchObject([
      { tag: 'mother', contact: 'none', responsibility: true, telephone: '01904 1', email: null },
    ]);
    const again = await run('child link K1 "Jane Roe"');
    expect(again.code).toBe(0);
    expect(again.out).toContain('K1  mother: recorded so already; nothing was changed.');
  });

  it('takes a colleague of one name and role for the same person', async () => {
    const { run } = await withChildren();
    await run('child link K1 "M Teach" --role teacher --email m@school.example');
    const { err } = await run('child link K3 "M Teach" --role teacher');
    expect(err.replaceAll(/\s+/g, ' ')).toContain(
      'Note: a teacher of that name is recorded already, and is taken to be the same person.',
    );
    const { people } = JSON.parse((await run('person list --role teacher --json')).out) as {
      people: unknown[];
    };
    expect(people).toHaveLength(1);
    expect((await run('child people K3 --json')).out).toContain('m@school.example');
  });

  it('takes a parent of one name for the same person only among brothers and sisters', async () => {
    const { run } = await withChildren();
    await run(
      'child link K1 "Jane Roe" --role parent --relationship mother --responsibility yes --telephone 1',
    );
    const sister = await run(
      'child link K2 "Jane Roe" --role parent --relationship mother --responsibility yes',
    );
    expect(sister.err.replaceAll(/\s+/g, ' ')).toContain(
      'Note: the same person as K1’s “mother”: one address and telephone for both.',
    );
    const stranger = await run('child link K3 "Jane Roe" --role parent --responsibility yes');
    expect(stranger.err).toBe('');
    const { people } = JSON.parse((await run('person list --role parent --json')).out) as {
      people: unknown[];
    };
    expect(people).toHaveLength(2);

    const moved = await run('child link K2 --tag mother --address "2 Low Street"');
    expect(moved.err).toContain('Note: the same person is recorded for K1: it changes there too.');
    expect((await run('child people K1 --json')).out).toContain('2 Low Street');
    expect((await run('child people K3 --json')).out).not.toContain('2 Low Street');
  });

  it('brings back someone who no longer was, by the tag they had', async () => {
    const { run, people } = await withChildren();
    await run('child link K1 "T Foster" --role carer');
    await run('child unlink K1 carer --on 5/3');
    const { out } = await run('child link K1 "T Foster" --role carer');
    expect(out).toContain('K1  carer: among the child’s people again.');
    expect(await people('K1', '--all')).toMatchObject([{ tag: 'carer', until: null }]);
  });

  it.each([
    ['child link K1', 2, 'No terminal to ask on. Missing: NAME --role'],
    ['child link K1 "Ann Other"', 2, 'No terminal to ask on. Missing: --role'],
    ['child link K1 "Ann Other" --role wizard', 2, 'There is no role "wizard".'],
    ['child link K1 "Ann Other" --role iro', 1, 'The IRO is in every review and is recorded elsewhere.'],
    ['child link K1 "Ann Other" --role social-worker', 1, 'irotool child edit REF --social-worker NAME'],
    [
      'child link K1 "Ann Other" --role parent --tag "my mum"',
      2,
      '--tag is one word of letters, figures and hyphens',
    ],
    ['child link K1 "Ann Other" --role parent --tag child', 2, '--tag: "child" is kept'],
    ['child link K1 "Ann Other" --role parent --tag IRO', 2, '--tag: "iro" is kept'],
    [
      'child link K1 "Ann Other" --role parent --contact weekly',
      2,
      '--contact is ordinary, supervised or none; not "weekly".',
    ],
    [
      'child link K1 "Ann Other" --role parent --responsibility maybe',
      2,
      '--responsibility is yes or no; not "maybe".',
    ],
    [
      'child link K1 "Ann Other" --role parent --knows-placement 1',
      2,
      '--knows-placement is yes or no; not "1".',
    ],
    [
      'child link K1 "Ann Other" --role parent --email nowhere',
      2,
      '--email: "nowhere" is not one plain e-mail address',
    ],
    [
      'child link K1 "Ann Other" --role parent --from 2026-04-01',
      1,
      'K1: the day given with --from has not come yet. Nothing was saved.',
    ],
    [
      'child link K1 --tag father --telephone 1',
      1,
      'K1 has nobody with the tag “father”. The tags are mother.',
    ],
    [
      'child link K1 "Ann Other" --role parent --tag mother',
      1,
      'The tag “mother” is of someone else among K1’s people.',
    ],
    ['child link K1 --tag mother --role carer', 1, 'K1: “mother” is recorded as parent, and a role stays.'],
    [
      'child link K1 "Jane Roe" --role parent --tag mum',
      1,
      'K1 has that person as “mother”, and a tag stays',
    ],
    ['child link K1 "Ann Other" --role relative --tag aunt-ann', 2, '--tag has someone’s name in it'],
    ['child link K1 "Ann Other" --role relative --tag jane', 2, '--tag has someone’s name in it'],
    ['child link K1 "Ann Other" --role relative --tag janes-sister', 2, '--tag has someone’s name in it'],
    ['child link K1 "Siân Ŵyn" --role relative --tag aunt-sian', 2, '--tag has someone’s name in it'],
    ['child link K9 "Ann Other" --role parent', 1, 'There is no child "K9".'],
  ])('refuses %s with exit %i and changes nothing', async (line, exit, message) => {
    const { run, db } = await withChildren();
    await run('child link K1 "Jane Roe" --role parent --relationship mother');
    const before = everything(db);
    const { code, err, out } = await run(line);
    expect(err).toContain(message);
    expect(code).toBe(exit);
    expect(out).toBe('');
    expect(err).not.toMatch(/Jane|Ann Other/);
    expect(everything(db)).toBe(before);
  });

  it('takes a mother or a father for a parent', async () => {
    const { run } = await withChildren();
    const { code, out } = await run('child link K1 "Jane Roe" --role mother');
    expect([code, out]).toEqual([0, expect.stringContaining('mother (parent)')]);
  });

  it('takes a tag that is typed for a name, and a role for a role', async () => {
    const { run, people } = await withChildren();
    await run('child link K1 "Dan Roe" --role father');
    const changed = await run('child link K1 Father --contact none');
    expect([changed.code, changed.out]).toEqual([0, expect.stringContaining('K1  father: changed.')]);
    expect(await people('K1')).toMatchObject([{ tag: 'father', name: 'Dan Roe', contact: 'none' }]);
    for (const word of ['mum', 'guardian', 'grandmother', 'neighbour']) {
      const { code, err } = await run(`child link K1 ${word} --contact none`);
      const missing = word === 'neighbour' ? '--role' : 'NAME';
      expect([word, code, err]).toEqual([word, 2, expect.stringContaining(`Missing: ${missing}`)]);
    }
    expect(await people('K1')).toHaveLength(1);
  });

  it('asks which, if two people of the child share a name', async () => {
    const { run } = await withChildren();
    await run('child link K1 "Jo Roe" --role parent');
    await run('child link K1 "Jo Roe" --role relative');
    const { code, err } = await run('child link K1 "Jo Roe" --telephone 1');
    expect(code).toBe(2);
    expect(err).toContain('K1 has 2 people of that name. Say which: --tag parent or --tag relative.');
    expect((await run('child link K1 "Jo Roe" --role relative --telephone 1')).code).toBe(0);
  });
});

describe('child people', () => {
  it('lists family first, then carers and others', async () => {
    const { run } = await withChildren();
    await run('child link K1 "M Teach" --role teacher --relationship "designated teacher"');
    await run('child link K1 "T Foster" --role carer');
    await run('child link K1 "Jane Roe" --role parent --relationship mother --responsibility yes');
    const { out, code } = await run('child people K1');
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'K1  The child’s people',
        ' mother              Jane Roe  mother (parent)     parental responsibility',
        ' carer               T Foster  carer               knows the placement',
        ' designated-teacher  M Teach   designated teacher',
        '',
      ].join('\n'),
    );
    expect(widest(out)).toBeLessThanOrEqual(80);
  });

  it('says so if nobody is recorded', async () => {
    const { run } = await withChildren();
    const { out, err, code } = await run('child people K1');
    expect({ out, code }).toEqual({ out: '', code: 0 });
    expect(flat(err)).toContain('To add someone: irotool child link K1 NAME --role parent');
    expect((await run('child people K1 --json')).out).toContain('"people": []');
  });
});

describe('child unlink', () => {
  it('ends the link on a day and keeps it', async () => {
    const { run, tags, people } = await withChildren();
    await run('child link K1 "T Foster" --role carer');
    const { out, code } = await run('child unlink K1 "t foster" --on 10/3');
    expect(code).toBe(0);
    expect(out).toBe('K1  carer: no longer among the child’s people from Tuesday 10 March 2026.\n');
    expect(await tags('K1')).toEqual([]);
    expect(await people('K1', '--all')).toMatchObject([{ tag: 'carer', until: '2026-03-10' }]);
    expect((await run('child people K1 --all')).out).toContain('until 10 March 2026');
    expect((await run('child people K1 --today 2026-03-09')).out).toContain('T Foster');
  });

  it.each([
    ['child unlink K1 nobody', 1, 'K1 has nobody recorded by that name or tag.'],
    ['child unlink K1 child', 1, 'The child is not one of those linked to K1.'],
    ['child unlink K1 carer', 1, 'K1: “carer” is no longer among the child’s people, from 10 March 2026.'],
    ['child unlink K1 mother --on 2026-03-14', 1, '14 March 2026 has not come yet. Nothing was saved.'],
    [
      'child unlink K1 mother --on 2026-03-03',
      1,
      'K1: the mother is among the child’s people only from 4 March 2026.',
    ],
    ['child unlink K1 "Jo Roe"', 2, 'K1 has 2 people of that name. Say which: relative, relative-2.'],
  ])('refuses %s with exit %i and changes nothing', async (line, exit, message) => {
    const { run, db } = await withChildren();
    await run('child link K1 "Jane Roe" --role parent --relationship mother --from 4/3');
    await run('child link K1 "T Foster" --role carer');
    await run('child link K1 "Jo Roe" --role relative');
    await run('child link K1 "Jo Roe" --role other --relationship relative');
    await run('child unlink K1 carer --on 10/3');
    const before = everything(db);
    const { code, err } = await run(line);
    expect(err).toContain(message);
    expect(code).toBe(exit);
    expect(everything(db)).toBe(before);
  });
});
