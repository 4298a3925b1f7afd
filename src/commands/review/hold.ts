/** `review hold`: a review was carried out, of one child or of brothers and sisters as one meeting. */
import type { Context, Unit } from '../../context';
import { type IsoDate, longDate } from '../../core/dates';
import type { Child } from '../../store/children';
import { askText, canAsk, requireFlags } from '../../ui/prompts';
import { rowLines } from '../../ui/rows';
import { screenWidth } from '../../ui/screen';
import { refAndReview } from '../../ui/words';
import { childrenNamed } from '../children-named';
import { meetingWords } from '../meeting';
import { recordAll } from '../saving';
import { calledOf, everyoneIn } from '../who';
import type { HeldFacts } from './held-facts';
import { codesOf, codesTyped } from './hold-codes';
import { heldFor } from './hold-facts';
import { notesOnHeld } from './hold-notes';
import { askedOfSitting } from './hold-questions';
import { type HoldOptions, isOrdinary, readSitting, refuseMixed, type TypedSitting } from './hold-typed';

/** Runs `review hold REF… --on D --code PN1`. */
export async function hold(
  context: Context,
  [refs]: readonly [string[]],
  options: HoldOptions,
): Promise<undefined> {
  const unit = await context.open();
  const children = childrenNamed(unit, refs);
  refuseMixed(options, children.length);
  const hasCode = isOrdinary(options);
  requireFlags(context, [
    ...(options.on === undefined ? ['--on'] : []),
    ...(options.code === undefined && hasCode ? ['--code'] : []),
  ]);
  const typedCodes = hasCode ? codesTyped(children, options.code) : new Map<number, string>();
  const on = await heldOn(context, options.on);
  const codes = hasCode ? await codesOf(context, children, typedCodes, on) : typedCodes;
  const held = (typed: TypedSitting): HeldFacts[] =>
    children.map((child) => heldFor(context, unit, child, children, typed, codes.get(child.id)));

  // Where the day was asked for, so is all the rest; else what was typed is all there is.
  const isAsked = options.on === undefined && canAsk(context);
  const first = isAsked ? held(readSitting(context, unit, bare(options), on)) : [];
  const all = isAsked ? await askedOfSitting(context, unit, first, on, options) : options;
  const typed = readSitting(context, unit, all, on);
  const sittings = held(typed);
  const recordings = sittings.map((each) => ({
    child: each.child,
    facts: each.facts,
    heading: headingOf(each, typed),
    notes: notesOnHeld(unit, each, typed),
  }));
  if (await recordAll(context, unit, recordings)) print(context, unit, sittings, typed);
  return undefined;
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

async function heldOn(context: Context, typed: string | undefined): Promise<IsoDate> {
  const text = typed ?? (await askText(context, { message: 'Held on', offer: 'today' }));
  return context.date(text, '--on', 'past');
}

/** `review held on Thursday 12 March 2026` */
const heldWords = ({ on, isExit }: TypedSitting): string =>
  `${isExit ? 'review of the unplanned ending' : 'review'} held on ${longDate(on)}`;

function headingOf({ child, code }: HeldFacts, typed: TypedSitting): string {
  const { nextMeeting } = typed;
  const next = nextMeeting ? ` The next is planned for ${meetingWords(nextMeeting)}.` : '';
  return `${child.ref}: ${heldWords(typed)}${code ? ` (${code})` : ''}.${next}`;
}

function print(context: Context, unit: Unit, sittings: readonly HeldFacts[], typed: TypedSitting): void {
  const width = screenWidth(context.io, context.flags);
  const { nextMeeting } = typed;
  const lines = sittings.flatMap(({ child, decisions, sitting }) => {
    const rows = decisions.map(({ attributes }) => [
      attributes.ref!,
      decisionWords(unit, child, attributes, typed.on),
    ]);
    const next = refAndReview(child.ref, (sitting.meeting!.number ?? 0) + 1);
    return [
      `${child.ref}  ${heldWords(typed)}: recorded.`,
      ...rowLines(rows, [{ whole: true }, { wraps: true }], width, 2),
      ...(nextMeeting ? [`${next}  planned for ${meetingWords(nextMeeting)}.`] : []),
    ];
  });
  context.print(lines.join('\n'));
}

const OF_KIND: Readonly<Record<string, string>> = {
  recommendation: 'recommended: ',
  'adoption-panel': 'to the adoption panel: ',
};

function decisionWords(
  unit: Unit,
  child: Child,
  { text, owner, by, kind }: Readonly<Record<string, string>>,
  on: IsoDate,
): string {
  const who = owner === undefined ? [] : [calledOf(everyoneIn(unit, child, on), owner)];
  const when = by === undefined ? [] : [`by ${longDate(by as IsoDate)}`];
  return [`${OF_KIND[kind ?? ''] ?? ''}${text}`, ...who, ...when].join('; ');
}
