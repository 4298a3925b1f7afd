/** The time of an import grows as its rows do: counted in processor time, at sizes that a test can wait for. */
import { expect, test } from 'vitest';
import { isoDate } from '../../src/core/time/dates';
import { planImport } from '../../src/exchange/import/plan';
import { careRecordedIn } from '../../src/exchange/import/was-in-care';
import { readReturn } from '../../src/exchange/ssda903/read';
import { openDatabase } from '../../src/store/file/open';
import { file } from '../exchange/returns';
import { unit } from '../support/harness';
import { secondsUsed } from '../support/processor-time';

const TODAY = isoDate('2026-11-23');

/** A return of so many children of one episode and one review each. */
function returnOf(children: number): { name: string; bytes: Uint8Array }[] {
  const refs = Array.from({ length: children }, (_, at) => ({ CHILD: `C${at}` }));
  return [file('Header', refs), file('Episodes', refs), file('Reviews', refs)];
}

test('four times as many children take four times as long to read and to hold against what is recorded', async () => {
  const it = await unit();
  const db = openDatabase(it.db, { now: () => 0 });
  const secondsFor = (children: number): number => {
    const files = returnOf(children);
    const used = secondsUsed();
    const plan = planImport(db, readReturn(files, TODAY, careRecordedIn(db)), TODAY);
    const seconds = used();
    expect(plan.children.new).toBe(children);
    return seconds;
  };
  try {
    secondsFor(1000);
    // What grows with the square of the rows would take sixteen times as long. Another try, if the machine was busy.
    let ratio = 16;
    for (let tries = 0; tries < 3 && ratio >= 8; tries++) ratio = secondsFor(4000) / secondsFor(1000);
    expect(ratio).toBeLessThan(8);
  } finally {
    db.close();
  }
}, 60_000);
