/** What each IRO carries, against the guidance. */
import { describe, expect, it } from 'vitest';
import { linesOf, onScreen, widest } from '../support/facts';
import { unit } from '../support/harness';
import { flat } from '../support/said';

async function withIros() {
  const made = await unit();
  for (const name of ['A Khan', 'B Lee', 'C Gone']) await made.run(`person add --name "${name}" --role iro`);
  const child = async (ref: string, more: string): Promise<void> => {
    const { code, err } = await made.run(
      `new-review --ref ${ref} --name "Siân ${ref}" --born 2015-05-02 --looked-after 2026-03-02 --today 2026-03-02 ${more} --yes`,
    );
    if (code !== 0) throw new Error(err);
  };
  return { ...made, child };
}

describe('iro caseload', () => {
  it('has the weight of each child, full time, and the reviews of the next four weeks', async () => {
    const { run, db, child } = await withIros();
    await child('K1', '--iro "A Khan"');
    await child('K2', '--iro "A Khan" --basis V4');
    await child('K3', '--iro "B Lee"');
    await child('K4', '');
    await child('K5', '--iro "C Gone"');
    await child('K6', '--iro "B Lee"');
    await run('child left K6 --on 2026-03-09');
    await run('person edit "C Gone" --role iro --left');
    await run('iro days "A Khan" mon tue wed');
    // The last day that counts, the day after it, and one that another chairs.
    await run('review plan K1 --meeting 9/4 --late-because x --agreed-by y');
    await run('review plan K3 --meeting 10/4 --late-because x --agreed-by y');
    await run('review plan K2 --meeting 2026-03-13 --chair "B Lee"');
    const { out } = await run('iro caseload --notes');
    expect(out).toContain(
      [
        '3 children of 2 IROs, and 1 without one; nobody is above the guidance: 50 to 70',
        'for a full-time IRO (unverified).',
        '',
        ' IRO     children  weighted  per full time  to chair  guidance',
        ' A Khan         2       1.5            2.5         1  below 50',
        ' B Lee          1         1            1.0         1  below 50',
        ' Total          3       2.5            1.6         2',
        '',
      ].join('\n'),
    );
    expect(linesOf((await onScreen('iro caseload', db, 120)).out)).toContain(
      ' A Khan         2       1.5        0.6            2.5         1  below 50',
    );
    expect(widest((await onScreen('iro caseload', db, 60)).out)).toBeLessThanOrEqual(60);
    expect(flat(out)).toContain(
      'C Gone has left, and is still the IRO of 1 child. ' +
        'Without an IRO: K4. To allocate one: irotool iro allocate K4 ' +
        'Weighted: a looked-after child counts 1; one on a series of short breaks (V3 or V4) 0.5, which is our reading: K2.',
    );
    expect(flat(out)).toContain('To chair: reviews planned until Thursday 9 April, the next four weeks.');
    expect(flat(out)).toContain(
      '50 to 70 children for a full-time IRO (IRO Handbook; unverified: from memory).',
    );
    const brief = (await run('iro caseload')).out;
    expect(flat(brief)).toContain('Without an IRO: K4.');
    expect(brief).toMatch(/\nHow it is counted: irotool iro caseload --notes\n$/);
    expect(brief).not.toContain('Weighted: ');
    const json = JSON.parse((await run('iro caseload --json')).out) as object;
    expect(Object.keys(json)).toEqual([
      ...[
        'schema',
        'today',
        'guidance',
        'weights',
        'plannedUntil',
        'iros',
        'left',
        'chairs',
        'unallocated',
        'totals',
      ],
    ]);
    expect(json).toMatchObject({
      schema: 1,
      guidance: { from: 50, to: 70, grade: 'unverified' },
      iros: [
        {
          name: 'A Khan',
          children: [
            { ref: 'K1', weight: 1, why: 'looked-after child' },
            { ref: 'K2', weight: 0.5, why: 'series of short breaks' },
          ],
          weighted: 1.5,
          workingDays: ['mon', 'tue', 'wed'],
          fullTime: 0.6,
          perFullTime: 2.5,
          guidance: 'below',
        },
        { name: 'B Lee', workingDays: null, planned: 1 },
      ],
      left: [{ name: 'C Gone', children: [{ ref: 'K5' }] }],
      unallocated: ['K4'],
      totals: { children: 3, weighted: 2.5, fullTime: 1.6, perFullTime: 1.6, planned: 2 },
    });
    expect((await run('iro caseload --csv')).out).toContain('A Khan,2,1.5,0.6,2.5,1,below');
    expect(out + JSON.stringify(json)).not.toContain('Siân');
  });

  it('marks who is within the guidance and who is above, and says so before it is saved', async () => {
    const { run, child } = await withIros();
    await run('iro days "A Khan" mon');
    for (let at = 1; at <= 14; at++) await child(`K${at}`, '--iro "A Khan"');
    expect((await run('iro caseload')).out).toMatch(/A Khan +14 +14 +70\.0 +0 +within\n/);
    await child('H1', '--basis V3');
    const { err, code } = await run('iro allocate H1 "A Khan" --independent yes');
    expect(code).toBe(0);
    expect(flat(err)).toContain(
      'Note: A Khan then has 72.5 for a full-time week, above the 50 to 70 of the guidance (IRO Handbook; unverified)',
    );
    expect((await run('iro caseload')).out).toMatch(/A Khan +15 +14\.5 +72\.5 +0 +ABOVE 70\n/);
    expect((await run('iro change H1 "B Lee" --reason x --independent yes')).err).not.toContain('guidance');
    await run('iro days "A Khan" all');
    expect((await run('iro caseload')).out).toMatch(/A Khan +14 +14 +14\.0 +0 +below 50\n/);
  });

  it('writes out some of a long list, and all of it in JSON', async () => {
    const { run, child } = await withIros();
    for (let at = 10; at < 24; at++) await child(`K${at}`, '');
    expect(flat((await run('iro caseload')).out)).toContain('K20, K21 and 2 more. To allocate one');
    expect(JSON.parse((await run('iro caseload --json')).out).unallocated).toHaveLength(14);
  });

  it('says how to begin if there are none', async () => {
    const { run } = await unit();
    expect(await run('iro caseload')).toMatchObject({
      code: 0,
      out: 'No IROs are recorded yet. To add one: irotool person add --role iro --name NAME\n',
    });
  });
});
