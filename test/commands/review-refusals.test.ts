/** What a review and its IRO cannot be, refused with the message and exit code, and nothing changed by it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { unit } from '../support/harness';

type Made = Awaited<ReturnType<typeof unit>>;
let made: Made;

const line = (err: string): string => err.replaceAll(/\s+/g, ' ').trim();

/**
 * On Friday 13 March 2026: K1, ten, with a meeting on 16 March; F1, four yesterday, and F2, four today; A1, whose
 * review was adjourned on 10 March with three changes proposed at it; L1, in long-term fostering for nine months.
 */
beforeAll(async () => {
  made = await unit('york');
  const type = async (words: string): Promise<void> => {
    const { code, err } = await made.run(words);
    if (code !== 0) throw new Error(`${words}: ${err}`);
  };
  await type('person add --name "A Khan" --role iro');
  await type('person add --name "B Lee" --role iro');
  const child = (ref: string, born: string, more = ''): Promise<void> =>
    type(
      `new-review --ref ${ref} --name "Child One" --born ${born} --looked-after 2026-02-16 --basis V2 --today 2026-02-16 --new --yes ${more}`,
    );
  await child('K1', '2015-05-02', '--iro "A Khan"');
  await child('N1', '2015-05-02');
  await child('F1', '2022-03-12');
  await child('F2', '2022-03-13');
  await child('A1', '2013-01-01');
  await child('L1', '2013-01-01');
  await type('child link K1 "Jane One" --role parent --relationship mother --from 2026-02-16');
  await type('review plan K1 --meeting "2026-03-16 10:00" --on 2026-02-17');
  await type('child moved A1 --to U6 --on 2026-02-17');
  for (const kind of ['placement-end', 'placement-with-parents', 'care-plan', 'end-of-accommodation']) {
    await type(`review before-change A1 --kind ${kind} --on 2026-03-09`);
  }
  await type('review adjourn A1 --on 2026-03-10 --reason "No interpreter"');
  await type('record L1 long-term-foster-designated --on 2026-02-16');
});

type Refusal = readonly [typed: string, exit: number, message: string];

const refuses = (what: string, refusals: readonly Refusal[]): void => {
  describe(what, () => {
    it.each(refusals)('%s: exit %i', async (typed, exit, message) => {
      const before = everything(made.db);
      const { code, out, err } = await made.run(`${typed} --yes`);
      expect(line(err)).toContain(message);
      expect(code).toBe(exit);
      expect(out).toBe('');
      expect(err).not.toMatch(/Child One|Jane/);
      expect(everything(made.db)).toBe(before);
    });
  });
};

const LATE = 'Choose an earlier day, or say why and who agreed: --late-because "…" --agreed-by NAME';
refuses('a plan after the day it is due', [
  [
    'review plan K1 --meeting "2026-03-17 10:00"',
    1,
    `Monday 16 March 2026, when "Hold the first review" is due. ${LATE}`,
  ],
  ['review plan K1 --meeting "2026-03-17 10:00" --late-because Ill', 1, '--agreed-by'],
  ['review plan K1 --meeting "2026-03-17 10:00" --agreed-by Boss', 1, '--late-because'],
  [
    'review plan K1 --meeting "2026-03-17 10:00" --late-because "" --agreed-by Boss',
    2,
    '--late-because is empty.',
  ],
  // An adjourned review is completed within twenty working days.
  [
    'review plan A1 --meeting "2026-04-10 10:00"',
    1,
    `Thursday 9 April 2026, when "Complete the adjourned review" is due. ${LATE}`,
  ],
]);

refuses('a participation code on either side of the fourth birthday', [
  [
    'review hold F1 --on 2026-03-13 --code PN0',
    1,
    'F1 was 4 on 13 March 2026, and PN0 is for a child under 4. Nothing was saved. Choose from PN1 to PN7.',
  ],
  [
    'review hold F1 --on 2026-03-11 --code PN1',
    1,
    'F1 was 3 on 11 March 2026, and PN1 is for a child of 4 or over. Nothing was saved. Use PN0.',
  ],
  ['review hold F2 --on 2026-03-12 --code PN7', 1, 'F2 was 3 on 12 March 2026'],
  ['record F1 review-held code=PN0 --on 2026-03-13', 1, 'Choose from PN1 to PN7.'],
]);

it('accepts either code on the fourth birthday itself', async () => {
  for (const [ref, code] of [
    ['F2', 'PN0'],
    ['F1', 'PN1'],
  ] as const) {
    const on = ref === 'F2' ? '2026-03-13' : '2026-03-12';
    const held = await made.run(`review hold ${ref} --on ${on} --code ${code} --yes`);
    expect([held.code, held.err]).toEqual([0, expect.any(String)]);
  }
});

const REG_36 =
  'and the review that sat on 10 March 2026 is adjourned: nothing that was proposed may be carried out until it is completed (Care Planning Regulations 2010, reg 36(2)). Nothing was saved.';
refuses('while a review is adjourned, what was proposed at it', [
  ['child moved A1 --to U1', 1, `A1: the end of the placement was proposed on 9 March 2026, ${REG_36}`],
  ['record A1 placement-ended', 1, REG_36],
  ['record A1 placed-with-parents', 1, REG_36],
  ['record A1 care-plan-changed', 1, REG_36],
  ['child left A1 --on 2026-03-13 --reason E4A', 1, REG_36],
  ['record A1 ceased-looked-after', 1, REG_36],
]);

refuses('a cancellation without why, or who agreed', [
  ['review cancel K1 --agreed-by Boss', 2, 'Missing: --reason'],
  ['review cancel K1 --reason Ill', 2, 'Missing: --agreed-by'],
]);

refuses('reviews without a meeting before a year of long-term fostering', [
  [
    'review no-meeting L1 --factors Settled',
    1,
    'L1: the long-term foster placement is not yet more than a year old.',
  ],
  [
    'review no-meeting K1 --factors Settled',
    1,
    'K1: the child is not recorded as in designated long-term fostering on 13 March 2026',
  ],
]);

refuses('an IRO who is not independent', [
  ['iro allocate N1 "B Lee" --independent no', 1, 'B Lee cannot be the IRO of N1'],
  ['iro change K1 "B Lee" --reason Left --independent no', 1, 'reg 46(3)'],
  [
    'record N1 iro-allocated "iro=B Lee" independent=no',
    1,
    'N1: someone who is not independent cannot be the IRO (Care Planning Regulations 2010, reg 46(3)). Nothing was saved.',
  ],
  ['record K1 iro-changed "iro=B Lee" independent=no', 1, 'reg 46(3)'],
]);

refuses('a word that is on no list', [
  [
    'review plan K1 --meeting 16/3/2026 --mode banana',
    2,
    '--mode is one of in-person, hybrid, remote; not "banana".',
  ],
  ['record K1 iro-saw-child outcome=hidden', 2, 'hidden'],
]);
