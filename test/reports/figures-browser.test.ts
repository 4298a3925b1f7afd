/** The page of a report of figures in a browser: on a desk, on a phone, in the dark and on paper; and what is drawn on it. */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chart } from '../../src/reports/figures/chart';
import { chartHtml } from '../../src/reports/figures/charts/draw';
import { CHART_STYLE } from '../../src/reports/figures/charts/svg';
import type { Figures } from '../../src/reports/figures/model';
import { pageOf } from '../../src/reports/page/page';
import { styleOf } from '../../src/reports/page/style';
import { beyondTheEdge, foundByAxe, open, startBrowser, why, whyNoPrint } from '../support/browser';
import { contrast } from '../support/contrast';
import { folder, irotool, unit, words } from '../support/harness';

const LONG = 'Gwenllian Angharad Świętosława Brzęczyszczykiewicz-Featherstonehaugh';
const KINDS = ['a year', 'by IRO', 'disputes', 'nothing', 'caseload', 'forecast', 'board', 'annual'] as const;

const pages = new Map<string, string>();
let browser: Browser;

/** A table of one column for each name, with these rows. */
const tableOf = (
  heads: readonly string[],
  rows: readonly (readonly [string, ...(number | null)[]])[],
): Figures => ({
  ...{
    id: 'made-up',
    by: null,
    isWritten: false,
    isOfIros: false,
    compares: 'all',
    title: 'Made up',
    head: 'Row',
    total: null,
  },
  columns: heads.map((head) => ({ id: head, head, says: head, unit: 'count' })),
  rows: rows.map(([key, ...values]) => ({
    ...{ key, words: key },
    cells: values.map((value) => ({ value, n: null, counted: [], among: null })),
  })),
});

const drawnOf = (chart: Chart, table: Figures): string =>
  pageOf({
    title: 'Drawn',
    style: styleOf('Made up', CHART_STYLE),
    main: ['<h1>Drawn</h1>', chartHtml(chart, table)],
    footer: [],
  });

