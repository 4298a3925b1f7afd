/** Lives that are typed, command by command, from patterns with everything in them chosen at random. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays, type IsoDate } from '../../src/core/time/dates';
import { everything } from './facts';
import { type Answer, folder, irotool, unit, words } from './harness';

/** One step of a life: how many days pass, and what is typed, given the day. */
export interface Step {
  readonly days: number;
  readonly line: (today: IsoDate) => string;
}

/**
 * A pattern of what is typed: `{a|b|}` is one of these or nothing, `<back>` a day not long ago, `<ahead>` one not far
 * away, each now and then a day that makes no sense.
 */
export type Pattern = string;

/** Days before today, and after it: mostly what makes sense. */
const BACK = [0, 0, 0, 1, 1, 2, 3, 4, 5, 7, 9, 12, -2, 40];
const AHEAD = [1, 2, 5, 8, 10, 14, 18, 21, 28, 35, 45, 60, 0, -3];

/** What is typed of a pattern, told by numbers, which come round again if there are too few. */
function typed(pattern: Pattern, numbers: readonly number[], today: IsoDate): string {
  let at = 0;
  const choose = <T>(of: readonly T[]): T => of[numbers[at++ % numbers.length]! % of.length]!;
  let line = pattern;
  while (line.includes('{')) line = line.replace(/\{([^{}]*)\}/, (_, of: string) => choose(of.split('|')));
  return line
    .replaceAll('<back>', () => addDays(today, -choose(BACK)))
    .replaceAll('<ahead>', () => addDays(today, choose(AHEAD)))
    .trim();
}

/** Lives of lines after these patterns; one that says `N×` before it comes so many times as often. */
export function livesOf(patterns: readonly Pattern[], least: number, most: number): fc.Arbitrary<Step[]> {
  const lines = patterns.map((each) => {
    const [, weight, pattern] = /^(?:(\d+)× )?(.*)$/.exec(each)!;
    return { weight: Number(weight ?? 1), arbitrary: fc.constant(pattern!) };
  });
  return fc.array(
    fc
      .tuple(
        fc.oneof({ weight: 4, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: fc.nat(90) }),
        fc.oneof(...lines),
        fc.array(fc.nat(10_000), { minLength: 9, maxLength: 9 }),
      )
      .map(([days, pattern, numbers]) => ({ days, line: (today) => typed(pattern, numbers, today) })),
    { minLength: least, maxLength: most },
  );
}

const begun = new Map<string, Buffer>();

/** A database in which a life has begun on a day: typed once, and copied for each life that begins so. */
async function beginning(pack: string, lines: readonly string[], day: IsoDate): Promise<string> {
  const name = JSON.stringify([pack, day, ...lines]);
  const made = begun.get(name);
  const db = join(folder(), 'unit.db');
  if (made !== undefined) {
    writeFileSync(db, made, { mode: 0o600 });
    return db;
  }
  const { db: fresh } = await unit(
    pack,
    lines.map((line) => (line.includes(' --today ') ? line : `${line} --today ${day}`)),
  );
  begun.set(name, readFileSync(fresh));
  return fresh;
}

export interface Lived {
  readonly db: string;
  readonly today: IsoDate;
  /** What was typed and taken. */
  readonly taken: readonly string[];
  readonly type: (line: string) => Promise<Answer>;
}

/**
 * Types a life. Throws if a refusal gives no reason, changes something or says one of the names, or if JSON that is
 * printed cannot be read.
 */
export async function live(
  pack: string,
  lines: readonly string[],
  from: IsoDate,
  life: readonly Step[],
  names: RegExp,
): Promise<Lived> {
  const db = await beginning(pack, lines, from);
  const taken: string[] = [];
  let today = from;
  let kept: string | null = null;
  const type = (line: string): Promise<Answer> => irotool([...words(`${line} --today ${today}`), '--db', db]);
  for (const { days, line } of life) {
    today = addDays(today, days);
    const asTyped = line(today);
    // A refusal leaves it as it was, so it is read again only after something was taken.
    kept ??= everything(db);
    const { code, out, err } = await type(asTyped);
    if (code === 0) {
      taken.push(asTyped);
      kept = null;
      if (asTyped.includes('--json')) JSON.parse(out);
      continue;
    }
    const after = `after\n${taken.join('\n')}\n`;
    expect([asTyped, code, err], `a refusal says why, ${after}`).toEqual([
      asTyped,
      expect.toBeOneOf([1, 2]),
      expect.stringMatching(/\S/),
    ]);
    expect(everything(db), `${asTyped} was refused and changed something, ${after}`).toBe(kept);
    expect(err, 'no name in what goes wrong').not.toMatch(names);
  }
  return { db, today, taken, type };
}

interface Listed {
  readonly rule?: string;
  readonly action?: string;
  readonly child: { readonly ref: string } | null;
  readonly applicant?: { readonly ref: string } | null;
}

/** What must hold at the end of every life: the agenda, its explanations, its JSON, and undo of the last command. */
export async function endsWell({ type, taken }: Lived): Promise<void> {
  const isClean = async (when: string): Promise<void> => {
    const doctor = await type('doctor');
    expect([doctor.code, when, doctor.out + doctor.err], taken.join('\n')).toEqual([
      0,
      when,
      expect.any(String),
    ]);
  };
  await isClean('at the end');
  const due = JSON.parse((await type('due --days 400 --json')).out) as {
    deadlines: Listed[];
    actions: Listed[];
  };
  const asked = new Set<string>();
  for (const { rule, action, child, applicant } of [...due.deadlines, ...due.actions]) {
    asked.add(`explain ${(child ?? applicant)!.ref} ${rule ?? action}`);
  }
  for (const line of asked) {
    const { code, out, err } = await type(line);
    expect([line, code, out, err], taken.join('\n')).toEqual([
      line,
      0,
      expect.stringMatching(/\S/),
      expect.any(String),
    ]);
  }
  const { code, err } = await type('undo --yes');
  expect([code, err, taken]).toEqual([expect.toBeOneOf([0, 1]), expect.stringMatching(/\S/), taken]);
  await isClean('after undo');
}
