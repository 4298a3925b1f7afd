/** Which command is taken back or done again, and all that it wrote about. */

import { UsageError, UserError } from '../../errors';
import type { AuditEntry } from '../../store/audit';
import { childById } from '../../store/children';
import { factsOf, findEvent } from '../../store/chronology';
import { commandsOf, entriesOf, lastStanding, type WrittenCommand } from '../../store/commands/read';
import { type Db, userName } from '../../store/sqlite';
import { notePerson, noteSetting, OF_CHILDREN, OF_PEOPLE } from '../../store/writing';
import { SETTING_KEYS } from '../../unit-check/setting-keys';

export function commandToUndo(db: Db, number: string | undefined): WrittenCommand {
  if (number === undefined) {
    const last = lastStanding(db, userName());
    if (last) return last;
    throw new UserError(
      'There is nothing of yours to take back.',
      'A single event is struck out by its number: irotool strike EVENT-ID --why "…"',
    );
  }
  if (!/^\d+$/.test(number))
    throw new UsageError(`undo takes the number of a command, not "${number}".`, TO_SEE_COMMANDS);
  const found = commandsOf(db, userName(), Number.MAX_SAFE_INTEGER).find(({ id }) => id === Number(number));
  if (!found) throw new UserError(`You typed no command ${number} that recorded something.`, TO_SEE_COMMANDS);
  if (found.takenBack) throw new UserError(`Command ${number} was taken back already.`, TO_SEE_COMMANDS);
  if (found.takes?.how !== 'undone') return found;
  throw new UserError(
    `Command ${number} took another back.`,
    'Straight after it, to have that again: irotool redo',
  );
}

export const TO_SEE_COMMANDS = 'To see yours: irotool undo --list';

export function commandToRedo(db: Db): WrittenCommand {
  const [last] = commandsOf(db, userName(), 1);
  if (last?.takes?.how === 'undone' && last.takenBack === null) return last;
  throw new UserError(
    'There is nothing to do again: redo is only for straight after undo.',
    'Type the command that you want again. To see yours: irotool undo --list',
  );
}

/** The command that was taken back, whatever it was that it did itself. */
export function commandTakenBack(db: Db, command: WrittenCommand): WrittenCommand {
  const all = commandsOf(db, command.who, Number.MAX_SAFE_INTEGER);
  return all.find(({ id }) => id === command.takes!.id)!;
}

/** True of what all dates are worked out by. */
export const movesDates = ({ subject, subjectId }: AuditEntry): boolean =>
  subject === 'holiday' ||
  subject === 'holiday_year' ||
  (subject === 'setting' && SETTING_KEYS.some((each) => each.key === subjectId && each.movesDates));

/** Notes all that the command wrote about, so that a save is refused if any of it changes meanwhile. Gives the children. */
export function noteAllOf(db: Db, command: WrittenCommand): number[] {
  const children = new Set<number>();
  for (const { subject, subjectId, before, after } of entriesOf(db, command.id)) {
    const values = JSON.parse((after ?? before)!) as Readonly<Record<string, number>>;
    if (subject === 'setting') noteSetting(db, subjectId);
    if (subject === 'person') notePerson(db, Number(subjectId));
    for (const column of OF_PEOPLE) if (values[column] !== undefined) notePerson(db, values[column]);
    if (subject === 'child' || subject === 'applicant') children.add(Number(subjectId));
    if (subject === 'strike') children.add(findEvent(db, Number(subjectId))!.childId);
    for (const column of OF_CHILDREN) if (values[column] !== undefined) children.add(Number(values[column]));
  }
  const there = [...children].filter((id) => childById(db, id) !== undefined);
  for (const id of there) factsOf(db, id);
  return there;
}
