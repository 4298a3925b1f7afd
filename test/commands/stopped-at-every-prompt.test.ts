/**
 * Control-C at every question of the commands that ask most, one after the other, in a real terminal: one line is said,
 * the exit code is 130, nothing is saved; and the next time what had been answered is offered, so that the command
 * gets one question further each time.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../support/facts';
import { type Unit, unit } from '../support/harness';
import { closeTerminals, Terminal, why } from '../support/terminal';

const TODAY = '--today 2026-03-25';
const KEPT = 'You had begun this';

/** The question that waits for an answer: the last line that begins with one, if nothing was answered below it. */
const QUESTION = /^(?:\d+ of \d+ )?\? (.*)$/;
function waiting(screen: string): string | null {
  const lines = screen.split('\n');
  const at = lines.findLastIndex((line) => QUESTION.test(line));
  if (at < 0 || lines.slice(at).some((line) => /^(?:\d+ )?✔ |^run \d+ exit/.test(line))) return null;
  return [QUESTION.exec(lines[at]!)![1]!, ...lines.slice(at + 1)].join(' ').trim();
}

/** Waits until a question stands there that is not that one, or the command of that run has ended. */
async function asked(terminal: Terminal, run: number, before: string | null): Promise<string | null> {
  let last = '';
  for (let tries = 0; tries < 300; tries++) {
    const screen = terminal.screen();
    if (new RegExp(`^run ${run} exit \\d+`, 'm').test(screen)) return null;
    const question = waiting(screen);
    if (question !== null && question !== before && screen === last) return question;
    last = screen;
    await wait(40);
  }
  throw new Error(`No question was asked:\n${terminal.screen()}`);
}

/** What is answered to a question, by how it begins; of any other the first row, or nothing. */
type Answers = readonly (readonly [question: RegExp, answer: string])[];
const FIRST: Answers = [[/none chosen yet/, '1']];
const OF_ALL: Answers = [];

interface Stopped {
  /** Typed before it, by the same person. */
  readonly first?: string;
  readonly line: string;
  readonly answers: Answers;
  /** It asks at least so much. */
  readonly least: number;
  /** After this question it ends, and asks nothing of whether to save. */
  readonly last?: RegExp;
}

const COMMANDS: Readonly<Record<string, Stopped>> = {
  'new-review': {
    line: 'new-review',
    answers: [
      [/^Reference/, 'K77'],
      [/^Name of the IRO/, 'N Ew'],
      [/^Name/, 'Siân Ames'],
      [/^Date of birth/, '2/5/2015'],
      [/^Looked after from/, '23/3/2026'],
      [/^Meeting/, '9/4/2026 10:00'],
    ],
    least: 13,
  },
  'review plan': {
    line: 'review plan K1',
    answers: [],
    least: 2,
  },
  'review hold': { line: 'review hold K2', answers: [[/^Held on/, '']], least: 8 },
  'review after': { line: 'review after K3', answers: [[/^Decisions sent on/, '24/3/2026']], least: 5 },
  'child link': { line: 'child link K2', answers: [[/^Name/, 'Fa Ther']], least: 4 },
  'conference plan': {
    line: 'conference plan K4',
    answers: [
      [/^Day/, '9/4/2026'],
      [/^Time/, '10:00'],
    ],
    least: 2,
  },
  'conference hold': { line: 'conference hold K4', answers: [[/^Held on/, '24/3/2026']], least: 5 },
  correct: { line: 'correct 2 --on 2026-03-03', answers: [], least: 1 },
  undo: { first: 'visit K1 --child seen-alone --on 2026-03-24 --yes', line: 'undo', answers: [], least: 1 },
  'letter pack': {
    line: 'letter pack K5',
    answers: [[/^Who signs/, 'Pat Admin']],
    least: 4,
    last: /^Telephone/,
  },
};

const child = (ref: string, born: string): string =>
  `new-review --ref ${ref} --name "Child ${ref}" --born ${born} --looked-after 2026-03-02 --basis V2 --iro "A Khan" --today 2026-03-02 --yes`;

