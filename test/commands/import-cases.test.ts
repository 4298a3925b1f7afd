/** `import cases`: an old spreadsheet and another system's tables, read by a map. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { openReadOnly } from '../../src/store/sqlite';
import { folder, unit } from '../support/harness';

/** A file of a new folder. */
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder(), name);
  writeFileSync(path, content);
  return path;
}

const query = (db: string, sql: string): unknown[] => {
  const open = openReadOnly(db);
  try {
    return open.prepare(sql).raw().all();
  } finally {
    open.close();
  }
};

/** What is recorded of a child, a line each. */
const chronology = (db: string, ref: string): unknown[] =>
  query(
    db,
    `SELECT happened_on || ' ' || kind || coalesce((SELECT group_concat(' ' || key || '=' || value, '') FROM json_each(attributes)), '')
     FROM event WHERE child_id = (SELECT id FROM child WHERE ref = '${ref}') ORDER BY happened_on, id`,
  ).flat();

/** Every row of every table but the audit's times. */
const contents = (db: string): string =>
  JSON.stringify(
    query(db, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .flat()
      .filter(
        (name) => !['derived_from', 'command', 'command_entry', 'command_message'].includes(String(name)),
      )
      .map((name) => [name, query(db, `SELECT * FROM "${name}"`)]),
  );

const LIST = [
  'Ref,Name,Date of birth,Sex,Legal status,Looked after since,IRO,Social worker,Team,Last review,Review number,Participation,Next review',
  'K1,"Siân O\'Brien, Łukasiewicz",2/5/2015,Girl,s20,13/10/2025,A Khan,Jo Bloggs,East,10/11/2025,1,Attended and spoke,20-Mar-26',
  'K2,"Bo ""Bee"" Ash",3 April 2014,Boy,Full care order,45000,A Khan,Jo Bloggs,East,2025-11-03,5,PN2,',
].join('\r\n');

describe('an old spreadsheet', () => {
  test('comes in as a list of children, in dates of five styles, with codes or words', async () => {
    const { db, run } = await unit();
    const { code, out } = await run([
      'import',
      'cases',
      file('list.csv', LIST),
      '--map',
      'children',
      '--yes',
    ]);
    expect(out).toContain('Imported: 2 new children with 7 new facts and 2 new colleagues. No row was');
    expect(code).toBe(0);
    expect(query(db, 'SELECT ref, name, born, sex FROM child ORDER BY ref')).toEqual([
      ['K1', 'Siân O’Brien, Łukasiewicz'.replace('’', "'"), '2015-05-02', 'F'],
      ['K2', 'Bo "Bee" Ash', '2014-04-03', 'M'],
    ]);
    const [[iro]] = query(db, "SELECT id FROM person WHERE name = 'A Khan' AND role = 'iro'") as [[number]];
    expect(chronology(db, 'K1')).toEqual([
      '2025-10-13 became-looked-after earlier=yes basis=V2',
      `2025-10-13 iro-allocated iro=${iro}`,
      '2025-11-10 review-held code=PN1 number=1 earlier=yes',
      '2026-03-13 review-planned meeting=2026-03-20',
    ]);
    expect(chronology(db, 'K2')).toEqual([
      '2023-03-15 became-looked-after earlier=yes basis=C2',
      `2023-03-15 iro-allocated iro=${iro}`,
      '2025-11-03 review-held code=PN2 number=5 earlier=yes',
    ]);
  });

  test('imported a second time, on another day too, changes nothing', async () => {
    const { db, run } = await unit();
    const path = file('list.csv', LIST);
    await run(['import', 'cases', path, '--map', 'children', '--yes']);
    const before = contents(db);
    const again = await run(['import', 'cases', path, '--map', 'children', '--yes', '--today', '2026-03-16']);
    expect(again.out).toContain('There is nothing new in the files.');
    expect(again.code).toBe(0);
    expect(contents(db)).toBe(before);
  });

  test('is only tried with --dry-run', async () => {
    const { db, run } = await unit();
    const before = contents(db);
    const { out } = await run(['import', 'cases', file('list.csv', LIST), '--map', 'children', '--dry-run']);
    expect(out).toContain('Nothing was saved (--dry-run). It would import 2 new children with 7 new facts');
    expect(contents(db)).toBe(before);
  });

  test('of which a day could be read two ways says once how it was read', async () => {
    const { run } = await unit();
    const rows = 'Ref,Name,DOB,Last review\nK1,Ann Other,3/4/2015,\nK2,Bo Ash,4/5/2015,\n';
    const { out } = await run(['import', 'cases', file('list.csv', rows), '--map', 'children', '--dry-run']);
    expect(out.match(/DOB was read with the day first\./g)).toHaveLength(1);
  });

  test('with the month first has its days refused, and says on which line that is seen', async () => {
    const { run } = await unit();
    const rows = 'Ref,Name,DOB\nK1,Ann Other,3/14/2015\nK2,Bo Ash,4/5/2015\n';
    const { code, out } = await run([
      'import',
      'cases',
      file('list.csv', rows),
      '--map',
      'children',
      '--yes',
    ]);
    expect(code).toBe(1);
    expect(out).toContain('DOB has days with the month first (line 2)');
  });

  test.each([
    ['a byte-order mark', Buffer.from(`\ufeff${LIST}`)],
    ['Windows-1252', Buffer.from(LIST.replace('Łukasiewicz', 'Lukasiewicz'), 'latin1')],
    ['line breaks within a cell', Buffer.from(LIST.replace('Bo ""Bee"" Ash', 'Bo\nAsh'))],
    ['a column more, of notes', Buffer.from(LIST.replaceAll('\r\n', ',Notes\r\n'))],
  ])('with %s comes in whole', async (_what, bytes) => {
    const { run } = await unit();
    const { out } = await run(['import', 'cases', file('list.csv', bytes), '--map', 'children', '--yes']);
    expect(out).toContain('Imported: 2 new children with 7 new facts');
  });

  test('as a workbook comes in as the CSV does', async () => {
    const { db, run } = await unit();
    const path = join(folder(), 'old list.xlsx');
    const day = (iso: string) => ({ value: new Date(iso), type: Date, format: 'dd/mm/yyyy' });
    await writeWorkbook([
      ['Ref', 'Name', 'DOB', 'Legal status', 'Looked after since', 'Last review'].map((value) => ({ value })),
      [
        { value: 'K1' },
        { value: 'Siân Żuk' },
        day('2015-05-02'),
        { value: 'C2' },
        { value: 45000 },
        day('2025-11-10'),
      ],
    ] as never).toFile(path);
    const { out } = await run(['import', 'cases', path, '--map', 'children', '--yes']);
    expect(out).toContain('Imported: 1 new child with 2 new facts.');
    expect(query(db, 'SELECT name, born FROM child')).toEqual([['Siân Żuk', '2015-05-02']]);
    expect(chronology(db, 'K1')[0]).toBe('2023-03-15 became-looked-after earlier=yes basis=C2');
  });

  test('as a workbook of more than 20,000 rows is to be saved as CSV', async () => {
    const { run } = await unit();
    const path = join(folder(), 'large.xlsx');
    const rows = Array.from({ length: 20_002 }, (_, at) => [{ value: `K${at}` }]);
    await writeWorkbook([[{ value: 'Ref' }], ...rows] as never).toFile(path);
    const { code, err } = await run(['import', 'cases', path, '--map', 'children', '--yes']);
    expect(code).toBe(1);
    expect(err).toContain('large.xlsx has more than 20,000 rows in a sheet.');
    expect(err).toContain('Save it as CSV and import that');
  });
});

describe('a refused row', () => {
  const WRONG = [
    'Ref,Name,DOB,Legal status,LAC since',
    'K1,Ann Other,31/31/2014,C2,2024-01-01',
    'K2,Bo Ash,2014-01-01,ZZ9,2024-01-01',
    ',Cy Oak,2014-01-01,C2,2024-01-01',
    'K4,Di Elm,2014-01-01,C2,2024-01-01,more',
    'K5,Ed Fir,2014-01-01,C2,2024-01-01',
    'K6,Fay Gum',
  ].join('\n');

  test('says file, line, column, why and what to do, without a name or a birthday', async () => {
    const { run } = await unit();
    const { out } = await run(['import', 'cases', file('list.csv', WRONG), '--map', 'children', '--dry-run']);
    expect(out).toContain('list.csv:2 DOB  DOB is not a day.');
    expect(out).toContain('list.csv:3 Legal status  Legal status holds "ZZ9"');
    expect(out).toContain("list.csv:4 Ref  Ref is blank, so this row is nobody's.");
    expect(out).toContain('list.csv:5  It has 6 values, and the file has 5 columns.');
    expect(out).toContain('list.csv:7 DOB');
    expect(out).toContain('What to do: Write the day as 13/04/2026 or 2026-04-13');
    expect(out).not.toMatch(/Ann|Other|Ash|Oak|Elm|Gum|31\/31/);
  });

  test('is kept in a file that only its owner reads, put right there, and fed back', async () => {
    const { db, run } = await unit();
    const kept = join(folder(), 'refused.csv');
    const first = await run([
      ...['import', 'cases', file('list.csv', WRONG), '--map', 'children', '--refused', kept, '--yes'],
    ]);
    expect(first.out).toContain('Imported: 1 new child with 1 new fact. 5 of 6 rows were refused.');
    expect(first.err).toContain(`irotool import cases ${kept} --map children`);
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    const text = readFileSync(kept, 'utf8');
    expect(text).toContain('Refused because,What to do,Ref,Name');
    writeFileSync(
      kept,
      text
        .replace('31/31/2014', '31/12/2014')
        .replaceAll('ZZ9', 'care order')
        .replace(',Cy Oak', 'K3,Cy Oak')
        .replace('01,more', '01')
        .replace('Fay Gum', 'Fay Gum,2014-01-01,C2,2024-01-01'),
    );
    const again = await run(['import', 'cases', kept, '--map', 'children', '--yes']);
    expect(again.out).toContain('Imported: 5 new children with 5 new facts. No row was refused.');
    expect(query(db, 'SELECT count(*) FROM child')).toEqual([[6]]);
  });

  test('is not written over a file that is there', async () => {
    const { run } = await unit();
    const kept = file('refused.csv', 'mine');
    const { code, err } = await run([
      ...['import', 'cases', file('list.csv', WRONG), '--map', 'children', '--refused', kept, '--yes'],
    ]);
    expect(code).toBe(1);
    expect(err).toContain('is there already');
    expect(readFileSync(kept, 'utf8')).toBe('mine');
  });
});

describe('the Standard Safeguarding Dataset', () => {
  const TABLES = {
    ssd_person:
      'pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob\n900,Siân,Żuk,F,2014-05-02T00:00:00\n901,Bo,Ash,M,2015-01-01 00:00:00',
    ssd_legal_status:
      'lega_person_id,lega_legal_status,lega_legal_status_start_date\n900,V2,2024-01-10\n900,C1,2024-06-01\n901,C2,2023-01-01',
    ssd_cla_episodes:
      'clae_cla_episode_id,clae_person_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,clae_cla_placement_id\n1,900,2024-01-10,S,2024-06-01,X1,77,P1\n2,900,2024-06-01,L,,,77,P1\n3,901,2023-01-01,S,2025-01-01,E4A,78,P2',
    ssd_cla_placement: 'clap_cla_placement_id,clap_cla_placement_type\nP1,U6\nP2,K2',
    ssd_cla_reviews:
      'clar_cla_id,clar_cla_review_due_date,clar_cla_review_date,clar_cla_review_cancelled,clar_cla_review_participation\n77,2024-02-07,2024-02-05,N,PN1\n77,2026-04-01,,N,\n77,2024-05-01,2024-05-01,Y,',
    ssd_professionals: 'prof_professional_id,prof_professional_name\nW1,A Khan\nW2,Jo Bloggs',
    ssd_involvements:
      'invo_professional_id,invo_professional_role_id,invo_professional_team,invo_involvement_start_date,invo_involvement_end_date,invo_person_id\nW1,IRO,,2023-12-01,,900\nW2,Social worker,East,2024-01-10,,900',
    ssd_initial_cp_conference: 'icpc_person_id,icpc_icpc_date,icpc_icpc_outcome_cp_flag\n900,2023-05-01,Y',
    ssd_cp_reviews:
      'cppr_person_id,cppr_cp_review_date,cppr_cp_review_outcome_continue_cp\n900,2023-07-20,Y\n900,2024-01-05,N',
    ssd_cp_plans: 'cppl_person_id,cppl_cp_plan_end_date\n900,2024-01-05',
  };
  function dataset(): string {
    const dir = join(folder(), 'ssd');
    mkdirSync(dir);
    for (const [name, text] of Object.entries(TABLES)) writeFileSync(join(dir, `${name}.csv`), text);
    return dir;
  }

  test('comes in table by table: people, care, status, placements, reviews, conferences, who works with whom', async () => {
    const { db, run } = await unit();
    const { code, out } = await run(['import', 'cases', dataset(), '--map', 'ssd', '--yes']);
    expect(out).toMatch(/No row was\s+refused\./);
    expect(code).toBe(0);
    const [[iro]] = query(db, "SELECT id FROM person WHERE name = 'A Khan'") as [[number]];
    expect(chronology(db, '900')).toEqual([
      '2023-05-01 initial-conference-held outcome=plan',
      '2023-07-20 review-conference-held outcome=continue',
      '2024-01-05 review-conference-held outcome=end',
      '2024-01-10 became-looked-after basis=V2',
      '2024-01-10 placement-started kind=U6',
      `2024-01-10 iro-allocated iro=${iro}`,
      '2024-02-05 review-held code=PN1',
      '2024-06-01 legal-status-changed basis=C1',
    ]);
    expect(chronology(db, '901').at(-1)).toBe('2025-01-01 ceased-looked-after reason=E4A');
    expect(query(db, "SELECT name FROM person WHERE role = 'social-worker'")).toEqual([['Jo Bloggs']]);
    expect(query(db, 'SELECT name FROM team')).toEqual([['East']]);
  });

  test('that came from here comes in again elsewhere whole, and a second time changes nothing', async () => {
    const here = await unit('york');
    await here.run(['import', 'cases', dataset(), '--map', 'ssd', '--yes']);
    const out = join(folder(), 'out');
    await here.run(['export', 'ssd', out, '--names']);
    const there = await unit('york');
    const first = await there.run(['import', 'cases', out, '--map', 'ssd', '--yes']);
    expect(first.out).toMatch(/No row was\s+refused\./);
    expect(chronology(there.db, '901')).toEqual(chronology(here.db, '901'));
    const before = contents(there.db);
    const again = await there.run(['import', 'cases', out, '--map', 'ssd', '--yes']);
    expect(again.out).toContain('There is nothing new in the files.');
    expect(contents(there.db)).toBe(before);
  });
});

test('a list of reviews comes in for children who are recorded', async () => {
  const { db, run } = await unit('england', [
    'new-review --ref K1 --name "Ann Other" --born 2014-01-05 --looked-after 2025-03-12 --basis V2 --today 2025-03-12 --yes',
  ]);
  const rows = 'Ref,Review date,Participation,Venue\nK1,3/4/2025,PN1,School\nK9,3/4/2025,PN1,School\n';
  const { out } = await run(['import', 'cases', file('reviews.csv', rows), '--map', 'reviews', '--yes']);
  expect(out).toContain('Imported: 1 known child with 1 new fact. 1 of 2 rows was refused.');
  expect(chronology(db, 'K1').at(-1)).toBe('2025-04-03 review-held code=PN1 venue=School');
});

test('a map that is not there, or no map, says which there are', async () => {
  const { run } = await unit();
  const path = file('list.csv', LIST);
  expect((await run(['import', 'cases', path, '--map', 'childern'])).err).toContain(
    'Did you mean "children"?',
  );
  expect((await run(['import', 'cases', path])).code).toBe(2);
});

test('a map of one’s own with a slip in it says the line, and what was meant', async () => {
  const { run } = await unit();
  const own = file(
    'own.yaml',
    'name: own\ntitle: Ours\ntables:\n  - table: list\n    key: Ref\n    events:\n      - event: review-hld\n        on: Review\n',
  );
  const { code, err } = await run(['import', 'cases', file('list.csv', LIST), '--map', own]);
  expect(code).toBe(1);
  expect(err).toContain('own.yaml:7: there is no event "review-hld". Did you mean "review-held"?');
});
