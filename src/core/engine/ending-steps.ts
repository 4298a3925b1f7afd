/**
 * What must come before care ends (Care Planning Regulations 2010, reg 39): the approval, and the IRO consulted.
 * An ending carries what was known when it was recorded; this reads it as events of their own. Pure.
 */

import { isDeath } from '../events/death';
import type { Fact } from '../events/fact';
import { isIsoDate } from '../time/dates';
import type { Moment, Story } from './moment';

/** One thing that comes before care ends. */
interface BeforeEnding {
  /** The event that shows it. */
  readonly kind: string;
  /** The attribute of an ending by which it is still awaited. */
  readonly awaited: string;
  /** The attribute of an ending that carries it. */
  readonly carried: string;
}

const STEPS: readonly BeforeEnding[] = [
  { kind: 'ending-approved', awaited: 'approval', carried: 'approved-by' },
  { kind: 'iro-consulted-on-ending', awaited: 'consultation', carried: 'iro-consulted' },
];

/**
 * Facts, with what an ending carries beside it: approved by the day it ended, consulted on the day that is given.
 * `of` says which ending each is of.
 */
export function withEndingSteps(facts: readonly Fact[]): readonly Fact[] {
  const carried = facts.filter(({ kind }) => kind === 'ceased-looked-after').flatMap(stepsCarriedBy);
  return carried.length === 0 ? facts : [...facts, ...carried];
}

function stepsCarriedBy({ on, attributes }: Fact): Fact[] {
  const { 'approved-by': by, 'iro-consulted': consulted } = attributes;
  const given = { of: on };
  const steps: Fact[] = [];
  if (by !== undefined) steps.push({ on, kind: 'ending-approved', attributes: given });
  if (consulted !== undefined && isIsoDate(consulted))
    steps.push({ on: consulted, kind: 'iro-consulted-on-ending', attributes: given });
  return steps;
}

/**
 * Gives each step to the ending that it is of: the one that carries it; the one of the care in which it falls,
 * if that waits for it; else the last ending before it that does; else that of the care it falls in or follows.
 */
export function giveStepsToEndings(moments: readonly Moment[]): void {
  const endings = moments.filter(
    ({ fact, counts, withinSeries }) => counts && !withinSeries && fact.kind === 'ceased-looked-after',
  );
  if (endings.length === 0) return;
  for (const { kind } of STEPS) {
    const waiting = endings.filter(({ fact }) => stepsSaidOf(fact).includes(kind));
    const take = (ending: Moment | undefined): number | null => {
      if (ending === undefined) return null;
      waiting.splice(waiting.indexOf(ending), 1);
      return ending.period;
    };
    const steps = moments.filter(({ fact }) => fact.kind === kind);
    for (const step of steps) {
      const { of } = step.fact.attributes;
      if (of !== undefined) step.period = take(waiting.find(({ on }) => on === of));
    }
    for (const step of steps.filter(({ fact }) => fact.attributes.of === undefined)) {
      const own = waiting.find(({ period }) => period === step.period);
      const earlier = waiting.findLast(({ at }) => at < step.at);
      const last = endings.findLast(({ at }) => at < step.at);
      step.period = take(own ?? earlier) ?? step.period ?? last?.period ?? null;
    }
  }
}

/** The steps that are awaited of an ending, or given with it; none of a death. */
function stepsSaidOf(fact: Fact): string[] {
  const { kind, attributes } = fact;
  if (kind !== 'ceased-looked-after' || isDeath(fact)) return [];
  return STEPS.filter(
    ({ awaited, carried }) => attributes[awaited] !== undefined || attributes[carried] !== undefined,
  ).map((step) => step.kind);
}

/**
 * True if a step is asked of an ending: it is awaited or given, or was recorded before care ended. An imported
 * ending says nothing of it; a death needs none.
 */
export function isStepAsked(kind: string, ending: Moment, story: Story): boolean {
  if (isDeath(ending.fact)) return false;
  return stepsSaidOf(ending.fact).includes(kind) || isStepShown(kind, ending, story);
}

function isStepShown(kind: string, { period, at: ended }: Moment, { moments }: Story): boolean {
  return moments.some(({ fact, period: of, at }) => fact.kind === kind && of === period && at < ended);
}

/** What an ending still waits for, as attributes of it: the steps that nothing shows, if it needs them at all. */
export function awaitedBy(ending: Fact, story: Story): Record<string, string> {
  const moment = story.moments.find(({ fact }) => fact === ending);
  const awaited = STEPS.filter(
    ({ kind, carried }) =>
      moment?.counts && ending.attributes[carried] === undefined && !isStepShown(kind, moment, story),
  );
  return Object.fromEntries(awaited.map((step) => [step.awaited, 'awaited']));
}
