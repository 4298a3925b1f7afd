/**
 * Three confidential households, of a child and of a brother and a sister with the same meeting, in every
 * spelling that people use: every spelling in every document that there is, for every reader, in text, and in
 * every other format in turn; in reports; and not on the screens of a sister. LibreOffice reads Word files too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Context, createContext } from '../../src/context';
import { isColleague } from '../../src/core/privacy/may-know';
import type { Template } from '../../src/documents/template/template';
import { UserError } from '../../src/errors';
import { calendarOf } from '../../src/letters/calendar';
import { trackedOne } from '../../src/letters/data/tracked';
import type { LetterCase } from '../../src/letters/letter-case';
import type { Letter } from '../../src/letters/letter-made';
import { bytesOf, letterOf } from '../../src/letters/one-document';
import { withPaper } from '../../src/letters/paper';
import type { Addressee } from '../../src/letters/recipient';
import { recipientsOf } from '../../src/letters/recipients';
import { shelfOf } from '../../src/letters/shelf';
import { reviewOf } from '../../src/letters/which-review';
import { findChild } from '../../src/store/children';
import type { DocumentFormat } from '../../src/store/outbox/document-log';
import { folder } from '../support/harness';
import { printed, why } from '../support/libreoffice';
import { ALL, DAY, inText, OF, spelledUnit } from '../support/spelled-unit';
import { bare, SPELLINGS } from '../support/spellings';

let db: string;
let run: Awaited<ReturnType<typeof spelledUnit>>['run'];
let made: readonly Made[];

beforeAll(async () => {
  ({ db, run } = await spelledUnit());
  made = await everyDocument();
}, 600_000);

const OTHER_FORMATS = ['docx', 'html', 'eml'] as const;

interface Made {
  readonly template: string;
  readonly to: string;
  readonly format: DocumentFormat;
  readonly bytes: Uint8Array;
  readonly words: string;
}

const context = (): Promise<Context> =>
  createContext(
    { db, today: DAY, input: false, color: false },
    {
      stdin: process.stdin,
      stdout: { write: () => true },
      stderr: { write: () => true },
      env: {},
      cwd: '/',
      now: () => Date.UTC(2026, 3, 27, 12),
    },
  );

/**
 * Every template for every reader outside whom it can be made for, as text: what the other formats are made
 * of. Each seventh of them in another format too, in turn, so always the same.
 */
async function everyDocument(): Promise<Made[]> {
  const opened = await context();
  try {
    const shelf = shelfOf(opened);
    const unit = await opened.open();
    const child = findChild(unit.db, 'K1')!;
    const paper = await withPaper(opened, 'docx', async (each) => each);
    const all: Made[] = [];
    let turn = 0;
    for (const template of shelf.templates.values()) {
      const [review] = [undefined, '1'].flatMap((number) => reviewFor(opened, unit, child, template, number));
      if (review === undefined) continue;
      const readers = recipientsOf(review);
      for (const recipient of readers.filter((each) => !isColleague(each))) {
        const letter = letterFor(template, recipient, review);
        if (letter === null) continue;
        const others = ++turn % 7 === 0 ? [OTHER_FORMATS[(turn / 7) % OTHER_FORMATS.length]!] : [];
        const entry = calendarOf(opened, letter, { name: 'Unit', address: 'unit@testshire.gov.uk' });
        for (const format of ['txt', ...others] as const) {
          const bytes = await bytesOf(opened, letter, format, paper);
          const words = `${await wordsIn(`x.${format}`, bytes)}\n${unfolded(entry?.content ?? '')}`;
          all.push({ template: template.name, to: recipient.tag, format, bytes, words });
        }
      }
    }
    return all;

    function letterFor(template: Template, recipient: Addressee, review: LetterCase): Letter | null {
      const tracked = template.kind === 'tracked' ? trackedOne(review, '1.2') : null;
      return orNull(() => letterOf({ template, recipient, review, tracked }, shelf));
    }
  } finally {
    opened.close();
  }
}

function reviewFor(...given: Parameters<typeof reviewOf>): LetterCase[] {
  return orNull(() => [reviewOf(...given)]) ?? [];
}

/** Null if it needs what is not recorded of that reader; any other fault is one. */
function orNull<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

const unfolded = (calendar: string): string => calendar.replaceAll('\r\n ', '');
const asText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const untagged = (text: string): string =>
  text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&');

