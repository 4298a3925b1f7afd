/** How long the invitations of one review take, as a real process, beside an empty one: whoever else uses the machine. */
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder } from '../support/harness';
import { plannedUnit } from '../support/letters';

const BIN = join(import.meta.dirname, '..', '..', 'bin', 'irotool.js');

/** Milliseconds of the processor that a process takes, the least of some runs. */
function spent(words: readonly string[], runs = 3): number {
  const meter = join(folder(), 'meter.cjs');
  writeFileSync(
    meter,
    "process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('spent ' + (user + system) / 1000); });",
  );
  const all = Array.from({ length: runs }, () => {
    const { stderr, status } = spawnSync(process.execPath, ['--require', meter, ...words], {
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    return Number(/spent ([\d.]+)/.exec(stderr)![1]);
  });
  return Math.min(...all);
}

it('the invitations of one review cost no more than some twenty empty processes', {
  timeout: 120_000,
}, async () => {
  const { db } = await plannedUnit();
  const out = folder();
  const pack = ['letter', 'pack', 'K1', '--force', '--out', out, '--db', db, '--today', '2026-03-02'];
  const taken = spent([BIN, ...pack]) / spent(['-e', '0'], 5);
  expect(readdirSync(out).length).toBeGreaterThan(15);
  expect(taken).toBeLessThan(22);
});
