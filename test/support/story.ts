/** Plays test/story/month.md through the real commands, day by day. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import PostalMime, { type Email } from 'postal-mime';
import { REPORTS } from '../../src/reports/figures/catalogue';
import { type Answer, folder, unit } from './harness';
import { certificateFile, type Running } from './mail-server';

export const STORY = join(import.meta.dirname, '..', 'story', 'month.md');
export const MONDAYS = ['2026-03-30', '2026-04-06', '2026-04-13', '2026-04-20', '2026-04-27'];

type Run = Awaited<ReturnType<typeof unit>>['run'];
type Taking = (run: Run, monday: string) => Promise<string>;

async function said(run: Run, line: string): Promise<string> {
  const { code, out, err } = await run(line);
  if (code !== 0) throw new Error(`${line}\n${err}`);
  return out;
}

/** What is taken each Monday before anything is typed, by the file that it is kept in beside the story. */
export const TAKEN: Readonly<Record<string, Taking>> = {
  'MONDAY.txt': (run, monday) => said(run, `due --week --today ${monday}`),
};

/** What the manager types of the unit before the annual report is made. */
const POSTS = [
  '--role iro --on 2025-04-01 --posts 7 --fte 6.4 --permanent 6 --agency 0 --vacant 1',
  '--role iro --on 2026-04-13 --posts 8 --fte 7.4 --permanent 6 --agency 1 --vacant 1 --joined 1',
  '--role business-support --on 2025-04-01 --posts 3 --fte 2.5 --permanent 3',
];

/** The unit's figures at the end of the story, by file: the first on a terminal of eighty columns, the others as data and as a page. */
export async function figuresOf(run: Run): Promise<ReadonlyMap<string, string>> {
  const on = MONDAYS.at(-1)!;
  const files = new Map<string, string>();
  for (const { id } of REPORTS) {
    files.set(`figures/${id}.txt`, await said(run, `report ${id} --today ${on}`));
    files.set(`figures/${id}.csv`, await said(run, `report ${id} --csv --today ${on}`));
  }
  files.set('figures/performance.json', await said(run, `report performance --json --today ${on}`));
  for (const line of POSTS) await said(run, `settings team ${line} --today ${on}`);
  files.set('figures/annual.txt', await said(run, `report annual --today ${on}`));
  files.set('figures/annual.csv', await said(run, `report annual --csv --today ${on}`));
  const paper = join(folder(), 'annual.docx');
  await said(run, `report annual --docx ${paper} --today ${on}`);
  files.set('figures/annual.docx.txt', await wordsOfDocument(paper));
  const page = join(folder(), 'page.html');
  await said(run, `report performance --html ${page} --today ${on}`);
  files.set('figures/performance.html', readFileSync(page, 'utf8'));
  return files;
}

/** The words of a Word document, a paragraph a line. */
async function wordsOfDocument(file: string): Promise<string> {
  const xml = await (await JSZip.loadAsync(readFileSync(file))).file('word/document.xml')!.async('string');
  const lines = [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, words]) => words).join(''),
  );
  return `${lines.join('\n')}\n`;
}

/** The same for the reports, as they arrive at a mail server: everyone's text, and what one mail program shows. */
export function reportsTo(server: Running): Readonly<Record<string, Taking>> {
  const arrivedOn = new Map<string, readonly Email[]>();
  return {
    'reports/MONDAY.txt': async (run, monday) => {
      const before = server.arrived.length;
      for (const setting of [
        `mail.certificate-file ${certificateFile()}`,
        'mail.host localhost',
        `mail.port ${server.port}`,
        'mail.from reviews@testshire.gov.uk',
      ]) {
        await said(run, `settings set ${setting} --today ${monday}`);
      }
      await said(run, `report overdue --to managers --send --once-per-day --today ${monday}`);
      const mails = await Promise.all(
        server.arrived.slice(before).map(({ content }) => PostalMime.parse(content)),
      );
      arrivedOn.set(monday, mails);
      return mails
        .map(({ to, subject, text }) => `To: ${to![0]!.address}\nSubject: ${subject}\n\n${text!.trimEnd()}\n`)
        .join(`\n${'='.repeat(72)}\n\n`);
    },
    'reports/MONDAY.html': async (_run, monday) =>
      arrivedOn.get(monday)!.find(({ to }) => to![0]!.address === 'b.boss@testshire.gov.uk')!.html!,
  };
}

/** What was typed on each day, in order. */
function diary(): Map<string, string[]> {
  const days = new Map<string, string[]>();
  let day = '';
  for (const line of readFileSync(STORY, 'utf8').split('\n')) {
    if (line.startsWith('## ')) day = line.slice(3).trim();
    else if (line.startsWith('$ ')) days.set(day, [...(days.get(day) ?? []), line.slice(2)]);
  }
  return days;
}

export interface Played {
  readonly db: string;
  readonly run: Run;
  /** What was taken on Mondays, by file. */
  readonly taken: ReadonlyMap<string, string>;
  /** Each line typed, with its answer. */
  readonly answers: readonly { readonly day: string; readonly line: string; readonly answer: Answer }[];
}

/**
 * Plays the story up to and including a day, taking these on Mondays; `evening` hears of each
 * line once it is typed. A line that fails stops it.
 */
export async function playStory(
  until = '9999',
  take: Readonly<Record<string, Taking>> = {},
  evening: (day: string, db: string, at: number) => void = () => {},
): Promise<Played> {
  const { db, run } = await unit('york');
  const typed = diary();
  const taken = new Map<string, string>();
  const answers: { day: string; line: string; answer: Answer }[] = [];
  for (const day of [...new Set([...typed.keys(), ...MONDAYS])].sort()) {
    if (day > until) break;
    for (const [file, taking] of MONDAYS.includes(day) ? Object.entries(take) : []) {
      taken.set(file.replace('MONDAY', day), await taking(run, day));
    }
    for (const line of typed.get(day) ?? []) {
      const answer = await run(`${line} --today ${day}`);
      if (answer.code !== 0) throw new Error(`${day}: ${line}\n${answer.err}`);
      answers.push({ day, line, answer });
      evening(day, db, answers.length - 1);
    }
  }
  return { db, run, taken, answers };
}
