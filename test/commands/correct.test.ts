/** A fact that was recorded wrongly is put right by `correct`, with all that hangs on it. Each story is one that happens in a unit. */
import { describe, expect, test } from 'vitest';
import { type Run, unit } from '../support/harness';

interface Entry {
  readonly id: number;
  readonly on: string;
  readonly kind: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly struckWhy: string | null;
}

/** The chronology, with what was struck out. */
async function chronology(run: Run, ref = 'K1'): Promise<Entry[]> {
  const { out } = await run(`child show ${ref} --json`);
  return (JSON.parse(out) as { chronology: Entry[] }).chronology;
}

/** What counts, in short: `2026-03-02 became-looked-after`. */
const counting = async (run: Run, ref = 'K1'): Promise<string[]> =>
  (await chronology(run, ref))
    .filter(({ struckWhy }) => struckWhy === null)
    .map(({ on, kind }) => `${on} ${kind}`)
    .sort();

const numberOf = async (run: Run, event: string, ref = 'K1'): Promise<number> =>
  (await chronology(run, ref)).findLast(({ kind, struckWhy }) => kind === event && struckWhy === null)!.id;

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

const CAME =
  'new-review --ref K1 --name "Peter Frost" --born 2014-01-05 --looked-after 2026-03-02 --basis V2 --placement U4 --iro "N Ewman" --yes';
const HELD =
  'review hold K1 --on 2026-03-12 --code PN1 --attended child,mother --considered all --decision "see the dentist; mother; 1/5/2026" --next-meeting "3/6/2026 10:00" --yes';
const MOTHER = 'child link K1 "Mo Ther" --role parent --relationship mother';

describe('the day a child came into care was wrong', () => {
  test('the child came three days earlier: the placement of that day goes along, and the first review is due earlier', async () => {
    const { run } = await unit('england', [CAME]);
    const id = await numberOf(run, 'became-looked-after');
    const { code, out, err } = await run(`correct ${id} --on 27/2/2026 --yes`);
    expect([code, oneLine(out)]).toEqual([
      0,
      `K1 put right: event ${id} is event 4 now, with 1 event that was recorded with it. What it was stays to be seen. `,
    ]);
    const said = oneLine(err);
    expect(said).toContain('day Monday 2 March 2026 → Friday 27 February 2026');
    expect(said).toContain('with it placement started, event 2');
    expect(said).toContain('moved Hold the first review: from Monday 30 March 2026 to Friday 27 March 2026');
    expect(await counting(run)).toEqual([
      '2026-02-27 became-looked-after',
      '2026-02-27 placement-started',
      '2026-03-13 iro-allocated',
    ]);
    expect((await run('doctor')).code).toBe(0);
  });

  test('the child came later, and a visit before that day would count for nothing: it is refused, and says which', async () => {
    const { run } = await unit('england', [CAME, 'visit K1 --child seen-alone --on 2026-03-04 --yes']);
    const before = await counting(run);
    const id = await numberOf(run, 'became-looked-after');
    const { code, err } = await run(`correct ${id} --on 2026-03-06 --yes`);
    const visit = await numberOf(run, 'child-visited');
    expect([code, oneLine(err)]).toEqual([
      1,
      expect.stringContaining(
        `K1: with that, the “child visited” of Wednesday 4 March 2026 (event ${visit}) would fall outside care. Nothing was saved. Put that right first (irotool correct ${visit} …)`,
      ),
    ]);
    expect(await counting(run)).toEqual(before);
  });
});

