/** A review that was carried out, as facts of one child: the sitting, its decisions, what is fixed for the next. */

import type { Context, Unit } from '../../../context';
import { upTo, withNew } from '../../../core/engine/chronology';
import type { Moment, Story } from '../../../core/engine/moment';
import { type Fact, given } from '../../../core/events/fact';
import { reviewOwed } from '../../../core/reviews/planning';
import { mattersNamed, type ToConsider, whatToConsider } from '../../../core/reviews/what-to-consider';
import { type IsoDate, longDate, plainDate } from '../../../core/time/dates';
import { UserError } from '../../../errors';
import { admit } from '../../../recording/saving';
import { type Reckoning, reckon } from '../../../store/agenda/reckoning';
import type { Child } from '../../../store/children';
import { factsOf } from '../../../store/chronology';
import { decisionFacts } from '../decisions-typed';
import { hasAttended, isAbsent } from './attended';
import { sawFacts } from './seen';
import type { HeldFacts } from './several';
import type { TypedSitting } from './typed';

/** What was typed, as facts of one of the children. */
export function heldFor(
  context: Context,
  unit: Unit,
  child: Child,
  children: readonly Child[],
  typed: TypedSitting,
  code: string | undefined,
): HeldFacts {
  const { on } = typed;
  const known = factsOf(unit.db, child.id);
  const attended = hasAttended(unit, child, children, typed, code);
  const saw = sawFacts(on, code, typed.iroSaw);
  const bare = sittingFacts(typed, {
    code,
    said: given({
      ...typed.said,
      'child-chaired': children.length > 1 && isAbsent(code) ? undefined : typed.said['child-chaired'],
      chair: typed.chair && String(typed.chair.id),
      attended: attended.join(',') || undefined,
      'also-sat': typed.alsoSat.join(',') || undefined,
      'not-considered': typed.notConsidered,
    }),
  });
  // Refused here with the reason, before what follows is worked out from it.
  admit(bare, known, child, context, unit);
  const seen = [...bare, ...saw];
  const reckoning = reckon(withNew(upTo(known, context.today), seen), child.born, unit.engine);
  const { story } = reckoning;
  const sitting = sittingIn(child, typed, story, bare[0]!.kind);
  refuseAlsoSat(child, typed, story, sitting);

  const toConsider = whatToConsider(story, sitting);
  const considered = typed.considered === 'all' ? allBut(toConsider, typed.notConsidered) : typed.considered;
  const [main, ...others] = bare;
  const held: Fact[] = [
    { ...main!, attributes: { ...main!.attributes, ...given({ considered }) } },
    ...others,
  ];
  const number = sitting.meeting!.number;
  const decisions = decisionFacts(unit, child, typed.decisions, number, on, known);
  const next = nextFacts(context, child, children, typed, reckoning, number);
  return {
    child,
    code,
    facts: [...held, ...saw, ...decisions, ...next],
    decisions,
    story,
    sitting,
    reckoning,
    toConsider,
    considered,
  };
}

/** One meeting may be an ordinary and an adoption review: what is said of it is kept once. */
function sittingFacts(
  { on, isOrdinary, isAdoption, isExit, onPapers, number }: TypedSitting,
  { code, said }: { readonly code: string | undefined; readonly said: Readonly<Record<string, string>> },
): Fact[] {
  if (isExit) return [{ on, kind: 'exit-review-held', attributes: said }];
  const ordinary = given({ code, meeting: onPapers ? 'no' : undefined, number });
  return [
    ...(isOrdinary ? [{ on, kind: 'review-held', attributes: { ...ordinary, ...said } }] : []),
    ...(isAdoption ? [{ on, kind: 'adoption-review-held', attributes: isOrdinary ? {} : said }] : []),
  ];
}

/** The sitting in the story. A review of an ending needs a period of care that had ended by then. */
function sittingIn(child: Child, { on, isExit }: TypedSitting, story: Story, kind: string): Moment {
  const sitting = story.moments.find(
    ({ fact, isReview }) => isReview && fact.on === on && fact.kind === kind,
  );
  const endedOn = sitting ? story.periods[sitting.period!]!.to : null;
  if (sitting && (!isExit || (endedOn !== null && endedOn <= on))) return sitting;
  throw new UserError(
    `${child.ref} had not ceased to be looked after by ${plainDate(on)}, so there is no ending to review. Nothing was saved.`,
    `If care has ended: irotool child left ${child.ref} --unplanned`,
  );
}

function allBut(toConsider: readonly ToConsider[], notConsidered: string | undefined): string | undefined {
  const left = new Set(mattersNamed(notConsidered));
  const matters = toConsider.filter(({ matter }) => !left.has(matter)).map(({ matter }) => matter);
  return matters.join(',') || undefined;
}

/** Days without adjourning come before the last one, in the same period of care, or after its ending. */
function refuseAlsoSat(
  child: Child,
  { on, alsoSat, isExit }: TypedSitting,
  story: Story,
  sitting: Moment,
): void {
  const period = story.periods[sitting.period!]!;
  const from = isExit ? period.to! : period.from;
  const wrong = alsoSat.find((day) => day >= on || day < from);
  if (wrong === undefined) return;
  const why =
    wrong >= on
      ? `is not before ${plainDate(on)}, the day it was completed`
      : `is before ${plainDate(from)}, when care ${isExit ? 'ended' : 'began'}`;
  throw new UserError(
    `${child.ref}: ${plainDate(wrong)} (--also-sat) ${why}. Nothing was saved.`,
    'Check the dates.',
  );
}

/** The plan of the next review, and what the child wishes for it. */
function nextFacts(
  context: Context,
  child: Child,
  children: readonly Child[],
  { on, nextMeeting, nextWishes }: TypedSitting,
  reckoning: Reckoning,
  number: number | null,
): Fact[] {
  const facts: Fact[] = [];
  if (nextMeeting) {
    refuseNextMeeting(context, child, nextMeeting.on, on, reckoning);
    const others = children.filter(({ id }) => id !== child.id).map(({ ref }) => ref);
    const attributes = given({
      meeting: nextMeeting.on,
      time: nextMeeting.time ?? undefined,
      with: others.join(',') || undefined,
    });
    facts.push({ on, kind: 'review-planned', attributes });
  }
  if (nextWishes) {
    const review = number === null ? undefined : String(number + 1);
    facts.push({ on, kind: 'child-wishes-recorded', attributes: { ...nextWishes, ...given({ review }) } });
  }
  return facts;
}

function refuseNextMeeting(
  context: Context,
  child: Child,
  meeting: IsoDate,
  on: IsoDate,
  { duties }: Reckoning,
): void {
  if (meeting <= on) {
    throw new UserError(
      `${child.ref}: ${plainDate(meeting)} (--next-meeting) is not after this review, of ${plainDate(on)}. Nothing was saved.`,
      'Check both dates.',
    );
  }
  const due = reviewOwed(duties, context.today);
  if (!due || meeting <= due.due) return;
  throw new UserError(
    `${child.ref}: ${longDate(meeting)} (--next-meeting) is after ${longDate(due.due)}, when "${due.rule.duty}" is due. Nothing was saved.`,
    `Choose an earlier day, or leave it out and then: irotool review plan ${child.ref} --late-because "…" --agreed-by NAME`,
  );
}
