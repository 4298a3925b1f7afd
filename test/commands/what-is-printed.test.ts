/**
 * Every command that a screen, a letter's refusal or a note of the month's story prints is typed, each on a
 * copy of the database as it stood; beside a duty, it is looked whether that very duty is then settled.
 */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { shippedLaw } from '../../src/law/shipped';
import { commandFor } from '../../src/steps/next/command';
import { folder, irotool, words } from '../support/harness';
import { commandsIn, type Filling, filled, isUnderFour, missingIn } from '../support/printed';
import { MONDAYS, type Played, playStory } from '../support/story';

/** The database as it stood in the evening of a day, and what had been printed by then. */
interface Evening {
  readonly day: string;
  readonly db: string;
  readonly run: (line: string | readonly string[]) => ReturnType<typeof irotool>;
  /** The same on a copy that nobody else writes to. */
  readonly onCopy: () => (line: string | readonly string[]) => ReturnType<typeof irotool>;
}

const dir = folder();
let copies = 0;

function eveningOf(day: string, db: string): Evening {
  const on = (file: string) => (line: string | readonly string[]) =>
    irotool([...(typeof line === 'string' ? words(line) : line), '--db', file, '--today', day]);
  return {
    day,
    db,
    run: on(db),
    onCopy: () => {
      const file = join(dir, `copy-${copies++}.db`);
      copyFileSync(db, file);
      return on(file);
    },
  };
}

interface Step {
  readonly duty: string | null;
  readonly due: string | null;
  readonly review: number | null;
  readonly command: string;
}

interface Owed {
  readonly rule?: string;
  readonly action?: string;
  readonly due?: string;
  readonly standing?: string;
  readonly review: number | null;
  readonly ref: string | null;
  readonly notBefore?: string | null;
  readonly from?: { readonly on: string };
}

/** Types a command as it was printed, its words in capitals filled in by rule. */
async function typed(evening: Evening, command: string, context: Parameters<typeof filled>[1]) {
  const run = evening.onCopy();
  let line = filled(command, context);
  let answer = await run(line);
  // Without a terminal the flags that would have been asked for are named.
  for (let tries = 0; tries < 4; tries++) {
    const missing = missingIn(answer.err);
    if (answer.code === 0 || missing === null) break;
    line = filled(`${line} ${missing}`, context, true);
    answer = await run(line);
  }
  // A letter that needs what the unit has not set says how it is set: typed as printed, then the letter again.
  if (
    answer.code !== 0 &&
    /needs \d+ things? that (?:is|are) not recorded|are missing, and letters need them/.test(answer.err)
  ) {
    for (const setting of commandsIn(answer.err)) await run(filled(setting, context));
    answer = await run(line);
  }
  // A terminal would offer it; without one the refusal says what to type.
  const offered = /(?:For one|One by one): irotool (.*)/.exec(answer.err)?.[1];
  if (answer.code !== 0 && offered !== undefined) {
    line = filled(offered, context);
    answer = await run(line);
  }
  return { line, answer, run };
}

const afterLine: Evening[] = [];
const days = new Map<string, Evening>();
let evenings: Evening[];
let story: Played;

beforeAll(async () => {
  story = await playStory('9999', {}, (day, db, at) => {
    const file = join(dir, `${at}.db`);
    copyFileSync(db, file);
    afterLine.push(eveningOf(day, file));
    days.set(day, afterLine.at(-1)!);
  });
  const last = days.get(MONDAYS.at(-1)!)!;
  const by = (monday: string): string =>
    [...days.keys()]
      .filter((day) => day <= monday)
      .sort()
      .at(-1)!;
  evenings = [
    ...MONDAYS.map((monday) => eveningOf(monday, days.get(by(monday))!.db)),
    eveningOf('2026-05-06', last.db),
  ];
}, 300_000);

async function childrenOf(evening: Evening): Promise<{ ref: string; born: string | null }[]> {
  const { out } = await evening.run('child list --all --json');
  const { children } = JSON.parse(out) as { children: { ref: string; born: string | null }[] };
  return children;
}

