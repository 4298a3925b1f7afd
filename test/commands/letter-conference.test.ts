/** Letters of a child protection conference, a dispute and a secure review: whom they go to, and what is kept from whom. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, unit } from '../support/harness';

const UNIT = [
  'settings set unit.name "Conference team"',
  'settings set unit.email team@testshire.gov.uk',
  'settings set signatory.name "P Brown"',
];
const CHILD = [
  'person add --name "Cath Hale" --role chair',
  'child add --ref K1 --name "Robin Marsh" --born 2016-06-02 --social-worker "Jo Smith"',
  'child link K1 "Jane Marsh" --role parent --relationship mother --responsibility yes',
  'child link K1 "Sean Marsh" --role parent --relationship father --responsibility yes',
  'child link K1 "Tom Reed" --role teacher',
];
const PLANNED = [
  'record K1 strategy-discussion --on 2026-03-10 --yes',
  'conference plan K1 --meeting "26/3 10:00" --venue "12 Hill Road, Testtown" --chair "Cath Hale" --yes',
];
const on = (day: string, lines: readonly string[]): string[] => lines.map((line) => `${line} --today ${day}`);
const START = on('2026-03-19', [...UNIT, ...CHILD, ...PLANNED]);
const FATHER_EXCLUDED =
  'conference exclude K1 --who father --why "He hit the worker" --tell "All must be safe." --yes --today 2026-03-19';
const ADDED = 'conference participants K1 --add child --agreed mother --today 2026-03-19';

type Run = Awaited<ReturnType<typeof unit>>['run'];
const letter = (run: Run, line: string, today = '2026-03-19') =>
  run(`letter ${line} --format txt --out - --today ${today}`).then(({ code, out, err }) => ({
    code,
    said: (out + err).replaceAll(/\s+/g, ' '),
  }));

describe('letters of a conference', () => {
  it('invite nobody whom the chair has excluded, and give that person the reason in words for them', async () => {
    const { run } = await unit('england', [...START, FATHER_EXCLUDED]);
    const refused = await letter(run, 'conference-invitation-family K1 --to father');
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('excluded the father')]);
    const mother = await letter(run, 'conference-invitation-family K1 --to mother');
    expect(mother.said).toContain('Thursday 26 March 2026');
    expect(mother.said).not.toContain('Sean Marsh');
    const told = await letter(run, 'conference-exclusion K1 --to father');
    expect(told.said).toContain('All must be safe.');
    expect(told.said).not.toContain('hit the worker');
  });

  it('invite nobody to a conference that was held, also if nobody recorded that they went', async () => {
    const held =
      'conference hold K1 --outcome plan --on 2026-03-26 --category neglect --yes --today 2026-03-26';
    for (const day of ['2026-03-26', '2026-03-30']) {
      const { run } = await unit('england', [...START, held]);
      const { code, out } = await run(`letter pack K1 --of conference --out ${folder()} --today ${day}`);
      expect([day, code, out.includes('conference-invitation'), out.includes('conference-decision')]).toEqual(
        [day, 0, false, true],
      );
    }
  });

  it('say what was decided, though the next conference was planned in the same breath', async () => {
    const { run } = await unit('england', [
      ...START,
      'conference participants K1 --invited 2026-03-19 --today 2026-03-19',
      'conference hold K1 --outcome plan --on 2026-03-26 --category neglect --item "See a doctor; mother; 1/5" --next-on "2026-06-18 10:00" --yes --today 2026-03-26',
    ]);
    const { code, out, err } = await run(
      `letter pack K1 --of conference --out ${folder()} --today 2026-03-27`,
    );
    expect([code, err]).toEqual([0, expect.anything()]);
    expect(out).toContain('K1-conference-initial-conference-decision');
  });

  it('go to whoever was excluded only once that was asked, and tell them of no task but their own and of no core group', async () => {
    const { run } = await unit('england', [
      ...START,
      FATHER_EXCLUDED,
      `letter pack K1 --of conference --out ${folder()} --sent-on 2026-03-19 --today 2026-03-19`,
      'conference hold K1 --outcome plan --on 2026-03-26 --category neglect --core-group-on 2026-04-02 --item "See a doctor; mother; 1/5" --item "Join a course; father; 1/5" --yes --today 2026-03-26',
    ]);
    const asked = await letter(run, 'conference-decision K1 --to father', '2026-03-27');
    expect([asked.code, asked.said]).toEqual([
      2,
      expect.stringContaining(
        'the chair has excluded the father from all of the conference. Nothing was written.',
      ),
    ]);
    const pack = await run(`letter pack K1 --of conference --out ${folder()} --today 2026-03-27`);
    expect([pack.code, pack.err]).toEqual([2, expect.stringContaining('--despite-no-contact')]);
    for (const name of ['conference-decision', 'conference-outline-plan']) {
      const { code, said } = await letter(run, `${name} K1 --to father --despite-no-contact`, '2026-03-27');
      expect([name, code, said]).toEqual([name, 0, expect.stringContaining('Join a course')]);
      expect(said).not.toMatch(/See a doctor|core group|2 April/i);
      expect(said).toContain('What the plan asks of you');
      const mother = await letter(run, `${name} K1 --to mother`, '2026-03-27');
      expect([name, mother.code, mother.said]).toEqual([
        name,
        0,
        expect.stringMatching(/See a doctor.*2 April/),
      ]);
    }
  });

  it('that no pack makes record that they were sent: the outline of the plan', async () => {
    const { run } = await unit('england', [
      ...START,
      'conference hold K1 --outcome plan --on 2026-03-26 --category neglect --item "See a doctor; mother; 1/5" --yes --today 2026-03-26',
    ]);
    const line =
      'letter conference-outline-plan K1 --to mother --format txt --sent-on 2026-03-27 --today 2026-03-27';
    const { code, err } = await run(line, { cwd: folder() });
    expect([code, code === 0 ? '' : err]).toEqual([0, '']);
    const { chronology } = JSON.parse((await run('child show K1 --json --today 2026-03-27')).out) as {
      chronology: { kind: string; on: string; attributes: object }[];
    };
    expect(chronology.filter(({ kind }) => kind === 'outline-plan-sent')).toMatchObject([
      { on: '2026-03-27', attributes: { to: 'mother' } },
    ]);
  });

  it('do not go to a child who is not on the list, and go by age to one who is', async () => {
    const { run } = await unit('england', START);
    expect((await letter(run, 'conference-invitation-child K1')).said).toContain('is not on its list');
    await run(ADDED);
    expect((await letter(run, 'conference-invitation-child K1')).said).toContain('You do not have to come');
    const young = await letter(run, 'conference-invitation-young-person K1');
    expect([young.code, young.said]).toEqual([
      1,
      expect.stringContaining('letter conference-invitation-child K1 --to child'),
    ]);
  });

  it('go out in a pack; once they are said to be sent, that is recorded and they are not made again', async () => {
    const { run } = await unit('england', [...START, FATHER_EXCLUDED]);
    const out = folder();
    const made = await run(`letter pack K1 --of conference --out ${out} --today 2026-03-19`);
    expect([made.code, readdirSync(out).sort()]).toEqual([
      0,
      [
        'K1-conference-initial-2026-03-19-pack.txt',
        'K1-conference-initial-conference-exclusion-father.docx',
        'K1-conference-initial-conference-invitation-family-mother.docx',
        'K1-conference-initial-conference-invitation-practitioner-social-worker.docx',
        'K1-conference-initial-conference-invitation-practitioner-teacher.docx',
      ],
    ]);
    await run(`letter pack K1 --of conference --out ${out} --sent-on 2026-03-19 --today 2026-03-19`);
    const { out: shown } = await run('conference show K1 --today 2026-03-19');
    expect(shown.replaceAll(/\s+/g, ' ')).toContain('Invitations Thu 19 Mar to mother');
    const again = await run(`letter pack K1 --of conference --out ${folder()} --json --today 2026-03-19`);
    const { conference, documents } = JSON.parse(again.out);
    expect(conference).toEqual({ series: 1, number: 0 });
    expect(documents.map(({ letter: name }: { letter: string }) => name)).not.toContain(
      'conference-invitation-family',
    );
  });

  it('invite to one that is planned before anything else is recorded of it; without --of, for the child was never in care', async () => {
    const { run } = await unit('england', START);
    const out = folder();
    const made = await run(`letter pack K1 --out ${out} --today 2026-03-19`);
    expect([made.code, readdirSync(out)]).toEqual([
      0,
      expect.arrayContaining([
        'K1-conference-initial-conference-invitation-family-father.docx',
        'K1-conference-initial-conference-invitation-family-mother.docx',
      ]),
    ]);
  });

  it('to a social worker whose name is not recorded say how to record it', async () => {
    const nameless = START.map((line) => line.replace(' --social-worker "Jo Smith"', ''));
    const { run } = await unit('england', [
      ...nameless,
      'conference participants K1 --add social-worker --today 2026-03-19',
    ]);
    expect((await run('conference show K1 --today 2026-03-19')).out).toMatch(/the social worker +invited/);
    const { code, err } = await run(`letter pack K1 --out ${folder()} --today 2026-03-19`);
    expect([code, err]).toEqual([1, expect.stringContaining('irotool child edit K1 --social-worker "NAME"')]);
  });

  it('are not made before what they tell of', async () => {
    const { run } = await unit('england', START);
    const early = await letter(run, 'conference-decision K1 --to mother');
    expect([early.code, early.said]).toEqual([1, expect.stringContaining('no conference has been held')]);
    const missing = await letter(run, 'conference-report-reminder K1 --to teacher');
    expect([missing.code, missing.said]).toEqual([
      1,
      expect.stringContaining('irotool conference reports K1 --asked WHO'),
    ]);
  });

  it('keep from whoever may not know it where the child lives, though the conference is held there', async () => {
    const { run } = await unit('england', [
      ...START,
      'new-review --ref K1 --looked-after 2026-03-16 --basis C2 --told 2026-03-16 --yes --today 2026-03-19',
      'record K1 placement-started confidential=yes --on 2026-03-16 --yes --today 2026-03-19',
      'child link K1 "Mary Hart" --role carer --address "12 Hill Road, Testtown" --knows-placement yes --today 2026-03-19',
      'child link K1 --tag father --knows-placement no --today 2026-03-19',
      'child link K1 --tag mother --knows-placement yes --today 2026-03-19',
      'conference participants K1 --add carer --today 2026-03-19',
    ]);
    const father = await letter(run, 'conference-invitation-family K1 --to father --despite-no-contact');
    expect(father.said).toContain('We will tell you the place');
    expect(father.said).not.toMatch(/Hill Road|Mary Hart/);
    expect(father.said).toContain('Note: The place of the meeting is held back from the father');
    const mother = await letter(run, 'conference-invitation-family K1 --to mother');
    expect(mother.said).toMatch(/12 Hill Road.*Mary Hart/);
  });

  it('has one calendar entry for a reader, that a new plan changes', async () => {
    const { run } = await unit('england', START);
    const entry = async (): Promise<{ uid: string; sequence: string }> => {
      const out = folder();
      await run(
        `letter conference-invitation-practitioner K1 --to teacher --format eml --out ${out} --today 2026-03-19`,
      );
      const { readFileSync } = await import('node:fs');
      const { default: PostalMime } = await import('postal-mime');
      const mail = await PostalMime.parse(readFileSync(join(out, readdirSync(out)[0]!)));
      const found = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')!;
      const text =
        typeof found.content === 'string' ? found.content : new TextDecoder().decode(found.content);
      expect(text).toContain('SUMMARY:K1: conference');
      return { uid: /UID:(\S+)/.exec(text)![1]!, sequence: /SEQUENCE:(\d+)/.exec(text)![1]! };
    };
    const first = await entry();
    await run('conference plan K1 --meeting "27/3 10:00" --because "Snow" --yes --today 2026-03-19');
    const second = await entry();
    expect([second.uid, Number(second.sequence)]).toEqual([first.uid, Number(first.sequence) + 1]);
  });
});

describe('a conference about two children', () => {
  const TWO = [
    ...START,
    ...on('2026-03-19', [
      'child add --ref K2 --name "Finn Marsh" --born 2014-06-02 --social-worker "Jo Smith"',
      'child link K2 "Jane Marsh" --role parent --relationship mother --responsibility yes',
      'child link K2 "Sean Marsh" --role parent --relationship father --responsibility yes',
      'child link K2 "Una Day" --role health --relationship "school nurse"',
      'child link K1 "Ned Fox" --role relative --relationship uncle',
      'child link K2 "Ned Fox" --role relative --relationship uncle',
      'record K2 strategy-discussion --on 2026-03-10 --yes',
      'conference plan K2 --meeting "26/3 10:00" --venue "12 Hill Road, Testtown" --chair "Cath Hale" --yes',
      ...['K1', 'K2'].map(
        (ref) =>
          `conference exclude ${ref} --who uncle --why "He was drunk" --tell "All must be safe." --yes`,
      ),
    ]),
  ];

  it('invites an adult of both with one letter about both, and asks about an order for either', async () => {
    const { run } = await unit('england', TWO);
    const out = folder();
    const { code, err } = await run(
      `letter pack K1 K2 --of conference --format txt --out ${out} --today 2026-03-19`,
    );
    expect([code, code === 0 ? '' : err]).toEqual([0, '']);
    const { readFileSync } = await import('node:fs');
    const file = readdirSync(out).find((each) => each.endsWith('invitation-family-mother.txt'))!;
    const text = readFileSync(join(out, file), 'utf8').replaceAll(/\s+/g, ' ');
    expect(text).toContain('conference about Robin and Finn');
    expect(text).toContain('You know them well');
    expect(text).toContain('The people who know Robin and Finn and your family');
    expect(text).toContain('whether each child has come to significant harm');
    expect(text).toMatch(/Our reference: K1, K2/);
    expect(text).toMatch(/Tom Reed, teacher.*Una Day, school nurse of Finn/);
    const barred = await run(
      'child bar K2 father --order "Non-molestation order" --until 2027-03-01 --yes --today 2026-03-19',
    );
    expect([barred.code, barred.err]).toEqual([0, barred.err]);
    const asked = await run(`letter pack K1 K2 --of conference --out ${folder()} --today 2026-03-19`);
    expect([asked.code, asked.err.replaceAll(/\s+/g, ' ')]).toEqual([
      2,
      expect.stringContaining('keeps the father from K2'),
    ]);
  });
});

describe('what a conference decided of two children', () => {
  it('is a letter about each, for of one it may be a plan and of the other none', async () => {
    const { run } = await unit('england', [
      ...START,
      ...on('2026-03-19', [
        'child add --ref K2 --name "Finn Marsh" --born 2014-06-02 --social-worker "Jo Smith"',
        'child link K2 "Jane Marsh" --role parent --relationship mother --responsibility yes',
        'record K2 strategy-discussion --on 2026-03-10 --yes',
        'conference plan K2 --meeting "26/3 10:00" --venue "12 Hill Road, Testtown" --chair "Cath Hale" --yes',
        'conference participants K1 --invited 2026-03-19',
        'conference participants K2 --invited 2026-03-19',
      ]),
      'conference hold K1 --outcome plan --on 2026-03-26 --category neglect --yes --today 2026-03-26',
      'conference hold K2 --outcome no-plan --on 2026-03-26 --yes --today 2026-03-26',
    ]);
    const out = folder();
    const { code, err } = await run(
      `letter pack K1 K2 --of conference --format txt --out ${out} --today 2026-03-27`,
    );
    expect([code, code === 0 ? '' : err]).toEqual([0, '']);
    const { readFileSync } = await import('node:fs');
    const mothers = readdirSync(out).filter((each) => each.endsWith('conference-decision-mother.txt'));
    expect(mothers.map((each) => each.slice(0, 2)).sort()).toEqual(['K1', 'K2']);
    const [robins, finns] = mothers
      .sort()
      .map((each) => readFileSync(join(out, each), 'utf8').replaceAll(/\s+/g, ' '));
    expect(robins).toContain('Robin has a child protection plan.');
    expect(robins).not.toContain('Finn');
    expect(finns).toContain('a child protection plan is not needed');
    expect(finns).not.toContain('Robin');
  });
});

describe('a council’s own letter', () => {
  it('may be of a dispute, and tells of that dispute alone', async () => {
    const { run, db } = await unit('england', [
      ...on('2026-03-19', UNIT),
      'new-review --ref K2 --name "Ada Dunn" --born 2012-02-03 --looked-after 2026-03-02 --yes --today 2026-03-03',
      'dispute open K2 --about "No plan for school" --theme education --to social-worker --by 2026-04-02 --yes --today 2026-03-19',
    ]);
    const own = join(dirname(db), 'templates');
    mkdirSync(own, { recursive: true });
    writeFileSync(
      join(own, 'dispute-child.md.hbs'),
      '---\ntitle: What we asked for\nfor: the child\nreader: child\nroles: [child]\nkind: after\nof: [dispute]\nmoment: dispute-opened\nneeds: [child.called]\nversion: 1\n---\nDear {{child.called}}, we asked on {{#if events.disputeOpened.on}}{{events.disputeOpened.on}}{{/if}}.\n',
    );
    expect((await run('template check dispute-child')).out).toContain('no faults');
    const made = await letter(run, 'dispute-child K2');
    expect(made.said).toContain('we asked on Thursday 19 March 2026');
    const none = await letter(run, 'dispute-child K2 --which D9');
    expect([none.code, none.said]).toEqual([1, expect.stringContaining('has no dispute "D9"')]);
  });
});
