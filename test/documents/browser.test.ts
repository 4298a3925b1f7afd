/** Letters of the month as pages, in a browser, as someone may open them on a phone or with a reading aid. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beyondTheEdge, foundByAxe, open, startBrowser, why } from '../support/browser';

const GOLDEN = join(import.meta.dirname, '..', 'golden', 'letters');
/** One of each shape: letters, for the youngest, forms to fill in, records with tables. */
const SAMPLE = [
  ...[
    'invitation-child',
    'invitation-child-under-8',
    'invitation-parent',
    'meeting-changed',
    'not-invited-parent',
  ],
  ...['consultation-child-under-8', 'consultation-professional', 'monitoring-form', 'distribution-part'],
  ...['record-full', 'record-exit', 'decisions-manager'],
];

describe.skipIf(why !== '')('letters in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each(SAMPLE)(
    '%s is clean by axe, keeps within a phone, and asks the network for nothing',
    async (name) => {
      const html = readFileSync(join(GOLDEN, `${name}.html`), 'utf8');
      expect(await foundByAxe(browser, html, 320)).toEqual([]);
      for (const width of [320, 500, 700]) expect(await beyondTheEdge(browser, html, width)).toBe(0);
      const { page, said, asked } = await open(browser, html);
      expect([said, asked]).toEqual([[], []]);
      await page.context().close();
    },
  );

  it('are as clean in the dark', { timeout: 60_000 }, async () => {
    for (const name of ['record-full', 'invitation-parent', 'consultation-child']) {
      const html = readFileSync(join(GOLDEN, `${name}.html`), 'utf8');
      expect([name, await foundByAxe(browser, html, 1000, 'dark')]).toEqual([name, []]);
    }
  });

  it('show a table on a phone as rows of label and value, and as a table to whoever listens', async () => {
    const html = readFileSync(join(GOLDEN, 'record-full.html'), 'utf8');
    const { page } = await open(browser, html, { viewport: { width: 360, height: 800 } });
    const cells = page.locator('tbody tr:has(td + td)').first().locator('td');
    const [one, other] = [await cells.nth(0).boundingBox(), await cells.nth(1).boundingBox()];
    expect([other!.x - one!.x, other!.y >= one!.y + one!.height]).toEqual([0, true]);
    const label = (await page.evaluate(
      "getComputedStyle(document.querySelector('tbody tr td + td'), '::before').content",
    )) as string;
    expect(label).toContain(await cells.nth(1).getAttribute('data-label'));
    expect(await page.getByRole('table').count()).toBe(await page.locator('table').count());
    expect(await page.getByRole('columnheader').count()).toBeGreaterThan(1);
    await page.context().close();
  });
});
