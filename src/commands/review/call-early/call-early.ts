/**
 * `review call-early`: an earlier review is asked for, and what the IRO decides. Code and no list of steps: what it asks,
 * and which of its events it records, turns on whether a request is open and whether this is that one again.
 */

import { childNamed, filled } from '../../../cases/find';
import { tagOrWords, tagsTyped, wordsFor } from '../../../cases/people/someone';
import { everyoneIn } from '../../../cases/people/who';
import { reckoned } from '../../../cases/reckoned';
import { nextReviewDueBy } from '../../../cases/review/next-review-due';
import type { Context, Unit } from '../../../context';
import type { Fact } from '../../../core/events/fact';
import {
  EARLY_REASON_WORDS,
  type EarlyReason,
  type EarlyRequest,
  undecidedRequest,
} from '../../../core/reviews/early';
import { type IsoDate, longDate, plainDate } from '../../../core/time/dates';
import { UsageError, UserError } from '../../../errors';
import { choiceTyped } from '../../../recording/choice-typed';
import { dayDone } from '../../../recording/day-done';
import { given } from '../../../recording/meeting-typed';
import { record, sayLines } from '../../../recording/saving';
import type { Reckoning } from '../../../store/agenda/reckoning';
import type { Child } from '../../../store/children';
import { listed } from '../../../ui/words';
import { type EarlyOptions, withAnswers } from './questions';
import { callWithdrawn } from './withdrawn';

/** What the IRO decided on a request. */
interface Decision {
  readonly isGranted: boolean;
  readonly why: string | undefined;
  readonly by: IsoDate | undefined;
  /** It follows a visit at which the child was found not to be safeguarded: the authority's own duty. */
  readonly followsVisit: boolean;
}

/** Runs `review call-early REF --asked-by NAME --reason CODE [--decision granted|refused]`. */
export async function callEarly(
  context: Context,
  [ref]: readonly [string],
  options: EarlyOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  if (options.withdrawn) return callWithdrawn(context, unit, child, options);
  const typed = checked(options);
  const on = dayDone(context, typed.on);
  const { facts, reckoning } = reckoned(context, unit, child);
  const open = undecidedRequest(reckoning.story);
  const early = await withAnswers(context, unit, child, open, typed);
  const decision = decisionTyped(context, early);
  const asked = requestTyped(unit, child, early, on);
  // A request typed out in full once more, with the decision on it, is the one that is open.
  const request = asked && !(decision && isSame(asked, open)) ? asked : open!;
  refuseOutOfTime(child, request, decision, on);
  if (asked && !decision) refuseDecidedThatDay(child, facts, askedFact(asked));
  const consulted = [...new Set([...request.consulted, ...tagsTyped(unit, child, early.consulted, on)])];
  const saved = await record(context, unit, {
    child,
    facts: [
      ...(request === open ? [] : [askedFact(request)]),
      ...(decision ? [decidedFact(request, decision, consulted, on)] : []),
    ],
    heading: `${child.ref}: ${requestWords(unit, child, request)}${decision ? ` The IRO ${decision.isGranted ? 'granted' : 'refused'} it.` : ''}`,
    notes: [
      ...notConsulted(unit, child, consulted, on),
      ...(decision?.isGranted ? grantedNotes(context, unit, child, reckoning, decision) : []),
    ],
  });
  if (saved) sayWhatIsNext(context, child, reckoning, request, decision);
  return undefined;
}

/** The options with their codes checked; what goes with nothing else that was typed is refused. */
function checked(options: EarlyOptions): EarlyOptions {
  const { askedBy, about, why, by, visit } = options;
  const reason = choiceTyped('early-review-asked', 'reason', '--reason', options.reason);
  const decision = options.decision?.trim().toLowerCase();
  if (decision !== undefined && decision !== 'granted' && decision !== 'refused') {
    throw new UsageError(`--decision is granted or refused; not "${options.decision}".`);
  }
  if (about !== undefined && decision !== undefined && askedBy === undefined && reason === undefined) {
    throw new UsageError(
      '--about says in words why it is asked for, and goes with --asked-by and --reason.',
      'The IRO’s reason: --why "…"',
    );
  }
  if (why !== undefined && decision === undefined) {
    throw new UsageError(
      '--why is the IRO’s reason, and goes with --decision.',
      'Why it is asked for, in words: --about "…"',
    );
  }
  if (by !== undefined && decision !== 'granted') {
    throw new UsageError(
      '--by is the day by which the review is to be held: it goes with --decision granted.',
    );
  }
  if (visit && decision !== 'granted') {
    throw new UsageError(
      '--visit says that the review follows a visit under reg 30: it goes with --decision granted.',
    );
  }
  return { ...options, reason, decision };
}

function decisionTyped(context: Context, { decision, why, by, visit }: EarlyOptions): Decision | null {
  if (decision === undefined) return null;
  return {
    isGranted: decision === 'granted',
    why: filled(why, '--why'),
    by: by === undefined ? undefined : context.date(by, '--by', 'future'),
    followsVisit: visit === true,
  };
}

function requestTyped(
  unit: Unit,
  child: Child,
  { askedBy, reason, about, consulted }: EarlyOptions,
  on: IsoDate,
): EarlyRequest | null {
  if (askedBy === undefined || reason === undefined) return null;
  return {
    on,
    askedBy: tagOrWords(unit, child, filled(askedBy, '--asked-by'), on),
    reason,
    about: filled(about, '--about') ?? null,
    consulted: tagsTyped(unit, child, consulted, on),
  };
}