async function wordsIn(name: string, bytes: Uint8Array): Promise<string> {
  if (/[.](?:docx|xlsx)$/.test(name)) {
    const { files } = await JSZip.loadAsync(bytes);
    const parts = Object.values(files).filter((file) => file.name.endsWith('.xml'));
    return (await Promise.all(parts.map((file) => file.async('string')))).map(untagged).join('\n');
  }
  if (!name.endsWith('.eml')) return untagged(asText(bytes));
  const { subject, text, html, attachments } = await PostalMime.parse(bytes);
  const enclosed = attachments.map(({ filename, mimeType, content }) =>
    wordsIn(
      mimeType.includes('calendar') ? 'x.ics' : (filename ?? ''),
      new Uint8Array(content as ArrayBuffer),
    ),
  );
  return [subject, text, untagged(html ?? ''), ...(await Promise.all(enclosed))].join('\n');
}

/** Whose households a reader of K1's documents may know. */
const KNOWS: Readonly<Record<string, readonly (keyof typeof OF)[]>> = {
  child: ['K1'],
  carer: ['K1'],
  'link-worker': ['K1'],
  'supervising-social-worker': ['K1'],
  'residential-worker': ['K1'],
};

/** The spellings that a text tells, of those that its reader may not know. */
function toldBy(words: string, to: string): string[] {
  const hidden = (Object.keys(OF) as (keyof typeof OF)[]).filter((ref) => !KNOWS[to]?.includes(ref));
  const signs = bare(words);
  return hidden.flatMap((ref) =>
    SPELLINGS[OF[ref]].filter((spelling) => signs.includes(bare(inText(spelling)).slice(4))),
  );
}

describe('more than two hundred spellings of three households', () => {
  it('are in every document that there is, for everyone whom it can be made for', async () => {
    const set = (of: (each: Made) => string): string[] => [...new Set(made.map(of))].sort();
    const readers = set(({ to }) => to);
    // Of a child of eleven there are no letters for other ages: they are made all the same.
    // Nor was there a review of each kind: letter-confidential.test.ts types those.
    // What an e-mail says of what it encloses is in the drafts of those.
    const missing = ['record-exit', 'record-without-meeting', 'record-disruption', 'covering-email'];
    const shelf = shelfOf(await context());
    const { letters } = JSON.parse((await run('letter list --json')).out) as { letters: { name: string }[] };
    // Those to an applicant are of no child: what they keep from them of a child is in irm.test.ts.
    const ofChildren = (name: string): boolean => shelf.templates.get(name)!.of.length === 0;
    const names = letters
      .map(({ name }) => name)
      .filter((name) => !missing.includes(name) && ofChildren(name));
    expect(names.filter((name) => !set(({ template }) => template).includes(name))).toEqual([]);
    expect(readers).toEqual(
      expect.arrayContaining([
        ...['mother', 'father', 'child', 'carer', 'teacher', 'gp', 'gp-delegate', 'grandmother', 'guardian'],
        ...['advocate', 'personal-adviser', 'independent-visitor', 'supervising-social-worker'],
        ...['link-worker', 'residential-worker', 'supporter', 'interpreter', 'legal-adviser'],
        ...['council-lawyer', 'other'],
      ]),
    );
    expect(set(({ format }) => format)).toEqual(['docx', 'eml', 'html', 'txt']);
    // The product of them, but for what nobody can be sent: what needs a part in the review, or an address.
    expect(made.filter(({ format }) => format === 'txt').length).toBeGreaterThan(500);
  });

  it('are told in none of them to a reader who may not know', () => {
    const told = made.flatMap(({ template, to, format, words }) =>
      toldBy(words, to).map((spelling) => `${template}.${format} tells ${to} ${JSON.stringify(spelling)}`),
    );
    expect(told).toEqual([]);
    expect(made.some(({ words }) => words.includes('[left out]'))).toBe(true);
  });

  it('are told to whoever knows them: the IRO of all, the child and the carer of their own', async () => {
    const { out } = await run(
      `letter record-decisions K1 --to iro --review 1 --format txt --out - --today ${DAY}`,
    );
    for (const spelling of ['Little Snoring', 'Rose Cottage', 'Great Ouseburn'])
      expect(out.replaceAll(/\s+/g, ' ')).toContain(inText(spelling));
    const own = made.find(({ to, words }) => to === 'carer' && words.includes('[left out]'));
    expect(own?.words.replaceAll(/\s+/g, ' ')).toContain(inText('Little Snoring'));
  });

  it.skipIf(why !== '')('are in no Word file as LibreOffice reads it', { timeout: 150_000 }, () => {
    const files = made.filter(({ format }) => format === 'docx').slice(0, 3);
    const told = printed(files.map(({ bytes }) => bytes)).flatMap((words, at) =>
      toldBy(words, files[at]!.to),
    );
    expect(told).toEqual([]);
  });
});

