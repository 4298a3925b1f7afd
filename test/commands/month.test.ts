/**
 * A month of the unit (test/story/month.md), each line typed on its day through the real commands, and
 * the list as it stood each Monday. UPDATE_GOLDEN=1 writes the lists again: read the difference.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { widest } from '../support/facts';
import { MONDAYS, type Played, playStory, STORY } from '../support/story';

describe('a month', () => {
  let story: Played;
  beforeAll(async () => {
    story = await playStory();
  }, 120_000);

  it.each(MONDAYS)('has the list of %s', (monday) => {
    const file = join(dirname(STORY), `${monday}.txt`);
    const list = story.lists.get(monday)!;
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, list);
    expect(list).toBe(readFileSync(file, 'utf8'));
    expect(widest(list)).toBeLessThanOrEqual(80);
  });

  it('is of twelve children, and leaves a sound database', async () => {
    const { children } = JSON.parse((await story.run('child list --all --json')).out) as {
      children: unknown[];
    };
    expect(children).toHaveLength(12);
    const doctor = await story.run('doctor --today 2026-04-27');
    expect([doctor.code, doctor.out, doctor.err]).toEqual([0, expect.any(String), expect.any(String)]);
  });

  it('is told in the field’s own words, within eighty columns', () => {
    const said = story.answers.map(({ answer }) => answer.out + answer.err);
    const all = [...story.lists.values(), ...said].join('\n');
    expect(all).not.toMatch(/\b(breach|target|case|LAC|admission|episode|client|minutes|attendance)\b/i);
    // Dates are said with their weekday or month in words, never as a machine writes them.
    expect(all.match(/.*\d{4}-\d\d-\d\d.*/g)?.filter((line) => !line.includes('irotool ')) ?? []).toEqual([]);
    expect(widest(all)).toBeLessThanOrEqual(80);
  });
});