async function owedOf(run: Evening['run'], ref: string): Promise<Owed[]> {
  const { deadlines, actions } = JSON.parse((await run(`child show ${ref} --json`)).out) as {
    deadlines: Owed[];
    actions: Owed[];
  };
  const open = deadlines.filter(({ standing }) => standing === 'upcoming' || standing === 'overdue');
  return [...open, ...actions];
}

const keyOf = ({ rule, action, due, ref, review }: Owed): string =>
  [rule ?? action, rule === undefined ? '' : due, ref, rule === undefined ? review : ''].join('|');

/** It cannot be met yet: too soon by law, or only planned today. */
const isNotYet = ({ notBefore, from }: Owed, day: string): boolean =>
  (notBefore ?? day) > day || from?.on === day;

/** Whoever was not there is sent the record, or not, one by one: what the screen prints for each, until none is left. */
async function distributed(run: Evening['run'], ref: string, review: number | null, context: Filling) {
  const list = `review distribute ${ref}${review === null ? '' : ` --review ${review}`}`;
  for (let turns = 0; turns < 12; turns++) {
    const { out, err } = await run(list);
    const [next] = commandsIn(`${out}\n${err}`).filter((each) => / distribute \S+ /.test(each));
    if (next === undefined) return { line: list, code: 0, err: '' };
    const line = filled(next, context);
    const answer = await run(line);
    if (answer.code !== 0) return { line, code: answer.code, err: answer.err };
  }
  return { line: list, code: 1, err: 'somebody is always left' };
}

/** Those that a review meets: planning it is the way to it, not the end of it. */
const isPlanning = (command: string): boolean => command.includes('review plan');

describe('the command beside a duty', () => {
  it('of every duty that is owed on the days of the month settles that very duty', async () => {
    const wrong: string[] = [];
    const tried = new Set<string>();
    const { rules } = shippedLaw().packs.find(({ name }) => name === 'york')!;
    for (const evening of evenings) {
      for (const { ref, born } of await childrenOf(evening)) {
        for (const owed of await owedOf(evening.run, ref)) {
          const rule = rules.find(({ id }) => id === (owed.rule ?? owed.action));
          if (rule === undefined) continue;
          const command = commandFor(rule, {
            ...{ ref, which: owed.ref, review: owed.review },
            isUnderFour: born !== null && isUnderFour(born, evening.day),
          });
          // One of each kind a day is enough.
          const kind = `${evening.day} ${rule.id}`;
          if (tried.has(kind) || isNotYet(owed, evening.day)) continue;
          tried.add(kind);
          const { line, answer, run } = await typed(evening, command, { today: evening.day, born });
          if (answer.code === 0 && rule.id === 'record-distribute') {
            const sent = await distributed(run, ref, owed.review, { today: evening.day, born });
            if (sent.code !== 0) wrong.push(`${evening.day} ${ref} ${sent.line}\n    ${sent.err}`);
          }
          const still = (await owedOf(run, ref)).map(keyOf);
          if (answer.code !== 0 || still.includes(keyOf(owed)))
            wrong.push(`${evening.day} ${ref} ${keyOf(owed)}: ${line}\n    ${answer.code} ${answer.err}`);
        }
      }
    }
    expect(wrong.join('\n')).toBe('');
    expect(tried.size).toBeGreaterThan(60);
  }, 600_000);

  it('that review next gives settles it, or plans what it is a step to', async () => {
    const wrong: string[] = [];
    for (const evening of evenings) {
      for (const { ref, born } of await childrenOf(evening)) {
        const { out } = await evening.run(`review next ${ref} --json`);
        const { next: step } = JSON.parse(out) as { next: Step | null };
        if (step === null) continue;
        const before = (await owedOf(evening.run, ref)).filter(
          ({ rule, action, due }) =>
            (rule ?? action) === step.duty && (rule === undefined || due === step.due),
        );
        const { line, answer, run } = await typed(evening, step.command, { today: evening.day, born });
        const still = (await owedOf(run, ref)).map(keyOf);
        const isSettled = isPlanning(step.command) || before.some((owed) => !still.includes(keyOf(owed)));
        if (answer.code !== 0 || (step.duty !== null && !isSettled))
          wrong.push(`${evening.day} ${ref} ${step.duty}: ${line}\n    ${answer.code} ${answer.err}`);
      }
    }
    expect(wrong.join('\n')).toBe('');
  }, 600_000);
});

