/** What was typed for `review hold`, read and checked; nothing here has looked at a child's record. */

import { filled, personNamed } from '../../../cases/find';
import type { Context, Unit } from '../../../context';
import { isNumber } from '../../../core/events/attribute';
import { given } from '../../../core/events/fact';
import { listOf } from '../../../core/events/lists';
import type { IsoDate } from '../../../core/time/dates';
import { UsageError } from '../../../errors';
import { choicesTyped, choiceTyped } from '../../../recording/choice-typed';
import { type Meeting, meetingTyped } from '../../../recording/meeting-typed';
import type { Person } from '../../../store/people/people';
import { type DecisionOptions, decisionsTyped, type TypedDecision } from '../decisions-typed';
import { iroSawTyped } from './seen';

export interface HoldOptions extends DecisionOptions {
  readonly on?: string;
  readonly code?: string;
  readonly papers?: true;
  readonly number?: string;
  readonly adoption?: true;
  readonly ordinary?: true;
  readonly exit?: true;
  readonly iroSaw?: string;
  readonly chair?: string;
  readonly attended?: string;
  readonly alsoSat?: string;
  readonly considered?: string;
  readonly notConsidered?: string;
  readonly differences?: string;
  readonly notFollowed?: string;
  readonly satisfied?: string;
  readonly childChaired?: true;
  readonly agendaAgreed?: true;
  readonly supporterExplained?: true;
  readonly papersSummarised?: true;
  readonly nextMeeting?: string;
  readonly nextWishes?: string;
  readonly lateBecause?: string;
  readonly agreedBy?: string;
}

/** A sitting as it was typed. */
export interface TypedSitting {
  readonly on: IsoDate;
  readonly isOrdinary: boolean;
  readonly isAdoption: boolean;
  readonly isExit: boolean;
  readonly onPapers: boolean;
  readonly number: string | undefined;
  /** Of children under four: how the IRO saw them, or `no`. */
  readonly iroSaw: string | undefined;
  readonly chair: Person | undefined;
  /** Tags or names, as they were typed. */
  readonly attended: readonly string[];
  readonly alsoSat: readonly IsoDate[];
  /** The codes as the event has them, or all that this review had to consider. */
  readonly considered: string | undefined;
  readonly notConsidered: string | undefined;
  readonly decisions: readonly TypedDecision[];
  readonly nextMeeting: Meeting | undefined;
  /** As attributes of the child's wishes. */
  readonly nextWishes: Readonly<Record<string, string>> | undefined;
  /** What is kept as it was typed. */
  readonly said: Readonly<Record<string, string>>;
}

/** True where the review is, or is also, an ordinary one. */
export function isOrdinary({ adoption, exit, ordinary }: HoldOptions): boolean {
  return ordinary === true || !(adoption || exit);
}

/** Refuses flags that cannot go together, before anything is asked. */
export function refuseMixed(options: HoldOptions, children: number): void {
  if (options.exit && (options.adoption || options.ordinary)) {
    throw new UsageError('--exit is a review of its own: leave out --adoption and --ordinary.');
  }
  if (options.exit && (options.nextMeeting ?? options.nextWishes) !== undefined) {
    throw new UsageError('--exit has no next review: leave out --next-meeting and --next-wishes.');
  }
  const ordinaryOnly: readonly (readonly [unknown, string])[] = [
    [options.code, '--code'],
    [options.papers, '--papers'],
    [options.number, '--number'],
    [options.iroSaw, '--iro-saw'],
  ];
  if (!isOrdinary(options)) {
    const mixed = ordinaryOnly.find(([typed]) => typed !== undefined);
    if (mixed) {
      const which = options.exit ? 'an exit review has none' : 'with --adoption it needs --ordinary too';
      throw new UsageError(`${mixed[1]} goes with an ordinary review: ${which}.`);
    }
    if (options.considered?.trim().toLowerCase() === 'all') {
      throw new UsageError('--considered all goes with an ordinary review: name what was considered.');
    }
  }
  if (children > 1 && options.number !== undefined) {
    throw new UsageError('--number goes with one child: each has a number of their own.');
  }
}

/** Reads what was typed. */
export function readSitting(context: Context, unit: Unit, options: HoldOptions, on: IsoDate): TypedSitting {
  const { chair } = options;
  const considered = options.considered?.trim().toLowerCase();
  return {
    on,
    isOrdinary: isOrdinary(options),
    isAdoption: options.adoption === true,
    isExit: options.exit === true,
    onPapers: options.papers === true,
    number: options.number === undefined ? undefined : reviewNumber(options.number),
    iroSaw: iroSawTyped(options.iroSaw),
    chair: chair === undefined ? undefined : personNamed(unit.db, chair, 'iro', 'IRO'),
    attended: listTyped(options.attended, '--attended'),
    alsoSat: listTyped(options.alsoSat, '--also-sat')
      .map((day) => context.date(day, '--also-sat', 'past'))
      .sort(),
    considered:
      considered === 'all'
        ? considered
        : choicesTyped('review-held', 'considered', '--considered', considered),
    notConsidered: filled(options.notConsidered, '--not-considered'),
    decisions: decisionsTyped(context, options, on),
    nextMeeting:
      options.nextMeeting === undefined
        ? undefined
        : meetingTyped(context, options.nextMeeting, '--next-meeting', on),
    nextWishes: wishesTyped(filled(options.nextWishes, '--next-wishes')),
    said: given({
      differences: filled(options.differences, '--differences'),
      'not-followed': filled(options.notFollowed, '--not-followed'),
      satisfied: choiceTyped('review-held', 'satisfied', '--satisfied', options.satisfied),
      'child-chaired': options.childChaired && 'yes',
      'agenda-agreed': options.agendaAgreed && 'yes',
      'supporter-explained': options.supporterExplained && 'yes',
      'papers-summarised': options.papersSummarised && 'yes',
      'late-because': filled(options.lateBecause, '--late-because'),
      'agreed-by': filled(options.agreedBy, '--agreed-by'),
    }),
  };
}

function reviewNumber(text: string): string {
  if (isNumber(text)) return text;
  throw new UsageError(`--number is a whole number from 1, not "${text}".`);
}

function listTyped(typed: string | undefined, flag: string): string[] {
  return [...new Set(listOf(filled(typed, flag)))];
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
