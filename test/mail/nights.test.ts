/**
 * The nightly report for a week, by the very line that `irotool schedule` gives cron, run by sh as cron runs
 * it, against a real mail server: what arrives is what should, also where the server is down, a run is killed
 * half-way, and two start at once.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Arrived, certificateFile, mailServer, messageIdOf } from '../support/mail-server';
import { lateUnit, PRIVATE, type ReportUnit } from '../support/reports';

const MANAGERS = ['dee@elsewhere.org', 'mo@council.gov.uk', 'sal@council.gov.uk'];

let unit: ReportUnit;
let command = '';
beforeAll(async () => {
  unit = await lateUnit();
  await say(`settings set mail.certificate-file ${certificateFile()}`);
  await say('settings set mail.host localhost');
  await say('settings set mail.from reviews@council.gov.uk');
  const { out } = await unit.run('schedule --what report --system cron');
  const line = out.trimEnd().split('\n').at(-1)!;
  // The five fields of when, and a percent sign that is escaped for cron.
  command = line.replace(/^(\S+ ){5}/, '').replaceAll('\\%', '%');
  expect(command).toContain('report overdue --to managers --send --once-per-day');
});

async function say(line: string): Promise<void> {
  const { code, err } = await unit.run(line);
  if (code !== 0) throw new Error(`${line}: ${err}`);
}

/** Begins the night's run as cron does: by sh, with next to no environment and no terminal. */
function begin(night: string): ChildProcess {
  const onThatDay = command.replace(' report overdue ', ` report overdue --today ${night} `);
  return spawn('/bin/sh', ['-c', onThatDay], {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', HOME: '/nowhere' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that it can be killed whole.
    detached: true,
  });
}

function ended(child: ChildProcess): Promise<{ code: number | null; shown: string }> {
  let shown = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (data) => (shown += data));
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ code, shown: shown.replaceAll(/\s+/g, ' ') })),
  );
}

const night = (on: string) => ended(begin(on));
const serverAt = (port: number) => say(`settings set mail.port ${port}`);

/** To whom, and of which day. */
async function told({ to, content }: Arrived): Promise<string> {
  const { subject } = await PostalMime.parse(content);
  return `${to}: ${/\d+ (March|April)/.exec(subject!)![0]}`;
}
const allTold = (arrived: readonly Arrived[]): Promise<string[]> => Promise.all(arrived.map(told));
const toEach = (day: string): string[] => MANAGERS.map((address) => `${address}: ${day}`);

describe('a week of nights', () => {
  test('Monday: each manager is told once, though cron runs it twice', async () => {
    const { port, arrived } = await mailServer();
    await serverAt(port);
    expect(await night('2026-03-30')).toEqual({ code: 0, shown: '' });
    expect(await allTold(arrived)).toEqual(toEach('30 March'));
    expect(await night('2026-03-30')).toEqual({ code: 0, shown: '' });
    expect(arrived).toHaveLength(3);
    for (const { content, encrypted } of arrived) {
      const { text, html, subject } = await PostalMime.parse(content);
      expect(encrypted).toBe(true);
      expect(text).toMatch(/^Overdue on Monday 30 March 2026/);
      expect(text).not.toContain('Since the report');
      for (const name of PRIVATE) expect([text, html, subject].join()).not.toContain(name);
    }
  });

  test('Tuesday: the server is down. Cron is told who was not reached, and nothing is lost', async () => {
    const down = await mailServer();
    await serverAt(down.port);
    await down.close();
    const { code, shown } = await night('2026-03-31');
    expect(code).toBe(1);
    for (const address of MANAGERS) expect(shown).toContain(`Not sent to ${address}: Reviews:`);
    expect(shown).toContain('could not be reached (ECONNREFUSED). It is kept, and the next run tries again.');
    expect(shown).toContain('0 messages sent; 3 not sent and kept (irotool report outbox).');
    const silent = await unit.run('report heartbeat --today 2026-03-31');
    expect([silent.code, silent.out.replaceAll(/\s+/g, ' ')]).toEqual([
      1,
      expect.stringMatching(
        /^The last report went for Monday 30 March 2026, 1 day ago: .*did not reach 3 recipients\. 3 messages wait/,
      ),
    ]);
  });

  test('Wednesday: what was kept arrives, then the day’s own, which says what changed', async () => {
    await say('review hold C1 --on 2026-04-01 --code PN1 --today 2026-04-01 --yes');
    const { port, arrived } = await mailServer();
    await serverAt(port);
    expect(await night('2026-04-01')).toEqual({ code: 0, shown: '' });
    expect(await allTold(arrived)).toEqual([...toEach('31 March'), ...toEach('1 April')]);
    expect(new Set(arrived.map(messageIdOf)).size).toBe(6);
    const { text } = await PostalMime.parse(arrived.at(-1)!.content);
    const words = text!.replaceAll(/\s+/g, ' ');
    expect(words).toMatch(/Since the report of Tuesday 31 March 2026: \d+ cleared, \d+ new\./);
    expect(words).toMatch(/SINCE THE LAST REPORT \(\d+\).* C1\/1 Hold the first review: done on Wed 1 Apr/);
    expect((await unit.run('report heartbeat --today 2026-04-01')).code).toBe(0);
  });

  test('Thursday: killed when the server had the second; the next run sends that once more, and the rest', async () => {
    let child: ChildProcess | undefined;
    const { port, arrived } = await mailServer({}, () => {
      if (arrived.length === 2) process.kill(-child!.pid!, 'SIGKILL');
    });
    await serverAt(port);
    child = begin('2026-04-02');
    expect((await ended(child)).code).toBeNull();
    expect(await allTold(arrived)).toEqual(toEach('2 April').slice(0, 2));
    const { code, shown } = await night('2026-04-02');
    expect([code, shown]).toEqual([0, '']);
    expect(await allTold(arrived)).toEqual([...[0, 1, 1, 2].map((at) => toEach('2 April')[at]!)]);
    expect(messageIdOf(arrived[2]!)).toBe(messageIdOf(arrived[1]!));
    expect(arrived[2]!.content.equals(arrived[1]!.content)).toBe(true);
  });

  test('Friday: two crons at once tell each manager once', async () => {
    const { port, arrived } = await mailServer({}, () => new Promise((resolve) => setTimeout(resolve, 150)));
    await serverAt(port);
    const both = await Promise.all([night('2026-04-03'), night('2026-04-03')]);
    expect(both.map(({ code, shown }) => `${code}${shown}`)).toEqual(['0', '0']);
    expect((await allTold(arrived)).sort()).toEqual(toEach('3 April'));
  });

  test('the week’s outbox: nothing waits, and each was reported once a day', async () => {
    const { messages } = JSON.parse((await unit.run('report outbox --json --limit 99')).out);
    expect(messages).toHaveLength(15);
    expect(messages.map(({ state }: { state: string }) => state)).toEqual(Array(15).fill('sent'));
    const doctor = JSON.parse((await unit.run('doctor --json --today 2026-04-03')).out);
    expect(doctor.checks.find(({ check }: { check: string }) => check === 'reports')).toMatchObject({
      standing: 'ok',
      found:
        'The last report went for Friday 3 April 2026, today: everyone had been told, or nothing was to be told.',
    });
  });
});
