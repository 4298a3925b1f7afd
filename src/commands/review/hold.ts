/**
 * `review hold`: a review was carried out, of one child or of brothers and sisters as one meeting. Code and no list of
 * steps: what it asks turns on each child’s age, agenda and plan, and one answer makes many facts of several kinds.
 */

import { childrenNamed } from '../../cases/children-named';
import { meetingWords } from '../../cases/meeting/in-words';
import { type Context, quietly, type Unit } from '../../context';
import { listOf } from '../../core/events/lists';
import { mattersNamed, saysMore } from '../../core/reviews/what-to-consider';
import { type IsoDate, longDate } from '../../core/time/dates';
import { UsageError } from '../../errors';
import { askNeededDay } from '../../recording/days/ask-day';
import { withMeaning } from '../../recording/decisions/commas';
import { decisionsIn } from '../../recording/decisions/lines';
import { recordAll } from '../../recording/saving';
import { codesOf, codesTyped } from '../../recording/sitting/codes';
import { type HeldOfChild, heldFor } from '../../recording/sitting/facts';
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
import { decisionWords } from '../../screens/review/decision';
import { plannedDay, sayReviews } from '../../screens/review/owed';
import { printScreen } from '../../screens/show';
import { sittingNotes } from '../../steps/sitting';
import type { Child } from '../../store/children';
import { personById } from '../../store/people/people';
import { asTyped } from '../../ui/as-typed';
import { askText, canAsk, requireFlags } from '../../ui/prompts';
import { inRows } from '../../ui/rows';
import { listed, refAndReview } from '../../ui/words';

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
  const first = isAsked ? held(readSitting(context, bare(options), on)) : [];
  const tried = (answers: HoldOptions): string | true =>
    wrongWith(() => void held(readSitting(quietly(context), { ...bare(options), ...answers }, on)));
  const meaning = await withMeaning(context, await withFile(context, options, on), on);
  const asBare = (): readonly HeldOfChild[] =>
    isAsked ? first : held(readSitting(quietly(context), bare(meaning), on));
  const saw = hasCode && canAsk(context) ? await askSeen(context, asBare(), meaning, isAsked) : {};
  const meant = { ...meaning, ...saw };
  const all = isAsked ? await askedOfSitting(context, unit, { held: first, on, tried }, meant) : meant;
  const typed = readSitting(context, all, on);
  const sittings = held(typed);
  const colleague = (id: number): string | null => personById(unit.db, id)?.name ?? null;
  const recordings = sittings.map((each) => ({
    child: each.child,
    facts: each.facts,
    heading: headingOf(each, typed),
    notes: sittingNotes(each, { ...typed, attended: listOf(all.attended), colleague }),
  }));
  if (isAsked) for (const each of sittings) sayHeld(context, unit, each, typed);
  if (await recordAll(context, unit, recordings)) print(context, unit, sittings, typed);
  return undefined;
}

/** With the reason why a matter was not considered, which must always be said. */
async function withWhy(context: Context, options: HoldOptions): Promise<HoldOptions> {
  const { notConsidered } = options;
  const left = mattersNamed(notConsidered);
  if (notConsidered === undefined || left.length === 0 || saysMore(notConsidered)) return options;
  const such = `--not-considered ${asTyped(`${left[0]}: no time`)}`;
  if (!canAsk(context)) throw new UsageError('--not-considered says why too.', `Such as ${such}`);
  const what = listed(left.map((matter) => matter.replaceAll('-', ' ')));
  const why = await askText(context, { message: `Why was ${what} not considered?` });
  return { ...options, notConsidered: `${notConsidered}: ${why}` };
}

/** With the decisions of the file that was named. */
async function withFile(context: Context, options: HoldOptions, on: IsoDate): Promise<HoldOptions> {
  const { decisions, decision = [] } = options;
  if (decisions === undefined) return options;
  return { ...options, decision: [...decision, ...(await decisionsIn(context, decisions, on))] };
}

/** Which kind of review, and no more: what the questions turn on. */
function bare({ adoption, ordinary, exit, papers, number }: HoldOptions): HoldOptions {
  return {
    ...(adoption && { adoption }),
    ...(ordinary && { ordinary }),
    ...(exit && { exit }),
    ...(papers && { papers }),
    ...(number !== undefined && { number }),
  };
}

/** The day as it was typed; asked for, the planned one is offered, and it must be a day on which a review can be. */
async function heldOn(
  context: Context,
  unit: Unit,
  children: readonly Child[],
  options: HoldOptions,
): Promise<IsoDate> {
  if (options.on !== undefined) return context.date(options.on, '--on', 'past');
  sayReviews(context, unit, children);
  return askNeededDay(context, {
    message: 'Held on',
    lies: 'past',
    offer: isOrdinary(options) ? plannedDay(context, unit, children) : undefined,
    check: (on) =>
      wrongWith(() => {
        const typed = readSitting(context, bare(options), on);
        for (const child of children) heldFor(context, unit, child, children, typed, undefined);
      }),
  });
}

/** `review held on Thursday 12 March 2026` */
const heldWords = ({ on, options }: TypedSitting): string =>
  `${options.exit ? 'review of the unplanned ending' : 'review'} held on ${longDate(on)}`;

function headingOf({ child, code }: HeldOfChild, typed: TypedSitting): string {
  const { nextMeeting, nextVenue } = typed;
  const where = nextVenue === undefined ? '' : `, ${nextVenue}`;
  const next = nextMeeting ? ` The next is planned for ${meetingWords(nextMeeting)}${where}.` : '';
  return `${child.ref}: ${heldWords(typed)}${code ? ` (${code})` : ''}.${next}`;
}

function print(context: Context, unit: Unit, sittings: readonly HeldOfChild[], typed: TypedSitting): void {
  const { nextMeeting } = typed;
  const lines = sittings.flatMap(({ child, decisions, sitting }) => {
    const rows = decisions.map(({ attributes }) => [
      attributes.ref!,
      decisionWords(unit, child, attributes, typed.on),
    ]);
    const next = refAndReview(child.ref, (sitting.meeting!.number ?? 0) + 1);
    return [
      `${child.ref}  ${heldWords(typed)}: recorded.`,
      inRows(rows, [{ whole: true }, { wraps: true }], 2),
      ...(nextMeeting ? [`${next}  planned for ${meetingWords(nextMeeting)}.`] : []),
    ];
  });
  printScreen(context, lines);
}
