/**
 * The tray: `irotool` alone on a terminal. It prints the morning's list and reads a line: a number opens what can be
 * done next, and the ordinary command is run and shown. Nothing is redrawn. What an answer does is in turn.ts, so
 * that the list is there before any of it is read.
 */
import { gather } from '../cases/due-gathered';
import { keepList } from '../cases/last-list/kept';
import type { Context } from '../context';
import { Interrupted, NotInThisBundle, UsageError } from '../errors';
import { type ShownInTray, turn } from '../recording/tray/turn';
import { showsNames, trayLines, trayWindow } from '../screens/tray';
import { askLine, canAsk } from '../ui/prompts';
import { count } from '../ui/words';

export interface TrayOptions {
  readonly names?: boolean;
  /** The first answer, given already: the list is shown. */
  readonly answer?: string;
}

/** Runs the tray until the person leaves it. */
export async function tray(context: Context, _args: readonly [], options: TrayOptions): Promise<undefined> {
  if (!canAsk(context)) throw new UsageError('The tray is for a terminal.', 'irotool due --week');
  if (options.answer === undefined) await showList(context, options);
  const shown: ShownInTray = { found: null, typed: null };
  let recorded = 0;
  let answer = options.answer ?? (await nextAnswer(context, shown));
  while (answer.toLowerCase() !== 'q') {
    if (answer === '') {
      shown.found = null;
      await showList(context, options);
    } else recorded += await turnOf(context, answer, options, shown);
    answer = shown.typed ?? (await nextAnswer(context, shown));
    shown.typed = null;
  }
  context.say(
    `${recorded === 0 ? 'Nothing was recorded.' : `${count(recorded, 'record')}.`} What is left: irotool due --week`,
  );
  return undefined;
}

async function showList(context: Context, options: TrayOptions): Promise<void> {
  const unit = await context.open();
  const { today } = context;
  const list = gather(context, unit, trayWindow(today), {}, undefined);
  const { lines, rows } = trayLines(context, unit, list, showsNames(context, unit, options.names));
  context.io.stdout.write(['', ...lines, ''].join('\n'));
  await keepList(context, { window: [], whose: {}, rows });
}

/** What is typed at the list; Control-C leaves it, as `q` does. */
async function nextAnswer(context: Context, { found }: ShownInTray): Promise<string> {
  const what = found === null ? 'Number, or ' : found.length === 0 ? '' : 'Number of who was found, or ';
  try {
    return await askLine(context, `${what}Enter for the list`);
  } catch (error) {
    if (error instanceof Interrupted) return 'q';
    throw error;
  }
}

/** How many things an answer recorded. The whole program takes it up, if this is the small one that shows the list. */
async function turnOf(
  context: Context,
  answer: string,
  options: TrayOptions,
  shown: ShownInTray,
): Promise<number> {
  try {
    return await turn(context, answer, options.names, shown);
  } catch (error) {
    if (error instanceof NotInThisBundle) throw new NotInThisBundle(['--answer', answer]);
    throw error;
  }
}