describe('the day a review was held was wrong', () => {
  test('who came, what was considered, its decisions, the next plan and the copies sent stay with it', async () => {
    const { run } = await unit('england', [
      CAME,
      MOTHER,
      HELD,
      'review after K1 --decisions-sent 2026-03-13 --yes',
    ]);
    const was = await chronology(run);
    const { attributes } = was.find(({ kind }) => kind === 'review-held')!;
    const id = await numberOf(run, 'review-held');
    const { code, err } = await run(`correct ${id} --on 2026-03-11 --yes`);
    expect([code, err]).toEqual([0, err]);
    const said = oneLine(err);
    expect(said).toContain('day Thursday 12 March 2026 → Wednesday 11 March 2026');
    expect(said).toContain('with it decision made');
    // What stays as it was is not told.
    expect(said).not.toContain('attended');
    expect(said).not.toContain('no longer owed');
    const now = (await chronology(run)).filter(({ struckWhy }) => struckWhy === null);
    expect(now.find(({ kind }) => kind === 'review-held')).toMatchObject({ on: '2026-03-11', attributes });
    expect(now.find(({ kind }) => kind === 'decision-made')).toMatchObject({ on: '2026-03-11' });
    const { out } = await run('review show K1 --review 1 --json');
    expect(out).toContain('2026-03-11');
    expect(out).toContain('see the dentist');
    expect((await run('review show K1 --json')).out).toContain('2026-06-03');
    expect((await run('recommendation list K1 --json')).out).toContain('see the dentist');
    expect((await run('doctor')).code).toBe(0);
  });

  test('a day before the child came into care cannot be: nothing is saved', async () => {
    const { run } = await unit('england', [CAME, MOTHER, HELD]);
    const before = await counting(run);
    const { code } = await run(`correct ${await numberOf(run, 'review-held')} --on 2026-02-20 --yes`);
    expect(code).toBe(1);
    expect(await counting(run)).toEqual(before);
  });

  test('--alone leaves what was recorded with it on its day', async () => {
    const { run } = await unit('england', [CAME, MOTHER, HELD]);
    const decision = await numberOf(run, 'decision-made');
    await run(`correct ${decision} --on 2026-03-13 --alone --yes`);
    const now = await counting(run);
    expect(now).toContain('2026-03-12 review-held');
    expect(now).toContain('2026-03-13 decision-made');
  });
});

describe('a code was wrong', () => {
  test('the participation code is another, and nothing else changes', async () => {
    const { run } = await unit('england', [CAME, MOTHER, HELD]);
    const was = await chronology(run);
    const id = await numberOf(run, 'review-held');
    const { code, err } = await run(`correct ${id} code=PN2 --yes`);
    expect(code).toBe(0);
    expect(oneLine(err)).toMatch(/ on Thursday 12 March 2026\. code PN1 → PN2 $/);
    const held = (await chronology(run)).find(
      ({ kind, struckWhy }) => kind === 'review-held' && struckWhy === null,
    )!;
    expect(held.attributes).toEqual({
      ...was.find(({ kind }) => kind === 'review-held')!.attributes,
      code: 'PN2',
    });
    expect((await chronology(run)).filter(({ struckWhy }) => struckWhy !== null)).toHaveLength(1);
  });

  test('the legal basis on the day care began is another', async () => {
    const { run } = await unit('england', [CAME]);
    await run(`correct ${await numberOf(run, 'became-looked-after')} basis=C2 --yes`);
    expect(
      (JSON.parse((await run('child show K1 --json')).out) as { child: { legalStatus: string } }).child
        .legalStatus,
    ).toBe('C2');
  });

  test('what is no such code, or says what is there already, is refused', async () => {
    const { run } = await unit('england', [CAME, MOTHER, HELD]);
    const id = await numberOf(run, 'review-held');
    expect((await run(`correct ${id} code=PN99 --yes`)).code).toBe(2);
    expect((await run(`correct ${id} code=PN1 --yes`)).err).toContain('says that already');
    expect((await run(`correct ${id}`)).code).toBe(2);
    expect((await run('correct 99 code=PN1')).err).toContain('There is no event 99.');
  });

  test('a text keeps whom it names, and an attribute is taken away by typing it empty', async () => {
    const { run } = await unit('england', [
      CAME,
      'review plan K1 --meeting "27/3/2026 10:00" --venue "Peter’s school" --yes',
    ]);
    const id = await numberOf(run, 'review-planned');
    await run(`correct ${id} time=11:00 --yes`);
    const plan = (await chronology(run)).find(
      ({ kind, struckWhy }) => kind === 'review-planned' && struckWhy === null,
    )!;
    expect(plan.attributes).toMatchObject({ time: '11:00', venue: 'Peter’s school' });
    await run(`correct ${plan.id} venue= --yes`);
    const without = (await chronology(run)).find(
      ({ kind, struckWhy }) => kind === 'review-planned' && struckWhy === null,
    )!;
    expect(without.attributes.venue).toBeUndefined();
  });
});