describe.skipIf(why !== '')('Control-C', () => {
  let made: Unit;

  beforeAll(async () => {
    made = await unit('york', [
      child('K1', '2014-05-02'),
      child('K2', '2015-05-02'),
      child('K3', '2016-05-02'),
      child('K4', '2017-05-02'),
      child('K5', '2018-05-02'),
      'child link K2 "Jo Lee" --role mother',
      'settings set unit.name "Reviewing Unit"',
      'review plan K5 --meeting "27/3/2026 10:00" --venue Hall --today 2026-03-03 --yes',
      'review plan K2 --meeting "24/3/2026 10:00" --venue Hall --today 2026-03-03 --yes',
      'review hold K3 --on 2026-03-23 --code PN1 --today 2026-03-23 --yes',
      'record K4 strategy-discussion --on 2026-03-10',
      'record K4 legal-status-changed basis=C2 --on 2026-03-12',
    ]);
  });
  afterAll(closeTerminals);

  it.each(Object.entries(COMMANDS))(
    'at every question of %s',
    async (_command, { first, line, answers, least, last }) => {
      const terminal = new Terminal(made.db, 100);
      if (first !== undefined) await terminal.prints(`${first} ${TODAY}`);
      const before = everything(made.db);
      const all = [...FIRST, ...answers, ...OF_ALL];
      const seen: string[] = [];
      for (let stopAt = 1; stopAt <= 30; stopAt++) {
        terminal.run(`${line} ${TODAY}`);
        const run = stopAt + (first === undefined ? 0 : 1);
        let question = await asked(terminal, run, null);
        let isOffered = false;
        // The answers of the last time are there: it goes on from the question at which it was stopped.
        if (question?.startsWith(KEPT)) {
          isOffered = true;
          terminal.type('y');
          terminal.press('Enter');
          question = await asked(terminal, run, question);
        }
        for (
          let at = seen.indexOf(question ?? '');
          at >= 0 && question !== null;
          at = seen.indexOf(question)
        ) {
          const answer = all.find(([words]) => words.test(question!))?.[1] ?? '';
          if (answer !== '') terminal.type(answer);
          terminal.press('Enter');
          question = await asked(terminal, run, question);
          if (question === null) throw new Error(`${line} ended:\n${terminal.screen()}`);
        }
        if (question === null) throw new Error(`${line} asked nothing:\n${terminal.screen()}`);
        seen.push(question);
        terminal.press('C-c');
        await terminal.sees(new RegExp(`^run ${run} exit \\d+$`, 'm'));
        const screen = terminal.screen();
        expect(screen, question).toContain(`run ${run} exit 130`);
        const after = screen
          .slice(screen.lastIndexOf('? ', screen.lastIndexOf('exit 130')))
          .split('\n')
          .filter((each) => /Nothing was (?:saved|recorded|made|written|taken)/.test(each));
        expect(after, question).toHaveLength(1);
        expect(everything(made.db), question).toBe(before);
        if (stopAt > 2 && seen.length > 2) expect(isOffered || seen.length < 3, question).toBe(true);
        if ((last ?? /^(?:Save|Record|Take|Put|Change)\b.*\?/).test(question)) break;
      }
      expect(seen.length).toBeGreaterThanOrEqual(least);
    },
    240_000,
  );

  it.each(Object.entries(COMMANDS))(
    'and the end of what is typed, at the first question of %s',
    async (_command, { first, line }) => {
      const terminal = new Terminal(made.db, 100);
      if (first !== undefined) await terminal.prints(`${first} ${TODAY}`);
      const before = everything(made.db);
      terminal.run(`${line} ${TODAY}`);
      const run = first === undefined ? 1 : 2;
      await asked(terminal, run, null);
      terminal.press('C-d');
      await wait(300);
      if (!terminal.screen().includes(`run ${run} exit`)) terminal.press('C-c');
      await terminal.sees(`run ${run} exit 130`);
      expect(everything(made.db)).toBe(before);
    },
  );
});