describe.skipIf(why !== '')('in a browser, the page of figures', () => {
  beforeAll(async () => {
    browser = await startBrowser();
    const db = join(folder(), 'demo.db');
    const run = async (line: string): Promise<string> => {
      const { code, out, err } = await irotool([...words(line), '--db', db], { toPipe: true });
      if (code !== 0) throw new Error(`${line}: ${err}`);
      return out;
    };
    await run('demo --children 60 --quiet --today 2026-03-30');
    const { people } = JSON.parse(await run('person list --role iro --json')) as {
      people: { name: string }[];
    };
    await run(`person edit "${people[0]!.name}" --new-name "${LONG}" --yes`);
    const page = async (line: string, told = run): Promise<string> => {
      const file = join(folder(), 'page.html');
      await told(`report ${line} --html ${file} --today 2026-03-30`);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      return readFileSync(file, 'utf8');
    };
    const none = await unit();
    pages.set('a year', await page('performance'));
    pages.set('by IRO', await page('performance --by iro'));
    for (const name of ['disputes', 'caseload', 'forecast', 'board', 'annual'])
      pages.set(name, await page(name));
    pages.set('nothing', await page('performance', async (line) => (await none.run(line)).out));
  }, 120_000);
  afterAll(() => browser.close());

  it.each(KINDS)('of %s says nothing to the console, and asks the network for nothing', async (kind) => {
    const { page, said, asked } = await open(browser, pages.get(kind)!);
    await page.waitForLoadState('networkidle');
    expect([said, asked]).toEqual([[], []]);
    await page.context().close();
  });

  it.each(KINDS)(
    'of %s is clean by axe, on a desk and on a phone, in the light and in the dark',
    async (kind) => {
      for (const width of [1000, 360])
        for (const scheme of ['light', 'dark'] as const)
          expect([width, scheme, await foundByAxe(browser, pages.get(kind)!, width, scheme)]).toEqual([
            width,
            scheme,
            [],
          ]);
    },
  );

  it.each(KINDS)('of %s keeps within a phone', async (kind) => {
    for (const width of [320, 360])
      expect([width, await beyondTheEdge(browser, pages.get(kind)!, width)]).toEqual([width, 0]);
  });

  it('of the annual report leads to each table once: what is of two years, or of quarters, stands right below it', async () => {
    const { page } = await open(browser, pages.get('annual')!);
    const links = await page
      .locator('nav a')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')!.slice(1)));
    const sections = await page.locator('main :is(h2, h3)[id]').evaluateAll((all) => all.map(({ id }) => id));
    const own = sections.filter((id) => !/-(years|quarters)$/.test(id));
    expect(links.length).toBeGreaterThan(20);
    expect(links).toEqual(own.filter((id) => links.includes(id)));
    expect(sections.filter((id) => /-(years|quarters)$/.test(id)).length).toBeGreaterThan(20);
    await page.close();
  });

  it('of the annual report draws the weeks and days to come, against the days that there are for them', async () => {
    const { page } = await open(browser, pages.get('annual')!);
    const drawings = (title: string): Promise<string[]> =>
      page
        .locator('figure', { has: page.getByText(title, { exact: true }) })
        .locator('.plot svg')
        .evaluateAll((all) => all.map((each) => each.innerHTML));
    expect(await drawings('Meetings of each week')).toEqual([expect.stringContaining('class="limit"')]);
    expect(await drawings('Meetings of each day')).toEqual([expect.stringContaining('class="h4"')]);
    // The numbers are those of the report that looks ahead.
    const numbers = async (kind: 'annual' | 'forecast'): Promise<string> => {
      const { page: of } = await open(browser, pages.get(kind)!);
      const text = await of.locator('#forecast ~ table').innerText();
      await of.context().close();
      return text;
    };
    expect(await numbers('annual')).toBe(await numbers('forecast'));
    await page.context().close();
  });

  it('has a row as a block on a phone, each number with its name', async () => {
    const { page } = await open(browser, pages.get('a year')!, { viewport: { width: 360, height: 700 } });
    const row = page.locator('#reviews ~ table tbody tr').first();
    expect(await row.evaluate((each) => each.ownerDocument.defaultView!.getComputedStyle(each).display)).toBe(
      'block',
    );
    expect((await row.innerText()).split('\n').slice(0, 3)).toEqual([
      'April to June 2025',
      expect.stringMatching(/^Due/),
      expect.anything(),
    ]);
    await page.context().close();
  });

  it('says below each table what every number of it counts', async () => {
    const { page } = await open(browser, pages.get('a year')!, { javaScriptEnabled: false });
    const sections = await page.$$eval('section', (all) =>
      all.map((section) => ({
        heads: [...section.querySelectorAll('thead th')].slice(1).map((each) => each.textContent),
        notes: [...section.querySelectorAll('.notes strong')].map((each) => each.textContent),
      })),
    );
    expect(sections.length).toBeGreaterThan(10);
    for (const { heads, notes } of sections) if (heads.length > 0) expect(notes).toEqual(heads);
    await page.context().close();
  });

  it('draws the bars of a chart as long as the numbers in its table', async () => {
    const { page } = await open(browser, pages.get('a year')!, { javaScriptEnabled: false });
    const found = await page.$eval('section[aria-labelledby="how-late"]', (section) => ({
      table: [...section.querySelectorAll('tbody tr:not(.all)')].map((row) =>
        Number(row.querySelector('td span:last-child')!.textContent),
      ),
      bars: [...section.querySelectorAll('ul.bars svg')].map((svg) => {
        const drawn = svg.querySelector('rect')?.getBoundingClientRect().width ?? 0;
        return drawn / svg.getBoundingClientRect().width;
      }),
    }));
    const most = Math.max(...found.table);
    expect(most).toBeGreaterThan(0);
    found.table.forEach((value, at) => {
      expect(found.bars[at]).toBeCloseTo(value / most, 2);
    });
    await page.context().close();
  });

  it('has in every drawing a title and a sentence, and the same in words for who cannot see it', async () => {
    const { page } = await open(browser, pages.get('a year')!);
    const figures = await page.$$eval('figure', (all) =>
      all.map((figure) => ({
        title: figure.querySelector('.said')?.textContent ?? '',
        says: figure.querySelector('figcaption')?.textContent ?? '',
        read: [...figure.querySelectorAll('svg[role=img]')].map(
          (svg) => svg.getAttribute('aria-label') ?? '',
        ),
      })),
    );
    expect(figures.length).toBeGreaterThan(2);
    for (const { title, says, read } of figures) {
      expect(title.length).toBeGreaterThan(5);
      expect(says).toMatch(/\.$/);
      expect(read.length).toBeGreaterThan(0);
      for (const each of read) expect(each.length).toBeGreaterThan(5);
    }
    await page.context().close();
  });

  it.each([
    {},
    { colorScheme: 'dark' },
    { forcedColors: 'active' },
    { forcedColors: 'active', colorScheme: 'dark' },
  ] as const)('draws what stands out from its ground with %j', async (wish) => {
    const { page } = await open(browser, pages.get('disputes')!, wish);
    const styleOfAll = (what: string, part: 'fill' | 'backgroundColor' | 'color'): Promise<string[]> =>
      page.$$eval(
        what,
        (all, part) => all.map((each) => each.ownerDocument.defaultView!.getComputedStyle(each)[part]),
        part,
      );
    const [text] = await styleOfAll('body', 'color');
    const [ground] = await styleOfAll('body', 'backgroundColor');
    const [behindBars] = await styleOfAll('ul.bars svg', 'backgroundColor');
    const bars = await styleOfAll('ul.bars rect.s0, ul.bars rect.s1', 'fill');
    expect(contrast(text!, ground!)).toBeGreaterThan(7);
    expect(bars.length).toBeGreaterThan(0);
    const behind = 'forcedColors' in wish ? behindBars! : ground!;
    for (const fill of bars) expect(contrast(fill, behind)).toBeGreaterThan(3);
    await page.context().close();
  });

  it('of the board is read across a room: its counts are four times as large', async () => {
    const { page } = await open(browser, pages.get('board')!, { viewport: { width: 1920, height: 1080 } });
    const sizes = await page.$$eval('ul.counts strong', (all) =>
      all.map((each) => Number.parseFloat(each.ownerDocument.defaultView!.getComputedStyle(each).fontSize)),
    );
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(64);
    await page.context().close();
  });

  describe('what a report may have drawn', () => {
    const weeks = tableOf(
      ['reviews', 'conferences', 'room'],
      [
        ['2026-04-06', 4, 2, 5],
        ['2026-04-13', 0, null, 5],
        ['2026-04-20', 3, 1, 2],
      ],
    );
    const charts: readonly (readonly [string, Chart, Figures])[] = [
      [
        'columns with how many there may be',
        {
          of: 'made-up',
          kind: 'columns',
          columns: ['reviews', 'conferences'],
          limit: 'room',
          title: 'Weeks to come',
          says: 'What is due each week.',
        },
        weeks,
      ],
      [
        'days',
        {
          of: 'made-up',
          kind: 'days',
          columns: ['reviews'],
          title: 'Days to come',
          says: 'What is due each day.',
        },
        tableOf(
          ['reviews'],
          [
            ['2026-03-30', 1],
            ['2026-04-05', 8],
            ['2026-04-06', 0],
          ],
        ),
      ],
      [
        'bars with a band',
        {
          of: 'made-up',
          kind: 'bars',
          columns: ['children'],
          band: { from: 50, to: 70, words: '50 to 70 children' },
          title: 'Children of each IRO',
          says: 'How many each has.',
        },
        tableOf(
          ['children'],
          [
            ['A Khan', 62],
            ['M Ŵyn', 90],
          ],
        ),
      ],
    ];
    it.each(charts)('%s: clean by axe, and within a phone', async (_, chart, table) => {
      const html = drawnOf(chart, table);
      expect(await foundByAxe(browser, html, 360)).toEqual([]);
      expect(await beyondTheEdge(browser, html, 320)).toBe(0);
    });

    it('an upright bar is as high as its number, and the line stands at the limit', async () => {
      const { page } = await open(browser, drawnOf(charts[0]![1], weeks));
      const drawn = await page.$eval('.plot svg', (svg) => {
        const { top, height } = svg.getBoundingClientRect();
        return {
          bars: [...svg.querySelectorAll('rect')].map((each) => each.getBoundingClientRect().height / height),
          limits: [...svg.querySelectorAll('line.limit')].map(
            (each) => 1 - (each.getBoundingClientRect().top - top) / height,
          ),
        };
      });
      [4, 2, 3, 1].forEach((value, at) => {
        expect(drawn.bars[at]).toBeCloseTo(value / 6, 2);
      });
      [5, 5, 2].forEach((value, at) => {
        expect(drawn.limits[at]).toBeCloseTo(value / 6, 2);
      });
      await page.context().close();
    });

    it('a day of more is darker, and Sunday stands below Monday', async () => {
      const { page } = await open(browser, drawnOf(charts[1]![1], charts[1]![2]));
      const looks = await page.$$eval('.days rect:not(.field)', (all) =>
        all.map((each) => each.getAttribute('class')),
      );
      expect(looks).toEqual(['h1', 'h4', 'h0']);
      const tops = await page.$$eval('.days rect:not(.field)', (all) =>
        all.map((each) => each.getBoundingClientRect().top),
      );
      expect(tops[1]).toBeGreaterThan(tops[0]!);
      expect(tops[2]).toBeCloseTo(tops[0]!, 0);
      await page.context().close();
    });
  });

  it.skipIf(whyNoPrint !== '')(
    'says on paper all that it says on the screen, with the warning on every page',
    async () => {
      const { page } = await open(browser, pages.get('a year')!);
      const file = join(folder(), 'page.pdf');
      await page.pdf({ path: file, preferCSSPageSize: true });
      const printed = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
      const sheets = printed.split('\f').filter((sheet) => sheet.trim() !== '');
      expect(sheets.length).toBeGreaterThan(2);
      for (const sheet of sheets) expect(sheet).toContain('small numbers may tell who somebody is');
      const text = await page.$eval('main', (main) =>
        [...main.querySelectorAll('h2, p, li:not(nav li), td span:last-child, tbody th')]
          .map((each) => each.textContent)
          .join(' '),
      );
      const letters = printed.normalize('NFC').replaceAll(/[^\p{L}\p{N}]/gu, '');
      const said = text.split(/\s+/).filter((word) => /^[\p{L}\p{N}]+$/u.test(word));
      expect(said.length).toBeGreaterThan(200);
      expect([...new Set(said)].filter((word) => !letters.includes(word.normalize('NFC')))).toEqual([]);
      await page.context().close();
    },
  );
});
