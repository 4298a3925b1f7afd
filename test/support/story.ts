/** Plays test/story/month.md through the real commands, day by day. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { overdueHtml } from '../../src/reports/overdue-html';
import { type Answer, unit } from './harness';

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

/** The same for the reports: each manager's as text, and what the service manager's mail shows. */
export const REPORTS: Readonly<Record<string, Taking>> = {
  'reports/MONDAY.txt': (run, monday) => said(run, `report overdue --to managers --today ${monday}`),
  'reports/MONDAY.html': async (run, monday) => {
    const report = await said(run, `report overdue --to "B Boss" --json --today ${monday}`);
    return overdueHtml(JSON.parse(report).reports[0]);
  },
};

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

/** Plays the story up to and including a day, taking these on Mondays. A line that fails stops it. */
export async function playStory(
  until = '9999',
  take: Readonly<Record<string, Taking>> = {},
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
    }
  }
  return { db, run, taken, answers };
}
