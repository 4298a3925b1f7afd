/** Whoever is not invited to a child's reviews: the decision, when it is looked at again, and what comes of ending it. */
import type { Context, Unit } from '../../context';
import { withNew } from '../../core/engine/chronology';
import { reviewsGoOn } from '../../core/engine/series';
import { readStory } from '../../core/engine/story';
import type { Fact } from '../../core/events/fact';
import { isSameName } from '../../core/names/likeness';
import { type Exclusion, lastExclusionOf } from '../../core/reviews/exclusions';
import { relisted } from '../../core/reviews/participants';
import { reviewOwed } from '../../core/reviews/planning';
import { reviewRecords } from '../../core/reviews/record';
import { noticeIn } from '../../core/reviews/suggestions';
import type { IsoDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import { reckon } from '../../store/agenda/reckoning';
import type { Child } from '../../store/children';
import { everyoneOf } from '../../store/people/child-people';
import { isToTheChild, whoNamed } from '../people/who';
import { reckoned } from '../reckoned';
import { isBirthParent, reviewList, reviewOfStep, theirName } from './participants';
import { keptFromOthers } from './same-meeting';

/** The last decision on whom was typed; they may be linked to the child no longer. */
export function decisionOn(
  context: Context,
  unit: Unit,
  child: Child,
  typed: string,
): { readonly decision: Exclusion; readonly called: string } {
  const { story } = reckoned(context, unit, child).reckoning;
  const wanted = typed.trim().toLowerCase();
  const people = everyoneOf(unit.db, child.id);
  const person =
    people.find(({ tag }) => tag.toLowerCase() === wanted) ??
    people.find(({ name }) => isSameName(name, typed)) ??
    people.find((each) => isToTheChild(each, typed));
  const decision = lastExclusionOf(story, person?.tag.toLowerCase() ?? wanted);
  if (decision) {
    const called = person?.relationship ?? decision.ref.replaceAll('-', ' ');
    return { decision, called: theirName({ called }) };
  }
  const who = whoNamed(context, unit, child, typed, context.today);
  throw new UserError(
    `${child.ref}: there is no decision not to invite ${theirName(who)}.`,
    `To record one: irotool review not-invite ${child.ref} ${who.ref}`,
  );
}

/**
 * The day to look again that is offered: in time for whom the next meeting invites, as social worker and IRO
 * discuss it by the pack's own days. Once that day has come for the meeting that is coming, or its review was
 * decided on as well, it is the review after that one. Null if no review is owed, or the one owed is overdue and not planned.
 */
export function lookAgainOffered(context: Context, unit: Unit, child: Child, on: IsoDate): IsoDate | null {
  const { facts, reckoning } = reckoned(context, unit, child);
  const { rules, calendars } = unit.engine;
  const notice = noticeIn(rules, on, 'sw-iro-discussed') || noticeIn(rules, on);
  const before = (day: IsoDate): IsoDate => calendars.statutory.addWorkingDays(day, -notice);
  const due = reviewOwed(reckoning.duties, context.today);
  const { meeting } = reckoning.standing;
  if (due === undefined) return null;
  const coming = meeting !== null && meeting >= on ? meeting : due.due;
  // Overdue with no meeting planned: nobody can say when it is.
  if (coming < on) return null;
  if (before(coming) > on) return before(coming);
  const held: Fact = { on: coming, kind: due.rule.metBy[0]!.kind, attributes: {} };
  const after = reviewOwed(reckon(withNew(facts, [held]), child.born, unit.engine).duties, coming);
  if (after === undefined || after.due <= coming) return null;
  return before(after.due) > on ? before(after.due) : after.due;
}

/** What comes of it if a decision is ended. */
interface Again {
  readonly facts: readonly Fact[];
  /** What follows “ended”. */
  readonly words: string;
}

const NOT_INVITED: Again = { facts: [], words: '' };

/** The entry that invites them to the next review; none where that is no longer to be said. */
export function invitedAgain(
  context: Context,
  unit: Unit,
  child: Child,
  ref: string,
  on: IsoDate,
  why: string | undefined,
): Again {
  const { facts, reckoning } = reckoned(context, unit, child);
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
  const added = withNew(facts, [entry]);
  const story = readStory(added, child.born);
  const { id } = added.at(-1)!;
  if (reviewOfStep(story, id!)?.number !== list.number) return NOT_INVITED;
  const record = reviewRecords(story).find(({ moments }) => moments.some(({ fact }) => fact.id === id));
  const person = everyoneOf(unit.db, child.id).find(({ tag }) => tag.toLowerCase() === ref);
  const kept =
    record && person && keptFromOthers(unit, record, person, context.today).find((each) => each.exclusion);
  // For this child it is decided; the place waits until it is decided for the other one too.
  if (kept) return { facts: [], words: `; not invited, as long as it is so decided for ${kept.label}` };
  return { facts: [entry], words: ', and invited' };
}
