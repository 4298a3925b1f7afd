import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { everything, linesOf, onScreen, widest } from '../support/facts';
import { folder, irotool } from '../support/harness';
import { letterUnit, plannedUnit } from '../support/letters';

/** An answer on one line, however it was broken. */
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

interface Logged {
  readonly letter: string;
  readonly to: string;
  readonly format: string;
  readonly review: number | null;
  readonly sha256: string;
  readonly sentOn: string | null;
  readonly rules: readonly string[];
}

async function logged(run: Awaited<ReturnType<typeof letterUnit>>['run']): Promise<Logged[]> {
  return JSON.parse((await run('child show K1 --json')).out).documents as Logged[];
}

/** A template of the council's own. */
function ownTemplate(db: string, name: string, front: string, body: string): void {
  const to = join(dirname(db), 'templates');
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, `${name}.md.hbs`), `---\n${front}\nversion: 1\n---\n${body}\n`);
}

describe('letter list', () => {
  it('needs no database', async () => {
    const nowhere = join(folder(), 'none.db');
    const { code, out } = await irotool(['letter', 'list', '--json', '--db', nowhere]);
    expect(code).toBe(0);
    const { schema, letters } = JSON.parse(out) as {
      schema: number;
      letters: { name: string; title: string; for: string }[];
    };
    expect(schema).toBe(1);
    const names = letters.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['invitation-social-worker', 'invitation-parent', 'invitation-child']),
    );
    expect(Object.keys(letters[0]!)).toEqual(['name', 'title', 'for']);
    expect(letters.some(({ title }) => title.includes('{{'))).toBe(false);
    expect(letters.find(({ name }) => name === 'invitation-child')!.title).toContain('…');
    expect(existsSync(nowhere)).toBe(false);
    expect((await irotool(['letter', 'list', '--csv', '--db', nowhere])).out).toContain('name,title,for');
  });

  it('has letters, forms and records apart, and one for any age before those for some', async () => {
    const { out } = await irotool(['letter', 'list', '--db', join(folder(), 'none.db')]);
    const lines = out.split('\n');
    const headings = lines.filter((line) => /^[A-Z]/.test(line));
    expect(headings[0]).toBe('LETTERS: invitations');
    expect(headings.slice(-2)).toEqual(['FORMS', 'RECORDS']);
    const at = (name: string): number => lines.findIndex((line) => line.startsWith(` ${name} `));
    expect(at('invitation-child')).toBeLessThan(at('invitation-child-under-8'));
    expect(at('consultation-child')).toBeGreaterThan(lines.indexOf('FORMS'));
    expect(at('record-full')).toBeGreaterThan(lines.indexOf('RECORDS'));
    const { letters } = JSON.parse(
      (await irotool(['letter', 'list', '--json', '--db', join(folder(), 'none.db')])).out,
    ) as { letters: { name: string }[] };
    for (const { name } of letters) expect(at(name), name).toBeGreaterThan(0);
  });

  it('marks the council’s own, and takes no option of a letter', async () => {
    const { run } = await letterUnit();
    await run('template copy invitation-parent');
    const { out } = await run('letter list');
    expect(out).toContain('invitation-parent *');
    expect(out).not.toContain('invitation-child *');
    const wrong = await run('letter list --to mother');
    expect([wrong.code, wrong.err]).toEqual([
      2,
      'There is no option --to of letter list. To see how: irotool letter list --help\n',
    ]);
  });
});

