/** The packs of a review’s moments: who is sent what at each, and what is recorded once it was sent. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { folder, type Run } from '../support/harness';
import { plannedUnit } from '../support/letters';

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Types them, each of which is done. */
async function typed(run: Run, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const { code, err } = await run(line);
    expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
  }
}

/** The documents that a pack makes, and what is said of it. */
async function packed(run: Run, line: string): Promise<{ files: string[]; said: string; cover: string }> {
  const cwd = folder();
  const { code, err } = await run(line, { cwd });
  expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
  const all = readdirSync(cwd).sort();
  const cover = all.find((file) => file.endsWith('-pack.txt'))!;
  return {
    files: all.filter((file) => file !== cover).map((file) => file.replace(/^K\d-[^-]+-|\.docx$/g, '')),
    said: flat(err),
    cover: flat(readFileSync(join(cwd, cover), 'utf8')),
  };
}

interface Recorded {
  readonly kind: string;
  readonly on: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly struckWhy?: string | null;
}
async function recorded(run: Run, kind: string): Promise<Recorded[]> {
  const { out } = await run('child show K1 --json');
  return (JSON.parse(out) as { chronology: Recorded[] }).chronology.filter(
    (each) => each.kind === kind && each.struckWhy == null,
  );
}

const INVITED = 'letter pack K1 --sent-on 2026-03-12 --today 2026-03-12';
const HELD = [
  'person add --name "Sal Chief" --role service-manager',
  'review hold K1 --on 2026-03-27 --code PN1 --attended child,mother,carer,social-worker --yes --today 2026-03-27',
  'recommendation add K1 --text "Find a football club" --owner social-worker --by 2026-05-01 --today 2026-03-27 --yes',
];

describe('a pack of a meeting that was changed', () => {
  it('tells those who were invited, and records that they were invited to the new day', async () => {
    const { run } = await plannedUnit();
    await run(INVITED, { cwd: folder() });
    await typed(
      run,
      'review plan K1 --meeting "30/3 10:00" --venue School --because "The carer is away" --today 2026-03-16 --yes',
    );
    const { files, cover } = await packed(run, 'letter pack K1 --today 2026-03-16 --sent-on 2026-03-16');
    expect(files).toContain('meeting-changed-mother');
    expect(files).toContain('meeting-changed-child-child');
    expect(files.filter((file) => !file.startsWith('meeting-changed'))).toEqual([]);
    expect(cover).toContain('K1/1 that the meeting was changed: Monday 30 March 2026, 10am');
    const sent = await recorded(run, 'invitations-sent');
    expect(sent.map(({ on }) => on)).toEqual(['2026-03-12', '2026-03-16']);
    expect(sent[1]!.attributes.to!.split(',').sort()).toEqual(sent[0]!.attributes.to!.split(',').sort());
  });

  it('invites whoever is new on the list, and names whoever is no longer on it', async () => {
    const { run } = await plannedUnit();
    await run(INVITED, { cwd: folder() });
    await typed(
      run,
      'review plan K1 --meeting "30/3 10:00" --venue School --today 2026-03-16 --yes',
      'child link K1 "Nan Roe" --role relative --relationship grandmother',
      'review participants K1 --add grandmother --why "Siân asked for her"',
      'review participants K1 --remove teacher',
    );
    const { files, said } = await packed(run, 'letter pack K1 --today 2026-03-16');
    expect(files).toContain('invitation-parent-grandmother');
    expect(files.join()).not.toContain('teacher');
    expect(said).toContain('teacher was invited to the meeting as it was before, and is not to the one now.');
  });
});

