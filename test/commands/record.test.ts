import { describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { unit } from '../support/harness';

/** A unit with K1, looked after since Monday 2 March 2026. */
async function withChild() {
  const made = await unit();
  await made.run(
    'new-review --ref K1 --name "Child One" --born 2015-05-02 --looked-after 2026-03-02 --iro "A Khan" --yes',
  );
  const chronology = async (): Promise<
    { id: number; kind: string; words: string; struckWhy: string | null }[]
  > => JSON.parse((await made.run('child show K1 --json')).out).chronology;
  return { ...made, chronology };
}

describe('record', () => {
  it('puts any event on the chronology and shows the dates that move', async () => {
    const { run, chronology } = await withChild();
    const { out, err, code } = await run('record K1 review-called reason=a complaint by=31/3 --on 12/3');
    expect(code).toBe(0);
    expect(out).toBe('K1  review called on Thursday 12 March 2026: recorded.\n');
    expect(err).toContain('due       Tuesday 31 March 2026: Hold the review that the IRO called early');
    expect((await chronology()).map(({ words }) => words)).toContain(
      'review called (reason a complaint, by 31 March 2026)',
    );
  });

  it('starts the ordinary clock if short breaks become ordinary care', async () => {
    const { run } = await unit();
    await run('new-review --ref S1 --name S --born 2015-05-02 --looked-after 2026-01-05 --basis V3 --yes');
    const { err } = await run('record S1 legal-status-changed basis=V2 --on 2026-03-02');
    expect(err.replaceAll(/\s+/g, ' ')).toContain(
      'ended Hold the first short-break review (due Sunday 5 April 2026) is no longer owed',
    );
    expect(err).toContain('due       Monday 30 March 2026: Hold the first review');
  });

  it('takes an IRO by name, and shows the name', async () => {
    const { run, chronology } = await withChild();
    await run('person add --name "M Ŵyn" --role iro');
    expect((await run(['record', 'K1', 'iro-changed', 'iro=m ŵyn', 'reason=leaving'])).code).toBe(0);
    expect((await chronology()).at(-1)!.words).toBe('IRO changed (M Ŵyn, reason leaving)');
    expect((await run('child show K1 --ids')).out).toContain('IRO            M Ŵyn');
  });

  it('says in words what was recorded: lists, times and tags, and what is long after the rest', async () => {
    const { run, chronology } = await withChild();
    await run('child link K1 "Mary One" --role parent --tag mother');
    await run('child link K1 "Frank One" --role parent --tag father');
    await run('child link K1 "Carol Hart" --role carer --tag carer');
    const last = async (line: string): Promise<string> => {
      expect((await run(`${line} --on 2026-03-12`)).code).toBe(0);
      const entries = await chronology();
      return entries.reduce((latest, each) => (each.id > latest.id ? each : latest)).words;
    };
    expect(await last('record K1 participant-listed ref=mother part=invited legal=yes')).toBe(
      'participant listed (mother, part invited, legal)',
    );
    expect(await last('record K1 invitations-sent to=mother,carer review=1')).toBe(
      'invitations sent (to mother, carer; review 1)',
    );
    expect(await last('record K1 child-wishes-recorded hours=outside-school place=Home')).toBe(
      'child wishes recorded (hours outside school, place Home)',
    );
    expect(
      await last(
        'record K1 not-invited ref=father concern=Threats, at the door by=2026-06-12 considered=Room 2',
      ),
    ).toBe('not invited (father, by 12 June 2026, considered Room 2); concern: Threats, at the door');
    expect(await last('record K1 review-planned meeting=2026-03-27 time=16:30')).toBe(
      'review planned (meeting 27 March 2026, 4:30pm)',
    );
    expect(
      await last('record K1 review-held code=PN1 considered=legal-status,contact also-sat=2026-03-11'),
    ).toBe('review held (code PN1; considered legal status, contact; also sat 11 March 2026)');
    expect(await last('record K1 decision-made ref=1.1 text=A passport by=2026-04-01')).toBe(
      'decision made (ref 1.1, by 1 April 2026); A passport',
    );
  });

  it('names Cafcass as people write it', async () => {
    const { run } = await withChild();
    await run('record K1 dispute-opened ref=D1');
    const { out } = await run('record K1 cafcass-referred ref=D1');
    expect(out).toBe('K1  referred to Cafcass on Friday 13 March 2026: recorded.\n');
  });

  it('says what an event needs and how to type it', async () => {
    const { run } = await withChild();
    const { err, code } = await run('record K1 review-called by=31/3');
    expect(code).toBe(2);
    expect(err).toBe(
      '"review-called" needs reason=… irotool record K1 review-called reason=… [by=…] [visit=…] [asked-by=…] …\n',
    );
    expect((await run('record K1 review-called complaint')).err).toBe(
      'After the event come its attributes, as key=value. irotool record K1 review-called reason=… [by=…] [visit=…] [asked-by=…] …\n',
    );
  });

  it('refuses what is recorded already, with the number to strike out', async () => {
    const { run, chronology } = await withChild();
    await run('record K1 adoption-authorised --on 2026-03-10');
    const { id } = (await chronology()).find(({ kind }) => kind === 'adoption-authorised')!;
    const twice = await run('record K1 adoption-authorised --on 2026-03-10');
    expect(twice.code).toBe(1);
    expect(twice.err).toContain(`K1 already has “adoption authorised” on 10 March 2026 (event ${id}).`);
    expect(twice.err).toContain(`irotool strike ${id} --why`);
  });

  it('refuses a second IRO for the day of the first, which would count for nothing', async () => {
    const { run, db } = await withChild();
    await run('person add --name "M Ŵyn" --role iro');
    const before = everything(db);
    const { code, err } = await run(['record', 'K1', 'iro-allocated', 'iro=M Ŵyn']);
    expect(code).toBe(1);
    expect(err).toContain('K1 already has “IRO allocated” on 13 March 2026');
    expect(everything(db)).toBe(before);
  });

  it('saves without a question if nobody can be asked', async () => {
    const { run } = await withChild();
    expect((await run('record K1 adoption-authorised --no-input')).code).toBe(0);
  });
});

describe('strike', () => {
  it('strikes an event out with the reason, and it stays to be seen', async () => {
    const { run, chronology } = await withChild();
    await run('review hold K1 --on 2026-03-12 --code PN1');
    const held = (await chronology()).find(({ kind }) => kind === 'review-held')!;
    const { out, err, code } = await run(`strike ${held.id} --why "another child’s"`);
    expect(code).toBe(0);
    expect(out).toBe(`K1  event ${held.id} struck out. It stays on the chronology, with the reason.\n`);
    expect(err).toContain('due       Monday 30 March 2026: Hold the first review');
    const shown = (await run('child show K1 --ids')).out.replaceAll(/\s+/g, ' ');
    expect(shown).toContain('STRUCK OUT (another child’s): review held (code PN1, attended and spoke)');
    expect((await run('review show K1')).code).toBe(1);
  });

  it('lets it be entered again', async () => {
    const { run, chronology } = await withChild();
    await run('review hold K1 --on 2026-03-12 --code PN1');
    const held = (await chronology()).find(({ kind }) => kind === 'review-held')!;
    await run(`strike ${held.id} --why "wrong code"`);
    expect((await run('review hold K1 --on 2026-03-12 --code PN5')).code).toBe(0);
  });

  it('refuses what would leave another event counting for nothing', async () => {
    const { run, db, chronology } = await withChild();
    const before = everything(db);
    const [start] = await chronology();
    const { err, code } = await run(`strike ${start!.id} --why mistake`);
    expect(code).toBe(1);
    expect(err).toContain('the “IRO allocated” of Friday 13 March 2026 would fall outside care');
    expect(everything(db)).toBe(before);
  });

  it('refuses a number that is none, one struck out already, and an empty reason', async () => {
    const { run, chronology } = await withChild();
    const iro = (await chronology()).at(-1)!;
    expect((await run('strike 999 --why x')).err).toContain('There is no event 999.');
    expect((await run('strike one --why x')).code).toBe(1);
    expect((await run([`strike`, String(iro.id), '--why', ' '])).code).toBe(2);
    expect((await run(`strike ${iro.id} --why x`)).code).toBe(0);
    expect((await run(`strike ${iro.id} --why x`)).err).toContain('is struck out already');
  });
});

describe('strike --with-what-follows', () => {
  it('takes out a start of care with all that would fall outside care without it', async () => {
    const { run, chronology } = await withChild();
    const [start] = await chronology();
    const refused = await run(`strike ${start!.id} --why "wrong child"`);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(`irotool strike ${start!.id} --why "…" --with-what-follows`);
    const struck = await run(`strike ${start!.id} --why "wrong child" --with-what-follows`);
    expect(struck.code).toBe(0);
    expect((await chronology()).map(({ struckWhy }) => struckWhy)).toEqual(['wrong child', 'wrong child']);
    expect((await run('doctor')).code).toBe(0);
    const again = await run('record K1 became-looked-after basis=V2 --on 2026-03-03');
    expect(again.code).toBe(0);
  });
});
