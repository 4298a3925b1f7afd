/** `undo` and `redo`: what this person's last command recorded is taken back; and what undo just took back, done again. */

import type { Context, Unit } from '../context';
import type { Choices } from '../core/privacy/keep-names';
import { londonDate, londonTime, longDate, sayTime } from '../core/time/dates';
import { UsageError, UserError } from '../errors';
import { textSettled } from '../recording/names-settled';
import { numberTyped } from '../recording/number-typed';
import { sayMovedOfEach } from '../recording/saving';
import {
  commandTakenBack,
  commandToRedo,
  commandToUndo,
  movesDates,
  noteAllOf,
  TO_SEE_COMMANDS,
} from '../recording/undoing/command-meant';
import { type TakenBack, takeBack } from '../recording/undoing/taking-back';
import { present, sayNotes, sayRows, sayScreen } from '../screens/show';
import { commandsShown } from '../screens/written';
import { entriesOf, markTakenBack, type WrittenCommand } from '../store/commands/read';
import { keptText } from '../store/keeping';
import { asWords } from '../store/sqlite';
import { rehearsed } from '../store/writing';
import { askText, canAsk, isToSave } from '../ui/prompts';
import { whole } from '../ui/rows';
import { count } from '../ui/words';

export interface UndoOptions {
  readonly why?: string;
  readonly list?: true;
  readonly limit?: string;
}

/** So many commands are listed, if no number is typed. */
const LATEST = 20;
const MISTAKEN = 'entered by mistake';
const AGAIN = 'done again after it was taken back';

/** Runs `undo [NUMBER] [--why TEXT]`, or `undo --list`. */
export async function undo(
  context: Context,
  [number]: readonly [string?],
  options: UndoOptions,
): Promise<undefined> {
  const unit = await context.open();
  if (options.list) {
    return present(context, commandsShown(unit.db, numberTyped(options.limit, '--limit', LATEST)));
  }
  const find = (): WrittenCommand => commandToUndo(unit.db, number);
  return turnRound(context, unit, { find, how: 'undone', why: options.why });
}

/** Runs `redo`: only straight after `undo`. */
export async function redo(context: Context): Promise<undefined> {
  const unit = await context.open();
  return turnRound(context, unit, { find: () => commandToRedo(unit.db), how: 'redone', why: AGAIN });
}

interface Turning {
  /** Which command it is: asked again inside the transaction. */
  readonly find: () => WrittenCommand;
  readonly how: 'undone' | 'redone';
  readonly why: string | undefined;
}

async function turnRound(
  context: Context,
  unit: Unit,
  { find, how, why: given }: Turning,
): Promise<undefined> {
  const { db } = unit;
  const command = find();
  const children = noteAllOf(db, command);
  if (given?.trim() === '') throw new UsageError('--why needs a reason.');
  const take = (why: string, choices: Choices): TakenBack => {
    if (find().id !== command.id) {
      throw new UserError('You recorded something else meanwhile. Nothing was taken back.', TO_SEE_COMMANDS);
    }
    return takeBack(context, unit, command, { why, choices });
  };
  const tried = asWords(context.file, () => rehearsed(db, () => take(MISTAKEN, new Map())));
  const shown = how === 'undone' ? command : commandTakenBack(db, command);
  context.say(`${how === 'undone' ? 'To take back' : 'To do again'}: ${commandWords(shown, context)}`);
  sayTurned(context, tried);
  const isOfAll = entriesOf(db, command.id).some(movesDates);
  if (isOfAll) sayScreen(context, [`Note: every date is worked out again, for every child. ${AFTERWARDS}`]);
  const why = given ?? (context.flags.yes ? MISTAKEN : await whyTakenBack(context));
  const [first] = children;
  const choices: Choices = first === undefined ? new Map() : await settled(context, unit, first, why);
  if (!(await isToSave(context, how === 'undone' ? 'Take it back?' : 'Do it again?'))) return undefined;
  const done = unit.save(() => {
    // Before it is taken back: a child who was added by it is there no longer afterwards.
    const kept = first === undefined ? why : keptText(db, first, why, '--why', choices);
    const taken = take(why, choices);
    markTakenBack(db, command.id, how, kept);
    return taken;
  });
  // With what dates are worked out by as it is now.
  if (isOfAll) await context.open();
  const { id, at, typed } = shown;
  const isUndone = how === 'undone';
  return present(context, {
    json: () => ({ [how]: { id, at, typed, reversals: done.reversals, notes: done.notes } }),
    screen: () => ({
      parts: [whole(`${isUndone ? 'Taken back' : 'Done again'}: ${typed}`)],
      said: isUndone ? ['To have it again, straight after: irotool redo'] : [],
    }),
  });
}

const whyTakenBack = async (context: Context): Promise<string> =>
  canAsk(context) ? askText(context, { message: 'Why?', offer: MISTAKEN }) : MISTAKEN;

async function settled(context: Context, unit: Unit, childId: number, why: string): Promise<Choices> {
  const { choices, notes } = await textSettled(context, unit, childId, why, '--why');
  sayNotes(context, notes);
  return choices;
}

/** `review plan K1 --meeting …, typed today at 10:42am` */
function commandWords({ typed, at }: WrittenCommand, { today }: Context): string {
  const instant = Date.parse(at);
  const on = londonDate(instant);
  return `${typed}, typed ${on === today ? 'today' : `on ${longDate(on)}`} at ${sayTime(londonTime(instant))}`;
}

/** What becomes of each thing, and of the dates, each said once. */
function sayTurned(context: Context, { reversals, notes, children }: TakenBack): void {
  const shown = reversals.slice(0, MOST);
  sayRows(
    context,
    shown.map(({ became, words }) => [became, words]),
    [{ min: 13 }, { wraps: true }],
  );
  if (reversals.length > MOST) context.say(`  and ${count(reversals.length - MOST, 'thing')} more`);
  sayNotes(context, notes);
  sayMovedOfEach(context, children);
}

const AFTERWARDS = 'To see what is due then: irotool due --week';

const MOST = 15;
