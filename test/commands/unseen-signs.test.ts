/**
 * Signs that nobody sees, in every free text that there is: what turns the direction of reading, what a terminal
 * obeys, other ends of line. They are kept as they were typed; nothing that leaves has them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { folder } from '../support/harness';
import { DAY, spelledUnit } from '../support/spelled-unit';

const TEXT =
  'Ask\u202e her\u202c of \u001b[2Jthe\u0007 \u200fgar\u2066den\u2069,\u0085 and\u2028 the\u0008 \u061cgate\u009b31m';
/** Colour apart, which a terminal is told by the program itself, and nobody asked for here. */
const UNSEEN = /(?![\n\r\t])\p{Cc}|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

let run: Awaited<ReturnType<typeof spelledUnit>>['run'];

beforeAll(async () => {
  ({ run } = await spelledUnit(TEXT));
}, 300_000);

/** What a file says, as whoever opens it reads it. */
async function wordsIn(name: string, bytes: Uint8Array): Promise<string> {
  const text = new TextDecoder().decode(bytes);
  if (/[.](?:docx|xlsx)$/.test(name)) {
    const { files } = await JSZip.loadAsync(bytes);
    const parts = Object.values(files).filter((file) => file.name.endsWith('.xml'));
    return (await Promise.all(parts.map((file) => file.async('string')))).join('\n');
  }
  if (!name.endsWith('.eml')) return text;
  const { subject, text: plain, html, attachments } = await PostalMime.parse(bytes);
  const enclosed = attachments.map(({ filename, mimeType, content }) =>
    wordsIn(
      mimeType.includes('calendar') ? 'x.ics' : (filename ?? ''),
      new Uint8Array(content as ArrayBuffer),
    ),
  );
  return [subject, plain, html, ...(await Promise.all(enclosed))].join('\n');
}

/** The codes of those that a text has. */
const unseenIn = (text: string): string[] => [
  ...new Set([...text.matchAll(UNSEEN)].map(([sign]) => `U+${sign.charCodeAt(0).toString(16)}`)),
];
/** As codes in a page, or in the XML of a Word file. */
const uncoded = (text: string): string =>
  text.replaceAll(/&#(x?)([\da-f]+);/gi, (_, hex: string, code: string) =>
    String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)),
  );

describe('signs that nobody sees', () => {
  it.each([
    ...['due --month', 'child show K1 --ids', 'child people K1', 'review show K1', 'review list K1', 'audit'],
    ...['recommendation list K1', 'explain K1', 'review next K1', 'schedule', 'iro show "A Khan"'],
    ...['report overdue', 'report overdue --csv', 'due --csv', 'child list --csv', 'review list --csv'],
  ])('are on no screen and in no list: %s', async (line) => {
    const { out, err } = await run(`${line} --today ${DAY}`);
    expect(unseenIn(out + err)).toEqual([]);
  });

  it('are on a screen where the words stand that they stood in', async () => {
    expect((await run(`child show K1 --ids --today ${DAY}`)).out.replaceAll(/\s+/g, ' ')).toContain('her of');
  });

  it.each(['docx', 'html', 'txt', 'eml'])('are in no letter, calendar or record: %s', async (format) => {
    const out = folder();
    const made = [
      ...['record-full', 'record-decisions', 'meeting-changed', 'meeting-adjourned', 'distribution-part'],
      ...['invitation-parent', 'not-invited-parent', 'record-monitoring', 'record-midway'],
    ].flatMap((letter) => ['mother', 'father', 'iro'].map((to) => `${letter} K1 --to ${to}`));
    for (const each of made) {
      await run(`letter ${each} --format ${format} --out ${out} --despite-no-contact --force --today ${DAY}`);
    }
    const files = readdirSync(out);
    expect(files.length).toBeGreaterThan(8);
    const all = await Promise.all(files.map((file) => wordsIn(file, readFileSync(join(out, file)))));
    expect(all.some((words) => /her of/.test(words.replaceAll(/\s+/g, ' ')))).toBe(true);
    const found = files.flatMap((file, at) => {
      const unseen = unseenIn(uncoded(all[at]!));
      return unseen.length === 0 ? [] : [`${file}: ${unseen.join(', ')}`];
    });
    expect(found).toEqual([]);
  });

  it('are in no report, page or workbook', async () => {
    const out = folder();
    const on = '--today 2026-12-01';
    await run([
      ...[
        'review',
        'plan',
        'K1',
        '--meeting',
        '2026-12-15 10:00',
        '--late-because',
        TEXT,
        '--agreed-by',
        TEXT,
      ],
      ...['--because', TEXT, '--tell', 'Again', '--today', DAY],
    ]);
    await run(`report overdue --out ${out} --to managers --attach docx,xlsx,csv ${on}`);
    await run(`report overdue --html ${join(out, 'page.html')} ${on}`);
    await run(`report overdue --xlsx ${join(out, 'book.xlsx')} ${on}`);
    const files = readdirSync(out);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) {
      const words = await wordsIn(file, readFileSync(join(out, file)));
      expect([file, unseenIn(uncoded(words))]).toEqual([file, []]);
    }
  });
});
