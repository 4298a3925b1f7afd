/** `visit`: a social worker's visit to a child in care, and when the next is due. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { folder, unit } from '../support/harness';
import { flat, refuses } from '../support/said';

type Unit = Awaited<ReturnType<typeof unit>>;
let run: Unit['run'];
let db: string;

beforeEach(async () => {
  ({ run, db } = await unit('york', [
    'new-review --ref K1 --name "Siân Lovelace" --born 2015-05-02 --looked-after 2026-03-02 --basis C2 --placement U6 --social-worker "S Jones" --iro "A Khan" --today 2026-03-02 --yes',
    'child link K1 "Kay Bee" --role carer',
  ]));
});

const refused = (line: string, code: number, ...says: string[]): Promise<string> =>
  refuses({ run, db }, line, code, ...says);

/** A council's pack that asks for visits from a day on. */
async function watchesVisits(from: string): Promise<void> {
  const pack = folder();
  writeFileSync(
    join(pack, 'pack.yaml'),
    `name: ours\ntitle: Ours\nextends: york\nwith: { visits: ${from} }\n`,
  );
  const { code, err } = await run(['settings', 'set', 'pack', pack]);
  if (code !== 0) throw new Error(err);
}

describe('visit', () => {
  it('keeps whom they saw, and shows it with the visits, on the chronology and in the audit', async () => {
    const { out } = await run('visit K1 --child seen-alone --saw carer --bedroom --on 2026-03-06');
    expect(flat(out)).toContain(
      'visit: the child was seen alone; also the carer on Friday 6 March 2026: recorded.',
    );
    expect((await run('visit K1')).out).toContain('child visited (seen alone, saw carer, bedroom seen)');
    expect((await run('child show K1 --ids')).out).toContain('child visited (seen alone');
    expect((await run('audit --child K1')).out).toContain('child visited on 6 March 2026');
    expect(JSON.parse((await run('visit K1 --json')).out)).toMatchObject({
      visits: [{ on: '2026-03-06', child: 'seen-alone', saw: ['carer'], bedroom: true, safeguarded: null }],
      next: null,
    });
  });

  it('keeps where it was, told on the screen, in the JSON and in a letter whose template says it', async () => {
    await refused(
      'visit K1 --child seen-alone --where beach',
      2,
      '--where is at-home, at-school or elsewhere',
    );
    const { out } = await run('visit K1 --child seen-alone --where at-school --on 2026-03-06');
    expect(flat(out)).toContain(
      'visit at school: the child was seen alone on Friday 6 March 2026: recorded.',
    );
    expect((await run('visit K1')).out).toContain('child visited (seen alone, at school)');
    expect(JSON.parse((await run('visit K1 --json')).out).visits[0]).toMatchObject({ where: 'at-school' });
    const templates = join(dirname(db), 'templates');
    mkdirSync(templates, { recursive: true });
    writeFileSync(
      join(templates, 'last-visit.md.hbs'),
      '---\ntitle: The last visit\nfor: the carer\nreader: family\nroles: [carer]\nkind: form\nneeds: [events.childVisited.where]\nversion: 1\n---\nThe last visit was {{events.childVisited.where}}.\n',
    );
    const letter = await run('letter last-visit K1 --to carer --format txt --out -');
    expect([letter.code, flat(letter.out)]).toEqual([
      0,
      expect.stringContaining('The last visit was at school.'),
    ]);
  });

  it('wants to know why the child was not seen alone, or not at all', async () => {
    await refused('visit K1 --child seen-with-others', 2, 'Missing: --because');
    await refused('visit K1 --child not-seen', 2, 'Missing: --why');
    await refused('visit K1 --child seen-alone --because refused', 2, '--because goes with --child');
  });

  it('says that the case must be reviewed if the placement does not keep the child safe and well', async () => {
    const { err } = await run('visit K1 --child seen-alone --safeguarded no');
    expect(flat(err)).toContain('reviewed (reg 30): irotool review call-early K1 --visit');
  });

  it('says that fewer visits cannot be agreed yet', async () => {
    const { err } = await run('visit K1 --child seen-alone --less-often yes');
    expect(flat(err)).toContain('once a long-term foster placement is over a year old');
  });
});

describe('the addition of visits', () => {
  it('asks for no visit until a council takes it', async () => {
    expect((await run('due --child K1 --month')).out).not.toContain('Visit');
    await refused('settings set pack visits', 2, 'with: { visits: 2026-12-01 }', 'irotool rules new');
  });

  it('asks from the day on that the council gives, and of no placement that began before', async () => {
    await watchesVisits('2026-03-03');
    expect((await run('due --child K1 --month')).out).not.toContain('Visit');
    await watchesVisits('2026-03-02');
    expect(flat((await run('due --child K1 --month')).out)).toContain('Visit in new placement');
  });

  it('is met by a visit that says how the child was seen, and by no mere tick', async () => {
    await watchesVisits('2026-03-02');
    await refused('done K1 visit-first', 1, 'needs more than a tick', 'irotool visit K1 --child CHILD');
    await run('visit K1 --child seen-alone --on 2026-03-09');
    expect((await run('visit K1')).out).toContain('Next       Visit the child, by Monday 20 April 2026');
  });
});
