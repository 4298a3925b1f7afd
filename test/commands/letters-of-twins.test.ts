/** Letters of brothers and sisters who live in one confidential household: one to an adult, and nothing kept back that they know. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, type Run, type Unit, unit } from '../support/harness';
import { read } from '../support/letters';
import { flat } from '../support/said';

const OF_EACH = ['K1 --name "Niamh O\'Brien"', 'K2 --name "Cormac O\'Brien" --sibling K1'].flatMap(
  (child) => {
    const [ref] = child.split(' ');
    return [
      `new-review --ref ${child} --born 2016-04-05 --looked-after 2026-03-02 --basis C2 --iro "A Khan" --social-worker "S Worker" --placement U6 --confidential --yes`,
      `child link ${ref} "Mrs S O'Brien" --role parent --relationship mother --responsibility yes --email s@example.org`,
      `child link ${ref} "Sue and Ray Hart" --role carer --tag carer --address "3 Orchard End, Little Ribston LS22 4EU"`,
      `child link ${ref} "Ada Voice" --role advocate --telephone "0800 555 0100"`,
      `review plan ${ref} --meeting "24/3 16:00" --venue "Acomb Library, meeting room" --yes`,
    ];
  },
);

const twins = (): Promise<Unit> =>
  unit(
    'york',
    [
      'settings set unit.name Reviewing Unit',
      'settings set unit.telephone 01904 551000',
      'settings set signatory.name Pat Admin',
      'person add --role service-manager --name "B Boss"',
      'person add --role iro --name "M Ŵyn"',
      ...OF_EACH,
    ].map((line) => `${line} --today 2026-03-02`),
  );

/** Types a line for each of them. */
async function each(run: Run, ...lines: readonly string[]): Promise<void> {
  for (const ref of ['K1', 'K2']) {
    for (const line of lines) {
      const { code, err } = await run(line.replaceAll('REF', ref));
      expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
    }
  }
}

/** The letters to the mother in a pack of both, as they read. */
async function toMother(run: Run, moment: string, today: string): Promise<string[]> {
  const cwd = folder();
  const { code, err } = await run(`letter pack K1 K2 --moment ${moment} --format txt --today ${today}`, {
    cwd,
  });
  expect([moment, code, code === 0 ? '' : err]).toEqual([moment, 0, '']);
  return readdirSync(cwd)
    .filter((file) => file.endsWith('-mother.txt') && !file.includes('consultation'))
    .map((file) => flat(readFileSync(join(cwd, file), 'utf8')));
}

const CHANGED =
  'iro change REF "M Ŵyn" --reason "Too many children" --independent yes --on 2026-03-09 --today 2026-03-09 --yes';
const ASKED =
  'review call-early REF --asked-by child --reason request --consulted mother --on 2026-03-06 --today 2026-03-06 --yes';
const REFUSED =
  'review call-early REF --decision refused --why "It is soon" --tell "The review is in two weeks." --on 2026-03-06 --today 2026-03-06 --yes';
const HELD = [
  'review hold REF --on 2026-03-24 --code PN1 --attended child,mother,social-worker --decision "Find a football club; social-worker" --today 2026-03-24 --yes',
  'review after REF --decisions-sent 2026-03-25 --received 2026-03-25 --today 2026-03-25 --yes',
  'review after REF --response disagreed --about "It is dear" --tell "Who pays for the club." --responded 2026-03-30 --today 2026-03-30 --yes',
];

