import { describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { type Answer, unit } from '../support/harness';

interface Next {
  readonly what: string;
  readonly duty: string | null;
  readonly due: string | null;
  readonly who: string | null;
  readonly command: string;
}

/** K1, looked after since Monday 2 March 2026: the first review is due on Monday 30 March. */
async function withChild({ pack = 'england', rest = '--iro "A Khan"' } = {}) {
  const made = await unit(pack);
  const run = async (line: string | readonly string[]): Promise<Answer> => {
    const answer = await made.run(line);
    if (answer.code !== 0) throw new Error(`${line}: ${answer.err}`);
    return answer;
  };
  await run(
    `new-review --ref K1 --name "Child One" --born 2015-05-02 --looked-after 2026-03-02 --social-worker "S Jones" ${rest} --today 2026-03-02 --yes`,
  );
  const next = async (today: string): Promise<Next | null> => {
    const json = JSON.parse((await run(`review next K1 --json --today ${today}`)).out) as {
      next: Next | null;
    };
    return json.next;
  };
  return { ...made, run, next };
}

describe('review next', () => {
  it('says what, whose it is, when it is due and how late it is, and what to type', async () => {
    const { run } = await withChild();
    await run('review plan K1 --meeting "27/3 10:00" --on 4/3');
    const today = '--today 2026-03-16';
    for (const step of ['child-consult', 'sw-iro-discuss']) await run(`done K1 ${step} --on 2026-03-05`);
    await run('review prepare K1 --list-returned 2026-03-06');
    expect(await run(`review next K1 ${today}`)).toEqual({
      code: 0,
      err: '',
      out: [
        'K1/1: Send the invitations (unit), due Friday 13 March 2026, 1 working day late.',
        '  irotool review prepare K1 --invited today',
        '',
      ].join('\n'),
    });
    expect(JSON.parse((await run(`review next K1 --json ${today}`)).out)).toEqual({
      schema: 1,
      child: { ref: 'K1' },
      next: {
        what: 'Send the invitations',
        duty: 'invite',
        due: '2026-03-13',
        who: 'unit',
        command: 'irotool review prepare K1 --invited today',
        planBy: null,
      },
    });
  });

  it('names the review for which a meeting is to be planned', async () => {
    const { run } = await withChild();
    expect((await run('review next K1')).out).toBe(
      [
        'K1/1: Plan the review (unit): “Hold the first review” is due Monday 30 March',
        '2026, in 11 working days.',
        'To invite in time, plan it by Monday 16 March.',
        '  irotool review plan K1 --suggest',
        '',
      ].join('\n'),
    );
  });

  it('says until when there is nothing to do, and null if others read it', async () => {
    const { run, next } = await withChild();
    await run('review plan K1 --meeting "27/3 10:00" --on 4/3');
    await run(
      'review prepare K1 --child-consulted 5/3 --discussed 5/3 --invited 9/3 --seen 12/3 --documents all',
    );
    expect((await run('review next K1')).out).toBe(
      'K1: nothing to do until Friday 27 March 2026 (the meeting).\n',
    );
    expect(await next('2026-03-13')).toBeNull();
    expect((await next('2026-03-27'))?.what).toBe('Hold the review');
  });

  it('asks what happened at a meeting that has passed, and how else to answer', async () => {
    const { run } = await withChild();
    await run('review plan K1 --meeting "10/3/2026 10:00" --on 4/3');
    const { out } = await run('review next K1');
    expect(out).toBe(
      [
        'K1/1: Say what happened at the planned meeting (unit).',
        'Where it was adjourned: irotool review adjourn K1. Where it did not take place:',
        '  irotool review cancel K1',
        'CODE is the participation code, PN1 to PN7.',
        '  irotool review hold K1 --on 2026-03-10 --code CODE',
        '',
      ].join('\n'),
    );
  });

  it('has nothing to say of a child to whom nothing has happened, and changes nothing', async () => {
    const { run, db } = await withChild();
    await run('child add --ref K2');
    const before = everything(db);
    expect((await run('review next K2')).out).toBe('K2: nothing to do.\n');
    await run('review next K1');
    expect(everything(db)).toBe(before);
  });

  it('refuses a reference there is not', async () => {
    const made = await unit();
    expect(await made.run('review next K9')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('There is no child "K9".'),
    });
  });

  it('looks at each child alone', async () => {
    const { run } = await withChild();
    await run(
      'new-review --ref K2 --name "Child Two" --born 2023-05-02 --looked-after 2026-03-02 --meeting 2026-03-10 --today 2026-03-02 --yes',
    );
    expect((await run('review next K1')).out).toContain('review plan K1');
    expect((await run('review next K2')).out).toContain('irotool review hold K2 --on 2026-03-10 --code PN0');
  });
});

describe('a copy of the record', () => {
  /** A review held on 27 March with its record complete: only the copies are left. */
  async function withRecord() {
    const made = await withChild();
    const { run } = made;
    await run(
      'child link K1 "Ann Parent" --role parent --relationship mother --responsibility yes --from 2026-03-02',
    );
    await run('child link K1 "Cy Carer" --role carer --from 2026-03-02');
    const after = '--today 2026-04-20';
    await run(`record K1 review-held code=PN1 attended=child,carer,social-worker --on 2026-03-27 ${after}`);
    const steps = ['decisions-sent', 'decisions-received', 'care-plan-updated', 'record-completed'];
    for (const kind of steps) await run(`record K1 ${kind} --on 2026-04-01 ${after}`);
    await run(`record K1 manager-responded answer=agreed --on 2026-04-02 ${after}`);
    return { ...made, after };
  }

  it('goes to all who attended at once, and then to each about whom it has to be decided', async () => {
    const { run, next, after } = await withRecord();
    expect(await next('2026-04-20')).toMatchObject({
      duty: 'record-distribute',
      command: 'irotool review distribute K1 --all',
    });
    await run(`review distribute K1 --all ${after} --yes`);
    expect((await next('2026-04-20'))?.command).toBe(
      'irotool review distribute K1 mother --record RECORD --why "WHY" --decided-by NAME',
    );
    await run(
      `review distribute K1 mother --record part --why "She did not attend" --decided-by "S Jones and A Khan" ${after} --yes`,
    );
    expect((await next('2026-04-20'))?.duty).not.toBe('record-distribute');
  });
});

