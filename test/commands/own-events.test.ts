/** A council's own events, as Westshire has them (test/packs), from the keyboard to every screen. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openFile } from '../support/database';
import { folder, irotool, unit } from '../support/harness';

type Unit = Awaited<ReturnType<typeof unit>>;

let westshire: Unit;
let pack: string;
const TODAY = '--today 2026-03-30';

/** What was said, on one line. */
async function says(line: string): Promise<string> {
  const { code, out, err } = await westshire.run(`${line} ${TODAY}`);
  expect(code, out + err).toBe(0);
  return (out + err).replace(/\s+/g, ' ');
}

async function refuses(line: string): Promise<string> {
  const { code, out, err } = await westshire.run(`${line} ${TODAY}`);
  expect(code, out).not.toBe(0);
  return (out + err).replace(/\s+/g, ' ');
}

beforeEach(async () => {
  pack = join(folder(), 'westshire');
  cpSync(join(import.meta.dirname, '..', 'packs', 'westshire'), pack, { recursive: true });
  westshire = await unit(pack);
  await says('person add --name "Sam Carter" --role social-worker');
  await says('new-review --ref C1 --name "Ada Roe" --born 2015-05-02 --looked-after 2026-03-20 --yes');
  await says('child link C1 "Ruth Roe" --role parent --relationship mother');
  await says('record C1 placement-started --on 2026-03-26');
});

