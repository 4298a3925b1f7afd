/** E-mail drafts read back by a mail parser that irotool does not use (postal-mime). */
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/core/time/dates';
import { calendarFile } from '../../src/documents/calendar-file';
import { type MailDraft, toDraft, WORD_TYPE } from '../../src/documents/draft';
import { toText } from '../../src/documents/plain/to-text';
import { toHtml } from '../../src/documents/to-html';
import { toDocx } from '../../src/documents/word/to-docx';
import { LETTER, letterhead, paragraph } from '../support/documents';

const WORD_FILE = await toDocx(LETTER, letterhead());
const DRAFT: MailDraft = {
  model: LETTER,
  to: { name: "Siân O'Brien Łukasiewicz Ŵyn", address: 'sian.obrien@school.example.org' },
  from: { name: 'Reviewing Unit', address: 'reviews@testshire.gov.uk' },
  subject: 'Review meeting on 9 April 2026, reference K77/2',
  attachments: [{ filename: 'K77-2-invitation-parent.docx', content: WORD_FILE, contentType: WORD_TYPE }],
};
const INVITATION = calendarFile({
  method: 'REQUEST',
  uid: 'review-K77-2@irotool',
  sequence: 0,
  start: { date: isoDate('2026-04-09'), time: '16:30' },
  minutes: 60,
  summary: 'Review meeting, reference K77',
  location: 'Tŷ Gwyn',
  description: null,
  organizer: DRAFT.from!,
  attendee: DRAFT.to!.address,
  stamp: Date.UTC(2026, 2, 30, 9),
});

const made = async (draft: MailDraft): Promise<string> =>
  Buffer.from(await toDraft(draft)).toString('latin1');
const read = async (draft: MailDraft) =>
  PostalMime.parse(await toDraft(draft), { attachmentEncoding: 'arraybuffer' });
const lines = (text: string | undefined): string => (text ?? '').replaceAll('\r\n', '\n').trim();
const headersOf = (mail: string): string => mail.slice(0, mail.indexOf('\r\n\r\n'));

describe('a draft', () => {
  it('opens to be sent, with its recipient and subject', async () => {
    const mail = await read(DRAFT);
    expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
    expect(mail.to).toEqual([DRAFT.to]);
    expect(mail.from).toEqual(DRAFT.from);
    expect(mail.subject).toBe(DRAFT.subject);
    expect([mail.cc, mail.bcc, mail.replyTo]).toEqual([undefined, undefined, undefined]);
  });

  it('says the same in text and in HTML, and the letter is attached as a Word file', async () => {
    const mail = await read(DRAFT);
    expect(lines(mail.text)).toBe(lines(toText(LETTER)));
    expect(lines(mail.html)).toBe(lines(toHtml(LETTER)));
    expect(mail.attachments).toHaveLength(1);
    const [file] = mail.attachments;
    expect(file).toMatchObject({
      filename: 'K77-2-invitation-parent.docx',
      mimeType: WORD_TYPE,
      disposition: 'attachment',
    });
    expect(new Uint8Array(file!.content as ArrayBuffer)).toEqual(WORD_FILE);
  });

  it('has plain headers of ordinary length, and no date before it is sent', async () => {
    const mail = await made(DRAFT);
    const headers = headersOf(mail);
    expect(headers).toMatch(/^X-Unsent: 1$/m);
    expect(headers).toMatch(/^To: =\?UTF-8\?/m);
    expect(headers).not.toMatch(/^Date:/im);
    expect(headers).toMatch(/^Message-ID: <[0-9a-f]{32}@testshire\.gov\.uk>$/m);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
    expect(mail).not.toMatch(/[^\x00-\x7F]|[^\r]\n|\r[^\n]/);
    expect(mail.split('\r\n').filter((line) => line.length > 998)).toEqual([]);
  });

  it('is the same file for the same letter, and another for another', async () => {
    expect(await made(DRAFT)).toBe(await made(DRAFT));
    const other = await made({ ...DRAFT, to: { name: 'Jo', address: 'jo@school.example.org' } });
    const id = (mail: string): string => /^Message-ID: (.*)$/m.exec(mail)![1]!;
    expect(id(other)).not.toBe(id(await made(DRAFT)));
  });

  it('needs no address: whoever sends it fills it in', async () => {
    const mail = await read({ ...DRAFT, to: null, from: null });
    expect([mail.to, mail.from]).toEqual([undefined, undefined]);
    expect(mail.subject).toBe(DRAFT.subject);
  });
});

