/** What was typed for `review hold`, read and checked; nothing here has looked at a child's record. */

import { filled } from '../../cases/find';
import type { DayAndTime } from '../../cases/meeting/in-words';
import type { Context } from '../../context';
import { given } from '../../core/events/fact';
import { listOf } from '../../core/events/lists';
import { ALONE, SAW } from '../../core/reviews/seen-before';
import type { IsoDate } from '../../core/time/dates';
import { UsageError } from '../../errors';
import { oneOfTyped } from '../choice-typed';
import { type DecisionOptions, decisionsTyped, type TypedDecision } from '../decisions/typed';
import { flagOf, type NextOptions, nextTyped, refuseLooseNext } from '../next/next-meeting';

/** What the command asks for or looks at itself; the rest of a sitting is said in steps/hold.ts. */
export interface HoldOptions extends DecisionOptions, NextOptions {
  readonly on?: string;
  readonly code?: string;
  readonly papers?: true;
  readonly number?: string;
  readonly earlier?: true;
  readonly adoption?: true;
  readonly ordinary?: true;
  readonly exit?: true;
  readonly iroSaw?: string;
  readonly seenAlone?: string;
  readonly seenWhere?: string;
  readonly attended?: string;
  readonly alsoSat?: string;
  readonly considered?: string;
  readonly notConsidered?: string;
  readonly nextWishes?: string;
}

/** A sitting as it was typed. */
export interface TypedSitting {
  readonly on: IsoDate;
  /** The events that it is: an ordinary review, an adoption review, both, or that of an ending. */
  readonly kinds: readonly string[];
  /** What is read for each child. */
  readonly options: HoldOptions;
  /** Of children under four: how the IRO saw them, or `no`. */
  readonly iroSaw: string | undefined;
  /** How the IRO spoke with those who are older, in private, and where. */
  readonly seenAlone: string | undefined;
  readonly seenWhere: string | undefined;
  readonly alsoSat: readonly IsoDate[];
  readonly decisions: readonly TypedDecision[];
  readonly nextMeeting: DayAndTime | undefined;
  readonly nextVenue: string | undefined;
  /** As attributes of the child's wishes. */
  readonly nextWishes: Readonly<Record<string, string>> | undefined;
}

/** What is said of the next review. */
const NEXT = ['nextMeeting', 'nextOn', 'nextAt', 'nextVenue', 'nextWishes'] as const;

/** True where the review is, or is also, an ordinary one. */
export function isOrdinary({ adoption, exit, ordinary }: HoldOptions): boolean {
  return ordinary === true || !(adoption || exit);
}

/** Refuses flags that cannot go together, before anything is asked. */
export function refuseMixed(options: HoldOptions, children: number): void {
  if (options.exit && (options.adoption || options.ordinary)) {
    throw new UsageError('--exit is a review of its own: leave out --adoption and --ordinary.');
  }
  const next = NEXT.find((name) => options[name] !== undefined);
  if (options.exit && next !== undefined) {
    throw new UsageError(`--exit has no next review: leave out ${flagOf(next)}.`);
  }
  refuseLooseNext(options);
  const ordinaryOnly: readonly (readonly [unknown, string])[] = [
    [options.code, '--code'],
    [options.papers, '--papers'],
    [options.number, '--number'],
    [options.earlier, '--earlier'],
    [options.iroSaw, '--iro-saw'],
    [options.seenAlone, '--seen-alone'],
  ];
  if (!isOrdinary(options)) {
    const mixed = ordinaryOnly.find(([typed]) => typed !== undefined);
    if (mixed) {
      const which = options.exit ? 'an exit review has none' : 'with --adoption it needs --ordinary too';
      throw new UsageError(`${mixed[1]} goes with an ordinary review: ${which}.`);
    }
    if (options.exit && options.considered?.trim().toLowerCase() === 'all') {
      throw new UsageError('--considered all goes with other reviews: name what was considered.');
    }
  }
  if (children > 1 && options.number !== undefined) {
    throw new UsageError('--number goes with one child: each has a number of their own.');
  }
}

/** Reads what was typed of all the children. */
export function readSitting(context: Context, options: HoldOptions, on: IsoDate): TypedSitting {
  const { iroSaw, seenAlone, alsoSat, exit, adoption } = options;
  const days = new Set(listOf(filled(alsoSat, '--also-sat')));
  return {
    on,
    kinds: exit
      ? ['exit-review-held']
      : [...(isOrdinary(options) ? ['review-held'] : []), ...(adoption ? ['adoption-review-held'] : [])],
    options,
    iroSaw: iroSaw === undefined ? undefined : oneOfTyped(Object.keys(SAW), '--iro-saw', iroSaw),
    seenAlone: seenAlone === undefined ? undefined : oneOfTyped(ALONE, '--seen-alone', seenAlone),
    seenWhere: filled(options.seenWhere, '--seen-where'),
    alsoSat: [...days].map((day) => context.date(day, '--also-sat', 'past')).sort(),
    decisions: decisionsTyped(context, options, on),
    nextMeeting: nextTyped(context, options, on),
    nextVenue: filled(options.nextVenue, '--next-venue'),
    nextWishes: wishesTyped(filled(options.nextWishes, '--next-wishes')),
  };
}

/** What the child wishes for the next review: when, and after a semicolon where. */
function wishesTyped(typed: string | undefined): Record<string, string> | undefined {
  if (typed === undefined) return undefined;
  const at = typed.indexOf(';');
  const [day, place] = at < 0 ? [typed, ''] : [typed.slice(0, at).trim(), typed.slice(at + 1).trim()];
  const wishes = given({ day: day || undefined, place: place || undefined });
  if (Object.keys(wishes).length > 0) return wishes;
  throw new UsageError('--next-wishes is empty.', 'Type it as "when; where".');
}
