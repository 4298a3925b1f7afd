import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { folder } from '../support/harness';
import { letterUnit, plannedUnit } from '../support/letters';

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

type Run = Awaited<ReturnType<typeof letterUnit>>['run'];

async function sentTo(run: Run): Promise<(string | undefined)[]> {
  const { chronology } = JSON.parse((await run('child show K1 --json')).out) as {
    chronology: { kind: string; attributes: { to?: string } }[];
  };
  return chronology.filter(({ kind }) => kind === 'invitations-sent').map(({ attributes }) => attributes.to);
}

const FILES = [
  'invitation-child-child',
  'consultation-child-child',
  'invitation-social-worker-social-worker',
  'consultation-professional-social-worker',
  'invitation-parent-mother',
  'consultation-parent-mother',
  'invitation-parent-father',
  'consultation-parent-father',
  'invitation-carer-carer',
  'consultation-carer-carer',
  'invitation-teacher-teacher',
  'consultation-professional-teacher',
  'invitation-professional-supervising-social-worker',
  'consultation-professional-supervising-social-worker',
  'invitation-advocate-advocate',
  'consultation-professional-advocate',
  'invitation-independent-visitor-independent-visitor',
  'consultation-professional-independent-visitor',
].map((name) => `K1-1-${name}.docx`);

