/**
 * Three confidential households, of a child and of a brother and a sister with the same meeting, in every
 * spelling that people use: in no document of any format for someone outside, nor as a venue.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { folder, unit } from '../support/harness';
import { bare, HOUSEHOLDS, SPELLINGS } from '../support/spellings';

const OF = { K1: 'green', K2: 'cottage', K3: 'street' } as const;
const DAY = '2026-03-04';
const ALL = Object.values(OF).flatMap((who) => SPELLINGS[who]);

/** Words; what is raw is one word, whatever stands in it. */
type Line = string | readonly (string | { readonly raw: string })[];

let run: (line: Line, day?: string) => Promise<{ code: number; out: string; err: string }>;

const sure = async (line: Line, day = DAY): Promise<void> => {
  const { code, err } = await run(line, day);
  expect([line, code, code === 0 ? '' : err]).toEqual([line, 0, '']);
};

beforeAll(async () => {
  const made = await unit('york');
  run = (line, day = DAY) =>
    made.run([...(typeof line === 'string' ? [line] : line)].flatMap(split).concat('--today', day));
  for (const line of [
    'settings set unit.name Unit',
    'settings set unit.email unit@testshire.gov.uk',
    'settings set signatory.name Pat',
  ])
    await sure(line);
  for (const [ref, name, born] of [
    ['K1', 'Siân Roe', '2015-05-02'],
    ['K2', 'Macsen Roe', '2016-05-02'],
    ['K3', 'Tegan Roe', '2017-05-02'],
  ] as const) {
    await sure(
      `new-review --ref ${ref} --name "${name}" --born ${born} --looked-after 2026-03-02 --basis V2 --iro "A Khan" --social-worker "S Worker" --placement U6 --confidential --yes ${ref === 'K1' ? '' : '--sibling K1'}`,
    );
    const { name: carer, address, telephone, email } = HOUSEHOLDS[OF[ref]];
    await sure(
      `child link ${ref} "${carer}" --role carer --tag carer --telephone "${telephone}" --address "${address}" --email ${email}`,
    );
  }
  await sure('child link K1 "Jane Roe" --role parent --relationship mother --responsibility yes');
  await sure('child link K1 "M Teach" --role teacher');
  await sure('review plan K1 K2 K3 --meeting "4/3 10:00" --venue "Civic Centre, room 4"');
  await sure(['review hold K1 K2 K3 --on 2026-03-04 --code K1=PN1,K2=PN1,K3=PN1 --attended child']);
  for (const [at, spelling] of ALL.entries()) {
    await sure([
      'record K1 decision-made',
      { raw: `text=Take her to ${spelling} soon` },
      `ref=1.${at + 1} owner=iro --on 2026-03-04`,
    ]);
  }
}, 300_000);

/** Words as a shell splits them; what is raw is one word, whatever stands in it. */
function split(part: string | { readonly raw: string }): string[] {
  if (typeof part !== 'string') return [part.raw];
  return [...part.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''));
}

const asText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const untagged = (text: string): string =>
  text.replaceAll(/<[^>]*>/g, '').replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));

async function wordsIn(name: string, bytes: Uint8Array): Promise<string> {
  if (name.endsWith('.docx')) {
    const { files } = await JSZip.loadAsync(bytes);
    return untagged(await files['word/document.xml']!.async('string'));
  }
  if (!name.endsWith('.eml')) return untagged(asText(bytes));
  const { text, html, attachments } = await PostalMime.parse(bytes);
  const enclosed = attachments.map(({ filename, content }) =>
    wordsIn(filename ?? '', new Uint8Array(content as ArrayBuffer)),
  );
  return [text, untagged(html ?? ''), ...(await Promise.all(enclosed))].join('\n');
}

describe('more than a hundred spellings of three households', () => {
  it('are in no document for the mother or the teacher, of any format', { timeout: 300_000 }, async () => {
    expect(ALL.length).toBeGreaterThan(100);
    const out = folder();
    for (const to of ['mother', 'teacher']) {
      for (const name of ['record-decisions', 'record-full']) {
        for (const format of ['docx', 'html', 'txt', 'eml']) {
          const { code, err } = await run(`letter ${name} K1 --to ${to} --format ${format} --out ${out}`);
          expect([name, to, format, code, code === 0 ? '' : err]).toEqual([name, to, format, 0, '']);
        }
      }
    }
    for (const file of readdirSync(out)) {
      const words = bare(await wordsIn(file, readFileSync(join(out, file))));
      const told = ALL.filter((spelling) => words.includes(bare(`to ${spelling} soon`)));
      expect([file, told]).toEqual([file, []]);
    }
  });

  it('are told to the IRO, who knows of all', async () => {
    const { out } = await run('letter record-decisions K1 --to iro --format txt --out -');
    expect(out.replaceAll(/\s+/g, ' ')).toContain('Take her to Little Snoring soon');
  });

  it('are no venue that anyone outside is told', { timeout: 300_000 }, async () => {
    for (const spelling of Object.values(OF).flatMap((who) => SPELLINGS[who].slice(0, 14))) {
      await sure(
        ['review plan K1 K2 K3 --meeting "2026-05-19 10:00" --because Again --venue', { raw: spelling }],
        '2026-03-05',
      );
      const { out } = await run('letter invitation-teacher K1 --format txt --out -', '2026-03-05');
      expect([spelling, bare(out).includes(bare(spelling))]).toEqual([spelling, false]);
      expect(out).toContain('We will tell you the place');
    }
  });

  it('take no innocent word with them: a school in a town, the child’s own name, a day', async () => {
    await sure(
      [
        'review plan K1 K2 K3 --meeting "2026-05-19 10:00" --because Again --venue',
        { raw: 'Fulford School, York' },
      ],
      '2026-03-05',
    );
    const { out } = await run('letter invitation-teacher K1 --format txt --out -', '2026-03-05');
    expect(out).toContain('Fulford School, York');
    expect(out).toContain('Siân');
    expect(out).toContain('Tuesday 19 May 2026');
  });
});