function isSame(asked: EarlyRequest, open: EarlyRequest | null): boolean {
  if (open === null || asked.askedBy !== open.askedBy || asked.reason !== open.reason) return false;
  return asked.about === null || asked.about === open.about;
}

function refuseOutOfTime(child: Child, request: EarlyRequest, decision: Decision | null, on: IsoDate): void {
  if (on < request.on) {
    throw new UserError(
      `${child.ref}: it was asked for on ${plainDate(request.on)}, so the IRO cannot have decided on ${plainDate(on)}. Nothing was saved.`,
      'Check --on.',
    );
  }
  if (decision?.by !== undefined && decision.by < on) {
    throw new UserError(
      `${child.ref}: ${longDate(decision.by)} is before the day of the decision, ${longDate(on)}. Nothing was saved.`,
      'Check --by.',
    );
  }
}

/** A request is read before a decision of the same day, which would then answer it unseen. */
function refuseDecidedThatDay(child: Child, known: readonly Fact[], asked: Fact): void {
  if (!known.some(({ kind, on }) => on === asked.on && DECISIONS.has(kind))) return;
  throw new UserError(
    `${child.ref}: the IRO’s decision of ${plainDate(asked.on)} answers all that was asked for by that day. Nothing was saved.`,
    'If it was asked for on another day: --on DATE',
  );
}

const DECISIONS = new Set(['review-called', 'early-review-refused']);

const listAttribute = (tags: readonly string[]): string | undefined =>
  tags.length === 0 ? undefined : tags.join(',');

function askedFact({ on, askedBy, reason, about, consulted }: EarlyRequest): Fact {
  const said = {
    'asked-by': askedBy,
    reason,
    about: about ?? undefined,
    consulted: listAttribute(consulted),
  };
  return { on, kind: 'early-review-asked', attributes: given(said) };
}

function decidedFact(
  { askedBy, reason }: EarlyRequest,
  { isGranted, why, by, followsVisit }: Decision,
  consulted: readonly string[],
  on: IsoDate,
): Fact {
  const said = isGranted
    ? {
        by,
        reason,
        visit: followsVisit ? 'yes' : undefined,
        'asked-by': askedBy,
        why,
        consulted: listAttribute(consulted),
      }
    : { why };
  return { on, kind: isGranted ? 'review-called' : 'early-review-refused', attributes: given(said) };
}

/** `An early review was asked for on Friday 13 March 2026 by the child: contact is to change a great deal.` */
function requestWords(unit: Unit, child: Child, { on, askedBy, reason }: EarlyRequest): string {
  const who = wordsFor(everyoneIn(unit, child, on), askedBy);
  const why = EARLY_REASON_WORDS[reason as EarlyReason] ?? reason;
  return `an early review was asked for on ${longDate(on)} by ${who}: ${why}.`;
}

/** The child and the parents are to be consulted on an additional review: who is not said to have been. */
function notConsulted(unit: Unit, child: Child, consulted: readonly string[], on: IsoDate): string[] {
  const missing = everyoneIn(unit, child, on).filter(
    ({ ref, person }) => (ref === 'child' || person?.role === 'parent') && !consulted.includes(ref),
  );
  if (missing.length === 0) return [];
  return [
    `The child and the parents are to be consulted on an additional review (York’s procedure). Not recorded as consulted: ${listed(missing.map(({ called }) => called))}.`,
  ];
}

function grantedNotes(
  context: Context,
  unit: Unit,
  child: Child,
  reckoning: Reckoning,
  { by }: Decision,
): string[] {
  const notes: string[] = [];
  const { meeting } = reckoning.standing;
  const due = nextReviewDueBy(context, unit, reckoning, 'review-called');
  if (by !== undefined && due !== null && by > due) {
    notes.push(`A review is due by ${longDate(due)} in any case, before that day.`);
  }
  if (by !== undefined && meeting !== null && meeting > by) {
    notes.push(
      `The meeting is planned for ${longDate(meeting)}, after that day. To bring it forward: irotool review plan ${child.ref}`,
    );
  }
  return notes;
}

function sayWhatIsNext(
  context: Context,
  child: Child,
  reckoning: Reckoning,
  request: EarlyRequest,
  decision: Decision | null,
): void {
  const { ref } = child;
  if (decision === null) {
    context.print(`${ref}  early review asked for on ${longDate(request.on)}: recorded, not yet decided.`);
    sayLines(context, [
      `When the IRO has decided: irotool review call-early ${ref} --decision granted, or refused --why "…"`,
    ]);
    return;
  }
  if (!decision.isGranted) {
    context.print(`${ref}  early review refused by the IRO: recorded.`);
    return;
  }
  const by = decision.by === undefined ? '' : `, by ${longDate(decision.by)}`;
  context.print(`${ref}  early review granted by the IRO${by}.`);
  const { meeting } = reckoning.standing;
  sayLines(context, [
    meeting === null
      ? `It stays on the list until it is held. To plan it: irotool review plan ${ref}`
      : `A meeting is planned for ${longDate(meeting)}. To plan it again: irotool review plan ${ref}`,
  ]);
}