describe('a council’s own event', () => {
  it('is owed by a role of its own, and asked for on the morning list', async () => {
    expect(await says('due --who placement-team')).toContain('done C1 tell-placement-team');
    expect(await says('due --who "Family Finders"')).toContain('done C1 tell-placement-team');
    expect(await refuses('due --who finders')).toContain('--who is one of');
    expect(await says('explain C1 tell-placement-team')).toContain('within 2 working days of that day');
    const offered = async (before: string): Promise<string> =>
      (
        await irotool(['completion', 'words', '--', ...before.split(' '), ':'], {
          env: { IROTOOL_DB: westshire.db },
        })
      ).out;
    expect(await offered('record C1')).toContain('placement-team-told');
    expect(await offered('due --who')).toContain('placement-team');
    expect(await offered('done C1')).toContain('tell-placement-team');
    expect(await says('rules show tell-placement-team')).toContain('Who placement team');
  });

  it('is recorded with what it carries, and met', async () => {
    expect(await says('record C1 placement-team-told by="Sam Carter" how=telephone')).toContain(
      'placement team told (by Sam Carter, by telephone)',
    );
    expect(await says('child show C1 --ids')).toContain(
      'Tell the placement team of the placement met Mon 30 Mar',
    );
    expect(await says('audit --child C1')).toContain(
      'placement team told on 30 March 2026 (by Sam Carter, by telephone)',
    );
  });

  it('is ticked off by done, and not if it has to say more', async () => {
    await says('done C1 tell-placement-team');
    expect(await says('child show C1 --ids')).toContain('placement team told');
    await says('record C1 social-worker-visited saw=child --on 2026-03-27');
    expect(await refuses('done C1 visit-again')).toContain(
      'irotool record C1 social-worker-visited saw="TEXT"',
    );
  });

  it('raises a duty from itself, and explain says what happened', async () => {
    await says('record C1 social-worker-visited saw=child alone=yes --on 2026-03-27');
    expect(await says('explain C1 visit-again')).toContain(
      'The child was visited by the social worker on Friday 27 March 2026.',
    );
  });

  it('is told from another of its day by what it says, and is refused twice', async () => {
    await says('record C1 social-worker-visited saw=child --on 2026-03-27');
    await says('record C1 social-worker-visited saw=mother --on 2026-03-27');
    expect(await refuses('record C1 social-worker-visited saw=mother --on 2026-03-27')).toContain(
      'already has',
    );
  });

  it('keeps a name as a reference, and a person as their tag', async () => {
    expect(
      await says(
        'record C1 social-worker-visited saw="Ruth Roe" note="Ruth Roe was at home" --on 2026-03-27',
      ),
    ).toContain('kept as a reference to that person, not as words: “Ruth Roe” (mother)');
    expect(await says('child show C1 --ids')).toContain(
      'social worker visited (saw mother, note Ruth Roe was at',
    );
    const db = openFile(westshire.db, { readonly: true });
    expect(db.prepare('SELECT group_concat(attributes) FROM event').pluck().get()).not.toContain('Ruth');
    db.close();
  });

  it('stands outside care if it belongs to care, and is refused', async () => {
    expect(await refuses('record C1 social-worker-visited saw=child --on 2026-03-02')).toContain(
      '“social worker visited” cannot be recorded',
    );
  });

  it('before a review is of the review that it names or the next', async () => {
    await says('review plan C1 --meeting "2026-04-15 10:00"');
    expect(await says('record C1 foster-carer-consulted who=mother')).toContain(
      'foster carer consulted (mother)',
    );
    // At eighty columns the duty takes two lines.
    expect(await says('child show C1 --ids')).toMatch(/C1\/1 Ask the foster carer before met .* the review/);
  });

  it('has what is wrong with it said, with the nearest event', async () => {
    expect(await refuses('record C1 placement-team-told how=post')).toContain(
      '"how" is one of telephone, letter, meeting; not "post".',
    );
    expect(await refuses('record C1 placement-team-tell')).toContain('Did you mean "placement-team-told"?');
    expect(await refuses('record C1 placement-team-told by="Nobody Here"')).toContain(
      'There is no colleague "Nobody Here"',
    );
  });

  it('is told in JSON as every event is', async () => {
    await says('record C1 names-exchanged with=guardian');
    const { out } = await westshire.run(`child show C1 --json ${TODAY}`);
    const { chronology } = JSON.parse(out) as { chronology: Record<string, unknown>[] };
    const told = chronology.find(({ kind }) => kind === 'names-exchanged')!;
    const other = chronology.find(({ kind }) => kind === 'placement-started')!;
    expect(told).toMatchObject({
      attributes: { with: 'guardian' },
      words: 'names exchanged (with guardian)',
    });
    expect(Object.keys(told)).toEqual(Object.keys(other));
  });

  it('goes with a record that is merged, its people by the tags of the other', async () => {
    await says(
      'new-review --ref C2 --name "Ada Row" --born 2015-05-02 --looked-after 2026-03-20 --yes --new',
    );
    await says('child link C2 "Ruth Roe" --role parent --relationship mother --tag mum');
    await says('record C2 social-worker-visited saw=mum,child alone=no --on 2026-03-25');
    await says('child merge C2 C1 --why "one child, twice" --yes');
    expect(await says('child show C1 --ids')).toContain(
      'social worker visited (saw mother, child; alone no)',
    );
  });
});

