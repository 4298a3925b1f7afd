/**
 * A hundred lives of an applicant beside a child, made up step by step: a refusal changes nothing, no route is taken
 * twice, no right is there with a conviction, and at the end the agenda is what the facts come to.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type IsoDate, isoDate } from '../../src/core/time/dates';
import { everything } from '../support/facts';
import { irotool, unit, words } from '../support/harness';

const START = isoDate('2024-02-26');
const BEGUN = [
  `irm add --ref A1 --kind foster-carer --name "App One" --today ${START}`,
  `irm link A1 "House Mate" --as household --today ${START}`,
  `child add --ref K1 --name "Child One" --born 2014-05-02 --today ${START}`,
];

type Line = (today: IsoDate) => string;
const word = (...of: string[]): fc.Arbitrary<string> => fc.constantFrom(...of);
const back = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: 9 }) }, fc.constantFrom(-2, 60));
/** Something that was done some days ago, of one determination or of the only one. */
const done = (of: fc.Arbitrary<string>): fc.Arbitrary<Line> =>
  fc.tuple(of, back, word('', '', '', '--which Q1', '--which Q2', '--which Q3')).map(
    ([what, days, which]) =>
      (today: IsoDate) =>
        `irm record A1 ${which} ${what.replace('DAY', addDays(today, -days))}`,
  );

const LINES: readonly fc.Arbitrary<Line>[] = [
  done(
    word(
      'fostering',
      'adoption',
      'protected-information',
      'fostering --conviction own',
      'adoption --conviction household',
    ).map((kind) => `--determination ${kind} --dated DAY`),
  ),
  done(word('--applied DAY', '--representations DAY', '--representations DAY --saying "House Mate left"')),
  done(word('--applied DAY', '--notified DAY', '--papers-sent DAY')),
  done(word('same', 'different').map((panel) => `--recommended DAY --panel ${panel}`)),
  done(
    word('same', 'different', 'same --why "App One agreed"').map(
      (as) => `--decided DAY --considered --decision ${as}`,
    ),
  ),
  fc.constant((today: IsoDate) => `irm record A1 --panel-on ${addDays(today, 20)}`),
  word('irm-papers', 'irm-apply-fostering', 'irm-apply-adoption').map((duty) => () => `done A1 ${duty}`),
  word('irm-applied', 'irm-notified', 'review-held', 'became-looked-after').map(
    (kind) => () => `record A1 ${kind} --yes`,
  ),
  fc.integer({ min: 1, max: 8 }).map((id) => () => `strike ${id} --why Mistake --yes`),
  word(
    'irm edit A1 --address "2 Hill"',
    'irm unlink A1 household',
    'irm link A1 "Sam Two" --as supporter',
  ).map((line) => () => line),
  fc.constant(() => 'record K1 strategy-discussion'),
  fc.constant(() => 'child merge A1 K1 --yes'),
];
const lives = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.oneof(...LINES)), {
  minLength: 6,
  maxLength: 16,
});

interface Shown {
  readonly determinations: readonly {
    readonly conviction: string | null;
    readonly lastDay: string | null;
    readonly appliedOn: string | null;
    readonly representationsOn: string | null;
  }[];
}

it('a hundred lives of applicants leave the agenda what the facts come to', async () => {
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(word('england', 'york'), lives, async (pack, life) => {
      const { db } = await unit(pack, BEGUN);
      let today = START;
      const type = (line: string) => irotool([...words(`${line} --today ${today}`), '--db', db]);
      for (const [days, line] of life) {
        today = addDays(today, days);
        const before = everything(db);
        const typed = line(today);
        const { code, err } = await type(typed);
        if (code === 0) accepted++;
        else {
          expect([typed, code], err).toEqual([typed, expect.toBeOneOf([1, 2])]);
          expect(everything(db), `${typed} was refused and changed something`).toBe(before);
          expect(err).not.toMatch(/App One|House Mate|Child One/);
        }
      }
      const doctor = await type('doctor');
      expect([doctor.code, doctor.out + doctor.err]).toEqual([0, expect.any(String)]);
      const { determinations } = JSON.parse((await type('irm show A1 --json')).out) as Shown;
      for (const each of determinations) {
        expect([each.appliedOn, each.representationsOn]).toContain(null);
        if (each.conviction !== null) expect([each.lastDay, each.appliedOn]).toEqual([null, null]);
      }
      const { deadlines } = JSON.parse((await type('explain A1 --json')).out || '{"deadlines":[]}') as {
        deadlines: { count: unknown; child: unknown }[];
      };
      for (const { count, child } of deadlines) expect([count === undefined, child]).toEqual([false, null]);
      expect((await type('child list --all --json')).out).not.toContain('A1');
    }),
    { numRuns: 100, seed: Number(process.env.SEED ?? 20_260_330) },
  );
  expect(accepted).toBeGreaterThan(300);
}, 300_000);
