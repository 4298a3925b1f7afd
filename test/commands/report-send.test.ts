/** `report overdue --send`, as an administrator types it, to a real mail server. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import PostalMime from 'postal-mime';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openFile } from '../support/database';
import { everything, onScreen } from '../support/facts';
import { type Answer, folder, irotool, words } from '../support/harness';
import { type Arrived, certificateFile, mailServer, messageIdOf, type Running } from '../support/mail-server';
import { lateUnit, ON, PLANNED_LATE, PRIVATE, type ReportUnit } from '../support/reports';
import { fillDisk, makeRoom, smallDisk } from '../support/small-disk';

let made: ReportUnit;
let unit: ReportUnit;
let server: Running;
const unwrapped = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const say = async (line: string): Promise<void> => {
  const { code, err } = await unit.run(line);
  if (code !== 0) throw new Error(`${line}: ${err}`);
};
const send = (options = '--to managers', day = '2026-03-30'): Promise<Answer> =>
  unit.run(`report overdue --send ${options} --today ${day}`);
const toWhom = (): string[] => server.arrived.map(({ to }) => to);

beforeAll(async () => {
  made = await lateUnit();
  await made.run(`settings set mail.certificate-file ${certificateFile()}`);
  await made.run('settings set mail.host localhost');
  await made.run('settings set mail.from reviews@council.gov.uk');
});

beforeEach(async () => {
  // Each test's own copy of the one unit.
  const db = join(folder(), 'unit.db');
  copyFileSync(made.db, db);
  unit = {
    db,
    run: (line, typed) => irotool([...(typeof line === 'string' ? words(line) : line), '--db', db], typed),
  };
  server = await mailServer();
  await say(`settings set mail.port ${server.port}`);
});

describe('report overdue --send', () => {
  it('tells each manager theirs, and says to whom it went', async () => {
    const { code, out, err } = await send();
    expect([code, out]).toEqual([0, '']);
    expect(toWhom()).toEqual(['dee@elsewhere.org', 'mo@council.gov.uk', 'sal@council.gov.uk']);
    expect(unwrapped(err)).toMatch(
      /^Sent to dee@elsewhere\.org: Reviews: \d+ steps? late on Monday 30 March 2026, \d+ past a limit of law\. .*3 messages sent\.$/,
    );
    const [dee, mo, sal] = await Promise.all(server.arrived.map(({ content }) => PostalMime.parse(content)));
    expect(mo!.from).toEqual({ name: 'Testshire', address: 'reviews@council.gov.uk' });
    expect(mo!.to).toEqual([{ name: 'Mo North', address: 'mo@council.gov.uk' }]);
    expect([mo!.text, mo!.html].every((part) => part!.includes('C1/1') && !part!.includes('C2'))).toBe(true);
    expect(dee!.text).toContain('C2/1');
    expect(dee!.text).not.toContain('C1/');
    for (const ref of ['C1', 'C2', 'C3']) expect(sal!.text).toContain(ref);
    // The text part is what is printed for them, at the width of a message.
    const printed = await onScreen(`report overdue --to "Mo North" ${ON}`, unit.db, 72, { NO_COLOR: '1' });
    // And below it with what it can be shown later that nothing was changed.
    const [text, head] = mo!
      .text!.trimEnd()
      .split('\nTo see later that nothing recorded until now was changed:\n');
    expect(text).toBe(printed.out.trimEnd());
    expect(head).toMatch(/^ {2}irotool audit verify --from \d+-[0-9a-f]{16}$/);
    expect(mo!.text!.split('\n').every((line) => line.length <= 72)).toBe(true);
  });

  it('goes to one manager by name or address', async () => {
    await send('--to "mo north"');
    await send('--to SAL@council.gov.uk');
    expect(toWhom()).toEqual(['mo@council.gov.uk', 'sal@council.gov.uk']);
  });

  it('is data if that is asked for', async () => {
    await say('person add --name "No Address" --role manager --team West');
    const { code, out } = await send('--to managers --json');
    const { messages, notComposed } = JSON.parse(out);
    expect(code).toBe(1);
    expect(messages).toHaveLength(3);
    expect(messages[0]).toEqual({
      recipient: 'dee@elsewhere.org',
      subject: expect.stringMatching(/ \d+ steps? late on /),
      messageId: messageIdOf(server.arrived[0]!),
      sent: true,
      error: null,
      mayArriveTwice: false,
    });
    expect(notComposed).toEqual([{ name: 'No Address', why: 'unreachable' }]);
  });

  it('is quiet with --quiet, but for what went wrong', async () => {
    expect(await send('--to managers --quiet')).toEqual({ code: 0, out: '', err: '' });
    await say('person add --name "No Address" --role manager --team West');
    const { code, err } = await send('--to managers --quiet');
    expect([code, unwrapped(err)]).toEqual([
      1,
      'Not told: No Address, for whom no e-mail address is recorded. irotool person edit "No Address" --email ADDRESS 3 messages sent; 1 without an address.',
    ]);
  });

  it.each([
    ['--send', 2, '--send needs to know to whom. Such as: --to managers'],
    ['--send --to managers --preview', 2, '--send sends e-mail; not with --preview'],
    ['--send --to managers --csv', 2, '--send sends e-mail; not with --csv'],
    ['--send --to managers --out .', 2, '--send sends e-mail; not with --out'],
    ['--out . --html a.html', 2, '--out writes draft e-mails; not with --html'],
    ['--to managers --once-per-day', 2, '--once-per-day is of what is sent'],
    ['--to managers --attach csv', 2, '--attach is of an e-mail'],
    [
      '--send --to managers --attach doc',
      2,
      '--attach is docx, xlsx or csv; not "doc". Did you mean "docx"?',
    ],
    ['--if-any --preview', 2, '--if-any is of what is sent or printed; not with --preview'],
    ['--if-any --html a.html', 2, '--if-any is of what is sent or printed; not with --html'],
    ['--out a.eml --to managers', 2, '--out with a file takes one report'],
    ['--out /dev/null/drafts --to managers', 1, '/dev/null is a file, not a folder.'],
    ['--send --to "No One"', 1, 'There is no manager, service manager or director "No One"'],
  ])('refuses %s, and nothing is kept or sent', async (options, code, words) => {
    const before = everything(unit.db);
    const answer = await unit.run(`report overdue ${options} ${ON}`);
    expect([answer.code, answer.out, unwrapped(answer.err)]).toEqual([
      code,
      '',
      expect.stringContaining(words),
    ]);
    expect(everything(unit.db)).toEqual(before);
    expect(server.arrived).toEqual([]);
  });

  it.each([
    ['mail.host', 'The settings name no mail server'],
    ['mail.from', 'The settings do not say which address mail comes from'],
  ])('refuses if %s is not set, and keeps nothing to surprise anybody later', async (key, words) => {
    await say(`settings set ${key}`);
    const { code, err } = await send();
    expect([code, unwrapped(err)]).toEqual([1, expect.stringContaining(words)]);
    expect((await unit.run('report outbox')).err).toBe('Nothing was put in the outbox yet.\n');
  });
});

describe('--once-per-day', () => {
  it('tells nobody twice on a day, and everybody again on the next', async () => {
    await send('--to managers --once-per-day');
    const again = await send('--to managers --once-per-day');
    expect([again.code, unwrapped(again.err)]).toEqual([
      0,
      'The day’s report for Dee Iros was made already. The day’s report for Mo North was made already. The day’s report for Sal Service was made already. 0 messages sent.',
    ]);
    await send('--to "Mo North" --once-per-day');
    expect(toWhom()).toHaveLength(3);
    await send('--to managers --once-per-day', '2026-03-31');
    expect(toWhom()).toHaveLength(6);
  });

  it('sends what was kept that day, and composes no second', async () => {
    await server.close();
    expect((await send('--to managers --once-per-day')).code).toBe(1);
    server = await mailServer();
    await say(`settings set mail.port ${server.port}`);
    const { code, err } = await send('--to managers --once-per-day');
    expect([code, unwrapped(err)]).toEqual([
      0,
      expect.stringMatching(/was made already.*3 messages sent\.$/),
    ]);
    expect(toWhom()).toHaveLength(3);
  });

  it('is another report if it is of one team alone', async () => {
    await send('--to "Sal Service" --team North --once-per-day');
    await send('--to "Sal Service" --once-per-day');
    await send('--to "Sal Service" --team North --once-per-day');
    expect(toWhom()).toHaveLength(2);
  });

  it('is one day also when the clock goes back an hour in October', async () => {
    // 1:30am in London, twice: in summer time, and an hour later in winter time.
    const nights = [Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30)];
    for (const now of nights) await unit.run('report overdue --send --to "Mo North" --once-per-day', { now });
    expect(toWhom()).toEqual(['mo@council.gov.uk']);
    const { date, subject } = await PostalMime.parse(server.arrived[0]!.content);
    expect([date, subject]).toEqual([
      '2026-10-25T00:30:00.000Z',
      expect.stringContaining('on Sunday 25 October 2026'),
    ]);
    expect((await unit.run('report heartbeat', { now: nights[1]! })).code).toBe(0);
  });
});

describe('--if-any', () => {
  it('sends nothing to whom there is nothing to tell, and says so', async () => {
    await say('person add --name "New Here" --role manager --team West --email new@council.gov.uk');
    const { code, err } = await send('--to managers --if-any');
    expect([code, unwrapped(err)]).toEqual([
      0,
      expect.stringContaining('There is nothing to tell New Here.'),
    ]);
    expect(toWhom()).toHaveLength(3);
    await send('--to "New Here"');
    const { text, subject } = await PostalMime.parse(server.arrived[3]!.content);
    expect(subject).toBe('Reviews: nothing overdue in this report on Monday 30 March 2026');
    expect(unwrapped(text!)).toContain(
      'Nothing in this report is overdue; nothing due by Sunday 5 April 2026',
    );
  });

  it('tells once more when the last of it is cleared, so that silence is not the news', async () => {
    const own = '--to "Mo North" --if-any';
    await send(own, '2026-03-31');
    await say('child edit C1 --team South --today 2026-04-01 --yes');
    await send(own, '2026-04-01');
    expect(server.arrived).toHaveLength(2);
    const { err } = await send(own, '2026-04-02');
    expect(unwrapped(err)).toContain('There is nothing to tell Mo North.');
    expect(server.arrived).toHaveLength(2);
  });

  it('prints nothing at all if there is nothing, for a cron that mails what is printed', async () => {
    await say('person add --name "New Here" --role manager --team West --email new@council.gov.uk');
    expect(await unit.run(`report overdue --to "New Here" --if-any ${ON}`)).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    expect((await unit.run(`report overdue --if-any ${ON}`)).out).toMatch(/^Overdue on/);
  });
});

describe('what changed since the last report', () => {
  const last = async (): Promise<string> =>
    unwrapped((await PostalMime.parse(server.arrived.at(-1)!.content)).text!);

  it('says of each thing what became of it', async () => {
    await send('--to "Sal Service"', '2026-03-31');
    await say('review hold C1 --on 2026-04-01 --code PN1 --today 2026-04-01 --yes');
    await say('review hold C2 --on 2026-03-20 --code PN1 --today 2026-04-01 --yes');
    await send('--to "Sal Service"', '2026-04-01');
    expect(await last()).toMatch(/Since the report of Tuesday 31 March 2026: \d+ cleared, \d+ new\./);
    expect(await last()).toMatch(/C1\/1 Hold the first review: done on Wed 1 Apr/);
    expect(await last()).toMatch(/C2\/1 Hold the first review: done on Fri 20 Mar/);
    expect(await last()).toMatch(/C2\/1 Send the invitations: not done, and no longer owed/);
  });

  it('does not call cleared what is put off, if a meeting is planned again', async () => {
    await send('--to "Sal Service"', '2026-03-31');
    await say(
      'review plan C2 --meeting "2026-04-10 10:00" --because "The IRO is ill" --late-because "The IRO is ill" --agreed-by "Sal Service" --today 2026-04-01 --yes',
    );
    await send('--to "Sal Service"', '2026-04-01');
    expect(await last()).toMatch(/: 0 cleared, [1-9]\d* not done and put off, \d+ new\./);
    expect(await last()).toMatch(/C2\/1 Send the invitations: not done, and now due [A-Z][a-z]{2} \d+ \w+/);
    expect(await last()).not.toContain('not owed');
    const { out } = await unit.run('report overdue --to "Sal Service" --csv --today 2026-04-01');
    expect(out).toMatch(/^put off,.*,C2,.*Send the invitations/m);
    expect(out).not.toMatch(/^cleared,/m);
  });

  it('does not call cleared what went to another team, overdue', async () => {
    await send('--to "Mo North"', '2026-03-31');
    await say('child edit C1 --team South --today 2026-04-01 --yes');
    await send('--to "Mo North"', '2026-04-01');
    expect(await last()).toMatch(/: 0 cleared, 0 new, 1 still overdue with another team or IRO\./);
    expect(await last()).toContain('C1/1 Hold the first review: still overdue, with another team or IRO');
  });

  it('says so if what was owed is not owed after all, as the record now stands', async () => {
    await send('--to "Sal Service"', '2026-03-31');
    const { chronology } = JSON.parse((await unit.run('child show C1 --json')).out);
    await say(
      `strike ${chronology[0].id} --why "entered for the wrong child" --with-what-follows --today 2026-04-01 --yes`,
    );
    await send('--to "Sal Service"', '2026-04-01');
    expect(await last()).toMatch(/C1\/1 Hold the first review: not owed, as the record now stands/);
  });

  it('is the same on the screen, for who has an address', async () => {
    await send('--to "Sal Service"', '2026-03-29');
    const { out } = await unit.run(`report overdue --to "Sal Service" ${ON}`);
    expect(unwrapped(out)).toContain('Since the report of Sunday 29 March 2026:');
    expect((await unit.run(`report overdue ${ON}`)).out).not.toContain('Since the report');
  });
});

describe('names', () => {
  /** All that a message says, its files too, as whoever opens it reads it. */
  async function everyWord({ content }: Arrived): Promise<string> {
    const mail = await PostalMime.parse(content);
    const files = await Promise.all(
      mail.attachments.map(async ({ filename, content: bytes }) => {
        const data = Buffer.from(bytes as ArrayBuffer);
        if (!/\.(docx|xlsx)$/.test(filename!)) return `${filename} ${data.toString('utf8')}`;
        const parts = Object.values((await JSZip.loadAsync(data)).files);
        return [filename, ...(await Promise.all(parts.map((part) => part.async('string'))))].join(' ');
      }),
    );
    return [JSON.stringify(mail.headers), mail.subject, mail.text, mail.html, ...files].join('\n');
  }
  const all = '--to managers --attach docx,xlsx,csv';

  it('are nowhere in the message, its headers, its files or what is said of it', async () => {
    await say(PLANNED_LATE);
    const { err, code } = await send(all);
    expect(code).toBe(0);
    for (const message of server.arrived) {
      const said = await everyWord(message);
      expect(PRIVATE.filter((name) => new RegExp(`\\b${name}\\b`, 'i').test(said))).toEqual([]);
    }
    const log = err + JSON.stringify(await unit.run('report outbox --json'));
    for (const name of PRIVATE) expect(log.toLowerCase()).not.toContain(name.toLowerCase());
  });

  it('are there if asked for and allowed, and never in the subject or a file’s name', async () => {
    const { err } = await send(`${all} --names`);
    expect(unwrapped(err)).toContain(
      'Dee Iros: references and initials only, because elsewhere.org is not among mail.allow-domains.',
    );
    const [dee, mo] = server.arrived;
    const words = await everyWord(mo!);
    expect(words).toContain('Jamie Thorne');
    const { subject, attachments, headers } = await PostalMime.parse(mo!.content);
    expect(JSON.stringify([subject, headers, attachments.map(({ filename }) => filename)])).not.toMatch(
      /Jamie|Thorne/,
    );
    expect(await everyWord(dee!)).not.toMatch(/Orla|Quill|Peregrine|Vane/);
    // The ledger that the next report is held against has none either.
    const ledger = openFile(unit.db, { readonly: true }).prepare('SELECT reported FROM outbox').pluck().all();
    expect(JSON.stringify(ledger)).toContain('C2');
    for (const name of PRIVATE) expect(JSON.stringify(ledger)).not.toContain(name);
  });
});

