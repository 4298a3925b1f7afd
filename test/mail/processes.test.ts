/** Sending as real processes: two at once, and one killed when the server has taken the message. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { latestMessages } from '../../src/store/outbox/outbox';
import { folder } from '../support/harness';
import { certificateFile, mailServer, messageIdOf } from '../support/mail-server';
import { outbox } from '../support/outbox';

const ROOT = join(__dirname, '..', '..');
const PROGRAM = join(folder(), 'run.cjs');
const PEOPLE = ['a@testshire.gov.uk', 'b@testshire.gov.uk'];

/** What a run does: each person's report once that day, and whatever was kept. */
const RUN = `
  import { deliver, sayDelivery } from './src/mail/deliver';
  import { keepReports } from './src/mail/report-mail';
  import { mailServer } from './src/mail/server';
  import { openDatabase } from './src/store/file/open';
  import { isReported } from './src/store/outbox/outbox';
  import { whileSendingAlone } from './src/store/outbox/lock';
  const [file, port, certificate, ...people] = process.argv.slice(2);
  const db = openDatabase(file, { now: Date.now });
  const settings = { 'mail.host': 'localhost', 'mail.port': port, 'mail.certificate-file': certificate };
  const from = { name: 'Unit', address: 'reviews@testshire.gov.uk' };
  const report = { report: 'overdue', day: '2026-03-13', from, subject: 'Overdue', text: 'K77', html: '<p>K77</p>' };
  whileSendingAlone(file, { patience: 0 }, async () => {
    const mails = people
      .filter((address) => !isReported(db, 'overdue', report.day, address))
      .map((address) => ({ ...report, to: { name: '', address }, attachments: [], reported: [] }));
    await keepReports(db, { file, now: Date.now() }, mails);
    return deliver(db, file, mailServer(new Map(Object.entries(settings)), {}));
  }).then((delivery) => process.stdout.write(delivery === null ? 'busy' : sayDelivery(delivery).map(({ words }) => words).join('\\n')));
`;

beforeAll(async () => {
  await build({
    stdin: { contents: RUN, resolveDir: ROOT, loader: 'ts' },
    outfile: PROGRAM,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    supported: { 'dynamic-import': false },
    logLevel: 'error',
  });
});

const started = (file: string, port: number): ChildProcess =>
  spawn(process.execPath, [PROGRAM, file, String(port), certificateFile(), ...PEOPLE], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') },
  });

function ended(child: ChildProcess): Promise<string> {
  let out = '';
  child.stdout?.on('data', (data) => (out += data));
  return new Promise((resolve) => child.on('close', () => resolve(out)));
}

describe('two runs at once', () => {
  test('send each report once, and the one that came too late says that another is sending', async () => {
    const { file, db } = outbox();
    let release = (): void => undefined;
    let isTaken = (): void => undefined;
    const taken = new Promise<void>((resolve) => (isTaken = resolve));
    const held = new Promise<void>((resolve) => (release = resolve));
    const { port, arrived } = await mailServer({}, () => {
      isTaken();
      return held;
    });
    const first = ended(started(file, port));
    await taken;
    expect(await ended(started(file, port))).toBe('busy');
    release();
    expect(await first).toBe(PEOPLE.map((person) => `Sent to ${person}: Overdue.`).join('\n'));
    expect(arrived.map(({ to }) => to)).toEqual(PEOPLE);
    expect(latestMessages(db, 9).map(({ state, tries }) => [state, tries])).toEqual([
      ['sent', 1],
      ['sent', 1],
    ]);
  });

  test('started together, whichever is first', async () => {
    const { file } = outbox();
    const { port, arrived } = await mailServer();
    await Promise.all([1, 2, 3].map(() => ended(started(file, port))));
    expect(arrived.map(({ to }) => to)).toEqual(PEOPLE);
  });
});

describe('a run that is killed when the server has taken the message, and has not yet written it down', () => {
  test('leaves it to the next run, which sends it once more, the same, and says so', async () => {
    const { file, db } = outbox();
    let child: ChildProcess | undefined;
    const { port, arrived } = await mailServer({}, () => void child?.kill('SIGSTOP'));
    child = started(file, port);
    const first = ended(child);
    // Stopped, it cannot read the answer that the server gives now.
    await expect.poll(() => arrived.length).toBe(1);
    child.kill('SIGKILL');
    expect(await first).toBe('');
    expect(latestMessages(db, 9).map(({ state, unsure }) => [state, unsure])).toEqual([
      ['kept', false],
      ['sending', true],
    ]);
    child = undefined;
    expect((await ended(started(file, port))).split('\n')).toEqual([
      `Sent to ${PEOPLE[0]}: Overdue. It may have gone before, so it may arrive twice (with the same Message-ID).`,
      `Sent to ${PEOPLE[1]}: Overdue.`,
    ]);
    expect(arrived.map(({ to }) => to)).toEqual([PEOPLE[0], PEOPLE[0], PEOPLE[1]]);
    expect(arrived[0]!.content.equals(arrived[1]!.content)).toBe(true);
    expect(messageIdOf(arrived[1]!)).toBe(latestMessages(db, 9)[1]!.messageId);
    expect(await ended(started(file, port))).toBe('');
    expect(arrived).toHaveLength(3);
  });
});
