/** The steps typed for `review prepare` as facts of one child, with what is to be said of them. */

import { reviewList } from '../../../cases/participants';
import { reckoned } from '../../../cases/reckoned';
import { calledOf, everyoneIn } from '../../../cases/who';
import type { Context, Unit } from '../../../context';
import { concernsIn } from '../../../core/children/concerns';
import { withNew } from '../../../core/engine/chronology';
import { readStory } from '../../../core/engine/story';
import { specOf } from '../../../core/events/fact';
import { nextReference } from '../../../core/events/next-reference';
import { type Preparation, preparationOf, STEPS } from '../../../core/reviews/preparation';
import { longDate, plainDate } from '../../../core/time/dates';
import { UserError } from '../../../errors';
import type { Child } from '../../../store/children';
import { factsOf } from '../../../store/chronology';
import { listed, refAndReview } from '../../../ui/words';
import { given } from '../../meeting';
import { tagAmong } from '../participants/of-several';
import { add, addStep, type Draft, targetOf } from './draft';
import { addInvitations, addPapers } from './papers';
import type { TypedPreparation } from './typed';

/** What one child's chronology is given. */
export interface Prepared extends Pick<Draft, 'child' | 'facts' | 'lines' | 'notes'> {
  /** `K1/2` */
  readonly label: string;
  readonly heading: string;
}

/** What was typed, as facts of one of the children. */
export function preparedFor(
  context: Context,
  unit: Unit,
  child: Child,
  children: readonly Child[],
  typed: TypedPreparation,
  onlyMissing: boolean,
): Prepared {
  const { facts: known, reckoning } = reckoned(context, unit, child);
  // Refuses a review that the child does not have.
  if (typed.review !== undefined) reviewList(unit, child, reckoning, context.today, String(typed.review));
  const draft: Draft = {
    context,
    unit,
    child,
    children,
    typed,
    onlyMissing,
    known,
    reckoning,
    facts: [],
    lines: [],
    notes: [],
  };
  addStep(draft, typed.notified, 'unit-notified');
  addConsulted(draft);
  addWishes(draft);
  addStep(draft, typed.listReturned, 'list-returned');
  if (typed.listAmended) {
    const { on, change } = typed.listAmended;
    add(draft, on, 'list-amended', 'List amended by the IRO', { change });
  }
  const { discussed, recordsCurrent } = typed;
  addStep(draft, discussed?.on, 'sw-iro-discussed', discussed?.attributes);
  if (typed.visitArranged) {
    add(draft, typed.visitArranged, 'iro-visit-arranged', 'Introductory visit arranged with the carers');
  }
  addStep(draft, typed.iroVisited, 'iro-visited');
  addConcern(draft);
  addTakenUp(draft);
  addInvitations(draft);
  addStep(draft, recordsCurrent?.on, 'records-current', recordsCurrent?.attributes);
  addViews(draft);
  addPapers(draft);
  addSeen(draft);
  return finished(draft);
}

function finished(draft: Draft): Prepared {
  const { child, facts, lines, notes } = draft;
  const step = facts.findLast((fact) => specOf(fact)?.belongs === 'before');
  const target = step ? targetOf(draft, step.on) : null;
  const label = refAndReview(child.ref, target?.record.number ?? null);
  const meeting = target?.plan ? ` of ${longDate(target.plan.meeting)}` : '';
  const gaps = target ? gapsBefore(draft, target) : [];
  return {
    child,
    label,
    facts,
    heading: `${label}: before the meeting${meeting}.`,
    lines,
    notes: [...notes, ...gaps],
  };
}

/** The child, and whoever else the social worker talked with about the purpose and the arrangements. */
function addConsulted(draft: Draft): void {
  const { unit, child, children, typed } = draft;
  if (!typed.childConsulted) return;
  const { on, attributes, alsoWith } = typed.childConsulted;
  const tags = alsoWith.flatMap((who) => tagAmong(unit, child, children, who, on) ?? []);
  addStep(draft, on, 'child-consulted', { ...attributes, ...given({ with: tags.join(',') || undefined }) });
}