describe('what somebody wrote of a recommendation', () => {
  it('is kept without names, so that a later report without names has none', async () => {
    await say(
      'record C1 recommendation-tracked --on 2026-03-10 ref=Jamie-visits by=2026-03-20 --today 2026-03-10 --yes',
    );
    await say('settings set mail.allow-domains council.gov.uk');
    await send('--to "Mo North" --names', '2026-03-31');
    await say('record C1 recommendation-resolved --on 2026-04-01 ref=Jamie-visits --today 2026-04-01 --yes');
    await send('--to "Mo North"', '2026-04-01');
    const [named, plain] = await Promise.all(
      server.arrived.map(async ({ content }) =>
        unwrapped((await PostalMime.parse(content)).text!).toLowerCase(),
      ),
    );
    expect(named).toContain('jamie');
    expect(plain).toContain('done on wed 1 apr');
    expect(plain).not.toMatch(/jamie|sorcha/);
  });
});

describe('--attach', () => {
  it('puts the same report beside the message, as Word, workbook and rows', async () => {
    await send('--to "Mo North" --attach csv,docx,xlsx', '2026-04-01');
    const { attachments, text } = await PostalMime.parse(server.arrived[0]!.content);
    expect(attachments.map(({ filename, mimeType }) => [filename, mimeType.split(/[./]/).at(-1)])).toEqual([
      ['overdue-2026-04-01.csv', 'csv'],
      ['overdue-2026-04-01.docx', 'document'],
      ['overdue-2026-04-01.xlsx', 'sheet'],
    ]);
    const word = await JSZip.loadAsync(attachments[1]!.content as ArrayBuffer);
    const body = (await word.file('word/document.xml')!.async('string')).replaceAll(/<[^>]+>/g, ' ');
    const overdue = /(\d+) steps? late/.exec(text!)![0];
    expect(unwrapped(body)).toContain(overdue);
    expect(unwrapped(body)).toContain('C1/1 (JT)');
    expect(Buffer.from(attachments[0]!.content as ArrayBuffer).toString('utf8')).toContain(
      'overdue,North,A Khan',
    );
  });
});

