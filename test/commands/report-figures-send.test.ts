/** A report of figures sent by e-mail: to each manager of the children they are told of, and without a name. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import PostalMime, { type Email } from 'postal-mime';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { type Answer, folder, irotool, words } from '../support/harness';
import { certificateFile, mailServer, type Running } from '../support/mail-server';
import { lateUnit, ON, PRIVATE, type ReportUnit } from '../support/reports';

let made: ReportUnit;
let unit: ReportUnit;
let server: Running;

beforeAll(async () => {
  made = await lateUnit();
  for (const line of [
    'review hold C1 --on 2026-03-31 --code PN1 --late-because "Jamie was in hospital" --agreed-by "SORCHA Thorne" --yes --today 2026-03-31',
    `settings set mail.certificate-file ${certificateFile()}`,
    'settings set mail.host localhost',
    'settings set mail.from reviews@council.gov.uk',
  ]) {
    const { code, err } = await made.run(line);
    if (code !== 0) throw new Error(`${line}: ${err}`);
  }
});

beforeEach(async () => {
  const db = join(folder(), 'unit.db');
  copyFileSync(made.db, db);
  unit = {
    db,
    run: (line, typed) => irotool([...(typeof line === 'string' ? words(line) : line), '--db', db], typed),
  };
  server = await mailServer();
  await unit.run(`settings set mail.port ${server.port}`);
});
afterEach(() => server.close());

const TODAY = '--today 2026-04-30';
const send = (line = 'performance --from 2026-01-01 --to 2026-04-30 --to managers'): Promise<Answer> =>
  unit.run(`report ${line} --send ${TODAY}`);
const mails = (): Promise<Email[]> =>
  Promise.all(server.arrived.map(({ content }) => PostalMime.parse(content)));
const reviewsOf = (text: string): number =>
  Number(/REVIEWS\n(?:.*\n)*? All +(\d+)|REVIEWS\n.*\n .*? {2}(\d+)/.exec(text)?.slice(1).find(Boolean));

describe('a report of figures that is sent', () => {
  it('tells each manager of their children alone, and says of whose', async () => {
    const { code, err } = await send();
    expect([code, err]).toEqual([0, expect.stringContaining('3 messages sent')]);
    const all = await mails();
    expect(all.map(({ to }) => to![0]!.address)).toEqual([
      'dee@elsewhere.org',
      'mo@council.gov.uk',
      'sal@council.gov.uk',
    ]);
    const [dee, mo, sal] = all.map(({ text }) => text!);
    expect(mo).toContain('For Mo North, about the team North.');
    expect(dee).toContain('about the children of M Ŵyn');
    expect(sal).toContain('about all children');
    // C1 is North’s, C2 and C3 are M Ŵyn’s.
    expect(reviewsOf(mo!)).toBeGreaterThan(0);
    expect(reviewsOf(sal!)).toBeGreaterThan(reviewsOf(mo!));
    for (const { subject } of all) expect(subject).toBe('How the unit did, 1 January 2026 to 30 April 2026');
  });

  it('withholds small numbers, and who is behind a number, from whoever may read no name', async () => {
    await send('performance --from 2026-01-01 --to 2026-04-30 --to managers --attach xlsx,csv');
    const [dee, mo] = (await mails()) as [Email, Email];
    const bytesOf = (mail: Email, at: number): Uint8Array =>
      new Uint8Array(mail.attachments[at]!.content as ArrayBuffer);
    const csvOf = (mail: Email): string => new TextDecoder().decode(bytesOf(mail, 1));
    const reviews = /^Reviews,.*,reviews\.due,(\w+),/m;
    expect([dee, mo].map((mail) => reviews.exec(csvOf(mail))?.[1])).toEqual([
      'c',
      expect.stringMatching(/^\d$/),
    ]);
    expect(csvOf(dee)).not.toMatch(/,[1-5],/);
    const sheetsOf = async (mail: Email): Promise<string> =>
      (await JSZip.loadAsync(bytesOf(mail, 0))).file('xl/workbook.xml')!.async('text');
    expect([await sheetsOf(dee), await sheetsOf(mo)]).toEqual([
      expect.not.stringContaining('References'),
      expect.stringContaining('References'),
    ]);
    for (const part of [dee.text!, dee.html!])
      expect(part.replaceAll(/\s+/g, ' ')).toContain('c stands for a number that is withheld');
    expect(mo.text).not.toContain('withheld');
  });

  it('is as wide as a message, with what each number counts, and as HTML too', async () => {
    await send('performance --year 2026 --to "Sal Service"');
    const [{ text, html }] = (await mails()) as [Email];
    expect(text!.split('\n').filter((line) => line.length > 72)).toEqual([]);
    for (const part of [text!, html!])
      expect(part.replaceAll(/\s+/g, ' ')).toContain('Those that were held on or before that day.');
  });

  it('has no name, birthday or address of a child in it, nor in a file beside it', async () => {
    await send('performance --from 2026-01-01 --to 2026-04-30 --to "Sal Service" --attach docx,xlsx,csv');
    const [mail] = (await mails()) as [Email];
    const files = mail.attachments.map(({ filename, content }) => ({
      filename,
      text: Buffer.from(content as ArrayBuffer).toString(),
    }));
    expect(files.map(({ filename }) => filename)).toEqual([
      'performance-2026-04-30.docx',
      'performance-2026-04-30.xlsx',
      'performance-2026-04-30.csv',
    ]);
    const said = [mail.subject, mail.text, mail.html, files[2]!.text].join('\n');
    expect(said).toContain('in hospital');
    for (const part of PRIVATE) expect(said).not.toContain(part);
  });

  it.each([
    'annual --year 2027',
    'caseload',
    'forecast',
    'board',
    'disputes',
    'recommendations',
    'monitoring',
  ])('%s goes to managers too, without a small number or a name to whoever may read none', async (report) => {
    await send(`${report} --to managers --attach csv`);
    const [dee, mo] = (await mails()) as [Email, Email];
    const csvOf = ({ attachments: [file] }: Email): string =>
      new TextDecoder().decode(new Uint8Array(file!.content as ArrayBuffer));
    const counts = csvOf(dee)
      .split('\n')
      .filter(
        (line) =>
          !/\.(iros|average|highest|above|full-time|per-full-time|days|over|holidays|leave|times)\b/.test(
            line,
          ),
      );
    expect(counts.filter((line) => /,[1-5],\d*\r?$/.test(line))).toEqual([]);
    expect(mo.text).toContain('For Mo North, about the team North.');
    for (const part of PRIVATE) expect([dee.text, mo.text, csvOf(mo)].join()).not.toContain(part);
  });

  it('goes again as it stood on another day, once for each', async () => {
    const line = (day: string): string =>
      `performance --month last --to "Sal Service" --once-per-day --as-at ${day}`;
    await send(line('2026-04-29'));
    expect((await send(line('2026-04-29'))).err).toContain('was made already');
    expect((await send(line('2026-04-28'))).err).not.toContain('was made already');
  });

  it('goes once for a period and a person on a day, if that is asked for', async () => {
    const line = 'performance --month last --to "Sal Service" --once-per-day';
    await send(line);
    expect((await send(line)).err).toContain('was made already');
    await send('performance --quarter last --to "Sal Service" --once-per-day');
    expect((await mails()).map(({ subject }) => subject)).toEqual([
      ...[
        'How the unit did, March 2026: 1 March 2026 to 31 March 2026',
        'How the unit did, 1 January 2026 to 31 March 2026',
      ],
    ]);
  });

  it('does not pass for the report of what is overdue, whose silence is noticed', async () => {
    await unit.run(`report overdue --to managers --send ${ON}`);
    await send();
    const { code, out } = await unit.run(`report heartbeat ${TODAY}`);
    expect([code, out]).toEqual([1, expect.stringContaining('Monday 30 March 2026')]);
  });

  it.each([
    ['performance --send', 2, '--send needs to know to whom'],
    ['performance --send --to managers --html p.html', 2, '--send sends e-mail; not with --html'],
    ['performance --send --to managers --csv', 2, '--send sends e-mail; not with --csv'],
    ['performance --send --to managers --list reviews.late', 2, '--send sends e-mail; not with --list'],
    ['performance --to managers', 2, 'makes 3 reports'],
    ['performance --attach csv', 2, '--attach is of an e-mail'],
    ['performance --once-per-day', 2, '--once-per-day is of what is sent'],
    ['performance --to 31/3/2026', 2, '--to goes with --from'],
    ['performance --send --to "No One"', 1, 'There is no manager, service manager or director "No One"'],
  ])('%s is refused, and nothing is kept or sent', async (line, code, said) => {
    const before = everything(unit.db);
    const answer = await unit.run(`report ${line} ${TODAY}`);
    expect([answer.code, answer.err.replaceAll(/\s+/g, ' ')]).toEqual([code, expect.stringContaining(said)]);
    expect([everything(unit.db), server.arrived]).toEqual([before, []]);
  });

  it('is shown as one manager would get it, without being sent', async () => {
    const { code, out } = await unit.run(`report performance --year 2026 --to "Mo North" ${TODAY}`);
    expect([code, out]).toEqual([0, expect.stringContaining('For Mo North, about the team North.')]);
    expect(server.arrived).toEqual([]);
  });
});
