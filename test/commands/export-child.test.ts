/** `export child`: everything held on one child, for the unit; and without other people, for the child. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import JSZip from 'jszip';
import { beforeAll, describe, expect, test } from 'vitest';
import { openReadOnly } from '../../src/store/sqlite';
import { OF_CHILDREN } from '../../src/store/writing';
import { folder, type Unit, unit } from '../support/harness';

const ON = '--today 2026-03-20';
const LINES = [
  'person add --name "A Khan" --role iro',
  'new-review --ref K2 --name "Tomos Pryce" --born 2013-02-03 --looked-after 2026-03-13 --basis V2 --yes --today 2026-03-13',
  'new-review --ref K1 --name "Siân O’Brien" --born 2015-05-02 --looked-after 2026-03-13 --basis V2 --placement U6 --iro "A Khan" --social-worker "W Orker" --sibling K2 --yes --today 2026-03-13',
  'child link K1 "Maeve Gallagher" --role parent --relationship mother --email maeve@example.org --telephone "01904 550 111" --address "4 High Street, York"',
  'child link K1 "Ffion Carer-Jones" --role carer',
  'child bar K1 mother --order "no contact with Maeve Gallagher" --on 2026-03-14 --yes --today 2026-03-14',
  'record K1 child-consulted --on 2026-03-16 "issues=Siân wants to see Tomos Pryce (K2), and not Maeve Gallagher" --today 2026-03-16',
  'record K1 views-given ref=mother "kept-out=He hit me when she was small" --on 2026-03-16 --today 2026-03-16',
  'record K1 records-current --on 2026-03-16 --today 2026-03-16',
  'record K1 review-planned --on 2026-03-16 meeting=2026-04-09 with=K2 --today 2026-03-16',
  'child edit K1 --needs "Afraid of TOMOS, and of what Pryce said"',
  'record K1 child-concern-raised ref=1 "about=Tomos’s bed, since 3 February 2013" --on 2026-03-16 --today 2026-03-16',
  'strike 8 --why "Ffion Carer-Jones rang: not so" --with-what-follows --yes --today 2026-03-17',
];

/** The words of a Word file. */
async function wordsOf(file: string): Promise<string> {
  const book = await JSZip.loadAsync(readFileSync(file));
  return (await book.file('word/document.xml')!.async('string')).replaceAll(/<[^>]+>/g, ' ');
}

const OTHERS =
  /TOMOS|3 February 2013|Maeve|Gallagher|Ffion|Carer-Jones|Tomos|Pryce|maeve@example|550 111|High Street|He hit me/;