describe('letter', () => {
  it('writes a Word file for its owner alone, named by reference and role', async () => {
    const { run } = await plannedUnit();
    const cwd = folder();
    const { code, out } = await run('letter invitation-teacher K1', { cwd });
    expect([code, out]).toEqual([0, 'K1-1-invitation-teacher-teacher.docx\n']);
    expect(readdirSync(cwd)).toEqual(['K1-1-invitation-teacher-teacher.docx']);
    const file = join(cwd, 'K1-1-invitation-teacher-teacher.docx');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  });

  it('prints text, and says what is known of meeting and reader', async () => {
    const { run } = await plannedUnit();
    const { out } = await run('letter invitation-parent K1 --to mother --format txt --out -');
    expect(out).toContain("Jane O'Brien\n1 High Street\nYork\n");
    expect(out).toContain('Our reference: K1/1');
    expect(out).toContain('Date: Friday 27 March 2026');
    expect(out).toContain('Time: 4:30pm');
    expect(out).toContain('Place: School');
    expect(out).toContain('- Beth Ames, carer');
    expect(out).not.toContain("- Jane O'Brien, mother");
    await run('settings set letters.time-style 24h');
    expect((await run('letter invitation-parent K1 --to mother --format txt --out -')).out).toContain(
      'Time: 16:30',
    );
  });

  it('says the same as a page', async () => {
    const { run } = await plannedUnit();
    const cwd = folder();
    mkdirSync(join(cwd, 'letters'));
    const { out } = await run('letter invitation-child K1 --format html --out letters', { cwd });
    expect(out).toBe(`${join('letters', 'K1-1-invitation-child-child.html')}\n`);
    expect(readFileSync(join(cwd, out.trim()), 'utf8')).toContain('Friday 27 March 2026');
  });

  it('finds the reader by tag, by name and by role', async () => {
    const { run } = await plannedUnit();
    for (const to of ['gp', '"d doctor"', 'health']) {
      const { code, out } = await run(`letter invitation-health K1 --to ${to} --format txt --out -`);
      expect([code, out.includes('Dear D Doctor')]).toEqual([0, true]);
    }
  });

  it('asks which, if several may be meant', async () => {
    const { run } = await plannedUnit();
    const { code, err } = await run('letter invitation-parent K1');
    expect(code).toBe(2);
    expect(err).toBe(
      'K1/1: invitation-parent may go to several people. Say to whom: --to father or --to mother.\n',
    );
    expect((await run('letter invitation-parent K1 --to parent')).code).toBe(2);
  });

  it('keeps in a log what was made, for whom, and its hash', async () => {
    const { run } = await plannedUnit();
    const cwd = folder();
    await run('letter invitation-parent K1 --to mother --format html', { cwd });
    const bytes = readFileSync(join(cwd, 'K1-1-invitation-parent-mother.html'));
    expect(await logged(run)).toEqual([
      {
        letter: 'invitation-parent',
        version: 2,
        format: 'html',
        to: 'mother',
        review: 1,
        rules: expect.arrayContaining(['invite']),
        sha256: createHash('sha256').update(bytes).digest('hex'),
        madeAt: '2026-03-13T12:00:00.000Z',
        madeBy: expect.any(String),
        sentOn: null,
      },
    ]);
    expect((await run('child show K1 --ids')).out).toMatch(
      /DOCUMENTS\n Fri 13 Mar +K1\/1 +invitation-parent +mother +html\n {4}version 2; hash [0-9a-f]{12}; rules invite, decisions-record,\s+record-distribute\n/,
    );
    expect((await run('audit --child K1 --limit 1')).out).toContain(
      'K1 invitation-parent for mother (html) made',
    );
  });

  it('has each with its version below it on the narrowest screen, if a day takes two lines', async () => {
    const { run, db } = await plannedUnit();
    for (const who of ['mother', 'father'])
      await run(`letter invitation-parent K1 --to ${who} --format txt --out -`);
    const { code, out } = await onScreen('child show K1 --ids', db, 40);
    expect(code).toBe(0);
    const documents = linesOf(out.slice(out.indexOf('DOCUMENTS'))).join('\n');
    expect(documents.match(/^ {4}version 2; hash [0-9a-f]{12}/gm)).toHaveLength(2);
    expect(widest(documents)).toBeLessThanOrEqual(40);
  });

  it('shows the last ten on a screen, and all of them as JSON', async () => {
    const { run } = await plannedUnit();
    for (let at = 0; at < 11; at++) await run('letter invitation-teacher K1 --format txt --out -');
    await run('letter invitation-carer K1 --format txt --out -');
    const last = await logged(run);
    expect(last.map(({ letter }) => letter)).toEqual([
      'invitation-carer',
      ...Array(11).fill('invitation-teacher'),
    ]);
    const { out } = await run('child show K1 --ids');
    expect(out.match(/ version [12]; hash /g)).toHaveLength(10);
    expect(out).toContain(' and 2 more: irotool child show K1 --json\n');
  });

  it('does the same as JSON', async () => {
    const { run } = await plannedUnit();
    const { out } = await run('letter invitation-teacher K1 --json', { cwd: folder() });
    expect(JSON.parse(out)).toMatchObject({
      schema: 1,
      child: 'K1',
      review: 1,
      documents: [
        {
          file: 'K1-1-invitation-teacher-teacher.docx',
          letter: 'invitation-teacher',
          to: 'teacher',
          notes: [],
        },
      ],
    });
  });

  it('takes a reference that no file’s name can hold', async () => {
    const { run } = await plannedUnit();
    await run(
      'new-review --ref A/7B --name "Al Fa" --born 2012-05-02 --looked-after 2026-03-02 --iro "A Khan" --yes',
    );
    await run('review plan A/7B --meeting "27/3 10:00" --venue School');
    const { out } = await run('letter invitation-young-person A/7B', { cwd: folder() });
    expect(out).toBe('A_7B-1-invitation-young-person-child.docx\n');
  });

  it('tells of the review that was held, or of the one that is coming', async () => {
    const { run } = await plannedUnit();
    await run(
      'review hold K1 --on 2026-03-12 --code PN1 --attended child,mother --decision "See the dentist; carer; 1/5/2026" --yes',
    );
    const record = await run('letter record-decisions K1 --format txt --out -');
    expect(record.out).toContain('Decisions of the review on Thursday 12 March 2026');
    expect(record.out).toContain('See the dentist');
    expect(record.out).toContain('Friday 1 May 2026');
    const coming = await run('letter invitation-teacher K1 --format txt --out -');
    expect(coming.err).toMatch(/^invitation-teacher needs 3 things .*\n {2}review\.date \(/);
    expect((await run('letter invitation-teacher K1 --review 1 --format txt --out -')).out).toContain(
      'Friday 27 March 2026',
    );
  });

  it('brings what became of the decisions before, and that the IRO spoke with the child', async () => {
    const { run } = await plannedUnit();
    const lines = [
      'review hold K1 --on 2026-03-12 --code PN1 --decision "See a dentist; S Worker; 20/3/2026" --decision "Family time; S Worker; 30/4/2026" --yes --today 2026-03-13',
      'recommendation done K1 1.1 --on 2026-03-18 --today 2026-03-19',
      'review prepare K1 --not-seen refused --why "Not today" --today 2026-06-01',
      'review hold K1 --on 2026-06-05 --code PN1 --yes --today 2026-06-05',
    ];
    for (const line of lines) expect([line, (await run(line)).code]).toEqual([line, 0]);
    const { out } = await run('letter record-full K1 --format txt --out - --today 2026-06-08');
    const flat = out.replaceAll(/\s+/g, ' ');
    expect(flat).toContain('See a dentist Who was to do it: S Worker By when: Friday 20 March 2026');
    expect(flat).toContain('What is recorded: Done on Wednesday 18 March 2026');
    expect(flat).toContain('What is recorded: Not recorded as done');
    expect(flat).toContain('The child did not want to.');
  });

  it('tells of a tracked recommendation', async () => {
    const { run } = await plannedUnit();
    const none = await run('letter tracked-reminder K1');
    expect(none.err).toContain('K1 has no recommendation that is tracked.');
    await run('recommendation track K1 --about "A family tree" --by 2026-03-20 --yes');
    const one = await run('letter tracked-reminder K1 --format txt --out -');
    expect(one.out).toContain('A family tree');
    await run('recommendation track K1 --about "A bicycle" --by 2026-03-27 --yes');
    const two = await run('letter tracked-reminder K1');
    expect(two.code).toBe(2);
    expect(two.err).toMatch(/Say which: --which \S+ or --which \S+\./);
    const which = /--which (\S+) or/.exec(two.err)![1];
    const { out } = await run(`letter tracked-reminder K1 --which ${which}`, { cwd: folder() });
    expect(out).toBe(`K1-1-tracked-reminder-${which}-social-worker.docx\n`);
    const late = await run(
      `letter tracked-passed K1 --which ${which} --format txt --out - --today 2026-03-25`,
    );
    expect(flat(late.out)).toContain('Friday 20 March 2026, 3 working days ago');
  });
});

describe('letter --sent-on', () => {
  it('records an invitation as sent to that person', async () => {
    const { run } = await plannedUnit();
    const cwd = folder();
    const { code, err } = await run('letter invitation-parent K1 --to mother --sent-on 2026-03-12', { cwd });
    expect(code).toBe(0);
    expect(err).toContain('Send the invitations (it was due');
    await run('letter invitation-carer K1 --sent-on 2026-03-12', { cwd });
    const { chronology } = JSON.parse((await run('child show K1 --json')).out) as {
      chronology: { kind: string; on: string; attributes: { to?: string } }[];
    };
    const sent = chronology.filter(({ kind }) => kind === 'invitations-sent');
    expect(sent.map(({ on, attributes }) => [on, attributes.to])).toEqual([
      ['2026-03-12', 'mother'],
      ['2026-03-12', 'carer'],
    ]);
    expect((await logged(run)).map(({ to, sentOn }) => [to, sentOn])).toEqual([
      ['carer', '2026-03-12'],
      ['mother', '2026-03-12'],
    ]);
  });

  it('keeps the file that was made before, as it went out', async () => {
    const { run } = await plannedUnit();
    const cwd = folder();
    await run('letter invitation-carer K1', { cwd });
    const file = join(cwd, 'K1-1-invitation-carer-carer.docx');
    const bytes = readFileSync(file);
    const { code, err } = await run('letter invitation-carer K1 --sent-on today', { cwd });
    expect(code).toBe(0);
    expect(flat(err)).toContain('was there already: it is recorded as sent, and stays as it is.');
    expect(readFileSync(file)).toEqual(bytes);
    expect(await logged(run)).toMatchObject([{ to: 'carer', sentOn: '2026-03-13' }]);
    expect(flat((await run('audit --child K1 --limit 2')).out)).toContain(
      'invitation-carer for carer (docx) sent on 13 March 2026',
    );
  });

  it('logs a letter that was changed by hand before it went with the hash of what went', async () => {
    const { run } = await plannedUnit();
    const cwd = folder();
    await run('letter invitation-carer K1', { cwd });
    writeFileSync(join(cwd, 'K1-1-invitation-carer-carer.docx'), 'changed');
    await run('letter invitation-carer K1 --sent-on today', { cwd });
    const [last, first] = await logged(run);
    expect([last!.sentOn, first!.sentOn]).toEqual(['2026-03-13', null]);
    expect(last!.sha256).toBe(createHash('sha256').update('changed').digest('hex'));
  });

  it('is recorded in the log alone for what is no invitation', async () => {
    const { run } = await plannedUnit();
    await run('letter notice-social-worker K1 --sent-on today', { cwd: folder() });
    expect(await logged(run)).toMatchObject([{ letter: 'notice-social-worker', sentOn: '2026-03-13' }]);
    expect((await run('child show K1 --ids')).out).not.toContain('invitations sent');
  });
});

describe('letter --format eml', () => {
  const draft = async (run: Awaited<ReturnType<typeof letterUnit>>['run'], line: string) => {
    const cwd = folder();
    const { code, out, err } = await run(`${line} --format eml`, { cwd });
    expect([code, err]).toEqual([0, err]);
    return PostalMime.parse(readFileSync(join(cwd, out.trim())));
  };
  const calendarOf = (mail: Awaited<ReturnType<typeof draft>>) => {
    const part = mail.attachments.find(({ mimeType }) => mimeType.includes('calendar'));
    const text = new TextDecoder().decode(part!.content as ArrayBuffer);
    const parsed = new ICAL.Component(ICAL.parse(text) as never);
    const event = parsed.getFirstSubcomponent('vevent')!;
    return {
      method: parsed.getFirstPropertyValue('method'),
      uid: String(event.getFirstPropertyValue('uid')),
      sequence: event.getFirstPropertyValue('sequence'),
      start: String(event.getFirstPropertyValue('dtstart')),
      summary: event.getFirstPropertyValue('summary'),
      location: event.getFirstPropertyValue('location'),
    };
  };

  it('is a draft with text, page, Word file and calendar, and no name in its subject', async () => {
    const { run } = await plannedUnit();
    const mail = await draft(run, 'letter invitation-parent K1 --to mother');
    expect(mail.to).toEqual([{ name: "Jane O'Brien", address: 'jane@example.org' }]);
    expect(mail.from).toMatchObject({ address: 'unit@testshire.gov.uk' });
    expect(mail.subject).toBe('K1: invitation to a review');
    expect(mail.text).toContain('Place: School');
    expect(mail.html).toContain('<h1');
    expect(mail.attachments.map(({ filename }) => filename)).toContain('K1-1-invitation-parent-mother.docx');
    expect(calendarOf(mail)).toMatchObject({
      method: 'REQUEST',
      sequence: 0,
      start: '2026-03-27T16:30:00',
      summary: 'K1: review meeting',
      location: 'School',
    });
  });

  it('changes the meeting in the reader’s calendar, and cancels it', async () => {
    const { run } = await plannedUnit();
    const first = calendarOf(await draft(run, 'letter invitation-carer K1'));
    const other = calendarOf(await draft(run, 'letter invitation-teacher K1'));
    await run('review plan K1 --meeting "26/3 10:00" --venue School --because "The head is away"');
    const changed = calendarOf(await draft(run, 'letter meeting-changed K1 --to carer'));
    expect(changed).toMatchObject({
      method: 'REQUEST',
      uid: first.uid,
      sequence: 1,
      start: '2026-03-26T10:00:00',
    });
    expect(other.uid).not.toBe(first.uid);
    await run('review cancel K1 --reason "Snow" --agreed-by "A Khan" --today 2026-03-16');
    const cancelled = calendarOf(
      await draft(run, 'letter meeting-cancelled K1 --to carer --today 2026-03-16'),
    );
    expect(cancelled).toMatchObject({ method: 'CANCEL', uid: first.uid, sequence: 2 });
  });

  it('of a child’s letter leaves the address to whoever sends it', async () => {
    const { run } = await plannedUnit();
    const mail = await draft(run, 'letter invitation-child K1');
    expect(mail.to ?? []).toEqual([]);
    expect(mail.subject).toBe('K1: invitation to a review');
  });

  it('of someone whose address is not recorded is made without a To, and says so', async () => {
    const { run } = await plannedUnit();
    const line = 'letter invitation-parent K1 --to father --format eml';
    const cwd = folder();
    const { code, err } = await run(line, { cwd });
    expect(code).toBe(0);
    expect(err.replaceAll(/\s+/g, ' ').trim()).toBe(
      'Note: No e-mail address is recorded for the father: the draft has no To, for whoever sends it to fill in. To record one: irotool child link K1 --tag father --email ADDRESS The form with it: irotool letter consultation-parent K1 --to father --format eml',
    );
    const mail = await PostalMime.parse(readFileSync(join(cwd, 'K1-1-invitation-parent-father.eml')));
    expect(mail.to ?? []).toEqual([]);
    expect(calendarOf(mail)).toMatchObject({ method: 'REQUEST', start: '2026-03-27T16:30:00' });
    const { documents } = JSON.parse((await run(`${line} --force --json`, { cwd })).out);
    expect(documents[0].notes).toEqual([expect.stringContaining('no To')]);
  });

  it('without an address of the unit’s own stops, and says how to give it one', async () => {
    const { run, db } = await plannedUnit();
    await run('settings set unit.email');
    const before = everything(db);
    const { code, err } = await run('letter invitation-parent K1 --to mother --format eml');
    expect([code, err]).toEqual([
      1,
      'The unit has no e-mail address to write from. irotool settings set unit.email name@council.gov.uk\n',
    ]);
    expect(everything(db)).toBe(before);
  });
});

describe('a letter that cannot be written', () => {
  /** Runs it in a folder of its own: nothing is written, nothing recorded. */
  async function refused(line: string, made = plannedUnit()): Promise<readonly [number, string]> {
    const { run, db } = await made;
    const before = everything(db);
    const cwd = folder();
    const { code, out, err } = await run(line, { cwd });
    expect(out).toBe('');
    expect(readdirSync(cwd)).toEqual([]);
    expect(everything(db)).toBe(before);
    return [code, flat(err)];
  }

  it('is one that there is not', async () => {
    expect(await refused('letter invitation-techer K1')).toEqual([
      1,
      'There is no letter, form or record "invitation-techer". Did you mean "invitation-teacher"? To see them all: irotool letter list',
    ]);
  });

  it('is for someone else: the right one is named', async () => {
    expect(await refused('letter invitation-teacher K1 --to mother')).toEqual([
      1,
      'invitation-teacher is for a teacher, not for the mother. For the mother: irotool letter invitation-parent K1 --to mother',
    ]);
  });

  it('is for another age: the right one is named', async () => {
    expect(await refused('letter invitation-young-person K1')).toEqual([
      1,
      expect.stringContaining(
        'and K1 is 10 on the day. For the child: irotool letter invitation-child K1 --to child',
      ),
    ]);
    expect((await refused('letter invitation-young-person K1 --to child'))[0]).toBe(1);
  });

  it('has nobody to go to', async () => {
    expect(await refused('letter invitation-guardian K1')).toEqual([
      1,
      'K1/1: there is nobody for invitation-guardian to go to: no children’s guardian is recorded. To add one: irotool child link K1 NAME --role guardian',
    ]);
    expect((await refused('letter invitation-parent K1 --to aunt'))[1]).toContain(
      'K1 has nobody recorded by that name, tag or role.',
    );
  });

  it('would invite someone whom it was decided not to invite', async () => {
    const made = plannedUnit();
    const { run } = await made;
    await run(
      'review not-invite K1 father --concern "Threats" --considered "Two meetings" --views "By letter" --iro-consulted today',
    );
    const [code, err] = await refused('letter invitation-parent K1 --to father', made);
    expect(code).toBe(1);
    expect(err).toContain('K1/1: it was decided not to invite the father. Nothing was written.');
    expect(err).toContain('irotool letter not-invited-parent K1 --to father');
    // Of the two parents the other is the one who may be meant.
    expect((await run('letter invitation-parent K1 --format txt --out -')).out).toContain(
      "Dear Jane O'Brien",
    );
    // The concern is for the unit; the letter has words of its own for a usual one.
    const { out } = await run('letter not-invited-parent K1 --format txt --out -');
    expect(out).not.toContain('Threats');
    expect(out).toContain('We are worried that the meeting would not be safe and calm for everyone.');
  });

  it('lacks a fact: the field, the line and the command are named', async () => {
    const made = letterUnit();
    const { run } = await made;
    await run('review plan K1 --meeting 27/3 --venue School');
    const [code, err] = await refused('letter invitation-carer K1', made);
    expect(code).toBe(1);
    expect(err).toMatch(
      /^invitation-carer needs review\.time \(.+, line \d+\)\. To supply it: irotool review plan K1/,
    );
  });

  it('would invite to a meeting that was cancelled', async () => {
    const made = plannedUnit();
    await (await made).run('review cancel K1 --reason "Snow" --agreed-by "A Khan"');
    expect((await refused('letter invitation-teacher K1', made))[1]).toContain(
      'review.date (invitation-teacher.md.hbs, line 2): irotool review plan K1',
    );
    const { out } = await (await made).run('letter meeting-cancelled K1 --to carer --format txt --out -');
    expect(out).toContain('Friday 27 March 2026');
    expect(out).not.toContain('Snow');
    expect(out).toContain('It would be hard to get there on the day that was planned.');
  });

  it('is of another kind of review', async () => {
    const made = plannedUnit();
    const { run } = await made;
    await run('review hold K1 --on 2026-03-12 --code PN1 --yes');
    expect(await refused('letter record-exit K1', made)).toEqual([
      1,
      'record-exit is for the review of an unplanned ending, and K1/1 is a looked-after review. To see every document and what it is for: irotool letter list',
    ]);
    expect((await refused('letter record-full K1 --review exit', made))[1]).toContain(
      'K1 has no review of an unplanned ending.',
    );
  });

  it('would say what is not so', async () => {
    const made = plannedUnit();
    const { run } = await made;
    expect(await refused('letter meeting-cancelled K1 --to carer', made)).toEqual([
      1,
      'K1/1: the meeting of Friday 27 March 2026 is not cancelled. Nothing was written. If it is: irotool review cancel K1 --reason "…"',
    ]);
    expect((await refused('letter meeting-changed K1 --to carer', made))[1]).toContain(
      'K1/1: the meeting of Friday 27 March 2026 has not been changed since it was first planned.',
    );
    await run('review hold K1 --on 2026-03-12 --code PN1 --attended child --yes');
    await run('review distribute K1 father --record part --why "Came late" --decided-by "A Khan"');
    expect((await refused('letter distribution-none K1 --to father', made))[1]).toBe(
      'K1/1: what is recorded for the father is part, not none. Nothing was written. irotool letter distribution-part K1 --to father',
    );
    // Nor is the record itself made out to someone who is sent part or none of it.
    expect(await refused('letter record-full K1 --to father', made)).toEqual([
      1,
      'K1/1: what is recorded for the father is part, not full. Nothing was written. irotool letter distribution-part K1 --to father',
    ]);
    expect((await run('letter record-full K1 --format txt --out -')).code).toBe(0);
    // Why only part is for the unit: the letter wants words for the father.
    expect(await refused('letter distribution-part K1 --to father', made)).toEqual([
      1,
      'K1/1: this letter gives the father the reason, and the one that is recorded is for the unit. Nothing was written. Give it in words for them: irotool letter distribution-part K1 --to father --tell "…"',
    ]);
    expect(
      (
        await run(
          'letter distribution-part K1 --to father --format txt --out - --tell "You came for the second half"',
        )
      ).out,
    ).toContain('You came for the second half');
    expect((await refused('letter record-without-meeting K1', made))[1]).toContain(
      'K1/1 was held with a meeting. Nothing was written. irotool letter record-full K1',
    );
    await run('recommendation track K1 --about "A family tree" --by 2026-03-20 --yes');
    expect((await refused('letter tracked-passed K1', made))[1]).toMatch(
      /^K1 \S+ was agreed for Friday 20 March 2026, which has not come yet\. .* irotool letter tracked-reminder K1/,
    );
    expect((await refused('letter tracked-reminder K1 --today 2026-03-21', made))[1]).toContain(
      'which has passed',
    );
  });

  it('needs decisions of a review that was held, and names a command that adds them', async () => {
    const made = plannedUnit();
    const { run } = await made;
    await run('person add --name "Sal Service" --role service-manager');
    await run('review hold K1 --on 2026-03-12 --code PN1 --attended child --yes');
    const [code, words] = await refused('letter decisions-manager K1', made);
    expect([code, words]).toEqual([
      1,
      expect.stringContaining('To supply it: irotool recommendation add K1 --text "…"'),
    ]);
    expect((await run('recommendation add K1 --text "Find a tutor" --yes --no-input')).code).toBe(0);
    expect((await run('letter decisions-manager K1 --format txt --out -')).out).toContain('Find a tutor');
  });

  it('is of a review that has not been held', async () => {
    expect((await refused('letter record-full K1'))[1]).toContain('K1: no review has been held yet.');
  });

  it('was typed wrongly', async () => {
    const wrong = async (line: string): Promise<readonly [number, string]> => refused(line);
    expect(await wrong('letter invitation-teacher K1 --format rtf')).toEqual([
      2,
      '--format is docx, pdf, html, txt or eml; not "rtf". To see how: irotool letter --help',
    ]);
    expect(await wrong('letter invitation-teacher K1 --out -')).toEqual([
      2,
      'Only text is printed: --out - goes with --format txt. To see how: irotool letter --help',
    ]);
    expect((await wrong('letter invitation-teacher K1 --which 1.1'))[0]).toBe(2);
    expect((await wrong('letter invitation-teacher K1 --sent-on 2026-03-14'))[1]).toContain(
      'has not come yet',
    );
    expect((await wrong('letter invitation-teacher K1 --review 7'))[1]).toContain('K1 has no review 7.');
  });

  it('would be written over another', async () => {
    const { run, db } = await plannedUnit();
    const cwd = folder();
    const file = join(cwd, 'K1-1-invitation-teacher-teacher.docx');
    writeFileSync(file, 'mine');
    const before = everything(db);
    for (const more of ['', ' --sent-on today']) {
      const { code, err } = await run(`letter invitation-teacher K1${more}`, { cwd });
      expect(code).toBe(1);
      expect(err).toContain('K1-1-invitation-teacher-teacher.docx is there already. Nothing was written.');
    }
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(everything(db)).toBe(before);
    expect((await run('letter invitation-teacher K1 --force', { cwd })).code).toBe(0);
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    expect(readdirSync(cwd)).toHaveLength(1);
  });
});

describe('a template of the council’s own', () => {
  it('is used like any other, with fields of its own choosing', async () => {
    const { run, db } = await plannedUnit();
    await run('child edit K1 --known-as Sian --pronouns she/her --yes');
    ownTemplate(
      db,
      'note-carer',
      'title: A note\nfor: carer\nreader: professional\nroles: [carer]\nkind: notice\nneeds: [child.called]',
      '{{child.called}} is {{#if child.age}}{{child.age}}{{/if}}. This is about {{child.object}} and {{child.possessive}} plan.{{#if child.placement}} Lives: {{child.placement}}.{{/if}}',
    );
    const { out } = await run('letter note-carer K1 --format txt --out -');
    expect(flat(out)).toContain(
      'Sian is 10. This is about her and her plan. Lives: Foster care with other carers, other.',
    );
  });
});