describe('what the screens and the notes print', () => {
  const SCREENS = [
    'due --week',
    'due --overdue',
    'due --month',
    'due --days 400',
    'due --team North',
    'due --team South --month',
    'due --iro "A Khan" --month',
    'due --iro "M Ŵyn"',
    'due --iro "R Osei"',
    'due --who social-worker --month',
    'due --who iro',
    'due --limit 3',
    'report overdue',
    'report overdue --team South',
    'report overdue --preview --to managers',
    'report heartbeat',
    'doctor',
    'settings check',
    'child list --all',
    'child list --iro "A Khan"',
    'person list',
    'iro caseload',
    'recommendation list',
    'review list',
    'review monitoring',
  ];
  const OF_A_CHILD = [
    'due --child',
    'child show',
    'child show --ids',
    'review next',
    'review show',
    'review list',
    'iro show',
    'explain',
    'child people',
    'review participants',
    'review prepare',
    'review after',
    'review distribute',
    'recommendation list',
  ];

  it('can be typed as it stands, with the words in capitals filled in', async () => {
    const wrong: string[] = [];
    const tried = new Set<string>();
    const FINDS_FAULTS = /^(?:settings check|doctor)/;
    const bornOf = new Map((await childrenOf(evenings.at(-1)!)).map(({ ref, born }) => [ref, born]));
    const tryAll = async (evening: Evening, where: string, text: string, born: string | null) => {
      for (const command of commandsIn(text)) {
        const what = `${evening.day} ${command}`;
        if (tried.has(what)) continue;
        tried.add(what);
        const { line, answer } = await typed(evening, command, {
          today: evening.day,
          born: born ?? bornOf.get(/ (C\d+)\b/.exec(command)?.[1] ?? '') ?? null,
        });
        // What looks for faults found some.
        if (answer.code === 1 && FINDS_FAULTS.test(line)) continue;
        if (answer.code !== 0) wrong.push(`${where}: ${command}\n    ${line}: ${answer.code} ${answer.err}`);
      }
    };
    for (const evening of evenings) {
      for (const screen of SCREENS) {
        const { out, err } = await evening.run(screen);
        await tryAll(evening, screen, `${out}\n${err}`, null);
      }
      for (const { ref, born } of await childrenOf(evening)) {
        for (const screen of OF_A_CHILD) {
          const { out, err } = await evening.run(`${screen} ${ref}`);
          await tryAll(evening, `${screen} ${ref}`, `${out}\n${err}`, born);
        }
      }
    }
    expect(tried.size).toBeGreaterThan(30);
    expect(wrong.join('\n')).toBe('');
  }, 600_000);

  it('by a refused letter, and by a note on the day it was typed, too', async () => {
    const wrong: string[] = [];
    for (const [at, { day, answer }] of story.answers.entries()) {
      if (day < '2026-03-09') continue;
      const commands = commandsIn(`${answer.out}\n${answer.err}`);
      for (const command of commands) {
        const { line, answer: given } = await typed(afterLine[at]!, command, { today: day, born: null });
        if (given.code !== 0) wrong.push(`${day}: ${command}\n    ${line}: ${given.code} ${given.err}`);
      }
    }
    const last = evenings.at(-1)!;
    for (const { ref, born } of await childrenOf(last)) {
      for (const letter of ['pack', 'decisions', 'record-full', 'invitation --to mother', 'review-notice']) {
        const run = last.onCopy();
        // What is printed is typed where the letters were made.
        const there = { ...last, onCopy: () => run };
        const { err } = await run(`letter ${letter.replace(/^(\S+)/, `$1 ${ref}`)} --out ${folder()}`);
        for (const command of commandsIn(err)) {
          const { line, answer } = await typed(there, command, { today: last.day, born });
          if (answer.code !== 0)
            wrong.push(`letter ${letter} ${ref}: ${command}\n    ${line}: ${answer.err}`);
        }
      }
    }
    expect(wrong.join('\n')).toBe('');
  }, 600_000);
});
