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
});
