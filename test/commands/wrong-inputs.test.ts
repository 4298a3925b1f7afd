/**
 * What cannot be is refused by every command of conferences, adoption, secure accommodation, pathway plans, remand,
 * disputes, visits and the review mechanism, in one line and with the next thing to type, and nothing is changed. Each line
 * is typed as it should be, which is taken once and not twice; then with each thing wrong that can be wrong with it.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { folder, irotool, unit, words } from '../support/harness';
import { flat } from '../support/said';

const people = (ref: string): string[] => [
  `child link ${ref} "Jane One" --role parent --relationship mother --responsibility yes --today 2025-06-02`,
  `child link ${ref} "Hetty Vis" --role health --tag health --today 2025-06-02`,
  `child link ${ref} "Ada Marsh" --role adopter --tag adopter --today 2025-06-02`,
  `child link ${ref} "Pat Dale" --role personal-adviser --tag adviser --today 2025-06-02`,
  `child link ${ref} "Una Gone" --role relative --relationship aunt --today 2025-06-02`,
  `child unlink ${ref} aunt --today 2025-09-01`,
];
const inCare = (ref: string): string[] => [
  `new-review --ref ${ref} --name "Child ${ref}" --born 2009-06-02 --looked-after 2025-06-02 --basis E1 --iro "A Khan" --social-worker "Jo Smith" --new --today 2025-06-02`,
  ...people(ref),
];
const typed = (lines: readonly string[], day: string): string[] =>
  lines.map((line) => `${line} --today ${day}`);
const then = (...lines: readonly [line: string, day: string][]): ((ref: string) => string[]) => {
  return (ref) => [...inCare(ref), ...lines.flatMap(([line, day]) => typed([line.replace('REF', ref)], day))];
};

/** Children in whom the next thing can happen, by reference; each has a twin, with -D, who died on 2 March 2026. */
const CHILDREN: Readonly<Record<string, (ref: string) => string[]>> = {
  CARE: inCare,
  ENQUIRY: (ref) => [
    `child add --ref ${ref} --name "Child ${ref}" --born 2009-06-02 --social-worker "Jo Smith" --new --today 2025-06-02`,
    ...people(ref),
    ...typed([`record ${ref} strategy-discussion`], '2026-02-16'),
    ...typed([`conference plan ${ref} --meeting "2026-03-20 10:00"`], '2026-02-17'),
  ],
  PLAN: then(
    [`conference hold REF --outcome plan --item "A clean home; mother"`, '2026-01-12'],
    ['conference plan REF --meeting "2026-04-01 10:00"', '2026-01-13'],
    ['child protection REF --asked mother,health', '2026-01-14'],
  ),
  AUTHORITY: then(['adoption authorised REF --by consent', '2026-01-12']),
  PLACED: then(
    ['adoption authorised REF --by consent', '2026-01-12'],
    ['adoption placed REF --with adopter', '2026-02-02'],
  ),
  SECURE: then(
    ['secure placed REF', '2026-01-12'],
    [
      'secure panel REF --members "Al Ash,Bo Elm,Cy Oak" --chair "Al Ash" --independent "Cy Oak"',
      '2026-01-12',
    ],
    ['secure review REF --outcome stays --criteria yes --necessary yes --other no --reasons x', '2026-02-02'],
  ),
  PATHWAY: then(['pathway plan REF --adviser adviser --assessed today --made today', '2026-01-12']),
  REMAND: then(['child remand REF --to youth-detention', '2026-01-12']),
  DISPUTE: then(['dispute open REF --about Drift --to social-worker', '2026-01-12']),
};

const LINES = [
  'person add --name "A Khan" --role iro --today 2025-06-02',
  ...Object.entries(CHILDREN).flatMap(([ref, make]) => [
    ...make(ref),
    ...make(`${ref}-D`),
    `child died ${ref}-D --on today --today 2026-03-02`,
  ]),
  'child add --ref OTHER --name "Child Other" --born 2012-01-01 --new --today 2025-06-02',
  'child link OTHER "Ned Pa" --role relative --relationship stepfather --tag stepfather --today 2025-06-02',
  ...['A1', 'A2', 'A3'].map(
    (ref) => `irm add --ref ${ref} --kind foster-carer --name "App ${ref}" --today 2026-01-05`,
  ),
  ...['A2', 'A3'].map(
    (ref) => `irm record ${ref} --determination fostering --dated today --today 2026-02-20`,
  ),
  'irm record A3 --applied today --today 2026-02-23',
].map((line) => `${line} --yes`);

