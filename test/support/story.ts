/** Plays test/story/month.md through the real commands, day by day. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, unit } from './harness';

export const STORY = join(import.meta.dirname, '..', 'story', 'month.md');
export const MONDAYS = ['2026-03-30', '2026-04-06', '2026-04-13', '2026-04-20', '2026-04-27'];

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
  readonly run: Awaited<ReturnType<typeof unit>>['run'];
  /** The list of each Monday, as it was before anything was typed that day. */
  readonly lists: ReadonlyMap<string, string>;
  /** Each line typed, with its answer. */
  readonly answers: readonly { readonly day: string; readonly line: string; readonly answer: Answer }[];
}

/** Plays the story up to and including a day. A line that fails stops it. */
export async function playStory(until = '9999'): Promise<Played> {
  const { db, run } = await unit('york');
  const typed = diary();
  const lists = new Map<string, string>();
  const answers: { day: string; line: string; answer: Answer }[] = [];
  for (const day of [...new Set([...typed.keys(), ...MONDAYS])].sort()) {
    if (day > until) break;
    if (MONDAYS.includes(day)) lists.set(day, (await run(`due --week --today ${day}`)).out);
    for (const line of typed.get(day) ?? []) {
      const answer = await run(`${line} --today ${day}`);
      if (answer.code !== 0) throw new Error(`${day}: ${line}\n${answer.err}`);
      answers.push({ day, line, answer });
    }
  }
  return { db, run, lists, answers };
}
