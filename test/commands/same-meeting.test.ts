/** Several children with one meeting: whoever is kept from something for one is not given it for another. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { folder, unit } from '../support/harness';

const DAY = '2026-03-04';
const SETTINGS = [
  'settings set unit.name Reviewing Unit',
  'settings set unit.email unit@testshire.gov.uk',
  'settings set signatory.name Pat Admin',
];
const child = (ref: string, name: string, born: string, more = ''): string =>
  `new-review --ref ${ref} --name "${name}" --born ${born} --looked-after 2026-03-02 --basis V2 --iro "A Khan" --social-worker "S Worker" --yes ${more}`;
const FAMILY = [
  ...SETTINGS,
  child('K1', 'Siân Roe', '2015-05-02', '--placement U6'),
  child('K2', 'Macsen Roe', '2017-05-02', '--sibling K1 --placement U6'),
  'child link K1 "Jane Roe" --role parent --relationship mother --responsibility yes --contact ordinary',
  'child link K2 "Jane Roe" --role parent --relationship mother --responsibility yes --contact ordinary',
  'child link K1 "M Teach" --role teacher',
  'review plan K1 K2 --meeting "24/3 10:00" --venue "Civic Centre, room 4"',
];

let run: (line: string, day?: string) => Promise<{ code: number; out: string; err: string }>;
let cwd: string;

const prepare = async (lines: readonly string[]): Promise<void> => {
  const made = await unit('york');
  cwd = folder();
  run = (line, day = DAY) => made.run(`${line} --today ${day}`, { cwd });
  for (const line of lines) {
    const { code, err } = await run(line);
    expect([line, code, err]).toEqual([line, 0, err]);
  }
};
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('a mother who is not invited for one of two children', () => {
  beforeEach(async () => {
    await prepare([
      ...FAMILY,
      'review not-invite K2 mother --concern "A threat" --considered "Two meetings" --views "By letter" --iro-consulted today --look-again 2026-07-01',
    ]);
  });

  it('is sent no invitation to the same meeting for the other, and it is said', async () => {
    const { code, err } = await run('letter pack K1 --format txt');
    expect(code, err).toBe(0);
    expect(plain(err)).toContain(
      'it was decided not to invite the mother to K2/1, which is the same meeting. Nothing is made out to them.',
    );
    expect(readdirSync(cwd).filter((file) => file.includes('mother'))).toEqual([]);
    expect(existsSync(join(cwd, 'K1-1-invitation-teacher-teacher.txt'))).toBe(true);
  });

  it('is refused one that is asked for, and a place on the list', async () => {
    const letter = await run('letter invitation-parent K1 --to mother --format txt --out -');
    expect(letter.code).toBe(1);
    expect(plain(letter.err)).toContain('not to invite the mother to K2/1');
    const listed = await run('review participants K1 --add mother');
    expect(listed.code).toBe(1);
    expect(plain(listed.err)).toContain('irotool review not-invite K2 mother --looked-at ended');
  });

  it('is invited once it was decided otherwise', async () => {
    await run('review not-invite K2 mother --looked-at ended');
    const { code, out } = await run('letter invitation-parent K1 --to mother --format txt --out -');
    expect(code).toBe(0);
    expect(out).toContain('Jane Roe');
  });
});

describe('a mother who is sent none of the record of one of two children', () => {
  beforeEach(async () => {
    await prepare(FAMILY);
    const held =
      'review hold K1 K2 --on 2026-03-24 --code PN1 --attended child,mother --considered contact --not-considered "all: next time" --yes';
    const { code, err } = await run(held, '2026-03-24');
    expect(code, err).toBe(0);
    const sent =
      'review distribute K2 mother --record none --why "A threat" --decided-by "A Khan" --on 2026-03-30';
    const told = await run(sent, '2026-03-30');
    expect(told.code, told.err).toBe(0);
  });

  it('is sent none of it for the other: no record, no decisions, and no more on the list', async () => {
    for (const name of ['record-decisions', 'record-full', 'distribution-full']) {
      const { code, err } = await run(`letter ${name} K1 --to mother --format txt --out -`, '2026-03-30');
      expect([name, code]).toEqual([name, 1]);
      expect(plain(err)).toContain('the mother is sent no record of K2/1, which was the same meeting.');
    }
    for (const what of ['full', 'part --why x --decided-by y']) {
      const { code, err } = await run(`review distribute K1 mother --record ${what}`, '2026-03-30');
      expect(code).toBe(1);
      expect(plain(err)).toContain('mother is sent no record of K2/1, which was the same meeting.');
    }
    const none = await run(
      'review distribute K1 mother --record none --why x --decided-by y --yes',
      '2026-03-30',
    );
    expect(none.code, none.err).toBe(0);
  });

  it('is not sent the decisions of the child of whose record she is sent none', async () => {
    const { code, err } = await run(
      'letter record-decisions K2 --to mother --format txt --out -',
      '2026-03-30',
    );
    expect(code).toBe(1);
    expect(plain(err)).toContain('what is recorded for the mother is none');
  });
});

describe('a parent for whom no contact is recorded', () => {
  it('is written to only once that was said', async () => {
    await prepare([...FAMILY, 'child link K2 --tag mother --contact none']);
    // Also for the child with whom there is contact: the meeting is the same.
    for (const ref of ['K1', 'K2']) {
      const { code, err } = await run(`letter invitation-parent ${ref} --to mother --format txt --out -`);
      expect(code).toBe(2);
      expect(plain(err)).toContain('no contact is recorded for the mother. Nothing was written.');
      expect(err).toContain('--despite-no-contact');
    }
    expect((await run('letter pack K1 --format txt')).code).toBe(2);
    expect(readdirSync(cwd)).toEqual([]);
    const said = await run('letter pack K1 --format txt --despite-no-contact');
    expect(said.code, said.err).toBe(0);
    expect(readFileSync(join(cwd, 'K1-1-invitation-parent-mother.txt'), 'utf8')).toContain('Jane Roe');
  });
});

describe('the birth family and the adopters in one meeting', () => {
  it('are refused until it is recorded why the birth family comes, also if they are of two children', async () => {
    await prepare([
      ...FAMILY,
      'child link K2 "Joe Smith" --role adopter --tag adopter --address "9 Mill Lane, Cawood"',
    ]);
    const refused = await run('letter pack K1 --format txt --tell-venue');
    expect(refused.code).toBe(1);
    expect(plain(refused.err)).toContain(
      'the adopters and the birth family (mother of K1) would be in one meeting',
    );
    for (const ref of ['K1', 'K2']) {
      await run(`review participants ${ref} --add mother --why "Social worker and IRO agreed"`);
    }
    const said = await run('letter pack K1 --format txt --tell-venue');
    expect(said.code, said.err).toBe(0);
  });
});

describe('the birth family and the adopters', () => {
  const both = 'would be in one meeting. Nothing was saved.';
  const ADOPTER = 'child link K2 "Joe Smith" --role adopter --tag adopter';
  const UNPLANNED = FAMILY.filter((line) => !line.startsWith('review plan'));

  it('are in one meeting by no command until it is said why the birth family comes', async () => {
    await prepare([...UNPLANNED, ADOPTER]);
    const refused = async (line: string, says = both): Promise<void> => {
      const { code, err } = await run(line);
      expect([line, code, plain(err)]).toEqual([line, 1, expect.stringContaining(says)]);
    };
    // Of one child, and of two: the mother of K1 and the adopter of K2.
    await refused('review plan K2 --meeting "24/3 10:00"');
    await refused('review plan K1 K2 --meeting "24/3 10:00"');
    await refused('record K2 review-planned meeting=2026-03-24');
    await refused('record K2 invitations-sent to=mother,adopter');
    expect((await run('record K2 invitations-sent to=adopter')).code).toBe(0);
    expect((await run('review participants K2 --add adopter')).code).toBe(0);
    await refused('review participants K2 --add mother');
    await refused('record K2 participant-listed ref=mother part=invited');
    // What is to be typed next settles it, one way or the other.
    const { err } = await run('review plan K2 --meeting "24/3 10:00"');
    expect(plain(err)).toContain(
      'If social worker and IRO so decide: irotool review participants K2 --add mother --why "…" If not: irotool review participants K2 --add mother --part consulted',
    );
    expect((await run('review participants K2 --add mother --part consulted')).code).toBe(0);
    expect((await run('review plan K2 --meeting "24/3 10:00"')).code).toBe(0);
    await refused('review plan K1 K2 --meeting "25/3 10:00" --because Both');
    expect((await run('review participants K1 --add mother --why "Both agreed"')).code).toBe(0);
    expect((await run('review plan K1 K2 --meeting "25/3 10:00" --because Both')).code).toBe(0);
  });

  it('are not recorded as invited together if an adopter was recorded after the plan', async () => {
    await prepare([...FAMILY, ADOPTER]);
    for (const line of ['done K2 invite', 'review prepare K2 --invited today', 'done K1 invite']) {
      const { code, err } = await run(line);
      expect([line, code, plain(err)]).toEqual([line, 1, expect.stringContaining(both)]);
    }
  });

  it('are not planned together when the child comes back into care', async () => {
    await prepare([
      ...UNPLANNED,
      ADOPTER,
      'child left K2 --on 2026-03-04 --reason E4B --unplanned --approved-by "B Boss" --iro-consulted 2026-03-04',
    ]);
    const { code, err } = await run(
      'new-review --ref K2 --looked-after 2026-03-05 --basis V2 --iro "A Khan" --meeting "24/3 10:00" --yes',
      '2026-03-05',
    );
    expect([code, plain(err)]).toEqual([1, expect.stringContaining(both)]);
  });

  it('are not both sent the record of one meeting without a reason', async () => {
    await prepare([
      ...UNPLANNED,
      ADOPTER,
      'review participants K2 --add mother --why "Both agreed"',
      'review plan K2 --meeting "4/3 10:00"',
      'review hold K2 --on 2026-03-04 --code PN1 --attended child,mother,adopter',
    ]);
    for (const line of [
      'review distribute K2 mother --record full --redacted "where he lives"',
      'record K2 record-sent ref=mother record=full',
    ]) {
      const { code, err } = await run(line);
      expect([line, code, plain(err)]).toEqual([
        line,
        1,
        expect.stringContaining('adopters were at the meeting, and mother is of the birth family.'),
      ]);
    }
    const said = await run(
      'review distribute K2 mother --record full --why "Both agreed" --decided-by "A Khan" --redacted "where he lives"',
    );
    expect(said.code, said.err).toBe(0);
  });
});

describe('if a brother lives with adopters', () => {
  it('is told to nobody of the other child, nor who they are, in whatever spelling', async () => {
    await prepare([
      ...FAMILY,
      'child link K2 "Joe Smithson" --role adopter --tag adopter --telephone "01757 555 123" --address "Rose Cottage, Mill Lane, Cawood, YO8 3SG"',
      'review participants K1 --add mother --why agreed',
      'review participants K2 --add mother --why agreed',
      'review plan K1 K2 --meeting "25/3 10:00" --venue "rosecottage, CAWOOD" --because "Smithsons rang from 01757.555.123"',
    ]);
    for (const to of ['mother', 'teacher', 'child']) {
      const name = { mother: 'invitation-parent', teacher: 'invitation-teacher', child: 'invitation-child' }[
        to
      ];
      const { code, out, err } = await run(`letter ${name} K1 --to ${to} --format txt --out -`);
      expect([to, code, err]).toEqual([to, 0, err]);
      expect(out).not.toMatch(/rose|cawood|smithson|555/i);
      expect(plain(err)).toContain('who may not know where a brother or sister of the child lives');
    }
  });
});

describe('three children of different fathers with one meeting', () => {
  const THREE = [
    ...SETTINGS,
    child('K1', 'Siân Roe', '2015-05-02', '--placement U6'),
    child('K2', 'Macsen Price', '2017-05-02', '--sibling K1 --placement U6 --confidential'),
    child('K3', 'Tegan Bevan', '2019-05-02', '--sibling K1 --placement U4'),
    ...['K1', 'K2', 'K3'].map(
      (ref) =>
        `child link ${ref} "Jane Roe" --role parent --relationship mother --responsibility yes --contact ordinary`,
    ),
    'child link K1 "Dan Roe" --role parent --relationship father --responsibility yes',
    'child link K2 "Emyr Price" --role parent --relationship father --responsibility yes',
    'child link K3 "Huw Bevan" --role parent --relationship father --responsibility yes',
    'child link K2 "Beth Ames" --role carer --tag carer --address "Rose Cottage, Mill Lane, Cawood, YO8 3SG"',
    'child link K3 "Olwen Hughes" --role carer --tag carer --address "3 High Street, York"',
    'review plan K1 K2 K3 --meeting "4/3 10:00" --venue "Civic Centre, room 4"',
  ];

  it('each father is told of his own child, and of no other, nor where one lives', async () => {
    await prepare(THREE);
    const own: Record<string, string> = { K1: 'Siân', K2: 'Macsen', K3: 'Tegan' };
    for (const ref of ['K1', 'K2', 'K3']) {
      const { code, out, err } = await run(
        `letter invitation-parent ${ref} --to father --format txt --out -`,
      );
      expect([ref, code]).toEqual([ref, code === 0 ? 0 : err]);
      for (const [other, name] of Object.entries(own)) {
        expect([ref, name, out.includes(name)]).toEqual([ref, name, other === ref]);
      }
      for (const secret of ['Beth', 'Ames', 'Cawood', 'Rose Cottage']) expect(out).not.toContain(secret);
    }
    // The mother is of all three.
    const { out } = await run('letter invitation-parent K1 --to mother --format txt --out -');
    for (const name of ['Siân', 'Macsen', 'Tegan']) expect(out).toContain(name);
    expect(out).not.toContain('Ames');
  });

  it('who is kept from one of them is given no more for another, by no command', async () => {
    await prepare([
      ...THREE,
      'review not-invite K2 mother --concern "A threat" --considered "Two meetings" --views "By letter" --iro-consulted today --look-again 2026-07-01',
    ]);
    for (const line of [
      'review participants K1 --add mother',
      'record K3 participant-listed ref=mother part=invited',
    ]) {
      const { code, err } = await run(line);
      expect([line, code, plain(err)]).toEqual([
        line,
        1,
        expect.stringContaining('to K2/1, which is the same meeting'),
      ]);
    }
    await run('review hold K1 K2 K3 --on 2026-03-04 --code K1=PN1,K2=PN1,K3=PN1 --attended child');
    const none = await run('review distribute K2 mother --record none --why x --decided-by y');
    expect(none.code, none.err).toBe(0);
    for (const line of [
      'review distribute K1 mother --record full --why x --decided-by y',
      'record K3 record-sent ref=mother record=part why=x',
    ]) {
      const { code, err } = await run(line);
      expect([line, code, plain(err)]).toEqual([
        line,
        1,
        expect.stringContaining('of K2/1, which was the same meeting'),
      ]);
    }
  });
});