/** Whom it is typed of, and the line; NEXT is a day to come, WHO one of the child's people. */
const ROWS: readonly (readonly [ref: string, line: string, afterDeath?: 'goes on'])[] = [
  ['ENQUIRY', 'conference plan REF --meeting "NEXT 10:00" --on DAY'],
  ['ENQUIRY', 'conference plan REF --cancelled Snow --on DAY'],
  ['ENQUIRY', 'conference participants REF --add WHO --on DAY'],
  ['ENQUIRY', 'conference participants REF --drop WHO --on DAY'],
  ['ENQUIRY', 'conference participants REF --explained-by chair --explained-to WHO --on DAY'],
  ['ENQUIRY', 'conference participants REF --reminded WHO --on DAY'],
  ['ENQUIRY', 'conference participants REF --invited DAY --to WHO'],
  ['ENQUIRY', 'conference exclude REF --who WHO --why Threats --on DAY'],
  ['ENQUIRY', 'conference reports REF --asked WHO --by NEXT --on DAY'],
  ['ENQUIRY', 'conference reports REF --from WHO --on DAY'],
  ['ENQUIRY', 'conference reports REF --all-in DAY'],
  ['ENQUIRY', 'conference reports REF --shared WHO --on DAY'],
  ['ENQUIRY', 'conference hold REF --outcome plan --attended WHO --on DAY'],
  ['PLAN', 'conference hold REF --outcome continue --attended WHO --on DAY'],
  ['PLAN', 'conference after REF --decision-sent DAY --sent-to WHO'],
  ['PLAN', 'conference after REF --outline-sent DAY --outline-to WHO'],
  ['PLAN', 'conference after REF --plan-updated DAY'],
  ['PLAN', 'conference after REF --core-group DAY --core-group-came WHO'],
  ['PLAN', 'conference after REF --item-closed P1 --how achieved --on DAY'],
  ['PLAN', 'conference after REF --offered early-help --on DAY'],
  ['PLAN', 'conference after REF --legal-planning DAY'],
  ['PLAN', 'conference after REF --in-care-plan DAY'],
  ['PLAN', 'conference after REF --summed-up DAY'],
  ['PLAN', 'child protection REF --asked WHO --on DAY'],
  ['PLAN', 'child protection REF --answers WHO=ends --on DAY'],
  ['PLAN', 'child protection REF --kept Why --on DAY'],
  ['PLAN', 'child protection REF --ended Why --unanswered Because --on DAY', 'goes on'],
  ['CARE', 'adoption authorised REF --by consent --on DAY'],
  ['AUTHORITY', 'adoption authority-ended REF --reason x --on DAY'],
  ['AUTHORITY', 'adoption placed REF --with adopter --on DAY'],
  ['AUTHORITY', 'adoption placed REF --matched DAY --with adopter'],
  ['PLACED', 'adoption visit REF --on DAY'],
  ['PLACED', 'adoption review REF --on DAY --attended WHO'],
  ['PLACED', 'adoption placement-ended REF --on DAY'],
  ['PLACED', 'adoption parent REF WHO --answer not-invited --why x --on DAY'],
  ['PLACED', 'adoption order REF --consent unopposed --on DAY'],
  ['CARE', 'secure placed REF --on DAY'],
  ['SECURE', 'secure panel REF --members "A,B,C" --chair A --independent B --on DAY'],
  ['SECURE', 'secure plan REF --meeting NEXT --on DAY'],
  ['SECURE', 'secure report REF --from mother --said x --on DAY'],
  [
    'SECURE',
    'secure review REF --outcome leaves --criteria no --necessary no --other no --reasons x --views WHO --on DAY',
  ],
  ['SECURE', 'secure review REF --told WHO --on DAY', 'goes on'],
  ['SECURE', 'secure ended REF --on DAY'],
  ['CARE', 'pathway plan REF --assessed DAY --views WHO'],
  ['CARE', 'pathway plan REF --made DAY'],
  ['CARE', 'pathway plan REF --adviser adviser --on DAY'],
  ['PATHWAY', 'pathway plan REF --copied plan --on DAY'],
  ['PATHWAY', 'pathway review REF --asked-by young-person --on DAY'],
  ['PATHWAY', 'pathway review REF --meeting NEXT --on DAY'],
  ['PATHWAY', 'pathway review REF --held DAY --views WHO'],
  ['PATHWAY', 'pathway ended REF --on DAY'],
  ['CARE', 'child remand REF --to youth-detention --on DAY'],
  ['REMAND', 'child remand REF --plan detention-placement-plan --on DAY'],
  ['REMAND', 'child remand REF --ended --on DAY'],
  ['CARE', 'dispute open REF --about x --to social-worker --by NEXT --on DAY'],
  ['DISPUTE', 'dispute stage REF D1 --to Manager --by NEXT --on DAY', 'goes on'],
  ['DISPUTE', 'dispute stage REF D1 --skip Leave --on DAY', 'goes on'],
  ['DISPUTE', 'dispute stage REF D1 --answer No --on DAY', 'goes on'],
  ['DISPUTE', 'dispute note REF D1 --text x --on DAY', 'goes on'],
  ['DISPUTE', 'dispute note REF D1 --legal-advice Counsel --on DAY', 'goes on'],
  ['DISPUTE', 'dispute cafcass REF D1 --outcome referred --why x --on DAY', 'goes on'],
  ['DISPUTE', 'dispute resolve REF D1 --how x --on DAY', 'goes on'],
  ['CARE', 'visit REF --child seen-alone --saw WHO --on DAY'],
  ['A1', 'irm record REF --determination fostering --dated DAY'],
  ['A2', 'irm record REF --applied DAY'],
  ['A2', 'irm record REF --representations DAY'],
  ['A3', 'irm record REF --notified DAY'],
  ['A3', 'irm record REF --recommended DAY --panel same'],
  ['A3', 'irm record REF --decided DAY --decision same --considered'],
  ['A3', 'irm record REF --panel-on NEXT --on DAY'],
];

