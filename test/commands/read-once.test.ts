/**
 * A child is read once in a command, and again once it has saved: when the dates are kept. What a record tells is worked
 * out once for each state that it is in: as it was, with each new fact in turn, and as it was saved.
 */
import { describe, expect, it, vi } from 'vitest';
import { readSeries } from '../../src/core/engine/series';
import { keptFactsOf } from '../../src/store/kept-facts';
import { unit } from '../support/harness';

// Watched, and left as they are: one reads a child's facts from the database, the other is called for each story that
// is made of facts.
vi.mock(import('../../src/core/engine/series'), { spy: true });
vi.mock(import('../../src/store/kept-facts'), { spy: true });

const WITH = '--iro "A Khan" --social-worker "P Lee" --today 2026-02-16 --yes';
const IN_CARE = [
  `new-review --ref K1 --name "Child One" --born 2015-05-02 --looked-after 2026-02-16 ${WITH}`,
  'child link K1 "Anna Reed" --role parent --relationship mother --responsibility yes',
  'child link K1 "L Frost" --role teacher',
];
const PLANNED = [...IN_CARE, 'review plan K1 --meeting "13/3 10am" --on 2026-02-17'];
const HOLD = 'review hold K1 --on 2026-03-13 --code PN1 --decision "see the dentist; mother" --yes';
const HELD = [...PLANNED, HOLD];

/** What is typed, after which lines, and how often the facts may be read and a story made. */
const COMMANDS: readonly [line: string, before: readonly string[], reads: number, stories: number][] = [
  ['review prepare K1 --child-consulted today --notified today --concern "the taxi is late"', PLANNED, 2, 6],
  ['review prepare K1', PLANNED, 1, 1],
  ['review plan K1 --meeting "13/3 10am" --on 2026-02-17', IN_CARE, 2, 3],
  [HOLD, PLANNED, 2, 4],
  ['review after K1 --decisions-sent today --received today --response agreed --yes', HELD, 2, 5],
  ['review after K1', HELD, 1, 1],
  ['review show K1', HELD, 1, 1],
  ['review adjourn K1 --on 2026-03-13 --reason "no report" --yes', PLANNED, 2, 3],
  ['review participants K1 --add mother', PLANNED, 3, 4],
  ['review distribute K1', HELD, 1, 1],
  [`new-review --ref K2 --name "Child Two" --born 2014-05-02 --looked-after 2026-02-16 ${WITH}`, [], 2, 7],
  [
    'child left K1 --on 2026-03-12 --reason E8 --unplanned --approved-by "Joe Marlow" --approved-as nominated-officer --iro-consulted 2026-03-11 --yes',
    PLANNED,
    2,
    3,
  ],
  ['child moved K1 --to U4 --yes', PLANNED, 2, 3],
  ['child status K1 --basis C2 --yes', PLANNED, 2, 3],
  ['child show K1 --ids', HELD, 1, 1],
  ['record K1 dispute-opened ref=D1 about=taxis --on 2026-03-01', PLANNED, 2, 3],
  ['done K1 decisions-record', HELD, 2, 3],
  ['iro told K1 --of iro,advocacy', IN_CARE, 2, 3],
  ['recommendation done K1 1.1 --yes', HELD, 2, 3],
  ['iro show K1', HELD, 1, 1],
];

describe('a child is read once by', () => {
  it.each(COMMANDS)('%s', async (line, before, reads, stories) => {
    const { run } = await unit();
    for (const each of before) expect(await run(each), each).toMatchObject({ code: 0 });
    vi.mocked(readSeries).mockClear();
    vi.mocked(keptFactsOf).mockClear();
    const answer = await run(line);
    expect(answer.code, answer.err).toBe(0);
    expect(vi.mocked(keptFactsOf).mock.calls.length, 'readings of the facts').toBeLessThanOrEqual(reads);
    expect(vi.mocked(readSeries).mock.calls.length, 'stories made').toBeLessThanOrEqual(stories);
    // The watch sees something: a story was made at all.
    expect(vi.mocked(readSeries)).toHaveBeenCalled();
  });
});
