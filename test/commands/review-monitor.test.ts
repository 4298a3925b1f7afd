import { describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { type Answer, unit } from '../support/harness';

/** K1 in York, whose first review is planned for and held on Tuesday 10 March 2026; today is the 13th. */
async function monitored(papersOn?: string, documents = '') {
  const made = await unit('york');
  await made.run(
    'new-review --ref K1 --name "Child One" --born 2015-05-02 --looked-after 2026-02-16 --iro "A Khan" --today 2026-02-16 --yes',
  );
  await made.run('record K1 review-planned --on 2026-02-17 meeting=2026-03-10');
  if (papersOn) await made.run(`record K1 documents-received --on ${papersOn} ${documents}`);
  await made.run('record K1 review-held --on 2026-03-10 code=PN1');
  return made;
}

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** What the forms on the chronology say. */
async function forms(run: (line: string) => Promise<Answer>, ref = 'K1') {
  const { chronology } = JSON.parse((await run(`child show ${ref} --json`)).out) as {
    chronology: { kind: string; on: string; attributes: Record<string, string> }[];
  };
  return chronology.filter(({ kind }) => kind === 'monitoring-form-completed');
}

describe('review monitor', () => {
  it('keeps the answers and meets the duty', async () => {
    const { run } = await monitored();
    const { code, out, err } = await run(
      'review monitor K1 --good-practice "Life story work" --drift no --plan-quality GOOD --papers in-time --participation adequate --note "A good meeting" --on 12/3',
    );
    expect(code).toBe(0);
    expect(out).toBe('K1/1  monitoring form completed on Thursday 12 March 2026: recorded.\n');
    expect(err).toContain('met       Complete the monitoring form (it was due Tuesday 17 March 2026)');
    expect(err).not.toContain('recommendation track');
    expect((await forms(run))[0]).toMatchObject({
      on: '2026-03-12',
      attributes: {
        'good-practice': 'Life story work',
        drift: 'no',
        'plan-quality': 'good',
        papers: 'in-time',
        participation: 'adequate',
        note: 'A good meeting',
        review: '1',
      },
    });
  });

  it('says how to go on if there is drift', async () => {
    const { run } = await monitored();
    const { code, err } = await run('review monitor K1 --drift yes --drift-about "No permanence plan"');
    expect(code).toBe(0);
    expect(err).toContain('irotool recommendation track K1 --about "…" --by DATE');
    expect(err).toContain('irotool review after K1 --poor-practice NAME --about "…"');
  });

  it('needs no more than one answer', async () => {
    const { run } = await monitored();
    expect((await run('review monitor K1 --note "Nothing to add"')).code).toBe(0);
    expect((await forms(run))[0]?.attributes).toEqual({ note: 'Nothing to add', review: '1' });
  });

  it.each([
    ['2026-03-05', '', 'late', 'By K1/1’s record the papers were in time.'],
    ['2026-03-06', '', 'in-time', 'By K1/1’s record the papers were late.'],
    ['2026-03-04', 'missing=health', 'in-time', 'By K1/1’s record the papers were missing.'],
    [undefined, '', 'late', 'By K1/1’s record the papers were missing.'],
  ])(
    'says where the record has the papers otherwise (reached the IRO %s %s)',
    async (on, missing, typed, note) => {
      const { run } = await monitored(on, missing);
      const { code, err } = await run(`review monitor K1 --papers ${typed}`);
      expect(code).toBe(0);
      expect(onOneLine(err)).toContain(`Note: ${note}`);
    },
  );

  it('says nothing of the papers if the form agrees, or nothing is known of them', async () => {
    const { run } = await monitored('2026-03-05');
    expect((await run('review monitor K1 --papers in-time')).err).not.toContain('Note:');
    await run(
      'new-review --ref K2 --name "Child Two" --born 2012-05-02 --looked-after 2026-02-16 --today 2026-02-16 --yes',
    );
    await run('record K2 review-held --on 2026-03-10 code=PN1');
    const { err, code } = await run('review monitor K2 --papers late');
    expect(code).toBe(0);
    expect(err).not.toContain('Note:');
    expect(await forms(run)).toHaveLength(1);
    expect(await forms(run, 'K2')).toHaveLength(1);
  });

  it('accepts a second form on another day, saying so', async () => {
    const { run } = await monitored();
    await run('review monitor K1 --drift no --on 12/3');
    const { code, err } = await run('review monitor K1 --drift no');
    expect(code).toBe(0);
    expect(onOneLine(err)).toContain('“monitoring form completed” is recorded already, on 12 March 2026.');
  });

  it('is of the review named, after care has ended too', async () => {
    const { run } = await monitored();
    await run('record K1 review-held --on 2026-03-12 code=PN1');
    await run('record K1 ceased-looked-after --on 2026-03-12');
    expect((await run('review monitor K1 --review 1 --drift no')).out).toContain('K1/1  monitoring form');
    expect((await run('review monitor K1 --drift no')).out).toContain('K1/2  monitoring form');
  });

  it.each([
    [
      'review monitor K1',
      2,
      'The monitoring form needs at least one answer: --good-practice --drift --plan-quality --papers --participation or --note',
    ],
    ['review monitor K1 --on 12/3', 2, 'The monitoring form needs at least one answer'],
    ['review monitor K1 --drift maybe', 2, '--drift is yes or no; not "maybe".'],
    ['review monitor K1 --plan-quality fine', 2, '--plan-quality is good, adequate or poor; not "fine".'],
    ['review monitor K1 --papers soon', 2, '--papers is in-time, late or missing; not "soon".'],
    ['review monitor K1 --participation none', 2, '--participation is good, adequate or poor; not "none".'],
    ['review monitor K1 --drift no --drift-about Contact', 2, '--drift-about goes with --drift yes.'],
    ['review monitor K1 --drift-about Contact', 2, '--drift-about goes with --drift yes.'],
    [
      'review monitor K1 --drift no --on 9/3',
      1,
      'K1/1: the review was held on 10 March 2026, so “monitoring form completed” cannot have been on 9 March 2026. Nothing was saved.',
    ],
    ['review monitor K1 --drift no --review 7', 1, 'K1 has no review 7.'],
  ])('%s is refused (exit %i), and changes nothing', async (line, exit, message) => {
    const { run, db } = await monitored();
    const before = everything(db);
    const { code, err, out } = await run(line);
    expect(onOneLine(err)).toContain(message);
    expect(code).toBe(exit);
    expect(out).toBe('');
    expect(everything(db)).toBe(before);
  });

  it('is refused twice on one day, and before any review', async () => {
    const { run, db } = await monitored();
    await run('done K1 monitoring-form --on 2026-03-12');
    await run(
      'new-review --ref K2 --name "Child Two" --born 2012-05-02 --looked-after 2026-02-16 --today 2026-02-16 --yes',
    );
    const before = everything(db);
    const again = await run('review monitor K1 --drift no --on 12/3 --yes');
    expect(again.code).toBe(1);
    expect(again.err).toContain('K1 already has “monitoring form completed” on 12 March 2026');
    const none = await run('review monitor K2 --drift no');
    expect(none.code).toBe(1);
    expect(none.err).toContain('K2: no review has been held yet. When it has been: irotool review hold K2');
    expect(everything(db)).toBe(before);
  });
});
