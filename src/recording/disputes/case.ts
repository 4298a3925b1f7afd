/** A dispute as a case of steps: as it stood by their day, with the ladder of the unit. */

import { disputeNamed } from '../../cases/dispute';
import { tagOrWords } from '../../cases/people/someone';
import type { Unit } from '../../context';
import { stagesToCome } from '../../core/children/disputes';
import { upTo } from '../../core/engine/chronology';
import { readStory } from '../../core/engine/story';
import type { Fact } from '../../core/events/fact';
import { earliest, type IsoDate, plainDate } from '../../core/time/dates';
import { UserError } from '../../errors';
import type { OfDispute } from '../../steps/dispute';
import { newCase } from '../../steps/step';
import type { Options } from '../steps/options';
import type { Read } from '../steps/run';

/** What is the same of a dispute that is being opened and of one that there is. */
export function aroundDispute({
  engine,
  pack,
}: Unit): Pick<OfDispute, 'ladder' | 'workingDaysAfter' | 'lastFormalDay'> {
  const calendar = engine.calendars.statutory;
  const workingDaysAfter = (on: IsoDate, days: number): IsoDate => calendar.addWorkingDays(on, days);
  return {
    ladder: pack.stages ?? [],
    workingDaysAfter,
    lastFormalDay(on) {
      const days = engine.rules
        .filter(({ events }) => events.some(({ kind }) => kind === 'dispute-made-formal'))
        .flatMap(({ limits }) => limits)
        .flatMap(({ count }) =>
          typeof count === 'object' && count.unit === 'working days'
            ? workingDaysAfter(on, count.amount)
            : [],
        );
      return earliest(days) ?? null;
    },
  };
}

/** A dispute as it stood by the day of the steps. */
export function disputeOn(
  { context, unit, child, facts }: Read,
  which: string | undefined,
  by: IsoDate | null,
): OfDispute {
  const more = aroundDispute(unit);
  const on = by ?? context.today;
  const whole = disputeNamed(child.ref, readStory(facts, child.born), more.ladder, which);
  const called = `${child.ref} ${whole.ref}`;
  if (on < whole.openedOn) {
    throw new UserError(
      `${called} was opened on ${plainDate(whole.openedOn)}, after ${plainDate(on)}. Nothing was saved.`,
      'Check --on.',
    );
  }
  const dispute = disputeNamed(child.ref, readStory(upTo(facts, on), child.born), more.ladder, whole.ref);
  const { formalOn } = dispute;
  return {
    ...newCase(called),
    dispute,
    ...more,
    lastFormalDay: (day) => more.lastFormalDay(formalOn ?? day),
  };
}

/** Nothing more is done of one that is settled. */
export function refuseResolved(_: Read, { label, dispute }: OfDispute): void {
  if (!dispute?.resolved) return;
  throw new UserError(
    `${label} was resolved on ${plainDate(dispute.resolved.on)}. Nothing was saved.`,
    `To see it: irotool dispute show ${label}`,
  );
}

/** Typed once more, it would be the next stage: nobody means that without a word. */
export function refuseRepeated(
  { context, unit, child }: Read,
  { label, dispute }: OfDispute,
  { to, skip }: Options,
  on: IsoDate,
): void {
  const next = dispute && stagesToCome(dispute)[0];
  const last = dispute?.stages.findLast(({ raisedOn, skipped }) => (raisedOn ?? skipped?.on) === on);
  if (!next || !last) return;
  const isRaised = typeof to === 'string' && tagOrWords(context, unit, child, to, on) === last.raised?.to;
  if (!isRaised && (skip === undefined || skip !== last.skipped?.why)) return;
  throw new UserError(
    `${label}: “${last.what}” was ${last.skipped ? 'left out' : 'raised'} on that day already. Nothing was saved.`,
    `To go on to the next on the same day, say which: --stage ${next.name}`,
  );
}

/** From the first formal stage the days over all of them run. */
export const withFormal = (
  formalOn: IsoDate | null,
  { on, kind, attributes: { ref, formal } }: Fact,
): Fact[] =>
  kind === 'dispute-stage-raised' && formal === 'yes' && formalOn === null
    ? [{ on, kind: 'dispute-made-formal', attributes: { ref: ref! } }]
    : [];