describe('a letter of the council’s own', () => {
  const VISIT = 'events.socialWorkerVisited';
  const template = (body: string): void => {
    const templates = join(dirname(westshire.db), 'templates');
    mkdirSync(templates, { recursive: true });
    writeFileSync(
      join(templates, 'visit-note.md.hbs'),
      `---\ntitle: The last visit\nfor: the teacher\nreader: professional\nroles: [teacher]\nkind: form\nneeds: [${VISIT}.on]\nversion: 1\n---\n${body}\n`,
    );
  };
  const BODY = `Visited on {{${VISIT}.on}}{{#if ${VISIT}.saw}}; saw {{${VISIT}.saw}}{{/if}}{{#if ${VISIT}.nextBy}}; again by {{${VISIT}.nextBy}}{{/if}}.{{#if ${VISIT}.note}} {{${VISIT}.note}}{{/if}}{{#if events.placementTeamTold.by}} {{events.placementTeamTold.by}} told the team by {{lower events.placementTeamTold.how}}.{{/if}}`;

  it('is checked by the words of its events, and lists them with the label and help of the pack', async () => {
    template(BODY.replace('{{lower events.placementTeamTold.how}}', 'telephone'));
    expect(await says('template check visit-note')).toContain('1 template, no faults');
    const shown = await says('template show visit-note');
    expect(shown).toContain(`${VISIT}.on needed the day on which the child was visited by the social worker`);
    expect(shown).toContain(`${VISIT}.saw whom they saw, by tag`);
    template(`{{${VISIT}.sew}}`);
    expect(await refuses('template check visit-note')).toContain(
      `there is no field "${VISIT}.sew". Did you mean "${VISIT}.saw"?`,
    );
    await says('settings set pack england --yes');
    template(BODY);
    expect(await refuses('template check visit-note')).toContain(`there is no field "${VISIT}.on"`);
  });

  it('says what was last recorded, and what is missing with the command that records it', async () => {
    template(BODY.replace('{{lower events.placementTeamTold.how}}', 'telephone'));
    await says('child link C1 "M Teach" --role teacher');
    const letter = 'letter visit-note C1 --to teacher --format txt --out -';
    expect(await refuses(letter)).toContain('irotool record C1 social-worker-visited');
    await says('record C1 social-worker-visited saw=mother --on 2026-03-26');
    await says(
      'record C1 social-worker-visited saw=child,mother next-by=2026-04-24 note="All well" --on 2026-03-27',
    );
    await says('record C1 placement-team-told by="Sam Carter" how=telephone');
    expect(await says(letter)).toContain(
      'Visited on Friday 27 March 2026; saw the child and the mother; again by Friday 24 April 2026. All well Sam Carter told the team by telephone.',
    );
  });

  it('tells a reader no more than they may know, as every letter does', async () => {
    template(BODY.replace('{{lower events.placementTeamTold.how}}', 'telephone'));
    await says('child moved C1 --to U6 --confidential --on 2026-03-27 --yes');
    await says(
      'child link C1 "Beth Ames" --role carer --tag carer --address "Rose Cottage, Great Ouseburn, York"',
    );
    await says('child link C1 "M Teach" --role teacher');
    await says(
      'record C1 social-worker-visited saw=child note="Beth Ames keeps ouseburn tidy" --on 2026-03-28',
    );
    const told = await says('letter visit-note C1 --to teacher --format txt --out -');
    expect(told).toContain('The carer keeps [left out] tidy');
    expect(told).not.toMatch(/Ames|ouseburn/i);
  });
});

describe('an event that the pack has no longer', () => {
  beforeEach(async () => {
    await says('record C1 placement-team-told how=telephone');
    await says('record C1 social-worker-visited saw=mother alone=yes --on 2026-03-27');
    expect(await says('doctor')).toContain('Every event recorded is one that the pack or irotool knows.');
    await says('settings set pack england --yes');
  });

  it('is still shown in words, on the chronology and in the audit', async () => {
    expect(await says('child show C1 --ids')).toContain('social worker visited (saw mother, alone)');
    expect(await says('audit --child C1')).toContain('placement team told on 30 March 2026 (by telephone)');
  });

  it('is said by doctor, with what to do', async () => {
    expect(await says('doctor')).toContain(
      '2 events on chronologies (“placement team told” and “social worker visited”) are of no kind that England knows: no rule counts them.',
    );
  });

  it('is recorded no more', async () => {
    expect(await refuses('record C1 names-exchanged with=guardian')).toContain(
      'There is no event "names-exchanged".',
    );
  });

  it('counts again when the pack has it again', async () => {
    await says(`settings set pack ${pack} --yes`);
    expect(await says('child show C1 --ids')).toContain(
      'Tell the placement team of the placement met Mon 30 Mar',
    );
  });
});

it('what the pack says of its events anew is what is shown of those recorded', async () => {
  await says('record C1 placement-team-told how=telephone');
  const manifest = join(pack, 'pack.yaml');
  writeFileSync(
    manifest,
    readFileSync(manifest, 'utf8').replace('label: by, help: how', 'label: over the, help: how'),
  );
  expect(await says('child show C1 --ids')).toContain('placement team told (over the telephone)');
});
