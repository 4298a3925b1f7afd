/** The packs of a review’s moments: who is sent what at each, and what is recorded once it was sent. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { folder, type Run, unit } from '../support/harness';
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
    // In the folder of the invitations nothing is in its way.
    const cwd = folder();
    await run('letter pack K1 --moment invitations --sent-on 2026-03-12 --today 2026-03-27', { cwd });
    expect((await run('letter pack K1 --moment adjourned --today 2026-03-28', { cwd })).code).toBe(0);
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
      'outcome-child-child',
      'record-decisions-carer',
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
      ...['distribution-full-carer', 'distribution-full-child-child'],
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
    expect(files).not.toContain('outcome-child-child');
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

describe('a pack of brothers and sisters', () => {
  const child = (ref: string, name: string, born: string, more = ''): string =>
    `new-review --ref ${ref} --name "${name}" --born ${born} --looked-after 2026-03-02 --basis V2 --iro "A Khan" --social-worker "S Worker" --placement U6 --yes --today 2026-03-02 ${more}`;
  const FAMILY = [
    'settings set unit.name "Reviewing Unit"',
    'settings set unit.email unit@testshire.gov.uk',
    'settings set signatory.name "Pat Admin"',
    child('K1', 'Siân Roe', '2015-05-02'),
    child('K2', 'Macsen Roe', '2017-05-02', '--sibling K1'),
    child('K3', 'Nia Lloyd', '2013-05-02', '--sibling K1'),
    ...['K1', 'K2'].map(
      (ref) => `child link ${ref} "Jane Roe" --role parent --relationship mother --responsibility yes`,
    ),
    'child link K3 "Gwen Lloyd" --role parent --relationship mother --responsibility yes',
    'child link K1 "M Teach" --role teacher',
    'review plan K1 K2 K3 --meeting "24/3 10:00" --venue "Civic Centre" --today 2026-03-04 --yes',
  ].map((line) => (line.includes('--today') ? line : `${line} --today 2026-03-02`));

  it('writes one letter to an adult of several, and to each child their own', async () => {
    const { run } = await unit('york', FAMILY);
    const cwd = folder();
    const { code, err } = await run('letter pack K1 K2 K3 --format txt --today 2026-03-04', { cwd });
    expect([code, code === 0 ? '' : err]).toEqual([0, '']);
    const files = readdirSync(cwd);
    const letters = (who: string): string[] =>
      files.filter((file) => file.includes('-invitation-') && file.endsWith(`-${who}.txt`)).sort();
    expect(letters('child').map((file) => file.slice(0, 2))).toEqual(['K1', 'K2', 'K3']);
    expect(letters('social-worker')).toEqual(['K1-1-invitation-social-worker-social-worker.txt']);
    // Jane Roe is the mother of two, Gwen Lloyd of the third: neither is told of a child who is not hers.
    expect(letters('mother')).toEqual([
      'K1-1-invitation-parent-mother.txt',
      'K3-1-invitation-parent-mother.txt',
    ]);
    const read = (file: string): string => flat(readFileSync(join(cwd, file), 'utf8'));
    expect(read('K1-1-invitation-parent-mother.txt')).toContain('come to the review for Siân and Macsen.');
    expect(read('K1-1-invitation-parent-mother.txt')).not.toContain('Nia');
    expect(read('K3-1-invitation-parent-mother.txt')).not.toMatch(/Siân|Macsen/);
    expect(read('K1-1-invitation-teacher-teacher.txt')).not.toMatch(/Macsen|Nia/);
    const worker = read('K1-1-invitation-social-worker-social-worker.txt');
    expect(worker).toContain('Please come to the review of Siân, Macsen and Nia');
    // Everyone who is asked to come, for whichever of them.
    expect(worker).toMatch(/Jane Roe, mother.*M Teach, teacher.*Gwen Lloyd, mother of Nia/);
    expect(worker.match(/Jane Roe/g)).toHaveLength(1);
    expect(read('K3-1-invitation-parent-mother.txt')).not.toMatch(/Jane Roe|M Teach/);
    expect(read('K1-1-invitation-parent-mother.txt')).not.toContain('Gwen');
    // Each reader has the reference of each child of theirs whom the letter is about, and of no other.
    const reference = (file: string): string => /Our reference: ([\w/]+(?:, [\w/]+)*)/.exec(read(file))![1]!;
    expect(reference('K1-1-invitation-parent-mother.txt')).toBe('K1/1, K2/1');
    expect(reference('K3-1-invitation-parent-mother.txt')).toBe('K3/1');
    expect(reference('K1-1-invitation-teacher-teacher.txt')).toBe('K1/1');
    expect(reference('K1-1-invitation-social-worker-social-worker.txt')).toBe('K1/1, K2/1, K3/1');
    for (const [at, file] of letters('child').entries()) expect(reference(file)).toBe(`K${at + 1}/1`);
    // With one letter about two of them come two forms, and it says so; who has one form is told of one.
    const ofTwo = read('K1-1-invitation-parent-mother.txt');
    expect(ofTwo).toContain('send us the forms by');
    expect(ofTwo).toContain('Fill in the forms that come with this letter (one for each child)');
    expect(ofTwo).toContain('A form for your views, one for each child');
    expect(ofTwo).not.toContain('the form ');
    const ofOne = read('K3-1-invitation-parent-mother.txt');
    expect(ofOne).toContain('Fill in the form that comes with this letter');
    expect(ofOne).not.toMatch(/forms|one for each child/);
    expect(worker).toContain('The forms that come with this letter (one for each child) are for');
    // Each child's form is of that child.
    expect(files).toContain('K2-1-consultation-parent-mother.txt');
    const cover = read('K1-K2-K3-pack.txt');
    expect(cover).toContain('K1, K2 mother Jane Roe, mother');
    expect(flat(err)).toContain(
      'Once they are sent: irotool letter pack K1 K2 K3 --format txt --sent-on today',
    );
  });

  it('tells each child that a meeting that is moved is shared, and asks about whoever is kept from another of them', async () => {
    const { run } = await unit('york', FAMILY);
    const cwd = folder();
    await run('letter pack K1 K2 K3 --sent-on 2026-03-04 --today 2026-03-04', { cwd });
    await typed(
      run,
      'review plan K1 K2 K3 --meeting "25/3 10:00" --venue "Civic Centre" --because Snow --today 2026-03-05 --yes',
    );
    const read = async (ref: string): Promise<string> =>
      flat((await run(`letter meeting-changed-child ${ref} --format txt --out - --today 2026-03-05`)).out);
    expect(await read('K1')).toContain('The meeting is also for Macsen and Nia.');
    expect(await read('K3')).toContain('Siân and Macsen');
    const mother = 'letter meeting-changed K1 --to mother --format txt --out - --today 2026-03-05';
    expect(flat((await run(mother)).out)).toContain('the review of Siân and Macsen has moved');
    await typed(
      run,
      'child bar K2 mother --order "Non-molestation order" --until 2027-03-01 --today 2026-03-05 --yes',
    );
    const asked = await run('letter pack K1 K2 K3 --today 2026-03-05', { cwd: folder() });
    expect([asked.code, flat(asked.err)]).toEqual([
      2,
      expect.stringContaining('an order of a court keeps the mother from K2'),
    ]);
  });

  it('writes one letter of a meeting that is cancelled for the same reason, of no child whose meeting stands', async () => {
    const { run } = await unit('york', FAMILY);
    await run('letter pack K1 K2 K3 --sent-on 2026-03-04 --today 2026-03-04', { cwd: folder() });
    const cancel = (ref: string, why: string): string =>
      `review cancel ${ref} --reason "${why}" --tell "${why}." --agreed-by "A Khan" --yes --today 2026-03-05`;
    await typed(run, cancel('K1', 'The school is closed'), cancel('K2', 'The school is closed'));
    const files = async (line: string): Promise<readonly (readonly [string, string])[]> => {
      const cwd = folder();
      const { code, err } = await run(
        `letter pack ${line} --moment cancelled --format txt --today 2026-03-05`,
        {
          cwd,
        },
      );
      expect([code, code === 0 ? '' : err]).toEqual([0, '']);
      return readdirSync(cwd)
        .filter((file) => file.endsWith('cancelled-social-worker.txt'))
        .map((file) => [file, flat(readFileSync(join(cwd, file), 'utf8'))] as const);
    };
    const [both, ...more] = await files('K1 K2');
    expect(more).toEqual([]);
    expect(both![1]).toContain('The review of Siân and Macsen on Tuesday 24 March 2026');
    expect(both![1]).toContain('Their reviews are still needed.');
    expect(both![1]).not.toContain('Nia');
    const [alone] = await files('K1');
    expect(alone![1]).toContain('Siân’s review on Tuesday 24 March 2026');
    expect(alone![1]).not.toMatch(/Macsen|Nia/);
    await typed(run, cancel('K3', 'The teacher is ill'));
    const three = await files('K1 K2 K3');
    expect(three.map(([file]) => file.slice(0, 2))).toEqual(['K1', 'K3']);
    expect(three[1]![1]).toContain('The teacher is ill.');
    expect(three[0]![1]).not.toContain('The teacher is ill.');
  });

  it('says of one letter to several what each child needs, and asks of each what it can say', async () => {
    const { run } = await unit('york', [
      ...FAMILY,
      'child edit K1 --needs "a quiet room" --today 2026-03-04',
      'child edit K2 --needs "breaks" --born 2024-05-02 --today 2026-03-04 --yes',
    ]);
    const cwd = folder();
    await run('letter pack K1 K2 --format txt --today 2026-03-04', { cwd });
    const worker = flat(readFileSync(join(cwd, 'K1-1-invitation-social-worker-social-worker.txt'), 'utf8'));
    expect(worker).toContain('need to take part: Siân: a quiet room; Macsen: breaks');
    expect(worker).toContain('Talk with each child about who should come');
  });

  it('is one document of each by its name too: all of them or none, and each is recorded', async () => {
    const { run } = await unit('york', FAMILY);
    const cwd = folder();
    const line = 'letter notice-social-worker K1 K2,K3 --format txt --sent-on 2026-03-04 --today 2026-03-04';
    const { code, out } = await run(line, { cwd });
    expect([code, out.trim().split('\n')]).toEqual([
      0,
      ['K1', 'K2', 'K3'].map((ref) => `${ref}-1-notice-social-worker-social-worker.txt`),
    ]);
    for (const ref of ['K1', 'K2', 'K3']) {
      expect((await run(`child show ${ref} --json`)).out).toContain('"unit-notified"');
    }
    const again = 'letter notice-social-worker K1 K2 K3 --format txt --json --force --today 2026-03-05';
    const json = JSON.parse((await run(again, { cwd })).out) as { documents: object[] }[];
    expect(json.map(({ documents }) => documents.length)).toEqual([1, 1, 1]);
    await typed(run, 'review cancel K3 --reason "Ill" --agreed-by "A Khan" --yes --today 2026-03-05');
    const other = folder();
    const none = await run('letter invitation-parent K1 K3 --to mother --today 2026-03-05', { cwd: other });
    expect([none.code, readdirSync(other)]).toEqual([1, []]);
  });

  it('records for each child who was invited, and one undo takes all of it back', async () => {
    const { run, db } = await unit('york', FAMILY);
    const cwd = folder();
    await run('letter pack K1 K2 K3 --today 2026-03-04', { cwd });
    const { code, err } = await run('letter pack K1 K2 K3 --sent-on 2026-03-04 --today 2026-03-04', { cwd });
    expect([code, code === 0 ? '' : err]).toEqual([0, '']);
    const to = async (ref: string): Promise<(string | undefined)[]> => {
      const { chronology } = JSON.parse((await run(`child show ${ref} --json`)).out) as {
        chronology: Recorded[];
      };
      return chronology
        .filter(({ kind, struckWhy }) => kind === 'invitations-sent' && struckWhy == null)
        .map(({ attributes }) => attributes.to!.split(',').sort().join());
    };
    expect(await to('K1')).toEqual(['child,mother,social-worker,teacher']);
    expect(await to('K2')).toEqual(['child,mother,social-worker']);
    expect(await to('K3')).toEqual(['child,mother,social-worker']);
    await typed(run, 'undo --why "Not yet" --yes --today 2026-03-04');
    expect([await to('K1'), await to('K2'), await to('K3')]).toEqual([[], [], []]);
    expect(everything(db)).not.toContain('"sent_on":"2026-03-04"');
  });

  it('is all or none', async () => {
    const { run, db } = await unit('york', FAMILY);
    await typed(run, 'review cancel K3 --reason "Ill" --agreed-by "A Khan" --yes --today 2026-03-05');
    const before = everything(db);
    const cwd = folder();
    const { code, err } = await run('letter pack K1 K2 K3 --moment invitations --today 2026-03-05', { cwd });
    expect([code, flat(err)]).toEqual([1, expect.stringContaining('K3/1: no meeting is planned')]);
    expect(readdirSync(cwd)).toEqual([]);
    expect(everything(db)).toBe(before);
  });
});