describe('following it', () => {
  /** What a person would put in the place of the words in capitals. */
  const answers = (command: string, today: string): string =>
    command
      .replace('irotool ', '')
      .replace('review plan K1 --suggest', 'review plan K1 --meeting "2026-03-27 10:00" --venue School')
      .replace(/^iro allocate K1$/, 'iro allocate K1 "A Khan"')
      .replace('--code CODE', '--code PN1 --attended child,social-worker')
      .replace('--response ANSWER', '--response agreed')
      .replace(/^review monitor K1$/, 'review monitor K1 --drift no')
      .replace('"FINDINGS"', '"On course"')
      .concat(` --yes --today ${today}`);

  it.each(['england', 'york'])(
    'takes a first review of the pack %s from its IRO to the last copy',
    async (pack) => {
      const { run, next } = await withChild({ pack, rest: '' });
      await run('person add --name "A Khan" --role iro');
      const done: string[] = [];
      const follow = async (today: string): Promise<void> => {
        for (let step = await next(today); step !== null; step = await next(today)) {
          if (step.duty === 'review-second') return;
          // Each command takes the child on: the same step twice would be no step at all.
          expect(done).not.toContain(step.command);
          done.push(step.command);
          await run(answers(step.command, today));
        }
      };
      for (const today of ['2026-03-03', '2026-03-27', '2026-03-30']) await follow(today);
      expect(done.map((command) => command.replace('irotool ', ''))).toEqual([
        'iro allocate K1',
        'review plan K1 --suggest',
        ...(pack === 'york' ? ['review prepare K1 --notified today'] : []),
        'review prepare K1 --child-consulted today',
        'review prepare K1 --list-returned today',
        'review prepare K1 --discussed today',
        'review prepare K1 --invited today',
        'review prepare K1 --documents all',
        'review prepare K1 --seen today',
        'review hold K1 --on 2026-03-27 --code CODE',
        'review after K1 --decisions-sent today',
        'review after K1 --received today',
        'review after K1 --response ANSWER',
        ...(pack === 'york' ? ['review monitor K1'] : []),
        'review after K1 --care-plan-updated today',
        'review after K1 --record-completed today',
        'review distribute K1 --all',
      ]);
      expect((await next('2026-03-30'))?.command).toBe('irotool review plan K1 --suggest');
      const { deadlines } = JSON.parse((await run('child show K1 --json --today 2026-03-30')).out) as {
        deadlines: { rule: string; standing: string }[];
      };
      const notMet = deadlines.filter(({ standing }) => standing !== 'met');
      expect(notMet.map(({ rule }) => rule)).toEqual(['review-second']);
    },
  );

  it('gives a command that works on the day on which the review before was held', async () => {
    const { run, next } = await withChild({ pack: 'york' });
    await run('review hold K1 --on 2026-03-27 --code PN1 --next-meeting "10/4 10am" --today 2026-03-27');
    const today = '--today 2026-03-27';
    for (const flag of ['--notified', '--child-consulted', '--list-returned', '--discussed', '--invited']) {
      const step = await next('2026-03-27');
      expect(step?.command).toBe(`irotool review prepare K1 --review 2 ${flag} today`);
      await run(`${step!.command.replace('irotool ', '')} ${today}`);
    }
    expect((await next('2026-03-27'))?.what).not.toBe('Send the invitations');
  });

  it('names the review that was called early, which has no day', async () => {
    const { run } = await withChild();
    await run('review hold K1 --on 2026-03-16 --code PN1 --today 2026-03-16');
    await run(
      'review call-early K1 --asked-by mother --reason contact --decision granted --why x --on 2026-03-17 --today 2026-03-17',
    );
    expect((await run('review next K1 --today 2026-03-17')).out).toBe(
      'K1/2: Plan the review (unit): “Hold the review that the IRO called early”.\n  irotool review plan K1 --suggest\n',
    );
  });

  it('of several children says what is next for each, and refuses one who is named twice', async () => {
    const { run, next } = await withChild();
    await run(
      'new-review --ref K2 --name "Child Two" --born 2016-05-02 --looked-after 2026-03-02 --iro "A Khan" --sibling K1 --today 2026-03-02 --yes',
    );
    const today = '--today 2026-03-16';
    const apart = [await run(`review next K1 ${today}`), await run(`review next K2 ${today}`)];
    expect((await run(`review next K1 K2 ${today}`)).out).toBe(apart.map(({ out }) => out).join(''));
    expect(JSON.parse((await run(`review next K1 K2 --json ${today}`)).out)).toMatchObject([
      { child: { ref: 'K1' }, next: await next('2026-03-16') },
      { child: { ref: 'K2' } },
    ]);
    await expect(run(`review next K1 k1 ${today}`)).rejects.toThrow(
      'K1 is named twice. Name each child once.',
    );
  });
});
