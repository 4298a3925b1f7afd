/** Adoption, secure accommodation, remand and pathway plans, as the person whose work it is types them. */
import { describe, expect, it } from 'vitest';
import { unit } from '../support/harness';
import { flat } from '../support/said';

const CARE = [
  'person add --name "A Khan" --role iro --today 2026-01-05',
  'new-review --ref K1 --name "Zed Quill" --born 2010-01-04 --looked-after 2026-01-05 --basis E1 --iro "A Khan" --social-worker "Jo Smith" --yes --today 2026-01-05',
  'child link K1 "Jane Quill" --role parent --relationship mother --responsibility yes --today 2026-01-05',
  'child link K1 "Ada Marsh" --role adopter --tag adopter --today 2026-01-05',
  'child link K1 "Pat Dale" --role personal-adviser --tag adviser --today 2026-01-05',
];
const PANEL =
  'secure panel K1 --members "Al Ash,Bo Elm,Cy Oak" --chair "Al Ash" --independent "Cy Oak" --on 2026-02-02';

async function typed(lines: readonly string[], line: string): Promise<[code: number, said: string]> {
  const { run } = await unit('england', [...CARE, ...lines]);
  const { code, out, err } = await run(`${line} --today 2026-03-06 --yes`);
  return [code, flat(out + err)];
}

describe('an adoption review', () => {
  const AUTHORISED = ['adoption authorised K1 --by placement-order --on 2026-01-06 --yes'];
  const PLACED = [...AUTHORISED, 'adoption placed K1 --with adopter --on 2026-03-02 --yes'];

  it('of a child who waits to be placed asks whether the meeting was both reviews', async () => {
    const [code, said] = await typed(AUTHORISED, 'adoption review K1 --on 2026-03-05');
    expect([code, said]).toEqual([2, expect.stringContaining('Missing: --both yes|no')]);
  });

  it('of a child who is placed is never the looked-after review too', async () => {
    const [code, said] = await typed(PLACED, 'adoption review K1 --on 2026-03-05 --both yes');
    expect([code, said]).toEqual([1, expect.stringContaining('adoption reviews alone')]);
  });

  it('considers adoption support once the child is placed, and not before', async () => {
    expect((await typed(PLACED, 'adoption show K1'))[1]).toContain('adoption support, and whether');
    expect((await typed(AUTHORISED, 'adoption show K1'))[1]).not.toContain('adoption support');
  });

  it('is not spoken of any more once the child is adopted', async () => {
    const adopted = [
      ...PLACED,
      'adoption order K1 --consent unopposed --on 2026-03-05 --today 2026-03-05 --yes',
    ];
    const [, said] = await typed(adopted, 'adoption show K1');
    expect(said).toContain('adopted on Thursday 5 March 2026');
    expect(said).not.toContain('THE NEXT ADOPTION REVIEW');
  });

  it('is of no child who was matched after being placed', async () => {
    const both = 'adoption placed K1 --with adopter --matched 2026-03-03 --on 2026-03-02';
    const refusal = expect.stringContaining('was placed for adoption on 2 March 2026, before the match');
    expect(await typed(AUTHORISED, both)).toEqual([1, refusal]);
    expect(await typed(PLACED, 'adoption placed K1 --with adopter --matched 2026-03-03')).toEqual([
      1,
      refusal,
    ]);
  });

  it('follows a match and a placement that are typed at once, each with its day', async () => {
    const both = 'adoption placed K1 --with adopter --matched 2026-02-16 --on 2026-03-02';
    const [code, said] = await typed(AUTHORISED, both);
    expect([code, said]).toEqual([0, expect.stringContaining('placed for adoption on Monday 2 March 2026')]);
    expect(said).toContain('matched with adopters on Monday 16 February 2026');
  });

  it('after a placement that ended has its two days said', async () => {
    const [, said] = await typed(PLACED, 'adoption placement-ended K1 --on 2026-03-05');
    expect(said).toContain('not before Thursday 2 April 2026, and by Thursday 16 April 2026');
  });

  it('has a birth parent invited or not by a decision with its reason, who is then asked for their views', async () => {
    const decided = 'adoption parent K1 mother --answer not-invited --why "She asks not to"';
    expect(await typed(AUTHORISED, decided)).toEqual([
      1,
      expect.stringContaining('review not-invite K1 mother'),
    ]);
    expect((await typed(PLACED, 'adoption parent K1 mother --answer invited'))[1]).toContain('--why');
    const [, list] = await typed([...PLACED, `${decided} --on 2026-03-05`], 'review participants K1');
    expect(list).toContain('mother Jane Quill consulted; She asks not to');
  });
});

