/**
 * A month of the unit (test/story/month.md), each line typed on its day through the real commands, with
 * the list as it stood each Monday and the reports to the managers. UPDATE_GOLDEN=1 writes them again: read
 * the difference.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPORTS } from '../../src/reports/figures/catalogue';
import { widest } from '../support/facts';
import { type Running, startMailServer } from '../support/mail-server';
import { figuresOf, MONDAYS, type Played, playStory, reportsTo, STORY, TAKEN } from '../support/story';
import { cellsKnown, type TableTold } from '../support/worked-out';

/** Writes a file beside the story, if that is asked for. */
function keep(name: string, text: string): void {
  if (process.env.UPDATE_GOLDEN !== '1') return;
  const file = join(dirname(STORY), name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Without the head of the records, which differs from run to run. */
const steady = (text: string): string => text.replaceAll(/\b\d+-[0-9a-f]{16}\b/g, 'HEAD');

describe('a month', () => {
  let taken: ReadonlyMap<string, string> | undefined;
  let story: Played;
  let server: Running;
  beforeAll(async () => {
    server = await startMailServer();
    story = await playStory('9999', { ...TAKEN, ...reportsTo(server) });
  }, 600_000);
  afterAll(() => server.close());

  const files = MONDAYS.flatMap((monday) =>
    ['MONDAY.txt', 'reports/MONDAY.txt', 'reports/MONDAY.html'].map((file) => file.replace('MONDAY', monday)),
  );

  it.each(files)('has %s', (name) => {
    const text = steady(story.taken.get(name)!);
    keep(name, text);
    expect(text).toBe(readFileSync(join(dirname(STORY), name), 'utf8'));
    if (name.endsWith('.txt')) expect(widest(text)).toBeLessThanOrEqual(80);
  });

  const figures = REPORTS.flatMap(({ id }) => [`figures/${id}.txt`, `figures/${id}.csv`]);
  const others = ['performance.html', 'performance.json', 'annual.txt', 'annual.csv', 'annual.docx.txt'];
  it.each([...figures, ...others.map((name) => `figures/${name}`)])(
    'has %s, and no child’s name in it',
    async (name) => {
      taken ??= await figuresOf(story.run);
      const text = taken.get(name)!;
      keep(name, text);
      expect(text).toBe(readFileSync(join(dirname(STORY), name), 'utf8'));
      if (name.endsWith('.txt') && !name.endsWith('.docx.txt')) expect(widest(text)).toBeLessThanOrEqual(80);
      const { children } = JSON.parse((await story.run('child list --all --json')).out) as {
        children: { name: string }[];
      };
      const texts = text.replaceAll(/M\s+Ŵyn/g, '');
      for (const part of children.flatMap((child) => child.name.split(' ')))
        expect(texts).not.toContain(part);
    },
  );

  it.each([...REPORTS.filter(({ looksAhead }) => !looksAhead).map(({ id }) => id), 'annual'])(
    'has a report %s for anyone, of which nobody works out a small number',
    async (id) => {
      const [told, truth] = await Promise.all(
        ['--public', ''].map(async (more) => {
          const { code, out, err } = await story.run(
            `report ${id} --year 2027 --json --today 2027-04-05 ${more}`.trim(),
          );
          expect([code, err]).toEqual([0, expect.anything()]);
          return (JSON.parse(out) as { tables: TableTold[] }).tables;
        }),
      );
      expect(cellsKnown(told!, truth!)).toEqual([]);
    },
  );

  it('tells no manager a child’s name, birthday or address', async () => {
    const { children } = JSON.parse((await story.run('child list --all --json')).out) as {
      children: { name: string; born: string }[];
    };
    const all = [...story.taken].filter(([name]) => name.startsWith('reports/')).map(([, text]) => text);
    expect(all).toHaveLength(10);
    // One of the IROs is called as one of the children is.
    const texts = all.join('\n').replaceAll(/M\s+Ŵyn/g, '');
    for (const { name, born } of children) {
      for (const part of [...name.split(' '), born]) expect(texts).not.toContain(part);
    }
    expect(texts).not.toContain('The Beeches');
  });

  it('is of twenty-one children, and leaves a sound database', async () => {
    const { children } = JSON.parse((await story.run('child list --all --json')).out) as {
      children: unknown[];
    };
    expect(children).toHaveLength(21);
    const doctor = await story.run('doctor --today 2026-04-27');
    expect([doctor.code, doctor.out, doctor.err]).toEqual([0, expect.any(String), expect.any(String)]);
  });

  it('is told in the field’s own words, within eighty columns', () => {
    const said = story.answers.map(({ answer }) => answer.out + answer.err);
    const texts = [...story.taken].filter(([name]) => name.endsWith('.txt')).map(([, text]) => text);
    const all = [...texts, ...said].join('\n');
    expect(all).not.toMatch(/\b(breach|target|case|LAC|admission|episode|client|minutes|attendance)\b/i);
    // Dates are said with their weekday or month in words, never as a machine writes them.
    expect(all.match(/.*\d{4}-\d\d-\d\d.*/g)?.filter((line) => !line.includes('irotool ')) ?? []).toEqual([]);
    expect(widest(all)).toBeLessThanOrEqual(80);
  });
});
