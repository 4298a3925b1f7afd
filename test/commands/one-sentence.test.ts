/** One sentence alone on a terminal. */
import { describe, expect, it } from 'vitest';
import { linesOf, onScreen, widest } from '../support/facts';
import { unit } from '../support/harness';

describe('one sentence alone', () => {
  it('is broken at spaces on a narrow terminal, its command whole, and with --plain at eighty at most', async () => {
    const came =
      'new-review --ref K1 --name "Jo Roe" --born 2012-05-02 --looked-after 2026-03-02 --today 2026-03-02 --yes';
    const { db } = await unit('york', [came]);
    const edited = await onScreen('child edit K1 --name "Joanna Roe" --yes', db, 60);
    expect(linesOf(edited.out)).toEqual([
      'K1  changed. What it was before is kept:',
      '  irotool audit --child K1',
      '',
    ]);
    for (const columns of [50, 120]) {
      for (const line of ['recommendation list K1 --plain', 'due --plain', 'child people K1 --plain']) {
        const { out } = await onScreen(line, db, columns);
        expect(widest(out), line).toBeLessThanOrEqual(Math.min(columns, 80));
      }
    }
  });
});
