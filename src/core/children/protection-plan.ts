/** The child protection plan of a child in care: whether it goes on beside the care plan, or ends. Pure. */

import { EIGHTEENTH_BIRTHDAY, type Story } from '../engine/moment';
import { isDeath } from '../events/death';
import { type Said, taken } from '../events/event';
import type { Fact } from '../events/fact';
import {
  CONFERENCE_MEMBER_ANSWERED,
  CONFERENCE_MEMBERS_ASKED,
  PROTECTION_PLAN_ENDED,
  PROTECTION_PLAN_KEPT,
} from '../events/protection';
import { takenIn } from '../reviews/record';
import type { IsoDate } from '../time/dates';
import { protectionPlansOf } from './protection-plans';

/** What became of the last protection plan. */
export interface ProtectionPlan {
  /** The day of the conference that made it, or from which it is known. */
  readonly since: IsoDate;
  readonly asked: readonly { readonly on: IsoDate; readonly to: string | null }[];
  readonly kept: readonly { readonly on: IsoDate; readonly why: string | null }[];
  /** The conference’s members who were asked by tag, each with their last answer. */
  readonly members: readonly {
    readonly ref: string;
    readonly askedOn: IsoDate;
    readonly answer: Said<typeof CONFERENCE_MEMBER_ANSWERED> | null;
  }[];
  readonly endedOn: IsoDate | null;
  /** What ended it, if nobody decided it. */
  readonly endedBy: 'eighteenth birthday' | 'death' | null;
  readonly endedWhy: string | null;
  /** Why the chair did not wait for those who had not answered. */
  readonly endedUnanswered: string | null;
}

/** The last plan of a story up to a day, with what was asked and decided of it; null if there was none. */
export function protectionPlanOf(story: Pick<Story, 'moments'>, today: IsoDate): ProtectionPlan | null {
  const { moments } = story;
  const plan = protectionPlansOf(story, today).at(-1);
  if (!plan) return null;
  const { first: began, last: ended } = plan;
  const since = moments.slice(began.at).filter(({ counts }) => counts);
  const asked = takenIn({ moments: since }, CONFERENCE_MEMBERS_ASKED);
  const answers = takenIn({ moments: since }, CONFERENCE_MEMBER_ANSWERED);
  const members = new Map(asked.flatMap(({ on, members: all }) => all.map((ref) => [ref, on] as const)));
  return {
    since: began.on,
    asked,
    members: [...members].map(([ref, askedOn]) => ({
      ref,
      askedOn,
      answer: answers.findLast((each) => each.ref === ref) ?? null,
    })),
    kept: takenIn({ moments: since }, PROTECTION_PLAN_KEPT),
    endedOn: ended?.on ?? null,
    endedBy: ended === null ? null : endedBy(ended.fact),
    endedWhy: ended ? taken(PROTECTION_PLAN_ENDED, ended.fact).why : null,
    endedUnanswered: ended ? taken(PROTECTION_PLAN_ENDED, ended.fact).unanswered : null,
  };
}

const endedBy = (fact: Fact): ProtectionPlan['endedBy'] =>
  fact.kind === EIGHTEENTH_BIRTHDAY ? 'eighteenth birthday' : isDeath(fact) ? 'death' : null;
