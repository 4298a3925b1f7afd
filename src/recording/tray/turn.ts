/** What an answer at the tray does: a number is opened, and what is chosen of it is run as the ordinary command. */
import { foundBy } from '../../cases/finding';
import { type Meant, numbersMeant } from '../../cases/last-list/meant';
import type { Context, Unit } from '../../context';
import { EXIT, explainError, Interrupted, UserError } from '../../errors';
import { runShown } from '../../recording/next/take-next';
import { foundParts, MOST_FOUND } from '../../screens/people/found';
import { printScreen, sayRows } from '../../screens/show';
import { commandsOf, entriesOf } from '../../store/commands/read';
import { userName } from '../../store/sqlite';
import { wordsOfCommand } from '../../ui/as-typed';
import { askLine } from '../../ui/prompts';
import { rowNumber } from '../../ui/rows';
import { headOf } from './head';
import { BACK, type Offer } from './offer';
import { offersFor, tickOf } from './offers';
import { offersOfChild } from './offers-of-child';

/** What was shown last with numbers. */
export interface ShownInTray {
  /** The references of the children who were found, in their order; null if it was a list. */
  found: readonly string[] | null;
  /** What was typed at a row that is open, and is for the list: it is taken there next. */
  typed: string | null;
}

/** What means the same wherever the tray asks for a number: a key of the list, a child to find, a command. */
const isForList = (typed: string): boolean => /^(?:[?wunqf]|\/.*|f .*|irotool\s.*)$/i.test(typed);

const HELP = [
  'Type the number of a row: it is opened, with what can be done next. Nothing is recorded before you say so.',
  'Several rows that were done on one day: 1 3 4-6.',
  '/ finds a child: /baran. The numbers of those who are found mean them until the list is shown again. n is a new child, w the whole week, u undoes what was recorded last.',
  'A wrong day: / and the child’s name, then “Put a wrong day right”.',
  'Enter shows the list again, without what is done. q leaves; so does Control-C.',
  'Whatever is done here is a command, which is shown. A command may be typed here too, as it is shown: irotool child list.',
];

/** True of a command that is typed whole, as it is shown. */
const isCommand = (answer: string): boolean => /^irotool\s+\S/.test(answer);

/** Takes one answer; gives how many things it recorded. What cannot be done is said, and the tray goes on. */
export async function turn(
  context: Context,
  typed: string,
  names: boolean | undefined,
  shown: ShownInTray,
): Promise<number> {
  const answer = typed.toLowerCase();
  try {
    if (isCommand(typed)) {
      const words = wordsOfCommand(typed).map(({ word }) => word);
      if (words[0] === 'find' && words.length > 1 && !words.some((word) => word.startsWith('-'))) {
        return await search(context, words.slice(1).join(' '), shown);
      }
      if (words[0] === 'due') shown.found = null;
      return await runs(context, words);
    }
    if (answer === '?') for (const line of HELP) context.say(line);
    else if (answer === 'w') {
      shown.found = null;
      await runs(context, ['due', '--week']);
    } else if (answer === 'u') await runs(context, ['undo']);
    else if (answer === 'n') return await runs(context, ['new-review']);
    else if (/^[/f]$|^\/.|^f /.test(answer)) return await search(context, answer.slice(1).trim(), shown);
    else if (shown.found !== null && /^(row:)?\d[\d\s,-]*$/.test(answer))
      return await openedOfFound(context, answer, shown, shown.found);
    else return await opened(context, answer, names, shown);
  } catch (error) {
    if (error instanceof Interrupted) context.say('Back at the list. Nothing was recorded.');
    else if (error instanceof UserError) context.say(explainError(error, false).message);
    else throw error;
  }
  return 0;
}

/** Shows a command and runs it; gives how many commands recorded something: one that is given up, or only writes letters, does not. */
const runs = async (context: Context, words: readonly string[]): Promise<number> =>
  (await ran(context, words)).recorded;

/** The same, and whether it was refused. */
async function ran(
  context: Context,
  words: readonly string[],
): Promise<{ readonly recorded: number; readonly isRefused: boolean }> {
  const { db } = await context.open();
  const last = commandsOf(db, userName(), 1)[0]?.id ?? 0;
  const code = await runShown(context, words);
  const since = commandsOf(db, userName(), MOST_AT_ONCE).filter(({ id }) => id > last);
  return {
    recorded: since.filter(({ id }) => entriesOf(db, id).length > 0).length,
    isRefused: code === EXIT.couldNot || code === EXIT.usage,
  };
}

