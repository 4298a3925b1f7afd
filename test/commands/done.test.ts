import { describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { unit } from '../support/harness';
import { flat } from '../support/said';

/** A unit with children in care since 2 March 2026, their meetings planned for 30 March. */
async function withChildren(...refs: string[]) {
  const made = await unit('york');
  for (const ref of refs) {
    await made.run(
      `new-review --ref ${ref} --name "Child ${ref}" --born 2015-05-02 --looked-after 2026-03-02 --today 2026-03-02 --iro "A Khan" --meeting "2026-03-30 10:00" --yes`,
    );
  }
  const standing = async (ref: string, rule: string): Promise<{ standing: string; metOn: string | null }> => {
    const { deadlines } = JSON.parse((await made.run(`explain ${ref} ${rule} --json`)).out) as {
      deadlines: { standing: string; metOn: string | null }[];
    };
    return deadlines.at(-1)!;
  };
  return { ...made, standing };
}

describe('done', () => {
  it('records what meets a duty, today unless told, and says whether it was in time', async () => {
    const { run, standing } = await withChildren('K1');
    const { out, code } = await run('done K1 invite');
    expect(code).toBe(0);
    expect(out).toBe('K1  Send the invitations: done on Friday 13 March 2026, in time.\n');
    expect(await standing('K1', 'invite')).toMatchObject({ standing: 'met', metOn: '2026-03-13' });
    const late = await run('done K1 child-consult --on 12/3');
    expect(late.out.replaceAll(/\s+/g, ' ')).toContain(
      'done on Thursday 12 March 2026, 8 working days late (it was due 2 March 2026).',
    );
    expect(late.err).toContain('--on 12/3 is Thursday 12 March 2026.');
  });

  it('takes several children at once, a reference typed twice once, in any case of letters', async () => {
    const { run, standing } = await withChildren('K1', 'K2');
    const { out, code } = await run('done k1 K2 K1 INVITE');
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(2);
    expect((await standing('K2', 'invite')).standing).toBe('met');
  });

  it('saves nothing for anyone if one of them does not owe it', async () => {
    const { run, db } = await withChildren('K1', 'K2');
    await run('done K2 invite');
    const before = everything(db);
    const refused = await run('done K1 K2 invite');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toBe(
      'K2 does not owe "invite": it was met on 13 March 2026. To see what is owed: irotool due --child K2\n',
    );
    expect(everything(db)).toBe(before);
  });

  it('ticks off the oldest first, and another review’s with --review', async () => {
    const { run } = await withChildren('K1');
    await run('review hold K1 --on 2026-03-06 --code PN1');
    await run('review hold K1 --on 2026-03-12 --code PN1');
    expect((await run('done K1 decisions-record --review 2 --on 2026-03-12')).code).toBe(0);
    expect((await run('done K1 decisions-record')).out).toContain('in time');
    expect((await run('done K1 decisions-record')).code).toBe(1);
    expect((await run('done K1 decisions-record --review two')).code).toBe(2);
  });

  it('asks which, of several recommendations', async () => {
    const { run } = await withChildren('K1');
    await run('record K1 recommendation-tracked by=20/3 ref=R1');
    await run('record K1 recommendation-tracked by=27/3 ref=R2');
    const which = await run('done K1 recommendation');
    expect(which.code).toBe(2);
    expect(which.err).toBe(
      'K1 has 2 of those: R1, R2. Say which: irotool done K1 recommendation --which R1\n',
    );
    expect((await run('done K1 recommendation --which R2')).code).toBe(0);
    expect((await run('done K1 recommendation')).code).toBe(0);
  });

  it('gives the command for what needs more than a tick', async () => {
    const { run, db } = await withChildren('K1');
    await run('review call-early K1 --asked-by mother --reason contact');
    await run('record K1 midway-check-planned by=20/3');
    const before = everything(db);
    for (const [line, command] of [
      ['done K1 early-review-decide', 'irotool review call-early K1 --decision DECISION --why "WHY"'],
      ['done K1 midway-check', 'irotool review midway K1 --findings "FINDINGS"'],
    ] as const) {
      const { code, err, out } = await run(line);
      expect([code, out]).toEqual([1, '']);
      expect(err).toBe(`"${line.split(' ')[2]}" needs more than a tick. ${command}\n`);
    }
    expect(everything(db)).toBe(before);
  });

  it('does not say of what is settled that it never was', async () => {
    const { run } = await withChildren('K1');
    await run('record K1 child-concern-raised ref=1');
    expect((await run('done K1 child-concern')).code).toBe(0);
    expect(await run('done K1 child-concern')).toMatchObject({
      code: 1,
      err: 'K1 does not owe "child-concern": it never did, or it is settled. To see what is owed: irotool due --child K1\n',
    });
    expect((await run('explain K1 child-concern')).err).toContain(
      'K1 does not owe "child-concern" now: it never did, or it is settled.',
    );
  });

  it('leaves a review to review hold, and gives the line to type', async () => {
    const { run } = await withChildren('K1');
    const refused = await run('done K1 review-first --on 2026-03-12');
    expect(refused.code).toBe(1);
    expect(refused.err).toBe(
      '"review-first" is a review: say how it was held. CODE is the participation code, PN1 to PN7. irotool review hold K1 --on 2026-03-12 --code CODE\n',
    );
    const typed = refused.err.slice(refused.err.indexOf('review hold')).trim();
    expect((await run(typed.replace('CODE', 'PN1'))).code).toBe(0);
  });

  it('offers the code of a child under four for a child under four', async () => {
    const { run } = await unit();
    await run('new-review --ref B1 --name B --born 2024-01-01 --looked-after 2026-03-02 --yes');
    expect((await run('done B1 review-first')).err).toContain('--code PN0');
  });

  it('understands the duty typed first', async () => {
    const { run } = await withChildren('K1');
    expect(await run('done invite K1')).toMatchObject({
      code: 2,
      err: 'The duty comes last. irotool done K1 invite\n',
    });
  });

  it.each([
    ['done K1 "papers to the IRO"', 'Papers to the IRO'],
    ['done K1 papers to the iro', 'Papers to the IRO'],
    ['done K1 invitations', 'Send the invitations'],
  ])('takes a duty in the words of its row, or a part that no other has: %s', async (line, duty) => {
    const { run } = await withChildren('K1');
    const { code, out } = await run(line);
    expect([code, out]).toEqual([0, `K1  ${duty}: done on Friday 13 March 2026, in time.\n`]);
  });

  it('explains a duty called by its words too', async () => {
    const { run } = await withChildren('K1');
    expect((await run('explain K1 papers')).out).toBe((await run('explain K1 documents')).out);
  });

  it('refuses words that several duties have, and names those of the child’s own', async () => {
    const { run, db } = await withChildren('K1');
    const before = everything(db);
    const { code, err, out } = await run('done K1 review');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^"review" may be \d duties: /);
    expect(err).toContain('child-consult (Talk with the child about the review)');
    expect(err).toContain('Type one of them: irotool done K1 ');
    expect(everything(db)).toBe(before);
  });

  it('takes several duties of several children, and saves none if one is not owed', async () => {
    const { run, db } = await withChildren('K1', 'K2');
    const before = everything(db);
    expect((await run('done K1 K2 invite documents midway-check')).code).toBe(1);
    expect((await run('done K1 K9 invite documents')).err).toContain('There is no child "K9"');
    expect((await run('done K1 invite nonsense')).err).toContain('There is no duty "nonsense"');
    expect(everything(db)).toBe(before);
    const { out } = await run('done K1 K2 invite documents');
    expect(out.split('\n').map((line) => line.slice(0, 20))).toEqual([
      'K1  Send the invitat',
      'K1  Papers to the IR',
      'K2  Send the invitat',
      'K2  Papers to the IR',
      '',
    ]);
  });

  it('without a terminal names the duty that is missing', async () => {
    const { run } = await withChildren('K1');
    expect(await run('done K1')).toMatchObject({
      code: 2,
      err: 'done takes one or more references and then the duty. irotool done K1 child-consult\n',
    });
  });

  it('refuses a day before the duty arose, or one that has not come', async () => {
    const { run } = await withChildren('K1');
    expect((await run('done K1 invite --on 2026-03-01')).err).toContain(
      'has been asked for since Monday 2 March 2026 only',
    );
    expect((await run('done K1 invite --on 2026-03-14')).err).toContain('14 March 2026 has not come yet');
  });

  it('says what to type if a meeting’s day has passed', async () => {
    const { run } = await withChildren('K1');
    expect((await run('done K1 say-what-happened')).err).toContain('irotool review hold K1');
  });

  it('prints its answer with --quiet, and nothing else', async () => {
    const { run } = await withChildren('K1');
    const { out, err } = await run('done K1 invite --on 12/3 --quiet');
    expect(err).toBe('');
    expect(out).toContain('Send the invitations: done');
  });
});

it('what was done late is said to be late by so many days wherever it is shown', async () => {
  const { run } = await unit('york', [
    'new-review --ref K1 --name "Kim Roe" --born 2012-05-02 --looked-after 2026-03-02 --iro "A Khan" --meeting "2026-03-27 10:00" --today 2026-03-02 --yes',
  ]);
  // Due on Friday 13 March.
  const { out } = await run('done K1 invite --on 2026-03-17 --today 2026-03-17');
  expect(flat(out)).toContain(
    'done on Tuesday 17 March 2026, 2 working days late (it was due 13 March 2026).',
  );
  const shown = async (line: string): Promise<string> => flat((await run(`${line} --today 2026-03-18`)).out);
  expect(await shown('review show K1')).toMatch(/done Send the invitations Fri 13 Mar Tue 17 Mar, late 2/);
  expect(await shown('child show K1 --history')).toContain('done Tue 17 Mar, 2 days late');
  expect(await shown('explain K1 invite')).toContain('met on Tuesday 17 March 2026, 2 working days late');
});