describe('it was recorded of the wrong child', () => {
  const BROTHER =
    'new-review --ref K2 --name "Paul Frost" --born 2012-01-05 --looked-after 2026-03-02 --basis V2 --new --yes';

  test('the review and all that was recorded with it is the other child’s, and the first owes its own again', async () => {
    const { run } = await unit('england', [
      CAME,
      MOTHER,
      BROTHER,
      'child link K2 "Mo Ther" --role parent --relationship mother',
      HELD,
    ]);
    const id = await numberOf(run, 'review-held');
    const { code, out, err } = await run(`correct ${id} --child K2 --yes`);
    expect([code, err]).toEqual([0, err]);
    expect(oneLine(err)).toMatch(
      /child K1 → K2 .* Dates of K1: .*first review.* Dates of K2: met Hold the first review/,
    );
    expect(out).toContain('K2  put right');
    expect((await counting(run)).filter((each) => /review|decision/.test(each))).toEqual([]);
    expect((await counting(run, 'K2')).filter((each) => /held|decision/.test(each))).toEqual([
      '2026-03-12 decision-made',
      '2026-03-12 review-held',
    ]);
    expect((await run('due --child K1 --month')).out).toContain('first review');
    expect((await run('doctor')).code).toBe(0);
  });

  test('is refused if it speaks of someone whom the other child’s record does not know', async () => {
    const { run } = await unit('england', [CAME, MOTHER, BROTHER, HELD]);
    const { code, err } = await run(`correct ${await numberOf(run, 'review-held')} --child K2 --yes`);
    expect([code, oneLine(err)]).toEqual([
      1,
      expect.stringContaining('K2 has no “mother” among their people'),
    ]);
  });

  test('is refused if what was recorded afterwards hangs on it', async () => {
    const { run } = await unit('england', [
      CAME,
      BROTHER,
      'review hold K1 --on 2026-03-12 --code PN1 --considered all --yes',
      'review after K1 --decisions-sent 2026-03-13 --yes',
    ]);
    const before = await counting(run);
    const { code, err } = await run(`correct ${await numberOf(run, 'review-held')} --child K2 --yes`);
    expect([code, oneLine(err)]).toEqual([1, expect.stringContaining('decisions sent')]);
    expect(await counting(run)).toEqual(before);
  });
});

describe('a correction', () => {
  test('is one command: undo has the event again as it was', async () => {
    const { run } = await unit('england', [CAME, MOTHER, HELD]);
    const before = await counting(run);
    await run(`correct ${await numberOf(run, 'review-held')} --on 2026-03-11 --yes`);
    expect((await run('undo --yes')).code).toBe(0);
    expect(await counting(run)).toEqual(before);
    expect((await run('redo --yes')).code).toBe(0);
    expect(await counting(run)).toContain('2026-03-11 review-held');
  });

  test('can be corrected again, and keeps the reason', async () => {
    const { run } = await unit('england', [CAME, MOTHER, HELD]);
    await run(
      `correct ${await numberOf(run, 'review-held')} --on 2026-03-11 --why "the diary says so" --yes`,
    );
    await run(`correct ${await numberOf(run, 'review-held')} --on 2026-03-10 --yes`);
    const now = await counting(run);
    expect(now).toContain('2026-03-10 review-held');
    expect(now).toContain('2026-03-10 decision-made');
    expect(oneLine((await run('audit --child K1')).out)).toContain('the diary says so');
  });

  test('as JSON says which event is which now', async () => {
    const { run } = await unit('england', [CAME]);
    const id = await numberOf(run, 'became-looked-after');
    const { out } = await run(`correct ${id} basis=C2 --yes --json`);
    expect(JSON.parse(out)).toEqual({
      schema: 1,
      corrected: { child: 'K1', to: 'K1', events: [{ was: id, is: 4 }] },
    });
  });
});

