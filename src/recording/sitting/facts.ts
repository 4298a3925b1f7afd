/** What was typed of a review, as facts of one child: the sitting, its decisions, what is fixed for the next. */

import { type Context, quietly, type Unit } from '../../context';
import { isAbsent, type Sat, sittingIn } from '../../core/checks/sitting';
import { upTo, withNew } from '../../core/engine/chronology';
import { type Fact, given } from '../../core/events/fact';
import { listOf } from '../../core/events/lists';
import { sawFacts } from '../../core/reviews/seen-before';
import { mattersNamed, whatToConsider } from '../../core/reviews/what-to-consider';
import { UserError } from '../../errors';
import { HELD } from '../../steps/hold';
import { alsoSatObjection, nextMeetingObjection, notEnded } from '../../steps/sitting';
import type { Refusal } from '../../steps/step';
import { reckon } from '../../store/agenda/reckoning';
import type { Child } from '../../store/children';
import { factsOf } from '../../store/chronology';
import { decisionFacts } from '../decisions/typed';
import { admit } from '../saving';
import { factTyped } from '../steps/typed';
import type { TypedSitting } from './typed';

export type HeldOfChild = Sat & { readonly child: Child };

/** What was typed, as facts of one of the children. */
export function heldFor(
  context: Context,
  unit: Unit,
  child: Child,
  children: readonly Child[],
  typed: TypedSitting,
  code: string | undefined,
): HeldOfChild {
  const { on, alsoSat, nextMeeting, nextWishes } = typed;
  const known = factsOf(unit.db, child.id);
  const { considered, ...said } = saidOf(context, unit, child, children, typed, code);
  // One meeting may be an ordinary and an adoption review: what is said of it is kept once.
  const bare = typed.kinds.map((kind, at): Fact => ({ on, kind, attributes: at === 0 ? said : {} }));
  // Refused here with the reason, before what follows is worked out from it.
  admit(bare, known, child, context, unit);
  const saw = sawFacts(on, code, typed);
  const seen = withNew(upTo(known, context.today), [...bare, ...saw]);
  const { duties, story } = reckon(seen, child.born, unit.engine);
  const sitting = sittingIn(story, bare[0]!);
  if (sitting === null) throw refusalOf(notEnded(child, on));
  const wrong =
    alsoSatObjection(child, alsoSat, story, sitting) ??
    (nextMeeting && nextMeetingObjection(child, nextMeeting.on, on, duties, context.today));
  if (wrong) throw refusalOf(wrong);

  const toConsider = whatToConsider(story, sitting);
  const left = mattersNamed(said['not-considered']);
  const all = toConsider.map(({ matter }) => matter).filter((matter) => !left.includes(matter));
  const matters = listOf(considered).includes('all') ? all.join(',') || undefined : considered;
  const main = { ...bare[0]!, attributes: { ...said, ...given({ considered: matters }) } };
  const number = sitting.meeting!.number;
  const decisions = decisionFacts(context, unit, child, typed.decisions, number, on, known);
  const facts = [main, ...bare.slice(1), ...saw, ...decisions];
  if (nextMeeting) {
    const others = children.filter(({ id }) => id !== child.id).map(({ ref }) => ref);
    const attributes = given({
      meeting: nextMeeting.on,
      time: nextMeeting.time ?? undefined,
      venue: typed.nextVenue,
      with: others.join(',') || undefined,
    });
    facts.push({ on, kind: 'review-planned', attributes });
  }
  if (nextWishes) {
    const review = number === null ? undefined : String(number + 1);
    facts.push({ on, kind: 'child-wishes-recorded', attributes: { ...nextWishes, ...given({ review }) } });
  }
  return { child, code, facts, decisions, story, duties, sitting, toConsider };
}

/**
 * What was typed of the sitting. Of brothers and sisters, one who was not there by the code neither came nor chaired,
 * and people of another did not come to theirs.
 */
function saidOf(
  context: Context,
  unit: Unit,
  child: Child,
  children: readonly Child[],
  { on, options, alsoSat }: TypedSitting,
  code: string | undefined,
): Readonly<Record<string, string>> {
  const typing = { context: quietly(context), unit, child, children };
  const { attributes } = factTyped(typing, HELD, options, on);
  const isLeftOff = children.length > 1 && isAbsent(code);
  const came = listOf(attributes.attended).filter((ref) => ref !== 'child' || !isLeftOff);
  return given({
    code,
    ...attributes,
    attended: came.join(',') || undefined,
    'also-sat': alsoSat.join(',') || undefined,
    'child-chaired': isLeftOff ? undefined : attributes['child-chaired'],
  });
}

const refusalOf = ([what, next = '']: Refusal): UserError =>
  new UserError(`${what} Nothing was saved.`, next);