describe('an invitation', () => {
  const invitation: MailDraft = { ...DRAFT, calendar: { method: 'REQUEST', content: INVITATION } };

  it('brings the meeting for the calendar: as a part of the message and as a file', async () => {
    const mail = await made(invitation);
    expect(mail).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/im);
    const { attachments } = await read(invitation);
    const calendars = attachments.filter(({ content }) =>
      new TextDecoder().decode(content as ArrayBuffer).startsWith('BEGIN:VCALENDAR'),
    );
    expect(calendars.map(({ mimeType }) => mimeType).sort()).toEqual(['application/ics', 'text/calendar']);
    expect(calendars.find(({ mimeType }) => mimeType === 'text/calendar')).toMatchObject({
      method: 'REQUEST',
    });
    expect(calendars.map(({ filename }) => filename)).toContain('invite.ics');
    // The parser gives calendars with line ends of its own; in the file they are as they were.
    for (const { content } of calendars) {
      expect(new TextDecoder().decode(content as ArrayBuffer)).toBe(INVITATION.replaceAll('\r\n', '\n'));
    }
    expect(mail.replaceAll('\r\n', '')).toContain(Buffer.from(INVITATION).toString('base64'));
    expect(attachments.map(({ filename }) => filename)).toContain('K77-2-invitation-parent.docx');
  });

  it('and a cancellation cancels it', async () => {
    const off: MailDraft = { ...DRAFT, calendar: { method: 'CANCEL', content: INVITATION } };
    expect(await made(off)).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=CANCEL/im);
  });
});

describe('nothing that was typed becomes a header', () => {
  const EVIL = 'x\r\nBcc: thief@example.org';
  const refusal = (draft: MailDraft): Promise<string> =>
    toDraft(draft).then(
      () => 'accepted',
      (error: Error) => `${error.name}: ${error.message}`,
    );

  it.each(['\r\nBcc: thief@example.org', '\nBcc: thief@example.org', '\rx', '\u0000', '\u0085'])(
    'a line end or another control character is refused in every value (%j)',
    async (evil) => {
      const file = DRAFT.attachments[0]!;
      const drafts: [string, MailDraft][] = [
        ['The subject', { ...DRAFT, subject: `Review${evil}` }],
        ["The addressee's name", { ...DRAFT, to: { ...DRAFT.to!, name: `Jo${evil}` } }],
        ["The sender's name", { ...DRAFT, from: { ...DRAFT.from!, name: `Jo${evil}` } }],
        ['The name of a file', { ...DRAFT, attachments: [{ ...file, filename: `a.docx${evil}` }] }],
        ['The type of a file', { ...DRAFT, attachments: [{ ...file, contentType: `text/plain${evil}` }] }],
      ];
      for (const [what, draft] of drafts) {
        expect(await refusal(draft)).toBe(`UserError: ${what} is more than one line.`);
      }
    },
  );

  it.each([
    `jo@example.org\r\nBcc: thief@example.org`,
    'jo@example.org, thief@example.org',
    'Jo <jo@example.org>',
    'jo@example.org;thief@example.org',
    'jo',
    '',
  ])('an address that is more or less than one is refused (%j)', async (address) => {
    for (const [whose, draft] of [
      ['addressee', { ...DRAFT, to: { name: 'Jo', address } }],
      ['sender', { ...DRAFT, from: { name: 'Jo', address } }],
    ] as const) {
      expect(await refusal(draft)).toBe(
        `UserError: The ${whose}'s address is not one plain e-mail address, such as name@council.gov.uk.`,
      );
    }
  });

  it('a name that looks like an address, a list or a comment is a name', async () => {
    for (const name of [
      'Jo <thief@example.org>',
      'a@b.org, c@d.org',
      '"Jo" (x); group: y',
      "O'Brien",
      '=?utf-8?q?x?=',
    ]) {
      const mail = await read({ ...DRAFT, to: { name, address: 'jo@school.example.org' } });
      expect(mail.to?.map(({ address }) => address)).toEqual(['jo@school.example.org']);
      expect(mail.bcc).toBeUndefined();
    }
  });

  it('a letter may say anything: it stays in its part', async () => {
    const words = `--Part_1\r\n${EVIL}\r\n.\r\nFrom me`;
    const draft = { ...DRAFT, model: { ...LETTER, blocks: [paragraph(words)] } };
    const mail = await read(draft);
    expect(mail.bcc).toBeUndefined();
    expect(mail.attachments).toHaveLength(1);
    expect(mail.text).toContain('Bcc: thief@example.org');
  });
});