describe('one letter to an adult about brothers and sisters', () => {
  it('tells that another reviewing officer has come for each of them', async () => {
    const { run } = await twins();
    await each(run, CHANGED);
    const letters = await toMother(run, 'new-iro', '2026-03-10');
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain('Another reviewing officer for Niamh and Cormac: M Ŵyn');
    expect(letters[0]).toContain('makes sure that Niamh and Cormac are heard');
    expect(letters[0]).toContain('Our reference: K1/1, K2/1');
  });

  it('tells what was decided on an earlier review of each, and two letters if it was decided otherwise', async () => {
    const { run } = await twins();
    await each(run, ASKED, REFUSED);
    const letters = await toMother(run, 'early', '2026-03-07');
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain('No earlier review for Niamh and Cormac for now');

    const other = await twins();
    await each(other.run, ASKED);
    await other.run(REFUSED.replaceAll('REF', 'K1'));
    await other.run(
      'review call-early K2 --decision granted --by 2026-03-20 --why "He may move" --tell "A move." --on 2026-03-06 --today 2026-03-06 --yes',
    );
    expect(await toMother(other.run, 'early', '2026-03-07')).toHaveLength(2);
  });

  it('does not tell the social worker to tell the social worker', async () => {
    const { run } = await twins();
    await each(run, ASKED, REFUSED);
    const toSocialWorker = await read(run, 'early-decision K1 --to social-worker --today 2026-03-07');
    expect(toSocialWorker).not.toMatch(/tell (?:the social worker|S Worker)/);
    expect(toSocialWorker).toContain('do not wait for a review.');
    expect(await read(run, 'early-decision K1 --to mother --today 2026-03-07')).toContain(
      'do not wait for a review: tell the social worker, S Worker, straight away.',
    );
  });

  it('tells with what of the reviews of both the manager disagrees', async () => {
    const { run } = await twins();
    await each(run, ...HELD);
    const letters = await toMother(run, 'disagrees', '2026-03-31');
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain('After the review for Niamh and Cormac on Tuesday 24 March 2026');
  });
});

describe('a child in a confidential household', () => {
  it('is told how to reach the advocate, who works for both of them', async () => {
    const { run } = await twins();
    const { out, err } = await run('letter invitation-child K1 --format txt --out - --today 2026-03-03');
    expect(flat(out)).toContain('Ada Voice, your advocate: 0800 555 0100');
    expect(out + err).not.toMatch(/left out|brother or sister/);
  });

  it('has carers whom those are not told who may not know of them, in words that read as a list does', async () => {
    const { run } = await twins();
    expect(await read(run, 'invitation-parent K1 --to mother --today 2026-03-03')).toMatch(/ - the carer /);
  });
});

describe('who took part', () => {
  it('has whoever chaired among those who were at the meeting, and never as somebody who did not come', async () => {
    const { run } = await twins();
    await each(run, HELD[0]!);
    const record = await read(run, 'record-decisions K1 --to mother --today 2026-03-25');
    const [, at = ''] = record.split(/At the meeting/);
    const [there = '', absent = ''] = at.split(/Invited, and did not come/);
    expect(there).toContain('A Khan, independent reviewing officer (IRO)');
    expect(absent).not.toContain('A Khan');
  });
});

describe('a meeting that was called off, or ended with care, and whose day has passed', () => {
  it('is told as past', async () => {
    const { run } = await twins();
    await run('letter pack K2 --moment invitations --sent-on 2026-03-03 --today 2026-03-03', {
      cwd: folder(),
    });
    await run('review cancel K2 --reason Snow --agreed-by "B Boss" --on 2026-03-23 --today 2026-03-23 --yes');
    const before = await read(run, 'meeting-cancelled K2 --to mother --today 2026-03-23');
    expect(before).toContain('is cancelled. Please do not come on that day.');
    const after = await read(run, 'meeting-cancelled K2 --to mother --today 2026-03-26');
    expect(after).toContain('did not take place.');
    expect(after).not.toMatch(/do not come|will not take place/);
    expect(await read(run, 'meeting-cancelled-child K2 --today 2026-03-26')).not.toContain('will not');
  });
});

describe('for one meeting of both', () => {
  it('everyone has one agenda that names both, each child their own, and the reviewing officer a sheet of each', async () => {
    const { run } = await twins();
    const [agenda, ...others] = await toMother(run, 'meeting', '2026-03-23');
    expect(others).toEqual([]);
    expect(agenda).toContain('about the plan for each of Niamh and Cormac');
    expect(agenda).toContain('How each child is: the matters below');
    expect(agenda?.match(/the legal status/g)).toHaveLength(1);
    const cwd = folder();
    await run('letter pack K1 K2 --moment meeting --format txt --today 2026-03-23', { cwd });
    const files = readdirSync(cwd);
    for (const file of ['agenda-child-child', 'meeting-sheet-iro']) {
      expect(files).toEqual(expect.arrayContaining([`K1-1-${file}.txt`, `K2-1-${file}.txt`]));
    }
  });
});
