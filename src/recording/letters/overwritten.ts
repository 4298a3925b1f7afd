/** Letters whose files are there already: on a terminal it is asked whether they are written over the old ones. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../context';
import { isThere, type Outgoing } from '../../letters/files';
import { madeLast, type Saved } from '../../letters/log-entry';
import { sha256 } from '../../letters/one-document';
import { canAsk, confirmOutright } from '../../ui/prompts';
import { capital, count, listed } from '../../ui/words';

/** A letter whose file is there, and is not as it would be written now. */
interface Changed {
  readonly isSent: boolean;
  /** Somebody changed the file, or it is not one of ours. */
  readonly isByHand: boolean;
}

/**
 * Asks if any of them would be written over a file. Those that say the same as before are left as they are. Null if
 * nothing is in the way, or if nobody can be asked; 'none' if the person said no, or if all say the same.
 */
export async function overwritten(
  context: Context,
  all: readonly Saved[],
  beside: readonly Outgoing[],
): Promise<{ readonly unchanged: readonly Saved[] } | 'none' | null> {
  const there = all.filter(({ file }) => file !== null && isThere(file));
  if ((there.length === 0 && !beside.some(isThere)) || !canAsk(context)) return null;
  const unchanged = there.filter((each) => sha256(bytesThere(each)) === sha256(each.bytes));
  const changed = there.filter((each) => !unchanged.includes(each)).map(howChanged);
  if (there.length > 0 && unchanged.length === all.length) {
    const what = all.length === 1 ? 'It is there already, and says' : 'They are there already, and say';
    context.say(`${what} what would be written now. Nothing was written.`);
    return 'none';
  }
  // A cover list is kept by nobody: whether somebody wrote into it cannot be seen.
  const lists = beside.filter((file) => isThere(file) && sha256(bytesOf(file)) !== sha256(file.bytes));
  const things = [
    ...(changed.length === 0 ? [] : [count(changed.length, 'letter')]),
    ...lists.map(({ name }) => `the cover list ${name}`),
  ];
  if (things.length > 0) {
    for (const words of warnings(changed)) context.say(words);
    if (lists.length > 0) context.say('What was written into a cover list by hand is not in the new one.');
    const isOne = things.length === 1 && changed.length < 2;
    const message = `${capital(listed(things))} ${isOne ? 'is' : 'are'} there already, and would say something else now. ${isOne ? 'Write it' : 'Write them'} again over the old?`;
    if (!(await confirmOutright(context, message))) {
      context.say('Nothing was written.');
      return 'none';
    }
  }
  if (unchanged.length > 0) {
    context.say(
      `${count(unchanged.length, 'letter')} ${unchanged.length === 1 ? 'says' : 'say'} the same as before: not written again.`,
    );
  }
  return { unchanged };
}

const bytesOf = ({ folder, name }: Outgoing): Uint8Array => readFileSync(join(folder, name));
const bytesThere = ({ file }: Saved): Uint8Array => bytesOf(file!);

function howChanged(letter: Saved): Changed {
  const last = madeLast(letter);
  return {
    isSent: last !== undefined && last.sentOn !== null,
    isByHand: last?.sha256 !== sha256(bytesThere(letter)),
  };
}

function warnings(changed: readonly Changed[]): string[] {
  const sent = changed.filter(({ isSent }) => isSent).length;
  const byHand = changed.filter(({ isByHand }) => isByHand).length;
  const are = (many: number): string => `Of these ${many} ${many === 1 ? 'is' : 'are'}`;
  return [
    ...(sent === 0 ? [] : [`${are(sent)} recorded as sent: the old file is what was sent.`]),
    ...(byHand === 0
      ? []
      : [`${are(byHand)} not as irotool made ${byHand === 1 ? 'it' : 'them'}: changed by hand since.`]),
  ];
}
