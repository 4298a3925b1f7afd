/** Chromium, in which what a manager opens is opened; nothing of it may ask the network for anything. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { folder } from './harness';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const ARGUMENTS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** The browser's program on the PATH; undefined where there is none. */
const program = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap((place) => NAMES.map((name) => join(place, name)))
  .find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

const runs = (name: string, ...words: string[]): boolean => spawnSync(name, words).status === 0;
/** Why pages cannot be opened here; '' where they can. */
export const why =
  program === undefined
    ? 'Chromium is not installed'
    : runs(program, '--version')
      ? ''
      : `${program} does not start`;
if (why !== '') console.warn(`Pages were not opened in a browser: ${why}.`);

/** Why printed pages cannot be read here; '' where they can. */
export const whyNoPrint = why || (runs('pdftotext', '-v') ? '' : 'pdftotext is not installed');
if (why === '' && whyNoPrint !== '') console.warn(`Printed pages were not read: ${whyNoPrint}.`);

/** A browser with a profile of its own, which goes with it. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: program!, args: ARGUMENTS });
}

export interface Opened {
  readonly page: Page;
  /** What the console said, and every request but that for the page itself. */
  readonly said: string[];
  readonly asked: string[];
}

/** Opens a text as the file of a page, as someone would who found it in their mail. */
export async function open(
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const file = join(folder(), 'page.html');
  writeFileSync(file, html);
  const url = pathToFileURL(file).href;
  const context = await browser.newContext(options);
  const [said, asked]: string[][] = [[], []];
  context.on('console', (message) => said!.push(message.text()));
  context.on('weberror', (error) => said!.push(error.error().message));
  context.on('request', (request) => request.url() !== url && asked!.push(request.url()));
  await context.route('**', (route) => (route.request().url() === url ? route.continue() : route.abort()));
  const page = await context.newPage();
  await page.goto(url);
  return { page, said: said!, asked: asked! };
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with a text as a page, rule by rule. It is a script, which the page itself forbids. */
export async function foundByAxe(
  browser: Browser,
  html: string,
  width = 1000,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<string[]> {
  const { page } = await open(browser, html, {
    ...{ bypassCSP: true, colorScheme, viewport: { width, height: 900 } },
  });
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] })`,
  )) as axe.AxeResults;
  await page.context().close();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html: part }) => part.slice(0, 120))
        .slice(0, 3)
        .join(' | ')}`,
  );
}

/** How many pixels of a page lie beyond the right edge of a screen that wide. */
export async function beyondTheEdge(browser: Browser, html: string, width: number): Promise<number> {
  const { page } = await open(browser, html, { viewport: { width, height: 700 }, javaScriptEnabled: false });
  const beyond = (await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) as number;
  await page.context().close();
  return beyond;
}
