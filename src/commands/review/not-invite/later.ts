/** What follows a decision not to invite someone: the reasons are sent, and it is looked at again. */

import { filled } from '../../../cases/find';
import { isBirthParent, reviewList, reviewOfStep, theirName } from '../../../cases/meeting/participants';
import { keptFromOthers } from '../../../cases/meeting/same-meeting';
import { whoNamed } from '../../../cases/people/who';
import { reckoned } from '../../../cases/reckoned';
import type { Context, Unit } from '../../../context';
import { withNew } from '../../../core/engine/chronology';
import { reviewsGoOn } from '../../../core/engine/series';
import { readStory } from '../../../core/engine/story';
import type { Fact } from '../../../core/events/fact';
import { isSameName } from '../../../core/names/likeness';
import { type Exclusion, lastExclusionOf } from '../../../core/reviews/exclusions';
import { reviewRecords } from '../../../core/reviews/record';
import { type IsoDate, longDate, plainDate } from '../../../core/time/dates';
import { UsageError, UserError } from '../../../errors';
import { dayDone } from '../../../recording/day-done';
import { given } from '../../../recording/meeting-typed';
import { record, sayLines } from '../../../recording/saving';
import { printNotInvited } from '../../../screens/not-invited';
import type { Reckoning } from '../../../store/agenda/reckoning';
import type { Child } from '../../../store/children';
import { everyoneOf } from '../../../store/people/child-people';
import { askText, canAsk, requireFlags } from '../../../ui/prompts';
import { relisted } from '../participants/relist';
import { checkDate, lookAgainNote, lookAgainOffered, lookAgainTyped, reasonsSent } from './days';

export interface LaterOptions {
  readonly on?: string;
  readonly lookAgain?: string;
  readonly reasonsSent?: string;
  readonly lookedAt?: string;
  readonly why?: string;
}

/** Records that the reasons were sent, that a decision was looked at again, or both. */
export async function lookedAgain(
  context: Context,
  unit: Unit,
  child: Child,
  typed: string,
  options: LaterOptions,
): Promise<void> {
  checkOptions(options);
  const { reckoning } = reckoned(context, unit, child);
  const { decision, called } = decisionOn(context, unit, child, reckoning, typed);
  const facts: Fact[] = [];
  const words: string[] = [];
  if (options.reasonsSent !== undefined) {
    const sentOn = context.date(options.reasonsSent, '--reasons-sent', 'past');
    facts.push(reasonsSent(child, decision, decision.decidedOn, sentOn));
    words.push(`written reasons sent on ${longDate(sentOn)}`);
  }
  if (options.lookedAt !== undefined) {
    const look = await lookedAt(context, unit, child, reckoning, decision, options);
    facts.push(...look.facts);
    words.push(look.words);
  }
  const saved = await record(context, unit, {
    child,
    facts,
    heading: `${child.ref}: not inviting ${called}.`,
    unasked: true,
  });
  if (!saved) return;
  if (context.flags.json) return printNotInvited(context, unit, child);
  context.print(`${child.ref}  ${decision.ref}: ${words.join('; ')}.`);
}

function checkOptions({ lookedAt: outcome, lookAgain, why }: LaterOptions): void {
  if (outcome !== undefined && outcome !== 'kept' && outcome !== 'ended') {
    throw new UsageError(`--looked-at is kept or ended; not "${outcome}".`);
  }
  if (outcome === undefined && why !== undefined) throw new UsageError('--why goes with --looked-at.');
  if (lookAgain !== undefined && outcome !== 'kept') {
    throw new UsageError('--look-again goes with --looked-at kept, or with a new decision.');
  }
}

/** The last decision on whom was typed; they may be linked to the child no longer. */
function decisionOn(
  context: Context,
  unit: Unit,
  child: Child,
  { story }: Reckoning,
  typed: string,
): { readonly decision: Exclusion; readonly called: string } {
  const wanted = typed.trim().toLowerCase();
  const people = everyoneOf(unit.db, child.id);
  const person =
    people.find(({ tag }) => tag.toLowerCase() === wanted) ??
    people.find(({ name }) => isSameName(name, typed));
  const decision = lastExclusionOf(story, person?.tag.toLowerCase() ?? wanted);
  if (decision) {
    const called = person?.relationship ?? decision.ref.replaceAll('-', ' ');
    return { decision, called: theirName({ called }) };
  }
  const who = whoNamed(unit, child, typed, context.today);
  throw new UserError(
    `${child.ref}: there is no decision not to invite ${theirName(who)}.`,
    `To record one: irotool review not-invite ${child.ref} ${who.ref}`,
  );
}

