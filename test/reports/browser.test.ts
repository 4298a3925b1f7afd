/** The report of what is overdue as a manager sees it: in a browser, on a phone and on paper. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overdueHtml } from '../../src/reports/overdue/html';
import { AGES, type OverdueReport } from '../../src/reports/overdue/model';
import { overduePage } from '../../src/reports/overdue/page';
import { beyondTheEdge, foundByAxe, open, startBrowser, why, whyNoPrint } from '../support/browser';
import { contrast } from '../support/contrast';
import { folder, irotool, words } from '../support/harness';
import { lateUnit, ON, PLANNED_LATE } from '../support/reports';

const LONG_TEAM =
  'Permanence, Through Care and Leaving Care (Łódź–Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch)';
const LONG_IRO = 'Gwenllian Angharad Świętosława Brzęczyszczykiewicz-Featherstonehaugh';

const reports = new Map<string, OverdueReport>();
let browser: Browser;

describe.skipIf(why !== '')('in a browser', () => {
  beforeAll(async () => {
    browser = await startBrowser();
    const late = await lateUnit();
    await late.run(PLANNED_LATE);
    const reportOf = async (line: string): Promise<OverdueReport> =>
      JSON.parse((await late.run(`report overdue ${line} --json`)).out).reports[0];
    reports.set('a few', await reportOf(ON));
    reports.set('nothing', await reportOf('--to "Mo North" --today 2026-03-02'));
    reports.set('forty teams', await manyTeams());
  }, 120_000);
  afterAll(() => browser.close());

  const kinds = ['a few', 'nothing', 'forty teams'];
  const pageOf = (kind: string): string => overduePage(reports.get(kind)!);
  const mailOf = (kind: string): string => overdueHtml(reports.get(kind)!);

  it('finds fault where there is one: a script, a picture from afar, a colour that is hardly there', async () => {
    const bad = pageOf('a few').replace(
      '</main>',
      '<script>alert(1)</script><img src="https://example.org/a.png"><p style="color:red">x</p></main>',
    );
    const { page, said } = await open(browser, bad);
    expect(said.join('\n')).toMatch(/script[\s\S]*Content Security Policy/);
    await page.context().close();
    const pale = mailOf('a few').replaceAll('color:#0b0c0c', 'color:#dddddd').replace(' lang="en-GB"', '');
    expect((await foundByAxe(browser, pale)).join('\n')).toMatch(/color-contrast[\s\S]*html-has-lang/);
    expect(await beyondTheEdge(browser, `<p style="width:900px">${'x'.repeat(9)}</p>`, 375)).toBeGreaterThan(
      500,
    );
    const asking = await open(browser, '<img src="https://example.org/a.png" alt="">');
    expect(asking.asked).toEqual(['https://example.org/a.png']);
    await asking.page.context().close();
  });

  it.each(kinds)(
    'the page of %s says nothing to the console, and asks the network for nothing',
    async (kind) => {
      for (const html of [pageOf(kind), mailOf(kind)]) {
        const { page, said, asked } = await open(browser, html);
        await page.waitForLoadState('networkidle');
        expect([said, asked]).toEqual([[], []]);
        await page.context().close();
      }
    },
  );

  it.each(kinds)(
    'the page and the message of %s are clean by axe, on a desk and on a phone',
    async (kind) => {
      for (const html of [pageOf(kind), mailOf(kind)]) {
        for (const width of [1000, 375]) expect(await foundByAxe(browser, html, width)).toEqual([]);
      }
    },
  );

  it.each(kinds)('the page and the message of %s keep within a phone', async (kind) => {
    for (const html of [pageOf(kind), mailOf(kind)]) {
      for (const width of [320, 375])
        expect([width, await beyondTheEdge(browser, html, width)]).toEqual([width, 0]);
    }
  });

  it('words of a heading are never broken but by a hyphen, and writing is large enough to read', async () => {
    for (const html of [pageOf('a few'), mailOf('a few')]) {
      const { page } = await open(browser, html, { viewport: { width: 320, height: 700 } });
      const heads = await page.$$eval('thead th', (cells) =>
        cells.map((cell) => ({ needs: cell.scrollWidth, has: cell.clientWidth })),
      );
      expect(heads.length).toBeGreaterThan(5);
      for (const { needs, has } of heads) expect(needs).toBeLessThanOrEqual(has);
      const sizes = await page.$$eval('p, li, th, td, h1, h2, h3', (all) =>
        all
          .filter((each) => each.closest('[aria-hidden]') === null)
          .map((each) => Number.parseFloat(each.ownerDocument.defaultView!.getComputedStyle(each).fontSize)),
      );
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(13);
      await page.context().close();
    }
  });

  it.each(['a few', 'forty teams'])('the bars of %s are drawn from the table’s numbers', async (kind) => {
    const report = reports.get(kind)!;
    // Without script, as everything here can be read.
    const { page } = await open(browser, pageOf(kind), { javaScriptEnabled: false });
    const table = await page.$$eval('table.teams tbody tr', (rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent)),
    );
    const bars = await page.$$eval('ul.bars li', (items) =>
      items.map((item) => ({
        says: item.textContent,
        read: item.querySelector('svg')!.getAttribute('aria-label')!,
        parts: [...item.querySelectorAll('rect')].map((rect) => ({
          amount: Number(rect.getAttribute('width')),
          from: Number(rect.getAttribute('x')),
          colour: rect.getAttribute('fill'),
          drawn:
            rect.getBoundingClientRect().width / item.querySelector('svg')!.getBoundingClientRect().width,
        })),
      })),
    );
    expect(table).toHaveLength(report.teams.length);
    expect(bars).toHaveLength(report.teams.length);
    const colours = await page.$$eval('ul.key rect', (rects) =>
      rects.map((rect) => rect.getAttribute('fill')),
    );
    expect(await page.$$eval('ul.key li', (items) => items.map((item) => item.textContent!.trim()))).toEqual([
      ...AGES,
    ]);
    const most = Math.max(...table.map(([, overdue]) => Number(overdue)));
    for (const [at, [team, overdue, statutory, ...ages]] of table.entries()) {
      const { says, read, parts } = bars[at]!;
      const { team: name, ...totals } = report.teams[at]!;
      expect([Number(overdue), Number(statutory), ages.map(Number)]).toEqual([
        ...[totals.overdue, totals.statutory, totals.ages],
      ]);
      expect([team, says]).toEqual([name ?? 'No team recorded', `${team}: ${overdue}`]);
      expect(read).toMatch(new RegExp(`: ${overdue} overdue, .*by a statutory limit; `));
      const shown = ages.map(Number).flatMap((amount, age) => (amount > 0 ? [[amount, colours[age]]] : []));
      expect(parts.map(({ amount, colour }) => [amount, colour])).toEqual(shown);
      let from = 0;
      for (const part of parts) {
        expect(part.from).toBe(from);
        expect(part.drawn).toBeCloseTo(part.amount / most, 2);
        from += part.amount;
      }
    }
    await page.context().close();
  });

  it.each([
    { colorScheme: 'dark' },
    { forcedColors: 'active' },
    { forcedColors: 'active', colorScheme: 'dark' },
  ] as const)('can be read with %j', async (wish) => {
    const { page } = await open(browser, pageOf('a few'), wish);
    const styleOf = async (what: string, part: string): Promise<string[]> =>
      (await page.evaluate(
        `[...document.querySelectorAll('${what}')].map((each) => getComputedStyle(each)['${part}'])`,
      )) as string[];
    const [color, background] = [await styleOf('body', 'color'), await styleOf('body', 'backgroundColor')];
    expect(contrast(color[0]!, background[0]!)).toBeGreaterThan(7);
    if (wish.colorScheme === 'dark' && !('forcedColors' in wish)) {
      expect(background[0]).toBe('rgb(11, 12, 12)');
    }
    // The bars stand out from whatever lies behind them.
    const behind =
      wish.forcedColors === 'active' ? await styleOf('ul.bars svg', 'backgroundColor') : background;
    const bars = await styleOf('ul.bars rect', 'fill');
    expect(bars.length).toBeGreaterThan(2);
    for (const fill of bars) expect(contrast(fill, behind[0]!)).toBeGreaterThan(3);
    await page.context().close();
  });

  describe.skipIf(whyNoPrint !== '')('on paper', () => {
    it.each(kinds)('the page of %s says all that it says on the screen, with its bars', async (kind) => {
      const { page } = await open(browser, pageOf(kind));
      const file = join(folder(), 'page.pdf');
      await page.pdf({ path: file, format: 'A4' });
      const printed = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
      const text = (await page.evaluate('document.body.innerText')) as string;
      // Names break over lines on paper: letters are compared, each word’s on its own.
      const letters = printed.normalize('NFC').replaceAll(/[^\p{L}\p{N}]/gu, '');
      const said = text.split(/\s+/).filter((word) => /^[\p{L}\p{N}]+$/u.test(word));
      expect(said.length).toBeGreaterThan(20);
      expect([...new Set(said)].filter((word) => !letters.includes(word.normalize('NFC')))).toEqual([]);
      await page.emulateMedia({ media: 'print' });
      const bars = await page.$$eval('ul.bars svg', (all) =>
        all.map((svg) => svg.getBoundingClientRect().height),
      );
      expect(bars).toHaveLength(reports.get(kind)!.teams.length);
      for (const height of bars) expect(height).toBeGreaterThan(10);
      await page.context().close();
    });
  });
});

/** Sixty children in forty teams, some with names as long as names are; one IRO too. */
async function manyTeams(): Promise<OverdueReport> {
  const db = join(folder(), 'many.db');
  const run = async (line: string): Promise<string> => {
    const { code, out, err } = await irotool([...words(line), '--db', db]);
    if (code !== 0) throw new Error(`${line}: ${err}`);
    return out;
  };
  await run('demo --children 60 --quiet --today 2026-03-30');
  const { children } = JSON.parse(await run('child list --json')) as { children: { ref: string }[] };
  for (const [at, { ref }] of children.slice(0, 40).entries()) {
    await run(`child edit ${ref} --team "${at % 9 === 0 ? `${at} ${LONG_TEAM}` : `Team ${at} Ŵŷ`}" --yes`);
  }
  const { people } = JSON.parse(await run('person list --role iro --json')) as { people: { name: string }[] };
  await run(`person edit "${people[0]!.name}" --new-name "${LONG_IRO}" --yes`);
  const report: OverdueReport = JSON.parse(await run('report overdue --today 2027-03-01 --json')).reports[0];
  expect(report.teams.length).toBeGreaterThan(38);
  expect(JSON.stringify(report.groups)).toContain(LONG_IRO);
  return report;
}
