/** `export ssd`: the tables of the Standard Safeguarding Dataset, with the fields that the dataset publishes. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { folder, type Unit, unit } from '../support/harness';

const ON = '--today 2026-05-01';
const LINES = [
  'person add --name "A Khan" --role iro --team North',
  'person add --name "R Osei" --role iro',
  'new-review --ref K1 --name "Siân Mair O’Brien" --born 2015-05-02 --looked-after 2025-05-01 --basis V2 --placement U6 --iro "A Khan" --social-worker "W Orker" --team West --yes --today 2025-05-01',
  'child edit K1 --sex F --today 2025-05-01',
  'record K1 legal-status-changed basis=C2 --on 2025-06-02 --today 2025-06-02',
  'record K1 iro-saw-child --on 2025-05-20 how=video --today 2025-06-02',
  'review hold K1 --on 2025-05-27 --code PN1 --considered all --yes --today 2025-05-27',
  'iro change K1 "R Osei" --on 2025-07-01 --reason leave --yes --today 2025-07-01',
  'child moved K1 --to K2 --on 2025-07-10 --yes --today 2025-07-10',
  'record K1 child-visited child=seen-alone --on 2025-07-20 --today 2025-07-20',
  'record K1 strategy-discussion --on 2026-03-02 --today 2026-03-02',
  'record K1 initial-conference-held --on 2026-03-12 category=neglect --today 2026-03-12',
  'record K1 review-conference-held --on 2026-04-10 category=emotional-abuse outcome=end code=PN2 --today 2026-04-10',
  'child add --ref K2 --name "Ana Bwa"',
];

type Row = Record<string, string>;
const read = (dir: string, table: string): Row[] =>
  parse(readFileSync(join(dir, `${table}.csv`)), { columns: true }) as Row[];

/** These fields of each row, joined. */
const told = (rows: readonly Row[], ...fields: readonly string[]): string[] =>
  rows.map((row) => fields.map((name) => row[name]).join('|'));