describe('if the way out is not as it should be', () => {
  it('a password file that cannot be read: kept, said, and sent when it can', async () => {
    const file = join(folder(), 'password');
    writeFileSync(file, 'right\n', { mode: 0o600 });
    await say('settings set mail.user unit');
    await say(`settings set mail.password-file ${file}`);
    writeFileSync(file, '');
    const { code, err } = await send('--to "Mo North"');
    expect([code, unwrapped(err)]).toEqual([
      1,
      expect.stringMatching(/Not sent to mo@.* password file .* is empty\./),
    ]);
    writeFileSync(file, 'right\n');
    expect((await send('--to "Mo North" --once-per-day')).code).toBe(0);
    expect(server.arrived.map(({ to, user }) => [to, user])).toEqual([['mo@council.gov.uk', 'unit']]);
  });

  it('one recorded address that is none: the others are told, and who was not is said', async () => {
    const db = openFile(unit.db);
    db.function('irotool_now', () => '2026-03-13T12:00:00.000Z');
    db.function('irotool_who', () => 'someone');
    db.prepare(
      "UPDATE person SET email = 'mo@council.gov.uk\r\nBcc: thief@example.org' WHERE name = 'Mo North'",
    ).run();
    db.close();
    const { code, err } = await send();
    expect([code, unwrapped(err)]).toEqual([
      1,
      expect.stringContaining('Not told: Mo North, for whom the address recorded is not one.'),
    ]);
    expect(toWhom()).toEqual(['dee@elsewhere.org', 'sal@council.gov.uk']);
    expect(server.arrived.map(({ content }) => content.toString()).join()).not.toContain('thief');
  });

  it('one recorded name of two lines: they are told by address, the others as ever, and nothing is slipped in', async () => {
    const db = openFile(unit.db);
    db.function('irotool_now', () => '2026-03-13T12:00:00.000Z');
    db.function('irotool_who', () => 'someone');
    db.prepare("UPDATE person SET name = ? WHERE name = 'Mo North'").run('Mo\r\nBcc: thief@example.org');
    db.close();
    expect((await send()).code).toBe(0);
    expect(toWhom().sort()).toEqual(['dee@elsewhere.org', 'mo@council.gov.uk', 'sal@council.gov.uk']);
    const mails = await Promise.all(server.arrived.map(({ content }) => PostalMime.parse(content)));
    expect(mails.map(({ bcc, cc }) => [bcc, cc])).toEqual(mails.map(() => [undefined, undefined]));
  });

  it('one recipient refused: the others arrive, exit 1, and the next run tries again', async () => {
    let isClosed = true;
    server = await mailServer({
      onRcptTo: ({ address }, _session, done) =>
        done(
          address.startsWith('mo@') && isClosed
            ? Object.assign(new Error('No'), { responseCode: 550 })
            : undefined,
        ),
    });
    await say(`settings set mail.port ${server.port}`);
    const first = await send('--to managers --once-per-day');
    expect([first.code, unwrapped(first.err)]).toEqual([
      1,
      expect.stringMatching(
        /Not sent to mo@council\.gov\.uk: .* 550 No\. It is kept.*2 messages sent; 1 not sent and kept/,
      ),
    ]);
    isClosed = false;
    expect((await send('--to managers --once-per-day')).code).toBe(0);
    expect(toWhom()).toEqual(['dee@elsewhere.org', 'sal@council.gov.uk', 'mo@council.gov.uk']);
  });

  const disk = smallDisk();
  it.skipIf(disk === null)(
    'a full disk: nothing is kept or sent, it is said, and the next run tells all',
    async () => {
      const db = join(disk!, 'unit.db');
      copyFileSync(unit.db, db);
      const onDisk = () =>
        irotool([...words('report overdue --send --to managers --once-per-day'), '--db', db]);
      try {
        fillDisk(disk!);
        const { code, err } = await onDisk();
        expect([code, err]).toEqual([1, 'The disk is full. Nothing was saved. Make room, then try again.\n']);
        expect(server.arrived).toEqual([]);
        makeRoom(disk!);
        expect((await onDisk()).code).toBe(0);
        expect(server.arrived).toHaveLength(3);
      } finally {
        spawnSync('umount', [disk!]);
      }
    },
  );

  it('a program in place of a server', async () => {
    const within = folder();
    const program = join(within, 'sendmail');
    writeFileSync(program, `#!/bin/sh\ncat > '${within}/took'\n`);
    chmodSync(program, 0o700);
    await say('settings set mail.host');
    await say(`settings set mail.sendmail ${program}`);
    expect((await send('--to "Mo North"')).code).toBe(0);
    expect(readFileSync(join(within, 'took'), 'utf8')).toContain('To: Mo North <mo@council.gov.uk>');
  });

  it('the files beside the database are its owner’s alone', async () => {
    await send();
    expect(existsSync(`${unit.db}.sending`)).toBe(true);
    expect(statSync(`${unit.db}.sending`).mode & 0o077).toBe(0);
  });
});

