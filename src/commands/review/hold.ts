/**
 * `review hold`: a review was carried out, of one child or of brothers and sisters as one meeting. Code and no list of
 * steps: what it asks turns on each child’s age, agenda and plan, and one answer makes many facts of several kinds.
 */

import { childrenNamed } from '../../cases/children-named';
import { type Context, quietly } from '../../context';
import { listOf } from '../../core/events/lists';
import { withMeaning } from '../../recording/decisions/commas';
import { recordAll } from '../../recording/saving';
import { codesOf, codesTyped } from '../../recording/sitting/codes';
import { type HeldOfChild, heldFor } from '../../recording/sitting/facts';
import { heldOn, kindAlone, withFile, withWhy } from '../../recording/sitting/held-on';
import { heldHeading, sayWasHeld } from '../../recording/sitting/held-told';
import { ALWAYS_ASKED, askedOfSitting } from '../../recording/sitting/questions';
import { askSeen } from '../../recording/sitting/seen';
import {
  type HoldOptions,
  isOrdinary,
  readSitting,
  refuseMixed,
  type TypedSitting,
} from '../../recording/sitting/typed';
import { wrongWith } from '../../recording/wrong-with';
import { sayHeld } from '../../screens/review/about-to-hold';
import { sittingNotes } from '../../steps/sitting';
import { personById } from '../../store/people/people';
import { canAsk, requireFlags } from '../../ui/prompts';

/** Runs `review hold REF… --on D --code PN1`. */
export async function hold(
  context: Context,
  [refs]: readonly [string[]],
  flags: HoldOptions,
): Promise<undefined> {
  const unit = await context.open();
  const children = childrenNamed(unit, refs);
  refuseMixed(flags, children.length);
  const options = await withWhy(context, flags);
  const hasCode = isOrdinary(options);
  requireFlags(context, [
    ...(options.on === undefined ? ['--on'] : []),
    ...(options.code === undefined && hasCode ? ['--code'] : []),
  ]);
  const typedCodes = hasCode ? codesTyped(children, options.code) : new Map<number, string>();
  const isAsked = options.on === undefined && canAsk(context);
  // As far as is known before the day: then they are counted on.
  if (isAsked) context.talk.total = 1 + (hasCode ? children.length - typedCodes.size : 0) + ALWAYS_ASKED;
  const on = await heldOn(context, unit, children, options);
  const codes = hasCode ? await codesOf(context, children, typedCodes, on) : typedCodes;
  const held = (typed: TypedSitting): HeldOfChild[] =>
    children.map((child) => heldFor(context, unit, child, children, typed, codes.get(child.id)));

  // Where the day was asked for, so is all the rest; else what was typed is all there is.
  const first = isAsked ? held(readSitting(context, kindAlone(options), on)) : [];
  const tried = (answers: HoldOptions): string | true =>
    wrongWith(() => void held(readSitting(quietly(context), { ...kindAlone(options), ...answers }, on)));
  const meaning = await withMeaning(context, await withFile(context, options, on), on);
  const asBare = (): readonly HeldOfChild[] =>
    isAsked ? first : held(readSitting(quietly(context), kindAlone(meaning), on));
  const saw = hasCode && canAsk(context) ? await askSeen(context, asBare(), meaning, isAsked) : {};
  const meant = { ...meaning, ...saw };
  const all = isAsked ? await askedOfSitting(context, unit, { held: first, on, tried }, meant) : meant;
  const typed = readSitting(context, all, on);
  const sittings = held(typed);
  const colleague = (id: number): string | null => personById(unit.db, id)?.name ?? null;
  const recordings = sittings.map((each) => ({
    child: each.child,
    facts: each.facts,
    heading: heldHeading(each, typed),
    notes: sittingNotes(each, { ...typed, attended: listOf(all.attended), colleague }),
  }));
  if (isAsked) for (const each of sittings) sayHeld(context, unit, each, typed);
  if (await recordAll(context, unit, recordings)) sayWasHeld(context, unit, sittings, typed);
  return undefined;
}