/** Added to what the child had wished for the same review, which stays unless it is said anew. */
function addWishes(draft: Draft): void {
  if (!draft.typed.wishes) return;
  const { on, said } = draft.typed.wishes;
  const before = targetOf(draft, on)?.wishes;
  add(draft, on, 'child-wishes-recorded', 'What the child wishes', { ...before, ...said });
}

function addConcern(draft: Draft): void {
  const { unit, child, typed, notes } = draft;
  if (!typed.concern) return;
  const raised = factsOf(unit.db, child.id).filter(({ kind }) => kind === 'child-concern-raised');
  const ref = nextReference('', raised);
  const { on, about } = typed.concern;
  add(draft, on, 'child-concern-raised', `Concern ${ref} of the child`, { ref, about });
  if (typed.takenUp?.ref === ref) return;
  notes.push(
    `Concern ${ref} is to be taken up with the social worker before the review. Then: irotool review prepare ${child.ref} --concern-taken-up ${ref}`,
  );
}

function addTakenUp(draft: Draft): void {
  const { child, known, facts, typed } = draft;
  if (!typed.takenUp) return;
  const { on, ref, answer } = typed.takenUp;
  const story = readStory(withNew(known, facts), child.born);
  const concerns = concernsIn(story, story.periods.length - 1).filter(({ raisedOn }) => raisedOn <= on);
  if (!concerns.some((concern) => concern.ref === ref)) {
    const refs = concerns.map((concern) => concern.ref);
    throw new UserError(
      `${child.ref} has no concern ${ref} by ${plainDate(on)}. Nothing was saved.`,
      refs.length === 0
        ? `To record one: irotool review prepare ${child.ref} --concern "…"`
        : `Those recorded: ${refs.join(', ')}.`,
    );
  }
  const words = `Concern ${ref} taken up with the social worker`;
  add(draft, on, 'child-concern-taken-up', words, given({ ref, answer }));
}

function addViews(draft: Draft): void {
  const { unit, child, children, typed } = draft;
  if (!typed.views) return;
  const { on, of: views, keptOut } = typed.views;
  const everyone = everyoneIn(unit, child, on);
  for (const { who, how } of views) {
    const ref = tagAmong(unit, child, children, who, on);
    if (ref === null) continue;
    const manner = how === undefined ? '' : ` (${how})`;
    add(
      draft,
      on,
      'views-given',
      `Views of ${calledOf(everyone, ref)}${manner}`,
      given({ ref, how, 'kept-out': keptOut }),
    );
  }
}

function addSeen(draft: Draft): void {
  if (!draft.typed.saw) return;
  const { on, attributes } = draft.typed.saw;
  const { outcome } = attributes;
  if (outcome === undefined) addStep(draft, on, 'iro-saw-child', attributes);
  else add(draft, on, 'iro-saw-child', `IRO did not speak with the child (${outcome})`, attributes);
}

/** Steps that come before the last of these and are not recorded, in a sentence. */
function gapsBefore({ unit, child, known, facts }: Draft, { record }: Preparation): string[] {
  // Only what the unit's rules ask for: other steps have no place in the order.
  const asked = new Set(unit.engine.rules.flatMap(({ metBy }) => metBy.map(({ kind }) => kind)));
  const last = STEPS.findLastIndex(({ kind }) => asked.has(kind) && facts.some((fact) => fact.kind === kind));
  const story = readStory(withNew(known, facts), child.born);
  const open = preparationOf(story, record.period, record.number!).steps.filter(
    ({ kind, on }, at) => at < last && on === null && asked.has(kind),
  );
  return open.length === 0
    ? []
    : [`Not recorded before that: ${listed(open.map(({ what }) => `“${what}”`))}.`];
}