describe('the dataset’s tables', () => {
  let it: Unit;
  const dir = join(folder(), 'ssd');
  beforeAll(async () => {
    it = await unit('england', LINES);
    const { code, err } = await it.run(`export ssd ${dir} ${ON}`);
    if (code !== 0) throw new Error(err);
  }, 60_000);

  test('are those that were published, each with its fields in their order', () => {
    const published = new Map<string, string[]>();
    for (const { table, field } of parse(readFileSync(join(__dirname, '..', 'data', 'ssd-tables.csv')), {
      columns: true,
    }) as Row[])
      published.set(table!, [...(published.get(table!) ?? []), field!]);
    const written = readdirSync(dir).map((name) => name.replace('.csv', ''));
    expect(written.sort()).toEqual([...published.keys()].sort());
    for (const [table, fields] of published) {
      const [head] = readFileSync(join(dir, `${table}.csv`), 'utf8').split('\r\n');
      expect([table, head]).toEqual([table, fields.join(',')]);
      expect(statSync(join(dir, `${table}.csv`)).mode & 0o777).toBe(0o600);
    }
  });

  test('have people, legal statuses, episodes and placements that point to each other', () => {
    expect(told(read(dir, 'ssd_person'), 'pers_person_id', 'pers_sex', 'pers_dob')).toEqual([
      'K1|F|2015-05-02',
      'K2||',
    ]);
    expect(
      told(
        read(dir, 'ssd_legal_status'),
        ...[
          'lega_person_id',
          'lega_legal_status',
          'lega_legal_status_start_date',
          'lega_legal_status_end_date',
        ],
      ),
    ).toEqual(['K1|V2|2025-05-01|2025-06-02', 'K1|C2|2025-06-02|']);
    const episodes = read(dir, 'ssd_cla_episodes');
    expect(
      told(
        episodes,
        ...['clae_cla_episode_start_date', 'clae_cla_episode_start_reason', 'clae_cla_episode_ceased_date'],
        ...['clae_cla_episode_ceased_reason', 'clae_entered_care_date', 'clae_cla_last_iro_contact_date'],
      ),
    ).toEqual([
      '2025-05-01|S|2025-06-02|X1|2025-05-01|2025-05-20',
      '2025-06-02|L|2025-07-10|X1|2025-05-01|',
      '2025-07-10|P|||2025-05-01|',
    ]);
    const placements = read(dir, 'ssd_cla_placement');
    expect(
      told(
        placements,
        ...['clap_cla_placement_start_date', 'clap_cla_placement_type', 'clap_cla_placement_end_date'],
      ),
    ).toEqual(['2025-05-01|U6|2025-07-10', '2025-07-10|K2|']);
    const ids = placements.map((row) => row.clap_cla_placement_id);
    expect(episodes.map((row) => row.clae_cla_placement_id)).toEqual([ids[0], ids[0], ids[1]]);
    const period = new Set(
      [...episodes.map((row) => row.clae_cla_id), ...placements.map((row) => row.clap_cla_id)].values(),
    );
    expect(period.size).toBe(1);
  });

  test('have reviews with the day by which each was due, and the next that is', () => {
    expect(
      told(
        read(dir, 'ssd_cla_reviews'),
        ...['clar_cla_review_due_date', 'clar_cla_review_date', 'clar_cla_review_cancelled'],
        'clar_cla_review_participation',
      ),
    ).toEqual(['2025-06-02|2025-05-27|N|PN1', '2025-08-27||N|']);
    expect(
      told(
        read(dir, 'ssd_cla_visits'),
        'clav_cla_visit_date',
        'clav_cla_visit_seen',
        'clav_cla_visit_seen_alone',
      ),
    ).toEqual(['2025-07-20|Y|Y']);
  });

  test('have enquiries, conferences and plans that point to each other', () => {
    const [enquiry] = read(dir, 'ssd_s47_enquiry');
    const [conference] = read(dir, 'ssd_initial_cp_conference');
    const [plan] = read(dir, 'ssd_cp_plans');
    const [review] = read(dir, 'ssd_cp_reviews');
    expect([enquiry!.s47e_s47_start_date, enquiry!.s47e_s47_end_date]).toEqual(['2026-03-02', '2026-03-12']);
    expect(conference).toMatchObject({
      ...{ icpc_s47_enquiry_id: enquiry!.s47e_s47_enquiry_id, icpc_cp_plan_id: plan!.cppl_cp_plan_id },
      ...{
        icpc_icpc_date: '2026-03-12',
        icpc_icpc_target_date: '2026-03-23',
        icpc_icpc_outcome_cp_flag: 'Y',
      },
    });
    expect(plan).toMatchObject({
      ...{ cppl_icpc_id: conference!.icpc_icpc_id, cppl_cp_plan_start_date: '2026-03-12' },
      ...{ cppl_cp_plan_end_date: '2026-04-10', cppl_cp_plan_initial_category: 'neglect' },
      cppl_cp_plan_latest_category: 'emotional-abuse',
    });
    expect(review).toMatchObject({
      ...{ cppr_cp_plan_id: plan!.cppl_cp_plan_id, cppr_cp_review_outcome_continue_cp: 'N' },
      ...{ cppr_cp_review_participation: 'PN2', cppr_cp_review_quorate: '' },
    });
  });

  test('have who works here and with whom, by number', () => {
    const professionals = read(dir, 'ssd_professionals');
    expect(told(professionals, 'prof_professional_job_title', 'prof_professional_name')).toEqual([
      ...['IRO|', 'IRO|', 'social worker|'],
    ]);
    const involved = read(dir, 'ssd_involvements');
    expect(
      told(
        involved,
        ...['invo_professional_role_id', 'invo_involvement_start_date', 'invo_involvement_end_date'],
      ),
    ).toEqual(['IRO|2025-05-01|2025-07-01', 'IRO|2025-07-01|', 'social worker||']);
    const known = professionals.map((row) => row.prof_professional_id);
    for (const row of involved) expect(known).toContain(row.invo_professional_id);
  });

  test('name nobody, unless names are asked for', async () => {
    const NAMES = /Siân|Brien|Ana|Bwa|Khan|Osei|Orker/;
    for (const name of readdirSync(dir)) expect(readFileSync(join(dir, name), 'utf8')).not.toMatch(NAMES);
    const named = folder();
    await it.run(`export ssd ${named} --names ${ON}`);
    expect(told(read(named, 'ssd_person'), 'pers_forename', 'pers_surname')).toEqual([
      'Siân Mair|O’Brien',
      'Ana|Bwa',
    ]);
    expect(told(read(named, 'ssd_professionals'), 'prof_professional_name')).toContain('A Khan');
  });

  test('know every row by a number that stays the same, and no two rows of a table have one', async () => {
    const again = folder();
    await it.run(`export ssd ${again} ${ON}`);
    for (const name of readdirSync(dir)) {
      const text = readFileSync(join(dir, name), 'utf8');
      expect(readFileSync(join(again, name), 'utf8')).toBe(text);
      const ids = parse(text)
        .slice(1)
        .map(([id]: string[]) => id);
      expect([name, new Set(ids).size]).toEqual([name, ids.length]);
      expect(ids).not.toContain('');
    }
  });

  test('are not written over what is there, unless that is asked for; nor is an address taken for a folder', async () => {
    const there = folder();
    writeFileSync(join(there, 'ssd_person.csv'), 'mine');
    const { code, err } = await it.run(`export ssd ${there} ${ON}`);
    expect([code, readdirSync(there)]).toEqual([1, ['ssd_person.csv']]);
    expect(err).toContain('ssd_person.csv is there already. Nothing was written.');
    expect((await it.run(`export ssd ${there} --force ${ON}`)).code).toBe(0);
    expect((await it.run(`export ssd postgres://db.example/ssd ${ON}`)).code).toBe(2);
  });
});

describe('a child protection plan of a child who is 18', () => {
  test('ended then: what is recorded of it afterwards begins no other, and nobody is shown on one', async () => {
    const own = await unit('england', [
      'child add --ref P1 --name "Pia Moss" --born 2008-02-01 --today 2025-06-01',
      'record P1 initial-conference-held outcome=plan --on 2025-06-10 --today 2025-06-10',
      'record P1 core-group-held --on 2026-02-20 --today 2026-02-20',
    ]);
    const dir = join(folder(), 'ssd');
    expect((await own.run(`export ssd ${dir} --today 2026-03-02`)).code).toBe(0);
    const plans = read(dir, 'ssd_cp_plans');
    expect(told(plans, 'cppl_cp_plan_start_date', 'cppl_cp_plan_end_date')).toEqual([
      '2025-06-10|2026-02-01',
    ]);
    expect((await own.run('child show P1 --today 2026-01-31')).out).toContain(
      'on a child protection plan since',
    );
    expect((await own.run('child show P1 --today 2026-03-02')).out).not.toContain('protection plan');
  });
});