describe('the screens of a sister', () => {
  it('tell nothing of the households of the others', { timeout: 60_000 }, async () => {
    const added = await run(
      `new-review --ref K4 --name "Nia Roe" --born 2018-05-02 --looked-after 2026-04-01 --basis V2 --iro "A Khan" --sibling K1 --yes --today ${DAY}`,
    );
    expect([added.code, added.code === 0 ? '' : added.err]).toEqual([0, '']);
    const screens = [
      ...['child show K4 --ids', 'child list', 'child people K4', 'review show K4', 'review list K4'],
      ...[
        'review next K4',
        'review participants K4',
        'due --child K4',
        'explain K4',
        'recommendation list K4',
      ],
      ...['iro show "A Khan"', 'iro caseload', 'iro list', 'audit K4', 'letter pack K4 --dry-run'],
    ].flatMap((screen) => [screen, `${screen} --json`]);
    for (const screen of screens) {
      const { out, err } = await run(`${screen} --today ${DAY}`);
      expect([screen, toldBy(out + err, 'child of nobody')]).toEqual([screen, []]);
    }
  });
});

describe('a venue', () => {
  it('that is one of the households, however it is spelled, is told to nobody outside', async () => {
    for (const spelling of Object.values(OF).flatMap((who) => SPELLINGS[who].slice(0, 2))) {
      const planned = await run([
        ...['review', 'plan', 'K1', '--meeting', '2026-05-19 10:00', '--because', 'Again', '--tell', 'Again'],
        ...['--venue', spelling, '--today', DAY],
      ]);
      expect([spelling, planned.code]).toEqual([spelling, 0]);
      const { out } = await run(`letter invitation-teacher K1 --format txt --out - --today ${DAY}`);
      expect([spelling, bare(out).includes(bare(spelling))]).toEqual([spelling, false]);
      expect(out).toMatch(/We will tell you the place|left out/);
    }
  }, 120_000);

  it('takes no innocent word with it: a school in a town, the child’s own name, a day', async () => {
    await run([
      ...['review', 'plan', 'K1', '--meeting', '2026-05-19 10:00', '--because', 'Again', '--tell', 'Again'],
      ...['--venue', 'Fulford School, York', '--today', DAY],
    ]);
    const { out } = await run(`letter invitation-teacher K1 --format txt --out - --today ${DAY}`);
    expect(out).toContain('Fulford School, York');
    expect(out).toContain('Siân');
    expect(out).toContain('Tuesday 19 May 2026');
  });
});

describe('reports', () => {
  it('tell no spelling of them to whoever they are for, in any form', { timeout: 120_000 }, async () => {
    const out = folder();
    const late = ['--late-because', ALL, '--agreed-by', 'A Khan', '--because', ALL, '--tell', 'Again'];
    const planned = await run([
      ...['review', 'plan', 'K1', '--meeting', '2026-12-15 10:00', ...late, '--today', DAY],
    ]);
    expect([planned.code, planned.code === 0 ? '' : planned.err.slice(-300)]).toEqual([0, '']);
    const on = `--today 2026-12-01 --attach docx,xlsx,csv`;
    const sent = await run(`report overdue --out ${out} --to managers ${on}`);
    expect([sent.code, sent.err]).toEqual([0, sent.err]);
    await run(`report overdue --html ${join(out, 'page.html')} --today 2026-12-01`);
    await run(`report overdue --xlsx ${join(out, 'book.xlsx')} --today 2026-12-01`);
    const csv = await run('report overdue --csv --today 2026-12-01');
    const screen = await run('report overdue --today 2026-12-01');
    const files = readdirSync(out);
    expect(files.filter((file) => file.endsWith('.eml')).length).toBeGreaterThan(0);
    const texts = await Promise.all(files.map((file) => wordsIn(file, readFileSync(join(out, file)))));
    const all = [...texts, csv.out, screen.out];
    expect(all.some((words) => words.includes('left out'))).toBe(true);
    for (const words of all) expect(toldBy(words, 'manager')).toEqual([]);
  });
});