describe.each([
  [[], 'adoption placed K1 --with mother', 'mother is not recorded as an adopter'],
  [[], 'adoption visit K1', 'is not placed for adoption'],
  [
    [],
    'secure review K1 --outcome stays --criteria yes --necessary yes --other no --reasons x',
    'not in secure',
  ],
  [[], 'secure panel K1 --members "A,B" --chair A --independent B', 'at least three people'],
  [[], 'secure panel K1 --members "A,A,B" --chair A --independent B', 'at least three people'],
  [[], 'secure panel K1 --members "A Khan,B,C" --chair "A Khan" --independent C', 'IRO does not chair'],
  [[], 'secure panel K1 --members "A,B,C" --chair A --independent D', 'D is not among --members'],
  [
    ['secure placed K1 --on 2026-02-02 --yes'],
    'secure review K1 --outcome stays --criteria yes --necessary yes --other no --reasons x',
    'no panel is recorded',
  ],
  [
    ['secure placed K1 --on 2026-02-02 --yes', PANEL],
    'secure review K1 --outcome stays --criteria no --necessary yes --other no --reasons x',
    'the criteria no longer apply',
  ],
  [['secure placed K1 --on 2026-02-02 --yes'], 'secure placed K1', 'in secure accommodation already'],
  [[], 'pathway review K1 --held 2026-03-05', 'no pathway plan stands'],
  [[], 'pathway plan K1 --made 2010-01-03', 'was born on 4 January 2010'],
  [['pathway plan K1 --made 2026-03-02 --yes'], 'pathway plan K1 --made 2026-03-05', 'and stands'],
  [[], 'pathway plan K1 --adviser mother', 'not recorded as a personal adviser'],
  [[], 'child remand K1 --plan care-plan', 'no remand is recorded'],
  [
    ['child remand K1 --to youth-detention --on 2026-03-02 --yes'],
    'child remand K1 --plan care-plan',
    'is for the other',
  ],
] as const)('after %j, %s', (lines, line, refusal) => {
  it(`is refused: ${refusal}`, async () => {
    const [code, said] = await typed(lines, line);
    expect([code === 0, said]).toEqual([false, expect.stringContaining(refusal)]);
  });
});

it('a secure review is told until child and parents know of it', async () => {
  const held = [
    'secure placed K1 --on 2026-02-02 --yes',
    PANEL,
    'secure review K1 --outcome stays --criteria yes --necessary yes --other no --reasons "Not safe yet" --views child,mother --on 2026-03-02 --yes',
  ];
  expect((await typed(held, 'secure show K1'))[1]).toContain('Nobody is recorded as told the outcome');
  const told = [...held, 'secure review K1 --told child,mother --on 2026-03-04 --yes'];
  const [, said] = await typed(told, 'secure show K1');
  expect(said).not.toContain('Nobody is recorded');
  expect(said).toContain('Next secure review');
});

it('a pathway plan is to be made once the needs are assessed', async () => {
  const assessed = ['pathway plan K1 --assessed 2026-02-02 --yes'];
  expect((await typed([], 'pathway show K1'))[1]).toContain('pathway plan K1 --assessed DATE');
  expect((await typed(assessed, 'pathway show K1'))[1]).toContain('pathway plan K1 --made DATE');
});

it('a day that is of none of the steps that were typed is refused, and not passed over', async () => {
  const line = 'pathway plan K1 --assessed 2026-02-02 --made 2026-02-09 --on 2026-02-16';
  expect(await typed([], line)).toEqual([2, expect.stringContaining('Leave out --on')]);
});

it('a pathway plan is reviewed after care too', async () => {
  const lines = [
    'pathway plan K1 --adviser adviser --assessed 2026-02-02 --views child,adviser --made 2026-02-03 --yes',
    'child left K1 --on 2026-03-02 --reason E8 --unplanned --yes',
  ];
  const [code, said] = await typed(
    lines,
    'pathway review K1 --held 2026-03-05 --views child --adviser-came yes',
  );
  expect([code, said]).toEqual([
    0,
    expect.stringContaining('Saturday 5 September 2026: Review the pathway plan'),
  ]);
});
