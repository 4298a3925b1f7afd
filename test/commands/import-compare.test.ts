/** `import cases --compare`: what another system and we have of the same children, held against each other each week. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openReadOnly } from '../../src/store/sqlite';
import { folder, unit } from '../support/harness';

const HEADINGS = 'Ref,Name,DOB,Legal status,Looked after since,IRO,Team,Last review,Review number,Code';
const K1 = 'K1,Ann Other,2015-05-02,C1,2025-09-01,A Khan,East,2025-11-10,1,PN1';
const K2 = 'K2,Bo Ash,2014-04-03,C2,2023-03-15,A Khan,East,2025-11-03,5,PN2';

const list = (...rows: readonly string[]): string => {
  const path = join(folder(), 'list.csv');
  writeFileSync(path, [HEADINGS, ...rows].join('\n'));
  return path;
};

/** A unit into which the list came, and a comparison with other rows. */
async function comparing(...rows: readonly string[]) {
  const it = await unit();
  await it.run(['import', 'cases', list(K1, K2), '--map', 'children', '--yes']);
  const path = list(...rows);
  const compare = (...more: readonly string[]) =>
    it.run(['import', 'cases', path, '--map', 'children', '--compare', ...more]);
  return { ...it, compare };
}

const live = (db: string, ref: string): unknown[] => {
  const open = openReadOnly(db);
  try {
    return open
      .prepare(
        `SELECT happened_on || ' ' || kind || coalesce(' ' || json_extract(attributes, '$.basis'), '') || coalesce(' ' || json_extract(attributes, '$.code'), '')
         FROM event WHERE child_id = (SELECT id FROM child WHERE ref = ?) AND id NOT IN (SELECT event_id FROM strike) ORDER BY happened_on, id`,
      )
      .pluck()
      .all(ref);
  } finally {
    open.close();
  }
};

const inOne = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('a comparison', () => {
  test('of a list that says what is recorded has nothing to take', async () => {
    const { compare } = await comparing(K1, K2);
    const { code, out } = await compare();
    expect(code).toBe(0);
    expect(out).toContain('2 children the same, 0 differences.');
    expect(out).toContain('There is nothing to take.');
  });

  test('says what they have and we have not, what differs, the likely cause first, and who is not there', async () => {
    const { compare } = await comparing(
      K1.replace('2025-11-10', '2025-10-11')
        .replace('C1', 'C2')
        .replace('A Khan', 'M Ŵyn')
        .replace('East', 'West'),
      'K3,Cy Oak,2016-01-01,C2,2026-02-01,A Khan,East,,,',
    );
    const { out } = await compare();
    const said = inOne(out);
    expect(said).toContain(
      'status: Changed on one side: the legal status is C1 here, C2 there. What to do: If theirs is right, say since when: irotool child status K1 --basis C2 --on DATE',
    );
    expect(said).toContain('iro: Changed on one side: the IRO is A Khan here, M Ŵyn there.');
    expect(said).toContain('team: the team is East here, West there.');
    expect(said).toContain('child: Not recorded here: they have a child whom we have not, with 2 events.');
    expect(said).toContain('NOT THERE: 1 K2: in care here, and not in the files.');
    expect(out).not.toMatch(/Ann|Other|Ash|Oak/);
  });

  test.each([
    ['2025-10-11', 'Day and month changed places: “review held” on 10 November 2025'],
    ['2025-11-11', 'One day apart: “review held” on 10 November 2025'],
    ['2025-11-20', 'Another day: “review held” on 10 November 2025'],
  ])('of a review of %s there says why it may be', async (there, words) => {
    const { compare } = await comparing(K1.replace('2025-11-10', there), K2);
    expect(inOne((await compare()).out)).toContain(words);
  });

  test('changes nothing by itself', async () => {
    const { db, compare } = await comparing(K1.replace('C1', 'C2'), K2);
    const before = live(db, 'K1');
    expect((await compare()).out).toContain('Nothing was changed.');
    expect((await compare('--yes')).out).toContain('Nothing was changed.');
    expect(live(db, 'K1')).toEqual(before);
  });
});

describe('what is taken', () => {
  test('is all of a kind, and nothing of another', async () => {
    const { db, compare } = await comparing(K1.replace('A Khan', 'M Ŵyn').replace('PN1', 'PN3'), K2);
    const { out } = await compare('--take', 'code');
    expect(out).toContain('1 difference taken, 0 left');
    expect(live(db, 'K1')).toContain('2025-11-10 review-held PN3');
    expect(live(db, 'K1')).not.toContain('2026-03-13 iro-changed');
    expect(inOne((await compare()).out)).toContain('iro: Changed on one side');
    await compare('--take', 'iro');
    expect(live(db, 'K1')).toContain('2026-03-13 iro-changed');
    expect((await compare()).out).toContain('2 children the same, 0 differences.');
  });

  test('of how a child stands now is no difference from what was recorded since', async () => {
    const { run, compare } = await comparing(K1.replace('C1', 'C2'), K2);
    await run('child status K1 --basis C2 --on 2026-02-01 --yes');
    expect((await compare()).out).toContain('2 children the same, 0 differences.');
  });

  test('is a whole child whom we had not, or another day', async () => {
    const { db, compare } = await comparing(
      K1.replace('2025-11-10', '2025-11-12'),
      K2,
      'K3,Cy Oak,2016-01-01,C2,2026-02-01,M Ŵyn,East,,,',
    );
    const { out } = await compare('--take', 'day', '--take', 'child');
    expect(out).toContain('2 differences taken');
    expect(live(db, 'K1')).toContain('2025-11-12 review-held PN1');
    expect(live(db, 'K3')).toEqual(['2026-02-01 became-looked-after C2', '2026-02-01 iro-allocated']);
    expect((await compare()).out).toContain('3 children the same, 0 differences.');
  });

  test('of a kind that there is not is refused with those that there are', async () => {
    const { compare } = await comparing(K1, K2);
    const { code, err } = await compare('--take', 'dates');
    expect(code).toBe(2);
    expect(err).toContain('There is no kind of difference "dates".');
  });
});

test('what was left is not asked about again until it changes', async () => {
  const it = await unit();
  await it.run(['import', 'cases', list(K1, K2), '--map', 'children', '--yes']);
  const week = (rows: readonly string[], ...more: readonly string[]) =>
    it.run(['import', 'cases', list(...rows), '--map', 'children', '--compare', ...more]);
  const other = [K1.replace('PN1', 'PN2'), K2];
  expect((await week(other, '--leave', 'code')).out).toContain('0 differences taken, 1 left');
  const next = await week(other);
  expect(next.out).toContain('1 difference left before, and not changed since: not shown.');
  expect(next.out).toContain('There is nothing to take.');
  const changed = await week([K1.replace('PN1', 'PN3'), K2]);
  expect(inOne(changed.out)).toContain('code: “review held” on 10 November 2025: code PN1 here, PN3 there.');
});
