/**
 * Pages as PDF, by the browser that is there: tagged, with a title and a language, as they are printed. The page is handed
 * over in memory and stands in no file; the browser is without a network, without scripts, and with a profile of its own.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { UserError } from '../../errors';
import { type Ask, conversation } from './conversation';
import { browserThere } from './find-browser';

/** Makes one page a PDF. */
export type ToPdf = (html: string) => Promise<Uint8Array>;

/** As long as one page may take, in milliseconds, on a slow machine with a browser that starts for the first time. */
const PATIENCE = 60_000;

const FLAGS = [
  ...['--headless', '--disable-gpu', '--no-first-run', '--no-default-browser-check', '--disable-extensions'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'],
  ...['--disable-default-apps', '--disable-breakpad', '--metrics-recording-only', '--no-pings'],
  ...['--host-resolver-rules=MAP * ~NOTFOUND', '--proxy-server=127.0.0.1:9', '--remote-debugging-pipe'],
];

/** By which a run is stopped from outside. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Starts a browser for as long as the work lasts; it and what it wrote are gone afterwards, however the work ends. */
export async function withBrowser<T>(
  env: Readonly<Record<string, string | undefined>>,
  work: (toPdf: ToPdf) => Promise<T>,
): Promise<T> {
  const program = browserThere(env);
  const profile = mkdtempSync(join(tmpdir(), 'irotool-pdf-'));
  // A browser refuses its own sandbox to the superuser, as which tests and containers often run.
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = spawn(program, [...FLAGS, ...root, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    // Of its own, so that all that it started ends with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const ended = new Promise<void>((done) => {
    browser.once('exit', () => done());
    browser.once('error', () => done());
  });
  const over = ended.then((): never => {
    throw new Error('it ended by itself');
  });
  over.catch(() => {});
  const cleared = (): void => {
    endAll(browser);
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  const stopped = (signal: NodeJS.Signals): void => {
    cleared();
    // As it would have ended without us.
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.once(signal, stopped);
  try {
    const ask = conversation(browser.stdio[3] as Writable, browser.stdio[4] as Readable, over);
    return await work((html) => printed(ask, html, program));
  } finally {
    endAll(browser);
    await ended;
    for (const signal of SIGNALS) process.off(signal, stopped);
    cleared();
  }
}

/** Ends the browser and all that it started. */
function endAll({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

async function printed(ask: Ask, html: string, program: string): Promise<Uint8Array> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error('it did not answer in a minute')), PATIENCE);
  });
  try {
    return await Promise.race([onePdf(ask, html), late]);
  } catch (error) {
    throw new UserError(
      `The PDF could not be made by ${program}: ${(error as Error).message}.`,
      'Make a Word file (--format docx) and save it as PDF, or try again.',
    );
  } finally {
    clearTimeout(timer);
  }
}

async function onePdf(ask: Ask, html: string): Promise<Uint8Array> {
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true });
  const page = (method: string, params: Readonly<Record<string, unknown>> = {}): ReturnType<Ask> =>
    ask(method, params, sessionId as string);
  await page('Emulation.setScriptExecutionDisabled', { value: true });
  await page('Network.emulateNetworkConditions', {
    ...{ offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 },
  });
  const { frameTree } = await page('Page.getFrameTree');
  const { frame } = frameTree as { readonly frame: { readonly id: string } };
  await page('Page.setDocumentContent', { frameId: frame.id, html });
  const { data } = await page('Page.printToPDF', {
    ...{ preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true },
  });
  await ask('Target.closeTarget', { targetId });
  return Buffer.from(data as string, 'base64');
}
