/** Child protection plans with what their conferences say of them. Pure. */
import { type Conference, conferencesOf, heldAs } from '../../core/children/conferences';
import { type PlanSpan, protectionPlansOf } from '../../core/children/protection-plans';
import type { Story } from '../../core/engine/moment';
import type { IsoDate } from '../../core/time/dates';

export interface PlanTold extends PlanSpan {
  /** How many plans were before it. */
  readonly before: number;
  /** The conferences that were held of it, its initial one among them. */
  readonly held: readonly Conference[];
  /** Of which harm it was to protect at first; empty if that is not recorded. */
  readonly firstHarm: readonly string[];
  readonly lastHarm: readonly string[];
  /** The day of the last review conference. */
  readonly lastConference: IsoDate | null;
}

/** Every plan up to a day, in order. */
export function plansTold(story: Story, today: IsoDate): PlanTold[] {
  const all = conferencesOf(story, today).filter(({ heldOn }) => heldOn !== null && heldOn <= today);
  return protectionPlansOf(story, today).map((plan, before) => {
    const { first, to } = plan;
    const held = all.filter(({ heldOn }) => heldOn! >= first.on && (to === null || heldOn! <= to));
    const harm = held.map((each) => heldAs(each)?.category ?? []).filter(({ length }) => length > 0);
    return {
      ...{ ...plan, before, held, lastHarm: harm.at(-1) ?? [] },
      firstHarm: held[0]?.number === 0 ? (heldAs(held[0])?.category ?? []) : [],
      lastConference: held.findLast(({ number }) => number > 0)?.heldOn ?? null,
    };
  });
}