describe('a meeting of brothers and sisters', () => {
  const CAME_IN = (ref: string, name: string): string =>
    `new-review --ref ${ref} --name "${name}" --born 2014-01-05 --looked-after 2026-02-16 --iro "N Ewman" --today 2026-02-16 --new --yes`;
  const LINES = [
    CAME_IN('K1', 'Peter Frost'),
    CAME_IN('K2', 'Paul Winter'),
    CAME_IN('K3', 'Mary Snow'),
    'review plan K1 K2 K3 --meeting "2026-03-11 10:00" --venue School --today 2026-02-16 --yes',
    'review hold K1 K2 K3 --on 2026-03-11 --code K1=PN1,K2=PN1,K3=PN2 --yes',
  ];

  const heldOn = async (run: Run): Promise<string[]> => {
    const all: string[] = [];
    for (const ref of ['K1', 'K2', 'K3'])
      all.push(...(await counting(run, ref)).filter((each) => each.includes('review-held')));
    return all;
  };

  test('its day is put right of all of them at once, and one undo takes it back', async () => {
    const { run } = await unit('england', LINES);
    const id = await numberOf(run, 'review-held', 'K2');
    const { code, out, err } = await run(`correct ${id} --on 2026-03-12 --of-all --yes`);
    expect([code, out.match(/put right/g)?.length]).toEqual([0, 3]);
    expect(oneLine(err)).toContain('K3: event');
    expect(await heldOn(run)).toEqual(Array(3).fill('2026-03-12 review-held'));
    expect((await run('undo --yes')).code).toBe(0);
    expect(await heldOn(run)).toEqual(Array(3).fill('2026-03-11 review-held'));
    expect((await run('doctor')).code).toBe(0);
  });

  test('if one of them stands in the way nothing is put right of any', async () => {
    const { run } = await unit('england', [...LINES, 'review after K3 --decisions-sent 2026-03-12 --yes']);
    const id = await numberOf(run, 'review-held');
    const { code, err } = await run(`correct ${id} --on 2026-03-13 --of-all --yes`);
    expect([code, oneLine(err)]).toEqual([1, expect.stringMatching(/^.*K3: .*Nothing was saved\./)]);
    expect(await heldOn(run)).toEqual(Array(3).fill('2026-03-11 review-held'));
  });

  test('a script puts it right of one alone, as before, and is told of the others', async () => {
    const { run } = await unit('england', LINES);
    const id = await numberOf(run, 'review-held');
    const { err } = await run(`correct ${id} --on 2026-03-12 --yes`);
    expect(oneLine(err)).toContain(
      'Note: it was recorded of K2 and K3 too, and stays there as it is. Of all of them: --of-all',
    );
    expect(await heldOn(run)).toEqual([
      '2026-03-12 review-held',
      ...Array<string>(2).fill('2026-03-11 review-held'),
    ]);
    const other = await numberOf(run, 'review-held', 'K2');
    const json = JSON.parse(
      (await run(`correct ${other} --on 2026-03-12 --of-all --yes --json`)).out,
    ) as Record<string, unknown>;
    expect([Object.keys(json), (json.also as { child: string }[]).map(({ child }) => child)]).toEqual([
      ['schema', 'corrected', 'also'],
      ['K3'],
    ]);
  });

  test('what each took part as is their own: the others are left alone', async () => {
    const { run } = await unit('england', LINES);
    const { err } = await run(`correct ${await numberOf(run, 'review-held')} code=PN5 --yes`);
    expect(err).not.toContain('recorded of');
  });
});