describe('--out', () => {
  it('writes a draft for each manager, to be opened, looked at and sent by a person', async () => {
    const into = folder();
    const { code, out } = await unit.run([
      'report',
      'overdue',
      '--to',
      'managers',
      '--out',
      into,
      ...ON.split(' '),
    ]);
    expect([code, out.trim().split('\n')]).toEqual([
      0,
      ['dee_-at-elsewhere.org', 'mo', 'sal'].map(
        (_, at) =>
          [
            'overdue-2026-03-30-dee-at-elsewhere.org.eml',
            'overdue-2026-03-30-mo-at-council.gov.uk.eml',
            'overdue-2026-03-30-sal-at-council.gov.uk.eml',
          ][at],
      ),
    ]);
    const draft = await PostalMime.parse(
      readFileSync(join(into, 'overdue-2026-03-30-mo-at-council.gov.uk.eml')),
    );
    expect(draft.to).toEqual([{ name: 'Mo North', address: 'mo@council.gov.uk' }]);
    expect(draft.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
    expect(draft.text).toContain('C1/1');
    expect(server.arrived).toEqual([]);
    // A draft is not a report that went.
    expect((await unit.run('report heartbeat')).out).toContain('No report was sent by e-mail up to today.');
  });

  it('writes one of all, for whoever is typed in by hand, into a file', async () => {
    const file = join(folder(), 'all.eml');
    const { code } = await unit.run([
      'report',
      'overdue',
      '--out',
      file,
      '--attach',
      'csv',
      ...ON.split(' '),
    ]);
    expect(code).toBe(0);
    const { to, attachments } = await PostalMime.parse(readFileSync(file));
    expect([to, attachments.length]).toEqual([undefined, 1]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe('report heartbeat', () => {
  it('fails before the first report, and is well on the day and the day after', async () => {
    const never = await unit.run('report heartbeat');
    expect([never.code, unwrapped(never.out)]).toEqual([
      1,
      expect.stringMatching(/^No report was sent by e-mail up to today\. A report is looked for every day\./),
    ]);
    await send();
    for (const [day, code] of [
      ['2026-03-30', 0],
      ['2026-03-31', 0],
      ['2026-04-01', 1],
    ] as const) {
      expect((await unit.run(`report heartbeat --today ${day}`)).code).toBe(code);
    }
    expect((await unit.run('report heartbeat --days 3 --today 2026-04-01')).code).toBe(0);
    const { out } = await unit.run('report heartbeat --json --today 2026-04-01');
    expect(JSON.parse(out)).toMatchObject({ schema: 1, silent: true, daysSince: 2, waiting: 0, trouble: [] });
  });

  it('tells a run with nothing to tell from silence', async () => {
    await say('person add --name "New Here" --role manager --team West --email new@council.gov.uk');
    await send('--to "New Here" --if-any');
    const { code, out } = await unit.run(`report heartbeat ${ON}`);
    expect([code, unwrapped(out)]).toEqual([
      0,
      'The last report went for Monday 30 March 2026, today: everyone had been told, or nothing was to be told.',
    ]);
  });

  it('knows of a run that was broken off', async () => {
    await send('--to managers', '2026-03-29');
    const db = openFile(unit.db);
    db.prepare(
      "INSERT INTO report_run (report, day, whole, began_at) VALUES ('overdue', '2026-03-30', 1, '2026-03-30T20:00:00.000Z')",
    ).run();
    db.close();
    const { code, out } = await unit.run(`report heartbeat ${ON}`);
    expect([code, unwrapped(out)]).toEqual([
      1,
      expect.stringContaining('The run for Monday 30 March 2026 is still going, or was broken off.'),
    ]);
  });

  it('refuses a number of days that is none', async () => {
    expect(await unit.run('report heartbeat --days none')).toMatchObject({ code: 2, out: '' });
  });
});