describe('letter pack', () => {
  it('serves one review for nine people in one command', async () => {
    const { run } = await plannedUnit();
    const cwd = folder();
    const { code, out, err } = await run('letter pack K1', { cwd });
    expect(code).toBe(0);
    expect(out.trim().split('\n').sort()).toEqual([...FILES].sort());
    expect(readdirSync(cwd).sort()).toEqual([...FILES, 'K1-1-pack.txt'].sort());
    for (const name of readdirSync(cwd)) expect(statSync(join(cwd, name)).mode & 0o777).toBe(0o600);
    expect(err).toContain('9 people; who is sent what, and how: K1-1-pack.txt');
    expect(err).toContain('Once they are sent: irotool letter pack K1 --sent-on today');
    const { documents } = JSON.parse((await run('child show K1 --json')).out);
    expect(documents).toHaveLength(18);
    expect(await sentTo(run)).toEqual([]);
  });

  it('says what to type once they are sent, of the files that were made and no others', async () => {
    const { run } = await plannedUnit();
    const cwd = folder();
    mkdirSync(join(cwd, 'to send'));
    const made = await run('letter pack K1 --format txt --out "to send" --tell-venue', { cwd });
    const next = 'letter pack K1 --format txt --out "to send" --tell-venue --sent-on today';
    expect(made.err).toContain(`Once they are sent:\n  irotool ${next}\n`);
    const before = readdirSync(join(cwd, 'to send'));
    const sent = await run(next, { cwd });
    expect(sent.code).toBe(0);
    expect(readdirSync(join(cwd, 'to send'))).toEqual(before);
    expect(readdirSync(cwd)).toEqual(['to send']);
    expect(sent.err.replaceAll(/\s+/g, ' ')).toContain(
      'All of them were there already: they are recorded as sent',
    );
    const one = await run('letter invitation-parent K1 --to mother --format html --out "to send"', { cwd });
    expect(one.err).toContain(
      'The form with it:\n  irotool letter consultation-parent K1 --to mother --format html --out "to send"\n',
    );
  });

  it('gives the social worker the form that their letter speaks of, to send to the unit', async () => {
    const { run } = await plannedUnit();
    const { code, out } = await run(
      'letter consultation-professional K1 --to social-worker --format txt --out -',
    );
    expect(code).toBe(0);
    expect(out).toContain('Send it to the Reviewing Unit.');
    expect(out).not.toContain('Hand it to');
    // It is the first review: nothing was agreed before.
    expect(out).not.toContain('last review');
  });

  it('lists who is sent what, and how', async () => {
    const { run } = await plannedUnit();
    await run('review participants K1 --add mother --interpreter Welsh --needs "A room without steps"');
    await run('review participants K1 --add advocate --part distribution');
    const cwd = folder();
    mkdirSync(join(cwd, 'out'));
    await run('letter pack K1 --format html --out out', { cwd });
    const cover = readFileSync(join(cwd, 'out', 'K1-1-pack.txt'), 'utf8');
    expect(cover).toContain('K1/1  Invitations to the review of Friday 27 March 2026, 4:30pm');
    expect(cover).toContain('For the unit alone');
    const from = cover.indexOf('\nmother ');
    const mother = flat(cover.slice(from, cover.indexOf('\n\n', from)));
    expect(flat(cover)).toContain("mother Jane O'Brien, mother");
    expect(mother).toContain('invitation-parent K1-1-invitation-parent-mother.html');
    expect(mother).toContain('how by e-mail: jane@example.org');
    expect(mother).toContain('interpreter Welsh');
    expect(mother).toContain('needs A room without steps');
    expect(flat(cover)).toContain('by hand: through the social worker or whoever looks after them');
    expect(flat(cover)).toContain('Sent the record afterwards, and no invitation: advocate.');
    for (const line of cover.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('goes by the part of each: papers, a form, a delegate, or nothing', async () => {
    const { run } = await plannedUnit();
    await run('review participants K1 --add mother --part consulted');
    await run('review participants K1 --add teacher --part consulted');
    await run('review participants K1 --add supervising-social-worker --delegate "Del Egate"');
    await run('review participants K1 --add advocate --part distribution');
    await run('review participants K1 --remove independent-visitor');
    await run(
      'review not-invite K1 father --concern "Threats" --considered "Two meetings" --views "By letter" --iro-consulted today',
    );
    const { out } = await run('letter pack K1', { cwd: folder() });
    expect(out.trim().split('\n').sort()).toEqual(
      [
        'invitation-child-child',
        'consultation-child-child',
        'invitation-social-worker-social-worker',
        'consultation-professional-social-worker',
        'invitation-parent-on-papers-mother',
        'consultation-parent-mother',
        'invitation-parent-on-papers-father',
        'consultation-parent-father',
        'invitation-carer-carer',
        'consultation-carer-carer',
        'consultation-professional-teacher',
        'invitation-delegate-supervising-social-worker-delegate',
        'consultation-professional-supervising-social-worker-delegate',
      ]
        .map((name) => `K1-1-${name}.docx`)
        .sort(),
    );
  });

  it('gives the child the letter of their age on the day', async () => {
    const { run } = await plannedUnit();
    const child = async (born: string): Promise<string> => {
      await run(`child edit K1 --born ${born} --yes`);
      const { out } = await run('letter pack K1', { cwd: folder() });
      return /K1-1-invitation-(\S+)-child\.docx/.exec(out)![1]!;
    };
    expect(await child('2018-03-28')).toBe('child-under-8');
    expect(await child('2018-03-27')).toBe('child');
    expect(await child('2013-03-28')).toBe('child');
    expect(await child('2013-03-27')).toBe('young-person');
  });

  it('gives someone for whom there is no letter the one for any professional', async () => {
    const { run } = await plannedUnit();
    await run('child link K1 "L Lawyer" --role legal-adviser');
    await run('review participants K1 --add legal-adviser --why "The father’s"');
    expect((await run('letter pack K1', { cwd: folder() })).out).toContain(
      'K1-1-invitation-professional-legal-adviser.docx',
    );
  });
});

describe('letter pack --sent-on', () => {
  it('records that they were sent, and to whom', async () => {
    const { run } = await plannedUnit();
    const { code, err } = await run('letter pack K1 --sent-on 2026-03-12', { cwd: folder() });
    expect(code).toBe(0);
    expect(err).toContain('Send the invitations (it was due');
    expect(await sentTo(run)).toEqual([
      'child,social-worker,advocate,carer,father,independent-visitor,mother,supervising-social-worker,teacher'
        .split(',')
        .sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
        .join(','),
    ]);
    const { documents } = JSON.parse((await run('child show K1 --json')).out) as {
      documents: { sentOn: string | null }[];
    };
    expect(new Set(documents.map(({ sentOn }) => sentOn))).toEqual(new Set(['2026-03-12']));
  });

  it('keeps what was written before', async () => {
    const { run } = await plannedUnit();
    const cwd = folder();
    await run('letter pack K1', { cwd });
    const before = readdirSync(cwd).map((name) => readFileSync(join(cwd, name)).toString('base64'));
    const { code } = await run('letter pack K1 --sent-on today', { cwd });
    expect(code).toBe(0);
    expect(readdirSync(cwd).map((name) => readFileSync(join(cwd, name)).toString('base64'))).toEqual(before);
    expect(await sentTo(run)).toHaveLength(1);
    const again = await run('letter pack K1 --sent-on today', { cwd });
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('already has “invitations sent”')]);
    expect(await sentTo(run)).toHaveLength(1);
  });
});

/** The order of a review's list. */
const ORDER = [
  ...['child', 'social-worker', 'supervising-social-worker', 'father', 'mother', 'carer', 'teacher'],
  ...['independent-visitor', 'advocate'],
];

describe('letter pack --format eml', () => {
  it('is a draft for each, with the form attached', async () => {
    const { run } = await plannedUnit();
    await run('child link K1 --tag father --email dan@example.org');
    await run('person edit "S Worker" --role social-worker --email s.worker@testshire.gov.uk');
    const cwd = folder();
    const { code, out } = await run('letter pack K1 --format eml', { cwd });
    expect(code).toBe(0);
    expect(out).not.toContain('consultation');
    const mail = await PostalMime.parse(readFileSync(join(cwd, 'K1-1-invitation-parent-mother.eml')));
    const names = mail.attachments.map(({ filename }) => filename);
    expect(names).toEqual(
      expect.arrayContaining(['K1-1-invitation-parent-mother.docx', 'K1-1-consultation-parent-mother.docx']),
    );
    expect(readFileSync(join(cwd, 'K1-1-pack.txt'), 'utf8')).toContain('attached to the e-mail');
  });

  it('leaves the To of those without an address to whoever sends it, and says of each', async () => {
    const { run } = await plannedUnit();
    const cwd = folder();
    const { code, out, err } = await run('letter pack K1 --format eml', { cwd });
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(9);
    const notes = flat(err).match(/No e-mail address is recorded for [^:]+/g);
    expect(notes).toEqual([
      'No e-mail address is recorded for the social worker',
      'No e-mail address is recorded for the father',
    ]);
    expect(flat(err)).toContain('irotool person edit NAME --role social-worker --email ADDRESS');
    expect(flat(err)).toContain('irotool child link K1 --tag father --email ADDRESS');
    const to = async (name: string) =>
      (await PostalMime.parse(readFileSync(join(cwd, `K1-1-invitation-${name}.eml`)))).to ?? [];
    expect(await to('parent-father')).toEqual([]);
    expect(await to('social-worker-social-worker')).toEqual([]);
    expect(await to('carer-carer')).toMatchObject([{ address: 'beth@example.org' }]);
    const cover = flat(readFileSync(join(cwd, 'K1-1-pack.txt'), 'utf8'));
    expect(cover.match(/note No e-mail address is recorded for the (?:social worker|father)/g)).toHaveLength(
      2,
    );
  });
});

describe('a pack that cannot be written', () => {
  async function refused(made: ReturnType<typeof letterUnit>, line = 'letter pack K1'): Promise<string> {
    const { run, db } = await made;
    const before = everything(db);
    const cwd = folder();
    const { code, out, err } = await run(line, { cwd });
    expect([code, out]).toEqual([1, '']);
    expect(readdirSync(cwd)).toEqual([]);
    expect(everything(db)).toBe(before);
    return err.trim();
  }

  it('has no meeting', async () => {
    expect(await refused(letterUnit())).toBe(
      'K1/1: no meeting is planned, so nobody can be invited to it. Nothing was written. irotool review plan K1 --meeting "DAY TIME" --venue "…"',
    );
  });

  it('is of a review that was held', async () => {
    const made = plannedUnit();
    await (await made).run('review hold K1 --on 2026-03-12 --code PN1 --yes');
    expect(await refused(made, 'letter pack K1 --review 1 --moment invitations')).toContain(
      'K1/1 was held on Thursday 12 March 2026.',
    );
  });

  it('has nobody invited', async () => {
    const made = plannedUnit();
    const { run } = await made;
    for (const who of ['child', 'mother', 'father', 'carer']) {
      await run(`review participants K1 --add ${who} --part distribution`);
    }
    for (const who of [
      ...['social-worker', 'teacher', 'supervising-social-worker', 'advocate', 'independent-visitor'],
    ]) {
      await run(`review participants K1 --remove ${who}`);
    }
    expect(await refused(made)).toBe(
      'K1/1: nobody is invited. Nothing was written. To put someone on the list: irotool review participants K1 --add WHO',
    );
  });

  it('lacks facts: all of them are named at once, each with its command', async () => {
    const made = letterUnit();
    const { run } = await made;
    await run('settings set signatory.name');
    await run('review plan K1 --meeting 27/3');
    const lines = (await refused(made)).split('\n');
    expect(lines[0]).toBe('K1/1: these are missing, and letters need them. Nothing was written.');
    expect(
      lines
        .slice(1)
        .map((line) => line.trim().split(':')[0])
        .sort(),
    ).toEqual(['review.time', 'review.venue', 'signatory.name']);
    expect(lines.join('\n')).toContain('signatory.name: irotool settings set signatory.name "…"');
    expect(lines.join('\n')).toContain('review.venue: irotool review plan K1');
  });

  it('does not know the child’s age', async () => {
    const made = plannedUnit();
    const { run } = await made;
    await run('child add --ref K9 --name "No Date"');
    await run('record K9 became-looked-after --on 2026-03-02 basis=V2');
    await run('review plan K9 --meeting "27/3 10:00" --venue School');
    expect(await refused(made, 'letter pack K9')).toContain('irotool child edit K9 --born DATE');
  });

  it('would write over one file', async () => {
    const { run, db } = await plannedUnit();
    const cwd = folder();
    await run('letter invitation-carer K1', { cwd });
    const before = everything(db);
    const { code, err } = await run('letter pack K1', { cwd });
    expect(code).toBe(1);
    expect(err).toContain('K1-1-invitation-carer-carer.docx is there already. Nothing was written.');
    expect(readdirSync(cwd)).toEqual(['K1-1-invitation-carer-carer.docx']);
    expect(everything(db)).toBe(before);
    expect((await run('letter pack K1 --force', { cwd })).code).toBe(0);
  });
});
