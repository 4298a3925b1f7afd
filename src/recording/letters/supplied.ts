/**
 * What letters need and nobody has recorded: asked for on a terminal, and recorded by the ordinary command of each,
 * which is shown. So whoever writes letters need not leave them to look for the commands.
 */
import type { Context } from '../../context';
import { EXIT } from '../../errors';
import type { MissingField } from '../../letters/one-document';
import { checkTime } from '../../recording/meeting-typed';
import { inItsOwnTalk, runShown } from '../../recording/next/take-next';
import { readAfresh } from '../../store/writing';
import { wordsOfCommand } from '../../ui/as-typed';
import { askChoice, askText, isOnlyShown } from '../../ui/prompts';
import { capital, count } from '../../ui/words';

/** Commands that ask for all they need. */
const ASK_ALL: readonly string[] = ['iro allocate', 'review plan'];

type Asking = (own: Context) => Promise<readonly string[]>;

/** True once all of it is recorded; false if some of it cannot be asked for, or the person gives it up. */
export async function supplied(context: Context, missing: readonly MissingField[]): Promise<boolean> {
  if (isOnlyShown(context) || context.talk.turn !== null) return false;
  const once = missing.filter(({ supply }, at) => missing.findIndex((each) => each.supply === supply) === at);
  const planning = new Set(once.flatMap(({ supply }) => planOf(supply, true) ?? []));
  // Whoever plans the meeting is asked for its time and place with its day.
  const needed = once.filter(({ supply }) => !planning.has(planOf(supply, false) ?? ''));
  const asking = together(needed);
  if (asking === null) return false;
  context.say(`Letters need ${count(needed.length, 'thing')} not recorded yet. Asked once, and kept:`);
  // All is asked before any of it is kept: one can go back from one to the other.
  const answered = await inItsOwnTalk(context, async (own) => {
    const all: (readonly string[])[] = [];
    for (const ask of asking) all.push(await ask(own));
    return all;
  });
  for (const [at, words] of answered?.entries() ?? []) {
    if (!(await isRecorded(context, words, asking[at]!))) return false;
  }
  // The commands that were run wrote by themselves: that is nobody else's change.
  readAfresh((await context.open()).db);
  return answered !== null;
}

/** `review plan K1`, if that is what supplies it: with the day, or of a meeting whose day is planned. Null if it is not. */
function planOf(supply: string, withDay: boolean): string | null {
  const words = wordsOfCommand(supply).map(({ word }) => word);
  const isPlan = words[0] === 'review' && words[1] === 'plan';
  const isOne = withDay ? words.includes('--meeting') : OF_A_DAY.some((flag) => words.includes(flag));
  return isPlan && isOne && withDay === words.includes('--meeting') ? words.slice(0, 3).join(' ') : null;
}

/** What is said of a meeting whose day stays. */
const OF_A_DAY: readonly string[] = ['--time', '--venue'];

/** What is asked for all of them: what is said of one meeting is recorded by one command. Null if something cannot be asked for. */
function together(needed: readonly MissingField[]): Asking[] | null {
  const byCommand = new Map<string, Asking[]>();
  for (const each of needed) {
    const ask = askingOf(each);
    if (ask === null) return null;
    const key = planOf(each.supply, false) ?? each.supply;
    byCommand.set(key, [...(byCommand.get(key) ?? []), ask]);
  }
  return [...byCommand.values()].map((all) => async (own) => {
    const words: string[] = [];
    // After the first the flags alone: the command and the reference stand already.
    for (const ask of all) words.push(...(await ask(own)).slice(words.length === 0 ? 0 : 3));
    return words;
  });
}

/** Runs the command with the answer; one that it does not take is asked for again. */
async function isRecorded(context: Context, answered: readonly string[], ask: Asking): Promise<boolean> {
  let words: readonly string[] | null = answered;
  while (words !== null) {
    const code = await runShown(context, words);
    if (code !== EXIT.usage) return code === EXIT.done;
    words = await inItsOwnTalk(context, ask);
  }
  return false;
}

/** The words of the command that supplies a field, with its one value asked for; null if it wants more than that. */
function askingOf({ supply, field }: MissingField): Asking | null {
  const parts = wordsOfCommand(supply);
  const words = parts.map(({ word }) => word);
  const open = parts.flatMap(({ isQuoted }, at) => (isQuoted ? [at] : []));
  if (planOf(supply, false) === null && ASK_ALL.includes(words.slice(0, 2).join(' ')))
    return async () => words.slice(0, 3);
  const isWhole = words.every((word, at) => open.includes(at) || !/^[A-Z]+$/.test(word));
  const [place] = open;
  if (field === undefined || open.length !== 1 || !isWhole) return null;
  const { about, anyOf } = field;
  return async (own) => {
    if (anyOf === undefined) {
      const check = words.includes('--time') ? checkTime : undefined;
      return words.with(place!, await askText(own, { message: capital(about), ...(check && { check }) }));
    }
    const key = await askChoice(
      own,
      'Which way may families answer the unit?',
      anyOf.map((each) => ({ name: WAY_WORDS[each.split('.').at(-1)!] ?? each, value: each })),
    );
    const said = await askText(own, { message: capital(WAY_WORDS[key.split('.').at(-1)!] ?? key) });
    return words.map((word) => (anyOf.includes(word) ? key : word)).with(place!, said);
  };
}

const WAY_WORDS: Readonly<Record<string, string>> = {
  telephone: 'telephone',
  email: 'e-mail address',
  address: 'postal address',
};