describe('a pack of a meeting that did not come to its end', () => {
  it('tells the same people that it is cancelled, once', async () => {
    const { run } = await plannedUnit();
    await run(INVITED, { cwd: folder() });
    await typed(run, 'review cancel K1 --reason "Snow" --agreed-by "A Khan" --yes --today 2026-03-16');
    const first = await packed(run, 'letter pack K1 --today 2026-03-16 --sent-on 2026-03-16');
    expect(first.files).toContain('meeting-cancelled-father');
    expect(first.files).toContain('meeting-cancelled-child-child');
    const { code, err } = await run('letter pack K1 --today 2026-03-16', { cwd: folder() });
    expect([code, flat(err)]).toEqual([1, expect.stringContaining('no meeting is planned')]);
  });

  it('of one adjourned yesterday tells of that', async () => {
    const { run } = await plannedUnit();
    await run(INVITED, { cwd: folder() });
    await typed(
      run,
      'review adjourn K1 --on 2026-03-27 --reason "No health report" --yes --today 2026-03-27',
    );
    const { files, cover } = await packed(run, 'letter pack K1 --today 2026-03-28');
    expect(files).toContain('meeting-adjourned-mother');
    expect(files).toContain('meeting-adjourned-child-child');
    expect(cover).toContain('K1/1 that the review was adjourned');
  });

  it('is not said to be cancelled while it stands', async () => {
    const { run, db } = await plannedUnit();
    const before = everything(db);
    const { code, err } = await run('letter pack K1 --moment cancelled', { cwd: folder() });
    expect([code, flat(err)]).toEqual([1, expect.stringContaining('is not cancelled. Nothing was written.')]);
    expect(everything(db)).toBe(before);
  });

  it('of care that ended tells those who were invited that there is none', async () => {
    const { run } = await plannedUnit();
    await run(INVITED, { cwd: folder() });
    await typed(run, 'child left K1 --on 2026-03-20 --reason E4B --yes --today 2026-03-20');
    const { files } = await packed(run, 'letter pack K1 --today 2026-03-20');
    expect(files).toContain('meeting-cancelled-mother');
  });
});

describe('a pack of papers that have not come', () => {
  it('reminds the social worker, from the day after they were due', async () => {
    const { run } = await plannedUnit();
    await run(INVITED, { cwd: folder() });
    const at = (today: string) => run(`letter pack K1 --today ${today} --json --out ${folder()}`);
    const names = (out: string): string[] =>
      (JSON.parse(out) as { documents: { letter: string }[] }).documents.map(({ letter }) => letter);
    // The papers were due on Tuesday 24 March, three working days before.
    expect(names((await at('2026-03-24')).out)).not.toContain('reminder-documents');
    expect(names((await at('2026-03-25')).out)).toEqual(['reminder-documents']);
  });
});

describe('a pack after the review', () => {
  it('sends the decisions to all who took part and to the manager, and records that they were sent', async () => {
    const { run } = await plannedUnit();
    await typed(run, ...HELD);
    const { files, said } = await packed(run, 'letter pack K1 --today 2026-03-30 --sent-on 2026-03-30');
    expect(files).toEqual([
      'decisions-manager-service-manager',
      'record-decisions-carer',
      'record-decisions-child',
      'record-decisions-mother',
      'record-decisions-social-worker',
    ]);
    expect(said).toContain('Send the decisions');
    const [sent] = await recorded(run, 'decisions-sent');
    expect(sent).toMatchObject({ on: '2026-03-30', attributes: { review: '1' } });
    expect(sent!.attributes.to!.split(',').sort()).toEqual(
      ['carer', 'child', 'mother', 'service-manager', 'social-worker'].sort(),
    );
  });

  it('puts no decision to a manager if there is none', async () => {
    const { run } = await plannedUnit();
    await typed(run, ...HELD.slice(0, 2));
    const { files, said } = await packed(run, 'letter pack K1 --today 2026-03-30');
    expect(files.join()).not.toContain('manager');
    expect(said).toContain('no decision is recorded, so none is put to a manager');
  });

  it('sends the record to each as it was decided, and records it sent out once nobody is left', async () => {
    const { run } = await plannedUnit();
    await typed(run, ...HELD);
    await run('letter pack K1 --today 2026-03-30 --sent-on 2026-03-30', { cwd: folder() });
    const early = await run('letter pack K1 --moment after --today 2026-04-01', { cwd: folder() });
    expect([early.code, flat(early.err)]).toEqual([
      1,
      expect.stringContaining('the record is sent once it is completed'),
    ]);
    await typed(run, 'review after K1 --record-completed 2026-04-10 --today 2026-04-10 --yes');
    const first = await packed(run, 'letter pack K1 --today 2026-04-13 --sent-on 2026-04-13');
    expect(first.files).toEqual([
      ...['distribution-full-carer', 'distribution-full-child'],
      ...['distribution-full-mother', 'distribution-full-social-worker'],
    ]);
    expect(first.cover).toContain('put in The record of the review');
    expect(first.said).toContain('what the father is sent of the record is still to be decided');
    expect((await recorded(run, 'record-sent')).map(({ attributes }) => attributes.ref).sort()).toEqual([
      ...['carer', 'child', 'mother', 'social-worker'],
    ]);
    expect(await recorded(run, 'record-distributed')).toEqual([]);
    await typed(
      run,
      'review distribute K1 father --record none --why "He has had no part" --tell "You were not at the review." --decided-by "A Khan" --on 2026-04-14 --today 2026-04-14 --yes',
    );
    const left = JSON.parse((await run('review distribute K1 --json --today 2026-04-14')).out) as {
      distribution: { who: string; record: string | null }[];
    };
    for (const { who } of left.distribution.filter(({ record }) => record === null)) {
      await typed(
        run,
        `review distribute K1 ${who} --record none --why "Not there" --decided-by "A Khan" --on 2026-04-14 --today 2026-04-14 --yes`,
      );
    }
    expect(await recorded(run, 'record-distributed')).toHaveLength(1);
    const again = await packed(run, 'letter pack K1 --moment record --today 2026-04-14 --sent-on 2026-04-14');
    expect(again.files).toContain('distribution-none-father');
    expect(await recorded(run, 'record-distributed')).toHaveLength(1);
  });
});