/** What came of looking at a decision again. */
async function lookedAt(
  context: Context,
  unit: Unit,
  child: Child,
  reckoning: Reckoning,
  { ref, decidedOn, endedOn }: Exclusion,
  options: LaterOptions,
): Promise<{ readonly facts: readonly Fact[]; readonly words: string }> {
  const on = dayDone(context, options.on);
  if (endedOn !== null) {
    throw new UserError(
      `${child.ref}: that decision ended on ${plainDate(endedOn)}. Nothing was saved.`,
      `For a new one: irotool review not-invite ${child.ref} ${ref} --concern "…"`,
    );
  }
  if (on < decidedOn) {
    throw new UserError(
      `${child.ref}: it was decided on ${plainDate(decidedOn)}, so it cannot have been looked at again on ${plainDate(on)}. Nothing was saved.`,
      'Check --on.',
    );
  }
  const why = filled(options.why, '--why');
  const look = (said: Readonly<Record<string, string | undefined>>): Fact => ({
    on,
    kind: 'exclusion-looked-at',
    attributes: given({ ref, ...said, why }),
  });
  if (options.lookedAt === 'kept') {
    const by = await nextLook(context, unit, child, options, on);
    return {
      facts: [look({ outcome: 'kept', by })],
      words: `looked at again and kept; next by ${longDate(by)}`,
    };
  }
  const again = invitedAgain(context, unit, child, reckoning, ref, on, why);
  return {
    facts: [look({ outcome: 'ended' }), ...again.facts],
    words: `looked at again and ended${again.words}`,
  };
}

/** The day of the next look, as typed; else one before the next meeting. */
async function nextLook(
  context: Context,
  unit: Unit,
  child: Child,
  { lookAgain }: LaterOptions,
  on: IsoDate,
): Promise<IsoDate> {
  const offered = lookAgainOffered(context, unit, child, on);
  if (lookAgain === undefined && !canAsk(context) && offered !== null) {
    sayLines(context, [lookAgainNote(offered)]);
    return offered;
  }
  requireFlags(context, lookAgain === undefined ? ['--look-again'] : []);
  const typed =
    lookAgain ??
    (await askText(context, {
      message: 'When will it be looked at again?',
      offer: offered === null ? undefined : longDate(offered),
      check: (text) => checkDate(context, text, 'future'),
    }));
  return lookAgainTyped(context, child, typed, on);
}

interface Again {
  readonly facts: readonly Fact[];
  /** What follows “ended”. */
  readonly words: string;
}

const NOT_INVITED: Again = { facts: [], words: '' };

/** The entry that invites them to the next review; none where that is no longer to be said. */
function invitedAgain(
  context: Context,
  unit: Unit,
  child: Child,
  reckoning: Reckoning,
  ref: string,
  on: IsoDate,
  why: string | undefined,
): Again {
  if (!reviewsGoOn(reckoning.story)) return NOT_INVITED;
  const list = reviewList(unit, child, reckoning, context.today);
  const someone = list.participants.find((each) => each.ref === ref);
  if (!someone) return NOT_INVITED;
  if (isBirthParent(list, someone.role) && why === undefined) {
    throw new UserError(
      `${child.ref} is placed for adoption: ${theirName(someone.who)} is invited only if social worker and IRO so decide.`,
      'If they do, say why: --looked-at ended --why "…"',
    );
  }
  const [entry] = relisted(someone, on, 'invited', why);
  if (!entry) return NOT_INVITED;
  // Looked at on the day of a review, it is of the next one, to which they are offered a place anyway.
  const added = withNew(reckoned(context, unit, child).facts, [entry]);
  const story = readStory(added, child.born);
  const { id } = added.at(-1)!;
  if (reviewOfStep(story, id!)?.number !== list.number) return NOT_INVITED;
  const record = reviewRecords(story).find(({ moments }) => moments.some(({ fact }) => fact.id === id));
  const person = everyoneOf(unit.db, child.id).find(({ tag }) => tag.toLowerCase() === ref);
  const kept =
    record && person && keptFromOthers(unit, record, person, context.today).find((each) => each.exclusion);
  // For this child it is decided; the place waits until it is decided for the other one too.
  if (kept) return { facts: [], words: `; not invited, as long as it is so decided for ${kept.label}` };
  return { facts: [entry], words: ': invited' };
}
