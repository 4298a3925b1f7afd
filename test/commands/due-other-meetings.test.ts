/** Secure reviews, pathway reviews and adoption reviews on the morning's list, as reviews and conferences are. */
import { describe, expect, it } from 'vitest';
import { unit } from '../support/harness';

const KIM =
  'new-review --ref K1 --name "Kim North" --born 2009-06-14 --looked-after 2026-01-05 --iro "A Khan" --social-worker "S Jones" --today 2026-01-05 --yes';
const SECURE = 'secure placed K1 --on 2026-03-02 --today 2026-03-02 --yes';
const PLAN_MADE = 'pathway plan K1 --made 2026-03-02 --today 2026-03-02 --yes';
const SECURE_PLAN =
  'secure plan K1 --meeting 2026-03-26 --time 14:00 --venue "Oak House" --on 2026-03-10 --today 2026-03-10 --yes';
const PATHWAY_PLAN =
  'pathway review K1 --meeting 2026-08-20 --time 10:00 --venue "The Hub" --on 2026-08-03 --today 2026-08-03 --yes';

interface List {
  readonly meetings: readonly { what: string; meeting: string; time: string }[];
  readonly toPlan: readonly { rule: string; planBy: string; command: string }[];
  readonly actions: readonly { action: string }[];
}

/** What the list of a day has of a kind of meeting, and as it is shown. */
async function morning(lines: readonly string[], today: string): Promise<List & { readonly shown: string }> {
  const { run } = await unit('england', lines);
  const { out } = await run(`due --today ${today} --json`);
  return { ...(JSON.parse(out) as List), shown: (await run(`due --today ${today}`)).out };
}
const asked = (list: List): string[] =>
  list.actions.map(({ action }) => action).filter((id) => id.endsWith('-passed'));
const toPlan = (list: List, rule: string): List['toPlan'] => list.toPlan.filter((each) => each.rule === rule);

describe('a secure review', () => {
  it('is to be planned in the week it is due, until it is', async () => {
    expect(toPlan(await morning([KIM, SECURE], '2026-03-26'), 'secure-first')).toEqual([]);
    const list = await morning([KIM, SECURE], '2026-03-27');
    expect(toPlan(list, 'secure-first')).toMatchObject([
      { planBy: '2026-04-02', command: 'irotool secure plan K1 --meeting DATE' },
    ]);
    expect(list.shown.replaceAll(/\s+/g, ' ')).toContain('Plan the first secure accommodation review');
    expect(toPlan(await morning([KIM, SECURE, SECURE_PLAN], '2026-03-27'), 'secure-first')).toEqual([]);
  });

  it('is among the meetings of its day, and after it is asked about until it is held', async () => {
    const lines = [KIM, SECURE, SECURE_PLAN];
    const list = await morning(lines, '2026-03-26');
    expect(list.meetings).toMatchObject([{ what: 'secure review', meeting: '2026-03-26', time: '14:00' }]);
    expect(list.shown).toMatch(/2pm +K1 KN secure review +Oak House +its panel/);
    expect(asked(list)).toEqual([]);
    const after = await morning(lines, '2026-03-27');
    expect(after.meetings).toEqual([]);
    expect(asked(after)).toEqual(['secure-review-passed']);
    const held = 'record K1 secure-review-held outcome=stays --on 2026-03-26 --today 2026-03-26 --yes';
    expect(asked(await morning([...lines, held], '2026-03-27'))).toEqual([]);
    const ended = 'secure ended K1 --on 2026-03-25 --today 2026-03-25 --yes';
    expect((await morning([...lines, ended], '2026-03-26')).meetings).toEqual([]);
  });

  it('is planned on the day of the one before, for a later day', async () => {
    const held = 'record K1 secure-review-held outcome=stays --on 2026-03-26 --today 2026-03-26 --yes';
    const next = 'secure plan K1 --meeting 2026-06-18 --time 11:00 --on 2026-03-26 --today 2026-03-26 --yes';
    const list = await morning([KIM, SECURE, SECURE_PLAN, held, next], '2026-06-18');
    expect(list.meetings).toMatchObject([{ what: 'secure review', meeting: '2026-06-18', time: '11:00' }]);
    expect(toPlan(list, 'secure-later')).toEqual([]);
  });
});