describe('the moment of a pack', () => {
  it('is named if several are owed and nobody can be asked', async () => {
    const { run, db } = await plannedUnit();
    await typed(
      run,
      ...HELD,
      'review plan K1 --meeting "12/6/2026 10:00" --venue School --today 2026-03-27 --yes',
    );
    const before = everything(db);
    const { code, err } = await run('letter pack K1 --today 2026-03-30', { cwd: folder() });
    expect([code, flat(err)]).toEqual([
      2,
      'K1: invitations to the meeting and what follows the review are owed. Say which: --moment invitations or --moment after',
    ]);
    expect(everything(db)).toBe(before);
    const { files } = await packed(run, 'letter pack K1 --moment invitations --today 2026-03-30');
    expect(files).toContain('invitation-parent-mother');
  });

  it('is one that there is', async () => {
    const { run } = await plannedUnit();
    const { code, err } = await run('letter pack K1 --moment canceled', { cwd: folder() });
    expect([code, flat(err)]).toEqual([2, expect.stringContaining('Did you mean "cancelled"?')]);
  });

  it('is said by a template: one of the council’s own is in the pack by its front matter alone', async () => {
    const { run, db } = await plannedUnit();
    mkdirSync(join(dirname(db), 'templates'));
    writeFileSync(
      join(dirname(db), 'templates', 'our-news.md.hbs'),
      [
        ...['---', 'title: Your review', 'for: the child', 'reader: child', 'roles: [child]', 'kind: after'],
        ...['moment: decisions', 'version: 1', '---', 'Your review is over.', ''],
      ].join('\n'),
    );
    await typed(run, ...HELD);
    const { files } = await packed(run, 'letter pack K1 --today 2026-03-30');
    expect(files).toContain('our-news-child');
    expect(files).not.toContain('record-decisions-child');
  });

  it('is taken back with all that it recorded by one undo', async () => {
    const { run } = await plannedUnit();
    await typed(run, ...HELD);
    await run('letter pack K1 --today 2026-03-30 --sent-on 2026-03-30', { cwd: folder() });
    expect(await recorded(run, 'decisions-sent')).toHaveLength(1);
    await typed(run, 'undo --why "The wrong day" --yes --today 2026-03-30');
    expect(await recorded(run, 'decisions-sent')).toEqual([]);
    const { documents } = JSON.parse((await run('child show K1 --json')).out) as {
      documents: { sentOn: string | null }[];
    };
    expect(documents.filter(({ sentOn }) => sentOn !== null)).toEqual([]);
  });
});
