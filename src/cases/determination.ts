/** An applicant and their determinations: what the screens, JSON and letters of the review mechanism share. */
import type { Context, Unit } from '../context';
import { isOfTheMechanism } from '../core/checks/mechanism';
import {
  DETERMINATION,
  type Determination,
  determinationsIn,
  isWithoutRight,
} from '../core/children/determinations';
import { type DeadlineJson, deadlineOn } from '../core/engine/standing';
import type { Event } from '../core/events/event';
import type { Fact } from '../core/events/fact';
import {
  DETERMINATION_SENT,
  IRM_APPLIED,
  IRM_NOTIFIED,
  IRM_PANEL_ARRANGED,
  IRM_PAPERS_SENT,
  REPRESENTATIONS_MADE,
} from '../core/events/mechanism';
import { nextReference } from '../core/events/next-reference';
import { lastOf, lastTaken, takenIn } from '../core/reviews/record';
import { isMetBy, workingDaysOf } from '../core/rules/by-purpose';
import type { Rule } from '../core/rules/rule';
import type { IsoDate } from '../core/time/dates';
import { didYouMean, UserError } from '../errors';
import type { Reckoning } from '../store/agenda/reckoning';
import { type Applicant, findApplicant } from '../store/applicants';
import { factsOf } from '../store/chronology';
import { reckoned } from './reckoned';

/** A deadline as it stands, and what its days are counted in. */
export interface DueNow extends DeadlineJson {
  readonly inWorkingDays: boolean;
}

/** A determination with its deadlines as they stand; null if no days run. */
export interface DeterminationNow extends Determination {
  /** The last day to apply or make representations. */
  readonly right: DueNow | null;
  /** The last day to send the papers. */
  readonly papersDue: DueNow | null;
}

/** Those of an applicant, in the order of their letters. */
export function determinationsOf(
  { today }: Context,
  unit: Unit,
  { duties, story }: Pick<Reckoning, 'duties' | 'story'>,
): DeterminationNow[] {
  return determinationsIn(story.moments).map((determination) => {
    const owed = (fits: (rule: Rule) => boolean): DueNow | null => {
      const duty = duties.find(({ ref, rule }) => ref === determination.ref && fits(rule));
      if (duty === undefined) return null;
      const inWorkingDays = workingDaysOf(duty.rule) !== null;
      return { ...deadlineOn(duty, today, unit.engine.calendars.statutory), inWorkingDays };
    };
    return {
      ...determination,
      right: owed(({ who }) => who === 'applicant'),
      papersDue: owed((rule) => isMetBy(rule, IRM_PAPERS_SENT.kind)),
    };
  });
}

/** The same of one applicant, read now. */
export const determinationsRead = (context: Context, unit: Unit, applicant: Applicant): DeterminationNow[] =>
  determinationsOf(context, unit, reckoned(context, unit, applicant).reckoning);

/** One by its reference, or the only one that is open; a UserError says which there are. */
export function determinationMeant(
  { ref }: Pick<Applicant, 'ref'>,
  all: readonly DeterminationNow[],
  which: string | undefined,
  flag = '--which ',
): DeterminationNow {
  if (which !== undefined) {
    const wanted = which.trim().toLowerCase();
    const found = all.find((each) => each.ref.toLowerCase() === wanted);
    if (found) return found;
    const refs = all.map((each) => each.ref);
    throw new UserError(
      `${ref} has no determination "${which}".${didYouMean(which, refs)}`,
      `To see them: irotool irm show ${ref}`,
    );
  }
  const open = all.filter(({ decided }) => decided === null);
  const chosen = open.length === 1 ? open[0] : open.length === 0 ? all.at(-1) : undefined;
  if (chosen) return chosen;
  if (all.length === 0) {
    throw new UserError(
      `${ref} has no determination yet.`,
      `To record one: irotool irm record ${ref} --determination fostering --dated DATE`,
    );
  }
  throw new UserError(
    `${ref} has ${open.length} open determinations: ${open.map((each) => each.ref).join(', ')}.`,
    `Say which: ${flag}${open[0]!.ref}`,
  );
}

/** A fact of an applicant that does not say which determination it is of: a new one, or the only one that is open. */
export function withDetermination(context: Context, unit: Unit, ref: string, fact: Fact): Fact {
  const applicant = isOfTheMechanism(fact.kind) ? findApplicant(unit.db, ref) : undefined;
  if (!applicant || fact.attributes.ref !== undefined) return fact;
  const own =
    fact.kind === DETERMINATION_SENT.kind
      ? nextReference(DETERMINATION, factsOf(unit.db, applicant.id))
      : determinationMeant(applicant, determinationsRead(context, unit, applicant), undefined, 'ref=').ref;
  return { ...fact, attributes: { ref: own, ...fact.attributes } };
}

/** As data: what each event of it says, whole. */
export function determinationJson({ record, sent, papersDue, right, ...determination }: DeterminationNow) {
  const { on: sentOn, ...letter } = sent;
  const day = (event: Event): IsoDate | null => lastOf(record, event.kind)?.on ?? null;
  return {
    ...letter,
    ...determination,
    sentOn,
    rightOfReview: !isWithoutRight({ sent }),
    lastDay: right?.due ?? null,
    standing: right?.standing ?? null,
    daysLeft: right?.daysLeft ?? null,
    workingDaysLeft: right?.workingDaysLeft ?? null,
    appliedOn: day(IRM_APPLIED),
    representationsOn: day(REPRESENTATIONS_MADE),
    representations: lastTaken(record, REPRESENTATIONS_MADE) ?? null,
    notifiedOn: day(IRM_NOTIFIED),
    papersDue: papersDue?.due ?? null,
    papersSentOn: day(IRM_PAPERS_SENT),
    papers: takenIn(record, IRM_PAPERS_SENT),
    panel: lastTaken(record, IRM_PANEL_ARRANGED) ?? null,
  };
}