const RIGHT = { DAY: '2026-03-12', NEXT: '2026-04-01', WHO: 'mother' };
const filled = (line: string, said: Readonly<Record<string, string>>): string =>
  Object.entries(said).reduce((text, [name, value]) => text.replaceAll(name, value), line);

type Wrong = readonly [what: string, line: string, code: number | null, says: RegExp];

/** Everything that can be wrong with a line: what is typed, the exit, and what is said. */
function wrongWith([ref, line, afterDeath]: (typeof ROWS)[number]): Wrong[] {
  const isApplicant = /^A\d/.test(ref);
  const say = (said: Readonly<Record<string, string>>): string =>
    filled(line, { REF: ref, ...RIGHT, ...said });
  const noOne = /nobody recorded by that name or tag/;
  const wrong: Wrong[] = [
    ['a day to come', say({ DAY: '2026-03-14' }), 1, /14 March 2026 has not come yet/],
    ['a day that is none', say({ DAY: '31/2' }), 2, /"31\/2" is not a date\. Dates are typed/],
    ['an unknown reference', say({ REF: 'K99' }), 1, /There is no (child|applicant) "K99"/],
    [
      'a name for a reference',
      say({ REF: `"Child ${ref}"` }),
      1,
      /by reference here, not by name|There is no/,
    ],
    [
      isApplicant ? 'a child' : 'an applicant',
      say({ REF: isApplicant ? 'CARE' : 'A1' }),
      1,
      isApplicant ? /is a child, and no applicant|no applicant|not an applicant/ : /not a child/,
    ],
  ];
  if (!isApplicant) {
    // Which reason comes first is one of several: the birth, or that what it is of began later.
    wrong.push(['a day before birth', say({ DAY: '2009-06-01' }), 1, /Nothing was saved/]);
    wrong.push(['a day years before birth', say({ DAY: '1999-06-01' }), 1, /Nothing was saved/]);
    if (!afterDeath) wrong.push(['a day after the death', say({ REF: `${ref}-D` }), 1, /./]);
  }
  if (line.includes('WHO')) {
    wrong.push(['someone of another child', say({ WHO: 'stepfather' }), 1, noOne]);
    wrong.push(['someone of another child by name', say({ WHO: '"Ned Pa"' }), 1, noOne]);
    wrong.push(['someone who is no longer among them', say({ WHO: 'aunt' }), 1, noOne]);
    wrong.push(['the name of someone who is no longer', say({ WHO: '"Una Gone"' }), 1, noOne]);
  }
  if (line.includes('NEXT')) {
    wrong.push(['a day to come that has passed', say({ NEXT: '2026-03-01' }), 1, /is before/]);
    wrong.push(['a day to come that is none', say({ NEXT: '31/2/2026' }), 2, /is not a date/]);
  }
  if (line.includes(' D1 '))
    wrong.push(['an unknown dispute', say({ ' D1 ': ' D9 ' }), 1, /no dispute "D9"/]);
  return wrong;
}

let made: string;
const copied = (): string => {
  const db = join(folder(), 'unit.db');
  cpSync(made, db);
  return db;
};
const type = (db: string, line: string): ReturnType<typeof irotool> =>
  irotool([...words(`${line} --yes --today 2026-03-13`), '--db', db]);

beforeAll(async () => {
  made = (await unit('york', LINES)).db;
}, 120_000);

describe.each(ROWS.map((row) => [row[1], row] as const))('%s', (_line, row) => {
  const [ref, line] = row;

  it('is taken as it should be, with people by name too, and never twice', async () => {
    const db = copied();
    const right = filled(line, { REF: ref, ...RIGHT });
    const first = await type(db, right.replaceAll('mother', '"Jane One"'));
    expect([right, first.code, first.err]).toEqual([right, 0, expect.any(String)]);
    const before = everything(db);
    const again = await type(db, right);
    expect([right, again.code, flat(again.err)]).toEqual([
      right,
      1,
      expect.stringContaining('Nothing was saved'),
    ]);
    expect(everything(db)).toBe(before);
  });

  it('is refused with anything wrong in it, and changes nothing', async () => {
    const db = copied();
    const before = everything(db);
    const said: [string, string, number, string][] = [];
    for (const [what, wrong] of wrongWith(row)) {
      const { code, out, err } = await type(db, wrong);
      expect([wrong, out]).toEqual([wrong, '']);
      expect(err).not.toMatch(/Child [A-Z]|Jane|Hetty|fault in irotool/);
      said.push([what, wrong, code, flat(err)]);
    }
    expect(said).toEqual(
      wrongWith(row).map(([what, wrong, code, says]) => [what, wrong, code, expect.stringMatching(says)]),
    );
    expect(everything(db)).toBe(before);
  });
});