/** More commands than one choice ever runs. */
const MOST_AT_ONCE = 100;

/** Shows who is found, with numbers, which mean them from then on; of one child what can be done is offered at once. */
async function search(context: Context, typed: string, shown: ShownInTray): Promise<number> {
  const words = typed === '' ? await askLine(context, 'Name, reference or birthday') : typed;
  if (words === '') return 0;
  const unit = await context.open();
  const found = foundBy(unit.db, words, context.today);
  const { children } = found;
  // One is taken up at once, and needs no number beside those of what can be done.
  const isNumbered = children.length > 1;
  const parts = foundParts(context, found, isNumbered);
  if (parts.length === 0) {
    context.say('Nobody was found. Type less of it: a part of a word is enough.');
    return 0;
  }
  printScreen(context, parts);
  shown.found = isNumbered ? children.map(({ ref }) => ref) : [];
  return children.length === 1 ? chooseOf(context, unit, shown, children[0]!.ref) : 0;
}

/** What can be done with a child who was found. */
const chooseOf = (context: Context, unit: Unit, shown: ShownInTray, ref: string): Promise<number> =>
  choose(context, shown, offersOfChild(context, unit, ref));

/** The child at a number of those who were found. */
async function openedOfFound(
  context: Context,
  answer: string,
  shown: ShownInTray,
  found: readonly string[],
): Promise<number> {
  const ref = found.slice(0, MOST_FOUND)[Number(answer) - 1];
  if (ref !== undefined) return chooseOf(context, await context.open(), shown, ref);
  const range = found.length === 0 ? 'the list is not shown' : `${found.length} children were found`;
  if (found.length > MOST_FOUND && Number(answer) > MOST_FOUND) {
    throw new UserError(
      `${found.length} children were found, and the first ${MOST_FOUND} of them have a number.`,
      'Type / and more of the name.',
    );
  }
  throw new UserError(`There is no ${answer}: ${range}.`, 'Enter shows the list, with its numbers.');
}

async function opened(
  context: Context,
  answer: string,
  names: boolean | undefined,
  shown: ShownInTray,
): Promise<number> {
  const unit = await context.open();
  const words = answer.split(/[\s,]+/).filter(Boolean);
  const meant: Meant[] = [];
  for (const word of words) {
    const found = await numbersMeant(context, unit, word, 'Enter shows the list as it is now.');
    if (found === null)
      throw new UserError(
        'That is no number.',
        'Type a number of the list, /NAME to find a child, or ? for help.',
      );
    meant.push(...found);
  }
  const [first] = meant;
  if (first === undefined) return 0;
  const isOneRow = words.length === 1 && (meant.length === 1 || first.kind === 'meeting');
  for (const each of meant) printScreen(context, [headOf(context, unit, each, names)]);
  return choose(
    context,
    shown,
    isOneRow ? offersFor(context, unit, meant) : [tickOf(context, unit, meant, words)],
  );
}

/**
 * Asks which of the offers, and takes it up; asks again if the person goes back from what it asks or it is refused, and
 * offers them again below what was only shown. What is for the list is left to it.
 */
async function choose(context: Context, shown: ShownInTray, offers: readonly Offer[]): Promise<number> {
  sayOffers(context, offers);
  for (;;) {
    const typed = await askLine(context, 'Which, or Enter to go back');
    if (typed === '' || typed === BACK) return 0;
    const offer = offers[Number(typed) - 1];
    if (isForList(typed)) {
      shown.typed = typed;
      return 0;
    }
    if (offer === undefined) {
      context.say(`Type 1${offers.length > 1 ? ` to ${offers.length}` : ''}.`);
      continue;
    }
    const words = await offer.words();
    if (words === null) continue;
    const { recorded, isRefused } = await ran(context, words);
    // Of what was refused nothing was saved: it may be answered again.
    if (isRefused && recorded === 0) continue;
    if (!offer.shows) return recorded;
    context.say('');
    sayOffers(context, offers);
  }
}

/** The offers, each with its number. */
function sayOffers(context: Context, offers: readonly Offer[]): void {
  for (const [at, { what, under }] of offers.entries()) {
    if (under !== undefined && under !== offers[at - 1]?.under) printScreen(context, [under]);
    sayRows(context, [[rowNumber(at, offers.length), what]], [{ whole: true }, { wraps: true }]);
  }
}
