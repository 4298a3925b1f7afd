/**
 * `child moved`: another placement, and who looks after the child there. Code, and no step: what becomes of the old
 * household is saved with it, and is no event; and a child who went home may have left care instead.
 */

import { planNotesOnMove } from '../../../cases/ending/called-off';
import { childNamed, filled } from '../../../cases/find';
import type { Context } from '../../../context';
import { legalStatusOn } from '../../../core/checks/ending';
import { placementReview } from '../../../core/checks/while-adjourned';
import { chronologyOf, upTo } from '../../../core/engine/chronology';
import type { Moment, Story } from '../../../core/engine/moment';
import { readStory } from '../../../core/engine/story';
import { SHORT_BREAK_CODES } from '../../../core/events/codes';
import type { Fact } from '../../../core/events/fact';
import { type IsoDate, longDate } from '../../../core/time/dates';
import { didYouMean, UsageError } from '../../../errors';
import { codeWords, shippedLaw } from '../../../law/shipped';
import { askNeededDay, checkHappened } from '../../../recording/ask-day';
import { dayDone } from '../../../recording/day-done';
import { given } from '../../../recording/meeting-typed';
import { recordAs } from '../../../recording/saving';
import { wrongWith } from '../../../recording/wrong-with';
import { reckon } from '../../../store/agenda/reckoning';
import type { Child } from '../../../store/children';
import { factsOf } from '../../../store/chronology';
import { askText, requireFlags } from '../../../ui/prompts';
import { left } from '../left/left';
import { accommodationEnded } from './home';
import { householdAfter } from './household';

export interface MovedOptions {
  readonly on?: string;
  readonly to?: string;
  readonly carer?: string;
  readonly confidential?: true;
  readonly emergency?: string;
  readonly longTerm?: true;
  readonly withParents?: true;
  readonly immediate?: true;
  readonly oldCarer?: string;
}

/** Runs `child moved REF --to U1`: the open placement ends, and another begins, on one day. */
export async function moved(
  context: Context,
  [ref]: readonly [string],
  options: MovedOptions,
): Promise<undefined> {
  const unit = await context.open();
  const child = childNamed(unit.db, ref);
  const home = options.withParents ? WITH_PARENTS : undefined;
  if (options.immediate && !home) {
    throw new UsageError('--immediate is of a child placed with a parent: --with-parents --immediate.');
  }
  requireFlags(context, (options.to ?? home) === undefined ? ['--to'] : []);
  const isAsked = (options.to ?? home) === undefined;
  const to = placementTyped(
    filled(
      options.to ??
        home ??
        (await askText(context, {
          message: 'Where to (a placement code or words)',
          check: (text) => wrongWith(() => placementTyped(text)),
        })),
      '--to',
    ),
  );
  const on =
    isAsked && options.on === undefined
      ? await askNeededDay(context, {
          message: 'Moved on',
          lies: 'past',
          check: checkHappened(unit, child, 'placement-started', context),
        })
      : dayDone(context, options.on);
  const emergency = filled(options.emergency, '--emergency');
  const facts = factsOf(unit.db, child.id);
  const story = readStory(facts, child.born);
  if (options.immediate && (await accommodationEnded(context, child, legalStatusOn(story, on), on))) {
    return left(context, [child.ref], { on, reason: 'E4B' });
  }
  const open = placementOn(story, on);
  const isShortBreak = SHORT_BREAK_CODES.includes(legalStatusOn(story, on) ?? '');
  const household = await householdAfter(context, unit, child, on, { ...options, to, isShortBreak });
  const started: Fact = {
    on,
    kind: 'placement-started',
    attributes: given({
      kind: to,
      confidential: options.confidential && 'yes',
      carer: household.carer,
      emergency,
    }),
  };
  const longTerm = story.longTermFostering.some(
    ({ from, to: until }) => from <= on && (until === null || until > on),
  );
  const made: Fact[] = [
    ...(open ? [endOf(open, on, emergency)] : []),
    ...(longTerm ? [{ on, kind: 'long-term-foster-ended', attributes: {} }] : []),
    started,
    ...(options.longTerm ? [{ on, kind: 'long-term-foster-designated', attributes: {} }] : []),
    ...(home ? [placedHome(on, options, emergency)] : []),
  ];
  const where = codeWords('placement', to);
  const words = `${open ? 'another placement' : 'a placement'} from ${longDate(on)}, ${where}${options.longTerm ? ', designated long-term fostering' : ''}`;
  await recordAs(context, unit, words, {
    child,
    facts: made,
    // That a short break is over ends no placement in which the child was to stay.
    notes: [
      ...(open && !isShortBreak
        ? reviewNotes(
            child,
            placementReview(chronologyOf(facts, child.born), on, unit.engine.rules),
            emergency,
          )
        : []),
      ...household.notes,
      ...planNotesOnMove(
        context,
        unit,
        child,
        reckon(upTo(facts, context.today), child.born, unit.engine).story,
        household.leaving,
      ),
    ],
    also: household.save,
  });
  return undefined;
}

/** The return's code of a placement with a parent or someone with parental responsibility. */
const WITH_PARENTS = 'P1';

/** Placed with a parent; at once where the assessment is not complete, which has a review of its own. */
function placedHome(on: IsoDate, { immediate }: MovedOptions, emergency: string | undefined): Fact {
  return { on, kind: 'placed-with-parents', attributes: given({ immediate: immediate && 'yes', emergency }) };
}

/** The open placement with what it was called, so that two that end on one day are told apart. */
function endOf(open: Moment, on: IsoDate, emergency: string | undefined): Fact {
  const { kind, confidential } = open.fact.attributes;
  return { on, kind: 'placement-ended', attributes: given({ kind, confidential, emergency }) };
}

/** The placement that the child is in at the end of a day; undefined where none is recorded. */
function placementOn({ moments }: Story, on: IsoDate): Moment | undefined {
  const last = moments.findLast(
    ({ counts, fact }) => counts && fact.on <= on && CHANGES_PLACEMENT.has(fact.kind),
  );
  return last?.fact.kind === 'placement-started' ? last : undefined;
}

const CHANGES_PLACEMENT = new Set(['placement-started', 'placement-ended', 'ceased-looked-after']);

/** A review comes before a placement is ended: where none did, and nothing says so, this does. */
function reviewNotes(
  { ref }: Child,
  review: ReturnType<typeof placementReview>,
  emergency: string | undefined,
): string[] {
  if (review === 'reviewed') return [];
  if (emergency !== undefined) {
    return ['It is recorded as an emergency, in which a review could not come first.'];
  }
  // Proposed, and no review held since: the engine remarks on it.
  if (review === 'proposed') return [`To plan the review: irotool review plan ${ref}`];
  return [
    `A review comes before a placement is ended (Care Planning Regulations 2010, reg 14(1)), and none is recorded as held on it. When an ending is proposed: irotool review before-change ${ref} --kind placement-end`,
  ];
}

/** A placement as it is recorded: a code of the return, which there must be, or words. */
function placementTyped(typed: string): string {
  if (!/^[A-Z]\d{1,2}$/i.test(typed)) return typed;
  const labels = shippedLaw().codes.placement ?? {};
  const code = typed.toUpperCase();
  if (Object.hasOwn(labels, code)) return code;
  const codes = Object.keys(labels).filter((each) => !labels[each]!.old);
  throw new UsageError(
    `--to: there is no placement code "${typed}".${didYouMean(code, codes)}`,
    `The codes are ${codes.join(', ')}; or say it in words.`,
  );
}