describe('everything that is held on one child', () => {
  let it: Unit;
  const dir = folder();
  beforeAll(async () => {
    it = await unit('england', LINES);
    const { code, err } = await it.run(`export child K1 ${dir} ${ON}`);
    if (code !== 0) throw new Error(err);
  }, 60_000);

  test('is a file of data and a document, whose names name nobody, and only their owner can read them', () => {
    expect(readdirSync(dir).sort()).toEqual(['K1-held.docx', 'K1-held.json']);
    for (const name of readdirSync(dir)) expect(statSync(join(dir, name)).mode & 0o777).toBe(0o600);
  });

  test('has every event, the struck ones too, the people, the dates, and who entered what', () => {
    const held = JSON.parse(readFileSync(join(dir, 'K1-held.json'), 'utf8'));
    expect(held.child).toMatchObject({ ref: 'K1', name: 'Siân O’Brien', siblings: ['K2'], iro: 'A Khan' });
    expect(held.people.map(({ name, address }: Record<string, string>) => [name, address])).toEqual([
      ['Ffion Carer-Jones', null],
      ['Maeve Gallagher', '4 High Street, York'],
    ]);
    const kinds = held.chronology.map(({ kind }: { kind: string }) => kind);
    for (const kind of [
      'became-looked-after',
      'placement-started',
      'contact-barred',
      'child-consulted',
      'views-given',
    ])
      expect(kinds).toContain(kind);
    const struck = held.chronology.filter((event: { struckWhy: string | null }) => event.struckWhy !== null);
    expect(struck.map(({ struckWhy }: { struckWhy: string }) => struckWhy)).toContain(
      'Ffion Carer-Jones rang: not so',
    );
    expect(held.deadlines.map(({ rule }: { rule: string }) => rule)).toContain('review-first');
    expect(held.audit.length).toBeGreaterThanOrEqual(held.chronology.length);
  });

  test('has what every table of the database says of a child, or what is worked out from it', () => {
    const open = openReadOnly(it.db);
    const tables = open
      .prepare(
        `SELECT DISTINCT m.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
         WHERE m.type = 'table' AND c.name IN (${OF_CHILDREN.map((name) => `'${name}'`).join(',')}) ORDER BY m.name`,
      )
      .pluck()
      .all();
    open.close();
    const given = [
      ...['child_person', 'document_log', 'event', 'merged', 'outside_ref', 'parent_in_care', 'sibling'],
    ];
    const workedOut = ['action', 'agenda', 'planned_meeting', 'standing_of_child', 'to_plan'];
    const toFindThemBy = ['child_called', 'child_to_call'];
    // The number by which people who were merged are found is called so too.
    const ofPeople = ['person_merged'];
    expect(tables).toEqual([...given, ...workedOut, ...toFindThemBy, ...ofPeople].sort());
  });

  test('says the same in the document', async () => {
    const words = await wordsOf(join(dir, 'K1-held.docx'));
    for (const said of ['Siân O’Brien', 'Maeve Gallagher', 'became looked after', 'Struck out', 'A Khan'])
      expect(words).toContain(said);
  });

  test('is not written over what is there, unless that is asked for', async () => {
    writeFileSync(join(dir, 'K1-held.json'), 'mine');
    const { code, err } = await it.run(`export child K1 ${dir} ${ON}`);
    expect([code, readFileSync(join(dir, 'K1-held.json'), 'utf8')]).toEqual([1, 'mine']);
    expect(err).toContain('K1-held.json is there already. Nothing was written.');
    expect((await it.run(`export child K1 ${dir} --force ${ON}`)).code).toBe(0);
    expect((await it.run(`export child K9 ${dir} ${ON}`)).code).toBe(1);
  });
});

describe('for the child who asks for it', () => {
  let decide: Record<string, string>[];
  let given: string;
  let words: string;
  let said: string;
  const dir = folder();
  beforeAll(async () => {
    const it = await unit('england', LINES);
    const { code, out, err } = await it.run(`export child K1 ${dir} --for-subject ${ON}`);
    if (code !== 0) throw new Error(err);
    said = out + err;
    given = readFileSync(join(dir, 'K1-for-subject.json'), 'utf8');
    words = await wordsOf(join(dir, 'K1-for-subject.docx'));
    decide = parse(readFileSync(join(dir, 'K1-to-decide.csv')), { columns: true, bom: true });
  }, 60_000);

  test('nobody else is named, in the data or in the document; the child and colleagues are', () => {
    expect(given).not.toMatch(OTHERS);
    expect(words).not.toMatch(OTHERS);
    expect(said).not.toMatch(/Siân|Brien/);
    for (const text of [given, words]) expect(text).not.toContain('K2');
    for (const text of [given, words]) {
      expect(text).toContain('Siân');
      expect(text).toContain('A Khan');
      expect(text).toContain('W Orker');
    }
  });

  test('each omission has a number where it was, and is listed with what was written there', () => {
    const left = decide.filter(({ what }) => what === 'left out');
    const numbers = [...words.matchAll(/\[left out (\d+)\]/g)].map(([, number]) => number!);
    expect(numbers.length).toBeGreaterThan(3);
    for (const number of numbers) expect(left.map((each) => each.number)).toContain(number);
    const texts = left.map(({ text }) => text).join('\n');
    for (const kept of [
      'Maeve Gallagher',
      'Ffion Carer-Jones',
      'Tomos Pryce',
      'K2',
      'He hit me',
      '4 High Street',
    ])
      expect(texts).toContain(kept);
    for (const { where, why } of decide) expect([where, why].every((each) => each !== '')).toBe(true);
  });

  test('what somebody wrote and is given is listed to be read first', () => {
    const read = decide.filter(({ what }) => what === 'to read');
    expect(read.map(({ text }) => text)).toContain(
      'Siân wants to see Tomos Pryce (K2), and not Maeve Gallagher',
    );
  });

  test('what is about somebody else is left out whole', () => {
    const event = decide.find(({ text }) => text === 'He hit me when she was small')!;
    expect(event).toMatchObject({ what: 'left out', why: 'It is about somebody else.' });
    expect(words).toContain(`[left out ${event.number}]`);
  });
});
