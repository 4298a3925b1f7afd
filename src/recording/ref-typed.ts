/**
 * What was typed where a reference is asked for: a reference, a number of the list last seen, or on a terminal a
 * name that one child has. The one place that reads it, for the arguments and options of every command.
 */

import { refsCalled } from '../cases/finding';
import { type Meant, numbersIn, numbersMeant } from '../cases/last-list/meant';
import type { Context, Unit } from '../context';
import type { CommandLine } from '../core/privacy/command-line';
import { UsageError, UserError } from '../errors';
import { findApplicant } from '../store/applicants';
import { findChild } from '../store/children';
import { canAsk } from '../ui/prompts';
import { refAndReview } from '../ui/words';
import { isNameLike, isRefOption, isRefPlace, placesOf } from './ref-places';

/** The same command line with references for numbers. What stands at them is said. */
export async function withReferences(context: Context, line: CommandLine): Promise<CommandLine> {
  const unit = await context.open();
  const places = placesOf(line);
  const args = [...line.args];
  for (const [at, place] of places.entries()) {
    const given = args[at];
    if (!isRefPlace(place) || given === undefined) continue;
    if (Array.isArray(given)) args[at] = await severalOf(context, unit, given as string[]);
    else {
      const { refs, meant } = await refsOf(context, unit, given as string);
      args[at] = onlyOne(given as string, refs);
      // A number is of one duty, which need not be typed too.
      const duty = places.indexOf('duty');
      if (duty > at && unit.engine.briefs.has(meant[0]?.rule ?? '')) args[duty] ??= meant[0]!.rule;
    }
  }
  const options: Record<string, unknown> = { ...line.options };
  for (const [name, value] of Object.entries(options)) {
    if (!isRefOption(name) || typeof value !== 'string') continue;
    options[name] = onlyOne(value, (await refsOf(context, unit, value)).refs);
  }
  return { ...line, args, options };
}

/** What was typed, and of numbers each child once: two may be of one child. */
async function severalOf(context: Context, unit: Unit, given: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const typed of given) {
    const { refs, meant } = await refsOf(context, unit, typed);
    found.push(...(meant.length > 0 ? refs.filter((ref) => !found.includes(ref)) : refs));
  }
  return found;
}

/** True if it need not be a reference: it has to be looked up. */
export const isMaybeAnother = (context: Context, typed: string): boolean =>
  numbersIn(typed) !== null ||
  /^ref:/i.test(typed.trim()) ||
  isMaybeName(context, typed) ||
  isReference(context, typed);

/** True of somebody's reference, of a number of the list last seen, and of a list of those: `K1,K2`. */
export function isReference(context: Context, typed: string): boolean {
  const db = context.openFile();
  return typed
    .split(',')
    .every(
      (part) =>
        numbersIn(part) !== null ||
        /^ref:/i.test(part.trim()) ||
        (findApplicant(db, part) ?? findChild(db, part)) !== undefined,
    );
}

/** A name may be typed on a terminal alone, and has no figures. */
const isMaybeName = (context: Context, typed: string): boolean => canAsk(context) && isNameLike(typed);

/** What was typed as references, with the rows it was a number of. */
export async function refsOf(
  context: Context,
  unit: Unit,
  typed: string,
): Promise<{ readonly refs: readonly string[]; readonly meant: readonly Meant[] }> {
  const parts = typed.split(',').filter((part) => part.trim() !== '');
  if (parts.length > 1) return listedOf(context, unit, parts);
  const word = typed.trim();
  // `ref:7`, if it is a number too.
  if (/^ref:/i.test(word)) return { refs: [word.slice(4)], meant: [] };
  const meant = (await numbersMeant(context, unit, word)) ?? [];
  for (const { child, review, what } of meant) {
    context.say(`${word} is ${refAndReview(child.ref, review)}: ${what}.`);
  }
  if (meant.length > 0) return { refs: [...new Set(meant.map(({ child }) => child.ref))], meant };
  return { refs: [isMaybeName(context, word) ? calledSo(context, unit, word) : typed], meant };
}

/** `K1,K2` and `2,4-6`. */
async function listedOf(context: Context, unit: Unit, parts: readonly string[]): ReturnType<typeof refsOf> {
  const found: Awaited<ReturnType<typeof refsOf>>[] = [];
  for (const part of parts) found.push(await refsOf(context, unit, part));
  return { refs: found.flatMap(({ refs }) => refs), meant: found.flatMap(({ meant }) => meant) };
}

/** The reference of whoever has that name; as it was typed, if it is a reference or nobody's name. */
function calledSo(context: Context, { db }: Unit, typed: string): string {
  if (findApplicant(db, typed) ?? findChild(db, typed)) return typed;
  const [first, ...others] = refsCalled(db, typed);
  if (first === undefined) return typed;
  if (others.length > 0) {
    const all = [first, ...others].map(({ ref }) => ref);
    const shown = all.length > 8 ? `${all.slice(0, 8).join(', ')} …` : all.join(', ');
    throw new UserError(
      `${all.length} have that in their name: ${shown}.`,
      'Type more of the name, or the reference.',
    );
  }
  context.say(`${first.name} is ${first.ref}.`);
  return first.ref;
}

/** Of several children only one can be meant here. */
function onlyOne(typed: string, refs: readonly string[]): string {
  if (refs.length === 1) return refs[0]!;
  throw new UsageError(
    `${typed} is of ${refs.length} children: ${refs.join(', ')}.`,
    'Type the reference of one.',
  );
}
