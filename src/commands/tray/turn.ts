/** What an answer at the tray does: a number is opened, and what is chosen of it is run as the ordinary command. */
import { foundBy } from '../../cases/finding';
import { type Meant, numbersMeant } from '../../cases/last-list/meant';
import type { Context, Unit } from '../../context';
import { daysBetween, longDate } from '../../core/time/dates';
import { EXIT, explainError, Interrupted, UserError } from '../../errors';
import { runShown } from '../../recording/next/take-next';
import { wordsTyped } from '../../recording/next/words-typed';
import { printScreen, sayRows } from '../../screens/show';
import { showsNames } from '../../screens/tray';
import { commandsOf, entriesOf } from '../../store/commands/read';
import { userName } from '../../store/sqlite';
import { plannedWords } from '../../ui/plan-words';
import { askLine } from '../../ui/prompts';
import { lateness, refAndReview } from '../../ui/words';
import { BACK, type Offer, offersFor, offersOfChild, tickOf } from './offers';

const HELP = [
  'Type the number of a row: it is opened, with what can be done next. Nothing is recorded before you say so.',
  'Several rows that were done on one day: 1 3 4-6.',
  '/ finds a child: /baran. n is a new child, w the whole week, u undoes what was recorded last.',
  'A wrong day: / and the child’s name, then “Put a wrong day right”.',
  'Enter shows the list again, without what is done. q leaves; so does Control-C.',
  'Whatever is done here is a command, which is shown. A command may be typed here too, as it is shown: irotool child list.',
];

/** True of a command that is typed whole, as it is shown. */
const isCommand = (answer: string): boolean => /^irotool\s+\S/.test(answer);

/** Takes one answer; gives how many things it recorded. What cannot be done is said, and the tray goes on. */
export async function turn(context: Context, typed: string, names: boolean | undefined): Promise<number> {
  const answer = typed.toLowerCase();
  try {
    if (isCommand(typed)) {
      const words = wordsTyped(typed).map(({ word }) => word);
      return await runs(context, words);
    }
    if (answer === '?') for (const line of HELP) context.say(line);
    else if (answer === 'w') await runs(context, ['due', '--week']);
    else if (answer === 'u') await runs(context, ['undo']);
    else if (answer === 'n') return await runs(context, ['new-review']);
    else if (/^[/f]$|^\/.|^f /.test(answer)) return await search(context, answer.slice(1).trim());
    else return await opened(context, answer, names);
  } catch (error) {
    if (error instanceof Interrupted) context.say('Back at the list. Nothing was recorded.');
    else if (error instanceof UserError) context.say(explainError(error, false).message);
    else throw error;
  }
  return 0;
}

/** Shows a command and runs it; gives how many commands recorded something: one that is given up, or only writes letters, does not. */
async function runs(context: Context, words: readonly string[]): Promise<number> {
  const { db } = await context.open();
  const last = commandsOf(db, userName(), 1)[0]?.id ?? 0;
  await runShown(context, words);
  const since = commandsOf(db, userName(), MOST_AT_ONCE).filter(({ id }) => id > last);
  return since.filter(({ id }) => entriesOf(db, id).length > 0).length;
}

/** More commands than one choice ever runs. */
const MOST_AT_ONCE = 100;

async function search(context: Context, typed: string): Promise<number> {
  const words = typed === '' ? await askLine(context, 'Name, reference or birthday') : typed;
  if (words === '') return 0;
  const unit = await context.open();
  if ((await context.runs(['find', ...words.split(/\s+/)])) !== EXIT.done) return 0;
  const { children } = foundBy(unit.db, words, context.today);
  return children.length === 1 ? choose(context, offersOfChild(context, unit, children[0]!.ref)) : 0;
}

async function opened(context: Context, answer: string, names: boolean | undefined): Promise<number> {
  const unit = await context.open();
  const words = answer.split(/[\s,]+/).filter(Boolean);
  const meant: Meant[] = [];
  for (const word of words) {
    const found = await numbersMeant(context, unit, word);
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
  return choose(context, isOneRow ? offersFor(context, unit, meant) : [tickOf(context, unit, meant, words)]);
}

/** `C1052/4  Sinéad Devlin: Send the invitations, 2 working days late (due Thursday 26 March 2026)`. */
function headOf(
  context: Context,
  unit: Unit,
  { child, review, what, due, planned }: Meant,
  said: boolean | undefined,
): string {
  // An opened row has the name, unless none is to be shown.
  const isNamed =
    said !== false && (unit.settings.get('screen.names') !== 'no' || showsNames(context, unit, said));
  const name = isNamed && child.name !== null ? `  ${child.name}` : '';
  const { today } = context;
  const { statutory } = unit.engine.calendars;
  const when =
    due === null
      ? ''
      : `, ${lateness(statutory.workingDaysBetween(today, due), daysBetween(today, due))} (due ${longDate(due)})`;
  const meeting =
    planned === null ? '' : due === null ? ` on ${longDate(planned)}` : `; ${plannedWords(planned, due)}`;
  return `${refAndReview(child.ref, review)}${name}: ${what}${when}${meeting}.`;
}

/** Asks which of the offers, and takes it up. */
async function choose(context: Context, offers: readonly Offer[]): Promise<number> {
  const rows = offers.map(({ what }, at) => [String(at + 1), what]);
  sayRows(context, rows, [{ whole: true }, { wraps: true }]);
  for (;;) {
    const typed = await askLine(context, 'Which, or Enter to go back');
    if (typed === '' || typed === BACK) return 0;
    const offer = offers[Number(typed) - 1];
    if (offer === undefined) {
      context.say(`Type 1${offers.length > 1 ? ` to ${offers.length}` : ''}.`);
      continue;
    }
    const words = await offer.words();
    if (words === null) return 0;
    return runs(context, words);
  }
}
