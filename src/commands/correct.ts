/**
 * `correct`: an event that was recorded wrongly is struck out and entered again as it was, in one transaction, with
 * what was recorded together with it.
 */

import type { Context, Unit } from '../context';
import { upTo } from '../core/engine/chronology';
import { putRight } from '../recording/corrections/correcting';
import { correctedJson, correctedWords, sayCorrection } from '../recording/corrections/told';
import {
  type CorrectOptions,
  correctionTyped,
  othersMeant,
  type Prepared,
  preparedOf,
} from '../recording/corrections/typed';
import { sayMovedOfEach } from '../recording/saving';
import { present } from '../screens/show';
import { type Reckoning, reckon } from '../store/agenda/reckoning';
import type { Child } from '../store/children';
import { factsOf } from '../store/chronology';
import { asWords } from '../store/sqlite';
import { rehearsed } from '../store/writing';
import { isToSave } from '../ui/prompts';
import { inRows } from '../ui/rows';

/** Runs `correct EVENT-ID [--on DAY] [--child REF] [key=value…]`. */
export async function correct(
  context: Context,
  [typed, words]: readonly [string, string[]],
  options: CorrectOptions,
): Promise<undefined> {
  const unit = await context.open();
  const first = correctionTyped(context, unit, typed, words, options);
  const others = await othersMeant(context, unit, first, options);
  const all = [first, ...others.map((id) => correctionTyped(context, unit, String(id), words, options))];
  const prepared: Prepared[] = [];
  for (const each of all) prepared.push(await preparedOf(context, unit, each, options));
  const children = prepared.flatMap((each) => each.children);
  const standing = (): Reckoning[] => children.map((each) => standingOf(context, unit, each));
  // All of it or nothing: of brothers and sisters each has their own record of one meeting.
  const save = (): ReturnType<typeof putRight>[] =>
    prepared.map(({ correction, why, choices }) => putRight(context, unit, correction, { why, choices }));
  const before = standing();
  const tried = asWords(context.file, () => rehearsed(unit.db, () => ({ saved: save(), after: standing() })));
  for (const [at, { correction, notes }] of prepared.entries()) {
    sayCorrection(context, unit, correction, [...notes, ...tried.saved[at]!.remarks]);
  }
  sayMovedOfEach(
    context,
    children.map((each, at) => ({ child: each, before: before[at]!, after: tried.after[at]! })),
  );
  if (!(await isToSave(context, 'Save?'))) return undefined;
  const saved = unit.save(save);
  const rows = prepared.map((each, at) => [each.correction.to.ref, correctedWords(each, saved[at]!.ids)]);
  return present(context, {
    json() {
      const [one, ...more] = prepared.map((each, at) => correctedJson(each, saved[at]!.ids));
      return { corrected: one, ...(more.length > 0 && { also: more }) };
    },
    screen: () => [inRows(rows, [{ whole: true }, { wraps: true }], 0)],
  });
}

const standingOf = ({ today }: Context, { db, engine }: Unit, { id, born }: Child): Reckoning =>
  reckon(upTo(factsOf(db, id), today), born, engine);
