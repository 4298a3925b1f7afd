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
    reports.set('a morning', await aMorning());
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
    // On a phone the page has no row of headings: each row is a block.
    for (const [html, width] of [
      [pageOf('a few'), 700],
      [mailOf('a few'), 320],
    ] as const) {
      const { page } = await open(browser, html, { viewport: { width, height: 700 } });
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

  it.each(['a few', 'forty teams'])('the bars of %s are drawn from the numbers beside them', async (kind) => {
    const report = reports.get(kind)!;
    // Without script, as everything here can be read.
    const { page } = await open(browser, pageOf(kind), { javaScriptEnabled: false });
    const rows = await page.$$eval('table.teams tbody tr', (all) =>
      all.map((row) => ({
        team: row.querySelector('th')!.textContent,
        numbers: [...row.querySelectorAll('td > span:last-child')].map((each) => Number(each.textContent)),
        parts: [...row.querySelectorAll('rect')].map((rect) => ({
          amount: Number(rect.getAttribute('width')),
          from: Number(rect.getAttribute('x')),
          age: rect.getAttribute('class'),
          drawn: rect.getBoundingClientRect().width / row.querySelector('svg')!.getBoundingClientRect().width,
        })),
      })),
    );
    expect(rows).toHaveLength(report.teams.length);
    expect(await page.$$eval('ul.key li', (items) => items.map((item) => item.textContent!.trim()))).toEqual([
      ...AGES,
    ]);
    const keys = await page.$$eval('ul.key rect', (rects) => rects.map((rect) => rect.getAttribute('class')));
    const most = Math.max(...report.teams.map(({ overdue }) => overdue));
    for (const [at, { team, numbers, parts }] of rows.entries()) {
      const { team: name, overdue, statutory, ages } = report.teams[at]!;
      expect([team, numbers]).toEqual([name ?? 'No team recorded', [overdue, statutory, ...ages]]);
      const shown = ages.flatMap((amount, age) => (amount > 0 ? [[amount, keys[age]]] : []));
      expect(parts.map(({ amount, age }) => [amount, age])).toEqual(shown);
      let from = 0;
      for (const part of parts) {
        expect(part.from).toBe(from);
        expect(part.drawn).toBeCloseTo(part.amount / most, 2);
        from += part.amount;
      }
    }
    await page.context().close();
  });

  it('has the counts on top, then what is past a limit of law, then all else that is late in one table', async () => {
    const report = reports.get('a few')!;
    const { page } = await open(browser, pageOf('a few'), { javaScriptEnabled: false });
    const { overdue, statutory, soon, toSettle } = report.totals;
    expect(statutory).toBeGreaterThan(0);
    const counts = await page.$$eval('ul.counts strong', (all) =>
      all.map((each) => Number(each.textContent)),
    );
    const toPlan = report.toPlan.length === 0 ? [] : [report.toPlan.length];
    expect(counts).toEqual([statutory, overdue - statutory, soon, ...toPlan, toSettle]);
    expect((await page.$$eval('h2', (all) => all.map((each) => each.textContent))).slice(0, 3)).toEqual([
      ...[`Past a limit of law (${statutory})`, `Late, by procedure (${overdue - statutory})`, 'By team'],
    ]);
    const rows = await page.$$eval('table.late', (tables) =>
      tables.map((table) => table.querySelectorAll('tbody tr').length),
    );
    expect(rows).toEqual([statutory, overdue - statutory]);
    await page.context().close();
  });

  it('has each row as a block on a phone, each cell with what it is', async () => {
    const { page } = await open(browser, pageOf('a few'), { viewport: { width: 360, height: 700 } });
    const row = page.locator('table.late tbody tr').first();
    expect((await row.innerText()).split('\n').map((line) => line.split(':')[0])).toEqual([
      expect.stringMatching(/^C\d/),
      ...['Late', 'Due', 'What', 'Who acts', 'Team, IRO'],
    ]);
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
      wish.forcedColors === 'active' ? await styleOf('table.teams svg', 'backgroundColor') : background;
    const bars = await styleOf('table.teams rect', 'fill');
    expect(bars.length).toBeGreaterThan(2);
    for (const fill of bars) expect(contrast(fill, behind[0]!)).toBeGreaterThan(3);
    await page.context().close();
  });

  describe.skipIf(whyNoPrint !== '')('on paper', () => {
    it('a morning of a hundred and twenty children is two pages', async () => {
      const { page } = await open(browser, overduePage(reports.get('a morning')!));
      const file = join(folder(), 'page.pdf');
      await page.pdf({ path: file, preferCSSPageSize: true });
      expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Pages: +2\n/);
      await page.context().close();
    });

    it.each(kinds)('the page of %s says all that it says on the screen, with its bars', async (kind) => {
      const { page } = await open(browser, pageOf(kind));
      const file = join(folder(), 'page.pdf');
      await page.pdf({ path: file, preferCSSPageSize: true });
      const printed = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
      const text = await page.$$eval('h1, h2, p, caption, tbody th, tbody td', (all) =>
        all
          .map((each) =>
            [...each.childNodes]
              .filter((part) => !('className' in part && part.className === 'k'))
              .map((part) => part.textContent)
              .join(' '),
          )
          .join(' '),
      );
      const sheets = printed.split('\f').filter((sheet) => sheet.trim() !== '');
      for (const sheet of sheets) expect(sheet).toContain('Confidential: children in care');
      // Names break over lines on paper: letters are compared, each word’s on its own.
      const letters = printed.normalize('NFC').replaceAll(/[^\p{L}\p{N}]/gu, '');
      const said = text.split(/\s+/).filter((word) => /^[\p{L}\p{N}]+$/u.test(word));
      expect(said.length).toBeGreaterThan(20);
      expect([...new Set(said)].filter((word) => !letters.includes(word.normalize('NFC')))).toEqual([]);
      await page.emulateMedia({ media: 'print' });
      const bars = await page.$$eval('table.teams svg', (all) =>
        all.map((svg) => svg.getBoundingClientRect().height),
      );
      expect(bars).toHaveLength(reports.get(kind)!.teams.length);
      for (const height of bars) expect(height).toBeGreaterThan(5);
      await page.context().close();
    });
  });
});

/** What `npm run demo` makes, on its day. */
async function aMorning(): Promise<OverdueReport> {
  const db = join(folder(), 'demo.db');
  await irotool([...words('demo --quiet --today 2026-03-30'), '--db', db]);
  const { out } = await irotool([...words('report overdue --json --today 2026-03-30'), '--db', db]);
  return JSON.parse(out).reports[0];
}

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