describe('a pathway review', () => {
  it('is to be planned in the week it is due, until it is', async () => {
    const list = await morning([KIM, PLAN_MADE], '2026-08-28');
    expect(toPlan(list, 'pathway-review')).toMatchObject([
      { planBy: '2026-09-02', command: 'irotool pathway review K1 --meeting DATE' },
    ]);
    expect(list.shown.replaceAll(/\s+/g, ' ')).toContain(
      'Plan the review of the pathway plan: it is due Wednesday 2 September.',
    );
    expect(toPlan(await morning([KIM, PLAN_MADE], '2026-08-26'), 'pathway-review')).toEqual([]);
    expect(toPlan(await morning([KIM, PLAN_MADE, PATHWAY_PLAN], '2026-08-28'), 'pathway-review')).toEqual([]);
  });

  it('is among the meetings of its day, and after it is asked about, in care and after it', async () => {
    const left = 'child left K1 --on 2026-08-10 --reason E8 --today 2026-08-10 --yes';
    for (const lines of [
      [KIM, PLAN_MADE, PATHWAY_PLAN],
      [KIM, PLAN_MADE, PATHWAY_PLAN, left],
    ]) {
      const list = await morning(lines, '2026-08-20');
      expect(list.meetings).toMatchObject([{ what: 'pathway review', meeting: '2026-08-20', time: '10:00' }]);
      expect(list.shown).toMatch(/10am +K1 KN pathway review +The Hub +S Jones/);
      expect(asked(await morning(lines, '2026-08-21'))).toEqual(['pathway-review-passed']);
    }
  });

  it('stays among the meetings after the 18th birthday, and a secure review does not', async () => {
    const born = KIM.replace('2009-06-14', '2008-03-20');
    const made = PLAN_MADE;
    const planned =
      'pathway review K1 --meeting 2026-03-26 --time 10:00 --on 2026-03-10 --today 2026-03-10 --yes';
    const list = await morning([born, SECURE, SECURE_PLAN, made, planned], '2026-03-26');
    expect(list.meetings).toMatchObject([{ what: 'pathway review' }]);
    const passed = await morning([born, SECURE, SECURE_PLAN, made, planned], '2026-03-27');
    expect(asked(passed)).toEqual(['pathway-review-passed']);
  });
});

describe('the list of planned meetings', () => {
  it('has reviews, secure reviews and pathway reviews by day, and doctor finds the same', async () => {
    const { run } = await unit('england', [
      KIM,
      SECURE,
      PLAN_MADE,
      SECURE_PLAN,
      'review plan K1 --meeting "2026-03-30 09:30" --venue "School" --late-because "No room" --agreed-by "B Boss" --on 2026-03-11 --today 2026-03-11 --yes',
      'pathway review K1 --meeting 2026-04-09 --on 2026-03-11 --today 2026-03-11 --yes',
    ]);
    const { out } = await run('review list --today 2026-03-12 --json');
    expect((JSON.parse(out) as List).meetings.map(({ what, meeting }) => [what, meeting])).toEqual([
      ['secure review', '2026-03-26'],
      ['review', '2026-03-30'],
      ['pathway review', '2026-04-09'],
    ]);
    expect((await run('review list --today 2026-03-12')).out).toMatch(
      /THURSDAY 26 MARCH\n 2pm +in time +K1 KN secure review/,
    );
    expect((await run('doctor --today 2026-03-12')).code).toBe(0);
  });
});

it('an adoption review is planned as every review is: it is on the morning’s list and in the list of meetings', async () => {
  const list = await morning(
    [
      KIM.replace('2009-06-14', '2024-06-14'),
      'adoption authorised K1 --on 2026-01-12 --by placement-order --today 2026-01-12 --yes',
      'adoption placed K1 --on 2026-02-02 --today 2026-02-02 --yes',
      'review plan K1 --meeting "2026-02-26 13:00" --on 2026-02-03 --today 2026-02-03 --yes',
    ],
    '2026-02-26',
  );
  expect(list.meetings).toMatchObject([{ what: 'review', meeting: '2026-02-26', time: '13:00' }]);
  expect(toPlan(list, 'adoption-first-placed')).toEqual([]);
});
